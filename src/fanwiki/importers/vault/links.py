"""A note's links, led to the pages that their notes become; what leads nowhere stays and is counted."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import quote

from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.title import identity
from fanwiki.importers.report import ImportReport
from fanwiki.importers.vault.index import Note, VaultIndex
from fanwiki.markup.findings import LeafKind, LinkSpan, Scan, Syntax
from fanwiki.markup.scan import scan
from fanwiki.markup.wikilink import WikiLink, is_media, read_link, write_link

_WIKI_IN_FIELD = re.compile(r"(!?)\[\[([^\[\]\n]+)\]\]")


@dataclass(frozen=True, slots=True)
class LinkLeader:
    """Leads the links of one vault.

    Args:
        index: What there is in the vault.
        report: Where links are counted.
    """

    index: VaultIndex
    report: ImportReport

    def led(self, source: PageSource, note: Note, *, changes: bool) -> PageSource:
        """Return the page with every link leading where it led in the vault.

        Args:
            changes: Whether links may be rewritten; of a page that is taken word for word they are only counted.
        """
        found = scan(source.body)
        pieces: list[str] = []
        place = 0
        for span in found.links:
            self._count(span.link, note)
            new = self._rewritten(span, found, note) if changes else None
            if new is not None and span.start >= place:
                pieces += [source.body[place : span.start], new]
                place = span.end
        body = "".join(pieces) + source.body[place:]
        fields = {name: self._in_field(value, note, changes=changes) for name, value in source.fields.items()}
        return replace(source, body=body, fields=fields)

    def _count(self, link: WikiLink, note: Note) -> None:
        report = self.report
        if link.embed:
            report.embeds += 1
        else:
            report.links += 1
        if not link.target or self.index.note(link.target, note) or self.index.file(link.target, note):
            return
        if is_media(link.target):
            report.files_missing[link.target] += 1
        else:
            report.unresolved[link.target] += 1

    def _rewritten(self, span: LinkSpan, found: Scan, note: Note) -> str | None:
        """Return the link as it must be written for the wiki, or None when it is right as it is."""
        new = self._new_target(span.link.target, note) if span.link.target else None
        if new is None:
            return None
        text = found.body[span.start : span.end]
        if span.syntax is not Syntax.WIKI:
            start, end = span.target[0] - span.start, span.target[1] - span.start
            return text[:start] + _in_destination(new, text[start:end]) + text[end:]
        # Without a label the reader saw the old target.
        shown = None if span.link.embed or _last_part(span.link.target) == new else _last_part(span.link.target)
        label = span.link.label if span.link.label is not None else shown
        in_table = any(leaf.kind is LeafKind.ROW and leaf.start <= span.start < leaf.end for leaf in found.leaves)
        return write_link(replace(span.link, target=new, label=label), in_table=in_table)

    def _new_target(self, target: str, note: Note) -> str | None:
        """Return what a target must be in the wiki, or None when it is found as it is, or nowhere."""
        page = self.index.note(target, note)
        if page is not None:
            return None if self.index.is_found_as(target, page) else page.title
        file = self.index.file(target, note)
        return file.name if file is not None and identity(file.name) != identity(target) else None

    def _in_field(self, value: Value, note: Note, *, changes: bool) -> Value:
        if isinstance(value, list):
            return [self._in_field(item, note, changes=changes) for item in value]
        if isinstance(value, dict):
            return {name: self._in_field(item, note, changes=changes) for name, item in value.items()}
        if not isinstance(value, str):
            return value
        if "[[" not in value:
            file = self.index.file(value, note) if changes and is_media(value) else None
            return file.name if file else value
        return _WIKI_IN_FIELD.sub(self._field_link(note, changes=changes), value)

    def _field_link(self, note: Note, *, changes: bool) -> Callable[[re.Match[str]], str]:
        def link(match: re.Match[str]) -> str:
            parts = read_link(match.group(2), embed=bool(match.group(1)))
            self._count(parts, note)
            new = self._new_target(parts.target, note) if changes and parts.target else None
            return match.group() if new is None else write_link(replace(parts, target=new))

        return link


def _last_part(target: str) -> str:
    return target.rpartition("/")[2].removesuffix(".md")


def _in_destination(target: str, old: str) -> str:
    """Return a title as the destination of a Markdown link, with the ending that the old one had."""
    ending = ".md" if old.endswith(".md") else ""
    return quote(target, safe="/'!,;@&=+$~*") + ending
