"""Writes inline parts as raw HTML, for tables and lists that Markdown has no form for."""

from __future__ import annotations

from html import escape

from fanwiki.importers.mediawiki.wikitext.addresses import destination, is_web
from fanwiki.importers.mediawiki.wikitext.escape import html_text, label_text
from fanwiki.importers.mediawiki.wikitext.inline_writer import InlineWriter, without_links
from fanwiki.importers.mediawiki.wikitext.tree import (
    Break,
    Code,
    Formula,
    Hidden,
    Inline,
    Link,
    NoteMark,
    Picture,
    Styled,
    Text,
    WebLink,
    plain,
)

_MARKDOWN = InlineWriter()


def holds_notes(parts: list[Inline]) -> bool:
    """Tell whether footnotes are mentioned, which raw HTML cannot hold."""
    return any(
        isinstance(part, NoteMark) or (isinstance(part, Styled | Hidden | Link | WebLink) and holds_notes(part.parts))
        for part in parts
    )


class HtmlWriter:
    """Writes inline parts as raw HTML, in which wiki links and spoilers are still written as such."""

    def line(self, parts: list[Inline]) -> str:
        """Return parts on one line."""
        return " ".join("".join(map(self._part, parts)).split())

    def _part(self, part: Inline) -> str:  # noqa: PLR0911  (one line for each kind of part)
        if isinstance(part, Text):
            return html_text(part.text)
        if isinstance(part, Styled):
            tag = {"b": "strong", "i": "em"}.get(part.tag, part.tag)
            return f"<{tag}{part.attributes}>{self.line_within(part.parts)}</{tag}>"
        if isinstance(part, Link):
            return self._link(part)
        if isinstance(part, WebLink):
            shown = self.line(without_links(part.parts)) or html_text(part.url)
            return f'<a href="{escape(destination(part.url))}">{shown}</a>' if is_web(part.url) else shown
        if isinstance(part, Picture):
            return _MARKDOWN.picture(part)
        if isinstance(part, Code | Formula):
            return f"<code>{html_text(part.text)}</code>"
        if isinstance(part, Hidden):
            return _MARKDOWN.hidden(Hidden([Text(plain(part.parts))], part.films))
        return "<br>" if isinstance(part, Break) else ""

    def _link(self, part: Link) -> str:
        if plain(part.parts) == part.target and "#" not in part.target:
            return f"[[{part.target}]]"
        label = "".join(map(self._label, part.parts)).strip()
        return f"[[{part.target}|{label}]]" if label else f"[[{part.target}]]"

    def _label(self, part: Inline) -> str:
        """Return part of a label, which is read as Markdown even in HTML."""
        if isinstance(part, Styled):
            return f"<{part.tag}>{''.join(map(self._label, part.parts))}</{part.tag}>"
        return label_text(plain([part]))

    def line_within(self, parts: list[Inline]) -> str:
        """Return parts within an element, with the spaces at their ends."""
        return "".join(map(self._part, parts)).replace("\n", " ")
