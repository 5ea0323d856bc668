"""Makes the system put files on the disk before it is told what depends on them: power may fail at any moment."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

FLUSHES_FOLDERS = os.name == "posix"
"""Elsewhere folders cannot be opened, and the system sees to them itself."""


def flush_files(folder: Path, paths: Iterable[str]) -> None:
    """Put files below a folder on the disk, with the folders that they stand in.

    Raises:
        OSError: The disk refuses.
    """
    folders = {folder}
    for path in paths:
        _flush(folder / path, os.O_RDWR)
        folders |= {folder / above for above in Path(path).parents}
    flush_folders(folders)


def flush_folders(folders: Iterable[Path]) -> None:
    """Put on the disk which files folders hold."""
    if FLUSHES_FOLDERS:
        for folder in folders:
            _flush(folder, os.O_RDONLY)


def _flush(path: Path, mode: int) -> None:
    number = os.open(path, mode)
    try:
        os.fsync(number)
    finally:
        os.close(number)
