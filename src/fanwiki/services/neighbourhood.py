"""What stands around one page: the pages it is tied to by fields and links, and the ties among those."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from fanwiki.domain.kind import Field, Kinds
from fanwiki.domain.page import PageId
from fanwiki.domain.viewer import Viewer
from fanwiki.services.finding import find
from fanwiki.store.reader import Reader
from fanwiki.store.rows import FactRow, PageRow
from fanwiki.store.wiki_file import WikiFile
from fanwiki.wording import say_label

MOST = 50
"""Neighbours that one picture holds and somebody can still read."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A page beside the one in the middle.

    Args:
        page: The page.
        kind_label: Its kind, as readers see it.
        icon: Its kind's icon.
        relation: What a field makes it to the page in the middle (Director, Appearances …), empty when only links do.
        links_here: Whether it links to the page in the middle.
        links_there: Whether the page in the middle links to it.
    """

    page: PageRow
    kind_label: str
    icon: str
    relation: str = ""
    links_here: bool = False
    links_there: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """Two pages that a field ties together.

    Args:
        source: The page whose field it is, or the first sub-field's of one record.
        target: The page it names.
        label: The field, as readers see it.
    """

    source: PageId
    target: PageId
    label: str


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """A page with what stands around it.

    Args:
        middle: The page.
        neighbours: Those tied by fields first, relation by relation, then those tied by links; each by title.
        ties: Every tie by a field between two of all these pages, each once.
        left_out: How many neighbours there are besides.
    """

    middle: Neighbour
    neighbours: tuple[Neighbour, ...]
    ties: tuple[Tie, ...]
    left_out: int = 0


@dataclass
class _Found:
    """What is being gathered; the order of relations is that in which they were found first."""

    pages: dict[PageId, PageRow] = field(default_factory=dict)
    relations: dict[PageId, str] = field(default_factory=dict)
    here: set[PageId] = field(default_factory=set)
    there: set[PageId] = field(default_factory=set)

    def tie(self, page: PageRow, relation: str) -> None:
        self.pages[page.id] = page
        self.relations.setdefault(page.id, relation)


def neighbourhood(wiki: WikiFile, title: str, viewer: Viewer, *, most: int = MOST) -> Neighbourhood:
    """Return what stands around a page, as far as this viewer may know of it.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        page = find(reader, title)
        found = _Found()
        _follow_fields(reader, page, found)
        _follow_links(reader, page, found)
        found.pages.pop(page.id, None)
        kinds = reader.kinds()
        shown = _in_order(kinds, found)
        kept = shown[:most]
        ties = _ties(reader, [page, *(each.page for each in kept)])
        return Neighbourhood(_neighbour(kinds, page), tuple(kept), ties, len(shown) - len(kept))


def _follow_fields(reader: Reader, page: PageRow, found: _Found) -> None:
    """Take in what the page's fields name, what names it in its fields, and what stands beside it in a record."""
    kinds = reader.kinds()
    for row in reader.facts.of(page):
        if row.leads_to is not None:
            found.tie(row.leads_to, _label(kinds, row))
    pointing = reader.facts.pointing_to(page)
    for row in pointing:
        found.tie(row.page, _inverse_label(kinds, row))
    for name, sub in sorted({(row.field, row.sub) for row in pointing if row.sub}):
        for record in reader.facts.records_where(name, sub, page):
            for row in record:
                if row.leads_to is not None:
                    found.tie(row.leads_to, _label(kinds, row))


def _follow_links(reader: Reader, page: PageRow, found: _Found) -> None:
    for link in reader.links.of(page):
        if link.page is not None:
            found.pages.setdefault(link.page.id, link.page)
            found.there.add(link.page.id)
    for link in reader.links.to(page):
        found.pages.setdefault(link.source.id, link.source)
        found.here.add(link.source.id)


def _in_order(kinds: Kinds, found: _Found) -> list[Neighbour]:
    rank = {relation: number for number, relation in enumerate(dict.fromkeys(found.relations.values()))}

    def place(each: Neighbour) -> tuple[int, int, str]:
        both = each.links_here and each.links_there
        return rank.get(each.relation, len(rank)), 0 if both else 1 + each.links_here, each.page.title.casefold()

    neighbours = [
        _neighbour(
            kinds,
            page,
            relation=found.relations.get(page.id, ""),
            links_here=page.id in found.here,
            links_there=page.id in found.there,
        )
        for page in found.pages.values()
    ]
    return sorted(neighbours, key=place)


def _neighbour(
    kinds: Kinds, page: PageRow, *, relation: str = "", links_here: bool = False, links_there: bool = False
) -> Neighbour:
    kind = kinds.of(page.kind)
    return Neighbour(page, say_label(kind.label), kind.icon, relation, links_here, links_there)


def _ties(reader: Reader, pages: Iterable[PageRow]) -> tuple[Tie, ...]:
    """Return the ties by fields among these pages, those between two names in one record included."""
    known = {page.id: page for page in pages}
    kinds = reader.kinds()
    ties: dict[tuple[PageId, PageId], Tie] = {}
    for page in known.values():
        for tie in _ties_of(kinds, page, reader.facts.of(page)):
            if tie.source in known and tie.target in known and tie.source != tie.target:
                ties.setdefault((tie.source, tie.target), tie)
    return tuple(ties.values())


def _ties_of(kinds: Kinds, page: PageRow, rows: Iterable[FactRow]) -> Iterator[Tie]:
    first: dict[tuple[str, int], PageId] = {}
    for row in rows:
        if row.leads_to is None:
            continue
        label = _label(kinds, row)
        yield Tie(page.id, row.leads_to.id, label)
        if row.sub:
            head = first.setdefault((row.field, row.item), row.leads_to.id)
            yield Tie(head, row.leads_to.id, label)


def _declared(kinds: Kinds, row: FactRow) -> tuple[Field | None, Field | None]:
    declared = kinds.of(row.page.kind).field(row.field)
    return declared, declared.sub(row.sub) if declared and row.sub else None


def _label(kinds: Kinds, row: FactRow) -> str:
    """Return what a value is to its page: the sub-field's label, or the field's."""
    declared, sub = _declared(kinds, row)
    if sub is not None:
        return say_label(sub.label)
    return say_label(declared.label) if declared is not None else row.field


def _inverse_label(kinds: Kinds, row: FactRow) -> str:
    """Return what a page is to the one that its field names."""
    declared, sub = _declared(kinds, row)
    named = sub or declared
    return (named.inverse if named is not None else "") or _label(kinds, row)
