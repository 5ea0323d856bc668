"""A row of buttons that keeps to one line: those that find no room stand in a menu at its end."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from fanwiki.desktop.icons import icon

_SIZE = QSize(18, 18)


class ActionRow(QWidget):
    """Buttons for actions.

    Args:
        actions: What they do, the most wanted first.
    """

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.buttons: list[QToolButton] = []
        self.more = QToolButton(self)
        self.more.setIcon(icon("mdi6.dots-horizontal"))
        self.more.setIconSize(_SIZE)
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.more.setMenu(QMenu(self.more))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(1)
        for action in actions:
            button = QToolButton(self)
            button.setDefaultAction(action)
            button.setIconSize(_SIZE)
            button.setAccessibleName(action.text().replace("&", ""))
            self.buttons.append(button)
            self._layout.addWidget(button)
        self._layout.addWidget(self.more)
        self._layout.addStretch(1)
        self._say_name()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many as find room."""
        super().resizeEvent(event)
        self._share_room()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the language, and the size of letters."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_name()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._share_room()

    def _say_name(self) -> None:
        name = self.tr("More commands for the text")
        self.more.setAccessibleName(name)
        self.more.setToolTip(name)

    def _share_room(self) -> None:
        step = max(button.sizeHint().width() for button in self.buttons) + self._layout.spacing()
        fitting = self.width() // step
        shown = len(self.buttons) if fitting >= len(self.buttons) else max(0, fitting - 1)
        has_focus = any(button.hasFocus() for button in self.buttons[shown:])
        for number, button in enumerate(self.buttons):
            button.setVisible(number < shown)
        self.more.setVisible(shown < len(self.buttons))
        self.more.menu().clear()
        self.more.menu().addActions([button.defaultAction() for button in self.buttons[shown:]])
        if has_focus:
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
