"""Where the pages of an import came from, as their source tells it; cleaned before a wiki keeps it."""

from __future__ import annotations

import unicodedata
from urllib.parse import urlsplit

from fanwiki.domain.origin import Origin

__all__ = ["MOST_CONTRIBUTORS", "Origin", "cleaned"]

MOST_CONTRIBUTORS = 1000
"""Of more only so many are kept, in the order in which the source names them."""

_LONGEST = 1000


def cleaned(origin: Origin) -> Origin:
    """Return an origin as it may be kept and shown: no hidden characters, an address of the web or none."""
    people = dict.fromkeys(_text(name) for name in origin.contributors)
    return Origin(
        wiki=_text(origin.wiki),
        url=_web_address(origin.url),
        revision=_text(origin.revision),
        time=_text(origin.time),
        contributors=tuple(name for name in people if name)[:MOST_CONTRIBUTORS],
        licence=_text(origin.licence),
    )


def _text(text: str) -> str:
    known = text.encode("utf-8", "replace").decode()
    visible = "".join(" " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char for char in known)
    return " ".join(visible.split())[:_LONGEST]


def _web_address(text: str) -> str:
    address = text.strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    is_web = parts.scheme in ("http", "https") and bool(parts.hostname)
    return address if is_web and address == _text(address) else ""
