"""The words of the wiki: how many pages have each, and those of names, which misspelt ones may mean."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable

from sqlalchemy import Connection

from fanwiki.domain.words import joined, words
from fanwiki.store.engine import rows
from fanwiki.store.search_documents import AMONG, Indexable
from fanwiki.store.search_spelling import MOST_LETTERS, learn_words

BEGINNING = "\ue000"
"""Stands before the first word of a name, so that names that begin with it are found as one word."""

_INSERT = "INSERT INTO search_word (word, pages) VALUES (?, ?) ON CONFLICT (word) "


def count_words_of(connection: Connection, pages: Iterable[Indexable]) -> None:
    """Count the words of new pages."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update(_words(page.pieces()))
    _write(connection, "DO UPDATE SET pages = pages + excluded.pages", counts)


def learn_words_among(connection: Connection, pieces: Collection[str]) -> None:
    """Add words that no page had; those of changed pages are not counted, or each edit would count."""
    _write(connection, "DO NOTHING", dict.fromkeys(_words(pieces), 1))


def learn_names_of(connection: Connection, page_ids: Collection[int]) -> None:
    """Let misspelt words meet the names of pages, and of those that their fields name."""
    found = rows(
        connection,
        f"""SELECT text FROM name WHERE page_id {AMONG} UNION
        SELECT text FROM target WHERE id IN (SELECT target_id FROM fact WHERE page_id {AMONG})""",
        (json.dumps(list(page_ids)),),
    )
    learn_words(connection, _name_words(text for (text,) in found))


def learn_all_names(connection: Connection) -> None:
    """Do so for all pages, and for the pages that fields name, such as performers without a page."""
    found = connection.exec_driver_sql(
        "SELECT text FROM name UNION SELECT text FROM target WHERE id IN (SELECT target_id FROM fact)"
    )
    learn_words(connection, _name_words(text for (text,) in found))


def count_all_words(connection: Connection) -> None:
    """Take all words and how many pages have them from the index itself, in one pass."""
    for table in ("search_text", "search_hidden"):
        connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.words_of_{table} USING fts5vocab (main, {table}, row)")
        connection.exec_driver_sql(
            f"""INSERT INTO search_word (word, pages)
            SELECT term, doc FROM temp.words_of_{table} WHERE term < '{BEGINNING}' AND length(term) <= {MOST_LETTERS}
            ON CONFLICT (word) DO UPDATE SET pages = max(pages, excluded.pages)"""
        )
        connection.exec_driver_sql(f"DROP TABLE temp.words_of_{table}")


def _words(pieces: Iterable[str]) -> set[str]:
    return set(words(" ".join(pieces)))


def _name_words(texts: Iterable[str]) -> set[str]:
    return {word for text in texts for word in (*words(text), *joined(text))}


def _write(connection: Connection, on_conflict: str, counts: dict[str, int]) -> None:
    counted = sorted((word, count) for word, count in counts.items() if len(word) <= MOST_LETTERS)
    if counted:
        connection.exec_driver_sql(_INSERT + on_conflict, counted)
