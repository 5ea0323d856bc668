"""How the words of an index are split into files, and what its size decides.

Where a file ends is told by the words in it, not by how many files there are before. So an edit changes the files
that hold its words, and those after them stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from zlib import crc32

from fanwiki.exporters.html.search_packing import packed_terms, script_text

SHARD = 48_000
LEAST = 34_000
"""A file of so much ends behind the next word that happens to have a certain hash, at the latest at `SHARD`."""

ONE_IN = 64
LEADS = (320, 240, 160, 120, 80, 48)
"""How many characters of each page's beginning are kept; how many, the size of the text decides."""

SMALL = 1_000_000
LEAD_IN_SMALL = 160
"""A wiki with less text than that has room for longer beginnings, whatever part of the text that is."""

COMMON_FROM = 2000
"""In a wiki of so many pages, a word that half of them have is not listed for each."""


@dataclass(slots=True)
class Shard:
    """The lines of one file: words and their pages, packed."""

    terms: list[str] = field(default_factory=list)
    postings: list[str] = field(default_factory=list)
    size: int = 0

    @property
    def first(self) -> str:
        """The word by which the file is found."""
        return self.terms[0]

    def add(self, term: str, posting: str) -> bool:
        """Add a line and tell whether the file ends behind it."""
        self.terms.append(term)
        self.postings.append(posting)
        self.size += len(posting) + len(term) // 2 + 3
        return self.size >= SHARD or (self.size >= LEAST and crc32(term.encode("utf-8", "surrogatepass")) % ONE_IN == 0)

    def values(self) -> list[object]:
        """Return what the file hands over."""
        return [packed_terms(self.terms), " ".join(self.postings)]


@dataclass(frozen=True, slots=True)
class IndexFigures:
    """What of an index decides how much room there is in it.

    Args:
        pages: How many pages it has.
        names: How much their names take.
        written: How much everything takes but the descriptions of pages.
        text: How many characters of text the pages have.
        common: On how many pages the words stand that are not listed for each.
    """

    pages: int = 0
    names: int = 0
    written: int = 0
    text: int = 0
    common: dict[str, int] = field(default_factory=dict)

    @property
    def lead_length(self) -> int:
        """How much of each page's beginning may be kept so that all is smaller than a third of the text."""
        least = LEAD_IN_SMALL if self.text < SMALL else LEADS[-1]
        room = (self.text / 3 * 0.92 - self.written - self.names) / max(1, self.pages)
        return next((length for length in LEADS if length <= max(room, least)), LEADS[-1])


def shards_of(lines: Iterable[tuple[str, str]]) -> Iterator[Shard]:
    """Split lines into files."""
    shard = Shard()
    for term, posting in lines:
        if shard.add(term, posting):
            yield shard
            shard = Shard()
    if shard.terms:
        yield shard


def common_above(pages: int) -> int:
    """Return on how many of so many pages a word may stand and still be listed for each."""
    return pages // 2 if pages >= COMMON_FROM else pages


def size_of(values: list[object]) -> int:
    """Return how many bytes values take in a script."""
    return len(script_text(values).encode())
