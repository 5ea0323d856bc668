"""One writing transaction: what a reader has, as the curator sees it, and the means to change it."""

from __future__ import annotations

from functools import cached_property

from fanwiki.domain.kind import Kind, Kinds
from fanwiki.store import meta
from fanwiki.store.attachments import WritableAttachments
from fanwiki.store.batch import Derived
from fanwiki.store.links import WritableLinks
from fanwiki.store.mappings import WritableMappings
from fanwiki.store.origins import WritableOrigins
from fanwiki.store.reader import Reader
from fanwiki.store.rendered import Rendered
from fanwiki.store.saving import WritablePages
from fanwiki.store.snapshot import Snapshot


class Writer(Reader):
    """A transaction that is kept when its block ends well, and leaves no trace when not.

    Args:
        snapshot: The transaction, seen by the curator.
        kinds: The kinds of the wiki; they follow what the transaction does to them.
        changes: How often the wiki was written before.
        rendered: The cache of rendered bodies.
    """

    def __init__(self, snapshot: Snapshot, kinds: Kinds, changes: int, rendered: Rendered) -> None:
        super().__init__(snapshot, kinds, changes, rendered)
        self._derived = Derived(snapshot.connection, snapshot.gates)

    def finish(self) -> None:
        """Bring the search index up to date; the wiki file calls it before it commits."""
        self._derived.finish()

    @cached_property
    def pages(self) -> WritablePages:
        """Finding, reading and saving pages."""
        return WritablePages(self.snapshot, self._derived)

    @cached_property
    def links(self) -> WritableLinks:
        """Links, and which pages must follow a change."""
        return WritableLinks(self.snapshot)

    @cached_property
    def attachments(self) -> WritableAttachments:
        """Files in the wiki, to be changed."""
        return WritableAttachments(self.snapshot)

    @cached_property
    def mappings(self) -> WritableMappings:
        """What importers are told, to be remembered."""
        return WritableMappings(self.snapshot)

    @cached_property
    def origins(self) -> WritableOrigins:
        """Where pages came from, to be remembered."""
        return WritableOrigins(self.snapshot)

    def begin_rebuild(self) -> None:
        """Throw away what can be made anew; `pages.replace_all_derived` of every page must follow.

        The search index goes, which may be too damaged to be changed page by page, and bytes that no file has.
        """
        meta.put_value(self.snapshot.connection, meta.REBUILT, str(self.changes + 1))
        self._derived.empty_search()
        self.attachments.remove_orphaned_bytes()

    def put_title(self, title: str) -> None:
        """Say what the wiki is called; empty for the name of its file."""
        meta.put_value(self.snapshot.connection, meta.TITLE, title)

    def put_stems(self, wanted: bool) -> None:
        """Say whether other forms of English words count as the word in this wiki."""
        meta.put_value(self.snapshot.connection, meta.STEMMING, "english" if wanted else "none")

    def put_kind(self, kind: Kind) -> None:
        """Add a kind, or change the one of this name; it keeps its place."""
        meta.put_kind(self.snapshot.connection, kind)
        self._kinds = Kinds(meta.read_kinds(self.snapshot.connection))

    def remove_kind(self, name: str) -> None:
        """Remove a kind; its pages stay, as pages of a kind that the wiki does not have."""
        meta.remove_kind(self.snapshot.connection, name)
        self._kinds = Kinds(meta.read_kinds(self.snapshot.connection))
