"""Makes the pages of a bundle, some hundred that follow each other at a time: here, or in several processes at once.

A page takes what is in the wiki, where everything stands, and the shell round it; it takes nothing of another page's
making. So who makes which is of no account, and the bytes are the same.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import NamedTuple, Protocol

from fanwiki.domain.page import PageId
from fanwiki.exporters.html.documents import as_home
from fanwiki.exporters.html.linker import Frame, Linker, folder_of
from fanwiki.exporters.html.picture_links import with_picture_links
from fanwiki.exporters.html.plan import HOME
from fanwiki.exporters.html.search_chunks import ChunkWords
from fanwiki.exporters.html.search_scripts import beginning
from fanwiki.exporters.html.search_words import page_words
from fanwiki.exporters.html.sheets import MadePage, MadeWords, Sheet, mark_of
from fanwiki.exporters.html.source import PageEntry, PageSource
from fanwiki.exporters.html.writer import write_file
from fanwiki.markup.shell import article_html, page_html, shell_of
from fanwiki.markup.views import PageView

Inspect = Callable[[str, bytes], None]

SHEET = 256
"""Pages whose ids divided by this are the same stand on one sheet: they are one task, and are kept together."""

QUERY_LIST = 'class="query-'
"""Stands in a document that has a list which a query makes."""

GATHERED = 100
"""So many pages are read at once."""


@dataclass(frozen=True, slots=True)
class Task:
    """Pages that follow each other in the order of their ids.

    Args:
        sheet: The number of the sheet on which they stand.
        pages: The pages.
        prints: For each page what changes with anything that it shows; empty when nothing may be kept.
    """

    sheet: int
    pages: tuple[PageEntry, ...]
    prints: tuple[bytes, ...] = ()


class MadeFile(NamedTuple):
    """A file of the bundle.

    Args:
        path: Where it stands.
        sha256: The hash of its bytes.
        size: How many they are.
        data: The bytes themselves, unless they are written already.
    """

    path: str
    sha256: str
    size: int
    data: bytes | None


@dataclass(slots=True)
class Notes:
    """What is remembered of pages, for exporting them again after an edit.

    Args:
        words: For each page what tells its words in the search index from any others, and its rows.
        lists: The pages on which a list stands that a query makes: that may change with any other page.
    """

    words: dict[PageId, bytes] = field(default_factory=dict)
    lists: set[PageId] = field(default_factory=set)

    def add(self, others: Notes) -> None:
        """Remember what is remembered of others."""
        self.words |= others.words
        self.lists |= others.lists


@dataclass(frozen=True, slots=True)
class Batch:
    """What a task made: the files of its pages, their words as a `WordChunk`, and what is to be remembered of each."""

    files: list[MadeFile]
    words: bytes
    notes: Notes


class Workshop(Protocol):
    """Whoever makes pages."""

    def made(
        self, frame: Frame, tasks: Iterable[Task], inspect: Inspect | None, folder: Path | None
    ) -> Iterator[Batch]:
        """Yield what becomes of tasks, in their order.

        Args:
            frame: What the pages share.
            tasks: The pages.
            inspect: Called with path and bytes of each file; what it raises is raised here.
            folder: Where to write the files; None to hand over their bytes.
        """


class OwnWorkshop:
    """Makes pages in this very process.

    Args:
        source: The wiki.
    """

    def __init__(self, source: PageSource) -> None:
        self._source = source

    def made(
        self, frame: Frame, tasks: Iterable[Task], inspect: Inspect | None, folder: Path | None
    ) -> Iterator[Batch]:
        """Yield what becomes of tasks, in their order; arguments are those of `Workshop`."""
        maker = PageMaker(self._source, frame, inspect, folder)
        return map(maker.make, tasks)


class PageMaker:
    """Makes pages.

    Args:
        source: The wiki.
        frame: What the pages share; it and the next two are as in `Workshop`.
        inspect: Called with path and bytes of each file.
        folder: Where to write the files.
        only: The pages whose files are made; None for all.
    """

    def __init__(
        self,
        source: PageSource,
        frame: Frame,
        inspect: Inspect | None,
        folder: Path | None,
        only: Collection[PageId] | None = None,
    ) -> None:
        self._source = source
        self._frame = frame
        self._inspect = inspect
        self._folder = folder
        self._only = only
        self._linkers = {name: Linker(frame.addresses, name) for name in frame.sites}
        self._shells = {name: shell_of(site) for name, site in frame.sites.items()}

    def make(self, task: Task) -> Batch:
        """Make the pages of a task: those that were kept and still hold are only written."""
        sheet = self._source.sheet(task.sheet) if task.prints else None
        told = dict(zip((page.id for page in task.pages), task.prints or [b""] * len(task.pages), strict=True))
        holding = sheet.holding(told.items()) if sheet is not None else {}
        stale = [page for page in task.pages if page.id not in holding]
        if sheet is not None and stale and len(sheet.words) != len(sheet.pages):
            sheet, holding, stale = None, {}, list(task.pages)
        fresh: dict[PageId, tuple[MadePage, MadeWords]] = {}
        for start in range(0, len(stale), GATHERED):
            some = stale[start : start + GATHERED]
            self._source.gather([page.id for page in some])
            fresh.update((page.id, self._fresh(page, told[page.id])) for page in some)
        pages = [holding[page.id] if page.id in holding else fresh[page.id][0] for page in task.pages]
        words = self._words(pages, fresh, sheet)
        if task.prints and (sheet is None or stale or len(pages) != len(sheet.pages)):
            rows = [fresh[page.page][1] if page.page in fresh else sheet.words[page.page] for page in pages]  # type: ignore[union-attr]
            self._source.keep_sheet(task.sheet, pages, words, rows)
        return self._batch(pages, words)

    def _fresh(self, page: PageEntry, told: bytes) -> tuple[MadePage, MadeWords]:
        """Make a page that was gathered."""
        path = self._frame.addresses.pages[page.id]
        direction = self._frame.sites[folder_of(path)].direction
        view = self._view(page.id, path)
        article = str(article_html(view, direction))
        text = self._source.text(page.id)
        found = page_words(page, text)
        words, signature = MadeWords.of(found, beginning(text)), found.signature(text.rows)
        mark = mark_of(words, signature)
        return MadePage(page.id, told, view.title, article, QUERY_LIST in article, signature, mark), words

    def _words(
        self, pages: Sequence[MadePage], fresh: Mapping[PageId, tuple[MadePage, MadeWords]], sheet: Sheet | None
    ) -> bytes:
        """Return the words of pages, packed for the index."""
        if sheet is not None and sheet.marks == [(page.page, page.mark) for page in pages]:
            return sheet.chunk
        collected = ChunkWords()
        for page in pages:
            words = fresh[page.page][1] if page.page in fresh or sheet is None else sheet.words[page.page]
            collected.add(words.words, words.lead)
        return collected.packed().to_bytes()

    def _batch(self, pages: Sequence[MadePage], words: bytes) -> Batch:
        paths = self._frame.addresses.pages
        files = []
        for page in pages:
            if self._only is not None and page.page not in self._only:
                continue
            document = self._shells[folder_of(paths[page.page])].document(page.title, page.article)
            files.append(self._written(page.page, document))
        return Batch(files, words, notes_of(pages))

    def file(self, page: PageId) -> tuple[MadeFile, bool]:
        """Make the file of a page that was gathered, and tell whether a list that a query makes stands on it."""
        path = self._frame.addresses.pages[page]
        data = self.page(page, path)
        return self._written(page, data), QUERY_LIST in data

    def page(self, page: PageId, path: str) -> str:
        """Return the document of a page that was gathered."""
        return page_html(self._view(page, path), self._frame.sites[folder_of(path)])

    def _view(self, page: PageId, path: str) -> PageView:
        view = with_picture_links(self._source.view(page, self._linkers[folder_of(path)]))
        return as_home(view, self._frame.sites[folder_of(path)].title) if path == HOME else view

    def _written(self, page: PageId, document: str) -> MadeFile:
        path = self._frame.addresses.pages[page]
        data = document.encode()
        if self._inspect is not None:
            self._inspect(path, data)
        if self._folder is not None:
            write_file(f"{self._folder}/{path}", data)
        return MadeFile(path, hashlib.sha256(data).hexdigest(), len(data), data if self._folder is None else None)


def notes_of(pages: Iterable[MadePage]) -> Notes:
    """Return what is to be remembered of pages."""
    notes = Notes()
    for page in pages:
        notes.words[page.page] = page.signature
        if page.has_list:
            notes.lists.add(page.page)
    return notes


def tasks_of(pages: Iterable[PageEntry], prints: Mapping[PageId, bytes] | None = None) -> list[Task]:
    """Return the making of pages as tasks; `prints` tell what may be kept."""
    ordered = sorted(pages, key=lambda page: page.id)
    tasks = []
    for sheet, some in groupby(ordered, lambda page: page.id // SHEET):
        rows = tuple(some)
        tasks.append(Task(sheet, rows, tuple(prints.get(page.id, b"") for page in rows) if prints else ()))
    return tasks
