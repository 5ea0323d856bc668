"""The words of one page as the bundle's search sees them: which stand in its names, and which elsewhere."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b

from fanwiki.domain.words import joined, other_spellings, pairs_of_initials, without_article, words
from fanwiki.exporters.html.source import PageEntry, PageText

ONCE, OFTEN, TOLD = 0, 1, 2
"""How a word stands on a page: once in the text, more often, or in a heading or a field."""

FLAGS = 4
MOST_NAME_WORDS = 9
MOST_LENGTH = 44
LONGEST_WORD = 40
"""Longer runs of letters are not words that anybody types."""


@dataclass(frozen=True, slots=True)
class PageWords:
    """What one page adds to the index; it is made of plain values, so that another process can make it.

    Args:
        names: Words of its title and aliases, each with `name_flags`.
        text: Its other words, each with how it stands there.
        length: How long it is, in steps that double twice as slowly as the number of words.
        size: How many characters of text it has.
    """

    names: dict[str, int] = field(default_factory=dict)
    text: dict[str, int] = field(default_factory=dict)
    length: int = 0
    size: int = 0

    def signature(self, rows: bytes = b"") -> bytes:
        """Return a few bytes that tell these words from any others; names are left out.

        Args:
            rows: What is to be told besides, see `PageText`.
        """
        ordered = sorted(self.text)
        told = f"{self.length} {self.size} {' '.join(ordered)}".encode("utf-8", "surrogatepass")
        levels = bytes(map(self.text.__getitem__, ordered))
        return blake2b(told + levels + rows, digest_size=12).digest()


def name_flags(*, is_title: bool, is_first: bool, count: int) -> int:
    """Return what is kept of a word in a name, in one number: more words of a name make each tell less."""
    return min(count, MOST_NAME_WORDS) * FLAGS + 2 * is_title + is_first


def page_words(entry: PageEntry, text: PageText) -> PageWords:
    """Return the words of a page."""
    names: dict[str, int] = {}
    for alias in entry.aliases:
        _add_name(names, alias, is_title=False)
    _add_name(names, entry.title, is_title=True)
    counted: Counter[str] = Counter()
    told: set[str] = set()
    for part in text.parts:
        counted.update(words(part.text))
        told.update(words(part.heading))
    told.update(_words_of(text.fields), _words_of(entry.tags))
    found = {word: OFTEN if count > 1 else ONCE for word, count in counted.items()}
    found |= dict.fromkeys(told, TOLD)
    total = sum(counted.values()) + len(told)
    size = sum(len(part.text) + len(part.heading) for part in text.parts) + sum(map(len, text.fields))
    if max(map(len, found), default=0) > LONGEST_WORD:
        found = {word: level for word, level in found.items() if len(word) <= LONGEST_WORD}
    return PageWords(names, found, min(2 * total.bit_length(), MOST_LENGTH), size)


def _words_of(texts: Iterable[str]) -> Iterable[str]:
    return (word for text in texts for word in words(text))


def _add_name(names: dict[str, int], name: str, *, is_title: bool) -> None:
    """Add the words of a name, other spellings of them, and the name without its hyphens and spaces."""
    parts = words(name)
    told = without_article(parts)
    for number, word in enumerate(parts):
        is_first = bool(told) and word == told[0]
        flags = name_flags(is_title=is_title, is_first=is_first or number == 0, count=len(told))
        _raise(names, word, flags)
        for other in other_spellings(word):
            _raise(names, other, name_flags(is_title=False, is_first=is_first, count=len(told)))
    for pair in pairs_of_initials(name):
        is_first = "".join(told).startswith(pair)
        _raise(names, pair, name_flags(is_title=False, is_first=is_first, count=max(1, len(told) - 1)))
    with_article = ["".join(parts)] if len(parts) != len(told) else []
    for form in (*joined(name), *with_article):
        _raise(names, form, name_flags(is_title=False, is_first=True, count=max(1, len(told) - 1)))


def _raise(names: dict[str, int], word: str, flags: int) -> None:
    """Keep what tells most: a title before an alias, a short name before a long one."""
    known = names.get(word)
    if len(word) <= LONGEST_WORD and (known is None or _worth(flags) > _worth(known)):
        names[word] = flags


def _worth(flags: int) -> tuple[bool, int, bool]:
    return bool(flags & 2), -(flags // FLAGS), bool(flags & 1)
