"""For every page a few bytes that change with anything that it shows, worked out from what the store holds.

They are for somebody who sees everything: then a page is made of its own text and origin, of the titles and kinds of
pages that it names or that link to it, and of the pages that name it in a field, with what these name in turn. A page
that makes a claim also tells its own history, and what the sources say that it names; one that leads to a heading or
a block of another, whether that is there. A page that shows other pages, or lists that queries make, may show
anything.
"""

from __future__ import annotations

import json
import marshal
from collections.abc import Iterator
from hashlib import blake2b
from itertools import groupby
from operator import itemgetter
from typing import Any, TypeAlias

from fanwiki.domain.page import PageId
from fanwiki.store.snapshot import Snapshot

SIZE = 16
"""So many bytes has a print."""

AT_ONCE = 2000
"""So many pages are read at once, so that memory stays flat."""

_NOBODY = bytes(SIZE)
_first = itemgetter(0)

_Prints: TypeAlias = dict[int, bytes]

_PAGES = """
    SELECT page.id, page.title, page.kind, page.head, page.updated, revision.sha256, instr(revision.body, 'query'),
    instr(revision.body, '![['), origin.wiki, origin.url, origin.revision, origin.time, origin.contributors,
    origin.licence FROM page JOIN revision ON revision.page_id = page.id AND revision.number = page.head
    LEFT JOIN origin ON origin.page_id = page.id
    WHERE page.id BETWEEN :first AND :last AND page.deleted IS NULL ORDER BY page.id
"""
_FACTS = """
    SELECT fact.page_id, fact.field, fact.item, fact.sub, fact.text, fact.number, fact.earliest, fact.latest,
    target.page_id FROM fact LEFT JOIN target ON target.id = fact.target_id
    WHERE fact.page_id BETWEEN :first AND :last ORDER BY fact.page_id, fact.field, fact.item, fact.id
"""
_NAMES = "SELECT page_id, text, is_title FROM name WHERE page_id BETWEEN :first AND :last ORDER BY page_id, id"
_TAGS = "SELECT page_id, name FROM tag WHERE page_id BETWEEN :first AND :last ORDER BY page_id, id"
_LINKS = """
    SELECT link.source_id, target.page_id FROM link JOIN target ON target.id = link.target_id
    WHERE link.source_id BETWEEN :first AND :last ORDER BY link.source_id, link.ordinal
"""
_HISTORY = """
    SELECT page_id, number, sha256 FROM revision WHERE page_id BETWEEN :first AND :last ORDER BY page_id, number
"""
_LINKING = """
    SELECT target.page_id, link.source_id FROM target CROSS JOIN link ON link.target_id = target.id
    WHERE target.page_id BETWEEN :first AND :last ORDER BY target.page_id, target.id, link.source_id
"""
_POINTING = """
    SELECT target.page_id, fact.page_id FROM target CROSS JOIN fact ON fact.target_id = target.id
    WHERE target.page_id BETWEEN :first AND :last ORDER BY target.page_id, target.id, fact.id
"""
_EMBEDDING = """
    SELECT DISTINCT link.source_id FROM link JOIN target ON target.id = link.target_id
    WHERE link.source_id IN (SELECT value FROM json_each(:ids)) AND link.embed AND target.page_id IS NOT NULL
"""
_INTO_PLACES = """
    SELECT DISTINCT link.source_id, target.page_id FROM link JOIN target ON target.id = link.target_id
    WHERE (link.heading <> '' OR link.block <> '') AND target.page_id IS NOT NULL
    ORDER BY link.source_id, target.page_id
"""


def page_prints(snapshot: Snapshot, shared: bytes, day: str) -> dict[PageId, bytes]:
    """Return the print of every page that is not in the trash, in the order of their ids.

    Args:
        snapshot: The wiki, for somebody who sees everything.
        shared: Whatever else all pages depend on.
        day: The day by which claims are due.

    Raises:
        ValueError: The viewer does not see everything.
    """
    if not snapshot.visibility.viewer.sees_all:
        raise ValueError("what a page shows to others than its curator is not told by its rows alone")
    return _Printing(snapshot, shared, day).prints()


class _Printing:
    """The prints of one wiki being made; arguments are those of `page_prints`."""

    def __init__(self, snapshot: Snapshot, shared: bytes, day: str) -> None:
        self._snapshot = snapshot
        self._shared = shared
        self._day = day.encode()
        rumours = {kind.name for kind in snapshot.visibility.kinds.values() if kind.rumour}
        rows = self._snapshot.ask("SELECT id, title, kind FROM page WHERE deleted IS NULL ORDER BY id", {})
        self._brief = {row[0]: _print(marshal.dumps(row, 2)) for row in rows}
        self._claims = {row[0] for row in rows if row[2] in rumours}
        self._showing: set[int] = set()
        self._named: dict[int, list[int]] = {}
        for page, lead in self._snapshot.ask(_INTO_PLACES, {}):
            self._named.setdefault(page, []).append(lead)
        self._own: _Prints = {}

    def prints(self) -> dict[PageId, bytes]:
        """Return them."""
        for span in self._spans():
            self._add_own(span)
        everything = _print(b"".join(self._own.values()))
        found: dict[PageId, bytes] = {}
        pages = list(self._brief)
        for start, span in zip(range(0, len(pages), AT_ONCE), self._spans(), strict=True):
            linking = dict(self._printed(_LINKING, span, self._brief))
            pointing = dict(self._printed(_POINTING, span, self._own))
            for page in pages[start : start + AT_ONCE]:
                told = [self._shared, self._own[page], linking.get(page, b""), b"|", pointing.get(page, b"")]
                if page in self._showing:
                    told.append(everything)
                if page in self._claims:
                    told.append(self._day)
                told += [self._own.get(lead, _NOBODY) for lead in self._named.get(page, ())]
                found[PageId(page)] = _print(b"".join(told))
        return found

    def _spans(self) -> Iterator[dict[str, int]]:
        pages = list(self._brief)
        for start in range(0, len(pages), AT_ONCE):
            yield {"first": pages[start], "last": pages[min(start + AT_ONCE, len(pages)) - 1]}

    def _add_own(self, span: dict[str, int]) -> None:
        """Make prints of what pages say themselves, with where their links lead."""
        facts, names, tags = (dict(self._grouped(each, span)) for each in (_FACTS, _NAMES, _TAGS))
        links = dict(self._printed(_LINKS, span, self._brief))
        history = dict(self._grouped(_HISTORY, span)) if self._claims else {}
        brief = self._brief
        pages = self._snapshot.ask(_PAGES, span)
        embedding = [row[0] for row in pages if row[7]]
        self._showing.update(row[0] for row in self._snapshot.ask(_EMBEDDING, {"ids": json.dumps(embedding)}))
        for row in pages:
            page = row[0]
            own = facts.get(page, ())
            is_claim = page in self._claims
            told = (row, own, names.get(page), tags.get(page), history.get(page) if is_claim else None)
            leads = [fact[8] for fact in own]
            named = b"".join([brief.get(lead, _NOBODY) for lead in leads])
            # Version 2 writes equal values alike; later ones tell which are the same object.
            self._own[page] = _print(marshal.dumps(told, 2) + named + links.get(page, b""))
            if is_claim:
                self._named.setdefault(page, []).extend(leads)
            if row[6]:
                self._showing.add(page)

    def _grouped(self, statement: str, span: dict[str, int]) -> Iterator[tuple[int, list[Any]]]:
        for page, rows in groupby(self._snapshot.ask(statement, span), _first):
            yield page, list(rows)

    def _printed(
        self, statement: str, span: dict[str, int], prints: _Prints, column: int = 1
    ) -> Iterator[tuple[int, bytes]]:
        """Yield for each page of a span the prints of the pages that the rows name, one after the other."""
        for page, rows in groupby(self._snapshot.ask(statement, span), _first):
            yield page, b"".join([prints.get(row[column], _NOBODY) for row in rows])


def _print(data: bytes) -> bytes:
    return blake2b(data, digest_size=SIZE).digest()
