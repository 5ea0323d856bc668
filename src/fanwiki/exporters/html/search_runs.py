"""The words of all texts with their pages: as much as a computer should hold in memory, the rest in files of its own.

Words come in the order of their pages. When there is much, what came so far is put in the order of its words into a
file, and all begins anew; in the end the files are read side by side, word by word.
"""

from __future__ import annotations

import heapq
import marshal
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from tempfile import TemporaryFile
from typing import IO, TypeAlias

from fanwiki.exporters.html.search_chunks import LEVELS, Run
from fanwiki.exporters.html.search_packing import first_of, order_in_scripts, packed_number

HELD_AT_MOST = 24 << 20
"""About so many bytes are held; a wiki of ten thousand pages needs no file."""

ROWS_AT_ONCE = 500
GROWING = 64
"""A word's run of so many bytes grows in place from then on; most words stay rare, and shorter as plain bytes."""

_A_WORD = 150
"""What a word takes besides its pages."""

_Row: TypeAlias = tuple[bytes, int, str, tuple[tuple[bytes, int], ...]]
"""What orders a word, the number of the file, the word, and for each level its pages, packed, and the last of them."""


class WordRuns:
    """The runs of every word at one level, joined as chunk follows chunk."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}
        self._packed: dict[str, bytes | bytearray] = {}

    def __iter__(self) -> Iterator[str]:
        return iter(self._packed)

    def join(self, runs: Mapping[str, Run], start: int) -> int:
        """Add the runs of the pages that follow, the first of which has the number `start`; return what they take."""
        packed, last = self._packed, self._last
        size = -_A_WORD * len(packed)
        for word, (first, end, rest) in runs.items():
            known = packed.get(word)
            if known is None:
                packed[word] = packed_number(start + first) + rest
            elif len(known) < GROWING:
                packed[word] = known + packed_number(start + first - last[word] - 1) + rest
            else:
                if type(known) is bytes:
                    known = packed[word] = bytearray(known)
                known += packed_number(start + first - last[word] - 1)
                known += rest
            last[word] = start + end
            size += len(rest) + 1
        return size + _A_WORD * len(packed)

    def of(self, word: str) -> bytes:
        """Return the packed steps of a word's pages; empty when it has none."""
        return bytes(self._packed.get(word, b""))

    def last_of(self, word: str) -> int:
        """Return the last of a word's pages; 0 when it has none."""
        return self._last.get(word, 0)


class TextRuns:
    """The runs of every word at all levels; close it."""

    def __init__(self) -> None:
        self._levels = _no_words()
        self._size = 0
        self._files: list[IO[bytes]] = []

    def close(self) -> None:
        """Remove the files."""
        for file in self._files:
            file.close()

    def join(self, text: Iterable[Mapping[str, Run]], start: int) -> None:
        """Add the words of the pages that follow, the first of which has the number `start`."""
        for level, runs in zip(self._levels, text, strict=True):
            self._size += level.join(runs, start)
        if self._size > HELD_AT_MOST:
            self._put_away()

    def lines(self) -> Iterator[tuple[str, list[bytes]]]:
        """Yield every word in the order of scripts, with its packed pages at each level."""
        if not self._files:
            for word in self._words():
                yield word, [level.of(word) for level in self._levels]
            return
        self._put_away()
        rows = heapq.merge(*(_rows_of(file, number) for number, file in enumerate(self._files)))
        for _, same in groupby(rows, itemgetter(0)):
            found = list(same)
            if len(found) == 1:
                yield found[0][2], [packed for packed, _ in found[0][3]]
            else:
                yield found[0][2], [_joined(level) for level in zip(*(parts for _, _, _, parts in found), strict=True)]

    def _words(self) -> list[str]:
        return sorted({word for level in self._levels for word in level}, key=order_in_scripts)

    def _put_away(self) -> None:
        """Put all words that are held into a file, in their order."""
        file = TemporaryFile()  # noqa: SIM115  (it is read when all pages are there)
        self._files.append(file)
        words = self._words()
        for start in range(0, len(words), ROWS_AT_ONCE):
            some = words[start : start + ROWS_AT_ONCE]
            rows = [(word, tuple((level.of(word), level.last_of(word)) for level in self._levels)) for word in some]
            marshal.dump(rows, file)
        marshal.dump([], file)
        self._levels, self._size = _no_words(), 0


def _no_words() -> tuple[WordRuns, ...]:
    return tuple(WordRuns() for _ in range(LEVELS))


def _rows_of(file: IO[bytes], number: int) -> Iterator[_Row]:
    file.seek(0)
    while rows := marshal.load(file):
        for word, parts in rows:
            yield order_in_scripts(word), number, word, parts


def _joined(parts: Sequence[tuple[bytes, int]]) -> bytes:
    """Join the pages of a word that come from files which follow each other."""
    found: list[bytes] = []
    before = -1
    for packed, last in parts:
        if packed:
            first, length = first_of(packed) if found else (0, 0)
            found += (packed_number(first - before - 1), packed[length:]) if length else (packed,)
            before = last
    return b"".join(found)
