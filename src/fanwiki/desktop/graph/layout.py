"""Where the nodes of a neighbourhood stand: in columns at both sides of the middle, so that no two can overlap.

Forces and springs make other pictures each time and lay labels over each other. Here every node has a row of its
own in a column of its side, group by group, so the same wiki gives the same picture. No Qt.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

ROW, HEADING_ROW = 50, 30
WIDTH, HEIGHT = 190, 46
MIDDLE_WIDTH, MIDDLE_HEIGHT = 210, 52
MOST_ROWS = 13
"""Nodes in one column; more make another column beside it."""

_GAP, _COLUMN_GAP, _MARGIN, _BULGE = 70, 30, 16, 50


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle: its centre and its size."""

    x: float
    y: float
    width: float
    height: float

    def overlaps(self, other: Box) -> bool:
        """Whether two boxes share a point."""
        return (
            abs(self.x - other.x) * 2 < self.width + other.width
            and abs(self.y - other.y) * 2 < self.height + other.height
        )


@dataclass(frozen=True, slots=True)
class Heading:
    """The name of a group of nodes, above the first of them in a column."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture from its left upper corner.

    Args:
        width: How wide it is.
        height: How high.
        middle: The node in the middle.
        nodes: The others, in the order given.
        headings: The names of their groups.
    """

    width: float
    height: float
    middle: Box
    nodes: tuple[Box, ...]
    headings: tuple[Heading, ...]


def lay_out(groups: Sequence[str]) -> Picture:
    """Lay out nodes around the middle: the first half at the right, from the top; the others at the left.

    Args:
        groups: The group of each node; equal ones follow each other.
    """
    columns = _columns(len(groups))
    boxes: list[Box] = []
    headings: list[Heading] = []
    at = 0
    single = max((column for _, column, _ in columns), default=0) == 0
    for side, column, size in columns:
        made, named = _column(groups[at : at + size], side, column, is_curved=single)
        boxes += made
        headings += named
        at += size
    return _framed(boxes, headings)


def _columns(count: int) -> list[tuple[int, int, int]]:
    """Return side (1 right, -1 left), number from the middle, and nodes of each column."""
    right = (count + 1) // 2
    found = []
    for side, number in ((1, right), (-1, count - right)):
        pieces = max(1, -(-number // MOST_ROWS)) if number else 0
        for column in range(pieces):
            size = number // pieces + (column < number % pieces)
            found.append((side, column, size))
    return found


def _column(groups: Sequence[str], side: int, column: int, *, is_curved: bool) -> tuple[list[Box], list[Heading]]:
    rows = sum(ROW for _ in groups) + HEADING_ROW * sum(_begins(groups, number) for number in range(len(groups)))
    # Columns side by side stand half a row apart: lines to the outer one pass between the nodes of the inner one.
    y = -rows / 2 + (ROW / 2 if column % 2 else 0)
    boxes, headings = [], []
    reach = rows / 2 + ROW
    for number, group in enumerate(groups):
        if _begins(groups, number):
            box = _box(side, column, y + HEADING_ROW - 11, reach, 20, is_curved=is_curved)
            headings.append(Heading(group, box))
            y += HEADING_ROW
        boxes.append(_box(side, column, y + ROW / 2, reach, HEIGHT, is_curved=is_curved))
        y += ROW
    return boxes, headings


def _begins(groups: Sequence[str], number: int) -> bool:
    return bool(groups[number]) and (number == 0 or groups[number - 1] != groups[number])


def _box(side: int, column: int, y: float, reach: float, height: float, *, is_curved: bool) -> Box:
    inner = MIDDLE_WIDTH / 2 + _GAP + column * (WIDTH + _COLUMN_GAP)
    bulge = _BULGE * sqrt(max(0.0, 1 - (y / reach) ** 2)) if is_curved else 0.0
    return Box(side * (inner + bulge + WIDTH / 2), y, WIDTH, height)


def _framed(boxes: Sequence[Box], headings: Sequence[Heading]) -> Picture:
    """Move everything so that the picture begins at its left upper corner."""
    middle = Box(0, 0, MIDDLE_WIDTH, MIDDLE_HEIGHT)
    every = [middle, *boxes, *(heading.box for heading in headings)]
    left = min(box.x - box.width / 2 for box in every) - _MARGIN
    top = min(box.y - box.height / 2 for box in every) - _MARGIN
    right = max(box.x + box.width / 2 for box in every) + _MARGIN
    bottom = max(box.y + box.height / 2 for box in every) + _MARGIN

    def moved(box: Box) -> Box:
        return Box(box.x - left, box.y - top, box.width, box.height)

    return Picture(
        right - left,
        bottom - top,
        moved(middle),
        tuple(moved(box) for box in boxes),
        tuple(Heading(heading.text, moved(heading.box)) for heading in headings),
    )


def nearest(boxes: Sequence[Box], start: int, dx: int, dy: int) -> int:
    """Return the box that an arrow key leads to from another: the closest that way, or the same when there is none.

    Args:
        boxes: All of them.
        start: The number of the one the keyboard is at.
        dx: 1 for right, -1 for left, else 0.
        dy: 1 for down, -1 for up, else 0.
    """
    here = boxes[start]

    def cost(number: int) -> float:
        other = boxes[number]
        ahead = (other.x - here.x) * dx + (other.y - here.y) * dy
        aside = abs((other.x - here.x) * dy) + abs((other.y - here.y) * dx)
        # A sideways step costs more: Down stays in its column while there is something below.
        return ahead + 3 * aside if ahead > 1 else float("inf")

    best = min(range(len(boxes)), key=cost, default=start)
    return best if boxes and cost(best) < float("inf") else start
