"""Rendered bodies by the hash of what they were rendered from, so that a body is rendered once.

What is rendered while reading waits here until somebody writes anyway, or until there is much of it: a reader
never waits for the write lock. Losing what waits costs only rendering it again.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from sqlalchemy import Connection

from fanwiki.store.engine import rows

MAX_WAITING = 400
WORTH_WRITING = 5
"""As a wiki is closed, rendering fewer bodies again takes less time than writing them."""

MAX_ROWS = 250_000

_GET = "SELECT html FROM rendered WHERE digest = ?"
_PUT = "INSERT OR IGNORE INTO rendered (digest, html) VALUES (?, ?)"
_TRIM = "DELETE FROM rendered WHERE id <= (SELECT max(id) FROM rendered) - ?"


class Waiting:
    """Rendered bodies that are not in the file yet; shared by all readers of one open wiki."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._html: dict[bytes, str] = {}

    def __len__(self) -> int:
        return len(self._html)

    def get(self, digest: bytes) -> str | None:
        """Return a body that waits."""
        return self._html.get(digest)

    def put(self, digest: bytes, html: str) -> None:
        """Let a body wait."""
        with self._lock:
            self._html[digest] = html

    def write(self, connection: Connection) -> set[bytes]:
        """Put what waits into the file, in the connection's transaction.

        Returns:
            What to `forget` when the transaction is committed.
        """
        with self._lock:
            bodies = list(self._html.items())
        if bodies:
            connection.exec_driver_sql(_PUT, bodies)
            connection.exec_driver_sql(_TRIM, (MAX_ROWS,))
        return {digest for digest, _ in bodies}

    def forget(self, written: set[bytes]) -> None:
        """Drop bodies that are in the file now."""
        with self._lock:
            for digest in written:
                self._html.pop(digest, None)

    def shrink(self) -> None:
        """Drop the older half when the file cannot take what waits."""
        with self._lock:
            for digest in list(self._html)[: len(self._html) // 2]:
                del self._html[digest]


class Rendered:
    """The cache of rendered bodies; nobody can ask for one without having what it was rendered from."""

    def __init__(self, connection: Connection, waiting: Waiting, on_put: Callable[[], None]) -> None:
        self._connection = connection
        self._waiting = waiting
        self._on_put = on_put

    def get(self, digest: bytes) -> str | None:
        """Return the body that was rendered from what has this hash."""
        waiting = self._waiting.get(digest)
        if waiting is not None:
            return waiting
        found = rows(self._connection, _GET, (digest,))
        return str(found[0][0]) if found else None

    def put(self, digest: bytes, html: str) -> None:
        """Keep a body."""
        self._waiting.put(digest, html)
        if len(self._waiting) >= MAX_WAITING:
            self._on_put()
