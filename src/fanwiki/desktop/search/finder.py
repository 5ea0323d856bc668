"""Who answers the search pane, and what an answer is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from fanwiki.desktop.search.facets import FacetGroup
from fanwiki.desktop.search.results import Found
from fanwiki.jobs import Cancel


@dataclass(frozen=True, slots=True)
class Findings:
    """An answer.

    Args:
        rows: The first lines.
        total: How many there are in all, or the least number there are.
        withheld: How many the shield keeps back, or the least number.
        understood: How the query was read, in words.
        corrected: The words that were looked for instead.
        is_all: Whether the numbers are exact.
    """

    rows: Sequence[Found] = ()
    total: int = 0
    withheld: int = 0
    understood: str = ""
    corrected: tuple[str, ...] = ()
    is_all: bool = True


class Finder(Protocol):
    """Answers the pane, in threads; raises `Cancelled` once nobody wants the answer any more."""

    def find(self, text: str, limit: int, offset: int, cancel: Cancel) -> Findings:
        """Return what was found for a query."""

    def facets(self, text: str, cancel: Cancel) -> Sequence[FacetGroup]:
        """Return how the answers spread."""
