"""How text becomes words, in the index, in a query, and in the bundle's own search.

One specification, in steps that JavaScript can repeat (`tests/unit/words.json` is run against both):

1. NFKD, case-fold, NFKD, drop the marks in `MARKS` (accents, Hebrew points, Arabic vowel signs), drop invisible
   characters, replace `LETTERS`, NFC. Indian vowel signs stay, since without them the word is another.
2. A word is a run of letters, numbers and the marks that are left.
3. Inside a word, a stretch of a script that puts no spaces between words (Chinese, Japanese, Thai, …) becomes
   its overlapping pairs, and in the index its last character alone as well, so that any substring is found
   as a phrase of pairs, and one character as the beginning of a pair.

Apostrophes and hyphens divide words: *O'Neill* is *o neill*, and a query of that form is a phrase.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import cache
from typing import NamedTuple

MARKS = (
    (0x0300, 0x036F),
    (0x0483, 0x0487),
    (0x0591, 0x05BD),
    (0x05BF, 0x05C7),
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06ED),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
)
"""Ranges of marks that do not tell words apart."""

INVISIBLE = (
    (0x00AD, 0x00AD),
    (0x061C, 0x061C),
    (0x180B, 0x180E),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x2064),
    (0x2066, 0x206F),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xE0100, 0xE01EF),
)
"""Ranges of characters that nobody sees."""

UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19DF),  # Tai Le, New Tai Lue
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x2E80, 0x2FDF),  # radicals
    (0x3005, 0x3007),
    (0x3021, 0x3029),
    (0x3040, 0x312F),  # kana, bopomofo
    (0x31A0, 0x31BF),
    (0x31F0, 0x31FF),
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xA000, 0xA4CF),  # Yi
    (0xAA60, 0xAA7F),
    (0xF900, 0xFAFF),
    (0x1B000, 0x1B16F),
    (0x20000, 0x323AF),
)
"""Ranges of scripts that put no spaces between words."""


LETTERS = {
    "æ": "ae",
    "œ": "oe",
    "ø": "o",
    "ð": "d",
    "đ": "d",
    "þ": "th",
    "ł": "l",
    "ħ": "h",
    "ŧ": "t",
    "ı": "i",
}
"""Letters that Unicode does not take apart, as people write them who lack the key."""

_LETTERS = str.maketrans(LETTERS)


def _class(ranges: tuple[tuple[int, int], ...]) -> str:
    return "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)


_DROPPED = re.compile(f"[{_class(MARKS)}{_class(INVISIBLE)}]")
_UNSPACED = re.compile(f"[{_class(UNSPACED)}]+")
_ASCII_WORD = re.compile(r"[a-z0-9]+")
_PLAIN_WORD = re.compile(r"[^\W_]+")


class Word(NamedTuple):
    """A word of a query.

    Args:
        text: The folded word, or a pair of characters of an unspaced script.
        begins: Whether what is looked for only begins with it, as one character of an unspaced script does.
    """

    text: str
    begins: bool = False


def fold(text: str) -> str:
    """Return the text in the form in which words are compared."""
    if text.isascii():  # nearly all text, and 30 times as fast
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text).casefold()
    # Folding can compose anew (U+0345 becomes a letter), so the form is made once more.
    bare = _DROPPED.sub("", unicodedata.normalize("NFKD", decomposed))
    return unicodedata.normalize("NFC", bare.translate(_LETTERS))


def words(text: str) -> list[str]:
    """Return the words of a text as the index holds them."""
    folded = fold(text)
    if folded.isascii():
        return _ASCII_WORD.findall(folded)
    found: list[str] = []
    for run in _runs(folded):
        found.extend(_split(run, last_alone=True))
    return found


def query_words(text: str) -> list[Word]:
    """Return the words to look for, in order; several from one written word are a phrase."""
    folded = fold(text)
    if folded.isascii():
        return [Word(word) for word in _ASCII_WORD.findall(folded)]
    found: list[Word] = []
    for run in _runs(folded):
        parts = _split(run, last_alone=False)
        found.extend(Word(part, begins=len(part) == 1 and is_unspaced(part)) for part in parts)
    return found


def index_text(text: str) -> str:
    """Return text from which a tokenizer that splits at anything but letters, numbers and marks gets `words`."""
    return text if text.isascii() else " ".join(words(text))


def is_unspaced(text: str) -> bool:
    """Whether the text has a character of a script without spaces."""
    return not text.isascii() and _UNSPACED.search(text) is not None


def is_hangul(text: str) -> bool:
    """Whether the text is Korean in Hangul: words have spaces between them, but particles grow to them."""
    return bool(text) and all("\uac00" <= char <= "\ud7a3" for char in text)


def joined(text: str) -> list[str]:
    """Return what people type without the hyphens, apostrophes, dots and spaces of a name, and without its article.

    ``Spider-Man: No Way Home`` gives ``spiderman`` and ``spidermannowayhome``.
    """
    folded = fold(text)
    forms = ["".join(words(piece)) for piece in folded.split() if len(words(piece)) > 1]
    whole = without_article(words(folded))
    if 1 < len(whole) <= 5:
        forms.append("".join(whole))
    return [form for form in dict.fromkeys(forms) if 2 < len(form) <= 40 and not is_unspaced(form)]


def pairs_of_initials(text: str) -> list[str]:
    """Return the initialisms of two letters, such as ``et`` for *E.T.*, which `joined` leaves out for being short."""
    pieces = map(words, fold(text).split())
    return ["".join(parts) for parts in pieces if len(parts) == 2 and all(len(part) == 1 for part in parts)]


ARTICLES = ("the", "a", "an")


def without_article(parts: list[str]) -> list[str]:
    """Return the words of a name without the English article at its beginning."""
    return parts[1:] if len(parts) > 1 and parts[0] in ARTICLES else parts


def other_spellings(word: str) -> tuple[str, ...]:
    """Return how else a word of a name may be written: ``2``, ``ii`` and ``two``, ``mr`` and ``mister``."""
    return tuple(other for same in _SAME for other in same if word in same and other != word)


_SAME = (
    ("2", "ii", "two"),
    ("3", "iii", "three"),
    ("4", "iv", "four"),
    ("5", "v", "five"),
    ("6", "vi", "six"),
    ("7", "vii", "seven"),
    ("8", "viii", "eight"),
    ("9", "ix", "nine"),
    ("10", "x", "ten"),
    ("mr", "mister"),
    ("dr", "doctor"),
    ("st", "saint"),
    ("jr", "junior"),
    ("sgt", "sergeant"),
    ("vs", "versus"),
)


def stem_forms(word: str) -> tuple[str, ...]:
    """Return the English forms under which a reader may mean the same word, the word itself first.

    The index keeps words as they are, so that prefixes and phrases stay exact; a query asks for the forms.
    """
    if len(word) < 4 or not word.isascii() or not word.isalpha():
        return (word,)
    forms = [word]
    for stem in _stems(word):
        forms += [stem, stem + "s", stem + "ed", stem + "ing"]
        if stem.endswith(("s", "x", "z", "ch", "sh", "o")):
            forms.append(stem + "es")
        if stem.endswith("y"):
            forms += [stem[:-1] + "ies", stem[:-1] + "ied"]
        if stem.endswith("e"):
            forms += [stem + "d", stem[:-1] + "ing"]
        if _DOUBLES.search(stem):
            forms += [stem + stem[-1] + "ed", stem + stem[-1] + "ing"]
    return tuple(dict.fromkeys(forms))


def attached_forms(word: str) -> tuple[str, ...]:
    """Return an Arabic word with and without the article, which is written as its beginning; nothing for others."""
    if not "\u0621" <= word[:1] <= "\u064a":
        return ()
    prefix = next((article for article in _ARABIC_ARTICLES if word.startswith(article)), "")
    bare = word.removeprefix(prefix) if len(word) - len(prefix) > 1 else word
    return tuple(form for form in (bare, *(article + bare for article in _ARABIC_ARTICLES)) if form != word)


_ARABIC_ARTICLES = ("وال", "بال", "فال", "كال", "ال", "لل")
"""The article, alone and with what else is written to the same word: and, with, then, as, for."""


def _stems(word: str) -> list[str]:
    """Return what the word may be a form of; the longest suffix decides."""
    if word.endswith(("ss", "us", "is")):
        return [word]
    for suffix, replacements in _SUFFIXES:
        root = word[: -len(suffix)]
        if word.endswith(suffix) and len(root) >= 3:
            stems = [root + replacement for replacement in replacements]
            if suffix in ("ing", "ed") and root[-1] == root[-2] and root[-1] not in "lsz":
                stems.append(root[:-1])
            return stems
    return [word]


_DOUBLES = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtv]$")
"""A short stem whose last letter doubles before ``ed`` and ``ing``."""

_SUFFIXES = (
    ("sses", ("ss",)),
    ("ches", ("ch",)),
    ("shes", ("sh",)),
    ("xes", ("x",)),
    ("oes", ("o",)),
    ("ies", ("y", "ie")),
    ("ied", ("y",)),
    ("ing", ("", "e")),
    ("ed", ("", "e")),
    ("s", ("",)),
)


def _split(run: str, *, last_alone: bool) -> list[str]:
    """Divide a run of letters into spaced words and pairs of unspaced characters."""
    if run.isascii():
        return [run]
    parts: list[str] = []
    place = 0
    for stretch in _UNSPACED.finditer(run):
        if stretch.start() > place:
            parts.append(run[place : stretch.start()])
        chars = stretch.group()
        parts.extend(chars[index : index + 2] for index in range(len(chars) - 1))
        if last_alone or len(chars) == 1:
            parts.append(chars[-1])
        place = stretch.end()
    if place < len(run):
        parts.append(run[place:])
    return parts


def _runs(folded: str) -> list[str]:
    """Return the runs of letters, numbers and marks; making the pattern with marks takes longer than a short text."""
    has_marks = any(unicodedata.category(char)[0] == "M" for char in set(folded) if char > "\u02ff")
    return (_word_pattern() if has_marks else _PLAIN_WORD).findall(folded)


@cache
def _word_pattern() -> re.Pattern[str]:
    r"""Match a run of letters, numbers and marks: `[\p{L}\p{N}\p{M}]+`, which `re` has no short form for.

    Python's \w is letters, numbers and the underscore, so only the marks have to be added.
    """
    marks: list[tuple[int, int]] = []
    for code in range(0x0300, 0x1F000):  # the marks above are INVISIBLE and gone by then
        if unicodedata.category(chr(code))[0] == "M":
            if marks and marks[-1][1] == code - 1:
                marks[-1] = (marks[-1][0], code)
            else:
                marks.append((code, code))
    return re.compile(f"(?:[^\\W_]|[{_class(tuple(marks))}])+")


_STRETCH = 2048


@cache
def fold_exceptions() -> dict[str, str]:
    """Return what JavaScript has to replace after `toLowerCase` to fold as Python does, without `LETTERS`."""
    table: dict[str, str] = {}
    for start in range(0x80, sys.maxunicode + 1, _STRETCH):
        chars = "".join(map(chr, range(start, min(start + _STRETCH, sys.maxunicode + 1))))
        if chars.casefold() == chars.lower():  # nearly everywhere, and a hundred times as fast as letter by letter
            continue
        for char in chars:
            lower, folded = char.lower(), char.casefold()
            if folded != lower and unicodedata.category(char) in ("Ll", "Lu", "Lt", "Mn", "Lo", "So", "Nl"):
                table[lower if len(lower) == 1 else char] = folded
    return table
