"""Bringing what was saved from the WAL into the file, in a thread of its own, so that no save has to wait for it.

SQLite would do it within the commit of every fifteenth save or so, which then takes five times as long. Nothing
depends on it: what is in the WAL is saved already, and every reader looks there first.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

from fanwiki.store.engine import connect, wal_of

WAL_BYTES = 4 * 1024 * 1024
"""With so much in the WAL it is time; a longer one makes reading slower."""

_log = logging.getLogger(__name__)


class Checkpoints:
    """Empties the WAL of one file when it has grown.

    Args:
        path: The wiki file.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._thread: threading.Thread | None = None

    def saved(self) -> None:
        """Say that something was saved; called by one thread at a time."""
        if self._thread is not None and self._thread.is_alive():
            return
        try:
            grown = wal_of(self._path).stat().st_size >= WAL_BYTES
        except OSError:
            return
        if grown:
            self._thread = threading.Thread(target=self._run, name="checkpoint", daemon=True)
            self._thread.start()

    def wait(self) -> None:
        """Wait until nothing is being done any more."""
        if self._thread is not None:
            self._thread.join()

    def _run(self) -> None:
        try:
            with closing(connect(self._path, "mode=rw")) as connection:
                # Passive: it never makes a reader or writer wait, and leaves for the next time what they still use.
                connection.execute("PRAGMA wal_checkpoint(PASSIVE)")
        except sqlite3.Error as error:  # such as a full disk, which the next save will tell of
            _log.warning("the WAL of %s stays as it is: %s", self._path.name, error)
