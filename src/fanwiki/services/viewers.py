"""From what somebody says about themselves to a viewer."""

from __future__ import annotations

from collections.abc import Iterable

from fanwiki.domain.title import identity, lookup_key
from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.store.reader import Reader
from fanwiki.store.wiki_file import WikiFile


def viewer_of(
    wiki: WikiFile, seen: Iterable[str], *, sees_all: bool = False, speculation: bool = True
) -> tuple[Viewer, list[str]]:
    """Make the viewer who has seen these films, however their titles are typed.

    Returns:
        The viewer, and the names that neither a page nor a gate has. They count as seen by their letter all the
        same: a gate may come to name them.
    """
    films: list[str] = []
    unknown: list[str] = []
    with wiki.reading(CURATOR) as reader:
        for name in seen:
            page = reader.pages.find(name)
            gated = [] if page else _films_of_gates(reader, name)
            films += [page.title] if page else gated or [name]
            if page is None and not gated:
                unknown.append(name)
    seen_films = Viewer.who_has_seen(films, speculation=speculation)
    return Viewer(seen_films.seen, sees_all=sees_all, speculation=speculation), unknown


def _films_of_gates(reader: Reader, name: str) -> list[str]:
    """Return the film without a page that gates name so: as written, else in any case if that is unique."""
    films = reader.gates.unknown_films()
    if identity(name) in films:
        return [name]
    alike = [film for film in films if lookup_key(film) == lookup_key(name)]
    return alike if len(alike) == 1 else []
