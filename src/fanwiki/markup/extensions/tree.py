"""The element tree between parsing and HTML: two tags that are not HTML, plain text, and writing it out.

Python-Markdown's own serializer leaves ``&copy;`` alone where the text says just that; this one escapes all text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from typing import TypeAlias
from xml.etree.ElementTree import Element, SubElement

from markdown.util import AtomicString

Writer: TypeAlias = Callable[[str], object]

RAW = "raw"
"""An element whose text is HTML as the author wrote it."""

BARE = "bare"
"""An element that is written without its tags: a paragraph of a tight list, the document itself."""

# GitHub's list, and four more. Browsers and cleaners take what follows these for something else until they end.
_SWALLOWING = re.compile(
    r"<(?=(iframe|noembed|noframes|noscript|object|plaintext|script|select|style|template|textarea|title|xmp)\b)"
    r"(?:(?=plaintext)|(?!.*</\1[\s>]))",
    re.IGNORECASE | re.DOTALL,
)
SIGNS = re.compile(r"[\\`<&\[$*_~=|#@^]| \n|://|www\.")
"""Text without one of these holds no inline markup."""
_VOID = frozenset(("br", "hr", "img", "input"))

WITHHELD = "withheld"
"""The class of what stands in place of what a reader may not see; films that it names may be masked in turn."""

MASK = "…"
"""The text that stands for something withheld, in an inline spoiler and in a heading's id."""


ITEM = "#item-"
"""Begins what a mask names after its films when its reader may choose to see just what it hides: the item's number."""


def words(text: str) -> frozenset[str]:
    """Return the words of a text, for lists of tags and the like."""
    return frozenset(text.split())


_OWN_LINE = words(
    "blockquote br dd details div dl dt h1 h2 h3 h4 h5 h6 hr li ol p pre section summary table tbody td th thead tr ul"
)


def raw_html(text: str) -> Element:
    """Make an element that is written as the author wrote it."""
    return atomic(Element(RAW), text)


def unswallowing(html: str) -> str:
    """Return raw HTML whose open tags that would swallow the rest of the page are text."""
    return _SWALLOWING.sub("&lt;", html)


def text_of(text: str) -> str:
    """Return text for an element, marked as plain if no inline pattern could find anything in it."""
    return text if SIGNS.search(text) else AtomicString(text)


def atomic(element: Element, text: str) -> Element:
    """Give an element a text that no inline pattern looks into."""
    element.text = AtomicString(text)
    return element


def atomic_tail(element: Element, text: str) -> None:
    """Put text behind an element that no inline pattern looks into."""
    element.tail = AtomicString(text)


def child(parent: Element, tag: str, text: str = "", **attributes: str) -> Element:
    """Append a new element; ``class_`` stands for ``class``, ``data_x`` for ``data-x``."""
    element = SubElement(parent, tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()})
    if text:
        element.text = text_of(text)
    return element


def plain_text(element: Element) -> str:
    """Return what a reader reads in an element: no tags, pictures as their descriptions."""
    return "".join(_texts(element))


def _texts(element: Element) -> Iterator[str]:
    if element.tag == "img":
        yield element.get("alt", "")
    elif element.tag == RAW:
        yield " "
    elif element.get("class") == WITHHELD:
        yield MASK
    else:
        yield element.text or ""
        for inner in element:
            yield from _texts(inner)
            yield inner.tail or ""


def to_html(root: Element) -> str:
    """Write an element tree as HTML, each block on a line of its own."""
    out: list[str] = []
    _write(root, out.append)
    return "".join(out)


def _write(element: Element, write: Writer) -> None:
    tag = element.tag
    if tag == RAW:
        write(element.text or "")
    elif tag == BARE:
        _write_content(element, write)
    else:
        write(f"<{tag}{_attributes(element)}>")
        if tag not in _VOID:
            _write_content(element, write)
            write(f"</{tag}>")
        if tag in _OWN_LINE:
            write("\n")


def _write_content(element: Element, write: Writer) -> None:
    if element.text:
        write(escape(element.text, quote=False))
    for inner in element:
        _write(inner, write)
        if inner.tail:
            write(escape(inner.tail, quote=False))


def _attributes(element: Element) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in element.items())
