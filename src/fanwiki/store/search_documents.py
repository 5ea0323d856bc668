"""What stands in the search index of each page, and how its documents are numbered: by rank, then by their row."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from functools import cached_property

from sqlalchemy import Connection

from fanwiki.domain.words import index_text, joined
from fanwiki.store.engine import rows

ID_BITS = 40
ID_MASK = (1 << ID_BITS) - 1
"""What is left of a document's number without its rank."""

BOUNDARY = "\ue001"
"""Stands between passages, so that no phrase reaches across."""

AMONG = "IN (SELECT value FROM json_each(?1))"

_PAGES = f"SELECT id, gate_id FROM page WHERE deleted IS NULL AND id {AMONG}"
_NAMES = f"SELECT id, page_id, text, gate_id FROM name WHERE page_id {AMONG} ORDER BY id"
_FIELDS = f"""
    SELECT page_id, text, gate_id FROM fact WHERE page_id {AMONG} AND text NOT LIKE 'http%://%'
    UNION ALL SELECT page_id, name, gate_id FROM tag WHERE page_id {AMONG}
"""
_SEGMENTS = f"SELECT page_id, heading, text, gate_id FROM segment WHERE page_id {AMONG} ORDER BY page_id, ordinal"

Document = tuple[str, str, str, str]
"""The columns of a document: names, fields, headings and body."""


def document_id(rank: int, number: int) -> int:
    """Return the number of a document; FTS5 gives those of better rank first."""
    return rank << ID_BITS | number


@dataclass
class _Passages:
    """What stands behind one gate of a page."""

    names: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    bodies: list[str] = field(default_factory=list)

    def document(self) -> Document:
        """Return the columns of a document."""
        return (_text(self.names), _text(self.fields), _text(self.headings), _text(self.bodies))


@dataclass
class Indexable:
    """What is to be indexed of one page."""

    id: int
    gate_id: int
    names: list[tuple[int, str, int]] = field(default_factory=list)
    fields: list[tuple[str, int]] = field(default_factory=list)
    segments: list[tuple[str, str, int]] = field(default_factory=list)

    @property
    def open_document(self) -> Document:
        """What everybody may find who may see the page at all."""
        return self._documents[self.gate_id]

    @property
    def hidden_documents(self) -> dict[int, Document]:
        """What stands behind more than the page's own gate, by that gate."""
        return {gate: document for gate, document in self._documents.items() if gate != self.gate_id}

    @cached_property
    def _documents(self) -> dict[int, Document]:
        gates = {self.gate_id: _Passages()}
        for _, text, gate in self.names:
            gates.setdefault(gate, _Passages()).names.append(" ".join((index_text(text), *joined(text))))
        for text, gate in self.fields:
            gates.setdefault(gate, _Passages()).fields.append(index_text(text))
        for heading, text, gate in self.segments:
            passages = gates.setdefault(gate, _Passages())
            passages.bodies.append(index_text(text))
            if heading:
                passages.headings.append(index_text(heading))
        return {gate: passages.document() for gate, passages in gates.items()}

    def pieces(self) -> set[str]:
        """Return everything of the page that stands between white space."""
        return {piece for document in self._documents.values() for text in document for piece in text.split()}


def load(connection: Connection, page_ids: Collection[int]) -> list[Indexable]:
    """Read what is to be indexed of living pages, in the given order."""
    ids = (json.dumps(list(page_ids)),)
    pages = {page: Indexable(page, gate) for page, gate in rows(connection, _PAGES, ids)}
    for number, page, text, gate in rows(connection, _NAMES, ids):
        if page in pages:
            pages[page].names.append((number, text, gate))
    for page, text, gate in rows(connection, _FIELDS, ids):
        if page in pages:
            pages[page].fields.append((text, gate))
    for page, heading, text, gate in rows(connection, _SEGMENTS, ids):
        if page in pages:
            pages[page].segments.append((heading, text, gate))
    return [pages[page] for page in page_ids if page in pages]


def _text(passages: Iterable[str]) -> str:
    return f" {BOUNDARY} ".join(passages)
