"""Which pages link to one page, told without reading them all: how many there are, and the first by title.

A page that half of a large wiki links to would otherwise take a second to open. A deleted page has no links.
"""

from __future__ import annotations

from fanwiki.domain.page import PageId
from fanwiki.store.rows import PageRow
from fanwiki.store.snapshot import Snapshot
from fanwiki.store.visibility import SQL_SEES

FEW = 4000
"""So many linking pages are sorted; of more, the first are met on a walk through all titles."""

_INTO = "FROM target CROSS JOIN link ON link.target_id = target.id WHERE target.page_id = :page"
_FROM = f"(SELECT 1 {_INTO} AND link.source_id = page.id AND {SQL_SEES.format('link')})"
_ALL = f"SELECT count(*) FROM (SELECT DISTINCT link.source_id {_INTO} AND link.source_id <> :page)"
# What is hidden is little and has indexes of its own; asking each link for its page's gate takes three times as long.
_HIDDEN = f"""
    SELECT count(*) FROM (
        SELECT page.id FROM page WHERE page.id <> :page AND NOT EXISTS {_FROM} AND page.id IN (
            SELECT link.source_id {_INTO} AND link.gate_id > 0 AND NOT {SQL_SEES.format("link")}
        )
        UNION
        SELECT source.id FROM page AS source
        WHERE source.gate_id > 0 AND NOT {SQL_SEES.format("source")} AND source.id <> :page
        AND EXISTS (SELECT 1 {_INTO} AND link.source_id = source.id)
    )
"""
_COLUMNS = ", ".join(
    f"page.{name}" for name in ("id", "title", "kind", "head", "created", "updated", "words", "gate_id", "deleted")
)
_SEEN = f"page.deleted IS NULL AND page.id <> :page AND {SQL_SEES.format('page')}"
_SORTED = f"""
    SELECT {_COLUMNS} FROM page
    WHERE page.id IN (SELECT link.source_id {_INTO} AND {SQL_SEES.format("link")}) AND {_SEEN}
    ORDER BY page.key, page.id LIMIT :most
"""
_WALKED = f"""
    SELECT {_COLUMNS} FROM name INDEXED BY name_key CROSS JOIN page ON page.id = name.page_id
    WHERE name.is_title AND {_SEEN} AND EXISTS {_FROM}
    ORDER BY name.key, name.page_id LIMIT :most
"""

_IDS = f"""
    SELECT page.id FROM page
    WHERE page.id IN (SELECT link.source_id {_INTO} AND {SQL_SEES.format("link")}) AND {_SEEN}
    ORDER BY page.key, page.id
"""
# Links of one page to another several times are counted apart: what this finds is only worth a closer look.
_MUCH = """
    SELECT target.page_id FROM target CROSS JOIN link ON link.target_id = target.id
    WHERE target.page_id IS NOT NULL GROUP BY target.page_id HAVING count(*) > :most
"""


def count_sources(snapshot: Snapshot, page: PageId) -> int:
    """Return how many other pages link to a page, as far as the viewer may know."""
    return snapshot.visibility.answers.of(("linking", page), lambda: _count(snapshot, page))


def _count(snapshot: Snapshot, page: PageId) -> int:
    ((there,),) = snapshot.ask(_ALL, {"page": page})
    if snapshot.visibility.viewer.sees_all:
        return int(there)
    ((hidden,),) = snapshot.ask(_HIDDEN, {"page": page})
    return int(there - hidden)


def first_sources(snapshot: Snapshot, page: PageId, most: int) -> list[PageRow]:
    """Return the first pages by title that link to a page."""
    statement = _SORTED if count_sources(snapshot, page) <= FEW else _WALKED
    return [snapshot.page_row(row) for row in snapshot.ask(statement, {"page": page, "most": most})]


def all_sources(snapshot: Snapshot, page: PageId) -> list[PageId]:
    """Return the pages by title that link to a page."""
    return [PageId(row[0]) for row in snapshot.ask(_IDS, {"page": page})]


def much_linked(snapshot: Snapshot, most: int) -> dict[PageId, int]:
    """Return the pages that more than so many others link to, and how many do."""
    near = [PageId(row[0]) for row in snapshot.ask(_MUCH, {"most": most})]
    counted = {page: count_sources(snapshot, page) for page in near}
    return {page: count for page, count in counted.items() if count > most}
