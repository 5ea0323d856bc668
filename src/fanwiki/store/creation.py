"""Making a wiki file, and upgrading one of an older program: whole or not at all."""

from __future__ import annotations

import os
import uuid
from contextlib import closing, suppress
from pathlib import Path

from fanwiki.errors import WikiFileError
from fanwiki.store import engine, meta
from fanwiki.store.faults import explained
from fanwiki.store.identify import wal_of
from fanwiki.store.migrate import run_migrations


def create_file(path: Path) -> None:
    """Make a wiki file without kinds and pages.

    It is made under another name and renamed, so that no half-made file ever has the name.

    Raises:
        WikiFileError: Something is there already, or the folder cannot be written.
    """
    _see_that_the_name_is_free(path)
    draft = path.with_name(f".{path.name[:200]}.{uuid.uuid4().hex[:8]}.new")
    try:
        with explained(path):
            _fill(draft)
            _move_into_place(draft, path)
    finally:
        for leftover in (draft, wal_of(draft), draft.with_name(draft.name + "-shm")):
            with suppress(OSError):
                leftover.unlink()


def _fill(draft: Path) -> None:
    schema = engine.schema_engine(draft)
    try:
        with schema.connect() as connection, connection.begin():
            run_migrations(connection)
            connection.exec_driver_sql(f"PRAGMA application_id = {engine.APPLICATION_ID}")
            meta.put_value(connection, "wiki", str(uuid.uuid4()))
            meta.put_value(connection, meta.CHANGES, "0")
        # Outside of any transaction: only then can the journal change.
        with closing(engine.connect(draft, "mode=rw")) as raw:
            raw.execute("PRAGMA journal_mode = WAL").fetchall()
    finally:
        schema.dispose()


def _see_that_the_name_is_free(path: Path) -> None:
    try:
        taken = path.exists() or path.is_symlink()
        folder = path.parent.is_dir()
    except (OSError, ValueError) as error:
        raise WikiFileError(f"“{path}” is no name that a file can have ({error}).", "Choose another name.") from error
    if taken:
        raise WikiFileError(f"There is already a file “{path}”.", "Choose another name; nothing was overwritten.")
    if not folder:
        raise WikiFileError(f"There is no folder “{path.parent}”.", "Make the folder first, or choose another.")


def _move_into_place(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)  # unlike a rename, it never overwrites a file that came in between
    except FileExistsError as error:
        raise WikiFileError(
            f"There is already a file “{path}”.", "Choose another name; nothing was overwritten."
        ) from error
    except OSError:
        draft.rename(path)


def upgrade_file(path: Path) -> None:
    """Bring a file of an older program to the newest schema, after a backup beside it."""
