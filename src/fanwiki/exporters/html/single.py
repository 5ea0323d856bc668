"""The bundle as one file of HTML: every page is in it, one after the other, with its pictures and the search.

Without scripts it reads as a book; with them one page shows at a time. Its style and scripts stand in it, so the
policy names them by their hashes: nothing else that came into a page could run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from fanwiki.domain.page import PageId
from fanwiki.domain.title import lookup_key
from fanwiki.exporters.html.documents import Look, as_home
from fanwiki.exporters.html.linker import Addresses, Linker
from fanwiki.exporters.html.linking_pages import LinkingPages
from fanwiki.exporters.html.names import plain_name
from fanwiki.exporters.html.overviews import (
    about_view,
    claims_view,
    not_found_view,
    picture_view,
    pictures_view,
    timeline_view,
)
from fanwiki.exporters.html.picture_links import with_picture_links
from fanwiki.exporters.html.plan import ABOUT, ALL_PAGES, CLAIMS, HOME, NOT_FOUND, PICTURES, TIMELINE, Index, Plan
from fanwiki.exporters.html.search_packing import script_text
from fanwiki.exporters.html.search_script import inline_scripts, own_style
from fanwiki.exporters.html.search_scripts import search_calls
from fanwiki.exporters.html.source import BundleSource, PageEntry
from fanwiki.exporters.html.svg import clean_svg
from fanwiki.exporters.whole_file import whole_file
from fanwiki.jobs import Progress
from fanwiki.markup.index_views import IndexGroup, IndexView
from fanwiki.markup.shell import article_html, index_article_html
from fanwiki.markup.style import stylesheet
from fanwiki.markup.templates import template
from fanwiki.markup.views import EntryView, Html, LinkView, ListShape, ListView, PageView, SiteView
from fanwiki.wording import say

GENERATOR = "fanwiki bundle of one file"
_MARK = "<!-- here -->"
_KINDS_IN_HEAD = 6
_SHOWN_IN_PLACE = ("image/", "audio/", "video/")
_TAG = re.compile(r"""<[a-z][a-z0-9]*(?:\s+[\w:-]+(?:="[^"]*")?)+\s*/?>""")
_NAMED = re.compile(r'(\s(?:id|name|aria-labelledby|aria-describedby|for)=")([^"]+)"')
_PLACE = re.compile(r'(\shref="#)([^"]+)"')
_ID = re.compile(r'\sid="([^"]+)"')


class Places:
    """Answers `Hrefs` for a file that holds everything: places in it, and files as data.

    Args:
        plan: What there is.
        source: Where the bytes of attachments come from.
    """

    def __init__(self, plan: Plan, source: BundleSource) -> None:
        self._pages = plan.page_paths
        self._kinds = {index.name for index in plan.kinds}
        self._tags = {index.name for index in plan.tags}
        self._source = source
        self._types = {entry.name: entry.media_type for entry in source.attachments()}
        self._leaves = {plan.attachments[entry.name]: leaf_name(path) for path, entry in plan.pictures.items()}
        self._linking = plan.linking
        self._files = plan.attachments
        self._shown: dict[bytes, str] = {}

    def page(self, page: PageId, anchor: str = "") -> str | None:
        """Return the place of a page, or of something on it."""
        if page not in self._pages:
            return None
        return f"#p{page}-{anchor}" if anchor else f"#p{page}"

    def attachment(self, name: str) -> str | None:
        """Return a picture, sound or film as data; what a browser would not show in place is not in the file."""
        kind = self._types.get(name, "")
        if not kind.startswith(_SHOWN_IN_PLACE):
            return None
        data = self._source.data(name)
        if kind == "image/svg+xml":
            data = clean_svg(data)
        shown = f"data:{kind};base64,{base64.b64encode(data).decode()}"
        if self._files[name] in self._leaves:
            self._shown[_digest(shown)] = f"#{self._leaves[self._files[name]]}"
        return shown

    def picture_page(self, src: str) -> str:
        """Return the place of the page of a picture that was asked for as data; empty for none."""
        return self._shown.get(_digest(src), "")

    def kind(self, name: str) -> str | None:
        """Return the place of a kind's index."""
        return f"#k-{plain_name(name)}" if name in self._kinds else None

    def tag(self, name: str) -> str | None:
        """Return the place of a tag's index."""
        key = lookup_key(name)
        return f"#t-{plain_name(key)}" if key in self._tags else None

    def linking(self, page: PageId) -> str | None:
        """Return the place of the list of all pages that link to a page."""
        return f"#{leaf_name(self._linking[page][0])}" if page in self._linking else None


def write_single(
    plan: Plan,
    source: BundleSource,
    destination: Path,
    look: Look,
    *,
    inspect: Callable[[str, bytes], None] | None = None,
    progress: Progress | None = None,
) -> int:
    """Write everything into one file and return its size.

    Raises:
        FanwikiError: The destination is something else's, or cannot be written.
    """
    parts = SingleParts(plan, source, look, progress or Progress())
    return write_parts(parts.make(), destination, inspect)


def write_parts(
    parts: Iterable[tuple[str, str]], destination: Path, inspect: Callable[[str, bytes], None] | None = None
) -> int:
    """Write the parts of a file one after the other, looking at those with a name, and return its size."""
    size = 0
    with whole_file(destination, is_earlier=is_single) as file:
        for name, text in parts:
            data = text.encode()
            if inspect is not None and name:
                inspect(name, data)
            file.write(data)
            size += len(data)
    return size


def is_single(file: BinaryIO) -> bool:
    """Tell whether a file is a bundle of one file that was exported before."""
    return f'content="{GENERATOR}"'.encode() in file.read(8192)


class _Ways(Linker):
    """Where things are for the pages that list others.

    Args:
        plan: What there is.
        places: Where it is.
        home: The place of the page that stands first.
    """

    def __init__(self, plan: Plan, places: Places, home: str) -> None:
        super().__init__(Addresses(plan), "")
        self._places = places
        self._home = home

    def path(self, path: str) -> str:
        """Return the place of a file of a bundle that is a leaf here."""
        return f"#{self._home if path == HOME else leaf_name(path)}"

    def page(self, page: PageId, anchor: str = "") -> str | None:
        """Return the place of a page, or of something on it."""
        return self._places.page(page, anchor)

    def attachment(self, name: str) -> str | None:
        """Return a file as data."""
        return self._places.attachment(name)


@dataclass(frozen=True, slots=True)
class Leaf:
    """A page as it stands in the file.

    Args:
        path: Its file in a bundle of many.
        name: Its place.
        markup: What it shows; ids in it begin with its place.
    """

    path: str
    name: str
    markup: str

    @classmethod
    def of(cls, path: str, name: str, article: Html, names: Iterable[str] = ()) -> Leaf:
        """Return a leaf whose ids are its own, which also answers at other names."""
        also = "".join(f'<span id="{other}"></span>\n' for other in names)
        return cls(path, name, f"{also}{with_own_ids(name, article)}")

    @property
    def html(self) -> str:
        """The part of the file."""
        return f'<section class="leaf" id="{self.name}">\n{self.markup}\n</section>\n'


class SingleParts:
    """The parts of the file in their order.

    Args:
        plan: What there is.
        source: Where pages come from.
        look: How they look.
        progress: Where to report.
        own_opening: Whether the file opens with a part of its own even if a page of the wiki is its home: then it opens
            at the same place for those who may not know of that page.
    """

    def __init__(
        self, plan: Plan, source: BundleSource, look: Look, progress: Progress, *, own_opening: bool = False
    ) -> None:
        self._plan = plan
        self._source = source
        self._look = look
        self._progress = progress
        self._own_opening = own_opening or plan.home is None
        self._places = Places(plan, source)
        self._ways = _Ways(plan, self._places, self._home)
        self._labels = {kind.name: kind.label or kind.plural for kind in source.kinds()}
        self._names: dict[PageId, list[str]] = {}
        for redirect in plan.redirects:
            self._names.setdefault(redirect.page, []).append(redirect.path)

    def make(self) -> Iterator[tuple[str, str]]:
        """Yield the parts; those that come of the wiki with a name."""
        script = inline_scripts()[1]
        head, after_pages, after_data, end = self.shell(script)
        yield "", head
        for leaf in self.leaves():
            yield leaf.path, leaf.html
        yield "", after_pages
        yield "", '{"a/search":[true]'
        for name, values in self.data():
            yield f"{name}.js", f",{script_text(name)}:{values}"
        yield "", "}"
        yield "", after_data
        yield "", script + end

    def shell(self, script: str) -> list[str]:
        """Return what stands before the pages, before the data of the search, before this script, and at the end."""
        urgent = inline_scripts()[0]
        style = f"{stylesheet()}\n{own_style()}"
        policy = (
            f"default-src 'none'; script-src {_hash(urgent)} {_hash(script)}; style-src {_hash(style)}; "
            "img-src data:; media-src data:; base-uri 'none'; form-action 'none'"
        )
        site = SiteView(
            title=self._plan.title,
            home="#" + self._home,
            navigation=self._navigation(),
            footer=(*self._look.footer, LinkView(say("About this copy"), "#about")),
            without_scripts=say(
                "Searching, glances at pages and the choice of colours need JavaScript; reading does not."
            ),
            lang=self._look.lang,
            direction=self._look.direction,
            theme=self._look.theme,
            policy=policy,
        )
        values = {"site": site, "generator": GENERATOR, "urgent": Html(urgent), "style": Html(style)}
        return template("single.html").render(values, mark=Html(_MARK)).split(_MARK)

    @property
    def _home(self) -> str:
        return "home" if self._own_opening else f"p{self._plan.home}"

    def _navigation(self) -> tuple[LinkView, ...]:
        kinds = [LinkView(index.title, self._places.kind(index.name)) for index in self._plan.kinds[:_KINDS_IN_HEAD]]
        return (*kinds, LinkView(say("All pages"), "#all"))

    def leaves(self) -> Iterator[Leaf]:
        """Yield every page, the one that opens the file first."""
        if self._plan.home is None:
            kinds = tuple(self._counted(kind, self._places.kind(kind.name)) for kind in self._plan.kinds)
            lists = (ListView("kinds", say("Look around"), kinds, ListShape.COLUMNS),) if kinds else ()
            index = IndexView(self._plan.title, LinkView(say("All pages from A to Z"), "#all"), lists)
            yield Leaf.of(HOME, "home", index_article_html(index))
        elif self._own_opening:
            yield self._opening(self._plan.home)
        pages = sorted(self._plan.pages, key=lambda page: page.id != self._plan.home)
        for page in self._progress.over(pages, len(pages), "Writing the pages"):
            yield self._page(page.id)
        yield Leaf.of(ALL_PAGES, "all", self._index(self._plan.everything, (*self._overview_list(), *self._tags())))
        yield from self._overviews()
        for kind in self._plan.kinds:
            yield Leaf.of(kind.path, f"k-{plain_name(kind.name)}", self._index(kind))
        for tag in self._plan.tags:
            yield Leaf.of(tag.path, f"t-{plain_name(tag.name)}", self._index(tag))
        yield from self._linking()
        yield Leaf.of(NOT_FOUND, "not-found", index_article_html(not_found_view(self._plan, self._ways)))

    def _opening(self, home: PageId) -> Leaf:
        """Return the home page as it opens the file; it stands among the others too."""
        shown = article_html(as_home(self._view(home), self._plan.title), self._look.direction)
        return Leaf.of(HOME, "home", shown)

    def _view(self, page: PageId) -> PageView:
        return with_picture_links(self._source.view(page, self._places), self._places.picture_page)

    def _page(self, page: PageId) -> Leaf:
        """Return a page, which answers at the names of its files in a bundle of many too, and at former ones."""
        view = self._view(page)
        opens = page == self._plan.home and not self._own_opening
        shown = as_home(view, self._plan.title) if opens else view
        path = self._plan.page_paths[page]
        others = self._names.get(page, [])
        names = [f"n-{PurePosixPath(other).stem}" for other in (others if path == HOME else [path, *others])]
        return Leaf.of(path, f"p{page}", article_html(shown, self._look.direction), names)

    def _overviews(self) -> Iterator[Leaf]:
        """Yield the pages that show the wiki from one side, and those of pictures."""
        crumbs = (LinkView(self._plan.title, self._ways.path(HOME)),)
        about = about_view(self._plan, self._source, self._look.licence, self._ways, ())
        lists = tuple(view for view in about.lists if view.anchor != "ways")
        yield Leaf.of(ABOUT, "about", index_article_html(replace(about, lists=lists)))
        views = {TIMELINE: timeline_view, CLAIMS: claims_view, PICTURES: _named_pictures}
        for path, _ in self._plan.overviews():
            yield Leaf.of(path, leaf_name(path), index_article_html(views[path](self._plan, self._ways, ())))
        for path, entry in self._plan.pictures.items():
            picture = picture_view(self._plan, self._source, entry, self._ways, crumbs)
            yield Leaf.of(path, leaf_name(path), article_html(picture, self._look.direction))

    def _linking(self) -> Iterator[Leaf]:
        """Yield the pages that list what links to a page."""
        site = SiteView(title=self._plan.title, home="#" + self._home)
        titles = {page.id: page.title for page in self._plan.pages}
        pages = LinkingPages(self._source, self._ways, site, titles)
        for page, paths in self._plan.linking.items():
            for path, view in pages.views(page, paths):
                yield Leaf.of(path, leaf_name(path), index_article_html(view))

    def _overview_list(self) -> tuple[ListView, ...]:
        entries = tuple(EntryView(LinkView(name, self._ways.path(path))) for path, name in self._plan.overviews())
        return (ListView("ways", say("Overviews"), entries, ListShape.COLUMNS),) if entries else ()

    def _tags(self) -> tuple[ListView, ...]:
        tags = tuple(self._counted(index, self._places.tag(index.name)) for index in self._plan.tags)
        return (ListView("tags", say("By tag"), tags, ListShape.COLUMNS),) if tags else ()

    def _counted(self, index: Index, href: str | None) -> EntryView:
        return EntryView(LinkView(index.title, href), kind=str(index.size))

    def _index(self, index: Index, lists: tuple[ListView, ...] = ()) -> Html:
        letters = [letter for part in index.parts for letter in part.letters]
        groups = tuple(
            IndexGroup(letter.label, letter.anchor, tuple(self._entry(page) for page in letter.pages))
            for letter in letters
        )
        return index_article_html(IndexView(index.title, lists=lists, groups=groups))

    def _entry(self, page: PageEntry) -> EntryView:
        return EntryView(
            LinkView(page.title, self._places.page(page.id)), self._labels.get(page.kind, page.kind), page.note
        )

    def data(self) -> Iterator[tuple[str, str]]:
        """Yield what each file of a bundle's search hands over, by its name."""
        places = {page.id: f"#p{page.id}" for page in self._plan.pages}
        here = replace(self._plan, page_paths=places, attachments={})
        for name, values in search_calls(here, self._source, self._progress):
            yield name, script_text(values)


def leaf_name(path: str) -> str:
    """Return the place of what has a file of its own in a bundle of many."""
    return path.removesuffix(".html").replace("/", "-")


def _named_pictures(plan: Plan, linker: Linker, crumbs: tuple[LinkView, ...]) -> IndexView:
    """Return all pictures by their names: each is in the file where it is shown, and scripts show it here too."""
    view = pictures_view(plan, linker, crumbs, small=False)
    return replace(view, lists=tuple(replace(shown, shape=ListShape.COLUMNS) for shown in view.lists))


def with_own_ids(name: str, markup: str) -> str:
    """Return markup whose ids begin with a name; links within it lead to them."""
    ids = {own for tag in _TAG.findall(markup) for own in _ID.findall(tag)}

    def named(match: re.Match[str]) -> str:
        return f'{match[1]}{name}-{match[2]}"'

    def led(match: re.Match[str]) -> str:
        return f'{match[1]}{name}-{match[2]}"' if match[2] in ids else match[0]

    def own(match: re.Match[str]) -> str:
        return _PLACE.sub(led, _NAMED.sub(named, match[0]))

    return _TAG.sub(own, markup)


def _digest(text: str) -> bytes:
    return hashlib.sha256(text.encode()).digest()


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(_digest(text)).decode()}'"
