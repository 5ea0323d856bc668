"""Handing the wiki on, for one viewer: what they may not see is not in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from fanwiki.domain.page import PageSource
from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.errors import FanwikiError
from fanwiki.exporters.html import (
    Inspect,
    Look,
    export_bundle,
    export_single,
    export_zip,
)
from fanwiki.jobs import Progress
from fanwiki.markup.redact import redact
from fanwiki.markup.render import Renderer
from fanwiki.markup.views import Theme
from fanwiki.services.bundles import WikiBundle
from fanwiki.services.formats import WRITERS, Request
from fanwiki.services.linking import Leads
from fanwiki.services.searching import pages_of
from fanwiki.services.withholding import withheld_from
from fanwiki.store.reader import Reader
from fanwiki.store.rows import AttachmentRow, PageRow
from fanwiki.store.wiki_file import WikiFile

BUNDLES: Mapping[str, Callable[..., object]] = {"html": export_bundle, "zip": export_zip, "single": export_single}
FORMATS = (*BUNDLES, "markdown", *WRITERS)


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
    look: Look | None = None,
    progress: Progress | None = None,
) -> Exported:
    """Export the pages of a query, or all, whole or not at all; `look` is for web pages.

    Raises:
        FanwikiError: There is no such format, or it cannot do what is asked.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    if export_format not in FORMATS:
        raise FanwikiError(f"There is no export format “{export_format}”.", f"Choose one of: {', '.join(FORMATS)}.")
    if incremental:
        raise FanwikiError("This export cannot be incremental.", "Leave out --incremental; the whole is made anew.")
    watched = progress or Progress()
    everything = len(_all_pages(wiki, query))
    with wiki.reading(viewer) as reader:
        pages = pages_of(reader, query)
        inspect = withheld_from(wiki, reader).inspect
        if export_format != "markdown":
            with Renderer(reader.rendered) as renderer:
                source = WikiBundle(wiki.path.stem, reader, pages, renderer)
                if export_format in BUNDLES:
                    BUNDLES[export_format](source, dest, look=look, inspect=inspect, progress=watched)
                else:
                    request = Request(source, reader, pages, renderer, dest, look or Look(), inspect, watched)
                    WRITERS[export_format](request)
        else:
            files = None if query.strip() else reader.attachments.all()
            _export_vault(reader, pages, files, dest, inspect, watched)
    return Exported(dest, len(pages), everything - len(pages))


def look_of(*, theme: str = "system", licence: str = "", base_url: str = "") -> Look:
    """Return how web pages of an export look, from what somebody chose.

    Raises:
        FanwikiError: There is no such theme, or the address is none of the web.
    """
    if theme not in set(Theme):
        raise FanwikiError(f"There is no theme “{theme}”.", f"Choose one of: {', '.join(Theme)}.")
    if base_url and not base_url.startswith(("https://", "http://")):
        raise FanwikiError(f"“{base_url}” is no address on the web.", "It begins with https:// or http://.")
    said = (licence,) if licence else ()
    return Look(theme=Theme(theme), footer=said, licence=said, base_url=base_url)


def _all_pages(wiki: WikiFile, query: str) -> list[PageRow]:
    with wiki.reading(CURATOR) as reader:
        return pages_of(reader, query)


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
