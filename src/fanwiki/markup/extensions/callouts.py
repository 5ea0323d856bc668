"""Callouts: quotes that begin with ``[!type]``; folded ones, spoilers, and what stands in place of withheld ones."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from fanwiki.markup.extensions.spoilers import name_films, withheld
from fanwiki.markup.extensions.tree import BARE, child

_CALLOUT = re.compile(r"[ \t]*\[!([^\]\[\n]{1,60})\]([+-]?)")
_NOT_IN_NAMES = re.compile(r"[^\w-]+")


def open_callout(parent: Element, line: str) -> Element | None:
    """Append the callout that the first line of a quote begins; return where its content goes, None when it is none."""
    found = _CALLOUT.match(line)
    if not found:
        return None
    (kind, fold), title = found.groups(), line[found.end() :].strip(" \t")
    name = _NOT_IN_NAMES.sub("-", kind.split("|")[0].strip().casefold())
    name = "spoiler" if name == "spoilers" else name
    if name == "withheld":
        withheld(parent, "p", title)
        return Element(BARE)  # nobody may see what stands below
    box = child(parent, "details" if fold else "div", class_="callout", data_callout=name)
    if fold == "+":
        box.set("open", "")
    head = child(box, "summary" if fold else "p", class_="callout-title")
    if name == "spoiler":
        name_films(head, title)
    else:
        head.text = title or kind.strip().capitalize()
    return box
