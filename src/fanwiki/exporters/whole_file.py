"""Writes one file whole or not at all: beside its place, and then put there."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from fanwiki.errors import FanwikiError


@contextmanager
def whole_file(dest: Path, *, is_earlier: Callable[[BinaryIO], bool]) -> Iterator[BinaryIO]:
    """Give a file to write; at the end it takes the destination's place, on failure it is gone.

    Args:
        dest: The file to make.
        is_earlier: Tells of a file that is there already whether it is an earlier export, which may be replaced.

    Raises:
        FanwikiError: The destination is somebody's, or the disk refuses.
    """
    try:
        place = dest.resolve()
        _check(place, is_earlier)
        place.parent.mkdir(parents=True, exist_ok=True)
        staging = place.with_name(f".{place.name[:100]}.new-{secrets.token_hex(4)}")
        try:
            with staging.open("w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            _check(place, is_earlier)
            staging.replace(place)
        finally:
            staging.unlink(missing_ok=True)
    except OSError as error:
        raise _told(dest, error) from error


def _check(place: Path, is_earlier: Callable[[BinaryIO], bool]) -> None:
    elsewhere = "Choose a new name, or that of an earlier export."
    if place.is_dir():
        raise FanwikiError(f"“{place.name}” is a folder, not a file.", elsewhere)
    if place.exists():
        with place.open("rb") as file:
            if not is_earlier(file):
                raise FanwikiError(f"“{place.name}” is something else already.", elsewhere)


def _told(dest: Path, error: OSError) -> FanwikiError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FanwikiError(f"The disk is full: “{dest.name}” was not written.", "Make room, then export again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FanwikiError(f"“{dest.name}” may not be written there.", "Choose another folder.")
    reason = os.strerror(error.errno) if error.errno else str(error)
    return FanwikiError(f"“{dest.name}” could not be written: {reason}.", "Choose another folder.")
