"""One page in the forms that scripts and terminals read."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from typing import Any

from fanwiki.domain.document import Segment
from fanwiki.domain.gate import SPECULATION
from fanwiki.domain.page import ALIASES, TAGS, PageSource
from fanwiki.domain.viewer import Viewer
from fanwiki.markup.derive import derive
from fanwiki.markup.extensions.spoilers import film_names
from fanwiki.markup.fields import read_fields
from fanwiki.markup.frontmatter import write_markdown
from fanwiki.markup.redact import MASK, redact
from fanwiki.markup.render import Renderer
from fanwiki.markup.shell import page_html
from fanwiki.markup.views import SiteView
from fanwiki.services.addresses import NoAddresses
from fanwiki.services.browsing import PageReading
from fanwiki.services.finding import find
from fanwiki.services.linking import Leads
from fanwiki.services.wiki_title import title_of
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow
from fanwiki.store.wiki_file import WikiFile
from fanwiki.wording import say

_SHOWN_IN_PLACE = ("image/", "audio/", "video/")
_BARS = r"(?:\|\||\\\|\\\|)"
_INLINE_MASK = re.compile(_BARS + re.escape(MASK) + _BARS + r"\{([^{}\n]*)\}")
_BLOCK_MASK = re.compile(r"\[!withheld\]([^\n]*)")
"""What `fanwiki.markup.redact` puts where something is hidden."""


def visible_source(reader: Reader, page: PageRow) -> PageSource:
    """Return a page's source with what the viewer may not see replaced by masks; the source itself for who sees all."""
    source = reader.pages.source(page)
    if reader.viewer.sees_all:
        return source
    kind = reader.kinds().of(source.kind)
    return redact(source, kind, sees=reader.sees, gate_of=reader.gate_of)


def as_markdown(wiki: WikiFile, title: str, viewer: Viewer) -> str:
    """Return a page as front matter and body; for who sees all, `save` of it makes the same page.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        return write_markdown(visible_source(reader, find(reader, title)))


def as_html(wiki: WikiFile, title: str, viewer: Viewer) -> str:
    """Return a page as a document of its own: its pictures are in it as data, its links lead nowhere.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader, Renderer(reader.rendered) as renderer:
        view = PageReading(Leads(reader), renderer).view(find(reader, title), PicturesInPlace(reader))
    return page_html(view, SiteView(title=title_of(wiki), home="#", bare=True))


class PicturesInPlace(NoAddresses):
    """The output without any place to go, whose pictures are in it.

    Args:
        reader: The wiki as the viewer may see it.
    """

    def __init__(self, reader: Reader) -> None:
        self._reader = reader

    def attachment(self, name: str) -> str | None:
        """Return a picture, sound or film as data; None for any other file."""
        found = self._reader.attachments.find(name)
        if found is None or not found.media_type.startswith(_SHOWN_IN_PLACE):
            return None
        data = self._reader.attachments.get(name).data
        return f"data:{found.media_type};base64,{base64.b64encode(data).decode()}"


def as_text(wiki: WikiFile, title: str, viewer: Viewer) -> str:
    """Return the words of a page: its title, the values of its fields with their labels, then section by section.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        page = find(reader, title)
        parts = [page.title, "\n".join(_field_lines(reader, page))]
        heading = ""
        for segment in _segments_of_body(reader, page):
            if segment.heading and segment.heading != heading:
                parts.append(segment.heading)
            heading = segment.heading
            parts.append(segment.text)
    return "\n\n".join(part for part in parts if part) + "\n"


def _field_lines(reader: Reader, page: PageRow) -> Iterator[str]:
    """Yield a line for each field: its label and its values, those of a record in brackets."""
    source = visible_source(reader, page)
    values: dict[str, list[str]] = {}
    for value in read_fields(source, reader.kinds().of(source.kind)):
        text = value.text
        if value.subs:
            first, *others = [sub.text for sub in value.subs]
            text = f"{first} ({', '.join(others)})" if others else first
        values.setdefault(value.field.label, []).append(text)
    yield from (f"{label}: {'; '.join(texts)}" for label, texts in values.items())


def _segments_of_body(reader: Reader, page: PageRow) -> tuple[Segment, ...]:
    """Return the sections of a page's body, with a word for each part of it that is hidden."""
    visible = visible_source(reader, page)
    kind = reader.kinds().of(visible.kind)
    body = _INLINE_MASK.sub(lambda mask: _mark(mask[1]), _BLOCK_MASK.sub(lambda mask: _mark(mask[1]), visible.body))
    return derive(PageSource(visible.title, visible.kind, body=body), kind).segments


def _mark(films: str) -> str:
    """Return what stands in a plain text where something is hidden: which films to see, as far as they may be named."""
    names = film_names(films)
    named = ", ".join(name for name in names if not name.startswith("#"))
    if named:
        return f"[{say('spoiler for %1', named)}]"
    return f"[{say('rumour')}]" if names == [SPECULATION] else f"[{say('spoiler')}]"


def as_json(wiki: WikiFile, title: str, viewer: Viewer) -> dict[str, Any]:
    """Return everything about a page as scripts read it.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        page = find(reader, title)
        source = visible_source(reader, page)
        links = [row for row in reader.links.of(page) if row.target]
        origin = reader.origins.of(page)
        return {
            "title": page.title,
            "kind": page.kind,
            "fields": {name: value for name, value in source.fields.items() if name not in (ALIASES, TAGS)},
            "tags": reader.tags.of(page),
            "aliases": [row.text for row in reader.pages.names(page) if not row.is_title],
            "body": source.body,
            "links": list(dict.fromkeys(row.page.title if row.page else row.target for row in links)),
            "backlinks": list(dict.fromkeys(source.title for source in reader.links.sources_to(page))),
            "revision": page.head,
            "origin": origin.as_json() if origin else None,
        }
