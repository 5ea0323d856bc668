"""What was made of pages, kept from one export to the next in the user's cache, with what tells whether it still holds.

Only what is made for somebody who sees everything is kept: there a page is made of its rows, and nothing is masked.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from functools import cached_property
from types import TracebackType
from typing import Self

from fanwiki import paths
from fanwiki.domain.page import PageId
from fanwiki.exporters.html.sheets import MadePage, MadeWords, Sheet, packed_pages, packed_words, pages_of
from fanwiki.store.made_cache import MadeCache
from fanwiki.store.page_prints import page_prints
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

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._cache.close()

    @cached_property
    def prints(self) -> Mapping[PageId, bytes]:
        """What changes, for each page, with anything that it shows."""
        return page_prints(self._reader.snapshot, self._shared)

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

    def keep_sheet(self, number: int, pages: Sequence[MadePage], chunk: bytes, words: Sequence[MadeWords]) -> None:
        """Keep what was made of a sheet's pages."""
        parts = (packed_pages(pages), chunk, packed_words(words))
        stamp = hashlib.blake2b(b"".join(page.print for page in pages), digest_size=16).digest()
        self._cache.put(f"{self._place} {number}", stamp, parts)
