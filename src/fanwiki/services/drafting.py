"""A page as one text to edit: front matter and body in, front matter and body out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from fanwiki.domain.document import Problem
from fanwiki.domain.kind import Kind, Kinds
from fanwiki.domain.page import ALIASES, PageSource, Value
from fanwiki.domain.text_merge import merge_texts
from fanwiki.domain.title import clean_title, identity
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import TitleTakenError
from fanwiki.markup.frontmatter import read_markdown, write_markdown
from fanwiki.services import editing
from fanwiki.services.finding import find
from fanwiki.store.rows import PageRow
from fanwiki.store.wiki_file import WikiFile
from fanwiki.wording import say


@dataclass(frozen=True, slots=True)
class Opened:
    """A page that is being edited.

    Args:
        title: Its title as it is saved; for a new page the one it is to get.
        text: Front matter and body.
        base: The revision the edit begins from; None for a new page.
    """

    title: str
    text: str
    base: int | None


def open_page(wiki: WikiFile, title: str) -> Opened:
    """Open a page for editing, with everything in it.

    Raises:
        NotFoundError: There is no such page.
    """
    with wiki.reading(CURATOR) as reader:
        page = find(reader, title)
        return Opened(page.title, write_markdown(reader.pages.source(page)), page.head)


def taken_title(wiki: WikiFile, title: str) -> str:
    """Return the title of the page that a title belongs to; empty when it is free. A curator's service."""
    with wiki.reading(CURATOR) as reader:
        page = reader.pages.by_title(title)
        return page.title if page is not None else ""


def copy_of(source: PageSource, title: str, kind: str) -> Opened:
    """Begin a page like another one, without the other names, which lead to that one.

    Raises:
        TitleError: No page can have this title.
    """
    shown = clean_title(title)
    fields = {name: value for name, value in source.fields.items() if name != ALIASES}
    return Opened(shown, write_markdown(PageSource(shown, kind, fields, source.body)), None)


def trashed(wiki: WikiFile) -> list[PageRow]:
    """Return the deleted pages, the one deleted last first."""
    with wiki.reading(CURATOR) as reader:
        return reader.trash.all()


def kinds(wiki: WikiFile) -> Kinds:
    """Return the kinds of a wiki."""
    with wiki.reading(CURATOR) as reader:
        return reader.kinds()


def read_draft(text: str, title: str) -> tuple[PageSource, tuple[Problem, ...]]:
    """Read a text as a page; `title` is the page's when the text names none."""
    return read_markdown(text, title=title)


def write_draft(source: PageSource) -> str:
    """Write a page as a text."""
    return write_markdown(source)


def save_draft(wiki: WikiFile, opened: Opened, text: str, *, author: str = "", comment: str = "") -> editing.Saved:
    """Save an edited page.

    Raises:
        TitleTakenError: The text names another title; renaming rewrites links, so it is a step of its own.
        StaleSaveError: The page was saved by somebody else meanwhile.
    """
    source, _problems = read_markdown(text, title=opened.title)
    if opened.base is not None and identity(source.title) != identity(opened.title):
        raise TitleTakenError(
            say("The text now says its title is “%1”.", source.title),
            say("Put “%1” back and use Rename (F2), which rewrites the links too.", opened.title),
        )
    return editing.save(wiki, source, base=opened.base, author=author, comment=comment)


def with_fields(source: PageSource, fields: Mapping[str, Value]) -> PageSource:
    """Return a page with other fields."""
    return replace(source, fields=fields)


def with_body(source: PageSource, body: str) -> PageSource:
    """Return a page with another body."""
    return replace(source, body=body)


def with_kind(text: str, title: str, kind: Kind) -> str:
    """Return a text as a page of another kind; fields it does not have are kept."""
    source, _problems = read_markdown(text, title=title)
    return write_markdown(replace(source, kind=kind.name))


@dataclass(frozen=True, slots=True)
class PastText:
    """A page as it was, as one text.

    Args:
        number: The revision's number.
        time: When, ISO 8601 in UTC.
        author: Who.
        comment: Why.
        text: Front matter and body.
    """

    number: int
    time: str
    author: str
    comment: str
    text: str


def past_texts(wiki: WikiFile, title: str, *, limit: int = 200) -> list[PastText]:
    """Return the newest revisions of a page, newest first.

    Raises:
        NotFoundError: There is no such page.
    """
    with wiki.reading(CURATOR) as reader:
        page = find(reader, title)
        rows = reader.history.revisions(page)[:limit]
        texts = [write_markdown(reader.history.source(page, row.number)) for row in rows]
    return [
        PastText(row.number, row.time, row.author, row.comment, text) for row, text in zip(rows, texts, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two versions of a page that were both made from one.

    Args:
        saved: The page as it is saved now.
        mine: The text that could not be saved.
        merged: Both changes in one text.
        places: How many places both changed; they are marked in `merged`.
    """

    saved: Opened
    mine: str
    merged: str
    places: int


def conflict(wiki: WikiFile, opened: Opened, mine: str) -> Conflict:
    """Lay an edited text beside the page that was saved meanwhile.

    Raises:
        NotFoundError: The page is gone.
    """
    saved = open_page(wiki, opened.title)
    merged = merge_texts(opened.text, mine, saved.text)
    return Conflict(saved, mine, merged.text, merged.conflicts)
