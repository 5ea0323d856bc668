"""Made pages that are kept from one export to the next, by the hash of everything that they are made of.

Only pages for somebody who sees everything are kept: there a page is made of its rows, and nothing is masked.
"""

from __future__ import annotations

import hashlib
import marshal
from collections.abc import Sequence
from types import TracebackType
from typing import Self

from fanwiki import paths
from fanwiki.domain.page import PageId
from fanwiki.services.linking import Leads
from fanwiki.store.made_cache import MadeCache
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow

WAITING = 400
"""So many pages wait to be written together."""


class Keeping:
    """Pages that are kept; close it, or use it with `with`.

    Args:
        reader: The wiki, as somebody sees it who sees everything.
        shared: Tells whatever all pages of the bundle depend on.
    """

    def __init__(self, reader: Reader, shared: bytes) -> None:
        self._reader = reader
        self._shared = shared
        self._cache = MadeCache(paths.user_cache() / "pages.sqlite")
        self._keys: dict[PageId, str] = {}
        self._found: dict[str, bytes] = {}
        self._waiting: dict[str, bytes] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._cache.put_all(self._waiting)
        self._cache.close()

    def gather(self, pages: Sequence[PageRow], leads: Leads) -> None:
        """Look up what is kept of pages that were gathered."""
        gathered = self._reader.snapshot.gathered
        self._keys = {}
        for page in pages:
            told = None if gathered is None else gathered.everything(page)
            kind = self._reader.kinds().of(page.kind)
            if told is not None and gathered is not None and not kind.rumour and kind.name != "source":
                pointers = gathered.pointing_ids(page)
                days = [(leads.dates[each].released, leads.dates[each].in_universe) for each in pointers]
                found = hashlib.blake2b(self._shared + told + marshal.dumps(days, 2), digest_size=24)
                self._keys[page.id] = found.hexdigest()
        self._found = dict(self._cache.get_all(self._keys.values()))

    def kept(self, page: PageId) -> bytes | None:
        """Return what is kept of a page that was gathered, or None."""
        return self._found.get(self._keys.get(page, ""))

    def keep(self, page: PageId, made: bytes) -> None:
        """Keep a page that was gathered."""
        if page in self._keys:
            self._waiting[self._keys[page]] = made
        if len(self._waiting) >= WAITING:
            self._cache.put_all(self._waiting)
            self._waiting = {}
