"""Handing the wiki on, for one viewer: what they may not see is not in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from fanwiki.domain.page import ALIASES, PageId, PageSource
from fanwiki.domain.title import identity, lookup_key
from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.errors import FanwikiError
from fanwiki.exporters.html import (
    AttachmentEntry,
    ClaimEntry,
    Hrefs,
    Inspect,
    KindEntry,
    Look,
    OriginEntry,
    PageEntry,
    PageText,
    TextPart,
    export_bundle,
    export_single,
    export_zip,
)
from fanwiki.jobs import Progress
from fanwiki.markup.redact import redact
from fanwiki.markup.render import Renderer
from fanwiki.markup.views import PageView, Theme
from fanwiki.services import attributing
from fanwiki.services.appearing import dates_of, in_order
from fanwiki.services.browsing import PageReading
from fanwiki.services.formats import WRITERS, Request
from fanwiki.services.linking import Leads
from fanwiki.services.searching import pages_of
from fanwiki.services.speculating import Claim, claims_of
from fanwiki.services.withholding import withheld_from
from fanwiki.store.reader import Reader
from fanwiki.store.rows import AttachmentRow, PageRow
from fanwiki.store.wiki_file import WikiFile

BUNDLES: Mapping[str, Callable[..., object]] = {"html": export_bundle, "zip": export_zip, "single": export_single}
FORMATS = (*BUNDLES, "markdown", *WRITERS)
HOME_TITLE = "Home"


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made.

    Args:
        dest: The folder or file.
        pages: How many pages are in it.
        withheld: How many pages of the wiki, or of the query, the viewer may not know of.
    """

    dest: Path
    pages: int
    withheld: int


def export(
    wiki: WikiFile,
    dest: Path,
    *,
    viewer: Viewer,
    export_format: str = "html",
    query: str = "",
    incremental: bool = False,
    look: Look | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Export the pages of a query, or all, whole or not at all; `look` is for web pages.

    Raises:
        FanwikiError: There is no such format, or it cannot do what is asked.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    if export_format not in FORMATS:
        raise FanwikiError(f"There is no export format “{export_format}”.", f"Choose one of: {', '.join(FORMATS)}.")
    if incremental:
        raise FanwikiError("This export cannot be incremental.", "Leave out --incremental; the whole is made anew.")
    watched = progress or Progress()
    everything = len(_all_pages(wiki, query))
    with wiki.reading(viewer) as reader:
        pages = pages_of(reader, query)
        inspect = withheld_from(wiki, reader).inspect
        if export_format != "markdown":
            with Renderer(reader.rendered) as renderer:
                source = WikiBundle(wiki.path.stem, reader, pages, renderer)
                if export_format in BUNDLES:
                    BUNDLES[export_format](source, dest, look=look, inspect=inspect, progress=watched)
                else:
                    request = Request(source, reader, pages, renderer, dest, look or Look(), inspect, watched)
                    WRITERS[export_format](request)
        else:
            files = None if query.strip() else reader.attachments.all()
            _export_vault(reader, pages, files, dest, inspect, watched)
    return Exported(dest, len(pages), everything - len(pages))


def look_of(*, theme: str = "system", licence: str = "", base_url: str = "") -> Look:
    """Return how web pages of an export look, from what somebody chose.

    Raises:
        FanwikiError: There is no such theme, or the address is none of the web.
    """
    if theme not in set(Theme):
        raise FanwikiError(f"There is no theme “{theme}”.", f"Choose one of: {', '.join(Theme)}.")
    if base_url and not base_url.startswith(("https://", "http://")):
        raise FanwikiError(f"“{base_url}” is no address on the web.", "It begins with https:// or http://.")
    said = (licence,) if licence else ()
    return Look(theme=Theme(theme), footer=said, licence=said, base_url=base_url)


def _all_pages(wiki: WikiFile, query: str) -> list[PageRow]:
    with wiki.reading(CURATOR) as reader:
        return pages_of(reader, query)


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


class WikiBundle:
    """The pages of one export, as its viewer may see them.

    Args:
        title: The wiki's name.
        reader: The wiki as the viewer may see it.
        pages: The pages to export.
        renderer: Renders bodies.
    """

    def __init__(self, title: str, reader: Reader, pages: Sequence[PageRow], renderer: Renderer) -> None:
        self.title = title
        self._reader = reader
        self._pages = {page.id: page for page in pages}
        self._reading = PageReading(Leads(reader), renderer)

    @property
    def home(self) -> PageId | None:
        """The page called Home, if it is exported."""
        page = self._reader.pages.find(HOME_TITLE)
        return page.id if page is not None and page.id in self._pages else None

    def kinds(self) -> Sequence[KindEntry]:
        """Return the wiki's kinds, in their order."""
        return [KindEntry(kind.name, kind.plural, kind.label) for kind in self._reader.kinds().values()]

    def pages(self) -> Sequence[PageEntry]:
        """Return what indexes say of the pages."""
        aliases: dict[PageId, list[str]] = {}
        for row in self._reader.pages.names():
            if not row.is_title:
                aliases.setdefault(row.page.id, []).append(row.text)
        images = self._images()
        years = self._years()
        films = self._films()
        return [
            PageEntry(
                page.id,
                page.title,
                page.kind,
                aliases=tuple(aliases.get(page.id, ())),
                tags=tuple(self._reader.tags.of(page)),
                note=years.get(page.id, ""),
                image=images.get(page.id, ""),
                films=tuple(films.get(page.id, ())),
            )
            for page in self._pages.values()
        ]

    def _images(self) -> dict[PageId, str]:
        """Return the picture of each page that has one in its field `image`."""
        rows = [row for row in self._reader.facts.by_field("image") if row.target]
        return {
            row.page.id: found.name
            for row in reversed(rows)
            if (found := self._reader.attachments.find(row.target or "")) is not None
        }

    def _years(self) -> dict[PageId, str]:
        """Return the year in which each film came out."""
        years: dict[PageId, str] = {}
        for row in self._reader.facts.by_field("released", "date"):
            if row.earliest is not None:
                years[row.page.id] = min(years.get(row.page.id, row.earliest[:4]), row.earliest[:4])
        return years

    def _films(self) -> dict[PageId, list[str]]:
        """Return the films that each page belongs to: a field of either names the other."""
        kinds = self._reader.kinds()
        found: dict[PageId, list[str]] = {}
        for film in self._pages.values():
            if kinds.of(film.kind).is_film:
                named = [row.leads_to for row in self._reader.facts.of(film)]
                naming = [row.page for row in self._reader.facts.pointing_to(film)]
                for page in {page.id: page for page in (*named, *naming) if page is not None}.values():
                    found.setdefault(page.id, []).append(film.title)
        return found

    def text(self, page: PageId) -> PageText:
        """Return the words of a page, as far as the viewer may read them."""
        row = self._pages[page]
        fields = tuple(dict.fromkeys(fact.text for fact in self._reader.facts.of(row) if fact.field != ALIASES))
        lines = {line for field in fields for line in field.split("\n")}
        lines.update(name.text for name in self._reader.pages.names(row))
        parts = tuple(
            TextPart(segment.heading, segment.text)
            for segment in self._reader.pages.segments(row)
            if segment.heading or segment.anchor or not lines.issuperset(segment.text.split("\n"))
        )
        return PageText(parts, fields)

    @property
    def reader(self) -> str:
        """One sentence that says for whom this copy is."""
        viewer = self._reader.viewer
        if viewer.sees_all:
            return "It holds everything, spoilers included."
        named = [page.title for page in self._pages.values() if identity(page.title) in viewer.seen]
        films = f"has seen {', '.join(sorted(named))}" if named else "has seen none of its films"
        rumours = "" if viewer.speculation else " It leaves rumours out."
        return f"It was made for somebody who {films}; what would spoil other films is not in it.{rumours}"

    def authors(self) -> Sequence[str]:
        """Return who wrote the pages, as far as the viewer may know."""
        rows = (row for page in self._pages.values() for row in self._reader.history.revisions(page))
        return sorted({row.author for row in rows if row.author and not row.masked})

    def origins(self) -> Sequence[OriginEntry]:
        """Return where pages were taken from, the most pages first."""
        origins = self._reader.origins.all(self._pages.values()).values()
        return [OriginEntry(*taken) for taken in attributing.taken_from(origins)]

    def timeline(self) -> Sequence[tuple[str, PageId]]:
        """Return the films in the order they came out, each with its year."""
        kinds = self._reader.kinds()
        films = [page for page in self._pages.values() if kinds.of(page.kind).is_film]
        dates = dates_of(self._reader, films)
        years = self._years()
        return [(years.get(film.id, ""), film.id) for film in in_order(films, dates, in_universe=False)]

    def claims(self) -> Sequence[ClaimEntry]:
        """Return the claims, those nobody can tell yet first."""
        found = [claim for claim in claims_of(self._reader) if claim.page.id in self._pages]
        found.sort(key=lambda claim: (not claim.is_open, claim.status, -(claim.confidence or 0), claim.page.title))
        return [ClaimEntry(claim.page.id, claim.status, _told(claim)) for claim in found]

    def shown_on(self, name: str) -> Sequence[PageId]:
        """Return the pages that show an attachment or link to it."""
        return self._uses.get(lookup_key(name), ())

    @cached_property
    def _uses(self) -> dict[str, list[PageId]]:
        uses: dict[str, list[PageId]] = {}
        for page in self._pages.values():
            for key in {lookup_key(row.target) for row in self._reader.links.of(page) if row.page is None}:
                uses.setdefault(key, []).append(page.id)
        return uses

    def view(self, page: PageId, hrefs: Hrefs) -> PageView:
        """Return what a page shows."""
        return self._reading.view(self._pages[page], BundleAddresses(hrefs))

    def attachments(self) -> Sequence[AttachmentEntry]:
        """Return the attachments that the exported pages mention."""
        rows = self._reader.attachments.mentioned_in(self._pages)
        return [AttachmentEntry(row.name, row.media_type, row.sha256) for row in rows]

    def data(self, name: str) -> bytes:
        """Return an attachment's bytes."""
        return self._reader.attachments.get(name).data


def _told(claim: Claim) -> str:
    sure = "" if claim.confidence is None else f"{claim.confidence:g} of 100"
    by = f"known by {claim.resolves_by}" if claim.resolves_by and claim.is_open else ""
    return ", ".join(part for part in (sure, by) if part)


def _export_vault(
    reader: Reader,
    pages: Sequence[PageRow],
    attachments: Sequence[AttachmentRow] | None,
    dest: Path,
    inspect: Inspect,
    progress: Progress,
) -> None:
    """Write pages as a folder of Markdown; what the viewer may not see is left out of them.

    Args:
        reader: The wiki as the viewer may see it.
        pages: The pages.
        attachments: The files to go with them; None for those that the pages mention.
        dest: The folder to make.
        inspect: Looks at what is written for anything withheld.
        progress: Where to report.
    """
    from fanwiki.exporters.vault import VaultFile, write_vault

    leads = Leads(reader)
    kinds = reader.kinds()

    def visible(source: PageSource) -> PageSource:
        if reader.viewer.sees_all:
            return source
        return redact(source, kinds.of(source.kind), sees=reader.sees, gate_of=leads.gate_of)

    rows = reader.attachments.mentioned_in([page.id for page in pages]) if attachments is None else attachments
    files = [VaultFile(row.name, partial(_bytes_of, reader, row.name)) for row in rows]
    known = reader.origins.all(pages)
    origins = {page.title: known[page.id] for page in pages if page.id in known}
    sources = (visible(source) for _, source in reader.pages.sources(pages))
    total = len(pages) + len(files)
    write_vault(
        sources, files, dest, origins=origins, kinds=kinds.values(), total=total, inspect=inspect, progress=progress
    )


def _bytes_of(reader: Reader, name: str) -> bytes:
    return reader.attachments.get(name).data
