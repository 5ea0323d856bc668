"""Sheets: what was made of some hundred pages that follow each other, kept from one export to the next.

A page of a sheet holds as long as the print of the page is the same; see `Task.prints`. The words of all its pages are
kept packed, since a sheet whose words did not change adds the same to the index.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import NamedTuple

from fanwiki.domain.page import PageId
from fanwiki.exporters.html.linker import Frame
from fanwiki.exporters.html.search_shards import IndexFigures
from fanwiki.exporters.html.search_words import PageWords

_MARSHAL = 4


class MadePage(NamedTuple):
    """What is made of a page, whatever stands round it.

    Args:
        page: The page.
        print: Tells what it was made of; empty when nothing does.
        title: Its title.
        article: Its HTML.
        has_list: Whether a list that a query makes stands on it.
        signature: Tells its words and rows from any others, those of its names left out.
        mark: Tells what it adds to the index from anything else.
    """

    page: PageId
    print: bytes
    title: str
    article: str
    has_list: bool
    signature: bytes
    mark: bytes


class MadeWords(NamedTuple):
    """What a page adds to the index: its words, and the beginning of its text."""

    names: dict[str, int]
    text: dict[str, int]
    length: int
    size: int
    lead: str

    @classmethod
    def of(cls, words: PageWords, lead: str) -> MadeWords:
        """Make it of a page's words."""
        return cls(words.names, words.text, words.length, words.size, lead)

    @property
    def words(self) -> PageWords:
        """The words."""
        return PageWords(self.names, self.text, self.length, self.size)


def mark_of(words: MadeWords, signature: bytes) -> bytes:
    """Return what tells all that a page adds to the index from anything else."""
    told = marshal.dumps((list(words.names.items()), words.lead), 2)
    return blake2b(signature + told, digest_size=12).digest()


@dataclass(frozen=True)
class Sheet:
    """What was made of pages that follow each other.

    Args:
        pages: What was made of each.
        chunk: Their words, packed for the index.
        read_words: Returns the words of each, page by page, as `packed_words` packed them.
    """

    pages: Sequence[MadePage]
    chunk: bytes
    read_words: Callable[[], bytes]

    @property
    def marks(self) -> list[tuple[PageId, bytes]]:
        """The pages with what tells what each adds to the index."""
        return [(page.page, page.mark) for page in self.pages]

    def holding(self, prints: Iterable[tuple[PageId, bytes]]) -> dict[PageId, MadePage]:
        """Return the pages that still are as they were made, of those that have these prints now."""
        known = self._by_page
        return {page: known[page] for page, told in prints if page in known and told and known[page].print == told}

    @cached_property
    def _by_page(self) -> dict[PageId, MadePage]:
        return {page.page: page for page in self.pages}

    @cached_property
    def words(self) -> dict[PageId, MadeWords]:
        """The words of each page."""
        data = self.read_words()
        rows = marshal.loads(data) if data else []
        return {page.page: MadeWords(*row) for page, row in zip(self.pages, rows, strict=False)}


@dataclass(frozen=True)
class Whole:
    """Everything of a bundle that stands on no sheet, as it was kept.

    Args:
        frame: What the pages share.
        figures: What is to know of the search index.
        lots: How many lots of other files there are.
        read_lot: Returns a lot: paths with bytes.
    """

    frame: Frame
    figures: IndexFigures
    lots: int
    read_lot: Callable[[int], list[tuple[str, bytes]]]


class NotKept(Exception):  # noqa: N818  (it is an answer: it must be made)
    """What was kept is gone, or is not what it was."""


def stamp_of(prints: Iterable[bytes]) -> bytes:
    """Return what tells the prints of some pages from any others."""
    return blake2b(b"".join(prints), digest_size=16).digest()


def packed_pages(pages: Iterable[MadePage]) -> bytes:
    """Return pages as bytes."""
    return marshal.dumps([tuple(page) for page in pages], _MARSHAL)


def pages_of(data: bytes) -> list[MadePage]:
    """Return the pages that were packed."""
    return [MadePage(*row) for row in marshal.loads(data)]


def packed_words(words: Iterable[MadeWords]) -> bytes:
    """Return the words of pages as bytes."""
    return marshal.dumps([tuple(row) for row in words], _MARSHAL)
