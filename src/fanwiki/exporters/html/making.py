"""Makes the pages of a bundle, some hundred that follow each other at a time: here, or in several processes at once.

A page takes what is in the wiki, where everything stands, and the shell round it; it takes nothing of another page's
making. So who makes which is of no account, and the bytes are the same.
"""

from __future__ import annotations

import hashlib
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
from fanwiki.exporters.html.search_scripts import add_page
from fanwiki.exporters.html.source import PageEntry, PageSource
from fanwiki.exporters.html.writer import write_file
from fanwiki.markup.shell import page_html

Inspect = Callable[[str, bytes], None]

TASK = 1000
"""So many pages at most are made as one task."""

LEAST_TASKS = 8
"""Even a small wiki is made as so many, so that several processes have something to do until the end."""

QUERY_LIST = b'class="query-'
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
                file, has_list = self.file(page.id)
                files.append(file)
                notes.words[page.id] = add_page(words, page, self._source).signature()
                if has_list:
                    notes.lists.add(page.id)
        return Batch(files, words.packed(), notes)

    def file(self, page: PageId) -> tuple[MadeFile, bool]:
        """Make the file of a page that was gathered, and tell whether a list that a query makes stands on it."""
        path = self._frame.addresses.pages[page]
        data = self.page(page, path).encode()
        if self._inspect is not None:
            self._inspect(path, data)
        if self._folder is not None:
            write_file(f"{self._folder}/{path}", data)
        made = MadeFile(path, hashlib.sha256(data).hexdigest(), len(data), data if self._folder is None else None)
        return made, QUERY_LIST in data

    def page(self, page: PageId, path: str) -> str:
        """Return the document of a page that was gathered."""
        folder = folder_of(path)
        view = with_picture_links(self._source.view(page, self._linkers[folder]))
        return page_html(as_home(view) if path == HOME else view, self._frame.sites[folder])


def tasks_of(pages: Iterable[PageEntry]) -> list[Task]:
    """Return the making of pages as tasks."""
    ordered = sorted(pages, key=lambda page: page.id)
    most = max(GATHERED, min(TASK, len(ordered) // (LEAST_TASKS * (os.cpu_count() or 1)) + 1))
    return [Task(start, tuple(ordered[start : start + most])) for start in range(0, len(ordered), most)]
