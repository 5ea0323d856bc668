"""The neighbourhood of a page, driven through its own buttons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import fitness
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from waiting import wait_until

from fanwiki.desktop.browse.address import page_address
from fanwiki.desktop.graph.graph_pane import GraphPane
from fanwiki.desktop.link_button import TwoLineButton
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.theme import Look, Theme
from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.services import editing, neighbourhood, wikis


def open_graph(window: MainWindow, title: str) -> GraphPane:
    window.reading_commands.open_title(title)
    window.actions_of_window["graph"].trigger()
    graph = window.graph_commands.graph
    wait_until(lambda: titles(graph)[:1] == [title])
    return graph


def titles(graph: GraphPane) -> list[str]:
    return [node.neighbour.page.title for node in graph.canvas.nodes]


def test_a_film_stands_among_what_its_fields_and_links_name(window: MainWindow) -> None:
    wiki = window.require_session().wiki
    around = neighbourhood.neighbourhood(wiki, "Night Train", CURATOR)
    relations = {each.page.title: each.relation for each in around.neighbours}
    assert relations["Ada Lund"] == "Director"
    assert (relations["Conductor"], relations["Bo Reyes"]) == ("Character", "Performer")
    assert relations["Night Train 2"] == "Next"
    names = {each.page.id: each.page.title for each in (around.middle, *around.neighbours)}
    ties = {(names[tie.source], tie.label, names[tie.target]) for tie in around.ties}
    assert ("Conductor", "Performer", "Bo Reyes") in ties


def test_a_character_stands_beside_those_in_the_same_record(window: MainWindow) -> None:
    wiki = window.require_session().wiki
    around = neighbourhood.neighbourhood(wiki, "Conductor", CURATOR)
    relations = {each.page.title: each.relation for each in around.neighbours}
    assert relations["Night Train"] == "Appearances"
    assert relations["Bo Reyes"] == "Performer"
    widow = next(each for each in around.neighbours if each.page.title == "Widow")
    assert (widow.relation, widow.links_there) == ("", True)


def test_gated_pages_are_no_neighbours(wiki_path: Path) -> None:
    with wikis.open_wiki(wiki_path) as wiki:
        editing.save_markdown(wiki, "Bo Reyes", "---\nkind: person\n---\nPlays the [[Zanzibar Twin]].\n")
        whole = neighbourhood.neighbourhood(wiki, "Bo Reyes", CURATOR)
        shown = neighbourhood.neighbourhood(wiki, "Bo Reyes", NEWCOMER)
    assert {each.page.title for each in whole.neighbours} - {each.page.title for each in shown.neighbours} == {
        "Zanzibar Twin"
    }
    assert shown.left_out == 0


def test_arrows_go_from_page_to_page_and_enter_opens_one(window: MainWindow) -> None:
    graph = open_graph(window, "Night Train")
    middle = QApplication.focusWidget()
    assert middle is graph.canvas.nodes[0]
    QTest.keyClick(middle, Qt.Key.Key_Right)
    node = QApplication.focusWidget()
    assert node in graph.canvas.nodes[1:]
    assert graph._told.text().startswith(f"{node.neighbour.page.title}: ")  # type: ignore[union-attr]
    QTest.keyClick(node, Qt.Key.Key_Down)
    below = QApplication.focusWidget()
    assert below is not node
    title = below.neighbour.page.title  # type: ignore[union-attr]
    QTest.keyClick(below, Qt.Key.Key_Return)
    assert window.browse.address == page_address(title)
    assert not graph.isVisible()
    assert not window.actions_of_window["graph"].isChecked()


def test_a_click_opens_and_with_shift_puts_in_the_middle(window: MainWindow) -> None:
    graph = open_graph(window, "Night Train")
    node = next(each for each in graph.canvas.nodes if each.neighbour.page.title == "Conductor")
    QTest.mouseClick(node, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ShiftModifier, QPoint(5, 5))
    wait_until(lambda: titles(graph)[:1] == ["Conductor"])
    before = window.browse.tabs.count()
    node = next(each for each in graph.canvas.nodes if each.neighbour.page.title == "Widow")
    QTest.mouseClick(node, Qt.MouseButton.MiddleButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    assert window.browse.tabs.count() == before + 1
    assert graph.isVisible()
    QTest.mouseClick(node, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5))
    assert window.browse.address == page_address("Widow")


def test_it_zooms_fits_and_closes_by_keyboard(window: MainWindow) -> None:
    graph = open_graph(window, "Night Train")
    fitted = graph.canvas.zoom
    node = graph.canvas.nodes[0]
    QTest.keyClick(node, Qt.Key.Key_Plus)
    assert graph.canvas.zoom > fitted
    QTest.keyClick(node, Qt.Key.Key_Minus)
    QTest.keyClick(node, Qt.Key.Key_Minus)
    assert graph.canvas.zoom < fitted
    QTest.keyClick(node, Qt.Key.Key_0)
    assert graph.canvas.zoom == fitted
    QTest.keyClick(node, Qt.Key.Key_Escape)
    assert not graph.isVisible()


def test_the_picture_follows_the_wiki_and_the_shield(window: MainWindow) -> None:
    graph = open_graph(window, "Ada Lund")
    session = window.require_session()
    text = "---\nkind: person\n---\nKnows the [[Widow]] and the [[Zanzibar Twin]].\n"
    session.tell(editing.save_markdown(session.wiki, "Ada Lund", text).change)
    wait_until(lambda: "Widow" in titles(graph))
    assert "Zanzibar Twin" not in titles(graph)
    session.set_shield(seen=["Night Train 2"], sees_all=False, speculation=True)
    wait_until(lambda: "Zanzibar Twin" in titles(graph))
    session.tell(editing.delete(session.wiki, "Ada Lund"))
    wait_until(lambda: not graph.isVisible())


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK])
def test_fifty_neighbours_have_names_and_lie_apart(
    open_window: Callable[..., MainWindow], wiki_path: Path, theme: Theme, look: Look
) -> None:
    with wikis.open_wiki(wiki_path) as wiki:
        body = " ".join(f"[[Passenger number {number} of the night train]]" for number in range(60))
        editing.save_markdown(wiki, "Train", f"---\nkind: article\n---\n{body}\n")
        for number in range(60):
            editing.save_markdown(wiki, f"Passenger number {number} of the night train", "Rides.")
    theme.apply(look)
    window = open_window()
    window.resize(1024, 640)
    graph = open_graph(window, "Train")
    assert len(graph.canvas.nodes) == 51
    assert "10 more" in graph._told.text() or "10 more" in graph._rest
    assert fitness.unnamed(graph) == []
    assert all(node.accessibleDescription() for node in graph.canvas.nodes)
    shown = [node.geometry() for node in graph.canvas.nodes]
    assert not [1 for n, one in enumerate(shown) for other in shown[n + 1 :] if one.intersects(other)]
    assert [what for what in fitness.cut(graph) if not what.startswith("NodeButton")] == []
    assert (window.width(), window.height()) == (1024, 640)
    fit = graph.findChild(QToolButton, "graphFit")
    assert fit is not None
    fit.click()


def test_a_long_title_stands_in_two_lines_before_it_is_cut(window: MainWindow) -> None:
    button = TwoLineButton("", window)
    room = button.fontMetrics().horizontalAdvance("The Adventures of Shark")
    assert button.fitted("The Adventures of Sharkboy", room) == "The Adventures of\nSharkboy"
    first, second = button.fitted("The Adventures of Sharkboy and Lavagirl in 3-D", room).split("\n")
    assert first == "The Adventures of"
    assert second.startswith("Sharkboy and")
    assert second.endswith("…")
    assert "\n" not in button.fitted("x" * 100, room)
