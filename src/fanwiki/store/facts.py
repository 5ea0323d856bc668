"""The room of facts: the values of fields, forwards and backwards."""

from __future__ import annotations

from itertools import groupby
from typing import Any

from sqlalchemy import Select, and_, bindparam, exists, or_, select

from fanwiki.store import tables as t
from fanwiki.store.rows import FactRow, PageRow
from fanwiki.store.snapshot import Snapshot, page_columns
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
_POINTING_TO = _ROWS.where(_LEAD.c.id == bindparam("page"))
_BY_FIELD = _ROWS.where(t.fact.c.field == bindparam("field"), t.fact.c.sub == bindparam("sub"))
_WHERE = _BY_FIELD.where(_LEAD.c.id == bindparam("page"))
_OTHER = t.fact.alias("other")
_OTHER_TARGET = t.target.alias("other_target")
_OTHER_LEAD = t.page.alias("other_lead")
_SAME_ITEM = exists().where(
    and_(
        _OTHER.c.page_id == t.fact.c.page_id,
        _OTHER.c.field == t.fact.c.field,
        _OTHER.c.item == t.fact.c.item,
        _OTHER.c.sub == bindparam("sub"),
        visible(_OTHER.c.gate_id),
        _OTHER_TARGET.c.id == _OTHER.c.target_id,
        _OTHER_LEAD.c.id == _OTHER_TARGET.c.page_id,
        visible(_OTHER_LEAD.c.gate_id),
        _OTHER_LEAD.c.id == bindparam("page"),
    )
)
_RECORDS_WHERE = _ROWS.where(t.fact.c.field == bindparam("field"), _SAME_ITEM)


class Facts:
    """Field values that the viewer may see, on pages that the viewer may know of."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def of(self, page: PageRow) -> list[FactRow]:
        """Return the values of a page's fields."""
        return self._facts(_OF, page=page.id)

    def where(self, field: str, sub: str, page: PageRow) -> list[FactRow]:
        """Return the values of this field, in any page, that link to a page: the field's inverse."""
        return self._facts(_WHERE, field=field, sub=sub, page=page.id)

    def records_where(self, field: str, sub: str, page: PageRow) -> list[tuple[FactRow, ...]]:
        """Return the records of this field, in any page, whose sub-field links to a page, each with all its values."""
        rows = self._facts(_RECORDS_WHERE, field=field, sub=sub, page=page.id)
        return [tuple(group) for _, group in groupby(rows, key=lambda row: (row.page.id, row.item))]

    def pointing_to(self, page: PageRow) -> list[FactRow]:
        """Return the values of any field, in any page, that link to a page."""
        return self._facts(_POINTING_TO, page=page.id)

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
