"""What SQLite's failures mean to the user, in plain words that name the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext
from sqlalchemy.exc import DBAPIError

from fanwiki.errors import DamagedFileError, WikiFileError
from fanwiki.wording import mark, say

_WORDS = {
    sqlite3.SQLITE_FULL: (
        mark("There is no room left on the disk to write “%1”."),
        mark("Nothing of this was saved and what was there before is unharmed; make room, then try again."),
    ),
    sqlite3.SQLITE_IOERR: (
        mark("Reading or writing “%1” failed (%2)."),
        mark("What was saved before is unharmed; see whether the disk is full, gone, or failing, then try again."),
    ),
    sqlite3.SQLITE_READONLY: (
        mark("“%1” cannot be written."),
        mark("Give yourself the right to write the file and its folder, or copy it to a folder of your own."),
    ),
    sqlite3.SQLITE_PERM: (
        mark("“%1” may not be opened."),
        mark("Give yourself the right to read and write the file."),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        mark("“%1” cannot be opened."),
        mark("See that the file is there, that you may read it, and that you may write in its folder."),
    ),
    sqlite3.SQLITE_BUSY: (
        mark("“%1” is being written by another program."),
        mark("Wait until that is done, or close the other program, then try again."),
    ),
    sqlite3.SQLITE_LOCKED: (
        mark("“%1” is being written by another program."),
        mark("Wait until that is done, or close the other program, then try again."),
    ),
    sqlite3.SQLITE_CORRUPT: (
        mark("“%1” is damaged."),
        mark("Keep the file as it is and open your newest backup; `fanwiki check` tells what is wrong."),
    ),
    sqlite3.SQLITE_NOTADB: (
        mark("“%1” is no fanwiki file."),
        mark("Choose a file that fanwiki made; its name usually ends in .fanwiki."),
    ),
    sqlite3.SQLITE_TOOBIG: (
        mark("Something is too large to be kept in “%1”."),
        mark("Split it up."),
    ),
    sqlite3.SQLITE_NOMEM: (
        mark("There is not enough memory to work on “%1”."),
        mark("Close other programs, then try again."),
    ),
}


_SCHEMA_DAMAGE = ("foreign key mismatch", "no such table", "no such column", "no such index")
"""How SQLite complains when a bit flipped in its own list of tables: a plain error, though the file is damaged."""


def explain(error: BaseException, path: Path) -> WikiFileError | None:
    """Return what a database error means, or None when it is a bug of this program."""
    if isinstance(error, DBAPIError) and error.orig is not None:
        error = error.orig
    code = getattr(error, "sqlite_errorcode", None)
    if isinstance(error, UnicodeDecodeError):  # text, or SQLite's own complaint, that is no UTF-8 any more
        code = sqlite3.SQLITE_CORRUPT
    elif not isinstance(error, sqlite3.Error):
        return None
    if str(error).startswith("Could not decode to UTF-8"):  # Python's own complaint, without a code
        code = sqlite3.SQLITE_CORRUPT
    if str(error).startswith(_SCHEMA_DAMAGE):
        code = sqlite3.SQLITE_CORRUPT
    if code is None:
        return None
    words = _WORDS.get(code & 0xFF)
    if words is None:
        return None
    text, hint = words
    kind = DamagedFileError if code & 0xFF == sqlite3.SQLITE_CORRUPT else WikiFileError
    return kind(say(text, path.name, getattr(error, "sqlite_errorname", code)), hint)


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn database errors of the block into WikiFileError.

    Raises:
        WikiFileError: The block met a failure that a user can act on.
    """
    try:
        yield
    except (sqlite3.Error, DBAPIError, UnicodeDecodeError) as error:
        meaning = explain(error, path)
        if meaning is None:
            raise
        raise meaning from error


def explain_on(engine: Engine, path: Path) -> None:
    """Make every statement on this engine raise WikiFileError where a user can act on the failure."""

    @event.listens_for(engine, "handle_error")
    def _explain(context: ExceptionContext) -> None:
        meaning = explain(context.original_exception, path)
        if meaning is not None:
            raise meaning from context.original_exception
