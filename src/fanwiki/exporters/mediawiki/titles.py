"""Titles as MediaWiki takes them: some characters cannot be in one, and some beginnings mean another namespace."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from fanwiki.domain.title import identity

MAX_BYTES = 255
# What a title may not hold, by the full-width form that looks the same.
_WIDE = str.maketrans({char: chr(ord(char) + 0xFEE0) for char in "#<>[]{}|"})
_UNUSABLE = re.compile(r"[\x00-\x1f\x7f\ufffd]|~{3,}")
_PREFIX = re.compile(
    r"\s*(?=:)|(?:talk|user|project|file|image|media|mediawiki|template|help|category|special|module|portal)"
    r"(?:[ _]talk)?\s*(?=:)",
    re.IGNORECASE,
)
# Read as one character by every wiki, so a title cannot spell them out.
_CODED = re.compile(r"%(?=[0-9A-Fa-f]{2})|&(?=#?\w+;)")
_DOTS = re.compile(r"(?:^|(?<=/))\.{1,2}(?=/|$)")


def possible_title(title: str) -> str:
    """Return a title as near as MediaWiki allows; one that it allows comes back as it is."""
    text = _UNUSABLE.sub(" ", title.translate(_WIDE)).replace("_", " ")
    text = _CODED.sub(lambda match: chr(ord(match[0]) + 0xFEE0), text)
    text = _DOTS.sub(lambda match: "․" * len(match[0]), " ".join(text.split()))
    if _PREFIX.match(text):
        text = text.replace(":", "꞉", 1)
    while len(text.encode()) > MAX_BYTES - 10:
        text = text[:-1]
    return text.strip() or "Untitled"


class Titles:
    """What each page is called in the dump.

    Args:
        titles: The titles of all pages.
    """

    def __init__(self, titles: Iterable[str]) -> None:
        self._called: dict[str, str] = {}
        self._taken: set[str] = set()
        for title in titles:
            self._called[identity(title)] = self._free(possible_title(title))

    def of(self, title: str) -> str:
        """Return what a page, or a page that nobody has written, is called."""
        return self._called.get(identity(title)) or possible_title(title)

    def redirects(self, aliases: Iterable[tuple[str, str]]) -> Mapping[str, str]:
        """Return the pages that lead on, by title; a name that is taken leads where it led first.

        Args:
            aliases: Names, each with the title of its page.
        """
        found: dict[str, str] = {}
        for alias, title in aliases:
            name = possible_title(alias)
            if identity(name) not in self._taken:
                self._taken.add(identity(name))
                found[name] = self.of(title)
        return found

    def _free(self, name: str) -> str:
        number, free = 1, name
        while identity(free) in self._taken:
            number += 1
            free = f"{name} ({number})"
        self._taken.add(identity(free))
        return free
