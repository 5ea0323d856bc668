"""What a search gives back."""

from __future__ import annotations

from dataclasses import dataclass

from fanwiki.store.rows import PageRow
from fanwiki.store.search_snippets import Snippet


@dataclass(frozen=True, slots=True)
class Hit:
    """A page that answers, and the section of it that answers best.

    Args:
        page: The page.
        section: The heading of the section, empty for the page's top.
        anchor: Where it opens, empty for the page's top.
        snippet: A piece of its text: pieces, and whether each is a match.
        score: Higher is better; only the order means something.
        name: The title or alias that answered, when it was a name.
    """

    page: PageRow
    section: str
    anchor: str
    snippet: Snippet
    score: float
    name: str = ""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The best hits, and how many there are.

    Args:
        hits: The best first.
        total: How many pages answer, or the least number there are.
        withheld: How many more would answer for somebody who sees all, or the least number there are.
        is_all: Whether `total` and `withheld` are exact; otherwise counting stopped early.
        corrected: The words that were looked for instead, when what was typed was hardly found.
        is_loose: Whether no page has all the words, so that these have only some.
        after: What asks for the hits behind these; empty when there are none, or when some were left out before them.
    """

    hits: tuple[Hit, ...]
    total: int
    withheld: int
    is_all: bool = True
    corrected: tuple[str, ...] = ()
    is_loose: bool = False
    after: str = ""


@dataclass(frozen=True, slots=True)
class Further:
    """Hits behind others.

    Args:
        hits: The next ones.
        after: What asks for those behind these; empty when there are none.
    """

    hits: tuple[Hit, ...]
    after: str = ""


@dataclass(frozen=True, slots=True)
class TitleHit:
    """A page offered for completion.

    Args:
        page: The page.
        name: The title or alias that answers.
        is_title: Whether that is the page's title.
    """

    page: PageRow
    name: str
    is_title: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One value by which the answers can be narrowed.

    Args:
        value: As readers see it.
        filter: What to add to the query, such as ``kind:film``.
        count: How many of the answers have it.
    """

    value: str
    filter: str
    count: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How the answers to a query spread.

    Args:
        groups: By the name of the filter, the commonest values first.
        counted: How many answers were counted.
        is_all: Whether these were all of them; otherwise the best.
    """

    groups: dict[str, tuple[Facet, ...]]
    counted: int
    is_all: bool = True
