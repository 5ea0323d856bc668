"""The search index: what stands in it, and how it follows the pages.

* `search_text`: one document a page, of everything that is open to whoever may see the page at all.
* `search_hidden`: one document a page and gate, of what stands behind more than the page's own gate.
* `search_name`: one document a title or alias, small enough to answer the first letters.
* `search_word`: all words, so that an unfinished one becomes an alternative of whole ones: FTS5 merges the whole
  lists of a prefix before it gives the first hit.
* `search_spelling`: the words of names with up to two letters left out, so that misspelt ones meet them.

Documents are numbered by rank first: FTS5 gives hits in the order of numbers without looking at the rest, so the
pages that many others link to come first at no cost. The text itself is not kept a second time; to take a page
out, its documents are made once more from its rows. So `Indexing.forget` must be called before these change.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence

from sqlalchemy import Connection

from fanwiki.jobs import Progress
from fanwiki.store.engine import rows
from fanwiki.store.search_documents import Indexable, load
from fanwiki.store.search_words import (
    count_all_words,
    count_words_of,
    learn_all_names,
    learn_names_of,
    learn_words_among,
)
from fanwiki.store.search_writing import (
    COLLECTED,
    COLLECTED_OF_MANY,
    TABLES,
    Indexed,
    collect,
    indexed,
    replace,
    unite_all,
    unite_some,
)

RANK_BOUNDS = (1, 4, 12, 32, 100, 316, 1000, 3162, 10_000, 31_623, 100_000)
"""With so many pages that link to it a page rises by a rank; wide apart, since each rise writes it anew."""

BATCH = 500


class Indexing:
    """Keeps the index in step within one transaction of the writer.

    Pages are indexed once, at the end, however often they are saved in between; then, too, a few pages are taken
    out as they stood in it, since what stays the same need not be written.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._pending: set[int] = set()
        self._indexed_before: set[int] = set()
        self._before: dict[int, Indexed] = {}

    def forget(self, page_ids: Iterable[int]) -> None:
        """Take pages out of the index; call it before their derived rows, gate or state change."""
        known = [page for page in page_ids if page not in self._pending and page not in self._indexed_before]
        for batch in _batches(known):
            found = indexed(self._connection, batch)
            self._indexed_before.update(found)
            self._before.update(found)
            if len(self._before) > BATCH:
                self.take_out()

    def learn(self, page_ids: Iterable[int]) -> None:
        """Index pages anew when the transaction ends; `forget` must have been called for them."""
        self._pending.update(page_ids)

    def drop(self, page_ids: Iterable[int]) -> None:
        """Do not index these pages after all, since they are gone."""
        self._pending.difference_update(page_ids)

    def empty(self) -> None:
        """Take everything out of the index, whatever state it is in; no page is known to it afterwards."""
        self._before.clear()
        self._indexed_before.clear()
        empty(self._connection)

    def finish(self, progress: Progress | None = None) -> None:
        """Index what is pending; call it before the transaction ends.

        Raises:
            Cancelled: The user asked to stop.
        """
        pending, self._pending = sorted(self._pending), set()
        if len(pending) > BATCH:
            self.take_out()
            new = set(pending) - self._indexed_before
            _add_many(self._connection, pending, new, progress or Progress())
        elif pending or self._before:
            self._replace(pending)
            unite_some(self._connection, len(pending))
        self._before.clear()
        self._indexed_before.clear()

    def take_out(self) -> None:
        """Take out now what was to be taken out at the end: before a page goes for good."""
        replace(self._connection, self._before.values())
        self._before.clear()

    def _replace(self, pending: Collection[int]) -> None:
        """Write what changed of a few pages, and of those that rise or sink by it."""
        moved = self._moved_neighbours(pending)
        before = {**(indexed(self._connection, moved) if moved else {}), **self._before}
        links = _count_links(self._connection, [*pending, *moved])
        pages = load(self._connection, [*pending, *moved])
        replace(self._connection, before.values(), pages, _ranks(pages, links), links)
        changed = [page for page in pages if page.id not in moved]
        count_words_of(self._connection, [page for page in changed if page.id not in self._indexed_before])
        known = {piece for old in before.values() for piece in old.page.pieces()}
        pieces = {piece for page in changed if page.id in self._indexed_before for piece in page.pieces()}
        learn_words_among(self._connection, pieces - known)
        learn_names_of(self._connection, pending)

    def _moved_neighbours(self, pending: Collection[int]) -> list[int]:
        """Return the pages that rise or sink, of those to which the changed pages link.

        Pages with many links are looked at now and then only: counting takes longer the more there are, and the
        more there are, the more must come until they change rank.
        """
        near = rows(self._connection, _NEIGHBOURS, (json.dumps(list(pending)),))
        looked_at = [page for page, links, source in near if page not in pending and _is_looked_at(page, links, source)]
        if not looked_at:
            return []
        counts = _count_links(self._connection, looked_at)
        ranks = _ranks_of(self._connection, looked_at)
        return [page for page in ranks if rank_of(counts.get(page, 0)) != ranks[page]]


def rebuild(connection: Connection, progress: Progress | None = None) -> None:
    """Make the whole index anew from the derived rows.

    Raises:
        Cancelled: The user asked to stop.
    """
    empty(connection)
    pages = [page for (page,) in connection.exec_driver_sql("SELECT id FROM page WHERE deleted IS NULL ORDER BY id")]
    _add_many(connection, pages, set(pages), progress or Progress())


def empty(connection: Connection) -> None:
    """Take everything out of the index, whatever state it is in; no page is known to it afterwards."""
    for table in TABLES:
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    for table in ("search_hidden_page", "search_page", "search_word", "search_name_word", "search_spelling"):
        connection.exec_driver_sql(f"DELETE FROM {table}")


def rank_of(links: int) -> int:
    """Return the rank of a page to which so many pages link; 0 is the best."""
    return len(RANK_BOUNDS) - bisect_right(RANK_BOUNDS, links)


_NEIGHBOURS = """
    SELECT target.page_id, coalesce(search_page.links, 0), min(link.source_id) FROM link
    JOIN target ON target.id = link.target_id LEFT JOIN search_page ON search_page.page_id = target.page_id
    WHERE link.source_id IN (SELECT value FROM json_each(?)) AND target.page_id IS NOT NULL
    GROUP BY target.page_id LIMIT 50
"""
# Links behind a gate of their own do not count, or the order would tell of them.
_LINKS = """
    SELECT target.page_id, count(DISTINCT link.source_id) FROM target
    JOIN page ON page.id = target.page_id JOIN link ON link.target_id = target.id
    WHERE {where} link.gate_id IN (0, page.gate_id) AND link.source_id <> page.id
    GROUP BY target.page_id
"""
_LINKS_OF = _LINKS.format(where="target.page_id IN (SELECT value FROM json_each(?)) AND")
_ALL_LINKS = _LINKS.format(where="")


def _count_links(connection: Connection, page_ids: Collection[int]) -> dict[int, int]:
    return dict(rows(connection, _LINKS_OF, (json.dumps(list(page_ids)),)))


def _ranks(pages: Iterable[Indexable], links: dict[int, int]) -> dict[int, int]:
    return {page.id: rank_of(links.get(page.id, 0)) for page in pages}


def _is_looked_at(page: int, links: int, source: int) -> bool:
    often = 1 if links < RANK_BOUNDS[3] else max(64, links // 8)
    return page % often == source % often


def _ranks_of(connection: Connection, page_ids: Collection[int]) -> dict[int, int]:
    question = "SELECT page_id, rank FROM search_page WHERE page_id IN (SELECT value FROM json_each(?))"
    return dict(rows(connection, question, (json.dumps(list(page_ids)),)))


def _batches(page_ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(page_ids), BATCH):
        yield page_ids[start : start + BATCH]


def _add_many(connection: Connection, page_ids: Sequence[int], new: Collection[int], progress: Progress) -> None:
    """Index many pages: what is the same for all is counted once."""
    links = {row[0]: row[1] for row in connection.exec_driver_sql(_ALL_LINKS)}
    # In the order of their numbers FTS5 writes documents into one run instead of many.
    ordered = sorted(page_ids, key=lambda page: (rank_of(links.get(page, 0)), page))
    counts_anew = len(page_ids) > connection.exec_driver_sql("SELECT count(*) FROM page").scalar_one() // 4
    learnt: set[str] = set()
    collect(connection, COLLECTED_OF_MANY)
    for done, batch in enumerate(_batches(ordered)):
        progress.step(done * BATCH, len(page_ids), "Indexing")
        pages = load(connection, batch)
        replace(connection, (), pages, _ranks(pages, links), links)
        if not counts_anew:
            count_words_of(connection, [page for page in pages if page.id in new])
            pieces = {piece for page in pages if page.id not in new for piece in page.pieces()}
            learn_words_among(connection, pieces - learnt)
            learnt |= pieces
            learn_names_of(connection, batch)
    collect(connection, COLLECTED)
    if counts_anew:
        unite_all(connection)
        count_all_words(connection)
        learn_all_names(connection)
    else:
        unite_some(connection, len(page_ids))
