"""What is told of a link in the source while the pointer rests on it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fanwiki.desktop.main_window import MainWindow


def place_of(window: MainWindow, text: str) -> QPoint:
    """Return where a text stands in the editor's viewport."""
    editor = window.edit.editor
    cursor = editor.document().find(text)
    assert not cursor.isNull()
    cursor.setPosition((cursor.selectionStart() + cursor.selectionEnd()) // 2)
    editor.setTextCursor(cursor)
    editor.ensureCursorVisible()
    return editor.cursorRect(cursor).center()


def point_at(window: MainWindow, place: QPoint) -> None:
    """Move the pointer there; offscreen has no pointer of its own to move."""
    viewport, kinds = window.edit.editor.viewport(), Qt.MouseButton
    where = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        where,
        QPointF(viewport.mapToGlobal(place)),
        kinds.NoButton,
        kinds.NoButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(viewport, event)


def begin(window: MainWindow, text: str) -> None:
    window.reading_commands.open_title("Conductor")
    window.actions_of_window["edit"].trigger()
    window.edit.editor.moveCursor(QTextCursor.MoveOperation.End)
    window.edit.editor.insertPlainText(text)


def test_a_card_tells_what_a_link_in_the_source_leads_to(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, "\n\nHe met [[The Ticket Man|somebody]] and [[Widow]].\n")
    point_at(window, place_of(window, "[[Widow]]."))
    card = window.link_hints.card
    qtbot.waitUntil(card.isVisible)
    assert card.text.startswith("Widow\nShe travels alone.")
    assert "zanzibar" not in card.text  # this reader has not seen the film, though the curator's source has it
    point_at(window, place_of(window, "He met"))
    assert not card.isVisible()
    point_at(window, place_of(window, "[[The Ticket Man|somebody]]"))
    qtbot.waitUntil(card.isVisible)
    assert card.text.startswith("Conductor\n")  # an alias leads to its page
    window.edit.editor.hide()
    assert not card.isVisible()


def test_no_card_comes_for_a_page_that_the_reader_may_not_know_of(window: MainWindow, qtbot: QtBot) -> None:
    begin(window, "\n\nHe met [[Zanzibar Twin]] there.\n")
    point_at(window, place_of(window, "[[Zanzibar Twin]]"))
    qtbot.waitUntil(lambda: not window.link_hints._rest.isActive())
    assert not window.link_hints.card.isVisible()


def test_a_click_beyond_the_lines_end_follows_no_link(window: MainWindow) -> None:
    begin(window, "\n\n[[Widow]]\n")
    followed: list[str] = []
    window.edit.editor.link_followed.connect(followed.append)
    place = place_of(window, "[[Widow]]")
    editor = window.edit.editor
    beyond = QPoint(editor.viewport().width() - 4, place.y())
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, beyond)
    assert followed == []
    QTest.mouseClick(editor.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier, place)
    assert followed == ["Widow"]
