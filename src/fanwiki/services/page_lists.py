"""Lists of all pages, of a kind or of a tag, a part at a time, with the letters that lead to the other parts."""

from __future__ import annotations

from dataclasses import dataclass

from fanwiki.domain.initials import Initial, initials
from fanwiki.domain.query_tree import Node, Query
from fanwiki.markup.index_views import IndexGroup, JumpView, PartsView
from fanwiki.markup.views import EntryView
from fanwiki.services.linking import PageLinks
from fanwiki.store.search_outline import Outline
from fanwiki.wording import say, say_label

PART = 300
"""So many pages a part has."""

MOST_BEGINNINGS = 60
"""So many parts of one letter are offered; of more, some are left out between."""

LONGEST_BEGINNING = 12


@dataclass(frozen=True, slots=True)
class ListPart:
    """A part of a list.

    Args:
        groups: Its entries by letter.
        parts: What leads to the other parts; None when there are none.
    """

    groups: tuple[IndexGroup, ...]
    parts: PartsView | None = None


def list_part(links: PageLinks, root: Node | None, number: int) -> ListPart:
    """Return a part of the pages that answer a query without words, by title.

    Args:
        links: Where pages are, for their reader.
        root: What is asked for; None for all pages.
        number: Which part, from 1; beyond the last is the last.
    """
    outline = links.reader.search.outline(Query("", root), PART)
    total = len(outline.pages)
    number = max(0, min(number - 1, (total - 1) // PART))
    letters = initials(outline.firsts, total)
    groups = _groups(links, outline, letters, number)
    return ListPart(groups, _parts(outline, letters, number) if total > PART else None)


def _groups(links: PageLinks, outline: Outline, letters: tuple[Initial, ...], number: int) -> tuple[IndexGroup, ...]:
    kinds = links.reader.kinds()
    pages = links.reader.pages.get_all(outline.part(number))
    first = number * PART
    entries = [
        EntryView(links.page_link(page), kind=say_label(kinds.of(page.kind).label))
        for page in (pages[page] for page in outline.part(number))
    ]
    groups = []
    for letter, end in _with_ends(letters, len(outline.pages)):
        start, stop = max(letter.first - first, 0), min(end - first, len(entries))
        if start < stop:
            groups.append(IndexGroup(letter.label, _anchor(letter), tuple(entries[start:stop])))
    return tuple(groups)


def _parts(outline: Outline, letters: tuple[Initial, ...], number: int) -> PartsView:
    total, first = len(outline.pages), number * PART
    last = min(first + PART, total)
    here = [(letter, end) for letter, end in _with_ends(letters, total) if letter.first < last and end > first]
    jumps = tuple(
        JumpView(letter.label, f"{_address(letter.first // PART)}#{_anchor(letter)}", (letter, end) in here)
        for letter, end in _with_ends(letters, total)
    )
    return PartsView(
        place=say("%1 to %2 of %3", f"{first + 1:,}", f"{last:,}", f"{total:,}"),
        previous=_address(number - 1) if number else "",
        next=_address(number + 1) if last < total else "",
        letters=jumps,
        beginnings=_beginnings(outline, *max(here, key=lambda run: run[1] - run[0].first), number),
    )


def _beginnings(outline: Outline, letter: Initial, end: int, here: int) -> tuple[JumpView, ...]:
    """Return where the parts of one letter begin, which is too long to be gone through one after the other."""
    first, last = letter.first // PART, (end - 1) // PART
    if last - first < 2:
        return ()
    step = -(-(last - first + 1) // MOST_BEGINNINGS)
    jumps = [JumpView(letter.label, f"{_address(first)}#{_anchor(letter)}", first <= here < first + step)]
    for part in range(first + step, last + 1, step):
        label = _beginning(outline.starts[part], outline.starts[part - 1])
        jumps.append(JumpView(label, _address(part), part <= here < part + step))
    return tuple(jumps)


def _beginning(start: str, before: str) -> str:
    """Return as much of a look-up key as tells it from the one that begins the part before."""
    same = next((place for place, (a, b) in enumerate(zip(start, before, strict=False)) if a != b), len(before))
    shown = start[: min(max(same, 1) + 1, LONGEST_BEGINNING)].strip()
    return shown[:1].upper() + shown[1:]


def _with_ends(letters: tuple[Initial, ...], total: int) -> list[tuple[Initial, int]]:
    ends = [*(letter.first for letter in letters[1:]), total]
    return list(zip(letters, ends, strict=False))  # of no letters nothing ends


def _address(part: int) -> str:
    """Return the address of another part, from any part of the same list."""
    return f"?part={part + 1}"


def _anchor(letter: Initial) -> str:
    return f"l-{letter.label.casefold() if letter.label.isalnum() else f'{ord(letter.label[0]):x}'}"
