"""Addresses, trails and tabs."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar

from fanwiki.desktop.browse.address import HOME_ADDRESS, Address, linking_query, page_address, read_address
from fanwiki.desktop.browse.trail import LONGEST, Trail, as_data, from_data
from fanwiki.desktop.main_window import MainWindow
from fanwiki.services import stemming


@given(
    st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1, max_size=80), st.text("ab-_^ü", max_size=9)
)
def test_any_title_makes_an_address_that_reads_back(title: str, anchor: str) -> None:
    assert read_address(page_address(title, anchor).url) == page_address(title, anchor)


@pytest.mark.parametrize(
    "url", ["https://example.org/", "fanwiki://other/page/A", "file:///etc/passwd", "", "fanwiki://["]
)
def test_what_is_not_of_the_wiki_is_no_address(url: str) -> None:
    assert read_address(url) is None


def test_a_trail_forgets_what_was_ahead_and_what_is_long_ago() -> None:
    trail = Trail()
    for number in range(3):
        trail.go(page_address(f"P{number}"))
    trail.back()
    trail.back()
    trail.go(page_address("Q"))
    assert [stop.address.name for stop in trail.stops] == ["", "P0", "Q"]
    assert not trail.can_go_forward
    for number in range(2 * LONGEST):
        trail.go(page_address(f"R{number}"))
    assert len(trail.stops) == LONGEST
    assert trail.here.address.name == f"R{2 * LONGEST - 1}"


def test_going_where_one_is_adds_no_stop() -> None:
    trail = Trail()
    trail.go(HOME_ADDRESS)
    assert len(trail.stops) == 1


def test_a_trail_is_kept_and_read_and_damage_is_no_trail() -> None:
    trail = Trail()
    trail.go(page_address("A"), "A")
    trail.set_scroll(120)
    read = from_data(as_data(trail))
    assert read is not None
    assert (read.here.address, read.here.scroll) == (page_address("A"), 120)
    assert from_data({"url": "https://x"}) is None
    assert from_data(["x"]) is None


def test_tabs_open_close_and_come_back_in_place(window: MainWindow) -> None:
    browse = window.browse
    window.reading_commands.open_title("Conductor")
    browse.open_in_tab(page_address("Widow"))
    assert [browse.tabs.tabText(n) for n in range(browse.tabs.count())] == ["Conductor", "Widow"]
    browse.back()
    assert browse.address == page_address("Widow")
    browse.close_current_tab()
    assert browse.address == page_address("Conductor")
    browse.reopen_tab()
    assert browse.address == page_address("Widow")


def test_the_last_tab_goes_home_instead_of_closing(window: MainWindow) -> None:
    window.reading_commands.open_title("Conductor")
    window.browse.close_current_tab()
    assert window.browse.tabs.count() == 1
    assert window.browse.address == HOME_ADDRESS
    assert not window.browse.trail.can_go_back


def test_every_tab_has_its_own_back_and_forward(window: MainWindow) -> None:
    browse = window.browse
    window.reading_commands.open_title("Conductor")
    browse.open_in_tab(page_address("Widow"))
    browse.go(page_address("Ada Lund"))
    browse.choose_tab(1)
    browse.back()
    assert browse.address == HOME_ADDRESS
    browse.choose_tab(-1)
    assert browse.address == page_address("Ada Lund")
    browse.back()
    assert browse.address == page_address("Widow")


def test_tabs_move_with_their_trails(window: MainWindow) -> None:
    browse = window.browse
    window.reading_commands.open_title("Conductor")
    browse.open_in_tab(page_address("Widow"))
    browse.tabs.moveTab(1, 0)
    assert browse.address == page_address("Widow")
    browse.choose_tab(2)
    assert browse.address == page_address("Conductor")


def test_the_middle_button_closes_a_tab(window: MainWindow) -> None:
    browse = window.browse
    browse.open_in_tab(page_address("Widow"))
    QTest.mouseClick(
        browse.tabs, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, browse.tabs.tabRect(0).center()
    )
    assert browse.tabs.count() == 1
    assert browse.address == page_address("Widow")


def test_closing_other_tabs_leaves_one(window: MainWindow) -> None:
    browse = window.browse
    for title in ("A", "B", "C"):
        browse.open_in_tab(page_address(title))
    browse._close_others(1)
    assert [trail.here.address.name for trail in browse.trails] == ["A"]


def test_a_title_with_an_ampersand_keeps_it(window: MainWindow) -> None:
    window.reading_commands.open_title("Ash & Ember")
    assert window.browse.tabs.tabText(0) == "Ash && Ember"
    assert window.browse.tabs.tabToolTip(0) == "Ash & Ember"
    close = window.browse.tabs.tabButton(0, QTabBar.ButtonPosition.RightSide)
    assert close is not None
    assert "Ash & Ember" in close.accessibleName()


def test_a_command_in_an_address_opens_no_tab(window: MainWindow) -> None:
    window.reading_commands.open_address(Address("nonsense", "x"))
    assert window.browse.address == HOME_ADDRESS


def test_all_pages_that_link_here_are_searched_for_from_the_side_bar_and_from_the_page(
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window()
    window.search.hide()
    window.reading_commands.open_title('The "Night" Train')
    window.side_bar.show_backlinks(["A", "B"], 4321)
    links = window.side_bar._backlinks
    last = links.item(links.count() - 1)
    assert last.text() == "All 4,321 pages"
    links.itemActivated.emit(last)
    assert window.search.isVisible()
    assert window.search.box.text() == 'linksto:[[The "Night" Train]]'
    window.reading_commands.open_address(Address("search", linking_query("B")))
    assert window.search.box.text() == "linksto:[[B]]"


def test_the_wiki_says_whether_english_forms_count_and_undo_brings_that_back(
    open_window: Callable[..., MainWindow],
) -> None:
    window = open_window()
    action = window.actions_of_window["stems"]
    assert action.isChecked()
    action.trigger()
    wiki = window.require_session().wiki
    assert (action.isChecked(), stemming.stems(wiki)) == (False, False)
    window.undo.undo()
    assert (action.isChecked(), stemming.stems(wiki)) == (True, True)


@pytest.mark.parametrize(
    ("query", "part"), [("", 1), ("part=12", 12), ("part=-1", 1), ("part=x&y", 1), ("part=" + "9" * 40, 1)]
)
def test_any_query_names_a_part(query: str, part: int) -> None:
    address = read_address(f"fanwiki://wiki/all?{query}")
    assert address is not None
    assert address.part == part
