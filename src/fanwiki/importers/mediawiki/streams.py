"""Dumps as they lie on the disk, plain or compressed, as one stream of bytes; nothing is unpacked to the disk."""

from __future__ import annotations

import bz2
import contextlib
import gzip
import lzma
import os
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol

from fanwiki.errors import SourceError
from fanwiki.wording import mark, say

if TYPE_CHECKING:
    import py7zr

CHUNK = 1 << 16
MAX_WINDOW = 1 << 27
"""A zstd file may ask for so much memory; ``zstd --long`` beyond 27 asks for more."""

_GZIP, _BZIP2, _7Z, _ZSTD, _XZ = b"\x1f\x8b", b"BZh", b"7z\xbc\xaf\x27\x1c", b"\x28\xb5\x2f\xfd", b"\xfd7zXZ\x00"
_AGAIN = mark("Download it again, or unpack it yourself and import what is in it.")


class Truncated(Exception):  # noqa: N818  (what was read before it counts)
    """A compressed file ends too early, or is damaged from here on."""


class ByteStream(Protocol):
    """What is read from the front to the back."""

    def read(self, size: int, /) -> bytes:
        """Return at most so many bytes; none at the end."""


def is_compressed(head: bytes) -> bool:
    """Tell whether a file that begins so is of a kind that `open_stream` unpacks."""
    return head.startswith((_GZIP, _BZIP2, _7Z, _ZSTD, _XZ))


@contextmanager
def open_stream(path: Path) -> Iterator[ByteStream]:
    """Open a file, unpacking it if its first bytes say that it is packed.

    Raises:
        SourceError: It cannot be opened.
        Truncated: While reading: it ends too early.
    """
    with contextlib.ExitStack() as stack:
        try:
            file = stack.enter_context(path.open("rb"))
            head = file.read(8)
            file.seek(0)
        except OSError as error:
            raise SourceError(
                say("%1 cannot be read: %2.", path, error.strerror), "Check that you may read it."
            ) from error
        yield _Guarded(_unpacked(path, file, head, stack))


def _unpacked(path: Path, file: IO[bytes], head: bytes, stack: contextlib.ExitStack) -> ByteStream:
    if head.startswith(_GZIP):
        return stack.enter_context(gzip.GzipFile(fileobj=file))
    if head.startswith(_BZIP2):
        return stack.enter_context(bz2.BZ2File(file))
    if head.startswith(_XZ):
        return stack.enter_context(lzma.LZMAFile(file))
    if head.startswith(_ZSTD):
        import zstandard

        decompressor = zstandard.ZstdDecompressor(max_window_size=MAX_WINDOW)
        return stack.enter_context(decompressor.stream_reader(file, read_across_frames=True))
    if head.startswith(_7Z):
        return stack.enter_context(_seven_zip(path))
    return file


class _Guarded:
    """Tells every way in which an archive can be broken as one."""

    def __init__(self, stream: ByteStream) -> None:
        self._stream = stream
        self._broken = _broken_errors()

    def read(self, size: int, /) -> bytes:
        try:
            return self._stream.read(size)
        except self._broken as error:
            raise Truncated(str(error)) from error


def _broken_errors() -> tuple[type[Exception], ...]:
    import zstandard

    return (EOFError, OSError, zlib.error, lzma.LZMAError, zstandard.ZstdError)


@contextmanager
def _seven_zip(path: Path) -> Iterator[ByteStream]:
    """Yield the one XML file of a 7z archive; a thread unpacks it into a pipe as fast as it is read.

    Raises:
        SourceError: It is damaged, encrypted, or holds no such file.
    """
    import py7zr

    try:
        archive = py7zr.SevenZipFile(path)
    except (py7zr.exceptions.ArchiveError, OSError, EOFError, lzma.LZMAError, ValueError) as error:
        raise SourceError(say("%1 is no 7z archive that can be read.", path.name), _AGAIN) from error
    with archive:
        name = _wanted(archive, path)
        reading, writing = os.pipe()
        thread = threading.Thread(target=_unpack, args=(archive, name, writing), daemon=True, name="fanwiki-7z")
        thread.start()
        try:
            with os.fdopen(reading, "rb") as stream:
                yield stream
        finally:
            thread.join()


def _wanted(archive: py7zr.SevenZipFile, path: Path) -> str:
    if archive.needs_password():
        raise SourceError(say("%1 is encrypted.", path.name), "Unpack it with its password and import what is in it.")
    names = [entry.filename for entry in archive.list() if entry.is_file]
    wanted = [name for name in names if name.casefold().endswith(".xml")] or names
    if len(wanted) != 1:
        raise SourceError(say("%1 holds %2 files where one dump is due.", path.name, len(wanted)), _AGAIN)
    return str(wanted[0])


def _unpack(archive: py7zr.SevenZipFile, name: str, pipe: int) -> None:
    """Write a file of an archive into a pipe; whoever reads sees a broken one end early."""
    from fanwiki.importers.mediawiki.seven_zip import BROKEN, IntoPipe

    with contextlib.suppress(*BROKEN), os.fdopen(pipe, "wb", buffering=CHUNK) as out:
        archive.extract(targets=[name], factory=IntoPipe(out))
