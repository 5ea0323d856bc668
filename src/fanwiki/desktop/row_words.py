"""How the words of a row are painted where reading may begin at either side.

The row lies as the window does; each text keeps the order of its own script.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter


def side_of(direction: Qt.LayoutDirection, *, at_end: bool = False) -> Qt.AlignmentFlag:
    """Return the side where a row begins, or where it ends."""
    is_left = (direction == Qt.LayoutDirection.LeftToRight) != at_end
    side = Qt.AlignmentFlag.AlignLeft if is_left else Qt.AlignmentFlag.AlignRight
    return side | Qt.AlignmentFlag.AlignAbsolute


def paint_words(
    painter: QPainter, place: QRect, text: str, direction: Qt.LayoutDirection, *, at_end: bool = False
) -> None:
    """Paint a line where a row begins, or where it ends, in the middle of its height.

    Args:
        painter: Has the font and the pen.
        place: Where; the text was cut to fit.
        text: One line.
        direction: The row's.
        at_end: Whether it stands at the row's end.
    """
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    painter.drawText(place, int(side_of(direction, at_end=at_end) | Qt.AlignmentFlag.AlignVCenter), text)
