"""Automatic backups: a checked copy before what changes much of a wiki, and the newest sound one when it is damaged."""

from __future__ import annotations

import hashlib
from datetime import datetime
from pathlib import Path

from fanwiki import paths
from fanwiki.jobs import Progress
from fanwiki.store import rotation
from fanwiki.store.rotation import Backup
from fanwiki.store.wiki_file import WikiFile


def backup_folder(wiki: Path) -> Path:
    """Return where the automatic backups of a wiki are: in the user's folder, one folder for each place of a file."""
    place = str(wiki.absolute())
    return paths.user_data() / "backups" / hashlib.sha256(place.encode("utf-8", "surrogateescape")).hexdigest()[:16]


def keep_backup(wiki: WikiFile, *, now: datetime | None = None, progress: Progress | None = None) -> Path:
    """Make a backup that is opened and checked; older ones are thinned by age only after that.

    Raises:
        DamagedFileError: The wiki is damaged; every earlier backup stays.
        WikiFileError: The user's folder cannot be written.
        Cancelled: The user asked to stop.
    """
    folder = backup_folder(wiki.path)
    folder.mkdir(parents=True, exist_ok=True)
    return rotation.back_up(wiki, folder, now or datetime.now(), progress=progress)


def copy_backup(backup: Path, dest: Path) -> None:
    """Copy a backup to where it can be worked on.

    Raises:
        WikiFileError: Something is there already, or the folder cannot be written.
    """
    with WikiFile.open(backup) as wiki:
        wiki.backup(dest)


def newest_sound_backup(wiki: Path) -> Backup | None:
    """Return the newest automatic backup that passes its check, or None."""
    return rotation.newest_good_backup(wiki.stem, backup_folder(wiki))
