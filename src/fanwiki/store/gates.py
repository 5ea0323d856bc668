"""The room of gates: which films spoilers are told of."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select, union

from fanwiki.store import tables as t
from fanwiki.store.gated_names import BEHIND_A_GATE
from fanwiki.store.pages import Pages
from fanwiki.store.rows import Lead
from fanwiki.store.snapshot import Snapshot

# A gate stays when the last row behind it goes; only those that still hide something count.
_USED = union(
    *(
        select(table.c.gate_id).where(table.c.gate_id > BEHIND_A_GATE)
        for table in (t.name, t.link, t.tag, t.fact, t.segment, t.problem)
    )
)


class Gates:
    """Films that gates name."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def films(self) -> list[str]:
        """Return the films that gates of this wiki name, in alphabetical order.

        A film with a page is told by its title; one whose title is hidden from the viewer is left out.
        """
        return sorted({lead.page.title if lead.page else film for film, lead in self._leads() if not lead.masked})

    def unknown_films(self) -> list[str]:
        """Return the films that gates name and that no page tells of."""
        return sorted(film for film, lead in self._leads() if lead.page is None and not lead.masked)

    def _leads(self) -> Iterable[tuple[str, Lead]]:
        used = self._snapshot.run(_USED).scalars()
        named = {film for gate in used for film in self._snapshot.gate(gate).named_films()}
        return Pages(self._snapshot).leads(named).items()
