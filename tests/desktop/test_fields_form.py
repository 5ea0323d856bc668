"""The form: it shows what the kind declares and changes nothing but what the user changes."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from fanwiki.desktop.edit.field_editors import OneLine, OneOf, Record, Several
from fanwiki.desktop.edit.fields_form import FieldsForm
from fanwiki.desktop.main_window import MainWindow
from fanwiki.domain.kind import Kind
from fanwiki.services.wikis import shipped_kinds

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


def test_a_record_keeps_what_it_does_not_know_and_its_gate(form: FieldsForm) -> None:
    cast = form.editor("cast")
    assert isinstance(cast, Several)
    first = cast.editors[0]
    assert isinstance(first, Record)
    performer = first.editors["performer"]
    assert isinstance(performer, OneLine)
    QTest.keyClicks(performer.line, "[[Bo Reyes]]")
    assert form.fields["cast"][0] == {  # type: ignore[index,call-overload]
        "character": "[[Conductor]]",
        "billing": 1,
        "gate": "[[Night Train]]",
        "note": "kept",
        "performer": "[[Bo Reyes]]",
    }
    assert form.fields["cast"][1] == "[[Widow]]"  # type: ignore[index,call-overload]


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
    window.edit._show_fields.setChecked(True)
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
    box = window.edit._kind
    box.setCurrentIndex(box.findData("article"))
    box.activated.emit(box.currentIndex())
    assert "kind: article" in window.edit.text
    assert "species: human" in window.edit.text
