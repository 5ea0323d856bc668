"""Pages that show the wiki from one side: when films came out, what is claimed, its pictures, and about this copy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from itertools import groupby
from urllib.parse import quote

from fanwiki import __version__
from fanwiki.domain.page import PageId
from fanwiki.exporters.html.linker import Linker
from fanwiki.exporters.html.names import plain_name
from fanwiki.exporters.html.plan import ALL_PAGES, HOME, PICTURES, Plan
from fanwiki.exporters.html.source import AttachmentEntry, BundleSource, OriginEntry
from fanwiki.markup.index_views import IndexGroup, IndexView
from fanwiki.markup.views import Cell, EntryView, Html, ImageView, LinkView, ListShape, ListView, PageView
from fanwiki.wording import mark, say, say_label, say_number

UNDATED = mark("No date yet")
NO_LICENCE = mark("No licence is named in this copy. Ask whoever gave it to you before you hand it on.")


def timeline_view(plan: Plan, linker: Linker, crumbs: tuple[LinkView, ...]) -> IndexView:
    """Return the films by the year they came out."""
    groups = _grouped(plan, linker, ((year or say(UNDATED), page, "") for year, page in plan.timeline))
    return IndexView(say("Timeline"), say("Films in the order they came out."), groups=groups, breadcrumbs=crumbs)


def claims_view(plan: Plan, linker: Linker, crumbs: tuple[LinkView, ...]) -> IndexView:
    """Return what is claimed, by what became of it."""
    rows = ((say_label(claim.status).capitalize(), claim.page, claim.note) for claim in plan.claims)
    return IndexView(
        say("Claims"),
        say_number(len(plan.claims), "One claim", "%1 claims"),
        groups=_grouped(plan, linker, rows),
        breadcrumbs=crumbs,
    )


def pictures_view(plan: Plan, linker: Linker, crumbs: tuple[LinkView, ...], *, small: bool = True) -> IndexView:
    """Return all pictures, small, or only their names."""
    cards = tuple(
        EntryView(LinkView(entry.name, linker.path(path)), image=_picture(linker, entry) if small else None)
        for path, entry in sorted(plan.pictures.items(), key=lambda item: item[1].name.casefold())
    )
    lists = (ListView(entries=cards, shape=ListShape.CARDS),)
    return IndexView(say("Pictures"), say_number(len(cards), "One picture", "%1 pictures"), lists, breadcrumbs=crumbs)


def picture_view(
    plan: Plan, source: BundleSource, entry: AttachmentEntry, linker: Linker, crumbs: tuple[LinkView, ...]
) -> PageView:
    """Return the page of one picture: the picture whole, and where it is shown."""
    address = linker.attachment(entry.name) or ""
    shown = f'<img src="{escape(address)}" alt="{escape(entry.name)}">'
    # No browser opens data as a page.
    figure = shown if address.startswith("data:") else f'<a href="{escape(address)}">{shown}</a>'
    pages = _entries(plan, linker, source.shown_on(entry.name))
    lists = (ListView("shown-on", say("Shown on"), pages, ListShape.COLUMNS),) if pages else ()
    crumbs = (*crumbs, LinkView(say("Pictures"), linker.path(PICTURES)))
    return PageView(entry.name, body=Html(f"<figure>{figure}</figure>"), sections=lists, breadcrumbs=crumbs)


def not_found_view(plan: Plan, linker: Linker) -> IndexView:
    """Return what stands where no page is, with the ways on."""
    ways = (LinkView(say("Home"), linker.path(HOME)), LinkView(say("All pages"), linker.path(ALL_PAGES)))
    lists = (ListView(entries=tuple(map(EntryView, ways))),)
    return IndexView(say("Not found"), say("There is no such page in this copy."), lists)


def about_view(
    plan: Plan, source: BundleSource, licence: Sequence[Cell], linker: Linker, crumbs: tuple[LinkView, ...]
) -> IndexView:
    """Return what is to know about this copy: for whom it is, who wrote it, and what may be done with it."""
    named = tuple(EntryView(LinkView(name)) for name in source.authors())
    ways = tuple(EntryView(LinkView(name, linker.path(path))) for path, name in plan.overviews())
    origins = source.origins()
    named_by_page = say("Each of these pages names at its foot where it comes from and who wrote it there.")
    lists = (
        ListView("reader", say("For whom"), note=source.reader),
        ListView("licence", say("Licence"), note=tuple(licence) or say(NO_LICENCE)),
        ListView(
            "origins", say("Taken from"), _origins(origins), ListShape.LINES, note=named_by_page if origins else ""
        ),
        ListView("authors", say("Written by"), named, ListShape.COLUMNS),
        ListView("ways", say("Overviews"), ways, ListShape.COLUMNS),
    )
    made = say("%1, made into this copy by fanwiki %2.", _pages(len(plan.pages)), __version__)
    shown = tuple(view for view in lists if view.entries or view.note)
    return IndexView(say("About this copy"), made, shown, breadcrumbs=crumbs)


def _origins(origins: Sequence[OriginEntry]) -> tuple[EntryView, ...]:
    """Return the wikis that pages were taken from, each with what must be told of it."""
    return tuple(EntryView(LinkView(entry.wiki), note=_origin_note(entry)) for entry in origins)


def _origin_note(entry: OriginEntry) -> Cell:
    people = say_number(entry.people, "One contributor", "%1 contributors") if entry.people else ""
    return tuple(part for part in (_pages(entry.pages), people, entry.licence) if part)


def sitemap(plan: Plan, base: str) -> str:
    """Return the list of all pages that search engines read; `base` is where the bundle will lie."""
    root = base if base.endswith("/") else f"{base}/"
    indexes = (path for index in (plan.everything, *plan.kinds, *plan.tags) for path in index.paths())
    pages = (plan.page_paths[page.id] for page in plan.pages)
    paths = (*pages, *indexes, *(path for path, _ in plan.overviews()), *plan.pictures)
    rows = "".join(f"<url><loc>{escape(root + quote(path))}</loc></url>\n" for path in paths)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{rows}</urlset>\n'
    )


def _grouped(plan: Plan, linker: Linker, rows: Iterable[tuple[str, PageId, str]]) -> tuple[IndexGroup, ...]:
    titles = {page.id: page.title for page in plan.pages}
    groups = []
    for label, found in groupby(rows, key=lambda row: row[0]):
        entries = tuple(EntryView(LinkView(titles[page], linker.page(page)), note=note) for _, page, note in found)
        groups.append(IndexGroup(label, f"g-{plain_name(label.casefold())}", entries))
    return tuple(groups)


def _entries(plan: Plan, linker: Linker, pages: Iterable[PageId]) -> tuple[EntryView, ...]:
    wanted = set(pages)
    return tuple(EntryView(LinkView(page.title, linker.page(page.id))) for page in plan.pages if page.id in wanted)


def _picture(linker: Linker, entry: AttachmentEntry) -> ImageView | None:
    src = linker.attachment(entry.name)
    return ImageView(src) if src else None


def _pages(number: int) -> str:
    return say_number(number, "One page", "%1 pages")
