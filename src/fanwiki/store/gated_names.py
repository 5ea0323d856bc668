"""Which names stand behind gates: few, so that most questions for the gate of a title need no database."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import ColumnClause, Connection, literal_column, select

from fanwiki.domain.title import identity, lookup_key
from fanwiki.store import tables as t

BEHIND_A_GATE: ColumnClause[int] = literal_column("0")
"""Compare `gate_id >` this: spelled out, not bound, or SQLite does not see that its partial indexes serve."""


class GatedNames:
    """The identities and look-up keys of gated titles and aliases, kept in step by the writer."""

    def __init__(self, connection: Connection) -> None:
        self._identities: Counter[str] = Counter()
        self._keys: Counter[str] = Counter()
        names = t.name.c
        self.came(connection.execute(select(names.identity, names.key).where(names.gate_id > BEHIND_A_GATE)))

    def came(self, names: Iterable[tuple[str, str]]) -> None:
        """Learn of gated names: identity and key."""
        for name, key in names:
            self._identities[name] += 1
            self._keys[key] += 1

    def went(self, names: Iterable[tuple[str, str]]) -> None:
        """Learn that gated names are no more."""
        for name, key in names:
            self._identities[name] -= 1
            self._keys[key] -= 1

    def may_be(self, title: str) -> bool:
        """Whether a title could lead to something gated; if not, it surely does not."""
        return self._identities[identity(title)] > 0 or self._keys[lookup_key(title)] > 0
