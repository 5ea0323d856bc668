"""Which page a title leads to: the page with this title, else an alias, else what it must mean if case is ignored."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Connection, bindparam, column, func, or_, select

from fanwiki.domain.page import PageId
from fanwiki.domain.title import identity, lookup_key
from fanwiki.store import tables as t
from fanwiki.store.engine import rows


def listed(parameter: str) -> Any:
    """Return a query for the values of a parameter that holds a JSON list: any number of values, one statement."""
    return select(column("value")).select_from(func.json_each(bindparam(parameter)).table_valued("value"))


class Candidate(NamedTuple):
    """A name that a title may mean."""

    page: PageId
    identity: str
    key: str
    is_title: bool
    gate_id: int
    page_gate_id: int


_CANDIDATES = (
    select(t.name.c.page_id, t.name.c.identity, t.name.c.key, t.name.c.is_title, t.name.c.gate_id, t.page.c.gate_id)
    .join(t.page, t.page.c.id == t.name.c.page_id)
    .where(or_(t.name.c.identity.in_(listed("identities")), t.name.c.key.in_(listed("keys"))))
    .order_by(t.name.c.page_id, t.name.c.id)
)


def candidates(connection: Connection, titles: Iterable[str]) -> list[Candidate]:
    """Return every name that one of the titles may mean, hidden ones included."""
    wanted = set(titles)
    values = {
        "identities": json.dumps([identity(title) for title in wanted]),
        "keys": json.dumps([lookup_key(title) for title in wanted]),
    }
    return [Candidate(*row) for row in connection.execute(_CANDIDATES, values)]


def choose(title: str, among: Sequence[Candidate]) -> Candidate | None:
    """Choose the name that a title means: exactly a title, exactly an alias, or the only page when folded."""
    wanted = identity(title)
    exact = [candidate for candidate in among if candidate.identity == wanted]
    if exact:
        return min(exact, key=lambda candidate: (not candidate.is_title, candidate.page))
    key = lookup_key(title)
    folded = [candidate for candidate in among if candidate.key == key]
    if len({candidate.page for candidate in folded}) != 1:
        return None
    return min(folded, key=lambda candidate: not candidate.is_title)


_CHOSEN = """
    WITH wanted AS (
        SELECT key AS number, json_extract(value, '$[0]') AS identity, json_extract(value, '$[1]') AS key
        FROM json_each(?1)
    ), chosen AS (
        SELECT number, coalesce(
            (SELECT id FROM name WHERE identity = wanted.identity ORDER BY is_title DESC, page_id LIMIT 1),
            CASE WHEN (SELECT min(page_id) FROM name WHERE key = wanted.key)
                = (SELECT max(page_id) FROM name WHERE key = wanted.key)
            THEN (SELECT id FROM name WHERE key = wanted.key ORDER BY is_title DESC, id LIMIT 1) END
        ) AS name_id FROM wanted
    )
    SELECT chosen.number, name.page_id, name.identity, name.key, name.is_title, name.gate_id, page.gate_id
    FROM chosen JOIN name ON name.id = chosen.name_id JOIN page ON page.id = name.page_id
"""


def chosen(connection: Connection, titles: Iterable[str]) -> dict[str, Candidate]:
    """Return the name that each title means among all names, those that mean none left out.

    The same as `choose` among the `candidates`, of which there may be thousands: all who share a name.
    """
    wanted = list(titles)
    pairs = json.dumps([(identity(title), lookup_key(title)) for title in wanted])
    return {wanted[number]: Candidate(*row) for number, *row in rows(connection, _CHOSEN, (pairs,))}


RESOLVE_TARGETS = """
    UPDATE target SET page_id = coalesce(
        (SELECT page_id FROM name WHERE identity = target.identity AND is_title),
        (SELECT min(page_id) FROM name WHERE identity = target.identity),
        (SELECT CASE WHEN min(page_id) = max(page_id) THEN min(page_id) END FROM name WHERE key = target.key)
    ) WHERE identity IN (SELECT value FROM json_each(?1)) OR key IN (SELECT value FROM json_each(?2))
"""
"""Works out anew where the targets with these identities or keys lead; the same rule as `choose`."""
