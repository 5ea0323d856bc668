"""What pages are counted by in facets: read once for each page, and remembered for as long as nobody writes.

The best linked pages answer most queries, so a query that follows another asks for few that are not known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any, NamedTuple

from fanwiki.store.snapshot import Snapshot
from fanwiki.store.visibility import SQL_SEES

FIELDS = ("status", "affiliation")

MANY = 25_000
"""Pages with so many facts are not asked what they say: what names films is looked through instead."""

Value = tuple[str, str]
"""What a value is compared by, and how it is written."""


class Traits(NamedTuple):
    """What one page is counted by, as far as the viewer may see it.

    Args:
        kind: The name of its kind.
        films: The ids of the films it belongs to, each once.
        values: Its tags, then those of each of `FIELDS`, each value once.
    """

    kind: str
    films: tuple[int, ...]
    values: tuple[tuple[Value, ...], ...]


# Joined in this order, or SQLite would walk through all pages that have the field.
_PAGES = "json_each(:pages) AS wanted CROSS JOIN"
_KINDS = f"SELECT page.id, page.kind FROM {_PAGES} page ON page.id = wanted.value"
_TAGS = f"""
    SELECT tag.page_id, 0, tag.key, tag.name FROM {_PAGES} tag ON tag.page_id = wanted.value
    WHERE {SQL_SEES.format("tag")}
"""
_VALUES = f"""
    SELECT fact.page_id, 1 + (fact.field <> '{FIELDS[0]}'), fact.key, fact.text
    FROM {_PAGES} fact ON fact.page_id = wanted.value AND fact.field IN {FIELDS}
    WHERE +fact.sub = '' AND fact.key <> '' AND {SQL_SEES.format("fact")}
"""
_FILMS = f"""
    SELECT film.id, target.id FROM page film LEFT JOIN target ON target.page_id = film.id
    WHERE film.kind IN (SELECT value FROM json_each(:kinds)) AND film.deleted IS NULL AND {SQL_SEES.format("film")}
"""
_HAS_MANY = f"SELECT 1 FROM {_PAGES} fact ON fact.page_id = wanted.value LIMIT 1 OFFSET {{many}}"
# A page belongs to a film when a field of either names the other. Films themselves are named by too many pages.
# Without the plus sign SQLite would look for each film among the facts of each page.
_NAMED_FILMS = f"""
    SELECT fact.page_id, fact.target_id FROM {_PAGES} fact ON fact.page_id = wanted.value
    WHERE +fact.target_id IN (SELECT value FROM json_each(:targets)) AND {SQL_SEES.format("fact")}
"""
# All that names a film, by the index of facts by target: for many pages less than all their facts.
_NAMING_FILMS = f"""
    SELECT fact.page_id, fact.target_id FROM json_each(:targets) AS film CROSS JOIN fact ON fact.target_id = film.value
    WHERE +fact.page_id IN (SELECT value FROM json_each(:pages)) AND {SQL_SEES.format("fact")}
"""
# The index of facts by target answers without the facts themselves. Without the plus sign SQLite would look for each
# film in it, instead of looking what it finds up among the films.
_NAMED_BY_FILMS = f"""
    SELECT wanted.value, (
        SELECT group_concat(fact.page_id) FROM target CROSS JOIN fact ON fact.target_id = target.id
        WHERE target.page_id = wanted.value AND +fact.page_id IN (SELECT value FROM json_each(:films))
        AND {SQL_SEES.format("fact")}
    ) FROM json_each(:pages) AS wanted
"""


def traits_of(snapshot: Snapshot, pages: Sequence[int]) -> list[Traits]:
    """Return what pages, all of them visible, are counted by."""
    memory = snapshot.visibility.traits
    known = {page: traits for page in pages if isinstance(traits := memory.get(page), Traits)}
    missing = [page for page in pages if page not in known]
    if missing:
        read = _read(snapshot, missing)
        known |= read
        for page, traits in read.items():
            memory.put(page, traits)
    return [known[page] for page in pages if page in known]


def _read(snapshot: Snapshot, pages: Sequence[int]) -> dict[int, Traits]:
    parameters = {"pages": json.dumps(list(pages))}
    kinds: dict[int, str] = dict(snapshot.ask(_KINDS, parameters))
    values = _by_page(chain(snapshot.ask(_TAGS, parameters), snapshot.ask(_VALUES, parameters)))
    films = _films_of(snapshot, kinds)
    none = ((),) * (len(FIELDS) + 1)
    return {page: Traits(kind, tuple(films.get(page, ())), values.get(page, none)) for page, kind in kinds.items()}


def _by_page(rows: Iterable[Any]) -> dict[int, tuple[tuple[Value, ...], ...]]:
    """Return the values of each page, each once; pages that have the same share them."""
    found: dict[int, tuple[dict[str, str], ...]] = {}
    for page, place, key, text in rows:
        groups = found.get(page)
        if groups is None:
            groups = found[page] = ({}, {}, {})
        values = groups[place]
        if text <= values.get(key, text):
            values[key] = text
    shared: dict[object, Any] = {}

    def share(groups: Iterable[Mapping[str, str]]) -> tuple[tuple[Value, ...], ...]:
        values = tuple(tuple(group.items()) for group in groups)
        return shared.setdefault(values, values)  # type: ignore[no-any-return]

    return {page: share(groups) for page, groups in found.items()}


@dataclass(frozen=True, slots=True)
class _Films:
    """The films that the viewer may know of.

    Args:
        by_text: Their ids, by how SQLite writes them.
        by_target: Their ids, by those of the titles that lead to them.
        parameters: Both, for SQL.
    """

    by_text: Mapping[str, int]
    by_target: Mapping[int, int]
    parameters: Mapping[str, str]


def _films_of(snapshot: Snapshot, kinds: Mapping[int, str]) -> dict[int, set[int]]:
    """Return the films to which pages of these kinds belong."""
    films = snapshot.visibility.answers.of("films", lambda: _visible_films(snapshot))
    are_films = _kinds_of_films(snapshot)
    others = [page for page, kind in kinds.items() if kind not in are_films]
    named_by = snapshot.ask(_NAMED_BY_FILMS, {**films.parameters, "pages": json.dumps(others)})
    found = {page: {films.by_text[film] for film in named.split(",")} for page, named in named_by if named}
    parameters = {**films.parameters, "pages": json.dumps(list(kinds))}
    has_many = snapshot.ask(_HAS_MANY.format(many=MANY), parameters)
    for page, target in snapshot.ask(_NAMING_FILMS if has_many else _NAMED_FILMS, parameters):
        found.setdefault(page, set()).add(films.by_target[target])
    return found


def _visible_films(snapshot: Snapshot) -> _Films:
    found = snapshot.ask(_FILMS, {"kinds": json.dumps(sorted(_kinds_of_films(snapshot)))})
    by_text = {str(film): film for film, _ in found}
    by_target = {target: film for film, target in found if target is not None}
    parameters = {"films": json.dumps(list(by_text.values())), "targets": json.dumps(list(by_target))}
    return _Films(by_text, by_target, parameters)


def _kinds_of_films(snapshot: Snapshot) -> set[str]:
    return {kind.name for kind in snapshot.visibility.kinds.values() if kind.is_film}
