"""Keeps the full-text indexes in step with segments and names; called by the writer, never by triggers.

Triggers would run once a row; a batch of explicit inserts is half as dear.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection

_ADD_SEGMENTS = "INSERT INTO segment_fts (rowid, title, heading, text) VALUES (?, ?, ?, ?)"
_ADD_NAMES = "INSERT INTO name_fts (rowid, text) VALUES (?, ?)"
# An external content table forgets a row only when it is told the very text that it indexed.
_FORGET_SEGMENTS = """
    INSERT INTO segment_fts (segment_fts, rowid, title, heading, text)
    SELECT 'delete', segment.id, page.title, segment.heading, segment.text
    FROM segment JOIN page ON page.id = segment.page_id
    WHERE segment.page_id IN (SELECT value FROM json_each(?))
"""
_FORGET_NAMES = """
    INSERT INTO name_fts (name_fts, rowid, text)
    SELECT 'delete', id, text FROM name WHERE page_id IN (SELECT value FROM json_each(?))
"""


def add_segments(connection: Connection, rows: Sequence[tuple[int, str, str, str]]) -> None:
    """Index segments: id, title of the page, heading, text."""
    if rows:
        connection.exec_driver_sql(_ADD_SEGMENTS, list(rows))


def add_names(connection: Connection, rows: Sequence[tuple[int, str]]) -> None:
    """Index names: id, text."""
    if rows:
        connection.exec_driver_sql(_ADD_NAMES, list(rows))


def forget(connection: Connection, pages: Iterable[int]) -> None:
    """Take pages out of the indexes; their segments, names and titles must still be as they were indexed."""
    listed = json.dumps(list(pages))
    connection.exec_driver_sql(_FORGET_SEGMENTS, (listed,))
    connection.exec_driver_sql(_FORGET_NAMES, (listed,))


def rebuild(connection: Connection) -> None:
    """Build the indexes anew."""
    connection.exec_driver_sql("INSERT INTO segment_fts (segment_fts) VALUES ('rebuild')")
    connection.exec_driver_sql("INSERT INTO name_fts (name_fts) VALUES ('rebuild')")
