"""Blocks that hold lines and no other blocks: paragraphs, headings, code, raw HTML, formulas.

The rules are CommonMark's, section 4; the numbered kinds of HTML block are those of section 4.6.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Protocol
from xml.etree.ElementTree import Element

from fanwiki.markup.extensions.tree import atomic, child, raw_html, words
from fanwiki.markup.extensions.urls import plain

HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
FENCE = re.compile(r"( {0,3})(`{3,}(?=[^`]*$)|~{3,})")
MATH = re.compile(r" {0,3}\$\$(?!.*\$\$[ \t]*$)")
MATH_END = re.compile(r"\$\$[ \t]*$")

_HTML_BLOCKS = words(
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead "
    "title tr track ul"
)
ATTRIBUTE = r"""\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?"""
OPEN_TAG = rf"<[a-zA-Z][a-zA-Z0-9-]*(?:{ATTRIBUTE})*\s*/?>"
CLOSE_TAG = r"</[a-zA-Z][a-zA-Z0-9-]*\s*>"
_HTML_STARTS = (
    (
        re.compile(r" {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)", re.I),
        re.compile(r"</(?:script|pre|style|textarea)>", re.I),
    ),
    (re.compile(r" {0,3}<!--"), re.compile(r"-->")),
    (re.compile(r" {0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r" {0,3}<![a-zA-Z]"), re.compile(r">")),
    (re.compile(r" {0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(rf" {{0,3}}</?(?:{'|'.join(sorted(_HTML_BLOCKS))})(?=\s|/?>|$)", re.I), None),
)
_LONE_TAG = re.compile(rf" {{0,3}}(?:{OPEN_TAG}|{CLOSE_TAG})\s*$", re.ASCII)


class Taken(Enum):
    """What a block did with the next line."""

    NO = auto()
    YES = auto()
    LAST = auto()


class Leaf(Protocol):
    """A block that is being read."""

    def take(self, line: str) -> Taken:
        """Take the next line, which is not blank or which this block alone may judge."""

    def close(self, parent: Element) -> Element | None:
        """Append what was read to the parent and return it."""


class Indented:
    """Code by indentation."""

    def __init__(self, line: str) -> None:
        self._lines = [line[4:]]

    def take(self, line: str) -> Taken:
        """Take a line that is indented or blank."""
        if line.startswith("    ") or not line.strip():
            self._lines.append(line[4:])
            return Taken.YES
        return Taken.NO

    def close(self, parent: Element) -> Element:
        """Append the code without blank lines at its end."""
        while self._lines and not self._lines[-1].strip():
            self._lines.pop()
        return _code(parent, self._lines)


class Fence:
    """Code between fences; a fence that says ``query`` holds a list's query."""

    def __init__(self, match: re.Match[str], info: str) -> None:
        self._indent = len(match[1])
        self._end = re.compile(rf" {{0,3}}{match[2][0]}{{{len(match[2])},}}[ \t]*$")
        self._language = plain(info).split(maxsplit=1)[0] if info.strip() else ""
        self._lines: list[str] = []

    def take(self, line: str) -> Taken:
        """Take any line, up to the closing fence."""
        if self._end.match(line):
            return Taken.LAST
        indent = min(self._indent, len(line) - len(line.lstrip(" ")))
        self._lines.append(line[indent:])
        return Taken.YES

    def close(self, parent: Element) -> Element:
        """Append the code, or the place of the list."""
        if self._language.casefold() == "query":
            return child(parent, "div", data_query="\n".join(self._lines).strip())
        return _code(parent, self._lines, self._language)


class Math:
    """A formula between ``$$``, kept as readable text."""

    def __init__(self) -> None:
        self._lines: list[str] = []

    def take(self, line: str) -> Taken:
        """Take any line, up to one that ends in ``$$``."""
        text = line.strip()
        if not self._lines:
            text = text[2:]
        ends = text.endswith("$$")
        self._lines.append(text.removesuffix("$$"))
        return Taken.LAST if ends else Taken.YES

    def close(self, parent: Element) -> Element:
        """Append the formula."""
        box = child(parent, "pre", class_="math")
        atomic(child(box, "code"), "\n".join(self._lines).strip("\n"))
        return box


class Html:
    """Raw HTML, up to a blank line or to what its kind ends with."""

    def __init__(self, end: re.Pattern[str] | None) -> None:
        self._end = end
        self._lines: list[str] = []

    def take(self, line: str) -> Taken:
        """Take any line, up to the end."""
        if self._end is None and not line.strip():
            return Taken.NO
        self._lines.append(line)
        return Taken.LAST if self._end and self._end.search(line) else Taken.YES

    def close(self, parent: Element) -> Element:
        """Append the HTML as it is."""
        element = raw_html("\n".join(self._lines) + "\n")
        parent.append(element)
        return element


def heading_text(line: str) -> str:
    """Return a heading's text, without the ``#`` that may close it."""
    text = line.strip(" \t")
    bare = text.rstrip("#")
    return bare.rstrip(" \t") if not bare or bare[-1] in " \t" else text


def html_block(line: str, *, interrupts: bool) -> Html | None:
    """Return the HTML block that a line starts; a lone tag of another kind may not interrupt a paragraph."""
    for start, end in _HTML_STARTS:
        if start.match(line):
            return Html(end)
    return None if interrupts or not _LONE_TAG.match(line) else Html(None)


def _code(parent: Element, lines: list[str], language: str = "") -> Element:
    box = child(parent, "pre")
    code = child(box, "code")
    if language:
        code.set("class", f"language-{language}")
    atomic(code, "".join(f"{line}\n" for line in lines))
    return box
