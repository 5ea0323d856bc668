"""Casts in lists and tables."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from fanwiki.importers.article.blocks import Block, Role
from fanwiki.importers.article.casting import (
    AS,
    BRACKETED,
    PLAYED_BY,
    PLAYS,
    TRAILING,
    Casting,
    casting,
)
from fanwiki.importers.article.names import Words, is_name, without_nicknames
from fanwiki.importers.article.sentences import simple

_DESCRIPTION = re.compile(r"\s+[–—-]\s+.*$|\s*[,;:]\s.*$|\s*:$|\s+(?:who|whose|the|an?|in|and) (?!the\b).*$")


_SEPARATORS = (" – ", " — ", " - ", " … ", " ... ", ": ", " | ", " / ", "\t")


_CAST_HEADING = re.compile(
    r"\b(?:cast|characters?|voices?|starring|stars|actors?|who(?:'s| is| will be| are)? (?:in"
    r"|returning|back|starring)|roles?)\b",
    re.I,
)


_PERFORMER_COLUMN = re.compile(
    r"actor|actress|performer|cast\b|star|played by|portrayed by|voiced? (?:by|actor)|artist", re.I
)


_CHARACTER_COLUMN = re.compile(r"character|role|\bas\b|plays|part", re.I)


def from_tables(blocks: Sequence[Block]) -> Iterator[Casting]:
    """Yield castings from tables whose head names a column of performers and one of characters."""
    columns: tuple[int, int] | None = None
    heading = ""
    for number, block in enumerate(blocks):
        if block.role is Role.HEADING:
            heading = block.text
        if block.role is not Role.ROW:
            columns = None
            continue
        head = _columns(block.cells)
        if head:
            columns = head
            continue
        pair = columns or ((0, 1) if len(block.cells) == 2 and _CAST_HEADING.search(heading) else None)
        if pair and max(pair) < len(block.cells):
            yield from casting(block.cells[pair[0]], block.cells[pair[1]], block.text, number)


def _columns(cells: Sequence[str]) -> tuple[int, int] | None:
    """Return the columns of performer and character when these cells are a table's head."""
    if any(len(cell) > 40 for cell in cells):
        return None
    performer = next((n for n, cell in enumerate(cells) if _PERFORMER_COLUMN.search(cell) and not is_pair(cell)), None)
    character = next((n for n, cell in enumerate(cells) if n != performer and _CHARACTER_COLUMN.search(cell)), None)
    if character is None and performer is not None:
        character = next((n for n, cell in enumerate(cells) if n != performer and cell.casefold() == "name"), None)
    if performer is None and character is not None:
        performer = next((n for n, cell in enumerate(cells) if n != character and cell.casefold() == "name"), None)
    return (performer, character) if performer is not None and character is not None else None


def is_pair(text: str) -> bool:
    """Tell whether a short text pairs two names with *as*."""
    left, found, right = simple(text).partition(" as ")
    return bool(found) and is_name(left) and bool(right)


def from_lists(blocks: Sequence[Block]) -> Iterator[Casting]:
    """Yield castings from items and other short lines that stand together."""
    heading, before = "", ""
    group: list[tuple[int, Block]] = []
    for number, block in [*enumerate(blocks), (len(blocks), Block(Role.HEADING, ""))]:
        short = block.role is Role.ITEM or (block.role is Role.PARAGRAPH and len(block.text) <= 100)
        if short and (not group or group[-1][1].role is block.role):
            group.append((number, block))
            continue
        yield from _from_group(group, f"{heading}\n{before}")
        before = group[-1][1].text if group and group[-1][1].role is Role.PARAGRAPH else ""
        group = [(number, block)] if short else []
        if block.role is Role.HEADING:
            heading, before = block.text, ""
        elif not short:
            before = block.text


def _from_group(group: Sequence[tuple[int, Block]], introduction: str) -> Iterator[Casting]:
    """Yield castings from lines that stand together.

    Two names with a dash between them are a part only in a cast; *as* and *played by* say so by themselves.
    """
    pairs: list[tuple[int, str, str, str]] = []
    for number, block in group:
        text = simple(block.text)
        stated = list(_stated_in_line(text, block.text, number, is_item=block.role is Role.ITEM))
        yield from stated
        if not stated:
            pairs.extend((number, left, right, block.text) for left, right in _parted(text))
    if not _CAST_HEADING.search(introduction):
        return
    swapped = _performers_right(pairs)
    for number, left, right, text in pairs:
        performer, character = (right, left) if swapped else (left, right)
        yield from casting(performer, character, text, number)


def _stated_in_line(plain: str, text: str, number: int, *, is_item: bool) -> Iterator[Casting]:
    """Yield the casting that a line states with *as*, *plays* or *played by*."""
    by = PLAYED_BY.search(plain)
    if by and is_item:
        performer = Words(plain).name_after(by.end())
        character = re.sub(r"\s+\($", "", plain[: by.start()])
        if performer and is_name(character):
            yield from casting(performer.text, character, text, number)
        return
    verb = PLAYS.search(plain) or AS.search(plain)
    if not verb:
        return
    performer_text = plain[: verb.start()].strip(" \"'*")
    if not is_name(performer_text) or (not is_item and re.search(r"[.!?]\s*$", plain)):
        return
    character = (
        _DESCRIPTION.sub("", TRAILING.sub("", plain[verb.end() :]))
        if len(plain) - verb.end() > 12
        else plain[verb.end() :]
    )
    yield from casting(performer_text, character, text, number)


def _parted(plain: str) -> Iterator[tuple[str, str]]:
    """Yield the two sides of *Name – Name* and *Name (Name)*."""
    for separator in _SEPARATORS:
        left, found, right = plain.partition(separator)
        right = re.split(r"[.;,] | \((?!voice|uncredited)| - | – ", right)[0].strip(" .,;")
        if found and is_name(left) and is_name(BRACKETED.sub("", right)):
            yield left.strip(), right
            return
    match = re.fullmatch(r"([^()]{2,60}) \(([^()]{2,60})\)\.?", plain)
    if match and is_name(match.group(1)) and is_name(match.group(2)):
        yield match.group(1), match.group(2)


def _performers_right(pairs: Sequence[tuple[int, str, str, str]]) -> bool:
    """Tell whether the right side holds the performers: people have two names or more, characters often one."""
    left = sum(_like_a_person(entry[1]) for entry in pairs)
    right = sum(_like_a_person(entry[2]) for entry in pairs)
    return right > left


def _like_a_person(name: str) -> bool:
    words = without_nicknames(name).split()
    return 2 <= len(words) <= 5 and words[0].casefold() != "the" and not any(word[0].isdigit() for word in words)
