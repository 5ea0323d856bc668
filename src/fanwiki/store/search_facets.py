"""Counts by which the answers to a query can be narrowed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from fanwiki.store.search_results import Facet
from fanwiki.store.snapshot import Snapshot
from fanwiki.store.visibility import SQL_SEES

FIELDS = ("status", "affiliation")

MANY = 1500
"""With so many pages, what names films is looked through instead of what the pages say; casts are long."""

# Joined in this order, or SQLite would walk through all pages that have the field.
_PAGES = "json_each(:pages) AS wanted CROSS JOIN"
_KINDS = f"""
    SELECT kind, count(*) FROM {_PAGES} page ON page.id = wanted.value
    GROUP BY kind ORDER BY count(*) DESC, kind LIMIT :most
"""
_TAGS = f"""
    SELECT min(tag.name), count(DISTINCT tag.page_id) FROM {_PAGES} tag ON tag.page_id = wanted.value
    WHERE {SQL_SEES.format("tag")} GROUP BY tag.key ORDER BY 2 DESC, 1 LIMIT :most
"""
_VALUES = f"""
    SELECT min(fact.text), count(DISTINCT fact.page_id)
    FROM {_PAGES} fact ON fact.field = :field AND fact.sub = '' AND fact.page_id = wanted.value
    WHERE fact.key <> '' AND {SQL_SEES.format("fact")} GROUP BY fact.key ORDER BY 2 DESC, 1 LIMIT :most
"""
_IS_FILM = "kind IN (SELECT value FROM json_each(:kinds))"
# A page belongs to a film when a field of either names the other. Films themselves are named by too many pages.
_NAMED_FILMS = f"""
    SELECT fact.page_id, film.id FROM {_PAGES} fact ON fact.page_id = wanted.value
    CROSS JOIN target ON target.id = fact.target_id CROSS JOIN page film ON film.id = target.page_id
    WHERE film.{_IS_FILM} AND film.deleted IS NULL AND {SQL_SEES.format("fact")} AND {SQL_SEES.format("film")}
"""
# All that names a film, by the index of facts by target: for many pages less than all their facts.
_NAMING_FILMS = f"""
    SELECT fact.page_id, film.id FROM page film CROSS JOIN target ON target.page_id = film.id
    CROSS JOIN fact ON fact.target_id = target.id
    WHERE film.{_IS_FILM} AND film.deleted IS NULL AND {SQL_SEES.format("fact")} AND {SQL_SEES.format("film")}
    AND +fact.page_id IN (SELECT value FROM json_each(:pages))
"""
# The index of facts by target answers without the facts themselves. Without the plus sign SQLite would look for each
# film in it, instead of looking what it finds up among the films.
_NAMED_BY_FILMS = f"""
    SELECT page.id, fact.page_id FROM {_PAGES} page ON page.id = wanted.value
    CROSS JOIN target ON target.page_id = page.id CROSS JOIN fact ON fact.target_id = target.id
    WHERE NOT page.{_IS_FILM} AND {SQL_SEES.format("fact")} AND +fact.page_id IN (
        SELECT film.id FROM page film WHERE film.{_IS_FILM} AND film.deleted IS NULL AND {SQL_SEES.format("film")}
    )
"""
_TITLES = "SELECT id, title FROM page WHERE id IN (SELECT value FROM json_each(:films))"


def _count_films(snapshot: Snapshot, pages: Sequence[int], values: int) -> list[tuple[str, int]]:
    films = [kind for kind in snapshot.visibility.kinds.values() if kind.is_film]
    parameters = {"pages": json.dumps(list(pages)), "kinds": json.dumps([film.name for film in films])}
    named = _NAMED_FILMS if len(pages) < MANY else _NAMING_FILMS
    pairs = {*snapshot.ask(named, parameters), *snapshot.ask(_NAMED_BY_FILMS, parameters)}
    counts = Counter(film for _, film in pairs)
    least = min((count for _, count in counts.most_common(values)), default=0)
    among = [film for film, count in counts.items() if count >= least]
    titles = snapshot.ask(_TITLES, {"films": json.dumps(among)})
    counted = sorted(((title, counts[film]) for film, title in titles), key=lambda entry: (-entry[1], entry[0]))
    return counted[:values]


def count_facets(snapshot: Snapshot, pages: Sequence[int], *, values: int) -> dict[str, tuple[Facet, ...]]:
    """Count how pages, all of them visible, spread over kinds, films, tags and some fields."""
    parameters = {"pages": json.dumps(list(pages)), "most": values}
    kinds = snapshot.visibility.kinds
    groups = {
        "kind": [
            replace(facet, value=kinds.of(facet.value).label)
            for facet in _facets("kind", snapshot.ask(_KINDS, parameters))
        ],
        "film": _facets("film", _count_films(snapshot, pages, values)),
        "tag": _facets("tag", snapshot.ask(_TAGS, parameters)),
    }
    for field in FIELDS:
        groups[field] = _facets(field, snapshot.ask(_VALUES, {**parameters, "field": field}))
    return {name: tuple(facets) for name, facets in groups.items() if facets}


def _facets(name: str, rows: Iterable[Any]) -> list[Facet]:
    return [Facet(value, f"{name}:{_value(value)}", count) for value, count in rows]


def _value(text: str) -> str:
    """Return a value as a query writes it."""
    plain = text.replace('"', " ").strip()
    return plain if plain.replace("-", "").replace("/", "").isalnum() else f'"{plain}"'
