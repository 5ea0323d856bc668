"""The room of origins: where pages came from, and who wrote them there.

An origin is seen by who may know of its page. Its address holds the name that the page has there, which may be one
that is hidden here; so it is left out for a viewer from whom any name of the page is hidden.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import exists, or_

from fanwiki.domain.origin import Origin
from fanwiki.domain.page import PageId
from fanwiki.store import tables as t
from fanwiki.store.naming import listed
from fanwiki.store.rows import PageRow
from fanwiki.store.snapshot import Snapshot, living_pages
from fanwiki.store.visibility import SEES_ALL, visible

_COLUMNS = (t.origin.c.wiki, t.origin.c.url, t.origin.c.revision, t.origin.c.time, t.origin.c.contributors)
_HIDDEN_NAME = exists().where(t.name.c.page_id == t.page.c.id, ~visible(t.name.c.gate_id))
_SHOWS_ADDRESS = or_(SEES_ALL, ~_HIDDEN_NAME)
_ALL = living_pages(t.page.c.id, *_COLUMNS, t.origin.c.licence, _SHOWS_ADDRESS.label("shows_address")).join(
    t.origin, t.origin.c.page_id == t.page.c.id
)
_BY_IDS = _ALL.where(t.page.c.id.in_(listed("ids")))
_ANY = living_pages(t.page.c.id).join(t.origin, t.origin.c.page_id == t.page.c.id).limit(1)
_PUT = "INSERT OR REPLACE INTO origin VALUES (?, ?, ?, ?, ?, ?, ?)"


class Origins:
    """Where pages came from, as far as the viewer may know of them."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def of(self, page: PageRow) -> Origin | None:
        """Return where a page came from; None when it was written here."""
        if (gathered := self._snapshot.gathered_with(page)) is not None:
            return gathered.origins.get(page.id)
        return self.all([page]).get(page.id)

    def any(self) -> bool:
        """Tell whether any page came from elsewhere."""
        return self._snapshot.run(_ANY).first() is not None

    def all(self, pages: Iterable[PageRow]) -> dict[PageId, Origin]:
        """Return where these pages came from, without those that were written here."""
        ids = json.dumps([page.id for page in pages])
        return {PageId(row[0]): _origin(row) for row in self._snapshot.run(_BY_IDS, ids=ids)}


class WritableOrigins(Origins):
    """Where pages came from, to be remembered."""

    def put(self, origins: Mapping[PageId, Origin]) -> None:
        """Remember where pages came from, instead of what was known of them."""
        rows = [
            (page, own.wiki, own.url, own.revision, own.time, _written(own.contributors), own.licence)
            for page, own in origins.items()
        ]
        if rows:
            self._snapshot.connection.exec_driver_sql(_PUT, rows)


def _written(contributors: tuple[str, ...]) -> str:
    return json.dumps(contributors, ensure_ascii=False, separators=(",", ":"))


def _origin(row: Any) -> Origin:
    _, wiki, url, revision, time, contributors, licence, shows_address = row
    return Origin(wiki, url if shows_address else "", revision, time, tuple(json.loads(contributors)), licence)
