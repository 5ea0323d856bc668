"""Text that holds wiki links and no other markup, as most text does: it is written as HTML at once.

The inline engine tries a dozen patterns on every text and makes an element of every link, which is most of the time
that a page takes. What is written here is what the engine would make of such a text; a test compares both.
"""

from __future__ import annotations

import re
from functools import lru_cache
from html import escape
from xml.etree.ElementTree import Element

from fanwiki.markup.extensions.embeds import WIKI_LINK, link_place
from fanwiki.markup.extensions.tree import RAW, SIGNS, atomic, child
from fanwiki.markup.extensions.urls import wiki_address
from fanwiki.markup.wikilink import read_link

_LINK = re.compile(rf"(?<!!)({WIKI_LINK.removeprefix('!?')})")


def text_child(parent: Element, tag: str, text: str, **attributes: str) -> Element:
    """Append a new element with a text of Markdown, which is left to the inline engine when there is more in it."""
    html = linked_html(text) if "[[" in text else None
    if html is None:
        return child(parent, tag, text, **attributes)
    element = child(parent, tag, **attributes)
    atomic(child(element, RAW), html)
    return element


def linked_html(text: str) -> str | None:
    """Return a text whose only markup is links to pages as HTML, or None when there may be other markup in it."""
    parts = _LINK.split(text)
    for number in range(0, len(parts), 2):
        if SIGNS.search(parts[number]):
            return None
        parts[number] = parts[number].replace(">", "&gt;")  # the other characters that HTML keeps to itself are signs
    for number in range(1, len(parts), 2):
        html = _link_html(parts[number][2:-2])
        if html is None:
            return None
        parts[number] = html
    return "".join(parts)


@lru_cache(maxsize=4096)
def _link_html(inner: str) -> str | None:
    """Return a link as HTML, or None when its label may hold markup; the same few pages are named again and again."""
    link = read_link(inner)
    href = escape(wiki_address(link.target, link_place(link)))
    if link.label is None:
        return f'<a href="{href}">{escape(link.target if link.is_media else link.text, quote=False)}</a>'
    return None if SIGNS.search(link.text) else f'<a href="{href}" data-l="1">{escape(link.text, quote=False)}</a>'
