"""Processes that make the pages of a bundle, all of them from one state of the wiki.

Each opens the wiki itself, so that no text goes from one to the other: a task is a list of pages, its answer what was
written and the words of it, packed. Only so many tasks are under way that memory stays flat. The processes are
spawned, so that they may be started from any thread of a program with a window.
"""

from __future__ import annotations

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from fanwiki.domain.page import PageId
from fanwiki.domain.viewer import Viewer
from fanwiki.errors import FanwikiError
from fanwiki.exporters.html.linker import Frame
from fanwiki.exporters.html.making import Batch, Inspect, PageMaker, Task
from fanwiki.jobs import Progress
from fanwiki.markup.render import Renderer
from fanwiki.store.reader import Reader
from fanwiki.store.wiki_file import WikiFile
from fanwiki.wording import Catalogue, speak, spoken

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

WORTH_IT = 1500
"""Fewer pages are made before a process has started."""

MOST_PROCESSES = 8
UNDER_WAY = 2
"""So many tasks each process has at a time: one it works on, and the next."""

CACHE_KIB = 8192
PATIENCE = 10.0
"""Seconds that a process waits for another to write what it rendered into the wiki."""

_POLL = 0.1


@dataclass(frozen=True, slots=True)
class _Order:
    """What a process needs to know before its first task."""

    frame: Frame
    inspect: Inspect | None
    folder: Path | None
    shared: bytes


@dataclass(frozen=True, slots=True)
class _Prints:
    """Asks a process for the prints of all pages."""

    shared: bytes


class OtherState(Exception):  # noqa: N818  (it is an answer: all must begin anew)
    """Somebody wrote to the wiki between two of the beginnings to read."""


class _Process:
    """A process, and the places of its tasks in the order of all."""

    def __init__(self, wiki: Path, viewer: Viewer) -> None:
        import multiprocessing  # a small export should not wait for this import

        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(
            target=serve, args=(theirs, wiki, viewer, spoken()), name="fanwiki-export"
        )
        self.process.start()
        theirs.close()
        self.places: deque[int] = deque()

    def received(self) -> Any:
        """Return what it sends next.

        Raises:
            FanwikiError: It met what a user can act on.
            OSError: The disk refused.
        """
        try:
            kind, value = self.connection.recv()
        except EOFError as error:
            raise RuntimeError("a process that makes pages has ended") from error
        if kind == "refused":
            raise OSError(*value)
        if kind == "failed":
            its_class, text, hint = value
            raise its_class(text, hint)
        return value


class Pool:
    """Makes pages in other processes. It is its own context manager; leaving it ends them.

    Args:
        wiki: The wiki file.
        reader: The state of it that all must read, for whom pages are made.
        shared: Tells whatever all pages depend on, so that made pages may be kept; empty when none may.
        progress: Polled while there is nothing to do but wait.
    """

    def __init__(self, wiki: Path, reader: Reader, shared: bytes, progress: Progress) -> None:
        count = max(2, min(os.cpu_count() or 1, MOST_PROCESSES))
        self._changes = reader.changes
        self._shared = shared
        self._progress = progress
        self._begun = 0
        self._processes = [_Process(wiki, reader.viewer) for _ in range(count)]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for process in self._processes:
            if kind is not None:
                process.process.terminate()
            process.connection.close()
        for process in self._processes:
            process.process.join()
            process.process.close()

    def prints_under_way(self) -> Callable[[], Mapping[PageId, bytes]]:
        """Let a process work out the prints of all pages, while it has no pages to make; return what waits for them.

        That raises `OtherState` when the process does not read what it must.
        """
        process = self._processes[0]
        process.connection.send(None)
        process.connection.send(_Prints(self._shared))
        self._begun = 1
        return self._prints

    def _prints(self) -> Mapping[PageId, bytes]:
        first = self._processes[:1]
        self._wait_for(first)
        if first[0].received() != self._changes:
            raise OtherState
        self._wait_for(first)
        prints: Mapping[PageId, bytes] = first[0].received()
        return prints

    def reads_state(self, changes: int) -> bool:
        """Let every process begin to read that does not yet, and tell whether all read the state of this number."""
        others = self._processes[self._begun :]
        for process in others:
            process.connection.send(None)
        self._wait_for(others)
        return {process.received() for process in others} == {changes}

    def made(
        self, frame: Frame, tasks: Iterable[Task], inspect: Inspect | None, folder: Path | None
    ) -> Iterator[Batch]:
        """Yield what becomes of tasks, in their order; the first are under way when this returns.

        Raises:
            OtherState: The processes do not read what they must.
        """
        if not self.reads_state(self._changes):
            raise OtherState
        for process in self._processes:
            process.connection.send(_Order(frame, inspect, folder, self._shared))
        rest = enumerate(tasks)
        for _ in range(UNDER_WAY):
            for process in self._processes:
                self._give(process, rest)
        return self._collected(rest)

    def _collected(self, rest: Iterator[tuple[int, Task]]) -> Iterator[Batch]:
        waiting: dict[int, Batch] = {}
        place = 0
        while any(process.places for process in self._processes) or waiting:
            if place in waiting:
                yield waiting.pop(place)
                place += 1
                continue
            for process in self._ready():
                batch = process.received()
                waiting[process.places.popleft()] = batch
                self._give(process, rest)

    def _give(self, process: _Process, rest: Iterator[tuple[int, Task]]) -> None:
        for place, task in rest:
            process.places.append(place)
            process.connection.send(task)
            return

    def _ready(self) -> list[_Process]:
        """Return the processes that have something to say, when there is one."""
        busy = {process.connection: process for process in self._processes if process.places}
        while not (ready := wait(list(busy), timeout=_POLL)):
            self._poll()
        return [busy[connection] for connection in ready]  # type: ignore[index]

    def _wait_for(self, processes: Iterable[_Process]) -> None:
        for process in processes:
            while not process.connection.poll(_POLL):
                self._poll()

    def _poll(self) -> None:
        if self._progress.cancel.requested:
            self._progress.step(0, None)


def serve(connection: Connection, wiki: Path, viewer: Viewer, language: Catalogue) -> None:
    """Make pages until the other side is gone; runs in a process of its own."""
    speak(language)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends this process
    with suppress(EOFError, BrokenPipeError):
        try:
            connection.recv()
            _serve(connection, wiki, viewer)
        except FanwikiError as error:
            connection.send(("failed", (type(error), error.text, error.hint)))
        except OSError as error:
            connection.send(("refused", (error.errno, error.strerror)))


def _serve(connection: Connection, path: Path, viewer: Viewer) -> None:
    from fanwiki.services.bundles import BundlePages
    from fanwiki.services.page_keeping import Keeping

    with WikiFile.open(path) as wiki:
        wiki.patience = PATIENCE
        with wiki.reading(viewer) as reader, Renderer(reader.rendered) as renderer:
            reader.snapshot.keep_less(CACHE_KIB)
            connection.send(("reads", reader.changes))
            order: _Order | _Prints = connection.recv()
            if isinstance(order, _Prints):
                with Keeping(reader, order.shared) as keeping:
                    connection.send(("prints", keeping.prints))
                order = connection.recv()
            assert isinstance(order, _Order)
            with Keeping(reader, order.shared) if order.shared else nullcontext() as keeping:
                source = BundlePages(reader, renderer, keeping)
                maker = PageMaker(source, order.frame, order.inspect, order.folder)
                gc.disable()  # what it finds within a task is next to nothing, and looking takes time
                gc.freeze()  # what is there now stays
                with suppress(EOFError):
                    while True:
                        connection.send(("made", maker.make(connection.recv())))
                        gc.collect(0)
