"""Puts changed files into the bundle of a folder; all others stay as they are, untouched.

In a small bundle, the others are linked into a new folder, which takes the old one's place in one step. In a large one
that alone would take seconds, so there the new files, which are all written by then, are moved over the old ones one
right after the other; should that stop half-way, those that were moved already are moved back. After a kill in these
few milliseconds, the next export first moves the rest.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Mapping
from functools import cached_property
from pathlib import Path

from fanwiki.exporters.html.writer import LITTER, MANIFEST, Listed, write_file
from fanwiki.exporters.moving import finish_moves, move_over
from fanwiki.exporters.whole_folder import beside, remove_leftovers, take_place, told_in_words

SWAPPED_UP_TO = 5000
"""Linking so many files takes a moment only."""


class StandingBundle:
    """A bundle that was exported earlier, as it stands in its folder.

    Args:
        place: The folder.
    """

    def __init__(self, place: Path) -> None:
        self.place = place
        finish_moves(place)
        self._manifest = (place / MANIFEST).read_bytes()
        self.hash = hashlib.sha256(self._manifest).hexdigest()

    def is_as_written(self) -> bool:
        """Tell whether no file came, went or was written to since; times tell, for the manifest is written last."""
        written = (self.place / MANIFEST).stat().st_mtime_ns
        listed = self._listed
        found = 0
        waiting = [""]
        while waiting:
            below = waiting.pop()
            with os.scandir(f"{self.place}/{below}") as entries:
                for entry in entries:
                    path = below + entry.name
                    if (path in listed or path == MANIFEST) and entry.is_file(follow_symlinks=False):
                        if entry.stat(follow_symlinks=False).st_mtime_ns > written:
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

    def holds(self, path: str, sha256: str) -> bool:
        """Tell whether a file has bytes of this hash."""
        return self._listed.get(path) == sha256

    def replace(self, files: Mapping[str, bytes], title: str) -> str:
        """Write files and remove those without bytes, whole or not at all; return the hash of the new manifest.

        Raises:
            FanwikiError: The disk refuses.
        """
        listed = Listed({path: sha256 for path, sha256 in self._listed.items() if path not in files})
        for path, data in files.items():
            if data:
                listed.add(path, data)
        manifest = listed.manifest(title)
        with told_in_words(self.place):
            remove_leftovers(self.place)
            staging = beside(self.place, "new")
            staging.mkdir()
            try:
                self._fill(staging, {**files, MANIFEST: manifest})
                if len(listed.hashes) <= SWAPPED_UP_TO and self._link_others(staging, listed, files):
                    take_place(staging, self.place)
                else:
                    move_over(staging, self.place, [*files, MANIFEST])
            finally:
                shutil.rmtree(staging, ignore_errors=True)
        return hashlib.sha256(manifest).hexdigest()

    @cached_property
    def _listed(self) -> dict[str, str]:
        files: dict[str, str] = json.loads(self._manifest)["files"]
        return files

    def _fill(self, staging: Path, files: Mapping[str, bytes]) -> None:
        for path, data in files.items():
            if data:
                (staging / path).parent.mkdir(parents=True, exist_ok=True)
                write_file(f"{staging}/{path}", data)

    def _link_others(self, staging: Path, listed: Listed, written: Mapping[str, bytes]) -> bool:
        """Link what stays into the new folder; tell whether that is possible on this disk."""
        folders: set[str] = set()
        for path in listed.hashes:
            if path in written:
                continue
            folder = path.rpartition("/")[0]
            if folder not in folders:
                (staging / folder).mkdir(parents=True, exist_ok=True)
                folders.add(folder)
            try:
                os.link(f"{self.place}/{path}", f"{staging}/{path}")
            except (OSError, NotImplementedError):
                return False
        return True
