"""A page's source: the one truth from which everything else is derived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NewType, TypeAlias

PageId = NewType("PageId", int)

Value: TypeAlias = "str | int | float | bool | list[Value] | dict[str, Value] | None"
"""What a field holds: JSON's values. Links are text such as ``[[Robert Rodriguez]]``."""

DEFAULT_KIND = "article"

ALIASES = "aliases"
TAGS = "tags"
SPOILS = "spoils"
COMMON_FIELDS = (ALIASES, TAGS, SPOILS)
"""Fields that pages of every kind may have: other names, tags, and the films the whole page spoils."""


@dataclass(frozen=True, slots=True)
class PageSource:
    """Title, kind, fields and body of one page, as its author wrote them.

    Args:
        title: The title as shown.
        kind: The name of the page's kind; a kind the wiki does not have is kept and flagged.
        fields: Field values by name, in the author's order. Any value or list item may be gated by
            writing it as ``{"value": …, "gate": "[[Film]]"}``; a record by a ``gate`` entry of its own.
        body: Markdown.
    """

    title: str
    kind: str = DEFAULT_KIND
    fields: Mapping[str, Value] = field(default_factory=dict)
    body: str = ""
