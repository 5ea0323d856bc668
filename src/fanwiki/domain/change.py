"""What a change touched, so that screens refresh only what they show."""

from __future__ import annotations

from dataclasses import dataclass, field

from fanwiki.domain.page import PageId


@dataclass(frozen=True, slots=True)
class Change:
    """The outcome of one writing operation.

    Args:
        text: What was done, as an undo menu names it: ``Rename “A” to “B”``.
        pages: Pages whose source or derived rows changed.
        names: Whether a title or alias came, went or changed.
        gates: Whether what some reader may see changed.
        kinds: Whether the declarations of kinds changed.
        attachments: Whether attachments changed.
    """

    text: str
    pages: frozenset[PageId] = field(default_factory=frozenset)
    names: bool = False
    gates: bool = False
    kinds: bool = False
    attachments: bool = False
