"""The control in the status bar that says how many films the reader has seen, and opens the shield."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton, QWidget

from fanwiki.desktop.icons import icon
from fanwiki.desktop.reader import Reading
from fanwiki.desktop.words import filled


class ShieldButton(QToolButton):
    """Tells the state of the spoiler shield."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shieldButton")
        self.setIcon(icon("mdi6.shield-half-full"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setToolTip(self.tr("Say which films you have seen"))

    def tell(self, films: Sequence[str], reading: Reading) -> None:
        """Say how many of these films the reader has seen."""
        seen = sum(1 for title in films if title in reading.seen)
        text = filled(self.tr("%1 of %2 films seen"), seen, len(films))
        if reading.sees_all:
            text = self.tr("Shield off")
        elif not films:
            text = self.tr("No films yet")
        self.setText(text)
        self.setAccessibleName(text)
