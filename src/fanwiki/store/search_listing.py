"""Lists of pages, a part at a time: where the last part ended is remembered by values, not by a number of pages.

So a part far down costs what the first costs, and a page that is written between two parts moves no other from one
into the next.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from fanwiki.domain.query_tree import Sort
from fanwiki.errors import FanwikiError
from fanwiki.store.rows import PageRow
from fanwiki.store.search_sorting import SEEN_PAGES, among_ranks, terms_of
from fanwiki.store.snapshot import Snapshot
from fanwiki.wording import say

Values: TypeAlias = tuple[str | float | int | None, ...]

FEW = 2000
"""So many pages are put in order at once; more are walked through by title until a part is full."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A part of a list.

    Args:
        pages: The pages of this part.
        total: How many the whole list has.
        after: What asks for the next part; empty at the end.
    """

    pages: tuple[PageRow, ...]
    total: int
    after: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a part ended.

    Args:
        given: How many pages there were until then.
        values: What its last page is sorted by, and its number; empty before the first part.
    """

    given: int = 0
    values: Values = ()

    def text(self) -> str:
        """Return the place as one word."""
        packed = json.dumps([self.given, *self.values], ensure_ascii=False).encode()
        return base64.urlsafe_b64encode(packed).decode().rstrip("=")

    @property
    def page(self) -> int:
        """The number of the last page; 0 before the first part."""
        last = self.values[-1] if self.values else 0
        return last if isinstance(last, int) else 0


def read_place(text: str) -> Place:
    """Read a place.

    Raises:
        FanwikiError: It is none.
    """
    if not text:
        return Place()
    try:
        given, *values = json.loads(base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)))
    except (ValueError, TypeError, binascii.Error, RecursionError):
        raise _no_place(text) from None
    simple = all(value is None or isinstance(value, str | float | int) for value in values)
    if type(given) is not int or given < 0 or not simple or not values or not _is_number(values[-1]):
        raise _no_place(text)
    return Place(given, tuple(values))


def _is_number(value: object) -> bool:
    return type(value) is int and abs(value) < 2**62


def no_place(place: Place) -> FanwikiError:
    """Return the error that says that no part of a list begins here."""
    return _no_place(place.text())


def _no_place(text: str) -> FanwikiError:
    return FanwikiError(
        say("No part of this list begins after “%1”.", text[:40]), "Begin with the first part, and ask on from there."
    )


def walk(snapshot: Snapshot, where: str, parameters: Mapping[str, Any], place: Place, most: int) -> list[Values]:
    """Return keys and numbers of the next pages by title, of which a condition holds that many pages meet."""
    key, page = _by_title(place)
    condition = f"{SEEN_PAGES} AND {where}" if where else SEEN_PAGES
    statement = f"""
        SELECT entry.key, page.id FROM name AS entry CROSS JOIN page ON page.id = entry.page_id
        WHERE entry.is_title AND (entry.key, entry.page_id) > (:after_key, :after_page) AND {condition}
        ORDER BY entry.key, entry.page_id LIMIT :most
    """
    values = {**parameters, "after_key": key, "after_page": page, "most": most}
    return [tuple(row) for row in snapshot.ask(statement, values)]


def _by_title(place: Place) -> tuple[str, int]:
    if not place.values:
        return "", -1
    key, page = place.values if len(place.values) == 2 else ("", None)
    if not isinstance(key, str) or not isinstance(page, int):
        raise no_place(place)
    return key, page


def next_sorted(
    snapshot: Snapshot, sorts: Sequence[Sort], where: str, values: Mapping[str, Any], place: Place, most: int
) -> list[Values]:
    """Return what the next pages in this order are sorted by, and last their keys and numbers."""
    parameters: dict[str, Any] = {**values, "most": most}
    condition = f"{SEEN_PAGES} AND {where}" if where else SEEN_PAGES
    terms = [term for sort in sorts for term in terms_of(sort, parameters)]
    if place.values and len(place.values) != len(terms) + 2:
        raise no_place(place)
    if sorts and sorts[0].by == "links":
        beyond = place.values[0] if place.values else None
        condition += among_ranks(
            snapshot,
            condition,
            parameters,
            best_first=sorts[0].descending,
            beyond=beyond if isinstance(beyond, int) else None,
        )
    named = [f"{term.expression} AS sorted{number}" for number, term in enumerate(terms)]
    names = [*(f"sorted{number}" for number in range(len(terms))), "key", "id"]
    ways = [*(term.descending for term in terms), False, False]
    order = ", ".join(f"{name} {'DESC' if way else 'ASC'} NULLS LAST" for name, way in zip(names, ways, strict=True))
    # Materialized, or SQLite would count links and look for values once for each mention of a column.
    statement = f"""
        WITH found AS MATERIALIZED (
            SELECT {", ".join([*named, "page.key AS key", "page.id AS id"])} FROM page WHERE {condition}
        )
        SELECT {", ".join(names)} FROM found
        WHERE {_beyond(names, ways, place.values, parameters)} ORDER BY {order} LIMIT :most
    """
    return [tuple(row) for row in snapshot.ask(statement, parameters)]


def _beyond(names: Sequence[str], ways: Sequence[bool], values: Values, parameters: dict[str, Any]) -> str:
    """Return the condition that a row comes after these values."""
    if not values:
        return "1"
    same: list[str] = []
    ends: list[str] = []
    for number, (name, descending, value) in enumerate(zip(names, ways, values, strict=True)):
        parameters[f"after{number}"] = value
        if value is not None:  # nothing comes after no value
            sign = "<" if descending else ">"
            ends.append(" AND ".join([*same, f"({name} {sign} :after{number} OR {name} IS NULL)"]))
        same.append(f"{name} IS :after{number}")
    return "(" + " OR ".join(f"({end})" for end in ends) + ")"
