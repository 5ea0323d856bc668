"""Hashtags, ids of blocks, and addresses that stand in the text without any sign that they are links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor

from fanwiki.markup.anchors import block_id
from fanwiki.markup.extensions.tree import atomic
from fanwiki.markup.extensions.urls import encode, tag_address

# A tag is what `fanwiki.markup.spans` finds as one; a test holds the two together.
_TAG = (
    "(?<![^\\s(\\[|>*_~=\"'])#"
    "[^\\s!-,.:-@\\[-^`{-~\x02\u00a0-\u00bf\u2000-\u206f\u2e00-\u2e7f\u3000-\u303f\uff01-\uff0f]+"
)
_BLOCK_ID = r"(?<!\S)\^[a-zA-Z0-9-]+(?=[ \t]*(?:\n|\Z))"
_URL = r"(?<![\w/@.])(?:https?://|www\.)[^\s<>\x02\"|]+"
_MAIL = r"(?<![\w/@.+-])[\w.+-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*\.[a-zA-Z0-9-]*[a-zA-Z0-9](?![\w@-])"
_TRAILING = "?!.,:;*_~'"


_SIGNS = re.compile(r"[#^@]|://|www\.")
"""Text without one of these has no such word, and nearly no text has: looking at each character would take long."""


class _Sought:
    """The pattern, as far as Python-Markdown uses it, tried only on text that may have what it finds."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def finditer(self, text: str, start: int = 0) -> Iterator[re.Match[str]]:
        """Return what is found in a text from a place on."""
        return self._pattern.finditer(text, start) if _SIGNS.search(text, start) else iter(())


class WordProcessor(InlineProcessor):
    """Turns ``#tag``, ``https://…``, ``www.…`` and mail addresses into links, ``^id`` into a place."""

    ANCESTOR_EXCLUDES = ("a",)

    def __init__(self, md: Markdown) -> None:
        super().__init__(rf"{_TAG}|{_BLOCK_ID}|{_URL}|{_MAIL}", md)
        self.compiled_re = _Sought(self.compiled_re)  # type: ignore[assignment]

    def handleMatch(  # type: ignore[override]  # noqa: N802
        self, m: re.Match[str], data: str
    ) -> tuple[Element | None, int | None, int | None]:
        """Return the link and where its text stood."""
        word = m[0]
        if word.startswith("^"):
            return Element("span", {"id": block_id(word[1:])}), m.start(), m.end()
        if word.startswith("#"):
            name = word[1:].strip("/")
            if not name or name.isdigit():
                return None, None, None
            return atomic(Element("a", {"href": tag_address(name), "class": "tag"}), word), m.start(), m.end()
        if not word.startswith(("http", "www.")):
            return atomic(Element("a", {"href": f"mailto:{word}"}), word), m.start(), m.end()
        word = _trimmed(word)
        if "." not in word and "//localhost" not in word:
            return None, None, None
        href = word if word.startswith("http") else f"http://{word}"
        return atomic(Element("a", {"href": encode(href)}), word), m.start(), m.start() + len(word)


def _trimmed(url: str) -> str:
    """Leave the sentence its punctuation: what stands at the end, and a bracket that the address did not open."""
    while url[-1] in _TRAILING or (url[-1] == ")" and url.count(")") > url.count("(")):
        url = url[:-1]
    return url
