"""One editor for each type of field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.edit.field_editor import FieldEditor
from fanwiki.desktop.edit.field_line import Complete, Line
from fanwiki.desktop.edit.field_values import gate_text, shown, with_gate, with_text
from fanwiki.desktop.edit.gate_button import GateButton
from fanwiki.desktop.edit.option_words import option_of, options_of, word_of
from fanwiki.desktop.edit.record_table import RecordTable
from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import filled
from fanwiki.domain.kind import Field, FieldType
from fanwiki.domain.page import Value
from fanwiki.wording import say_label


class GatedEditor(FieldEditor):
    """Edits one value that may be gated; the eye beside it shows and changes the gate.

    Args:
        field: Its declaration.
        complete: Completes links and films.
    """

    def __init__(self, field: Field, complete: Complete, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.gate = GateButton(say_label(field.label), complete, self)
        self.gate.changed.connect(self._gate_changed)

    def _gate_changed(self, films: str) -> None:
        # What was typed meanwhile goes along: the value with its new gate is what the editor starts from now.
        self._given = with_gate(self.value, films, is_record=self.field.type is FieldType.RECORD)
        self._was_edited()


class OneLine(GatedEditor):
    """A text, number, date, link, address or picture."""

    def __init__(self, field: Field, complete: Complete, parent: QWidget) -> None:
        super().__init__(field, complete, parent)
        self.line = Line(field, complete, self)
        self.line.touched.connect(self._was_edited)
        self.line.editingFinished.connect(self._finish_link)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        layout.addWidget(self.gate)
        self.setFocusProxy(self.line)
        self.setTabOrder(self.line, self.gate)

    def _read(self) -> Value:
        text = self.line.text().strip()
        return with_text(self._given, text, self.field.type) if text else ""

    def _write(self, value: Value) -> None:
        self.line.setText(shown(value))
        self.line.setCursorPosition(0)
        self.gate.show_gate(gate_text(value))

    def _finish_link(self) -> None:
        if self.is_changed and self.line.finish_link():
            self._was_edited()


class OneOf(GatedEditor):
    """A choice among options; another value may be typed, since a wrong one is kept and flagged, never refused."""

    def __init__(self, field: Field, complete: Complete, parent: QWidget) -> None:
        super().__init__(field, complete, parent)
        self.box = QComboBox(self)
        self.box.setEditable(True)
        self.box.setAccessibleName(say_label(field.label))
        self.box.addItem("")
        self.box.addItems([word_of(field, option) for option in options_of(field)])
        self.box.activated.connect(lambda _index: self._was_edited())
        line = self.box.lineEdit()
        assert line is not None, "an editable box has a line"
        line.textEdited.connect(lambda _text: self._was_edited())
        line.setAccessibleName(say_label(field.label))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box, 1)
        layout.addWidget(self.gate)
        self.setFocusProxy(self.box)
        self.setTabOrder(self.box, self.gate)

    def _read(self) -> Value:
        text = option_of(self.field, self.box.currentText().strip())
        return with_text(self._given, text, self.field.type) if text else ""

    def _write(self, value: Value) -> None:
        self.box.setCurrentText(word_of(self.field, shown(value)))
        self.gate.show_gate(gate_text(value))


class LongText(GatedEditor):
    """Several lines of text."""

    def __init__(self, field: Field, complete: Complete, parent: QWidget) -> None:
        super().__init__(field, complete, parent)
        self.edit = QPlainTextEdit(self)
        self.edit.setAccessibleName(say_label(field.label))
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(5 * self.fontMetrics().lineSpacing())
        self.edit.textChanged.connect(self._typed)
        self._is_loading = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.gate, 0, Qt.AlignmentFlag.AlignTop)
        self.setFocusProxy(self.edit)
        self.setTabOrder(self.edit, self.gate)

    def _typed(self) -> None:
        if not self._is_loading:
            self._was_edited()

    def _read(self) -> Value:
        text = self.edit.toPlainText()
        return with_text(self._given, text, self.field.type) if text else ""

    def _write(self, value: Value) -> None:
        self._is_loading = True
        self.edit.setPlainText(shown(value))
        self._is_loading = False
        self.gate.show_gate(gate_text(value))


class Several(FieldEditor):
    """A list of values, one line each, with a line to add another."""

    def __init__(self, field: Field, complete: Complete, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._complete = complete
        self._rows: list[tuple[FieldEditor, QWidget]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._add = QPushButton(self.tr("Add"), self)
        self._add.setAccessibleName(filled(self.tr("Add to %1"), say_label(field.label)))
        self._add.setProperty("quiet", True)
        self._add.setIcon(icon("mdi6.plus"))
        self._add.clicked.connect(self._add_row)
        self._layout.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusProxy(self._add)

    @property
    def editors(self) -> list[FieldEditor]:
        """The editors of the items."""
        return [editor for editor, _ in self._rows]

    def add(self) -> FieldEditor:
        """Add an empty item and return its editor."""
        return self._append(None)

    def _add_row(self) -> None:
        self._append(None).setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self, value: Value) -> FieldEditor:
        editor = single_editor(self.field, self._complete, self)
        editor.load(value)
        editor.edited.connect(self._was_edited)
        remove = QToolButton(self)
        remove.setIcon(icon("mdi6.close"))
        remove.setToolTip(self.tr("Remove"))
        remove.setAccessibleName(filled(self.tr("Remove from %1"), say_label(self.field.label)))
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(editor, 1)
        layout.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)
        entry = (editor, row)
        remove.clicked.connect(lambda: self._remove(entry))
        self._rows.append(entry)
        self._layout.insertWidget(len(self._rows) - 1, row)
        return editor

    def _remove(self, entry: tuple[FieldEditor, QWidget]) -> None:
        self._rows.remove(entry)
        entry[1].hide()
        entry[1].deleteLater()
        self._was_edited()

    def _read(self) -> Value:
        values = [editor.value for editor in self.editors]
        return [value for value in values if value not in (None, "", {})]

    def _write(self, value: Value) -> None:
        for entry in list(self._rows):
            self._rows.remove(entry)
            entry[1].hide()
            entry[1].deleteLater()
        for item in value if isinstance(value, list) else [] if value in (None, "") else [value]:
            self._append(item)


class Record(GatedEditor):
    """The sub-fields of one record, in a box of their own."""

    def __init__(self, field: Field, complete: Complete, parent: QWidget) -> None:
        super().__init__(field, complete, parent)
        self.setProperty("record", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.editors: dict[str, FieldEditor] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(3)
        layout.addWidget(self.gate, 0, 2)
        for number, sub in enumerate(field.fields):
            editor = single_editor(sub, complete, self)
            editor.edited.connect(self._was_edited)
            self.editors[sub.name] = editor
            label = QLabel(say_label(sub.label), self)
            label.setProperty("role", "section")
            label.setBuddy(editor)
            row, column = 2 * (number // 2), number % 2
            layout.addWidget(label, row, column)
            layout.addWidget(editor, row + 1, column)
        layout.setColumnStretch(0, 1)
        layout.setColumnStretch(1, 1)
        if self.editors:
            self.setFocusProxy(next(iter(self.editors.values())))

    def _read(self) -> Value:
        made = dict(self._as_record())
        for name, editor in self.editors.items():
            if editor.is_changed:
                made[name] = editor.value
        return {name: value for name, value in made.items() if value not in (None, "") or name not in self.editors}

    def _write(self, value: Value) -> None:
        self._given = value
        record = self._as_record()
        for name, editor in self.editors.items():
            editor.load(record.get(name))
        self.gate.show_gate(gate_text(value))

    def _as_record(self) -> dict[str, Value]:
        """A plain value where a record is due is its first sub-field."""
        if isinstance(self._given, dict):
            return self._given
        first = next(iter(self.editors), "")
        return {} if self._given in (None, "") else {first: self._given}


def single_editor(field: Field, complete: Complete, parent: QWidget) -> FieldEditor:
    """Return the editor of one value."""
    if field.type is FieldType.RECORD:
        return Record(field, complete, parent)
    if field.type is FieldType.LONG_TEXT:
        return LongText(field, complete, parent)
    if field.type in (FieldType.ENUM, FieldType.BOOLEAN):
        return OneOf(field, complete, parent)
    return OneLine(field, complete, parent)


def editor_for(field: Field, complete: Complete, parent: QWidget) -> FieldEditor:
    """Return the editor of a field."""
    if field.many and field.type is FieldType.RECORD:
        return RecordTable(field, complete, parent)
    return Several(field, complete, parent) if field.many else single_editor(field, complete, parent)
