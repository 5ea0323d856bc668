"""What was made of pages, kept from one export to the next in the user's cache, with what tells whether it still holds.

Only what is made for somebody who sees everything is kept: there a page is made of its rows, and nothing is masked.
"""

from __future__ import annotations

import hashlib
import marshal
import pickle
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from types import TracebackType
from typing import Self

from fanwiki import paths
from fanwiki.domain.page import PageId
from fanwiki.exporters.html.kept import sheets_of
from fanwiki.exporters.html.linker import Frame
from fanwiki.exporters.html.making import SHEET
from fanwiki.exporters.html.search_shards import IndexFigures
from fanwiki.exporters.html.search_words import PageWords
from fanwiki.exporters.html.sheets import (
    MadePage,
    MadeWords,
    NotKept,
    Sheet,
    Whole,
    packed_pages,
    packed_words,
    pages_of,
    stamp_of,
)
from fanwiki.store.made_cache import MadeCache
from fanwiki.store.page_prints import SIZE, page_prints
from fanwiki.store.reader import Reader

MADE, CHUNK, WORDS = 0, 1, 2
"""The parts of a sheet."""


class Keeping:
    """What is kept; close it, or use it with `with`.

    Args:
        reader: The wiki, as somebody sees it who sees everything.
        shared: Tells whatever all pages of the bundle depend on.
    """

    def __init__(self, reader: Reader, shared: bytes) -> None:
        self._reader = reader
        self._shared = shared
        self._place = hashlib.sha256(shared).hexdigest()[:24]
        self._cache = MadeCache(paths.user_cache() / "sheets.sqlite")
        self._prints_elsewhere: Callable[[], Mapping[PageId, bytes]] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._cache.close()

    @cached_property
    def prints(self) -> Mapping[PageId, bytes]:
        """What changes, for each page, with anything that it shows."""
        if self._prints_elsewhere is not None:
            return self._prints_elsewhere()
        return page_prints(self._reader.snapshot, self._shared, date.today().isoformat())

    def leave_prints_to(self, others: Callable[[], Mapping[PageId, bytes]]) -> None:
        """Let others work out the prints, who are asked for them when they are needed."""
        self._prints_elsewhere = others

    @property
    def has_sheets(self) -> bool:
        """Whether anything is kept of pages of such a bundle."""
        return self._cache.has(f"{self._place} ")

    def stale(self) -> int:
        """Return how many pages must be made, besides those that were kept."""
        return sum(len({*prints.values()} - self._told(number)) for number, prints in sheets_of(self.prints).items())

    def _told(self, sheet: int) -> set[bytes]:
        stamp = self._cache.stamp(f"{self._place} {sheet}") or b""
        return {stamp[start : start + SIZE] for start in range(0, len(stamp), SIZE)}

    def sheet(self, number: int) -> Sheet | None:
        """Return what is kept of a sheet's pages, or None."""
        place = f"{self._place} {number}"
        stamp = self._cache.stamp(place)
        if stamp is None:
            return None
        made, chunk = (self._cache.part(place, stamp, part) for part in (MADE, CHUNK))
        if made is None or chunk is None:
            return None
        return Sheet(pages_of(made), chunk, lambda: self._cache.part(place, stamp, WORDS) or b"")

    def chunk(self, number: int, prints: Sequence[bytes]) -> bytes | None:
        """Return the words of a sheet's pages, packed for the index, if it was kept for these prints."""
        return self._cache.part(f"{self._place} {number}", b"".join(prints), CHUNK)

    def words(self, page: PageId, signature: bytes) -> PageWords | None:
        """Return the words of a page as it was made last, if they have this signature."""
        sheet = self.sheet(page // SHEET)
        made = [] if sheet is None else [row for row in sheet.pages if row.page == page and row.signature == signature]
        known = sheet.words.get(page) if sheet is not None and made else None
        return known.words if known is not None else None

    def keep_sheet(self, number: int, pages: Sequence[MadePage], chunk: bytes, words: Sequence[MadeWords]) -> None:
        """Keep what was made of a sheet's pages."""
        parts = (packed_pages(pages), chunk, packed_words(words))
        self._cache.put(f"{self._place} {number}", b"".join(page.print for page in pages), parts)

    def whole(self) -> Whole | None:
        """Return what was kept of a bundle that is the same in everything, or None."""
        place = f"{self._place} whole"
        stamp = self._cache.stamp(place)
        if stamp is None or stamp != self._stamp:
            return None
        for number, prints in sheets_of(self.prints).items():
            if self._cache.stamp(f"{self._place} {number}") != b"".join(prints.values()):
                return None
        packed = self._cache.part(place, self._stamp, 0)
        if packed is None:
            return None
        frame, figures, lots = pickle.loads(packed)
        return Whole(frame, figures, lots, self._lot)

    def keep_lot(self, number: int, files: Sequence[tuple[str, bytes]]) -> None:
        """Keep a lot of files that stand on no sheet."""
        self._cache.put(f"{self._place} lot {number}", self._stamp, (marshal.dumps(list(files)),))

    def keep_whole(self, frame: Frame, figures: IndexFigures, lots: int) -> None:
        """Keep what all pages share, when all sheets and all lots were kept."""
        packed = pickle.dumps((frame, figures, lots), pickle.HIGHEST_PROTOCOL)
        self._cache.put(f"{self._place} whole", self._stamp, (packed,))

    @cached_property
    def _stamp(self) -> bytes:
        """What tells everything that the bundle is made of: the pages, and who wrote them."""
        authors = "\n".join(self._reader.history.authors(self.prints))
        return stamp_of((*self.prints.values(), authors.encode()))

    def _lot(self, number: int) -> list[tuple[str, bytes]]:
        packed = self._cache.part(f"{self._place} lot {number}", self._stamp, 0)
        if packed is None:
            raise NotKept
        files: list[tuple[str, bytes]] = marshal.loads(packed)
        return files
