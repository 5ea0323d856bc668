"""Pages as a MediaWiki dump: XML that MediaWiki's importer and `fanwiki import` read.

A name that ends in ``.zip`` makes an archive of the dump with the files beside it, as ``importImages`` takes them.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, BinaryIO

from fanwiki.domain.kind import Kind, Kinds
from fanwiki.domain.mediawiki_namespaces import TEMPLATE
from fanwiki.domain.page import TAGS, PageSource
from fanwiki.exporters.mediawiki.dump import GENERATOR, Dump, DumpPage
from fanwiki.exporters.mediawiki.infoboxes import box, template_name, template_page
from fanwiki.exporters.mediawiki.titles import Titles, possible_title
from fanwiki.exporters.mediawiki.wikitext import Wikitext
from fanwiki.exporters.packing import opened_entry
from fanwiki.exporters.whole_file import whole_file
from fanwiki.jobs import Progress
from fanwiki.markup.fields import read_fields

PAGES, IMAGES = "pages.xml", "images"
_KNOWN_BY = f"<generator>{GENERATOR}</generator>".encode()


@dataclass(frozen=True, slots=True)
class WikitextPage:
    """A page as the viewer may see it.

    Args:
        source: Its source, what is hidden left out.
        html: Its rendered body with its links unresolved.
        tags: Its tags.
        time: When it was saved.
        author: Who saved it, as far as the viewer may know.
        comment: Why, as far as the viewer may know.
    """

    source: PageSource
    html: str
    tags: tuple[str, ...] = ()
    time: str = ""
    author: str = ""
    comment: str = ""


@dataclass(frozen=True, slots=True)
class WikitextSource:
    """What the exporter needs of a wiki, for one viewer and one choice of pages.

    Args:
        name: The wiki's name.
        made: When it was last saved.
        titles: The titles of all pages of the dump.
        aliases: Other names, each with the title of its page.
        pages: The pages, in their order.
        kinds: The kinds of the wiki.
        files: Names of the files that go with the pages, and how to get their bytes.
        listed: The titles that a query finds.
    """

    name: str
    made: str
    titles: Sequence[str]
    aliases: Sequence[tuple[str, str]]
    pages: Iterable[WikitextPage]
    kinds: Kinds
    files: Sequence[tuple[str, Callable[[], bytes]]] = field(default=())
    listed: Callable[[str], Sequence[str]] = lambda _: ()


def write_dump(
    source: WikitextSource,
    dest: Path,
    *,
    inspect: Callable[[str, bytes], None] | None = None,
    progress: Progress | None = None,
) -> None:
    """Write a dump whole or not at all.

    Args:
        source: The pages.
        dest: The file; one that ends in ``.zip`` holds the files of the wiki as well.
        inspect: Called with name and bytes of each page and file; what it raises stops the export.
        progress: Where to report.

    Raises:
        FanwikiError: The destination is something else's, or cannot be written.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    watched = progress or Progress()
    with whole_file(dest, is_earlier=is_dump) as file:
        if dest.suffix.casefold() != ".zip":
            _write_pages(source, file, inspect, watched)
            return
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            with opened_entry(archive, PAGES) as entry:
                _write_pages(source, entry, inspect, watched)
            for name, read in watched.over(source.files, len(source.files), "Writing the files"):
                data = read()
                path = f"{IMAGES}/{possible_title(name.replace('/', '-').replace(':', '-'))}"
                if inspect is not None:
                    inspect(path, data)
                with opened_entry(archive, path) as entry:
                    entry.write(data)


def is_dump(file: BinaryIO) -> bool:
    """Tell whether a file is a dump that was exported before."""
    head = file.read(4096)
    if head.startswith(b"PK"):
        try:
            with zipfile.ZipFile(file) as archive:
                if archive.namelist()[:1] != [PAGES]:
                    return False
                with archive.open(PAGES) as entry:
                    head = entry.read(4096)
        except (zipfile.BadZipFile, OSError, EOFError):
            return False
    return _KNOWN_BY in head


def _write_pages(
    source: WikitextSource, file: IO[bytes], inspect: Callable[[str, bytes], None] | None, progress: Progress
) -> None:
    dump = Dump(source.name, source.made)
    file.write(dump.head().encode())
    for title, xml in progress.over(dump.pages(_pages(source)), None, "Writing the pages"):
        data = xml.encode()
        if inspect is not None:
            inspect(f"{title}.xml", data)
        file.write(data)
    file.write(dump.end().encode())


def _pages(source: WikitextSource) -> Iterator[DumpPage]:
    titles = Titles(source.titles)
    names = {name for name, _ in source.files}
    wikitext = Wikitext(titles, is_file=names.__contains__, listed=source.listed)
    used: dict[str, Kind] = {}
    for page in source.pages:
        kind = source.kinds.of(page.source.kind)
        text = _page_text(wikitext, page, kind)
        if text.startswith(f"{{{{{template_name(kind)}"):
            used[kind.name] = kind
        yield DumpPage(titles.of(page.source.title), text, page.time, author=page.author, comment=page.comment)
    for name, target in titles.redirects(source.aliases).items():
        yield DumpPage(name, f"#REDIRECT [[{target}]]", redirect=target)
    for name in sorted(used):
        kind = used[name]
        yield DumpPage(f"Template:{template_name(kind)}", template_page(kind), namespace=TEMPLATE)


def _page_text(wikitext: Wikitext, page: WikitextPage, kind: Kind) -> str:
    fields = box(wikitext, kind, read_fields(page.source, kind))
    tags = page.tags or tuple(value.text for value in read_fields(page.source, kind) if value.field.name == TAGS)
    categories = "\n".join(f"[[Category:{possible_title(tag)}]]" for tag in dict.fromkeys(tags))
    parts = (fields.call, wikitext.body(page.html), fields.tables, categories)
    return "\n\n".join(part for part in parts if part)
