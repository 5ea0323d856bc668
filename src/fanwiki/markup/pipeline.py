"""From Markdown to clean HTML with unresolved links: the work itself, without cache, limits or fallback."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from typing import Protocol
from xml.etree.ElementTree import Element, ElementTree

from markdown import Markdown
from markdown.blockparser import BlockParser

from fanwiki.markup.clean import clean
from fanwiki.markup.extensions import FanwikiExtension
from fanwiki.markup.extensions.tree import BARE, child
from fanwiki.markup.scan import scan

_UNUSABLE = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
"""Control characters and halves of surrogate pairs: not allowed in HTML, and two of them are Python-Markdown's own."""


class Pipeline(Protocol):
    """Turns text into HTML; safe to call from any thread, one call at a time goes through."""

    def html(self, text: str) -> str:
        """Return clean HTML with unresolved links."""


class BodyPipeline:
    """Renders whole bodies: blocks, lists, tables and all."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._markdown = Markdown(extensions=[FanwikiExtension()])
        self._knows_marks = False

    def html(self, text: str) -> str:
        """Return clean HTML with unresolved links."""
        body = without_comments(usable(text))
        with self._lock:
            if not self._knows_marks and ("==" in body or "~~" in body):
                self.learn_marks()
            self._markdown.reset()
            return clean(self._markdown.convert(body))

    def learn_marks(self) -> None:
        """Learn highlight and strike, which take as long to load as everything else; few texts have them."""
        from pymdownx.mark import MarkExtension  # type: ignore[import-untyped]
        from pymdownx.tilde import DeleteSubExtension  # type: ignore[import-untyped]

        self._markdown.registerExtensions([MarkExtension(), DeleteSubExtension(subscript=False)], {})
        self._knows_marks = True


class InlinePipeline(BodyPipeline):
    """Renders one line, in which nothing begins a block."""

    def __init__(self) -> None:
        super().__init__()
        self._markdown.parser = _OneLine(self._markdown)


class _OneLine(BlockParser):
    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802  (Python-Markdown's name)
        root = Element(BARE)
        child(root, BARE, " ".join(line.strip() for line in lines).strip())
        return ElementTree(root)


def usable(text: str) -> str:
    """Return text with one kind of line end, and without characters that HTML cannot hold."""
    if "\r" in text or "\f" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", " ")
    return _UNUSABLE.sub("\ufffd", text)


def without_comments(text: str) -> str:
    """Return text without Obsidian's comments; the scanner knows which they are, since they may go over blocks."""
    if "%%" not in text:
        return text
    pieces, at = [], 0
    for start, end in scan(text).comments:
        pieces.append(text[at:start])
        at = max(at, end)
    return "".join(pieces) + text[at:]
