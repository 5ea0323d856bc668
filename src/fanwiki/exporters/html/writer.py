"""Writes a bundle whole or not at all: into a folder of its own beside the destination, which then takes its name.

Only a folder that is empty, or that holds an earlier bundle and nothing else, is ever replaced.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from fanwiki.errors import FanwikiError
from fanwiki.exporters.moving import finish_moves
from fanwiki.exporters.whole_folder import whole_folder
from fanwiki.wording import mark, say

MANIFEST = "bundle.json"
ROWS_AT_ONCE = 2000
"""So many rows of the manifest are put together before they are written."""

_FORMAT = "fanwiki bundle 1"
# What file managers leave in a folder that somebody looked into.
LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


class Listed:
    """What was written, each file once: its hash, in a third of the room that a dictionary takes.

    Attributes:
        size: How many bytes all files have.
    """

    def __init__(self) -> None:
        self.size = 0
        self._rows: list[bytes] = []

    def __len__(self) -> int:
        return len(self._rows)

    def add(self, path: str, data: bytes) -> None:
        """Note a file."""
        self.add_written(path, hashlib.sha256(data).hexdigest(), len(data))

    def add_written(self, path: str, sha256: str, size: int) -> None:
        """Note a file that was written elsewhere."""
        # The end of a line is in no path and before all that is: rows sort as their paths do.
        self._rows.append(b"%b\n%b" % (path.encode(), bytes.fromhex(sha256)))
        self.size += size

    def manifest(self, title: str) -> Iterator[bytes]:
        """Yield the manifest of all files noted, a part at a time."""
        head = f'"format": {json.dumps(_FORMAT)},\n"title": {json.dumps(title, ensure_ascii=False)}'
        yield f'{{\n{head},\n"files": {{\n'.encode()
        self._rows.sort()
        for start in range(0, len(self._rows), ROWS_AT_ONCE):
            rows = ",\n".join(map(_manifest_row, self._rows[start : start + ROWS_AT_ONCE]))
            yield f",\n{rows}".encode() if start else rows.encode()
        yield b"\n}\n}\n"


def _manifest_row(row: bytes) -> str:
    path, _, sha256 = row.partition(b"\n")
    return f'{json.dumps(path.decode())}: "{sha256.hex()}"'


class BundleFolder:
    """The folder of a bundle that is being written.

    Args:
        path: The folder, which is empty.

    Attributes:
        listed: What was written.
        manifest: The hash of the manifest, when that is written.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.listed = Listed()
        self.manifest = ""
        self._folders: set[str] = set()

    def make_folder(self, name: str) -> None:
        """Make a folder in it, named with a slash at its end, unless that is there."""
        if name not in self._folders:
            (self.path / name).mkdir(parents=True, exist_ok=True)
            self._folders.add(name)

    def add(self, path: str, data: bytes) -> None:
        """Write a file."""
        self.make_folder(path[: path.rfind("/") + 1])
        write_file(f"{self.path}/{path}", data)
        self.listed.add(path, data)

    def finish(self, title: str) -> None:
        """Write the manifest of all files."""
        found = hashlib.sha256()
        with (self.path / MANIFEST).open("wb") as file:
            for part in self.listed.manifest(title):
                file.write(part)
                found.update(part)
        self.manifest = found.hexdigest()


@contextmanager
def bundle_folder(destination: Path, *, title: str) -> Iterator[BundleFolder]:
    """Give a bundle to fill, which takes the destination's place at the end; on failure it is gone.

    Raises:
        FanwikiError: The destination is something else's, or cannot be written.
    """
    with whole_folder(destination, check=check_destination) as staging:
        folder = BundleFolder(staging)
        yield folder
        folder.finish(title)


def write_bundle(files: Iterable[tuple[str, bytes]], destination: Path, *, title: str) -> Listed:
    """Write the files and a manifest of their hashes, then put them in the destination's place.

    Raises:
        FanwikiError: The destination is something else's, or cannot be written.
    """
    with bundle_folder(destination, title=title) as folder:
        for path, data in files:
            folder.add(path, data)
    return folder.listed


def write_file(path: str, data: bytes) -> None:
    """Write a file of a bundle; there are very many."""
    number = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0), 0o666)
    try:
        written = os.write(number, data)
        while written < len(data):
            written += os.write(number, memoryview(data)[written:])
    finally:
        os.close(number)


def check_destination(place: Path) -> None:
    """Refuse a destination that holds anything but an earlier bundle.

    Raises:
        FanwikiError: It is a file, or a folder with something of somebody's in it.
    """
    if not place.exists():
        return
    finish_moves(place)
    elsewhere = mark("Choose a new folder, or one that holds an earlier export.")
    if not place.is_dir():
        raise FanwikiError(say("“%1” is a file, not a folder.", place.name), elsewhere)
    foreign = sorted(set(files_below(place)) - _earlier_files(place))
    if foreign:
        raise FanwikiError(
            say("The folder “%1” holds something else already, such as “%2”.", place.name, foreign[0]), elsewhere
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


def files_below(folder: Path) -> Iterator[str]:
    """Yield the path of everything below a folder that is not itself a plain folder, file managers' litter left out."""
    yield from (path for path, _ in entries_below(folder))


def entries_below(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield the same with what the system tells of each."""
    waiting = [""]
    while waiting:
        below = waiting.pop()
        with os.scandir(f"{folder}/{below}") as entries:
            for entry in entries:
                if entry.is_dir(follow_symlinks=False):
                    waiting.append(f"{below}{entry.name}/")
                elif entry.name not in LITTER:
                    yield below + entry.name, entry
