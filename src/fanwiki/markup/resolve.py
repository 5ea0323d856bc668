"""Fills the links of a rendered body in, for one viewer and one output.

A body is rendered once and cached; where its links lead depends on who reads it and where. So `Renderer` leaves
*unresolved* forms, always written exactly like this (`fanwiki.markup.clean` brings them into this shape):

=====================================================  ==================================================
``<a href="wiki:TARGET#PLACE">text</a>``               link whose text is its target
``<a href="wiki:TARGET#PLACE" data-l="1">text</a>``    link with a text of its own
``<a href="tag:NAME">#NAME</a>``                       hashtag
``<a href="film:NAME">NAME</a>``                       film that a spoiler names
``<a href="film:%23item-NUMBER">…</a>``                offer to show what a mask hides, where that can be done
``<img src="wiki:NAME"…>``, ``audio``, ``video``       attachment shown in place
``<div data-embed="TARGET#PLACE"></div>``              page or section shown in place
``<div data-query="TEXT"></div>``                      list that a query makes
=====================================================  ==================================================

TARGET, PLACE and NAME are percent-encoded; PLACE is a heading as written or ``^`` and a block's id, and may be
absent; TARGET is empty for a link within the page. TEXT is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from functools import lru_cache
from html import escape, unescape
from typing import Protocol
from urllib.parse import quote, unquote

from fanwiki.markup.anchors import block_id, heading_id
from fanwiki.markup.redact import ITEM
from fanwiki.markup.views import LinkState
from fanwiki.wording import say

MAX_DEPTH = 4
"""How deep pages may show pages that show pages."""

MAX_EMBEDS = 100
"""How many pages one page may show, those shown by shown ones included; further ones become links."""


@dataclass(frozen=True, slots=True)
class LinkTarget:
    """Where a link leads in one output, for one viewer.

    Args:
        href: The address, or None when it leads nowhere.
        title: The page's title as this viewer may see it: what is shown for a masked link without a text of its own.
        state: Whether the page is there.
    """

    href: str | None
    title: str
    state: LinkState = LinkState.PAGE


class Resolver(Protocol):
    """What one output knows about where things are, for one viewer."""

    def link(self, target: str, heading: str, block: str) -> LinkTarget:
        """Return where a link leads; heading and block are as written, without ``#`` and ``^``, or empty."""

    def image(self, name: str) -> str | None:
        """Return the address of an attachment, or None when it is not there for this viewer."""

    def embed(self, target: str, heading: str, block: str) -> str | None:
        """Return the rendered HTML of a page or part, links unresolved, or None when it is not there for this viewer.

        Its links are resolved here, and what it embeds in turn is asked for here, up to the limits above.
        """

    def query(self, text: str) -> str:
        """Return the HTML of the list that a query makes."""

    def film(self, name: str) -> LinkTarget:
        """Return where a film leads that a spoiler names; its title is what is shown."""

    def tag(self, name: str) -> LinkTarget:
        """Return where the page of a tag is."""


_Key = tuple[str, str, str]

_LINK = r"""<a href="(wiki|tag|film|name):([^"#]*)(?:#([^"]*))?"( data-l="1")?([^>]*)>(.*?)</a>"""
_MEDIA = r"""<(img|audio|video) src="wiki:([^"#]*)[^"]*"([^>]*)>(</(?:audio|video)>)?"""
_BLOCK = r"""<div data-(embed|query)="([^"]*)"></div>"""
_LINKS = re.compile(_LINK, re.DOTALL)  # by far the faster, and most pages hold nothing else
_ALL = re.compile(f"{_LINK}|{_MEDIA}|{_BLOCK}", re.DOTALL)
# A summary is a button, and a link within a button is one that no screen reader can reach: the film is only named.
_SUMMARY = re.compile(r"<summary\b[^>]*>.*?</summary>", re.DOTALL)
_FILM, _NAME = '<a href="film:', '<a href="name:'
_SHOW = quote(ITEM)
"""Begins the number of what a mask hides, where else a film is named."""
_OFFERED = re.compile(rf'{_FILM}({_SHOW}\d+)"')
_ALT = re.compile(r'alt="([^"]*)"')
_ID = re.compile(r'(<[a-z][a-z0-9]*(?: [\w-]+(?:="[^"]*")?)*? (?:id|aria-labelledby)=")([^"]*)')
_PLACE = re.compile(r'<a href="#([^"]*)"')


def resolve(html: str, resolver: Resolver, places: Callable[[], Collection[str]] | None = None) -> str:
    """Return a rendered body with its links filled in; HTML without unresolved forms comes back as it is.

    Args:
        html: The body, or a part of it.
        resolver: Knows where things are.
        places: Tells the ids of the page; a link within it to any other leads nowhere. None where they are not known.
    """
    return _Resolution(resolver, places).resolve(html)


class _Resolution:
    """One body being resolved, with what it shows of other pages."""

    def __init__(self, resolver: Resolver, places: Callable[[], Collection[str]] | None) -> None:
        self._resolver = resolver
        self._places = places
        self._embeds = 0
        self._trail: list[_Key] = []

    def resolve(self, html: str) -> str:
        if "<summary" in html and _FILM in html:
            html = _SUMMARY.sub(self._summary, html)
        if ' src="wiki:' in html or "<div data-" in html:
            return _ALL.sub(self._fill, html)
        return _LINKS.sub(self._fill_link, html)

    def _summary(self, match: re.Match[str]) -> str:
        """Name the films in a summary; what offers to show something stands below it, where it can be reached."""
        named = match[0].replace(_FILM, _NAME)
        items = [] if self._trail else [item for item in _OFFERED.findall(match[0]) if self._offer(unquote(item))]
        offers = "".join(f'{_FILM}{item}"></a>' for item in items)
        return f'{named}\n<p class="withheld">{escape(say("Spoiler"))}{offers}</p>' if offers else named

    def _fill(self, match: re.Match[str]) -> str:
        if match[1]:
            return self._fill_link(match)
        if match[7]:
            return self._media(match)
        if match[11] == "query":
            return self._resolver.query(unescape(match[12]))
        return self._embed(match[12])

    def _fill_link(self, match: re.Match[str]) -> str:
        scheme, name, place, labelled, attributes, shown = match.group(1, 2, 3, 4, 5, 6)
        if name.startswith(_SHOW) and scheme in ("film", "name"):
            return self._offer(_unquoted(name)) if scheme == "film" and not self._trail else ""
        if scheme == "wiki":
            target = self._wiki_target(*_read_place(name, place))
            if target.state is LinkState.MASKED and not labelled:
                shown = escape(target.title)
        elif scheme == "tag":
            target = self._resolver.tag(_unquoted(name))
        else:
            target = self._resolver.film(_unquoted(name))
            shown = escape(target.title)
            if scheme == "name":
                target = replace(target, href=None)
        return _link(target, shown, attributes)

    def _offer(self, item: str) -> str:
        """Return the link that shows what a mask hides; what it says is not its author's to choose."""
        target = self._resolver.film(item)
        return "" if target.href is None else f' <a href="{escape(target.href)}">{escape(target.title)}</a>'

    def _wiki_target(self, name: str, heading: str, block: str) -> LinkTarget:
        if name:
            return self._resolver.link(name, heading, block)
        if self._trail:  # in a page that another shows, the page itself is meant
            return self._resolver.link(self._trail[-1][0], heading, block)
        place = block_id(block) if block else heading_id(heading) if heading else ""
        if place and self._places is not None and place not in self._places():
            return LinkTarget(None, "", LinkState.MISSING)
        return LinkTarget(f"#{place}", "")

    def _media(self, match: re.Match[str]) -> str:
        name = _unquoted(match[8])
        source = self._resolver.image(name)
        if source is None:
            alt = _ALT.search(match[9])
            return f'<span class="{LinkState.MISSING}">{(alt and alt[1]) or escape(name)}</span>'
        return f'<{match[7]} src="{escape(source)}"{match[9]}>{match[10] or ""}'

    def _embed(self, place: str) -> str:
        name, _, rest = place.partition("#")
        key = _read_place(name, rest)
        found = None
        if len(self._trail) < MAX_DEPTH and self._embeds < MAX_EMBEDS and key not in self._trail:
            self._embeds += 1
            number = self._embeds
            found = self._resolver.embed(*key)
        if found is None:
            return self._embed_link(key)
        self._trail.append(key)
        try:
            return _with_own_ids(self.resolve(found), f"e{number}-")
        finally:
            self._trail.pop()

    def _embed_link(self, key: _Key) -> str:
        target = self._resolver.link(*key)
        text = target.title if target.state is LinkState.MASKED else " > ".join(part for part in key if part)
        return f"<p>{_link(target, escape(text), '')}</p>"


@lru_cache(maxsize=4096)
def _unquoted(name: str) -> str:
    return unquote(name)


def _read_place(name: str, place: str | None) -> _Key:
    heading = _unquoted(place) if place else ""
    if heading.startswith("^"):
        return _unquoted(name), "", heading[1:]
    return _unquoted(name), heading, ""


def _link(target: LinkTarget, shown: str, attributes: str) -> str:
    if target.state is not LinkState.PAGE:
        attributes = attributes.replace(' class="', f' class="{target.state} ', 1)
        if " class=" not in attributes:
            attributes = f' class="{target.state}"{attributes}'
    if target.href is None:
        return f"<span{attributes}>{shown}</span>"
    return f'<a href="{escape(target.href)}"{attributes}>{shown}</a>'


def _with_own_ids(html: str, prefix: str) -> str:
    """Give the ids of a page shown in another names of their own, and lead its links within itself to them."""
    ids: set[str] = set()

    def rename(match: re.Match[str]) -> str:
        ids.add(match[2])
        return f"{match[1]}{prefix}{match[2]}"

    def lead(match: re.Match[str]) -> str:
        return f'<a href="#{prefix}{match[1]}"' if match[1] in ids else match[0]

    return _PLACE.sub(lead, _ID.sub(rename, html))
