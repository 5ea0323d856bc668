"""Builds the tree of inline parts from tokens: what opens, what closes, and what crosses."""

from __future__ import annotations

from html import escape
from typing import NamedTuple, TypeAlias

from fanwiki.importers.mediawiki.wikitext.attributes import attribute, is_hidden
from fanwiki.importers.mediawiki.wikitext.quotes import Emphasis, lengths
from fanwiki.importers.mediawiki.wikitext.tree import Code, Hidden, Inline, Styled, Text, plain

MAX_OPEN = 12
"""How many inline elements may be open at once."""

_WRITTEN = "b i u s del ins sub sup small code kbd samp q mark ruby rt rp abbr span"
_SEEN_THROUGH = (
    "font big center nobr data time p div a wbr li noinclude onlyinclude includeonly blockquote ul ol dl dt dd table "
    "tr td th caption tbody thead tfoot section h1 h2 h3 h4 h5 h6 rb bdi bdo"
)
KEPT = (
    {name: name for name in _WRITTEN.split()}
    | {"strong": "b", "em": "i", "dfn": "i", "var": "i", "cite": "i", "strike": "s", "tt": "code", "acronym": "abbr"}
    | dict.fromkeys(_SEEN_THROUGH.split(), "")
)
"""Elements that wikitext may hold, and what they are written as; those without a name show what is in them."""


class Run(NamedTuple):
    """A run of apostrophes, and the text before it."""

    length: int
    before: str


class Tag(NamedTuple):
    """A tag of an inline element."""

    name: str
    opens: bool
    attributes: str = ""


Token: TypeAlias = "str | Inline | Run | Tag"


class _Open:
    """An inline element that is being read."""

    __slots__ = ("attributes", "name", "parts")

    def __init__(self, name: str, attributes: str) -> None:
        self.name = name
        self.attributes = attributes
        self.parts: list[Inline] = []


class Builder:
    """Builds the tree of inline parts; what crosses is closed where the outer element ends."""

    def __init__(self) -> None:
        self._stack = [_Open("", "")]
        self._words: list[str] = []

    def build(self, tokens: list[Token]) -> list[Inline]:
        """Return the parts that tokens make."""
        line: list[Token] = []
        for token in tokens:
            if token == "\n":
                self._line(line)
                self._words.append("\n")
                line = []
            else:
                line.append(token)
        self._line(line)
        self._flush()
        while len(self._stack) > 1:
            self._pop()
        return self._stack[0].parts

    def _line(self, tokens: list[Token]) -> None:
        runs = [token for token in tokens if isinstance(token, Run)]
        markup = lengths(runs) if runs else []
        emphasis, number = Emphasis(), 0
        for token in tokens:
            if isinstance(token, str):
                self._words.append(token)
            elif isinstance(token, Run):
                following = markup[number + 1] if number + 1 < len(markup) else 0
                self._words.append("'" * (token.length - markup[number]))
                self._emphasise(emphasis.read(markup[number], italic_first=following == 3))
                number += 1
            elif isinstance(token, Tag):
                self._tag(token)
            else:
                self._flush()
                self._stack[-1].parts.append(token)
        self._emphasise(emphasis.close())

    def _emphasise(self, changes: list[tuple[bool, str]]) -> None:
        for opens, tag in changes:
            if opens:
                self._open(f"'{tag}", "")
            else:
                self._close(f"'{tag}")

    def _tag(self, tag: Tag) -> None:
        if tag.opens:
            self._open(tag.name, tag.attributes)
        else:
            self._close(tag.name)

    def _open(self, name: str, attributes: str) -> None:
        self._flush()
        if len(self._stack) <= MAX_OPEN:
            self._stack.append(_Open(name, attributes))

    def _close(self, name: str) -> None:
        self._flush()
        if any(element.name == name for element in self._stack):
            while self._stack[-1].name != name:
                self._pop()
            self._pop()

    def _pop(self) -> None:
        element = self._stack.pop()
        self._stack[-1].parts.extend(_finished(element))

    def _flush(self) -> None:
        """Put the words that were read into a part of their own."""
        text = "".join(self._words)
        self._words.clear()
        if text:
            self._stack[-1].parts.append(Text(text))


def _finished(element: _Open) -> list[Inline]:
    """Return what an element is once all of it is read."""
    parts, name = element.parts, element.name.removeprefix("'")
    if name == "span":
        return _span(element)
    tag = KEPT.get(name, "")
    if not tag or not parts:
        return parts
    if tag == "code" and all(isinstance(part, Text) for part in parts):
        return [Code(plain(parts))]
    title = attribute(element.attributes, "title") if tag == "abbr" else ""
    if tag == "abbr" and not title:
        return parts
    return [Styled(tag, parts, f' title="{escape(title)}"' if title else "")]


def _span(element: _Open) -> list[Inline]:
    if not element.attributes.strip() or not element.parts:
        return element.parts
    classes = attribute(element.attributes, "class").lower().split()
    if any("spoiler" in name for name in classes):
        films = attribute(element.attributes, "data-films")
        return [Hidden(element.parts, tuple(film for film in films.split("|") if film))]
    if is_hidden(element.attributes):
        return []
    title = attribute(element.attributes, "title")
    return [Styled("abbr", element.parts, f' title="{escape(title)}"')] if title else element.parts
