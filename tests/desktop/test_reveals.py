"""Reveals: one spoiler or all of a film, remembered, told without what is in them, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from waiting import wait_until

from fanwiki.desktop.browse.address import Address
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


FIELDS_TEXT = """---
kind: character
aliases: [Barkeeper, {value: Zanzibar Joe, gate: "[[Night Train]]"}]
status: {value: zanzibar, gate: "[[Night Train 2]]"}
tags: [bar, {value: zanzibar-crew, gate: "[[Night Train]]"}]
---
Pours the drinks.
"""


def test_a_value_behind_a_film_is_shown_by_itself_and_taken_back(window: MainWindow) -> None:
    session = window.require_session()
    session.tell(editing.save_markdown(session.wiki, "Joe", FIELDS_TEXT).change)
    window.reading_commands.open_title("Joe")
    assert "zanzibar" not in page(window, "Joe")
    offered = menu(window)
    assert list(offered) == [
        "Spoiler 1, for “Night Train”, among the fields",
        "Spoiler 2, for “Night Train 2”, among the fields",
        "Spoiler 3, for “Night Train”, among the fields",
        "Show all spoilers for “Night Train” here",
        "Show all spoilers for “Night Train 2” here",
    ]
    offered["Spoiler 1, for “Night Train”, among the fields"]()
    assert page(window, "Joe").count("zanzibar") == page(window, "Joe").count("zanzibar joe") > 0
    menu(window)["Spoiler 3, for “Night Train”, among the fields"]()
    assert "zanzibar-crew" in page(window, "Joe")
    window.actions_of_window["undo-wiki"].trigger()
    assert "zanzibar-crew" not in page(window, "Joe")
    assert "zanzibar joe" in page(window, "Joe")
    window.actions_of_window["undo-wiki"].trigger()
    assert "zanzibar" not in page(window, "Joe")


def test_a_revealed_row_stands_in_its_table(window: MainWindow) -> None:
    session = window.require_session()
    film = """---
kind: film
cast:
- {character: "[[Conductor]]", performer: "[[Bo Reyes]]", billing: 2}
- {character: "[[Widow]]", performer: "Zanzibar Marsh", billing: 1, gate: "[[Night Train 2]]"}
---
"""
    session.tell(editing.save_markdown(session.wiki, "Night Bus", film).change)
    window.reading_commands.open_title("Night Bus")
    assert "zanzibar" not in page(window, "Night Bus")
    assert "bo reyes" in page(window, "Night Bus")
    menu(window)["Spoiler 1, for “Night Train 2”, among the fields"]()
    html = page(window, "Night Bus")
    assert html.index("zanzibar marsh") < html.index("bo reyes"), "sorted by billing as ever"
    assert html.count("bo reyes") == 1


def test_a_mask_is_a_link_that_shows_just_what_it_hides(window: MainWindow) -> None:
    for number, text in ((3, "zanzibar three"), (1, "zanzibar pours"), (1, "zanzibar two")):
        document = open_document(window)
        assert f'href="fanwiki://wiki/reveal/{number}"' in document.html
        before = document.html.casefold().count("zanzibar")
        window.reading_commands.open_address(Address("reveal", str(number)))
        after = page(window)
        assert text in after
        assert after.count("zanzibar") == before + 1
    assert "fanwiki://wiki/reveal" not in open_document(window).html


def test_a_link_to_no_mask_lets_choose(window: MainWindow) -> None:
    open_document(window)
    for number in ("", "9", "-1", "x", "²"):
        window.reading_commands.open_address(Address("reveal", number))
        shown = window.findChildren(QMenu, "revealMenu")[-1]
        assert len([action for action in shown.actions() if action.text()]) == 5
        shown.hide()
    assert "zanzibar" not in page(window)


def test_masks_offer_nothing_where_nobody_can_follow(window: MainWindow) -> None:
    session = window.require_session()
    around = replace(window.pages.around(), offers=None)
    html = documents.page_document(session.wiki, "Bar Car", session.viewer, around).html
    assert html.count('class="withheld"') == 3
    assert "item-" not in html
    assert "reveal" not in html


def open_document(window: MainWindow) -> documents.Document:
    """Serve the page in front as the web view would ask for it, and return it."""
    arrived: list[documents.Document] = []

    def take(_address: object, document: documents.Document) -> None:
        arrived.append(document)

    window.pages.arrived.connect(take)
    window.pages.serve(window.browse.address.url, lambda _served: None)
    wait_until(lambda: bool(arrived))
    window.pages.arrived.disconnect(take)
    return arrived[0]


def test_a_hidden_name_in_the_text_is_shown_by_itself_and_taken_back(window: MainWindow) -> None:
    session = window.require_session()
    text = "---\nkind: article\n---\nMet the [[Zanzibar Twin]]. ||zanzibar five [[Zanzibar Twin]]||{Night Train}\n"
    session.tell(editing.save_markdown(session.wiki, "Dining Car", text).change)
    window.reading_commands.open_title("Dining Car")
    assert "zanzibar" not in page(window, "Dining Car")
    assert 'href="fanwiki://wiki/reveal/1"' in open_document(window).html
    offered = menu(window)
    assert list(offered)[:2] == ["Spoiler 1, for “Night Train 2”", "Spoiler 2, for “Night Train, Night Train 2”"]
    window.reading_commands.open_address(Address("reveal", "1"))
    html = page(window, "Dining Car")
    assert html.count("zanzibar") == html.count("met the zanzibar twin") == 1
    assert "zanzibar%20twin" not in html, "the name leads nowhere"
    assert "Hide again: Spoiler 1, for “Night Train 2”" in menu(window)
    window.actions_of_window["undo-wiki"].trigger()
    assert "zanzibar" not in page(window, "Dining Car")
