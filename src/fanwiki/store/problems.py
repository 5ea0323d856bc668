"""The room of problems: what the authors of pages should look at."""

from __future__ import annotations

from sqlalchemy import bindparam

from fanwiki.store import tables as t
from fanwiki.store.rows import PageRow, ProblemRow
from fanwiki.store.snapshot import PAGE_COLUMNS, Snapshot, living_pages
from fanwiki.store.visibility import visible

_ALL = (
    living_pages(*PAGE_COLUMNS, t.problem.c.code, t.problem.c.text)
    .join(t.problem, t.problem.c.page_id == t.page.c.id)
    .where(visible(t.problem.c.gate_id))
    .order_by(t.page.c.key, t.page.c.id, t.problem.c.id)
)
_OF = _ALL.where(t.page.c.id == bindparam("page"))


class Problems:
    """Problems that the viewer may know of."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def all(self) -> list[ProblemRow]:
        """Return the problems of all pages in the order of their titles."""
        return [ProblemRow(self._snapshot.page_row(row[:-2]), row[-2], row[-1]) for row in self._snapshot.run(_ALL)]

    def of(self, page: PageRow) -> list[ProblemRow]:
        """Return the problems of one page."""
        return [ProblemRow(page, row[-2], row[-1]) for row in self._snapshot.run(_OF, page=page.id)]
