"""Writes a bundle that is the same as one that was made before out of what was kept of that: nothing is made anew."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import chain

from fanwiki.domain.page import PageId
from fanwiki.exporters.html.linker import Frame, folder_of
from fanwiki.exporters.html.making import SHEET, MadeFile, Notes, notes_of
from fanwiki.exporters.html.search_shards import IndexFigures
from fanwiki.exporters.html.sheets import NotKept, Whole
from fanwiki.exporters.html.source import BundleSource
from fanwiki.exporters.html.writer import BundleFolder, write_file
from fanwiki.jobs import Progress
from fanwiki.markup.shell import Shell, shell_of

LOT = 4 << 20
"""Files that stand on no sheet are kept in lots of about so many bytes."""

THREADS = 3
"""So many write at once: while the system writes for one, another puts the next page together."""


@dataclass(frozen=True, slots=True)
class KeptBundle:
    """A bundle of which everything was kept.

    Args:
        source: The wiki.
        whole: What stands on no sheet.
        folder: Where to write it.
    """

    source: BundleSource
    whole: Whole
    folder: BundleFolder

    def write(self, progress: Progress) -> Notes:
        """Write all files and return what is to be remembered of the pages.

        Raises:
            NotKept: Something of it is gone; what was written is of no use.
        """
        for name in self.whole.frame.sites:
            self.folder.make_folder(name)
        notes = Notes()
        sheets = sheets_of(self.source.prints)
        total = len(sheets) + self.whole.lots
        # Here, since other threads do not know in which language the copy speaks.
        shells = {name: shell_of(site) for name, site in self.whole.frame.sites.items()}
        with ThreadPoolExecutor(THREADS) as pool:
            try:
                lots = pool.map(self._lot, range(self.whole.lots))
                made = pool.map(partial(self._sheet, shells), sheets, sheets.values())
                for done, (files, some) in enumerate(chain(lots, made)):
                    progress.step(done, total, "Writing the bundle")
                    notes.add(some)
                    for file in files:
                        self.folder.listed.add_written(file.path, file.sha256, file.size)
            except BaseException:
                pool.shutdown(cancel_futures=True)
                raise
        return notes

    def _lot(self, number: int) -> tuple[list[MadeFile], Notes]:
        files = []
        for path, data in self.whole.read_lot(number):
            self.folder.make_folder(folder_of(path))
            files.append(self._written(path, data))
        return files, Notes()

    def _sheet(
        self, shells: Mapping[str, Shell], number: int, prints: Mapping[PageId, bytes]
    ) -> tuple[list[MadeFile], Notes]:
        sheet = self.source.sheet(number)
        if sheet is None or [(page.page, page.print) for page in sheet.pages] != list(prints.items()):
            raise NotKept
        paths = self.whole.frame.addresses.pages
        files = []
        for page in sheet.pages:
            path = paths[page.page]
            document = shells[folder_of(path)].document(page.title, page.article)
            files.append(self._written(path, document.encode()))
        return files, notes_of(sheet.pages)

    def _written(self, path: str, data: bytes) -> MadeFile:
        write_file(f"{self.folder.path}/{path}", data)
        return MadeFile(path, hashlib.sha256(data).hexdigest(), len(data), None)


class Lots:
    """Keeps files that stand on no sheet, a lot of them at a time.

    Args:
        source: The wiki, which tells whether they may be kept.
    """

    def __init__(self, source: BundleSource) -> None:
        self._source = source
        self._may = bool(source.prints)
        self._files: list[tuple[str, bytes]] = []
        self._size = 0
        self._kept = 0

    def keeping(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """Yield files, keeping them."""
        for path, data in files:
            yield path, data
            if self._may:
                self._files.append((path, data))
                self._size += len(data)
                if self._size >= LOT:
                    self._keep()

    def close(self, frame: Frame, figures: IndexFigures) -> None:
        """Keep what is left, and what all pages share; from then on the whole is kept."""
        if self._may:
            self._keep()
            self._source.keep_whole(frame, figures, self._kept)

    def _keep(self) -> None:
        self._source.keep_lot(self._kept, self._files)
        self._kept += 1
        self._files, self._size = [], 0


def sheets_of(prints: Mapping[PageId, bytes]) -> dict[int, dict[PageId, bytes]]:
    """Return the pages of each sheet with their prints."""
    sheets: dict[int, dict[PageId, bytes]] = {}
    for page, told in prints.items():
        sheets.setdefault(page // SHEET, {})[page] = told
    return sheets
