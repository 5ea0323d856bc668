"""Pages as an EPUB 3 book, which reading devices and apps open.

A container of files: https://www.w3.org/TR/epub-33/. The first entry is named and stored as the container asks, and
nothing in it depends on the time of day, so that the same wiki gives the same bytes. Links know where they lead once
all leaves are made; until then the leaves wait in a file that nobody sees, so that memory stays flat.
"""

from __future__ import annotations

import hashlib
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import IO, BinaryIO

from fanwiki.exporters.book.leaves import BookHrefs, Leaf, Leaves, picture_bytes
from fanwiki.exporters.book.parts import book_plan
from fanwiki.exporters.epub.package import (
    CONTAINER,
    CONTAINER_PATH,
    FOLDER,
    MIMETYPE,
    STYLE,
    Described,
    contents_document,
    cover_document,
    cover_picture,
    leaf_document,
    package_document,
)
from fanwiki.exporters.html.documents import Look
from fanwiki.exporters.html.plan import plan as planned
from fanwiki.exporters.html.source import BundleSource
from fanwiki.exporters.packing import packed_entry
from fanwiki.exporters.whole_file import whole_file
from fanwiki.jobs import Progress
from fanwiki.markup.style import book_style

_OWN_MARK = b"fanwiki"
_SHOWN = re.compile(r' src="([^"]*)"')


def export_epub(
    source: BundleSource,
    destination: Path,
    *,
    look: Look,
    inspect: Callable[[str, bytes], None] | None = None,
    progress: Progress | None = None,
) -> None:
    """Export a book whole or not at all.

    Args:
        source: The wiki, as its viewer may see it.
        destination: The file to make.
        look: Language, direction and licence.
        inspect: Called with path and bytes of each file that comes of the wiki; what it raises stops the export.
        progress: Where to report.

    Raises:
        FanwikiError: The destination is something else's, or cannot be written.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    beside = destination.resolve().parent
    with (
        whole_file(destination, is_earlier=is_book) as file,
        zipfile.ZipFile(file, "w") as archive,
        tempfile.TemporaryFile(dir=beside) as waiting,
    ):
        archive.writestr(packed_entry("mimetype", stored=True), MIMETYPE)
        archive.writestr(packed_entry(CONTAINER_PATH), CONTAINER)
        for path, data in _files(source, look, waiting, progress or Progress()):
            if inspect is not None and path != STYLE:
                inspect(path, data)
            archive.writestr(packed_entry(f"{FOLDER}/{path}"), data)


def is_book(file: BinaryIO) -> bool:
    """Tell whether a file is a book that was exported before."""
    try:
        with zipfile.ZipFile(file) as archive:
            return _OWN_MARK in archive.read(f"{FOLDER}/package.opf")[:4096]
    except (zipfile.BadZipFile, KeyError, OSError, EOFError):
        return False


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the content of a leaf waits, and how many bytes it has."""

    start: int
    size: int


class _Waiting:
    """Leaves whose contents wait in a file.

    Args:
        file: An empty file.
        leaves: The leaves, each of which is put there as it is made.
    """

    def __init__(self, file: IO[bytes], leaves: Iterable[Leaf]) -> None:
        self._file = file
        self._places: list[_Place] = []
        self.brief: list[Leaf] = []
        """The leaves with a hash of their content in its stead."""
        self.shown: set[str] = set()
        """The addresses of all pictures in them: a file that nothing shows is a fault in a book."""
        for leaf in leaves:
            data = leaf.markup.encode()
            self._places.append(_Place(file.tell(), file.write(data)))
            self.shown.update(_SHOWN.findall(leaf.markup))
            self.brief.append(replace(leaf, markup=hashlib.sha256(data).hexdigest()))

    def whole(self) -> Iterator[Leaf]:
        """Yield the leaves with their contents, in their order."""
        for leaf, place in zip(self.brief, self._places, strict=True):
            self._file.seek(place.start)
            yield replace(leaf, markup=self._file.read(place.size).decode())


def _files(source: BundleSource, look: Look, waiting: IO[bytes], progress: Progress) -> Iterator[tuple[str, bytes]]:
    plan = planned(source)
    book = book_plan(plan, source.attachments())
    hrefs = BookHrefs(book, lambda name: book.paths[name])
    leaves = _Waiting(waiting, Leaves(plan, book, source, look, hrefs, "xml").make(progress))
    described = Described(source.title, look, source.reader, tuple(source.authors()), leaves.brief)
    yield "cover.svg", cover_picture(described).encode()
    yield "cover.xhtml", cover_document(described).encode()
    yield "nav.xhtml", contents_document(described).encode()
    places = {own: leaf.name for leaf in leaves.brief for own in leaf.ids}
    for leaf in leaves.whole():
        yield f"{leaf.name}.xhtml", leaf_document(described, leaf, _linked(leaf, places)).encode()
    pictures = {book.paths[name]: name for name in sorted(book.pictures) if book.paths[name] in leaves.shown}
    for path, name in pictures.items():
        yield path, picture_bytes(source, name, book.pictures[name].media_type)
    yield STYLE, book_style().encode()
    yield (
        "package.opf",
        package_document(described, {p: book.pictures[n].media_type for p, n in pictures.items()}).encode(),
    )


def _linked(leaf: Leaf, places: dict[str, str]) -> str:
    def leads(place: str) -> str | None:
        name = places.get(place)
        if name is None:
            return None
        if name == leaf.name:
            return f"#{place}"
        return f"{name}.xhtml" if name == place else f"{name}.xhtml#{place}"

    return leaf.linked(leads)
