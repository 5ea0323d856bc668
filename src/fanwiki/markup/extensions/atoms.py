"""What binds tightest in a line: escapes, code, formulas, HTML, references, wiki links, hard breaks, footnote marks.

They are found in one pass from left to right, since each may hold the signs of the others: whichever begins first wins.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from html import unescape
from typing import TypeAlias
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from fanwiki.markup.extensions.embeds import WIKI_LINK, wiki_element
from fanwiki.markup.extensions.html_blocks import CLOSE_TAG, OPEN_TAG
from fanwiki.markup.extensions.tree import BARE, atomic, raw_html, unswallowing
from fanwiki.markup.extensions.urls import ENTITY, PUNCTUATION, encode
from fanwiki.markup.wikilink import read_link

Atom: TypeAlias = tuple[Element | str, int]
"""What stands for an atom, and where the atom ends."""

# Each alternative begins with a literal, which lets the regular expression engine skip to the next sign.
_SIGNS = r"\\|`+|<|&|!\[\[|\[\[|\[\^|\$|  *\n"

_ESCAPE = re.compile(rf"\\({PUNCTUATION})")
_TICKS = re.compile(r"`+")
_AUTOLINK = re.compile(r"<([a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>\x00-\x20]*)>")
_MAIL = re.compile(r"<([\w.!#$%&'*+/=?^`{|}~-]+@[a-zA-Z0-9](?:[a-zA-Z0-9.-]{0,250}[a-zA-Z0-9])?)>", re.ASCII)
_HTML = re.compile(
    rf"{OPEN_TAG}|{CLOSE_TAG}|<!-->|<!--->|<!--.*?-->|<\?.*?\?>|<![a-zA-Z][^>]*>|<!\[CDATA\[.*?\]\]>",
    re.ASCII | re.DOTALL,
)
_REFERENCE = re.compile(ENTITY)
_WIKI = re.compile(WIKI_LINK)
_NOTE = re.compile(r"\[\^([^\]\s]{1,200})\]")
_MATH = re.compile(r"\$\$(?!\$)(.+?)\$\$|\$(?![\s$])((?:[^$\\]|\\.)+?)(?<![\s\\])\$(?!\d)", re.DOTALL)


class AtomProcessor(InlineProcessor):
    """Finds the next atom; what begins like one and is none stays text."""

    def __init__(self, md: Markdown, has_note: Callable[[str], bool]) -> None:
        super().__init__(_SIGNS, md)
        self._has_note = has_note
        self._readers: dict[str, Callable[[str, int], Atom | None]] = {
            "\\": _escape,
            "`": _code,
            "<": _angled,
            "&": _reference,
            "!": _wiki,
            "[": self._bracketed,
            "$": _math,
            " ": _break,
        }

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | str | None, int | None, int | None]:
        """Return what stands for the atom and where it stood, or nothing."""
        start = m.start()
        atom = self._readers[data[start]](data, start)
        return (atom[0], start, atom[1]) if atom else (None, None, None)

    def _bracketed(self, data: str, start: int) -> Atom | None:
        if data.startswith("[[", start):
            return _wiki(data, start)
        found = _NOTE.match(data, start)
        if not found or not self._has_note(found[1]):
            return None
        return Element("sup", {"data-note": found[1].casefold()}), found.end()


def _escape(data: str, start: int) -> Atom | None:
    if data.startswith("\\\n", start):
        return Element("br"), start + 2
    found = _ESCAPE.match(data, start)
    return (_char(found[1]), found.end()) if found else None


def _char(char: str) -> Element:
    """Return a character that is read no second time, as text would be in emphasis within emphasis."""
    return atomic(Element(BARE), char)


def _break(data: str, start: int) -> Atom:
    end = data.index("\n", start)
    return Element("br") if end - start > 1 else "\n", end + 1


def _code(data: str, start: int) -> Atom | None:
    ticks = _TICKS.match(data, start)
    if not ticks:
        return None
    begin = ticks.end()
    end = _run_of(begin - start).search(data, begin)
    if not end:
        return None
    text = data[begin : end.start()].replace("\n", " ")
    if text.startswith(" ") and text.endswith(" ") and text.strip(" "):
        text = text[1:-1]
    return atomic(Element("code"), text), end.end()


@lru_cache(maxsize=32)
def _run_of(length: int) -> re.Pattern[str]:
    return re.compile(rf"(?<!`)`{{{length}}}(?!`)")


def _angled(data: str, start: int) -> Atom | None:
    if data.startswith("](", start - 2):
        return None  # the destination of a link
    link = _AUTOLINK.match(data, start)
    if link:
        return atomic(Element("a", {"href": encode(link[1])}), link[1]), link.end()
    mail = _MAIL.match(data, start)
    if mail:
        return atomic(Element("a", {"href": f"mailto:{mail[1]}"}), mail[1]), mail.end()
    html = _HTML.match(data, start)
    return (raw_html(unswallowing(html[0])), html.end()) if html else None


def _reference(data: str, start: int) -> Atom | None:
    found = _REFERENCE.match(data, start)
    if not found:
        return None
    char = unescape(found[0])
    return (_char(char), found.end()) if char != found[0] else None


def _wiki(data: str, start: int) -> Atom | None:
    found = _WIKI.match(data, start)
    if not found:
        return None
    return wiki_element(read_link(found[0].removeprefix("!")[2:-2], embed=data[start] == "!")), found.end()


def _math(data: str, start: int) -> Atom | None:
    found = _MATH.match(data, start)
    if not found:
        return None
    return atomic(Element("code", {"class": "math"}), (found[1] or found[2]).strip()), found.end()
