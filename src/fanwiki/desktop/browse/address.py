"""Addresses within a wiki: what a tab shows, what a link in a page leads to. No Qt, no web engine.

``fanwiki://wiki/page/We%20Can%20Be%20Heroes#s-cast`` is a page; the first part of the path says what it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import parse_qs, quote, unquote, urlsplit

SCHEME = "fanwiki"
HOST = "wiki"
HOME = "home"
PAGE = "page"
KIND = "kind"
TAG = "tag"
ALL = "all"
FILE = "file"
STYLE = "style.css"
DRAFT = "draft"
NEW = "new"
SPECULATE = "speculate"
REVEAL = "reveal"
SEARCH = "search"

DOCUMENTS = frozenset({HOME, PAGE, KIND, TAG, ALL, DRAFT})
"""What a tab can show."""

_LONGEST_NUMBER = 10


@dataclass(frozen=True, slots=True)
class Address:
    """A place in the wiki.

    Args:
        room: What it is: ``home``, ``page``, ``kind``, ``tag`` and whatever else the wiki's links name.
        name: The title, the kind's name …; empty where there is none.
        anchor: The id within the document, without ``#``.
        query: What stands after ``?``, as written.
    """

    room: str = HOME
    name: str = ""
    anchor: str = ""
    query: str = ""

    @property
    def path(self) -> str:
        """The path without its leading slash, quoted."""
        return f"{self.room}/{quote(self.name, safe='')}" if self.name else self.room

    @property
    def url(self) -> str:
        """The whole address."""
        query = f"?{self.query}" if self.query else ""
        anchor = f"#{quote(self.anchor, safe='-_^')}" if self.anchor else ""
        return f"{SCHEME}://{HOST}/{self.path}{query}{anchor}"

    @property
    def without_anchor(self) -> Address:
        """The document this is a place in."""
        return replace(self, anchor="")

    @property
    def is_page(self) -> bool:
        """Whether it is a page of the wiki, which can be edited."""
        return self.room == PAGE and bool(self.name)

    @property
    def part(self) -> int:
        """Which part of a long list it is, from 1; what is no number is the first."""
        told = parse_qs(self.query).get("part", [""])[0]
        return int(told) if told.isascii() and told.isdecimal() and len(told) < _LONGEST_NUMBER else 1


HOME_ADDRESS = Address()


def page_address(title: str, anchor: str = "") -> Address:
    """Return the address of a page."""
    return Address(PAGE, title, anchor)


def linking_query(title: str) -> str:
    """Return what finds the pages that link to one; as a link, for a title may have quotation marks but no brackets."""
    return f"linksto:[[{title}]]"


def read_address(url: str) -> Address | None:
    """Read an address; None when it is none of this wiki's."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    if parts.scheme != SCHEME or parts.netloc != HOST:
        return None
    room, _, name = parts.path.lstrip("/").partition("/")
    return Address(unquote(room) or HOME, unquote(name), unquote(parts.fragment), parts.query)
