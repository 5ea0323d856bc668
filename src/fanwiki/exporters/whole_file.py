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
from fanwiki.wording import mark, say


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
    elsewhere = mark("Choose a new name, or that of an earlier export.")
    if place.is_dir():
        raise FanwikiError(say("“%1” is a folder, not a file.", place.name), elsewhere)
    if place.exists():
        with place.open("rb") as file:
            if not is_earlier(file):
                raise FanwikiError(say("“%1” is something else already.", place.name), elsewhere)


def _told(dest: Path, error: OSError) -> FanwikiError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return FanwikiError(say("The disk is full: “%1” was not written.", dest.name), "Make room, then export again.")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return FanwikiError(say("“%1” may not be written there.", dest.name), "Choose another folder.")
    reason = os.strerror(error.errno) if error.errno else str(error)
    return FanwikiError(say("“%1” could not be written: %2.", dest.name, reason), "Choose another folder.")
