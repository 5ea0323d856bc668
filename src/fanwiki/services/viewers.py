"""From what somebody says about themselves to a viewer."""

from __future__ import annotations

from collections.abc import Iterable

from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.store.wiki_file import WikiFile


def viewer_of(
    wiki: WikiFile, seen: Iterable[str], *, sees_all: bool = False, speculation: bool = True
) -> tuple[Viewer, list[str]]:
    """Make the viewer who has seen these films, however their titles are typed.

    Returns:
        The viewer, and the names that lead to no page. They count as seen by their letter all the same:
        a gate may name a film that has no page.
    """
    films: list[str] = []
    unknown: list[str] = []
    with wiki.reading(CURATOR) as reader:
        for name in seen:
            page = reader.pages.find(name)
            films.append(page.title if page else name)
            if page is None:
                unknown.append(name)
    seen_films = Viewer.who_has_seen(films, speculation=speculation)
    return Viewer(seen_films.seen, sees_all=sees_all, speculation=speculation), unknown
