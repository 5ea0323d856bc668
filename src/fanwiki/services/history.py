"""The revisions of pages: listing, reading and bringing them back. Curator's services: they see everything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from fanwiki.domain.change import Change
from fanwiki.domain.page import PageSource
from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.errors import NotFoundError
from fanwiki.services.editing import Saved, save_in, undelete_in
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow, RevisionRow
from fanwiki.store.wiki_file import WikiFile
from fanwiki.store.writer import Writer
from fanwiki.wording import say, written


@dataclass(frozen=True, slots=True)
class RecentChange:
    """A revision in the list of recent changes, of a page this viewer may know of.

    Args:
        page: The page.
        number: The revision's number.
        time: When, ISO 8601 in UTC.
        author: Who, or empty when the revision holds something the viewer may not see.
        comment: Why, or empty for the same reason.
    """

    page: PageRow
    number: int
    time: str
    author: str
    comment: str


def revisions(wiki: WikiFile, title: str) -> tuple[PageRow, list[RevisionRow]]:
    """Return a page, in the trash or not, and its revisions, newest first.

    Raises:
        NotFoundError: There is no page by this title, and none in the trash.
    """
    with wiki.reading(CURATOR) as reader:
        page = _page_or_trashed(reader, title)
        return page, reader.history.revisions(page)


def source_at(wiki: WikiFile, title: str, number: int) -> PageSource:
    """Return a page as it was in one revision.

    Raises:
        NotFoundError: There is no such page or revision.
    """
    with wiki.reading(CURATOR) as reader:
        return reader.history.source(_page_or_trashed(reader, title), number)


def restore(wiki: WikiFile, title: str, number: int, *, author: str = "") -> Saved:
    """Save an earlier revision as the newest; a page in the trash comes back with it.

    The page keeps the title it has now, so no link breaks.

    Raises:
        NotFoundError: There is no such page or revision.
        TitleTakenError: The page is in the trash and its title was taken meanwhile.
    """
    comment = written("Restore revision %1", number)
    with wiki.writing() as writer:
        page = writer.pages.find(title)
        if page is None:
            trashed = _trashed(writer, title)
            earlier = writer.history.source(trashed, number)
            page = undelete_in(writer, trashed.id, title=None, author=author).page
        else:
            earlier = writer.history.source(page, number)
        source = replace(earlier, title=page.title)
        return save_in(writer, source, base=page.head, author=author, comment=comment, verb="Restore")


def take_back(wiki: WikiFile, saved: Sequence[Saved], *, author: str = "") -> Change:
    """Make the revisions before these saves the newest again, all of them or none.

    Raises:
        StaleSaveError: One of the pages was saved again meanwhile.
    """
    with wiki.writing() as writer:
        changes = [_take_back_one(writer, each.page, author=author) for each in saved]
    pages = frozenset().union(*(change.pages for change in changes))
    return Change(written("Take back: %t1", saved[0].change.text), pages, names=True, gates=True)


def _take_back_one(writer: Writer, page: PageRow, *, author: str) -> Change:
    before = writer.history.source(page, page.head - 1)
    source = replace(before, title=page.title)
    comment = written("Restore revision %1", page.head - 1)
    return save_in(writer, source, base=page.head, author=author, comment=comment, verb="Restore").change


def recent_changes(wiki: WikiFile, viewer: Viewer, *, limit: int = 50) -> list[RecentChange]:
    """Return the newest revisions of the pages this viewer may know of, newest first."""
    with wiki.reading(viewer) as reader:
        rows = reader.history.recent(limit)
        return [RecentChange(page, row.number, row.time, row.author, row.comment) for page, row in rows]


def _page_or_trashed(reader: Reader, title: str) -> PageRow:
    return reader.pages.find(title) or _trashed(reader, title)


def _trashed(reader: Reader, title: str) -> PageRow:
    page = reader.trash.find(title)
    if page is None:
        raise NotFoundError(say("There is no page “%1”.", title), "Look for its title with `fanwiki list`.")
    return page
