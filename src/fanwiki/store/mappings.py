"""The room of mappings: what importers were told about each wiki they read, to be remembered."""

from __future__ import annotations

import json

from sqlalchemy import bindparam, select

from fanwiki.domain.page import Value
from fanwiki.store import tables as t
from fanwiki.store.snapshot import Snapshot
from fanwiki.store.visibility import SEES_ALL

_GET = select(t.mapping.c.json).where(
    SEES_ALL, t.mapping.c.importer == bindparam("importer"), t.mapping.c.key == bindparam("key")
)
_PUT = (
    "INSERT INTO mapping (importer, key, json) VALUES (?, ?, ?)"
    " ON CONFLICT (importer, key) DO UPDATE SET json = excluded.json"
)


class Mappings:
    """Settings of importers, one for each importer and source wiki; the curator's."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def get(self, importer: str, key: str) -> Value:
        """Return what was remembered; None when nothing was, and for everybody but who sees all."""
        text = self._snapshot.run(_GET, importer=importer, key=key).scalar_one_or_none()
        value: Value = None if text is None else json.loads(text)
        return value


class WritableMappings(Mappings):
    """Settings of importers, to be changed."""

    def put(self, importer: str, key: str, value: Value) -> None:
        """Remember something."""
        text = json.dumps(value, ensure_ascii=False)
        self._snapshot.connection.exec_driver_sql(_PUT, (importer, key, text))
