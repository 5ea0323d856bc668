"""Naming the wiki in its window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from fanwiki.desktop.dialogs.asking import TextDialog
from fanwiki.desktop.main_window import MainWindow
from fanwiki.services import wiki_title


def dialog_of(window: MainWindow) -> TextDialog:
    window.actions_of_window["name-wiki"].trigger()
    return next(
        shown for shown in QApplication.topLevelWidgets() if isinstance(shown, TextDialog) and shown.isVisible()
    )


def test_the_window_is_called_like_the_wiki(window: MainWindow, qtbot: QtBot) -> None:
    session = window.require_session()
    stem = session.path.stem
    assert window.windowTitle() == f"{stem}[*] – fanwiki"
    dialog = dialog_of(window)
    assert dialog.line.text() == ""
    assert stem in dialog.note.text()
    dialog.line.setText("x" * 121)
    assert not dialog.yes.isEnabled()
    dialog.line.setText("  The [*] Heroes ")
    dialog.accept()
    qtbot.waitUntil(lambda: window.windowTitle() == "The  Heroes[*] – fanwiki")
    assert session.name == wiki_title.own_title(session.wiki) == "The [*] Heroes"
    window.undo.undo()
    assert session.name == stem
    assert window.windowTitle() == f"{stem}[*] – fanwiki"


def test_a_wiki_can_do_without_a_title(window: MainWindow) -> None:
    session = window.require_session()
    window.wiki_commands.name_it("Heroes")
    dialog = dialog_of(window)
    assert dialog.line.text() == "Heroes"
    dialog.line.clear()
    assert dialog.yes.isEnabled()
    dialog.accept()
    assert session.name == session.path.stem
