"""Writes a bundle whole or not at all: into a folder of its own beside the destination, which then takes its name.

Only a folder that is empty, or that holds an earlier bundle and nothing else, is ever replaced.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import secrets
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from fanwiki.errors import FanwikiError

MANIFEST = "bundle.json"
_FORMAT = "fanwiki bundle 1"
# What file managers leave in a folder that somebody looked into.
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


@dataclass(slots=True)
class Listed:
    """What was written: the hash of each file, and how many bytes all are."""

    hashes: dict[str, str] = field(default_factory=dict)
    size: int = 0

    def add(self, path: str, data: bytes) -> None:
        """Note a file."""
        self.hashes[path] = hashlib.sha256(data).hexdigest()
        self.size += len(data)

    def manifest(self, title: str) -> bytes:
        """Return the manifest of all files noted."""
        manifest = {"format": _FORMAT, "title": title, "files": dict(sorted(self.hashes.items()))}
        return (json.dumps(manifest, ensure_ascii=False, indent=0) + "\n").encode()


def write_bundle(files: Iterable[tuple[str, bytes]], destination: Path, *, title: str) -> Listed:
    """Write the files and a manifest of their hashes, then put them in the destination's place.

    Raises:
        FanwikiError: The destination is something else's, or cannot be written.
    """
    with _told_in_words(destination):
        place = destination.resolve()
        check_destination(place)
        place.parent.mkdir(parents=True, exist_ok=True)
        staging = _beside(place, "new")
        staging.mkdir()
        try:
            listed = _fill(staging, files, title)
            _take_place(staging, place)
        except BaseException:
            shutil.rmtree(staging, ignore_errors=True)
            raise
    return listed


def check_destination(place: Path) -> None:
    """Refuse a destination that holds anything but an earlier bundle.

    Raises:
        FanwikiError: It is a file, or a folder with something of somebody's in it.
    """
    if not place.exists():
        return
    elsewhere = "Choose a new folder, or one that holds an earlier export."
    if not place.is_dir():
        raise FanwikiError(f"“{place.name}” is a file, not a folder.", elsewhere)
    found = {path.relative_to(place).as_posix() for path in _files(place) if path.name not in _LITTER}
    foreign = sorted(found - _earlier_files(place))
    if foreign:
        raise FanwikiError(
            f"The folder “{place.name}” holds something else already, such as “{foreign[0]}”.", elsewhere
        )


def _earlier_files(place: Path) -> set[str]:
    """Return the files of the bundle in a folder, as its manifest lists them; none if there is no bundle."""
    try:
        manifest = json.loads((place / MANIFEST).read_text(encoding="utf-8"))
        if manifest["format"] == _FORMAT:
            return {MANIFEST, *manifest["files"]}
    except (OSError, ValueError, KeyError, TypeError):
        pass
    return set()


def _files(folder: Path) -> Iterator[Path]:
    """Yield everything below a folder that is not itself a plain folder."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path


def _fill(staging: Path, files: Iterable[tuple[str, bytes]], title: str) -> Listed:
    listed = Listed()
    folders: set[str] = set()
    for path, data in files:
        folder = path.rpartition("/")[0]
        if folder not in folders:
            (staging / folder).mkdir(parents=True, exist_ok=True)
            folders.add(folder)
        (staging / path).write_bytes(data)
        listed.add(path, data)
    (staging / MANIFEST).write_bytes(listed.manifest(title))
    return listed


def _take_place(staging: Path, place: Path) -> None:
    """Rename the staging folder to its place; whatever fails, an earlier bundle is still whole."""
    if not place.exists():
        staging.rename(place)
        return
    check_destination(place)
    old = _beside(place, "old")
    place.rename(old)
    try:
        staging.rename(place)
    except BaseException:
        old.rename(place)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _beside(place: Path, purpose: str) -> Path:
    return place.with_name(f".{place.name[:100]}.{purpose}-{secrets.token_hex(4)}")


@contextmanager
def _told_in_words(destination: Path) -> Iterator[None]:
    """Turn what a disk refuses into a sentence."""
    try:
        yield
    except OSError as error:
        name = destination.name or str(destination)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise FanwikiError(
                f"The disk is full: “{name}” was not written.", "Make room, then export again."
            ) from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise FanwikiError(f"“{name}” may not be written there.", "Choose another folder.") from error
        reason = os.strerror(error.errno) if error.errno else str(error)
        raise FanwikiError(f"“{name}” could not be written: {reason}.", "Choose another folder.") from error
