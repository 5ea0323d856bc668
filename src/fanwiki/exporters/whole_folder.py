"""Writes a folder whole or not at all: beside its place, and then put there."""

from __future__ import annotations

import errno
import os
import re
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fanwiki.errors import FanwikiError
from fanwiki.wording import say

_NAME_KEPT = 60
"""So many characters of a folder's name stand in the names of its helpers, which must not grow too long."""

_A_DAY = 86_400
_START_TAKES = 5
"""So many seconds the clock may be set by while a computer starts."""

_HERE, _EXCHANGE = -100, 2
"""What Linux calls the folder that a program works in, and the exchange of two names (AT_FDCWD, RENAME_EXCHANGE)."""


@contextmanager
def whole_folder(
    dest: Path, *, check: Callable[[Path], None], before: Callable[[Path, Path], None] | None = None
) -> Iterator[Path]:
    """Give an empty folder to write into, which takes the destination's place at the end; on failure it is gone.

    What an earlier export that was killed left beside the destination is removed.

    Args:
        dest: The folder to make.
        check: Raises when what is at the destination must not be replaced.
        before: Called with the new folder and the one whose place it is about to take.

    Raises:
        FanwikiError: The destination holds something else, or the disk refuses.
    """
    with told_in_words(dest):
        place = dest.resolve()
        check(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        remove_leftovers(place)
        staging = beside(place, "new")
        staging.mkdir()
        try:
            yield staging
            if place.exists():
                check(place)
                if before is not None:
                    before(staging, place)
            take_place(staging, place)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise


def take_place(staging: Path, place: Path) -> None:
    """Rename the new folder to its place; whatever fails, the earlier one is still whole.

    Where the system can exchange two folders there is no moment without one; elsewhere two renames follow each other,
    and `remove_leftovers` brings the earlier folder back if the program was killed between them.
    """
    if not place.exists():
        staging.rename(place)
        return
    if _exchanged(staging, place):
        shutil.rmtree(staging, ignore_errors=True)
        return
    old = beside(place, "old")
    place.rename(old)
    try:
        staging.rename(place)
    except BaseException:
        old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places in one step; tell whether the system and the disk can do that."""
    if not sys.platform.startswith("linux"):
        return False
    import ctypes  # who writes a new folder should not wait for this import

    rename = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    names = os.fsencode(one), os.fsencode(other)
    return rename is not None and rename(_HERE, names[0], _HERE, names[1], _EXCHANGE) == 0


def beside(place: Path, purpose: str) -> Path:
    """Return a name beside a folder that nothing has; it tells which process it belongs to."""
    return place.with_name(f".{place.name[:_NAME_KEPT]}.{purpose}-{os.getpid()}-{secrets.token_hex(4)}")


def remove_leftovers(place: Path) -> None:
    """Remove what exports that were killed left beside a folder; bring it back if one was killed while it swapped.

    Helpers of processes that still run are left alone.
    """
    for purpose in ("new", "old"):
        for path in left_beside(place, purpose):
            if purpose == "old" and not place.exists():
                path.rename(place)
            else:
                shutil.rmtree(path, ignore_errors=True)


def left_beside(place: Path, purpose: str) -> list[Path]:
    """Return the helpers of a folder, named by `beside`, that processes left which run no more."""
    ours = re.compile(rf"\.{re.escape(place.name[:_NAME_KEPT])}\.{purpose}-(\d+)-[0-9a-f]{{8}}")
    found = [(match, path) for path in place.parent.iterdir() if (match := ours.fullmatch(path.name))]
    return [path for match, path in found if _is_left(path, int(match[1]))]


def _is_left(path: Path, process: int) -> bool:
    """Tell whether nobody works on a helper any more; where processes cannot be asked after, its age tells."""
    if _is_of_another_start(path):  # another process may have the number by now
        return True
    if process == os.getpid():
        return False
    if os.name != "posix":
        return time.time() - path.stat().st_mtime > _A_DAY
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return False


def _is_of_another_start(path: Path) -> bool:
    """Tell whether the computer was started since a folder was last changed."""
    clock = getattr(time, "CLOCK_BOOTTIME", None)
    if clock is None or sys.platform != "linux":
        return False
    return path.stat().st_mtime < time.time() - time.clock_gettime(clock) - _START_TAKES


@contextmanager
def told_in_words(destination: Path) -> Iterator[None]:
    """Turn what a disk refuses into a sentence."""
    try:
        yield
    except OSError as error:
        name = destination.name or str(destination)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise FanwikiError(
                say("The disk is full: “%1” was not written.", name), "Make room, then export again."
            ) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise FanwikiError(say("“%1” may not be written there.", name), "Choose another folder.") from error
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise FanwikiError(say("“%1” could not be written: %2.", name, reason), "Choose another folder.") from error
