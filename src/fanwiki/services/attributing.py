"""Where pages came from, as readers are told it: at the foot of each, and on the page about a copy."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple
from urllib.parse import urlsplit

from fanwiki.domain.origin import Origin
from fanwiki.markup.views import Cell, LinkState, LinkView, OriginView
from fanwiki.wording import say

PEOPLE_SHOWN = 20
"""A page names so many of those who wrote it elsewhere; the others are counted."""

_COMMONS = re.compile(r"CC[ -](BY(?:-(?:SA|NC|ND|NC-SA|NC-ND))?)[ -](\d\.\d)", re.IGNORECASE)


def origin_view(origin: Origin | None) -> OriginView | None:
    """Return what the foot of a page says of where it came from; None when it was written here."""
    if origin is None or origin.is_empty:
        return None
    return OriginView(
        site=_site(origin),
        revision=_revision(origin),
        contributors=origin.contributors[:PEOPLE_SHOWN],
        more=max(0, len(origin.contributors) - PEOPLE_SHOWN),
        licence=licence_cell(origin.licence),
    )


def licence_cell(licence: str) -> Cell:
    """Return a licence, as a link to its text where its name or address tells where that is."""
    known = _COMMONS.search(licence)
    if known is not None:
        address = f"https://creativecommons.org/licenses/{known[1].lower()}/{known[2]}/"
        return LinkView(licence, address, LinkState.EXTERNAL)
    if _host(licence):
        return LinkView(licence, licence, LinkState.EXTERNAL)
    return licence


class Taken(NamedTuple):
    """How many pages were taken from a wiki under the same terms, and how many people wrote them there."""

    wiki: str
    pages: int
    licence: Cell
    people: int


def taken_from(origins: Iterable[Origin]) -> list[Taken]:
    """Return from where pages were taken, and under which terms, the most pages first."""
    counted: Counter[tuple[str, str]] = Counter()
    people: dict[tuple[str, str], set[str]] = {}
    for origin in origins:
        key = (origin.wiki or _host(origin.url) or say("Somewhere that is not named"), origin.licence)
        counted[key] += 1
        people.setdefault(key, set()).update(origin.contributors)
    rows = sorted(counted.items(), key=lambda row: (-row[1], row[0]))
    return [Taken(wiki, pages, licence_cell(terms), len(people[wiki, terms])) for (wiki, terms), pages in rows]


def _site(origin: Origin) -> Cell:
    name = origin.wiki or _host(origin.url) or say("somewhere that is not named")
    return LinkView(name, origin.url, LinkState.EXTERNAL, hint=origin.url) if origin.url else name


def _revision(origin: Origin) -> str:
    day = origin.time[:10]
    if not origin.revision:
        return day
    return say("revision %1 of %2", origin.revision, day) if day else say("revision %1", origin.revision)


def _host(address: str) -> str:
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    return (parts.hostname or "") if parts.scheme in ("http", "https") else ""
