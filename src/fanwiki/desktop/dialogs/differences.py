"""Colours whole lines of a text, for comparing two."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtGui import QColor, QTextCursor, QTextFormat
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit


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
