"""What one viewer may read of one state of the wiki, in rooms."""

from __future__ import annotations

from functools import cached_property

from fanwiki.domain.gate import Gate
from fanwiki.domain.kind import Kinds
from fanwiki.domain.viewer import Viewer
from fanwiki.store.pages import Pages
from fanwiki.store.snapshot import Snapshot


class Reader:
    """A snapshot of the wiki as one viewer may see it.

    Every room asks through the same snapshot, which filters by the viewer's gates. What a room returns may be
    shown, with one exception that its name tells: sources are whole, and must be redacted.

    Args:
        snapshot: The transaction and what its viewer passes.
        kinds: The kinds of the wiki.
        changes: How often the wiki was written before; two readers with the same number see the same wiki.
    """

    def __init__(self, snapshot: Snapshot, kinds: Kinds, changes: int) -> None:
        self.snapshot = snapshot
        self.changes = changes
        self._kinds = kinds

    @property
    def viewer(self) -> Viewer:
        """Who reads."""
        return self.snapshot.visibility.viewer

    def kinds(self) -> Kinds:
        """Return the kinds of the wiki."""
        return self._kinds

    def sees(self, gate: Gate) -> bool:
        """Whether the viewer passes a gate, be it one that the wiki has or not."""
        return self.snapshot.sees(gate)

    def gate_of(self, title: str) -> Gate:
        """Return what one must have seen to know of the page that this title leads to."""
        return self.pages.gate_of(title)

    @cached_property
    def pages(self) -> Pages:
        """Finding, listing and reading pages."""
        return Pages(self.snapshot)
