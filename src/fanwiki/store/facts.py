"""The room of facts: the values of fields, forwards and backwards."""

from __future__ import annotations

import json
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, and_, bindparam, or_, select, tuple_

from fanwiki.domain.page import PageId
from fanwiki.store import tables as t
from fanwiki.store.naming import listed
from fanwiki.store.rows import FactRow, PageRow
from fanwiki.store.snapshot import Snapshot, living_pages, page_columns
from fanwiki.store.visibility import visible

_LEAD = t.page.alias("lead")
_WIDTH = len(page_columns(t.page))
_FACT = (
    t.fact.c.field,
    t.fact.c.item,
    t.fact.c.sub,
    t.fact.c.text,
    t.target.c.text.label("target"),
    t.fact.c.number,
    t.fact.c.earliest,
    t.fact.c.latest,
    t.fact.c.gate_id,
)


def _facts() -> Select[Any]:
    tables = (
        t.fact.join(t.page, t.page.c.id == t.fact.c.page_id)
        .outerjoin(t.target, t.target.c.id == t.fact.c.target_id)
        .outerjoin(_LEAD, _LEAD.c.id == t.target.c.page_id)
    )
    return (
        select(*page_columns(t.page), *page_columns(_LEAD), *_FACT)
        .select_from(tables)
        .where(
            t.page.c.deleted.is_(None),
            visible(t.page.c.gate_id),
            visible(t.fact.c.gate_id),
            or_(_LEAD.c.id.is_(None), visible(_LEAD.c.gate_id)),
        )
        .order_by(t.page.c.key, t.page.c.id, t.fact.c.field, t.fact.c.item, t.fact.c.id)
    )


_ROWS = _facts()
_OF = _ROWS.where(t.page.c.id == bindparam("page"))
_OF_MANY = _ROWS.where(t.page.c.id.in_(listed("ids")), t.fact.c.field.in_(listed("fields")))
_LEADING_THERE = select(t.target.c.id).where(t.target.c.page_id == bindparam("page"))
_POINTING_TO = _ROWS.where(t.fact.c.target_id.in_(_LEADING_THERE))
# The empty text keeps SQLite from starting with a field that a hundred thousand values have.
_POINTING_TO_BY = _POINTING_TO.where(t.fact.c.field.concat("").in_(listed("fields")))


def _named(fact: FromClause) -> ColumnElement[bool]:
    """Return the condition that a value is of this field, said so that SQLite starts from the target instead.

    Few values link to one page; of one field there may be a hundred thousand.
    """
    return and_(fact.c.field.concat("") == bindparam("field"), fact.c.sub.concat("") == bindparam("sub"))


_BY_FIELD = _ROWS.where(t.fact.c.field == bindparam("field"), t.fact.c.sub == bindparam("sub"))
_WHERE = _POINTING_TO.where(_named(t.fact))
_OTHER = t.fact.alias("other")
_SAME_ITEM = tuple_(t.fact.c.page_id, t.fact.c.field, t.fact.c.item).in_(
    select(_OTHER.c.page_id, _OTHER.c.field, _OTHER.c.item).where(
        _OTHER.c.target_id.in_(_LEADING_THERE), _named(_OTHER), visible(_OTHER.c.gate_id)
    )
)
# The page that is pointed to must be one that the viewer may know of, or the records would tell of it.
_KNOWN = living_pages(t.page.c.id).where(t.page.c.id == bindparam("page")).exists()
_RECORDS_WHERE = _ROWS.where(_SAME_ITEM, _KNOWN.correlate(None))


class Facts:
    """Field values that the viewer may see, on pages that the viewer may know of."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def of(self, page: PageRow) -> list[FactRow]:
        """Return the values of a page's fields."""
        if (gathered := self._snapshot.gathered_with(page)) is not None:
            return gathered.facts(page)
        return self._facts(_OF, page=page.id)

    def of_many(self, pages: Iterable[PageRow], fields: Iterable[str]) -> dict[PageId, list[FactRow]]:
        """Return the values that many pages have in some of their fields, in one go; pages without any are left out."""
        ids = json.dumps(list({page.id for page in pages}))
        found: dict[PageId, list[FactRow]] = {}
        for row in self._facts(_OF_MANY, ids=ids, fields=json.dumps(list(fields))):
            found.setdefault(row.page.id, []).append(row)
        return found

    def where(self, field: str, sub: str, page: PageRow) -> list[FactRow]:
        """Return the values of this field, in any page, that link to a page: the field's inverse."""
        return self._facts(_WHERE, field=field, sub=sub, page=page.id)

    def records_where(self, field: str, sub: str, page: PageRow) -> list[tuple[FactRow, ...]]:
        """Return the records of this field, in any page, whose sub-field links to a page, each with all its values."""
        if (gathered := self._snapshot.gathered_with(page)) is not None:
            return gathered.records_where(field, sub, page)
        rows = self._facts(_RECORDS_WHERE, field=field, sub=sub, page=page.id)
        return [tuple(group) for _, group in groupby(rows, key=lambda row: (row.page.id, row.item))]

    def pointing_to(self, page: PageRow, fields: Iterable[str] | None = None) -> list[FactRow]:
        """Return the values of any field, or of some, in any page, that link to a page."""
        wanted = None if fields is None else set(fields)
        if (gathered := self._snapshot.gathered_with(page)) is not None:
            return [row for row in gathered.pointing_to(page) if wanted is None or row.field in wanted]
        if wanted is None:
            return self._facts(_POINTING_TO, page=page.id)
        return self._facts(_POINTING_TO_BY, page=page.id, fields=json.dumps(sorted(wanted)))

    def by_field(self, field: str, sub: str = "") -> list[FactRow]:
        """Return the values of this field in all pages."""
        return self._facts(_BY_FIELD, field=field, sub=sub)

    def _facts(self, query: Select[Any], **parameters: Any) -> list[FactRow]:
        return [self._fact(row) for row in self._snapshot.run(query, **parameters)]

    def _fact(self, row: Any) -> FactRow:
        lead = row[_WIDTH : 2 * _WIDTH]
        field, item, sub, text, target, number, earliest, latest, gate_id = row[2 * _WIDTH :]
        return FactRow(
            page=self._snapshot.page_row(row[:_WIDTH]),
            field=field,
            item=item,
            sub=sub,
            text=text,
            target=target,
            leads_to=None if lead[0] is None else self._snapshot.page_row(lead),
            number=number,
            earliest=earliest,
            latest=latest,
            gate=self._snapshot.gate(gate_id),
        )
