"""The lock that lets one connection at a time write a wiki, over all programs of this user.

SQLite before 3.51.3 can damage a file when two connections write and checkpoint it at the same moment; with this
lock they never do. It stands in the user's folder, not beside the wiki: nothing is left behind there, and a
folder that cannot be written needs none. It is named after the file's place on the disk, so that one file
under two names has one lock. The system frees it when its holder dies.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fanwiki import paths
from fanwiki.errors import WikiFileError
from fanwiki.wording import say

WAIT_SECONDS = 10.0


def lock_file(path: Path) -> Path:
    """Return the lock file of a wiki file.

    Raises:
        WikiFileError: The wiki file is gone.
    """
    try:
        status = path.stat()
    except OSError as error:
        raise WikiFileError(say("“%1” is not there any more.", path.name), "See where it was moved.") from error
    return _folder() / f"{status.st_dev:x}-{status.st_ino:x}.lock"


@contextmanager
def write_lock(path: Path, *, wait: float | None = None) -> Iterator[None]:
    """Hold the lock of a wiki file.

    Args:
        path: The wiki file.
        wait: For how many seconds to wait for it, if not the usual time.

    Raises:
        WikiFileError: Another program, or another window, kept it for longer.
    """
    from filelock import FileLock, Timeout  # who only reads should not wait for this import

    lock = FileLock(lock_file(path), timeout=WAIT_SECONDS if wait is None else wait, thread_local=False)
    try:
        lock.acquire()
    except Timeout as error:
        raise being_written(path) from error
    except OSError as error:
        raise WikiFileError(
            say("“%1” cannot be locked for writing (%2).", path.name, error.strerror),
            "See whether the disk of your own folder is full or cannot be written.",
        ) from error
    try:
        yield
    finally:
        lock.release()


def being_written(path: Path) -> WikiFileError:
    """Return the refusal to write what somebody else has been writing for long."""
    return WikiFileError(
        say("“%1” is being written by another window or program.", path.name),
        "Wait until that is done, or close it there, then try again.",
    )


def _folder() -> Path:
    try:
        folder = paths.user_data() / "locks"
        folder.mkdir(exist_ok=True)
        if os.access(folder, os.W_OK):
            return folder
    except OSError:
        pass
    # A service without a home of its own: the folder for passing files is the same for all its processes.
    folder = Path(tempfile.gettempdir()) / f"fanwiki-locks-{getattr(os, 'getuid', lambda: 0)()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder
