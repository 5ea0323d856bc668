"""The pages of a wiki as a MediaWiki dump needs them, for one viewer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from fanwiki.domain.origin import Origin
from fanwiki.domain.page import PageId
from fanwiki.exporters.mediawiki import WikitextPage, WikitextSource
from fanwiki.markup.redact import redact
from fanwiki.markup.render import Renderer
from fanwiki.services.attributing import PEOPLE_SHOWN
from fanwiki.services.linking import LIST_LIMIT, Leads
from fanwiki.services.searching import part_of
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow

_EVER = "1970-01-01"


def wikitext_source(name: str, reader: Reader, pages: Sequence[PageRow], renderer: Renderer) -> WikitextSource:
    """Return the pages of an export with what goes with them."""
    ids = {page.id for page in pages}
    files = reader.attachments.mentioned_in([page.id for page in pages])
    return WikitextSource(
        name=name,
        made=max((page.updated for page in pages), default=_EVER),
        titles=[page.title for page in pages],
        aliases=_aliases(reader, ids),
        pages=_pages(reader, pages, renderer),
        kinds=reader.kinds(),
        files=[(row.name, partial(_data, reader, row.name)) for row in files],
        listed=lambda query: [page.title for page in part_of(reader, query, size=LIST_LIMIT).pages],
    )


def _aliases(reader: Reader, pages: set[PageId]) -> list[tuple[str, str]]:
    names = (row for row in reader.pages.names() if not row.is_title and row.page.id in pages)
    return [(row.text, row.page.title) for row in names]


def _pages(reader: Reader, pages: Sequence[PageRow], renderer: Renderer) -> Iterator[WikitextPage]:
    leads = Leads(reader)
    kinds = reader.kinds()
    origins = reader.origins.all(pages)
    for page, whole in reader.pages.sources(pages):
        source = whole
        if not reader.viewer.sees_all:
            source = redact(whole, kinds.of(whole.kind), sees=reader.sees, gate_of=leads.gate_of)
        newest = next(iter(reader.history.revisions(page)), None)
        told = newest if newest is not None and not newest.masked else None
        yield WikitextPage(
            source,
            renderer.body(source.body).html,
            tuple(reader.tags.of(page)),
            page.updated,
            told.author if told else "",
            _comment(told.comment if told else "", origins.get(page.id)),
        )


def _comment(comment: str, origin: Origin | None) -> str:
    """Return what a revision says of itself: why it was saved, and where its text comes from, as licences ask."""
    if origin is None or origin.is_empty:
        return comment
    people = f"by {', '.join(origin.contributors[:PEOPLE_SHOWN])}" if origin.contributors else ""
    more = len(origin.contributors) - PEOPLE_SHOWN
    parts = (
        f"from {origin.wiki or 'elsewhere'}",
        origin.url,
        f"revision {origin.revision}" if origin.revision else "",
        f"{people} and {more} others" if more > 0 else people,
        origin.licence,
    )
    told = ", ".join(part for part in parts if part)
    return f"{comment}; {told}" if comment else told.capitalize()


def _data(reader: Reader, name: str) -> bytes:
    return reader.attachments.get(name).data
