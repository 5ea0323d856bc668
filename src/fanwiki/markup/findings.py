"""What a scan of a page's Markdown finds. Every position is an index into the body as it was given."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from fanwiki.markup.wikilink import WikiLink


class LeafKind(StrEnum):
    """Kinds of block that hold text and no other blocks."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    ROW = "row"
    CODE = "code"


class Syntax(StrEnum):
    """How a link is written."""

    WIKI = "wiki"
    MARKDOWN = "markdown"
    DEFINITION = "definition"


class Bars(StrEnum):
    """What two bars are in a block."""

    PLAIN = "plain"
    """They begin and end spoilers; escaped ones are text."""

    TABLE = "table"
    """They are an empty cell; escaped ones begin and end spoilers."""

    UNSURE = "unsure"
    """It may be a table and may be none: either form begins and ends spoilers."""


class Part(NamedTuple):
    """Plain text that shows, and where it stands."""

    start: int
    text: str


@dataclass(slots=True)
class Leaf:
    """A block that holds text.

    Args:
        kind: Which kind.
        start: Where its text begins in the body.
        end: Where it ends.
        quotes: How many quotes it stands in.
        block: The index of the spoiler callout it stands in, or -1.
        level: Of a heading, 1 to 6.
        parts: The text that shows.
    """

    kind: LeafKind
    start: int
    end: int
    quotes: int
    block: int
    level: int = 0
    parts: list[Part] = field(default_factory=list)


@dataclass(slots=True)
class SpoilerBlock:
    """A spoiler callout.

    Args:
        start: Where ``[!spoiler]`` begins.
        end: Where its last line ends.
        films: Where the names of its films begin and end.
        parent: The index of the spoiler callout around it, or -1.
        opens: Whether it is the first line of its quote; otherwise it is hidden like text.
        quotes: How many quotes it stands in, its own included.
        column: The column of its own quote's mark.
    """

    start: int
    end: int
    films: tuple[int, int]
    parent: int
    opens: bool
    quotes: int
    column: int


class Spoiler(NamedTuple):
    """An inline spoiler.

    Args:
        start: Where its first bars begin.
        end: Where it ends, with the films after it.
        inner: Where its text begins and ends.
        films: Where the names of its films begin and end; None when none are named.
        closed: Whether its end was found; an open one reaches to the end of its block.
        torn: Whether a list of films begins after it and does not end.
    """

    start: int
    end: int
    inner: tuple[int, int]
    films: tuple[int, int] | None
    closed: bool
    torn: bool


class LinkSpan(NamedTuple):
    """A link or embed.

    Args:
        start: Where it begins, its ``!`` included.
        end: Where it ends.
        link: What it says.
        target: Where its target begins and ends, for rewriting.
        label: Where its label begins and ends; None without one.
        syntax: How it is written.
        spoils: Whether its label has a spoiler in it, which hides it whole.
    """

    start: int
    end: int
    link: WikiLink
    target: tuple[int, int]
    label: tuple[int, int] | None
    syntax: Syntax
    spoils: bool


class CodeBlock(NamedTuple):
    """A block of code: where it begins and ends, its language, and where what is in it begins and ends."""

    start: int
    end: int
    language: str
    inner: tuple[int, int]


class InlineField(NamedTuple):
    """A field in the text, ``key:: value``: where it begins and ends, its key as written, where its value stands."""

    start: int
    end: int
    key: str
    value: tuple[int, int]


class Place(NamedTuple):
    """A name in the text, such as a tag or a block's id, and where it begins."""

    start: int
    text: str


@dataclass(slots=True)
class Scan:
    """What was found in a body, each list in the order of the text.

    Args:
        body: The body.
        leaves: Blocks of text.
        blocks: Spoiler callouts.
        spoilers: Inline spoilers.
        links: Links and embeds.
        code: Blocks of code.
        spans: Code within text: where it begins and ends.
        maths: Formulas: where they begin and end.
        comments: Comments, Obsidian's and HTML's.
        tags: Tags without their ``#``.
        ids: Ids of blocks without their ``^``.
        fields: Fields in the text.
        literal_bars: Bars that are text although they could be taken for a spoiler's.
        torn_fences: Where fences begin that nothing ends.
    """

    body: str
    leaves: list[Leaf] = field(default_factory=list)
    blocks: list[SpoilerBlock] = field(default_factory=list)
    spoilers: list[Spoiler] = field(default_factory=list)
    links: list[LinkSpan] = field(default_factory=list)
    code: list[CodeBlock] = field(default_factory=list)
    spans: list[tuple[int, int]] = field(default_factory=list)
    maths: list[tuple[int, int]] = field(default_factory=list)
    comments: list[tuple[int, int]] = field(default_factory=list)
    tags: list[Place] = field(default_factory=list)
    ids: list[Place] = field(default_factory=list)
    fields: list[InlineField] = field(default_factory=list)
    literal_bars: list[int] = field(default_factory=list)
    torn_fences: list[int] = field(default_factory=list)
