"""The form: it shows what the kind declares and changes nothing but what the user changes."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from fanwiki.desktop.edit.field_editors import OneLine, OneOf, Several
from fanwiki.desktop.edit.fields_form import FieldsForm
from fanwiki.desktop.edit.gate_button import GateButton, GateDialog
from fanwiki.desktop.edit.record_table import RecordTable
from fanwiki.desktop.main_window import MainWindow
from fanwiki.domain.kind import Kind
from fanwiki.services.languages import catalogue
from fanwiki.services.wikis import shipped_kinds
from fanwiki.wording import speak

KINDS = {kind.name: kind for kind in shipped_kinds()}
FILM: Kind = KINDS["film"]

FIELDS: dict[str, Any] = {
    "released": "2019",
    "runtime": 101,
    "status": "half done",
    "director": "[[Ada Lund]]",
    "rating": {"stars": 4},
    "cast": [{"character": "[[Conductor]]", "billing": 1, "gate": "[[Night Train]]", "note": "kept"}, "[[Widow]]"],
    "aliases": [{"value": "NT", "gate": "[[Night Train]]"}, "Train"],
    "tags": [],
}


@pytest.fixture
def form(qtbot: QtBot) -> FieldsForm:
    form = FieldsForm(lambda typed, kinds: [f"{typed.title()} ({', '.join(kinds)})"])
    qtbot.addWidget(form)
    form.resize(500, 700)
    form.show()
    form.show_fields(FILM, FIELDS)
    return form


def test_showing_a_page_changes_nothing(form: FieldsForm) -> None:
    assert form.fields == FIELDS
    assert list(form.fields) == list(FIELDS)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_shipped_kind_has_a_form(qtbot: QtBot, kind: Kind) -> None:
    form = FieldsForm(lambda _typed, _kinds: [])
    qtbot.addWidget(form)
    form.show_fields(kind, {})
    assert form.fields == {}
    for field in kind.fields:
        assert form.editor(field.name).accessibleName() == field.label


def test_one_change_changes_one_field(form: FieldsForm, qtbot: QtBot) -> None:
    editor = form.editor("runtime")
    assert isinstance(editor, OneLine)
    editor.line.selectAll()
    with qtbot.waitSignal(form.edited):
        QTest.keyClicks(editor.line, "99")
    assert form.fields == {**FIELDS, "runtime": 99}


def test_a_gate_stays_beside_a_changed_value(form: FieldsForm) -> None:
    aliases = form.editor("aliases")
    assert isinstance(aliases, Several)
    first = aliases.editors[0]
    assert isinstance(first, OneLine)
    first.line.selectAll()
    QTest.keyClicks(first.line, "The Train")
    assert form.fields["aliases"] == [{"value": "The Train", "gate": "[[Night Train]]"}, "Train"]


def table_of(form: FieldsForm, name: str = "cast") -> RecordTable:
    editor = form.editor(name)
    assert isinstance(editor, RecordTable)
    return editor


def type_in(table: RecordTable, row: int, column: int, text: str) -> None:
    """Type into a cell as a user does: go there, type, Enter."""
    view = table.view
    view.setFocus()
    view.setCurrentIndex(table.model.index(row, column))
    QTest.keyClick(view, Qt.Key.Key_Return)
    QApplication.processEvents()
    cell = view.viewport().findChild(QLineEdit)
    assert cell is not None
    QTest.keyClicks(cell, text)
    completer = cell.completer()
    if completer is not None:
        completer.popup().hide()
    QTest.keyClick(cell, Qt.Key.Key_Return)
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_a_record_keeps_what_it_does_not_know_and_its_gate(form: FieldsForm) -> None:
    table = table_of(form)
    type_in(table, 0, 1, "Bo Reyes")
    cast = form.fields["cast"]
    assert cast == [
        {
            "character": "[[Conductor]]",
            "billing": 1,
            "gate": "[[Night Train]]",
            "note": "kept",
            "performer": "[[Bo Reyes]]",
        },
        "[[Widow]]",
    ]


def test_records_are_a_table_that_the_keyboard_edits(form: FieldsForm, qtbot: QtBot) -> None:
    table = table_of(form)
    view, model = table.view, table.model
    labels = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(model.columnCount())]
    assert labels[:4] == ["Character", "Performer", "Role", "Billing"]
    assert labels[-1] == "Spoiler for"
    assert [model.index(row, 0).data() for row in range(2)] == ["Conductor", "Widow"]  # links without brackets
    assert model.index(0, model.columnCount() - 1).data() == "Night Train"

    view.setFocus()
    view.setCurrentIndex(model.index(1, 0))
    with qtbot.waitSignal(form.edited):
        QTest.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert form.fields["cast"][0] == "[[Widow]]"  # type: ignore[index]
    assert view.currentIndex().row() == 0

    QTest.keyClick(view, Qt.Key.Key_Insert)
    assert model.rowCount() == 3
    cell = view.viewport().findChild(QLineEdit)
    assert cell is not None
    QTest.keyClicks(cell, "Porter")
    completer = cell.completer()
    assert completer is not None
    assert completer.model().index(0, 0).data() == "Porter (character)"
    completer.popup().hide()
    QTest.keyClick(cell, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert form.fields["cast"][1] == {"character": "[[Porter]]"}  # type: ignore[index]
    type_in(table, 1, 2, "voice")
    type_in(table, 1, 3, "3")
    assert form.fields["cast"][1] == {"character": "[[Porter]]", "role": "voice", "billing": 3}  # type: ignore[index]

    view.setCurrentIndex(model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Delete)
    assert len(form.fields["cast"]) == 2  # type: ignore[arg-type]


def test_options_are_called_as_the_reader_speaks_and_kept_as_declared(qtbot: QtBot) -> None:
    speak(catalogue("de"))
    form = FieldsForm(lambda _typed, _kinds: [])
    qtbot.addWidget(form)
    form.resize(500, 700)
    form.show()
    form.show_fields(FILM, {"status": "released", "cast": [{"character": "[[Widow]]", "role": "voice"}]})
    status = form.editor("status")
    assert isinstance(status, OneOf)
    assert status.box.currentText() == "erschienen"
    assert "im Dreh" in [status.box.itemText(row) for row in range(status.box.count())]
    assert form.fields["status"] == "released"
    status.box.setCurrentText("im Dreh")
    status.box.activated.emit(0)
    assert form.fields["status"] == "filming"
    table = table_of(form)
    assert table.model.index(0, 2).data() == "Stimme"
    type_in(table, 0, 2, "zu sehen")
    assert form.fields["cast"] == [{"character": "[[Widow]]", "role": "on screen"}]
    type_in(table, 0, 2, "als Schatten")  # no option, and kept as it was typed
    assert form.fields["cast"] == [{"character": "[[Widow]]", "role": "als Schatten"}]


def test_a_row_of_nothing_is_no_record(form: FieldsForm) -> None:
    table = table_of(form)
    QTest.keyClick(table.view, Qt.Key.Key_Insert)
    type_in(table, 2, 0, "X")
    type_in(table, 2, 0, " ")
    view = table.view
    view.setCurrentIndex(table.model.index(2, 0))
    table.model.setData(table.model.index(2, 0), "")
    assert form.fields["cast"] == FIELDS["cast"]


def test_the_gate_of_a_record_is_a_cell(form: FieldsForm) -> None:
    table = table_of(form)
    last = table.model.columnCount() - 1
    type_in(table, 1, last, "Night Train, Night Train 2")
    assert form.fields["cast"][1] == {  # type: ignore[index]
        "character": "[[Widow]]",
        "gate": ["[[Night Train]]", "[[Night Train 2]]"],
    }
    table.model.setData(table.model.index(0, last), "")
    assert "gate" not in form.fields["cast"][0]  # type: ignore[index,operator]


def test_the_gate_of_a_value_is_asked_for_by_its_eye(form: FieldsForm) -> None:
    runtime = form.editor("runtime")
    assert isinstance(runtime, OneLine)
    answer_gate(runtime.gate, "Night Train 2")
    assert form.fields["runtime"] == {"value": 101, "gate": "[[Night Train 2]]"}
    assert "Night Train 2" in runtime.gate.accessibleName()
    runtime.line.selectAll()
    QTest.keyClicks(runtime.line, "99")
    assert form.fields["runtime"] == {"value": 99, "gate": "[[Night Train 2]]"}
    answer_gate(runtime.gate, "")
    assert form.fields["runtime"] == 99
    aliases = form.editor("aliases")
    assert isinstance(aliases, Several)
    first = aliases.editors[0]
    assert isinstance(first, OneLine)
    assert first.gate.films == "Night Train"
    answer_gate(first.gate, "")
    assert form.fields["aliases"] == ["NT", "Train"]


def answer_gate(button: GateButton, films: str) -> None:
    """Ask through the eye and answer."""
    button.click()
    asked = next(each for each in QApplication.topLevelWidgets() if isinstance(each, GateDialog) and each.isVisible())
    line = asked.findChild(QLineEdit, "gateFilm")
    assert line is not None
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, films)
    asked.accept()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_items_come_and_go(form: FieldsForm) -> None:
    tags = form.editor("tags")
    assert isinstance(tags, Several)
    added = tags.add()
    assert isinstance(added, OneLine)
    QTest.keyClicks(added.line, "mystery")
    assert form.fields["tags"] == ["mystery"]
    remove = next(button for button in tags.findChildren(QToolButton) if button.accessibleName() == "Remove from Tags")
    remove.click()
    assert "tags" not in form.fields


def test_a_wrong_value_is_kept_and_said(form: FieldsForm) -> None:
    editor = form.editor("universe_date")
    assert isinstance(editor, OneLine)
    QTest.keyClicks(editor.line, "one day")
    assert form.fields["universe_date"] == "one day"
    assert "not understood" in editor.line.accessibleDescription()
    editor.line.clear()
    QTest.keyClicks(editor.line, "fall 2026")
    assert editor.line.accessibleDescription() == ""
    status = form.editor("status")
    assert isinstance(status, OneOf)
    assert status.box.currentText() == "half done"


def test_a_typed_name_becomes_a_link(form: FieldsForm) -> None:
    editor = form.editor("next")
    assert isinstance(editor, OneLine)
    QTest.keyClicks(editor.line, "Night Train 2")
    editor.line.editingFinished.emit()
    assert form.fields["next"] == "[[Night Train 2]]"


def test_form_and_source_are_two_views_of_one_draft(window: MainWindow) -> None:
    window.reading_commands.open_title("Conductor")
    window.actions_of_window["edit"].trigger()
    window.edit.head.fields.setChecked(True)
    editor = window.edit.form.editor("status")
    assert isinstance(editor, OneOf)
    editor.box.setCurrentText("missing")
    editor.box.activated.emit(editor.box.currentIndex())
    assert "status: missing" in window.edit.text
    text = window.edit.text.replace("status: missing", "status: deceased")
    window.edit.editor.selectAll()
    window.edit.editor.insertPlainText(text)
    shown = window.edit.form.editor("status")
    assert isinstance(shown, OneOf)
    assert shown.box.currentText() == "deceased"
    window.edit.editor.undo()
    window.edit.editor.undo()
    assert "status: alive" in window.edit.text


def test_the_kind_is_changed_and_fields_stay(window: MainWindow) -> None:
    window.reading_commands.open_title("Conductor")
    window.actions_of_window["edit"].trigger()
    box = window.edit.head.kind
    box.setCurrentIndex(box.findData("article"))
    box.activated.emit(box.currentIndex())
    assert "kind: article" in window.edit.text
    assert "species: human" in window.edit.text
