"""Marks that stand in wikitext for what is no wikitext any more: code, notes, formulas, bounds of spoilers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from fanwiki.importers.mediawiki.wikitext.tree import Block, Inline

OPEN, CLOSE = "\x02", "\x03"
CELL = "\x1d"
"""Stands in a cell of a table between what a template says of its look and its text."""

MARK = re.compile(f"{OPEN}(\\d+){CLOSE}")

_UNUSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class GateStart:
    """Where a spoiler begins; a banner has no end of its own."""

    films: tuple[str, ...]
    explicit: bool


@dataclass(frozen=True, slots=True)
class GateEnd:
    """Where a spoiler ends."""


@dataclass(frozen=True, slots=True)
class NoteList:
    """Where the wiki lists its footnotes."""


Stashed: TypeAlias = Inline | Block | GateStart | GateEnd | NoteList


class Stash:
    """What the marks of one text stand for."""

    def __init__(self) -> None:
        self._things: list[Stashed] = []

    def put(self, thing: Stashed) -> str:
        """Keep something; return the mark that stands for it."""
        self._things.append(thing)
        return f"{OPEN}{len(self._things) - 1}{CLOSE}"

    def get(self, number: str) -> Stashed:
        """Return what a mark stands for, by what `MARK` finds in it."""
        return self._things[int(number)]


def usable(text: str) -> str:
    """Return text with one kind of line end, and without the characters that marks are made of."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNUSABLE.sub("\ufffd", text).replace("\x0c", " ")


def unmarked(text: str) -> str:
    """Return text without marks."""
    return MARK.sub("", text) if OPEN in text else text
