"""Writes tables that Markdown has a form for: one row of heads, plain cells, no spans."""

from __future__ import annotations

from fanwiki.importers.mediawiki.wikitext.inline_writer import InlineWriter
from fanwiki.importers.mediawiki.wikitext.tree import Cell, Paragraph, Styled, Table

MAX_COLUMNS = 100
_INLINE = InlineWriter(in_table=True)
_CAPTION = InlineWriter()
_RULES = {"left": ":---", "right": "---:", "centre": ":---:"}


def is_simple(table: Table) -> bool:
    """Tell whether a table can be written with bars."""
    head, *rows = table.rows
    if not rows or len(head) > MAX_COLUMNS or not all(cell.header for cell in head):
        return False
    if len(head) == 1 and not head[0].blocks:
        return False
    return all(len(row) <= len(head) and all(map(_is_plain, row)) for row in table.rows)


def _is_plain(cell: Cell) -> bool:
    if cell.columns > 1 or cell.rows > 1:
        return False
    return not cell.blocks or (len(cell.blocks) == 1 and isinstance(cell.blocks[0], Paragraph))


def simple_table(table: Table) -> str:
    """Return a table that is simple; its caption stands above it in bold."""
    head, *rows = table.rows
    width = len(head)
    lines = [_row([_text(cell, bold=False) for cell in head]), _row(_rules(head, rows))]
    for row in rows:
        cells = [_text(cell, bold=cell.header) for cell in row]
        lines.append(_row([*cells, *([""] * (width - len(row)))]))
    caption = [_CAPTION.paragraph([Styled("b", table.caption)]), ""] if table.caption else []
    return "\n".join([*caption, *lines])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _text(cell: Cell, *, bold: bool) -> str:
    block = cell.blocks[0] if cell.blocks else None
    if not isinstance(block, Paragraph):
        return ""
    return _INLINE.line([Styled("b", block.parts)] if bold else block.parts)


def _rules(head: list[Cell], rows: list[list[Cell]]) -> list[str]:
    """Return the line below the head, which says to which side each column goes."""
    found = []
    for column, above in enumerate(head):
        sides = {row[column].side for row in rows if column < len(row)}
        side = sides.pop() if len(sides) == 1 else ""
        found.append(_RULES.get(side or above.side, "---"))
    return found
