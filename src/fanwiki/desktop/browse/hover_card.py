"""A small card that tells what a link leads to, while the pointer rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor, QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from fanwiki.desktop.icons import icon
from fanwiki.desktop.theme import Theme

if TYPE_CHECKING:
    from fanwiki.services.documents import Card

REST = 450
"""Milliseconds the pointer rests before the card comes."""

_WIDTH = 340
_AWAY = 18


class HoverCard(QFrame):
    """Shows a page in a few words.

    Args:
        theme: Colours its icon.
    """

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("hoverCard")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFixedWidth(_WIDTH)
        self._theme = theme
        self._sign = QLabel(self)
        self._title = QLabel(self)
        self._title.setProperty("role", "heading")
        self._title.setWordWrap(True)
        self._kind = QLabel(self)
        self._kind.setProperty("role", "note")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        for label in (self._title, self._kind, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._sign)
        head.addWidget(self._kind, 1)
        self._lines = layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 14)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._title)
        layout.addWidget(self._text)

    @property
    def text(self) -> str:
        """What the card says."""
        return f"{self._title.text()}\n{self._text.text()}"

    def tell(self, card: Card, beside: QPoint | None = None) -> None:
        """Show a page's card beside the pointer."""
        self._sign.setPixmap(icon(card.icon, lambda: self._theme.color("accent")).pixmap(18, 18))
        self._kind.setText(card.kind)
        self._title.setText(card.title)
        self._text.setText(card.text)
        self._text.setVisible(bool(card.text))
        self.setAccessibleName(f"{card.title}. {card.kind}. {card.text}")
        self.ensurePolished()
        self.setFixedHeight(self._lines.totalHeightForWidth(_WIDTH))
        place = beside if beside is not None else QCursor.pos()
        screen = QGuiApplication.screenAt(place) or QGuiApplication.primaryScreen()
        self.move(_beside(place, self.frameGeometry(), screen.availableGeometry()))
        self.show()


def _beside(place: QPoint, card: QRect, area: QRect) -> QPoint:
    x = min(place.x() + _AWAY, area.right() - card.width())
    below = place.y() + _AWAY
    y = below if below + card.height() <= area.bottom() else place.y() - _AWAY - card.height()
    return QPoint(max(area.left(), x), max(area.top(), y))
