"""Writes the folder of a vault beside its destination and puts it there when it is complete.

A vault is a folder that people work in. So an earlier export is replaced only while nothing in it was changed or
added; what Obsidian itself keeps there (its settings) moves along.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from fanwiki.domain.vault_manifest import MANIFEST, read_manifest
from fanwiki.errors import FanwikiError
from fanwiki.exporters.whole_folder import whole_folder
from fanwiki.wording import mark, say

SETTINGS = ".obsidian"
_LITTER = frozenset((".DS_Store", "Thumbs.db", "desktop.ini"))


def written_whole(dest: Path) -> AbstractContextManager[Path]:
    """Give an empty folder to write into, which takes the destination's place at the end; on failure it is gone.

    Raises:
        FanwikiError: The destination holds something else, or the disk refuses.
    """
    return whole_folder(dest, check=check_destination, before=_take_settings_along)


def check_destination(place: Path) -> None:
    """Refuse a destination that holds anything but an earlier vault as it was written.

    Raises:
        FanwikiError: It is a file, or a folder with something of somebody's in it.
    """
    elsewhere = mark("Choose a new folder, or one that holds an earlier export.")
    if not place.exists():
        return
    if not place.is_dir():
        raise FanwikiError(say("“%1” is a file, not a folder.", place.name), elsewhere)
    manifest = read_manifest((place / MANIFEST).read_bytes()) if (place / MANIFEST).is_file() else None
    for path in _files(place):
        name = path.relative_to(place).as_posix()
        if name == MANIFEST or path.name in _LITTER or name.startswith(f"{SETTINGS}/"):
            continue
        if manifest is None or name not in manifest.hashes:
            raise FanwikiError(
                say("The folder “%1” holds something else already, such as “%2”.", place.name, name), elsewhere
            )
        if not manifest.holds(name, path.read_bytes()):
            raise FanwikiError(
                say("“%1” in “%2” was changed since it was exported.", name, place.name),
                "Import the folder first, or choose another one.",
            )


def _files(folder: Path) -> Iterator[Path]:
    """Yield everything below a folder that is not itself a plain folder."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            yield from _files(path)
        else:
            yield path


def _take_settings_along(staging: Path, place: Path) -> None:
    if (place / SETTINGS).is_dir():
        shutil.copytree(place / SETTINGS, staging / SETTINGS, symlinks=True)
