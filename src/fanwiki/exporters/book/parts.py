"""What stands in a book and in which order: the home page, then each kind with its pages, then where it comes from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from fanwiki.exporters.html.names import numbered_name, plain_name
from fanwiki.exporters.html.plan import Plan
from fanwiki.exporters.html.source import AttachmentEntry, PageEntry
from fanwiki.markup.views import BacklinksView, PageView, Section, TableView

MOST_BACKLINKS = 24
"""A book lists so many pages that link to one. The first of very many, by their titles, tell a reader nothing."""

# What every reading system for books shows; others are told by name.
PICTURES = frozenset(("image/gif", "image/jpeg", "image/png", "image/svg+xml"))


@dataclass(frozen=True, slots=True)
class Part:
    """The pages of one kind.

    Args:
        name: A name for its file or place.
        title: What they are called together.
        pages: Them, in reading order.
    """

    name: str
    title: str
    pages: tuple[PageEntry, ...]


@dataclass(frozen=True, slots=True)
class BookPlan:
    """The order of a book.

    Args:
        title: The wiki's name.
        home: The page that opens it, if there is one.
        parts: The other pages, kind by kind.
        pictures: The pictures in it, by name.
        paths: Where each stands in a bundle, which names its file here too.
    """

    title: str
    home: PageEntry | None
    parts: tuple[Part, ...]
    pictures: Mapping[str, AttachmentEntry]
    paths: Mapping[str, str]

    def pages(self) -> tuple[PageEntry, ...]:
        """Return all pages in their order."""
        opening = (self.home,) if self.home else ()
        return (*opening, *(page for part in self.parts for page in part.pages))


def book_plan(plan: Plan, attachments: Iterable[AttachmentEntry]) -> BookPlan:
    """Return the order of a book from the plan that every format shares."""
    home = next((page for page in plan.pages if page.id == plan.home), None)
    parts = []
    for index in plan.kinds:
        pages = tuple(page for part in index.parts for letter in part.letters for page in letter.pages)
        others = tuple(page for page in pages if page is not home)
        if others:
            parts.append(Part(f"part-{plain_name(index.name)}", index.title, others))
    pictures = {entry.name: entry for entry in attachments if entry.media_type in PICTURES}
    return BookPlan(plan.title, home, tuple(parts), pictures, plan.attachments)


def chapter_name(page: PageEntry) -> str:
    """Return a name for the file or place of a page; it begins with a letter, as names in XML do."""
    return f"c-{numbered_name(page.title, page.id)}"


def for_paper(view: PageView) -> PageView:
    """Return a page without what only a screen needs: ways elsewhere, a second order of the same rows.

    What links to a page stays where it is little: then it says where else something is told of it.
    """
    return replace(
        view,
        kind_href="",
        contents=(),
        actions=(),
        breadcrumbs=(),
        tags=tuple(replace(tag, href=None) for tag in view.tags),
        sections=tuple(_first_order(section) for section in view.sections),
        backlinks=view.backlinks if len(view.backlinks.links) <= MOST_BACKLINKS else BacklinksView(),
        revision=None,
        updated="",
    )


def _first_order(section: Section) -> Section:
    return replace(section, orders=section.orders[:1]) if isinstance(section, TableView) else section
