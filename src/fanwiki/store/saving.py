"""Saving pages: revision, names, links, facts, tags, segments and search, all in the writer's transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice

from fanwiki.domain.document import Document
from fanwiki.domain.gate import OPEN, Gate, union
from fanwiki.domain.page import PageId, PageSource
from fanwiki.domain.title import identity, lookup_key
from fanwiki.errors import FanwikiError, NotFoundError, StaleSaveError, TitleTakenError
from fanwiki.store.batch import Derived, Ids
from fanwiki.store.hashing import Sealed, seal
from fanwiki.store.pages import Pages
from fanwiki.store.rows import PageRow
from fanwiki.store.snapshot import Snapshot

BATCH = 500

_INSERT_REVISION = "INSERT INTO revision VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_INSERT_PAGE = "INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?)"
_UPDATE_PAGE = (
    "UPDATE page SET title = ?, identity = ?, key = ?, kind = ?, gate_id = ?, head = ?, updated = ?, words = ?,"
    " deleted = NULL WHERE id = ?"
)


def now() -> str:
    """Return the time as revisions keep it: ISO 8601 in UTC, to the millisecond."""
    return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


@dataclass(frozen=True, slots=True)
class PastRevision:
    """A revision from before the page came into this wiki, as an importer brings it.

    Args:
        gate: What one must have seen to see any of it.
    """

    source: PageSource
    author: str
    comment: str
    time: str
    gate: Gate = OPEN


@dataclass(frozen=True, slots=True)
class PageSave:
    """One page to save.

    Args:
        document: What is derived from the source.
        source: What the author wrote.
        base: The revision that the edit began from; None for a new page.
        author: Who; may be empty.
        comment: What for; may be empty.
        page: The page, where its title changes; None finds it by its title.
        time: When, if not now.
        earlier: For a new page, what it was before, oldest first.
    """

    document: Document
    source: PageSource
    base: int | None
    author: str = ""
    comment: str = ""
    page: PageId | None = None
    time: str | None = None
    earlier: Sequence[PastRevision] = field(default=())


@dataclass(frozen=True, slots=True)
class _Head:
    """What a page is before the save."""

    page: PageId
    number: int
    title: str
    gate: Gate


class WritablePages(Pages):
    """The room of pages of a writer."""

    def __init__(self, snapshot: Snapshot, derived: Derived) -> None:
        super().__init__(snapshot)
        self._connection = snapshot.connection
        self._derived = derived
        self._ids: Ids | None = None

    def save(
        self,
        document: Document,
        source: PageSource,
        *,
        base: int | None,
        author: str = "",
        comment: str = "",
        page: PageId | None = None,
        time: str | None = None,
    ) -> PageRow:
        """Save a page as a new revision.

        Args:
            document: What is derived from the source.
            source: What the author wrote.
            base: The revision that the edit began from; None for a new page.
            author: Who; may be empty.
            comment: What for; may be empty.
            page: The page, where its title changes; None finds it by its title.
            time: When, if not now.

        Raises:
            TitleTakenError: Another page has this title.
            StaleSaveError: The page was saved since.
            NotFoundError: There is no such page to save again.
        """
        save = PageSave(document, source, base, author, comment, page, time)
        (saved,) = self._save([save])
        return self.get_all([saved])[saved]

    def save_many(self, saves: Iterable[PageSave]) -> list[PageId]:
        """Save many pages, as `save` would; several times as fast."""
        saved: list[PageId] = []
        remaining = iter(saves)
        while batch := list(islice(remaining, BATCH)):
            saved += self._save(batch)
        return saved

    def derive_again(self, documents: Iterable[tuple[PageId, Document]]) -> None:
        """Replace what is derived from pages whose source did not change."""
        remaining = iter(documents)
        while batch := list(islice(remaining, BATCH)):
            self._derived.forget(page for page, _ in batch)
            self._derived.learn_targets(document for _, document in batch)
            for page, document in batch:
                self._derived.add(page, document)
            rows = [(self._derived.gate_id(document.gate), document.words, page) for page, document in batch]
            self._connection.exec_driver_sql("UPDATE page SET gate_id = ?, words = ? WHERE id = ?", rows)
            self._derived.flush()

    def _save(self, unstamped: Sequence[PageSave]) -> list[PageId]:
        saves = [replace(save, time=save.time or now()) for save in unstamped]
        heads = self._heads(saves)
        self._see_that_titles_are_free(saves, heads)
        self._derived.forget({head.page for head in heads if head})
        self._derived.learn_targets(save.document for save in saves)
        pages: list[PageId] = []
        revisions: list[tuple[object, ...]] = []
        for save, head in zip(saves, heads, strict=True):
            page = head.page if head else self._next_id()
            pages.append(page)
            revisions += self._revisions(save, page, head)
            self._derived.add(page, save.document)
        self._put_pages(saves, pages, heads)
        self._connection.exec_driver_sql(_INSERT_REVISION, revisions)
        self._derived.flush()
        return pages

    def _next_id(self) -> PageId:
        if self._ids is None:
            self._ids = Ids(self._connection, "page")
        return PageId(self._ids.next())

    def _heads(self, saves: Sequence[PageSave]) -> list[_Head | None]:
        """Find what each save goes onto, and refuse the stale ones."""
        titles = [identity(save.source.title) for save in saves if save.page is None]
        ids = [save.page for save in saves if save.page is not None]
        rows = self._connection.exec_driver_sql(
            "SELECT page.id, page.head, page.title, page.identity, revision.gate_id FROM page JOIN revision"
            " ON revision.page_id = page.id AND revision.number = page.head WHERE deleted IS NULL AND"
            " (page.id IN (SELECT value FROM json_each(?)) OR identity IN (SELECT value FROM json_each(?)))",
            (json.dumps(ids), json.dumps(titles)),
        )
        by_id: dict[int, _Head] = {}
        by_title: dict[str, _Head] = {}
        for number, head, title, name, gate_id in rows:
            by_id[number] = by_title[name] = _Head(number, head, title, self._snapshot.gate(gate_id))
        found = [
            by_title.get(identity(save.source.title)) if save.page is None else by_id.get(save.page) for save in saves
        ]
        for index, (save, head_now) in enumerate(zip(saves, found, strict=True)):
            _refuse_stale(save, head_now)
            if head_now is not None and any(head_now is other for other in found[:index]):
                raise stale(head_now.title, current=head_now.number + 1, base=head_now.number)
        return found

    def _see_that_titles_are_free(self, saves: Sequence[PageSave], heads: Sequence[_Head | None]) -> None:
        names = [identity(save.source.title) for save in saves]
        rows = self._connection.exec_driver_sql(
            "SELECT identity, id FROM page WHERE deleted IS NULL AND identity IN (SELECT value FROM json_each(?))",
            (json.dumps(names),),
        )
        holders: dict[str, object] = {name: page for name, page in rows}
        for index, (name, save, head) in enumerate(zip(names, saves, heads, strict=True)):
            own: object = head.page if head else ("new", index)
            if holders.setdefault(name, own) != own:
                raise title_taken(save.source.title)

    def _revisions(self, save: PageSave, page: PageId, head: _Head | None) -> Iterable[tuple[object, ...]]:
        parent = head.number if head else None
        gate = head.gate if head else OPEN
        for past in save.earlier if head is None else ():
            gate |= past.gate
            yield self._revision(page, parent, past.source, past.author, past.time, past.comment, past.gate)
            parent = (parent or 0) + 1
        own = union(save.document.gates())
        yield self._revision(page, parent, save.source, save.author, save.time or "", save.comment, own | gate)

    def _revision(
        self, page: PageId, parent: int | None, source: PageSource, author: str, time: str, comment: str, gate: Gate
    ) -> tuple[object, ...]:
        fields = json.dumps(source.fields, ensure_ascii=False, separators=(",", ":"))
        content = Sealed(source.title, source.kind, fields, source.body, parent, author, time, comment)
        try:
            sha256 = seal(content)
        except UnicodeEncodeError as error:
            raise FanwikiError(
                f"The page “{source.title}” holds broken characters (half of a pair), which no file can keep.",
                "Delete them or type them anew.",
            ) from error
        return (
            page,
            (parent or 0) + 1,
            parent,
            *(source.title, source.kind, fields, source.body, author, time, comment),
            self._derived.gate_id(gate),
            sha256,
        )

    def _put_pages(self, saves: Sequence[PageSave], pages: Sequence[PageId], heads: Sequence[_Head | None]) -> None:
        new: list[tuple[object, ...]] = []
        changed: list[tuple[object, ...]] = []
        for save, page, head in zip(saves, pages, heads, strict=True):
            title = save.source.title
            names = (title, identity(title), lookup_key(title), save.source.kind)
            gate_id = self._derived.gate_id(save.document.gate)
            time = save.time or ""
            if head is None:
                created = save.earlier[0].time if save.earlier else time
                new.append((page, *names, gate_id, len(save.earlier) + 1, created, time, save.document.words))
            else:
                changed.append((*names, gate_id, head.number + 1, time, save.document.words, page))
        if new:
            self._connection.exec_driver_sql(_INSERT_PAGE, new)
        if changed:
            self._connection.exec_driver_sql(_UPDATE_PAGE, changed)


def title_taken(title: str) -> TitleTakenError:
    """Return the refusal of a title that another page has."""
    return TitleTakenError(f"There is already a page “{title}”.", "Choose another title, or edit that page.")


def _refuse_stale(save: PageSave, head: _Head | None) -> None:
    if head is None:
        if save.base is None and save.page is None:
            return
        raise NotFoundError(
            f"There is no page “{save.source.title}” any more.",
            "It may be in the trash; restore it, or save a new one.",
        )
    if save.base is None:
        raise title_taken(save.source.title)
    if save.base != head.number:
        raise stale(head.title, current=head.number, base=save.base)


def stale(title: str, *, current: int, base: int) -> StaleSaveError:
    """Return the refusal of a save that would overwrite a newer one."""
    return StaleSaveError(
        f"“{title}” was saved since you began: it is at revision {current}, you began from {base}.",
        "Compare the two and save the outcome.",
        current=current,
        base=base,
    )
