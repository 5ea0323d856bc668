"""A bar above the page that tells an expected failure: what happened, what to do. It waits to be read."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from fanwiki.desktop.icons import icon
from fanwiki.desktop.theme import Theme


class MessageBar(QFrame):
    """Shows one message at a time, the newest.

    Args:
        theme: Colours the icon.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("messageBar")
        sign = QLabel(self)
        sign.setPixmap(icon("mdi6.alert-circle-outline", lambda: theme.color("amber")).pixmap(22, 22))
        self._text = QLabel(self)
        self._text.setObjectName("messageText")
        self._hint = QLabel(self)
        self._hint.setObjectName("messageHint")
        self._hint.setProperty("role", "note")
        for label in (self._text, self._hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton(self)
        close.setIcon(icon("mdi6.close"))
        close.setToolTip(self.tr("Close this message"))
        close.setAccessibleName(self.tr("Close this message"))
        close.clicked.connect(self.hide)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._text)
        words.addWidget(self._hint)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 8, 8, 8)
        layout.setSpacing(10)
        layout.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def text(self) -> str:
        """What is told."""
        return self._text.text()

    def tell(self, text: str, hint: str) -> None:
        """Tell what happened and what to do."""
        self._text.setText(text)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        self.setAccessibleName(f"{text} {hint}".strip())
        self.show()
