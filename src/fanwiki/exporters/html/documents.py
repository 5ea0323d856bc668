"""What each planned file holds: pages, indexes and redirects in the shell they share. Knows nothing of a disk."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fanwiki.exporters.html.letters import IndexPart
from fanwiki.exporters.html.linker import Addresses, Frame, Linker, folder_of
from fanwiki.exporters.html.linking_pages import LinkingPages
from fanwiki.exporters.html.overviews import (
    about_view,
    claims_view,
    not_found_view,
    picture_view,
    pictures_view,
    sitemap,
    timeline_view,
)
from fanwiki.exporters.html.plan import (
    ABOUT,
    ALL_PAGES,
    ALL_TAGS,
    CLAIMS,
    HOME,
    NOT_FOUND,
    PICTURES,
    README,
    SEARCH,
    STYLE,
    TAGS_SHOWN,
    TIMELINE,
    Index,
    Plan,
    Redirect,
)
from fanwiki.exporters.html.search_script import SITE, THEME, own_style, scripts
from fanwiki.exporters.html.source import BundleSource, PageEntry
from fanwiki.exporters.html.svg import clean_svg
from fanwiki.markup.index_views import IndexGroup, IndexView
from fanwiki.markup.shell import index_html, page_html, redirect_html, search_html
from fanwiki.markup.style import stylesheet
from fanwiki.markup.views import (
    BacklinksView,
    Cell,
    EntryView,
    ImageView,
    LinkView,
    ListShape,
    ListView,
    PageView,
    SiteView,
    Theme,
)
from fanwiki.wording import say, say_number

POLICY = (
    "default-src 'none'; script-src 'self' file:; style-src 'self' file:; img-src 'self' file: data:; "
    "media-src 'self' file:; base-uri 'none'; form-action 'none'"
)
"""Enforced on file:// by Chromium, Firefox and WebKit alike: only the bundle's own scripts run, none that stands in a
page, and no request leaves the folder."""

KINDS_IN_HEAD = 6
CARDS_UP_TO = 120
"""An index of up to so many pages shows their pictures, if most of them have one."""

LETTERS_FROM = 25
"""An index of fewer pages of one kind or tag is one list: letters would part nearly every page from the next."""

SITEMAP = "sitemap.xml"


@dataclass(frozen=True, slots=True)
class Look:
    """How a bundle looks, and what stands at the foot of its pages.

    Args:
        theme: Its colours, until a reader chooses others.
        lang: The language of its text.
        direction: ``ltr``, ``rtl``, or ``auto`` to go by each page's title.
        footer: Lines at the foot of every page.
        licence: What may be done with the texts; it stands on the page about the copy.
        base_url: Where it will lie on the web, for its ``sitemap.xml``; empty for a copy that stays on disks.
        title: What the copy is called; empty for what the wiki is called.
    """

    theme: Theme = Theme.SYSTEM
    lang: str = "en"
    direction: str = "auto"
    footer: tuple[Cell, ...] = ()
    licence: tuple[Cell, ...] = ()
    base_url: str = ""
    title: str = ""


class Documents:
    """Makes the files of a plan but its pages, one after the other, so that memory stays flat.

    Args:
        plan: What there is to make.
        source: Where pages and attachments come from.
        look: How it looks.
    """

    def __init__(self, plan: Plan, source: BundleSource, look: Look) -> None:
        self._plan = plan
        self._source = source
        self._look = look
        self._addresses = Addresses(plan)
        self._titles = {page.id: page.title for page in plan.pages}
        self._kind_labels = {kind.name: kind.label or kind.plural for kind in source.kinds()}
        self._linkers: dict[str, Linker] = {}
        self._sites: dict[str, SiteView] = {}

    def frame(self) -> Frame:
        """Return what the pages share."""
        linking = (paths[0] for paths in self._plan.linking.values())
        folders = {folder_of(path) for path in (HOME, *self._plan.page_paths.values(), *linking)}
        return Frame(self._addresses, {folder: self._site(folder) for folder in sorted(folders)})

    def make(self) -> Iterator[tuple[str, bytes]]:
        """Yield every file of the plan but the pages, with its bytes."""
        yield STYLE, f"{stylesheet()}\n{own_style()}".encode()
        yield from ((path, text.encode()) for path, text in scripts().items())
        yield README, self._readme().encode()
        yield NOT_FOUND, self._not_found().encode()
        yield SEARCH, self._search().encode()
        yield from ((path, text.encode()) for path, text in self._overviews())
        if self._plan.home is None:
            yield HOME, self._made_home().encode()
        if self._plan.has_tag_page:
            yield ALL_TAGS, self._all_tags().encode()
        for index in (self._plan.everything, *self._plan.kinds, *self._plan.tags):
            yield from ((path, text.encode()) for path, text in self._index(index))
        for page, paths in self._plan.linking.items():
            pages = LinkingPages(self._source, self._linker(paths[0]), self._site(paths[0]), self._titles)
            yield from ((path, text.encode()) for path, text in pages.make(page, paths))
        for redirect in self._plan.redirects:
            yield redirect.path, self._redirect(redirect).encode()
        for path, entry in self._plan.files.items():
            data = self._source.data(entry.name)
            yield path, clean_svg(data) if path.endswith(".svg") else data

    def _linker(self, path: str) -> Linker:
        folder = folder_of(path)
        if folder not in self._linkers:
            self._linkers[folder] = Linker(self._addresses, folder)
        return self._linkers[folder]

    def _site(self, path: str) -> SiteView:
        folder = folder_of(path)
        if folder not in self._sites:
            linker = self._linker(path)
            self._sites[folder] = SiteView(
                title=self._plan.title,
                home=linker.path(HOME),
                styles=(linker.path(STYLE),),
                urgent_scripts=(linker.path(THEME),),
                scripts=(linker.path(SITE),),
                navigation=self._navigation(linker),
                footer=(*self._look.footer, LinkView(say("About this copy"), linker.path(ABOUT))),
                without_scripts=self._without_scripts(linker),
                lang=self._look.lang,
                direction=self._look.direction,
                theme=self._look.theme,
                policy=POLICY,
            )
        return self._sites[folder]

    def _navigation(self, linker: Linker) -> tuple[LinkView, ...]:
        kinds = [LinkView(index.title, linker.index(index)) for index in self._plan.kinds[:KINDS_IN_HEAD]]
        return (*kinds, LinkView(say("All pages"), linker.path(ALL_PAGES)))

    def _without_scripts(self, linker: Linker) -> tuple[Cell, ...]:
        return (
            say("Searching, glances at pages and the choice of colours need JavaScript; reading does not. "),
            LinkView(say("All pages"), linker.path(ALL_PAGES)),
        )

    def _overviews(self) -> Iterator[tuple[str, str]]:
        linker, crumbs = self._linker(ABOUT), (LinkView(self._plan.title, HOME),)
        about = about_view(self._plan, self._source, self._look.licence, linker, crumbs)
        yield ABOUT, index_html(about, self._site(ABOUT))
        views = {TIMELINE: timeline_view, CLAIMS: claims_view, PICTURES: pictures_view}
        for path, _ in self._plan.overviews():
            yield path, index_html(views[path](self._plan, linker, crumbs), self._site(path))
        for path, entry in self._plan.pictures.items():
            linker = self._linker(path)
            crumbs = (LinkView(self._plan.title, linker.path(HOME)),)
            picture = picture_view(self._plan, self._source, entry, linker, crumbs)
            yield path, page_html(picture, self._site(path))
        if self._look.base_url:
            yield SITEMAP, sitemap(self._plan, self._look.base_url)

    def _search(self) -> str:
        return search_html(LinkView(say("All pages"), self._linker(SEARCH).path(ALL_PAGES)), self._site(SEARCH))

    def _index(self, index: Index) -> Iterator[tuple[str, str]]:
        """Yield the files of an index: one, or one that lists its parts and then these."""
        linker, site = self._linker(index.path), self._site(index.path)
        crumbs: tuple[LinkView, ...] = (LinkView(self._plan.title, linker.path(HOME)),)
        lists = self._index_lists(index, linker)
        if len(index.parts) == 1:
            part = index.parts[0]
            whole = self._without_letters(index, part, linker)
            groups = () if whole else self._groups(index, part, linker)
            view = IndexView(index.title, _count(index.size), (*lists, *whole), groups, crumbs, index.name)
            yield index.path, index_html(view, site)
            return
        parts = tuple(EntryView(LinkView(part.label, linker.path(part.path)), str(part.size)) for part in index.parts)
        lists = (*lists, ListView(entries=parts, shape=ListShape.COLUMNS))
        yield index.path, index_html(IndexView(index.title, _count(index.size), lists, (), crumbs), site)
        crumbs = (*crumbs, LinkView(index.title, linker.index(index)))
        for part in index.parts:
            groups = self._groups(index, part, linker)
            title = f"{index.title}: {part.label}"
            yield part.path, index_html(IndexView(title, _count(part.size), (), groups, crumbs), site)

    def _index_lists(self, index: Index, linker: Linker) -> tuple[ListView, ...]:
        """Return what stands before the letters: on the index of all pages, the kinds and the tags."""
        if index is not self._plan.everything:
            return ()
        tags = sorted(self._plan.tags, key=lambda tag: -tag.size)[:TAGS_SHOWN]
        shown = self._counted(sorted(tags, key=lambda tag: tag.name), linker)
        more = (
            LinkView(say("All %1 tags", len(self._plan.tags)), linker.path(ALL_TAGS))
            if self._plan.has_tag_page
            else None
        )
        ways = tuple(EntryView(LinkView(name, linker.path(path))) for path, name in self._plan.overviews())
        lists = (
            ListView("ways", say("Overviews"), ways, ListShape.COLUMNS),
            ListView("kinds", say("By kind"), self._counted(self._plan.kinds, linker), ListShape.COLUMNS),
            ListView("tags", say("By tag"), shown, ListShape.COLUMNS, more=more),
        )
        return tuple(view for view in lists if view.entries)

    def _counted(self, indexes: Iterable[Index], linker: Linker) -> tuple[EntryView, ...]:
        return tuple(EntryView(LinkView(index.title, linker.index(index)), kind=str(index.size)) for index in indexes)

    def _groups(self, index: Index, part: IndexPart, linker: Linker) -> tuple[IndexGroup, ...]:
        return tuple(
            IndexGroup(
                letter.label,
                letter.anchor,
                tuple(self._entry(page, linker, kind=self._is_mixed(index)) for page in letter.pages),
            )
            for letter in part.letters
        )

    def _without_letters(self, index: Index, part: IndexPart, linker: Linker) -> tuple[ListView, ...]:
        """Return an index as one list: of pictures where it has them, of titles where it is short."""
        if index is self._plan.everything:
            return ()
        cards = self._cards(part, linker) if self._is_of_one_kind(index) else ()
        if cards or not 0 < part.size < LETTERS_FROM:
            return cards
        pages = (page for letter in part.letters for page in letter.pages)
        entries = tuple(self._entry(page, linker, kind=self._is_mixed(index)) for page in pages)
        return (ListView(entries=entries, shape=ListShape.COLUMNS),)

    def _cards(self, part: IndexPart, linker: Linker) -> tuple[ListView, ...]:
        pages = [page for letter in part.letters for page in letter.pages]
        if len(pages) > CARDS_UP_TO or 2 * sum(bool(page.image) for page in pages) < len(pages):
            return ()
        entries = tuple(replace(self._entry(page, linker, kind=False), image=_image(page, linker)) for page in pages)
        return (ListView(entries=entries, shape=ListShape.CARDS),)

    def _is_mixed(self, index: Index) -> bool:
        return len(self._plan.kinds) > 1 and not self._is_of_one_kind(index)

    def _is_of_one_kind(self, index: Index) -> bool:
        return any(index is other for other in self._plan.kinds)

    def _entry(self, page: PageEntry, linker: Linker, *, kind: bool) -> EntryView:
        label = self._kind_labels.get(page.kind, page.kind) if kind else ""
        return EntryView(LinkView(page.title, linker.page(page.id)), label, page.note)

    def _made_home(self) -> str:
        linker = self._linker(HOME)
        everything = LinkView(say("All pages from A to Z"), linker.path(ALL_PAGES))
        kinds = ListView("kinds", say("Look around"), self._counted(self._plan.kinds, linker), ListShape.COLUMNS)
        more = (view for view in self._index_lists(self._plan.everything, linker) if view.anchor != kinds.anchor)
        lists = (*((kinds,) if kinds.entries else ()), *more)
        return index_html(IndexView(self._plan.title, everything, lists), self._site(HOME))

    def _all_tags(self) -> str:
        linker = self._linker(ALL_TAGS)
        crumbs = (LinkView(self._plan.title, linker.path(HOME)), LinkView(say("All pages"), linker.path(ALL_PAGES)))
        tags = ListView(entries=self._counted(self._plan.tags, linker), shape=ListShape.COLUMNS)
        return index_html(IndexView(say("All tags"), lists=(tags,), breadcrumbs=crumbs), self._site(ALL_TAGS))

    def _not_found(self) -> str:
        return index_html(not_found_view(self._plan, self._linker(NOT_FOUND)), self._site(NOT_FOUND))

    def _redirect(self, redirect: Redirect) -> str:
        linker = self._linker(redirect.path)
        target = LinkView(self._titles[redirect.page], linker.page(redirect.page))
        return redirect_html(redirect.name, target, self._site(redirect.path))

    def _readme(self) -> str:
        opening = say(
            "Open index.html with any browser. Everything is in this folder; nothing is fetched from anywhere."
        )
        whole = say("Keep the folder whole: pages, pictures and styles lie in its parts.")
        return f"{self._plan.title}\n\n{opening}\n{whole}\n"


def _image(page: PageEntry, linker: Linker) -> ImageView | None:
    src = linker.attachment(page.image) if page.image else None
    return ImageView(src) if src else None


def as_home(view: PageView, title: str) -> PageView:
    """Return a page as the first thing a reader sees: its text under the copy's title, and nothing told of pages."""
    box = view.infobox if view.infobox is not None and view.infobox.image is not None else None
    return replace(
        view,
        title=title,
        kind_label="",
        aliases=(),
        infobox=box,
        contents=(),
        backlinks=BacklinksView(),
        tags=(),
        revision=None,
        updated="",
    )


def _count(number: int) -> str:
    return say_number(number, "One page", "%1 pages")
