"""What dialogs that compare texts share: the texts under their titles, and the lines in which they differ."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher

from PySide6.QtGui import QColor, QTextCursor, QTextFormat
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QTextEdit, QVBoxLayout, QWidget


def source_text(parent: QWidget, name: str, text: str = "", *, read_only: bool = True) -> QPlainTextEdit:
    """Return a page's source as it is compared; Tab goes on to what follows.

    Args:
        parent: The dialog.
        name: What it is, for who cannot see it.
        text: What stands in it.
        read_only: Whether it is only looked at.
    """
    edit = QPlainTextEdit(parent)
    edit.setProperty("role", "source")
    edit.setPlainText(text)
    edit.setReadOnly(read_only)
    edit.setAccessibleName(name)
    edit.setTabChangesFocus(True)
    return edit


def under_title(text: QPlainTextEdit, title: str = "") -> QWidget:
    """Return a text under its title, which is its name when none is given."""
    column = QWidget(text.parentWidget())
    label = QLabel(title or text.accessibleName(), column)
    label.setProperty("role", "section")
    label.setBuddy(text)
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4)
    layout.addWidget(label)
    layout.addWidget(text, 1)
    return column


def mark_lines(
    edit: QPlainTextEdit,
    lines: Iterable[int],
    color: QColor,
    more: Iterable[int] = (),
    other_color: QColor | None = None,
) -> None:
    """Give lines a ground of their own; earlier marks go.

    Args:
        edit: The text.
        lines: Their numbers, from 0.
        color: Their ground.
        more: Further lines.
        other_color: The ground of those.
    """
    marks = [_mark(edit, number, color) for number in lines]
    marks += [_mark(edit, number, other_color or color) for number in more]
    edit.setExtraSelections(marks)


def mark_against(edit: QPlainTextEdit, other: str, color: QColor) -> None:
    """Give the lines that another text has not a ground of their own, and go to the first place that differs."""
    lines, others = edit.toPlainText().split("\n"), other.split("\n")
    changes = SequenceMatcher(None, lines, others, autojunk=False).get_opcodes()
    places = [(start, end) for tag, start, end, _, _ in changes if tag != "equal"]
    mark_lines(edit, [number for start, end in places for number in range(start, end)], color)
    go_to_line(edit, places[0][0] if places else 0)


def go_to_line(edit: QPlainTextEdit, number: int) -> None:
    """Scroll to a line, with some lines above it."""
    edit.setCenterOnScroll(True)
    above = max(0, min(number, edit.blockCount() - 1) - 4)
    edit.setTextCursor(QTextCursor(edit.document().findBlockByNumber(above)))
    edit.centerCursor()


def _mark(edit: QPlainTextEdit, number: int, color: QColor) -> QTextEdit.ExtraSelection:
    mark = QTextEdit.ExtraSelection()
    cursor = QTextCursor(edit.document().findBlockByNumber(number))
    cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
    mark.cursor = cursor
    look = mark.format
    look.setBackground(color)
    look.setProperty(QTextFormat.Property.FullWidthSelection, True)
    mark.format = look
    return mark
