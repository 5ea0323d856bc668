"""The room of the trash: pages that were deleted and can come back. It is the curator's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Select, and_, bindparam, select

from fanwiki.domain.page import PageId, PageSource
from fanwiki.domain.title import identity
from fanwiki.errors import NotFoundError
from fanwiki.store import tables as t
from fanwiki.store.pages import source_of
from fanwiki.store.rows import PageRow
from fanwiki.store.snapshot import PAGE_COLUMNS, Snapshot
from fanwiki.store.visibility import SEES_ALL

# A deleted page has no derived rows that could say what of it may be shown, so only who sees all sees it.
_TRASHED = select(*PAGE_COLUMNS, t.page.c.deleted_by).where(t.page.c.deleted.is_not(None), SEES_ALL)
_ALL = _TRASHED.order_by(t.page.c.deleted.desc(), t.page.c.id.desc())
_BY_TITLE = _ALL.where(t.page.c.identity == bindparam("identity")).limit(1)
_BY_ID = _TRASHED.where(t.page.c.id == bindparam("page"))
_SOURCE = (
    select(t.revision.c.title, t.revision.c.kind, t.revision.c.fields, t.revision.c.body)
    .join(t.page, and_(t.page.c.id == t.revision.c.page_id, t.page.c.head == t.revision.c.number))
    .where(t.page.c.deleted.is_not(None), SEES_ALL, t.page.c.id == bindparam("page"))
)


class Trash:
    """Deleted pages; empty for everybody but who sees all."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def all(self) -> list[PageRow]:
        """Return the deleted pages, the one deleted last first."""
        return self._pages(_ALL)

    def find(self, title: str) -> PageRow | None:
        """Return the page of this title that was deleted last."""
        return next(iter(self._pages(_BY_TITLE, identity=identity(title))), None)

    def get(self, page: PageId) -> PageRow | None:
        """Return the deleted page of this id."""
        return next(iter(self._pages(_BY_ID, page=page)), None)

    def source(self, page: PageId) -> PageSource:
        """Return what a deleted page was.

        Raises:
            NotFoundError: It is not in the trash.
        """
        row = self._snapshot.run(_SOURCE, page=page).one_or_none()
        if row is None:
            raise not_in_trash()
        title, kind, fields, body = row
        return source_of(title, kind, fields, body)

    def _pages(self, query: Select[Any], **parameters: Any) -> list[PageRow]:
        rows = self._snapshot.run(query, **parameters)
        return [replace(self._snapshot.page_row(row[:-1]), deleted_by=row[-1]) for row in rows]


def not_in_trash() -> NotFoundError:
    """Return the refusal of a page that is not in the trash."""
    return NotFoundError("This page is not in the trash.", "It may have been restored, or deleted for good.")
