"""One table of actions: whole, with icons, and without two actions on one key."""

from __future__ import annotations

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from fanwiki.desktop.action_table import EDITOR_ACTIONS, WINDOW_ACTIONS
from fanwiki.desktop.actions import Action, ActionSet, Menu, Needs
from fanwiki.desktop.icons import has_icon
from fanwiki.desktop.main_window import MainWindow
from fanwiki.errors import FanwikiError

EVERY = (*WINDOW_ACTIONS, *EDITOR_ACTIONS)


def test_ids_are_unique_and_icons_exist() -> None:
    assert [name for name, count in Counter(action.id for action in EVERY).items() if count > 1] == []
    assert [action.id for action in EVERY if action.icon and not has_icon(action.icon)] == []


def test_no_two_actions_share_a_key() -> None:
    keys = Counter(QKeySequence(key).toString() for action in EVERY for key in action.keys)
    assert [key for key, count in keys.items() if count > 1 or not key] == []


def test_every_menu_has_one_mnemonic_for_one_action() -> None:
    for menu in Menu:
        letters = [
            action.text[action.text.index("&") + 1].lower()
            for action in EVERY
            if action.menu is menu and "&" in action.text
        ]
        assert [letter for letter, count in Counter(letters).items() if count > 1] == [], menu


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("Ctrl+N", "new-page"), ("Ctrl+O", "quick-switcher"), ("Ctrl+K", "quick-switcher"),
        ("Ctrl+J", "quick-switcher"),
        ("Ctrl+Shift+P", "palette"), ("Ctrl+Shift+F", "search"), ("Ctrl+F", "find"), ("F3", "find-next"),
        ("Shift+F3", "find-previous"), ("Ctrl+G", "find-next"), ("Ctrl+H", "replace"), ("Ctrl+E", "edit"),
        ("Ctrl+S", "save"), ("Alt+Left", "back"), ("Alt+Right", "forward"), ("Alt+Home", "home"), ("F2", "rename"),
        ("F5", "reload"), ("F1", "keys"), ("F11", "full-screen"), ("Ctrl+T", "new-tab"), ("Ctrl+W", "close-tab"),
        ("Ctrl+F4", "close-tab"), ("Ctrl+Shift+T", "reopen-tab"), ("Ctrl+Tab", "next-tab"),
        ("Ctrl+PgUp", "previous-tab"),
        ("Ctrl+1", "tab-1"), ("Ctrl+8", "tab-8"), ("Ctrl+9", "tab-last"), ("Ctrl+B", "bold"), ("Ctrl+I", "italic"),
        ("Ctrl+L", "link"), ("Ctrl+Alt+1", "heading-1"), ("Ctrl+Alt+6", "heading-6"), ("Ctrl+Shift+I", "image"),
        ("Ctrl+D", "bookmark"), ("Ctrl+M", "toggle-side-bar"), ("Ctrl++", "zoom-in"), ("Ctrl+-", "zoom-out"),
        ("Ctrl+0", "zoom-reset"),
    ],
)  # fmt: skip
def test_the_keys_that_users_bring_along_work(key: str, name: str) -> None:
    assert next(action.id for action in EVERY if key in action.keys) == name


def test_an_action_nobody_does_is_refused_at_once(qtbot: QtBot) -> None:
    owner = QWidget()
    qtbot.addWidget(owner)
    with pytest.raises(AttributeError, match="fly"):
        ActionSet([Action("fly", "&Fly", Menu.GO, "fly")], [object()], owner)


def test_an_expected_failure_of_an_action_is_told(qtbot: QtBot) -> None:
    class Target:
        def fail(self) -> None:
            raise FanwikiError("The file is gone.")

    owner = QWidget()
    qtbot.addWidget(owner)
    told: list[FanwikiError] = []
    actions = ActionSet([Action("fail", "F", Menu.GO, "fail")], [Target()], owner, on_error=told.append)
    actions["fail"].trigger()
    assert [error.text for error in told] == ["The file is gone."]


def test_actions_are_enabled_by_what_is_there(qtbot: QtBot, window: MainWindow) -> None:
    actions = window.actions_of_window
    assert actions["new-page"].isEnabled()
    assert not actions["rename"].isEnabled()
    assert not actions["back"].isEnabled()
    window.reading_commands.open_title("Conductor")
    assert actions["rename"].isEnabled()
    assert actions["back"].isEnabled()
    actions.set_state(frozenset())
    assert actions["open-wiki"].isEnabled()
    assert not actions["new-page"].isEnabled()
    actions.set_state(frozenset(Needs))
    assert all(actions[action.id].isEnabled() for action in WINDOW_ACTIONS)
