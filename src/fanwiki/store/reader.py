"""What one viewer may read of one state of the wiki, in rooms."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from fanwiki.domain.gate import Gate
from fanwiki.domain.kind import Kinds
from fanwiki.domain.page import PageId
from fanwiki.domain.viewer import Viewer
from fanwiki.store import meta
from fanwiki.store.attachments import Attachments
from fanwiki.store.facts import Facts
from fanwiki.store.gates import Gates
from fanwiki.store.gathered import KNOWN_AT_MOST, Gathered
from fanwiki.store.history import History
from fanwiki.store.links import Links
from fanwiki.store.mappings import Mappings
from fanwiki.store.origins import Origins
from fanwiki.store.pages import Pages
from fanwiki.store.problems import Problems
from fanwiki.store.rendered import Rendered
from fanwiki.store.rows import PageRow
from fanwiki.store.snapshot import Snapshot
from fanwiki.store.soundness import Soundness
from fanwiki.store.tags import Tags
from fanwiki.store.trash import Trash

if TYPE_CHECKING:
    from fanwiki.store.search import Search


class Reader:
    """A snapshot of the wiki as one viewer may see it.

    Every room asks through the same snapshot, which filters by the viewer's gates. What a room returns may be
    shown, with one exception that its name tells: sources are whole, and must be redacted.

    Args:
        snapshot: The transaction and what its viewer passes.
        kinds: The kinds of the wiki.
        changes: How often the wiki was written before; two readers with the same number see the same wiki.
        rendered: The cache of rendered bodies.
    """

    def __init__(self, snapshot: Snapshot, kinds: Kinds, changes: int, rendered: Rendered) -> None:
        self.snapshot = snapshot
        self.changes = changes
        self.rendered = rendered
        self._kinds = kinds
        self._known: dict[PageId, PageRow] = {}

    @property
    def viewer(self) -> Viewer:
        """Who reads."""
        return self.snapshot.visibility.viewer

    @property
    def rebuilt(self) -> str:
        """Tells when all rows were last derived anew, by which any page may show something else; empty for never."""
        return meta.read_value(self.snapshot.connection, meta.REBUILT) or ""

    @property
    def title(self) -> str:
        """What the wiki is called, for everybody; empty when it goes by its file's name."""
        return meta.read_value(self.snapshot.connection, meta.TITLE) or ""

    def kinds(self) -> Kinds:
        """Return the kinds of the wiki."""
        return self._kinds

    def sees(self, gate: Gate) -> bool:
        """Whether the viewer passes a gate, be it one that the wiki has or not."""
        return self.snapshot.sees(gate)

    def gather(self, pages: Sequence[PageRow]) -> Gathered:
        """Read at once what pages show; the rooms answer from it until other pages are gathered."""
        if len(self._known) > KNOWN_AT_MOST:
            self._known.clear()
        self.snapshot.gathered = Gathered(self.snapshot, pages, self._known)
        return self.snapshot.gathered

    def gate_of(self, title: str) -> Gate:
        """Return what one must have seen to know of the page that this title leads to."""
        return self.pages.gate_of(title)

    @cached_property
    def pages(self) -> Pages:
        """Finding, listing and reading pages."""
        return Pages(self.snapshot)

    @cached_property
    def links(self) -> Links:
        """Links, backlinks, wanted pages and orphans."""
        return Links(self.snapshot)

    @cached_property
    def facts(self) -> Facts:
        """Values of fields, forwards and backwards."""
        return Facts(self.snapshot)

    @cached_property
    def tags(self) -> Tags:
        """Tags and their pages."""
        return Tags(self.snapshot)

    @cached_property
    def history(self) -> History:
        """Revisions and recent changes."""
        return History(self.snapshot)

    @cached_property
    def trash(self) -> Trash:
        """Deleted pages."""
        return Trash(self.snapshot)

    @cached_property
    def problems(self) -> Problems:
        """What the authors of pages should look at."""
        return Problems(self.snapshot)

    @cached_property
    def gates(self) -> Gates:
        """Films that gates name."""
        return Gates(self.snapshot)

    @cached_property
    def attachments(self) -> Attachments:
        """Files in the wiki."""
        return Attachments(self.snapshot)

    @cached_property
    def mappings(self) -> Mappings:
        """What importers were told."""
        return Mappings(self.snapshot)

    @cached_property
    def origins(self) -> Origins:
        """Where pages came from."""
        return Origins(self.snapshot)

    @cached_property
    def soundness(self) -> Soundness:
        """The check of the file."""
        return Soundness(self.snapshot)

    @cached_property
    def search(self) -> Search:
        """Finding pages by a query, and names by their beginning."""
        from fanwiki.store.search import Search  # many readers never search

        return Search(self.snapshot)
