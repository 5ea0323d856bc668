"""Writing documents into the index and taking them out, in the order in which FTS5 does that at least cost.

FTS5 collects what is written and puts it down as one run, but at once when a document has a lower number than the
one before it. So each table is written in one go, in the order of numbers. Runs are united little by little with
each save: left to itself, FTS5 saves that up for one save in fifty, which then takes five times as long.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from fanwiki.domain.words import joined, without_article, words
from fanwiki.store.engine import driver_connection, rows
from fanwiki.store.search_documents import Indexable, document_id, load
from fanwiki.store.search_words import BEGINNING

TABLES = ("search_text", "search_hidden", "search_name")

UNITED_AT_ONCE = 24
"""So many blocks of 4 KB are united with each page saved: a page writes three, and each is united some six times."""

UNITED_AT_REST = 300
"""So many are united at once while nobody saves: who begins to save meanwhile waits for no more."""

FEW_RUNS = 4
"""So few runs are looked through fast enough; to go on would write the largest anew."""

COLLECTED = 1 << 20
COLLECTED_OF_MANY = 48 << 20
"""So many bytes FTS5 collects before it writes a run: fewer runs are united faster."""

_COLUMNS = {"search_text": "names, fields, headings, body", "search_name": "text"}
_COLUMNS["search_hidden"] = _COLUMNS["search_text"]
_PUT = """
    INSERT INTO search_page (page_id, rank, links) VALUES (?, ?, ?)
    ON CONFLICT (page_id) DO UPDATE SET rank = excluded.rank, links = excluded.links
"""

Row = tuple[int | str, ...]


class Hidden(NamedTuple):
    """A document of what stands behind a gate, as it stands in the index."""

    number: int
    gate_id: int


@dataclass(frozen=True, slots=True)
class Indexed:
    """A page as it stands in the index.

    Args:
        page: What was indexed of it.
        rank: Its rank.
        hidden: Its documents behind gates.
    """

    page: Indexable
    rank: int
    hidden: tuple[Hidden, ...] = ()

    def keeps_hidden(self, page: Indexable, rank: int) -> bool:
        """Whether what stands behind gates is the same in the page as it is now."""
        return rank == self.rank and page.hidden_documents == self.page.hidden_documents

    def rows(self) -> dict[str, list[Row]]:
        """Return the documents by their table."""
        documents = self.page.hidden_documents
        return {
            "search_text": [(document_id(self.rank, self.page.id), *self.page.open_document)],
            "search_hidden": [
                (document_id(self.rank, number), *documents[gate]) for number, gate in self.hidden if gate in documents
            ],
            "search_name": [(document_id(self.rank, number), name_text(text)) for number, text, _ in self.page.names],
        }


def name_text(text: str) -> str:
    """Return what stands in the name index for a title or alias."""
    found = words(text)
    firsts = dict.fromkeys((*found[:1], *without_article(found)[:1]))
    return " ".join((*found, *joined(text), *(BEGINNING + first for first in firsts)))


def indexed(connection: Connection, page_ids: Collection[int]) -> dict[int, Indexed]:
    """Return how pages stand in the index, those that do; call it before what they are made of changes."""
    ids = (json.dumps(list(page_ids)),)
    ranks = dict(rows(connection, f"SELECT page_id, rank FROM search_page {_AMONG}", ids))
    hidden: dict[int, list[Hidden]] = {}
    for page, *row in rows(connection, f"SELECT page_id, id, gate_id FROM search_hidden_page {_AMONG}", ids):
        hidden.setdefault(page, []).append(Hidden(*row))
    pages = load(connection, [page for page in page_ids if page in ranks])
    return {page.id: Indexed(page, ranks[page.id], tuple(hidden.get(page.id, ()))) for page in pages}


_AMONG = "WHERE page_id IN (SELECT value FROM json_each(?))"


def replace(
    connection: Connection,
    before: Collection[Indexed],
    pages: Sequence[Indexable] = (),
    ranks: dict[int, int] | None = None,
    links: dict[int, int] | None = None,
) -> None:
    """Take pages out of the index as they stood in it, and put pages in as they are now.

    Args:
        connection: The writer's.
        before: What goes.
        pages: What comes.
        ranks: The rank of each page that comes.
        links: How many pages link to it.
    """
    ranks, links = ranks or {}, links or {}
    known = {old.page.id: old for old in before}
    after: list[Indexed] = []
    for page in pages:
        old = known.get(page.id)
        same = old is not None and old.keeps_hidden(page, ranks[page.id])
        after.append(Indexed(page, ranks[page.id], old.hidden if same and old is not None else ()))
    kept = {new.page.id for new in after if new.hidden}
    gone = [old.page.id for old in before if old.page.id not in kept]
    connection.exec_driver_sql(f"DELETE FROM search_hidden_page {_AMONG}", (json.dumps(gone),))
    after = [new if new.hidden else _with_hidden(connection, new) for new in after]
    coming = {new.page.id for new in after}
    left = [old.page.id for old in before if old.page.id not in coming]
    connection.exec_driver_sql(f"DELETE FROM search_page {_AMONG}", (json.dumps(left),))
    _write(connection, _PUT, [(new.page.id, new.rank, links.get(new.page.id, 0)) for new in after])
    _write_documents(connection, _rows(before), _rows(after))


def _with_hidden(connection: Connection, new: Indexed) -> Indexed:
    """Give the documents behind gates their numbers."""
    numbered = []
    for gate in new.page.hidden_documents:
        row = connection.exec_driver_sql(
            "INSERT INTO search_hidden_page (page_id, gate_id) VALUES (?, ?)", (new.page.id, gate)
        )
        numbered.append(Hidden(row.lastrowid, gate))
    return Indexed(new.page, new.rank, tuple(numbered))


def _rows(pages: Collection[Indexed]) -> dict[str, list[Row]]:
    found: dict[str, list[Row]] = {table: [] for table in TABLES}
    for page in pages:
        for table, documents in page.rows().items():
            found[table] += documents
    return found


def _write_documents(connection: Connection, gone: dict[str, list[Row]], come: dict[str, list[Row]]) -> None:
    for table, columns in _COLUMNS.items():
        same = set(gone[table]) & set(come[table])
        marks = ", ?" * (columns.count(",") + 1)
        delete = f"INSERT INTO {table} ({table}, rowid, {columns}) VALUES ('delete', ?{marks})"
        _write(connection, delete, sorted(row for row in gone[table] if row not in same))
        insert = f"INSERT INTO {table} (rowid, {columns}) VALUES (?{marks})"
        _write(connection, insert, sorted(row for row in come[table] if row not in same))


def unite_some(connection: Connection, pages: int) -> None:
    """Unite runs of the index, as many as so many saved pages have to see to."""
    _unite_when_asked(connection)
    for table in TABLES:
        connection.exec_driver_sql(
            f"INSERT INTO {table} ({table}, rank) VALUES ('merge', ?)", (UNITED_AT_ONCE * max(1, pages),)
        )


def unite_rest(connection: Connection) -> bool:
    """Unite some of what saves left, while nobody waits, so that few runs are looked through for a word.

    Never all of them into one: with each time FTS5 before SQLite 3.41 puts that one a level higher, and after two
    thousand levels it takes the index for damaged.

    Returns:
        Whether there is more to unite.
    """
    left = [table for table in TABLES if _unite_rest_of(connection, table)]
    return bool(left)


def _unite_rest_of(connection: Connection, table: str) -> bool:
    if rows(connection, f"SELECT count(DISTINCT segid) FROM {table}_idx")[0][0] <= FEW_RUNS:
        return False
    option = f"INSERT INTO {table} ({table}, rank) VALUES (?, ?)"
    connection.exec_driver_sql(option, ("usermerge", 2))
    before = driver_connection(connection).total_changes
    connection.exec_driver_sql(option, ("merge", UNITED_AT_REST))
    united = driver_connection(connection).total_changes - before
    connection.exec_driver_sql(option, ("usermerge", 4))
    return united > 1  # saying so is a change itself


def unite_all(connection: Connection) -> None:
    """Let FTS5 make one run of the dozen it wrote: a word is then looked up once instead of in each of them."""
    for table in TABLES:
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def collect(connection: Connection, size: int) -> None:
    """Say how many bytes of the index are collected before they are written."""
    _unite_when_asked(connection)
    connection.exec_driver_sql("INSERT INTO search_text (search_text, rank) VALUES ('hashsize', ?)", (size,))


def _unite_when_asked(connection: Connection) -> None:
    for table in TABLES:
        known = f"SELECT EXISTS (SELECT 1 FROM {table}_config WHERE k = 'automerge' AND v = 0)"
        if not rows(connection, known)[0][0]:
            connection.exec_driver_sql(f"INSERT INTO {table} ({table}, rank) VALUES ('automerge', 0)")


def _write(connection: Connection, statement: str, documents: Sequence[Row]) -> None:
    if documents:
        connection.exec_driver_sql(statement, documents)
