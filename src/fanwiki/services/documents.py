"""Whole HTML documents for a window: pages, the home page, lists of kinds and tags, previews of drafts."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from fanwiki.domain.kind import FieldType
from fanwiki.domain.page import PageSource
from fanwiki.domain.query_tree import And, FieldHas, FieldPath, Has, Is, KindIs, Not, Or, Query, Sort, State, TagIs
from fanwiki.domain.title import identity
from fanwiki.domain.viewer import Viewer
from fanwiki.markup.derive import derive
from fanwiki.markup.index_views import IndexView
from fanwiki.markup.render import Renderer
from fanwiki.markup.shell import article_html, index_html, page_html
from fanwiki.markup.style import list_style, stylesheet
from fanwiki.markup.views import EntryView, LinkView, ListShape, ListView, PageView, SiteView, Theme
from fanwiki.services import speculating
from fanwiki.services.addresses import Addresses
from fanwiki.services.browsing import PageReading
from fanwiki.services.finding import find
from fanwiki.services.linking import Leads, PageLinks
from fanwiki.services.page_lists import ListPart, list_part
from fanwiki.store.reader import Reader
from fanwiki.store.wiki_file import WikiFile
from fanwiki.wording import say, say_label

# A window's own: the engine's scroll bars are grey wherever they stand.
_SCROLLING = ":root { scrollbar-width: thin; scrollbar-color: var(--colour-edge) transparent; }"
_OFFERS = """
.withheld a[href^="fanwiki://wiki/reveal"] {
  margin-inline-start: 0.6em; padding-inline-start: 0.7em; border-inline-start: 1px solid currentcolor;
  font-weight: var(--weight-strong); text-decoration: none;
}
.withheld a[href^="fanwiki://wiki/reveal"]:hover { text-decoration: underline; }
@media print { :is(.withheld, .withheld-note) a[href^="fanwiki://wiki/reveal"] { display: none; } }
"""
"""A window's own too: elsewhere nobody can be asked to show what is hidden."""

RECENT = 8
SHORT = 6
_STATUS = FieldPath("status", type=FieldType.ENUM)
_CONFIDENCE = FieldPath("confidence", type=FieldType.NUMBER)
_RESOLVES_BY = FieldPath("resolves_by", type=FieldType.DATE)


@dataclass(frozen=True, slots=True)
class Place:
    """A heading of a document: its level, its text and its id."""

    level: int
    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Document:
    """A document with what stands beside it in a window.

    Args:
        html: The whole document.
        title: What a tab calls it.
        places: Its headings, in their order.
        linked_from: Titles of the pages that link here, or of the first of them.
        linked_from_in_all: How many pages link here, when these are only the first; else 0.
        withheld: How many parts of it the viewer may not see.
        kind: For a page, the name of its kind.
        kind_label: For a page, what the list of its kind is called.
        items: For a page, the keys of the spoilers that it may be asked to show, by their numbers from 1.
    """

    html: str
    title: str
    places: tuple[Place, ...] = ()
    linked_from: tuple[str, ...] = ()
    linked_from_in_all: int = 0
    withheld: int = 0
    kind: str = ""
    kind_label: str = ""
    items: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Offers:
    """The links with which a reader chooses to see hidden parts of a page.

    Args:
        address: Returns where a part of this number is shown; without one, where one chooses among all.
        one: What the first says.
        all: What the second says.
    """

    address: Callable[[str], str]
    one: str
    all: str

    def link(self, item: str) -> LinkView:
        """Return the link for a part of this number; without one, for all."""
        return LinkView(self.one if item else self.all, self.address(item))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is the same for every document of one window.

    Args:
        addresses: Where things are.
        home: The address of the home page.
        style: The address of the style sheet.
        theme: The colours: system, light, dark or contrast.
        offers: The links that show hidden parts of a page; None when nobody is there to follow them.
    """

    addresses: Addresses
    home: str
    style: str
    theme: str = "system"
    offers: Offers | None = None

    def site(self, wiki: WikiFile) -> SiteView:
        """Return what the shell needs; the window has its own head and foot."""
        theme = Theme(self.theme)
        return SiteView(title=wiki.path.stem, home=self.home, styles=(self.style,), theme=theme, bare=True)


def style_sheet() -> bytes:
    """Return the style sheet of every document."""
    return (stylesheet() + list_style() + _SCROLLING + _OFFERS).encode()


def page_document(
    wiki: WikiFile, title: str, viewer: Viewer, around: Surroundings, *, revealed: Collection[str] = ()
) -> Document:
    """Return a page.

    Args:
        wiki: The open wiki.
        title: Its title or alias.
        viewer: Who reads.
        around: The window.
        revealed: Keys of single spoilers that the viewer chose to see; see `fanwiki.services.revealing`.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader, Renderer(reader.rendered) as renderer:
        leads, page = Leads(reader), find(reader, title)
        show = around.offers.link if around.offers is not None else None
        reading = PageReading(leads, renderer, revealed=revealed, show=show)
        view = reading.view(page, around.addresses)
        kind = reader.kinds().of(view.kind)
        items = reading.items(page) if view.show is not None else ()
    html = page_html(view, around.site(wiki))
    return Document(
        html,
        view.title,
        _places(view),
        _linking(view),
        view.backlinks.total,
        view.withheld,
        kind.name,
        say_label(kind.plural),
        items,
    )


def preview_article(wiki: WikiFile, source: PageSource, viewer: Viewer, around: Surroundings) -> Document:
    """Return a draft as a page would show it, without the document round it."""
    with wiki.reading(viewer) as reader, Renderer(reader.rendered) as renderer:
        page = reader.pages.find(source.title)
        view = PageReading(Leads(reader), renderer).view_of(source, page, around.addresses)
    return Document(str(article_html(view)), view.title, _places(view), (), view.withheld)


def preview_document(wiki: WikiFile, source: PageSource, viewer: Viewer, around: Surroundings) -> Document:
    """Return a draft as a whole document."""
    with wiki.reading(viewer) as reader, Renderer(reader.rendered) as renderer:
        page = reader.pages.find(source.title)
        view = PageReading(Leads(reader), renderer).view_of(source, page, around.addresses)
    return Document(page_html(view, around.site(wiki)), view.title, _places(view), (), view.withheld)


def home_document(wiki: WikiFile, viewer: Viewer, around: Surroundings, *, today: date | None = None) -> Document:
    """Return the home page: what is new, what is rumoured, what is wanted, and every kind with its count."""
    with wiki.reading(viewer) as reader, Renderer(reader.rendered) as renderer:
        title = reader.title or wiki.path.stem
        links = PageLinks(Leads(reader), renderer, around.addresses)
        lists = (_kinds(reader, around.addresses), _recent(links), *_rumours(links, today), _wanted(links))
    shown = tuple(entry for entry in lists if entry.entries)
    begin = say("This wiki has no pages yet. Press Ctrl+N to write the first, or bring some in with File › Import.")
    intro = "" if shown else begin
    index = IndexView(title=title, intro=intro, lists=shown)
    places = tuple(Place(2, entry.title, entry.anchor) for entry in shown if entry.title)
    return Document(index_html(index, around.site(wiki)), title, places)


def kind_document(wiki: WikiFile, name: str, viewer: Viewer, around: Surroundings, *, part: int = 1) -> Document:
    """Return the list of all pages of a kind, or of a long one a part, counted from 1."""
    with wiki.reading(viewer) as reader, Renderer(reader.rendered) as renderer:
        links = PageLinks(Leads(reader), renderer, around.addresses)
        kind = reader.kinds().of(name)
        shown = list_part(links, KindIs((name,), name), part)
    return _listing(wiki, say_label(kind.plural), shown, around)


def all_document(wiki: WikiFile, viewer: Viewer, around: Surroundings, *, part: int = 1) -> Document:
    """Return the list of all pages, or of a long one a part, counted from 1."""
    with wiki.reading(viewer) as reader, Renderer(reader.rendered) as renderer:
        shown = list_part(PageLinks(Leads(reader), renderer, around.addresses), None, part)
    return _listing(wiki, say("All pages"), shown, around)


def tag_document(wiki: WikiFile, tag: str, viewer: Viewer, around: Surroundings, *, part: int = 1) -> Document:
    """Return the list of the pages with a tag, or of a long one a part, counted from 1."""
    with wiki.reading(viewer) as reader, Renderer(reader.rendered) as renderer:
        shown = list_part(PageLinks(Leads(reader), renderer, around.addresses), TagIs(tag.strip("#/")), part)
    return _listing(wiki, f"#{tag}", shown, around)


def missing_document(wiki: WikiFile, title: str, around: Surroundings) -> Document:
    """Return what stands where a viewer finds no page: the offer to write it."""
    href = around.addresses.missing(title)
    intro = LinkView(say("Nobody has written this page yet. Write it."), href)
    index = IndexView(title=title, intro=intro, breadcrumbs=(LinkView(say("Home"), around.home),))
    return Document(index_html(index, around.site(wiki)), title)


def attachment(wiki: WikiFile, name: str, viewer: Viewer) -> tuple[bytes, str]:
    """Return a file's bytes and media type.

    Raises:
        NotFoundError: There is none by this name, or the viewer may not know of it.
    """
    with wiki.reading(viewer) as reader:
        found = reader.attachments.get(name)
    return found.data, found.media_type


def withheld_films(wiki: WikiFile, title: str, viewer: Viewer) -> list[str]:
    """Return the films that hide parts of a page from a viewer, as far as their titles may be known.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        page = find(reader, title)
        leads = Leads(reader)
        source = reader.pages.source(page)
        gates = derive(source, reader.kinds().of(source.kind), gate_of=leads.gate_of).gates()
        films = sorted({film for gate in gates if not reader.sees(gate) for film in gate.named_films()})
        known = [lead.page.title for lead in map(leads.lead, films) if lead.page is not None]
        return [film for film in known if identity(film) not in viewer.seen]


def _places(view: PageView) -> tuple[Place, ...]:
    own = [Place(entry.level, entry.text, entry.anchor) for entry in view.contents]
    return (*own, *(Place(2, section.title, section.anchor) for section in view.sections if section.title))


def _linking(view: PageView) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.link.text for entry in view.backlinks.links))


def _listing(wiki: WikiFile, title: str, shown: ListPart, around: Surroundings) -> Document:
    intro = "" if shown.groups else say("There is nothing here yet, or nothing that you may see.")
    home = (LinkView(say("Home"), around.home),)
    index = IndexView(title=title, intro=intro, groups=shown.groups, breadcrumbs=home, parts=shown.parts)
    places = tuple(Place(2, group.label, group.anchor) for group in shown.groups)
    return Document(index_html(index, around.site(wiki)), title, places)


def _kinds(reader: Reader, addresses: Addresses) -> ListView:
    counts = reader.pages.count_by_kind()
    kinds = reader.kinds()
    entries = tuple(
        EntryView(LinkView(say_label(kinds.of(name).plural), addresses.kind(name)), note=str(count))
        for name, count in sorted(counts.items(), key=lambda entry: -entry[1])
    )
    return ListView("kinds", say("In this wiki"), entries, ListShape.COLUMNS)


def _recent(links: PageLinks) -> ListView:
    kinds = links.reader.kinds()
    entries = tuple(
        EntryView(links.page_link(page), kind=say_label(kinds.of(page.kind).label), note=page.updated[:10])
        for page in links.reader.pages.recent(RECENT)
    )
    return ListView("recent", say("Changed last"), entries)


def _rumours(links: PageLinks, today: date | None) -> tuple[ListView, ListView]:
    """Return the claims to settle and the likeliest of the others; only those that are shown are read."""
    is_due = Is(State.DUE, (today or date.today()).isoformat())
    is_open = Or((FieldHas((_STATUS,), "Status", speculating.OPEN, (speculating.OPEN,)), Not(Has("field", (_STATUS,)))))
    others = And((Is(State.CLAIM), is_open, Not(is_due)))
    return (
        _claims(
            links, Query("", is_due, (Sort("field", paths=(_RESOLVES_BY,)),)), "due", say("Should be known by now")
        ),
        _claims(links, Query("", others, (Sort("field", True, (_CONFIDENCE,)),)), "rumours", say("Open rumours")),
    )


def _claims(links: PageLinks, query: Query, anchor: str, title: str) -> ListView:
    """Return the first of the claims that a query finds."""
    listed = links.reader.search.listed(query, size=SHORT)

    def entry(claim: speculating.Claim) -> EntryView:
        confidence = "" if claim.confidence is None else f"{claim.confidence:g} %"
        by = say("by %1", claim.resolves_by) if claim.resolves_by else ""
        note = " · ".join(part for part in (confidence, by) if part)
        return EntryView(links.page_link(claim.page), kind=say_label(claim.claim_kind), note=note)

    entries = tuple(entry(speculating.claim_of(links.reader, page)) for page in listed.pages)
    more = listed.total - len(entries)
    return ListView(anchor, title, entries, note=say("and %1 more", more) if more else "")


def _wanted(links: PageLinks) -> ListView:
    entries = tuple(
        EntryView(links.title_link(row.title), note=say("linked from %1", row.pages))
        for row in links.reader.links.wanted(SHORT)
    )
    return ListView("wanted", say("Wanted pages"), entries, ListShape.COLUMNS)


@dataclass(frozen=True, slots=True)
class Card:
    """A page in a few words, for a preview of a link.

    Args:
        title: Its title.
        kind: Its kind's label.
        icon: Its kind's icon.
        text: How its text begins, as far as the viewer may read it.
    """

    title: str
    kind: str
    icon: str
    text: str


def card(wiki: WikiFile, title: str, viewer: Viewer, *, length: int = 280) -> Card:
    """Return a page in a few words.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        page = find(reader, title)
        kind = reader.kinds().of(page.kind)
        # The fields come first; what follows them under no heading is how the text begins.
        leads = [segment.text for segment in reader.pages.segments(page) if not segment.heading]
    text = " ".join(leads[-1].split()) if leads else ""
    shown = text if len(text) <= length else text[:length].rsplit(" ", 1)[0] + " …"
    return Card(page.title, say_label(kind.label), kind.icon, shown)
