"""The pages that nothing links to, found in one go and remembered: to ask page by page takes three times as long."""

from __future__ import annotations

import json
from typing import NamedTuple

from fanwiki.store.snapshot import Snapshot
from fanwiki.store.visibility import SQL_SEES

MOST = 20_000
"""Of more orphans the first are met at once, page by page; a list of them all would only be long."""

# In the order of targets, links to them stand behind one another, which an index of pages would not keep to.
_MAYBE = f"""
    SELECT target.page_id FROM target NOT INDEXED WHERE target.page_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM link
        WHERE link.target_id = target.id AND link.source_id <> target.page_id AND {SQL_SEES.format("link")})
    UNION ALL SELECT search_page.page_id FROM search_page
        WHERE NOT EXISTS (SELECT 1 FROM target WHERE target.page_id = search_page.page_id)
"""
_UNLINKED = """
    SELECT DISTINCT page.id FROM json_each(:pages) CROSS JOIN page ON page.id = value
    WHERE page.deleted IS NULL AND NOT EXISTS (SELECT 1 FROM target CROSS JOIN link ON link.target_id = target.id
        WHERE target.page_id = page.id AND link.source_id <> page.id AND {sees})
"""


class Orphans(NamedTuple):
    """The ids of pages to which no other links, as JSON; empty texts where they are too many.

    Args:
        seen: To which no link leads that the viewer passes.
        all: To which no link leads at all.
    """

    seen: str
    all: str


def orphans(snapshot: Snapshot) -> Orphans:
    """Return the pages that nothing links to, which are looked for once in each state of the wiki."""
    return snapshot.visibility.answers.of("orphans", lambda: _find(snapshot))


def _find(snapshot: Snapshot) -> Orphans:
    maybe = [page for (page,) in snapshot.ask(_MAYBE, {})]
    seen = _unlinked(snapshot, maybe, SQL_SEES.format("link"))
    return Orphans(_listed(seen), _listed(_unlinked(snapshot, seen, "1")))


def _unlinked(snapshot: Snapshot, pages: list[int], sees: str) -> list[int]:
    """Keep the pages of which no name is linked to; a name that is not may stand beside one that is."""
    return [page for (page,) in snapshot.ask(_UNLINKED.format(sees=sees), {"pages": json.dumps(pages)})]


def _listed(pages: list[int]) -> str:
    return json.dumps(pages) if len(pages) <= MOST else ""
