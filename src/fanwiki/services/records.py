"""Field values put together again: the sub-fields of one record, as a viewer may see them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fanwiki.store.rows import FactRow, PageRow


@dataclass(frozen=True, slots=True)
class Record:
    """One item of a field: a record with its sub-fields, or a plain value under the empty name.

    Args:
        page: The page whose field it is.
        field: The field.
        item: Its number in the list.
        values: The values by sub-field; a sub-field that holds a list has its first here.
    """

    page: PageRow
    field: str
    item: int
    values: Mapping[str, FactRow]

    def text(self, sub: str = "") -> str:
        """Return a value as text, empty when it is not there."""
        row = self.values.get(sub)
        return row.text if row else ""

    def number(self, sub: str = "") -> float | None:
        """Return a value as a number, or None."""
        row = self.values.get(sub)
        return row.number if row else None


def records(rows: Iterable[FactRow]) -> list[Record]:
    """Group values into records, in the order of pages and items given."""
    grouped: dict[tuple[int, str, int], dict[str, FactRow]] = {}
    pages: dict[int, PageRow] = {}
    for row in rows:
        pages[row.page.id] = row.page
        grouped.setdefault((row.page.id, row.field, row.item), {}).setdefault(row.sub, row)
    return [Record(pages[page], field, item, values) for (page, field, item), values in grouped.items()]


def by_field(rows: Iterable[FactRow]) -> dict[str, list[Record]]:
    """Group the values of one page into records by field."""
    fields: dict[str, list[Record]] = {}
    for record in records(rows):
        fields.setdefault(record.field, []).append(record)
    return fields
