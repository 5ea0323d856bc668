"""One consistent state of the wiki, as one viewer may see it: what all rooms of a reader share."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from sys import intern
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Connection, CursorResult, Executable, FromClause, Select, select

from fanwiki.domain.gate import Gate
from fanwiki.domain.page import PageId
from fanwiki.store import tables as t
from fanwiki.store.rows import PageRow
from fanwiki.store.visibility import Visibility, visible

if TYPE_CHECKING:
    from fanwiki.store.gathered import Gathered


def page_columns(page: FromClause) -> tuple[ColumnElement[Any], ...]:
    """Return the columns that make a PageRow, of the table of pages or an alias of it."""
    names = ("id", "title", "kind", "head", "created", "updated", "words", "gate_id", "deleted")
    return tuple(page.c[name] for name in names)


PAGE_COLUMNS = page_columns(t.page)


_UNSEEN = "SELECT id FROM page WHERE gate_id > 0 AND gate_id NOT IN (SELECT value FROM json_each(:visible))"


class Snapshot:
    """A transaction and what its viewer passes; every statement of a room runs through it."""

    def __init__(self, connection: Connection, visibility: Visibility) -> None:
        self.connection = connection
        self.visibility = visibility
        self.gates = visibility.gates
        self.gathered: Gathered | None = None

    def gathered_with(self, page: PageRow) -> Gathered | None:
        """Return what was gathered if this page is in it."""
        return self.gathered if self.gathered is not None and page in self.gathered else None

    def run(self, statement: Executable, **parameters: Any) -> CursorResult[*tuple[Any, ...]]:
        """Run a statement with the viewer's parameters added."""
        values: Mapping[str, Any] = {**self.visibility.parameters, **parameters}
        return self.connection.execute(statement, values)

    def execute(self, sql: str, parameters: Mapping[str, Any] | None = None) -> CursorResult[*tuple[Any, ...]]:
        """Run SQL with named parameters, the viewer's added; see `visibility.SQL_SEES`."""
        values = {**self.visibility.parameters, **(parameters or {})}
        return self.connection.exec_driver_sql(sql, values)

    def ask(self, statement: str, parameters: Mapping[str, Any]) -> Sequence[Any]:
        """Return the rows of a query written by hand; see `visibility.SQL_SEES` for the viewer's parameters.

        It goes to sqlite3 directly, since a search asks a dozen small questions for each letter that is typed.
        """
        values = {**self.visibility.parameters, **parameters}
        try:
            return self._driver.execute(statement, values).fetchall()
        except sqlite3.Error:
            # Once more, through the door that tells what a failure means.
            return self.connection.exec_driver_sql(statement, values).all()

    def each(self, statement: str, parameters: Mapping[str, Any]) -> Iterator[Any]:
        """Yield what `ask` returns row by row, where there may be more rows than anybody wants to hold."""
        yield from self._driver.execute(statement, {**self.visibility.parameters, **parameters})

    @cached_property
    def _driver(self) -> sqlite3.Connection:
        driver: sqlite3.Connection = self.connection.connection.driver_connection  # type: ignore[assignment]
        return driver

    @property
    def unseen_pages(self) -> frozenset[int]:
        """The ids of the pages that the viewer may not know of, read once for each state of the wiki."""
        if self.visibility.viewer.sees_all:
            return frozenset()
        return self.visibility.answers.of("unseen pages", lambda: frozenset(page for (page,) in self.ask(_UNSEEN, {})))

    def keep_less(self, kib: int) -> None:
        """Keep no more than this of the file in memory, for one of many processes that read it."""
        self._driver.execute(f"PRAGMA cache_size = -{kib}")

    def page_row(self, row: Any) -> PageRow:
        """Make a page of a row of PAGE_COLUMNS."""
        number, title, kind, head, created, updated, words, gate_id, deleted = row
        # Many pages have the same kind, and those of one import the same time; each row brings a text of its own.
        kind, created, updated = intern(kind), intern(created), intern(updated)
        return PageRow(PageId(number), title, kind, head, created, updated, words, self.gates[gate_id], deleted)

    def gate(self, gate_id: int) -> Gate:
        """Return the gate of this id."""
        return self.gates[gate_id]

    def sees(self, gate: Gate) -> bool:
        """Whether the viewer passes a gate, be it one that the wiki has or not."""
        return self.visibility.sees(gate, self.connection)


def living_pages(*columns: ColumnElement[Any]) -> Select[Any]:
    """Return a query over the pages that the viewer may know of, without those in the trash."""
    return select(*(columns or PAGE_COLUMNS)).where(t.page.c.deleted.is_(None), visible(t.page.c.gate_id))
