"""Gives headings the ids that links lead to, the same that are derived from the page's source."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from markdown.treeprocessors import Treeprocessor

from fanwiki.markup.anchors import HEADING_PREFIX, Anchors
from fanwiki.markup.extensions.tree import plain_text

_BELOW = {"h1": "h2", "h2": "h3", "h3": "h4", "h4": "h5", "h5": "h6", "h6": "h6"}
_LEVELS = _BELOW.keys()


class HeadingProcessor(Treeprocessor):
    """Runs when the inline markup is read, so that the text of each heading is what a reader reads."""

    def run(self, root: Element) -> None:
        """Set the ids, in the order of the page; the page's title is its only heading of the first level."""
        anchors = Anchors()
        headings = [element for element in root.iter() if element.tag in _LEVELS]
        deeper = any(element.tag == "h1" for element in headings)
        for element in headings:
            element.set("id", HEADING_PREFIX + anchors.add(plain_text(element)))
            if deeper:
                element.tag = _BELOW[element.tag]
