"""Counts by which the answers to a query can be narrowed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain

from fanwiki.store.search_results import Facet
from fanwiki.store.search_traits import FIELDS, Value, traits_of
from fanwiki.store.snapshot import Snapshot

_TITLES = "SELECT id, title FROM page WHERE id IN (SELECT value FROM json_each(:films))"


def count_facets(snapshot: Snapshot, pages: Sequence[int], *, values: int) -> dict[str, tuple[Facet, ...]]:
    """Count how pages, all of them visible, spread over kinds, films, tags and some fields."""
    traits = traits_of(snapshot, pages)
    kinds = snapshot.visibility.kinds
    counted: dict[str, Iterable[tuple[str, int]]] = {
        "kind": Counter(page.kind for page in traits).items(),
        "film": _count_films(snapshot, Counter(chain.from_iterable(page.films for page in traits)), values),
    }
    for place, name in enumerate(("tag", *FIELDS)):
        counted[name] = _count_values(page.values[place] for page in traits)
    groups = {name: _facets(name, counts, values) for name, counts in counted.items()}
    groups["kind"] = tuple(replace(facet, value=kinds.of(facet.value).label) for facet in groups["kind"])
    return {name: facets for name, facets in groups.items() if facets}


def _count_films(snapshot: Snapshot, counts: Counter[int], values: int) -> list[tuple[str, int]]:
    """Return the commonest films by their titles."""
    least = min((count for _, count in counts.most_common(values)), default=0)
    among = [film for film, count in counts.items() if count >= least]
    return [(title, counts[film]) for film, title in snapshot.ask(_TITLES, {"films": json.dumps(among)})]


def _count_values(pages: Iterable[tuple[Value, ...]]) -> list[tuple[str, int]]:
    """Count values that mean the same as one, written like the first of them."""
    counts: Counter[str] = Counter()
    written: dict[str, str] = {}
    for (key, text), count in Counter(chain.from_iterable(pages)).items():
        counts[key] += count
        written[key] = min(text, written.get(key, text))
    return [(written[key], count) for key, count in counts.items()]


def _facets(name: str, counts: Iterable[tuple[str, int]], values: int) -> tuple[Facet, ...]:
    commonest = sorted(counts, key=lambda entry: (-entry[1], entry[0]))[:values]
    return tuple(Facet(value, f"{name}:{_value(value)}", count) for value, count in commonest)


def _value(text: str) -> str:
    """Return a value as a query writes it."""
    plain = text.replace('"', " ").strip()
    return plain if plain.replace("-", "").replace("/", "").isalnum() else f'"{plain}"'
