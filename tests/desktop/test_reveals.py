"""Reveals: one spoiler or all of a film, remembered, told without what is in them, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu

from fanwiki.desktop.main_window import MainWindow
from fanwiki.services import documents, editing, wikis

TEXT = """---
kind: article
---
## In the bar

> [!spoiler] Night Train
> Zanzibar pours the drinks.

Then ||zanzibar two||{Night Train} and ||zanzibar three||{Night Train 2}.
"""


@pytest.fixture
def window(wiki_path: Path, open_window: Callable[..., MainWindow]) -> MainWindow:
    with wikis.open_wiki(wiki_path) as wiki:
        editing.save_markdown(wiki, "Bar Car", TEXT)
    window = open_window()
    window.reading_commands.open_title("Bar Car")
    return window


def page(window: MainWindow, title: str = "Bar Car") -> str:
    """Return what the window serves for the page."""
    session, pages = window.require_session(), window.pages
    revealed = pages._items.get(title, frozenset())
    return documents.page_document(
        session.wiki, title, pages.viewer_of(title), pages.around(), revealed=revealed
    ).html.casefold()


def menu(window: MainWindow) -> dict[str, Callable[[], None]]:
    """Open the eye's menu and return what it offers."""
    window.actions_of_window["reveal"].trigger()
    shown = window.findChildren(QMenu, "revealMenu")[-1]
    offered = {action.text(): action.trigger for action in shown.actions() if action.text()}
    shown.hide()
    return offered


def test_one_spoiler_is_revealed_remembered_and_hidden_again(window: MainWindow, wiki_path: Path) -> None:
    assert "zanzibar" not in page(window)
    offered = menu(window)
    assert list(offered) == [
        "Spoiler 1, for “Night Train”, under “In the bar”",
        "Spoiler 2, for “Night Train”, under “In the bar”",
        "Spoiler 3, for “Night Train 2”, under “In the bar”",
        "Show all spoilers for “Night Train” here",
        "Show all spoilers for “Night Train 2” here",
    ]
    offered["Spoiler 1, for “Night Train”, under “In the bar”"]()
    assert "zanzibar pours the drinks" in page(window)
    assert "zanzibar two" not in page(window)
    assert "zanzibar three" not in page(window)

    # It is remembered, in a wiki that is opened anew as well.
    window.open_path(wiki_path)
    assert "zanzibar pours the drinks" in page(window)
    window.reading_commands.open_title("Bar Car")
    menu(window)["Hide again: Spoiler 1, for “Night Train”, under “In the bar”"]()
    assert "zanzibar" not in page(window)


def test_undo_hides_what_was_revealed(window: MainWindow) -> None:
    menu(window)["Spoiler 2, for “Night Train”, under “In the bar”"]()
    assert "zanzibar two" in page(window)
    assert window.actions_of_window["undo-wiki"].text() == "Undo “Show a spoiler on “Bar Car””"
    window.actions_of_window["undo-wiki"].trigger()
    assert "zanzibar" not in page(window)
    menu(window)["Show all spoilers for “Night Train” here"]()
    assert "zanzibar pours" in page(window)
    assert "zanzibar three" not in page(window)
    window.actions_of_window["undo-wiki"].trigger()
    assert "zanzibar" not in page(window)


def test_a_reveal_follows_its_page_to_a_new_title_and_shows_on_no_other(window: MainWindow) -> None:
    menu(window)["Spoiler 1, for “Night Train”, under “In the bar”"]()
    session = window.require_session()
    session.tell(editing.save_markdown(session.wiki, "Twin Bar", TEXT).change)
    assert "zanzibar" not in page(window, "Twin Bar")
    session.follow_rename("Bar Car", "The Bar")
    assert session.revealed_items("The Bar")
    assert not session.revealed_items("Bar Car")
