"""Exporting what one process makes: a vault, web pages in one file, a book, an archive, a dump."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from fanwiki.domain.page import PageSource
from fanwiki.exporters.html import Inspect, export_single
from fanwiki.jobs import Progress
from fanwiki.markup.redact import redact
from fanwiki.markup.render import Renderer
from fanwiki.services.bundle_request import BundleRequest
from fanwiki.services.bundles import WikiBundle
from fanwiki.services.formats import WRITERS, Request
from fanwiki.services.linking import Leads
from fanwiki.services.searching import pages_of
from fanwiki.services.withholding import withheld_from
from fanwiki.store.reader import Reader
from fanwiki.store.rows import AttachmentRow, PageRow


def export_in_one_process(asked: BundleRequest, export_format: str) -> int:
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
                WRITERS[export_format](
                    Request(source, reader, pages, renderer, asked.dest, asked.look, inspect, asked.progress)
                )
    return len(pages)


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
