"""The heads of panes: titles give way, tabs keep their place, words of buttons make room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from fanwiki.desktop.browse.tabs import FocusTabs
from fanwiki.desktop.cut_label import CutLabel
from fanwiki.desktop.desk.desk_pane import DeskPane
from fanwiki.desktop.search.chooser import Choice, Chooser
from fanwiki.desktop.theme import Look, Theme

LONG = "The Long and Winding Legend of the Comet and its Village"
FROM_RIGHT = "ליל הכוכב: המסע הארוך של קפטן אן ושל חבריה אל קצה העולם"


@pytest.mark.parametrize("title", [LONG, FROM_RIGHT])
def test_a_title_without_room_ends_in_dots(qtbot: QtBot, theme: Theme, title: str) -> None:
    label = CutLabel(title)
    qtbot.addWidget(label)
    label.resize(160, 30)
    assert label.shown_text().endswith("…")
    label.resize(label.sizeHint())
    assert label.shown_text() == title


def test_a_title_from_right_begins_where_the_window_does(qtbot: QtBot, theme: Theme) -> None:
    label = CutLabel("ליל")
    qtbot.addWidget(label)
    label.resize(400, 30)
    picture = label.grab().toImage()
    ground = picture.pixel(399, 0)
    painted = [x for x in range(picture.width()) if any(picture.pixel(x, y) != ground for y in range(30))]
    assert painted
    assert max(painted) < 100


def test_tabs_stay_where_they_are_when_the_keyboard_comes(qtbot: QtBot, theme: Theme) -> None:
    theme.apply(Look.LIGHT)
    row = QWidget()
    qtbot.addWidget(row)
    tabs = FocusTabs(row)
    for name in ("Claims", "Track records"):
        tabs.addTab(name)
    QHBoxLayout(row).addWidget(tabs)
    row.show()
    before = [tabs.tabRect(number) for number in range(2)], tabs.sizeHint()
    tabs._tell(has_focus=True)
    QApplication.processEvents()
    assert ([tabs.tabRect(number) for number in range(2)], tabs.sizeHint()) == before


def test_the_desk_gives_its_tabs_the_room_of_a_button(qtbot: QtBot, theme: Theme) -> None:
    desk = DeskPane(theme)
    qtbot.addWidget(desk)
    desk.show()
    new = desk.findChild(QPushButton, "newClaim")
    assert new is not None
    desk.resize(900, 500)
    assert new.text() == "New claim…"
    desk.resize(430, 500)
    assert new.text() == ""
    assert new.accessibleName() == new.toolTip() == "New claim…"


def test_a_list_to_choose_from_ends_with_a_whole_line(qtbot: QtBot, theme: Theme) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    chooser = Chooser("palette", "Type", lambda _text: [Choice(str(n), n) for n in range(40)], "Foot", window)
    chooser.open_over(window)
    shown = chooser._list
    lines = shown.viewport().height() / shown.sizeHintForRow(0)
    assert lines == pytest.approx(round(lines), abs=0.12)
    assert Qt.WindowType.Popup in chooser.windowFlags()
    chooser.close()
