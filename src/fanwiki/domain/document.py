"""What is derived from a page's source: the rows that the store keeps and every reader is asked through.

Every derived row carries its gate, which always includes the gate of the page.
Mentions of a gated title (a link without a label) carry that title's gate too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from fanwiki.domain.gate import OPEN, Gate


@dataclass(frozen=True, slots=True)
class Name:
    """A name the page is found by: its title, or an alias."""

    text: str
    is_title: bool
    gate: Gate = OPEN


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the body; `anchor` is unique in the page and the same in every output."""

    level: int
    text: str
    anchor: str
    gate: Gate = OPEN


@dataclass(frozen=True, slots=True)
class Link:
    """A link or embed, in the body or in a field.

    Args:
        target: The title as written, without heading or block; empty for a link within the page.
        heading: The heading after ``#`` (the last of several), or empty.
        block: The block id after ``#^``, or empty.
        label: The text shown, or None for the target itself.
        embed: Whether it was written ``![[…]]``.
        field: ``cast.character`` and the like for a link in a field, empty in the body.
        gate: What one must have seen to see the link.
        labelled_gate: What one must have seen to see its label (without the target's own gate).
    """

    target: str
    heading: str = ""
    block: str = ""
    label: str | None = None
    embed: bool = False
    field: str = ""
    gate: Gate = OPEN
    labelled_gate: Gate = OPEN


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag without its ``#``; ``a/b`` is below ``a``."""

    name: str
    gate: Gate = OPEN


@dataclass(frozen=True, slots=True)
class Segment:
    """A unit of search: the plain text of one section that stands behind one gate.

    Args:
        heading: The section's heading, empty for the text before the first and for fields.
        anchor: Where it opens, empty for the page's top.
        text: Plain text: no markup, links as their labels.
    """

    heading: str
    anchor: str
    text: str
    gate: Gate = OPEN


@dataclass(frozen=True, slots=True)
class Fact:
    """One value of one field.

    Args:
        field: The field's name.
        item: Its number in a list, from 0.
        sub: The sub-field's name in a record, else empty.
        text: The value as text, links as their labels.
        target: The linked title as written, or None.
        number: The value as a number (booleans 0 and 1), or None.
        earliest: The first day it may mean, ``YYYY-MM-DD``, or None when it is no date.
        latest: The last day it may mean.
    """

    field: str
    item: int
    sub: str
    text: str
    target: str | None = None
    number: float | None = None
    earliest: str | None = None
    latest: str | None = None
    gate: Gate = OPEN


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in the page that its author should look at.

    Args:
        code: A stable short name such as ``wrong-date``.
        text: One sentence.
    """

    code: str
    text: str
    gate: Gate = OPEN


@dataclass(frozen=True, slots=True)
class Document:
    """Everything that is derived from one page's source."""

    title: str
    kind: str
    gate: Gate
    names: tuple[Name, ...] = ()
    headings: tuple[Heading, ...] = ()
    links: tuple[Link, ...] = ()
    tags: tuple[Tag, ...] = ()
    segments: tuple[Segment, ...] = ()
    facts: tuple[Fact, ...] = ()
    problems: tuple[Problem, ...] = ()
    blocks: tuple[str, ...] = ()
    words: int = 0

    def gates(self) -> Iterator[Gate]:
        """Yield the gate of every row, the page's own first; gates repeat."""
        yield self.gate
        for rows in (self.names, self.headings, self.links, self.tags, self.segments, self.facts, self.problems):
            yield from (row.gate for row in rows)
