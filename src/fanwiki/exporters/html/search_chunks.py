"""The words of some pages that follow each other, packed so that the index only has to join them.

Packing is most of the work that an index takes, and it can be done anywhere: a process that makes pages packs their
words too, and hands over one run for each word instead of one value for each word of each page.
"""

from __future__ import annotations

import marshal
from collections import defaultdict
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TypeAlias

from fanwiki.exporters.html.search_packing import packed_number
from fanwiki.exporters.html.search_words import PageWords

LEVELS = 3
Run: TypeAlias = tuple[int, int, bytes]
"""Rising numbers: the first, the last, and the steps after the first, packed.

They count from the chunk's first page, so that a chunk stays the same whatever comes before it."""


@dataclass(slots=True)
class WordChunk:
    """What some pages add to the index.

    Args:
        names: The words of names: each with pairs of a page's number, counted from the first, and its flags.
        text: For each level the runs of the other words.
        lengths: How long each page is.
        leads: The beginning of each page.
        size: How many characters of text they have.
    """

    names: dict[str, list[int]] = field(default_factory=dict)
    text: tuple[dict[str, Run], ...] = ()
    lengths: list[int] = field(default_factory=list)
    leads: list[str] = field(default_factory=list)
    size: int = 0

    def to_bytes(self) -> bytes:
        """Return it as bytes, to be kept or handed to another process."""
        return marshal.dumps((self.names, self.text, self.lengths, self.leads, self.size))

    @classmethod
    def from_bytes(cls, data: bytes) -> WordChunk:
        """Read it from bytes."""
        return cls(*marshal.loads(data))


class ChunkWords:
    """Collects the words of pages in the order of their numbers."""

    def __init__(self) -> None:
        self._chunk = WordChunk()
        self._text: tuple[defaultdict[str, list[int]], ...] = tuple(defaultdict(list) for _ in range(LEVELS))

    def add(self, words: PageWords, lead: str) -> None:
        """Add the words and the beginning of the next page."""
        chunk = self._chunk
        number = len(chunk.lengths)
        chunk.lengths.append(words.length)
        chunk.leads.append(lead)
        chunk.size += words.size
        for word, flags in words.names.items():
            chunk.names.setdefault(word, []).extend((number, flags))
        texts = self._text
        for word, level in words.text.items():
            texts[level][word].append(number)

    def packed(self) -> WordChunk:
        """Return what was collected."""
        self._chunk.text = tuple(
            {word: _run(found) if len(found) > 1 else (found[0], found[0], b"") for word, found in level.items()}
            for level in self._text
        )
        return self._chunk


def _run(numbers: list[int]) -> Run:
    return numbers[0], numbers[-1], b"".join([packed_number(n - m - 1) for m, n in pairwise(numbers)])
