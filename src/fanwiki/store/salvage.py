"""Saves what can be read of a damaged wiki, row by row and past the holes, without touching the file.

A scan stops at the first damaged spot; asking for each number by itself goes past it. Only what its seal
confirms is given: for each page the newest revision that is as it was saved.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fanwiki.domain.origin import Origin, origin_from_json
from fanwiki.domain.page import PageSource
from fanwiki.jobs import Progress
from fanwiki.store.engine import connect, has_wal
from fanwiki.store.faults import explained
from fanwiki.store.hashing import SEALED_COLUMNS, Sealed, seal

_SMALLEST_ROW = 64
"""Bytes: no file holds more rows than its size divided by this, whatever its damaged parts say."""

_REVISION = f"SELECT page_id, number, {SEALED_COLUMNS}, sha256 FROM revision WHERE id = ?"
_PAGE = "SELECT head, deleted IS NOT NULL FROM page WHERE id = ?"
_ORIGIN = "SELECT wiki, url, revision, time, contributors, licence FROM origin WHERE page_id = ?"
_FILE = "SELECT name, sha256 FROM attachment WHERE id = ?"
_BLOB = "SELECT data FROM blob WHERE sha256 = ?"
_KIND = "SELECT toml FROM kind WHERE rowid = ?"
_MOST_KINDS = 10_000
_STEP = 512


@dataclass(frozen=True, slots=True)
class SavedPage:
    """A page as far as it was found.

    Args:
        source: Its newest revision that is as it was saved.
        is_newest: Whether that is the newest there was, as far as that can still be known.
        deleted: Whether it was in the trash.
        origin: Where it came from, if it was not written here; nothing says whether it is as it was.
    """

    source: PageSource
    is_newest: bool
    deleted: bool
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class SavedFile:
    """A file that was kept in the wiki."""

    name: str
    data: bytes


def pages_left(path: Path, progress: Progress | None = None) -> Iterator[SavedPage]:
    """Yield every page of which some revision is as it was saved, oldest first.

    Raises:
        WikiFileError: The file is not there, or is too damaged to be opened at all.
        Cancelled: The user asked to stop.
    """
    with explained(path), closing(_open(path)) as connection:
        newest: dict[int, tuple[int, int]] = {}
        last = _last(connection, "revision", path)
        for row_id in range(1, last + 1):
            if progress is not None and row_id % _STEP == 0:
                progress.step(row_id, last, "Looking for revisions")
            row = _row(connection, _REVISION, row_id)
            if row is not None and _is_sealed(row) and row[1] > newest.get(row[0], (0, 0))[0]:
                newest[row[0]] = (row[1], row_id)
        for page, (number, row_id) in sorted(newest.items()):
            row = _row(connection, _REVISION, row_id)
            head, deleted = _row(connection, _PAGE, page) or (number, 0)
            if row is not None:
                title, kind, fields, body = (part.decode() for part in row[2:6])
                source = PageSource(title, kind, json.loads(fields), body)
                yield SavedPage(source, number >= head, bool(deleted), _origin(connection, page))


def _origin(connection: sqlite3.Connection, page: int) -> Origin | None:
    row = _row(connection, _ORIGIN, page)
    try:
        parts = dict(zip(("wiki", "url", "revision", "time", "contributors", "licence"), row or (), strict=True))
        return origin_from_json({**parts, "contributors": json.loads(parts["contributors"])})
    except (ValueError, TypeError, RecursionError):
        return None


def files_left(path: Path) -> Iterator[SavedFile]:
    """Yield every file whose bytes are as they were stored.

    Raises:
        WikiFileError: The wiki file is not there, or is too damaged to be opened at all.
    """
    with explained(path), closing(_open(path)) as connection:
        for row_id in range(1, _last(connection, "attachment", path) + 1):
            row = _row(connection, _FILE, row_id)
            blob = _row(connection, _BLOB, row[1]) if row else None
            if row and blob and hashlib.sha256(blob[0]).digest() == row[1]:
                yield SavedFile(row[0], blob[0])


def kinds_left(path: Path) -> Iterator[str]:
    """Yield every declaration of a kind that can still be fetched; nothing says whether it is as it was.

    Raises:
        WikiFileError: The wiki file is not there, or is too damaged to be opened at all.
    """
    with explained(path), closing(_open(path)) as connection:
        for row_id in range(1, _MOST_KINDS):
            row = _row(connection, _KIND, row_id)
            if row and isinstance(row[0], str):
                yield row[0]


def _open(path: Path) -> sqlite3.Connection:
    connection = connect(path, "mode=ro" if has_wal(path) else "mode=ro&immutable=1")
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()  # without the list of tables nothing works
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def _last(connection: sqlite3.Connection, table: str, path: Path) -> int:
    most = path.stat().st_size // _SMALLEST_ROW
    try:
        (last,) = connection.execute(f"SELECT max(id) FROM {table}").fetchone()
    except sqlite3.DatabaseError:
        return most
    return min(last or 0, most)


def _row(connection: sqlite3.Connection, query: str, key: int | bytes) -> tuple[Any, ...] | None:
    """Return a row, or None when there is none or it cannot be read."""
    try:
        row: tuple[Any, ...] | None = connection.execute(query, (key,)).fetchone()
    except sqlite3.DatabaseError:
        return None
    return row


def _is_sealed(row: tuple[Any, ...]) -> bool:
    return bool(seal(Sealed(*row[2:10])) == row[10])
