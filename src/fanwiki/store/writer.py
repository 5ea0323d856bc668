"""One writing transaction: what a reader has, as the curator sees it, and the means to change it."""

from __future__ import annotations

from functools import cached_property

from fanwiki.domain.kind import Kind, Kinds
from fanwiki.store import meta
from fanwiki.store.batch import Derived
from fanwiki.store.reader import Reader
from fanwiki.store.saving import WritablePages
from fanwiki.store.snapshot import Snapshot


class Writer(Reader):
    """A transaction that is kept when its block ends well, and leaves no trace when not.

    Args:
        snapshot: The transaction, seen by the curator.
        kinds: The kinds as they were when it began.
        changes: How often the wiki was written before.
    """

    def __init__(self, snapshot: Snapshot, kinds: Kinds, changes: int) -> None:
        super().__init__(snapshot, kinds, changes)
        self._derived = Derived(snapshot.connection, snapshot.gates)

    def kinds(self) -> Kinds:
        """Return the kinds of the wiki, as this transaction left them."""
        return meta.read_kinds(self.snapshot.connection)

    @cached_property
    def pages(self) -> WritablePages:
        """Finding, reading and saving pages."""
        return WritablePages(self.snapshot, self._derived)

    def put_kind(self, kind: Kind) -> None:
        """Add a kind, or change the one of this name; it keeps its place."""
        meta.put_kind(self.snapshot.connection, kind)

    def remove_kind(self, name: str) -> None:
        """Remove a kind; its pages stay, as pages of a kind that the wiki does not have."""
        meta.remove_kind(self.snapshot.connection, name)
