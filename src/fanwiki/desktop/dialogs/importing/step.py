"""What the pages of the wizard share: a heading, a sentence, and labels in the window's style."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from fanwiki.desktop.dialog_frame import heading, sentence


class Step(QWidget):
    """A page of the wizard.

    Args:
        asked: What it is about.
        text: What is asked there; may be empty.

    Signals:
        ready_changed(): Whether one may go on is another answer now.
    """

    ready_changed = Signal()

    def __init__(self, asked: str, text: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.title = heading(asked, self)
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
        return sentence(text, self)

    def section(self, text: str) -> QLabel:
        """Return a label for a part of the page."""
        label = QLabel(text, self)
        label.setProperty("role", "section")
        return label
