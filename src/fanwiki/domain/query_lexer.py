"""Cuts a query into pieces; every text has some."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

MAX_LENGTH = 2000


class Mark(StrEnum):
    """What a piece of a query is."""

    OPEN = "("
    CLOSE = ")"
    NOT = "-"
    OR = "or"
    TEXT = "text"
    FILTER = "filter"


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a query.

    Args:
        mark: What it is.
        text: The words, or a filter's value.
        name: A filter's name.
        quoted: Whether the words, or the value, stood in quotes.
        starred: Whether a ``*`` followed.
        last: Whether the query ends right after it, as while it is being typed.
        written: The piece as it was typed.
    """

    mark: Mark
    text: str = ""
    name: str = ""
    quoted: bool = False
    starred: bool = False
    last: bool = False
    written: str = ""


_QUOTES = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_SPACE = re.compile(r"\s+")
_PROPERTY = re.compile(r'\[(?!\[)\s*"?([^\W\d][^\]\[:"]*?)"?\s*(?::\s*([^\]]*))?\]')
_NAMED = re.compile(r'(?:"([^"\n]{1,60})"|([^\W\d][\w.-]{0,59})):(?=\S|$)')
_QUOTED = re.compile(r'"([^"]*)(?:"|$)(\*?)')
_LINK = re.compile(r"\[\[([^\[\]]*)(?:\]\]|$)")
_BARE = re.compile(r'[^\s()"]+')


def whole(text: str) -> str:
    """Return the text without halves of characters, which no file and no index can hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def pieces(text: str) -> list[Piece]:
    """Cut a query into pieces, in order."""
    text = whole(text[:MAX_LENGTH]).translate(_QUOTES)
    found: list[Piece] = []
    place = 0
    while place < len(text):
        space = _SPACE.match(text, place)
        if space:
            place = space.end()
            continue
        piece, place = _piece(text, place)
        if piece is not None:
            found.append(piece)
    return found


def _piece(text: str, place: int) -> tuple[Piece | None, int]:
    char = text[place]
    if char == "(":
        return Piece(Mark.OPEN, written=char), place + 1
    if char == ")":
        return Piece(Mark.CLOSE, written=char), place + 1
    if char == "-":
        # A hyphen before a space is a dash.
        before_something = place + 1 < len(text) and not text[place + 1].isspace()
        return (Piece(Mark.NOT, written=char) if before_something else None), place + 1
    return _property(text, place) or _named(text, place) or _words(text, place)


def _property(text: str, place: int) -> tuple[Piece, int] | None:
    """Read Obsidian's form: ``[status:open]``, ``[confidence:>50]``, ``[image]``, ``[image:null]``."""
    found = _PROPERTY.match(text, place)
    if found is None:
        return None
    name, value = found[1], found[2]
    if value is None or not value.strip():
        return Piece(Mark.FILTER, text=name, name="has", written=found.group()), found.end()
    if value.strip().lower() in ("null", "empty"):
        return Piece(Mark.FILTER, text=name, name="lacks", written=found.group()), found.end()
    quoted = _QUOTED.fullmatch(value.strip())
    plain = quoted[1] if quoted else value.strip()
    return Piece(Mark.FILTER, text=plain, name=name, quoted=bool(quoted), written=found.group()), found.end()


def _named(text: str, place: int) -> tuple[Piece, int] | None:
    found = _NAMED.match(text, place)
    if found is None:
        return None
    name = found[1] or found[2]
    start = found.end()
    quoted = _QUOTED.match(text, start)
    link = _LINK.match(text, start)
    value = quoted or link or _BARE.match(text, start)
    end = value.end() if value else start
    plain = "" if value is None else value.group() if not (quoted or link) else value[1]
    starred = plain.endswith("*") and not quoted
    piece = Piece(
        Mark.FILTER,
        text=plain.rstrip("*") if starred else plain,
        name=name,
        quoted=bool(quoted or link),
        starred=starred,
        last=end == len(text),
        written=text[place:end],
    )
    return piece, end


def _words(text: str, place: int) -> tuple[Piece | None, int]:
    quoted = _QUOTED.match(text, place)
    if quoted:
        end = quoted.end()
        piece = Piece(Mark.TEXT, quoted[1], quoted=True, starred=bool(quoted[2]), last=False, written=quoted.group())
        return piece, end
    bare = _BARE.match(text, place)
    if bare is None:  # nothing else is left, but no input may stop the reading
        return None, place + 1
    word, end = bare.group(), bare.end()
    if word in ("OR", "|", "||") and end < len(text):
        return Piece(Mark.OR, written=word), end
    if word in ("AND", "&", "&&") and end < len(text):
        return None, end
    if word == "NOT" and end < len(text):
        return Piece(Mark.NOT, written=word), end
    starred = word.endswith("*")
    return Piece(Mark.TEXT, word.rstrip("*"), starred=starred, last=end == len(text), written=word), end
