"""Finds the outermost templates, arguments, comments and tags with another language in them, in one pass.

MediaWiki's own preprocessor works like this: runs of braces and brackets go on a stack, and what closes decides what
was opened. A parser that tries each opening and goes back when it finds no end takes quadratic time for a hundred
thousand ``{{``; so `mwparserfromhell` is only given calls that are known to end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from typing import NamedTuple

TAGS = frozenset(
    (
        *("nowiki", "pre", "ref", "references", "gallery", "poem", "syntaxhighlight", "source", "math", "chem", "ce"),
        *("score", "timeline", "graph", "hiero", "imagemap", "templatedata", "templatestyles", "inputbox", "section"),
        *("tabber", "tabview", "youtube", "html", "infobox", "dpl", "dynamicpagelist", "categorytree", "indicator"),
        *(
            "mapframe",
            "maplink",
            "choose",
            "verbatim",
            "rss",
            "poll",
            "charinsert",
            "spoiler",
            "embedvideo",
            "googlemap",
        ),
        *("includeonly", "noinclude", "onlyinclude", "slideshow", "mainpage-leftcolumn-start", "forum", "activityfeed"),
    )
)
"""Tags whose content is not wikitext, or not here."""

_TOKEN = re.compile(
    rf"\{{\{{+|\}}\}}+|\[\[|\]\]|<!--|<({'|'.join(sorted(TAGS, key=len, reverse=True))})(?=[\s/>])([^<>]*?)(/?)>",
    re.IGNORECASE,
)
COVERED_TAG = re.compile("\x18(\\d+)\x19")
_INTERESTING = re.compile(r"\{\{|<")
_ARGUMENT = 3


class What(Enum):
    """The kinds of piece."""

    TEXT = auto()
    CALL = auto()
    ARGUMENT = auto()
    TAG = auto()
    COMMENT = auto()


class Piece(NamedTuple):
    """A piece of wikitext.

    Args:
        text: All of it.
        name: Of a tag, in small letters.
        attributes: Of a tag, as written.
        inner: What stands in it: between the braces, or between the tags; None for a tag without content.
    """

    what: What
    text: str
    name: str = ""
    attributes: str = ""
    inner: str | None = None


def outline(text: str) -> Iterator[Piece]:
    """Cut wikitext into its outermost pieces."""
    if not _INTERESTING.search(text):
        yield Piece(What.TEXT, text)
        return
    at = 0
    for start, end, piece in _outermost(_Reader(text).spans()):
        if start > at:
            yield Piece(What.TEXT, text[at:start])
        yield piece if isinstance(piece, Piece) else _braces(text[start:end], piece)
        at = end
    if at < len(text):
        yield Piece(What.TEXT, text[at:])


def cover_tags(text: str) -> tuple[str, list[str]]:
    """Put signs in the place of tags, which may hold bars, and take comments out; `COVERED_TAG` finds the signs."""
    pieces: list[str] = []
    tags: list[str] = []
    at = 0
    for start, end, piece in _outermost([span for span in _Reader(text).spans() if isinstance(span[2], Piece)]):
        pieces.append(text[at:start])
        at = end
        if isinstance(piece, Piece) and piece.what is What.TAG:
            pieces.append(f"\x18{len(tags)}\x19")
            tags.append(piece.text)
    return "".join(pieces) + text[at:], tags


def _braces(text: str, width: int) -> Piece:
    return Piece(What.ARGUMENT if width == _ARGUMENT else What.CALL, text, inner=text[width:-width])


_Span = tuple[int, int, Piece | int]  # braces are not cut out before it is known that they are outermost


def _outermost(spans: list[_Span]) -> Iterator[_Span]:
    end = 0
    for span in sorted(spans, key=lambda span: (span[0], -span[1])):
        if span[0] >= end:
            yield span
            end = span[1]


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._spans: list[_Span] = []
        self._open: list[tuple[int, int]] = []  # place and number of braces; no braces stand for brackets
        self._ends: dict[str, re.Pattern[str] | None] = {}

    def spans(self) -> list[_Span]:
        """Return all pieces but text, inner ones too."""
        text, match, at = self._text, _TOKEN.search(self._text), 0
        while match:
            sign, at = match[0], match.end()
            if sign.startswith("{"):
                self._open.append((match.start(), len(sign)))
            elif sign == "[[":
                self._open.append((match.start(), 0))
            elif sign == "]]":
                if self._open and not self._open[-1][1]:
                    self._open.pop()
            elif sign.startswith("}"):
                at = self._close(match.start(), len(sign))
            else:
                at = self._take(match)
            match = _TOKEN.search(text, at)
        return self._spans

    def _close(self, at: int, width: int) -> int:
        """Match closing braces with those that are open; return where reading goes on."""
        while width >= 2 and self._open and self._open[-1][1]:
            start, opened = self._open.pop()
            taken = min(opened, width, _ARGUMENT)
            self._spans.append((start + opened - taken, at + taken, taken))
            at, width = at + taken, width - taken
            if opened - taken >= 2:
                self._open.append((start, opened - taken))
        return at + width

    def _take(self, match: re.Match[str]) -> int:
        text, start = self._text, match.start()
        if match[0] == "<!--":
            close = text.find("-->", match.end())
            end = close + 3 if close >= 0 else len(text)
            self._spans.append((start, end, Piece(What.COMMENT, text[start:end])))
            return end
        name = match[1].lower()
        end, inner = match.end(), None
        if not match[3]:
            closing = self._closing(name, match.end())
            if closing:
                end, inner = closing.end(), text[match.end() : closing.start()]
            elif name not in ("references", "templatestyles", "section"):
                return match.end()
        self._spans.append((start, end, Piece(What.TAG, text[start:end], name, match[2].strip(), inner)))
        return end

    def _closing(self, name: str, at: int) -> re.Match[str] | None:
        """Find a closing tag; once it was missed it is not looked for again."""
        if name not in self._ends:
            self._ends[name] = re.compile(rf"</{re.escape(name)}\s*>", re.IGNORECASE)
        pattern = self._ends[name]
        found = pattern.search(self._text, at) if pattern else None
        if not found:
            self._ends[name] = None
        return found
