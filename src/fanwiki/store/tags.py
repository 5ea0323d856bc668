"""The room of tags."""

from __future__ import annotations

from sqlalchemy import and_, bindparam, distinct, func, or_

from fanwiki.domain.page import PageId
from fanwiki.domain.title import lookup_key
from fanwiki.store import tables as t
from fanwiki.store.rows import PageRow, TagRow
from fanwiki.store.snapshot import PAGE_COLUMNS, Snapshot, living_pages
from fanwiki.store.visibility import visible

_BELOW = and_(t.tag.c.key >= bindparam("below"), t.tag.c.key < bindparam("after"))
_ALL = (
    living_pages(func.min(t.tag.c.name), func.count(distinct(t.page.c.id)))
    .join(t.tag, t.tag.c.page_id == t.page.c.id)
    .where(visible(t.tag.c.gate_id))
    .group_by(t.tag.c.key)
    .order_by(t.tag.c.key)
)
_PAGES = (
    living_pages(*PAGE_COLUMNS)
    .join(t.tag, t.tag.c.page_id == t.page.c.id)
    .where(visible(t.tag.c.gate_id), or_(t.tag.c.key == bindparam("key"), _BELOW))
    .distinct()
    .order_by(t.page.c.key, t.page.c.id)
)
_OF = (
    living_pages(t.tag.c.name)
    .join(t.tag, t.tag.c.page_id == t.page.c.id)
    .where(visible(t.tag.c.gate_id), t.page.c.id == bindparam("page"))
    .order_by(t.tag.c.id)
)
_EACH = (
    living_pages(t.page.c.id, t.tag.c.name)
    .join(t.tag, t.tag.c.page_id == t.page.c.id)
    .where(visible(t.tag.c.gate_id))
    .order_by(t.tag.c.id)
)


class Tags:
    """Tags that the viewer may see, on pages that the viewer may know of."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def all(self) -> list[TagRow]:
        """Return every tag with the number of pages that have it itself, in alphabetical order."""
        return [TagRow(name, count) for name, count in self._snapshot.run(_ALL)]

    def each(self) -> dict[PageId, list[str]]:
        """Return the tags of every page that has any, in their order."""
        found: dict[PageId, list[str]] = {}
        for page, name in self._snapshot.run(_EACH):
            found.setdefault(page, []).append(name)
        return found

    def pages(self, tag: str) -> list[PageRow]:
        """Return the pages with a tag or with one below it, however its case is written."""
        key = lookup_key(tag.removeprefix("#")).rstrip("/")
        rows = self._snapshot.run(_PAGES, key=key, below=f"{key}/", after=f"{key}0")  # 0 follows / in Unicode
        return [self._snapshot.page_row(row) for row in rows]

    def of(self, page: PageRow) -> list[str]:
        """Return the tags of a page in their order."""
        if (gathered := self._snapshot.gathered_with(page)) is not None:
            return gathered.tags(page)
        return list(self._snapshot.run(_OF, page=page.id).scalars())
