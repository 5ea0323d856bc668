"""Cuts lines at tags of blocks, and rows of tables at their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from fanwiki.importers.mediawiki.wikitext.stash import CELL, OPEN

_NAMES = (
    "blockquote|div|center|table|caption|tbody|thead|tfoot|colgroup|col|tr|td|th|ul|ol|li|dl|dt|dd|p|hr|h[1-6]|section"
    "|article|aside|header|footer|main|figure|figcaption|nav|details|summary|address|fieldset"
)
_TAG = re.compile(rf"<(/?)({_NAMES})(?=[\s/>])([^<>]*)>", re.IGNORECASE)
_ATTRIBUTES = re.compile(r"""\s*(?:(?:[\w:-]+\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'|]*)|nowrap)\s*)*""")
_BARS = re.compile(r"\|\|")
_BARS_OR_MARKS = re.compile(r"\|\||!!")


class Cut(NamedTuple):
    """A piece of a line: text, or a tag of a block."""

    text: str
    tag: str = ""
    attributes: str = ""
    closes: bool = False


def whole_tags(text: str) -> str:
    """Return text in which no tag of a block goes over several lines."""
    if "<" not in text:
        return text
    return _TAG.sub(lambda match: match[0].replace("\n", " ") if "\n" in match[0] else match[0], text)


def cut(line: str) -> Iterator[Cut]:
    """Cut a line at the tags of blocks in it."""
    at = 0
    for found in _TAG.finditer(line) if "<" in line else ():
        if found.start() > at:
            yield Cut(line[at : found.start()])
        yield Cut(found[0], found[2].lower(), found[3], bool(found[1]))
        at = found.end()
    if at < len(line) or not line:
        yield Cut(line[at:])


def cells_of(text: str, *, header: bool = False) -> list[tuple[str, str]]:
    """Return attributes and text of each cell of a row's line."""
    return [_cell(part) for part in (_BARS_OR_MARKS if header else _BARS).split(text)]


def _cell(text: str) -> tuple[str, str]:
    if CELL in text:
        before, _, content = text.partition(CELL)
        return (before, content) if "=" in before or not before.strip() else ("", text)
    before, bar, content = text.partition("|")
    if bar and "[[" not in before and OPEN not in before and ("=" in before or _ATTRIBUTES.fullmatch(before)):
        return before, content
    return "", text
