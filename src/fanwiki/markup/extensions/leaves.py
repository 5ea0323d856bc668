"""Blocks that hold lines and no other blocks: headings, rules, code, formulas.

The rules are CommonMark's, section 4.
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Protocol
from xml.etree.ElementTree import Element

from fanwiki.markup.extensions.tree import atomic, child
from fanwiki.markup.extensions.urls import plain

HEADING = re.compile(r" {0,3}(#{1,6})(?=[ \t]|$)")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
RULE = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
FENCE = re.compile(r"( {0,3})(`{3,}(?=[^`]*$)|~{3,})")
MATH = re.compile(r" {0,3}\$\$(?!.*\$\$[ \t]*$)")
MATH_END = re.compile(r"\$\$[ \t]*$")


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


def heading_text(line: str) -> str:
    """Return a heading's text, without the ``#`` that may close it."""
    text = line.strip(" \t")
    bare = text.rstrip("#")
    return bare.rstrip(" \t") if not bare or bare[-1] in " \t" else text


def _code(parent: Element, lines: list[str], language: str = "") -> Element:
    box = child(parent, "pre")
    code = child(box, "code")
    if language:
        code.set("class", f"language-{language}")
    atomic(code, "".join(f"{line}\n" for line in lines))
    return box
