"""What the 7z library is given to write into, and how it fails; loaded only for 7z archives."""

from __future__ import annotations

import lzma
import zlib
from typing import IO

from py7zr.exceptions import ArchiveError, InternalError, UnsupportedCompressionMethodError
from py7zr.io import Py7zIO, WriterFactory

BROKEN = (
    ArchiveError, InternalError, UnsupportedCompressionMethodError, lzma.LZMAError, zlib.error, OSError, EOFError,
    ValueError,
)  # fmt: skip
"""How unpacking ends when the archive is broken, or when nobody reads any more."""


class IntoPipe(WriterFactory):
    """Passes on what is unpacked, without keeping it.

    Args:
        out: Where it goes.
    """

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out

    def create(self, filename: str) -> Py7zIO:
        """Return what a file is written into."""
        return _Passing(self._out)


class _Passing(Py7zIO):
    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._size = 0

    def write(self, s: bytes | bytearray) -> int:
        self._out.write(s)
        self._size += len(s)
        return len(s)

    def read(self, size: int | None = None) -> bytes:
        return b""

    def seek(self, offset: int, whence: int = 0) -> int:
        return 0

    def flush(self) -> None:
        self._out.flush()

    def size(self) -> int:
        return self._size
