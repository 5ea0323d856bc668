"""Stories of a program that is killed, and of two windows on one file: no text is lost, and none is overwritten."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot
from test_stories import dialog, press, settle, texts_found
from waiting import wait_for_answer

from fanwiki.desktop.browse.address import page_address
from fanwiki.desktop.dialogs.history import HistoryDialog
from fanwiki.desktop.dialogs.unsaved import UnsavedDialog
from fanwiki.desktop.edit.drafts import UnsavedTexts
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.reader import Preferences
from fanwiki.desktop.session import open_session
from fanwiki.domain.change import Change
from fanwiki.services import drafting, editing, wikis
from fanwiki.services.drafting import PastText


def test_a_crash_while_editing_loses_no_text(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window()
    window.reading_commands.open_title("Widow")
    window.actions_of_window["edit"].trigger()
    window.edit.editor.appendPlainText("She has a secret.")
    window.edit.keep()
    # The program is killed here: the wiki's file was never told, and no dialog asked. Its locks go with it.
    kept_by_it = window.edit.kept()
    assert kept_by_it is not None
    kept_by_it.let_go()
    again = open_window(window.require_session().path)
    qtbot.waitUntil(
        lambda: any(w.objectName() == "unsavedText" and w.isVisible() for w in QApplication.topLevelWidgets())
    )
    offered = dialog("unsavedText")
    assert isinstance(offered, UnsavedDialog)
    saved, kept = offered.texts
    assert kept == f"{saved}She has a secret." or kept == f"{saved}\nShe has a secret.", "one beside the other"
    press(offered, "goOn")
    assert again.edit.text.endswith("She has a secret.")
    assert again.edit.has_unsaved
    again.actions_of_window["save"].trigger()
    assert "She has a secret." in drafting.open_page(again.require_session().wiki, "Widow").text
    assert again.edit.kept() is not None
    assert again.edit.kept().all() == []  # type: ignore[union-attr]


def test_what_a_crash_left_is_offered_one_after_the_other(open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    kept = UnsavedTexts(window.require_session().path)
    kept.keep("Stoker", "---\ntitle: Stoker\n---\nShovels.", None)
    kept.keep("Widow", "---\ntitle: Widow\n---\nGone.", 1)
    kept.let_go()
    window.page_commands.offer_unsaved()
    titles = []
    for _ in range(2):
        offered = dialog("unsavedText")
        assert isinstance(offered, UnsavedDialog)
        titles.append("Stoker" if "Shovels" in offered.texts[1] else "Widow")
        assert bool(offered.texts[0]) == (titles[-1] == "Widow"), "what was never saved has nothing beside it"
        press(offered, "forget")
        settle()
    assert sorted(titles) == ["Stoker", "Widow"]
    assert kept.all() == []


def test_a_comparison_begins_where_the_texts_differ(window: MainWindow) -> None:
    lines = [f"Line {number}." for number in range(200)]
    before, after = "\n".join(lines), "\n".join([*lines[:150], "Another.", *lines[151:]])
    past = [PastText(2, "2026-01-02", "Ana", "", after), PastText(1, "2026-01-01", "Ana", "", before)]
    shown = HistoryDialog("Widow", past, window.theme, window)
    shown.show()
    for text in shown.findChildren(QPlainTextEdit):
        assert 130 < text.firstVisibleBlock().blockNumber() <= 150
    shown._inline.setChecked(True)
    assert 130 < shown._after.firstVisibleBlock().blockNumber() <= 150
    shown.close()
    shown.deleteLater()


def test_two_windows_on_one_file_never_overwrite_each_other(
    open_window: Callable[..., MainWindow], wiki_path: Path
) -> None:
    one, other = open_window(wiki_path), open_window(wiki_path)
    for window in (one, other):
        window.reading_commands.open_title("Widow")
        window.actions_of_window["edit"].trigger()
    one.edit.editor.appendPlainText("From the first.")
    other.edit.editor.appendPlainText("From the second.")
    one.actions_of_window["save"].trigger()
    other.actions_of_window["save"].trigger()
    text = drafting.open_page(one.require_session().wiki, "Widow").text
    assert "From the first." in text
    assert "From the second." not in text
    assert other.edit.has_unsaved
    assert "From the second." in other.edit.text
    conflict = dialog("conflict")
    assert "From the first." in conflict.merged_text  # type: ignore[attr-defined]
    assert "From the second." in conflict.merged_text  # type: ignore[attr-defined]
    save = conflict.findChild(QPushButton, "saveMerged")
    assert save is not None
    save.click()
    text = drafting.open_page(one.require_session().wiki, "Widow").text
    assert "From the first." in text
    assert "From the second." in text
    assert not other.edit.has_unsaved


def test_a_window_that_one_comes_back_to_shows_what_was_changed_meanwhile(window: MainWindow, wiki_path: Path) -> None:
    session = window.require_session()
    assert texts_found(window, "quokka") == []
    told: list[Change] = []
    session.changed.connect(told.append)
    with wikis.open_wiki(wiki_path) as elsewhere:
        editing.save_markdown(elsewhere, "Quokka", "---\nkind: film\n---\nA film of another program's.")
    come_back(window)
    wait_for_answer(window)
    assert [row.title for row in window.search.found] == ["Quokka"]
    assert window._shield.text() == "0 of 3 films seen"
    come_back(window)
    assert len(told) == 1, "nothing changed since"
    session.tell(editing.save_markdown(session.wiki, "Widow", "Hers.").change)
    come_back(window)
    assert len(told) == 2, "its own changes are no news"


def come_back(window: MainWindow) -> None:
    """Go to another window and come back."""
    window.changeEvent(QEvent(QEvent.Type.ActivationChange))
    QApplication.processEvents()


def test_a_second_window_is_not_offered_what_the_first_still_writes(
    open_window: Callable[..., MainWindow], wiki_path: Path
) -> None:
    one = open_window(wiki_path)
    one.reading_commands.open_title("Widow")
    one.actions_of_window["edit"].trigger()
    one.edit.editor.appendPlainText("From the first.")
    one.edit.keep()
    other = open_window(wiki_path)
    settle()
    assert not [w for w in QApplication.topLevelWidgets() if w.objectName() == "unsavedText" and w.isVisible()]
    other.reading_commands.open_title("Widow")
    other.actions_of_window["edit"].trigger()
    other.edit.editor.appendPlainText("From the second.")
    other.edit.keep()
    other.actions_of_window["save"].trigger()
    own = one.edit.kept()
    assert own is not None
    assert [text.text.endswith("From the first.") for text in own.all()] == [True], "its rescue is still there"


def test_after_a_crash_the_tabs_are_there_again(window: MainWindow, wiki_path: Path) -> None:
    window.reading_commands.open_title("Conductor")
    window.browse.open_in_tab(page_address("Widow"))
    assert window._keep_timer.isActive()
    window._keep_timer.timeout.emit()  # as after some seconds; then the program is killed
    kept = open_session(wiki_path, Preferences())
    assert [tab["url"] for tab in kept.reading.tabs] == [page_address("Conductor").url, page_address("Widow").url]
    assert kept.reading.recent == ["Widow", "Conductor"]
    kept.wiki.close()
