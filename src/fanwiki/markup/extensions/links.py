"""Links and images with a destination or a reference, by CommonMark's rules (sections 6.3 and 6.4)."""

from __future__ import annotations

import re
from typing import NamedTuple, cast
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import InlineProcessor as InlineEngine
from markdown.util import INLINE_PLACEHOLDER_RE

from fanwiki.markup.extensions.embeds import sized_picture
from fanwiki.markup.extensions.paragraphs import label_key
from fanwiki.markup.extensions.tree import BARE, text_of
from fanwiki.markup.extensions.urls import address, read_destination, read_title, skip_space

_BRACKET = re.compile(r"[\[\]]")
_LABEL = re.compile(r"\[([^\[\]]{0,999})\]")
_OPENING = re.compile(r"(?<!!)\[")
_INNER = re.compile(r"!?\[([^\[\]]*)\](?:\([^()]*\)|\[[^\[\]]*\])?")
_LONG_DESCRIPTION = 500
_EMPHASIS = re.compile(r"(\*+|_+|~~|==)(?=\S)(.+?)(?<=\S)\1", re.DOTALL)


class Target(NamedTuple):
    """Where a link leads, its title, and where it ends in the text."""

    address: str
    title: str
    end: int


class BracketProcessor(InlineProcessor):
    """What links and images share: the text between brackets, and the destination after it."""

    def __init__(self, md: Markdown, signs: str) -> None:
        super().__init__(signs, md)
        self._paired = ""
        self._pairs: dict[int, int] = {}

    def _read(self, data: str, start: int) -> tuple[int, Target] | None:
        """Read where the text ends whose bracket opens before a position, and its destination."""
        end = self._closing(data, start)
        if end is None:
            return None
        target = self._inline_target(data, end + 1) or self._reference_target(data, end + 1, data[start:end])
        return (end, target) if target else None

    def _closing(self, data: str, start: int) -> int | None:
        """Return where the bracket closes that opens before a position.

        Brackets are paired once for the rest of a text, which stays the same while what is before it is replaced:
        pairing them anew for each bracket would take quadratic time. Places are counted from the end.
        """
        rest = data[start - 1 :]
        if not self._paired.endswith(rest):
            self._paired, self._pairs = rest, _pairs(rest)
        end = self._pairs.get(len(data) - start)
        return None if end is None else len(data) - end

    def _inline_target(self, data: str, position: int) -> Target | None:
        if not data.startswith("(", position):
            return None
        found = read_destination(data, skip_space(data, position + 1))
        if not found:
            return None
        destination, end = found
        title = ""
        title_start = skip_space(data, end)
        titled = read_title(data, title_start) if title_start > end else None
        if titled:
            title, end = titled
        end = skip_space(data, end)
        if not data.startswith(")", end):
            return None
        return Target(address(self.unescape(destination)), self.unescape(title), end + 1)

    def _reference_target(self, data: str, position: int, text: str) -> Target | None:
        references = self.md.references
        if not references:
            return None
        label = _LABEL.match(data, position)
        name, end = (label[1] or text, label.end()) if label else (text, position)
        found = references.get(label_key(self.unescape(name)))
        return Target(*found, end) if found else None


class ImageProcessor(BracketProcessor):
    """Turns ``![description](address "title")`` and references into images; in links, which are read before."""

    def __init__(self, md: Markdown, signs: str = r"!\[") -> None:
        super().__init__(md, signs)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the image and where it stood, or nothing."""
        found = self._read(data, m.end())
        if not found:
            return None, None, None
        end, target = found
        return self._image(data[m.end() : end], target), m.start(), target.end

    def _image(self, text: str, target: Target) -> Element:
        # A description is plain text.
        description = _INNER.sub(r"\1", self.unescape(text))
        if len(description) < _LONG_DESCRIPTION:
            description = _EMPHASIS.sub(r"\2", description)
        image = sized_picture(target.address, description)
        if target.title:
            image.set("title", target.title)
        return image


class LinkProcessor(ImageProcessor):
    """Turns ``[text](address "title")`` and references into links, and images too; a link holds no link."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md, r"!\[|\[")

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the link or image and where it stood, or nothing."""
        if m[0] == "![":
            return super().handleMatch(m, data)
        found = self._read(data, m.end())
        if not found:
            return None, None, None
        end, target = found
        if self._holds_link(data, m.end(), end):
            return None, None, None
        return _link(data[m.end() : end], target), m.start(), target.end

    def _holds_link(self, data: str, start: int, end: int) -> bool:
        stash = cast(InlineEngine, self.md.treeprocessors["inline"]).stashed_nodes
        for number in INLINE_PLACEHOLDER_RE.findall(data, start, end):
            if getattr(stash.get(number), "tag", "") == "a":
                return True
        return any(self._read(data, opening.end()) for opening in _OPENING.finditer(data, start, end))


def _link(text: str, target: Target) -> Element:
    if not target.address:
        nowhere = Element(BARE)
        nowhere.text = text_of(text)
        return nowhere
    link = Element("a", {"href": target.address})
    if target.address.startswith("wiki:"):
        link.set("data-l", "1")
    if target.title:
        link.set("title", target.title)
    link.text = text_of(text)
    return link


def _pairs(text: str) -> dict[int, int]:
    """Return the places of closing brackets by the places after the brackets they close, counted from the end."""
    length = len(text)
    opened: list[int] = []
    pairs = {}
    for bracket in _BRACKET.finditer(text):
        if bracket[0] == "[":
            opened.append(length - bracket.end())
        elif opened:
            pairs[opened.pop()] = length - bracket.start()
    return pairs
