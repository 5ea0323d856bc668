"""How the window looks and who can use it: colours from the tokens, names for every control, nothing clipped."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from types import UnionType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from waiting import wait_for_answer, wait_until

from fanwiki.desktop import icons
from fanwiki.desktop.action_table import WINDOW_ACTIONS
from fanwiki.desktop.dialogs.conflict import ConflictDialog
from fanwiki.desktop.dialogs.history import HistoryDialog, PastText
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
from fanwiki.services.drafting import Conflict, Opened
from fanwiki.tokens import shipped_tokens

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QPlainTextEdit, QAbstractItemView, QTabBar)
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


def controls(root: QWidget) -> Iterator[QWidget]:
    for widget in root.findChildren(QWidget):
        is_inner = widget.objectName().startswith("qt_") or is_within(widget, QComboBox | QLineEdit | QTabBar)
        if isinstance(widget, CONTROLS) and not is_inner and not isinstance(widget, QHeaderView):
            yield widget


def is_within(widget: QWidget, kind: type | UnionType) -> bool:
    parent = widget.parentWidget()
    return parent is not None and (isinstance(parent, kind) or is_within(parent, kind))


def name_of(widget: QWidget) -> str:
    """Return what a screen reader says."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name) if interface is not None else ""


def dialogs(window: MainWindow) -> list[QDialog]:
    theme, kinds = window.theme, drafting.kinds(window.require_session().wiki)
    versions = Conflict(Opened("Widow", "a\nb", 2), "a\nc", "a\nb\nc", 1)
    past = [PastText(number, "2026-01-02T03:04:05+00:00", "Ana", "Why", f"text {number}") for number in (2, 1)]
    return [
        SeenFilmsDialog([("Night Train", "2019-05-01")], Shield(), theme, window, is_first=True),
        NewPageDialog(kinds, theme, window),
        KeysDialog(WINDOW_ACTIONS, theme, window),
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


def test_every_control_has_a_name_and_a_role(window: MainWindow) -> None:
    fill(window)
    for root in (window, *dialogs(window)):
        nameless = [(type(w).__name__, w.objectName(), w.parent()) for w in controls(root) if not name_of(w).strip()]
        assert nameless == [], root.objectName()
        for widget in controls(root):
            interface = QAccessible.queryAccessibleInterface(widget)
            assert interface.role() not in (QAccessible.Role.NoRole, QAccessible.Role.Client), widget
        if root is not window:
            root.deleteLater()


def test_tab_reaches_every_pane_and_comes_round(window: MainWindow) -> None:
    fill(window)
    window.search.focus_box()
    reached: set[str] = set()
    widget = QApplication.focusWidget()
    for _ in range(400):
        assert widget is not None
        reached.add(widget.objectName())
        at = widget
        QTest.keyClick(
            at,
            Qt.Key.Key_Tab,
            Qt.KeyboardModifier.ControlModifier
            if isinstance(at, QPlainTextEdit) and at.objectName() == "sourceEditor"
            else Qt.KeyboardModifier.NoModifier,
        )
        widget = QApplication.focusWidget()
        if widget is window.search.box:
            break
        if widget is at:  # the editor keeps Tab for itself; the keys of the window lead out of it
            window.edit.head.close_button.setFocus()
            widget = QApplication.focusWidget()
    assert {"searchBox", "searchResults", "pageTabs", "closeEditor"} <= reached


def clipped(root: QWidget) -> list[tuple[str, str]]:
    """Return the labels and buttons whose text does not fit in them."""
    found = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisible() or widget.objectName() in ("place", "editTitle"):
            continue  # these two are cut on purpose: they show a title, and their tip shows it whole
        text = ""
        if isinstance(widget, QAbstractButton):
            is_icon_only = (
                isinstance(widget, QToolButton) and widget.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly
            )
            text = "" if is_icon_only and not widget.icon().isNull() else widget.text()
        elif isinstance(widget, QLabel) and not widget.wordWrap():
            text = widget.text()
        needed = max(
            (widget.fontMetrics().horizontalAdvance(line) for line in text.replace("&", "").split("\n")), default=0
        )
        if text and (needed > widget.width() or widget.fontMetrics().height() > widget.height() + 2):
            found.append((type(widget).__name__, text))
        wraps = isinstance(widget, QLabel) and widget.wordWrap() and bool(widget.text())
        if wraps and widget.heightForWidth(widget.width()) > widget.height() + 2:
            found.append(("QLabel", widget.text()))
    return found


@pytest.mark.parametrize(("width", "height", "scale"), [(1024, 640, 1.0), (1280, 800, 1.25), (1024, 640, 1.25)])
def test_no_text_is_clipped(
    open_window: Callable[..., MainWindow], qtbot: QtBot, theme: Theme, width: int, height: int, scale: float
) -> None:
    theme.apply(Look.LIGHT, scale)
    window = open_window()
    window.resize(width, height)
    window.reading_commands.open_title("Night Train")
    window.search.search_for("train")
    wait_for_answer(window)
    window.search._ask_facets()
    wait_until(lambda: not window.search._asking_facets.is_waiting)
    window.search._facets.set_open(True)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height)
    assert clipped(window) == []
    window.actions_of_window["edit"].trigger()
    window.edit.head.fields.setChecked(True)
    QApplication.processEvents()
    assert (window.width(), window.height()) == (width, height)
    assert clipped(window) == []
    for each in dialogs(window):
        each.show()
        QApplication.processEvents()
        assert clipped(each) == [], each.objectName()
        assert each.width() <= width
        assert each.height() <= height
        each.close()
        each.deleteLater()


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
