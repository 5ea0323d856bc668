"""The files of a source, in a folder or in a zip archive, behind one face; nothing is ever unpacked to the disk."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from fanwiki.errors import SourceError
from fanwiki.wording import say, written


@dataclass(frozen=True, slots=True)
class FileEntry:
    """A file.

    Args:
        path: Its path within the source, parted by ``/``, NFC, without characters that cannot be shown.
        size: Its size in bytes, as the source says.
        key: What the source itself knows it by.
    """

    path: str
    size: int
    key: str

    @property
    def name(self) -> str:
        """The last part of its path."""
        return self.path.rpartition("/")[2]

    @property
    def folder(self) -> str:
        """The path without the name; empty at the top."""
        return self.path.rpartition("/")[0]

    @property
    def is_hidden(self) -> bool:
        """Whether it, or a folder it stands in, begins with a dot, or is what archivers on macOS add."""
        return any(part.startswith(".") or part == "__MACOSX" for part in self.path.split("/"))


@dataclass(frozen=True, slots=True)
class Skipped:
    """Something in the source that is not read, and why, as one sentence."""

    path: str
    text: str


class FileTree(Protocol):
    """The files of a source."""

    def entries(self) -> list[FileEntry]:
        """Return every file, hidden ones too, in the order of their paths."""

    def skipped(self) -> list[Skipped]:
        """Return what is no file to read: links that lead out, devices, entries with impossible names."""

    def read(self, entry: FileEntry) -> bytes:
        """Return the bytes of a file.

        Raises:
            SourceError: It cannot be read.
        """


class FolderTree:
    """The files of a folder. Links are followed only to files within it."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._entries: list[FileEntry] = []
        self._skipped: list[Skipped] = []
        for folder, folders, names in os.walk(root, onerror=self._unreadable):
            folders[:] = sorted(name for name in folders if not self._is_linked_folder(Path(folder, name)))
            for name in sorted(names):
                self._add(Path(folder, name))
        self._entries.sort(key=lambda entry: entry.path)

    def entries(self) -> list[FileEntry]:
        """Return every file."""
        return self._entries

    def skipped(self) -> list[Skipped]:
        """Return what is no file to read."""
        return self._skipped

    def read(self, entry: FileEntry) -> bytes:
        """Return the bytes of a file."""
        try:
            return (self._root / entry.key).read_bytes()
        except OSError as error:
            raise SourceError(
                say("%1 cannot be read: %2.", entry.path, error.strerror), "Check that you may read it."
            ) from error

    def _add(self, path: Path) -> None:
        key = os.fspath(path.relative_to(self._root))
        shown = shown_path(key.replace(os.sep, "/"))
        try:
            inside = not path.is_symlink() or path.resolve().is_relative_to(self._root.resolve())
            state = path.stat()
        except (OSError, RuntimeError):  # a dangling link, or a ring of links
            self._skipped.append(Skipped(shown, written("It is a link to nothing.")))
            return
        if not inside:
            self._skipped.append(Skipped(shown, written("It is a link out of the folder.")))
        elif stat.S_ISREG(state.st_mode):
            self._entries.append(FileEntry(shown, state.st_size, key))
        else:  # reading a pipe would wait for ever
            self._skipped.append(Skipped(shown, written("It is no file.")))

    def _is_linked_folder(self, path: Path) -> bool:
        if path.is_symlink():
            self._skipped.append(Skipped(shown_path(path.name), written("It is a link to a folder.")))
            return True
        return False

    def _unreadable(self, error: OSError) -> None:
        self._skipped.append(
            Skipped(shown_path(str(error.filename)), written("It cannot be read: %1.", error.strerror))
        )


def shown_path(text: str) -> str:
    """Return a path as it can be shown and stored: NFC, without control characters and undecodable bytes."""
    known = text.encode("utf-8", "replace").decode()
    visible = "".join(char for char in known if unicodedata.category(char) not in ("Cc", "Cs"))
    return unicodedata.normalize("NFC", visible)


@contextmanager
def open_tree(path: Path) -> Iterator[FileTree]:
    """Open a folder, a zip archive, or a single file as the only one of its folder.

    Raises:
        SourceError: It is not there, or is no archive that can be read safely.
    """
    if path.is_dir():
        yield FolderTree(path)
        return
    if not path.is_file():
        raise SourceError(say("%1 is not there.", path), "Check the name.")
    if is_zip(path):
        from fanwiki.importers.archives import ZipTree

        tree = ZipTree(path)
        try:
            yield tree
        finally:
            tree.close()
        return
    yield SingleFile(path)


class SingleFile:
    """One file by itself."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def entries(self) -> list[FileEntry]:
        """Return the file."""
        return [FileEntry(shown_path(self._path.name), self._path.stat().st_size, self._path.name)]

    def skipped(self) -> list[Skipped]:
        """Return nothing."""
        return []

    def read(self, entry: FileEntry) -> bytes:
        """Return the bytes of the file."""
        try:
            return self._path.read_bytes()
        except OSError as error:
            raise SourceError(
                say("%1 cannot be read: %2.", entry.path, error.strerror), "Check that you may read it."
            ) from error


def is_zip(path: Path) -> bool:
    """Tell whether a file begins as zip archives do."""
    try:
        with path.open("rb") as file:
            return file.read(4) in (b"PK\x03\x04", b"PK\x05\x06")
    except OSError:
        return False
