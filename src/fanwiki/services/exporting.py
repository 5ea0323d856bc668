"""Handing the wiki on, for one viewer: what they may not see is not in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fanwiki.domain.page import PageSource
from fanwiki.domain.query import explain
from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.errors import FanwikiError
from fanwiki.exporters.html import (
    Inspect,
    Look,
    export_single,
)
from fanwiki.jobs import Progress
from fanwiki.markup.redact import redact
from fanwiki.markup.render import Renderer
from fanwiki.markup.views import Theme
from fanwiki.services.bundle_exporting import BUNDLES, FOLDER, BundleRequest, write_changes, write_whole
from fanwiki.services.bundles import WikiBundle
from fanwiki.services.formats import WRITERS, Request
from fanwiki.services.linking import Leads
from fanwiki.services.searching import pages_of, read_query
from fanwiki.services.withholding import withheld_from
from fanwiki.store.reader import Reader
from fanwiki.store.rows import AttachmentRow, PageRow
from fanwiki.store.wiki_file import WikiFile

FORMATS = (*BUNDLES, "single", "markdown", *WRITERS)


@dataclass(frozen=True, slots=True)
class Exported:
    """What an export made.

    Args:
        dest: The folder or file.
        pages: How many pages are in it.
        withheld: How many pages of the wiki, or of the query, the viewer may not know of.
    """

    dest: Path
    pages: int
    withheld: int


def export(
    wiki: WikiFile,
    dest: Path,
    *,
    viewer: Viewer,
    export_format: str = "html",
    query: str = "",
    incremental: bool = False,
    for_all: bool = False,
    look: Look | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Export the pages of a query, or all, whole or not at all; `look` is for web pages.

    Raises:
        FanwikiError: There is no such format, it cannot do what is asked, or the query finds nothing.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    if export_format not in FORMATS:
        raise FanwikiError(f"There is no export format “{export_format}”.", f"Choose one of: {', '.join(FORMATS)}.")
    if incremental and (export_format != FOLDER or for_all):
        raise FanwikiError("This export cannot be incremental.", "Leave out --incremental; the whole is made anew.")
    request = _Request(wiki, dest, viewer, query, look, progress or Progress())
    _check_query(wiki, CURATOR if for_all else viewer, query)
    if for_all:
        return _for_all(request, export_format)
    if export_format in BUNDLES:
        made = _bundle(request, export_format, incremental=incremental)
    else:
        made = _in_one_process(request, export_format)
    return Exported(dest, made, _count(wiki, query) - made)


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked of an export; fields are those of `export`."""

    wiki: WikiFile
    dest: Path
    viewer: Viewer
    query: str
    look: Look | None
    progress: Progress

    @property
    def title(self) -> str:
        """What the copy is called: as asked, else as the wiki's file."""
        return (self.look.title if self.look else "") or self.wiki.path.stem


def _check_query(wiki: WikiFile, viewer: Viewer, query: str) -> None:
    """Refuse a query that finds nothing: it is a mistake more often than the wish for an empty copy."""
    if not query.strip():
        return
    with wiki.reading(viewer) as reader:
        if not pages_of(reader, query):
            understood = explain(read_query(reader, query, typing=False))
            raise FanwikiError(f"There is no page to export that “{query}” finds.", f"{understood} Change the query.")


def _for_all(asked: _Request, export_format: str) -> Exported:
    from fanwiki.services.for_all import export_for_all

    if export_format != "html":
        raise FanwikiError(
            "Only a folder of web pages can be for all readers.", "Leave out --for-all, or export the format html."
        )
    made = export_for_all(
        asked.wiki, asked.dest, query=asked.query, look=asked.look or Look(), title=asked.title, progress=asked.progress
    )
    return Exported(asked.dest, made, _count(asked.wiki, asked.query) - made)


def _in_one_process(asked: _Request, export_format: str) -> int:
    """Export and return how many pages there are in it."""
    with asked.wiki.reading(asked.viewer) as reader:
        pages = pages_of(reader, asked.query)
        inspect = withheld_from(asked.wiki, reader).inspect
        if export_format == "markdown":
            files = None if asked.query.strip() else reader.attachments.all()
            _export_vault(reader, pages, files, asked.dest, inspect, asked.progress)
            return len(pages)
        with Renderer(reader.rendered) as renderer:
            source = WikiBundle(asked.title, reader, pages, renderer)
            if export_format == "single":
                export_single(source, asked.dest, look=asked.look, inspect=inspect, progress=asked.progress)
            else:
                look = asked.look or Look()
                WRITERS[export_format](
                    Request(source, reader, pages, renderer, asked.dest, look, inspect, asked.progress)
                )
    return len(pages)


def _bundle(asked: _Request, export_format: str, *, incremental: bool) -> int:
    """Export a folder of web pages or an archive of one, and return how many pages there are in it."""
    request = BundleRequest(
        asked.wiki, asked.dest, asked.viewer, asked.query, asked.look or Look(), asked.title, asked.progress
    )
    return write_changes(request) if incremental else write_whole(request, export_format)


def _count(wiki: WikiFile, query: str) -> int:
    """Return how many pages there are for this query, withheld ones included."""
    with wiki.reading(CURATOR) as reader:
        return len(pages_of(reader, query)) if query.strip() else sum(reader.pages.count_by_kind().values())


def look_of(*, theme: str = "system", licence: str = "", base_url: str = "", title: str = "") -> Look:
    """Return how web pages of an export look, from what somebody chose.

    Raises:
        FanwikiError: There is no such theme, or the address is none of the web.
    """
    if theme not in set(Theme):
        raise FanwikiError(f"There is no theme “{theme}”.", f"Choose one of: {', '.join(Theme)}.")
    if base_url and not base_url.startswith(("https://", "http://")):
        raise FanwikiError(f"“{base_url}” is no address on the web.", "It begins with https:// or http://.")
    said = (licence,) if licence else ()
    return Look(theme=Theme(theme), footer=said, licence=said, base_url=base_url, title=title.strip())


def _export_vault(
    reader: Reader,
    pages: Sequence[PageRow],
    attachments: Sequence[AttachmentRow] | None,
    dest: Path,
    inspect: Inspect,
    progress: Progress,
) -> None:
    """Write pages as a folder of Markdown; what the viewer may not see is left out of them.

    Args:
        reader: The wiki as the viewer may see it.
        pages: The pages.
        attachments: The files to go with them; None for those that the pages mention.
        dest: The folder to make.
        inspect: Looks at what is written for anything withheld.
        progress: Where to report.
    """
    from fanwiki.exporters.vault import VaultFile, write_vault

    leads = Leads(reader)
    kinds = reader.kinds()

    def visible(source: PageSource) -> PageSource:
        if reader.viewer.sees_all:
            return source
        return redact(source, kinds.of(source.kind), sees=reader.sees, gate_of=leads.gate_of)

    rows = reader.attachments.mentioned_in([page.id for page in pages]) if attachments is None else attachments
    files = [VaultFile(row.name, partial(_bytes_of, reader, row.name)) for row in rows]
    known = reader.origins.all(pages)
    origins = {page.title: known[page.id] for page in pages if page.id in known}
    sources = (visible(source) for _, source in reader.pages.sources(pages))
    total = len(pages) + len(files)
    write_vault(
        sources, files, dest, origins=origins, kinds=kinds.values(), total=total, inspect=inspect, progress=progress
    )


def _bytes_of(reader: Reader, name: str) -> bytes:
    return reader.attachments.get(name).data
