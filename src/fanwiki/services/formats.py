"""The formats that an export has besides web pages and Markdown: one line each."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from fanwiki.jobs import Progress

if TYPE_CHECKING:
    from fanwiki.exporters.html import BundleSource, Inspect, Look
    from fanwiki.markup.render import Renderer
    from fanwiki.store.reader import Reader
    from fanwiki.store.rows import PageRow


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be exported, for whom and where to.

    Args:
        source: The pages as views, with everything that lists them.
        reader: The wiki as the viewer may see it.
        pages: The pages.
        renderer: Renders their bodies.
        dest: The file to make.
        look: How it looks.
        inspect: Looks at what is written for anything withheld.
        progress: Where to report.
    """

    source: BundleSource
    reader: Reader
    pages: Sequence[PageRow]
    renderer: Renderer
    dest: Path
    look: Look
    inspect: Inspect
    progress: Progress


def _mediawiki(request: Request) -> None:
    from fanwiki.exporters.mediawiki import write_dump
    from fanwiki.services.wikitext import wikitext_source

    source = wikitext_source(request.source.title, request.reader, request.pages, request.renderer)
    write_dump(source, request.dest, inspect=request.inspect, progress=request.progress)


def _epub(request: Request) -> None:
    from fanwiki.exporters.epub import export_epub

    export_epub(request.source, request.dest, look=request.look, inspect=request.inspect, progress=request.progress)


def _pdf(request: Request) -> None:
    from fanwiki.exporters.pdf import export_pdf

    export_pdf(request.source, request.dest, look=request.look, inspect=request.inspect, progress=request.progress)


def _zim(request: Request) -> None:
    from fanwiki.exporters.zim import export_zim

    day = max((page.updated[:10] for page in request.pages), default="1970-01-01")
    export_zim(
        request.source, request.dest, look=request.look, day=day, inspect=request.inspect, progress=request.progress
    )


WRITERS: Mapping[str, Callable[[Request], None]] = {"epub": _epub, "mediawiki": _mediawiki, "pdf": _pdf, "zim": _zim}
"""What makes each format."""
