"""The crumbs above the page lead where they say, and give way to the last one where there is no room."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QToolButton
from pytestqt.qtbot import QtBot

from fanwiki.desktop.browse.address import HOME_ADDRESS, KIND, Address, page_address
from fanwiki.desktop.browse.breadcrumbs import Breadcrumbs
from fanwiki.desktop.main_window import MainWindow
from fanwiki.services import documents


def shown_buttons(crumbs: Breadcrumbs) -> list[QToolButton]:
    return [button for button in crumbs.findChildren(QToolButton) if not button.isHidden()]


def test_crumbs_lead_to_the_wiki_the_kind_and_the_top_of_the_page(window: MainWindow) -> None:
    session = window.require_session()
    window.reading_commands.open_title("Night Train", "s-plot")
    document = documents.page_document(session.wiki, "Night Train", session.viewer, window.pages.around())
    window.pages.arrived.emit(window.browse.address, document)
    window.resize(1600, 800)
    assert window.breadcrumbs.texts == ["heroes", "Films", "Night Train", "Plot"]
    buttons = {button.text(): button for button in shown_buttons(window.breadcrumbs)}
    assert list(buttons) == ["heroes", "Films", "Night Train"]
    buttons["Night Train"].click()
    assert window.browse.address == page_address("Night Train")
    buttons["Films"].click()
    assert window.browse.address == Address(KIND, "film")
    buttons["heroes"].click()
    assert window.browse.address == HOME_ADDRESS


def test_where_there_is_no_room_the_last_crumbs_stay(qtbot: QtBot) -> None:
    crumbs = Breadcrumbs()
    qtbot.addWidget(crumbs)
    title = "The very long title of a page that nobody could read in one line of a window"
    crumbs.show_crumbs([("heroes", HOME_ADDRESS), ("Films", Address(KIND, "film")), (title, None)])
    crumbs.resize(900, 30)
    crumbs.show()
    assert [button.text() for button in shown_buttons(crumbs)] == ["heroes", "Films"]
    crumbs.resize(180, 30)
    assert [button.text() for button in shown_buttons(crumbs)] == ["Films"]
    crumbs.resize(80, 30)
    assert shown_buttons(crumbs) == []
    last = crumbs.findChild(QLabel, "place")
    assert last is not None
    assert last.toolTip() == last.accessibleName() == title
    assert last.text().endswith("…"), "cut at its end, not through a letter"
    crumbs.layout().activate()
    assert last.fontMetrics().horizontalAdvance(last.text()) <= last.width()
    crumbs.resize(1400, 30)
    assert last.text() == title
    crumbs.hide()
