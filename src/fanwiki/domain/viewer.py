"""Who is looking: every read names its viewer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fanwiki.domain.title import identity


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who reads, with the films they have seen.

    Args:
        seen: Identities of the titles (or aliases) of seen films.
        sees_all: Curators, and readers who switched the shield off.
        speculation: Whether they want to see rumours.
    """

    seen: frozenset[str] = frozenset()
    sees_all: bool = False
    speculation: bool = True

    @classmethod
    def who_has_seen(cls, films: Iterable[str], *, speculation: bool = True) -> Viewer:
        """Make a viewer from film titles as people write them."""
        return cls(frozenset(identity(film) for film in films), speculation=speculation)


CURATOR = Viewer(sees_all=True)
NEWCOMER = Viewer()
