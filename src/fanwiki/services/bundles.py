"""The pages of an export as web pages need them, as one viewer may see them: what the exporter's plan is made of."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from fanwiki.domain.dates import SortKey, sort_key, year_of
from fanwiki.domain.page import ALIASES, PageId
from fanwiki.domain.title import identity, lookup_key
from fanwiki.exporters.html import (
    AttachmentEntry,
    ClaimEntry,
    Hrefs,
    KindEntry,
    LinkingEntry,
    OriginEntry,
    PageEntry,
    PageText,
    TextPart,
)
from fanwiki.exporters.html.linker import Frame
from fanwiki.exporters.html.search_shards import IndexFigures
from fanwiki.exporters.html.sheets import MadePage, MadeWords, Sheet, Whole
from fanwiki.markup.render import Renderer
from fanwiki.markup.views import MOST_BACKLINKS, PageView
from fanwiki.services import attributing
from fanwiki.services.appearing import Dates, dates_of, in_order
from fanwiki.services.browsing import PageReading
from fanwiki.services.linking import Leads
from fanwiki.services.page_keeping import Keeping
from fanwiki.services.speculating import Claim, claim_of
from fanwiki.services.told_rows import told_rows
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow
from fanwiki.wording import say, say_label

HOME_TITLES = ("Home", "Main Page")
"""The page of the first of these names opens a copy; the second is what MediaWiki calls it."""

BATCH = 100
"""So many pages are read at once."""

READ_AT_ONCE = 500
"""So many of their rows."""


def home_page(reader: Reader) -> PageRow | None:
    """Return the page that opens copies; None when the wiki has none."""
    return next((page for page in map(reader.pages.find, HOME_TITLES) if page is not None), None)


class BundleAddresses:
    """The bundle's addresses as pages ask for them; nothing in a bundle can be written to."""

    def __init__(self, hrefs: Hrefs) -> None:
        self._hrefs = hrefs

    def page(self, page: PageRow, fragment: str = "") -> str | None:
        """Return where a page stands, or None when it is not in the bundle."""
        return self._hrefs.page(page.id, fragment)

    def missing(self, title: str) -> None:
        """Return None: nobody can write in a bundle."""
        del title

    def attachment(self, name: str) -> str | None:
        """Return where an attachment's bytes stand."""
        return self._hrefs.attachment(name)

    def kind(self, name: str) -> str | None:
        """Return the index of a kind."""
        return self._hrefs.kind(name)

    def tag(self, name: str) -> str | None:
        """Return the index of a tag."""
        return self._hrefs.tag(name)

    def speculate(self, page: PageRow) -> None:
        """Return None: nobody can write in a bundle."""
        del page

    def linking(self, page: PageRow) -> str | None:
        """Return the list of all pages that link to a page."""
        return self._hrefs.linking(page.id)


class BundlePages:
    """What making pages needs of a wiki; it holds no more of it than was gathered last.

    Args:
        reader: The wiki as the viewer may see it.
        renderer: Renders bodies.
        keeping: Where made pages are kept; nowhere when it is None.
    """

    def __init__(self, reader: Reader, renderer: Renderer, keeping: Keeping | None = None) -> None:
        self._reader = reader
        self._leads = Leads(reader)
        self._reading = PageReading(self._leads, renderer)
        self._keeping = keeping
        self._rows: dict[PageId, PageRow] = {}

    def gather(self, pages: Sequence[PageId]) -> None:
        """Read at once what these pages show, for they are what is asked for next."""
        self._rows = self._reader.pages.get_all(pages)
        self._reading.gather(list(self._rows.values()))

    def sheet(self, number: int) -> Sheet | None:
        """Return what was kept of a sheet's pages, or None."""
        return self._keeping.sheet(number) if self._keeping is not None else None

    def keep_sheet(self, number: int, pages: Sequence[MadePage], chunk: bytes, words: Sequence[MadeWords]) -> None:
        """Keep what was made of a sheet's pages."""
        if self._keeping is not None:
            self._keeping.keep_sheet(number, pages, chunk, words)

    def whole(self) -> Whole | None:
        """Return what was kept of a bundle that is the same in everything, or None."""
        return self._keeping.whole() if self._keeping is not None else None

    def keep_lot(self, number: int, files: Sequence[tuple[str, bytes]]) -> None:
        """Keep a lot of files that stand on no sheet."""
        if self._keeping is not None:
            self._keeping.keep_lot(number, files)

    def keep_whole(self, frame: Frame, figures: IndexFigures, lots: int) -> None:
        """Keep what all pages share, when all sheets and all lots were kept."""
        if self._keeping is not None:
            self._keeping.keep_whole(frame, figures, lots)

    def view(self, page: PageId, hrefs: Hrefs) -> PageView:
        """Return what a page shows."""
        return self._reading.view(self._row(page), BundleAddresses(hrefs))

    def text(self, page: PageId) -> PageText:
        """Return the words of a page, as far as the viewer may read them."""
        row = self._row(page)
        facts = self._reader.facts.of(row)
        names = [name.text for name in self._reader.pages.names(row)]
        fields = tuple(dict.fromkeys(fact.text for fact in facts if fact.field != ALIASES))
        lines = {line for field in fields for line in field.split("\n")}
        lines.update(names)
        parts = tuple(
            TextPart(segment.heading, segment.text)
            for segment in self._reader.pages.segments(row)
            if segment.heading or segment.anchor or not lines.issuperset(segment.text.split("\n"))
        )
        rows = told_rows(names, self._reader.tags.of(row), facts, self._reader.links.named_in(row))
        return PageText(parts, fields, rows)

    def linking(self, page: PageId) -> Sequence[PageId]:
        """Return the pages that link to a page, in the order of their titles."""
        return self._reader.links.ids_linking_to(self._rows_of([page])[page])

    def linking_entries(self, pages: Sequence[PageId]) -> Sequence[LinkingEntry]:
        """Return what a list of them says of some pages, in this order."""
        rows, kinds = self._rows_of(pages), self._reader.kinds()
        return [LinkingEntry(page, rows[page].title, say_label(kinds.of(rows[page].kind).label)) for page in pages]

    def _rows_of(self, pages: Sequence[PageId]) -> Mapping[PageId, PageRow]:
        return self._reader.pages.get_all(pages)

    def _row(self, page: PageId) -> PageRow:
        return self._rows[page]


class WikiBundle(BundlePages):
    """The pages of one export, as its viewer may see them.

    Args:
        title: The wiki's name.
        reader: The wiki as the viewer may see it.
        pages: The pages to export.
        renderer: Renders bodies.
        keeping: Where made pages are kept; nowhere when it is None.
        told_paths: The files that may be called after what they are of; None when all may.
    """

    def __init__(
        self,
        title: str,
        reader: Reader,
        pages: Sequence[PageRow],
        renderer: Renderer,
        keeping: Keeping | None = None,
        told_paths: Collection[str] | None = None,
    ) -> None:
        super().__init__(reader, renderer, keeping)
        self.title = title
        self.told_paths = told_paths
        # The rows of all pages are read again where they are needed: a large wiki has too many to be held.
        self._pages = dict.fromkeys(page.id for page in pages)
        kinds = reader.kinds()
        self._films = [page for page in pages if kinds.of(page.kind).is_film]
        self._rumours = [page for page in pages if kinds.of(page.kind).rumour]

    @property
    def prints(self) -> Mapping[PageId, bytes]:
        """What changes, for each page, with anything that it shows; empty when made pages may not be kept."""
        return self._keeping.prints if self._keeping is not None else {}

    @property
    def home(self) -> PageId | None:
        """The page that opens a copy, if it is exported."""
        page = home_page(self._reader)
        return page.id if page is not None and page.id in self._pages else None

    def kinds(self) -> Sequence[KindEntry]:
        """Return the wiki's kinds, in their order."""
        return [
            KindEntry(kind.name, say_label(kind.plural), say_label(kind.label))
            for kind in self._reader.kinds().values()
        ]

    def pages(self) -> Sequence[PageEntry]:
        """Return what indexes say of the pages."""
        aliases = self._reader.pages.aliases()
        tags = self._reader.tags.each()
        images = self._images()
        years = self._years()
        films = self._films_of_pages()
        return [
            PageEntry(
                page.id,
                page.title,
                page.kind,
                aliases=tuple(aliases.get(page.id, ())),
                tags=tuple(tags.get(page.id, ())),
                note=years.get(page.id, ""),
                image=images.get(page.id, ""),
                films=tuple(films.get(page.id, ())),
            )
            for page in self._each()
        ]

    def _each(self) -> Iterator[PageRow]:
        """Yield the pages, some hundred of which are read at once."""
        ids = list(self._pages)
        for start in range(0, len(ids), READ_AT_ONCE):
            rows = self._reader.pages.get_all(ids[start : start + READ_AT_ONCE])
            yield from (rows[page] for page in ids[start : start + READ_AT_ONCE])

    def _images(self) -> dict[PageId, str]:
        """Return the picture of each page that has one in its field `image`."""
        files = {lookup_key(file.name): file.name for file in self._reader.attachments.all()}
        rows = self._reader.facts.by_field("image") if files else []
        named = [(row.page.id, lookup_key(row.target or row.text)) for row in reversed(rows)]
        return {page: files[key] for page, key in named if key in files}

    def _years(self) -> dict[PageId, str]:
        """Return the year in which each film came out."""
        first: dict[PageId, str] = {}
        for row in self._reader.facts.by_field("released", "date"):
            if row.earliest is not None:
                first[row.page.id] = min(first.get(row.page.id, row.earliest), row.earliest, key=_in_time)
        return {page: year_of(day) for page, day in first.items()}

    def _films_of_pages(self) -> dict[PageId, list[str]]:
        """Return the films that each page belongs to: a field of either names the other."""
        found: dict[PageId, list[str]] = {}
        for film in self._gathered(self._films):
            named = [row.leads_to for row in self._reader.facts.of(film)]
            naming = [row.page for row in self._reader.facts.pointing_to(film)]
            for page in dict.fromkeys(page.id for page in (*named, *naming) if page is not None):
                found.setdefault(page, []).append(film.title)
        return found

    def _gathered(self, pages: Sequence[PageRow]) -> Iterator[PageRow]:
        """Yield pages, some hundred of which are read at once."""
        for start in range(0, len(pages), BATCH):
            self._reader.gather(pages[start : start + BATCH])
            yield from pages[start : start + BATCH]

    @property
    def reader(self) -> str:
        """One sentence that says for whom this copy is."""
        viewer = self._reader.viewer
        if viewer.sees_all:
            return say("It holds everything, spoilers included.")
        named = [page.title for page in self._each() if identity(page.title) in viewer.seen]
        films = say("has seen %1", ", ".join(sorted(named))) if named else say("has seen none of its films")
        rumours = "" if viewer.speculation else say(" It leaves rumours out.")
        return say("It was made for somebody who %1; what would spoil other films is not in it.%2", films, rumours)

    def authors(self) -> Sequence[str]:
        """Return who wrote the pages, as far as the viewer may know."""
        return self._reader.history.authors(self._pages)

    def origins(self) -> Sequence[OriginEntry]:
        """Return where pages were taken from, the most pages first."""
        origins = self._reader.origins.all(self._each()).values() if self._reader.origins.any() else ()
        return [OriginEntry(*taken) for taken in attributing.taken_from(origins)]

    def timeline(self) -> Sequence[tuple[str, PageId]]:
        """Return the films in the order they came out, each with its year."""
        films = self._films
        dates: dict[PageId, Dates] = {}
        for film in self._gathered(films):
            dates_of(self._reader, [film], dates)
        years = self._years()
        return [(years.get(film.id, ""), film.id) for film in in_order(films, dates, in_universe=False)]

    def claims(self) -> Sequence[ClaimEntry]:
        """Return the claims, those nobody can tell yet first."""
        found = [claim_of(self._reader, page) for page in self._gathered(self._rumours)]
        found.sort(key=lambda claim: (not claim.is_open, claim.status, -(claim.confidence or 0), claim.page.title))
        return [ClaimEntry(claim.page.id, claim.status, _told(claim)) for claim in found]

    def shown_on(self, name: str) -> Sequence[PageId]:
        """Return the pages that show an attachment or link to it."""
        return [page for page in sorted(self._uses.get(name, ())) if page in self._pages]

    @cached_property
    def _uses(self) -> dict[str, set[PageId]]:
        return self._reader.attachments.showing()

    def much_linked(self) -> Mapping[PageId, int]:
        """Return how many others link to each page that more than a page shows do."""
        return self._reader.links.much_linked(MOST_BACKLINKS)

    def heads(self) -> dict[PageId, int]:
        """Return the pages with the numbers of their newest revisions."""
        heads = self._reader.pages.heads()
        return {page: heads[page] for page in self._pages}

    def _row(self, page: PageId) -> PageRow:
        known = self._rows.get(page)
        return self._rows_of([page])[page] if known is None else known

    def attachments(self) -> Sequence[AttachmentEntry]:
        """Return the attachments that the exported pages mention."""
        rows = self._reader.attachments.mentioned_in(self._pages)
        return [AttachmentEntry(row.name, row.media_type, row.sha256) for row in rows]

    def data(self, name: str) -> bytes:
        """Return an attachment's bytes."""
        return self._reader.attachments.get(name).data


def _in_time(day: str) -> SortKey:
    return sort_key(day, day)


def _told(claim: Claim) -> str:
    sure = "" if claim.confidence is None else say("%1 of 100", f"{claim.confidence:g}")
    by = say("known by %1", claim.resolves_by) if claim.resolves_by and claim.is_open else ""
    return ", ".join(part for part in (sure, by) if part)
