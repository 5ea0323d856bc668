"""Answering queries for one viewer: the search box, lists, completion."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from fanwiki.domain.query import Query, explain, field_names, parse, texts
from fanwiki.domain.viewer import Viewer
from fanwiki.jobs import Cancel
from fanwiki.markup.anchors import place_id
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow
from fanwiki.store.search_listing import Listed
from fanwiki.store.search_results import Facets, Further, Hit, TitleHit
from fanwiki.store.wiki_file import WikiFile


@dataclass(frozen=True, slots=True)
class Answer:
    """What was found.

    Args:
        query: As it was typed.
        understood: How it was read, in words.
        notes: What was read otherwise than it was perhaps meant.
        total: How many hits there are in all.
        withheld: How many more there would be for somebody who has seen every film.
        is_all: Whether these two are exact; otherwise they are the least there is.
        corrected: The words that were looked for instead, when what was typed was hardly found.
        is_loose: Whether no page has all the words, so that the hits have only some.
        hits: The best of them, best first.
        after: What asks for those behind them, with `further`; empty when there are none.
    """

    query: str
    understood: str
    notes: tuple[str, ...]
    total: int
    withheld: int
    is_all: bool
    corrected: tuple[str, ...]
    is_loose: bool
    hits: tuple[Hit, ...]
    after: str = ""


def place_of(hit: Hit) -> str:
    """Return the HTML id of the section that a hit stands in, in every document of the page; empty for its top."""
    return place_id(hit.anchor)


def search(
    wiki: WikiFile,
    text: str,
    viewer: Viewer,
    *,
    limit: int = 20,
    offset: int = 0,
    thorough: bool = False,
    cancel: Cancel | None = None,
) -> Answer:
    """Find pages and their sections. Any text is a query.

    Args:
        wiki: The open wiki.
        text: What is asked for.
        viewer: Who asks.
        limit: How many hits to return.
        offset: How many of the best to leave out.
        thorough: Whether to count and weigh everything, as scripts want it; a search box wants to be quick.
        cancel: Raised when the answer is not wanted any more.

    Raises:
        Cancelled: It is not wanted any more.
    """
    with wiki.reading(viewer, cancel) as reader:
        query = read_query(reader, text)
        result = reader.search.run(query, limit=limit, offset=offset, thorough=thorough)
    typed = [word for words in texts(query.root) for word in words.words]
    return Answer(
        query=text,
        understood=explain(query),
        notes=query.notes,
        total=result.total,
        withheld=result.withheld,
        is_all=result.is_all,
        corrected=() if _is_as_typed(typed, result.corrected) else result.corrected,
        is_loose=result.is_loose,
        hits=result.hits,
        after=result.after,
    )


def _is_as_typed(typed: list[str], corrected: tuple[str, ...]) -> bool:
    """Whether other words were looked for that are only divided otherwise."""
    return set(corrected) == set(typed) or (bool(corrected) and "".join(corrected).startswith("".join(typed)))


def further(
    wiki: WikiFile, text: str, viewer: Viewer, *, size: int, after: str, cancel: Cancel | None = None
) -> Further:
    """Find the hits behind others: each next one costs what the first cost.

    Args:
        wiki: The open wiki.
        text: What is asked for.
        viewer: Who asks.
        size: How many hits to return at most.
        after: What the answer, or the hits before, said that asks for the next.
        cancel: Raised when they are not wanted any more.

    Raises:
        Cancelled: They are not wanted any more.
        FanwikiError: No hits of this query end there.
    """
    with wiki.reading(viewer, cancel) as reader:
        return reader.search.further(read_query(reader, text), size=size, after=after)


def list_pages(wiki: WikiFile, text: str, viewer: Viewer) -> list[PageRow]:
    """Return every page that matches, in the order the query asks for, else by title."""
    with wiki.reading(viewer) as reader:
        return pages_of(reader, text)


def pages_of(reader: Reader, text: str) -> list[PageRow]:
    """Return the pages that match, for a reader who is open already; all of them for an empty text."""
    if not text.strip():
        return reader.pages.all()
    return reader.search.pages(read_query(reader, text, typing=False))


def list_part(wiki: WikiFile, text: str, viewer: Viewer, *, size: int, after: str = "") -> Listed:
    """Return a part of what `list_pages` returns, and how many pages that are.

    Args:
        wiki: The open wiki.
        text: What is asked for; nothing asks for all pages.
        viewer: Who asks.
        size: How many pages to return at most.
        after: What the part before said that asks for the next; empty for the first.

    Raises:
        FanwikiError: No part of this list begins there.
    """
    with wiki.reading(viewer) as reader:
        return part_of(reader, text, size=size, after=after)


def part_of(reader: Reader, text: str, *, size: int, after: str = "") -> Listed:
    """Return a part of the pages that match, for a reader who is open already."""
    return reader.search.listed(read_query(reader, text, typing=False), size=size, after=after)


def notes_on(wiki: WikiFile, text: str, viewer: Viewer) -> tuple[str, ...]:
    """Return what of a query was read otherwise than it was perhaps meant, a sentence each."""
    with wiki.reading(viewer) as reader:
        return read_query(reader, text, typing=False).notes


def count_pages(wiki: WikiFile, text: str, viewer: Viewer) -> int:
    """Return how many pages match; all of them for an empty text."""
    with wiki.reading(viewer) as reader:
        return count_of(reader, text)


def count_of(reader: Reader, text: str) -> int:
    """Return how many pages match, for a reader who is open already."""
    return reader.search.count(read_query(reader, text, typing=False))


def title_by_lot(wiki: WikiFile, viewer: Viewer, lot: float) -> str:
    """Return the title of the page on which a lot from 0 to below 1 falls; empty when there are no pages."""
    with wiki.reading(viewer) as reader:
        page = reader.pages.nth(int(lot * sum(reader.pages.count_by_kind().values())))
    return "" if page is None else page.title


def facets(wiki: WikiFile, text: str, viewer: Viewer, *, cancel: Cancel | None = None) -> Facets:
    """Count what was found by kind, film, tag, status and affiliation.

    Raises:
        Cancelled: The answer is not wanted any more.
    """
    with wiki.reading(viewer, cancel) as reader:
        return reader.search.facets(read_query(reader, text))


def complete(wiki: WikiFile, beginning: str, viewer: Viewer, *, limit: int = 12) -> list[TitleHit]:
    """Return titles and aliases that somebody who typed this may mean, best first."""
    with wiki.reading(viewer) as reader:
        return reader.search.titles(beginning, limit=limit)


def as_json(answer: Answer) -> dict[str, Any]:
    """Return an answer as scripts read it."""
    return {
        "query": answer.query,
        "understood": answer.understood,
        "notes": list(answer.notes),
        "total": answer.total,
        "withheld": answer.withheld,
        "corrected": list(answer.corrected),
        "hits": [
            {
                "title": hit.page.title,
                "kind": hit.page.kind,
                "section": hit.section,
                "snippet": "".join(text for text, _ in hit.snippet),
                "score": hit.score,
            }
            for hit in answer.hits
        ],
    }


def read_query(reader: Reader, text: str, *, typing: bool = True) -> Query:
    """Read a query with the names of this wiki's kinds and fields."""
    return parse(text, field_names(tuple(reader.kinds().values())), typing=typing)
