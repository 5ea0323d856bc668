"""The check of a wiki file: what SQLite sees, what the seals see, and what no longer fits together."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

from fanwiki.errors import FanwikiError, WikiFileError
from fanwiki.jobs import Progress
from fanwiki.store import meta
from fanwiki.store.hashing import SEALED_COLUMNS, Sealed, seal
from fanwiki.store.snapshot import Snapshot
from fanwiki.wording import mark, say

_SEALS = f"SELECT number, {SEALED_COLUMNS}, sha256 FROM revision ORDER BY id"
_WITHOUT_HEAD = """
    SELECT title FROM page WHERE NOT EXISTS (
        SELECT 1 FROM revision WHERE revision.page_id = page.id AND revision.number = page.head
    )
"""
_GAPS = """
    SELECT page.title FROM page JOIN revision ON revision.page_id = page.id
    GROUP BY page.id HAVING count(*) <> max(revision.number)
"""
_WITHOUT_NAME = """
    SELECT title FROM page WHERE deleted IS NULL AND NOT EXISTS (
        SELECT 1 FROM name WHERE name.page_id = page.id AND name.is_title AND name.identity = page.identity
    )
"""
_UNSEARCHED = """
    SELECT title FROM page WHERE (deleted IS NULL) <> EXISTS (
        SELECT 1 FROM search_page WHERE search_page.page_id = page.id
    )
"""
_ASTRAY = """
    SELECT text FROM target WHERE page_id IS NOT coalesce(
        (SELECT page_id FROM name WHERE identity = target.identity AND is_title),
        (SELECT min(page_id) FROM name WHERE identity = target.identity),
        (SELECT CASE WHEN min(page_id) = max(page_id) THEN min(page_id) END FROM name WHERE key = target.key)
    )
"""
_BLOBS = "SELECT sha256, data FROM blob"
_ORPHANED = "SELECT count(*) FROM blob WHERE sha256 NOT IN (SELECT sha256 FROM attachment)"
_FTS = "SELECT name FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL TABLE % USING fts5%'"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the file.

    Args:
        code: A stable short name, such as ``changed-revision``.
        title: The page or file that it is about, or empty.
        text: One sentence.
        rebuilds: Whether deriving everything anew mends it.
    """

    code: str
    title: str
    text: str
    rebuilds: bool = False


class Soundness:
    """The check of the file, for who sees all: what it finds names pages."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def problems(self, progress: Progress | None = None) -> list[Fault]:
        """Look for damage; nothing is changed.

        Raises:
            Cancelled: The user asked to stop.
        """
        if not self._snapshot.visibility.viewer.sees_all:
            return []
        watched = progress or Progress()
        faults: list[Fault] = []
        for step, (text, check) in enumerate(_CHECKS):
            watched.step(step, len(_CHECKS), text)
            try:
                for fault in check(self._snapshot.connection):
                    watched.step(step, len(_CHECKS), text)
                    faults.append(fault)
            except WikiFileError as error:  # the damage itself stops this check; the others may still tell more
                faults.append(Fault("damaged-file", "", say("%1 came to a stop: %2", say(text), error.text)))
        watched.step(len(_CHECKS), len(_CHECKS), "")
        return faults


def _integrity(connection: Connection) -> Iterator[Fault]:
    for (text,) in connection.exec_driver_sql("PRAGMA integrity_check(50)"):
        if text != "ok":
            yield Fault("damaged-file", "", say("SQLite finds: %1.", text))


def _references(connection: Connection) -> Iterator[Fault]:
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").fetchmany(50):
        text = say("Row %1 of “%2” names a row of “%3” that is not there.", row, table, parent)
        yield Fault("dangling-row", "", text)


def _search_index(connection: Connection) -> Iterator[Fault]:
    """Read every list of the search indexes; FTS5's own check is a statement that writes."""
    names = [name for (name,) in connection.exec_driver_sql(_FTS)]
    read_only = connection.exec_driver_sql("PRAGMA query_only").scalar_one()
    connection.exec_driver_sql("PRAGMA query_only = OFF")  # the tables to read them through are temporary ones
    try:
        for name in names:
            connection.exec_driver_sql(f"CREATE VIRTUAL TABLE temp.looked_at USING fts5vocab (main, {name}, row)")
            try:
                connection.exec_driver_sql("SELECT count(*), sum(cnt) FROM temp.looked_at").one()
            except WikiFileError:
                yield Fault("damaged-search", "", say("The search index “%1” is damaged.", name), rebuilds=True)
            connection.exec_driver_sql("DROP TABLE temp.looked_at")
    finally:
        connection.exec_driver_sql(f"PRAGMA query_only = {read_only}")


def _revisions(connection: Connection) -> Iterator[Fault]:
    rows = connection.execution_options(yield_per=500).exec_driver_sql(_SEALS)
    for number, *content, sha256 in rows:
        if seal(Sealed(*content)) != sha256:
            title = bytes(content[0] or b"").decode(errors="replace")
            yield Fault("changed-revision", title, say("Revision %1 of “%2” is not what was saved.", number, title))


def _kinds(connection: Connection) -> Iterator[Fault]:
    for name, toml in connection.exec_driver_sql("SELECT name, toml FROM kind"):
        try:
            meta.parsed_kind(toml)
        except FanwikiError as error:
            yield Fault("damaged-kind", "", say("The kind “%1” cannot be read: %2", name, error.text))


def _pages(connection: Connection) -> Iterator[Fault]:
    for (title,) in connection.exec_driver_sql(_WITHOUT_HEAD):
        yield Fault("lost-revision", title, say("The newest revision of “%1” is not there.", title))
    for (title,) in connection.exec_driver_sql(_GAPS):
        yield Fault("lost-revision", title, say("Revisions of “%1” are missing.", title))
    for (title,) in connection.exec_driver_sql(_WITHOUT_NAME):
        yield Fault("lost-name", title, say("“%1” is not found by its title.", title), rebuilds=True)
    for (title,) in connection.exec_driver_sql(_UNSEARCHED):
        yield Fault("search-outdated", title, say("The search index is not in step with “%1”.", title), rebuilds=True)
    for (title,) in connection.exec_driver_sql(_ASTRAY):
        yield Fault("astray-links", title, say("Links to “%1” lead to the wrong place.", title), rebuilds=True)


def _files(connection: Connection) -> Iterator[Fault]:
    names = connection.exec_driver_sql("SELECT sha256, name FROM attachment")
    called: dict[bytes, str] = {row[0]: row[1] for row in names}
    for sha256, data in connection.execution_options(yield_per=1).exec_driver_sql(_BLOBS):
        if hashlib.sha256(data).digest() != sha256:
            name = called.get(sha256, "")
            yield Fault("changed-file", name, say("The file “%1” is not what was stored.", name))
    orphaned = connection.exec_driver_sql(_ORPHANED).scalar_one()
    if orphaned:
        yield Fault("orphaned-bytes", "", say("Files without a name only take up room: %1.", orphaned), rebuilds=True)


_CHECKS: tuple[tuple[str, Callable[[Connection], Iterator[Fault]]], ...] = (
    (mark("Checking the file"), _integrity),
    (mark("Checking references"), _references),
    (mark("Checking the search index"), _search_index),
    (mark("Checking revisions"), _revisions),
    (mark("Checking kinds"), _kinds),
    (mark("Checking pages"), _pages),
    (mark("Checking attachments"), _files),
)
