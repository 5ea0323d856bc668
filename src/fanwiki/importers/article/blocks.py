"""An article as a list of blocks, whatever it was saved as, and as Markdown that shows the same text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    QUOTE = "quote"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, an item of a list, a row of a table.

    Args:
        text: Plain text, spaces folded.
        markdown: The same with its emphasis and links, safe to stand in a page.
        level: The level of a heading, the depth of an item.
        cells: The cells of a row; `text` joins them.
        titles: Words in it that were set in italics, as titles are.
        ordered: Whether an item was numbered; whether a row is a table's head.
    """

    role: Role
    text: str
    markdown: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """What a saved article says, and what is known of where it stood.

    Args:
        title: The headline.
        published: A date as the source gives it.
        byline: The words that the authors and date were read from.
    """

    title: str
    blocks: tuple[Block, ...]
    authors: tuple[str, ...] = ()
    published: str = ""
    site: str = ""
    url: str = ""
    byline: str = ""
    path: str = ""


# A backslash keeps these from being markup: Markdown's own marks, and those of links, spoilers, tags, math, comments.
_MARKS = re.compile(r"[\\`*_\[\]#<>|~=$%^{}]")
_LINE_START = re.compile(r"^(\s*)([+-]|\d+[.)])(?=\s|$)")
_LETTER_MARKS = re.compile(r"(?<=\w)\\_(?=\w)")


def escape(text: str) -> str:
    """Return Markdown that shows exactly this text."""
    escaped = _MARKS.sub(lambda match: "\\" + match.group(), text)
    return _LETTER_MARKS.sub("_", escaped)  # snake_case needs none


def escape_line(text: str) -> str:
    """Return Markdown that shows exactly this text at the start of a line."""
    return _LINE_START.sub(_escape_start, escape(text))


def _escape_start(match: re.Match[str]) -> str:
    mark = match.group(2)
    return match.group(1) + (f"{mark[:-1]}\\{mark[-1]}" if mark[0].isdigit() else f"\\{mark}")


def to_markdown(blocks: Sequence[Block]) -> str:
    """Write the blocks as Markdown."""
    return "\n\n".join("\n".join(lines) for lines in _paragraphs(blocks)).strip()


def _paragraphs(blocks: Sequence[Block]) -> Iterator[list[str]]:
    """Yield the lines of each paragraph, list or table."""
    lines: list[str] = []
    before: Block | None = None
    for block in blocks:
        joins = before is not None and before.role is block.role and block.role in (Role.ITEM, Role.ROW)
        starts_table = block.role is Role.ROW and block.ordered
        if lines and (not joins or starts_table):
            yield lines
            lines = []
        lines.extend(_lines(block, first=not lines))
        before = block
    if lines:
        yield lines


def _lines(block: Block, *, first: bool) -> list[str]:
    shown = block.markdown or escape_line(block.text)
    match block.role:
        case Role.HEADING:
            return [f"{'#' * min(max(block.level, 2), 6)} {block.markdown or escape(block.text)}"]
        case Role.ITEM:
            return [f"{'    ' * block.level}{'1.' if block.ordered else '-'} {shown}"]
        case Role.QUOTE:
            return [f"> {shown}"]
        case Role.CODE:
            fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", block.text)), default=0))
            return [fence, *block.text.split("\n"), fence]
        case Role.ROW:
            row = f"| {' | '.join(escape(cell) for cell in block.cells)} |"
            rule = f"|{' --- |' * len(block.cells)}"
            return [row, rule] if first else [row]
        case _:
            return [shown]
