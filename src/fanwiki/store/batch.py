"""Rows of several pages, collected first and inserted table by table: the same way for one save and for an import."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection

from fanwiki.domain.document import Document
from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.page import PageId
from fanwiki.domain.title import identity, lookup_key
from fanwiki.store.engine import rows
from fanwiki.store.gated_names import GatedNames
from fanwiki.store.naming import RESOLVE_TARGETS
from fanwiki.store.search_index import Indexing
from fanwiki.store.standing_rows import FEW, StandingRows
from fanwiki.store.visibility import OPEN_ID

KEY_LENGTH = 200
"""A fact's key is cut here: it serves comparing values, not searching text."""

REMEMBERED = 100_000
"""So many names are remembered from one batch to the next."""

_INSERTS = {
    "name": "INSERT INTO name VALUES (?, ?, ?, ?, ?, ?, ?)",
    "link": "INSERT INTO link VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "tag": "INSERT INTO tag VALUES (NULL, ?, ?, ?, ?)",
    "fact": "INSERT INTO fact VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "segment": "INSERT INTO segment VALUES (?, ?, ?, ?, ?, ?, ?)",
    "problem": "INSERT INTO problem VALUES (NULL, ?, ?, ?, ?)",
    "target": "INSERT INTO target VALUES (?, ?, ?, ?, NULL)",
    "gate": "INSERT INTO gate VALUES (?, ?)",
}
_OWNERS = {"name": "page_id", "tag": "page_id", "fact": "page_id", "segment": "page_id", "problem": "page_id"} | {
    "link": "source_id"
}


class Ids:
    """Numbers for new rows, counted in Python since the write lock is held: no round trip for each row."""

    def __init__(self, connection: Connection, table: str) -> None:
        self._connection = connection
        self._table = table
        self._last: int | None = None

    def next(self) -> int:
        """Return a number that no row of the table has."""
        if self._last is None:
            self._last = int(rows(self._connection, f"SELECT coalesce(max(id), 0) FROM {self._table}")[0][0])
        self._last += 1
        return self._last


class Derived:
    """Writes what is derived from pages: names, links, facts, tags, segments, problems, and the search indexes.

    One object lives as long as the transaction: it remembers the ids of gates and targets.

    Attributes:
        gated_names: Which titles may lead to something gated.
        gates_of: Where titles lead behind a gate; forgotten as soon as a name may have changed.
    """

    def __init__(self, connection: Connection, gates: dict[int, Gate]) -> None:
        self._connection = connection
        self.gated_names = GatedNames(connection)
        self.gates_of: dict[str, Gate] = {}
        self._gates = gates
        self._gate_ids: dict[Gate, int] = {}
        self._known_names: dict[str, tuple[str, str]] = {}
        self._target_ids: dict[str, int] = {}
        self._known_targets: dict[str, int] = {}
        self._ids = {table: Ids(connection, table) for table in ("name", "segment", "target", "gate")}
        self._rows: dict[str, list[tuple[object, ...]]] = {table: [] for table in _INSERTS}
        self._standing = StandingRows(connection, _OWNERS)
        self._indexing = Indexing(connection)
        self._identities: set[str] = set()
        self._keys: set[str] = set()

    def gate_id(self, gate: Gate) -> int:
        """Return the id of a gate, which is made if need be."""
        if gate is OPEN or not gate.films:
            return OPEN_ID
        number = self._gate_ids.get(gate)
        if number is None:
            number = self._gate_ids[gate] = self._find_or_make(gate)
        return number

    def _find_or_make(self, gate: Gate) -> int:
        films = json.dumps(sorted(gate.films), ensure_ascii=False)
        known = rows(self._connection, "SELECT id FROM gate WHERE films = ?", (films,))
        if known:
            return int(known[0][0])
        number = self._ids["gate"].next()
        self._gates[number] = gate
        self._connection.exec_driver_sql(_INSERTS["gate"], (number, films))
        return number

    def forget(self, pages: Iterable[int]) -> None:
        """Remove all derived rows of pages, few with the next `flush`; call it before the pages themselves change."""
        ids = list(pages)
        self.gates_of.clear()
        self._indexing.forget(ids)
        self._indexing.drop(ids)
        listed = json.dumps(ids)
        self._note_names(
            rows(
                self._connection,
                "SELECT identity, key FROM name WHERE page_id IN (SELECT value FROM json_each(?))",
                (listed,),
            )
        )
        if len(ids) <= FEW:
            self._standing.hold(ids)
            return
        for table, owner in _OWNERS.items():
            self._connection.exec_driver_sql(
                f"DELETE FROM {table} WHERE {owner} IN (SELECT value FROM json_each(?))", (listed,)
            )

    def pages_with_gates(self, gates: Iterable[int]) -> set[PageId]:
        """Return the pages in which some row stands behind one of these gates; the open gate is none of them."""
        pages: set[PageId] = set()
        listed = json.dumps(list(gates))
        for table, owner in {**_OWNERS, "page": "id"}.items():
            # The partial indexes on gated rows serve only a query that says so itself.
            query = (
                f"SELECT DISTINCT {owner} FROM {table}"
                " WHERE gate_id > 0 AND gate_id IN (SELECT value FROM json_each(?))"
            )
            pages.update(PageId(page) for (page,) in rows(self._connection, query, (listed,)))
        return pages

    def learn_targets(self, documents: Iterable[Document]) -> None:
        """Look up, in one go, the targets that documents name."""
        titles = {title for document in documents for title in _targets(document)} - self._known_targets.keys()
        unknown = sorted({self._names_of(title)[0] for title in titles} - self._target_ids.keys())
        if unknown:
            query = "SELECT identity, id FROM target WHERE identity IN (SELECT value FROM json_each(?))"
            self._target_ids.update(rows(self._connection, query, (json.dumps(unknown),)))

    def add(self, page: int, document: Document) -> None:
        """Collect the rows of one page; its targets must have been learnt."""
        self._indexing.learn([page])
        self._add_names(page, document)
        self._add_links(page, document)
        self._add_facts(page, document)
        gate_id = self.gate_id
        self._rows["tag"] += [(page, tag.name, lookup_key(tag.name), gate_id(tag.gate)) for tag in document.tags]
        self._rows["problem"] += [
            (page, problem.code, problem.text, gate_id(problem.gate)) for problem in document.problems
        ]
        next_id = self._ids["segment"].next
        self._rows["segment"] += [
            (next_id(), page, ordinal, segment.heading, segment.anchor, gate_id(segment.gate), segment.text)
            for ordinal, segment in enumerate(document.segments)
        ]

    def _add_names(self, page: int, document: Document) -> None:
        next_id = self._ids["name"].next
        for name in document.names:
            ids = self._names_of(name.text)
            gate_id = self.gate_id(name.gate)
            self._note_names([ids])
            if gate_id != OPEN_ID:
                self.gated_names.came([ids])
            self._rows["name"].append((next_id(), page, name.text, *ids, name.is_title, gate_id))

    def _add_links(self, page: int, document: Document) -> None:
        self._rows["link"] += [
            (
                page,
                ordinal,
                self._target_id(link.target or document.title),
                link.heading,
                link.block,
                link.label,
                link.embed,
                link.field,
                self.gate_id(link.gate),
            )
            for ordinal, link in enumerate(document.links)
        ]

    def _add_facts(self, page: int, document: Document) -> None:
        self._rows["fact"] += [
            (
                page,
                fact.field,
                fact.item,
                fact.sub,
                fact.text,
                lookup_key(fact.text[: 2 * KEY_LENGTH])[:KEY_LENGTH],
                None if fact.target is None else self._target_id(fact.target),
                fact.number,
                fact.earliest,
                fact.latest,
                self.gate_id(fact.gate),
            )
            for fact in document.facts
        ]

    def _target_id(self, title: str) -> int:
        known = self._known_targets.get(title)
        if known is not None:
            return known
        name, key = self._names_of(title)
        number = self._target_ids.get(name)
        if number is None:
            number = self._add_target(title, name, key)
        self._known_targets[title] = number
        return number

    def _add_target(self, title: str, name: str, key: str) -> int:
        number = self._target_ids[name] = self._ids["target"].next()
        self._rows["target"].append((number, title.strip(), name, key))
        self._identities.add(name)
        return number

    def _names_of(self, title: str) -> tuple[str, str]:
        """Return a title's identity and key; titles repeat from link to link."""
        known = self._known_names.get(title)
        if known is None:
            known = self._known_names[title] = (identity(title), lookup_key(title))
        return known

    def _note_names(self, names: Iterable[tuple[str, str]]) -> None:
        for name, key in names:
            self._identities.add(name)
            self._keys.add(key)

    def flush(self) -> None:
        """Insert the collected rows and work out where the touched titles lead."""
        for table in ("target", "name", "link", "tag", "fact", "segment", "problem"):
            coming = self._standing.settle(table, self._rows[table])
            if coming:
                self._connection.exec_driver_sql(_INSERTS[table], coming)
        for collected in self._rows.values():
            collected.clear()
        self.gates_of.clear()
        self._resolve()
        if len(self._known_names) > REMEMBERED:  # an import may name millions
            self._known_names.clear()
            self._target_ids.clear()
            self._known_targets.clear()

    def empty_search(self) -> None:
        """Take everything out of the search index, damaged or not; only pages added after this come back."""
        self._indexing.empty()

    def before_purge(self) -> None:
        """Let the search index forget pages before they go for good."""
        self._indexing.take_out()

    def finish(self) -> None:
        """Bring the search index up to date; call it before the transaction ends."""
        self._indexing.finish()

    def _resolve(self) -> None:
        if self._identities:
            names = (json.dumps(sorted(self._identities)), json.dumps(sorted(self._keys)))
            self._connection.exec_driver_sql(RESOLVE_TARGETS, names)
            self._identities.clear()
            self._keys.clear()


def _targets(document: Document) -> Iterable[str]:
    for link in document.links:
        yield link.target or document.title
    for fact in document.facts:
        if fact.target is not None:
            yield fact.target
