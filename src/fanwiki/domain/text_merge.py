"""Three-way merge of texts by lines: what only one side changed is taken; where both did, both are kept and marked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from fanwiki.wording import mark, say

THEIRS, MINE, END = mark("Saved meanwhile:"), mark("Yours:"), mark("End of both.")
"""Comments of the wiki's Markdown, so that a merged text that is saved as it is shows both and no marks."""


@dataclass(frozen=True, slots=True)
class Merged:
    """A merged text.

    Args:
        text: The text.
        conflicts: How many places both sides changed in different ways.
    """

    text: str
    conflicts: int


def merge_texts(base: str, mine: str, theirs: str) -> Merged:
    """Merge two changed versions of a text.

    Args:
        base: What both began from.
        mine: One version.
        theirs: The other.
    """
    if mine == theirs or theirs == base:
        return Merged(mine, 0)
    if mine == base:
        return Merged(theirs, 0)
    lines, left, right = (text.splitlines(keepends=True) for text in (base, mine, theirs))
    merged: list[str] = []
    conflicts = 0
    for part in regions(lines, left, right):
        if part.mine == part.theirs or part.theirs == part.base:
            merged += part.mine
        elif part.mine == part.base:
            merged += part.theirs
        else:
            conflicts += 1
            merged += [_comment(THEIRS), *_ended(part.theirs), _comment(MINE), *_ended(part.mine), _comment(END)]
    return Merged("".join(merged), conflicts)


def _comment(text: str) -> str:
    """Return a line that pages do not show."""
    return f"%% {say(text)} %%\n"


@dataclass(frozen=True, slots=True)
class Region:
    """A run of lines in the base, and what stands in its place on either side."""

    base: Sequence[str]
    mine: Sequence[str]
    theirs: Sequence[str]


def regions(base: Sequence[str], mine: Sequence[str], theirs: Sequence[str]) -> list[Region]:
    """Split three sequences of lines at the lines that all of them have."""
    same_mine, same_theirs = _kept(base, mine), _kept(base, theirs)
    found: list[Region] = []
    at = at_mine = at_theirs = 0
    for number in range(len(base) + 1):
        is_end = number == len(base)
        if not is_end and not (number in same_mine and number in same_theirs):
            continue
        to_mine = len(mine) if is_end else same_mine[number]
        to_theirs = len(theirs) if is_end else same_theirs[number]
        found.append(Region(base[at:number], mine[at_mine:to_mine], theirs[at_theirs:to_theirs]))
        if not is_end:
            line = base[number : number + 1]
            found.append(Region(line, line, line))
        at, at_mine, at_theirs = number + 1, to_mine + 1, to_theirs + 1
    return found


def _kept(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Map the lines of the base that another version kept to where they are there."""
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return {block.a + step: block.b + step for block in matcher.get_matching_blocks() for step in range(block.size)}


def _ended(lines: Sequence[str]) -> list[str]:
    """Make sure that the last line ends, since a mark follows."""
    return [*lines[:-1], lines[-1].rstrip("\n") + "\n"] if lines else []
