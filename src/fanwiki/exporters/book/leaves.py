"""The leaves of a book: each page, the list that opens each kind, and what is to know about the copy.

Every id is unique in the whole book, so that one document or many can be made of the leaves, and a link is ``#`` and an
id until a format says where that stands.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import unquote

from lxml import etree

from fanwiki.domain.page import PageId
from fanwiki.exporters.book.parts import BookPlan, Part, chapter_name, for_paper
from fanwiki.exporters.book.sound import sound_article, with_own_ids
from fanwiki.exporters.html.documents import Look, as_home
from fanwiki.exporters.html.linker import Addresses, Linker
from fanwiki.exporters.html.overviews import about_view
from fanwiki.exporters.html.plan import Plan
from fanwiki.exporters.html.source import BundleSource, PageEntry
from fanwiki.exporters.html.svg import clean_svg
from fanwiki.jobs import Progress
from fanwiki.markup.index_views import IndexView
from fanwiki.markup.shell import article_html, index_article_html
from fanwiki.markup.views import EntryView, Html, LinkView, ListShape, ListView
from fanwiki.wording import mark, say

ABOUT = "about"
ABOUT_TITLE = mark("About this copy")
_LINK = re.compile(r' href="#([^"]*)"')

Written = Literal["xml", "html"]


@dataclass(frozen=True, slots=True)
class Leaf:
    """One leaf.

    Args:
        name: Its name, which is also the id of the whole.
        title: Its heading.
        markup: Its content.
        ids: All ids in it.
        is_part: Whether it opens a part, or stands beside the parts.
        changed: The day of its last change, if it is a page.
    """

    name: str
    title: str
    markup: str
    ids: frozenset[str]
    is_part: bool = False
    changed: str = ""

    def linked(self, leads: Callable[[str], str | None]) -> str:
        """Return the content with its links filled in; `leads` tells the address of an id, None for one that is not."""

        def filled(match: re.Match[str]) -> str:
            address = leads(unquote(match[1]))
            return f' href="{address}"' if address else ""

        return _LINK.sub(filled, self.markup)


class BookHrefs:
    """Answers `Hrefs` for a book: ids, and pictures by what the format says of them.

    Args:
        book: What is in the book.
        picture: Returns the address of a picture by its name.
    """

    def __init__(self, book: BookPlan, picture: Callable[[str], str]) -> None:
        self._names = {page.id: chapter_name(page) for page in book.pages()}
        self._pictures = book.pictures
        self._picture = picture

    def page(self, page: PageId, anchor: str = "") -> str | None:
        """Return the id of a page, or of something on it."""
        name = self._names.get(page)
        if name is None:
            return None
        return f"#{name}--{anchor}" if anchor else f"#{name}"

    def attachment(self, name: str) -> str | None:
        """Return where a picture is; other files are not in a book."""
        return self._picture(name) if name in self._pictures else None

    def kind(self, name: str) -> None:
        """Return None: kinds are parts of the book."""
        del name

    def tag(self, name: str) -> None:
        """Return None: a book has no lists by tag."""
        del name

    def linking(self, page: PageId) -> None:
        """Return None: a book lists them on the page itself, or not at all."""


class Leaves:
    """Makes the leaves of a book, one after the other.

    Args:
        plan: The plan that every format shares.
        book: The order of the book.
        source: Where pages come from.
        look: What is told of the copy.
        hrefs: Where things are.
        written: Whether as XML or as HTML.
    """

    def __init__(
        self, plan: Plan, book: BookPlan, source: BundleSource, look: Look, hrefs: BookHrefs, written: Written
    ) -> None:
        self._plan = plan
        self._book = book
        self._source = source
        self._look = look
        self._hrefs = hrefs
        self._written: Written = written

    def make(self, progress: Progress) -> Iterator[Leaf]:
        """Yield the leaves in their order."""
        pages = iter(progress.over(self._book.pages(), len(self._book.pages()), "Writing the pages"))
        if self._book.home is not None:
            yield self._page(next(pages))
        for part in self._book.parts:
            yield self._opening(part)
            for _ in part.pages:
                yield self._page(next(pages))
        for _ in pages:  # reports that the last is done
            pass
        yield self._about()

    def _page(self, page: PageEntry) -> Leaf:
        view = self._source.view(page.id, self._hrefs)
        is_home = page is self._book.home
        shown = for_paper(as_home(view, view.title) if is_home else view)
        leaf = self._leaf(chapter_name(page), page.title, article_html(shown, self._look.direction), is_part=is_home)
        return replace(leaf, changed=view.updated)

    def _opening(self, part: Part) -> Leaf:
        entries = tuple(
            EntryView(LinkView(page.title, self._hrefs.page(page.id)), note=page.note) for page in part.pages
        )
        view = IndexView(part.title, lists=(ListView(entries=entries, shape=ListShape.COLUMNS),))
        return self._leaf(part.name, part.title, index_article_html(view), is_part=True)

    def _about(self) -> Leaf:
        view = about_view(self._plan, self._source, self._look.licence, Linker(Addresses(self._plan), ""), ())
        shown = replace(
            view, title=say(ABOUT_TITLE), lists=tuple(entry for entry in view.lists if entry.anchor != "ways")
        )
        return self._leaf(ABOUT, say(ABOUT_TITLE), index_article_html(shown), is_part=True)

    def _leaf(self, name: str, title: str, article: Html, *, is_part: bool) -> Leaf:
        root = sound_article(article)
        ids = with_own_ids(root, f"{name}--")
        text = etree.tostring(root, encoding="unicode", method=self._written, with_tail=False)
        inner = text[text.index(">") + 1 : text.rindex("<")]
        return Leaf(name, title, inner, ids | {name}, is_part)


def picture_bytes(source: BundleSource, name: str, media_type: str) -> bytes:
    """Return a picture with nothing in it that acts."""
    data = source.data(name)
    return clean_svg(data) if media_type == "image/svg+xml" else data
