"""Whole copies of a wiki file: consistent while it is being written, and checked before they get their name."""

from __future__ import annotations

import os
import sqlite3
import time
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from fanwiki.errors import DamagedFileError, WikiFileError
from fanwiki.jobs import Progress
from fanwiki.store.engine import APPLICATION_ID, connect
from fanwiki.store.faults import explained
from fanwiki.store.hashing import SEALED_COLUMNS, Sealed, seal
from fanwiki.wording import say

PAGES_PER_STEP = 2048
SAMPLE = 1000
_DRAFT = ".fanwiki-draft"

_SAMPLE = f"""
    SELECT {SEALED_COLUMNS}, sha256 FROM revision WHERE id IN (
        SELECT id FROM (SELECT id FROM revision ORDER BY id DESC LIMIT :half)
        UNION SELECT id FROM (SELECT id FROM revision ORDER BY random() LIMIT :half)
    )
"""


def copy_file(source: sqlite3.Connection, path: Path, dest: Path, progress: Progress) -> None:
    """Copy the state of the wiki that `source` has a transaction on.

    The copy is made under another name beside `dest`, opened and checked, and only then renamed.

    Args:
        source: A connection that reads one snapshot.
        path: The wiki file, for messages.
        dest: The file to make.
        progress: Where to report to.

    Raises:
        WikiFileError: `dest` is there already or cannot be written, or the wiki is damaged.
        Cancelled: The user asked to stop.
    """
    see_that_the_name_is_free(dest)
    with draft_of(dest) as draft:
        with explained(dest), closing(connect(draft, "mode=rwc")) as target:
            _copy(source, target, progress)
        progress.step(0, None, "Checking the copy")
        verify(draft, path)
        move_into_place(draft, dest)


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, progress: Progress) -> None:
    def report(_status: int, remaining: int, total: int) -> None:
        progress.step(total - remaining, total, "Copying the wiki")

    # Nobody sees the draft before it is whole, so it needs no journal; it is flushed once, at the end.
    target.execute("PRAGMA synchronous = OFF")
    target.execute("PRAGMA journal_mode = OFF")
    source.backup(target, pages=PAGES_PER_STEP, progress=report, sleep=0)


def verify(copy: Path, path: Path) -> None:
    """See that a copy is a sound wiki file.

    Raises:
        WikiFileError: It is not, which means that the wiki itself is damaged.
    """
    with explained(copy), closing(connect(copy, "mode=ro&immutable=1")) as connection:
        (application,) = connection.execute("PRAGMA application_id").fetchone()
        faults = [row[0] for row in connection.execute("PRAGMA integrity_check(3)") if row[0] != "ok"]
        rows = connection.execute(_SAMPLE, {"half": SAMPLE // 2})
        broken = [row[0].decode(errors="replace") for row in rows if seal(Sealed(*row[:8])) != row[8]]
    if application != APPLICATION_ID or faults or broken:
        what = say("the page “%1” is not what was saved", broken[0]) if broken else say("the file is damaged")
        raise DamagedFileError(
            say("“%1” was not copied, because the copy did not pass its check: %2.", path.name, what),
            "Keep your older backups; `fanwiki check` tells what is wrong.",
        )


def see_that_the_name_is_free(path: Path) -> None:
    """See that a file of this name can be made.

    Raises:
        WikiFileError: Something is there already, or there is no such folder.
    """
    try:
        path.lstat()
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise WikiFileError(
                say("There is no folder “%1”.", path.parent), "Make the folder first, or choose another."
            ) from None
    except PermissionError:
        raise WikiFileError(
            say("“%1” cannot be made: the folder may not be entered.", path.name), "Choose a folder of your own."
        ) from None
    except (OSError, ValueError) as error:
        raise WikiFileError(
            say("“%1” is no name that a file can have (%2).", path, error), "Choose another name."
        ) from error
    else:
        raise WikiFileError(say("There is already a file “%1”.", path), "Choose another name; nothing was overwritten.")


@contextmanager
def draft_of(path: Path) -> Iterator[Path]:
    """Yield a name beside `path` for making the file under; whatever is left of it goes in the end."""
    _remove_old_drafts(path.parent)
    draft = path.with_name(f".{uuid.uuid4().hex[:12]}{_DRAFT}")
    try:
        yield draft
    finally:
        for ending in ("", "-wal", "-shm", "-journal"):
            with suppress(OSError):
                draft.with_name(draft.name + ending).unlink()


def _remove_old_drafts(folder: Path) -> None:
    """Remove what programs that were killed in the midst of a copy left behind a day ago or earlier."""
    with suppress(OSError):
        for left in folder.glob(f".*{_DRAFT}*"):
            if left.lstat().st_mtime < time.time() - 24 * 3600:
                left.unlink()


def move_into_place(draft: Path, path: Path) -> None:
    """Give a finished file its name, never over another file, such that a power cut cannot undo it.

    Raises:
        WikiFileError: A file of this name came in between, or the folder cannot be written.
    """
    try:
        _flush(draft)
        _give_name(draft, path)
        _flush(path.parent)
    except FileExistsError as error:
        raise WikiFileError(
            say("There is already a file “%1”.", path), "Choose another name; nothing was overwritten."
        ) from error
    except OSError as error:
        raise WikiFileError(
            say("“%1” cannot be made (%2).", path.name, error.strerror),
            "See whether you may write there and there is room.",
        ) from error


def _give_name(draft: Path, path: Path) -> None:
    try:
        os.link(draft, path)  # unlike a rename, it never overwrites
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # a disk without hard links, such as a memory stick
        if path.exists():
            raise FileExistsError(path) from None
        draft.rename(path)


def _flush(path: Path) -> None:
    """Bring a file, or the list of files of a folder, onto the disk."""
    if os.name == "nt" and path.is_dir():
        return  # Windows cannot, and does so by itself
    number = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(number)
    finally:
        os.close(number)
