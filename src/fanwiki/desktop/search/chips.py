"""A filter that is on, with a cross to take it away."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import filled


class Chip(QPushButton):
    """A filter that is on.

    Signals:
        removed(str): The filter was taken away.
    """

    removed = Signal(str)

    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text.replace("&", "&&"), parent)
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setChecked(True)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIcon(icon("mdi6.close"))
        self.setAccessibleName(filled(self.tr("Remove the filter %1"), text))
        self.setToolTip(self.accessibleName())
        self.clicked.connect(lambda: self.removed.emit(text))
