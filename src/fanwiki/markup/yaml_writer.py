"""Writes front matter so that people like to read it and `yaml_reader` reads the very same values.

Short words stand bare, long text of several lines as a block, all else between double quotes, links always.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator

from fanwiki.domain.page import Value
from fanwiki.errors import FanwikiError
from fanwiki.markup.yaml_reader import MAX_DEPTH, plain_value
from fanwiki.wording import say

_LONGEST_KEY = 1000
"""YAML refuses a key of more than 1024 characters unless it stands after ``?``."""

_BARE = re.compile(r"[^\W\d_](?:[\w .,()/'’–!?;+&-]*[\w.)!?’])?|\d[\w.-]*")
_ODD = "\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff"
"""Line ends to YAML, or not allowed in it: written only as escapes."""

_BLOCK_LINE = rf"[ \t]*[^\s\x00-\x1f{_ODD}][^\x00-\x08\x0a-\x1f{_ODD}]*"
_BLOCK = re.compile(rf"(?![ \t]){_BLOCK_LINE}(?:\n+{_BLOCK_LINE})+\n?")
_ESCAPED = re.compile(f"[{_ODD}]")


def write_pair(name: str, value: Value, *, depth: int = 0) -> list[str]:
    """Return the lines of one key and its value.

    Raises:
        FanwikiError: The value is nested deeper than can be read again.
    """
    indent = "  " * depth
    key = _quoted(name) if not _is_bare(name) else name
    if len(key) > _LONGEST_KEY:
        return [f"{indent}? {key}", *_after(f"{indent}:", value, depth)]
    return _after(f"{indent}{key}:", value, depth)


def _after(start: str, value: Value, depth: int) -> list[str]:
    """Return the lines of a value, the first of them behind what it belongs to."""
    if isinstance(value, dict | list) and value:
        if depth >= MAX_DEPTH - 1:
            raise FanwikiError(say("A field's value is nested deeper than %1 levels.", MAX_DEPTH), "Make it flatter.")
        return [start, *_nested(value, depth + 1)]
    if isinstance(value, str) and _BLOCK.fullmatch(value):
        lines = value.removesuffix("\n").split("\n")
        sign = "|" if value.endswith("\n") else "|-"
        return [f"{start} {sign}", *("  " * (depth + 1) + line if line else "" for line in lines)]
    return [f"{start} {_scalar(value)}"]


def _nested(value: dict[str, Value] | list[Value], depth: int) -> Iterator[str]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from write_pair(name, inner, depth=depth)
        return
    for item in value:
        if isinstance(item, dict) and item:
            # The first key stands behind the dash: "- character: …".
            lines = list(_nested(item, depth + 1))
            yield f"{'  ' * depth}- {lines[0].lstrip(' ')}"
            yield from lines[1:]
        else:
            yield from _after(f"{'  ' * depth}-", item, depth)


def _scalar(value: Value) -> str:
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _float(value)
    if isinstance(value, str):
        return value if _is_bare(value) else _quoted(value)
    return json.dumps(value)  # a whole number, an empty list, an empty record


def _float(value: float) -> str:
    if math.isfinite(value):
        text = repr(value)
        return text if "e" not in text or "." in text else text.replace("e", ".0e")
    return ".nan" if math.isnan(value) else ".inf" if value > 0 else "-.inf"


def _is_bare(text: str) -> bool:
    return len(text) < 100 and bool(_BARE.fullmatch(text)) and plain_value(text) == text and "  " not in text


def _quoted(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)
