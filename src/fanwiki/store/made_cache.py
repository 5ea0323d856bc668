"""What was made for exports, in sheets of some hundred pages, with what tells whether a sheet still holds.

It is a file of the user's cache. Nothing in it is part of a wiki: losing it costs the time to make pages again. Several
processes use it at once.
"""

from __future__ import annotations

import sqlite3
import threading
import zlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

MOST_SHEETS = 700
PARTS = 3
"""So many parts has a sheet; each is read only when it is asked for."""

_WAIT_SECONDS = 10.0
_TABLE = """
    CREATE TABLE IF NOT EXISTS sheet (
        id INTEGER PRIMARY KEY, place TEXT NOT NULL UNIQUE, stamp BLOB NOT NULL,
        part_0 BLOB NOT NULL, part_1 BLOB NOT NULL, part_2 BLOB NOT NULL
    )
"""
_ANY = "SELECT 1 FROM sheet WHERE place BETWEEN ? AND ? LIMIT 1"
_STAMP = "SELECT stamp FROM sheet WHERE place = ?"
_PART = "SELECT part_{} FROM sheet WHERE place = ? AND stamp = ?"
_PUT = "INSERT OR REPLACE INTO sheet (place, stamp, part_0, part_1, part_2) VALUES (?, ?, ?, ?, ?)"
_TRIM = "DELETE FROM sheet WHERE id IN (SELECT id FROM sheet ORDER BY id DESC LIMIT -1 OFFSET ?)"


class MadeCache:
    """Keeps sheets by their place; whatever goes wrong with the file, it only forgets.

    Threads take turns at the one connection: one that finds damage closes it, which must not happen under another.

    Args:
        path: The file; it is made if it is not there.
    """

    def __init__(self, path: Path) -> None:
        self._connection: sqlite3.Connection | None = None
        self._turn = threading.Lock()
        try:
            self._connection = sqlite3.connect(
                path, timeout=_WAIT_SECONDS, isolation_level=None, check_same_thread=False
            )
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.execute(_TABLE)
        except sqlite3.Error:
            self._let_go()

    def has(self, beginning: str) -> bool:
        """Tell whether something is kept at places that begin so."""
        return self._asked(_ANY, beginning, f"{beginning}~") is not None

    def stamp(self, place: str) -> bytes | None:
        """Return the stamp of the sheet at a place, or None."""
        stamp: bytes | None = self._asked(_STAMP, place)
        return stamp

    def part(self, place: str, stamp: bytes, number: int) -> bytes | None:
        """Return a part of the sheet at a place, or None when it is not there with this stamp."""
        packed = self._asked(_PART.format(number), place, stamp)
        if packed is None:
            return None
        try:
            return zlib.decompress(packed)  # which looks at a check sum
        except (TypeError, zlib.error):
            self.close()
            return None

    def put(self, place: str, stamp: bytes, parts: Sequence[bytes]) -> None:
        """Keep a sheet at a place."""
        packed = [zlib.compress(part, 1) for part in parts]
        packed += [b""] * (PARTS - len(packed))
        with self._turn:
            if self._connection is None:
                return
            try:
                self._connection.execute("BEGIN IMMEDIATE")
                self._connection.execute(_PUT, (place, stamp, *packed))
                self._connection.execute(_TRIM, (MOST_SHEETS,))
                self._connection.execute("COMMIT")
            except sqlite3.Error:
                self._let_go()

    def close(self) -> None:
        """Close the file; from then on nothing is known and nothing is kept."""
        with self._turn:
            self._let_go()

    def _asked(self, statement: str, *values: object) -> Any:
        with self._turn:
            if self._connection is None:
                return None
            try:
                row = self._connection.execute(statement, values).fetchone()
            except sqlite3.Error:
                self._let_go()
                return None
        return row[0] if row else None

    def _let_go(self) -> None:
        """Close the connection; whoever calls this has the turn."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None
