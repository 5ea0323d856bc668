"""The plan of a bundle: every file it will have and where each page stands, known before the first is written.

Planning first means that each link is either right or absent: the linker only ever answers from the plan.
The wiki is seen through a `BundleSource`; a page, name or attachment that its viewer may not see is not in it, so no
file name, index or redirect can give it away.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fanwiki.domain.page import PageId
from fanwiki.domain.title import identity, lookup_key
from fanwiki.exporters.html.letters import IndexPart, parts_of, reading_order
from fanwiki.exporters.html.names import attachment_extension, numbered_name, plain_name
from fanwiki.exporters.html.page_paths import PagePaths
from fanwiki.exporters.html.search_script import scripts
from fanwiki.exporters.html.source import (
    LINKING_SIZE,
    AttachmentEntry,
    BundleSource,
    ClaimEntry,
    KindEntry,
    PageEntry,
)
from fanwiki.markup.views import MOST_BACKLINKS
from fanwiki.wording import say

HOME = "index.html"
NOT_FOUND = "404.html"
ALL_PAGES = "all.html"
ALL_TAGS = "tags.html"
SEARCH = "search.html"
ABOUT = "about.html"
TIMELINE = "timeline.html"
CLAIMS = "claims.html"
PICTURES = "pictures.html"
STYLE = "a/page.css"
README = "README.txt"
PAGES = "p"
KINDS = "k"
TAGS = "t"
FILES = "f"
PICTURE_PAGES = "i"
LINKING = "l"
HIDDEN = "hidden"
"""What files are called that must not tell what they are of."""

TAGS_SHOWN = 24
"""The index of all pages shows so many tags, those with the most pages; more have a page of their own."""


@dataclass(frozen=True, slots=True)
class Redirect:
    """A small page at a name's file that leads on to the page it is a name of."""

    path: str
    name: str
    page: PageId


@dataclass(frozen=True, slots=True)
class Index:
    """A page that lists pages: all of them, those of one kind, or those of one tag.

    Args:
        path: Its file.
        name: The kind's name or the tag's look-up key; empty for all pages.
        title: Its heading.
        size: How many pages it lists.
        parts: What stands on it; when there are several, each has a file of its own and `path` lists them.
    """

    path: str
    name: str
    title: str
    size: int
    parts: tuple[IndexPart, ...]

    def paths(self) -> Iterator[str]:
        """Yield its files, each once."""
        yield self.path
        if len(self.parts) > 1:
            yield from (part.path for part in self.parts)


@dataclass(frozen=True, slots=True)
class Plan:
    """All files of a bundle, by what they show.

    Args:
        title: The wiki's name.
        home: The page that is the bundle's `HOME`, or None.
        pages: Every page, in reading order.
        page_paths: Where each stands.
        everything: The index of all pages.
        kinds: One index a kind that has pages.
        tags: One index a tag.
        redirects: One file a name that is not a title.
        attachments: Where each attachment's bytes stand, by its name.
        files: The attachments whose bytes are written: one a path.
        pictures: The pictures, by the page that each has.
        timeline: Films in the order they came out, with their years.
        claims: What is claimed, in the order of the page that lists it.
        linking: The files that list what links to a page, of pages that very many link to.
    """

    title: str
    home: PageId | None
    pages: tuple[PageEntry, ...]
    page_paths: Mapping[PageId, str]
    everything: Index
    kinds: tuple[Index, ...]
    tags: tuple[Index, ...]
    redirects: tuple[Redirect, ...]
    attachments: Mapping[str, str]
    files: Mapping[str, AttachmentEntry]
    pictures: Mapping[str, AttachmentEntry]
    timeline: tuple[tuple[str, PageId], ...] = ()
    claims: tuple[ClaimEntry, ...] = ()
    linking: Mapping[PageId, tuple[str, ...]] = field(default_factory=dict)

    @property
    def has_tag_page(self) -> bool:
        """Whether there are so many tags that they have a page of their own."""
        return len(self.tags) > TAGS_SHOWN

    def paths(self) -> Iterator[str]:
        """Yield the path of every file of the bundle but its manifest and its search index, each once."""
        yield from (STYLE, *scripts(), README, NOT_FOUND, SEARCH, ABOUT)
        yield from (path for path, _ in self.overviews())
        if self.home is None:
            yield HOME
        if self.has_tag_page:
            yield ALL_TAGS
        yield from self.page_paths.values()
        for index in (self.everything, *self.kinds, *self.tags):
            yield from index.paths()
        yield from (redirect.path for redirect in self.redirects)
        for paths in self.linking.values():
            yield from paths
        yield from self.pictures
        yield from self.files

    def overviews(self) -> Iterator[tuple[str, str]]:
        """Yield the pages that show the wiki from one side, with what they are called."""
        if self.timeline:
            yield TIMELINE, say("Timeline")
        if self.claims:
            yield CLAIMS, say("Claims")
        if self.pictures:
            yield PICTURES, say("Pictures")


def plan(source: BundleSource) -> Plan:
    """Give every page, name, kind, tag and attachment of the source its file."""
    naming = _Naming(source.told_paths)
    pages = tuple(sorted(source.pages(), key=reading_order))
    asked = source.home
    home = asked if any(page.id == asked for page in pages) else None
    page_paths = {page.id: HOME if page.id == home else naming.page(page.id, page.title) for page in pages}
    attachments = sorted(source.attachments(), key=lambda entry: entry.name)
    return Plan(
        title=source.title,
        home=home,
        pages=pages,
        page_paths=PagePaths(page_paths),
        everything=_index(ALL_PAGES, "", say("All pages"), pages),
        kinds=_kind_indexes(source.kinds(), pages),
        tags=_tag_indexes(pages, naming),
        redirects=_redirects(pages, page_paths, naming),
        attachments={entry.name: _file_path(entry) for entry in attachments},
        files={_file_path(entry): entry for entry in attachments},
        pictures={_picture_path(entry): entry for entry in attachments if entry.media_type.startswith("image/")},
        timeline=tuple(row for row in source.timeline() if row[1] in page_paths),
        claims=tuple(claim for claim in source.claims() if claim.page in page_paths),
        linking={
            page: _linking_paths(page_paths[page], page, count)
            for page, count in sorted(source.much_linked().items())
            if page in page_paths
        },
    )


def linking_parts(count: int) -> int:
    """Return on how many pages so many pages are listed that link to one."""
    return -(-count // LINKING_SIZE) if count > MOST_BACKLINKS else 0


def _linking_paths(path: str, page: PageId, count: int) -> tuple[str, ...]:
    stem = f"page-{page}" if path == HOME else path.removeprefix(f"{PAGES}/").removesuffix(".html")
    more = (f"{LINKING}/{stem}_{number}.html" for number in range(2, linking_parts(count) + 1))
    return (f"{LINKING}/{stem}.html", *more)


class _Naming:
    """Names files after what they are of.

    Args:
        told: The files that may be called so; the others get a name that tells nothing. None when all may.
    """

    def __init__(self, told: Collection[str] | None) -> None:
        self._told = told

    def page(self, page: PageId, title: str) -> str:
        """Return where a page stands."""
        return self._either(_page_path(title, page), _page_path(HIDDEN, page))

    def redirect(self, page: PageId, name: str) -> str:
        """Return where another name of a page stands."""
        return self._either(_page_path(name, page), _page_path(f"{HIDDEN} {_digest(name)}", page))

    def tag(self, key: str) -> str:
        """Return where the pages with a tag are listed."""
        return self._either(f"{TAGS}/{plain_name(key)}.html", f"{TAGS}/{HIDDEN}-{_digest(key)}.html")

    def _either(self, telling: str, silent: str) -> str:
        return telling if self._told is None or telling in self._told else silent


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def _page_path(name: str, page: PageId) -> str:
    return f"{PAGES}/{numbered_name(name, page)}.html"


def _file_path(entry: AttachmentEntry) -> str:
    return f"{FILES}/{entry.sha256[:16]}{attachment_extension(entry.name, entry.media_type)}"


def _picture_path(entry: AttachmentEntry) -> str:
    return f"{PICTURE_PAGES}/{entry.sha256[:16]}.html"


def _index(path: str, name: str, title: str, pages: Sequence[PageEntry]) -> Index:
    return Index(path, name, title, len(pages), parts_of(pages, path))


def _kind_indexes(kinds: Sequence[KindEntry], pages: Iterable[PageEntry]) -> tuple[Index, ...]:
    by_kind: dict[str, list[PageEntry]] = {}
    for page in pages:
        by_kind.setdefault(page.kind, []).append(page)
    plurals = {kind.name: kind.plural for kind in kinds}
    order = [kind.name for kind in kinds if kind.name in by_kind]
    order += sorted(name for name in by_kind if name not in plurals)
    return tuple(
        _index(f"{KINDS}/{plain_name(name)}.html", name, plurals.get(name, name), by_kind[name]) for name in order
    )


def _tag_indexes(pages: Iterable[PageEntry], naming: _Naming) -> tuple[Index, ...]:
    by_tag: dict[str, dict[PageId, PageEntry]] = {}
    spelled: dict[str, str] = {}
    for page in pages:
        for tag in page.tags:
            spelled.setdefault(lookup_key(tag), tag)
            by_tag.setdefault(lookup_key(tag), {})[page.id] = page
    return tuple(
        _index(naming.tag(key), key, f"#{spelled[key]}", tuple(by_tag[key].values())) for key in sorted(by_tag)
    )


def _redirects(pages: Iterable[PageEntry], page_paths: Mapping[PageId, str], naming: _Naming) -> tuple[Redirect, ...]:
    """Plan a file for each alias, named as the page would be if the alias were its title.

    A renamed page keeps its old title as an alias, so the file it had before still leads to it; a page that became
    the home page still answers at its own name.
    """
    found: dict[str, Redirect] = {}
    for page in pages:
        own = page_paths[page.id]
        names = (*page.aliases, page.title) if own == HOME else page.aliases
        for name in names:
            path = naming.redirect(page.id, name)
            if path != own and (identity(name) != identity(page.title) or own == HOME):
                found.setdefault(path, Redirect(path, name, page.id))
    return tuple(found[path] for path in sorted(found))
