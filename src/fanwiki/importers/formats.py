"""The formats that can be imported, and which one a file looks like."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from fanwiki.errors import SourceError
from fanwiki.importers.article import reading as article
from fanwiki.importers.draft import Draft
from fanwiki.importers.film_list import reading as film_list
from fanwiki.importers.run import ImportRun
from fanwiki.importers.vault import reading as vault


@dataclass(frozen=True, slots=True)
class Format:
    """A format.

    Args:
        name: What ``--format`` takes.
        label: What people see.
        fits: Whether a path looks like it, from names and a few bytes.
        read: Yields the drafts.
    """

    name: str
    label: str
    fits: Callable[[Path], bool]
    read: Callable[[Path, ImportRun], Iterator[Draft]]


FORMATS: Mapping[str, Format] = {
    entry.name: entry
    for entry in (
        Format("obsidian", "Folder of Markdown, Obsidian vault", vault.fits, vault.read),
        Format("films", "List of films, as JSON or CSV", film_list.fits, film_list.read),
        Format("article", "Article, as text or saved web page", article.fits, article.read),
    )
}
"""By name, in the order in which they are tried."""


def detect(path: Path) -> str:
    """Return the name of the format that a path looks like.

    Raises:
        SourceError: It is not there, or looks like none.
    """
    if not path.exists():
        raise SourceError(f"{path} is not there.", "Check the name.")
    for name, entry in FORMATS.items():
        if entry.fits(path):
            return name
    raise SourceError(
        f"{path.name} looks like nothing that can be imported.", f"Name the format: {', '.join(FORMATS)}."
    )
