"""Buttons that give way: a long text is cut where the room ends, and the tip shows it whole."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QStyleOptionButton, QStylePainter, QWidget

_SMALLEST = 80


class GivingButton(QPushButton):
    """A button that may become narrower than its text.

    Args:
        text: What it says.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setToolTip(text)
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Ask for no more than a few letters."""
        size = super().minimumSizeHint()
        return QSize(min(size.width(), _SMALLEST), size.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text cut to the room there is."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        lacking = self.sizeHint().width() - self.width()
        if lacking > 0:
            room = self.fontMetrics().horizontalAdvance(option.text) - lacking
            option.text = self.fitted(option.text, room)
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        painter.end()

    def fitted(self, text: str, room: int) -> str:
        """Return a text cut to so many pixels."""
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room)


class TwoLineButton(GivingButton):
    """One that breaks its text in two lines before it cuts it; its place is high enough for them."""

    def fitted(self, text: str, room: int) -> str:
        """Return a text as up to two lines of so many pixels."""
        metrics = self.fontMetrics()
        first, rest = "", text
        while " " in rest and metrics.horizontalAdvance(f"{first} {rest.partition(' ')[0]}".strip()) <= room:
            word, _, rest = rest.partition(" ")
            first = f"{first} {word}".strip()
        last = super().fitted(rest, room)
        return f"{first}\n{last}" if first else last


class LinkButton(GivingButton):
    """One that reads like a link."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("quiet", True)
        self.setProperty("inline", True)
