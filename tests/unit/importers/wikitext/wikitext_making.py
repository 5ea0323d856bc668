"""Short ways to convert a piece of wikitext."""

from __future__ import annotations

from fanwiki.importers.mediawiki.wikitext.convert import Converted, convert
from wikitext_suites import PlainSite


def converted(text: str, *, title: str = "Spy Kids", **templates: str) -> Converted:
    """Convert wikitext in a wiki with some templates."""
    return convert(text, PlainSite(templates, files={"Here.png": "here.png"}), title=title)


def body(text: str, *, title: str = "Spy Kids", **templates: str) -> str:
    """Return the Markdown of wikitext."""
    return converted(text, title=title, **templates).body
