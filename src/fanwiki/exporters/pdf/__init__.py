"""Pages on paper: one PDF with cover, contents with page numbers, links between the pages and an outline.

WeasyPrint lays out what the other books are made of. Nothing is fetched: pictures come from the wiki, and an address
of anything else is refused.
"""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO
from urllib.parse import quote, unquote

from fanwiki.errors import FanwikiError
from fanwiki.exporters.book.leaves import BookHrefs, Leaf, Leaves, picture_bytes
from fanwiki.exporters.book.parts import BookPlan, book_plan, chapter_name
from fanwiki.exporters.html.documents import Look
from fanwiki.exporters.html.plan import plan as planned
from fanwiki.exporters.html.source import BundleSource
from fanwiki.exporters.whole_file import whole_file
from fanwiki.jobs import Progress
from fanwiki.markup.shell import text_direction
from fanwiki.markup.style import book_style, paper_style
from fanwiki.wording import say

if TYPE_CHECKING:
    from weasyprint.urls import URLFetcher  # type: ignore[import-untyped]

MOST_PAGES = 500
"""More pages of the wiki make a book that nobody prints and that takes minutes and gigabytes to lay out."""

GENERATOR = "fanwiki"
_PICTURE = "picture:"
_MARK = b"%%EOF\n%made by fanwiki\n"  # what a PDF says of itself is packed; a comment at its end can be read


def export_pdf(
    source: BundleSource,
    destination: Path,
    *,
    look: Look,
    inspect: Callable[[str, bytes], None] | None = None,
    progress: Progress | None = None,
) -> None:
    """Export a PDF whole or not at all.

    Args:
        source: The wiki, as its viewer may see it.
        destination: The file to make.
        look: Language, direction and licence.
        inspect: Called with name and bytes of each page before it is laid out; what it raises stops the export.
        progress: Where to report.

    Raises:
        FanwikiError: There is too much for one PDF, the layout engine is not there, or the disk refuses.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    plan = planned(source)
    if len(plan.pages) > MOST_PAGES:
        raise FanwikiError(
            say("%1 pages are too many for one PDF: it takes up to %2.", len(plan.pages), MOST_PAGES),
            "Narrow it with a query (--query), or export EPUB or HTML.",
        )
    watched = progress or Progress()
    fetcher = _fetcher(source, book := book_plan(plan, source.attachments()))
    with whole_file(destination, is_earlier=is_pdf) as file:
        hrefs = BookHrefs(book, lambda name: _PICTURE + quote(name, safe=""))
        made = Leaves(plan, book, source, look, hrefs, "html").make(watched)
        alone = book.pages()[0] if len(book.pages()) == 1 else None
        leaves = [leaf for leaf in made if alone is None or leaf.name == chapter_name(alone)]
        for leaf in leaves:
            if inspect is not None:
                inspect(f"{leaf.name}.html", leaf.markup.encode())
        watched.step(0, None, "Laying out the pages")
        _lay_out(_document(source, look, leaves), fetcher, file)
        file.write(_MARK.removeprefix(b"%%EOF\n"))
        watched.step(1, 1, destination.name)  # the last moment to stop before it takes its place


def is_pdf(file: BinaryIO) -> bool:
    """Tell whether a file is a PDF that was exported before."""
    data = file.read()
    return data.startswith(b"%PDF-") and data.endswith(_MARK)


def _fetcher(source: BundleSource, book: BookPlan) -> URLFetcher:
    try:
        from weasyprint.urls import URLFetcher, URLFetcherResponse
    except (ImportError, OSError) as error:
        raise FanwikiError(
            "PDF needs the library Pango, which was not found on this computer.",
            "Install it (Debian: apt install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0), or export EPUB.",
        ) from error

    class Pictures(URLFetcher):  # type: ignore[misc]
        """Gives pictures of the wiki and nothing else."""

        def fetch(self, url: str, headers: object = None) -> object:
            name = unquote(url.removeprefix(_PICTURE))
            if not url.startswith(_PICTURE) or name not in book.pictures:
                raise ValueError(f"not in the book: {url[:80]}")
            kind = book.pictures[name].media_type
            return URLFetcherResponse(url, picture_bytes(source, name, kind), {"Content-Type": kind})

    return Pictures()


def _lay_out(document: str, fetcher: URLFetcher, file: BinaryIO) -> None:
    from weasyprint import CSS, HTML  # type: ignore[import-untyped]

    sheets = [CSS(string=book_style() + paper_style(), url_fetcher=fetcher)]
    HTML(string=document, url_fetcher=fetcher, base_url="about:blank").write_pdf(
        file, stylesheets=sheets, pdf_tags=True
    )


def _document(source: BundleSource, look: Look, leaves: list[Leaf]) -> str:
    known = frozenset(own for leaf in leaves for own in leaf.ids)

    def leads(place: str) -> str | None:
        return f"#{place}" if place in known else None

    sections = "\n".join(
        f'<section class="{"part" if leaf.is_part else "chapter"}" id="{leaf.name}">\n{leaf.linked(leads)}\n</section>'
        for leaf in leaves
    )
    direction = text_direction(source.title) if look.direction == "auto" else look.direction
    title = escape(source.title)
    authors = "".join(f'<meta name="author" content="{escape(name)}">' for name in source.authors())
    front = f"{_cover(source)}\n{_contents(leaves)}" if len(leaves) > 1 else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{escape(look.lang)}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{title}</title>\n{authors}\n"
        f'<meta name="generator" content="{GENERATOR}">\n</head>\n<body>\n<p class="running">{title}</p>\n'
        f"{front}\n{sections}\n</body>\n</html>\n"
    )


def _cover(source: BundleSource) -> str:
    return (
        f'<section class="cover">\n<p class="cover-title"><bdi>{escape(source.title)}</bdi></p>\n'
        f'<p class="cover-note">{escape(source.reader)}</p>\n</section>'
    )


def _contents(leaves: list[Leaf]) -> str:
    entries = "\n".join(
        f'<li class="{"toc-part" if leaf.is_part else "toc-chapter"}">'
        f'<a href="#{leaf.name}"><bdi>{escape(leaf.title)}</bdi></a></li>'
        for leaf in leaves
    )
    return f'<section class="toc" id="toc">\n<h1>Contents</h1>\n<ul>\n{entries}\n</ul>\n</section>'
