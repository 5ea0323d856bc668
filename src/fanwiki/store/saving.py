"""Saving pages: revision, names, links, facts, tags, segments and search, all in the writer's transaction."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from fanwiki.domain.document import Document
from fanwiki.domain.gate import OPEN, Gate, union
from fanwiki.domain.page import PageId, PageSource
from fanwiki.domain.title import clean_title, identity, lookup_key
from fanwiki.errors import FanwikiError, NotFoundError, TitleError
from fanwiki.store.batch import Derived, Ids
from fanwiki.store.clock import now
from fanwiki.store.engine import rows
from fanwiki.store.hashing import Sealed, seal
from fanwiki.store.pages import Pages
from fanwiki.store.rows import PageRow
from fanwiki.store.saves import Head, PageSave, refuse_stale, stale, title_taken
from fanwiki.store.snapshot import Snapshot
from fanwiki.store.trash import Trash
from fanwiki.wording import say

BATCH = 500
AT_ONCE = 50
"""So many revisions are written in one go: they may be long."""

_HEAD = """
    SELECT id, head, title, identity FROM page WHERE deleted IS NULL AND {0} IN (SELECT value FROM json_each(?))
"""
_HEADS = f"{_HEAD.format('id')} UNION {_HEAD.format('identity')}"  # with OR, SQLite would read every page
_INSERT_REVISION = "INSERT INTO revision VALUES (NULL, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_UPDATE_HEAD_GATE = (
    "UPDATE revision SET gate_id = ? WHERE page_id = ? AND number = (SELECT head FROM page WHERE id = ?)"
)
_INSERT_PAGE = "INSERT INTO page VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, '', ?)"
_UPDATE_PAGE = (
    "UPDATE page SET title = ?, identity = ?, key = ?, kind = ?, gate_id = ?, head = ?, updated = ?, words = ?"
    " WHERE id = ?"
)


class WritablePages(Pages):
    """The room of pages of a writer."""

    def __init__(self, snapshot: Snapshot, derived: Derived) -> None:
        super().__init__(snapshot)
        self._connection = snapshot.connection
        self._trash = Trash(snapshot)
        self._derived = derived
        self._ids: Ids | None = None

    def gate_of(self, title: str) -> Gate:
        """Return what one must have seen to know of the page that this title leads to."""
        known = self._derived.gates_of.get(title)
        if known is None:
            known = self.leads_to(title).gate if self._derived.gated_names.may_be(title) else OPEN
            self._derived.gates_of[title] = known
        return known

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

    def rename(
        self,
        page: PageId,
        document: Document,
        source: PageSource,
        *,
        base: int,
        author: str = "",
        comment: str = "",
        time: str | None = None,
    ) -> PageRow:
        """Save a page under another title; see `save`."""
        return self.save(document, source, base=base, author=author, comment=comment, page=page, time=time)

    def replace_all_derived(self, documents: Iterable[tuple[PageId, Document]]) -> None:
        """Replace what is derived from pages whose source did not change."""
        remaining = iter(documents)
        while batch := list(islice(remaining, BATCH)):
            self._derived.forget(page for page, _ in batch)
            self._derived.learn_targets(document for _, document in batch)
            for page, document in batch:
                self._derived.add(page, document)
            states = [(self._derived.gate_id(document.gate), document.words, page) for page, document in batch]
            self._connection.exec_driver_sql("UPDATE page SET gate_id = ?, words = ? WHERE id = ?", states)
            gates = [
                (self._derived.gate_id(union(gate for gate in document.gates() if gate.films)), page, page)
                for page, document in batch
            ]
            self._connection.exec_driver_sql(_UPDATE_HEAD_GATE, gates)
            self._derived.flush()

    def move_to_trash(self, page: PageId, *, author: str = "") -> None:
        """Take a page out of the wiki; its revisions stay, and its title is free.

        Raises:
            NotFoundError: There is no such page.
        """
        if self.get(page) is None:
            raise NotFoundError("This page is gone already.", "Look for it in the trash.")
        self._derived.forget([page])
        self._connection.exec_driver_sql(
            "UPDATE page SET deleted = ?, deleted_by = ? WHERE id = ?", (now(), author, page)
        )
        self._derived.flush()

    def restore(
        self, page: PageId, document: Document, source: PageSource, *, author: str = "", comment: str = ""
    ) -> PageRow:
        """Bring a page back from the trash; it gets a new revision if the source is not the one it had.

        Raises:
            NotFoundError: It is not in the trash.
            TitleTakenError: Another page has the title by now.
        """
        former = self._trash.source(page)
        if self.by_title(source.title) is not None:
            raise title_taken(source.title)
        self._connection.exec_driver_sql(
            "UPDATE page SET deleted = NULL, deleted_by = '', identity = ? WHERE id = ?",
            (identity(source.title), page),
        )
        if source == former:
            self.replace_all_derived([(page, document)])
            return self.get_all([page])[page]
        head = self.get_all([page])[page].head
        return self.save(document, source, base=head, author=author, comment=comment or "Restore", page=page)

    def purge(self, page: PageId) -> None:
        """Remove a page in the trash for good, with all its revisions.

        Raises:
            NotFoundError: It is not in the trash.
        """
        self._trash.source(page)
        self._derived.before_purge()
        self._connection.exec_driver_sql("DELETE FROM revision WHERE page_id = ?", (page,))
        self._connection.exec_driver_sql("DELETE FROM origin WHERE page_id = ?", (page,))
        self._connection.exec_driver_sql("DELETE FROM page WHERE id = ?", (page,))

    def gated_by(self, title: str) -> set[PageId]:
        """Return the pages in which a gate names this very title: for renaming."""
        film = identity(title)
        gates = [number for number, gate in self._snapshot.gates.items() if film in gate.films]
        return self._derived.pages_with_gates(gates)

    def _save(self, unstamped: Sequence[PageSave]) -> list[PageId]:
        saves = [replace(save, time=save.time or now()) for save in unstamped]
        for save in saves:
            _see_that_it_is_a_title(save.source.title)
        heads = self._heads(saves)
        self._see_that_titles_are_free(saves, heads)
        self._derived.forget({head.page for head in heads if head})
        self._derived.learn_targets(save.document for save in saves)
        pages = [head.page if head else self._next_id() for head in heads]
        for save, page in zip(saves, pages, strict=True):
            self._derived.add(page, save.document)
        self._put_pages(saves, pages, heads)
        known = zip(saves, pages, heads, strict=True)
        revisions = (row for save, page, head in known for row in self._revisions(save, page, head))
        while batch := list(islice(revisions, AT_ONCE)):
            self._connection.exec_driver_sql(_INSERT_REVISION, batch)
        self._derived.flush()
        return pages

    def _next_id(self) -> PageId:
        if self._ids is None:
            self._ids = Ids(self._connection, "page")
        return PageId(self._ids.next())

    def _heads(self, saves: Sequence[PageSave]) -> list[Head | None]:
        """Find what each save goes onto, and refuse the stale ones."""
        titles = [identity(save.source.title) for save in saves if save.page is None]
        ids = [save.page for save in saves if save.page is not None]
        known = rows(self._connection, _HEADS, (json.dumps(ids), json.dumps(titles)))
        by_id: dict[int, Head] = {}
        by_title: dict[str, Head] = {}
        for number, head, title, name in known:
            by_id[number] = by_title[name] = Head(number, head, title)
        found = [
            by_title.get(identity(save.source.title)) if save.page is None else by_id.get(save.page) for save in saves
        ]
        for index, (save, head_now) in enumerate(zip(saves, found, strict=True)):
            refuse_stale(save, head_now)
            if head_now is not None and any(head_now is other for other in found[:index]):
                raise stale(head_now.title, current=head_now.number + 1, base=head_now.number)
        return found

    def _see_that_titles_are_free(self, saves: Sequence[PageSave], heads: Sequence[Head | None]) -> None:
        names = [identity(save.source.title) for save in saves]
        question = (
            "SELECT identity, id FROM page WHERE deleted IS NULL AND identity IN (SELECT value FROM json_each(?))"
        )
        holders: dict[str, object] = dict(rows(self._connection, question, (json.dumps(names),)))
        for index, (name, save, head) in enumerate(zip(names, saves, heads, strict=True)):
            own: object = head.page if head else ("new", index)
            if holders.setdefault(name, own) != own:
                raise title_taken(save.source.title)

    def _revisions(self, save: PageSave, page: PageId, head: Head | None) -> Iterable[tuple[object, ...]]:
        parent = head.number if head else None
        for past in save.earlier if head is None else ():
            yield self._revision(page, parent, past.source, past.author, past.time, past.comment, past.gate)
            parent = (parent or 0) + 1
        gate = union(gate for gate in save.document.gates() if gate.films)
        yield self._revision(page, parent, save.source, save.author, save.time or "", save.comment, gate)

    def _revision(
        self, page: PageId, parent: int | None, source: PageSource, author: str, time: str, comment: str, gate: Gate
    ) -> tuple[object, ...]:
        fields = json.dumps(source.fields, ensure_ascii=False, separators=(",", ":"))
        content = Sealed(source.title, source.kind, fields, source.body, parent, author, time, comment)
        try:
            sha256 = seal(content)
        except UnicodeEncodeError as error:
            raise FanwikiError(
                say("The page “%1” holds broken characters (half of a pair), which no file can keep.", source.title),
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

    def _put_pages(self, saves: Sequence[PageSave], pages: Sequence[PageId], heads: Sequence[Head | None]) -> None:
        new: list[tuple[object, ...]] = []
        changed: list[tuple[object, ...]] = []
        for save, page, head in zip(saves, pages, heads, strict=True):
            title = save.source.title
            names = (title, identity(title), lookup_key(title), save.source.kind)
            gate_id = self._derived.gate_id(save.document.gate)
            time = save.time or ""
            if head is None:
                created = next((past.time for past in save.earlier), time)
                new.append((page, *names, gate_id, len(save.earlier) + 1, created, time, save.document.words))
            else:
                changed.append((*names, gate_id, head.number + 1, time, save.document.words, page))
        if new:
            self._connection.exec_driver_sql(_INSERT_PAGE, new)
        if changed:
            self._connection.exec_driver_sql(_UPDATE_PAGE, changed)


def _see_that_it_is_a_title(title: str) -> None:
    if clean_title(title) != title:
        raise TitleError(say("The title “%1” has white space that nobody sees.", title), "Type it anew.")
