"""What belongs to the reader and not to the wiki: films seen, bookmarks, open tabs, the look of the window.

Kept as JSON in the user's own folders, one file for the program and one for each wiki. The wiki's file never
learns any of it, so a wiki that is handed on tells nothing about who read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from fanwiki import paths
from fanwiki.desktop.stored import read_json, write_json

MOST_RECENT = 30

Kept = TypeVar("Kept", "Preferences", "Reading")


@dataclass
class Preferences:
    """How the program looks and works, for all wikis.

    Args:
        look: The colours: system, light, dark or contrast.
        scale: The size of the window's text, 1 for 100 %.
        zoom: The size of pages.
        language: The language of the window, empty for the system's.
        author: The name in the history.
        spelling: The dictionary's language, empty for no checking.
        recent_wikis: The files opened last, newest first.
        window: The window's place and its panes, as Qt writes them down, in base 64.
    """

    look: str = "system"
    scale: float = 1.0
    zoom: float = 1.0
    language: str = ""
    author: str = ""
    spelling: str = "en_US"
    recent_wikis: list[str] = field(default_factory=list)
    window: dict[str, str] = field(default_factory=dict)


@dataclass
class Reading:
    """What a reader did in one wiki.

    Args:
        asked: Whether they were asked which films they have seen.
        seen: Titles of the films they have seen.
        sees_all: Whether they switched the shield off.
        speculation: Whether they want rumours.
        revealed: What they chose to see all the same, as the wiki names it.
        bookmarks: Titles, in their order.
        recent: Titles of the pages read last, newest first.
        searches: What was searched last, newest first.
        saved_searches: Searches with a name.
        tabs: The open tabs.
        tab: The number of the one in front.
        place_told: What was told of the place where the file lies.
    """

    asked: bool = False
    seen: list[str] = field(default_factory=list)
    sees_all: bool = False
    speculation: bool = True
    revealed: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)
    recent: list[str] = field(default_factory=list)
    searches: list[str] = field(default_factory=list)
    saved_searches: dict[str, str] = field(default_factory=dict)
    tabs: list[dict[str, Any]] = field(default_factory=list)
    tab: int = 0
    place_told: str = ""


def preferences_path() -> Path:
    """Return where the preferences are kept."""
    return paths.user_settings() / "window.json"


def reading_path(identity: str) -> Path:
    """Return where the reader's own part of a wiki is kept, by what tells the wiki from others wherever its file is.

    Args:
        identity: Any text; it comes from the wiki's file, so it names no file by itself.
    """
    import hashlib  # not before the window shows

    return paths.user_data() / "readers" / f"{hashlib.sha256(identity.encode()).hexdigest()[:24]}.json"


def words_path() -> Path:
    """Return where the reader's own words are kept."""
    return paths.user_data() / "words.txt"


def read(made: Callable[[], Kept], path: Path) -> Kept:
    """Read what was kept; whatever has another shape than it should stays as it is by default."""
    kept = made()
    data = read_json(path)
    for entry in fields(kept):
        value = data.get(entry.name)
        default = getattr(kept, entry.name)
        if isinstance(default, float) and isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if type(value) is type(default) and _fits(value, entry.name):
            setattr(kept, entry.name, value)
    return kept


def write(kept: Kept, path: Path) -> None:
    """Keep it."""
    write_json(path, asdict(kept))


def put_first(items: Iterable[str], item: str, most: int = MOST_RECENT) -> list[str]:
    """Return the items with this one in front, each once."""
    return [item, *(other for other in items if other != item)][:most]


def _fits(value: Any, name: str) -> bool:
    if isinstance(value, list):
        return all(isinstance(item, dict if name == "tabs" else str) for item in value)
    if isinstance(value, dict):
        return all(isinstance(item, str) for item in value.values())
    return True
