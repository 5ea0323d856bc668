"""What was made of pages for exports, by the hash of everything that it was made of; a file of the user's cache.

Nothing in it is part of a wiki: losing it costs the time to make pages again. Several processes use it at once.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

MOST_ROWS = 120_000
_WAIT_SECONDS = 10.0


class MadeCache:
    """Keeps bytes by a hash; whatever goes wrong with the file, it only forgets.

    Args:
        path: The file; it is made if it is not there.
    """

    def __init__(self, path: Path) -> None:
        self._connection: sqlite3.Connection | None = None
        try:
            self._connection = sqlite3.connect(path, timeout=_WAIT_SECONDS, isolation_level=None)
            self._connection.execute("PRAGMA journal_mode = WAL")
            self._connection.execute("PRAGMA synchronous = OFF")
            self._connection.execute(
                "CREATE TABLE IF NOT EXISTS made (id INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, data BLOB NOT NULL)"
            )
        except sqlite3.Error:
            self._forget_all()

    def get_all(self, keys: Iterable[str]) -> Mapping[str, bytes]:
        """Return what is kept under some of these keys."""
        if self._connection is None:
            return {}
        try:
            rows = self._connection.execute(
                "SELECT key, data FROM made WHERE key IN (SELECT value FROM json_each(?))", (json.dumps(list(keys)),)
            )
            return {key: zlib.decompress(data) for key, data in rows}
        except (sqlite3.Error, zlib.error):
            self._forget_all()
            return {}

    def put_all(self, made: Mapping[str, bytes]) -> None:
        """Keep bytes under their keys."""
        if self._connection is None or not made:
            return
        rows = [(key, zlib.compress(data, 1)) for key, data in made.items()]
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            self._connection.executemany("INSERT OR IGNORE INTO made (key, data) VALUES (?, ?)", rows)
            self._connection.execute("DELETE FROM made WHERE id <= (SELECT max(id) FROM made) - ?", (MOST_ROWS,))
            self._connection.execute("COMMIT")
        except sqlite3.Error:
            self._forget_all()

    def close(self) -> None:
        """Close the file."""
        if self._connection is not None:
            self._connection.close()
        self._connection = None

    def _forget_all(self) -> None:
        if self._connection is not None:
            self._connection.close()
        self._connection = None
