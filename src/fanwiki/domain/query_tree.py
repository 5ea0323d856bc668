"""What a query means, as a tree of frozen values; the store answers it, `explain` says it in words."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

from fanwiki.domain.kind import FieldType


class Scope(StrEnum):
    """Where words are looked for."""

    ANYWHERE = "anywhere"
    NAMES = "names"
    HEADINGS = "headings"
    BODY = "body"


class State(StrEnum):
    """What `is:` asks of a page."""

    REDLINK = "redlink"
    ORPHAN = "orphan"
    CLAIM = "claim"
    DUE = "due"
    FILM = "film"


class PageDate(StrEnum):
    """A date that every page has."""

    CREATED = "created"
    UPDATED = "updated"


@dataclass(frozen=True, slots=True)
class FieldPath:
    """A field, or a sub-field of a record."""

    field: str
    sub: str = ""
    type: FieldType = FieldType.TEXT
    label: str = ""


@dataclass(frozen=True, slots=True)
class Text:
    """Words to be found next to each other; one word most of the time.

    Args:
        text: As it was typed.
        words: The folded words, never empty.
        begins: Whether the last word is only the beginning of one.
        exact: Whether it stood in quotes, so that other forms of the word do not count.
        scope: Where it is looked for.
        starred: Whether a ``*`` says that it is only a beginning, so that no other spelling is meant.
    """

    text: str
    words: tuple[str, ...]
    begins: bool = False
    exact: bool = False
    scope: Scope = Scope.ANYWHERE
    starred: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from `low` to `high`, or days as ``YYYY-MM-DD``; None is no bound. Both ends belong to it."""

    low: float | str | None
    high: float | str | None
    open_low: bool = False
    open_high: bool = False


@dataclass(frozen=True, slots=True)
class KindIs:
    """The page is of one of these kinds."""

    kinds: tuple[str, ...]
    label: str


@dataclass(frozen=True, slots=True)
class TagIs:
    """The page has the tag, or one below it."""

    tag: str


@dataclass(frozen=True, slots=True)
class FilmIs:
    """The page is the film, or one of its fields names the film, or the film's fields name the page."""

    title: str


@dataclass(frozen=True, slots=True)
class FieldHas:
    """One of the fields holds the words, or a number or date in the range.

    A record's sub-field also finds the pages that the same record names, so that ``actor:`` finds characters.

    Args:
        paths: The fields of this name, of all kinds.
        label: The field's name as readers see it.
        text: The value as it was typed.
        words: The value's words, for text and links.
        numbers: For fields that hold numbers; None when the value is none.
        days: For fields that hold dates; None when the value is none.
    """

    paths: tuple[FieldPath, ...]
    label: str
    text: str
    words: tuple[str, ...] = ()
    numbers: Range | None = None
    days: Range | None = None


@dataclass(frozen=True, slots=True)
class Has:
    """The page has a value in one of the fields, or one of the things every page may have.

    Args:
        what: ``alias``, ``tag``, ``link``, ``backlink``, ``text``, or ``field``.
    """

    what: str
    paths: tuple[FieldPath, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class DateIs:
    """The page was created or last changed in the range of days."""

    which: PageDate
    days: Range
    text: str


@dataclass(frozen=True, slots=True)
class LinksTo:
    """The page links to the page of this title."""

    title: str


@dataclass(frozen=True, slots=True)
class LinkedFrom:
    """The page of this title links to the page."""

    title: str


@dataclass(frozen=True, slots=True)
class Is:
    """The page is in a state; `today` is the day that decides what is due."""

    state: State
    today: str = ""


@dataclass(frozen=True, slots=True)
class And:
    """All of the parts hold."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of the parts holds."""

    parts: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The part does not hold."""

    part: Node


Filter: TypeAlias = KindIs | TagIs | FilmIs | FieldHas | Has | DateIs | LinksTo | LinkedFrom | Is
Node: TypeAlias = And | Or | Not | Text | Filter


@dataclass(frozen=True, slots=True)
class Sort:
    """An order of pages.

    Args:
        by: ``title``, ``kind``, ``created``, ``updated``, ``links`` or ``field``.
        descending: Whether the last comes first.
        paths: For ``field``, the fields that decide; the first value counts, pages without one come last.
        label: As readers see it.
    """

    by: str
    descending: bool = False
    paths: tuple[FieldPath, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Query:
    """What somebody asked for.

    Args:
        text: As it was typed.
        root: What has to hold; None when everything is asked for.
        sort: The orders asked for, the first decides first; empty for the best first.
        limit: How many pages were asked for, or None.
        stems: Whether other English forms of a word count as the word; None for what the wiki says.
        notes: What was read otherwise than it looks, one sentence each.
    """

    text: str
    root: Node | None = None
    sort: tuple[Sort, ...] = ()
    limit: int | None = None
    stems: bool | None = None
    notes: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was asked for."""
        return self.root is None and not self.sort and self.limit is None


def texts(node: Node | None) -> tuple[Text, ...]:
    """Return the words that were asked for, without those that must not be there."""
    match node:
        case Text():
            return (node,)
        case And(parts) | Or(parts):
            return tuple(text for part in parts for text in texts(part))
        case _:
            return ()


def holds_words(node: Node | None) -> bool:
    """Whether words matter anywhere in a query, be it that they must not be there."""
    match node:
        case Text():
            return True
        case And(parts) | Or(parts):
            return any(map(holds_words, parts))
        case Not(part):
            return holds_words(part)
        case _:
            return False
