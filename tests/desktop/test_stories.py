"""Whole stories, driven through the window's own widgets."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from waiting import wait_for_answer

from fanwiki.app import make_window
from fanwiki.desktop.browse.address import Address, page_address
from fanwiki.desktop.dialogs.asking import TextDialog
from fanwiki.desktop.dialogs.history import HistoryDialog
from fanwiki.desktop.dialogs.question import Question, Role
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.messages import Messages
from fanwiki.desktop.reader import Preferences
from fanwiki.desktop.search.chooser import Chooser
from fanwiki.desktop.theme import Theme
from fanwiki.errors import NotFoundError
from fanwiki.services import documents, drafting, editing, history, searching


def dialog(name: str) -> QDialog:
    """Return the dialog of this object name that shows."""
    found = [
        w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.objectName() == name and w.isVisible()
    ]
    assert found, f"no dialog {name}"
    return found[-1]


def settle() -> None:
    """Let a closed dialog go, which takes the focus along offscreen."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()


def answer(asked: Question, role: Role) -> None:
    """Press the button of a question that has this role."""
    asked.button(role).click()


def press(asked: QDialog, name: str) -> None:
    """Press a dialog's button."""
    button = asked.findChild(QPushButton, name)
    assert button is not None
    button.click()


def write_page(window: MainWindow, title: str, kind: str, body: str) -> None:
    """Make a page as a user does: Ctrl+N, title, kind, text, Ctrl+S."""
    window.actions_of_window["new-page"].trigger()
    asked = dialog("newPage")
    box = asked.findChild(QLineEdit, "newTitle")
    assert box is not None
    QTest.keyClicks(box, title)
    kinds = asked._kind  # type: ignore[attr-defined]
    kinds.setCurrentIndex(kinds.findData(kind))
    asked.accept()
    settle()
    window.edit.editor.appendPlainText(body)
    window.actions_of_window["save"].trigger()


def say_seen(window: MainWindow, *, up_to: int) -> None:
    """Say in the shield's dialog that all films up to one of them were seen."""
    window.actions_of_window["shield"].trigger()
    asked = dialog("seenFilms")
    films = asked.findChild(QListWidget, "filmList")
    assert films is not None
    films.setCurrentRow(up_to)
    press(asked, "upTo")
    asked.accept()
    settle()


def search_for(window: MainWindow, query: str) -> None:
    """Search, and wait for the answer."""
    window.search.search_for(query)
    wait_for_answer(window)


def texts_found(window: MainWindow, query: str) -> list[str]:
    """Search and return the titles."""
    search_for(window, query)
    return [row.title for row in window.search.found]


def test_create_a_character_link_it_rename_it_find_it_hide_it_restore_it(window: MainWindow, qtbot: QtBot) -> None:
    session = window.require_session()
    write_page(window, "Porter", "character", "Carries the bags of the [[Widow]].")
    assert window.browse.address == page_address("Porter")
    assert drafting.open_page(session.wiki, "Porter").base == 1

    # Link it from another page, through the suggestions.
    window.page_commands.stop_editing()
    window.reading_commands.open_title("Ada Lund")
    window.actions_of_window["edit"].trigger()
    editor = window.edit.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClicks(editor, " See [[Port")
    qtbot.waitUntil(editor.popup.isVisible)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert editor.toPlainText().rstrip().endswith("See [[Porter]]")
    window.actions_of_window["save"].trigger()
    window.page_commands.stop_editing()

    # Rename it: the dialog says how many links follow.
    window.reading_commands.open_title("Porter")
    prompts: list[str] = []

    def fill_in() -> None:
        asked = QApplication.activeModalWidget()
        assert isinstance(asked, TextDialog)
        prompts.append(asked.note.text())
        line = asked.findChild(QLineEdit)
        assert line is not None
        assert line.text() == line.selectedText() == "Porter", "typing replaces it"
        QTest.keyClicks(line, "Luggage Man")
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(0, fill_in)
    window.actions_of_window["rename"].trigger()
    settle()
    assert "one page" in prompts[0]
    assert window.browse.address == page_address("Luggage Man")
    assert "[[Luggage Man]]" in drafting.open_page(session.wiki, "Ada Lund").text

    # The old name is an alias and finds it: typed in the box, opened with Enter.
    window.reading_commands.open_title("Ada Lund")
    window.search.search_for("")
    QTest.keyClicks(window.search.box, "Porter")
    wait_for_answer(window)
    assert (window.search.found[0].title, window.search.found[0].name) == ("Luggage Man", "Porter")
    QTest.keyClick(window.search.box, Qt.Key.Key_Return)
    assert window.browse.address == page_address("Luggage Man")

    # Hide it behind a film: this reader has not seen it.
    window.actions_of_window["edit"].trigger()
    text = window.edit.text.replace("kind: character\n", 'kind: character\nspoils: "[[Night Train 2]]"\n')
    editor.selectAll()
    editor.insertPlainText(text)
    window.actions_of_window["save"].trigger()
    window.actions_of_window["edit"].trigger()
    assert not window.is_editing
    assert texts_found(window, "luggage") == []
    say_seen(window, up_to=1)
    assert texts_found(window, "luggage")[0] == "Luggage Man"

    # Delete it, and restore it from the trash. Both can be taken back, the last first.
    window.reading_commands.open_title("Luggage Man")
    window.actions_of_window["delete"].trigger()
    assert "Luggage Man" not in texts_found(window, "luggage")
    window.actions_of_window["trash"].trigger()
    press(dialog("trash"), "bringBack")
    settle()
    assert window.browse.address == page_address("Luggage Man")
    assert texts_found(window, "luggage")[0] == "Luggage Man"
    assert window.actions_of_window["undo-wiki"].text() == "Undo “Restore “Luggage Man””"
    window.actions_of_window["undo-wiki"].trigger()
    assert "Luggage Man" not in texts_found(window, "luggage")
    assert window.actions_of_window["undo-wiki"].text() == "Undo “Delete “Luggage Man””"
    window.actions_of_window["undo-wiki"].trigger()
    assert texts_found(window, "luggage")[0] == "Luggage Man"

    # And the rename too.
    window.actions_of_window["undo-wiki"].trigger()
    assert window.browse.address == page_address("Porter")
    assert "[[Porter]]" in drafting.open_page(session.wiki, "Ada Lund").text
    assert not window.actions_of_window["undo-wiki"].isEnabled()


def test_closing_with_unsaved_text_asks_once(window: MainWindow) -> None:
    window.reading_commands.open_title("Widow")
    window.actions_of_window["edit"].trigger()
    window.edit.editor.appendPlainText("More.")
    asked: list[str] = []

    def cancel() -> None:
        box = dialog("unsavedDialog")
        asked.append(box.asked)  # type: ignore[attr-defined]
        answer(box, Role.RejectRole)  # type: ignore[arg-type]

    QTimer.singleShot(0, cancel)
    assert not window.close()
    assert window.isVisible()
    assert asked == ["Save what you wrote in “Widow”?"]
    QTimer.singleShot(0, lambda: answer(dialog("unsavedDialog"), Role.AcceptRole))  # type: ignore[arg-type]
    assert window.close()


def test_the_first_start_asks_once_which_films_were_seen(open_window: Callable[..., MainWindow], qtbot: QtBot) -> None:
    window = open_window(asked=False)
    qtbot.waitUntil(
        lambda: any(w.objectName() == "seenFilms" and w.isVisible() for w in QApplication.topLevelWidgets())
    )
    asked = dialog("seenFilms")
    films = asked.findChild(QListWidget, "filmList")
    assert films is not None
    assert [films.item(row).text() for row in range(films.count())] == ["Night Train  (2019)", "Night Train 2  (2022)"]
    films.setCurrentRow(0)
    up_to = asked.findChild(QPushButton, "upTo")
    assert up_to is not None
    up_to.click()
    asked.accept()
    assert window.require_session().viewer.seen == {"Night Train"}
    assert window._shield.text() == "1 of 2 films seen"
    window.reading_commands.ask_shield_first()
    assert not [w for w in QApplication.topLevelWidgets() if w.objectName() == "seenFilms" and w.isVisible()]


def test_what_the_shield_hides_is_nowhere_in_the_window(window: MainWindow) -> None:
    for query in ("zanzibar", "twin", "zanz", "kind:character"):
        titles = texts_found(window, query)
        assert "Zanzibar Twin" not in titles
        assert not any("zanzibar" in piece.lower() for row in window.search.found for piece, _ in row.snippet)
    offered = window.reading_commands._titles("zanz")
    assert not any("zanz" in (choice.text + choice.note).lower() for choice in offered)
    assert "withheld" in window.search.answer.withheld.text()
    window.require_session().set_shield(seen=["Night Train", "Night Train 2"], sees_all=False, speculation=True)
    assert "Zanzibar Twin" in texts_found(window, "zanzibar")


def test_a_hidden_page_is_not_told_from_a_missing_one(window: MainWindow) -> None:
    session, around = window.require_session(), window.pages.around()
    with pytest.raises(NotFoundError):
        documents.page_document(session.wiki, "Zanzibar Twin", session.viewer, around)


def test_revealing_a_spoiler_on_one_page_reveals_no_other(window: MainWindow) -> None:
    session = window.require_session()
    assert documents.withheld_films(session.wiki, "Widow", session.viewer) == ["Night Train"]
    window.reveal_commands.show_spoilers("Widow", "Night Train")

    def html(title: str) -> str:
        looking = window.pages.viewer_of(title)
        return documents.page_document(session.wiki, title, looking, window.pages.around()).html

    assert "She is zanzibar" in html("Widow")
    assert "zanzibar" not in html("Night Train")
    window.reveal_commands.hide_spoilers("Widow", "Night Train")
    assert "zanzibar" not in html("Widow")


def test_the_quick_switcher_opens_creates_and_opens_in_a_tab(window: MainWindow) -> None:
    window.actions_of_window["quick-switcher"].trigger()
    switcher = dialog("quickSwitcher")
    assert isinstance(switcher, Chooser)
    box = switcher.findChild(QLineEdit)
    assert box is not None
    QTest.keyClicks(box, "ticket")
    assert switcher.texts == ["Conductor"]
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.browse.address == page_address("Conductor")
    window.actions_of_window["quick-switcher"].trigger()
    box = dialog("quickSwitcher").findChild(QLineEdit)
    assert box is not None
    QTest.keyClicks(box, "wido")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert window.browse.tabs.count() == 2
    assert window.browse.address == page_address("Conductor")
    window.actions_of_window["quick-switcher"].trigger()
    box = dialog("quickSwitcher").findChild(QLineEdit)
    assert box is not None
    QTest.keyClicks(box, "Stoker")
    QTest.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    asked = dialog("newPage").findChild(QLineEdit, "newTitle")
    assert asked is not None
    assert asked.text() == "Stoker"
    dialog("newPage").reject()


def test_the_palette_does_what_is_typed(window: MainWindow) -> None:
    window.reading_commands.open_title("Widow")
    window.actions_of_window["palette"].trigger()
    palette = dialog("palette")
    assert isinstance(palette, Chooser)
    box = palette.findChild(QLineEdit)
    assert box is not None
    QTest.keyClicks(box, "bookm")
    assert palette.texts[0] == "Bookmark"
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.require_session().reading.bookmarks == ["Widow"]


def test_searching_opens_at_the_section_and_filters_narrow(window: MainWindow, qtbot: QtBot) -> None:
    QTest.keyClicks(window.search.box, "suspect")
    qtbot.waitUntil(lambda: bool(window.search.found))
    row = window.search.found[0]
    assert (row.title, row.section) == ("Night Train", "Plot")
    assert ("suspect", True) in row.snippet
    QTest.keyClick(window.search.box, Qt.Key.Key_Return)
    assert window.browse.address.name == "Night Train"
    assert window.browse.address.anchor == row.anchor != ""
    assert window.require_session().reading.searches == ["suspect"]
    search_for(window, "train")
    before = len(window.search.found)
    window.search._ask_facets()
    window.search._add_filter("kind:film")
    wait_for_answer(window)
    assert 0 < len(window.search.found) < before
    window.search._remove_filter("kind:film")
    wait_for_answer(window)
    assert len(window.search.found) == before


def test_what_is_not_found_can_be_made(window: MainWindow) -> None:
    search_for(window, "Qqxyz")
    assert window.search.found == []
    assert window.search.answer.make_page.text() == "New page “Qqxyz”"
    window.search.answer.make_page.click()
    box = dialog("newPage").findChild(QLineEdit, "newTitle")
    assert box is not None
    assert box.text() == "Qqxyz"
    dialog("newPage").reject()


def test_speculating_begins_a_claim_about_the_page(window: MainWindow) -> None:
    window.reading_commands.open_address(Address("speculate", "Night Train 2"))
    asked = dialog("newPage")
    box = asked.findChild(QLineEdit, "newTitle")
    assert box is not None
    QTest.keyClicks(box, "The widow returns")
    asked.accept()
    assert "kind: speculation" in window.edit.text
    assert "[[Night Train 2]]" in window.edit.text
    assert window.edit.save()
    session = window.require_session()
    assert [page.title for page in searching.list_pages(session.wiki, "kind:speculation widow", session.viewer)] == [
        "The widow returns"
    ]


def test_a_session_comes_back_with_its_tabs(open_window: Callable[..., MainWindow], wiki_path: Path) -> None:
    window = open_window()
    window.reading_commands.open_title("Conductor")
    window.browse.open_in_tab(page_address("Widow"))
    window.browse.choose_tab(1)
    window.close()
    again = open_window(wiki_path)
    assert [trail.here.address.name for trail in again.browse.trails] == ["Conductor", "Widow"]
    assert again.browse.address == page_address("Conductor")


def test_a_file_that_is_no_wiki_is_told_and_the_way_to_one_is_shown(window: MainWindow, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.fanwiki"
    wrong.write_text("nothing of the kind" * 100)
    window.open_path(wrong)
    assert window.message_bar.isVisible()
    assert "wrong" in window.message_bar.text
    assert window.welcome.isVisible()
    assert window.session is None


def test_a_save_under_another_title_is_refused_in_words(window: MainWindow) -> None:
    window.reading_commands.open_title("Widow")
    window.actions_of_window["edit"].trigger()
    editor = window.edit.editor
    text = window.edit.text.replace("title: Widow", "title: Duchess")
    editor.selectAll()
    editor.insertPlainText(text)
    assert not window.edit.save()
    assert "Duchess" in window.message_bar.text
    assert window.edit.has_unsaved


def test_a_duplicate_has_the_text_and_not_the_aliases(window: MainWindow) -> None:
    window.reading_commands.open_title("Conductor")
    window.actions_of_window["duplicate"].trigger()
    dialog("newPage").accept()
    assert "title: Conductor (copy)" in window.edit.text
    assert "He knows every passenger" in window.edit.text
    assert "The Ticket Man" not in window.edit.text


def test_history_holds_every_save(window: MainWindow) -> None:
    session = window.require_session()
    session.preferences.author = "Bea"
    window.reading_commands.open_title("Widow")
    window.actions_of_window["edit"].trigger()
    window.edit.editor.appendPlainText("Again.")
    window.actions_of_window["save"].trigger()
    _page, revisions = history.revisions(session.wiki, "Widow")
    assert [(row.number, row.author) for row in revisions] == [(2, "Bea"), (1, "Ana")]


def test_an_earlier_revision_is_compared_and_brought_back(window: MainWindow) -> None:
    session = window.require_session()
    window.reading_commands.open_title("Widow")
    window.actions_of_window["edit"].trigger()
    for line in ("Second.", "Third."):
        window.edit.editor.appendPlainText(line)
        window.actions_of_window["save"].trigger()
    window.actions_of_window["history"].trigger()
    shown = dialog("history")
    assert isinstance(shown, HistoryDialog)
    before, after = shown.shown
    assert "Third." in after
    assert "Third." not in before
    assert "Second." in before
    shown.list.setCurrentRow(2)
    assert shown.shown[0] == ""
    assert shown._before.placeholderText() == "The page did not exist yet."
    shown.list.item(0).setSelected(True)
    before, after = shown.shown
    assert "Second." not in before
    assert "Third." in after
    shown._inline.setChecked(True)
    assert "+ Second." in shown.shown[1]
    shown.list.setCurrentRow(2)
    restore = shown.findChild(QPushButton, "restore")
    assert restore is not None
    restore.click()
    assert "Second." not in drafting.open_page(session.wiki, "Widow").text
    window.actions_of_window["undo-wiki"].trigger()
    assert "Third." in drafting.open_page(session.wiki, "Widow").text


@pytest.mark.parametrize("name", ["searchBox", "sourceEditor"])
def test_the_windows_keys_work_while_a_text_has_the_focus(window: MainWindow, name: str) -> None:
    # On X11 Qt's texts take Ctrl+E, Ctrl+K and Ctrl+D for themselves.
    window.reading_commands.open_title("Widow")
    window.actions_of_window["edit"].trigger()
    text = window.findChild(QWidget, name)
    assert text is not None
    text.setFocus()
    QTest.keyClick(text, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert window.require_session().reading.bookmarks == ["Widow"]
    QTest.keyClick(text, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog("quickSwitcher").close()
    QTest.keyClick(text, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier)
    assert not window.edit.isVisible()


def test_the_trash_gives_pages_back(window: MainWindow) -> None:
    window.reading_commands.open_title("Widow")
    window.actions_of_window["delete"].trigger()
    window.actions_of_window["trash"].trigger()
    shown = dialog("trash")
    trashed = shown.findChild(QListWidget, "trashed")
    assert trashed is not None
    assert trashed.item(0).text().startswith("Widow")
    bring_back = shown.findChild(QPushButton, "bringBack")
    assert bring_back is not None
    bring_back.click()
    assert window.browse.address == page_address("Widow")
    assert "travels alone" in drafting.open_page(window.require_session().wiki, "Widow").text


def test_somebody_without_a_wiki_gets_the_sample(qtbot: QtBot, theme: Theme, request: pytest.FixtureRequest) -> None:
    window = make_window(theme, Preferences(spelling=""), Messages(), None)
    request.addfinalizer(window.close)
    window.browse.go_live = lambda: None  # type: ignore[method-assign]
    window.show()
    qtbot.waitUntil(lambda: window.session is not None, timeout=60_000)
    assert window.require_session().name == "We Can Be Heroes Wiki"
    assert "Wheels" in texts_found(window, "wheels")
    window.reading_commands.ask_shield_first()
    for shown in QApplication.topLevelWidgets():
        if shown.objectName() == "seenFilms":
            shown.close()


def test_a_card_tells_what_a_link_leads_to_and_nothing_hidden(window: MainWindow, qtbot: QtBot) -> None:
    hints = window.link_hints
    hints.come_to(page_address("Widow").url)
    qtbot.waitUntil(hints.card.isVisible)
    assert "She travels alone." in hints.card.text
    assert "zanzibar" not in hints.card.text.lower()
    hints.come_to("")
    assert not hints.card.isVisible()
    hints.come_to(page_address("Zanzibar Twin").url)
    hints.show_card()
    assert not hints.card.isVisible()
    hints.come_to(Address("new", "Stoker").url)
    assert window.statusBar().currentMessage() == "Write “Stoker”"
    hints.leave()


def test_an_attached_picture_is_linked(window: MainWindow, tmp_path: Path) -> None:
    window.reading_commands.open_title("Widow")
    window.actions_of_window["edit"].trigger()
    picture = tmp_path / "widow.svg"
    picture.write_bytes(b'<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>')
    window.edit.put_in_file(str(picture))
    assert "![[widow.svg]]" in window.edit.text
    window.edit.put_in_file(str(tmp_path / "gone.png"))
    assert "gone.png" in window.message_bar.text
    assert editing.attach(window.require_session().wiki, "widow.svg", picture.read_bytes()).name == "widow.svg"


def test_a_page_changes_its_kind_in_the_editor_and_its_form_follows(window: MainWindow) -> None:
    window.reading_commands.open_title("Ada Lund")
    window.actions_of_window["edit"].trigger()
    edit = window.edit
    edit.head.fields.setChecked(True)
    labels = {label.text() for label in edit.form.findChildren(QLabel)}
    assert "Species" not in labels
    box = edit.head.findChild(QComboBox, "kindBox")
    assert box is not None
    before = edit.text
    box.setFocus()
    while box.currentData() != "character":
        QTest.keyClick(box, Qt.Key.Key_Down if box.findData("character") > box.currentIndex() else Qt.Key.Key_Up)
    assert edit.text == before.replace("kind: person", "kind: character")
    settle()
    assert "Species" in {label.text() for label in edit.form.findChildren(QLabel)}
    assert "born: 1970-02-03" in edit.text, "what the new kind does not have is kept"
    edit.editor.undo()
    assert edit.text == before
    edit.editor.redo()
    window.actions_of_window["save"].trigger()
    session = window.require_session()
    assert texts_found(window, "kind:character lund") == ["Ada Lund"]
    assert texts_found(window, "kind:person lund") == []
    assert "kind: character" in drafting.open_page(session.wiki, "Ada Lund").text


def test_what_is_dropped_on_the_text_is_kept_linked_and_shown(window: MainWindow, tmp_path: Path) -> None:
    window.reading_commands.open_title("Widow")
    window.actions_of_window["edit"].trigger()
    editor = window.edit.editor
    picture, paper = tmp_path / "her hat.png", tmp_path / "letter.pdf"
    image = QImage(4, 4, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    assert image.save(str(picture))
    paper.write_bytes(b"%PDF-1.4")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in (picture, paper)])
    place, copy = QPointF(20, 20), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(editor.viewport(), QDragEnterEvent(place.toPoint(), copy, data, buttons, keys))
    QApplication.sendEvent(editor.viewport(), QDropEvent(place, copy, data, buttons, keys))
    assert "![[her hat.png]]" in editor.toPlainText()
    assert "[[letter.pdf]]" in editor.toPlainText()
    QApplication.clipboard().setImage(image)
    editor.paste()
    assert "![[pasted-image.png]]" in editor.toPlainText()
    window.actions_of_window["save"].trigger()
    session = window.require_session()
    html = documents.page_document(session.wiki, "Widow", session.viewer, window.pages.around()).html
    assert html.count("<img ") == 2
    assert documents.attachment(session.wiki, "letter.pdf", session.viewer)[0] == b"%PDF-1.4"
    QApplication.clipboard().clear()
