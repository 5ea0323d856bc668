"""Which spoilers a footnote stands in: one that only a spoiler mentions must not be read at the foot of the page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from fanwiki.importers.mediawiki.wikitext.tree import (
    Block,
    Box,
    Gallery,
    Gated,
    Heading,
    Hidden,
    Inline,
    Link,
    Listing,
    NoteMark,
    Paragraph,
    Picture,
    Quote,
    Styled,
    Table,
    Terms,
    WebLink,
)

Gates: TypeAlias = tuple[tuple[str, ...], ...]
"""The films of each spoiler around something, outermost first."""


def gates_of_notes(page: list[Block], notes: dict[str, list[Block]]) -> dict[str, Gates]:
    """Return the spoilers that all mentions of each footnote stand in, those in other footnotes too."""
    found: dict[str, list[Gates]] = {}
    for name, gates in _mentions(page):
        found.setdefault(name, []).append(gates)
    names = list(found)
    for name in names:  # grows while it is gone through
        for inner, gates in _mentions(notes.get(name, []), _common(found[name])):
            if inner not in found:
                names.append(inner)
            found.setdefault(inner, []).append(gates)
    return {name: _common(gates) for name, gates in found.items()}


def _mentions(blocks: list[Block], around: Gates = ()) -> Iterator[tuple[str, Gates]]:
    """Return each footnote that is mentioned in blocks, with the spoilers around the mention."""
    for block in blocks:
        if isinstance(block, Gated):
            yield from _mentions(block.blocks, (*around, block.films))
            continue
        yield from _in_parts(_parts(block), around)
        yield from _mentions(_inner(block), around)


def _in_parts(parts: list[Inline], around: Gates) -> Iterator[tuple[str, Gates]]:
    for part in parts:
        if isinstance(part, NoteMark):
            yield part.name, around
        elif isinstance(part, Hidden):
            yield from _in_parts(part.parts, (*around, part.films))
        elif isinstance(part, Styled | Link | WebLink):
            yield from _in_parts(part.parts, around)
        elif isinstance(part, Picture):
            yield from _in_parts(part.caption, around)


def _parts(block: Block) -> list[Inline]:
    if isinstance(block, Paragraph | Heading):
        return block.parts
    if isinstance(block, Picture | Table):
        return block.caption
    return [part for picture in block.pictures for part in picture.caption] if isinstance(block, Gallery) else []


def _inner(block: Block) -> list[Block]:
    if isinstance(block, Quote | Box):
        return block.blocks
    if isinstance(block, Listing):
        return [inner for item in block.items for inner in item]
    if isinstance(block, Terms):
        return [inner for _, entry in block.entries for inner in entry]
    return [inner for row in block.rows for cell in row for inner in cell.blocks] if isinstance(block, Table) else []


def _common(found: list[Gates]) -> Gates:
    """Return the spoilers that all mentions of a footnote stand in."""
    common = found[0] if found else ()
    for gates in found[1:]:
        same = 0
        while same < min(len(common), len(gates)) and common[same] == gates[same]:
            same += 1
        common = common[:same]
    return common
