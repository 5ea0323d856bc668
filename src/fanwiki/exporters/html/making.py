"""Makes the pages of a bundle, some hundred that follow each other at a time: here, or in several processes at once.

A page takes what is in the wiki, where everything stands, and the shell round it; it takes nothing of another page's
making. So who makes which is of no account, and the bytes are the same.
"""

from __future__ import annotations

import hashlib
import marshal
import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from fanwiki.domain.page import PageId
from fanwiki.exporters.html.documents import as_home
from fanwiki.exporters.html.linker import Frame, Linker, folder_of
from fanwiki.exporters.html.picture_links import with_picture_links
from fanwiki.exporters.html.plan import HOME
from fanwiki.exporters.html.search_chunks import ChunkWords, WordChunk
from fanwiki.exporters.html.search_scripts import beginning
from fanwiki.exporters.html.search_words import PageWords, page_words
from fanwiki.exporters.html.source import PageEntry, PageSource
from fanwiki.exporters.html.writer import write_file
from fanwiki.markup.shell import article_html, document_html, page_html
from fanwiki.markup.views import PageView

Inspect = Callable[[str, bytes], None]

TASK = 1000
"""So many pages at most are made as one task."""

LEAST_TASKS = 8
"""Even a small wiki is made as so many, so that several processes have something to do until the end."""

QUERY_LIST = 'class="query-'
"""Stands in a document that has a list which a query makes."""

GATHERED = 100
"""So many pages are read at once."""


@dataclass(frozen=True, slots=True)
class Task:
    """Pages that follow each other in the order of their ids, and the number of the first."""

    first: int
    pages: tuple[PageEntry, ...]


@dataclass(frozen=True, slots=True)
class MadeFile:
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
        words: For each page what tells its words in the search index from any others.
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
    """What a task made: the files of its pages, their words, and what is to be remembered of each."""

    files: list[MadeFile]
    words: WordChunk
    notes: Notes


@dataclass(frozen=True, slots=True)
class MadePage:
    """What is made of a page, whatever stands round it.

    Args:
        article: Its HTML.
        has_list: Whether a list that a query makes stands on it.
        words: Its words.
        lead: The beginning of its text.
    """

    article: str
    has_list: bool
    words: PageWords
    lead: str

    def to_bytes(self) -> bytes:
        """Return it as bytes, to be kept."""
        words = self.words
        return marshal.dumps((self.article, words.names, words.text, words.length, words.size, self.lead))

    @classmethod
    def from_bytes(cls, data: bytes) -> MadePage:
        """Read it from bytes; pages with a list are never kept."""
        article, names, text, length, size, lead = marshal.loads(data)
        return cls(article, has_list=False, words=PageWords(names, text, length, size), lead=lead)


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
    """Makes pages; arguments are those of `Workshop`."""

    def __init__(self, source: PageSource, frame: Frame, inspect: Inspect | None, folder: Path | None) -> None:
        self._source = source
        self._frame = frame
        self._inspect = inspect
        self._folder = folder
        self._linkers = {name: Linker(frame.addresses, name) for name in frame.sites}

    def make(self, task: Task) -> Batch:
        """Make the pages of a task."""
        words = ChunkWords(task.first)
        files = []
        notes = Notes()
        for start in range(0, len(task.pages), GATHERED):
            pages = task.pages[start : start + GATHERED]
            self._source.gather([page.id for page in pages])
            for page in pages:
                made = self._made(page)
                files.append(self._written(page.id, self._document(page, made)))
                words.add(made.words, made.lead)
                notes.words[page.id] = made.words.signature()
                if made.has_list:
                    notes.lists.add(page.id)
        return Batch(files, words.packed(), notes)

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
        return as_home(view) if path == HOME else view

    def _document(self, page: PageEntry, made: MadePage) -> str:
        path = self._frame.addresses.pages[page.id]
        return document_html(page.title, made.article, self._frame.sites[folder_of(path)])

    def _made(self, page: PageEntry) -> MadePage:
        """Return what is to be written of a page: as it was kept, else made anew."""
        kept = self._source.kept(page.id)
        if kept is not None:
            return MadePage.from_bytes(kept)
        path = self._frame.addresses.pages[page.id]
        direction = self._frame.sites[folder_of(path)].direction
        article = str(article_html(self._view(page.id, path), direction))
        text = self._source.text(page.id)
        made = MadePage(article, QUERY_LIST in article, page_words(page, text), beginning(text))
        if not made.has_list:
            self._source.keep(page.id, made.to_bytes())
        return made

    def _written(self, page: PageId, document: str) -> MadeFile:
        path = self._frame.addresses.pages[page]
        data = document.encode()
        if self._inspect is not None:
            self._inspect(path, data)
        if self._folder is not None:
            write_file(f"{self._folder}/{path}", data)
        return MadeFile(path, hashlib.sha256(data).hexdigest(), len(data), data if self._folder is None else None)


def tasks_of(pages: Iterable[PageEntry]) -> list[Task]:
    """Return the making of pages as tasks."""
    ordered = sorted(pages, key=lambda page: page.id)
    most = max(GATHERED, min(TASK, len(ordered) // (LEAST_TASKS * (os.cpu_count() or 1)) + 1))
    return [Task(start, tuple(ordered[start : start + most])) for start in range(0, len(ordered), most)]
