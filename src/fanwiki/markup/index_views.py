"""What the template of pages that list pages is given: see `fanwiki.markup.views`, whose rules hold here too."""

from __future__ import annotations

from dataclasses import dataclass

from fanwiki.markup.views import Cell, EntryView, LinkView, ListView


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """A run of entries under a letter or a name."""

    label: str
    anchor: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class JumpView:
    """A letter or a beginning that a list can be read from, and whether what is shown has some of it."""

    label: str
    href: str
    is_here: bool = False


@dataclass(frozen=True, slots=True)
class PartsView:
    """The parts of a long list, of which an index shows one.

    Args:
        place: Which entries are shown, of how many.
        previous: Where the part before is; empty at the first.
        next: Where the part after is; empty at the last.
        letters: Where each letter begins.
        beginnings: Where the parts of the letter begin that is shown, if it has several.
    """

    place: str
    previous: str = ""
    next: str = ""
    letters: tuple[JumpView, ...] = ()
    beginnings: tuple[JumpView, ...] = ()


@dataclass(frozen=True, slots=True)
class IndexView:
    """A page that lists pages: A–Z, one kind, one tag, or what was not found.

    Args:
        title: Its heading.
        intro: A sentence below it.
        lists: Lists before the groups, such as the kinds with their counts.
        groups: The entries; several groups get a line of jump links.
        breadcrumbs: The way from the home page.
        kind: The name of the kind whose pages these are, if they are all of one.
        parts: The other parts, when the groups are one of several.
    """

    title: str
    intro: Cell = ""
    lists: tuple[ListView, ...] = ()
    groups: tuple[IndexGroup, ...] = ()
    breadcrumbs: tuple[LinkView, ...] = ()
    kind: str = ""
    parts: PartsView | None = None
