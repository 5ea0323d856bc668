"""Derived rows of a few saved pages, which stay as they are where a save does not change them.

Most edits change a sentence: names, links and values of fields are then the same as before, and to write them anew
under other numbers would change a leaf of each of their indexes, all of which goes through the WAL to the disk.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import Connection

from fanwiki.store.engine import rows

FEW = 20
"""Rows of more pages at once are not compared."""

_NUMBERED = ("name", "segment")
"""Tables whose new rows begin with a number of their own."""

_IN_PLACE = ("segment", "link")
"""Tables whose rows tell their place, so that each may stay by itself; of others all of a page do, or none."""

Rows = list[tuple[object, ...]]


class StandingRows:
    """Holds the rows of pages until it is known what comes in their place.

    Args:
        connection: The writer's.
        owners: The column of the page, by the table.
    """

    def __init__(self, connection: Connection, owners: Mapping[str, str]) -> None:
        self._connection = connection
        self._owners = owners
        self._standing: dict[str, dict[int, list[Any]]] = {table: {} for table in owners}

    def hold(self, pages: Collection[int]) -> None:
        """Take note of the rows of pages; they go when `settle` is called, unless they come again."""
        listed = (json.dumps(list(pages)),)
        for table, owner in self._owners.items():
            standing = self._standing[table]
            standing.update((page, []) for page in pages)
            question = f"SELECT * FROM {table} WHERE {owner} IN (SELECT value FROM json_each(?)) ORDER BY id"
            for row in rows(self._connection, question, listed):
                standing[row[1]].append(row)

    def settle(self, table: str, coming: Rows) -> Rows:
        """Remove the rows that do not come again, and return those that are to be inserted."""
        standing = self._standing.get(table)
        if not standing:
            return coming
        first = 1 if table in _NUMBERED else 0
        in_place = table in _IN_PLACE
        new: dict[Any, Rows] = {page: [] for page in standing}
        for row in coming:
            new.setdefault(row[first], []).append(row)
        gone: list[tuple[int]] = []
        missing: Rows = []
        for page, found in new.items():
            stays = _staying(standing.get(page, []), [row[first:] for row in found], in_place=in_place)
            gone += [(row[0],) for row in standing.get(page, []) if row[1:] not in stays]
            missing += [row for row in found if row[first:] not in stays]
        standing.clear()
        if gone:
            self._connection.exec_driver_sql(f"DELETE FROM {table} WHERE id = ?", gone)
        return missing


def _staying(old: Rows, new: Rows, *, in_place: bool) -> Collection[tuple[object, ...]]:
    """Return what is the same before and after, without the numbers."""
    before = [row[1:] for row in old]
    if in_place:
        return set(before) & set(new)
    return before if before == new else ()
