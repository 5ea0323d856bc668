"""The room of links: where pages lead, what leads to them, and what nobody has written yet."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import closing
from itertools import islice
from typing import Any

from sqlalchemy import Select, and_, bindparam, distinct, exists, func, or_, select

from fanwiki.domain.page import PageId
from fanwiki.domain.title import identity
from fanwiki.store import tables as t
from fanwiki.store.linking import all_sources, count_sources, first_sources, much_linked
from fanwiki.store.media import is_file_name
from fanwiki.store.naming import listed
from fanwiki.store.rows import LinkRow, PageRow, WantedRow
from fanwiki.store.snapshot import Snapshot, living_pages, page_columns
from fanwiki.store.visibility import SQL_SEES, visible

_SOURCE = t.page.alias("source")
_LEAD = t.page.alias("lead")
_WIDTH = len(page_columns(t.page))
# The link's gate holds the target's gate as it was derived; asking the target too keeps a secret even if it is late.
_MAY_SEE = (
    _SOURCE.c.deleted.is_(None),
    visible(_SOURCE.c.gate_id),
    visible(t.link.c.gate_id),
    or_(_LEAD.c.id.is_(None), visible(_LEAD.c.gate_id)),
)


def _links(*columns: Any) -> Select[Any]:
    tables = t.link.join(_SOURCE, _SOURCE.c.id == t.link.c.source_id).join(
        t.target, t.target.c.id == t.link.c.target_id
    )
    return select(*columns).select_from(tables.outerjoin(_LEAD, _LEAD.c.id == t.target.c.page_id)).where(*_MAY_SEE)


_ROWS = _links(
    *page_columns(_SOURCE),
    *page_columns(_LEAD),
    t.target.c.text,
    t.link.c.heading,
    t.link.c.block,
    t.link.c.label,
    t.link.c.embed,
    t.link.c.field,
    t.link.c.gate_id,
)
_TO = _ROWS.where(_LEAD.c.id == bindparam("page"), _SOURCE.c.id != bindparam("page")).order_by(
    _SOURCE.c.key, _SOURCE.c.id, t.link.c.ordinal
)
_SOURCES_TO = (
    _links(*page_columns(_SOURCE))
    .where(_LEAD.c.id == bindparam("page"), _SOURCE.c.id != bindparam("page"))
    .distinct()
    .order_by(_SOURCE.c.key, _SOURCE.c.id)
)
_OF = _ROWS.where(_SOURCE.c.id == bindparam("page")).order_by(t.link.c.ordinal)
# By hand, from the targets on: SQLite would look through all links of the wiki.
_EMBEDDING = f"""
    SELECT DISTINCT source.id FROM target CROSS JOIN link ON link.target_id = target.id
    JOIN page AS source ON source.id = link.source_id JOIN page AS lead ON lead.id = target.page_id
    WHERE target.page_id IN (SELECT value FROM json_each(:pages)) AND link.embed > 0 AND source.deleted IS NULL
    AND {SQL_SEES.format("source")} AND {SQL_SEES.format("link")} AND {SQL_SEES.format("lead")}
"""
_INTO_PLACES = _ROWS.where(
    or_(t.link.c.heading != "", t.link.c.block != ""),
    _LEAD.c.id.in_(listed("pages")),
).order_by(_SOURCE.c.key, _SOURCE.c.id, t.link.c.ordinal)
_COUNT = _links(func.count())
_IS_FILE = exists().where(t.attachment.c.key == t.target.c.key)
_LEADS_NOWHERE = and_(t.target.c.page_id.is_(None), ~_IS_FILE)
_WANTED = (
    _links(t.target.c.text, func.count(), func.count(distinct(_SOURCE.c.id)))
    .where(_LEADS_NOWHERE)
    .group_by(t.target.c.id)
    .order_by(func.count(distinct(_SOURCE.c.id)).desc(), t.target.c.key)
)
_SOURCES_OF = (
    select(t.link.c.source_id)
    .join(t.target, t.target.c.id == t.link.c.target_id)
    .where(t.target.c.key.in_(listed("keys")))
    .union(
        select(t.fact.c.page_id)
        .join(t.target, t.target.c.id == t.fact.c.target_id)
        .where(t.target.c.key.in_(listed("keys")))
    )
)
_NAMING = (
    select(t.link.c.source_id)
    .join(t.target, t.target.c.id == t.link.c.target_id)
    .where(t.target.c.identity == bindparam("identity"))
    .union(
        select(t.fact.c.page_id)
        .join(t.target, t.target.c.id == t.fact.c.target_id)
        .where(t.target.c.identity == bindparam("identity"))
    )
)
_LINKED = _links(_LEAD.c.id).where(_LEAD.c.id == t.page.c.id, _SOURCE.c.id != t.page.c.id).correlate(t.page)
_ORPHANS = living_pages().where(~_LINKED.exists()).order_by(t.page.c.key, t.page.c.id)
_COUNT_TO = (
    _links(_LEAD.c.id, func.count(distinct(_SOURCE.c.id)))
    .where(_LEAD.c.id.in_(listed("pages")), _SOURCE.c.id != _LEAD.c.id)
    .group_by(_LEAD.c.id)
)


class Links:
    """Links whose place and whose target the viewer may know of."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def to(self, page: PageRow) -> list[LinkRow]:
        """Return the links that lead to a page from others, in the order of those pages' titles."""
        return self._links(_TO, page)

    def sources_to(self, page: PageRow) -> list[PageRow]:
        """Return the pages that link to a page, each once, in the order of their titles."""
        gathered = self._snapshot.gathered_with(page)
        if gathered is not None and (found := gathered.linking(page)) is not None:
            return found
        return [self._snapshot.page_row(row) for row in self._snapshot.run(_SOURCES_TO, page=page.id)]

    def count_sources_to(self, page: PageRow) -> int:
        """Return how many other pages link to a page."""
        if (gathered := self._snapshot.gathered_with(page)) is not None:
            return gathered.count_linking(page)
        return count_sources(self._snapshot, page.id)

    def first_sources_to(self, page: PageRow, most: int) -> list[PageRow]:
        """Return the first pages that link to a page, in the order of their titles."""
        gathered = self._snapshot.gathered_with(page)
        if gathered is not None and (found := gathered.linking(page, most)) is not None:
            return found
        return first_sources(self._snapshot, page.id, most)

    def ids_linking_to(self, page: PageRow) -> list[PageId]:
        """Return the pages that link to a page, in the order of their titles, as their numbers only."""
        return all_sources(self._snapshot, page.id)

    def much_linked(self, most: int) -> dict[PageId, int]:
        """Return how many others link to each page that more than so many do, the number of pages as the key."""
        seen = much_linked(self._snapshot, most)
        rows = self._snapshot.run(living_pages().where(t.page.c.id.in_(listed("pages"))), pages=json.dumps(list(seen)))
        known = {self._snapshot.page_row(row).id for row in rows}
        return {page: count for page, count in seen.items() if page in known}

    def embedding(self, pages: Iterable[PageId]) -> set[PageId]:
        """Return the pages that show one of these pages, or a part of one, in their own text."""
        ids = json.dumps(list(pages))
        return {row[0] for row in self._snapshot.ask(_EMBEDDING, {"pages": ids})}

    def into_places(self, pages: Iterable[PageId]) -> list[LinkRow]:
        """Return the links that lead to a heading or a block of one of these pages."""
        ids = json.dumps(list(pages))
        return [self._link(row) for row in self._snapshot.run(_INTO_PLACES, pages=ids)]

    def of(self, page: PageRow) -> list[LinkRow]:
        """Return the links that stand in a page, in their order."""
        return self._links(_OF, page)

    def named_in(self, page: PageRow) -> set[str]:
        """Return what makes the titles that links in a page name."""
        gathered = self._snapshot.gathered_with(page)
        titles = gathered.named(page) if gathered is not None else [row.target for row in self.of(page)]
        return set(map(identity, titles))

    def counts_to(self, pages: Iterable[PageRow]) -> dict[PageId, int]:
        """Return from how many other pages each of these is linked to; those that nobody links to are left out."""
        ids = json.dumps([page.id for page in pages])
        return {PageId(page): count for page, count in self._snapshot.run(_COUNT_TO, pages=ids)}

    def wanted(self, limit: int | None = None) -> list[WantedRow]:
        """Return titles that are linked to and that no page has, the most wanted first; names of files are not."""
        with closing(self._snapshot.run(_WANTED)) as found:
            rows = (WantedRow(*row) for row in found)
            return list(islice((row for row in rows if not is_file_name(row.title)), limit))

    def missing_files(self) -> list[WantedRow]:
        """Return names of files that pages show and the wiki does not have."""
        return [row for row in (WantedRow(*row) for row in self._snapshot.run(_WANTED)) if is_file_name(row.title)]

    def orphans(self) -> list[PageRow]:
        """Return the pages that no other page links to."""
        return [self._snapshot.page_row(row) for row in self._snapshot.run(_ORPHANS)]

    def count(self) -> int:
        """Return how many links there are."""
        return int(self._snapshot.run(_COUNT).scalar_one())

    def _links(self, query: Select[Any], page: PageRow) -> list[LinkRow]:
        return [self._link(row) for row in self._snapshot.run(query, page=page.id)]

    def _link(self, row: Any) -> LinkRow:
        source, lead = row[:_WIDTH], row[_WIDTH : 2 * _WIDTH]
        text, heading, block, label, embed, field, gate_id = row[2 * _WIDTH :]
        return LinkRow(
            source=self._snapshot.page_row(source),
            target=text,
            page=None if lead[0] is None else self._snapshot.page_row(lead),
            heading=heading,
            block=block,
            label=label,
            embed=bool(embed),
            field=field,
            gate=self._snapshot.gate(gate_id),
        )


class WritableLinks(Links):
    """What the writer asks besides: pages by what they mention, whoever may see it."""

    def sources_of(self, keys: Iterable[str]) -> set[PageId]:
        """Return the pages with links to titles of these look-up keys, for deriving them again."""
        rows = self._snapshot.connection.execute(_SOURCES_OF, {"keys": json.dumps(list(keys))})
        return {PageId(page) for (page,) in rows}

    def naming(self, title: str) -> set[PageId]:
        """Return the pages with links that write this very title, for renaming."""
        rows = self._snapshot.connection.execute(_NAMING, {"identity": identity(title)})
        return {PageId(page) for (page,) in rows}
