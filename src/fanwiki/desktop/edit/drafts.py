"""Unsaved texts, kept in the reader's folder every few seconds; what a crash leaves is offered at the next start.

They are no revisions: the wiki's file and its history know nothing of them.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QLockFile

from fanwiki import paths
from fanwiki.desktop.stored import read_json, write_json


@dataclass(frozen=True, slots=True)
class UnsavedText:
    """A text that was being edited.

    Args:
        title: The page.
        text: Front matter and body.
        base: The revision the edit began from; None for a new page.
        time: When it was kept, ISO 8601 in UTC.
    """

    title: str
    text: str
    base: int | None
    time: str


class UnsavedTexts:
    """The unsaved texts of one wiki, as one window keeps them.

    Each window holds a lock while it has kept something. What belongs to a window that still runs is not offered to
    another, and two that write the same page keep a text each; a window that is gone holds nothing.

    Args:
        wiki: The wiki's file.
    """

    def __init__(self, wiki: Path) -> None:
        place = _digest(str(wiki.resolve()))[:12]
        self._folder = paths.user_data() / "unsaved" / f"{wiki.stem}-{place}"
        self._name = os.urandom(8).hex()
        self._lock: QLockFile | None = None

    def keep(self, title: str, text: str, base: int | None) -> None:
        """Keep a text; the one before it of the same page goes, and what a window that is gone kept of it."""
        if self._lock is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = _lock(self._folder / f"{self._name}.lock")
            self._lock.tryLock(0)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        own = self._folder / f"{_digest(title)}-{self._name}.json"
        write_json(own, {"title": title, "text": text, "base": base, "time": now})
        for path in self._others(title):
            if path != own:
                path.unlink(missing_ok=True)

    def forget(self, title: str) -> None:
        """Forget the text of a page, since it was saved or given up; other windows' texts stay."""
        for path in self._others(title):
            path.unlink(missing_ok=True)

    def all(self) -> list[UnsavedText]:
        """Return every text that no other window holds, the newest first."""
        if not self._folder.is_dir():
            return []
        found = [_read(path) for path in self._folder.glob("*.json") if not self._is_held(path)]
        return sorted((text for text in found if text is not None), key=lambda text: text.time, reverse=True)

    def let_go(self) -> None:
        """Hold nothing any more: what is still kept is for the next window."""
        if self._lock is not None:
            self._lock.unlock()
        self._lock = None

    def _others(self, title: str) -> list[Path]:
        """Return the files of a page's texts that no other window holds."""
        return [path for path in self._folder.glob(f"{_digest(title)}*.json") if not self._is_held(path)]

    def _is_held(self, path: Path) -> bool:
        owner = path.stem.partition("-")[2]
        place = self._folder / f"{owner}.lock"
        if not owner or owner == self._name or not place.exists():
            return False
        lock = _lock(place)
        if lock.tryLock(0):
            lock.unlock()
            return False
        return True


def _digest(text: str) -> str:
    import hashlib  # not before the window shows

    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _lock(place: Path) -> QLockFile:
    lock = QLockFile(str(place))
    # Held for as long as its process runs, however long that is.
    lock.setStaleLockTime(0)
    return lock


def _read(path: Path) -> UnsavedText | None:
    data = read_json(path)
    title, text, base, time = (data.get(name) for name in ("title", "text", "base", "time"))
    if not (isinstance(title, str) and isinstance(text, str) and isinstance(time, str)):
        return None
    return UnsavedText(title, text, base if isinstance(base, int) else None, time)
