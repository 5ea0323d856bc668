"""Titles: how they are written, told apart, and found.

Three forms of one title:

* *clean*: as it is shown: NFC, spaces folded.
* *identity*: what makes two titles the same page. MediaWiki's rule: the clean title with its first
  letter in upper case; everything else counts, so *Abacus* and *AbacuS* are two pages.
* *key*: what people type. Case, accents, compatibility forms and invisible marks do not count.
"""

from __future__ import annotations

import re
import unicodedata

from fanwiki.errors import TitleError
from fanwiki.wording import say

MAX_BYTES = 255
FORBIDDEN = "[]{}|#"

_SPACES = re.compile(r"[\s_]+")
_PLAIN_SPACES = re.compile(r"\s+")
_PLAIN_TITLE = re.compile(r"[!\"$-Z\\^-z~]+(?: [!\"$-Z\\^-z~]+)*")
# Bidirectional and zero-width marks, soft hyphen, byte order mark: invisible, so never part of a key.
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]")


def clean_title(text: str) -> str:
    """Bring a title into the form it is shown in.

    Raises:
        TitleError: It is empty, too long, or has a character that links cannot carry.
    """
    title = fold_spaces(unicodedata.normalize("NFC", text))
    if not _INVISIBLE.sub("", title).strip():
        raise TitleError("A page needs a title.", "Type at least one visible character.")
    bad = next((char for char in title if char in FORBIDDEN), None)
    if bad is not None:
        raise TitleError(
            say("The title “%1” has the character %2, which links cannot carry.", _shorten(title), bad),
            say("Leave out %1.", " ".join(FORBIDDEN)),
        )
    if any(unicodedata.category(char) in ("Cc", "Cs") for char in title):
        raise TitleError(say("The title “%1” has a control character.", _shorten(printable(title))), "Type it anew.")
    size = len(title.encode())
    if size > MAX_BYTES:
        raise TitleError(
            say("The title “%1” is %2 bytes long; %3 is the most.", _shorten(title), size, MAX_BYTES), "Shorten it."
        )
    return title


def possible_title(text: str) -> str:
    """Make the nearest title that clean_title accepts, for importers; never empty."""
    if len(text) <= MAX_BYTES and _PLAIN_TITLE.fullmatch(text):  # most titles, and importers ask for every link
        return text
    text = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode())
    swapped = text.translate(str.maketrans("[]{}|#", "()()/\uff03"))
    kept = fold_spaces("".join(char for char in swapped if unicodedata.category(char) not in ("Cc", "Cs")))
    while len(kept.encode()) > MAX_BYTES:
        kept = kept[:-1].rstrip()
    return kept if _INVISIBLE.sub("", kept).strip() else "Untitled"


def identity(title: str) -> str:
    """Return what makes two titles one page; accepts any text, so that links to impossible titles stay comparable."""
    folded = _SPACES.sub(" ", unicodedata.normalize("NFC", title)).strip()
    first = folded[:1].upper()
    return (first if len(first) == 1 else folded[:1]) + folded[1:]


def lookup_key(text: str) -> str:
    """Return the form under which a title is found however it is typed.

    NFKC, case-folded, without accents, bidirectional and zero-width marks, with spaces folded.
    """
    if text.isascii():  # the common case, 20 times as fast
        return _SPACES.sub(" ", text).strip().casefold()
    stripped = _INVISIBLE.sub("", text)
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", stripped).casefold())
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _SPACES.sub(" ", unicodedata.normalize("NFC", bare)).strip()


def fold_spaces(text: str) -> str:
    """Turn every run of white space into one space and trim the ends."""
    return _PLAIN_SPACES.sub(" ", text).strip()


def printable(text: str) -> str:
    """Show control characters as their numbers, for messages."""
    return "".join(f"\\x{ord(char):02x}" if unicodedata.category(char) in ("Cc", "Cs") else char for char in text)


def _shorten(text: str) -> str:
    return text if len(text) <= 60 else text[:57] + "…"
