"""Making and opening wiki files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from fanwiki import paths
from fanwiki.domain.kind import Kind, read_kind
from fanwiki.domain.viewer import CURATOR
from fanwiki.store.wiki_file import WikiFile

SHIPPED_ORDER = ("film", "character", "person", "speculation", "source", "article")


def shipped_kinds() -> tuple[Kind, ...]:
    """Return the kinds that a new wiki starts with, in the order they are shown."""
    folder = paths.resources() / "kinds"
    return tuple(read_kind((folder / f"{name}.toml").read_text("utf-8")) for name in SHIPPED_ORDER)


def create_wiki(path: Path) -> WikiFile:
    """Make an empty wiki with the shipped kinds.

    Raises:
        WikiFileError: Something is there by this name, or the folder cannot be written.
    """
    return WikiFile.create(path, shipped_kinds())


def open_wiki(path: Path, *, warn: Callable[[str], None] | None = None) -> WikiFile:
    """Open a wiki; an older one is backed up and brought up to date first.

    Args:
        path: The file.
        warn: Told when the file lies where it may come to harm, such as on a network drive.

    Raises:
        WikiFileError: It is no wiki, newer than this program, damaged, or not there.
    """
    wiki = WikiFile.open(path)
    if warn is not None and wiki.place.warning:
        warn(wiki.place.warning)
    return wiki


def times_written(wiki: WikiFile) -> int:
    """Return how often the wiki was written so far, by whichever program."""
    with wiki.reading(CURATOR) as reader:
        return reader.changes
