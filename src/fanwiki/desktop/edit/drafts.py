"""Unsaved texts, kept in the reader's folder every few seconds; what a crash leaves is offered at the next start.

They are no revisions: the wiki's file and its history know nothing of them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

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
    """The unsaved texts of one wiki.

    Args:
        wiki: The wiki's file.
    """

    def __init__(self, wiki: Path) -> None:
        place = hashlib.sha256(str(wiki.resolve()).encode()).hexdigest()[:12]
        self._folder = paths.user_data() / "unsaved" / f"{wiki.stem}-{place}"

    def keep(self, title: str, text: str, base: int | None) -> None:
        """Keep a text; the one before it of the same page goes."""
        now = datetime.now(UTC).isoformat(timespec="seconds")
        write_json(self._path(title), {"title": title, "text": text, "base": base, "time": now})

    def forget(self, title: str) -> None:
        """Forget the text of a page, since it was saved or given up."""
        self._path(title).unlink(missing_ok=True)

    def of(self, title: str) -> UnsavedText | None:
        """Return the text that was kept of a page."""
        return _read(self._path(title))

    def all(self) -> list[UnsavedText]:
        """Return every text that was kept, the newest first."""
        if not self._folder.is_dir():
            return []
        found = [_read(path) for path in self._folder.glob("*.json")]
        return sorted((text for text in found if text is not None), key=lambda text: text.time, reverse=True)

    def _path(self, title: str) -> Path:
        return self._folder / f"{hashlib.sha256(title.encode()).hexdigest()[:24]}.json"


def _read(path: Path) -> UnsavedText | None:
    data = read_json(path)
    title, text, base, time = (data.get(name) for name in ("title", "text", "base", "time"))
    if not (isinstance(title, str) and isinstance(text, str) and isinstance(time, str)):
        return None
    return UnsavedText(title, text, base if isinstance(base, int) else None, time)
