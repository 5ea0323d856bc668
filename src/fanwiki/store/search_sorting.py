"""Puts pages in the order that a query asks for."""

from __future__ import annotations

import json
from collections.abc import Sequence

from fanwiki.domain.kind import FieldType
from fanwiki.domain.query_tree import FieldPath, Sort
from fanwiki.store.search_conditions import day_number
from fanwiki.store.snapshot import Snapshot
from fanwiki.store.visibility import SQL_SEES

_COLUMNS = {"title": "page.key", "kind": "page.kind", "created": "page.created", "updated": "page.updated"}
_LINKS = f"""(SELECT count(DISTINCT link.source_id) FROM target JOIN link ON link.target_id = target.id
    WHERE target.page_id = page.id AND link.source_id <> page.id AND {SQL_SEES.format("link")})"""


def sorted_pages(snapshot: Snapshot, sorts: Sequence[Sort], pages: Sequence[int]) -> list[int]:
    """Return the ids of pages in this order; what the sorts leave equal goes by title."""
    parameters: dict[str, str] = {"pages": json.dumps(list(pages))}
    terms: list[str] = []
    for sort in sorts:
        terms += _terms(sort, parameters)
    statement = f"""
        SELECT page.id FROM page WHERE page.id IN (SELECT value FROM json_each(:pages))
        ORDER BY {", ".join([*terms, "page.key", "page.id"])}
    """
    return [page for (page,) in snapshot.ask(statement, parameters)]


def _terms(sort: Sort, parameters: dict[str, str]) -> list[str]:
    way = "DESC" if sort.descending else "ASC"
    if sort.by == "links":
        return [f"{_LINKS} {way}"]
    if sort.by != "field":
        return [f"{_COLUMNS[sort.by]} {way}"]
    return [f"{_first_value(path, sort, parameters)} {way} NULLS LAST" for path in _alike(sort)]


def _alike(sort: Sort) -> list[FieldPath]:
    """Return one path for each type of value, of which the first decides."""
    by_type: dict[FieldType, FieldPath] = {}
    for path in sort.paths:
        by_type.setdefault(path.type, path)
    return list(by_type.values())


def _first_value(path: FieldPath, sort: Sort, parameters: dict[str, str]) -> str:
    """Return the least value of the fields, or the greatest when the last come first."""
    least = "max" if sort.descending else "min"
    column = {FieldType.NUMBER: "fact.number", FieldType.BOOLEAN: "fact.number"}.get(path.type, "fact.key")
    if path.type is FieldType.DATE:
        column = f"coalesce({day_number('fact.earliest')}, {day_number('fact.latest')})"
    wanted = []
    for same in sort.paths:
        if same.type is path.type:
            names = [f"sort{len(parameters)}", f"sort{len(parameters) + 1}"]
            parameters |= zip(names, (same.field, same.sub), strict=True)
            # The plus keeps SQLite from walking through the whole field for each page.
            wanted.append(f"(+fact.field = :{names[0]} AND +fact.sub = :{names[1]})")
    return f"""(SELECT {least}({column}) FROM fact
        WHERE fact.page_id = page.id AND ({" OR ".join(wanted)}) AND {SQL_SEES.format("fact")})"""
