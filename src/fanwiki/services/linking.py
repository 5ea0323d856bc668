"""What links, embeds, pictures and query blocks become, for one viewer and one output."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TypeAlias

from fanwiki.domain.gate import EVERYTHING, SPECULATION, Gate
from fanwiki.domain.page import PageId
from fanwiki.domain.title import lookup_key
from fanwiki.markup.anchors import block_id, heading_id, places_in
from fanwiki.markup.blocks import embed_html, list_html
from fanwiki.markup.excerpt import excerpt
from fanwiki.markup.redact import ITEM, redact
from fanwiki.markup.render import Renderer
from fanwiki.markup.resolve import LinkTarget
from fanwiki.markup.suspicion import may_be_gated
from fanwiki.markup.views import EntryView, Html, LinkState, LinkView, ListView
from fanwiki.services.addresses import Addresses
from fanwiki.services.appearing import UNDATED, Dates, chronological
from fanwiki.store.reader import Reader
from fanwiki.store.rows import Lead, PageRow
from fanwiki.wording import mark, say, say_label

Show: TypeAlias = Callable[[str], LinkView]
"""Makes the link that shows the hidden item of this number; without one, the link that lets choose among all."""

HIDDEN_TITLE = mark("Hidden page")
LIST_LIMIT = 200
"""A query block shows at most so many pages."""

REMEMBERED = 6_000
"""So much is remembered at most from the pages before, so that memory stays flat in a wiki of any size."""

PLACES_REMEMBERED = 500
"""The places in so many pages are remembered at most."""


class Leads:
    """Where titles and names of files lead for one reader, remembered for the pages that follow."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.dates: dict[PageId, Dates] = {}
        self._leads: dict[str, Lead] = {}
        self._files: dict[str, bool] = {}
        self._file_keys: set[str] | None = None
        self._places: dict[PageId, frozenset[str]] = {}

    def lead(self, title: str) -> Lead:
        """Return where a title leads."""
        if title not in self._leads:
            self._leads[title] = self.reader.pages.leads_to(title)
        return self._leads[title]

    def gather(self, pages: Sequence[PageRow]) -> None:
        """Read at once what these pages show, for they are what is asked for next."""
        gathered = self.reader.gather(pages)
        for remembered in (self._leads, self._files, self.dates):
            if len(remembered) > REMEMBERED:
                remembered.clear()
        undated = {page.id: page for page in (*pages, *gathered.pointers()) if page.id not in self.dates}
        for page, days in gathered.days(undated.values()).items():
            first = {name: min(found, key=chronological) for name, found in days.items()}
            self.dates[page] = Dates(first.get("released", UNDATED), first.get("universe_date", UNDATED))
        if self._file_keys is None:
            self._file_keys = {lookup_key(row.name) for row in self.reader.attachments.all()}

    def know(self, titles: Iterable[str]) -> None:
        """Look up where several titles lead, in one go."""
        unknown = {title for title in titles if title not in self._leads}
        if unknown:
            self._leads.update(self.reader.pages.leads(unknown))

    def gate_of(self, title: str) -> Gate:
        """Return what one must have seen to know of the page that this title leads to."""
        return self.lead(title).gate

    def places(self, page: PageRow, renderer: Renderer) -> frozenset[str]:
        """Return the ids in the body of a page as the viewer reads it.

        They are those of what is rendered, which is kept. The anchors of its rows tell no blocks, count headings that
        are hidden from the viewer, and may be those of an earlier version of the program.
        """
        if page.id not in self._places:
            if len(self._places) >= PLACES_REMEMBERED:
                self._places.clear()
            source = self.reader.pages.source(page)
            kind = self.reader.kinds().of(source.kind)
            body = source.body
            if may_be_gated(source, kind, self.gate_of):
                body = redact(source, kind, sees=self.reader.sees, gate_of=self.gate_of).body
            self._places[page.id] = places_in(renderer.body(body).html)
        return self._places[page.id]

    def has_file(self, name: str) -> bool:
        """Whether there is an attachment of this name that the viewer may see."""
        if name not in self._files:
            if self._file_keys is not None and lookup_key(name) not in self._file_keys:
                return False
            self._files[name] = self.reader.attachments.find(name) is not None
        return self._files[name]


class PageLinks:
    """Answers the resolver's questions for one page of one output.

    Args:
        leads: Where titles lead for the viewer.
        renderer: Renders embedded pages.
        addresses: Where things are in this output.
        show: The link that shows what a mask of this number hides; None where there is nobody to choose.
        body: The rendered body of the page itself.
    """

    def __init__(
        self,
        leads: Leads,
        renderer: Renderer,
        addresses: Addresses,
        show: Show | None = None,
        body: str = "",
    ) -> None:
        self._show = show
        self._body = body
        self._own_places: frozenset[str] | None = None
        self.reader = leads.reader
        self.dates = leads.dates
        self.addresses = addresses
        self._leads = leads
        self._renderer = renderer

    def link(self, target: str, heading: str, block: str) -> LinkTarget:
        """Return where a wikilink leads."""
        fragment = block_id(block) if block else heading_id(heading) if heading else ""
        if not target:
            return LinkTarget(f"#{fragment}", heading or block)
        lead = self._leads.lead(target)
        if lead.page is not None:
            return LinkTarget(self.addresses.page(lead.page, self._place(lead.page, fragment)), lead.page.title)
        if lead.masked:
            return LinkTarget(None, self.masked_title(lead.gate), LinkState.MASKED)
        if self._leads.has_file(target):
            return LinkTarget(self.addresses.attachment(target), target, LinkState.FILE)
        return LinkTarget(self.addresses.missing(target), target, LinkState.MISSING)

    def own_places(self) -> frozenset[str]:
        """Return the ids in the body of the page itself."""
        if self._own_places is None:
            self._own_places = places_in(self._body)
        return self._own_places

    def _place(self, page: PageRow, fragment: str) -> str:
        """Return a place in a page, or nothing when it is not there: then a link leads to the page."""
        return fragment if fragment and fragment in self._leads.places(page, self._renderer) else ""

    def image(self, name: str) -> str | None:
        """Return the address of an attachment that the viewer may see."""
        return self.addresses.attachment(name) if self._leads.has_file(name) else None

    def embed(self, target: str, heading: str, block: str) -> str | None:
        """Return a page or a part of it as HTML with its links unresolved."""
        page = self._leads.lead(target).page
        if page is None:
            return None
        source = self.reader.pages.source(page)
        kind = self.reader.kinds().of(source.kind)
        visible = redact(source, kind, sees=self.reader.sees, gate_of=self._leads.gate_of)
        part = excerpt(visible.body, heading=heading, block=block)
        if part is None:
            return None
        fragment = block_id(block) if block else heading_id(heading) if heading else ""
        title = page.title + (f" › {heading}" if heading else "")
        origin = LinkView(title, self.addresses.page(page, self._place(page, fragment)))
        return embed_html(origin, Html(self._renderer.body(part).html))

    def query(self, text: str) -> str:
        """Return the list that a query block makes."""
        from fanwiki.services.searching import read_query  # most pages have no list, and this import takes a while

        query = read_query(self.reader, text, typing=False)
        listed = self.reader.search.listed(query, size=LIST_LIMIT)
        shown = listed.pages
        kinds = self.reader.kinds()
        mixed = len({page.kind for page in shown}) > 1
        entries = tuple(
            EntryView(self.page_link(page), kind=say_label(kinds.of(page.kind).label) if mixed else "")
            for page in shown
        )
        more = say("and %1 more", listed.total - LIST_LIMIT) if listed.total > LIST_LIMIT else ""
        note = " ".join(filter(None, (more and f"{more}." if query.notes else more, *query.notes)))
        return list_html(ListView(entries=entries, empty=say("No page matches this list yet."), note=note))

    def film(self, name: str) -> LinkTarget:
        """Return the film that a mask names, one whose own title is hidden unnamed; or what shows what it hides."""
        if name.startswith(ITEM):
            link = self._show(name.removeprefix(ITEM)) if self._show is not None else None
            return LinkTarget(link.href, link.text) if link else LinkTarget(None, "")
        if name == EVERYTHING:
            return LinkTarget(None, say("every film"))
        if name == SPECULATION:
            return LinkTarget(None, "a rumour")
        return self.link(name, "", "")

    def tag(self, name: str) -> LinkTarget:
        """Return where the pages with a tag are listed."""
        return LinkTarget(self.addresses.tag(name), name)

    def page_link(self, page: PageRow, text: str = "") -> LinkView:
        """Return a link to a page that the viewer may know of."""
        return LinkView(text or page.title, self.addresses.page(page))

    def title_link(self, title: str, text: str = "") -> LinkView:
        """Return a link to a title: a page, a wanted page, or a mask in its place."""
        target = self.link(title, "", "")
        shown = target.title if target.state is LinkState.MASKED else text or target.title
        return LinkView(shown, target.href, target.state)

    def masked_title(self, gate: Gate) -> str:
        """Return what stands in place of a title behind a gate: the films it spoils, as far as they may be named."""
        return f"{say(HIDDEN_TITLE)} ({self.reasons(gate)})"

    def reasons(self, gate: Gate) -> str:
        """Say what one must have seen, naming only films whose titles the viewer may know."""
        films = [lead.page.title for lead in map(self._leads.lead, gate.named_films()) if lead.page is not None]
        unnamed = len(gate.named_films()) - len(films)
        unseen = [film for film in films if not self.reader.sees(Gate.of(film))]
        parts = unseen + ([say("another film")] if unnamed and not unseen else [])
        if parts:
            return "spoils " + ", ".join(parts)
        return "a rumour" if SPECULATION in gate.films else "a spoiler"
