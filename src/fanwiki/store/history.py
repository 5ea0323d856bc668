"""The room of history: revisions and recent changes."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, exists, func, not_, or_, select

from fanwiki.domain.page import PageId, PageSource
from fanwiki.errors import NotFoundError
from fanwiki.store import tables as t
from fanwiki.store.naming import listed
from fanwiki.store.pages import source_of
from fanwiki.store.rows import PageRow, RevisionRow
from fanwiki.store.snapshot import PAGE_COLUMNS, Snapshot
from fanwiki.store.visibility import SEES_ALL, visible
from fanwiki.wording import say

# A page in the trash has a history too, for the curator.
_MAY_KNOW = (visible(t.page.c.gate_id), or_(t.page.c.deleted.is_(None), SEES_ALL))
# A comment may speak of what the save took out, so the revision before counts; and what was written openly may
# have been hidden later, so those after count as well.
_AROUND = t.revision.alias("around")
_IS_OPEN = ~exists().where(
    _AROUND.c.page_id == t.revision.c.page_id,
    _AROUND.c.number >= func.coalesce(t.revision.c.parent, t.revision.c.number),
    not_(visible(_AROUND.c.gate_id)),
)
_COLUMNS = (
    t.revision.c.page_id,
    t.revision.c.number,
    t.revision.c.parent,
    t.revision.c.title,
    t.revision.c.kind,
    t.revision.c.author,
    t.revision.c.time,
    t.revision.c.comment,
    _IS_OPEN.label("is_open"),
)
_WITH_PAGE = select(*PAGE_COLUMNS, *_COLUMNS).join(t.revision, t.revision.c.page_id == t.page.c.id).where(*_MAY_KNOW)
_OF = _WITH_PAGE.where(t.page.c.id == bindparam("page")).order_by(t.revision.c.number.desc())
_RECENT = (
    _WITH_PAGE.where(t.page.c.deleted.is_(None))
    .order_by(t.revision.c.time.desc(), t.revision.c.id.desc())
    .limit(bindparam("limit"))
)
_TEXT = (
    select(t.revision.c.title, t.revision.c.kind, t.revision.c.fields, t.revision.c.body)
    .join(t.page, t.page.c.id == t.revision.c.page_id)
    .where(
        *_MAY_KNOW,
        _IS_OPEN,
        t.page.c.id == bindparam("page"),
        t.revision.c.number == bindparam("number"),
    )
)
_AUTHORS = (
    select(t.revision.c.author)
    .join(t.page, t.page.c.id == t.revision.c.page_id)
    .where(*_MAY_KNOW, _IS_OPEN, t.page.c.id.in_(listed("pages")), t.revision.c.author != "")
    .distinct()
    .order_by(t.revision.c.author)
)
_COUNT = select(func.count()).select_from(t.revision.join(t.page)).where(*_MAY_KNOW)


class History:
    """Revisions of pages that the viewer may know of.

    When it, the one before or one after it holds something behind a gate that the viewer does not pass, a revision
    is told without its author and comment, and under the page's title of today; its text is not given.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def revisions(self, page: PageRow) -> list[RevisionRow]:
        """Return the revisions of a page, in the trash or not, newest first."""
        return [self._pair(row)[1] for row in self._snapshot.run(_OF, page=page.id)]

    def authors(self, pages: Iterable[PageId]) -> list[str]:
        """Return who wrote these pages, as far as the viewer may know, in the order of their names."""
        return list(self._snapshot.run(_AUTHORS, pages=json.dumps(list(pages))).scalars())

    def recent(self, limit: int) -> list[tuple[PageRow, RevisionRow]]:
        """Return the newest revisions of all pages with their pages, newest first."""
        return [self._pair(row) for row in self._snapshot.run(_RECENT, limit=limit)]

    def source(self, page: PageRow, number: int) -> PageSource:
        """Return a page as it was in one revision.

        Raises:
            NotFoundError: There is no such revision, or the viewer may not see all of it.
        """
        row = self._snapshot.run(_TEXT, page=page.id, number=number).one_or_none()
        if row is None:
            raise NotFoundError(
                say("“%1” has no revision %2.", page.title, number), "`fanwiki history` lists the revisions it has."
            )
        title, kind, fields, body = row
        return source_of(title, kind, fields, body)

    def count(self) -> int:
        """Return how many revisions there are in all, the trash included for the curator."""
        return int(self._snapshot.run(_COUNT).scalar_one())

    def _pair(self, row: Any) -> tuple[PageRow, RevisionRow]:
        width = len(PAGE_COLUMNS)
        page = self._snapshot.page_row(row[:width])
        number, revision, parent, title, kind, author, time, comment, is_open = row[width:]
        if not is_open:
            title, kind, author, comment = page.title, page.kind, "", ""
        masked = not is_open
        return page, RevisionRow(PageId(number), revision, parent, title, kind, author, time, comment, masked)
