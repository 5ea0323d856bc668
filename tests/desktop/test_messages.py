"""The one door for errors."""

from __future__ import annotations

import sys
import threading

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fanwiki.desktop.dialogs.question import Question
from fanwiki.desktop.messages import Messages, details
from fanwiki.errors import FanwikiError


def open_dialogs() -> list[Question]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, Question) and w.isVisible()]


def test_an_expected_failure_is_told_as_written(qtbot: QtBot) -> None:
    messages = Messages()
    with qtbot.waitSignal(messages.warned) as told:
        messages.error(FanwikiError("“Alien” is open in another window.", "Save or close it there."))
    assert told.args == ["“Alien” is open in another window.", "Save or close it there."]
    assert open_dialogs() == []


def test_a_bug_is_logged_and_opens_one_dialog_with_its_details(qtbot: QtBot, expected_log: list[str]) -> None:
    expected_log.append("a bug reached the message door")
    window = QWidget()
    qtbot.addWidget(window)
    messages = Messages(window)
    messages.error(ZeroDivisionError("one"))
    messages.error(ZeroDivisionError("two"))
    dialogs = open_dialogs()
    assert len(dialogs) == 1
    copy = dialogs[0].findChild(QPushButton, "copyDetails")
    assert copy is not None
    copy.click()
    assert "ZeroDivisionError: one" in QGuiApplication.clipboard().text()
    assert dialogs[0].isVisible()
    dialogs[0].close()
    messages.error(ValueError("three"))
    assert len(open_dialogs()) == 1
    open_dialogs()[0].close()


def test_what_nobody_caught_in_a_thread_comes_to_the_window(qtbot: QtBot) -> None:
    messages = Messages()
    messages.install()
    try:
        with qtbot.waitSignal(messages.warned) as told:
            thread = threading.Thread(target=fail)
            thread.start()
        thread.join()
    finally:
        messages.uninstall()
    assert told.args[0] == "It failed there."
    assert sys.excepthook is sys.__excepthook__


def fail() -> None:
    raise FanwikiError("It failed there.")


def test_details_name_versions_and_the_trace() -> None:
    try:
        fail()
    except FanwikiError as error:
        text = details(error)
    assert "fanwiki 0" in text
    assert "in fail" in text
