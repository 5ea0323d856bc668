"""Python-Markdown's inline engine, at work only where there is something for it to find."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString


class InlineEngine(InlineProcessor):
    """Reads the inline markup of a page, unless all of its text is plain or was read as it came."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Read what is still to be read, in place."""
        if any(_is_open(element.text) or _is_open(element.tail) for element in tree.iter()):
            return super().run(tree, ancestors)
        return tree


def _is_open(text: str | None) -> bool:
    return bool(text) and not isinstance(text, AtomicString)
