"""How the documents of the search index are numbered: by rank, then by the row they are made of."""

from __future__ import annotations

ID_BITS = 40
ID_MASK = (1 << ID_BITS) - 1
"""What is left of a document's number without its rank."""


def document_id(rank: int, number: int) -> int:
    """Return the number of a document; FTS5 gives those of better rank first."""
    return rank << ID_BITS | number
