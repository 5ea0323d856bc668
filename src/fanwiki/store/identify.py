"""Tells a wiki file from anything else, without touching it.

Only SQLite itself may open the file: closing any other handle on it would drop the locks that this process
holds on it (a rule of POSIX). An immutable connection takes no lock, makes no file and writes nothing.
"""

from __future__ import annotations

import os
import sqlite3
import stat
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from fanwiki.errors import DamagedFileError, WikiFileError
from fanwiki.store.engine import APPLICATION_ID, connect, has_wal
from fanwiki.store.faults import explained
from fanwiki.store.migrate import SCHEMA
from fanwiki.wording import say


@dataclass(frozen=True, slots=True)
class Identity:
    """What a file says it is.

    Args:
        application: SQLite's application_id.
        schema: The number of the newest migration it has.
    """

    application: int
    schema: int


def recognise(path: Path) -> int:
    """See that a file is a wiki that this program can open, or one that it can upgrade.

    Returns:
        The number of its schema.

    Raises:
        WikiFileError: It is something else, is damaged, or was made by a newer program.
    """
    with explained(path):
        try:
            identity = _read_identity(path, "mode=ro&immutable=1")
        except sqlite3.DatabaseError as error:
            # A crash can leave the file shorter than its first page says, while the rest waits in the WAL.
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CORRUPT or not has_wal(path):
                raise
            identity = _read_identity(path, "mode=ro")
        _judge(path, identity)
        if has_wal(path):
            identity = _read_identity(path, "mode=ro")
            _judge(path, identity)
    return identity.schema


def judge_schema(path: Path, schema: int, program: str = "") -> None:
    """Refuse a schema that this program does not know.

    Raises:
        WikiFileError: A newer program wrote it.
    """
    if schema > SCHEMA:
        made_by = f"fanwiki {program}" if program else say("a newer fanwiki")
        raise WikiFileError(
            say(
                "“%1” was made by %2 (its schema is %3, this program knows up to %4).",
                path.name,
                made_by,
                schema,
                SCHEMA,
            ),
            "Install the newest fanwiki to open it; the file was not touched.",
        )


def real_file(path: Path) -> Path:
    """Return the file that a path leads to; SQLite's helper files stand beside it, not beside a link to it.

    Raises:
        WikiFileError: There is none, or it cannot be a wiki.
    """
    try:
        status = path.stat()
    except FileNotFoundError:
        raise WikiFileError(
            say("There is no file “%1”.", path), "Check the name, or make a wiki with `fanwiki new`."
        ) from None
    except PermissionError:
        raise WikiFileError(
            say("“%1” may not be opened.", path.name), "Give yourself the right to read its folder."
        ) from None
    except (OSError, ValueError) as error:
        raise WikiFileError(say("“%1” is no name of a file (%2).", path, error), "Choose another name.") from error
    if stat.S_ISDIR(status.st_mode):
        raise WikiFileError(
            say("“%1” is a folder, not a wiki file.", path.name or path), "Choose a file that ends in .fanwiki."
        )
    if not stat.S_ISREG(status.st_mode):
        raise WikiFileError(say("“%1” is no ordinary file.", path.name), "Choose a file that ends in .fanwiki.")
    if status.st_size == 0:
        raise WikiFileError(
            say("“%1” is empty: there is no wiki in it.", path.name),
            "Open your newest backup, or delete the file and make a wiki with `fanwiki new`.",
        )
    return path.resolve()


def _read_identity(path: Path, options: str) -> Identity:
    with closing(connect(path, options)) as connection:
        connection.execute("PRAGMA query_only = ON")
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        (schema,) = connection.execute("PRAGMA user_version").fetchone()
        if application == APPLICATION_ID and schema > SCHEMA:
            judge_schema(path, schema, _program_of(connection))
        return Identity(application, schema)


def _program_of(connection: sqlite3.Connection) -> str:
    try:
        row = connection.execute("SELECT value FROM meta WHERE key = 'program'").fetchone()
    except sqlite3.DatabaseError:
        return ""
    return str(row[0])[:20] if row else ""


def _judge(path: Path, identity: Identity) -> None:
    if identity.application != APPLICATION_ID:
        raise WikiFileError(
            say("“%1” is no fanwiki file: it is a database of another program.", path.name),
            "Choose a file that fanwiki made; its name usually ends in .fanwiki.",
        )
    if identity.schema < 1:
        raise DamagedFileError(
            say("“%1” is damaged: it does not say its schema.", path.name), "Open your newest backup."
        )
    judge_schema(path, identity.schema)


def can_be_written(path: Path) -> bool:
    """Whether the file and its folder can be written: SQLite keeps what is new in a file beside."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
