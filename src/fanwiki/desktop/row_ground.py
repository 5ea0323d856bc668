"""What lies under a row of a list that paints itself: selected, under the mouse, focused."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle

from fanwiki.desktop.theme import Theme


def paint_ground(painter: QPainter, rect: QRect, state: QStyle.StateFlag, theme: Theme) -> None:
    """Paint it over the whole row; the caller saves and restores the painter."""
    painter.setPen(Qt.PenStyle.NoPen)
    area = rect.adjusted(4, 1, -4, -1)
    if state & QStyle.StateFlag.State_Selected:
        painter.setBrush(theme.color("selection"))
        painter.drawRoundedRect(area, 6, 6)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(theme.color("sunken"))
        painter.drawRoundedRect(area, 6, 6)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(theme.color("focus"))
        painter.drawRoundedRect(area, 6, 6)
