"""Misspelt names: finds the words of titles, aliases and performers that a typed word may have meant.

The first letters of every word stand in a table with none, one and two of them left out. The same is done to the
typed word; what meets is compared letter by letter. This finds two wrong letters at the beginning and more
further on, with look-ups only.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import NamedTuple

from sqlalchemy import Connection

START = 6
"""So many first letters are compared with some left out."""

MOST_LETTERS = 40


class Spelling(NamedTuple):
    """A word that may have been meant.

    Args:
        word: The word.
        distance: How far it is from what was typed.
    """

    word: str
    distance: float


def learn_words(connection: Connection, found: Collection[str]) -> None:
    """Remember words of names."""
    wanted = [word for word in found if 2 < len(word) <= MOST_LETTERS]
    known = {
        word
        for (word,) in connection.exec_driver_sql(
            "SELECT word FROM search_name_word WHERE word IN (SELECT value FROM json_each(?))", (json.dumps(wanted),)
        )
    }
    new = sorted(set(wanted) - known)
    if not new:
        return
    connection.exec_driver_sql("INSERT INTO search_name_word (word) VALUES (?)", [(word,) for word in new])
    starts = sorted({word[:START] for word in new})
    connection.exec_driver_sql(
        "INSERT OR IGNORE INTO search_spelling (left_out, start) VALUES (?, ?)",
        [(form, start) for start in starts for form in sorted(leave_out(start))],
    )


def leave_out(start: str) -> set[str]:
    """Return the beginning of a word with none, one and (if it is long enough) two letters left out."""
    forms = {start}
    for _ in range(2 if len(start) > 4 else 1):
        forms |= {form[:index] + form[index + 1 :] for form in forms for index in range(len(form))}
    return forms


def allowed_distance(length: int) -> int:
    """Return how many letters of a word of this length may be wrong."""
    return (length > 2) + (length > 5) + (length > 8)


def candidates(connection: Connection, word: str, *, begins: bool, limit: int = 12) -> list[Spelling]:
    """Return the words of names that a typed word may have meant, the nearest first.

    Args:
        connection: The wiki.
        word: As typed, folded.
        begins: Whether it may be unfinished, so that what follows in the found word costs next to nothing.
        limit: The most to return.
    """
    most = allowed_distance(len(word))
    if not most or len(word) > MOST_LETTERS:
        return []
    forms = json.dumps(sorted(leave_out(word[:START])))
    rows = connection.exec_driver_sql(_MEETING, (forms,))
    near = []
    for (found,) in rows:
        distance = _distance(word, found, most, begins=begins)
        if distance is not None:
            near.append(Spelling(found, distance))
    return sorted(near, key=lambda spelling: (spelling.distance, len(spelling.word), spelling.word))[:limit]


_MEETING = """
    SELECT DISTINCT search_name_word.word FROM search_spelling
    JOIN search_name_word ON search_name_word.word >= search_spelling.start
        AND search_name_word.word < search_spelling.start || char(0x10FFFF)
    WHERE search_spelling.left_out IN (SELECT value FROM json_each(?))
"""

_ALIKE = {
    frozenset(pair) for pair in ("ck", "cs", "sz", "iy", "ie", "ae", "oa", "ou", "uo", "vw", "gj", "kq", "ao", "ei")
}
"""Letters that sound alike in names are exchanged more often than others."""


def _distance(typed: str, word: str, most: int, *, begins: bool) -> float | None:
    """Return the letters to add, drop, change or swap, or None when there are too many.

    Letters that sound alike and doubled letters cost less, a first letter more.
    """
    if len(typed) - len(word) > most or (not begins and len(word) - len(typed) > most):
        return None
    before: list[float] = []
    row = [float(column) for column in range(len(word) + 1)]
    for index, letter in enumerate(typed):
        above, row = row, [index + 1.0]
        for column, other in enumerate(word):
            if letter == other:
                cost = above[column]
            else:
                change = 0.6 if frozenset((letter, other)) in _ALIKE else 1.0
                cost = min(
                    above[column] + change,
                    above[column + 1] + (0.6 if index and typed[index - 1] == letter else 1.0),
                    row[column] + (0.6 if column and word[column - 1] == other else 1.0),
                )
                if index and column and letter == word[column - 1] and typed[index - 1] == other:
                    cost = min(cost, before[column - 1] + 0.9)
            row.append(cost)
        if min(row) > most:
            return None
        before = above
    distance = row[-1]
    if begins:
        distance = min(distance, *(cost + 0.02 * (len(word) - end) for end, cost in enumerate(row)))
    if typed[0] != word[0]:
        distance += 0.3
    return distance if distance <= most + 0.3 else None
