"""Leads from each picture of a page to its own page: there it stands whole, with where else it is shown."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from html import unescape

from fanwiki.exporters.html.plan import FILES, PICTURE_PAGES
from fanwiki.markup.views import Html, PageView
from fanwiki.wording import say

# A picture that its author made a link stays that link.
_PICTURES = re.compile(r"<a\b[^>]*>.*?</a>|(<img\b[^>]*>)", re.DOTALL)
_FILE = re.compile(rf"((?:\.\./)*){FILES}/([0-9a-f]{{16}})\.\w+")
_ATTRIBUTE = re.compile(r'\s(src|alt)="([^"]*)"')


def with_picture_links(view: PageView, page_of: Callable[[str], str] | None = None) -> PageView:
    """Return a page whose pictures lead to their pages; `page_of` says where that of an address is."""
    page_of = page_of or picture_page
    box = view.infobox
    if box is not None and box.image is not None:
        href = page_of(box.image.src)
        box = replace(box, image=replace(box.image, href=href)) if href else box
    body = Html(_PICTURES.sub(partial(_linked, page_of), view.body)) if "<img" in view.body else view.body
    return replace(view, infobox=box, body=body)


def picture_page(src: str) -> str:
    """Return the address of the page of a picture, as seen from where its own address is; empty for none."""
    found = _FILE.fullmatch(src)
    return f"{found[1]}{PICTURE_PAGES}/{found[2]}.html" if found else ""


def _linked(page_of: Callable[[str], str], match: re.Match[str]) -> str:
    image = match[1]
    if image is None:
        return match[0]
    told = dict(_ATTRIBUTE.findall(image))
    href = page_of(unescape(told.get("src", "")))
    if not href:
        return image
    alt = told.get("alt", "")
    label = say("About the picture: %1", alt) if alt else say("About this picture")
    return f'<a class="picture" href="{href}" aria-label="{label}">{image}</a>'
