"""Spoiler gates: the set of films one must have seen to see something.

A film in a gate is named by its title's identity (see `fanwiki.domain.title`). Two names are not films
and cannot clash with one, since a title cannot hold ``#``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from fanwiki.domain.title import identity

EVERYTHING = "#everything"
"""In a gate: only who has seen every film may see this (a spoiler whose film nobody named)."""

SPECULATION = "#speculation"
"""In a gate: only who wants rumours may see this."""


@dataclass(frozen=True, slots=True)
class Gate:
    """A set of films, all of which the viewer must have seen. The empty gate is open."""

    films: frozenset[str] = frozenset()

    @classmethod
    def of(cls, *titles: str) -> Gate:
        """Make a gate from film titles as people write them."""
        return cls(frozenset(identity(title) for title in titles if title.strip()))

    @property
    def is_open(self) -> bool:
        """Whether everybody passes."""
        return not self.films

    def __or__(self, other: Gate) -> Gate:
        """Return the gate that stands behind both."""
        if self.films >= other.films:
            return self
        return Gate(self.films | other.films)

    def named_films(self) -> list[str]:
        """Return the films, without the names that are not films, in a stable order."""
        return sorted(film for film in self.films if not film.startswith("#"))


OPEN = Gate()


def union(gates: Iterable[Gate]) -> Gate:
    """Return the gate that stands behind all of these."""
    return Gate(frozenset().union(*(gate.films for gate in gates)))
