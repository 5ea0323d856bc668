"""The Markdown editor: a plain text edit that helps with lists, brackets, links, spelling and pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from fanwiki.desktop.edit import text_commands
from fanwiki.desktop.edit.completion import Completer, Completion, CompletionPopup
from fanwiki.desktop.edit.dropped import DroppedFile, files_of
from fanwiki.desktop.edit.highlighter import MarkdownHighlighter, SourceColors
from fanwiki.desktop.edit.inserts import INSERTS, Insert, matching_inserts
from fanwiki.desktop.edit.markdown_lines import is_item
from fanwiki.desktop.edit.trigger import Trigger, Wanted, find_trigger

TEXT_WIDTH = 760
"""Pixels of the text's column; wider windows get margins, since long lines are hard to read."""

_MARGIN = 20
_LETTER = 14
_COMPLETION_DELAY = 30
_LINK = re.compile(r"!?\[\[([^\[\]|#]+)[^\[\]]*\]\]")

FileTaker = Callable[[DroppedFile], "str | None"]
"""Gets a dropped or pasted file; returns the Markdown that shows it, or None if it was refused and told."""


class SourceEditor(QPlainTextEdit):
    """Edits Markdown source.

    Args:
        colors: The theme's colours for the source.

    Signals:
        focused(bool): The keyboard came or went.
        link_followed(str): Ctrl+click on a link: its target.
        link_hovered(str): The pointer came to a link with this target, or left it (empty).
        insert_wanted(str): An insert was chosen that is more than text: its action.
        menu_wanted(object, str): The context menu was asked for: where (QPoint) and the misspelt word, or "".
    """

    focused = Signal(bool)
    link_followed = Signal(str)
    link_hovered = Signal(str)
    insert_wanted = Signal(str)
    menu_wanted = Signal(object, str)

    def __init__(self, colors: SourceColors, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sourceEditor")
        self.setAccessibleName(self.tr("Page source"))
        self.setPlaceholderText(self.tr("Write here. Type [[ to link a page, # for a tag, / to insert something."))
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setCursorWidth(2)
        self.highlighter = MarkdownHighlighter(self.document(), colors)
        self._completer: Completer | None = None
        self._inserts: Callable[[], Sequence[Insert]] = lambda: INSERTS
        self._take_file: FileTaker | None = None
        self._is_wrong: Callable[[str], bool] | None = None
        self._trigger: Trigger | None = None
        self._hovered = ""
        self._lets_go = False
        self.viewport().setMouseTracking(True)
        self._popup = CompletionPopup(self)
        self._popup.chosen.connect(self.complete)
        self._offer_timer = QTimer(self, singleShot=True, interval=_COMPLETION_DELAY)
        self._offer_timer.timeout.connect(self.offer)
        self.cursorPositionChanged.connect(self._caret_moved)

    @property
    def popup(self) -> CompletionPopup:
        """The list of suggestions."""
        return self._popup

    def set_completer(self, completer: Completer | None) -> None:
        """Say where titles and tags come from; inserts are the editor's own."""
        self._completer = completer

    def set_inserts(self, inserts: Callable[[], Sequence[Insert]]) -> None:
        """Say what a slash offers."""
        self._inserts = inserts

    def set_file_taker(self, take_file: FileTaker | None) -> None:
        """Say who keeps dropped and pasted files."""
        self._take_file = take_file

    def set_spelling(self, is_wrong: Callable[[str], bool] | None) -> None:
        """Underline what this finds wrong."""
        self._is_wrong = is_wrong
        self.highlighter.set_spelling(is_wrong)

    def load(self, text: str) -> None:
        """Show another text, with nothing to undo."""
        self.setPlainText(text)
        self.document().setModified(False)

    def offer(self) -> None:
        """Open the suggestions for what stands before the caret."""
        cursor = self.textCursor()
        self._trigger = find_trigger(cursor.block().text()[: cursor.positionInBlock()])
        choices = self._choices(self._trigger) if self._trigger is not None else []
        caret = self.cursorRect()
        caret.moveTopLeft(self.viewport().mapToGlobal(caret.topLeft()))
        self._popup.offer(choices, caret)

    def complete(self, choice: Completion) -> None:
        """Put a choice in place of what was typed."""
        trigger = self._trigger
        if trigger is None:
            return
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, trigger.length)
        with text_commands.one_step(cursor):
            if choice.action:
                cursor.removeSelectedText()
                self.setTextCursor(cursor)
            elif choice.snippet:
                cursor.removeSelectedText()
                self.setTextCursor(cursor)
                text_commands.insert_snippet(self, choice.snippet, own_line=choice.own_line)
            else:
                cursor.insertText(choice.insert)
                if trigger.wanted in (Wanted.TITLE, Wanted.EMBED):
                    self._close_link(cursor)
                self.setTextCursor(cursor)
        if choice.action:
            self.insert_wanted.emit(choice.action)

    def replace_word(self, word: str) -> None:
        """Put a better word in place of the one that the context menu was opened on."""
        cursor = self.textCursor()
        if not cursor.hasSelection():
            cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        with text_commands.one_step(cursor):
            cursor.insertText(word)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let the suggestions have a key first, then the helpers, then Qt."""
        if self._popup.isVisible() and self._popup.take_key(event):
            return
        if self._leave_by(Qt.Key(event.key())):
            return
        if not self._take_key(event):
            super().keyPressEvent(event)
        if (event.text() and event.text().isprintable()) or (
            event.key() == Qt.Key.Key_Backspace and self._popup.isVisible()
        ):
            self._offer_timer.start()

    def _leave_by(self, key: Qt.Key) -> bool:
        """Let Tab go on to what follows, or back, after Escape; at all other times it is the text's."""
        lets_go, self._lets_go = self._lets_go, key == Qt.Key.Key_Escape
        if not lets_go or key not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return False
        self.setTabChangesFocus(True)
        is_left = self.focusNextChild() if key == Qt.Key.Key_Tab else self.focusPreviousChild()
        self.setTabChangesFocus(False)
        return is_left

    def _take_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        plain = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            return text_commands.break_line(self)
        if key == Qt.Key.Key_Backtab:
            text_commands.outdent(self)
            return True
        if key == Qt.Key.Key_Tab and plain:
            return self._take_tab()
        if key == Qt.Key.Key_Backspace and plain:
            return text_commands.delete_pair(self)
        if len(event.text()) == 1 and not modifiers & Qt.KeyboardModifier.ControlModifier:
            return text_commands.type_bracket(self, event.text())
        return False

    def _take_tab(self) -> bool:
        cursor = self.textCursor()
        if cursor.hasSelection() or is_item(cursor.block().text()):
            text_commands.indent(self)
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Follow a link on Ctrl+click."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            target = self._link_at(event)
            if target:
                self.link_followed.emit(target)
                return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell which link the pointer is on."""
        super().mouseMoveEvent(event)
        self._hover("" if event.buttons() else self._link_at(event))

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer left."""
        super().leaveEvent(event)
        self._hover("")

    def _hover(self, target: str) -> None:
        if target != self._hovered:
            self._hovered = target
            self.link_hovered.emit(target)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu, with the misspelt word it was opened on."""
        cursor = self.cursorForPosition(event.pos())
        if not self.textCursor().hasSelection():
            self.setTextCursor(cursor)
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        word = cursor.selectedText()
        wrong = bool(word) and self._is_wrong is not None and self._is_wrong(word)
        self.menu_wanted.emit(event.globalPos(), word if wrong else "")

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Close the suggestions and tell that the keyboard went."""
        super().focusOutEvent(event)
        self._popup.hide()
        self.focused.emit(False)

    def hideEvent(self, event: QEvent) -> None:
        """Close the suggestions."""
        self._offer_timer.stop()
        self._hover("")
        self._popup.hide()
        super().hideEvent(event)  # type: ignore[arg-type]  # the stub wants QHideEvent, which it is

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the text's column readable."""
        super().resizeEvent(event)
        side = max(_MARGIN, (self.width() - TEXT_WIDTH) // 2)
        self.setViewportMargins(side, _MARGIN // 2, min(side, 2 * _MARGIN) if side == _MARGIN else side, 0)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Take pictures and files too."""
        return source.hasImage() or source.hasUrls() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand files and pictures on and put in what shows them."""
        files = files_of(source) if self._take_file is not None else []
        if not files:
            super().insertFromMimeData(source)
            return
        for file in files:
            markdown = self._take_file(file) if self._take_file is not None else None
            if markdown:
                self.textCursor().insertText(markdown)

    def _choices(self, trigger: Trigger) -> list[Completion]:
        if trigger.wanted is Wanted.INSERT:
            return [
                Completion(
                    insert.shown_text,
                    "",
                    icon=insert.icon,
                    snippet=insert.snippet,
                    own_line=insert.own_line,
                    action=insert.action,
                )
                for insert in matching_inserts(trigger.typed, self._inserts())
            ]
        return list(self._completer(trigger)) if self._completer is not None else []

    def _close_link(self, cursor: QTextCursor) -> None:
        """Step over the brackets that closed themselves, or write them."""
        following = cursor.block().text()[cursor.positionInBlock() :]
        there = len(following[:2]) - len(following[:2].lstrip("]"))
        cursor.movePosition(QTextCursor.MoveOperation.Right, QTextCursor.MoveMode.MoveAnchor, there)
        cursor.insertText("]" * (2 - there))

    def _caret_moved(self) -> None:
        if not self._popup.isVisible() or self._trigger is None:
            return
        cursor = self.textCursor()
        if find_trigger(cursor.block().text()[: cursor.positionInBlock()]) is None:
            self._popup.hide()

    def _link_at(self, event: QMouseEvent) -> str:
        cursor = self.cursorForPosition(event.position().toPoint())
        for found in _LINK.finditer(cursor.block().text()):
            # The nearest caret to a point past the line's end is the line's end; the link is not there.
            reach = self.cursorRect(cursor).adjusted(-_LETTER, 0, _LETTER, 0)
            if found.start() <= cursor.positionInBlock() <= found.end() and reach.contains(event.position().toPoint()):
                return found.group(1).strip()
        return ""
