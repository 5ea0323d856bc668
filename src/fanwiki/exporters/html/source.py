"""What the exporter needs of a wiki. A service makes it, for one viewer and one choice of pages.

Whoever makes a `BundleSource` answers for gates: nothing that its viewer may not see is in it, in any form.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from fanwiki.domain.page import PageId
from fanwiki.markup.views import Cell, PageView

if TYPE_CHECKING:
    from fanwiki.exporters.html.linker import Frame
    from fanwiki.exporters.html.search_shards import IndexFigures
    from fanwiki.exporters.html.sheets import MadePage, MadeWords, Sheet, Whole

BATCH = 100
"""So many pages are read at once."""

LINKING_SIZE = 1000
"""So many of the pages that link to one stand on one page, when they are more than that itself shows."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A page of the bundle, as its indexes know it.

    Args:
        id: Its number in the wiki, which keeps its file name stable between exports.
        title: Its title.
        kind: Its kind's name.
        aliases: Other names that lead to it, former titles included.
        tags: Its tags.
        note: What indexes say beside it, such as a film's year; may be empty.
        image: The name of the attachment that stands for it, if it has one and the viewer may see it.
        films: Titles of the films it belongs to, by which a search is narrowed.
    """

    id: PageId
    title: str
    kind: str
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""
    image: str = ""
    films: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextPart:
    """The plain text under one heading; the heading is empty before the first."""

    heading: str
    text: str


@dataclass(frozen=True, slots=True)
class PageText:
    """What a search finds a page by besides its names.

    Args:
        parts: Its text.
        fields: The values of its fields.
        rows: Changes with whatever else other pages may show of it: its names, tags, fields and links.
    """

    parts: tuple[TextPart, ...] = ()
    fields: tuple[str, ...] = ()
    rows: bytes = b""


@dataclass(frozen=True, slots=True)
class KindEntry:
    """A kind; it gets an index of its own if the bundle has pages of it."""

    name: str
    plural: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class AttachmentEntry:
    """An attachment of the bundle; two with the same bytes share one file."""

    name: str
    media_type: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ClaimEntry:
    """A claim as the page of all claims lists it.

    Args:
        page: Its page.
        status: What became of it; claims stand under it.
        note: How sure one is, and by when it should be known; may be empty.
    """

    page: PageId
    status: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class LinkingEntry:
    """A page that links to another.

    Args:
        page: Which.
        title: Its title.
        kind: What its kind is called.
    """

    page: PageId
    title: str
    kind: str


@dataclass(frozen=True, slots=True)
class OriginEntry:
    """A wiki or site that pages of the bundle were taken from.

    Args:
        wiki: Its name.
        pages: How many pages.
        licence: Under which terms; may be empty.
        people: How many people wrote them there, as far as they are known.
    """

    wiki: str
    pages: int
    licence: Cell = ""
    people: int = 0


class Hrefs(Protocol):
    """The addresses that a page may use, as seen from where that page stands."""

    def page(self, page: PageId, anchor: str = "") -> str | None:
        """Return the address of a page, or None when the bundle does not have it; `anchor` is a whole id."""

    def attachment(self, name: str) -> str | None:
        """Return the address of an attachment, or None when the bundle does not have it."""

    def kind(self, name: str) -> str | None:
        """Return the address of a kind's index, or None."""

    def tag(self, name: str) -> str | None:
        """Return the address of a tag's index, or None."""

    def linking(self, page: PageId) -> str | None:
        """Return the address of the list of all pages that link to a page, or None."""


class PageSource(Protocol):
    """What making pages needs of a wiki, for one viewer."""

    def gather(self, pages: Sequence[PageId]) -> None:
        """Read at once what these pages show, for they are what is asked for next."""

    def view(self, page: PageId, hrefs: Hrefs) -> PageView:
        """Return what a page shows, with these addresses."""

    def text(self, page: PageId) -> PageText:
        """Return the words of a page, as far as the viewer may read them."""

    def linking(self, page: PageId) -> Sequence[PageId]:
        """Return the pages that link to a page, in the order of their titles."""

    def linking_entries(self, pages: Sequence[PageId]) -> Sequence[LinkingEntry]:
        """Return what a list of them says of some pages, in this order."""

    def sheet(self, number: int) -> Sheet | None:
        """Return what was kept of a sheet's pages, or None."""

    def keep_sheet(self, number: int, pages: Sequence[MadePage], chunk: bytes, words: Sequence[MadeWords]) -> None:
        """Keep what was made of a sheet's pages, their words packed for the index and the words of each."""


class BundleSource(PageSource, Protocol):
    """What the exporter needs of a wiki, for one viewer and one choice of pages."""

    @property
    def title(self) -> str:
        """The wiki's name."""

    @property
    def prints(self) -> Mapping[PageId, bytes]:
        """What changes, for each page, with anything that it shows; empty when made pages may not be kept."""

    @property
    def told_paths(self) -> Collection[str] | None:
        """The files that may be called after what they are of; None when all may."""

    @property
    def home(self) -> PageId | None:
        """The page that opens the bundle, or None to have one made from the indexes."""

    def whole(self) -> Whole | None:
        """Return what was kept of a bundle that is the same in everything, or None."""

    def keep_lot(self, number: int, files: Sequence[tuple[str, bytes]]) -> None:
        """Keep a lot of files that stand on no sheet."""

    def keep_whole(self, frame: Frame, figures: IndexFigures, lots: int) -> None:
        """Keep what all pages share, when all sheets and all lots were kept."""

    def kinds(self) -> Sequence[KindEntry]:
        """Return the wiki's kinds, in their order."""

    def pages(self) -> Sequence[PageEntry]:
        """Return the pages of the bundle, in any order."""

    @property
    def reader(self) -> str:
        """One sentence that says for whom this copy is."""

    def authors(self) -> Sequence[str]:
        """Return who wrote the pages, as far as the viewer may know."""

    def origins(self) -> Sequence[OriginEntry]:
        """Return where pages were taken from, the most pages first."""

    def timeline(self) -> Sequence[tuple[str, PageId]]:
        """Return the films in the order they came out, each with its year; those without one last."""

    def claims(self) -> Sequence[ClaimEntry]:
        """Return the claims, those nobody can tell yet first."""

    def shown_on(self, name: str) -> Sequence[PageId]:
        """Return the pages that show an attachment or link to it."""

    def much_linked(self) -> Mapping[PageId, int]:
        """Return how many others link to each page that more than `MOST_BACKLINKS` do."""

    def attachments(self) -> Sequence[AttachmentEntry]:
        """Return the attachments that some page of the bundle shows or links to."""

    def data(self, name: str) -> bytes:
        """Return an attachment's bytes."""


def in_batches(source: PageSource, pages: Sequence[PageEntry]) -> Iterator[PageEntry]:
    """Yield pages, each when the source has read what it shows."""
    for start in range(0, len(pages), BATCH):
        batch = pages[start : start + BATCH]
        source.gather([page.id for page in batch])
        yield from batch
