"""Finds the section of a page that answers a query best, and cuts a snippet with the match in its middle.

This is done here for the few pages that are shown: SQLite's own snippet() would divide whole documents into words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from fanwiki.domain.query_tree import Scope, Text
from fanwiki.domain.words import fold, is_unspaced

LENGTH = 180
"""So many characters of text a snippet has, about."""

_SIDE = LENGTH // 2
MOST_MATCHES = 200
_BLANKS = re.compile(r"\s+")

Snippet = tuple[tuple[str, bool], ...]
"""Pieces of text, and whether each is a match."""


class Passage(NamedTuple):
    """A segment as it is looked through: its heading, anchor and text."""

    heading: str
    anchor: str
    text: str


class Found(NamedTuple):
    """The passage that answers best.

    Args:
        passage: The section and its text.
        snippet: What to show of it.
        words: How many of the wanted words it has.
    """

    passage: Passage
    snippet: Snippet
    words: int


class Highlighter:
    """Finds the words of one query in plain text.

    Args:
        texts: The words.
        forms: The whole words under which a word may stand, itself included.
    """

    def __init__(self, texts: Sequence[Text], forms: Callable[[Text], Sequence[str]]) -> None:
        wanted = [text for text in texts if text.scope is not Scope.NAMES]
        self._pattern = re.compile("|".join(f"({_pattern(text, forms(text))})" for text in wanted) or r"(?!)")

    def matches(self, text: str) -> list[tuple[int, int, int]]:
        """Return start, end and number of the wanted word of each match, as places in the text."""
        found: list[tuple[int, int, int]] = []
        for match in self._pattern.finditer(_fold_in_place(text)):
            found.append((match.start(), match.end(), match.lastindex or 0))
            if len(found) == MOST_MATCHES:
                break
        return found


def best(passages: Sequence[Passage], highlighter: Highlighter) -> Found | None:
    """Return the passage with the most of the wanted words, the first of equals; None when there is no passage."""
    chosen: tuple[int, Passage, str, list[tuple[int, int, int]]] | None = None
    for passage in passages:
        text = composed(passage.text)
        matches = highlighter.matches(text)
        count = len({number for _, _, number in matches})
        in_heading = {number for _, _, number in highlighter.matches(composed(passage.heading))}
        worth = 2 * len(in_heading | {number for _, _, number in matches}) + min(count, 1)
        if chosen is None or worth > chosen[0]:
            chosen = (worth, passage, text, matches)
    if chosen is None:
        return None
    worth, passage, text, matches = chosen
    return Found(passage, cut(text, matches), worth // 2)


def cut(text: str, matches: Sequence[tuple[int, int, int]]) -> Snippet:
    """Cut a snippet with the densest matches in its middle."""
    start, end = _window(text, matches)
    pieces: list[tuple[str, bool]] = []
    place = start
    for first, last, _ in matches:
        if first < place or last > end:
            continue
        pieces.append((text[place:first], False))
        pieces.append((text[first:last], True))
        place = last
    pieces.append((text[place:end], False))
    tidy = [(_BLANKS.sub(" ", piece), is_match) for piece, is_match in pieces if piece]
    if start > 0:
        tidy.insert(0, ("… ", False))
    if end < len(text):
        tidy.append((" …", False))
    return tuple(tidy)


def composed(text: str) -> str:
    """Return the text with each letter and its accents as one character, so that places in it stay when folded."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _window(text: str, matches: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    """Return where the snippet begins and ends, at the ends of words."""
    if len(text) <= LENGTH + 20:
        return 0, len(text)
    if not matches:
        return 0, _word_end(text, LENGTH)
    first, last, _ = max(matches, key=lambda match: _near(matches, match[0]))
    inside = [match for match in matches if first <= match[0] < first + LENGTH]
    middle = (first + max(min(inside[-1][1], first + LENGTH), last)) // 2
    start = max(0, min(middle - _SIDE, len(text) - LENGTH))
    start = min(_word_start(text, start), first)
    return start, max(_word_end(text, start + LENGTH), last)


def _near(matches: Sequence[tuple[int, int, int]], start: int) -> int:
    """Return how many different words stand within a snippet that begins here."""
    return len({number for first, last, number in matches if start <= first and last <= start + LENGTH - 20})


def _word_start(text: str, place: int) -> int:
    if place == 0:
        return 0
    space = text.find(" ", place, place + 25)
    return space + 1 if space >= 0 else place


def _word_end(text: str, place: int) -> int:
    if place >= len(text):
        return len(text)
    space = text.rfind(" ", place - 25, place)
    return space if space >= 0 else place


def _pattern(text: Text, forms: Sequence[str]) -> str:
    """Return what matches a wanted text in text that was folded in place."""
    if any(is_unspaced(word) for word in text.words):
        return re.escape("".join(fold(text.text).split()))
    before = "".join(re.escape(word) + r"[\W_]+" for word in text.words[:-1])
    if text.begins:
        return rf"\b{before}{re.escape(text.words[-1])}\w*"
    longest_first = sorted(forms or text.words[-1:], key=len, reverse=True)
    return rf"\b{before}(?:{'|'.join(map(re.escape, longest_first))})\b"


class _InPlace(dict[int, str]):
    """Folds character by character without changing how many there are."""

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        self[code] = value = folded[0] if folded else chr(code)
        return value


_IN_PLACE = _InPlace()


def _fold_in_place(text: str) -> str:
    return text.lower() if text.isascii() else text.translate(_IN_PLACE)
