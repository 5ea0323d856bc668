"""A whole list by title in short: the numbers of its pages, and where its letters begin.

Of a list that is read part by part, each part costs what it holds; only its outline takes a look at every title, once
for each state of the wiki.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from fanwiki.domain.page import PageId
from fanwiki.store.search_sorting import SEEN_PAGES
from fanwiki.store.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Outline:
    """A list of pages by title.

    Args:
        pages: The ids of all its pages.
        firsts: The characters with which look-up keys begin, in their order, and the place of the first key of each.
        starts: The look-up key of each page on which a part begins.
        size: How many pages a part has.
    """

    pages: Sequence[PageId]
    firsts: tuple[tuple[str, int], ...]
    starts: tuple[str, ...]
    size: int

    def part(self, number: int) -> Sequence[PageId]:
        """Return the ids of one part, counted from 0."""
        return self.pages[number * self.size : (number + 1) * self.size]


def outline(snapshot: Snapshot, where: str, parameters: Mapping[str, Any], size: int) -> Outline:
    """Look once at all pages of which a condition holds."""
    condition = f"{SEEN_PAGES} AND {where}" if where else SEEN_PAGES
    rows = snapshot.ask(f"SELECT page.key, page.id FROM page WHERE {condition} ORDER BY page.key, page.id", parameters)
    firsts: list[tuple[str, int]] = []
    before = None
    for place, (key, _) in enumerate(rows):
        if key[:1] != before:
            before = key[:1]
            firsts.append((before, place))
    # A fifth of what a list of numbers takes, and of the longest lists at that.
    pages: Any = array("q", (page for _, page in rows))
    return Outline(pages, tuple(firsts), tuple(key for key, _ in rows[::size]), size)
