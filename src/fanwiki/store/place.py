"""Where a wiki file lies: some places are unsafe for a file that several programs have open.

A WAL needs memory that all its users share, so it does not work over a network; a folder that is synchronised
copies the file while it is being written. Either is told to the user once, in words.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePath

from fanwiki.wording import say

_NETWORK = re.compile(r"nfs\d?|cifs|smb\w*|ncpfs|afs|9p|ceph|glusterfs|davfs2?|fuse\.(?!fuseblk|portal|ext2|ntfs).*")
_SYNCHRONISED = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "icloud drive": "iCloud",
    "mobile documents": "iCloud",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "pcloud": "pCloud",
    "pclouddrive": "pCloud",
    "seafile": "Seafile",
}
_MOUNTS = Path("/proc/mounts")


@dataclass(frozen=True, slots=True)
class Place:
    """What there is to know of the folder that a wiki lies in.

    Args:
        network: The kind of network file system, or empty on a disk of this computer.
        service: The service that seems to synchronise the folder, or empty.
    """

    network: str = ""
    service: str = ""

    @property
    def warning(self) -> str:
        """What to tell the user, or nothing."""
        if self.network:
            return say(
                "This wiki lies on a network drive. Open it on one computer at a time, or keep it on this one"
                " and copy it there with a backup."
            )
        if self.service:
            return say(
                "This wiki lies in a folder that %1 seems to copy. Close it before you open it on"
                " another computer, or keep it elsewhere and put backups there.",
                self.service,
            )
        return ""


def place_of(path: Path, mounts: str | None = None) -> Place:
    """Tell what kind of place a file lies in.

    Args:
        path: The file, with links resolved.
        mounts: The text of /proc/mounts; None reads it where there is one.
    """
    return Place(_network(path, _read_mounts() if mounts is None else mounts), _service(path))


def _service(path: PurePath) -> str:
    for part in path.parent.parts:
        name = part.casefold()
        for marker, service in _SYNCHRONISED.items():
            if name == marker or name.startswith((f"{marker} ", f"{marker}-", f"{marker}(")):
                return service
    return ""


def _network(path: PurePath, mounts: str) -> str:
    if str(path).startswith("\\\\"):
        return "unc"
    best, kind = "", ""
    for line in mounts.splitlines():
        parts = line.split(" ")
        if len(parts) < 3:
            continue
        folder = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), parts[1])
        if len(folder) >= len(best) and path.is_relative_to(folder):
            best, kind = folder, parts[2]
    return kind if _NETWORK.fullmatch(kind) else ""


def _read_mounts() -> str:
    try:
        return _MOUNTS.read_text(errors="surrogateescape") if os.name == "posix" else ""
    except OSError:
        return ""
