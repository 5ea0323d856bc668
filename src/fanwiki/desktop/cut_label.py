"""A line of text that gives way: it is cut where the room ends, begins where the window does, and its tip is whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel

from fanwiki.desktop.row_words import paint_words

_SMALLEST = 60


class CutLabel(QLabel):
    """A title in the head of a pane."""

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than a few letters."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), _SMALLEST), size.height())

    def shown_text(self) -> str:
        """Return what there is room for."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint it; a title that reads the other way stands where the others do."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        paint_words(painter, self.contentsRect(), self.shown_text(), self.layoutDirection())
        painter.end()
