"""Saving, renaming, deleting and restoring pages; attaching files. Each is one transaction with a revision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from fanwiki.domain.change import Change
from fanwiki.domain.document import Problem
from fanwiki.domain.kind import read_kind
from fanwiki.domain.page import ALIASES, PageId, PageSource, Value
from fanwiki.domain.title import clean_title, identity
from fanwiki.errors import TitleTakenError
from fanwiki.markup.frontmatter import read_markdown
from fanwiki.markup.rewrite import rename_links
from fanwiki.services.derivation import derive_again, document_of, names_may_change
from fanwiki.services.finding import find
from fanwiki.store.rows import AttachmentRow, PageRow
from fanwiki.store.saves import PageSave
from fanwiki.store.wiki_file import WikiFile
from fanwiki.store.writer import Writer
from fanwiki.wording import say, written


@dataclass(frozen=True, slots=True)
class Saved:
    """A page as it is after a change.

    Args:
        page: Its row now.
        change: What was touched, for screens.
        problems: What the author should look at; the page is saved all the same.
    """

    page: PageRow
    change: Change
    problems: tuple[Problem, ...] = ()


def save(wiki: WikiFile, source: PageSource, *, base: int | None, author: str = "", comment: str = "") -> Saved:
    """Save a page, new or changed.

    Args:
        wiki: The open wiki.
        source: The page as its author wants it.
        base: The revision the edit began from; None makes a new page.
        author: Who the history names.
        comment: Why.

    Raises:
        TitleError: No page can have this title.
        TitleTakenError: `base` is None and the page is there already.
        StaleSaveError: The page was saved by somebody else since `base`.
    """
    with wiki.writing() as writer:
        return save_in(writer, source, base=base, author=author, comment=comment)


def save_in(
    writer: Writer, source: PageSource, *, base: int | None, author: str, comment: str, verb: str = "Save"
) -> Saved:
    """Save a page within a transaction that does more; see `save`."""
    source = replace(source, title=clean_title(source.title))
    with names_may_change(writer, lambda: _names(writer, source.title)) as touched:
        document = document_of(writer, source)
        page = writer.pages.save(document, source, base=base, author=author, comment=comment)
    change = Change(_told(verb, page.title), frozenset({page.id, *touched}), names=True, gates=True, attachments=False)
    return Saved(page, change, document.problems)


def _told(verb: str, title: str) -> str:
    match verb:
        case "Restore":
            return written("Restore “%1”", title)
        case "Resolve":
            return written("Resolve “%1”", title)
    return written("Save “%1”", title)


def save_markdown(wiki: WikiFile, title: str, text: str, *, author: str = "", comment: str = "") -> Saved:
    """Create or replace the page `title` from front matter and body.

    A `title` in the front matter is how the page is to be written; it must be the same page.

    Raises:
        TitleError: No page can have this title.
        TitleTakenError: The front matter names another page.
    """
    source, problems = read_markdown(text, title=None)
    wanted = clean_title(title)
    if source.title and identity(clean_title(source.title)) != identity(wanted):
        raise TitleTakenError(
            say("The text is of “%1”, not of “%2”.", source.title, wanted),
            "Save it under its own title, or take the title out of its front matter.",
        )
    with wiki.writing() as writer:
        page = writer.pages.by_title(wanted)
        base = page.head if page else None
        shown = source.title or (page.title if page else wanted)
        saved = save_in(writer, replace(source, title=shown), base=base, author=author, comment=comment)
    return replace(saved, problems=(*problems, *saved.problems))


def rename(wiki: WikiFile, old: str, new: str, *, author: str = "") -> Saved:
    """Rename a page, rewrite every link and gate that names it, and keep the old title as an alias.

    Raises:
        NotFoundError: There is no page `old`.
        TitleError: No page can be called `new`.
        TitleTakenError: Another page is.
    """
    new = clean_title(new)
    comment = written("Rename “%1” to “%2”", old, new)
    with wiki.writing() as writer:
        page = find(writer, old)
        other = writer.pages.by_title(new)
        if other is not None and other.id != page.id:
            raise TitleTakenError(
                say("There is a page “%1” already.", other.title), "Choose another title, or merge the two."
            )
        former = page.title
        with names_may_change(writer, lambda: (former, *_names(writer, new))) as touched:
            renamed = _renamed(writer.pages.source(page), former, new)
            renamed = _with_links_renamed(writer, renamed, former, new)
            document = document_of(writer, renamed)
            page = writer.pages.rename(page.id, document, renamed, base=page.head, author=author, comment=comment)
            rewritten = _rewrite_others(writer, page.id, former, new, author=author, comment=comment)
        change = Change(comment, frozenset({page.id, *rewritten, *touched}), names=True, gates=True)
        return Saved(page, change, document.problems)


def links_to_rewrite(wiki: WikiFile, title: str) -> int:
    """Count the pages that a rename of this page would rewrite."""
    with wiki.writing() as writer:
        page = find(writer, title)
        return len(_mentioning(writer, page.title) - {page.id})


def delete(wiki: WikiFile, title: str, *, author: str = "") -> Change:
    """Move a page to the trash, from which `undelete` brings it back.

    Raises:
        NotFoundError: There is no such page.
    """
    with wiki.writing() as writer:
        page = find(writer, title)
        names = _names(writer, page.title)
        with names_may_change(writer, lambda: names) as touched:
            writer.pages.move_to_trash(page.id, author=author)
        return Change(written("Delete “%1”", page.title), frozenset({page.id, *touched}), names=True, gates=True)


def undelete(wiki: WikiFile, page_id: PageId, *, title: str | None = None, author: str = "") -> Saved:
    """Bring a page back from the trash, under another title if its own was taken meanwhile.

    Raises:
        NotFoundError: It is not in the trash.
        TitleTakenError: Its title was taken and no other was given.
    """
    with wiki.writing() as writer:
        return undelete_in(writer, page_id, title=title, author=author)


def undelete_in(writer: Writer, page_id: PageId, *, title: str | None, author: str) -> Saved:
    """Bring a page back within a transaction that does more; see `undelete`."""
    source = writer.trash.source(page_id)
    source = replace(source, title=clean_title(title or source.title))
    with names_may_change(writer, lambda: _names(writer, source.title)) as touched:
        document = document_of(writer, source)
        page = writer.pages.restore(page_id, document, source, author=author)
    change = Change(written("Restore “%1”", page.title), frozenset({page.id, *touched}), names=True, gates=True)
    return Saved(page, change, document.problems)


def put_kind(wiki: WikiFile, declaration: str) -> Change:
    """Add a kind, or change the one of this name; its pages are read anew by what it declares now.

    Args:
        wiki: The open wiki.
        declaration: The kind as TOML, in the form of those that ship.

    Raises:
        FanwikiError: It is no declaration of a kind.
    """
    kind = read_kind(declaration)
    with wiki.writing() as writer:
        pages = [page.id for page in writer.pages.all(kind.name)]
        titles = [page.title for page in writer.pages.all(kind.name)]
        with names_may_change(writer, lambda: titles) as touched:
            writer.put_kind(kind)
            derive_again(writer, pages)
    return Change(written("Change the kind “%1”", kind.label), frozenset({*pages, *touched}), kinds=True, gates=True)


def attach(wiki: WikiFile, name: str, data: bytes) -> AttachmentRow:
    """Keep a file in the wiki; the same bytes are kept once, and a taken name gets a number.

    Raises:
        FanwikiError: It is too large, or of a type that wikis do not hold.
    """
    with wiki.writing() as writer:
        return writer.attachments.add(name, data)


def _names(writer: Writer, title: str) -> tuple[str, ...]:
    """Return every name the page of this title has now, and the title itself."""
    page = writer.pages.by_title(title)
    return (title, *((row.text for row in writer.pages.names(page)) if page else ()))


def _renamed(source: PageSource, old: str, new: str) -> PageSource:
    """Give the source its new title, and its old one as an alias unless they are the same page anyway."""
    aliases = [alias for alias in _as_list(source.fields.get(ALIASES)) if not _is(alias, new)]
    if identity(old) != identity(new) and not any(_is(alias, old) for alias in aliases):
        aliases.append(old)
    fields = dict(source.fields)
    if aliases:
        fields[ALIASES] = aliases
    else:
        fields.pop(ALIASES, None)
    return replace(source, title=new, fields=fields)


def _as_list(value: Value) -> list[Value]:
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, list) else [value]


def _is(alias: Value, title: str) -> bool:
    text = alias.get("value") if isinstance(alias, dict) else alias
    return isinstance(text, str) and identity(text) == identity(title)


def _with_links_renamed(writer: Writer, source: PageSource, old: str, new: str) -> PageSource:
    former = identity(old)
    kind = writer.kinds().of(source.kind)
    return rename_links(source, kind, is_old=lambda name: identity(name) == former, new=new, old=old)


def _mentioning(writer: Writer, title: str) -> set[PageId]:
    """Return the pages that link to a title or name it in a gate."""
    return {*writer.links.naming(title), *writer.pages.gated_by(title)}


def _rewrite_others(
    writer: Writer, page_id: PageId, old: str, new: str, *, author: str, comment: str
) -> Iterable[PageId]:
    """Save every other page that names the old title anew; many at a time, as a title may have 10,000 links."""
    others = writer.pages.get_all(sorted(_mentioning(writer, old) - {page_id})).values()

    def saves() -> Iterator[PageSave]:
        for other, before in writer.pages.sources(list(others)):
            after = _with_links_renamed(writer, before, old, new)
            if after != before:
                document = document_of(writer, after)
                yield PageSave(document, after, base=other.head, author=author, comment=comment, page=other.id)

    return writer.pages.save_many(list(saves()))
