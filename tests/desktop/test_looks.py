"""How the window looks: colours from the tokens, icons in the colours of the moment, the names that were promised."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QWidget,
)
from waiting import wait_for_answer, wait_until

from fanwiki.desktop import icons
from fanwiki.desktop.action_table import WINDOW_ACTIONS
from fanwiki.desktop.dialogs.conflict import ConflictDialog
from fanwiki.desktop.dialogs.history import HistoryDialog
from fanwiki.desktop.dialogs.keys import KeysDialog
from fanwiki.desktop.dialogs.new_page import NewPageDialog
from fanwiki.desktop.dialogs.search_help import SearchHelpDialog
from fanwiki.desktop.dialogs.seen_films import SeenFilmsDialog, Shield
from fanwiki.desktop.dialogs.templates import TemplatesDialog
from fanwiki.desktop.dialogs.trash import TrashDialog, Trashed
from fanwiki.desktop.icons import icon
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.theme import Look, Theme
from fanwiki.domain.page import PageId
from fanwiki.services import drafting
from fanwiki.services.drafting import Conflict, Opened, PastText
from fanwiki.tokens import shipped_tokens

TREE_OF_NAMES = (
    "mainWindow", "searchPane", "searchBox", "searchResults", "browsePane", "pageView", "editPane", "sourceEditor",
    "fieldsForm", "previewView",
)  # fmt: skip


def fill(window: MainWindow) -> None:
    """Show every pane of the window with something in it."""
    window.reading_commands.open_title("Night Train")
    window.actions_of_window["edit"].trigger()
    for part in (window.edit.head.fields, window.edit.head.source):
        part.setChecked(True)
    window.window_commands.show_side_bar(True)
    window.search.search_for("train")
    wait_for_answer(window)
    window.search._ask_facets()
    wait_until(lambda: not window.search._asking_facets.is_waiting)
    window.search._add_filter("kind:film")
    wait_for_answer(window)
    window.edit.open_find(replacing=True)
    window.browse.find_bar.open_with("x")
    window.message_bar.tell("Something is wrong with this file.", "Look at it.")
    QApplication.processEvents()


def dialogs(window: MainWindow) -> list[QDialog]:
    theme, kinds = window.theme, drafting.kinds(window.require_session().wiki)
    versions = Conflict(Opened("Widow", "a\nb", 2), "a\nc", "a\nb\nc", 1)
    past = [PastText(number, "2026-01-02T03:04:05+00:00", "Ana", "Why", f"text {number}") for number in (2, 1)]
    return [
        SeenFilmsDialog([("Night Train", "2019-05-01")], Shield(), window, is_first=True),
        NewPageDialog(kinds, window),
        KeysDialog(WINDOW_ACTIONS, window),
        SearchHelpDialog(theme, window),
        ConflictDialog(versions, theme, window),
        HistoryDialog("Widow", past, theme, window),
        TemplatesDialog(kinds, theme, window),
        TrashDialog([Trashed(PageId(1), "Widow", "2026-01-02T03:04:05+00:00")], theme, window),
    ]


def test_the_names_that_the_design_promises_are_there(window: MainWindow) -> None:
    window.show_editor()
    found = {widget.objectName() for widget in (window, *window.findChildren(QWidget))}
    assert set(TREE_OF_NAMES) <= found


@pytest.mark.parametrize("look", list(Look))
def test_the_palette_comes_from_the_tokens(theme: Theme, look: Look) -> None:
    theme.apply(look)
    tokens = shipped_tokens().palettes[theme.palette_name]
    assert QApplication.palette().color(QPalette.ColorRole.Window) == QColor(tokens["background"])
    assert QApplication.palette().color(QPalette.ColorRole.Text) == QColor(tokens["text"])
    assert tokens["accent"] in QApplication.instance().styleSheet()  # type: ignore[union-attr]
    assert "${" not in QApplication.instance().styleSheet()  # type: ignore[union-attr]


def test_pages_are_told_the_windows_colours(theme: Theme) -> None:
    told = []
    for look in (Look.LIGHT, Look.DARK, Look.CONTRAST):
        theme.apply(look)
        told.append(theme.page_theme)
    assert told == ["light", "dark", "contrast"]


def test_a_change_of_colours_reaches_everything(window: MainWindow) -> None:
    fill(window)
    window.window_commands.set_look("dark")
    dark = QColor(shipped_tokens().palettes["dark"]["background"])
    image = window.grab().toImage()
    assert window.preferences.look == "dark"
    assert share(image, lambda color: color.lightness() < 90) > 0.85
    assert share(image, lambda color: color == dark) > 0.05


def share(image: QImage, fits: Callable[[QColor], bool]) -> float:
    points = [(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)]
    return sum(fits(image.pixelColor(x, y)) for x, y in points) / len(points)


def test_icons_are_painted_in_the_colours_of_the_moment(theme: Theme) -> None:
    made = icon("mdi6.pencil-outline")
    theme.apply(Look.LIGHT)
    light = made.pixmap(32, 32).toImage()
    theme.apply(Look.DARK)
    dark = made.pixmap(32, 32).toImage()
    ink = [
        max((image.pixelColor(x, y) for x in range(32) for y in range(32)), key=QColor.alpha) for image in (light, dark)
    ]
    assert ink[0].lightness() < 80 < 180 < ink[1].lightness()


def test_an_icon_that_the_family_lacks_is_a_dot(theme: Theme) -> None:
    assert not icon("fa5.nothing").pixmap(16, 16).isNull()


def test_right_to_left_windows_mirror(open_window: Callable[..., MainWindow], qapp: QApplication) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    try:
        window = open_window()
        assert window.search.mapTo(window, window.search.rect().topLeft()).x() > window.width() // 2
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def test_every_icon_of_the_family_is_found_and_nothing_else() -> None:
    characters = json.loads(icons._character_map())
    assert len(characters) > 7000
    assert {name: chr(int(code, 16)) for name, code in characters.items()} == {
        name: icons._character(name) for name in characters
    }
    assert not any(icons._character(name) for name in ("", '"', "F01C9", "no-such", 'a"b', "{"))
    icons._character.cache_clear()
