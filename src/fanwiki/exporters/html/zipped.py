"""The bundle as one archive: the same files, below a folder of the archive's name."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from fanwiki.exporters.html.writer import MANIFEST, Listed
from fanwiki.exporters.packing import packed_entry
from fanwiki.exporters.whole_file import whole_file


def write_zip(files: Iterable[tuple[str, bytes]], destination: Path, *, title: str) -> Listed:
    """Write the files and a manifest of their hashes into an archive; the same files give the same bytes.

    Raises:
        FanwikiError: The destination is something else's, or cannot be written.
    """
    listed = Listed()
    top = destination.stem or "wiki"
    with whole_file(destination, is_earlier=is_bundle) as file, zipfile.ZipFile(file, "w") as archive:
        for path, data in files:
            listed.add(path, data)
            archive.writestr(packed_entry(f"{top}/{path}"), data)
        archive.writestr(packed_entry(f"{top}/{MANIFEST}"), b"".join(listed.manifest(title)))
    return listed


def is_bundle(file: BinaryIO) -> bool:
    """Tell whether a file is an archive that was exported before."""
    try:
        with zipfile.ZipFile(file) as archive:
            return archive.namelist()[-1:] != [] and archive.namelist()[-1].endswith(f"/{MANIFEST}")
    except (zipfile.BadZipFile, OSError):
        return False
