"""Puts pages in the order that a query asks for."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fanwiki.domain.kind import FieldType
from fanwiki.domain.query_tree import FieldPath, Sort
from fanwiki.store.search_conditions import day_number
from fanwiki.store.search_index import rank_of
from fanwiki.store.snapshot import Snapshot
from fanwiki.store.visibility import SQL_SEES

_COLUMNS = {"title": "page.key", "kind": "page.kind", "created": "page.created", "updated": "page.updated"}
# Counting rows of a DISTINCT goes by the index of links, which count(DISTINCT …) does not.
_LINKS = f"""(SELECT count(*) FROM (SELECT DISTINCT link.source_id FROM target
    CROSS JOIN link ON link.target_id = target.id WHERE target.page_id = page.id AND link.source_id <> page.id
    AND (link.gate_id = 0 OR {SQL_SEES.format("link")})))"""
SEEN_PAGES = f"page.deleted IS NULL AND {SQL_SEES.format('page')}"

RANKS_BESIDE = 1
"""Pages of so many ranks more are counted: a page's rank follows what links to it with a little delay."""


@dataclass(frozen=True, slots=True)
class Term:
    """An expression by which pages are sorted; what has no value comes last."""

    expression: str
    descending: bool

    def __str__(self) -> str:
        return f"{self.expression} {'DESC' if self.descending else 'ASC'} NULLS LAST"


def sorted_pages(snapshot: Snapshot, sorts: Sequence[Sort], pages: Sequence[int]) -> list[int]:
    """Return the ids of pages in this order; what the sorts leave equal goes by title."""
    parameters: dict[str, Any] = {"pages": json.dumps(list(pages))}
    terms = [str(term) for sort in sorts for term in terms_of(sort, parameters)]
    statement = f"""
        SELECT page.id FROM page WHERE page.id IN (SELECT value FROM json_each(:pages))
        ORDER BY {", ".join([*terms, "page.key", "page.id"])}
    """
    return [page for (page,) in snapshot.ask(statement, parameters)]


def first_sorted(
    snapshot: Snapshot, sorts: Sequence[Sort], where: str, values: Mapping[str, Any], most: int | None
) -> list[int]:
    """Return the ids of the first pages in this order of all that a condition holds of.

    Args:
        snapshot: The state and its viewer.
        sorts: The order; what it leaves equal goes by title.
        where: A condition on `page`; empty for none.
        values: Its values.
        most: How many pages are wanted; None for all.
    """
    parameters: dict[str, Any] = {**values, "most": -1 if most is None else most}
    condition = f"{SEEN_PAGES} AND {where}" if where else SEEN_PAGES
    if most and sorts and sorts[0].by == "links":
        condition += among_ranks(snapshot, condition, parameters, best_first=sorts[0].descending)
    terms = [str(term) for sort in sorts for term in terms_of(sort, parameters)]
    statement = f"""
        SELECT page.id FROM page WHERE {condition} ORDER BY {", ".join([*terms, "page.key", "page.id"])} LIMIT :most
    """
    return [page for (page,) in snapshot.ask(statement, parameters)]


def count(snapshot: Snapshot, where: str, values: Mapping[str, Any]) -> int:
    """Return of how many pages a condition holds."""
    condition = f"{SEEN_PAGES} AND {where}" if where else SEEN_PAGES
    ((found,),) = snapshot.ask(f"SELECT count(*) FROM page WHERE {condition}", values)
    return int(found)


def among_ranks(
    snapshot: Snapshot, where: str, parameters: Mapping[str, Any], *, best_first: bool, beyond: int | None = None
) -> str:
    """Return the condition that a page may be among those with the most links, or with the fewest.

    Args:
        snapshot: The state and its viewer.
        where: What holds of the pages, with how many are wanted as `most` among the values.
        parameters: Its values.
        best_first: Whether those with the most are wanted.
        beyond: How many links the last page had that is not wanted any more.
    """
    way, compares = ("ASC", "<=") if best_first else ("DESC", ">=")
    begins = "1"
    if beyond is not None:
        rank = rank_of(beyond) + (RANKS_BESIDE if best_first else -RANKS_BESIDE)
        begins = f"search_page.rank {'>' if best_first else '<'} {rank}"
    last = snapshot.ask(
        f"""SELECT rank FROM (SELECT search_page.rank AS rank FROM search_page
            CROSS JOIN page ON page.id = search_page.page_id WHERE {begins} AND {where}
            ORDER BY search_page.rank {way} LIMIT :most) ORDER BY rank {"DESC" if best_first else "ASC"} LIMIT 1""",
        parameters,
    )
    bounds = []
    if last:
        bounds.append(f"rank {compares} {last[0][0] + (RANKS_BESIDE if best_first else -RANKS_BESIDE)}")
    if beyond is not None:
        first = rank_of(beyond) - (RANKS_BESIDE if best_first else -RANKS_BESIDE)
        bounds.append(f"rank {'>=' if best_first else '<='} {first}")
    return f" AND page.id IN (SELECT page_id FROM search_page WHERE {' AND '.join(bounds)})" if bounds else ""


def terms_of(sort: Sort, parameters: dict[str, Any]) -> list[Term]:
    """Return the expressions of one order; the values that they need are added."""
    if sort.by == "links":
        return [Term(_LINKS, sort.descending)]
    if sort.by != "field":
        return [Term(_COLUMNS[sort.by], sort.descending)]
    return [Term(_first_value(path, sort, parameters), sort.descending) for path in _alike(sort)]


def _alike(sort: Sort) -> list[FieldPath]:
    """Return one path for each type of value, of which the first decides."""
    by_type: dict[FieldType, FieldPath] = {}
    for path in sort.paths:
        by_type.setdefault(path.type, path)
    return list(by_type.values())


def _first_value(path: FieldPath, sort: Sort, parameters: dict[str, Any]) -> str:
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
