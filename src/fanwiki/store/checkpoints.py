"""Bringing what was saved from the WAL into the file, in a thread of its own and while nobody saves.

SQLite would do it within the commit of every fifteenth save or so, which then takes five times as long: the one who
saves would wait. Nothing depends on it: what is in the WAL is saved already, and every reader looks there first.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from fanwiki.store.engine import connect, wal_of

WAL_BYTES = 4 * 1024 * 1024
"""With so much in the WAL it is time, as soon as nobody saves; a longer one makes reading slower."""

MOST_BYTES = 48 * 1024 * 1024
"""With so much more it is time even while somebody saves."""

SAVES, MOST_SAVES = 12, 160
"""So many saves of single pages put that much into it, and so much more. Once it is that long, its length tells no
more: SQLite begins it anew without cutting it."""

QUIET = 0.5
"""After so many seconds without a save, nobody is saving; both at once would wait for the same disk."""

_log = logging.getLogger(__name__)


class Checkpoints:
    """Empties the WAL of one file when it has grown.

    Args:
        path: The wiki file.
        tidy: Called before, when it is quiet, for a part of what else saves leave to be done, and again while it
            returns that there is more and it stays quiet.
    """

    def __init__(self, path: Path, tidy: Callable[[], bool]) -> None:
        self._path = path
        self._tidy = tidy
        self._thread: threading.Thread | None = None
        self._hurry = threading.Event()
        self._saves = 0
        self._length = 0

    def saved(self) -> None:
        """Say that something was saved; called by one thread at a time."""
        self._saves += 1
        if self._thread is not None and self._thread.is_alive():
            return
        length = self._wal_length()
        if length >= self._length + WAL_BYTES or (length >= WAL_BYTES and self._saves >= SAVES):
            self._length = length
            self._thread = threading.Thread(target=self._run, name="checkpoint", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Wait until nothing is being done any more."""
        if self._thread is not None:
            self._hurry.set()
            self._thread.join()
            self._hurry.clear()

    def _wal_length(self) -> int:
        try:
            return wal_of(self._path).stat().st_size
        except OSError:
            return 0

    def _wait_for_quiet(self) -> bool:
        """Wait for a pause, but not for ever; return whether there is one."""
        known = -1
        while is_busy := known != self._saves:
            if self._saves >= MOST_SAVES or self._wal_length() >= self._length + MOST_BYTES:
                break
            known = self._saves
            if self._hurry.wait(QUIET):
                is_busy = False
                break
        self._saves = 0
        return not is_busy

    def _run(self) -> None:
        is_quiet = self._wait_for_quiet()
        while is_quiet and self._tidy():
            is_quiet = not (self._saves or self._hurry.is_set())
        try:
            with closing(connect(self._path, "mode=rw")) as connection:
                # Passive: it never makes a reader or writer wait, and leaves for the next time what they still use.
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
                if self._saves:  # meanwhile: unless these few are brought in at once, it would grow for ever
                    connection.execute("PRAGMA wal_checkpoint(FULL)")
        except sqlite3.Error as error:  # such as a full disk, which the next save will tell of
            _log.warning("the WAL of %s stays as it is: %s", self._path.name, error)
