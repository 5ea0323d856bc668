"""Misspelt names: finds the words of titles, aliases and performers that a typed word may have meant.

The first letters of every word stand in a table with none, one and two of them left out. The same is done to the
typed word; what meets is compared letter by letter. This finds two wrong letters at the beginning and more
further on, with look-ups only.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from heapq import nsmallest
from itertools import islice
from typing import NamedTuple

from sqlalchemy import Connection

from fanwiki.store.engine import rows
from fanwiki.store.search_documents import ID_MASK
from fanwiki.store.snapshot import Snapshot

START = 6
"""So many first letters are compared with some left out."""

MOST_LETTERS = 40
MOST_COMPARED = 48
"""So many words with the fewest mistakes are compared letter by letter."""


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
        for (word,) in rows(
            connection,
            "SELECT word FROM search_name_word WHERE word IN (SELECT value FROM json_each(?))",
            (json.dumps(wanted),),
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


def leave_out(start: str, letters: int = 2) -> set[str]:
    """Return the beginning of a word with up to so many letters left out, short ones with one at most."""
    forms = {start}
    for _ in range(letters if len(start) > 4 else 1):
        forms |= {form[:index] + form[index + 1 :] for form in forms for index in range(len(form))}
    return forms


def allowed_distance(length: int) -> int:
    """Return how many letters of a word of this length may be wrong."""
    return (length > 2) + (length > 5) + (length > 8)


def candidates(
    snapshot: Snapshot, word: str, *, begins: bool, thorough: bool = True, limit: int = 12
) -> list[Spelling]:
    """Return the words of names that a typed word may have meant, the nearest first.

    Args:
        snapshot: The state of the wiki.
        word: As typed, folded.
        begins: Whether it may be unfinished, so that what follows in the found word costs next to nothing.
        thorough: Whether to go on when nothing is near; looking for one wrong letter is many times as fast.
        limit: The most to return.
    """
    if not allowed_distance(len(word)) or len(word) > MOST_LETTERS:
        return []
    key = ("spelling", word, begins, thorough, limit)
    return snapshot.visibility.answers.of(
        key, lambda: _candidates(snapshot, word, begins=begins, thorough=thorough, limit=limit)
    )


def _candidates(snapshot: Snapshot, word: str, *, begins: bool, thorough: bool, limit: int) -> list[Spelling]:
    near: list[Spelling] = []
    for letters in (1, 2) if thorough else (1,):
        near = _visible(snapshot, _near(snapshot, word, letters, begins=begins), limit)
        if near and near[0].distance <= 1:
            break
    return near


def _visible(snapshot: Snapshot, near: Sequence[Spelling], limit: int) -> list[Spelling]:
    """Keep words that stand in a name or field which the viewer may see; others must not even crowd them out."""
    if snapshot.visibility.viewer.sees_all:
        return list(near[:limit])
    visible = (spelling for spelling in near if snapshot.ask(_VISIBLE, {"match": f'"{spelling.word}"'}))
    return list(islice(visible, limit))


def _near(snapshot: Snapshot, word: str, letters: int, *, begins: bool) -> list[Spelling]:
    forms = json.dumps(sorted(leave_out(word[:START], letters)))
    typed = Typed(word, begins=begins)
    rough = [
        (mistakes, found)
        for (found,) in snapshot.ask(_MEETING, {"forms": forms})
        if (mistakes := typed.mistakes(found)) is not None
    ]
    compared = ((typed.distance(found), found) for _, found in nsmallest(MOST_COMPARED, rough))
    near = [Spelling(found, distance) for distance, found in compared if distance is not None]
    return sorted(near, key=lambda spelling: (spelling.distance, len(spelling.word), spelling.word))


# A start that is shorter than a start can be is a whole word.
_MEETING = f"""
    SELECT DISTINCT known.word FROM search_spelling CROSS JOIN search_name_word known
        ON known.word >= search_spelling.start AND known.word <
            search_spelling.start || CASE WHEN length(search_spelling.start) < {START} THEN ' ' ELSE char(0x10FFFF) END
    WHERE search_spelling.left_out IN (SELECT value FROM json_each(:forms))
"""

_VISIBLE = f"""
    SELECT * FROM (
        SELECT 1 FROM search_text CROSS JOIN page ON page.id = search_text.rowid & {ID_MASK}
        WHERE search_text MATCH '{{names fields}} : ' || :match
            AND page.gate_id IN (SELECT value FROM json_each(:visible)) LIMIT 1
    ) UNION ALL SELECT * FROM (
        SELECT 1 FROM search_hidden CROSS JOIN search_hidden_page owner ON owner.id = search_hidden.rowid & {ID_MASK}
        CROSS JOIN page ON page.id = owner.page_id
        WHERE search_hidden MATCH '{{names fields}} : ' || :match
            AND owner.gate_id IN (SELECT value FROM json_each(:visible))
            AND page.gate_id IN (SELECT value FROM json_each(:visible)) LIMIT 1
    ) LIMIT 1
"""

_ALIKE = frozenset(
    way for pair in ("ck", "cs", "sz", "iy", "ie", "ae", "oa", "ou", "vw", "gj", "kq") for way in (pair, pair[::-1])
)
"""Letters that sound alike in names are exchanged more often than others."""

_CHANGED, _ALIKE_CHANGED, _DOUBLED, _SWAPPED, _FIRST, _UNFINISHED = 1.0, 0.6, 0.6, 0.9, 0.3, 0.02
"""What a mistake costs, by its kind; a letter that is still to come costs least."""


class Typed:
    """A typed word that others are compared with.

    Args:
        word: The word, folded.
        begins: Whether it may be unfinished.
    """

    def __init__(self, word: str, *, begins: bool) -> None:
        self._word = word
        self._begins = begins
        self._most = allowed_distance(len(word))
        self._letters = frozenset(word)
        self._places: dict[str, int] = {}
        for place, letter in enumerate(word):
            self._places[letter] = self._places.get(letter, 0) | 1 << place

    def mistakes(self, other: str) -> int | None:
        """Return how many letters must be added, dropped or changed at least, or None when that is too many.

        Nearly all words are refused by the letters they have; for the others Myers' algorithm works on a whole
        column of the table at once, as the bits of a number.
        """
        length, most = len(self._word), self._most
        if length - len(other) > most or (not self._begins and len(other) - length > most):
            return None
        if len(self._letters.difference(other)) > most:
            return None
        if len(set(other[: max(1, length - most)]).difference(self._letters)) > most:
            return None
        mistakes = self._edits(other[: length + most])
        # Two letters that are swapped are two edits, but one mistake.
        return mistakes if mistakes <= most + 1 else None

    def _edits(self, other: str) -> int:
        every = (1 << len(self._word)) - 1
        top = 1 << (len(self._word) - 1)
        plus, minus = every, 0
        edits = least = len(self._word)
        for letter in other:
            same = self._places.get(letter, 0)
            vertical = same | minus
            horizontal = (((same & plus) + plus) ^ plus) | same
            more = minus | (every & ~(horizontal | plus))
            fewer = plus & horizontal
            edits += bool(more & top) - bool(fewer & top)
            least = min(least, edits)
            more = more << 1 | 1
            plus = every & (fewer << 1 | ~(vertical | more))
            minus = more & vertical
        return least if self._begins else edits

    def distance(self, other: str) -> float | None:
        """Return how far another word is, or None when it is too far.

        Letters added, dropped, changed or swapped count; those that sound alike or are doubled count less, a wrong
        first letter more.
        """
        if self._begins:
            other = other[: len(self._word) + self._most]
        row = self._last_row(other)
        if row is None:
            return None
        distance = row[-1]
        if self._begins:
            distance = min(cost + _UNFINISHED * (len(other) - end) for end, cost in enumerate(row))
        if self._word[0] != other[0]:
            distance += _FIRST
        return distance if distance <= self._most + _FIRST else None

    def _last_row(self, other: str) -> list[float] | None:
        """Return what it costs to turn the typed word into each beginning of the other."""
        before: list[float] = []
        row = [float(column) for column in range(len(other) + 1)]
        last = ""
        for index, letter in enumerate(self._word):
            above, row = row, [index + 1.0]
            add = _DOUBLED if letter == last else _CHANGED
            previous = ""
            for column, wanted in enumerate(other):
                cost = above[column]
                if letter != wanted:
                    cost += _ALIKE_CHANGED if letter + wanted in _ALIKE else _CHANGED
                    if letter == previous and wanted == last:
                        cost = min(cost, before[column - 1] + _SWAPPED)
                cost = min(cost, above[column + 1] + add, row[column] + (_DOUBLED if wanted == previous else _CHANGED))
                row.append(cost)
                previous = wanted
            if min(row) > self._most:
                return None
            before, last = above, letter
        return row
