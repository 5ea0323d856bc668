"""Short ways to make documents and pages for the store's tests."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from fanwiki.domain.document import Document, Fact, Link, Name, Segment, Tag
from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.page import PageSource, Value
from fanwiki.store.rows import PageRow
from fanwiki.store.wiki_file import WikiFile
from fanwiki.store.writer import Writer


def document(title: str, *, kind: str = "article", gate: Gate = OPEN, **parts: Any) -> Document:
    """Make a document whose title is among its names."""
    names = (Name(title, is_title=True, gate=gate), *parts.pop("names", ()))
    return Document(title, kind, gate, names=names, **parts)


def linking(title: str, *targets: str, **parts: Any) -> Document:
    """Make a document that links to these titles."""
    return document(title, links=tuple(Link(target) for target in targets), **parts)


def source_for(made: Document, body: str = "", **fields: Value) -> PageSource:
    """Make a source for a document."""
    return PageSource(made.title, made.kind, fields, body)


def save_in(writer: Writer, made: Document, body: str = "", *, base: int | None = None, **saving: Any) -> PageRow:
    """Save a document with a simple source."""
    return writer.pages.save(made, source_for(made, body), base=base, **saving)


def save(wiki: WikiFile, made: Document, body: str = "", *, base: int | None = None, **saving: Any) -> PageRow:
    """Save a document in a transaction of its own."""
    with wiki.writing() as writer:
        return save_in(writer, made, body, base=base, **saving)


def renamed(made: Document, title: str) -> Document:
    """Give a document another title."""
    names = tuple(replace(name, text=title) if name.is_title else name for name in made.names)
    return replace(made, title=title, names=names)


def film(title: str, *, gate: Gate = OPEN, **parts: Any) -> Document:
    """Make a film's document."""
    return document(title, kind="film", gate=gate, **parts)


def segment(text: str, gate: Gate = OPEN, *, heading: str = "") -> Segment:
    """Make a segment."""
    return Segment(heading, heading.lower(), text, gate)


def cast(item: int, character: str, performer: str, gate: Gate = OPEN) -> tuple[Fact, Fact]:
    """Make a record of a film's cast."""
    return (
        Fact("cast", item, "character", character, target=character, gate=gate),
        Fact("cast", item, "performer", performer, target=performer, gate=gate),
    )


def tag(name: str, gate: Gate = OPEN) -> Tag:
    """Make a tag."""
    return Tag(name, gate)
