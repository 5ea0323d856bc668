"""The ways to a wiki for somebody who has none open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.theme import Look


@pytest.fixture
def without(window: MainWindow, tmp_path: Path) -> MainWindow:
    """A window that was asked for a wiki that is not there."""
    window.open_path(tmp_path / "gone.fanwiki")
    assert window.session is None
    assert window.welcome.isVisible()
    assert window.message_bar.isVisible()
    return window


def test_the_sample_is_one_click_away(without: MainWindow, qtbot: QtBot) -> None:
    without.browse.go_live = lambda: None  # type: ignore[method-assign]
    button = without.welcome.findChild(QPushButton, "openSample")
    assert button is not None
    button.click()
    qtbot.waitUntil(lambda: without.session is not None, timeout=60_000)
    assert without.require_session().path.stem == "We Can Be Heroes"
    assert without.welcome.isHidden()
    for dialog in without.findChildren(QDialog):
        dialog.reject()


def test_who_has_a_wiki_is_offered_to_open_it_and_who_has_none_to_begin_one(
    without: MainWindow, wiki_path: Path
) -> None:
    buttons = {name: without.welcome.findChild(QPushButton, name) for name in ("openWiki", "newWiki")}
    for recent, first in (([], "newWiki"), ([str(wiki_path)], "openWiki")):
        without.welcome.show_recent(recent)
        assert {name for name, button in buttons.items() if button and button.property("primary")} == {first}
        without.welcome.layout().activate()
        assert min(buttons.values(), key=lambda button: button.x() if button else 0) is buttons[first]


def test_the_colours_that_are_chosen_are_marked_in_the_menu(window: MainWindow) -> None:
    menu = window.menuBar().findChild(QMenu, "menu.view")
    assert isinstance(menu, QMenu)
    for look in ("dark", "light"):
        window.actions_of_window[f"look-{look}"].trigger()
        menu.aboutToShow.emit()
        marked = [look for look in Look if window.actions_of_window[f"look-{look}"].isChecked()]
        assert marked == [look]


def test_a_warning_goes_with_the_wiki_that_it_was_about(without: MainWindow, wiki_path: Path) -> None:
    without.open_path(wiki_path)
    assert without.session is not None
    assert without.message_bar.isHidden()
