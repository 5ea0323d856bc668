"""Commands on a text edit: each is one step of its undo, and leaves the selection where typing goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from fanwiki.desktop.edit import markdown_lines
from fanwiki.desktop.edit.inserts import CARET

_PARAGRAPH = "\u2029"


@contextmanager
def one_step(cursor: QTextCursor) -> Iterator[None]:
    """Make everything within one step of undo."""
    cursor.beginEditBlock()
    try:
        yield
    finally:
        cursor.endEditBlock()


def selected_text(cursor: QTextCursor) -> str:
    """Return the selection with plain line ends."""
    return cursor.selectedText().replace(_PARAGRAPH, "\n")


def wrap_selection(edit: QPlainTextEdit, mark: str, closing: str | None = None) -> None:
    """Put marks around the selection or the word at the caret, or take them away.

    Without a word the marks are put in and the caret between them.
    """
    cursor = edit.textCursor()
    end = mark if closing is None else closing
    if not cursor.hasSelection():
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
    if not cursor.hasSelection():
        with one_step(cursor):
            cursor.insertText(mark + end)
        cursor.movePosition(QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.MoveAnchor, len(end))
        edit.setTextCursor(cursor)
        return
    _take_in_marks(cursor, mark, end)
    made = markdown_lines.toggle_wrap(selected_text(cursor), mark, end)
    replace_selection(edit, cursor, made)


def _take_in_marks(cursor: QTextCursor, mark: str, end: str) -> None:
    """Widen the selection when the marks stand just outside it."""
    text = cursor.document().toPlainText()
    start, stop = cursor.selectionStart(), cursor.selectionEnd()
    wider_start, wider_stop = start - len(mark), stop + len(end)
    if wider_start < 0 or text[wider_start:start] != mark or text[stop:wider_stop] != end:
        return
    if len(mark) == 1 and text[wider_start - 1 : wider_start] == mark:
        return
    cursor.setPosition(wider_start)
    cursor.setPosition(wider_stop, QTextCursor.MoveMode.KeepAnchor)


def replace_selection(edit: QPlainTextEdit, cursor: QTextCursor, text: str) -> None:
    """Put text in place of the selection and keep it selected."""
    start = cursor.selectionStart()
    with one_step(cursor):
        cursor.insertText(text)
    cursor.setPosition(start)
    cursor.setPosition(start + units(text), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def set_heading(edit: QPlainTextEdit, level: int) -> None:
    """Make the selected lines headings of a level; a second time plain text."""
    _change_lines(edit, lambda lines: [markdown_lines.set_heading(line, level) for line in lines])


def toggle_prefix(edit: QPlainTextEdit, prefix: str) -> None:
    """Make the selected lines a list or a quotation, or plain text again."""
    _change_lines(edit, lambda lines: markdown_lines.toggle_prefix(lines, prefix))


def indent(edit: QPlainTextEdit) -> None:
    """Indent the selected lines."""
    _change_lines(edit, markdown_lines.indent_lines)


def outdent(edit: QPlainTextEdit) -> None:
    """Take one step of indent from the selected lines."""
    _change_lines(edit, markdown_lines.outdent_lines)


def _change_lines(edit: QPlainTextEdit, change: Callable[[list[str]], list[str]]) -> None:
    cursor = edit.textCursor()
    had_selection = cursor.hasSelection()
    from_end = len(cursor.block().text()) - cursor.positionInBlock()
    start, end = cursor.selectionStart(), cursor.selectionEnd()
    cursor.setPosition(start)
    cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock)
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    replace_selection(edit, cursor, "\n".join(change(selected_text(cursor).split("\n"))))
    if not had_selection:
        cursor = edit.textCursor()
        cursor.clearSelection()
        cursor.setPosition(max(cursor.block().position(), cursor.position() - from_end))
        edit.setTextCursor(cursor)


def insert_snippet(edit: QPlainTextEdit, snippet: str, *, own_line: bool) -> None:
    """Put in a text with caret marks: one says where typing goes on, two what is selected.

    Args:
        edit: The editor.
        snippet: The text, with `CARET` marks.
        own_line: Whether it begins on a line of its own.
    """
    cursor = edit.textCursor()
    before = cursor.block().text()[: cursor.positionInBlock()]
    lead = "\n" if own_line and before.strip() else ""
    parts = (lead + snippet).split(CARET)
    start = cursor.selectionStart()
    with one_step(cursor):
        cursor.insertText("".join(parts))
    if len(parts) > 1:
        cursor.setPosition(start + units(parts[0]))
        if len(parts) > 2:
            cursor.setPosition(start + units(parts[0] + parts[1]), QTextCursor.MoveMode.KeepAnchor)
    edit.setTextCursor(cursor)


def break_line(edit: QPlainTextEdit) -> bool:
    """Break a line within a list or quotation; tell whether that was so."""
    cursor = edit.textCursor()
    if cursor.hasSelection():
        return False
    following = markdown_lines.next_line(cursor.block().text()[: cursor.positionInBlock()])
    if following is None:
        return False
    with one_step(cursor):
        if following.clear:
            cursor.movePosition(QTextCursor.MoveOperation.StartOfBlock, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
        else:
            cursor.insertText("\n" + following.prefix)
    edit.setTextCursor(cursor)
    edit.ensureCursorVisible()
    return True


def type_bracket(edit: QPlainTextEdit, char: str) -> bool:
    """Close a bracket that is opened, step over one that is closed, wrap a selection; tell whether it was done."""
    cursor = edit.textCursor()
    if cursor.hasSelection():
        if char not in markdown_lines.PAIRS and char not in markdown_lines.WRAPPERS:
            return False
        text = selected_text(cursor)
        start = cursor.selectionStart()
        with one_step(cursor):
            cursor.insertText(char + text + markdown_lines.PAIRS.get(char, char))
        cursor.setPosition(start + 1)
        cursor.setPosition(start + 1 + units(text), QTextCursor.MoveMode.KeepAnchor)
        edit.setTextCursor(cursor)
        return True
    following = cursor.block().text()[cursor.positionInBlock() : cursor.positionInBlock() + 1]
    if char in markdown_lines.PAIRS.values() and following == char:
        cursor.movePosition(QTextCursor.MoveOperation.Right)
        edit.setTextCursor(cursor)
        return True
    if char in markdown_lines.PAIRS and (not following or following.isspace() or following in ")]}”».,;:"):
        with one_step(cursor):
            cursor.insertText(char + markdown_lines.PAIRS[char])
        cursor.movePosition(QTextCursor.MoveOperation.Left)
        edit.setTextCursor(cursor)
        return True
    return False


def delete_pair(edit: QPlainTextEdit) -> bool:
    """Delete both brackets when the caret stands between an empty pair; tell whether it did."""
    cursor = edit.textCursor()
    at = cursor.positionInBlock()
    text = cursor.block().text()
    if cursor.hasSelection() or at == 0 or markdown_lines.PAIRS.get(text[at - 1]) != text[at : at + 1]:
        return False
    with one_step(cursor):
        cursor.deletePreviousChar()
        cursor.deleteChar()
    return True


def replace_text(edit: QPlainTextEdit, text: str) -> None:
    """Put another text in place as one step of undo, touching only what differs."""
    old = edit.toPlainText()
    start = next((n for n, (a, b) in enumerate(zip(old, text, strict=False)) if a != b), min(len(old), len(text)))
    end = 0
    while end < min(len(old), len(text)) - start and old[-1 - end] == text[-1 - end]:
        end += 1
    cursor = edit.textCursor()
    cursor.setPosition(units(old[:start]))
    cursor.setPosition(units(old[: len(old) - end]), cursor.MoveMode.KeepAnchor)
    cursor.insertText(text[start : len(text) - end])


def units(text: str) -> int:
    """Count as Qt's positions do: UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2
