"""The bundle as one file of HTML: every page is in it, one after the other, with its pictures and the search.

Without scripts it reads as a book; with them one page shows at a time. Its style and scripts stand in it, so the
policy names them by their hashes: nothing else that came into a page could run.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from fanwiki.domain.page import PageId
from fanwiki.domain.title import lookup_key
from fanwiki.exporters.html.documents import Look, as_home
from fanwiki.exporters.html.linker import Addresses, Linker
from fanwiki.exporters.html.names import plain_name
from fanwiki.exporters.html.overviews import about_view, claims_view, timeline_view
from fanwiki.exporters.html.plan import ABOUT, CLAIMS, PICTURES, TIMELINE, Index, Plan
from fanwiki.exporters.html.search_packing import script_text
from fanwiki.exporters.html.search_script import inline_scripts, own_style
from fanwiki.exporters.html.search_scripts import search_calls
from fanwiki.exporters.html.source import BundleSource, PageEntry
from fanwiki.exporters.html.svg import clean_svg
from fanwiki.exporters.whole_file import whole_file
from fanwiki.jobs import Progress
from fanwiki.markup.shell import article_html, index_article_html
from fanwiki.markup.style import stylesheet
from fanwiki.markup.templates import template
from fanwiki.markup.views import EntryView, Html, IndexGroup, IndexView, LinkView, ListShape, ListView, SiteView
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
        return f"data:{kind};base64,{base64.b64encode(data).decode()}"

    def kind(self, name: str) -> str | None:
        """Return the place of a kind's index."""
        return f"#k-{plain_name(name)}" if name in self._kinds else None

    def tag(self, name: str) -> str | None:
        """Return the place of a tag's index."""
        key = lookup_key(name)
        return f"#t-{plain_name(key)}" if key in self._tags else None


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
    parts = _Parts(plan, source, look, progress or Progress())
    size = 0
    with whole_file(destination, is_earlier=is_single) as file:
        for name, text in parts.make():
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
    """Where things are for the pages that list others."""

    def __init__(self, plan: Plan, places: Places) -> None:
        super().__init__(Addresses(plan), "")
        self._places = places

    def path(self, path: str) -> str:
        """Return the place of a file of a bundle that is a leaf here."""
        return f"#{PurePosixPath(path).stem}"

    def page(self, page: PageId, anchor: str = "") -> str | None:
        """Return the place of a page, or of something on it."""
        return self._places.page(page, anchor)


class _Parts:
    """The parts of the file in their order; those that come of the wiki have a name."""

    def __init__(self, plan: Plan, source: BundleSource, look: Look, progress: Progress) -> None:
        self._plan = plan
        self._source = source
        self._look = look
        self._progress = progress
        self._places = Places(plan, source)
        self._labels = {kind.name: kind.label or kind.plural for kind in source.kinds()}

    def make(self) -> Iterator[tuple[str, str]]:
        head, after_pages, after_data, end = self._shell()
        yield "", head
        yield from self._leaves()
        yield "", after_pages
        yield from self._data()
        yield "", after_data
        yield "", inline_scripts()[1] + end

    def _shell(self) -> list[str]:
        urgent, script = inline_scripts()
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
        return "home" if self._plan.home is None else f"p{self._plan.home}"

    def _navigation(self) -> tuple[LinkView, ...]:
        kinds = [LinkView(index.title, self._places.kind(index.name)) for index in self._plan.kinds[:_KINDS_IN_HEAD]]
        return (*kinds, LinkView(say("All pages"), "#all"))

    def _leaves(self) -> Iterator[tuple[str, str]]:
        if self._plan.home is None:
            kinds = tuple(self._counted(kind, self._places.kind(kind.name)) for kind in self._plan.kinds)
            lists = (ListView("kinds", say("Look around"), kinds, ListShape.COLUMNS),) if kinds else ()
            index = IndexView(self._plan.title, LinkView(say("All pages from A to Z"), "#all"), lists)
            yield "index.html", _leaf("home", index_article_html(index))
        pages = sorted(self._plan.pages, key=lambda page: page.id != self._plan.home)
        for page in self._progress.over(pages, len(pages), "Writing the pages"):
            view = self._source.view(page.id, self._places)
            shown = as_home(view) if page.id == self._plan.home else view
            yield self._plan.page_paths[page.id], _leaf(f"p{page.id}", article_html(shown, self._look.direction))
        yield "all.html", _leaf("all", self._index(self._plan.everything, (*self._overview_list(), *self._tags())))
        yield from self._overviews()
        for kind in self._plan.kinds:
            yield kind.path, _leaf(f"k-{plain_name(kind.name)}", self._index(kind))
        for tag in self._plan.tags:
            yield tag.path, _leaf(f"t-{plain_name(tag.name)}", self._index(tag))

    def _overviews(self) -> Iterator[tuple[str, str]]:
        """Yield the pages that show the wiki from one side; pictures have no pages here, they stand in the others."""
        ways = _Ways(self._plan, self._places)
        about = about_view(self._plan, self._source, self._look.licence, ways, ())
        lists = tuple(view for view in about.lists if view.anchor != "ways")
        yield ABOUT, _leaf("about", index_article_html(replace(about, lists=lists)))
        if self._plan.timeline:
            yield TIMELINE, _leaf("timeline", index_article_html(timeline_view(self._plan, ways, ())))
        if self._plan.claims:
            yield CLAIMS, _leaf("claims", index_article_html(claims_view(self._plan, ways, ())))

    def _overview_list(self) -> tuple[ListView, ...]:
        named = [(path, name) for path, name in self._plan.overviews() if path != PICTURES]
        entries = tuple(EntryView(LinkView(name, f"#{PurePosixPath(path).stem}")) for path, name in named)
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

    def _data(self) -> Iterator[tuple[str, str]]:
        """Yield the search index: the files of a bundle, by name, as one object."""
        places = {page.id: f"#p{page.id}" for page in self._plan.pages}
        here = replace(self._plan, page_paths=places, attachments={})
        yield "", '{"a/search":[true]'
        for name, values in search_calls(here, self._source, self._progress):
            yield f"{name}.js", f",{script_text(name)}:{script_text(values)}"
        yield "", "}"


def _leaf(name: str, article: Html) -> str:
    """Return a page as a part of the file: its ids get the page's own, so that no two pages have the same."""
    return f'<section class="leaf" id="{name}">\n{with_own_ids(name, article)}\n</section>\n'


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


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
