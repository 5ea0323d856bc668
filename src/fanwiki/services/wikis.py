"""Making and opening wiki files."""

from __future__ import annotations

from pathlib import Path

from fanwiki import paths
from fanwiki.domain.kind import Kind, read_kind
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


def open_wiki(path: Path) -> WikiFile:
    """Open a wiki; an older one is backed up and brought up to date first.

    Raises:
        WikiFileError: It is no wiki, newer than this program, damaged, or not there.
    """
    return WikiFile.open(path)
