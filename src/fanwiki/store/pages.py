"""The room of pages: finding them, listing them, reading their source."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import Any

from sqlalchemy import and_, bindparam, func, select

from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.page import PageId, PageSource
from fanwiki.domain.title import identity
from fanwiki.errors import NotFoundError
from fanwiki.store import tables as t
from fanwiki.store.gated_names import GatedNames
from fanwiki.store.naming import Candidate, candidates, choose, chosen, listed
from fanwiki.store.rows import Lead, NameRow, PageRow, SegmentRow
from fanwiki.store.snapshot import PAGE_COLUMNS, Snapshot, living_pages
from fanwiki.store.visibility import SQL_SEES, visible
from fanwiki.wording import say

_BY_IDS = f"""
    SELECT id, title, kind, head, created, updated, words, gate_id, deleted FROM page
    WHERE id IN (SELECT value FROM json_each(:ids)) AND deleted IS NULL AND {SQL_SEES.format("page")}
"""  # by hand, since a save asks it seven times, and opening a page a dozen times
_LIVING = f"deleted IS NULL AND {SQL_SEES.format('page')}"
_COUNTS = f"SELECT kind, count(*) FROM page WHERE {_LIVING} GROUP BY kind ORDER BY kind"
_HEADS = f"SELECT id, head FROM page WHERE {_LIVING}"
_BY_TITLE = living_pages().where(t.page.c.identity == bindparam("identity"))
_ALL = living_pages().order_by(t.page.c.key, t.page.c.id)
_NTH = living_pages().order_by(t.page.c.id).limit(1).offset(bindparam("number"))
_RECENT = living_pages().order_by(t.page.c.updated.desc(), t.page.c.id.desc()).limit(bindparam("limit"))
_IS_HEAD = and_(t.revision.c.page_id == t.page.c.id, t.revision.c.number == t.page.c.head)
_SOURCE_COLUMNS = (t.revision.c.title, t.revision.c.kind, t.revision.c.fields, t.revision.c.body)
_SOURCE = living_pages(*_SOURCE_COLUMNS).join(t.revision, _IS_HEAD).where(t.page.c.id == bindparam("id"))
_SOURCES = (
    living_pages(*PAGE_COLUMNS, *_SOURCE_COLUMNS).join(t.revision, _IS_HEAD).where(t.page.c.id.in_(listed("ids")))
)
_NAMES = (
    living_pages(*PAGE_COLUMNS, t.name.c.text, t.name.c.is_title, t.name.c.gate_id)
    .join(t.name, t.name.c.page_id == t.page.c.id)
    .where(visible(t.name.c.gate_id))
    .order_by(t.name.c.id)
)
_NAMES_OF = _NAMES.where(t.page.c.id == bindparam("id"))
_ALIASES = (
    living_pages(t.page.c.id, t.name.c.text)
    .join(t.name, t.name.c.page_id == t.page.c.id)
    .where(t.name.c.is_title == 0, visible(t.name.c.gate_id))
    .order_by(t.name.c.id)
)
_SEGMENTS = (
    living_pages(t.segment.c.heading, t.segment.c.anchor, t.segment.c.text, t.segment.c.gate_id)
    .join(t.segment, t.segment.c.page_id == t.page.c.id)
    .where(t.page.c.id == bindparam("id"), visible(t.segment.c.gate_id))
    .order_by(t.segment.c.ordinal)
)
_COUNT_ALL = select(func.count()).select_from(t.page).where(t.page.c.deleted.is_(None))
_WORDS = living_pages(func.coalesce(func.sum(t.page.c.words), 0))


def source_of(title: str, kind: str, fields: str, body: str) -> PageSource:
    """Make a source of the columns of a revision."""
    return PageSource(title, kind, json.loads(fields), body)


class Pages:
    """Pages outside the trash that the viewer may know of."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def find(self, title: str) -> PageRow | None:
        """Return the page that is meant: by title, by alias, or folded if only one can be meant.

        Names that the viewer may not see find nothing.
        """
        visibility = self._snapshot.visibility
        among = [
            candidate
            for candidate in candidates(self._snapshot.connection, [title])
            if visibility.passes(candidate.gate_id) and visibility.passes(candidate.page_gate_id)
        ]
        meant = choose(title, among)
        return self.get(meant.page) if meant else None

    def by_title(self, title: str) -> PageRow | None:
        """Return the page with exactly this title, the case of its first letter aside."""
        row = self._snapshot.run(_BY_TITLE, identity=identity(title)).one_or_none()
        return None if row is None else self._snapshot.page_row(row)

    def get(self, page: PageId) -> PageRow | None:
        """Return the page of this id, or None when there is none or the viewer may not know of it."""
        return self.get_all([page]).get(page)

    def get_all(self, pages: Iterable[PageId]) -> dict[PageId, PageRow]:
        """Return the pages of these ids that the viewer may know of."""
        rows = self._snapshot.ask(_BY_IDS, {"ids": json.dumps(list(pages))})
        found = map(self._snapshot.page_row, rows)
        return {page.id: page for page in found}

    def leads_to(self, title: str) -> Lead:
        """Return where a link to this title leads."""
        if self._snapshot.gathered is not None and not self._gated_names.may_be(title):
            lead = self._snapshot.gathered.lead(title)
            if lead is not None:
                return lead
        return self.leads([title])[title]

    def leads(self, titles: Iterable[str]) -> dict[str, Lead]:
        """Return where links to these titles lead, in one go."""
        wanted = set(titles)
        meant = chosen(self._snapshot.connection, wanted)
        pages = self.get_all({candidate.page for candidate in meant.values()})
        return {title: self._lead(meant[title], pages) if title in meant else Lead(None) for title in wanted}

    def _lead(self, name: Candidate, pages: dict[PageId, PageRow]) -> Lead:
        gate = self._snapshot.gate(name.gate_id) | self._snapshot.gate(name.page_gate_id)
        page = pages.get(name.page) if self._snapshot.visibility.passes(name.gate_id) else None
        return Lead(page, masked=page is None, gate=gate)

    def gate_of(self, title: str) -> Gate:
        """Return what one must have seen to know of the page that this title leads to."""
        return self.leads_to(title).gate if self._gated_names.may_be(title) else OPEN

    @cached_property
    def _gated_names(self) -> GatedNames:
        return GatedNames(self._snapshot.connection)

    def source(self, page: PageRow) -> PageSource:
        """Return the page's source, with everything in it that is hidden from the viewer: redact before showing.

        Raises:
            NotFoundError: The page is gone, or hidden from this viewer.
        """
        if (gathered := self._snapshot.gathered_with(page)) is not None:
            return source_of(*gathered.source(page))
        row: Any = self._snapshot.run(_SOURCE, id=page.id).one_or_none()
        if row is None:
            raise NotFoundError(say("There is no page “%1”.", page.title), "It may have been moved to the trash.")
        return source_of(*row)

    def sources(self, pages: Iterable[PageRow]) -> Iterator[tuple[PageRow, PageSource]]:
        """Yield pages with their sources, as `source` would, in the given order; for exports and rebuilding."""
        batch: list[PageRow] = []
        for page in pages:
            batch.append(page)
            if len(batch) == 200:
                yield from self._sources(batch)
                batch = []
        yield from self._sources(batch)

    def _sources(self, batch: list[PageRow]) -> Iterator[tuple[PageRow, PageSource]]:
        width = len(PAGE_COLUMNS)
        found = {
            row[0]: (self._snapshot.page_row(row[:width]), source_of(*row[width:]))
            for row in self._snapshot.run(_SOURCES, ids=json.dumps([page.id for page in batch]))
        }
        yield from (found[page.id] for page in batch if page.id in found)

    def all(self, kind: str | None = None) -> list[PageRow]:
        """Return all pages, or those of one kind, in the order of their titles."""
        query = _ALL if kind is None else _ALL.where(t.page.c.kind == bindparam("kind"))
        values = {} if kind is None else {"kind": kind}
        return [self._snapshot.page_row(row) for row in self._snapshot.run(query, **values)]

    def nth(self, number: int) -> PageRow | None:
        """Return the page before which so many were made first, or None when there are not so many."""
        row = self._snapshot.run(_NTH, number=number).one_or_none()
        return None if row is None else self._snapshot.page_row(row)

    def recent(self, limit: int) -> list[PageRow]:
        """Return the pages that were saved last, newest first."""
        return [self._snapshot.page_row(row) for row in self._snapshot.run(_RECENT, limit=limit)]

    def count_by_kind(self) -> dict[str, int]:
        """Return how many pages there are of each kind that has any."""
        return dict(self._snapshot.ask(_COUNTS, {}))

    def count_withheld(self) -> int:
        """Return how many pages there are that the viewer may not know of."""
        return int(self._snapshot.run(_COUNT_ALL).scalar_one()) - sum(self.count_by_kind().values())

    def words(self) -> int:
        """Return how many words the pages have in all."""
        return int(self._snapshot.run(_WORDS).scalar_one())

    def names(self, page: PageRow | None = None) -> list[NameRow]:
        """Return the titles and aliases of one page, its title first, or of all pages."""
        if page is not None and (gathered := self._snapshot.gathered_with(page)) is not None:
            return gathered.names(page)
        rows = self._snapshot.run(_NAMES) if page is None else self._snapshot.run(_NAMES_OF, id=page.id)
        return [self._name(row) for row in rows]

    def heads(self) -> dict[PageId, int]:
        """Return the number of the newest revision of every page."""
        return dict(self._snapshot.ask(_HEADS, {}))

    def aliases(self) -> dict[PageId, list[str]]:
        """Return the aliases of every page that has any."""
        found: dict[PageId, list[str]] = {}
        for page, text in self._snapshot.run(_ALIASES):
            found.setdefault(page, []).append(text)
        return found

    def _name(self, row: Any) -> NameRow:
        width = len(PAGE_COLUMNS)
        text, is_title, gate_id = row[width:]
        return NameRow(self._snapshot.page_row(row[:width]), text, bool(is_title), self._snapshot.gate(gate_id))

    def segments(self, page: PageRow) -> list[SegmentRow]:
        """Return the plain text of a page, as far as the viewer may read it."""
        if (gathered := self._snapshot.gathered_with(page)) is not None:
            return gathered.segments(page)
        rows = self._snapshot.run(_SEGMENTS, id=page.id)
        return [SegmentRow(heading, anchor, text, self._snapshot.gate(gate)) for heading, anchor, text, gate in rows]
