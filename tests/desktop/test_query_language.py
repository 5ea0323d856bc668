"""Everything that a query can say, typed into the search pane as a reader does."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot
from waiting import wait_until

from fanwiki.desktop.reader import Preferences
from fanwiki.desktop.search.search_pane import SearchPane
from fanwiki.desktop.search.wiki_finder import WikiFinder
from fanwiki.desktop.session import open_session
from fanwiki.desktop.theme import Theme
from fanwiki.domain.viewer import CURATOR
from query_wiki import ABOUT, CASES, Case, make_query_wiki


@pytest.fixture
def pane(qtbot: QtBot, qapp: QApplication, theme: Theme, tmp_path: Path) -> Iterator[SearchPane]:
    """A search pane over the wiki of queries, for somebody who sees all."""
    path = tmp_path / "queries.fanwiki"
    make_query_wiki(path)
    session = open_session(path, Preferences())
    session.viewer = CURATOR
    made = SearchPane(theme)
    qtbot.addWidget(made)
    made.set_finder(WikiFinder(session))
    made.show()
    yield made
    made.set_finder(None)
    made.hide()
    session.close()


def ask(pane: SearchPane, typed: str) -> tuple[list[str], str]:
    """Type into the box and return the titles and the line that says what was understood."""
    pane.box.clear()
    if typed.isascii():
        QTest.keyClicks(pane.box, typed)
    else:
        pane.box.insert(typed)  # as an input method does
    pane.run()
    wait_until(lambda: pane.is_answered)
    understood = pane.findChild(QLabel, "understood")
    assert understood is not None
    return [row.title for row in pane.found], understood.text()


def said(case: Case) -> str:
    """Return the whole line that is expected."""
    text = case.understood.format(today=date.today(), week=date.today() - timedelta(days=7))
    return text if text.startswith("Understood") else ABOUT + text


def test_every_construct_finds_its_pages_and_says_how_it_was_understood(pane: SearchPane) -> None:
    wrong = []
    for case in CASES:
        titles, understood = ask(pane, case.text)
        if not case.in_order:
            titles, expected = sorted(titles), sorted(case.found)
        else:
            expected = list(case.found)
        if (titles, understood) != (expected, said(case)):
            wrong.append((case.text, titles, understood))
    assert wrong == []


def test_the_last_word_may_be_unfinished_in_the_box(pane: SearchPane) -> None:
    for typed in ("h", "har", "harbour l", "lights harb"):
        titles, understood = ask(pane, typed)
        assert "Harbour Lights" in titles, typed
        assert "begins with" in understood
    assert ask(pane, "kind:fil")[1] == "Understood as pages: of kind Film."


def test_a_filter_picked_from_the_facets_leaves_the_last_word_unfinished(pane: SearchPane) -> None:
    ask(pane, "harb")
    pane.answer.facets.picked.emit("kind:film")
    wait_until(lambda: pane.is_answered)
    assert pane.query == "kind:film harb"
    assert sorted(row.title for row in pane.found) == ["Harbour Lights", "Harbour Lights 2"]
    assert ask(pane, "lig")[1] == "Understood as pages: of kind Film and with a word that begins with “lig”."


def test_a_filter_waits_for_its_value_while_it_is_typed(pane: SearchPane) -> None:
    assert ask(pane, "kind:")[1] == "Understood as all pages. “kind:” waits for a value."
    assert ask(pane, "harbour film:")[1] == "Understood as pages: with “harbour”. “film:” waits for a value."


@pytest.mark.parametrize(
    "typed",
    [
        '"',
        "((((",
        "))",
        "-",
        "*",
        "NEAR(a b)",
        "{title} : x",
        "^a + b",
        'a AND OR NOT "',
        "[[",
        "a:b:c",
        "\\",
        "%_",
        "--",
    ],
)
def test_nothing_that_can_be_typed_is_an_error(pane: SearchPane, typed: str) -> None:
    assert ask(pane, typed)[1].startswith("Understood as ")


def test_a_misspelt_name_is_found_and_said_so(pane: SearchPane) -> None:
    titles, understood = ask(pane, "captian mos")
    assert titles[0] == "Captain Moss"
    assert understood.startswith("Looked for captain, moss instead.\n")
