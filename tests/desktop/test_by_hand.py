"""What hands do: drag a tab, take filters on and off, keep a search, reveal by keys, think better of printing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QMenu, QPushButton, QWidget
from waiting import wait_for_answer, wait_until

from fanwiki.desktop.browse.address import page_address
from fanwiki.desktop.dialogs.asking import TextDialog
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.search.chips import Chip
from fanwiki.services import documents

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton


def mouse(widget: QWidget, kind: QEvent.Type, place: QPoint, button: Qt.MouseButton, held: Qt.MouseButton) -> None:
    at, keys = QPointF(place), Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(widget, QMouseEvent(kind, at, widget.mapToGlobal(at), button, held, keys))


def test_a_tab_is_dragged_past_another_and_takes_its_trail_along(window: MainWindow) -> None:
    browse, tabs = window.browse, window.browse.tabs
    window.reading_commands.open_title("Conductor")
    window.reading_commands.open_title("Widow")
    browse.open_in_tab(page_address("Night Train"), in_front=False)
    QApplication.processEvents()
    start, end = tabs.tabRect(0).center(), tabs.tabRect(1).center()
    mouse(tabs, QEvent.Type.MouseButtonPress, start, LEFT, LEFT)
    for step in range(1, 11):
        place = start + (end - start) * step / 8
        mouse(tabs, QEvent.Type.MouseMove, place, NO_BUTTON, LEFT)
    mouse(tabs, QEvent.Type.MouseButtonRelease, place, LEFT, NO_BUTTON)
    wait_until(lambda: tabs.currentIndex() == 1)
    assert [tabs.tabText(index) for index in range(2)] == ["Night Train", "Widow"]
    assert browse.address == page_address("Widow")
    browse.back()
    assert browse.address == page_address("Conductor")
    browse.choose_tab(1)
    assert browse.address == page_address("Night Train")


def test_a_tab_is_moved_by_keys_and_stays_at_the_end(window: MainWindow) -> None:
    browse = window.browse
    window.reading_commands.open_title("Widow")
    browse.open_in_tab(page_address("Night Train"), in_front=False)
    for action, place in (("tab-back", 0), ("tab-on", 1), ("tab-on", 1), ("tab-back", 0)):
        window.actions_of_window[action].trigger()
        assert browse.tabs.currentIndex() == place
        assert browse.address == page_address("Widow")


def facets_of(window: MainWindow, query: str) -> list[QPushButton]:
    """Search and unfold what narrows it down."""
    window.search.search_for(query)
    wait_for_answer(window)
    return offered(window)


def offered(window: MainWindow) -> list[QPushButton]:
    window.search._ask_facets()
    wait_until(lambda: not window.search._asking_facets.is_waiting)
    window.search.answer.facets.set_open(True)
    QApplication.processEvents()
    return [chip for chip in window.search.answer.facets.findChildren(QPushButton) if chip.isVisible()]


def chips(window: MainWindow) -> list[Chip]:
    return [chip for chip in window.search.findChildren(Chip) if chip.isVisible()]


def test_filters_come_and_go_by_mouse(window: MainWindow) -> None:
    character = next(chip for chip in facets_of(window, "train OR passenger") if "Character" in chip.text())
    QTest.mouseClick(character, LEFT)
    wait_for_answer(window)
    assert "kind:character" in window.search.query
    # Both sides of the OR are narrowed.
    assert {found.kind for found in window.search.found} == {"Character"}
    assert window.search.whole_query == "kind:character (train OR passenger)"
    (chip,) = chips(window)
    assert "kind:character" in chip.accessibleName()
    QTest.mouseClick(chip, LEFT)
    wait_for_answer(window)
    assert chips(window) == []
    assert window.search.query == "train OR passenger"
    assert len({found.kind for found in window.search.found}) > 1


def test_filters_come_and_go_by_keyboard_which_stays_in_the_pane(window: MainWindow) -> None:
    character = next(chip for chip in facets_of(window, "train OR passenger") if "Character" in chip.text())
    window.activateWindow()
    character.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(character, Qt.Key.Key_Space)
    wait_for_answer(window)
    offered(window)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.search.isAncestorOf(focus)
    (chip,) = chips(window)
    chip.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chip, Qt.Key.Key_Space)
    wait_for_answer(window)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert chips(window) == []
    focus = QApplication.focusWidget()
    assert focus is not None
    assert window.search.isAncestorOf(focus)


def start_list(window: MainWindow) -> QListWidget:
    found = window.search.findChild(QListWidget, "searchStart")
    assert isinstance(found, QListWidget)
    return found


def texts(window: MainWindow) -> list[str]:
    return [start_list(window).item(row).text() for row in range(start_list(window).count())]


def test_a_search_is_saved_found_again_and_forgotten_by_keyboard(window: MainWindow) -> None:
    window.search.search_for("kind:character passenger")
    wait_for_answer(window)
    QTest.mouseClick(window.search._save, LEFT)
    asked = next(each for each in window.findChildren(TextDialog, "saveSearchDialog") if each.isVisible())
    line = asked.findChild(QLineEdit)
    assert line is not None
    assert line.text() == "kind:character passenger"
    line.selectAll()
    QTest.keyClicks(line, "Who travels")
    QTest.keyClick(line, Qt.Key.Key_Return)
    window.search.search_for("")
    assert "Who travels" in texts(window)
    view = start_list(window)
    window.activateWindow()
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.setCurrentRow(texts(window).index("Who travels"))
    QTest.keyClick(view, Qt.Key.Key_Return)
    wait_for_answer(window)
    assert window.search.query == "kind:character passenger"
    assert [found.title for found in window.search.found] == ["Conductor"]
    window.search.search_for("")
    view.setCurrentRow(texts(window).index("Who travels"))
    place = view.visualItemRect(view.currentItem()).center()
    where = view.viewport().mapToGlobal(place)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, place, where))
    menu = next(menu for menu in window.search.findChildren(QMenu) if menu.isVisible())
    QTest.keyClick(menu, Qt.Key.Key_Down)
    QTest.keyClick(menu, Qt.Key.Key_Return)
    assert "Who travels" not in texts(window)


def test_a_search_that_led_somewhere_is_offered_again(window: MainWindow) -> None:
    box = window.search.box
    for query in ("passenger", "train"):
        box.clear()
        QTest.keyClicks(box, query)
        wait_for_answer(window)
        QTest.keyClick(box, Qt.Key.Key_Return)
        wait_until(lambda query=query: query in window.require_session().reading.searches)
    QTest.keyClick(box, Qt.Key.Key_Escape)
    assert box.text() == ""
    shown = texts(window)
    assert shown.index("train") < shown.index("passenger")
    view = start_list(window)
    item = view.item(shown.index("passenger"))
    QTest.mouseClick(view.viewport(), LEFT, pos=view.visualItemRect(item).center())
    wait_for_answer(window)
    assert window.search.query == "passenger"


def test_a_spoiler_is_revealed_and_hidden_by_keys_alone(window: MainWindow) -> None:
    window.reading_commands.open_title("Widow")
    button = window.findChild(QWidget, "button.reveal")
    assert button is not None

    def choose() -> str:
        window.activateWindow()
        button.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(button, Qt.Key.Key_Space)
        menu = next(menu for menu in window.findChildren(QMenu, "revealMenu") if menu.isVisible())
        QTest.keyClick(menu, Qt.Key.Key_Down)
        chosen = menu.activeAction()
        assert chosen is not None
        text = chosen.text()
        QTest.keyClick(menu, Qt.Key.Key_Return)
        QApplication.processEvents()
        return text

    assert "zanzibar" not in page(window)
    assert choose() == "Spoiler 1, for “Night Train”"
    assert "She is zanzibar" in page(window)
    assert choose() == "Hide again: Spoiler 1, for “Night Train”"
    assert "zanzibar" not in page(window)


def page(window: MainWindow) -> str:
    session = window.require_session()
    viewer = window.pages.viewer_of("Widow")
    kept = session.revealed_items("Widow")
    return documents.page_document(session.wiki, "Widow", viewer, window.pages.around(), revealed=kept).html


def test_a_page_is_not_printed_when_the_dialog_is_left(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    printed: list[object] = []
    monkeypatch.setattr(QPrintDialog, "exec", lambda _dialog: QPrintDialog.DialogCode.Rejected)
    monkeypatch.setattr(window.browse.view, "print_on", printed.append)
    window.reading_commands.open_title("Widow")
    window.actions_of_window["print"].trigger()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert printed == []
    assert window.reading_commands._printer is None
    assert window.findChildren(QPrintDialog) == []
