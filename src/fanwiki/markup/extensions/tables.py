"""Tables of pipes, as GitHub reads them; outer pipes may be left out."""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element

from fanwiki.markup.extensions.leaves import Taken
from fanwiki.markup.extensions.linked_text import text_child
from fanwiki.markup.extensions.tree import child

MAX_COLUMNS = 200
"""A row of more cells is text: every row of a table is filled up to its head, so size would grow as the square."""

_RULE = re.compile(r"\|?[ \t]*:?-+:?(?:[ \t]*\|[ \t]*:?-+:?)*[ \t]*\|?")
_PIPE = re.compile(r"(?<!\\)\|")


class Table:
    """A table that is being read: its head is known, rows follow."""

    def __init__(self, head: list[str], aligns: list[str]) -> None:
        self._head = head
        self._aligns = aligns
        self._rows: list[list[str]] = []

    def take(self, line: str) -> Taken:
        """Take any line that starts no other block."""
        self._rows.append(split_row(line))
        return Taken.YES

    def close(self, parent: Element) -> Element:
        """Append the table; short rows are filled, long ones cut."""
        table = child(parent, "table")
        self._row(child(table, "thead"), "th", self._head)
        if self._rows:
            body = child(table, "tbody")
            for row in self._rows:
                self._row(body, "td", row)
        return table

    def _row(self, parent: Element, tag: str, cells: list[str]) -> None:
        row = child(parent, "tr")
        for number, align in enumerate(self._aligns):
            cell = text_child(row, tag, cells[number] if number < len(cells) else "")
            if align:
                cell.set("class", align)


def table_below(head: str, line: str) -> Table | None:
    """Return the table that a line makes of the line above it, its head."""
    if ("|" not in line and "|" not in head) or not _RULE.fullmatch(line.strip(" \t")):
        return None
    cells, rules = split_row(head), split_row(line)
    if len(cells) != len(rules) or len(cells) > MAX_COLUMNS or cells == [""]:
        return None
    return Table(cells, [_align(rule) for rule in rules])


def split_row(line: str) -> list[str]:
    """Return the cells of a row; ``\\|`` is a pipe in a cell."""
    text = line.strip()
    cells = _PIPE.split(text.removeprefix("|"))
    if len(cells) > 1 and not cells[-1].strip():
        cells.pop()
    return [cell.strip().replace("\\|", "|") for cell in cells]


def _align(rule: str) -> str:
    ends = (rule.startswith(":"), rule.endswith(":"))
    return {(True, True): "centre", (True, False): "left", (False, True): "right"}.get(ends, "")
