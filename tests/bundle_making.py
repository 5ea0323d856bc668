"""A wiki as the exporter sees it, made of views: no store and no Markdown in it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from fanwiki.domain.page import PageId
from fanwiki.exporters.html import (
    AttachmentEntry,
    ClaimEntry,
    Hrefs,
    KindEntry,
    LinkingEntry,
    Look,
    OriginEntry,
    PageEntry,
    PageMaker,
    PageText,
)
from fanwiki.exporters.html.documents import Documents
from fanwiki.exporters.html.linker import Frame
from fanwiki.exporters.html.making import tasks_of
from fanwiki.exporters.html.plan import plan
from fanwiki.exporters.html.search_packing import call
from fanwiki.exporters.html.search_scripts import search_calls
from fanwiki.exporters.html.search_shards import IndexFigures
from fanwiki.exporters.html.sheets import MadePage, MadeWords
from fanwiki.markup.views import PageView

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><circle cx="2" cy="2" r="2"/></svg>\n'

Shows = Callable[[Hrefs], PageView]


@dataclass
class MadeBundle:
    """Answers `BundleSource` from what a test puts into it.

    Args:
        entries: The pages.
        shown: What a page shows, by its number; a page without an entry here shows its title.
        files: Attachments by name.
        texts: The words of pages, for the search.
    """

    entries: Sequence[PageEntry] = ()
    shown: Mapping[PageId, Shows] = field(default_factory=dict)
    files: Mapping[str, bytes] = field(default_factory=dict)
    texts: Mapping[PageId, PageText] = field(default_factory=dict)
    title: str = "Test wiki"
    home: PageId | None = None
    viewed: list[PageId] = field(default_factory=list)
    prints: Mapping[PageId, bytes] = field(default_factory=dict)
    linked: Mapping[PageId, Sequence[PageId]] = field(default_factory=dict)
    told_paths: Collection[str] | None = None

    def kinds(self) -> Sequence[KindEntry]:
        return [KindEntry("film", "Films", "Film"), KindEntry("character", "Characters", "Character")]

    def pages(self) -> Sequence[PageEntry]:
        return self.entries

    def gather(self, pages: Sequence[PageId]) -> None:
        del pages

    def linking(self, page: PageId) -> Sequence[PageId]:
        return self.linked.get(page, ())

    def linking_entries(self, pages: Sequence[PageId]) -> Sequence[LinkingEntry]:
        titles = {page.id: page.title for page in self.entries}
        return [LinkingEntry(page, titles.get(page, f"Page {page}"), "Character") for page in pages]

    def much_linked(self) -> Mapping[PageId, int]:
        return {page: len(linking) for page, linking in self.linked.items() if len(linking) > 200}

    def sheet(self, number: int) -> None:
        del number

    def keep_sheet(self, number: int, pages: Sequence[MadePage], chunk: bytes, words: Sequence[MadeWords]) -> None:
        del number, pages, chunk, words

    def whole(self) -> None:
        return None

    def keep_lot(self, number: int, files: Sequence[tuple[str, bytes]]) -> None:
        del number, files

    def keep_whole(self, frame: Frame, figures: IndexFigures, lots: int) -> None:
        del frame, figures, lots

    def view(self, page: PageId, hrefs: Hrefs) -> PageView:
        self.viewed.append(page)
        if page in self.shown:
            return self.shown[page](hrefs)
        entry = next(entry for entry in self.entries if entry.id == page)
        return PageView(entry.title, kind=entry.kind)

    def text(self, page: PageId) -> PageText:
        return self.texts.get(page, PageText())

    @property
    def reader(self) -> str:
        return "It was made for a test."

    def authors(self) -> Sequence[str]:
        return ["Ann <b>", "Bob"] if self.entries else []

    def origins(self) -> Sequence[OriginEntry]:
        return [OriginEntry("Heroes <wiki>", 2, "CC BY-SA 3.0", 7)] if self.entries else []

    def timeline(self) -> Sequence[tuple[str, PageId]]:
        return sorted(("2020", page.id) for page in self.entries if page.kind == "film")

    def claims(self) -> Sequence[ClaimEntry]:
        claims = (page for page in self.entries if page.kind == "speculation")
        return [ClaimEntry(page.id, "open", "70 of 100") for page in sorted(claims, key=lambda page: page.id)]

    def shown_on(self, name: str) -> Sequence[PageId]:
        return [page.id for page in self.entries if page.image == name]

    def attachments(self) -> Sequence[AttachmentEntry]:
        return [
            AttachmentEntry(
                name,
                "image/svg+xml" if name.endswith(".svg") else "application/octet-stream",
                hashlib.sha256(data).hexdigest(),
            )
            for name, data in self.files.items()
        ]

    def data(self, name: str) -> bytes:
        return self.files[name]


def entry(number: int, title: str, kind: str = "character", **more: object) -> PageEntry:
    """Make the entry of a page."""
    return PageEntry(PageId(number), title, kind, **more)  # type: ignore[arg-type]


def files_of(source: MadeBundle, look: Look | None = None) -> dict[str, bytes]:
    """Return the files of a bundle but its manifest and its search index."""
    documents = Documents(plan(source), source, look or Look())
    files = dict(documents.make())
    for task in tasks_of(source.entries):
        made = PageMaker(source, documents.frame(), None, None).make(task).files
        files |= {file.path: file.data for file in made if file.data is not None}
    return files


def search_files_of(source: MadeBundle) -> list[tuple[str, bytes]]:
    """Return the files of a bundle's search."""
    return [(f"{name}.js", call(name, *values).encode()) for name, values in search_calls(plan(source), source)]
