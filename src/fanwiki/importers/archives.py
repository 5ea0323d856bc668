"""Zip archives from strangers: walked by their lists, checked before a byte is unpacked, never written to the disk.

What can be wrong with one is told in words: too many entries, far more inside than outside (a bomb), entries that
share their bytes (another bomb), encryption, paths that climb out, links.
"""

from __future__ import annotations

import stat
import zipfile
import zlib
from itertools import pairwise
from pathlib import Path

from fanwiki.errors import SourceError
from fanwiki.importers.files import FileEntry, Skipped, shown_path
from fanwiki.wording import mark, say, written

MAX_ENTRIES = 50_000
MAX_TOTAL = 4 * 1024**3
MAX_RATIO = 200
SMALL = 1024**2
"""Below this a file may be as repetitive as it likes."""

_LOCAL_HEADER = 30
_ENCRYPTED = 0x1
_UTF8 = 0x800


class ZipTree:
    """The files of a zip archive.

    Raises:
        SourceError: It is no archive, damaged, encrypted, or made to do harm.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            self._zip = zipfile.ZipFile(path)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise SourceError(
                say("%1 is no zip archive that can be read: %2.", path.name, error), "Pack it again."
            ) from error
        try:
            infos = self._zip.infolist()
            _check(infos, path.name)
        except SourceError:
            self.close()
            raise
        self._skipped: list[Skipped] = []
        self._infos: dict[str, zipfile.ZipInfo] = {}
        self._entries = [entry for number, info in enumerate(infos) if (entry := self._entry(info, number))]
        self._entries.sort(key=lambda entry: entry.path)

    def close(self) -> None:
        """Close the archive."""
        self._zip.close()

    def entries(self) -> list[FileEntry]:
        """Return every file."""
        return self._entries

    def skipped(self) -> list[Skipped]:
        """Return what is no file to read."""
        return self._skipped

    def read(self, entry: FileEntry) -> bytes:
        """Return the bytes of a file; never more than the archive's list says."""
        info = self._infos[entry.key]
        try:
            with self._zip.open(info) as file:
                data = file.read(info.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
            raise SourceError(
                say("%1 in %2 is damaged: %3.", entry.path, self._path.name, error), "Pack it again."
            ) from error
        if len(data) > info.file_size:
            raise SourceError(say("%1 in %2 is larger than it says.", entry.path, self._path.name), "Pack it again.")
        return data

    def _entry(self, info: zipfile.ZipInfo, number: int) -> FileEntry | None:
        """Return the file of an entry, or None when it is none; the archive's own path is only text."""
        name = shown_path(_name_of(info)).replace("\\", "/")
        if info.is_dir() or name.endswith("/"):
            return None
        if stat.S_ISLNK(info.external_attr >> 16):
            self._skipped.append(Skipped(name, written("It is a link.")))
            return None
        parts = [part for part in name.split("/") if part not in ("", ".", "..")]
        if parts and parts[0].endswith(":") and len(parts[0]) == 2:  # a drive
            del parts[0]
        if not parts:
            self._skipped.append(Skipped(name, written("It has no name.")))
            return None
        path = "/".join(parts)
        if path != name:
            self._skipped.append(Skipped(name, written("Its path leads out of the archive; it is read as “%1”.", path)))
        key = str(number)  # names may repeat
        self._infos[key] = info
        return FileEntry(path, info.file_size, key)


def _check(infos: list[zipfile.ZipInfo], name: str) -> None:
    """Refuse an archive that is made to do harm.

    Raises:
        SourceError: It is.
    """
    again = mark("Unpack it yourself and import the folder, if you trust it.")
    if len(infos) > MAX_ENTRIES:
        raise SourceError(say("%1 has %2 entries; %3 is the most.", name, f"{len(infos):,}", f"{MAX_ENTRIES:,}"), again)
    total = sum(info.file_size for info in infos)
    if total > MAX_TOTAL:
        raise SourceError(
            say("%1 would unpack to %2 GB; %3 GB is the most.", name, f"{total / 1024**3:.1f}", MAX_TOTAL // 1024**3),
            again,
        )
    for info in infos:
        if info.flag_bits & _ENCRYPTED:
            raise SourceError(say("%1 is encrypted.", name), "Unpack it with its password and import the folder.")
        if info.file_size > SMALL and info.file_size > MAX_RATIO * max(info.compress_size, 1):
            raise SourceError(
                say("%1 holds a bomb: “%2” unpacks to %3 times its size.", name, shown_path(info.filename), MAX_RATIO),
                again,
            )
    _check_overlaps(infos, name)


def _check_overlaps(infos: list[zipfile.ZipInfo], name: str) -> None:
    ordered = sorted(infos, key=lambda info: info.header_offset)
    for info, following in pairwise(ordered):
        coding = "utf-8" if info.flag_bits & _UTF8 else "cp437"
        header = _LOCAL_HEADER + len(info.orig_filename.encode(coding, "replace"))
        end = info.header_offset + header + info.compress_size
        if info.header_offset == following.header_offset or end > following.header_offset:
            raise SourceError(say("%1 is made to do harm: its entries share their bytes.", name), "Do not unpack it.")


def _name_of(info: zipfile.ZipInfo) -> str:
    """Return an entry's name; archivers that write UTF-8 without saying so are common."""
    if info.flag_bits & _UTF8:
        return info.filename
    try:
        return info.filename.encode("cp437").decode("utf-8")
    except (UnicodeEncodeError, UnicodeDecodeError):
        return info.filename
