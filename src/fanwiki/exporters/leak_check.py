"""Reads what an export is about to write for anything that its reader may not see, and stops it.

Everything that is exported was asked for in the reader's name, so nothing should ever be found. This is the second
lock on the door: it looks at the bytes, knowing nothing of how they came to be.

Both sides are compared as words (`fanwiki.domain.words`), so neither markup, case nor escapes can hide a phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from html import unescape
from pathlib import PurePosixPath
from urllib.parse import unquote

from fanwiki.domain.words import query_words, words
from fanwiki.errors import FanwikiError
from fanwiki.wording import say

RUN = 6
"""A passage is looked for in pieces of so many words: links and emphasis may stand between any of them."""

LEAST_LETTERS = 4
LEAST_LETTERS_OF_ONE_WORD = 5

_TEXTS = frozenset(
    (".html", ".js", ".json", ".txt", ".xml", ".md", ".toml", ".svg", ".css", ".opf", ".ncx", ".xhtml", "")
)
_TAG = re.compile(r"<[^<>]*>")
_WEB = re.compile(r"\b(?:https?|mailto):[^\s\"'<>)]*")


class LeakError(FanwikiError):
    """An export would have told what its reader may not see."""


class Withheld:
    """Phrases that must not be in an export.

    Args:
        names: Titles, aliases, tags, names of files: looked for whole.
        passages: Longer texts: looked for in pieces.
    """

    def __init__(self, names: Iterable[str] = (), passages: Iterable[str] = ()) -> None:
        self._by_word: dict[str, set[str]] = {}
        for name in names:
            self._add([word.text for word in query_words(name)])
        for passage in passages:
            for piece in _pieces([word.text for word in query_words(passage)]):
                self._add(piece)

    def __len__(self) -> int:
        return sum(map(len, self._by_word.values()))

    def allow(self, text: str) -> None:
        """Forget what this text, which the reader may see, says anyway."""
        for word, phrase in list(self._found(words(text))):
            self._by_word[word].discard(phrase)
            if not self._by_word[word]:
                del self._by_word[word]

    def inspect(self, path: str, data: bytes) -> None:
        """Look for the phrases in a file and its name.

        Raises:
            LeakError: One of them is there.
        """
        if not self._by_word:
            return
        for text in (path, *_readings(path, data)):
            found = next(self._found(_words_of(text)), None)
            if found is not None:
                raise LeakError(
                    say(
                        "The export was stopped: “%1” would tell “%2”, which its reader may not know yet.",
                        path,
                        found[1],
                    ),
                    "Nothing was written. If this may be known, take it out of its spoiler or its gate.",
                )

    def _add(self, phrase: Sequence[str]) -> None:
        letters = sum(map(len, phrase))
        least = LEAST_LETTERS if len(phrase) > 1 else LEAST_LETTERS_OF_ONE_WORD
        text = " ".join(phrase)
        if letters >= least and any(char.isalpha() for char in text):
            self._by_word.setdefault(max(phrase, key=len), set()).add(text)

    def _found(self, told: Sequence[str]) -> Iterator[tuple[str, str]]:
        shared = self._by_word.keys() & set(told)
        if not shared:
            return
        joined = f" {' '.join(told)} "
        for word in sorted(shared):
            yield from ((word, phrase) for phrase in sorted(self._by_word[word]) if f" {phrase} " in joined)


def _pieces(told: list[str]) -> Iterator[list[str]]:
    """Yield the pieces of a passage, one after the other; the last one goes back as far as it must."""
    if len(told) < RUN:
        if len(told) > 2:
            yield told
        return
    for start in range(0, len(told) - RUN + 1, RUN):
        yield told[start : start + RUN]
    if len(told) % RUN:
        yield told[-RUN:]


def _words_of(text: str) -> list[str]:
    """Return the words of a text line by line: one letter beyond ASCII makes all that is looked at with it slow."""
    if text.isascii():
        return words(text)
    return [word for line in text.split("\n") for word in words(line)]


def _readings(path: str, data: bytes) -> Iterator[str]:
    """Yield what a file says: as it is, and what a reader sees of it."""
    if PurePosixPath(path).suffix not in _TEXTS:
        return
    text = _WEB.sub(" ", data.decode("utf-8", "replace"))
    yield unquote(unescape(text)) if "&" in text or "%" in text else text
    if "<" in text:
        yield unescape(_TAG.sub("", text))
        yield unescape(_TAG.sub(" ", text))
