"""Inline spoilers, and the masks that stand where something is withheld.

What a reader may not see is gone before it comes here: `fanwiki.markup.redact` puts masks in its place. So a spoiler
that comes here is one this reader may see, and only the masks ``||…||{Film}`` and ``[!withheld]`` hide anything.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import INLINE_PLACEHOLDER_RE

from fanwiki.domain.gate import SPECULATION
from fanwiki.markup.extensions.tree import ITEM, MASK, WITHHELD, atomic, atomic_tail, child
from fanwiki.markup.extensions.urls import film_address
from fanwiki.markup.wikilink import read_link
from fanwiki.wording import say

_BARS = "||"
_FILMS = re.compile(r"\{([^{}\n]*)\}")
_LINK = re.compile(r"\[\[([^\[\]]+)\]\]")
_ITEM = re.compile(rf",?\s*{ITEM}(\d{{1,6}})\s*$")


class SpoilerProcessor(InlineProcessor):
    """Turns ``||text||{Film}`` into a span, or into the chip that says what is withheld."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(re.escape(_BARS), md)

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the span and where it stood, or nothing."""
        end = data.find(_BARS, m.end())
        text = data[m.end() : end]
        if end < 0 or not text.strip():
            return None, None, None
        named = _FILMS.match(data, end + len(_BARS))
        if text.strip() == MASK:
            span = withheld(Element("span"), "span", self._written(named[1]) if named else "")
        else:
            span = Element("span", {"class": "spoiler"})
            span.text = text
        return span, m.start(), named.end() if named else end + len(_BARS)

    def _written(self, films: str) -> str:
        """Return the films of a mask as they were written: links stay links, since a title may have a comma in it."""
        found: dict[str, Element | str] = getattr(self.md.treeprocessors["inline"], "stashed_nodes", {})

        def of(place: re.Match[str]) -> str:
            node = found.get(place[1], "")
            if isinstance(node, str):
                return node
            text = "".join(node.itertext())
            return f"[[{text}]]" if node.get("href", "").startswith("wiki:") else text

        return INLINE_PLACEHOLDER_RE.sub(of, films)


def withheld(parent: Element, tag: str, films: str) -> Element:
    """Append the mask that names the films it waits for, and return it."""
    mask = child(parent, tag, class_=WITHHELD)
    item = _ITEM.search(films)
    name_films(mask, films[: item.start()] if item else films)
    if item:
        # Where it can be shown, it becomes a link to that; elsewhere nothing.
        atomic(child(mask, "a", href=film_address(ITEM + item[1])), MASK)
    return mask


def name_films(element: Element, films: str) -> None:
    """Write which films something spoils, as links that can be masked in turn."""
    names = film_names(films)
    shown = [name for name in names if not name.startswith("#")]
    atomic(element, say("Rumour") if names == [SPECULATION] else say("Spoiler for ") if shown else say("Spoiler"))
    for number, name in enumerate(shown):
        link = atomic(child(element, "a", href=film_address(name)), name)
        if number < len(shown) - 1:
            atomic_tail(link, ", ")


def film_names(text: str) -> list[str]:
    """Read the films that an author names: the links if there are any, else names between commas."""
    linked = [read_link(inner).target for inner in _LINK.findall(text)]
    names = linked or [name.strip() for name in text.split(",")]
    return [name for name in names if name]
