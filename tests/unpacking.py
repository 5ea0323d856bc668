"""Everything that an export tells, unpacked: names and contents of files, entries of archives, streams of documents."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path


def everything_in(dest: Path) -> Iterator[str]:
    """Yield every name and every content of what an export made, as text; bytes that are none stay bytes."""
    files = [dest] if dest.is_file() else sorted(dest.rglob("*"))
    for path in files:
        yield str(path.relative_to(dest.parent))
        if path.is_file():
            yield from _unpacked(path)


def _unpacked(path: Path) -> Iterator[str]:
    data = path.read_bytes()
    yield data.decode("latin-1")
    yield data.decode("utf-8", "replace")
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                yield name
                yield archive.read(name).decode("latin-1")
                yield archive.read(name).decode("utf-8", "replace")
    elif data.startswith(b"%PDF-"):
        yield from _of_pdf(path)
    elif data.startswith(b"ZIM\x04"):
        yield from _of_zim(path)


def _of_pdf(path: Path) -> Iterator[str]:
    """Yield the words of each page, and every object with its stream."""
    from pypdf import PdfReader
    from pypdf.generic import StreamObject

    reader = PdfReader(path)
    for page in reader.pages:
        text = page.extract_text()
        yield text
        yield "".join(text.split())  # a word may be broken over lines
    yield str(reader.metadata)
    for number in range(1, int(reader.trailer["/Size"])):
        found = reader.get_object(number)
        yield repr(found)
        if isinstance(found, StreamObject) and found.get("/Subtype") != "/Image":
            yield found.get_data().decode("latin-1")


def _of_zim(path: Path) -> Iterator[str]:
    """Yield path, title and content of every entry, and what the file says of itself."""
    from libzim.reader import Archive

    archive = Archive(path)
    for number in range(archive.entry_count):
        entry = archive._get_entry_by_id(number)
        yield f"{entry.path} {entry.title}"
        if not entry.is_redirect:
            yield bytes(entry.get_item().content).decode("utf-8", "replace")
    for key in archive.metadata_keys:
        yield bytes(archive.get_metadata(key)).decode("utf-8", "replace")
