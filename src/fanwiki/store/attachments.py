"""The room of attachments: files in the wiki, the bytes of each kept once.

A drawing (SVG) may hold scripts. It is kept as it is, and is only ever to be shown through an image element,
where browsers run none.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from sqlalchemy import bindparam, delete, exists, func, insert, or_, select

from fanwiki.domain.page import PageId
from fanwiki.domain.title import lookup_key
from fanwiki.errors import NotFoundError
from fanwiki.store import tables as t
from fanwiki.store.clock import now
from fanwiki.store.media import attachment_name, media_type_of, numbered
from fanwiki.store.naming import listed
from fanwiki.store.rows import Attachment, AttachmentRow
from fanwiki.store.snapshot import Snapshot
from fanwiki.store.visibility import SEES_ALL, visible
from fanwiki.wording import say

_COLUMNS = (t.attachment.c.name, t.attachment.c.media_type, t.attachment.c.size, t.attachment.c.sha256)
# An image field has a link to its file, as an embed in the text has.
_SHOWN = exists().where(
    t.target.c.key == t.attachment.c.key,
    t.link.c.target_id == t.target.c.id,
    visible(t.link.c.gate_id),
    t.page.c.id == t.link.c.source_id,
    t.page.c.deleted.is_(None),
    visible(t.page.c.gate_id),
)
_VISIBLE = or_(SEES_ALL, _SHOWN)
_ALL = select(*_COLUMNS).where(_VISIBLE).order_by(t.attachment.c.key)
_GET = (
    select(*_COLUMNS, t.blob.c.data)
    .join(t.blob, t.blob.c.sha256 == t.attachment.c.sha256)
    .where(_VISIBLE, t.attachment.c.key == bindparam("key"))
)
_FIND = _ALL.where(t.attachment.c.key == bindparam("key"))
_MENTIONED = select(*_COLUMNS).where(_SHOWN.where(t.page.c.id.in_(listed("pages")))).order_by(t.attachment.c.key)
_SHOWING = (
    select(t.attachment.c.name, t.page.c.id)
    .select_from(t.attachment.join(t.target, t.target.c.key == t.attachment.c.key))
    .join(t.link, t.link.c.target_id == t.target.c.id)
    .join(t.page, t.page.c.id == t.link.c.source_id)
    .where(t.target.c.page_id.is_(None), visible(t.link.c.gate_id))
    .where(t.page.c.deleted.is_(None), visible(t.page.c.gate_id))
    .distinct()
)
_COUNT = select(func.count()).select_from(t.attachment).where(_VISIBLE)


class Attachments:
    """Files that something which the viewer sees shows; all of them for who sees all."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def get(self, name: str) -> Attachment:
        """Return a file with its bytes.

        Raises:
            NotFoundError: There is none by this name, or the viewer may not know of it.
        """
        row = self._snapshot.run(_GET, key=lookup_key(name)).one_or_none()
        if row is None:
            raise _no_file(name)
        found, media_type, size, sha256, data = row
        return Attachment(found, media_type, size, sha256.hex(), data)

    def find(self, name: str) -> AttachmentRow | None:
        """Return a file without its bytes, or None when there is none that the viewer may know of."""
        row = self._snapshot.run(_FIND, key=lookup_key(name)).one_or_none()
        return None if row is None else _attachment(row)

    def mentioned_in(self, pages: Iterable[PageId]) -> list[AttachmentRow]:
        """Return the files that something which the viewer sees in these pages shows, in the order of their names."""
        rows = self._snapshot.run(_MENTIONED, pages=json.dumps(list(pages)))
        return [_attachment(row) for row in rows]

    def showing(self) -> dict[str, set[PageId]]:
        """Return the pages that show each file or link to it, by the file's name."""
        found: dict[str, set[PageId]] = {}
        for name, page in self._snapshot.run(_SHOWING):
            found.setdefault(name, set()).add(page)
        return found

    def all(self) -> list[AttachmentRow]:
        """Return all files, without their bytes, in the order of their names."""
        return [_attachment(row) for row in self._snapshot.run(_ALL)]

    def count(self) -> int:
        """Return how many files there are."""
        return int(self._snapshot.run(_COUNT).scalar_one())


class WritableAttachments(Attachments):
    """Files in the wiki, to be changed."""

    def add(self, name: str, data: bytes) -> AttachmentRow:
        """Keep a file.

        Its name is made such that every system can carry it. When another file has the name, it gets a number;
        when it is the same file, nothing is added.

        Raises:
            FanwikiError: It is too large, or nothing that a wiki holds.
        """
        wanted = attachment_name(name)
        media_type = media_type_of(wanted, data)
        sha256 = hashlib.sha256(data).digest()
        free, number = wanted, 1
        while (taken := self.find(free)) is not None:
            if taken.sha256 == sha256.hex():
                return taken
            number += 1
            free = numbered(wanted, number)
        row = AttachmentRow(free, media_type, len(data), sha256.hex())
        self._insert(row, data)
        return row

    def replace(self, name: str, data: bytes) -> AttachmentRow:
        """Give a file of this name new bytes, or keep it as a new one.

        Raises:
            FanwikiError: It is too large, or nothing that a wiki holds.
        """
        wanted = attachment_name(name)
        media_type = media_type_of(wanted, data)
        if self.find(wanted) is not None:
            self.remove(wanted)
        row = AttachmentRow(wanted, media_type, len(data), hashlib.sha256(data).hexdigest())
        self._insert(row, data)
        return row

    def remove(self, name: str) -> None:
        """Remove a file, and its bytes if no other name has them.

        Raises:
            NotFoundError: There is none by this name.
        """
        row = self.find(name)
        if row is None:
            raise _no_file(name)
        self._snapshot.connection.execute(delete(t.attachment).where(t.attachment.c.key == lookup_key(name)))
        kept = exists().where(t.attachment.c.sha256 == t.blob.c.sha256)
        self._snapshot.connection.execute(delete(t.blob).where(t.blob.c.sha256 == bytes.fromhex(row.sha256), ~kept))

    def remove_orphaned_bytes(self) -> None:
        """Remove bytes that no file has."""
        kept = exists().where(t.attachment.c.sha256 == t.blob.c.sha256)
        self._snapshot.connection.execute(delete(t.blob).where(~kept))

    def _insert(self, row: AttachmentRow, data: bytes) -> None:
        connection = self._snapshot.connection
        sha256 = bytes.fromhex(row.sha256)
        connection.execute(insert(t.blob).prefix_with("OR IGNORE").values(sha256=sha256, data=data))
        connection.execute(
            insert(t.attachment).values(
                name=row.name,
                key=lookup_key(row.name),
                sha256=sha256,
                media_type=row.media_type,
                size=row.size,
                added=now(),
            )
        )


def _attachment(row: Any) -> AttachmentRow:
    name, media_type, size, sha256 = row
    return AttachmentRow(name, media_type, size, sha256.hex())


def _no_file(name: str) -> NotFoundError:
    return NotFoundError(say("There is no file “%1” in this wiki.", name), "See the list of its files.")
