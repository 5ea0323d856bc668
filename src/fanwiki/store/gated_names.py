"""Which names stand behind gates: few, so that most questions for the gate of a title need no database."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnClause, Connection, literal_column, select

from fanwiki.domain.title import identity, lookup_key
from fanwiki.store import tables as t
from fanwiki.store.engine import driver_connection

BEHIND_A_GATE: ColumnClause[int] = literal_column("0")
"""Compare `gate_id >` this: spelled out, not bound, or SQLite does not see that its partial indexes serve."""


FEW_TITLES = 300
"""So many titles are looked up one by one, as a save needs; for more, as an import does, all names are read once."""

_IS_GATED = """
    SELECT EXISTS (SELECT 1 FROM name WHERE identity = ? AND gate_id > 0)
        OR EXISTS (SELECT 1 FROM name WHERE key = ? AND gate_id > 0)
"""


class GatedNames:
    """The identities and look-up keys of gated titles and aliases, for as long as a transaction writes."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._driver = driver_connection(connection)
        self._asked = 0
        self._identities: set[str] = set()
        self._keys: set[str] = set()

    def came(self, names: Iterable[tuple[str, str]]) -> None:
        """Learn of gated names: identity and key. Those that go later may stay known: looking closer tells."""
        for name, key in names:
            self._identities.add(name)
            self._keys.add(key)

    def may_be(self, title: str) -> bool:
        """Whether a title could lead to something gated; if not, it surely does not."""
        name, key = identity(title), lookup_key(title)
        if name in self._identities or key in self._keys:
            return True
        if self._asked > FEW_TITLES:
            return False
        self._asked += 1
        if self._asked > FEW_TITLES:
            names = t.name.c
            self.came(
                (row[0], row[1])
                for row in self._connection.execute(
                    select(names.identity, names.key).where(names.gate_id > BEHIND_A_GATE)
                )
            )
            return name in self._identities or key in self._keys
        # Straight to sqlite3: a save asks this for every link, and SQLAlchemy takes six times as long as SQLite.
        return bool(self._driver.execute(_IS_GATED, (name, key)).fetchone()[0])
