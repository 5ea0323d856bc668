"""The ways to a wiki for somebody who has none open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from fanwiki.desktop.main_window import MainWindow


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


def test_a_warning_goes_with_the_wiki_that_it_was_about(without: MainWindow, wiki_path: Path) -> None:
    without.open_path(wiki_path)
    assert without.session is not None
    assert without.message_bar.isHidden()
