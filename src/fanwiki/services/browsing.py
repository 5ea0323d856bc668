"""Reading pages: what one page shows to one viewer in one output."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date

from fanwiki.domain.gate import OPEN
from fanwiki.domain.kind import Kind
from fanwiki.domain.page import ALIASES, TAGS, PageSource, Value
from fanwiki.domain.viewer import Viewer
from fanwiki.markup.fields import FieldValue, is_wrapper, read_fields
from fanwiki.markup.redact import MASK, redact
from fanwiki.markup.render import Rendered, Renderer
from fanwiki.markup.resolve import resolve
from fanwiki.markup.reveal import numbered, reveal
from fanwiki.markup.views import BacklinksView, ContentsEntry, Html, LinkView, PageView
from fanwiki.services import attributing, infoboxes, sections
from fanwiki.services.addresses import Addresses
from fanwiki.services.finding import find
from fanwiki.services.linking import Leads, PageLinks, Show
from fanwiki.store.reader import Reader
from fanwiki.store.rows import FactRow, PageRow, WantedRow
from fanwiki.store.wiki_file import WikiFile
from fanwiki.wording import say, say_label

SOURCE_KIND = "source"
MASKS = ("[!withheld]", f"||{MASK}||", f"\\|\\|{MASK}\\|\\|")
"""What stands in a redacted body where something was."""


def page_view(wiki: WikiFile, title: str, viewer: Viewer, addresses: Addresses, renderer: Renderer) -> PageView:
    """Return what a page shows.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        return PageReading(Leads(reader), renderer).view(find(reader, title), addresses)


def preview(wiki: WikiFile, source: PageSource, viewer: Viewer, addresses: Addresses, renderer: Renderer) -> PageView:
    """Return what a page would show if it were saved so; computed sections are those of the saved page."""
    with wiki.reading(viewer) as reader:
        page = reader.pages.find(source.title)
        return PageReading(Leads(reader), renderer).view_of(source, page, addresses)


def wanted_pages(wiki: WikiFile, viewer: Viewer, *, limit: int | None = None) -> list[WantedRow]:
    """Return titles that are linked to and that nobody has written, the most wanted first."""
    with wiki.reading(viewer) as reader:
        return reader.links.wanted(limit)


def orphans(wiki: WikiFile, viewer: Viewer) -> list[PageRow]:
    """Return the pages that no other page links to."""
    with wiki.reading(viewer) as reader:
        return reader.links.orphans()


def backlinks(wiki: WikiFile, title: str, viewer: Viewer) -> list[PageRow]:
    """Return the pages that link to a page, each once, by title.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        return reader.links.sources_to(find(reader, title))


def tags(wiki: WikiFile, viewer: Viewer) -> list[tuple[str, int]]:
    """Return every tag with the number of its pages."""
    with wiki.reading(viewer) as reader:
        return [(row.name, row.pages) for row in reader.tags.all()]


def counts(wiki: WikiFile, viewer: Viewer) -> dict[str, int]:
    """Return how many pages of each kind there are for this viewer."""
    with wiki.reading(viewer) as reader:
        return reader.pages.count_by_kind()


class PageReading:
    """Makes views of pages for one viewer; what it looked up for one page serves the next.

    Args:
        leads: Where titles lead, for the reader.
        renderer: Renders bodies.
        today: The day by which claims are due.
        revealed: Keys of single spoilers that the viewer chose to see; see `fanwiki.markup.reveal`.
        show: The links with which they choose; None where nobody does.
    """

    def __init__(
        self,
        leads: Leads,
        renderer: Renderer,
        *,
        today: date | None = None,
        revealed: Collection[str] = (),
        show: Show | None = None,
    ) -> None:
        self._show = show
        self.reader: Reader = leads.reader
        self._leads = leads
        self._renderer = renderer
        self._today = today
        self._revealed = revealed

    def gather(self, pages: Sequence[PageRow]) -> None:
        """Read at once what these pages show, for they are what is asked for next."""
        self._leads.gather(pages)

    def view(self, page: PageRow, addresses: Addresses) -> PageView:
        """Return what a saved page shows."""
        return self.view_of(self.reader.pages.source(page), page, addresses)

    def items(self, page: PageRow) -> tuple[str, ...]:
        """Return the keys of what may be shown one by one, by the numbers that the view's masks have."""
        source = self.reader.pages.source(page)
        kind = self.reader.kinds().of(source.kind)
        shown = reveal(source, kind, self._revealed)
        return numbered(shown, kind, sees=self.reader.sees, gate_of=self._leads.gate_of).keys

    def view_of(self, source: PageSource, page: PageRow | None, addresses: Addresses) -> PageView:
        """Return what a source shows, with the computed sections of the page it is saved as, if it is."""
        kind = self.reader.kinds().of(source.kind)
        visible = self._visible(source, kind)
        rendered = self._renderer.body(visible.body)
        links = PageLinks(self._leads, self._renderer, addresses, self._show, rendered.html)
        fields = read_fields(visible, kind)
        box = infoboxes.infobox(links, visible, kind, fields)
        own = self._own_facts(page, fields) if page and self._revealed else None
        computed = sections.sections(links, page, kind, own) if page else ()
        withheld = withheld_parts(source, visible)
        return PageView(
            title=source.title,
            kind=source.kind,
            kind_label=say_label(kind.label),
            kind_href=addresses.kind(source.kind) or "",
            aliases=tuple(_texts(fields, ALIASES)),
            body=Html(resolve(rendered.html, links, links.own_places)),
            infobox=box,
            claim=sections.claim_view(links, page, today=self._today) if page and kind.rumour else None,
            track_record=sections.track_record_view(links, page) if page and kind.name == SOURCE_KIND else None,
            contents=tuple(ContentsEntry(h.level, h.text, h.id) for h in rendered.headings),
            sections=computed,
            tags=self._tags(page, fields, addresses),
            backlinks=sections.backlinks(links, page, computed) if page else BacklinksView(),
            withheld=withheld,
            show=self._show("") if withheld and self._show is not None else None,
            notices=_notices(rendered),
            actions=_actions(page, addresses),
            empty="" if visible.body.strip() or box else say("Nobody has written about this yet."),
            revision=page.head if page else None,
            updated=page.updated[:10] if page else "",
            origin=attributing.origin_view(self.reader.origins.of(page)) if page else None,
        )

    def _visible(self, source: PageSource, kind: Kind) -> PageSource:
        if self.reader.viewer.sees_all:
            return source
        shown = reveal(source, kind, self._revealed)
        sees, gate_of = self.reader.sees, self._leads.gate_of
        places = numbered(shown, kind, sees=sees, gate_of=gate_of).places if self._show is not None else {}
        return redact(shown, kind, sees=sees, gate_of=gate_of, numbers=places)

    def _own_facts(self, page: PageRow, fields: Iterable[FieldValue]) -> Iterator[FactRow]:
        """Yield the page's own values with those that were revealed, which the store does not give this viewer."""
        for value in fields:
            for sub in value.subs or (value,):
                leads_to = self._leads.lead(sub.target).page if sub.target else None
                name = sub.field.name if value.subs else ""
                yield FactRow(
                    page,
                    value.field.name,
                    value.item,
                    name,
                    sub.text,
                    sub.target,
                    leads_to,
                    sub.number,
                    None,
                    None,
                    OPEN,
                )

    def _tags(self, page: PageRow | None, fields: Sequence[FieldValue], addresses: Addresses) -> tuple[LinkView, ...]:
        written = _texts(fields, TAGS)
        # The store does not know of a tag that was revealed.
        names = [*self.reader.tags.of(page), *(written if self._revealed else ())] if page else written
        return tuple(LinkView(name, addresses.tag(name)) for name in dict.fromkeys(names))


def withheld_parts(whole: PageSource, visible: PageSource) -> int:
    """Count what was taken out of a page: blocks, passages, field values."""
    masks = sum(visible.body.count(mark) - whole.body.count(mark) for mark in MASKS)
    return max(0, masks) + sum(_missing(value, visible.fields.get(name)) for name, value in whole.fields.items())


def _missing(whole: Value, left: Value) -> int:
    """Count what of a value is not left; in a list from which something went, what went from the others is not told."""
    if left is None:
        return len(whole) if isinstance(whole, list) else whole is not None
    if isinstance(whole, list) and isinstance(left, list):
        if len(whole) > len(left):
            return len(whole) - len(left)
        return sum(map(_missing, whole, left))
    if isinstance(whole, dict) and isinstance(left, dict) and not is_wrapper(whole):
        return sum(name not in left for name in whole)
    return 0


def _texts(fields: Sequence[FieldValue], name: str) -> list[str]:
    return [value.text for value in fields if value.field.name == name]


def _notices(rendered: Rendered) -> tuple[str, ...]:
    return (rendered.notice,) if rendered.notice else ()


def _actions(page: PageRow | None, addresses: Addresses) -> tuple[LinkView, ...]:
    href = addresses.speculate(page) if page else None
    return (LinkView(say("Speculate about this"), href),) if href else ()
