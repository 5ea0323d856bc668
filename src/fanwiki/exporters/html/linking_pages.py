"""Pages that list whatever links to a page, when that is so much that the page itself shows the first of it only."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from fanwiki.domain.page import PageId
from fanwiki.exporters.html.linker import Linker
from fanwiki.exporters.html.plan import HOME, linking_parts
from fanwiki.exporters.html.source import LINKING_SIZE, LinkingEntry, PageSource
from fanwiki.markup.index_views import IndexView
from fanwiki.markup.shell import index_html
from fanwiki.markup.views import EntryView, LinkView, ListShape, ListView, SiteView
from fanwiki.wording import say, say_number


class OtherParts(Exception):  # noqa: N818  (it is an answer: the bundle must be planned anew)
    """More or fewer files would be needed than were planned."""


@dataclass(frozen=True, slots=True)
class LinkingPages:
    """Makes the pages that list what links to a page.

    Args:
        source: The wiki.
        linker: Where things are, as seen from these pages.
        site: What stands round them.
        titles: The titles of pages, by their numbers.
    """

    source: PageSource
    linker: Linker
    site: SiteView
    titles: Mapping[PageId, str]

    def make(self, page: PageId, paths: Sequence[str]) -> Iterator[tuple[str, str]]:
        """Yield the files of one page; it raises what `views` does."""
        for path, view in self.views(page, paths):
            yield path, index_html(view, self.site)

    def views(self, page: PageId, paths: Sequence[str]) -> Iterator[tuple[str, IndexView]]:
        """Yield what the files of one page show.

        Raises:
            OtherParts: It needs another number of files.
        """
        linking = self.source.linking(page)
        if linking_parts(len(linking)) != len(paths):
            raise OtherParts
        title = say("Pages that link to “%1”", self.titles[page])
        starts = range(0, len(linking), LINKING_SIZE)
        for number, (start, path) in enumerate(zip(starts, paths, strict=True)):
            shown = self.source.linking_entries(linking[start : start + LINKING_SIZE])
            mixed = len({entry.kind for entry in shown}) > 1
            entries = tuple(self._entry(entry, kind=mixed) for entry in shown)
            lists = [ListView(entries=entries, shape=ListShape.COLUMNS)]
            if len(paths) > 1:
                lists.insert(0, self._others(paths, len(linking), number))
            intro = say_number(len(linking), "One page", "%1 pages")
            crumbs = (
                LinkView(self.site.title, self.linker.path(HOME)),
                LinkView(self.titles[page], self.linker.page(page)),
            )
            named = title if len(paths) == 1 else f"{title}: {_span(start, len(linking))}"
            yield path, IndexView(named, intro, tuple(lists), breadcrumbs=crumbs)

    def _entry(self, entry: LinkingEntry, *, kind: bool) -> EntryView:
        return EntryView(LinkView(entry.title, self.linker.page(entry.page)), entry.kind if kind else "")

    def _others(self, paths: Sequence[str], total: int, here: int) -> ListView:
        """Return the ways to the parts; the part where one is leads nowhere."""
        entries = tuple(
            EntryView(LinkView(_span(number * LINKING_SIZE, total), None if number == here else self.linker.path(path)))
            for number, path in enumerate(paths)
        )
        return ListView("parts", say("Parts"), entries, ListShape.COLUMNS)


def _span(start: int, total: int) -> str:
    return say("%1 to %2", f"{start + 1:,}", f"{min(start + LINKING_SIZE, total):,}")
