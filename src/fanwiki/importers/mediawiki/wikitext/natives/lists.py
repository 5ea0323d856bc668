"""Lists made by templates."""

from __future__ import annotations

import re

from fanwiki.importers.mediawiki.wikitext.native_call import Native, NativeCall

_ITEM = re.compile(r"^[*#]+\s*", re.MULTILINE)


def _bulleted(call: NativeCall, sign: str = "*") -> str:
    items = (" ".join(item.split("\n")) for item in call.filled)
    return "".join(f"\n{sign} {item}" for item in items) + "\n"


def _ordered(call: NativeCall) -> str:
    return _bulleted(call, "#")


def _in_line(call: NativeCall) -> str:
    return " · ".join(call.filled)


def _with_commas(call: NativeCall) -> str:
    return ", ".join(call.filled)


def _flat(call: NativeCall) -> str:
    """Return the list that stands in the call on one line; a call without one begins such a list."""
    items = [item.strip() for item in _ITEM.split(call.get("1")) if item.strip()]
    return " · ".join(items)


def _plain(call: NativeCall) -> str:
    text = call.get("1")
    return f"\n{text}\n" if text else ""


def _collapsed(call: NativeCall) -> str:
    title = call.get("title")
    return (f"'''{title}'''" if title else "") + _bulleted(call)


LISTS: dict[str, Native] = {
    **dict.fromkeys(("ubl", "ublist", "unbulleted list", "ubt", "bulleted list", "blist", "bulletlist"), _bulleted),
    **dict.fromkeys(("ordered list", "numbered list", "olist"), _ordered),
    **dict.fromkeys(("hlist", "hlist-comma", "horizontal list", "flat list"), _in_line),
    **dict.fromkeys(("cslist", "comma separated entries", "csl", "comma list"), _with_commas),
    **dict.fromkeys(("flatlist",), _flat),
    **dict.fromkeys(("plainlist", "plain list", "indented plainlist"), _plain),
    **dict.fromkeys(("collapsible list", "collapsible"), _collapsed),
}
