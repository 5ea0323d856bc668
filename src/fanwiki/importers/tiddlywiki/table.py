"""Tables of WikiText to tables of Markdown.

Markdown's cells cannot be joined: what stood in joined cells stands in the first of them, the others are empty.
"""

from __future__ import annotations

import re

from fanwiki.importers.tiddlywiki.inline import Page, convert
from fanwiki.wording import written

_ROW = re.compile(r"\s*\|(?:.*)\|([hfck]?)\s*")
_PART = re.compile(
    r"\[\[[^\]\n]{0,500}\]\]|\[img[^\]\n]{0,500}\]\]|<<[^>\n]{0,500}>>|\{\{[^}\n]{0,500}\}\}|`[^`\n]{0,500}`|\|"
)
_JOINED = frozenset("<>~")
LONGEST_ROW = 20_000
_ESCAPED_BAR = re.compile(r"\\\|")
_BAR = re.compile(r"(?<!\\)\|")


def is_row(line: str) -> bool:
    """Tell whether a line is a row of a table."""
    return line.lstrip().startswith("|") and len(line) <= LONGEST_ROW and _ROW.fullmatch(line) is not None


def table(lines: list[str], page: Page) -> str:
    """Return rows as a table, with its caption before it."""
    head: list[list[str]] = []
    rows: list[list[str]] = []
    captions: list[str] = []
    for line in lines:
        match = _ROW.fullmatch(line)
        mark = match[1] if match else ""
        cells = _cells(line.strip().removesuffix(mark))
        if mark == "c":
            captions += [convert(cell.strip(), page) for cell in cells]
        elif mark != "k":
            is_head = mark == "h" or (bool(cells) and all(cell.strip().startswith("!") for cell in cells))
            first = is_head and not rows and not head
            (head if first else rows).append([_cell(cell, page, bold=not first) for cell in cells])
    width = max((len(row) for row in (*head, *rows)), default=0)
    if not width:
        return "\n\n".join(captions)
    shown = [_row(row, width) for row in (head or [[]])] + ["|" + " --- |" * width] + [_row(row, width) for row in rows]
    return "\n\n".join([*(f"**{caption}**" for caption in captions if caption), "\n".join(shown)])


def _cells(line: str) -> list[str]:
    """Part a row at its bars, but not at those within links, macros and code."""
    cells, place = [], 1
    for part in _PART.finditer(line, 1):
        if part[0] == "|":
            cells.append(line[place : part.start()])
            place = part.end()
    return cells


def _cell(text: str, page: Page, *, bold: bool) -> str:
    bare = text.strip()
    if bare in _JOINED:
        page.keep(written("joined table cells"))
        return ""
    if bare[:1] in ("^", ",") and not bare.startswith(("^^", ",,")):  # where it stands within its row
        bare = bare[1:].strip()
    is_head = bare.startswith("!")
    shown = convert(bare.removeprefix("!").strip(), page).replace("\n", " ")
    # Two escaped bars would be a spoiler in a cell; one that stands for itself is written as an entity.
    shown = _BAR.sub(r"\\|", _ESCAPED_BAR.sub("&#124;", shown))
    return f"**{shown}**" if is_head and bold and shown else shown


def _row(cells: list[str], width: int) -> str:
    return f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"
