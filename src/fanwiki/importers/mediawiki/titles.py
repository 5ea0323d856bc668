"""From a title of the dump to the title of our page."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote

from fanwiki.domain.mediawiki_namespaces import MAIN
from fanwiki.domain.title import identity, possible_title
from fanwiki.importers.mediawiki.namespaces import Namespaces, fold


@dataclass(frozen=True, slots=True)
class Titles:
    """The titles of one wiki.

    Args:
        renamed: Titles of the dump that our pages cannot have, or that two pages would share, with what they became.
    """

    namespaces: Namespaces
    renamed: Mapping[str, str] = field(default_factory=dict)

    def ours(self, title: str) -> str:
        """Return our title for a page's title in the dump."""
        folded = fold(title)
        return self.renamed.get(folded) or possible_title(folded)

    def of_link(self, target: str) -> str:
        """Return our title for a link's target as written; empty when it names no page."""
        text = target.strip().removeprefix(":")
        if "%" in text:
            text = unquote(text, errors="replace")
        if "&" in text:
            text = html.unescape(text)
        number, rest = self.namespaces.parted(text)
        if not rest:
            return ""
        return self.ours(rest if number == MAIN else self.namespaces.full(number, _capital(rest)))

    def key(self, title: str) -> str:
        """Return what makes titles of the dump one page for us; the namespace's first letter counts as ours do."""
        return identity(possible_title(fold(title)))


def _capital(text: str) -> str:
    first = text[:1].upper()
    return first + text[1:] if len(first) == 1 else text


def numbered(title: str, number: int) -> str:
    """Return a title with a number behind it, shortened where both are too long."""
    mark = f" ({number})"
    while possible_title(title + mark) != fold(title + mark) and len(title) > 1:
        title = title[:-1]
    return possible_title(title + mark)
