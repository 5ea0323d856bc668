"""Names of places in a page: the same in derived rows, in rendered HTML and in every output.

A heading is found by a slug of its text, as in Obsidian; a block by the id its author gave it. The HTML ids carry a
prefix, so that no heading can take the name of something the page's own frame uses.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape

HEADING_PREFIX = "s-"
BLOCK_PREFIX = "b-"
UNNAMED = "section"
"""The slug of a heading without a letter or digit."""

_ASCII_DROPPED = re.compile(r"[^\w\s-]+")
_GAPS = re.compile(r"[\s-]+")
_IDS = re.compile(r' id="([^"]+)"')


def slug(text: str) -> str:
    """Return a heading's text as an anchor: case-folded, gaps as one hyphen, no punctuation but ``-`` and ``_``."""
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).casefold())
    kept = _ASCII_DROPPED.sub("", folded) if folded.isascii() else "".join(filter(_belongs, folded))
    return _GAPS.sub("-", kept).strip("-") or UNNAMED


def heading_id(text: str) -> str:
    """Return the HTML id of the first heading with this text."""
    return HEADING_PREFIX + slug(text)


def place_id(anchor: str) -> str:
    """Return the HTML id of the heading that has this anchor; empty for the top of the page."""
    return HEADING_PREFIX + anchor if anchor else ""


def block_id(name: str) -> str:
    """Return the HTML id of a block, by the id its author gave it after ``^``; case does not count."""
    return BLOCK_PREFIX + name.strip().casefold()


def places_in(html: str) -> frozenset[str]:
    """Return the ids in a rendered body: what a link to a place in it can lead to."""
    return frozenset(map(unescape, _IDS.findall(html)))


class Anchors:
    """Gives the headings of one page their anchors, in order; equal ones get ``-1``, ``-2`` and so on."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._next: dict[str, int] = {}

    def add(self, text: str) -> str:
        """Return the anchor of the next heading."""
        base = anchor = slug(text)
        while anchor in self._taken:
            number = self._next.get(base, 1)
            self._next[base] = number + 1
            anchor = f"{base}-{number}"
        self._taken.add(anchor)
        return anchor


def _belongs(char: str) -> bool:
    # Marks (accents, vowel signs) belong to the letters before them.
    return char in "-_" or char.isspace() or unicodedata.category(char)[0] in "LNM"
