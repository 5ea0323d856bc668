"""Attributes of HTML elements and of tables, as far as we show them."""

from __future__ import annotations

import re
from functools import lru_cache
from html import unescape

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_SIDE = re.compile(r"text-align\s*:\s*(left|right|center)", re.IGNORECASE)
_FLOAT = re.compile(r"float\s*:\s*(left|right)", re.IGNORECASE)
_NUMBER = re.compile(r"\s*(\d{1,4})")
MAX_SPAN = 1000


@lru_cache(maxsize=32)
def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"""(?<![\w-]){name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>|]+))""", re.IGNORECASE)


def attribute(attributes: str, name: str) -> str:
    """Return the value of an attribute, or an empty one."""
    found = _pattern(name).search(attributes) if "=" in attributes else None
    return unescape(found[1] or found[2] or found[3] or "").strip() if found else ""


def is_hidden(attributes: str) -> bool:
    """Tell whether readers see nothing of an element."""
    return "style" in attributes and _HIDDEN.search(attributes) is not None


def side_of(attributes: str) -> str:
    """Return to which side text goes: "left", "right", "centre", or empty."""
    found = _SIDE.search(attributes)
    side = (found[1] if found else attribute(attributes, "align")).lower()
    return {"center": "centre", "centre": "centre", "left": "left", "right": "right"}.get(side, "")


def float_of(attributes: str) -> str:
    """Return the side on which a box stands beside the text, or an empty one."""
    found = _FLOAT.search(attributes)
    return found[1].lower() if found else ""


def number_of(attributes: str, name: str) -> int:
    """Return a number that spans cells or begins a list; 1 when there is none."""
    found = _NUMBER.match(attribute(attributes, name))
    return min(max(int(found[1]), 1), MAX_SPAN) if found else 1
