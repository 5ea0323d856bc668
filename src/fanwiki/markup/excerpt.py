"""A part of a body that another page shows: one section, or one block."""

from __future__ import annotations

import re

from fanwiki.markup.anchors import slug
from fanwiki.markup.findings import Leaf, LeafKind, Scan
from fanwiki.markup.scan import scan

_LIST_ITEM = re.compile(r"[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]")


def excerpt(body: str, *, heading: str = "", block: str = "") -> str | None:
    """Return a section with its heading, or the block of an id; the whole body when neither is asked for.

    Args:
        body: Markdown, already without what the reader may not see.
        heading: A heading as a link writes it; the section goes on to the next heading of its level or above.
        block: A block's id without ``^``: its paragraph, its row's table, or its list item with what is below it.

    Returns:
        None when there is no such place.
    """
    if not heading and not block:
        return body
    found = scan(body)
    return _block(found, block) if block else _section(found, heading)


def _section(found: Scan, heading: str) -> str | None:
    headings = [leaf for leaf in found.leaves if leaf.kind is LeafKind.HEADING]
    wanted = slug(heading)
    for number, leaf in enumerate(headings):
        if slug("".join(part.text for part in leaf.parts)) == wanted:
            end = next((other.start for other in headings[number + 1 :] if other.level <= leaf.level), None)
            stop = len(found.body) if end is None else _line_start(found.body, end)
            return found.body[_line_start(found.body, leaf.start) : stop]
    return None


def _block(found: Scan, block: str) -> str | None:
    place = next((place.start for place in found.ids if place.text.casefold() == block.casefold()), None)
    if place is None:
        return None
    leaf = _leaf_at(found, place)
    if leaf is None:
        return None
    body = found.body
    start = _line_start(body, leaf.start)
    if body[start:place].strip(" \t>^") == "":  # an id on a line of its own names the block before it
        before = [other for other in found.leaves if other.end <= start]
        if before:
            return body[_first_row(found, before[-1]) : before[-1].end]
    if _LIST_ITEM.match(body, start):
        return _item(body, start)
    return body[start : leaf.end]


def _leaf_at(found: Scan, place: int) -> Leaf | None:
    return next((leaf for leaf in found.leaves if leaf.start <= place <= leaf.end), None)


def _first_row(found: Scan, leaf: Leaf) -> int:
    """Return where a block begins; for a row, where its table does."""
    start = _line_start(found.body, leaf.start)
    if leaf.kind is LeafKind.ROW:
        while start > 0 and "|" in found.body[_line_start(found.body, start - 1) : start]:
            start = _line_start(found.body, start - 1)
    return start


def _item(body: str, start: int) -> str:
    """Return a list item with the lines below it that are indented further."""
    lines = body[start:].splitlines(keepends=True)
    margin = _indent(lines[0])
    taken = [lines[0]]
    for line in lines[1:]:
        if line.strip() and _indent(line) <= margin:
            break
        taken.append(line)
    return "".join(taken)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" \t"))


def _line_start(body: str, place: int) -> int:
    return body.rfind("\n", 0, place) + 1
