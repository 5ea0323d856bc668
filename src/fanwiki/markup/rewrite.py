"""Rewrites the links and gates of a page when the page they lead to gets another title.

Everything else stays as written: code, labels, headings, the way a link is written.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from urllib.parse import quote

from fanwiki.domain.kind import Kind
from fanwiki.domain.page import SPOILS, PageSource, Value
from fanwiki.markup.findings import LinkSpan, Scan, Syntax
from fanwiki.markup.gates import DEEPEST, GATE, film_names
from fanwiki.markup.redact import Edit, apply
from fanwiki.markup.scan import scan
from fanwiki.markup.scanner.spans import page_link


def rename_links(
    source: PageSource, kind: Kind, *, is_old: Callable[[str], bool], new: str, old: str = ""
) -> PageSource:
    """Return the page with every link and gate that names the old title naming the new one.

    A link that begins in lower case in the middle of a sentence goes on doing so.

    Args:
        source: The page.
        kind: The declaration of its kind.
        is_old: Whether a title as written is the old one.
        new: The new title.
        old: The old title as shown; with it, renaming back gives the very same page, unless a link's first letter
            had a case that the new title's cannot have.
    """
    rename = _Rename(is_old, new, old)
    body = rename.text(source.body)
    fields = {name: rename.value(value, bare=name == SPOILS) for name, value in source.fields.items()}
    if body == source.body and fields == source.fields:
        return source
    return replace(source, body=body, fields=fields)


class _Rename:
    def __init__(self, is_old: Callable[[str], bool], new: str, old: str) -> None:
        self._is_old = is_old
        self._new = new
        self._old = old

    def text(self, text: str) -> str:
        """Rewrite a body, or a string of a field."""
        if not text or not any(sign in text for sign in ("[", "||", "\\|")):
            return text
        found = scan(text)
        edits = [*self._links(found), *self._films(found)]
        return apply(text, edits) if edits else text

    def value(self, value: Value, *, bare: bool, depth: int = 0) -> Value:
        """Rewrite a field's value.

        Args:
            value: The value.
            bare: Whether titles stand in it without brackets, as in gates.
            depth: How many lists and records stand around it.
        """
        if isinstance(value, list | dict) and depth > DEEPEST:
            return value
        if isinstance(value, list):
            return [self.value(item, bare=bare, depth=depth + 1) for item in value]
        if isinstance(value, dict):
            return {
                key: self.value(item, bare=bare or key.casefold() == GATE, depth=depth + 1)
                for key, item in value.items()
            }
        if bare and isinstance(value, str | int | float) and not isinstance(value, bool):
            text = str(value)
            if "[[" not in text:
                return self._title(text) if self._is_old(text.strip()) else value
        return self.text(value) if isinstance(value, str) else value

    def _title(self, written: str) -> str:
        """Return the new title, its first letter as small or large as it was written before."""
        new, first = self._new, self._new[:1]
        if self._old:
            if written[:1] == self._old[:1]:
                return new
            other = first.swapcase()
            return other + new[1:] if len(other) == 1 and other.swapcase() == first else new
        small = first.lower()
        if written[:1].islower() and len(small) == 1 and small.upper() == first:
            return small + new[1:]
        return new

    def _links(self, found: Scan) -> Iterator[Edit]:
        for span in found.links:
            if span.link.target and self._is_old(span.link.target):
                yield self._link(found.body, span)

    def _link(self, body: str, span: LinkSpan) -> Edit:
        start, end = span.target
        written = body[start:end]
        if span.syntax is Syntax.WIKI:
            lead = len(written) - len(written.lstrip())
            trail = len(written.rstrip())
            return start + lead, start + trail, self._title(written.strip())
        ending = ".md" if written.endswith(".md") else ""
        return start, end, _address(self._title(span.link.target), ending, angled=body[start - 1] == "<")

    def _films(self, found: Scan) -> Iterator[Edit]:
        links = {span.target for span in found.links}
        places = [block.films for block in found.blocks]
        places += [spoiler.films for spoiler in found.spoilers if spoiler.films]
        for start, end in places:
            text = found.body[start:end]
            names = film_names(text)
            if not any(self._is_old(name.title) for name in names):
                continue
            if "," in self._new and not any(name.linked for name in names):
                titles = [self._title(name.title) if self._is_old(name.title) else name.title for name in names]
                yield start, end, ", ".join(f"[[{title}]]" for title in titles)
                continue
            for name in names:
                place = (start + name.start, start + name.end)
                if self._is_old(name.title) and place not in links:
                    yield *place, self._title(name.title)


def _address(title: str, ending: str, *, angled: bool) -> str:
    """Write a title as the destination of a Markdown link, as much like the one before as reads back as the title."""
    forms = [quote(title, safe="/") + ending, quote(title, safe="") + ending]
    if angled and not set("<>\n|") & set(title):
        forms.insert(0, title + ending)
    for form in forms:
        link = page_link(form)
        if link is not None and link.target == title:
            return form
    return quote(title, safe="") + ".md"
