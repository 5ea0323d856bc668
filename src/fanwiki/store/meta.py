"""What the file says about itself, and its kinds."""

from __future__ import annotations

from contextlib import suppress
from functools import lru_cache

from sqlalchemy import Connection, delete, func, insert, select

from fanwiki.domain.kind import Kind, read_kind
from fanwiki.errors import FanwikiError
from fanwiki.store import tables as t
from fanwiki.store.engine import rows

CHANGES = "changes"
"""Counts the writing transactions: a snapshot with the same count shows the same wiki."""

REBUILT = "rebuilt"
"""Says after how many writing transactions all rows were last derived anew."""

WIKI = "wiki"
"""Tells this wiki from all others, and stays the same in its copies."""

TITLE = "title"
"""What the wiki is called; nothing, or nothing here, for the name of its file. It is not gated."""

STEMMING = "stemming"
"""Says ``none`` when forms of English words do not count as the word."""

_KINDS = select(t.kind.c.toml).order_by(t.kind.c.position, t.kind.c.name)
_VALUE = "SELECT value FROM meta WHERE key = ?"
_PUT = "INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value"


def read_value(connection: Connection, key: str) -> str | None:
    """Return what the file says under this key."""
    found = rows(connection, _VALUE, (key,))
    return str(found[0][0]) if found else None


def put_value(connection: Connection, key: str, value: str) -> None:
    """Let the file say something under this key."""
    connection.exec_driver_sql(_PUT, (key, value))


def read_changes(connection: Connection) -> int:
    """Return how often the wiki was written; the first read of a transaction, which fixes its snapshot."""
    return int(read_value(connection, CHANGES) or 0)


def read_kinds(connection: Connection) -> list[Kind]:
    """Return the kinds of the wiki in their order; one that is damaged is left out, so that the rest stays open."""
    kinds = []
    for (toml,) in connection.execute(_KINDS):
        with suppress(FanwikiError):
            kinds.append(parsed_kind(toml))
    return kinds


# Reading TOML costs a hundred times more than fetching it, and every transaction needs the kinds.
parsed_kind = lru_cache(maxsize=256)(read_kind)


def put_kind(connection: Connection, kind: Kind) -> None:
    """Add a kind, or change the one of this name; it keeps its place."""
    position = connection.scalar(select(t.kind.c.position).where(t.kind.c.name == kind.name))
    if position is None:
        position = int(connection.scalar(select(func.coalesce(func.max(t.kind.c.position), 0))) or 0) + 1
    remove_kind(connection, kind.name)
    connection.execute(insert(t.kind).values(name=kind.name, position=position, toml=kind.toml))


def remove_kind(connection: Connection, name: str) -> None:
    """Remove a kind."""
    connection.execute(delete(t.kind).where(t.kind.c.name == name))
