"""Keeps the window's keys the window's while a text has the focus.

On X11 Qt's text widgets take Emacs keys for themselves: Ctrl+E goes to the end of the line, Ctrl+K deletes to it,
Ctrl+D deletes a character, Ctrl+H another. What the table of actions names goes first; those keys' plain forms
(End, Delete, Backspace) still do that.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from fanwiki.desktop.actions import Action

_SEEN = "ownKeysGuarded"


class OwnKeys(QObject):
    """Watches the text widgets of one window.

    A filter on the whole application would see every event of it; this one is put on a widget when it first gets
    the focus.

    Args:
        table: The actions whose keys are meant.
        window: The window.
    """

    def __init__(self, table: Iterable[Action], window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._keys = {QKeySequence(key).toString() for action in table for key in action.keys}
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_came)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let a key of the table be a shortcut, though the text would take it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._is_ours(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        return QKeySequence(event.keyCombination()).toString() in self._keys

    def _focus_came(self, _old: QWidget | None, new: QWidget | None) -> None:
        is_text = isinstance(new, QLineEdit | QPlainTextEdit | QTextEdit)
        if new is None or not is_text or new.window() is not self._window or new.property(_SEEN):
            return
        new.setProperty(_SEEN, True)
        new.installEventFilter(self)
