"""The room of gates: which films spoilers are told of."""

from __future__ import annotations

from fanwiki.store.pages import Pages
from fanwiki.store.snapshot import Snapshot


class Gates:
    """Films that gates name."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def films(self) -> list[str]:
        """Return the films that gates of this wiki name, in alphabetical order.

        A film with a page is told by its title; one whose title is hidden from the viewer is left out.
        """
        named = {film for gate in self._snapshot.gates.values() for film in gate.named_films()}
        leads = Pages(self._snapshot).leads(named)
        return sorted({lead.page.title if lead.page else film for film, lead in leads.items() if not lead.masked})
