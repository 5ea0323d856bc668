"""Python-Markdown's inline engine, at work only where there is something for it to find."""

from __future__ import annotations

import re
from collections.abc import Mapping
from copy import deepcopy
from xml.etree.ElementTree import Element

from markdown.treeprocessors import InlineProcessor
from markdown.util import ETX, INLINE_PLACEHOLDER_PREFIX, STX, AtomicString

_WORD = INLINE_PLACEHOLDER_PREFIX.removeprefix(STX)
_NUMBER = re.compile(rf"{STX}{_WORD}(?P<whole>\d+){ETX}?|{_WORD}(?P<rest>\d+){ETX}|{STX}|{ETX}")
"""What stands for something kept; overlapping emphasis may have eaten one of the two signs around it, or more."""


class InlineEngine(InlineProcessor):
    """Reads the inline markup of a page, unless all of its text is plain or was read as it came.

    The engine keeps what it has read under numbers, writes the numbers into the text, and puts elements in their place
    at the end. Emphasis that overlaps other emphasis makes it overlook or spoil some of them: those are put in here.
    """

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Read what is still to be read, in place."""
        if any(_is_open(element.text) or _is_open(element.tail) for element in tree.iter()):
            super().run(tree, ancestors)
            for element in tree.iter():
                _put_in(element, self.stashed_nodes)
        return tree


def _is_open(text: str | None) -> bool:
    return bool(text) and not isinstance(text, AtomicString)


def _has_sign(text: str | None) -> bool:
    return text is not None and (STX in text or ETX in text)


def _put_in(parent: Element, kept: Mapping[str, Element | str]) -> None:
    """Put what was kept in the place of its numbers, in the text of an element and behind its children.

    `Element.iter` comes to the new children afterwards, so that numbers in them are found as well.
    """
    if _has_sign(parent.text):
        text, parent.text = parent.text or "", None
        _write(parent, 0, text, kept)
    for child in list(parent):
        if _has_sign(child.tail):
            text, child.tail = child.tail or "", None
            _write(parent, list(parent).index(child) + 1, text, kept)


def _write(parent: Element, place: int, text: str, kept: Mapping[str, Element | str]) -> None:
    """Write a text with numbers in it into an element, before its child number `place`."""
    end = 0
    for match in _NUMBER.finditer(text):
        node = kept.get(match["whole"] or match["rest"] or "", "")
        _append_text(parent, place, text[end : match.start()] + (node if isinstance(node, str) else ""))
        end = match.end()
        if isinstance(node, Element):
            node = deepcopy(node)
            node.tail = None
            parent.insert(place, node)
            place += 1
    _append_text(parent, place, text[end:])


def _append_text(parent: Element, place: int, text: str) -> None:
    """Append text to what stands before the child number `place` of an element."""
    if place:
        parent[place - 1].tail = (parent[place - 1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
