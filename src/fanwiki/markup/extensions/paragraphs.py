"""Paragraphs: the link definitions they may begin with, and the block ids they may end with."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from fanwiki.markup.anchors import block_id
from fanwiki.markup.extensions.leaves import Taken
from fanwiki.markup.extensions.linked_text import text_child
from fanwiki.markup.extensions.urls import address, plain, read_destination, read_title, skip_space

References = dict[str, tuple[str, str]]
"""Address and title by label."""

_LABEL = re.compile(r"\[(?!\^)((?:[^\[\]\\]|\\.){1,999})\]:", re.DOTALL)
_BLOCK_ID = re.compile(r"(?:^|[ \t\n])\^([a-zA-Z0-9-]+)$")
_REST_OF_LINE = re.compile(r"[ \t]*(?:\n|$)")


class Paragraph:
    """A paragraph that is being read."""

    def __init__(self, references: References, line: str) -> None:
        self._references = references
        self._lines: list[str] = []
        self.take(line)

    @property
    def last_line(self) -> str:
        """The last line so far."""
        return self._lines[-1]

    def drop_last_line(self) -> None:
        """Leave the last line to a block that begins with it."""
        self._lines.pop()

    def take(self, line: str) -> Taken:
        """Take a line; the space at its end may make a hard break."""
        self._lines.append(line.lstrip(" \t"))
        return Taken.YES

    def text(self) -> str:
        """Return the text, having read the link definitions at its beginning."""
        text = "\n".join(self._lines).rstrip(" \t")
        if text.startswith("["):
            text = take_definitions(text, self._references)
            self._lines = text.split("\n")
        return text

    def close(self, parent: Element) -> Element | None:
        """Append the paragraph, if anything is left of it."""
        text = self.text()
        name = _BLOCK_ID.search(text) if "^" in text else None
        if name and name.start() == 0 and len(parent):
            parent[-1].set("id", block_id(name[1]))
            return None
        if not text:
            return None
        if not name:
            return text_child(parent, "p", text)
        return text_child(parent, "p", text[: name.start()], id=block_id(name[1]))


def take_definitions(text: str, references: References) -> str:
    """Read the link definitions that a text begins with and return what follows them."""
    while text.startswith("["):
        end = _take_definition(text, references)
        if end is None:
            break
        text = text[end:].lstrip(" \t\n")
    return text


def label_key(label: str) -> str:
    """Return the form in which labels of links and definitions are compared."""
    return " ".join(plain(label).split()).casefold()


def _take_definition(text: str, references: References) -> int | None:
    label = _LABEL.match(text)
    if not label or not label[1].strip():
        return None
    start = skip_space(text, label.end())
    found = read_destination(text, start)
    if not found or (found[1] == start):
        return None
    destination, end = found
    title, end = _title_after(text, end)
    line_end = _REST_OF_LINE.match(text, end)
    if not line_end:
        return None
    references.setdefault(label_key(label[1]), (address(plain(destination)), plain(title)))
    return line_end.end()


def _title_after(text: str, end: int) -> tuple[str, int]:
    """Read the title after a destination, if there is one and nothing else stands on its line."""
    start = skip_space(text, end)
    found = read_title(text, start) if start > end else None
    if found and _REST_OF_LINE.match(text, found[1]):
        return found
    return "", end
