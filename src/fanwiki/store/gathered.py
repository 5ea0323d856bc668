"""What is known of many pages at once, read with a few statements instead of a dozen for each page.

An export shows one page after the other. So it gathers some hundred pages, and then the rooms answer what they are
asked of these pages from here. The answers are the same, row by row; a test asks both ways.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, TypeAlias

from fanwiki.domain.gate import OPEN
from fanwiki.domain.page import PageId
from fanwiki.domain.title import identity
from fanwiki.store.origins import Origins
from fanwiki.store.rows import FactRow, Lead, NameRow, PageRow, SegmentRow
from fanwiki.store.snapshot import Snapshot
from fanwiki.store.visibility import SQL_SEES

Item: TypeAlias = tuple[int, str, int]
"""A record: page, field, and its number in the field's list."""

KNOWN_AT_MOST = 6_000
"""So many pages are remembered from one gathering to the next, so that memory stays flat in a wiki of any size."""

MOST_LINKING = 260
"""So many of the pages that link to one are kept of it; half of a large wiki may link to the same page."""

_IDS = "(SELECT value FROM json_each(:ids))"
_PAGE = f"""
    SELECT id, title, kind, head, created, updated, words, gate_id, deleted FROM page
    WHERE id IN {_IDS} AND deleted IS NULL AND {SQL_SEES.format("page")}
"""
_SOURCE = f"""
    SELECT page.id, revision.title, revision.kind, revision.fields, revision.body FROM page
    JOIN revision ON revision.page_id = page.id AND revision.number = page.head WHERE page.id IN {_IDS}
"""
_FACT_COLUMNS = """
    fact.page_id, fact.field, fact.item, fact.sub, fact.text, target.text, lead.id,
    fact.number, fact.earliest, fact.latest, fact.gate_id
"""
_FACT_SEEN = f"""
    page.deleted IS NULL AND {SQL_SEES.format("page")} AND {SQL_SEES.format("fact")}
    AND (lead.id IS NULL OR {SQL_SEES.format("lead")})
    ORDER BY page.key, page.id, fact.field, fact.item, fact.id
"""
_LEAD = "LEFT JOIN target ON target.id = fact.target_id LEFT JOIN page AS lead ON lead.id = target.page_id"
_OWN = f"""
    SELECT {_FACT_COLUMNS} FROM fact JOIN page ON page.id = fact.page_id {_LEAD}
    WHERE fact.page_id IN {_IDS} AND {_FACT_SEEN}
"""
_POINTING = f"""
    SELECT {_FACT_COLUMNS} FROM target CROSS JOIN fact ON fact.target_id = target.id
    JOIN page ON page.id = fact.page_id JOIN page AS lead ON lead.id = target.page_id
    WHERE target.page_id IN {_IDS} AND {_FACT_SEEN}
"""
_RECORDS = f"""
    WITH item AS (
        SELECT DISTINCT other.page_id, other.field, other.item FROM target AS there
        CROSS JOIN fact AS other ON other.target_id = there.id WHERE there.page_id IN {_IDS} AND other.sub <> ''
    )
    SELECT {_FACT_COLUMNS} FROM item
    CROSS JOIN fact ON fact.page_id = item.page_id AND fact.field = item.field AND fact.item = item.item
    JOIN page ON page.id = fact.page_id {_LEAD} WHERE {_FACT_SEEN}
"""
_LINKING = f"""
    SELECT DISTINCT target.page_id, source.id FROM target CROSS JOIN link ON link.target_id = target.id
    JOIN page AS source ON source.id = link.source_id JOIN page AS lead ON lead.id = target.page_id
    WHERE target.page_id IN {_IDS} AND source.id <> target.page_id AND source.deleted IS NULL
    AND {SQL_SEES.format("source")} AND {SQL_SEES.format("link")} AND {SQL_SEES.format("lead")}
    ORDER BY source.key, source.id
"""
_TAGS = f"""
    SELECT tag.page_id, tag.name FROM tag WHERE tag.page_id IN {_IDS} AND {SQL_SEES.format("tag")} ORDER BY tag.id
"""
_NAMED = f"""
    SELECT DISTINCT link.source_id, target.text, target.page_id, link.gate_id FROM link
    JOIN target ON target.id = link.target_id
    WHERE link.source_id IN {_IDS} ORDER BY target.id
"""
_SEGMENTS = f"""
    SELECT page_id, heading, anchor, text, gate_id FROM segment
    WHERE page_id IN {_IDS} AND {SQL_SEES.format("segment")} ORDER BY page_id, ordinal
"""
_NAMES = f"""
    SELECT page_id, text, is_title, gate_id FROM name WHERE page_id IN {_IDS} AND {SQL_SEES.format("name")} ORDER BY id
"""
_DAYS = f"""
    SELECT DISTINCT fact.page_id, fact.field, fact.earliest FROM fact LEFT JOIN target ON target.id = fact.target_id
    LEFT JOIN page AS lead ON lead.id = target.page_id
    WHERE fact.page_id IN {_IDS} AND fact.field IN ('released', 'universe_date') AND fact.earliest IS NOT NULL
    AND {SQL_SEES.format("fact")} AND (lead.id IS NULL OR {SQL_SEES.format("lead")})
"""


class Gathered:
    """Some pages, with everything about them that a page shows.

    Args:
        snapshot: The transaction and what its viewer passes.
        pages: The pages, of this snapshot: the viewer may know of them.
        known: Pages that were read before; what is read now is added.
    """

    def __init__(self, snapshot: Snapshot, pages: Sequence[PageRow], known: dict[PageId, PageRow]) -> None:
        self._snapshot = snapshot
        self._ids = json.dumps([page.id for page in pages])
        self._pages = {page.id: page for page in pages}
        self._rows: dict[int, PageRow] = known  # type: ignore[assignment]
        known.update(self._pages)
        self._own = self._grouped(_OWN, 0)
        self._pointing = self._grouped(_POINTING, 6)
        self._records: dict[Item, list[Any]] = {}
        for row in self._ask(_RECORDS):
            self._records.setdefault((row[0], row[1], row[2]), []).append(row)
        self._linking: dict[int, list[int]] = {}
        self._linking_in_all: dict[int, int] = {}
        for page, source in snapshot.each(_LINKING, {"ids": self._ids}):
            self._linking_in_all[page] = self._linking_in_all.get(page, 0) + 1
            if self._linking_in_all[page] <= MOST_LINKING:
                self._linking.setdefault(page, []).append(source)
        self._tags = self._grouped(_TAGS, 0)
        self._links = self._grouped(_NAMED, 0)
        self._leads = {text: page for rows in self._links.values() for _, text, page, _ in rows}
        self.origins = Origins(snapshot).all(pages)
        self._know(self._mentioned())

    def __contains__(self, page: PageRow) -> bool:
        return page.id in self._pages

    def source(self, page: PageRow) -> tuple[str, str, str, str]:
        """Return the columns of a page's source: title, kind, fields, body."""
        row = self._sources[page.id]
        return row[1], row[2], row[3], row[4]

    def facts(self, page: PageRow) -> list[FactRow]:
        """Return the values of a page's fields."""
        return self._facts(self._own.get(page.id, ()))

    def pointing_to(self, page: PageRow) -> list[FactRow]:
        """Return the values of any field, in any page, that link to a page."""
        return self._facts(self._pointing.get(page.id, ()))

    def records_where(self, field: str, sub: str, page: PageRow) -> list[tuple[FactRow, ...]]:
        """Return the records of a field whose sub-field links to a page, each with all its values."""
        rows = self._pointing.get(page.id, ())
        items = dict.fromkeys((row[0], field, row[2]) for row in rows if row[1] == field and row[3] == sub)
        return [tuple(self._facts(self._records.get(item, ()))) for item in items]

    def linking(self, page: PageRow, most: int | None = None) -> list[PageRow] | None:
        """Return the first pages that link to a page, or all; None when that is more than is kept."""
        asked = self.count_linking(page) if most is None else min(most, self.count_linking(page))
        if asked > MOST_LINKING:
            return None
        return [self._rows[source] for source in self._linking.get(page.id, ())[:asked]]

    def count_linking(self, page: PageRow) -> int:
        """Return how many pages link to a page."""
        return self._linking_in_all.get(page.id, 0)

    def tags(self, page: PageRow) -> list[str]:
        """Return the tags of a page."""
        return [row[1] for row in self._tags.get(page.id, ())]

    def named(self, page: PageRow) -> list[str]:
        """Return the titles that links of a page name, each once for each gate."""
        passes = self._snapshot.visibility.passes
        rows = self._links.get(page.id, ())
        return [text for _, text, lead, gate in rows if passes(gate) and (lead is None or lead in self._rows)]

    def segments(self, page: PageRow) -> list[SegmentRow]:
        """Return the plain text of a page, as far as the viewer may read it."""
        rows = self._segments.get(page.id, ())
        return [SegmentRow(heading, anchor, text, self._snapshot.gate(gate)) for _, heading, anchor, text, gate in rows]

    def names(self, page: PageRow) -> list[NameRow]:
        """Return the title and the aliases of a page."""
        rows = self._names.get(page.id, ())
        return [NameRow(page, text, bool(is_title), self._snapshot.gate(gate)) for _, text, is_title, gate in rows]

    def lead(self, title: str) -> Lead | None:
        """Return where a title leads that one of the pages links to, or None when that takes a closer look."""
        name = identity(title)
        if name not in self._named:
            return None
        page = self._named[name]
        if page is None:
            return Lead(None)
        row = self._rows.get(page)
        return None if row is None else Lead(row, gate=OPEN)

    def days(self, pages: Iterable[PageRow]) -> dict[PageId, dict[str, list[str]]]:
        """Return the days of pages by the fields that tell when something came out or happens."""
        found: dict[PageId, dict[str, list[str]]] = {page.id: {} for page in pages}
        for page, field, day in self._snapshot.ask(_DAYS, {"ids": json.dumps(list(found))}):
            found[page].setdefault(field, []).append(day)
        return found

    def pointers(self) -> list[PageRow]:
        """Return every page that points to one of the pages with a field."""
        ids = dict.fromkeys(row[0] for rows in self._pointing.values() for row in rows)
        return [self._rows[page] for page in ids]

    @cached_property
    def _sources(self) -> dict[int, Any]:
        return {row[0]: row for row in self._ask(_SOURCE)}

    @cached_property
    def _named(self) -> dict[str, int | None]:
        return {identity(text): page for text, page in self._leads.items()}

    @cached_property
    def _segments(self) -> dict[int, list[Any]]:
        return self._grouped(_SEGMENTS, 0)

    @cached_property
    def _names(self) -> dict[int, list[Any]]:
        return self._grouped(_NAMES, 0)

    def _facts(self, rows: Iterable[Any]) -> list[FactRow]:
        pages, gates = self._rows, self._snapshot.gates
        return [
            FactRow(
                pages[page],
                field,
                item,
                sub,
                text,
                target,
                None if lead is None else pages[lead],
                number,
                earliest,
                latest,
                gates[gate],
            )
            for page, field, item, sub, text, target, lead, number, earliest, latest, gate in rows
        ]

    def _mentioned(self) -> Iterable[int]:
        """Yield every page that the rows tell of."""
        for rows in (*self._own.values(), *self._pointing.values(), *self._records.values()):
            for row in rows:
                yield row[0]
                if row[6] is not None:
                    yield row[6]
        for sources in self._linking.values():
            yield from sources
        yield from (page for page in self._leads.values() if page is not None)

    def _know(self, mentioned: Iterable[int]) -> None:
        unknown = list({page for page in mentioned if page not in self._rows})
        if unknown:
            for row in self._snapshot.each(_PAGE, {"ids": json.dumps(unknown)}):
                self._rows[row[0]] = self._snapshot.page_row(row)

    def _grouped(self, statement: str, column: int) -> dict[int, list[Any]]:
        """Return rows by the page that a column names, in their order."""
        found: dict[int, list[Any]] = {}
        for row in self._ask(statement):
            found.setdefault(row[column], []).append(row)
        return found

    def _ask(self, statement: str) -> Sequence[Any]:
        return self._snapshot.ask(statement, {"ids": self._ids})
