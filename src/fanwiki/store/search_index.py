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
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection

from fanwiki.domain.words import index_text, joined, without_article, words
from fanwiki.jobs import Progress
from fanwiki.store.search_documents import document_id
from fanwiki.store.search_spelling import MOST_LETTERS, learn_words

RANK_BOUNDS = (1, 4, 12, 32, 100, 316, 1000, 3162, 10_000, 31_623, 100_000)
"""With so many pages that link to it a page rises by a rank; wide apart, since each rise writes it anew."""

BEGINNING = "\ue000"
"""Stands before the first word of a name, so that names that begin with it are found as one word."""

BOUNDARY = "\ue001"
"""Stands between passages, so that no phrase reaches across."""

BATCH = 500


Document = tuple[str, str, str, str]


@dataclass
class _Passages:
    """What stands behind one gate of a page."""

    names: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)

    def document(self) -> Document:
        """Return the columns of a document."""
        return (_text(self.names), _text(self.fields), _text(self.headings), _text(self.bodies))


@dataclass
class _Page:
    """What is to be indexed of one page."""

    id: int
    gate_id: int
    names: list[tuple[int, str, int]] = field(default_factory=list)
    fields: list[tuple[str, int]] = field(default_factory=list)
    segments: list[tuple[str, str, int]] = field(default_factory=list)

    def documents(self) -> dict[int, Document]:
        """Return names, fields, headings and body by the gate they stand behind; the page's own comes first."""
        gates = {self.gate_id: _Passages()}
        for _, text, gate in self.names:
            gates.setdefault(gate, _Passages()).names.append(" ".join((index_text(text), *joined(text))))
        for text, gate in self.fields:
            gates.setdefault(gate, _Passages()).fields.append(index_text(text))
        for heading, text, gate in self.segments:
            passages = gates.setdefault(gate, _Passages())
            passages.bodies.append(index_text(text))
            if heading:
                passages.headings.append(index_text(heading))
        return {gate: passages.document() for gate, passages in gates.items()}


class Indexing:
    """Keeps the index in step within one transaction of the writer.

    Pages are indexed once, at the end, however often they are saved in between.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._pending: set[int] = set()
        self._indexed_before: set[int] = set()

    def forget(self, page_ids: Iterable[int]) -> None:
        """Take pages out of the index; call it before their derived rows, gate or state change."""
        known = [page for page in page_ids if page not in self._pending]
        for batch in _batches(known):
            ranks = _ranks_of(self._connection, batch)
            self._indexed_before.update(ranks)
            for page in _load(self._connection, [page for page in batch if page in ranks]):
                _delete(self._connection, page, ranks[page.id])

    def learn(self, page_ids: Iterable[int]) -> None:
        """Index pages anew when the transaction ends; `forget` must have been called for them."""
        self._pending.update(page_ids)

    def drop(self, page_ids: Iterable[int]) -> None:
        """Do not index these pages after all, since they are gone."""
        self._pending.difference_update(page_ids)

    def finish(self, progress: Progress | None = None) -> None:
        """Index what is pending; call it before the transaction ends.

        Raises:
            Cancelled: The user asked to stop.
        """
        pending, self._pending = sorted(self._pending), set()
        if not pending:
            return
        new = set(pending) - self._indexed_before
        if len(pending) > BATCH:
            _add_many(self._connection, pending, new, progress or Progress())
        else:
            _add(self._connection, pending, _count_links(self._connection, pending), new)
            self._raise_neighbours(pending)

    def _raise_neighbours(self, pending: Collection[int]) -> None:
        """Let pages rise or sink to which the changed pages link.

        Pages with many links are looked at now and then only: counting takes longer, and they seldom change rank.
        """
        rows = self._connection.exec_driver_sql(_NEIGHBOURS, (json.dumps(list(pending)),)).all()
        looked_at = [
            page
            for page, links, source in rows
            if page not in pending and (links < RANK_BOUNDS[3] or page % 64 == source % 64)
        ]
        if not looked_at:
            return
        counts = _count_links(self._connection, looked_at)
        ranks = _ranks_of(self._connection, looked_at)
        moved = [page for page in ranks if rank_of(counts.get(page, 0)) != ranks[page]]
        self.forget(moved)
        _insert(self._connection, _load(self._connection, moved), counts)


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
    for table in ("search_text", "search_hidden", "search_name"):
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('delete-all')")
    for table in ("search_hidden_page", "search_page", "search_word", "search_name_word", "search_spelling"):
        connection.exec_driver_sql(f"DELETE FROM {table}")


def rank_of(links: int) -> int:
    """Return the rank of a page to which so many pages link; 0 is the best."""
    return len(RANK_BOUNDS) - bisect_right(RANK_BOUNDS, links)


def name_text(text: str) -> str:
    """Return what stands in the name index for a title or alias."""
    found = words(text)
    firsts = dict.fromkeys((*found[:1], *without_article(found)[:1]))
    return " ".join((*found, *joined(text), *(BEGINNING + first for first in firsts)))


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
    rows = connection.exec_driver_sql(_LINKS_OF, (json.dumps(list(page_ids)),))
    return {row[0]: row[1] for row in rows}


def _ranks_of(connection: Connection, page_ids: Collection[int]) -> dict[int, int]:
    rows = connection.exec_driver_sql(
        "SELECT page_id, rank FROM search_page WHERE page_id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(page_ids)),),
    )
    return {row[0]: row[1] for row in rows}


def _batches(page_ids: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(page_ids), BATCH):
        yield page_ids[start : start + BATCH]


def _add_many(connection: Connection, page_ids: Sequence[int], new: Collection[int], progress: Progress) -> None:
    """Index many pages: what is the same for all is counted once."""
    links = {row[0]: row[1] for row in connection.exec_driver_sql(_ALL_LINKS)}
    # In the order of their numbers FTS5 writes documents into one run instead of many.
    ordered = sorted(page_ids, key=lambda page: (rank_of(links.get(page, 0)), page))
    counts_anew = len(page_ids) > connection.exec_driver_sql("SELECT count(*) FROM page").scalar_one() // 4
    for done, batch in enumerate(_batches(ordered)):
        progress.step(done * BATCH, len(page_ids), "Indexing")
        if counts_anew:
            _insert(connection, _load(connection, batch), links)
        else:
            _add(connection, batch, links, new)
    if counts_anew:
        _unite(connection)
        _count_words(connection)
        learn_words(connection, _name_words(connection, None))


def _unite(connection: Connection) -> None:
    """Let FTS5 make one run of the dozen it wrote: a word is then looked up once instead of in each of them."""
    for table in ("search_text", "search_hidden", "search_name"):
        connection.exec_driver_sql(f"INSERT INTO {table} ({table}) VALUES ('optimize')")


def _add(connection: Connection, page_ids: Collection[int], links: dict[int, int], new: Collection[int]) -> None:
    pages = _load(connection, page_ids)
    _insert(connection, pages, links)
    _learn_words_of([page for page in pages if page.id in new], connection, are_new=True)
    _learn_words_of([page for page in pages if page.id not in new], connection, are_new=False)
    learn_words(connection, _name_words(connection, page_ids))


def _learn_words_of(pages: Collection[_Page], connection: Connection, *, are_new: bool) -> None:
    """Count the words of new pages; of changed ones only add words that no page had, or each edit would count."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({word for document in page.documents().values() for text in document for word in words(text)})
    known = [(word, count) for word, count in counts.items() if len(word) <= MOST_LETTERS]
    again = "DO UPDATE SET pages = pages + excluded.pages" if are_new else "DO NOTHING"
    _write(connection, f"INSERT INTO search_word (word, pages) VALUES (?, ?) ON CONFLICT (word) {again}", known)


def _load(connection: Connection, page_ids: Collection[int]) -> list[_Page]:
    """Read what is to be indexed of living pages, in the given order."""
    ids = (json.dumps(list(page_ids)),)
    pages = {page: _Page(page, gate) for page, gate in connection.exec_driver_sql(_PAGES, ids)}
    for number, page, text, gate in connection.exec_driver_sql(_NAMES, ids):
        if page in pages:
            pages[page].names.append((number, text, gate))
    for page, text, gate in connection.exec_driver_sql(_FIELDS, ids):
        if page in pages:
            pages[page].fields.append((text, gate))
    for page, heading, text, gate in connection.exec_driver_sql(_SEGMENTS, ids):
        if page in pages:
            pages[page].segments.append((heading, text, gate))
    return [pages[page] for page in page_ids if page in pages]


_AMONG = "IN (SELECT value FROM json_each(?1))"
_PAGES = f"SELECT id, gate_id FROM page WHERE deleted IS NULL AND id {_AMONG}"
_NAMES = f"SELECT id, page_id, text, gate_id FROM name WHERE page_id {_AMONG} ORDER BY id"
_FIELDS = f"""
    SELECT page_id, text, gate_id FROM fact WHERE page_id {_AMONG} AND text NOT LIKE 'http%://%'
    UNION ALL SELECT page_id, name, gate_id FROM tag WHERE page_id {_AMONG}
"""
_SEGMENTS = f"SELECT page_id, heading, text, gate_id FROM segment WHERE page_id {_AMONG} ORDER BY page_id, ordinal"


_COLUMNS = "rowid, names, fields, headings, body"
_INSERT_TEXT = f"INSERT INTO search_text ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_INSERT_HIDDEN = f"INSERT INTO search_hidden ({_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
_DELETE_TEXT = f"INSERT INTO search_text (search_text, {_COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?)"
_DELETE_HIDDEN = f"INSERT INTO search_hidden (search_hidden, {_COLUMNS}) VALUES ('delete', ?, ?, ?, ?, ?)"


def _insert(connection: Connection, pages: Sequence[_Page], links: dict[int, int]) -> None:
    known: list[tuple[int, int, int]] = []
    texts: list[tuple[int | str, ...]] = []
    names: list[tuple[int | str, ...]] = []
    for page in pages:
        rank = rank_of(links.get(page.id, 0))
        known.append((page.id, rank, links.get(page.id, 0)))
        names += [(document_id(rank, number), name_text(text)) for number, text, _ in page.names]
        for gate, document in page.documents().items():
            if gate == page.gate_id:
                texts.append((document_id(rank, page.id), *document))
            else:
                _insert_hidden(connection, page.id, rank, gate, document)
    _write(connection, "INSERT INTO search_page (page_id, rank, links) VALUES (?, ?, ?)", known)
    _write(connection, _INSERT_TEXT, texts)
    _write(connection, "INSERT INTO search_name (rowid, text) VALUES (?, ?)", names)


def _insert_hidden(connection: Connection, page: int, rank: int, gate: int, document: Document) -> None:
    row = connection.exec_driver_sql("INSERT INTO search_hidden_page (page_id, gate_id) VALUES (?, ?)", (page, gate))
    connection.exec_driver_sql(_INSERT_HIDDEN, (document_id(rank, row.lastrowid), *document))


def _delete(connection: Connection, page: _Page, rank: int) -> None:
    documents = page.documents()
    connection.exec_driver_sql(_DELETE_TEXT, (document_id(rank, page.id), *documents[page.gate_id]))
    names = [(document_id(rank, number), name_text(text)) for number, text, _ in page.names]
    _write(connection, "INSERT INTO search_name (search_name, rowid, text) VALUES ('delete', ?, ?)", names)
    rows = connection.exec_driver_sql("SELECT id, gate_id FROM search_hidden_page WHERE page_id = ?", (page.id,)).all()
    _write(connection, _DELETE_HIDDEN, [(document_id(rank, number), *documents[gate]) for number, gate in rows])
    connection.exec_driver_sql("DELETE FROM search_hidden_page WHERE page_id = ?", (page.id,))
    connection.exec_driver_sql("DELETE FROM search_page WHERE page_id = ?", (page.id,))


def _write(connection: Connection, statement: str, rows: Sequence[tuple[int | str, ...]]) -> None:
    if rows:
        connection.exec_driver_sql(statement, rows)


def _count_words(connection: Connection) -> None:
    """Take all words and how many pages have them from the index itself, in one pass."""
    for table in ("search_text", "search_hidden"):
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.words_of_{table} USING fts5vocab (main, {table}, row)")
        connection.exec_driver_sql(
            f"""INSERT INTO search_word (word, pages)
            SELECT term, doc FROM temp.words_of_{table} WHERE term < '{BEGINNING}' AND length(term) <= {MOST_LETTERS}
            ON CONFLICT (word) DO UPDATE SET pages = max(pages, excluded.pages)"""
        )
        connection.exec_driver_sql(f"DROP TABLE temp.words_of_{table}")


def _name_words(connection: Connection, page_ids: Collection[int] | None) -> set[str]:
    """Return the words of names, and of the pages that fields name, such as performers without a page."""
    if page_ids is None:
        rows = connection.exec_driver_sql(
            "SELECT text FROM name UNION SELECT text FROM target WHERE id IN (SELECT target_id FROM fact)"
        )
    else:
        rows = connection.exec_driver_sql(
            f"""SELECT text FROM name WHERE page_id {_AMONG} UNION
            SELECT text FROM target WHERE id IN (SELECT target_id FROM fact WHERE page_id {_AMONG})""",
            (json.dumps(list(page_ids)),),
        )
    return {word for (text,) in rows for word in (*words(text), *joined(text))}


def _text(passages: Iterable[str]) -> str:
    return f" {BOUNDARY} ".join(passages)
