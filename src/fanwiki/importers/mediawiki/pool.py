"""Processes that make pages while the dump is read on; one that hangs or dies costs a page its Markdown, no more.

Jobs are handed out in small bundles, and their results come back in order. Only so many bundles are under way that
memory stays bounded, however fast the dump is read. Processes are spawned, so that they may be started from any
thread of a program with a window.
"""

from __future__ import annotations

import contextlib
import io
import multiprocessing
import os
import pickle
import signal
import time
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import TYPE_CHECKING, Any

from fanwiki.importers.mediawiki.pages import Job, Made, PageMaker
from fanwiki.jobs import Progress
from fanwiki.wording import phrase

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

PATIENCE = 20.0
"""Seconds that one page may take once a process is at work, and…"""

PACE = 50_000
"""…one more for so many characters; a busy machine needs a tenth of that."""

BUNDLE = 100_000
"""A bundle has about so many characters."""

MOST_JOBS = 25
MOST_WAITING = 6
"""So many bundles may wait for the one whose turn it is, for each process."""

MEMORY = 3 << 29
"""The address space of a process, in bytes."""

_POLL = 0.2
_READY = "ready"


@dataclass(slots=True)
class _Bundle:
    """Jobs that are sent together.

    Args:
        results: What came back; complete when it is as long as the jobs.
    """

    jobs: list[Job]
    results: list[Made] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return len(self.results) == len(self.jobs)


class _Process:
    """A process and what it is at."""

    def __init__(self, maker: PageMaker) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, theirs = context.Pipe()
        self.process: SpawnProcess = context.Process(
            target=serve, args=(theirs, maker), daemon=True, name="fanwiki-import"
        )
        self.process.start()
        theirs.close()
        self.bundle: _Bundle | None = None
        self.since = time.monotonic()
        self.is_ready = False

    def give(self, bundle: _Bundle) -> None:
        """Send what is left of a bundle."""
        self.bundle = bundle
        self.since = time.monotonic()
        self.connection.send(bundle.jobs[len(bundle.results) :])

    @property
    def hangs(self) -> bool:
        """Whether it has been at one page for too long."""
        if not self.is_ready or self.bundle is None:
            return False
        job = self.bundle.jobs[len(self.bundle.results)]
        return time.monotonic() - self.since > PATIENCE + job.size / PACE

    def fate(self) -> str:
        """Say how it ended: a bug has told its traceback, lack of memory or a full stack tell nothing."""
        self.process.join(1)
        is_bug = self.process.exitcode == 1
        return phrase("could not be converted") if is_bug else phrase("cannot be read within the memory that there is")

    def stop(self) -> None:
        """End it."""
        self.connection.close()
        self.process.kill()
        self.process.join()
        self.process.close()


class Pool:
    """Makes pages in other processes.

    Args:
        maker: What makes them.
        processes: How many.
    """

    def __init__(self, maker: PageMaker, processes: int | None = None) -> None:
        self._maker = maker
        self._processes = [_Process(maker) for _ in range(processes or max(1, min(os.cpu_count() or 1, 8)))]
        self._order: deque[_Bundle] = deque()
        self._waiting: deque[_Bundle] = deque()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._processes:
            process.stop()

    def made(self, jobs: Iterable[Job], progress: Progress) -> Iterator[tuple[Job, Made]]:
        """Yield what becomes of jobs, in their order.

        Args:
            progress: Polled while nothing comes.
        """
        bundles = _bundled(jobs)
        exhausted = False
        most = MOST_WAITING * len(self._processes)
        while True:
            while not exhausted and len(self._order) < most:
                bundle = next(bundles, None)
                if bundle is None:
                    exhausted = True
                else:
                    self._order.append(bundle)
                    self._waiting.append(bundle)
                    self._hand_out()
            if not self._order:
                return
            while self._order and self._order[0].is_done:
                done = self._order.popleft()
                yield from zip(done.jobs, done.results, strict=True)
            if exhausted or len(self._order) >= most:
                self._receive(progress)

    def _hand_out(self) -> None:
        for index, process in enumerate(self._processes):
            if process.bundle is None and self._waiting:
                bundle = self._waiting.popleft()
                try:
                    process.give(bundle)
                except (OSError, EOFError):
                    self._waiting.appendleft(bundle)
                    self._replace(index)

    def _receive(self, progress: Progress) -> None:
        """Take what the processes have done; whoever hangs is ended."""
        by_connection = {process.connection: index for index, process in enumerate(self._processes)}
        for ready in wait(list(by_connection), timeout=_POLL):
            index = by_connection[ready]  # type: ignore[index]
            self._take(index)
        if progress.cancel.requested:
            progress.step(0, None, "")
        for index, process in enumerate(self._processes):
            if process.hangs:
                self._give_up(index, phrase("takes too long to read"))
        self._hand_out()

    def _take(self, index: int) -> None:
        process = self._processes[index]
        try:
            message = process.connection.recv()
        except (EOFError, OSError):
            self._give_up(index, process.fate())
            return
        process.since = time.monotonic()
        if message == _READY:
            process.is_ready = True
        elif process.bundle is not None:
            process.bundle.results.append(message)
            if process.bundle.is_done:
                process.bundle = None

    def _give_up(self, index: int, reason: str) -> None:
        """Keep the page that a process is at as it is, and go on with another process."""
        bundle = self._processes[index].bundle
        if bundle is not None:
            bundle.results.append(self._maker.verbatim(bundle.jobs[len(bundle.results)], reason))
        self._replace(index)
        if bundle is not None and not bundle.is_done:
            self._waiting.appendleft(bundle)

    def _replace(self, index: int) -> None:
        self._processes[index].stop()
        self._processes[index] = _Process(self._maker)


def _bundled(jobs: Iterable[Job]) -> Iterator[_Bundle]:
    gathered: list[Job] = []
    size = 0
    for job in jobs:
        gathered.append(job)
        size += job.size
        if size >= BUNDLE or len(gathered) >= MOST_JOBS:
            yield _Bundle(gathered)
            gathered, size = [], 0
    if gathered:
        yield _Bundle(gathered)


def serve(connection: Connection, maker: PageMaker) -> None:
    """Make what comes until the other side is gone; runs in a process of its own."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program, which ends this process
    _limit_memory()
    with contextlib.suppress(EOFError, OSError):
        connection.send_bytes(packed(_READY))
        while True:
            for job in connection.recv():
                connection.send_bytes(packed(_answer(maker, job)))


class _Packer(pickle.Pickler):
    """Writes values as calls of their classes: as Python 3.11 writes them, reading takes five times as long."""

    def reducer_override(self, obj: object) -> Any:
        """Return how an object is made again."""
        kind = type(obj)
        if "__slots__" in kind.__dict__ and "__dataclass_fields__" in kind.__dict__:
            return kind, tuple(getattr(obj, name) for name in kind.__dict__["__dataclass_fields__"])
        return NotImplemented


def packed(message: object) -> bytes:
    """Return a message as it is sent; `Connection.recv` reads it."""
    file = io.BytesIO()
    _Packer(file, pickle.HIGHEST_PROTOCOL).dump(message)
    return file.getvalue()


def _answer(maker: PageMaker, job: Job) -> Made:
    try:
        return maker.make(job)
    except (RecursionError, MemoryError):
        return maker.verbatim(job, phrase("is nested too deeply to be read"))


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows
        return
    with contextlib.suppress(ValueError, OSError):
        _, most = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, most))
