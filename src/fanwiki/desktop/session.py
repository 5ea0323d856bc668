"""The session: the open wiki, who looks at it, and the one signal that tells what changed.


Every pane asks services through the session and listens to `changed`; none talks to another. A change of the
viewer is a change like any other (its gates are others), so a pane that obeys `changed` obeys the shield.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fanwiki.desktop import reader
from fanwiki.desktop.reader import Preferences, Reading
from fanwiki.domain.change import Change
from fanwiki.domain.title import identity
from fanwiki.domain.viewer import Viewer
from fanwiki.services import viewers, wiki_title, wikis

if TYPE_CHECKING:
    from fanwiki.services.rows import WikiFile


_ITEM = "#item:"
"""Begins what stands for a single spoiler where else a film's title is; no title has ``#``."""


class Session(QObject):
    """One open wiki with its reader.

    Args:
        wiki: The open wiki; the session closes it.
        preferences: The program's settings.

    Signals:
        changed(object): A `Change` of the wiki or of what the reader may see.
        bookmarks_changed(): The reader's bookmarks are others.
    """

    changed = Signal(object)
    bookmarks_changed = Signal()

    def __init__(self, wiki: WikiFile, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.wiki = wiki
        self.preferences = preferences
        self._reading_path = reader.reading_path(wiki.identity)
        self.reading = reader.read(Reading, self._reading_path)
        self.viewer = self._work_out_viewer()
        self._written = wikis.times_written(wiki)
        self._name = wiki_title.title_of(wiki)
        preferences.recent_wikis = reader.put_first(preferences.recent_wikis, str(wiki.path.resolve()), 12)

    @property
    def path(self) -> Path:
        """The wiki's file."""
        return self.wiki.path

    @property
    def name(self) -> str:
        """What the wiki is called: its own title, or its file's name."""
        return self._name

    def tell(self, change: Change) -> None:
        """Say what a service changed."""
        if change.gates or change.names:
            self.viewer = self._work_out_viewer()
        self._written = wikis.times_written(self.wiki)
        self._name = wiki_title.title_of(self.wiki)
        self.changed.emit(change)

    def look_for_changes(self) -> None:
        """Say so when somebody else wrote to the wiki since this was said last: another window, another program."""
        if wikis.times_written(self.wiki) != self._written:
            self.tell(Change("", names=True, gates=True))

    def set_shield(self, *, seen: list[str], sees_all: bool, speculation: bool) -> None:
        """Take what the reader says about themselves, keep it, and show everything anew."""
        self.reading.asked = True
        self.reading.seen = list(seen)
        self.reading.sees_all = sees_all
        self.reading.speculation = speculation
        self.save()
        self.tell(Change(self.tr("Seen films"), gates=True))

    def came_to(self, title: str) -> None:
        """Remember the page as read last."""
        self.reading.recent = reader.put_first(self.reading.recent, title)

    def searched(self, text: str) -> None:
        """Remember a search that led somewhere."""
        if text.strip():
            self.reading.searches = reader.put_first(self.reading.searches, text.strip(), 20)

    def toggle_bookmark(self, title: str) -> bool:
        """Set or take away a bookmark; tell whether it is set now."""
        marked = title not in self.reading.bookmarks
        if marked:
            self.reading.bookmarks.append(title)
        else:
            self.reading.bookmarks.remove(title)
        self.save()
        self.bookmarks_changed.emit()
        return marked

    def follow_rename(self, old: str, new: str) -> None:
        """Let what the reader kept follow a page to its new title."""
        kept = self.reading
        for titles in (kept.bookmarks, kept.recent, kept.seen):
            titles[:] = [new if title == old else title for title in titles]
        kept.revealed = [_renamed(entry, old, new) for entry in kept.revealed]
        self.save()
        self.bookmarks_changed.emit()

    def reveal(self, title: str, film: str) -> None:
        """Remember that the reader wants to see what a film hides on a page."""
        self.reading.revealed = reader.put_first(self.reading.revealed, _reveal(title, film), most=10_000)
        self.save()

    def hide(self, title: str, film: str) -> None:
        """Forget that again."""
        self.reading.revealed = [kept for kept in self.reading.revealed if kept != _reveal(title, film)]
        self.save()

    def reveal_item(self, title: str, key: str) -> None:
        """Remember that the reader wants to see one spoiler of a page."""
        self.reveal(title, _ITEM + key)

    def hide_item(self, title: str, key: str) -> None:
        """Forget that again."""
        self.hide(title, _ITEM + key)

    def revealed_on(self, title: str) -> list[str]:
        """Return the films whose spoilers the reader revealed on a page."""
        return sorted(film for film in self._revealed(title) if not film.startswith(_ITEM))

    def revealed_items(self, title: str) -> frozenset[str]:
        """Return the keys of the single spoilers that the reader revealed on a page."""
        return frozenset(film.removeprefix(_ITEM) for film in self._revealed(title) if film.startswith(_ITEM))

    def _revealed(self, title: str) -> list[str]:
        pairs = (entry.split("\n", 1) for entry in self.reading.revealed if "\n" in entry)
        return [film for page, film in pairs if page == title]

    def revealed_identities(self, title: str) -> frozenset[str]:
        """Return the same films as gates name them."""
        return frozenset(identity(film) for film in self.revealed_on(title))

    def revealed_pages(self) -> set[str]:
        """Return the titles of the pages on which something is revealed."""
        return {entry.split("\n", 1)[0] for entry in self.reading.revealed}

    def save(self) -> None:
        """Write down what belongs to the reader."""
        reader.write(self.reading, self._reading_path)

    def close(self) -> None:
        """Write everything down and close the wiki."""
        self.save()
        self.wiki.close()

    def _work_out_viewer(self) -> Viewer:
        kept = self.reading
        viewer, _unknown = viewers.viewer_of(self.wiki, kept.seen, sees_all=kept.sees_all, speculation=kept.speculation)
        return viewer


def _renamed(entry: str, old: str, new: str) -> str:
    title, _, film = entry.partition("\n")
    return _reveal(new if title == old else title, new if film == old else film)


def _reveal(title: str, film: str) -> str:
    # No title has a line end.
    return f"{title}\n{film}"


def open_session(path: Path, preferences: Preferences) -> Session:
    """Open a wiki for its reader.

    Raises:
        WikiFileError: It is no wiki, newer than this program, damaged, or not there.
    """
    return Session(wikis.open_wiki(path), preferences)
