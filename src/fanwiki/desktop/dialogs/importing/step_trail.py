"""Where one is among the pages of the wizard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from fanwiki.desktop.words import filled


class StepTrail(QWidget):
    """The names of the pages in a row; the one that shows stands out.

    Args:
        names: In their order.
    """

    def __init__(self, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("stepTrail")
        self._labels = [QLabel(f"{number}  {name}", self) for number, name in enumerate(names, 1)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(24)
        for label in self._labels:
            label.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(label)
        row.addStretch(1)

    def show_place(self, place: int) -> None:
        """Let one stand out."""
        for number, label in enumerate(self._labels):
            label.setProperty("role", "step-here" if number == place else "step")
            label.style().polish(label)
        self.setAccessibleName(filled(self.tr("Step %1 of %2"), place + 1, len(self._labels)))
