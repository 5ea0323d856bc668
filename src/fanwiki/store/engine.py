"""Connections to one wiki file, and what each may do.

SQLite starts no transaction for SELECT and Python's sqlite3 starts its own for writes; both are switched off
and BEGIN is said aloud, so that a read is a snapshot and a write, a migration included, is whole or absent.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, NullPool, QueuePool, create_engine, event
from sqlalchemy.exc import OperationalError

from fanwiki.jobs import Cancel, Cancelled
from fanwiki.store.faults import explain_on

APPLICATION_ID = 0x66616E77  # "fanw"
BUSY_MS = 10_000
CACHE_KIB = 65_536
STEPS_BETWEEN_LOOKS = 5000
"""So many steps of SQLite's machine, about a tenth of a millisecond, pass between two looks at a flag."""

JOURNAL_BYTES = 64 * 1024 * 1024


def wal_of(path: Path) -> Path:
    """Return where SQLite keeps what is not yet in the file."""
    return path.with_name(path.name + "-wal")


def has_wal(path: Path) -> bool:
    """Whether something is saved beside the file that is not yet in it."""
    try:
        return wal_of(path).stat().st_size > 0
    except OSError:
        return False


def uri(path: Path, options: str) -> str:
    """Return the name by which SQLite opens a file in a certain way, such as ``mode=ro``."""
    return f"file:{quote(str(path.absolute()))}?{options}"


def connect(path: Path, options: str) -> sqlite3.Connection:
    """Open a connection without implicit transactions that any one thread at a time may use."""
    return sqlite3.connect(
        uri(path, options), uri=True, isolation_level=None, check_same_thread=False, cached_statements=256
    )


def driver_connection(connection: Connection) -> sqlite3.Connection:
    """Return SQLite's own connection, for what SQLAlchemy has no word for."""
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def rows(connection: Connection, question: str, parameters: Sequence[Any] = ()) -> list[Any]:
    """Return the rows of a small question, asked of sqlite3 directly: SQLAlchemy takes several times as long.

    A save asks some fifty of them.
    """
    try:
        return driver_connection(connection).execute(question, parameters).fetchall()
    except (sqlite3.Error, UnicodeDecodeError):
        # Once more, through the door that tells what a failure means.
        return list(connection.exec_driver_sql(question, tuple(parameters)))


@contextmanager
def interruptible(connection: Connection, cancel: Cancel | None) -> Iterator[None]:
    """Stop what the block asks once the flag is raised.

    Raises:
        Cancelled: It was raised.
    """
    if cancel is None:
        yield
        return
    if cancel.requested:
        raise Cancelled
    driver = driver_connection(connection)
    driver.set_progress_handler(lambda: cancel.requested, STEPS_BETWEEN_LOOKS)
    try:
        yield
    except (sqlite3.OperationalError, OperationalError) as error:
        if cancel.requested:
            raise Cancelled from error
        raise
    finally:
        driver.set_progress_handler(None, 0)


def reading_engine(path: Path, *, pooled: bool) -> Engine:
    """Make the engine of readers: their transactions are snapshots and nothing can be written.

    Args:
        path: The wiki file.
        pooled: Whether connections are kept for the next snapshot. They must not be where the folder cannot be
            written: SQLite then does without its helper files, and would not notice that the file changed.
    """

    def _open() -> sqlite3.Connection:
        # Without a WAL in a folder that cannot be written, SQLite reads only a file that it takes for unchanging.
        immutable = not pooled and not has_wal(path)
        connection = connect(path, "mode=ro&immutable=1" if immutable else "mode=rw")
        connection.execute("PRAGMA query_only = ON")
        _tune(connection)
        return connection

    if pooled:
        engine = create_engine("sqlite://", creator=_open, poolclass=QueuePool, pool_size=4, max_overflow=16)
    else:
        engine = create_engine("sqlite://", creator=_open, poolclass=NullPool)
    return _prepared(engine, path, "BEGIN")


def writing_engine(path: Path) -> Engine:
    """Make the engine of the one writer: a save that is reported as done survives a power cut."""

    def _open() -> sqlite3.Connection:
        connection = connect(path, "mode=rw")
        _tune(connection)
        if connection.execute("PRAGMA journal_mode").fetchone() != ("wal",):
            connection.execute("PRAGMA journal_mode = TRUNCATE")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        # `checkpoints` sees to it before that; this is for what one import writes at once.
        connection.execute(f"PRAGMA wal_autocheckpoint = {JOURNAL_BYTES // 4096}")
        # After an import the WAL is as large as the import; without this it stays so until the wiki is closed.
        connection.execute(f"PRAGMA journal_size_limit = {JOURNAL_BYTES}")
        return connection

    engine = create_engine("sqlite://", creator=_open, poolclass=QueuePool, pool_size=1, max_overflow=0)
    return _prepared(engine, path, "BEGIN IMMEDIATE")


def schema_engine(path: Path, *, shown: Path | None = None) -> Engine:
    """Make the engine of migrations: foreign keys are off, since rebuilding a table drops it for a moment.

    Args:
        path: The file.
        shown: The name that messages give it, when it is a draft that has another name.
    """

    def _open() -> sqlite3.Connection:
        connection = connect(path, "mode=rwc")
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = OFF")
        return connection

    return _prepared(create_engine("sqlite://", creator=_open, poolclass=NullPool), shown or path, "BEGIN IMMEDIATE")


def _tune(connection: sqlite3.Connection) -> None:
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    # Never mmap: a file that is cut short or taken out while it is mapped kills the whole program.
    connection.execute("PRAGMA mmap_size = 0")
    connection.execute("PRAGMA temp_store = MEMORY")


def _prepared(engine: Engine, path: Path, begin: str) -> Engine:
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    explain_on(engine, path)
    return engine
