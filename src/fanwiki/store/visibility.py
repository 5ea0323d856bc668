"""Which gates a viewer passes, worked out once per snapshot; every query of every room filters by it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Boolean, ColumnElement, Connection, Select, Text, bindparam, column, func, or_, select

from fanwiki.domain.gate import EVERYTHING, OPEN, SPECULATION, Gate
from fanwiki.domain.kind import Kinds
from fanwiki.domain.viewer import Viewer
from fanwiki.store import tables as t
from fanwiki.store.memory import Memory

OPEN_ID = 0

MOST_ANSWERS = 20_000
MOST_TEXTS = 1200
MOST_ORDERS = 4
MOST_LISTS = 32
MOST_TRAITS = 30_000

SEES_ALL = bindparam("sees_all", type_=Boolean)
_VISIBLE: Select[Any] = select(column("value")).select_from(
    func.json_each(bindparam("visible", type_=Text)).table_valued("value")
)

SQL_SEES = "(:sees_all OR {0}.gate_id IN (SELECT value FROM json_each(:visible)))"
"""The gate filter for SQL written by hand: format it with the table's name, pass `Visibility.parameters`."""


def visible(gate_id: ColumnElement[int]) -> ColumnElement[bool]:
    """Return the condition that the viewer passes the row's gate; it takes `Visibility.parameters`."""
    return or_(SEES_ALL, gate_id.in_(_VISIBLE))


class Visibility:
    """What one viewer passes in one state of the wiki.

    Args:
        viewer: Who looks.
        kinds: The kinds of the wiki: they tell which pages are films.
        gates: Every gate of the wiki by its id.
        counts: Whether a film name, as it stands in gates, counts as seen, for the names looked at so far.

    Attributes:
        answers: Small things that searching found out; nothing is remembered unless the state is known to last.
        texts: The text of pages that were found, as far as the viewer passes its gates.
        lists: The documents that have a word, for the words before the one that is being typed.
        orders: All answers to the queries whose lists are being read part by part.
        traits: What pages are counted by in facets.
    """

    def __init__(self, viewer: Viewer, kinds: Kinds, gates: dict[int, Gate], counts: dict[str, bool]) -> None:
        self.viewer = viewer
        self.answers = self.texts = self.orders = self.lists = self.traits = Memory()
        self.kinds = kinds
        self.gates = gates
        self._counts = counts
        seen = {film for film, counted in counts.items() if counted}
        passed = () if viewer.sees_all else [number for number, gate in gates.items() if gate.films <= seen]
        self._passed = frozenset(passed)
        self.parameters: Mapping[str, Any] = {"sees_all": viewer.sees_all, "visible": json.dumps(sorted(passed))}

    def remember(self) -> None:
        """Remember from now on what was found out: a snapshot that nobody can write has this state for good."""
        self.answers, self.texts = Memory(MOST_ANSWERS), Memory(MOST_TEXTS)
        self.orders, self.lists = Memory(MOST_ORDERS), Memory(MOST_LISTS)
        self.traits = Memory(MOST_TRAITS)

    def passes(self, gate_id: int) -> bool:
        """Whether the viewer passes the gate of this id."""
        return self.viewer.sees_all or gate_id in self._passed

    def sees(self, gate: Gate, connection: Connection) -> bool:
        """Whether the viewer passes a gate, be it one that the wiki has or not."""
        if self.viewer.sees_all or gate.is_open:
            return True
        unknown = gate.films - self._counts.keys()
        if unknown:
            seen = seen_names(connection, self.viewer, self.kinds, unknown)
            self._counts.update((film, film in seen) for film in unknown)
        return all(self._counts[film] for film in gate.films)


class KnownGates:
    """The gates of one wiki file: none is ever changed or removed, so only new ones are read. Threads may share it."""

    def __init__(self) -> None:
        self._gates: dict[int, Gate] = {}

    def read(self, connection: Connection) -> dict[int, Gate]:
        """Return every gate by its id; what is returned may be changed."""
        known = self._gates
        query = select(t.gate.c.id, t.gate.c.films).where(t.gate.c.id > max(known, default=-1))
        new = {
            number: Gate(frozenset(json.loads(films))) if films != "[]" else OPEN
            for number, films in connection.execute(query)
        }
        if new:
            self._gates = known | new
        return known | new


def work_out(connection: Connection, viewer: Viewer, kinds: Kinds, gates: dict[int, Gate]) -> Visibility:
    """Work out which of these gates, all that the wiki has, a viewer passes."""
    if viewer.sees_all:
        return Visibility(viewer, kinds, gates, {})
    films = {film for gate in gates.values() for film in gate.films}
    seen = seen_names(connection, viewer, kinds, films)
    return Visibility(viewer, kinds, gates, {film: film in seen for film in films})


def seen_names(connection: Connection, viewer: Viewer, kinds: Kinds, films: Iterable[str]) -> frozenset[str]:
    """Return those of these names from gates that count as seen.

    A name that leads to pages counts when the viewer has seen them all, under whatever name;
    a name that leads nowhere counts when the viewer's list has it literally.
    """
    wanted = set(films)
    pages = pages_by_name(connection, wanted | viewer.seen)
    watched = {page for title in viewer.seen for page in pages.get(title, ())}
    seen = {film for film in wanted if (pages[film] <= watched if film in pages else film in viewer.seen)}
    seen -= {EVERYTHING, SPECULATION}
    if viewer.speculation:
        seen.add(SPECULATION)
    if EVERYTHING in wanted and _has_seen_every_film(connection, kinds, watched):
        seen.add(EVERYTHING)
    return frozenset(seen)


def pages_by_name(connection: Connection, identities: Iterable[str]) -> dict[str, set[int]]:
    """Return the pages that each name leads to: the one with this title, else all with this alias."""
    names = t.name.c
    listed: Select[Any] = select(column("value")).select_from(
        func.json_each(bindparam("identities")).table_valued("value")
    )
    query = select(names.identity, names.page_id, names.is_title).where(names.identity.in_(listed))
    titles: dict[str, set[int]] = {}
    aliases: dict[str, set[int]] = {}
    for identity, page, is_title in connection.execute(query, {"identities": json.dumps(sorted(identities))}):
        (titles if is_title else aliases).setdefault(identity, set()).add(page)
    return aliases | titles


def _has_seen_every_film(connection: Connection, kinds: Kinds, watched: set[int]) -> bool:
    """Whether the viewer has seen every film; in a wiki without films nobody has, so that its spoilers stay shut."""
    names = [name for name, kind in kinds.items() if kind.is_film]
    pages = t.page.c
    films = set(connection.scalars(select(pages.id).where(pages.kind.in_(names), pages.deleted.is_(None))))
    return bool(films) and films <= watched
