"""The plan of a bundle: every file it will have and where each page stands, known before the first is written.

Planning first means that each link is either right or absent: the linker only ever answers from the plan.
The wiki is seen through `BundleSource`, which a service makes for one viewer; a page, name or attachment that the
viewer may not see is not in it, so no file name, index or redirect can give it away.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from fanwiki.domain.page import PageId
from fanwiki.domain.title import identity, lookup_key
from fanwiki.exporters.html.names import attachment_extension, slug, unique
from fanwiki.markup.views import PageView

HOME = "index.html"
NOT_FOUND = "404.html"
ALL_PAGES = "all.html"
STYLE = "a/page.css"
PAGES = "p"
KINDS = "k"
TAGS = "t"
FILES = "f"


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
    """

    id: PageId
    title: str
    kind: str
    aliases: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class KindEntry:
    """A kind that gets an index of its own if the bundle has pages of it."""

    name: str
    plural: str


@dataclass(frozen=True, slots=True)
class AttachmentEntry:
    """An attachment of the bundle; two with the same bytes share one file."""

    name: str
    media_type: str
    sha256: str


class Hrefs(Protocol):
    """The addresses that a page may use, as seen from where that page stands."""

    def page(self, page: PageId, anchor: str = "") -> str | None:
        """Return the address of a page, or None when the bundle does not have it."""

    def attachment(self, name: str) -> str | None:
        """Return the address of an attachment, or None when the bundle does not have it."""

    def kind(self, name: str) -> str | None:
        """Return the address of a kind's index, or None."""

    def tag(self, name: str) -> str | None:
        """Return the address of a tag's index, or None."""


class BundleSource(Protocol):
    """What the exporter needs of a wiki, for one viewer and one choice of pages."""

    @property
    def title(self) -> str:
        """The wiki's name."""

    @property
    def home(self) -> PageId | None:
        """The page that opens the bundle, or None to have one made from the indexes."""

    def kinds(self) -> Sequence[KindEntry]:
        """Return the wiki's kinds, in their order."""

    def pages(self) -> Sequence[PageEntry]:
        """Return the pages of the bundle, in any order."""

    def view(self, page: PageId, hrefs: Hrefs) -> PageView:
        """Return what a page shows, with these addresses."""

    def attachments(self) -> Sequence[AttachmentEntry]:
        """Return the attachments that some page of the bundle shows or links to."""

    def data(self, name: str) -> bytes:
        """Return an attachment's bytes."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """A small page at a name's file that leads on to the page it is a name of."""

    path: str
    name: str
    page: PageId


@dataclass(frozen=True, slots=True)
class Index:
    """A page that lists the pages of one kind or tag."""

    path: str
    name: str
    title: str
    pages: tuple[PageEntry, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """All files of a bundle, by what they show.

    Args:
        title: The wiki's name.
        home: The page that is the bundle's `HOME`, or None.
        pages: Every page, in reading order (by look-up key, then id).
        page_paths: Where each stands.
        kinds: One index a kind that has pages.
        tags: One index a tag.
        redirects: One file a name that is not a title.
        attachments: Where each attachment's bytes stand, by its name.
        files: The attachments whose bytes are written: one a path.
    """

    title: str
    home: PageId | None
    pages: tuple[PageEntry, ...]
    page_paths: Mapping[PageId, str]
    kinds: tuple[Index, ...]
    tags: tuple[Index, ...]
    redirects: tuple[Redirect, ...]
    attachments: Mapping[str, str]
    files: Mapping[str, AttachmentEntry]

    def paths(self) -> Iterator[str]:
        """Yield the path of every file that is made from the wiki, each once."""
        yield from (HOME, ALL_PAGES, NOT_FOUND, STYLE)
        yield from (path for path in self.page_paths.values() if path != HOME)
        for index in (*self.kinds, *self.tags):
            yield index.path
        yield from (redirect.path for redirect in self.redirects)
        yield from self.files


def plan(source: BundleSource) -> Plan:
    """Give every page, name, kind, tag and attachment of the source its file."""
    pages = tuple(sorted(source.pages(), key=reading_order))
    ids = {page.id for page in pages}
    home = source.home if source.home in ids else None
    page_paths = {page.id: HOME if page.id == home else f"{PAGES}/{slug(page.title)}-{page.id}.html" for page in pages}
    attachments = {entry.name: _file_path(entry) for entry in source.attachments()}
    files = {attachments[entry.name]: entry for entry in sorted(source.attachments(), key=lambda entry: entry.name)}
    return Plan(
        title=source.title,
        home=home,
        pages=pages,
        page_paths=page_paths,
        kinds=_kind_indexes(source.kinds(), pages),
        tags=_tag_indexes(pages),
        redirects=_redirects(pages, home, set(page_paths.values())),
        attachments=attachments,
        files=files,
    )


def reading_order(page: PageEntry) -> tuple[str, str, int]:
    """Return the key by which pages stand in lists: as people look them up."""
    return sort_key(page.title), page.title, page.id


def sort_key(title: str) -> str:
    """Return a title's look-up key without a leading article, so that “The Adventures …” stands under A."""
    key = lookup_key(title)
    for article in ("the ", "a ", "an "):
        if key.startswith(article) and len(key) > len(article):
            return key[len(article) :]
    return key


def _file_path(entry: AttachmentEntry) -> str:
    return f"{FILES}/{entry.sha256[:16]}{attachment_extension(entry.name, entry.media_type)}"


def _kind_indexes(kinds: Sequence[KindEntry], pages: Sequence[PageEntry]) -> tuple[Index, ...]:
    by_kind: dict[str, list[PageEntry]] = {}
    for page in pages:
        by_kind.setdefault(page.kind, []).append(page)
    plurals = {kind.name: kind.plural for kind in kinds}
    order = [kind.name for kind in kinds if kind.name in by_kind]
    order += sorted(name for name in by_kind if name not in plurals)
    paths = unique([(name, f"{KINDS}/{slug(name)}.html") for name in order])
    return tuple(Index(paths[name], name, plurals.get(name, name), tuple(by_kind[name])) for name in order)


def _tag_indexes(pages: Sequence[PageEntry]) -> tuple[Index, ...]:
    by_tag: dict[str, dict[PageId, PageEntry]] = {}
    spelled: dict[str, str] = {}
    for page in pages:
        for tag in page.tags:
            key = lookup_key(tag)
            spelled.setdefault(key, tag)
            by_tag.setdefault(key, {})[page.id] = page
    order = sorted(by_tag)
    paths = unique([(key, f"{TAGS}/{slug(key)}.html") for key in order])
    return tuple(Index(paths[key], key, f"#{spelled[key]}", tuple(by_tag[key].values())) for key in order)


def _redirects(pages: Sequence[PageEntry], home: PageId | None, taken: set[str]) -> tuple[Redirect, ...]:
    """Plan a file for each alias, named as the page would be if the alias were its title.

    A renamed page keeps its old title as an alias, so the file it had before still leads to it.
    """
    found: dict[str, Redirect] = {}
    for page in pages:
        names = (*page.aliases, page.title) if page.id == home else page.aliases
        for name in names:
            path = f"{PAGES}/{slug(name)}-{page.id}.html"
            if path not in taken and (identity(name) != identity(page.title) or page.id == home):
                found.setdefault(path, Redirect(path, name, page.id))
    return tuple(found[path] for path in sorted(found))
