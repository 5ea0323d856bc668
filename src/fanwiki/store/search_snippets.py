"""Finds the section of a page that answers a query best, and cuts a snippet with the match in its middle.

This is done here for the few pages that are shown: SQLite's own snippet() would divide whole documents into words.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import accumulate, islice
from typing import NamedTuple

from fanwiki.domain.query_tree import Scope, Text
from fanwiki.domain.words import fold, is_hangul, is_unspaced

LENGTH = 180
"""So many characters of text a snippet has, about."""

LONGEST_REMEMBERED = 20_000
"""Characters: longer pages are read anew for each letter, so that remembering some hundreds stays cheap."""

_SIDE = LENGTH // 2
MOST_MATCHES = 8
_BLANKS = re.compile(r"\s+")
_SENTENCE_END = re.compile(r"[.!?:;,…。！？][\"”’»)]*(?:\n|$)")
VALUE_END = " · "
"""Stands between two values of a page's fields."""

_BOUNDARY = "\x1f"
BETWEEN = f" {_BOUNDARY} "
"""Joins passages to be looked through at once; no phrase reaches across."""

Snippet = tuple[tuple[str, bool], ...]
"""Pieces of text, and whether each is a match."""


Match = tuple[int, int, int]
"""Where a match begins and ends, and the number of the wanted word, from 1."""


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


class PageText:
    """The text of one page, made ready to be looked through for one query after another.

    Args:
        passages: As far as the viewer may see them, in order; at least one. Heading, anchor and text of each as a
            plain tuple: unlike a named one, Python's garbage collector leaves it out once it has looked at it.

    Attributes:
        pieces: The heading and the text of each passage, in turn.
        padded: All of them folded, as one text with a space on either side.
        ends: Where each piece ends in that text.
    """

    def __init__(self, passages: Sequence[tuple[str, str, str]]) -> None:
        self._passages = passages
        self.pieces = [piece for heading, _, text in passages for piece in (heading, text)]
        joined = BETWEEN.join(self.pieces)
        if not joined.isascii():
            self.pieces = [composed(piece) for piece in self.pieces]
            joined = BETWEEN.join(self.pieces)
        # All of the page is looked through at once: it has many short passages, and most have none of the words.
        self.padded = folded(joined)
        self.ends = list(accumulate([len(piece) + len(BETWEEN) for piece in self.pieces]))

    @cached_property
    def lead(self) -> Found:
        """The passage that tells what the page is about, for a query of which it has no word."""
        lead = max(map(Passage._make, self._passages), key=_as_lead)
        return Found(lead, cut(composed(lead.text), ()), 0)

    def passage(self, place: int) -> Passage:
        """Return the passage of a piece."""
        return Passage(*self._passages[place // 2])

    def folded(self, place: int) -> str:
        """Return one piece folded, with a space on either side."""
        end = self.ends[place] - len(BETWEEN)
        return self.padded[end - len(self.pieces[place]) : end + 2]


class Highlighter:
    """Finds the words of one query in plain text.

    Args:
        texts: The words.
        forms: The whole words under which a word may stand, itself included.

    Attributes:
        wants_one: Whether one word or phrase is wanted.
    """

    def __init__(self, texts: Sequence[Text], forms: Callable[[Text], Sequence[str]]) -> None:
        wanted = [text for text in texts if text.scope is not Scope.NAMES]
        self.wants_one = len(wanted) == 1
        self._needles = [
            _needle(number, needle, text) for number, text in enumerate(wanted, 1) for needle in _needles(text, forms)
        ]
        self._needles_of_letters = [
            _needle(number, written, text)
            for number, text in enumerate(wanted, 1)
            for needle in _needles(text, forms)
            for written in _with_single_letters(needle, begins=text.begins)
        ]

    def matches(self, text: str) -> list[Match]:
        """Return where the wanted words stand in the text, in order."""
        return self.in_folded(folded(text))

    def in_folded(self, padded: str) -> list[Match]:
        """Return where the wanted words stand in text that is folded already and has a space on either side."""
        found: list[Match] = []
        for number, needle, begins, is_part, first in self._wanted_in(padded):
            if first not in padded:  # as most forms of most words are not
                continue
            if is_part or " " in needle:
                found += _in_one(padded, number, needle, begins=begins, is_part=is_part)
            else:
                found += _each_word(padded, number, needle, begins=begins)
        return _apart(found) if len(self._needles) + len(self._needles_of_letters) > 1 else found

    def _wanted_in(self, padded: str) -> Sequence[_Needle]:
        """Return what to look for in a folded text: one of plain letters has none that stand for two."""
        if padded.isascii() or not self._needles_of_letters:
            return self._needles
        return [*self._needles, *self._needles_of_letters]

    def first_piece(self, page: PageText) -> int | None:
        """Return the piece of a page that has the one wanted word first: a text, else a heading; None when none has."""
        firsts: list[tuple[bool, int]] = []
        for number, needle, begins, is_part, first in self._wanted_in(page.padded):
            if first not in page.padded:
                continue
            if is_part or " " in needle:
                found = _in_one(page.padded, number, needle, begins=begins, is_part=is_part)
            else:
                found = _each_word(page.padded, number, needle, begins=begins)
            for start, _, _ in found:
                place = bisect_right(page.ends, start)
                firsts.append((not place & 1, place))
                if place & 1:
                    break
        return min(firsts)[1] if firsts else None


class _Needle(NamedTuple):
    """What is looked for in folded text.

    Args:
        number: The number of the wanted word, from 1.
        text: The word, or words with single spaces between them.
        begins: Whether what is found may only begin with it.
        is_part: Whether it may stand within a word.
        first: Its first word.
    """

    number: int
    text: str
    begins: bool
    is_part: bool
    first: str


def _needle(number: int, needle: str, text: Text) -> _Needle:
    # All the words that begin with one letter are no help to the eye.
    begins = text.begins and len(needle) > 1
    is_part = is_unspaced(needle) or (is_hangul(needle) and len(needle) > 1 and not text.exact)
    return _Needle(number, needle, begins, is_part, needle.partition(" ")[0])


def _with_single_letters(needle: str, *, begins: bool) -> list[str]:
    """Return a folded word as it stands in text folded in place, where it is written with letters that fold to two."""
    if not needle.isascii():
        return []
    forms = [needle]
    for letters, letter in _AS_ONE.items():
        if letters in needle:
            forms += [form.replace(letters, letter) for form in forms if letters in form]
    if begins and len(needle) > 1:  # half of the letter is typed
        forms += [needle[:-1] + letter for letters, letter in _AS_ONE.items() if letters[0] == needle[-1]]
    return forms[1:MOST_MATCHES]


def _needles(text: Text, forms: Callable[[Text], Sequence[str]]) -> Sequence[str]:
    """Return what to look for: spaced words with single spaces between them."""
    if any(is_unspaced(word) for word in text.words):
        return ["".join(fold(text.text).split())]
    before = " ".join(text.words[:-1])
    last = text.words[-1:] if text.begins or text.exact or before else forms(text)
    return [f"{before} {word}".lstrip() for word in last]


def _each_word(padded: str, number: int, needle: str, *, begins: bool) -> list[Match]:
    """Find a word in folded text with a space on either side: there every word stands between spaces."""
    wanted = f" {needle}" if begins else f" {needle} "
    length = len(needle)
    found: list[Match] = []
    place = padded.find(wanted)
    while place >= 0 and len(found) < MOST_MATCHES:
        end = padded.find(" ", place + length + 1) if begins else place + length + 1
        found.append((place, end - 1, number))
        place = padded.find(wanted, end)
    return found


def _in_one(padded: str, number: int, needle: str, *, begins: bool, is_part: bool) -> list[Match]:
    """Find a phrase, or a piece of text of a script without spaces, in folded text with a space on either side."""
    text = padded[1:-1]
    return _parts(text, number, needle) if is_part else _phrases(text, number, needle, begins=begins)


def _parts(folded: str, number: int, needle: str) -> list[Match]:
    """Find a piece of text of a script without spaces."""
    places = (match.start() for match in islice(re.finditer(re.escape(needle), folded), MOST_MATCHES))
    return [(place, place + len(needle), number) for place in places]


def _phrases(folded: str, number: int, needle: str, *, begins: bool) -> list[Match]:
    pattern = r"\b" + " +".join(map(re.escape, needle.split())) + (r"\w*" if begins else r"\b")
    return [(match.start(), match.end(), number) for match in islice(re.finditer(pattern, folded), MOST_MATCHES)]


def _apart(found: list[Match]) -> list[Match]:
    """Return matches in order, without those that begin within another."""
    apart: list[Match] = []
    for match in sorted(found):
        if not apart or match[0] >= apart[-1][1]:
            apart.append(match)
        elif match[0] == apart[-1][0] and match[1] > apart[-1][1]:
            apart[-1] = match
    return apart


def best(page: PageText, highlighter: Highlighter) -> Found:
    """Return the passage with the most of the wanted words, the first of equals."""
    if highlighter.wants_one:
        first = highlighter.first_piece(page)
        if first is None:
            return page.lead
        place, words = first & ~1, 1
    else:
        matches = highlighter.in_folded(page.padded)
        if not matches:
            return page.lead
        place, words = _with_rarest_words(matches, page)
    in_text = highlighter.in_folded(page.folded(place + 1))
    return Found(page.passage(place), cut(page.pieces[place + 1], in_text), words)


def _as_lead(passage: Passage) -> int:
    """Return how well a passage tells what the page is about: better than the values of fields, which are short."""
    return 0 if passage.heading else min(len(passage.text), LENGTH)


def _with_rarest_words(matches: Sequence[Match], page: PageText) -> tuple[int, int]:
    """Return the first piece of the passage whose words are worth most, and how many words it has.

    A word is worth the more, the less often the page has it.
    """
    counts: dict[int, int] = {}
    words: dict[int, set[int]] = {}
    in_text: set[int] = set()
    for start, _, number in matches:
        counts[number] = counts.get(number, 0) + 1
        place = bisect_right(page.ends, start)
        if place & 1:
            place &= ~1
            in_text.add(place)
        if place in words:
            words[place].add(number)
        else:
            words[place] = {number}
    worth = {place: sum(1 / counts[number] for number in found) for place, found in words.items()}
    chosen = max(words, key=lambda place: (worth[place], place in in_text, -place))
    return chosen, len(words[chosen])


def cut(text: str, matches: Sequence[Match]) -> Snippet:
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
    ends = " " if _SENTENCE_END.search(text) else VALUE_END
    tidy = [(piece if _is_tidy(piece) else _tidied(piece, ends), is_match) for piece, is_match in pieces if piece]
    if start > 0:
        tidy.insert(0, ("… ", False))
    if end < len(text):
        tidy.append((" …", False))
    return tuple(tidy)


def _tidied(text: str, ends: str) -> str:
    """Write a text as one line; what ends its lines is put between values, which have no full stops of their own."""
    return _BLANKS.sub(lambda blanks: ends if "\n" in blanks[0] else " ", text)


def _is_tidy(text: str) -> bool:
    return text.isprintable() and "  " not in text


def composed(text: str) -> str:
    """Return the text with each letter and its accents as one character, so that places in it stay when folded."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _window(text: str, matches: Sequence[Match]) -> tuple[int, int]:
    """Return where the snippet begins and ends, at the ends of words."""
    if len(text) <= LENGTH + 20:
        return 0, len(text)
    if not matches:
        return 0, _word_end(text, LENGTH)
    first, last, _ = _densest(matches)
    inside = [match for match in matches if first <= match[0] < first + LENGTH]
    middle = (first + max(min(inside[-1][1], first + LENGTH), last)) // 2
    start = max(0, min(middle - _SIDE, len(text) - LENGTH))
    start = min(_word_start(text, start), first)
    return start, max(_word_end(text, start + LENGTH), last)


def _densest(matches: Sequence[Match]) -> Match:
    """Return the match with which a snippet begins that has the most different words, the first of equals."""
    wanted = len({number for _, _, number in matches})
    chosen, most = matches[0], 0
    for place, match in enumerate(matches):
        end = match[0] + LENGTH - 20
        near: set[int] = set()
        for _, last, number in islice(matches, place, None):
            if last > end:
                break
            near.add(number)
        if len(near) > most:
            chosen, most = match, len(near)
            if most == wanted:
                break
    return chosen


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


_AS_ONE = {"ss": "ß", "ae": "æ", "oe": "œ", "th": "þ", "ij": "ĳ"}
_AS_ONE |= {"ffi": "ﬃ", "ffl": "ﬄ", "ff": "ﬀ", "fi": "ﬁ", "fl": "ﬂ"}
"""Letters that fold to several, for each such row one; none of them is left in folded text to mean anything else."""


class _InPlace(dict[int, str]):
    """Folds character by character without changing how many there are; what divides words becomes a space.

    A letter that folds to two becomes the one that stands for these two.
    """

    def __missing__(self, code: int) -> str:
        folded = fold(chr(code))
        first = _AS_ONE.get(folded, folded[:1])
        self[code] = value = first if first and unicodedata.category(first)[0] in "LNM" else " "
        return value


_IN_PLACE = _InPlace({ord(_BOUNDARY): _BOUNDARY})  # so that no phrase reaches across
_ASCII_IN_PLACE = bytes(ord(_IN_PLACE[code]) if code < 128 else code for code in range(256))


_FOREIGN = re.compile(r"[^\x00-\x7f]")


def folded(text: str) -> str:
    """Return a text folded, each character in its place, with a space on either side."""
    if not text.isascii():
        text = _FOREIGN.sub(lambda found: _IN_PLACE[ord(found[0])], text)
    # As bytes, of which only those of ASCII are changed: ten times as fast as character by character.
    in_place = text.encode("utf-8", "surrogatepass").translate(_ASCII_IN_PLACE).decode("utf-8", "surrogatepass")
    return f" {in_place} "
