"""Templates of kinds, and what a slash or the Insert menu puts into the page that is edited."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QMenu, QPlainTextEdit
from pytestqt.qtbot import QtBot
from test_stories import dialog, settle, write_page

from fanwiki.desktop.edit import draft_inserts
from fanwiki.desktop.main_window import MainWindow
from fanwiki.errors import FanwikiError
from fanwiki.services import drafting, templating


def begin_editing(window: MainWindow, title: str) -> QPlainTextEdit:
    window.reading_commands.open_title(title)
    window.actions_of_window["edit"].trigger()
    return window.edit.editor


def type_slash(window: MainWindow, qtbot: QtBot, typed: str) -> None:
    """Type a slash and a name on a line of its own at the end, and choose the first that is offered."""
    editor = window.edit.editor
    editor.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClick(editor, Qt.Key.Key_Return)
    QTest.keyClicks(editor, "/" + typed)
    qtbot.waitUntil(editor.popup.isVisible)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_a_new_page_begins_with_its_kinds_template(window: MainWindow) -> None:
    session = window.require_session()
    session.tell(
        templating.put_template(
            session.wiki, "character", "---\nspecies: human\nborn: '{{date:YYYY}}'\n---\n## {{title}} at home\n"
        )
    )
    write_page(window, "Porter", "character", "He carries bags.")
    text = drafting.open_page(session.wiki, "Porter").text
    assert "species: human" in text
    assert "## Porter at home\n\nHe carries bags." in text.replace("\n\n\n", "\n\n")
    assert "{{" not in text


def test_a_claim_keeps_what_it_is_about_beside_its_template(window: MainWindow) -> None:
    wiki = window.require_session().wiki
    templating.put_template(wiki, "speculation", "---\nstatus: expired\nclaim_kind: plot\n---\nWhy?\n")
    opened = templating.new_claim(wiki, "It rains", "speculation", "Night Train")
    source, _problems = drafting.read_draft(opened.text, "It rains")
    assert source.fields == {
        "about": ["[[Night Train]]"],
        "status": "expired",
        "confidence": 50,
        "claim_kind": "plot",
    }
    assert source.body == "Why?\n"


def test_curators_change_templates_and_take_that_back(window: MainWindow) -> None:
    wiki = window.require_session().wiki
    before = drafting.kinds(wiki).of("film").template
    assert "## Plot" in before
    window.actions_of_window["templates"].trigger()
    asked = dialog("templates")
    kinds, text = asked.findChild(QListWidget, "templateKinds"), asked.findChild(QPlainTextEdit, "templateText")
    assert kinds is not None
    assert text is not None
    assert text.toPlainText() == before
    text.setPlainText("## Trivia\n\n\n")
    kinds.setCurrentRow(5)  # another kind, and its text stays what it is
    asked.accept()
    settle()
    assert drafting.kinds(wiki).of("film").template == "## Trivia\n"
    assert drafting.kinds(wiki).of("article").template == ""
    assert templating.new_page(wiki, "A film", "film").text.endswith("## Trivia\n")
    assert window.actions_of_window["undo-wiki"].text() == "Undo “Change the template of “Film””"
    window.actions_of_window["undo-wiki"].trigger()
    assert drafting.kinds(wiki).of("film").template == before


def test_a_template_that_cannot_be_read_is_refused(window: MainWindow) -> None:
    wiki = window.require_session().wiki
    with pytest.raises(FanwikiError, match="front matter"):
        templating.put_template(wiki, "film", "---\nstatus: [\n---\nText\n")
    assert "## Plot" in drafting.kinds(wiki).of("film").template


def test_slash_adds_a_cast_row_and_typing_goes_on_in_it(window: MainWindow, qtbot: QtBot) -> None:
    editor = begin_editing(window, "Night Train")
    type_slash(window, qtbot, "cast")
    QTest.keyClicks(editor, "Porter")
    source, problems = drafting.read_draft(window.edit.text, "Night Train")
    assert problems == ()
    cast = source.fields["cast"]
    assert cast[-1] == {"character": "[[Porter]]", "performer": "[[]]"}  # type: ignore[index]
    assert len(cast) == 3  # type: ignore[arg-type]
    assert "/cast" not in window.edit.text
    popup = window.edit.editor.popup  # pages are offered in the front matter too
    qtbot.waitUntil(lambda: "Porter" in {choice.text for choice in popup.choices})


def test_slash_adds_an_infobox_field_that_the_page_lacks(window: MainWindow, qtbot: QtBot) -> None:
    editor = begin_editing(window, "Conductor")
    offered = [insert.shown_text for insert in window.edit._inserts()]
    assert "Infobox field: Species" not in offered  # it has it
    type_slash(window, qtbot, "infobox field: born")
    QTest.keyClicks(editor, "1970")
    source, _problems = drafting.read_draft(window.edit.text, "Conductor")
    assert source.fields["born"] == 1970
    assert source.fields["species"] == "human"
    editor.undo()


def test_slash_puts_a_template_in_and_keeps_what_is_there(window: MainWindow, qtbot: QtBot) -> None:
    wiki = window.require_session().wiki
    templating.put_template(wiki, "person", "---\nborn: TBA\nspecies: elf\n---\n## Career of {{title}}\n")
    begin_editing(window, "Conductor")
    type_slash(window, qtbot, "template: per")
    source, _problems = drafting.read_draft(window.edit.text, "Conductor")
    assert source.kind == "character"
    assert (source.fields["species"], source.fields["born"]) == ("human", "TBA")
    assert source.body.startswith("He knows every passenger by name.")
    assert source.body.endswith("\n## Career of Conductor\n")


def test_the_insert_menu_offers_the_same(window: MainWindow) -> None:
    begin_editing(window, "Night Train")
    menu = window.edit.format_bar.findChild(QMenu, "insertMenu")
    assert menu is not None
    menu.aboutToShow.emit()
    texts = [action.text() for action in menu.actions()]
    assert {"Spoiler block", "List of pages (query)", "Cast: new row", "Template", "Infobox field"} <= set(texts)
    fields = next(action.menu() for action in menu.actions() if action.text() == "Infobox field")
    runtime = next(action for action in fields.actions() if "Runtime" in action.text())  # type: ignore[attr-defined]
    runtime.trigger()
    source, _problems = drafting.read_draft(window.edit.text, "Night Train")
    assert "runtime" in source.fields
    menu.clear()


def test_nothing_is_put_into_front_matter_that_cannot_be_read(window: MainWindow) -> None:
    editor = begin_editing(window, "Night Train")
    editor.setPlainText("---\ncast: [\n---\nText\n")
    before = window.edit.text
    window.edit.put_in("row:cast")
    assert window.edit.text == before
    assert window.message_bar.isVisible()


def test_a_caret_in_the_front_matter_or_past_emoji_is_no_trouble(window: MainWindow) -> None:
    kinds = drafting.kinds(window.require_session().wiki)
    text = "---\ntitle: A\nkind: film\n---\n🎬🎬 Text\n"
    for caret in range(0, len(text) + 1, 3):
        placed = draft_inserts.place(text, "A", caret, "template:film", kinds)
        assert placed is not None
        source, problems = drafting.read_draft(placed.text, "A")
        assert problems == ()
        assert "## Plot" in source.body
        assert 0 <= placed.caret <= len(placed.text)
