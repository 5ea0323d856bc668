"""The speculation desk, driven through its own widgets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from test_stories import dialog, settle

from fanwiki.desktop.browse.address import page_address
from fanwiki.desktop.desk.choosing import Choice, Order, State
from fanwiki.desktop.desk.claim_list import is_dated
from fanwiki.desktop.desk.confidence_chart import ConfidenceChart
from fanwiki.desktop.desk.desk_pane import DeskPane
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.theme import Theme
from fanwiki.domain.viewer import CURATOR
from fanwiki.services import drafting, editing, history, showing, wikis
from fanwiki.services.speculating import Point

CLAIMS = {
    "Gazette": "---\nkind: source\n---\nA paper.\n",
    "Night Train 2 came out on 1 May": """---
kind: speculation
about: ["[[Night Train 2]]"]
claim_kind: release date
confidence: 40
resolves_by: 2030
target_field: released
target_value: 2022-05-01
sources:
- {outlet: "[[Gazette]]", stance: for, tier: trade, quote: It comes in May., published: 2021-02-03}
---
""",
    "Night Train 2 came out on 2 June": """---
kind: speculation
about: ["[[Night Train 2]]"]
claim_kind: release date
confidence: 10
target_field: released
target_value: 2022-06-02
---
""",
    "The widow is dead": """---
kind: speculation
about: ["[[Night Train]]"]
claim_kind: plot
status: debunked
confidence: 80
resolved_on: 2020-01-01
sources:
- {outlet: "[[Gazette]]", stance: for}
---
""",
    "The secret of the twin": """---
kind: speculation
spoils: "[[Night Train 2]]"
about: ["[[Night Train]]"]
confidence: 99
---
""",
}


@pytest.fixture
def claims_path(wiki_path: Path) -> Path:
    with wikis.open_wiki(wiki_path) as wiki:
        for title, text in CLAIMS.items():
            editing.save_markdown(wiki, title, text, author="Ana")
        text = CLAIMS["Night Train 2 came out on 1 May"]
        editing.save_markdown(wiki, "Night Train 2 came out on 1 May", text.replace("40", "70"), author="Ana")
    return wiki_path


@pytest.fixture
def window(claims_path: Path, open_window: Callable[..., MainWindow]) -> MainWindow:
    return open_window()


def open_desk(window: MainWindow, qtbot: QtBot) -> DeskPane:
    window.actions_of_window["desk"].trigger()
    desk = window.desk_commands.desk
    qtbot.waitUntil(lambda: bool(desk.claims) and desk.records.topLevelItemCount() > 0)
    return desk


def titles(desk: DeskPane) -> list[str]:
    return [claim.page.title for claim in desk.claims]


def words(desk: DeskPane) -> str:
    return "\n".join(label.text() for label in desk.card.findChildren(QLabel))


def test_the_desk_lists_claims_by_what_they_wait_for(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, qtbot)
    may, june, oslo = (
        "Night Train 2 came out on 1 May",
        "Night Train 2 came out on 2 June",
        "Night Train 3 will be filmed in Oslo",
    )
    assert titles(desk) == [may, oslo, june]  # the most likely first; the gated one is not there
    shown = {}
    for state in State:
        chip = desk.findChild(QPushButton, f"desk.{state.value}")
        assert chip is not None
        chip.click()
        shown[state] = set(titles(desk))
        assert chip.text().endswith(f" {len(shown[state])}")
    assert shown[State.DUE] == {oslo}
    assert shown[State.CONTRADICTING] == {may, june}
    assert shown[State.RESOLVED] == {"The widow is dead"}
    assert shown[State.ALL] == {may, june, oslo, "The widow is dead"}


def test_boxes_narrow_the_claims_and_order_them(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, qtbot)
    desk.filters.set_choice(Choice(state=State.ALL, outlet="Gazette"))
    assert titles(desk) == ["The widow is dead", "Night Train 2 came out on 1 May"]
    desk.filters.set_choice(Choice(state=State.ALL, film="Night Train"))
    assert titles(desk) == ["The widow is dead"]
    desk.filters.set_choice(Choice(state=State.ALL, claim_kind="release date", order=Order.UNLIKELY))
    assert titles(desk) == ["Night Train 2 came out on 2 June", "Night Train 2 came out on 1 May"]
    desk.filters.set_choice(Choice(film="Night Train", claim_kind="casting"))
    assert "Choose other filters" in desk._none.text()
    assert desk._none.isVisible()
    assert desk.filters.height() <= desk.filters.sizeHint().height() + 80  # it does not spread over the pane


def test_resolving_a_claim_fills_the_films_field_and_can_be_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    wiki = window.require_session().wiki
    before = showing.as_json(wiki, "Night Train 2", CURATOR)["fields"]["released"]
    desk = open_desk(window, qtbot)
    # By keyboard: the list has the focus, the first claim is chosen and shows in full.
    assert QApplication.focusWidget() is desk.list
    chart = desk.card.findChild(ConfidenceChart)
    assert chart is not None
    assert "40 %" in chart.accessibleDescription()
    assert "70 %" in chart.accessibleDescription()
    assert "n = 2" in words(desk)
    contradiction = [b for b in desk.card.findChildren(QPushButton) if "2 June" in b.text()]
    assert contradiction

    resolve = desk.card.findChild(QPushButton, "resolveClaim")
    assert resolve is not None
    resolve.click()
    asked = dialog("resolveDialog")
    outcome, write = asked.findChild(QComboBox, "outcome"), asked.findChild(QCheckBox, "writeInto")
    assert outcome is not None
    assert write is not None
    outcome.setCurrentIndex(outcome.findData("debunked"))
    assert not write.isEnabled()
    outcome.setCurrentText("Confirmed")
    assert write.isChecked()
    assert "2022-05-01" in write.text()
    assert any("2022-03-04" in label.text() for label in asked.findChildren(QLabel))  # what stands there now
    what, evidence = asked.findChild(QPlainTextEdit, "whatHappened"), asked.findChild(QLineEdit, "evidence")
    assert what is not None
    assert evidence is not None
    QTest.keyClicks(what, "It came in May.")
    QTest.keyClicks(evidence, "[[Gazette]]")
    day = asked.findChild(QLineEdit, "resolvedOn")
    assert day is not None
    day.setText("some day or other")
    assert not asked._ok.isEnabled()  # type: ignore[attr-defined]
    day.setText("2022-05-02")
    asked.accept()
    settle()

    film = showing.as_json(wiki, "Night Train 2", CURATOR)
    assert "2022-05-01" in str(film["fields"]["released"])
    claim = showing.as_json(wiki, "Night Train 2 came out on 1 May", CURATOR)["fields"]
    assert claim["status"] == "confirmed"
    assert claim["resolution"] == "It came in May.\n\nEvidence: [[Gazette]]"
    assert claim["resolved_on"] == "2022-05-02"
    _page, revisions = history.revisions(wiki, "Night Train 2")
    assert revisions[0].comment == "Confirmed: Night Train 2 came out on 1 May"
    qtbot.waitUntil(lambda: "Night Train 2 came out on 1 May" not in titles(desk))

    window.actions_of_window["undo-wiki"].trigger()
    assert showing.as_json(wiki, "Night Train 2", CURATOR)["fields"]["released"] == before
    assert showing.as_json(wiki, "Night Train 2 came out on 1 May", CURATOR)["fields"].get("status") is None
    qtbot.waitUntil(lambda: "Night Train 2 came out on 1 May" in titles(desk))


def test_a_resolution_is_not_taken_back_over_later_work(window: MainWindow, qtbot: QtBot) -> None:
    wiki = window.require_session().wiki
    desk = open_desk(window, qtbot)
    window.desk_commands.ask_resolution(desk.card.detail)  # type: ignore[arg-type]
    dialog("resolveDialog").accept()
    settle()
    text = drafting.open_page(wiki, "Night Train 2").text
    editing.save_markdown(wiki, "Night Train 2", text + "More.\n", author="Bo")
    window.actions_of_window["undo-wiki"].trigger()
    assert window.message_bar.isVisible()
    claim = showing.as_json(wiki, "Night Train 2 came out on 1 May", CURATOR)["fields"]
    assert claim["status"] == "confirmed"  # neither page went back


def test_enter_opens_a_claim_and_escape_goes_back_to_the_pages(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, qtbot)
    QTest.keyClick(desk.list, Qt.Key.Key_Return)
    assert window.browse.address == page_address("Night Train 2 came out on 1 May")
    assert not desk.isVisible()
    assert not window.actions_of_window["desk"].isChecked()
    open_desk(window, qtbot)
    assert window.actions_of_window["desk"].isChecked()
    QTest.keyClick(desk.list, Qt.Key.Key_Escape)
    assert not desk.isVisible()


def test_a_reader_without_rumours_finds_an_empty_desk_that_says_why(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, qtbot)
    window.require_session().set_shield(seen=[], sees_all=False, speculation=False)
    qtbot.waitUntil(lambda: not desk.claims)
    assert "no rumours" in desk._empty.text()
    window.require_session().set_shield(seen=["Night Train 2"], sees_all=False, speculation=True)
    qtbot.waitUntil(lambda: "The secret of the twin" in titles(desk))


def test_track_records_always_tell_their_n(window: MainWindow, qtbot: QtBot) -> None:
    desk = open_desk(window, qtbot)
    desk._tabs.setCurrentIndex(1)
    item = desk.records.topLevelItem(0)
    assert item is not None
    assert [item.text(column) for column in range(6)] == ["Gazette", "2", "0", "0", "1", "1"]
    assert "(n = 1)" in item.text(6)
    assert "n = 2" in item.data(0, Qt.ItemDataRole.AccessibleTextRole)


def test_the_chart_goes_from_point_to_point_by_keyboard(qtbot: QtBot, theme: Theme) -> None:
    chart = ConfidenceChart(theme)
    qtbot.addWidget(chart)
    days = [datetime(2026, month, 1, tzinfo=UTC).isoformat() for month in (1, 2, 8)]
    chart.show_points([Point(days[0], "open", 20), Point(days[1], "open", None), Point(days[2], "debunked", 90)])
    chart.resize(300, 140)
    first, last = chart.places()
    assert first.x() < last.x()
    assert first.y() > last.y()
    assert chart.current is not None
    assert chart.said(chart.current) == "1 Aug 2026: 90 %, debunked"
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.said(chart.current) == "1 Jan 2026: 20 %, open"
    QTest.keyClick(chart, Qt.Key.Key_Left)
    assert chart.said(chart.current) == "1 Jan 2026: 20 %, open"


def test_a_claim_without_a_day_to_wait_for_names_none() -> None:
    assert not is_dated("TBA")
    assert not is_dated("")
    assert is_dated("May 2026")
    assert is_dated("when the moon is full")
