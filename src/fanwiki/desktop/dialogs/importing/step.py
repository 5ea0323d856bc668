"""What the pages of the wizard share: a heading, a sentence, and labels in the window's style."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fanwiki.desktop.theme import Theme


class Step(QWidget):
    """A page of the wizard.

    Args:
        heading: What it is about.
        text: What is asked there; may be empty.

    Signals:
        ready_changed(): Whether one may go on is another answer now.
    """

    ready_changed = Signal()

    def __init__(self, heading: str, text: str, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(10)
        self.title = QLabel(heading, self)
        self.title.setFont(theme.display_font())
        self.title.setWordWrap(True)
        self.column.addWidget(self.title)
        if text:
            self.column.addWidget(self.note(text))

    @property
    def is_ready(self) -> bool:
        """Whether one may go on."""
        return True

    def begin(self) -> None:
        """Put the focus where one begins."""

    def note(self, text: str = "") -> QLabel:
        """Return a label for a sentence."""
        label = QLabel(text, self)
        label.setProperty("role", "note")
        label.setWordWrap(True)
        return label

    def section(self, text: str) -> QLabel:
        """Return a label for a part of the page."""
        label = QLabel(text, self)
        label.setProperty("role", "section")
        return label
