"""Entries of archives that are the same bytes whenever they are made."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_PACKED_ALREADY = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".mp3", ".mp4", ".webm", ".ogg")


def packed_entry(path: str, *, stored: bool = False) -> zipfile.ZipInfo:
    """Return an entry without a time of day, a plain file that anybody may read.

    Args:
        path: Its name in the archive.
        stored: Whether to leave its bytes as they are, as is done with what is packed already.
    """
    entry = zipfile.ZipInfo(path, _LONG_AGO)
    entry.external_attr = 0o644 << 16
    entry.create_system = 3
    as_it_is = stored or path.casefold().endswith(_PACKED_ALREADY)
    entry.compress_type = zipfile.ZIP_STORED if as_it_is else zipfile.ZIP_DEFLATED
    return entry


@contextmanager
def opened_entry(archive: zipfile.ZipFile, path: str) -> Iterator[IO[bytes]]:
    """Give an entry to write to piece by piece."""
    with archive.open(packed_entry(path), "w", force_zip64=True) as file:
        yield file
