"""A filter that is on, with a cross to take it away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

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
        self._put_cross_behind()
        self.setIcon(icon("mdi6.close"))
        self.setAccessibleName(filled(self.tr("Remove the filter %1"), text))
        self.setToolTip(self.accessibleName())
        self.clicked.connect(lambda: self.removed.emit(text))

    def changeEvent(self, event: QEvent) -> None:
        """Keep the cross behind the text when the window is turned round."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.ApplicationLayoutDirectionChange:
            self._put_cross_behind()

    def _put_cross_behind(self) -> None:
        # Qt puts icons where reading begins; a button that reads the other way has it at the end.
        ahead, back = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
        self.setLayoutDirection(back if QApplication.layoutDirection() == ahead else ahead)
