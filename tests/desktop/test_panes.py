"""From pane to pane by keyboard, and borders that the keyboard moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from waiting import wait_until

from fanwiki.desktop import reader
from fanwiki.desktop.browse.page_view import PageView
from fanwiki.desktop.dialogs.templates import TemplatesDialog
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.messages import Messages
from fanwiki.desktop.reader import Preferences
from fanwiki.desktop.splitter import STEP, Border, Splitter
from fanwiki.desktop.theme import Theme
from fanwiki.services import drafting

Key, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier
NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def at() -> QWidget:
    """Return what has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.keyClick(at(), key, modifiers)
    QApplication.processEvents()


def take_keyboard(window: MainWindow, widget: QWidget) -> None:
    window.activateWindow()
    wait_until(window.isActiveWindow)
    widget.setFocus(Qt.FocusReason.TabFocusReason)


def stops(window: MainWindow, modifiers: Qt.KeyboardModifier = NONE) -> list[str]:
    """Go round once and return where the keyboard was."""
    first, found = at(), [place_of(at(), window)]
    for _ in range(12):
        press(Key.Key_F6, modifiers)
        if at() is first:
            return found
        found.append(place_of(at(), window))
    raise AssertionError(f"F6 does not come round: {found}")


def place_of(widget: QWidget, window: MainWindow) -> str:
    places = {
        "search": window.search,
        "message": window.message_bar,
        "head": window.edit.head,
        "source": window.edit.editor,
        "fields": window.edit.form,
        "preview": window.edit.preview,
        "tabs": window.browse.tabs,
        "page": window.browse.view,
        "side bar": window.side_bar,
        "status bar": window.statusBar(),
        "middle": window.middle,
    }
    return next(name for name, place in places.items() if place is widget or place.isAncestorOf(widget))


def test_f6_goes_through_the_panes_in_the_order_in_which_they_are_seen(open_window: Callable[..., MainWindow]) -> None:
    window = open_window(live=True)
    window.reading_commands.open_title("Widow")
    wait_until(lambda: window.browse.view.is_made)
    window.window_commands.show_side_bar(True)
    window.page_commands.toggle_edit()
    window.edit.head.fields.setChecked(True)
    window.edit.head.preview.setChecked(True)
    wait_until(lambda: window.edit.preview.view.is_made)
    take_keyboard(window, window.search.box)
    seen = ["search", "tabs", "page", "head", "source", "fields", "preview", "side bar", "status bar"]
    assert stops(window) == seen
    assert stops(window, SHIFT) == [seen[0], *reversed(seen[1:])]


def test_f6_leaves_out_what_is_hidden_and_what_is_not_made_yet(window: MainWindow) -> None:
    take_keyboard(window, window.search.box)
    assert stops(window) == ["search", "tabs", "status bar"]
    window.message_bar.tell("Something is wrong.", "Look at it.")
    assert stops(window) == ["search", "message", "tabs", "status bar"]
    window.window_commands.show_search_pane(False)
    window.message_bar.hide()
    window.actions_of_window["desk"].trigger()
    wait_until(lambda: bool(window.desk_commands.desk.claims))
    assert stops(window) == ["middle", "status bar"]


def test_f6_begins_somewhere_when_nothing_has_the_keyboard(window: MainWindow) -> None:
    for action, place in (("next-pane", "search"), ("previous-pane", "status bar")):
        take_keyboard(window, window.search.box)
        window.search.box.clearFocus()
        window.actions_of_window[action].trigger()
        assert place_of(at(), window) == place


def test_a_pane_gives_the_keyboard_to_what_had_it_last(window: MainWindow) -> None:
    window.reading_commands.open_title("Night Train")
    take_keyboard(window, window.search._help)
    press(Key.Key_F6)
    assert at() is window.browse.tabs
    press(Key.Key_F6, SHIFT)
    assert at() is window.search._help
    press(Key.Key_F6)
    window.search._help.hide()
    press(Key.Key_F6, SHIFT)
    assert window.search.isAncestorOf(at())
    assert at().isVisible()


def test_f6_shows_by_a_frame_that_the_page_has_the_keyboard(open_window: Callable[..., MainWindow]) -> None:
    window = open_window(live=True)
    window.reading_commands.open_title("Night Train")
    view = window.browse.view
    wait_until(lambda: view.is_made)
    take_keyboard(window, window.browse.tabs)
    frame = view.findChild(QWidget, "pageFrame")
    assert frame is not None
    press(Key.Key_F6)
    assert view.isAncestorOf(at())
    assert frame.isVisible()
    assert frame.geometry() == view.rect()
    ring = window.grab(window.rect()).toImage().pixelColor(view.mapTo(window, view.rect().topLeft()))
    assert ring == window.theme.color("focus")
    press(Key.Key_F6)
    assert not frame.isVisible()
    view.focus_page()
    assert not frame.isVisible()


# Borders


def border(window: MainWindow, number: int) -> Border:
    return window._split.borders()[number]


def sizes(window: MainWindow) -> list[int]:
    return window._split.sizes()


@pytest.mark.parametrize("direction", list(Qt.LayoutDirection)[:2])
def test_the_border_of_the_pane_in_use_moves_by_arrows_and_gives_the_keyboard_back(
    window: MainWindow, direction: Qt.LayoutDirection, qapp: QApplication
) -> None:
    window.setLayoutDirection(direction)
    QApplication.processEvents()
    on, back = Key.Key_Right, Key.Key_Left
    if direction is Qt.LayoutDirection.RightToLeft:
        on, back = back, on
    take_keyboard(window, window.search.box)
    press(Key.Key_F8, CTRL)
    assert at() is border(window, 0)
    before = sizes(window)[0]
    for key, modifiers, moved in ((on, NONE, STEP), (on, CTRL, 4 * STEP), (back, NONE, -STEP), (Key.Key_Up, NONE, 0)):
        was = sizes(window)[0]
        press(key, modifiers)
        assert sizes(window)[0] == was + moved
    press(Key.Key_Return)
    assert at() is window.search.box
    assert sizes(window)[0] == before + 4 * STEP
    press(Key.Key_F8, CTRL)
    press(Key.Key_Home)
    assert sizes(window)[0] == window.search.minimumWidth()
    press(Key.Key_End)
    assert sizes(window)[0] > before + 4 * STEP
    press(Key.Key_Escape)
    assert at() is window.search.box
    assert sizes(window)[0] == before + 4 * STEP


def test_ctrl_f8_goes_from_border_to_border_and_back_to_where_it_came_from(window: MainWindow) -> None:
    window.reading_commands.open_title("Widow")
    window.window_commands.show_side_bar(True)
    window.page_commands.toggle_edit()
    window.edit.head.fields.setChecked(True)
    QApplication.processEvents()
    take_keyboard(window, window.edit.editor)
    names = []
    for _ in range(5):
        press(Key.Key_F8, CTRL)
        assert isinstance(at(), Border)
        names.append(at().accessibleName())
    assert names[0] == names[-1] == "Border between “Source” and “Fields”"
    assert set(names) == {
        "Border between “Search” and “Pages”",
        "Border between “Pages” and “Editor”",
        "Border between “Editor” and “Beside the page”",
        "Border between “Source” and “Fields”",
    }
    press(Key.Key_Return)
    assert at() is window.edit.editor


def test_a_lone_pane_has_no_border_to_move(window: MainWindow) -> None:
    window.window_commands.show_search_pane(False)
    take_keyboard(window, window.browse.tabs)
    press(Key.Key_F8, CTRL)
    assert at() is window.browse.tabs
    assert "Only one pane shows" in window.statusBar().currentMessage()


def test_f6_goes_on_from_a_border_to_the_panes_beside_it(window: MainWindow) -> None:
    for modifiers, place in ((NONE, "tabs"), (SHIFT, "search")):
        take_keyboard(window, border(window, 0))
        press(Key.Key_F6, modifiers)
        assert place_of(at(), window) == place


def test_tab_goes_from_pane_to_pane_over_the_borders(window: MainWindow) -> None:
    window.reading_commands.open_title("Widow")
    window.window_commands.show_side_bar(True)
    window.page_commands.toggle_edit()
    take_keyboard(window, window.search.box)
    found: list[QWidget] = []
    while at() not in found:
        found.append(at())
        if at() is window.edit.editor:
            press(Key.Key_Escape)
        press(Key.Key_Tab)
    panes = [
        *window._split.borders(),
        *(window.search, window.browse, window.edit, window.side_bar, window.statusBar()),
    ]
    places = [next((pane for pane in panes if pane is one or pane.isAncestorOf(one)), None) for one in found]
    order = [place for number, place in enumerate(places) if number == 0 or places[number - 1] is not place]
    first, second, third = window._split.borders()
    wanted = [window.search, first, window.browse, second, window.edit, third, window.side_bar, window.statusBar()]
    assert order[: len(wanted)] == wanted


def test_a_border_is_named_and_has_a_role(window: MainWindow) -> None:
    first = border(window, 0)
    interface = QAccessible.queryAccessibleInterface(first)
    assert interface.role() == QAccessible.Role.Grip
    assert interface.text(QAccessible.Text.Name) == "Border between “Search” and “Pages”"
    assert interface.text(QAccessible.Text.Description) == "Arrow keys move it"


def test_borders_of_dialogs_move_and_escape_still_closes(window: MainWindow, theme: Theme) -> None:
    dialog = TemplatesDialog(drafting.kinds(window.require_session().wiki), theme, window)
    dialog.open()
    dialog.activateWindow()
    wait_until(dialog.isActiveWindow)
    parts = dialog.findChild(Splitter)
    assert parts is not None
    parts.borders()[0].setFocus(Qt.FocusReason.TabFocusReason)
    before = parts.sizes()[0]
    press(Key.Key_Right)
    assert parts.sizes()[0] == before + STEP
    press(Key.Key_Escape)
    assert not dialog.isVisible()


def test_sizes_are_the_same_at_the_next_start(
    open_window: Callable[..., MainWindow], theme: Theme, wiki_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.reading_commands.open_title("Widow")
    window.page_commands.toggle_edit()
    window.edit.head.fields.setChecked(True)
    QApplication.processEvents()
    for part, keys in ((window.search.box, [Key.Key_Right]), (window.edit.editor, [Key.Key_Up, Key.Key_Up])):
        take_keyboard(window, part)
        press(Key.Key_F8, CTRL)
        for key in keys:
            press(key)
        press(Key.Key_Return)
    window.edit.head.fields.setChecked(False)
    window.edit.head.fields.setChecked(True)
    QApplication.processEvents()
    wide, parts = sizes(window), window.edit._parts.sizes()
    assert parts[0] < parts[1]
    window.edit.leave()
    window.close()
    kept = reader.read(Preferences, reader.preferences_path())
    kept.window.pop("place")  # the screen that is not there is small
    again = MainWindow(theme, kept, Messages())
    monkeypatch.setattr(again.browse, "go_live", lambda: None)
    again.show()
    again.open_path(wiki_path)
    try:
        again.reading_commands.open_title("Widow")
        again.page_commands.toggle_edit()
        again.edit.head.fields.setChecked(True)
        QApplication.processEvents()
        assert sizes(again) == wide
        assert again.edit._parts.sizes() == parts
    finally:
        again.edit.editor.document().setModified(False)
        again.close()
        again.deleteLater()


def test_a_page_view_without_a_page_has_no_frame(window: MainWindow) -> None:
    view = window.browse.view
    assert isinstance(view, PageView)
    view.focus_page(is_shown=True)
    frame = view.findChild(QWidget, "pageFrame")
    assert frame is not None
    assert not frame.isVisible()
