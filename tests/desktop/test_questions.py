"""Small questions say at once what is wrong with an answer, what follows from it, and fit what they hold."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot
from test_stories import dialog, settle

from fanwiki.desktop.dialogs.asking import TextDialog
from fanwiki.desktop.dialogs.new_page import NewPageDialog
from fanwiki.desktop.dialogs.question import Question, Role
from fanwiki.desktop.dialogs.seen_films import SeenFilmsDialog, Shield
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.messages import bug_dialog


def rename(window: MainWindow, title: str) -> TextDialog:
    window.reading_commands.open_title(title)
    window.actions_of_window["rename"].trigger()
    asked = dialog("renameDialog")
    assert isinstance(asked, TextDialog)
    return asked


@pytest.mark.parametrize(
    ("typed", "told", "may"),
    [
        ("Conductor", "already", False),
        ("Wid|ow", "links cannot carry", False),
        ("Widow", "", False),
        ("  ", "", False),
        ("Mrs. Vane", "", True),
        ("widow", "", True),
    ],
)
def test_a_title_that_cannot_be_is_told_while_it_is_typed(window: MainWindow, typed: str, told: str, may: bool) -> None:
    asked = rename(window, "Widow")
    asked.line.setText(typed)
    assert told in asked.problem.text()
    assert asked.problem.isVisible() == bool(told)
    assert asked.yes.isEnabled() == may
    asked.reject()
    settle()


def test_a_new_page_of_a_title_that_is_taken_is_told(window: MainWindow) -> None:
    window.actions_of_window["new-page"].trigger()
    asked = dialog("newPage")
    assert isinstance(asked, NewPageDialog)
    line = asked.findChild(QLineEdit, "newTitle")
    assert line is not None
    QTest.keyClicks(line, "Conductor")
    assert not asked._make.isEnabled()
    assert "already" in asked._problem.text()
    QTest.keyClicks(line, " of the night")
    assert asked._make.isEnabled()
    assert asked._problem.isHidden()
    asked.reject()
    settle()


def test_a_saved_search_of_the_same_name_is_replaced_and_that_is_told(window: MainWindow) -> None:
    window.search_commands.save("Who travels", "kind:character")
    window.search.search_for("passenger")
    window.search.ask_name()
    asked = dialog("saveSearchDialog")
    assert isinstance(asked, TextDialog)
    assert "passenger" in asked.note.text()
    asked.line.setText("Who travels")
    assert "takes the place" in asked.problem.text()
    QTest.keyClick(asked.line, Qt.Key.Key_Return)
    settle()
    assert window.require_session().reading.saved_searches["Who travels"] == "passenger"


def test_details_of_a_bug_are_shown_on_demand(window: MainWindow) -> None:
    asked = bug_dialog(ValueError("no such wheel"), window)
    assert isinstance(asked, Question)
    asked.open()
    button = asked.findChild(QPushButton, "showDetails")
    assert button is not None
    before = asked.height()
    button.click()
    assert asked.isVisible()
    assert asked.height() > before
    asked.button(Role.RejectRole).click()
    assert asked.answered == Role.RejectRole


@pytest.mark.parametrize("films", [1, 3, 40])
def test_a_list_of_films_is_as_high_as_its_films_and_the_dialog_no_higher_than_the_window(
    window: MainWindow, qtbot: QtBot, films: int
) -> None:
    window.resize(QSize(1024, 640))
    asked = SeenFilmsDialog([(f"Film {n}", "1999-01-01") for n in range(films)], Shield(), window, is_first=True)
    qtbot.addWidget(asked)
    asked.show()
    row = asked._list.sizeHintForRow(0)
    assert asked._list.viewport().height() >= row * min(films, 2)
    assert asked._list.viewport().height() <= row * films + 12
    assert asked.height() <= window.height() - 40
