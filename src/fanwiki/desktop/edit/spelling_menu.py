"""The editor's context menu: better words first, looked for in a job while the menu is open."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from fanwiki.desktop.edit.source_editor import SourceEditor
from fanwiki.desktop.edit.spelling import SpellChecker
from fanwiki.desktop.runner import JobRunner
from fanwiki.desktop.words import filled


class SpellingMenu(QObject):
    """Underlines misspelt words and offers better ones.

    Args:
        editor: Where.
        spelling: Knows words.
        runner: Looks for suggestions, which takes up to half a second.
    """

    def __init__(self, editor: SourceEditor, spelling: SpellChecker, runner: JobRunner) -> None:
        super().__init__(editor)
        self._editor = editor
        self._spelling = spelling
        self._runner = runner
        editor.menu_wanted.connect(self.open)
        spelling.changed.connect(self._check)

    def open(self, place: QPoint, word: str) -> QMenu:
        """Show the menu, for a misspelt word with better ones."""
        menu = self._editor.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if word:
            self._offer(menu, word)
        menu.popup(place)
        return menu

    def _check(self) -> None:
        self._editor.set_spelling(self._spelling.is_wrong if self._spelling.is_ready else None)

    def _offer(self, menu: QMenu, word: str) -> None:
        first = menu.actions()[0]
        waiting = QAction(self.tr("Looking for a better word…"), menu)
        waiting.setEnabled(False)
        right = QAction(filled(self.tr("“%1” is right"), word), menu)
        right.triggered.connect(partial(self._spelling.add, word))
        line = QAction(menu)
        line.setSeparator(True)
        for action in (waiting, right, line):
            menu.insertAction(first, action)
        self._runner.start(
            lambda _progress: self._spelling.suggestions(word), text="", done=partial(self._show, menu, waiting)
        )

    def _show(self, menu: QMenu, waiting: QAction, words: Sequence[str]) -> None:
        if not shiboken6.isValid(menu):
            return
        for word in words:
            action = QAction(word, menu)
            action.triggered.connect(partial(self._editor.replace_word, word))
            menu.insertAction(waiting, action)
        waiting.setVisible(not words)
        waiting.setText(self.tr("No better word is known"))
