"""The bar that finds in a page or a source, and replaces in a source."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.edit.text_commands import one_step
from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import filled

_WIDEST = 300
"""Pixels of a line at most; in a wide window it would look for a sentence."""


class FindBar(QFrame):
    """Asks what to find. It searches nothing itself, so pages and sources share it.

    Args:
        can_replace: Whether there is a second line for replacing.

    Signals:
        wanted(str, bool, bool): Find this; backwards; with the same case.
        replace_wanted(str, str): Replace the found text by this and go on.
        replace_all_wanted(str, str): Replace every one.
        closed(): The bar was closed.
    """

    wanted = Signal(str, bool, bool)
    replace_wanted = Signal(str, str)
    replace_all_wanted = Signal(str, str)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, can_replace: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self._box = QLineEdit(self)
        self._box.setObjectName("findBox")
        self._box.setPlaceholderText(self.tr("Find"))
        self._box.setAccessibleName(self.tr("Find"))
        self._box.setClearButtonEnabled(True)
        self._count = QLabel(self)
        self._count.setProperty("role", "note")
        self._same_case = self._switch("mdi6.format-letter-case", self.tr("Match case"))
        self._replacement = QLineEdit(self)
        self._replacement.setObjectName("replaceBox")
        self._replacement.setPlaceholderText(self.tr("Replace with"))
        self._replacement.setAccessibleName(self.tr("Replace with"))
        self._replace = QPushButton(self.tr("Replace"), self)
        self._replace_all = QPushButton(self.tr("Replace all"), self)
        self._replace_row = (self._replacement, self._replace, self._replace_all)
        self._lay_out()
        self.set_replacing(can_replace)
        self._box.textChanged.connect(lambda: self.find_next())
        self._same_case.toggled.connect(lambda: self.find_next())
        self._replace.clicked.connect(lambda: self.replace_wanted.emit(self._box.text(), self._replacement.text()))
        self._replace_all.clicked.connect(
            lambda: self.replace_all_wanted.emit(self._box.text(), self._replacement.text())
        )
        self.hide()

    def _lay_out(self) -> None:
        up = self._button("mdi6.chevron-up", self.tr("Find previous"), lambda: self.find_next(backwards=True))
        down = self._button("mdi6.chevron-down", self.tr("Find next"), lambda: self.find_next())
        close = self._button("mdi6.close", self.tr("Close"), self.close_bar)
        above, below = QHBoxLayout(), QHBoxLayout()
        above.addWidget(self._box, 3)
        for widget in (self._same_case, up, down, self._count):
            above.addWidget(widget)
        above.addStretch(1)
        above.addWidget(close)
        below.addWidget(self._replacement, 3)
        below.addWidget(self._replace)
        below.addWidget(self._replace_all)
        below.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 6, 12, 6)
        layout.setSpacing(6)
        for row in (above, below):
            row.setSpacing(6)
            layout.addLayout(row)
        for line in (self._box, self._replacement):
            line.setMaximumWidth(_WIDEST)

    def _button(self, name: str, text: str, callback: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: callback())  # type: ignore[operator]
        return button

    def _switch(self, name: str, text: str) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setCheckable(True)
        return button

    @property
    def text(self) -> str:
        """What is looked for."""
        return self._box.text()

    @property
    def same_case(self) -> bool:
        """Whether capitals count."""
        return self._same_case.isChecked()

    def set_replacing(self, shown: bool) -> None:
        """Show or hide the line for replacing."""
        for widget in self._replace_row:
            widget.setVisible(shown)

    def open_with(self, text: str = "") -> None:
        """Show the bar, with the selected text if there is one."""
        self.show()
        if text and "\n" not in text:
            self._box.setText(text)
        self._box.setFocus()
        self._box.selectAll()

    def find_next(self, *, backwards: bool = False) -> None:
        """Ask for the next or the previous place."""
        self.wanted.emit(self._box.text(), backwards, self.same_case)

    def show_count(self, current: int, total: int) -> None:
        """Say which of how many places is marked."""
        if not self._box.text():
            self._count.setText("")
        elif total == 0:
            self._count.setText(self.tr("Not found"))
        else:
            self._count.setText(filled(self.tr("%1 of %2"), current, total))

    def close_bar(self) -> None:
        """Hide the bar."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Find with Enter, close with Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.find_next(backwards=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)


class SourceSearch:
    """Finds and replaces in a text edit.

    Args:
        edit: Where.
        bar: Who asks.
    """

    def __init__(self, edit: QPlainTextEdit, bar: FindBar) -> None:
        self._edit = edit
        self._bar = bar
        bar.wanted.connect(self.find)
        bar.replace_wanted.connect(self.replace)
        bar.replace_all_wanted.connect(self.replace_all)

    def find(self, text: str, backwards: bool, same_case: bool) -> None:
        """Mark the next place, going round at the end."""
        edit, cursor = self._edit, self._edit.textCursor()
        if not text:
            self._bar.show_count(0, 0)
            return
        flags = _flags(backwards, same_case)
        # While typing, the place that is marked may still fit.
        start = cursor.selectionStart() if cursor.selectedText().casefold() != text.casefold() else cursor.position()
        cursor.setPosition(cursor.selectionStart() if backwards else start)
        found = edit.document().find(text, cursor, flags)
        if found.isNull():
            cursor.movePosition(QTextCursor.MoveOperation.End if backwards else QTextCursor.MoveOperation.Start)
            found = edit.document().find(text, cursor, flags)
        if not found.isNull():
            edit.setTextCursor(found)
            edit.ensureCursorVisible()
        self._count(text, same_case)

    def replace(self, text: str, replacement: str) -> None:
        """Replace the marked place and go to the next."""
        cursor = self._edit.textCursor()
        selected = cursor.selectedText()
        if text and (selected == text if self._bar.same_case else selected.casefold() == text.casefold()):
            with one_step(cursor):
                cursor.insertText(replacement)
        self.find(text, False, self._bar.same_case)

    def replace_all(self, text: str, replacement: str) -> None:
        """Replace every place, as one step of undo."""
        if not text:
            return
        document = self._edit.document()
        flags = _flags(False, self._bar.same_case)
        outer = QTextCursor(document)
        with one_step(outer):
            found = document.find(text, 0, flags)
            while not found.isNull():
                found.insertText(replacement)
                found = document.find(text, found, flags)
        self._count(text, self._bar.same_case)

    def _count(self, text: str, same_case: bool) -> None:
        whole = self._edit.toPlainText()
        wanted = text
        if not same_case:
            whole, wanted = whole.lower(), text.lower()
        places = []
        at = whole.find(wanted)
        while at >= 0:
            places.append(at)
            at = whole.find(wanted, at + len(wanted))
        start = self._edit.textCursor().selectionStart()
        current = sum(1 for place in places if place <= start)
        self._bar.show_count(current, len(places))


def _flags(backwards: bool, same_case: bool) -> QTextDocument.FindFlag:
    flags = QTextDocument.FindFlag(0)
    if backwards:
        flags |= QTextDocument.FindFlag.FindBackward
    if same_case:
        flags |= QTextDocument.FindFlag.FindCaseSensitively
    return flags
