"""One wiki in one file: making it, opening it, reading and writing it, and copies of it.

Any number of readers, each on its own connection and its own snapshot; one writer at a time over all programs.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine

from fanwiki.domain.kind import Kind, Kinds
from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.errors import WikiFileError
from fanwiki.jobs import Cancel, Progress
from fanwiki.store import engine, lock, meta
from fanwiki.store.checkpoints import Checkpoints
from fanwiki.store.copies import copy_file
from fanwiki.store.creation import create_file, settle_journal, upgrade_file
from fanwiki.store.identify import can_be_written, real_file, recognise
from fanwiki.store.lock import being_written, write_lock
from fanwiki.store.place import place_of
from fanwiki.store.reader import Reader
from fanwiki.store.rendered import WORTH_WRITING, Rendered, Waiting
from fanwiki.store.snapshot import Snapshot
from fanwiki.store.visibility import KnownGates, Visibility, work_out
from fanwiki.wording import say

if TYPE_CHECKING:
    from fanwiki.store.writer import Writer

_REMEMBERED = 8


class WikiFile:
    """An open wiki file. Use `create` or `open`, and close it; it is its own context manager.

    It may be shared by threads. Two of them, in one program or two, may have the same file open.

    Args:
        path: The file, as `real_file` gave it and `recognise` accepted it.

    Attributes:
        place: Where it lies, with a warning if that is unsafe.
        can_be_written: Whether `writing` can succeed at all.
        patience: How many seconds rendered bodies wait for another program to end writing; they are only a cache.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.place = place_of(path)
        self.can_be_written = can_be_written(path)
        self._readers = engine.reading_engine(path, pooled=self.can_be_written)
        self._writing = threading.Lock()
        self.patience = 0.0
        self._rendered = Waiting()
        self._gates = KnownGates()
        self._checkpoints = Checkpoints(path, self._unite_index)
        self._remembered: dict[Viewer, tuple[int, Visibility]] = {}

    @classmethod
    def create(cls, path: Path, kinds: Iterable[Kind] = ()) -> WikiFile:
        """Make a wiki file with these kinds and no pages.

        Raises:
            WikiFileError: Something is there already, or the folder cannot be written.
        """
        create_file(path, kinds)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> WikiFile:
        """Open a wiki file; one that an older program made is backed up beside itself and upgraded.

        Raises:
            WikiFileError: It is not there, is something else, is damaged, or was made by a newer program.
        """
        file = real_file(path)
        upgrade_file(file, recognise(file))
        wiki = cls(file)
        if wiki.can_be_written:
            settle_journal(file, wiki.place)
        try:
            with wiki.reading(CURATOR):
                pass
        except BaseException:
            wiki.close()
            raise
        return wiki

    def close(self) -> None:
        """Close every connection; the last of all programs brings the file up to date and removes its helpers."""
        if len(self._rendered) >= WORTH_WRITING:
            self._write_rendered()
        self._checkpoints.wait()
        self._readers.dispose()
        if "_writers" in vars(self):
            self._writers.dispose()

    def __enter__(self) -> WikiFile:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.close()

    @property
    def identity(self) -> str:
        """What tells this wiki from all others; it stays the same when the file is moved or copied."""
        with self._readers.connect() as connection:
            return meta.read_value(connection, meta.WIKI) or str(self.path)

    @contextmanager
    def reading(self, viewer: Viewer, cancel: Cancel | None = None) -> Iterator[Reader]:
        """Read one consistent state of the wiki as this viewer may see it.

        Args:
            viewer: Who reads.
            cancel: Once it is raised, by another thread, whatever is being read stops.

        Raises:
            WikiFileError: The file cannot be read.
            Cancelled: The flag was raised.
        """
        with self._readers.connect() as connection, connection.begin(), engine.interruptible(connection, cancel):
            changes = meta.read_changes(connection)
            visibility = self._visibility(connection, viewer, changes)
            rendered = Rendered(connection, self._rendered, self._make_room)
            yield Reader(Snapshot(connection, visibility), visibility.kinds, changes, rendered)

    @contextmanager
    def writing(self) -> Iterator[Writer]:
        """Change the wiki: all that the block did is kept when it ends well, and nothing of it otherwise.

        Raises:
            WikiFileError: The file cannot be written, or another program is writing for too long.
        """
        from fanwiki.store.writer import Writer  # who only reads should not wait for this import

        if not self.can_be_written:
            raise WikiFileError(
                say("“%1” cannot be written.", self.path.name),
                "Give yourself the right to write the file and its folder, or copy it to a folder of your own.",
            )
        with self._turn(), write_lock(self.path):
            with self._writers.connect() as connection, connection.begin():
                written_before = engine.driver_connection(connection).total_changes
                changes = meta.read_changes(connection)
                kinds = Kinds(meta.read_kinds(connection))
                visibility = work_out(connection, CURATOR, kinds, self._gates.read(connection))
                rendered = Rendered(connection, self._rendered, _later)
                writer = Writer(Snapshot(connection, visibility), visibility.kinds, changes, rendered)
                yield writer
                writer.finish()
                if engine.driver_connection(connection).total_changes != written_before:
                    meta.put_value(connection, meta.CHANGES, str(changes + 1))
                written = self._rendered.write(connection)
            self._rendered.forget(written)
            self._checkpoints.saved()

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Let one thread of this program write at a time."""
        if not self._writing.acquire(timeout=lock.WAIT_SECONDS):
            raise being_written(self.path)
        try:
            yield
        finally:
            self._writing.release()

    def backup(self, dest: Path, progress: Progress | None = None) -> None:
        """Make a consistent copy, which is checked before it gets its name; others may read and write meanwhile.

        Raises:
            WikiFileError: `dest` is there already or cannot be written, or the wiki is damaged.
            Cancelled: The user asked to stop; nothing of the copy remains.
        """
        with self._readers.connect() as connection, connection.begin():
            meta.read_changes(connection)
            copy_file(engine.driver_connection(connection), self.path, dest, progress or Progress())

    @cached_property
    def _writers(self) -> Engine:
        """What opens the connection that writes; nobody asks for it who does not hold `_writing`."""
        return engine.writing_engine(self.path)

    def _make_room(self) -> None:
        """Write rendered bodies while somebody reads; without a WAL that would wait for the reader to end."""
        if self.place.network:
            self._rendered.shrink()
        else:
            self._write_rendered()

    def _write_rendered(self) -> None:
        """Put rendered bodies into the file if that needs no waiting; it is no change of the wiki."""
        if not self.can_be_written or not self._writing.acquire(blocking=False):
            self._rendered.shrink()
            return
        try:
            with write_lock(self.path, wait=self.patience):
                with self._writers.connect() as connection, connection.begin():
                    written = self._rendered.write(connection)
                self._rendered.forget(written)
        except WikiFileError:  # somebody else writes, or the disk is full: a cache is worth no complaint
            self._rendered.shrink()
        finally:
            self._writing.release()

    def _unite_index(self) -> bool:
        """Bring a part of the search index into order if that needs no waiting; it finds the same as before.

        Returns:
            Whether more of it is to be brought into order.
        """
        from fanwiki.store.search_writing import unite_rest  # who only reads should not wait for this import

        if not self._writing.acquire(blocking=False):
            return False
        try:
            # Where somebody else writes, or the disk is full, the next save will tell of it.
            with (
                suppress(WikiFileError),
                write_lock(self.path, wait=0),
                self._writers.connect() as connection,
                connection.begin(),
            ):
                return unite_rest(connection)
        finally:
            self._writing.release()
        return False

    def _visibility(self, connection: Connection, viewer: Viewer, changes: int) -> Visibility:
        """Work out what the viewer passes, unless it is known for this state of the wiki."""
        known = self._remembered.get(viewer)
        if known is not None and known[0] == changes:
            return known[1]
        kinds = Kinds(meta.read_kinds(connection))
        visibility = work_out(connection, viewer, kinds, self._gates.read(connection))
        visibility.remember()
        if len(self._remembered) >= _REMEMBERED:
            self._remembered.clear()
        self._remembered[viewer] = (changes, visibility)
        return visibility


def _later() -> None:
    """A writer puts what waits into the file at its end."""
