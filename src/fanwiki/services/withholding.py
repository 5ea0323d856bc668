"""What a reader may not see, told to the check that every export goes through."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath

from fanwiki import paths
from fanwiki.domain.kind import Kind
from fanwiki.domain.viewer import CURATOR
from fanwiki.exporters.leak_check import Withheld
from fanwiki.store.reader import Reader
from fanwiki.store.wiki_file import WikiFile


def withheld_from(wiki: WikiFile, reader: Reader) -> Withheld:
    """Return what must not be in an export for this reader: what is hidden from them and is not said openly too."""
    if reader.viewer.sees_all:
        return Withheld()
    with wiki.reading(CURATOR) as whole:
        names = set(_names(whole)) - set(_names(reader))
        passages = set(_passages(whole)) - set(_passages(reader))
    withheld = Withheld(names, passages)
    if len(withheld):
        for text in _open_texts(reader):
            withheld.allow(text)
    return withheld


def _names(reader: Reader) -> Iterator[str]:
    """Yield every title, alias, tag and file name; of files, also how their bytes are called in a bundle."""
    yield from (row.text for row in reader.pages.names())
    yield from (row.name for row in reader.tags.all())
    for file in reader.attachments.all():
        yield PurePosixPath(file.name).stem
        yield file.sha256[:16]


def _passages(reader: Reader) -> Iterator[str]:
    for page in reader.pages.all():
        for segment in reader.pages.segments(page):
            yield segment.heading
            # Values of fields stand in lines of their own.
            yield from (line for line in segment.text.split("\n"))


def _open_texts(reader: Reader) -> Iterator[str]:
    """Yield what the reader may see, and what every export says whoever reads it."""
    yield from _names(reader)
    for page in reader.pages.all():
        for segment in reader.pages.segments(page):
            yield f"{segment.heading} . {segment.text}"
    for origin in reader.origins.all(reader.pages.all()).values():
        yield from (origin.wiki, origin.revision, origin.time, origin.licence, *origin.contributors)
    for kind in reader.kinds().values():
        yield from _words_of(kind)
    for template in sorted((paths.resources() / "templates").glob("*.html")):
        yield template.read_text(encoding="utf-8")


def _words_of(kind: Kind) -> Iterator[str]:
    yield from (kind.name, kind.label, kind.plural, kind.toml)
    for field in kind.fields:
        yield from (field.name, field.label, *field.options)
        for sub in field.fields:
            yield from (sub.name, sub.label, *sub.options)
