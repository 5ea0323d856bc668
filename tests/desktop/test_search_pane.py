"""Typing never waits for an answer, and no answer is shown but that to what is typed."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QModelIndex, Qt, QThread
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from waiting import wait_for_answer, wait_until

from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.search.facets import FacetGroup, FacetValue
from fanwiki.desktop.search.finder import Findings
from fanwiki.desktop.search.results import Found, FoundModel
from fanwiki.desktop.search.search_pane import PAGE_SIZE, SearchPane
from fanwiki.desktop.theme import Theme
from fanwiki.errors import FanwikiError
from fanwiki.jobs import Cancel, Cancelled


class SlowFinder:
    """Answers each query when the test says so; the answer is one line that repeats the query."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.cancelled: list[str] = []
        self.window_thread_asked = False
        self._may_answer: dict[str, threading.Event] = {}
        self.total = 1

    def gate(self, text: str) -> threading.Event:
        """Return what holds the answer to a query back."""
        return self._may_answer.setdefault(text, threading.Event())

    def find(self, text: str, limit: int, offset: int, cancel: Cancel) -> Findings:
        """Answer, once the test lets it."""
        self.window_thread_asked |= threading.current_thread() is threading.main_thread()
        self.asked.append(text)
        assert self.gate(text).wait(20)
        if cancel.requested:
            self.cancelled.append(text)
        last = min(offset + limit, self.total)
        return Findings([Found(f"{text} {row}", "Article") for row in range(offset, last)], self.total)

    def facets(self, text: str, cancel: Cancel) -> Sequence[FacetGroup]:
        """Answer at once."""
        return ()


@pytest.fixture
def finder() -> Iterator[SlowFinder]:
    """A finder of the test's own; nothing waits for it when the test is over."""
    made = SlowFinder()
    yield made
    for text in made.asked:
        made.gate(text).set()


@pytest.fixture
def pane(qtbot: QtBot, theme: Theme, finder: SlowFinder) -> Iterator[SearchPane]:
    """A search pane that the slow finder answers."""
    made = SearchPane(theme)
    qtbot.addWidget(made)
    made.set_finder(finder)
    made.show()
    yield made
    for text in finder.asked:
        finder.gate(text).set()
    made.set_finder(None)


def shown(pane: SearchPane) -> list[str]:
    return [row.title for row in pane.found]


def type_and_ask(pane: SearchPane, finder: SlowFinder, letters: str) -> None:
    QTest.keyClicks(pane.box, letters)
    wait_until(lambda: pane.query in finder.asked)


def test_a_stale_answer_never_shows(pane: SearchPane, finder: SlowFinder) -> None:
    type_and_ask(pane, finder, "fr")
    type_and_ask(pane, finder, "odo")
    finder.gate("frodo").set()
    wait_until(lambda: shown(pane) == ["frodo 0"])
    finder.gate("fr").set()
    wait_until(lambda: finder.cancelled == ["fr"])
    for _ in range(20):
        QApplication.processEvents()
        QThread.msleep(2)
        assert shown(pane) == ["frodo 0"]


def test_an_answer_on_its_way_is_stale_once_more_was_asked(pane: SearchPane, finder: SlowFinder) -> None:
    finder.gate("fr").set()
    type_and_ask(pane, finder, "fr")
    # The thread has ended and its answer waits in the window's queue, when the next question is asked.
    QThread.msleep(50)
    QTest.keyClicks(pane.box, "odo")
    pane.run()
    wait_until(lambda: "frodo" in finder.asked)
    assert shown(pane) in ([], ["fr 0"])
    shown_before = shown(pane)
    for _ in range(20):
        QApplication.processEvents()
        QThread.msleep(2)
    assert shown(pane) == shown_before, "no answer came but that to what is typed"
    finder.gate("frodo").set()
    wait_until(lambda: shown(pane) == ["frodo 0"])


def test_the_window_stays_fluid_while_an_answer_takes_long(pane: SearchPane, finder: SlowFinder) -> None:
    type_and_ask(pane, finder, "f")
    longest = 0.0
    for letter in "rodo baggins of the shire":
        began = time.monotonic()
        QTest.keyClick(pane.box, letter)
        QApplication.processEvents()
        longest = max(longest, time.monotonic() - began)
    assert pane.box.text() == "frodo baggins of the shire"
    assert longest < 5, "no key waited for the answer, which never came"
    assert not finder.window_thread_asked
    assert shown(pane) == []
    assert not pane.is_answered


def test_an_emptied_box_wants_no_answer_any_more(pane: SearchPane, finder: SlowFinder) -> None:
    type_and_ask(pane, finder, "frodo")
    QTest.keyClick(pane.box, Qt.Key.Key_Escape)
    wait_until(lambda: pane.is_answered)
    finder.gate("frodo").set()
    wait_until(lambda: finder.cancelled == ["frodo"])
    QApplication.processEvents()
    assert shown(pane) == []


def test_enter_opens_the_best_answer_to_what_is_typed_and_to_nothing_before(
    pane: SearchPane, finder: SlowFinder, qtbot: QtBot
) -> None:
    opened: list[str] = []
    pane.opened.connect(lambda title, anchor, tab: opened.append(title))
    finder.gate("fr").set()
    type_and_ask(pane, finder, "fr")
    wait_until(lambda: shown(pane) == ["fr 0"])
    QTest.keyClicks(pane.box, "odo")
    QTest.keyClick(pane.box, Qt.Key.Key_Return)
    assert opened == []
    finder.gate("frodo").set()
    wait_until(lambda: bool(opened))
    assert opened == ["frodo 0"]


def test_more_lines_are_asked_for_once_and_come_later(pane: SearchPane, finder: SlowFinder) -> None:
    finder.total = PAGE_SIZE + 5
    finder.gate("frodo").set()
    type_and_ask(pane, finder, "frodo")
    wait_until(lambda: len(shown(pane)) == PAGE_SIZE or len(shown(pane)) == finder.total)
    model = pane.results.model()
    for _ in range(3):
        if model.canFetchMore(model.index(-1, 0)):
            model.fetchMore(model.index(-1, 0))
    wait_until(lambda: len(shown(pane)) == finder.total)
    assert len(set(shown(pane))) == finder.total
    assert not model.canFetchMore(model.index(-1, 0))


def test_a_failure_is_told_once_and_the_next_letter_is_answered(
    pane: SearchPane, finder: SlowFinder, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering = finder.find

    def fail(text: str, limit: int, offset: int, cancel: Cancel) -> Findings:
        raise FanwikiError("The file is gone.", "Look for it.")

    monkeypatch.setattr(finder, "find", fail)
    with qtbot.captureExceptions() as told:
        QTest.keyClicks(pane.box, "fr")
        wait_until(lambda: bool(told))
    assert [str(error[1]) for error in told] == [str(FanwikiError("The file is gone.", "Look for it."))]
    monkeypatch.setattr(finder, "find", answering)
    finder.gate("fro").set()
    type_and_ask(pane, finder, "o")
    wait_until(lambda: shown(pane) == ["fro 0"])


def test_the_wiki_itself_stops_answering_a_stale_question(window: MainWindow) -> None:
    session = window.require_session()
    stale = Cancel()
    stale.request()
    finder = window.search._finder
    assert finder is not None
    with pytest.raises(Cancelled):
        finder.find("kind:film OR kind:character train", 20, 0, stale)
    assert session.wiki is not None
    QTest.keyClicks(window.search.box, "train")
    wait_for_answer(window)
    assert shown(window.search)


def test_closing_the_wiki_while_it_answers_waits_for_the_thread(window: MainWindow) -> None:
    QTest.keyClicks(window.search.box, "train")
    window.search.run()
    window.search.set_finder(None)
    assert window.search.is_answered
    assert not window.search._asking.is_waiting


def test_filters_leave_most_of_the_room_to_what_was_found(pane: SearchPane, finder: SlowFinder) -> None:
    pane.resize(256, 520)
    finder.total = 9
    finder.gate("comet").set()
    pane.search_for("comet")
    wait_for_answer_of(pane)
    values = tuple(FacetValue(f"Film number {number}", f"film:{number}", 3) for number in range(6))
    pane.answer.show_facets([FacetGroup(label, values) for label in ("Film", "Tag", "Status")], [])
    pane.answer.facets.set_open(True)
    QApplication.processEvents()
    assert pane.answer.facets.isVisible()
    assert pane.results.height() >= 2 * pane.answer.facets.height()
    pane.answer.facets.set_open(False)
    assert not pane.answer.facets.isVisible()
    assert pane.answer.facets.fold.isVisible()


def test_where_nothing_was_found_there_is_nothing_to_narrow(pane: SearchPane, finder: SlowFinder) -> None:
    pane.resize(300, 600)
    pane.answer.facets.set_open(True)
    finder.total = 0
    finder.gate("zanzibar").set()
    pane.search_for("zanzibar")
    wait_for_answer_of(pane)
    values = (FacetValue("Film", "kind:film", 2), FacetValue("Person", "kind:person", 1))
    pane.answer.show_facets([FacetGroup("Kind", values)], [])
    assert not pane.answer.facets.isVisible()
    assert not pane.answer.facets.fold.isVisible()
    assert pane.answer.make_page.text() == "New page “zanzibar”"


def test_pieces_of_text_end_before_the_edge_where_people_read_from_the_right(pane: SearchPane) -> None:
    pane.resize(300, 600)
    pane.results.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    words = (("comet " * 30, False),)
    rows = [Found(f"Comet {number}", "Film", snippet=words) for number in range(9)]
    pane.answer.show_findings(Findings(rows, len(rows)), "", lambda _offset: None)
    pane._stack.setCurrentWidget(pane.answer)
    QApplication.processEvents()
    picture = pane.results.viewport().grab().toImage()
    second = pane.results.visualRect(pane.results.model().index(1, 0))
    ground = picture.pixel(second.right() - 2, second.top() + 1)
    edge = range(second.right() - 5, second.right())
    assert all(picture.pixel(x, y) == ground for x in edge for y in range(second.top(), second.bottom()))


def wait_for_answer_of(pane: SearchPane) -> None:
    """Let the window work until the pane shows the answer."""
    wait_until(lambda: pane.is_answered)
    QApplication.processEvents()


def test_rows_that_nobody_counted_come_until_there_are_no_more(qapp: QApplication) -> None:
    asked: list[int] = []
    model = FoundModel(qapp)
    model.fill([Found("a", "Film"), Found("b", "Film")], None, asked.append)
    top = QModelIndex()
    assert model.canFetchMore(top)
    model.fetchMore(top)
    model.show_more([Found("c", "Film")])
    model.fetchMore(top)
    assert asked == [2, 3]
    model.show_more([])
    assert not model.canFetchMore(top)


@pytest.mark.parametrize("text", ["train", "kind:character", "sort:title", "train sort:title"])
def test_the_wiki_goes_on_where_the_rows_before_ended(window: MainWindow, text: str) -> None:
    finder = window.search._finder
    assert finder is not None
    whole = [found.title for found in finder.find(text, 50, 0, Cancel()).rows]
    rows = list(finder.find(text, 1, 0, Cancel()).rows)
    while more := finder.find(text, 1, len(rows), Cancel()).rows:
        rows += more
    assert sorted(found.title for found in rows) == sorted(whole)
    assert len(whole) > 1
