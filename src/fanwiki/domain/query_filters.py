"""Reads filters: a name and a value become a condition, or a sentence that says why they are no filter."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fanwiki.domain.kind import FieldType
from fanwiki.domain.query_days import read_days
from fanwiki.domain.query_fields import FieldNames
from fanwiki.domain.query_lexer import Piece
from fanwiki.domain.query_tree import (
    DateIs,
    FieldHas,
    FieldPath,
    FilmIs,
    Has,
    Is,
    KindIs,
    LinkedFrom,
    LinksTo,
    Node,
    Not,
    Or,
    PageDate,
    Range,
    Scope,
    Sort,
    State,
    TagIs,
    Text,
)
from fanwiki.domain.words import fold, is_unspaced, query_words
from fanwiki.wording import say

_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?%?")
_SIGNS = (">=", "<=", ">", "<", "=")
_YES = ("yes", "true", "1")
_NO = ("no", "false", "0")

SCOPES: Mapping[str, Scope] = {
    "title": Scope.NAMES,
    "name": Scope.NAMES,
    "file": Scope.NAMES,
    "alias": Scope.NAMES,
    "section": Scope.HEADINGS,
    "heading": Scope.HEADINGS,
    "path": Scope.HEADINGS,
    "content": Scope.BODY,
    "body": Scope.BODY,
    "text": Scope.BODY,
}
"""Filters that say where words are looked for."""

_IN_PLURAL: Mapping[str, str] = {
    "titles": "title",
    "names": "name",
    "files": "file",
    "aliases": "alias",
    "sections": "section",
    "headings": "heading",
    "tags": "tag",
    "films": "film",
    "movies": "movie",
}
"""Filters as front matter names what they ask for."""

EVERY_PAGE = ("alias", "tag", "link", "backlink", "text")
"""What `has:` asks of any page, besides its fields."""

_SORTS = {
    "title": "title",
    "name": "title",
    "kind": "kind",
    "type": "kind",
    "created": "created",
    "updated": "updated",
    "changed": "updated",
    "modified": "updated",
    "links": "links",
    "popularity": "links",
    "backlinks": "links",
}


class WrongFilterError(ValueError):
    """The piece is no filter; the text says why, as one sentence."""


@dataclass(frozen=True, slots=True)
class FilterReader:
    """Reads filters of one wiki.

    Args:
        fields: The names of its kinds and fields.
        today: The day from which spans such as ``day-7`` count.
        typing: Whether the last word may be unfinished.
    """

    fields: FieldNames
    today: date
    typing: bool = False

    def read(self, piece: Piece) -> Node:
        """Read a filter.

        Raises:
            WrongFilterError: It is none.
        """
        name = piece.name.casefold()
        if name in _IN_PLURAL and not self.fields.find(name):
            name = _IN_PLURAL[name]
        if name in SCOPES:
            return read_text(piece, scope=SCOPES[name], begins=self.typing and piece.last and not piece.quoted)
        reader = self._readers().get(name)
        return reader(piece) if reader else self._field(piece)

    def knows(self, name: str) -> bool:
        """Tell whether there is a filter of this name."""
        name = name.casefold()
        return name in SCOPES or name in self._readers() or bool(self.fields.find(name))

    def _readers(self) -> Mapping[str, Callable[[Piece], Node]]:
        return {
            "kind": self._kind,
            "type": self._kind,
            "tag": self._tag,
            "film": self._film,
            "movie": self._film,
            "year": self._year,
            "created": lambda piece: self._page_date(piece, PageDate.CREATED),
            "updated": lambda piece: self._page_date(piece, PageDate.UPDATED),
            "linksto": lambda piece: LinksTo(_title(piece)),
            "linkedfrom": lambda piece: LinkedFrom(_title(piece)),
            "has": self._has,
            "lacks": lambda piece: Not(self._has(piece)),
            "is": self._state,
        }

    def _kind(self, piece: Piece) -> Node:
        kinds = self.fields.kinds(piece.text, begins=piece.last)
        if not kinds:
            raise WrongFilterError(say("There is no kind “%1”.", piece.text))
        return KindIs(kinds, " or ".join(self.fields.kind_label(kind) for kind in kinds))

    def _tag(self, piece: Piece) -> Node:
        tag = piece.text.strip().lstrip("#").strip("/")
        if not tag:
            raise WrongFilterError("A tag needs a name.")
        return TagIs(tag)

    def _film(self, piece: Piece) -> Node:
        return FilmIs(_title(piece))

    def _year(self, piece: Piece) -> Node:
        paths = (*self.fields.find("year"), *self.fields.dated())
        days = read_days(piece.text, self.today)
        if days is None or not paths:
            raise WrongFilterError(say("“%1” is no year or range of years such as 1977..1983.", piece.text))
        return FieldHas(paths, "Year", piece.text, days=days, numbers=_years(days))

    def _page_date(self, piece: Piece, which: PageDate) -> Node:
        days = read_days(piece.text, self.today)
        if days is None:
            raise WrongFilterError(say("“%1” is no day, month, year or span such as day-7.", piece.text))
        return DateIs(which, days, piece.text)

    def _has(self, piece: Piece) -> Node:
        what = piece.text.casefold()
        singular = what.removesuffix("es") if what == "aliases" else what.removesuffix("s")
        singular = "alias" if what in ("alias", "aliases") else "text" if what in ("text", "body") else singular
        if singular in EVERY_PAGE:
            return Has(singular, label=singular)
        paths = self.fields.find(piece.text)
        if not paths:
            raise WrongFilterError(say("There is no field “%1”.", piece.text))
        return Has("field", paths, _label(paths, piece.text))

    def _state(self, piece: Piece) -> Node:
        name = piece.text.casefold().replace("-", "").removesuffix("s")
        if name not in set(State):
            raise WrongFilterError(say("A page cannot be “%1”: %2 are known.", piece.text, ", ".join(State)))
        return Is(State(name), self.today.isoformat())

    def _field(self, piece: Piece) -> Node:
        paths = self.fields.find(piece.name)
        if not paths:
            raise WrongFilterError(say("There is no field “%1”.", piece.name))
        has = self._value(paths, piece)
        if has is None:
            raise WrongFilterError(say("“%1” is no value of %2.", piece.text, _label(paths, piece.name)))
        return has

    def _value(self, paths: tuple[FieldPath, ...], piece: Piece) -> FieldHas | None:
        compares = not piece.quoted and (piece.text.startswith(_SIGNS) or ".." in piece.text)
        numbers, days = read_numbers(piece.text), read_days(piece.text, self.today)
        words = () if compares else tuple(word.text for word in query_words(piece.text))
        usable = tuple(path for path in paths if _fits(path, words=bool(words), numbers=numbers, days=days))
        if not usable:
            return None
        types = {path.type for path in usable}
        return FieldHas(
            paths=usable,
            label=_label(paths, piece.name),
            text=piece.text,
            words=words,
            numbers=numbers if types & {FieldType.NUMBER, FieldType.BOOLEAN} else None,
            days=days if FieldType.DATE in types else None,
        )

    def sort(self, piece: Piece, *, negated: bool) -> Sort:
        """Read ``sort:title``, ``sort:-confidence`` or ``sort:confidence:desc``.

        Raises:
            WrongFilterError: There is nothing of this name to sort by.
        """
        name, _, way = piece.text.partition(":")
        descending = name.startswith("-") ^ negated ^ way.lower().startswith("desc")
        name = name.lstrip("-+")
        by = _SORTS.get(name.casefold())
        if by:
            return Sort(by, descending, label=by)
        paths = (*self.fields.find("year"), *self.fields.dated()) if name == "year" else self.fields.find(name)
        if not paths:
            raise WrongFilterError(say("There is nothing called “%1” to sort by.", name))
        return Sort("field", descending, paths, "Year" if name == "year" else _label(paths, name))


def read_text(piece: Piece, *, scope: Scope = Scope.ANYWHERE, begins: bool = False) -> Text:
    """Read words.

    Raises:
        WrongFilterError: There is none.
    """
    found = query_words(piece.text)
    if not found:
        raise WrongFilterError(say("“%1” holds no word.", piece.written))
    last = found[-1]
    unfinished = (begins or piece.starred) and not (is_unspaced(last.text) and len(last.text) > 1)
    return Text(
        text=piece.text,
        words=tuple(word.text for word in found),
        begins=unfinished or last.begins,
        exact=piece.quoted,
        scope=scope,
        starred=piece.starred,
    )


def read_numbers(text: str) -> Range | None:
    """Read a number, a comparison or a range of numbers; None when it is none."""
    text = text.strip()
    if text.casefold() in _YES:
        return Range(1.0, 1.0)
    if text.casefold() in _NO:
        return Range(0.0, 0.0)
    if ".." in text:
        return _number_range(*(end.strip() for end in text.split("..", 1)))
    sign = next((sign for sign in _SIGNS if text.startswith(sign)), "")
    number = _number(text[len(sign) :])
    if number is None:
        return None
    above, below = sign.startswith(">"), sign.startswith("<")
    return Range(
        None if below else number,
        None if above else number,
        open_low=sign == ">",
        open_high=sign == "<",
    )


def _number_range(low: str, high: str) -> Range | None:
    first, last = _number(low), _number(high)
    if (first is None and low) or (last is None and high) or first is last is None:
        return None
    return Range(first, last)


def _number(text: str) -> float | None:
    if not _NUMBER.fullmatch(text.strip()):
        return None
    return float(text.strip().rstrip("%").replace(",", "."))


def _years(days: Range) -> Range:
    """Make the range of years for wikis that hold the year as a number."""
    low, high = (float(str(end)[:4]) if end else None for end in (days.low, days.high))
    return Range(low, high, days.open_low, days.open_high)


def _fits(path: FieldPath, *, words: bool, numbers: Range | None, days: Range | None) -> bool:
    match path.type:
        case FieldType.NUMBER | FieldType.BOOLEAN:
            return numbers is not None
        case FieldType.DATE:
            return days is not None or words
        case _:
            return words


def _label(paths: Sequence[FieldPath], typed: str) -> str:
    """Return what the fields are called; where kinds call them differently, as the name was typed."""
    labels = {path.label for path in paths if fold(path.field) == fold(typed)} or {paths[0].label}
    return (labels.pop() if len(labels) == 1 else "") or typed.capitalize()


def _title(piece: Piece) -> str:
    title = piece.text.strip().removeprefix("[[").removesuffix("]]").split("|")[0].split("#")[0].strip()
    if not title:
        raise WrongFilterError("A title is missing.")
    return title


def any_of(node: Node) -> Node:
    """Read what must all hold as what may hold, as Joplin's ``any:1`` asks."""
    parts = getattr(node, "parts", ())
    return Or(parts) if len(parts) > 1 else node
