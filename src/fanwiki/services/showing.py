"""One page in the forms that scripts and terminals read."""

from __future__ import annotations

from typing import Any

from fanwiki.domain.page import ALIASES, TAGS, PageSource
from fanwiki.domain.viewer import Viewer
from fanwiki.markup.frontmatter import write_markdown
from fanwiki.markup.redact import redact
from fanwiki.markup.render import Renderer
from fanwiki.markup.shell import page_html
from fanwiki.markup.views import SiteView
from fanwiki.services.addresses import NoAddresses
from fanwiki.services.browsing import PageReading
from fanwiki.services.finding import find
from fanwiki.services.linking import Leads
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow
from fanwiki.store.wiki_file import WikiFile


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
    """Return a page as a document of its own, without style sheets and with links that lead nowhere.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader, Renderer(reader.rendered) as renderer:
        view = PageReading(Leads(reader), renderer).view(find(reader, title), NoAddresses())
    return page_html(view, SiteView(title=wiki.path.stem, home="#", bare=True))


def as_text(wiki: WikiFile, title: str, viewer: Viewer) -> str:
    """Return the words of a page: its title, then section by section.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        page = find(reader, title)
        parts = [page.title]
        heading = ""
        for segment in reader.pages.segments(page):
            if segment.heading and segment.heading != heading:
                parts.append(segment.heading)
            heading = segment.heading
            parts.append(segment.text)
    return "\n\n".join(part for part in parts if part) + "\n"


def as_json(wiki: WikiFile, title: str, viewer: Viewer) -> dict[str, Any]:
    """Return everything about a page as scripts read it.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        page = find(reader, title)
        source = visible_source(reader, page)
        links = [row for row in reader.links.of(page) if row.target]
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
        }
