"""Puts changed files into the bundle of a folder; all others stay as they are, untouched.

The others are linked into a new folder, which takes the old one's place in one step: a reader has all that changed, or
nothing of it. In a large bundle of which little changed, that alone would take longer than all else: there the new
files, which are all written by then, are moved over the old ones one right after the other. See `moving` for what
happens when the program ends in these few milliseconds.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from fanwiki.exporters.flushing import flush_files
from fanwiki.exporters.html.manifest import Manifest
from fanwiki.exporters.html.plan import FILES
from fanwiki.exporters.html.writer import LITTER, MANIFEST, write_file
from fanwiki.exporters.moving import finish_moves, move_over
from fanwiki.exporters.whole_folder import beside, remove_leftovers, take_place, told_in_words

SWAPPED_UP_TO = 5000
"""Linking so many files takes a moment only."""

MOVED_UP_TO = 400
"""Moving so many files takes some ten milliseconds; if more changed, linking the others is a small part of the work."""


class StandingBundle:
    """A bundle that was exported earlier, as it stands in its folder.

    Args:
        place: The folder.
    """

    def __init__(self, place: Path) -> None:
        self.place = place
        finish_moves(place)
        self._manifest = Manifest((place / MANIFEST).read_bytes())
        self._folders: set[str] = set()
        """All its folders, when they are known without a look."""

    @property
    def hash(self) -> str:
        """The hash of its manifest."""
        return self._manifest.hash

    @property
    def paths(self) -> Iterable[str]:
        """All its files but the manifest."""
        return self._manifest.files.keys()

    def is_as_written(self, folders: Mapping[str, int]) -> bool:
        """Tell whether no file came, went or was written to since; times tell, for the manifest is written last.

        Args:
            folders: What `folder_times` said then: no file came to these, or went from them, if it says the same now.
        """
        written = (self.place / MANIFEST).stat().st_mtime_ns
        if folders and _times_of(self.place, folders) == folders:
            self._folders = set(folders)
            return not any(_has_other(f"{self.place}/{folder}", written, folder != f"{FILES}/") for folder in folders)
        return self._holds_what_is_listed(written)

    def _holds_what_is_listed(self, written: int) -> bool:
        listed = self._manifest.files
        found = 0
        waiting = [""]
        while waiting:
            below = waiting.pop()
            with os.scandir(f"{self.place}/{below}") as entries:
                for entry in entries:
                    path = below + entry.name
                    if (path in listed or path == MANIFEST) and entry.is_file(follow_symlinks=False):
                        told = entry.stat(follow_symlinks=False)
                        if told.st_mtime_ns > written or (told.st_size == 0 and below != f"{FILES}/"):
                            return False
                        found += 1
                    elif entry.is_dir(follow_symlinks=False):
                        waiting.append(f"{path}/")
                    elif entry.name not in LITTER:
                        return False
        return found == len(listed) + 1

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return (self.place / path).read_bytes()

    def hash_of(self, path: str) -> str | None:
        """Return the hash of a file, or None when the bundle does not have it."""
        return self._manifest.hash_of(path)

    def holds(self, path: str, sha256: str) -> bool:
        """Tell whether a file has bytes of this hash."""
        return self.hash_of(path) == sha256

    def replace(self, files: Mapping[str, bytes | None], title: str) -> str:
        """Write files and remove those without bytes, whole or not at all; return the hash of the new manifest.

        Raises:
            FanwikiError: The disk refuses.
        """
        hashes = {path: hashlib.sha256(data).hexdigest() if data is not None else None for path, data in files.items()}
        manifest = Manifest(self._manifest.changed(hashes, title))
        with told_in_words(self.place):
            remove_leftovers(self.place)
            staging = beside(self.place, "new")
            staging.mkdir()
            try:
                self._fill(staging, files)
                many = len(files) > MOVED_UP_TO
                if many or manifest.lines <= SWAPPED_UP_TO:
                    self._bring_others(staging, manifest, files)
                    write_file(f"{staging}/{MANIFEST}", manifest.data)
                    flush_files(staging, [MANIFEST, *(path for path, data in files.items() if data is not None)])
                    take_place(staging, self.place)
                else:
                    write_file(f"{staging}/{MANIFEST}", manifest.data)
                    move_over(staging, self.place, [*files, MANIFEST])
            finally:
                shutil.rmtree(staging, ignore_errors=True)
        self._manifest = manifest
        if self._folders:
            self._folders.update(above for path in files for above in _folders_above(path))
        return manifest.hash

    def folder_times(self) -> dict[str, int]:
        """Return what the function of this name does, without a look at every file where that is possible."""
        return _times_of(self.place, self._folders) if self._folders else folder_times(self.place)

    def _fill(self, staging: Path, files: Mapping[str, bytes | None]) -> None:
        folders: set[str] = set()
        for path, data in files.items():
            if data is not None:
                _make_folder(staging, path, folders)
                write_file(f"{staging}/{path}", data)

    def _bring_others(self, staging: Path, manifest: Manifest, written: Mapping[str, bytes | None]) -> None:
        """Link what stays into the new folder; on disks that know no links, copy it with its times."""
        folders: set[str] = set()
        for path in manifest.files:
            if path in written:
                continue
            _make_folder(staging, path, folders)
            try:
                os.link(f"{self.place}/{path}", f"{staging}/{path}")
            except (OSError, NotImplementedError):
                shutil.copy2(f"{self.place}/{path}", f"{staging}/{path}")


def folder_times(place: Path) -> dict[str, int]:
    """Return the folders of a bundle, each with the time when a file last came to it or went."""
    folders = [""]
    for folder in folders:
        with os.scandir(f"{place}/{folder}") as entries:
            folders += [f"{folder}{entry.name}/" for entry in entries if entry.is_dir(follow_symlinks=False)]
    return _times_of(place, folders)


def _folders_above(path: str) -> list[str]:
    return [path[: place + 1] for place, sign in enumerate(path) if sign == "/"]


def _times_of(place: Path, folders: Iterable[str]) -> dict[str, int]:
    """Return the time of each folder; 0 for one that is gone."""
    found = {}
    for folder in folders:
        try:
            found[folder] = (place / folder).stat().st_mtime_ns
        except OSError:
            found[folder] = 0
    return found


def _has_other(folder: str, written: int, are_filled: bool) -> bool:
    """Tell whether a file of a folder was written to after a moment, or lost its bytes when the computer stopped.

    Args:
        folder: The folder.
        written: The moment.
        are_filled: Whether all its files had bytes; only attachments may have none.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            told = entry.stat(follow_symlinks=False)
            is_other = told.st_mtime_ns > written or (are_filled and told.st_size == 0)
            if is_other and not entry.is_dir(follow_symlinks=False):
                return True
    return False


def _make_folder(staging: Path, path: str, known: set[str]) -> None:
    folder = path.rpartition("/")[0]
    if folder not in known:
        (staging / folder).mkdir(parents=True, exist_ok=True)
        known.add(folder)
