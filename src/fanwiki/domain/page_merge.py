"""Three-way merge of pages, field by field, item by item, and the text by lines.

What only one side changed is taken. Where both did, one side's goes or, of lists, the items of both stay.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.text_merge import Region, regions

MOST_LINES = 20_000
"""Longer texts are not compared line by line, which takes time by the square."""

TEXT, KIND = "text", "kind"


class Choice(StrEnum):
    """What goes where both sides changed."""

    KEEP = "keep"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class MergedPage:
    """A merged page.

    Args:
        source: The page.
        conflicts: The fields that both sides changed in different ways; `TEXT` for the body, `KIND` for the kind.
    """

    source: PageSource
    conflicts: tuple[str, ...] = ()


def merge_pages(base: PageSource | None, mine: PageSource, theirs: PageSource, choice: Choice) -> MergedPage:
    """Merge two versions of a page.

    Args:
        base: What both began from; None when nobody knows, so that every difference is a conflict.
        mine: The page as it is here; its title stays.
        theirs: The page as it is there.
        choice: What goes where both changed. With `Choice.BOTH` the page's own value stays, and lists get the
            items of both.
    """
    if base is None:
        return _without_base(mine, theirs, choice)
    conflicts: list[str] = []
    kind, is_conflict = _one(base.kind, mine.kind, theirs.kind, choice)
    conflicts += [KIND] * is_conflict
    fields: dict[str, Value] = {}
    for name in dict.fromkeys((*mine.fields, *theirs.fields)):
        value, is_conflict = _merged_field(name, base, mine, theirs, choice)
        conflicts += [name] * is_conflict
        if value is not _ABSENT:
            fields[name] = value
    body, is_conflict = _merged_text(base.body, mine.body, theirs.body, choice)
    conflicts += [TEXT] * is_conflict
    return MergedPage(PageSource(mine.title, str(kind), fields, body), tuple(conflicts))


_ABSENT: Value = {"": "a field that the page does not have"}


def _without_base(mine: PageSource, theirs: PageSource, choice: Choice) -> MergedPage:
    names = dict.fromkeys((*mine.fields, *theirs.fields))
    conflicts = [name for name in names if mine.fields.get(name, _ABSENT) != theirs.fields.get(name, _ABSENT)]
    conflicts += [TEXT] * (mine.body != theirs.body) + [KIND] * (mine.kind != theirs.kind)
    if choice is Choice.KEEP or not conflicts:
        return MergedPage(mine, tuple(conflicts))
    if choice is Choice.THEIRS:
        return MergedPage(replace(theirs, title=mine.title), tuple(conflicts))
    fields = {**theirs.fields, **mine.fields}
    for name, value in fields.items():
        other = theirs.fields.get(name)
        if isinstance(value, list) and isinstance(other, list):
            fields[name] = [*value, *(item for item in other if item not in value)]
    return MergedPage(replace(mine, fields=fields, body=mine.body or theirs.body), tuple(conflicts))


def _merged_field(
    name: str, base: PageSource, mine: PageSource, theirs: PageSource, choice: Choice
) -> tuple[Value, bool]:
    before, here, there = (side.fields.get(name, _ABSENT) for side in (base, mine, theirs))
    lists = [[] if value is _ABSENT else value for value in (before, here, there)]
    if here is not _ABSENT and there is not _ABSENT and all(isinstance(value, list) for value in lists):
        return _merged_list(*lists, choice=choice)  # type: ignore[arg-type]  # they are lists
    return _one(before, here, there, choice)


def _one(before: Value, here: Value, there: Value, choice: Choice) -> tuple[Value, bool]:
    """Return a single value, and whether both sides changed it."""
    if here == there or there == before:
        return here, False
    if here == before:
        return there, False
    return (there if choice is Choice.THEIRS else here), True


def _merged_list(
    before: Sequence[Value], here: Sequence[Value], there: Sequence[Value], *, choice: Choice
) -> tuple[Value, bool]:
    """Return a list's items; what both sides only added is no conflict."""
    merged: list[str] = []
    is_conflict = False
    for part in regions(*(_as_lines(value) for value in (before, here, there))):
        lines, clashes = _decided(part, choice, adds=True)
        merged += lines
        is_conflict |= clashes
    return [json.loads(line) for line in merged], is_conflict


def _as_lines(items: Sequence[Value]) -> list[str]:
    return [json.dumps(item, ensure_ascii=False) for item in items]


def _merged_text(before: str, here: str, there: str, choice: Choice) -> tuple[str, bool]:
    if here == there or there == before:
        return here, False
    if here == before:
        return there, False
    sides = [text.splitlines(keepends=True) for text in (before, here, there)]
    if max(map(len, sides)) > MOST_LINES:
        return (there if choice is Choice.THEIRS else here), True
    merged: list[str] = []
    is_conflict = False
    for part in regions(*sides):
        lines, clashes = _decided(part, choice, adds=False)
        merged += _ended(merged, lines)
        is_conflict |= clashes
    return "".join(merged), is_conflict


def _ended(merged: list[str], lines: Sequence[str]) -> Sequence[str]:
    """Return lines to add, and end the line before them: a text's last line may have no end."""
    if lines and merged and not merged[-1].endswith(("\n", "\r")):
        merged[-1] += "\n"
    return lines


def _decided(part: Region, choice: Choice, *, adds: bool) -> tuple[Sequence[str], bool]:
    """Return the lines of a place, and whether both sides changed it in different ways.

    Args:
        part: The place.
        choice: What goes in a conflict.
        adds: Whether the lines of both may stand one after the other.
    """
    if list(part.mine) == list(part.theirs) or list(part.theirs) == list(part.base):
        return part.mine, False
    if list(part.mine) == list(part.base):
        return part.theirs, False
    both = [*part.mine, *(line for line in part.theirs if line not in part.mine)]
    if adds and not part.base:
        return both, False
    if choice is Choice.THEIRS:
        return part.theirs, True
    return (both if adds and choice is Choice.BOTH else part.mine), True
