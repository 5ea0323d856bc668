"""The manifest of a bundle that stands: single rows of it are read and changed without reading all the others."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cached_property

from fanwiki.exporters.html.writer import Listed

FEW = 60
"""So many rows are looked for one by one; for more, all are read."""

_HASH = 64


class Manifest:
    """A manifest.

    Args:
        data: Its bytes, as `Listed.manifest` made them.

    Attributes:
        data: The same.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data
        self._looked_for = 0

    @cached_property
    def hash(self) -> str:
        """The hash of the manifest itself."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def lines(self) -> int:
        """Its lines: one for each file, and some more."""
        return self.data.count(b"\n")

    @cached_property
    def files(self) -> dict[str, str]:
        """Every file with its hash."""
        files: dict[str, str] = json.loads(self.data)["files"]
        return files

    def hash_of(self, path: str) -> str | None:
        """Return the hash of a file, or None when it is not listed."""
        self._looked_for += 1
        if "files" in self.__dict__ or self._looked_for > FEW:
            return self.files.get(path)
        place = self._place(path)
        return None if place is None else self.data[place : place + _HASH].decode()

    def changed(self, hashes: Mapping[str, str | None], title: str) -> bytes:
        """Return the manifest with other hashes of some files; None stands for a file that is not there any more."""
        data = self._with_rows(hashes) if len(hashes) <= FEW else None
        if data is not None:
            return data
        kept = {path: sha256 for path, sha256 in self.files.items() if path not in hashes}
        kept.update((path, sha256) for path, sha256 in hashes.items() if sha256 is not None)
        listed = Listed()
        for path, sha256 in kept.items():
            listed.add_written(path, sha256, 0)
        return b"".join(listed.manifest(title))

    def _with_rows(self, hashes: Mapping[str, str | None]) -> bytes | None:
        """Return the manifest with rows written over; None when rows come or go."""
        data = bytearray(self.data)
        for path, sha256 in hashes.items():
            place = self._place(path)
            if place is None or sha256 is None:
                return None
            data[place : place + _HASH] = sha256.encode()
        return bytes(data)

    def _place(self, path: str) -> int | None:
        """Return where the hash of a file begins; a row begins a line, and no path has a line's end in it."""
        row = f'\n{json.dumps(path)}: "'.encode()
        found = self.data.find(row)
        return None if found < 0 else found + len(row)
