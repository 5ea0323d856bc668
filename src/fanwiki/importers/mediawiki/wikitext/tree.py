"""What a page is made of once its wikitext is read: blocks, and the inline parts in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias


@dataclass(slots=True)
class Text:
    """Plain text, to be shown as it is."""

    text: str


@dataclass(slots=True)
class Styled:
    """Text in an inline element of HTML; ``attributes`` are written as they are."""

    tag: str
    parts: list[Inline]
    attributes: str = ""


@dataclass(slots=True)
class Link:
    """A link to a page; without parts it shows its target."""

    target: str
    parts: list[Inline]


@dataclass(slots=True)
class WebLink:
    """A link out of the wiki; without parts it shows its address."""

    url: str
    parts: list[Inline]


@dataclass(slots=True)
class Picture:
    """A file that is shown.

    Args:
        width: In pixels, or 0.
        side: "left", "right", "centre", or empty.
        framed: Whether it stands apart from the text, with its caption below.
    """

    name: str
    caption: list[Inline] = field(default_factory=list)
    width: int = 0
    height: int = 0
    side: str = ""
    framed: bool = False
    alt: str = ""


@dataclass(slots=True)
class Break:
    """A line break."""


@dataclass(slots=True)
class Code:
    """Text to be shown letter by letter, within a line."""

    text: str


@dataclass(slots=True)
class Formula:
    """A formula in TeX."""

    text: str


@dataclass(slots=True)
class NoteMark:
    """Where a footnote is mentioned."""

    name: str


@dataclass(slots=True)
class Hidden:
    """An inline spoiler and the films it spoils."""

    parts: list[Inline]
    films: tuple[str, ...] = ()


Inline: TypeAlias = Text | Styled | Link | WebLink | Picture | Break | Code | Formula | NoteMark | Hidden


@dataclass(slots=True)
class Paragraph:
    """Running text."""

    parts: list[Inline]


@dataclass(slots=True)
class Heading:
    """A heading of level 1 to 6."""

    level: int
    parts: list[Inline]


@dataclass(slots=True)
class Rule:
    """A line across the page."""


@dataclass(slots=True)
class Listing:
    """A list; each item holds blocks."""

    ordered: bool
    items: list[list[Block]]
    start: int = 1


@dataclass(slots=True)
class Terms:
    """A list of terms and what they mean; each entry tells whether it is a term."""

    entries: list[tuple[bool, list[Block]]]


@dataclass(slots=True)
class Quote:
    """Blocks that are quoted or indented."""

    blocks: list[Block]


@dataclass(slots=True)
class Box:
    """Blocks that stand together, with one of our classes or none."""

    blocks: list[Block]
    style: str = ""


@dataclass(slots=True)
class Cell:
    """A cell of a table."""

    blocks: list[Block]
    header: bool = False
    columns: int = 1
    rows: int = 1
    side: str = ""


@dataclass(slots=True)
class Table:
    """A table; a row may be empty."""

    rows: list[list[Cell]]
    caption: list[Inline] = field(default_factory=list)
    style: str = ""


@dataclass(slots=True)
class Preformatted:
    """Text in which each space counts."""

    text: str
    language: str = ""


@dataclass(slots=True)
class Verbatim:
    """Wikitext that is kept as it was, folded, below a word that says what it is."""

    label: str
    text: str


@dataclass(slots=True)
class Gallery:
    """Pictures side by side."""

    pictures: list[Picture]


@dataclass(slots=True)
class NotesHere:
    """Where the wiki lists its footnotes; we list them at the end of the page."""


@dataclass(slots=True)
class Gated:
    """Blocks that spoil films."""

    films: tuple[str, ...]
    blocks: list[Block]


Block: TypeAlias = (
    Paragraph
    | Heading
    | Rule
    | Listing
    | Terms
    | Quote
    | Box
    | Table
    | Preformatted
    | Verbatim
    | Gallery
    | NotesHere
    | Gated
    | Picture
)


def plain(parts: list[Inline]) -> str:
    """Return what a reader reads in inline parts."""
    return "".join(map(_plain, parts))


def _plain(part: Inline) -> str:
    if isinstance(part, Text | Code | Formula):
        return part.text
    if isinstance(part, Link):
        return plain(part.parts) if part.parts else part.target
    if isinstance(part, WebLink):
        return plain(part.parts) if part.parts else part.url
    if isinstance(part, Styled):
        return plain(part.parts)
    return " " if isinstance(part, Break) else ""
