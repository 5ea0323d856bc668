"""Under which letter a title stands in a list, in every script: single letters, rows of kana, ranges of characters."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

MOST = 60
"""With more initials than this in a script of many characters, neighbours stand together."""

SIGNS, DIGITS = "#", "0–9"

_HANGUL_FIRST, _HANGUL_LAST, _SYLLABLES = 0xAC00, 0xD7A3, 588
_CONSONANTS = "ㄱㄱㄴㄷㄷㄹㅁㅂㅂㅅㅅㅇㅈㅈㅊㅋㅌㅍㅎ"
"""What a Hangul syllable begins with, in the order of syllables; a doubled consonant stands with the single one."""

_ROWS = (("ぁ", "あかさたなはまやらわ"), ("ァ", "アカサタナハマヤラワ"))
_LAST_KANA = {"あ": "ゟ", "ア": "ヺ"}
_ROW_BEGINS = {"や": "ゃ", "わ": "ゎ", "ヤ": "ャ", "ワ": "ヮ"}
"""Rows that begin with a small letter."""


class Initial(NamedTuple):
    """Entries of a list that follow each other and begin alike.

    Args:
        label: What they stand under.
        first: The place of the first of them, from 0.
    """

    label: str
    first: int


def initial_of(key: str) -> str:
    """Return the label that a look-up key stands under."""
    first = key[:1]
    if not first.isalnum():
        return SIGNS
    if first.isdecimal():
        return DIGITS
    if _HANGUL_FIRST <= ord(first) <= _HANGUL_LAST:
        return _CONSONANTS[(ord(first) - _HANGUL_FIRST) // _SYLLABLES]
    for small, rows in _ROWS:
        if small <= first <= _LAST_KANA[rows[0]]:
            begins = [small, *(_ROW_BEGINS.get(row, row) for row in rows[1:])]
            return rows[bisect_right(begins, first) - 1]
    upper = unicodedata.normalize("NFC", first.upper())
    return upper if len(upper) == 1 else first


def initials(firsts: Sequence[tuple[str, int]], total: int) -> tuple[Initial, ...]:
    """Return under which letters a list is divided.

    Args:
        firsts: The characters with which its keys begin, in their order, and the place of the first key of each.
        total: How many entries the list has.
    """
    runs: list[Initial] = []
    for char, place in firsts:
        label = initial_of(char)
        if not runs or runs[-1].label != label:
            runs.append(Initial(label, place))
    # Signs stand before digits, and some behind all letters: there a sign stands for itself, since # is taken.
    told = {place: char for char, place in firsts}
    runs = [
        Initial(told[run.first] or SIGNS, run.first) if run.label == SIGNS and place else run
        for place, run in enumerate(runs)
    ]
    return tuple(_joined(runs, total)) if len(runs) > MOST else tuple(runs)


def _joined(runs: Sequence[Initial], total: int) -> list[Initial]:
    """Put neighbours of scripts with very many characters together, such as ``丁–中``, about alike in number."""
    many = [_has_many_letters(run.label) for run in runs]
    ends = [*(run.first for run in runs[1:]), total]
    room = sum(end - run.first for run, end, is_one in zip(runs, ends, many, strict=True) if is_one)
    wanted = max(1, room // max(1, MOST - many.count(False)))
    found: list[Initial] = []
    last, size = "", 0
    for run, end, is_one in zip(runs, ends, many, strict=True):
        if is_one and last and size < wanted:
            found[-1] = Initial(f"{found[-1].label[0]}–{run.label}", found[-1].first)
        else:
            found.append(run)
            size = 0
        last, size = (run.label, size + end - run.first) if is_one else ("", 0)
    return found


def _has_many_letters(label: str) -> bool:
    return unicodedata.category(label[0]) == "Lo" and label[0] not in _CONSONANTS and not "ぁ" <= label[0] <= "ヺ"
