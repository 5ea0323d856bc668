"""The one query language: search box, saved searches, lists inside pages, command line, export subsets.

Words must all be there; ``OR``, ``-word``, parentheses, ``"a phrase"`` and ``beginn*`` say otherwise, and the
last word may be unfinished. ``name:value`` filters by kind, tag, film, actor, year, date, links, state and any
field that the wiki's kinds declare; ``sort:name`` orders. Nothing that can be typed is an error: a filter that
is none is read as words, and `Query.notes` says so.
"""

from __future__ import annotations

import unicodedata
from datetime import date

from fanwiki.domain.query_explain import explain
from fanwiki.domain.query_fields import FieldNames, field_names
from fanwiki.domain.query_filters import FilterReader, WrongFilterError, any_of, read_text
from fanwiki.domain.query_lexer import MAX_LENGTH, Mark, Piece, pieces
from fanwiki.domain.query_tree import And, Node, Not, Or, Query, Sort, Text, texts
from fanwiki.wording import say

__all__ = ["FieldNames", "Query", "Sort", "explain", "field_names", "parse", "texts"]

MAX_WORDS = 64
MAX_DEPTH = 20


def parse(text: str, fields: FieldNames, *, today: date | None = None, typing: bool = True) -> Query:
    """Read a query; any text is one.

    Args:
        text: What was typed.
        fields: The names of the wiki's kinds and fields.
        today: The day from which spans such as ``day-7`` count.
        typing: Whether the last word may be unfinished.
    """
    parser = _Parser(FilterReader(fields, today or date.today(), typing), pieces(text), typing=typing)
    root = parser.alternatives()
    if parser.any_will_do and root is not None:
        root = any_of(root)
    if len(text) > MAX_LENGTH:
        parser.notes.append(say("Only the first %1 characters were read.", MAX_LENGTH))
    notes = tuple(dict.fromkeys(parser.notes))
    return Query(text, root, tuple(parser.sort), parser.limit, parser.stems, notes)


class _Parser:
    """Descends through alternatives, what must all hold, and single conditions."""

    def __init__(self, filters: FilterReader, found: list[Piece], *, typing: bool) -> None:
        self.filters = filters
        self.sort: list[Sort] = []
        self.limit: int | None = None
        self.stems: bool | None = None
        self.any_will_do = False
        self.notes: list[str] = []
        self._pieces = found
        self._place = 0
        self._depth = 0
        self._words = 0
        self._typing = typing

    def alternatives(self) -> Node | None:
        """Read to the end, or to the parenthesis that closes this level."""
        parts: list[Node] = []
        while True:
            part = self._all()
            if part is not None:
                parts.append(part)
            piece = self._peek()
            if piece is None or (piece.mark is Mark.CLOSE and self._depth):
                return _combined(parts, Or)
            self._place += 1  # past OR, or past a parenthesis that closes nothing

    def _all(self) -> Node | None:
        parts: list[Node] = []
        while (piece := self._peek()) is not None:
            if piece.mark is Mark.OR or (piece.mark is Mark.CLOSE and self._depth):
                break
            self._place += 1
            part = None if piece.mark is Mark.CLOSE else self._one(piece)
            if part is not None:
                parts.append(part)
        return _combined(parts, And)

    def _one(self, piece: Piece) -> Node | None:
        negated = False
        while piece.mark is Mark.NOT:
            negated = not negated
            following = self._peek()
            if following is None or following.mark in (Mark.OR, Mark.CLOSE):
                return None
            self._place += 1
            piece = following
        node = self._group() if piece.mark is Mark.OPEN else self._condition(piece, negated=negated)
        if node is None or not negated:
            return node
        return node.part if isinstance(node, Not) else Not(node)

    def _group(self) -> Node | None:
        if self._depth >= MAX_DEPTH:
            self.notes.append(say("Parentheses nest %1 deep at most.", MAX_DEPTH))
            return None
        self._depth += 1
        node = self.alternatives()
        self._depth -= 1
        piece = self._peek()
        if piece is not None and piece.mark is Mark.CLOSE:
            self._place += 1
        return node

    def _condition(self, piece: Piece, *, negated: bool) -> Node | None:
        if self._words >= MAX_WORDS:
            self.notes.append(say("Only the first %1 words and filters were read.", MAX_WORDS))
            return None
        self._words += 1
        if piece.mark is Mark.FILTER:
            return self._filter(piece, negated=negated)
        return self._text(piece)

    def _filter(self, piece: Piece, *, negated: bool) -> Node | None:
        if not piece.text.strip():
            if piece.last and self._typing:
                self.notes.append(say("“%1:” waits for a value.", piece.name))
                return None
            if self.filters.knows(piece.name):  # what is no filter is a word with a colon behind it
                self.notes.append(say("“%1:” has no value and was read as text.", piece.name))
            return self._text(piece)
        try:
            if self._setting(piece, negated=negated):
                return None
            return self.filters.read(piece)
        except WrongFilterError as error:
            self.notes.append(say("%1 “%2” was read as text.", error, piece.written))
            return self._text(piece)

    def _setting(self, piece: Piece, *, negated: bool) -> bool:
        """Take up what is asked of the answer as a whole."""
        match piece.name.casefold():
            case "sort" | "orderby" | "order":
                self.sort.append(self.filters.sort(piece, negated=negated))
            case "limit" if piece.text.isdecimal() and len(piece.text) < 9:
                self.limit = int(piece.text)
            case "any" if piece.text in ("0", "1"):
                self.any_will_do = piece.text == "1"
            case "stems" | "stem" if piece.text in ("0", "1"):
                self.stems = piece.text == "1"
            case _:
                return False
        return True

    def _text(self, piece: Piece) -> Node | None:
        """Read a piece as words; a filter that is none too, by its name and value."""
        parts: list[Node] = []
        for text in (piece.name, piece.text):
            unfinished = self._typing and piece.last and text is piece.text and not piece.quoted
            try:
                parts.append(read_text(_as_words(piece, text), begins=unfinished))
            except WrongFilterError as error:
                if _looks_like_something(text):
                    self.notes.append(say("%1 It was left out.", error))
        if piece.written == "or" and self._place > 1 and self._peek() is not None:
            self.notes.append(say("“or” was read as a word; OR in capitals asks for one or the other."))
        return _combined(parts, And)

    def _peek(self) -> Piece | None:
        return self._pieces[self._place] if self._place < len(self._pieces) else None


def _as_words(piece: Piece, text: str) -> Piece:
    starred = piece.starred and text is piece.text
    return Piece(Mark.TEXT, text, quoted=piece.quoted, starred=starred, written=text)


def _looks_like_something(text: str) -> bool:
    """Whether somebody may have meant something by a piece without a word, such as an emoji or another sign."""
    return any(not char.isascii() and unicodedata.category(char)[0] == "S" for char in text)


def _combined(parts: list[Node], kind: type[And] | type[Or]) -> Node | None:
    if len(parts) < 2:
        return parts[0] if parts else None
    flat: list[Node] = []
    for part in parts:
        flat.extend(part.parts if isinstance(part, kind) else (part,))
    return kind(tuple(flat))


def is_words_only(node: Node | None) -> bool:
    """Whether a query asks for words and for nothing else."""
    match node:
        case Text():
            return True
        case And(parts) | Or(parts):
            return all(is_words_only(part) for part in parts)
        case Not(part):
            return is_words_only(part)
        case _:
            return False
