"""What a well-known template is given when it is expanded."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from fanwiki.importers.mediawiki.wikitext.site import Site
from fanwiki.importers.mediawiki.wikitext.stash import Stash


@dataclass(frozen=True, slots=True)
class NativeCall:
    """A call whose values are expanded.

    Args:
        name: The template's name.
        params: Values by name or number, without space around them.
        alone: Whether nothing but calls stands on its line.
    """

    name: str
    params: Mapping[str, str]
    site: Site
    title: str
    stash: Stash
    alone: bool = False

    def get(self, *names: str) -> str:
        """Return the first value that is not empty, or an empty one."""
        return next((value for name in names if (value := self.params.get(name, ""))), "")

    @property
    def values(self) -> list[str]:
        """The values without a name, in order, empty ones too."""
        return [value for name, value in self.params.items() if name.isdecimal()]

    @property
    def filled(self) -> list[str]:
        """The values without a name that are not empty."""
        return [value for value in self.values if value]


Native: TypeAlias = Callable[[NativeCall], str | None]
"""Returns wikitext, or None when a call has a form that is not known."""
