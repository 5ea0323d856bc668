"""Saving what can be read of a damaged wiki into a new one. The damaged file is only read."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from fanwiki.domain.kind import Kind, read_kind
from fanwiki.domain.title import identity
from fanwiki.errors import FanwikiError, WikiFileError
from fanwiki.importers.draft import PageDraft
from fanwiki.jobs import Progress
from fanwiki.services.derivation import save_new
from fanwiki.services.wikis import shipped_kinds
from fanwiki.store.salvage import SavedPage, files_left, kinds_left, pages_left
from fanwiki.store.wiki_file import WikiFile
from fanwiki.store.writer import Writer
from fanwiki.wording import say

COMMENT = "Saved from a damaged file"
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What was saved.

    Args:
        pages: How many pages, those in the trash included.
        earlier: Titles of those of which only an earlier revision could be read.
        trashed: How many of them are in the trash, as they were.
        files: How many pictures and other files.
    """

    pages: int
    earlier: tuple[str, ...]
    trashed: int
    files: int


def salvage(damaged: Path, dest: Path, *, author: str = "", progress: Progress | None = None) -> Salvaged:
    """Make a new wiki of what can be read of a damaged one: every page's newest revision that is as it was saved.

    Histories stay behind in the damaged file.

    Raises:
        WikiFileError: The damaged file cannot be opened at all, nothing in it can be read, or `dest` is there already.
        Cancelled: The user asked to stop; nothing of the new wiki remains.
    """
    steps = progress or Progress()
    found = list(pages_left(damaged, steps))
    if not found:
        raise WikiFileError(
            say("No page of “%1” can be read any more.", damaged.name),
            "Keep the file as it is and open your newest backup.",
        )
    wiki = WikiFile.create(dest, _kinds(damaged))
    try:
        with wiki:
            saved = _fill(wiki, damaged, found, author=author, progress=steps)
    except BaseException:
        for suffix in ("", "-wal", "-shm"):
            dest.with_name(dest.name + suffix).unlink(missing_ok=True)
        raise
    return saved


def said(saved: Salvaged) -> list[str]:
    """Return what was saved in words, a line each."""
    lines = [say("Saved %1 pages and %2 files.", saved.pages, saved.files)]
    if saved.trashed:
        lines.append(say("In the trash, as they were: %1 of the pages.", saved.trashed))
    if saved.earlier:
        lines.append(say("Only an earlier revision could be read of: %1.", ", ".join(saved.earlier)))
    return lines


def _fill(wiki: WikiFile, damaged: Path, found: list[SavedPage], *, author: str, progress: Progress) -> Salvaged:
    with wiki.writing() as writer:
        trashed = _save_trashed(writer, [page for page in found if page.deleted], author=author)
        living = list(_with_own_titles(page for page in found if not page.deleted))
        for done, several in enumerate(_batches(living)):
            progress.step(done * _AT_ONCE, len(living), "Saving pages")
            drafts = [PageDraft(each.source, origin=each.origin) for each in several]
            save_new(writer, drafts, author=author, comment=COMMENT)
        files = _save_files(writer, damaged)
    earlier = tuple(page.source.title for page in found if not page.is_newest)
    return Salvaged(len(found), earlier, trashed, files)


def _batches(pages: list[SavedPage]) -> Iterator[list[SavedPage]]:
    for start in range(0, len(pages), _AT_ONCE):
        yield pages[start : start + _AT_ONCE]


def _save_trashed(writer: Writer, pages: list[SavedPage], *, author: str) -> int:
    """Save what was in the trash first, so that a living page of the same title finds its title free."""
    for page in pages:
        save_new(writer, [PageDraft(page.source, origin=page.origin)], author=author, comment=COMMENT)
        row = writer.pages.by_title(page.source.title)
        if row is not None:
            writer.pages.move_to_trash(row.id, author=author)
    return len(pages)


def _save_files(writer: Writer, damaged: Path) -> int:
    count = 0
    for file in files_left(damaged):
        with suppress(FanwikiError):  # it was allowed when it came in; a newer fanwiki may think otherwise
            writer.attachments.add(file.name, file.data)
            count += 1
    return count


def _with_own_titles(pages: Iterable[SavedPage]) -> Iterator[SavedPage]:
    """Tell pages apart that have one title now: the newest revision of one, which had another title, is lost."""
    taken: set[str] = set()
    for page in pages:
        source, title = page.source, page.source.title
        for number in itertools.count(2):
            if identity(title) not in taken:
                break
            title = f"{source.title} ({number})"
        taken.add(identity(title))
        yield replace(page, source=replace(source, title=title))


def _kinds(damaged: Path) -> list[Kind]:
    """Return the wiki's own kinds as far as they can be read, and those that ship for the others."""
    found: dict[str, Kind] = {}
    with suppress(WikiFileError):
        for toml in kinds_left(damaged):
            with suppress(FanwikiError):
                kind = read_kind(toml)
                found.setdefault(kind.name, kind)
    shipped = {kind.name: kind for kind in shipped_kinds()}
    return list({**{name: found.get(name, kind) for name, kind in shipped.items()}, **found}.values())
