"""Making a wiki file, and upgrading one of an older program: whole or not at all."""

from __future__ import annotations

import sqlite3
import uuid
from collections.abc import Iterable
from contextlib import closing, suppress
from pathlib import Path

from fanwiki.domain.kind import Kind
from fanwiki.errors import WikiFileError
from fanwiki.jobs import Progress
from fanwiki.store import engine, meta
from fanwiki.store.copies import copy_file, draft_of, move_into_place, see_that_the_name_is_free
from fanwiki.store.faults import explained
from fanwiki.store.identify import can_be_written, recognise
from fanwiki.store.lock import write_lock
from fanwiki.store.migrate import SCHEMA, run_migrations
from fanwiki.store.place import Place
from fanwiki.wording import say


def create_file(path: Path, kinds: Iterable[Kind]) -> None:
    """Make a wiki file with these kinds and no pages.

    It is made under another name and renamed, so that no half-made file ever has the name.

    Raises:
        WikiFileError: Something is there already, or the folder cannot be written.
    """
    see_that_the_name_is_free(path)
    with draft_of(path) as draft:
        with explained(path):
            _fill(draft, path, kinds)
        move_into_place(draft, path)


def _fill(draft: Path, path: Path, kinds: Iterable[Kind]) -> None:
    schema = engine.schema_engine(draft, shown=path)
    try:
        with schema.connect() as connection, connection.begin():
            run_migrations(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {engine.APPLICATION_ID}")
            meta.put_value(connection, meta.WIKI, str(uuid.uuid4()))
            meta.put_value(connection, meta.CHANGES, "0")
            for kind in kinds:
                meta.put_kind(connection, kind)
    finally:
        schema.dispose()
    with closing(engine.connect(draft, "mode=rw")) as raw:
        raw.execute("PRAGMA journal_mode = WAL").fetchall()  # kept in the file; not possible within a transaction


def settle_journal(path: Path, place: Place) -> None:
    """Let the file be written the way that its place bears: with a WAL, but not over a network.

    The file remembers which; it changes only when the file was moved, and not while others have it open.

    Raises:
        WikiFileError: Another program is writing for too long.
    """
    wanted = "truncate" if place.network else "wal"
    with explained(path), closing(engine.connect(path, "mode=rw")) as raw:
        (mode,) = raw.execute("PRAGMA journal_mode").fetchone()
        if (mode == "wal") == (wanted == "wal"):
            return
        with write_lock(path), suppress(sqlite3.OperationalError):
            raw.execute(f"PRAGMA journal_mode = {wanted}").fetchone()


def upgrade_file(path: Path, schema: int, *, newest: int = SCHEMA, scripts: Path | None = None) -> Path | None:
    """Bring a file of an older program to the newest schema, after a checked backup beside it.

    Args:
        path: The wiki file.
        schema: The schema that `recognise` found.
        newest: The schema to reach.
        scripts: The folder of migrations, when it is not the shipped one.

    Returns:
        The backup, or None when there was nothing to do.

    Raises:
        WikiFileError: It cannot be written or backed up, or did not come through whole; it is as it was.
    """
    if schema >= newest:
        return None
    if not can_be_written(path):
        raise WikiFileError(
            say("“%1” was made by an older fanwiki and must be upgraded, but it cannot be written.", path.name),
            "Copy it to a folder of your own and open it there.",
        )
    with write_lock(path):
        if recognise(path) >= newest:  # another window was faster
            return None
        backup = _backup_before(path, schema)
        try:
            _upgrade(path, scripts)
        except BaseException:
            backup.unlink(missing_ok=True)  # nothing was changed, so nothing needs it
            raise
        return backup


def _upgrade(path: Path, scripts: Path | None) -> None:
    schema = engine.schema_engine(path)
    try:
        with explained(path), schema.connect() as connection, connection.begin():
            run_migrations(connection, scripts=scripts)
    finally:
        schema.dispose()


def _backup_before(path: Path, schema: int) -> Path:
    """Copy the file as it is, under a name that tells what the copy is for."""
    number = 1
    while True:
        again = f" {number}" if number > 1 else ""
        backup = path.with_name(f"{path.stem[:150]} (before upgrade of schema {schema}{again}){path.suffix}")
        if not backup.exists():
            break
        number += 1
    with explained(path), closing(engine.connect(path, "mode=rw")) as source:
        source.execute("PRAGMA query_only = ON")
        source.execute("BEGIN")
        source.execute("SELECT 1 FROM sqlite_master").fetchone()
        copy_file(source, path, backup, Progress())
    return backup
