"""Indexes in alphabetical order: under which letter a title stands, and how a long index is split into files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from fanwiki.domain.initials import initial_of
from fanwiki.domain.title import lookup_key
from fanwiki.exporters.html.source import PageEntry

PART_SIZE = 1000
"""An index of more pages is split: no reader scrolls further, and no browser should have to."""

_ARTICLE = "the "


@dataclass(frozen=True, slots=True)
class Letter:
    """The pages under one letter; `anchor` is its id on the page."""

    label: str
    anchor: str
    pages: tuple[PageEntry, ...]


@dataclass(frozen=True, slots=True)
class IndexPart:
    """One file of an index: some letters that follow each other."""

    path: str
    label: str
    size: int
    letters: tuple[Letter, ...]


def reading_order(page: PageEntry) -> tuple[str, str, str, int]:
    """Return the key by which pages stand in indexes: by letter, then as people look titles up."""
    key = sort_key(page.title)
    return _letter(key), key, page.title, page.id


def sort_key(title: str) -> str:
    """Return a title's look-up key without its article: “The Adventures …” stands under A.

    Only “the” is left out; “a” is as often the beginning of a name.
    """
    key = lookup_key(title)
    return key.removeprefix(_ARTICLE) if len(key) > len(_ARTICLE) else key


def parts_of(pages: Sequence[PageEntry], path: str, *, most: int = PART_SIZE) -> tuple[IndexPart, ...]:
    """Split pages that stand in reading order into the files of an index whose first file is `path`.

    A file has at most so many pages, unless they all stand under one letter.
    """
    letters = [_group(label, entries) for label, entries in groupby(pages, lambda page: _letter(sort_key(page.title)))]
    if len(pages) <= most:
        return (_part(path, letters),)
    runs: list[list[Letter]] = []
    room = 0
    for letter in letters:
        if room < len(letter.pages):
            runs.append([])
            room = most
        runs[-1].append(letter)
        room -= len(letter.pages)
    stem = path.removesuffix(".html")
    return tuple(_part(f"{stem}-{number}.html", run) for number, run in enumerate(runs, start=1))


def _letter(key: str) -> str:
    """Return the label a look-up key stands under: that of its first letter or digit."""
    return initial_of(next((char for char in key if char.isalnum()), ""))


def _group(label: str, entries: Iterable[PageEntry]) -> Letter:
    return Letter(label, f"letter-{ord(label[0]):x}", tuple(entries))


def _part(path: str, letters: Sequence[Letter]) -> IndexPart:
    label = ""
    if letters:
        first, last = letters[0].label, letters[-1].label
        label = first if first == last else f"{first} to {last}"
    return IndexPart(path, label, sum(len(letter.pages) for letter in letters), tuple(letters))
