"""A line of the results shows the word that was looked for, however narrow the pane."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QListView, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from fanwiki.desktop.search.results import Found, FoundDelegate, Pieces, before_first_match, led_by
from fanwiki.desktop.theme import Theme

LEAD = "Vault. Search your vault for a keyword. Link. Add a web link to your vault and more 😀 words "
SNIPPETS: list[Pieces] = [
    (("… ", False), (LEAD, False), ("bookmarks", True), (" Open", False)),
    (("bookmarks", True), (f" {LEAD}", False)),
    ((LEAD.replace(" ", ""), False), ("bookmarks", True)),
    ((LEAD, False),),
]


@pytest.mark.parametrize("snippet", SNIPPETS)
@pytest.mark.parametrize("width", [140, 270, 900])
def test_the_marked_word_is_seen(qtbot: QtBot, theme: Theme, snippet: Pieces, width: int) -> None:
    view = QListView()
    qtbot.addWidget(view)
    option = QStyleOptionViewItem()
    option.font = view.font()
    layout, _height = FoundDelegate(theme, view)._layout(Found("Page", "Article", snippet=snippet), option, width)
    last = layout.lineAt(layout.lineCount() - 1)
    seen = layout.text().encode("utf-16-le")[: 2 * (last.textStart() + last.textLength())].decode("utf-16-le")
    assert layout.lineCount() <= 2
    assert "bookmarks" in seen or not before_first_match(snippet)
    for mark in layout.formats():
        assert layout.text().encode("utf-16-le")[2 * mark.start :].decode("utf-16-le").startswith("bookmarks")


def test_the_lead_is_cut_between_words() -> None:
    assert led_by((("one two three ", False), ("four", True)), 8) == (("… three ", False), ("four", True))
    assert led_by((("… ", False), ("one ", False), ("four", True)), 8) == (("one ", False), ("four", True))
    assert led_by((("unbrokenword", False), ("four", True)), 4) == (("… ", False), ("four", True))
    assert led_by((("one two ", False), ("four", True)), -2) == (("… ", False), ("four", True))
