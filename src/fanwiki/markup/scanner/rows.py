"""Rows of tables and their cells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanwiki.markup.findings import Bars

_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*\Z")
_PIPE = re.compile(r"(?<!\\)\|")

WIDEST = 200
"""The renderer takes wider tables for text."""


def columns_of_table(text: str, head: tuple[int, int], line: tuple[int, int]) -> int | None:
    """Return how many columns a table has, by its head and the line under it; 0 when they differ, None without one."""
    if not _DELIMITERS.match(text, *line) or text.find("-", *line) < 0:
        return None
    if text.find("|", *line) < 0 and text.find("|", *head) < 0:
        return None
    width = len(_bounds(text, *head))
    return width if width == len(_bounds(text, *line)) and width <= WIDEST else 0


def cells(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int, Bars]]:
    """Yield where each cell of a row begins and ends, and what bars are in it.

    A row with more cells than its table has columns, without the pipe that rows begin with, or with a link that a pipe
    divides, may not have been meant as one: it is read as a whole, and bars in it are spoilers all the same.
    """
    bounds = _bounds(text, start, end)
    odd_row = len(bounds) > width or (text[start] != "|" and text.find("||", start, end) >= 0)
    if odd_row or any(text.rfind("[[", *cell) > text.rfind("]]", *cell) for cell in bounds):
        yield start, end, Bars.UNSURE
        return
    for begin, stop in bounds:
        yield begin, stop, Bars.TABLE


def _bounds(text: str, start: int, end: int) -> list[tuple[int, int]]:
    start = end - len(text[start:end].lstrip())
    end = start + len(text[start:end].rstrip())
    if text.startswith("|", start) and start < end:
        start += 1
    pipes = [pipe.start() for pipe in _PIPE.finditer(text, start, end)]
    bounds = list(zip([start, *(pipe + 1 for pipe in pipes)], [*pipes, end], strict=True))
    if len(bounds) > 1 and not text[slice(*bounds[-1])].strip():
        bounds.pop()
    return bounds
