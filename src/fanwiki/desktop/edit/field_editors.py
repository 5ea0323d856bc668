"""One editor for each type of field. Each keeps the value it was given until the user changes something."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QStringListModel, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import filled
from fanwiki.domain.dates import read_date
from fanwiki.domain.kind import Field, FieldType
from fanwiki.domain.page import Value

Complete = Callable[[str, tuple[str, ...]], list[str]]

GATE, VALUE = "gate", "value"


class FieldEditor(QWidget):
    """Edits one field.

    Args:
        field: Its declaration.

    Signals:
        edited(): The user changed it.
    """

    edited = Signal()

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setObjectName(f"field.{field.name}")
        self.setAccessibleName(field.label)
        self.is_changed = False
        self._given: Value = None

    @property
    def value(self) -> Value:
        """The value now."""
        return self._read() if self.is_changed else self._given

    def load(self, value: Value) -> None:
        """Show a value."""
        self._given = value
        self._write(value)
        self.is_changed = False

    def _read(self) -> Value:
        raise NotImplementedError

    def _write(self, value: Value) -> None:
        raise NotImplementedError

    def _was_edited(self) -> None:
        self.is_changed = True
        self.edited.emit()


def shown(value: Value) -> str:
    """Return a value as one line shows it: a gated one without its gate."""
    if isinstance(value, dict):
        return (
            shown(value.get(VALUE)) if VALUE in value else ", ".join(f"{key}: {shown(v)}" for key, v in value.items())
        )
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def with_text(given: Value, text: str, kind: FieldType) -> Value:
    """Return a typed text as a value; a gate that stood beside the old one stays."""
    made: Value = text
    if kind is FieldType.NUMBER:
        made = _number(text)
    elif kind is FieldType.BOOLEAN and text in ("true", "false"):
        made = text == "true"
    if isinstance(given, dict) and VALUE in given:
        return {**given, VALUE: made}
    return made


def _number(text: str) -> Value:
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return text


class Line(QLineEdit):
    """One line for one value, which says when it does not fit.

    Signals:
        touched(): The user typed.
    """

    touched = Signal()

    def __init__(self, field: Field, complete: Complete, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._complete = complete
        self.setAccessibleName(field.label)
        self.textEdited.connect(self._typed)
        self.textChanged.connect(lambda: self._check())
        if field.type is FieldType.LINK:
            self._model = QStringListModel(self)
            completer = QCompleter(self._model, self)
            completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            completer.activated.connect(lambda _text: QTimer.singleShot(0, self, self._typed_link))
            self.setCompleter(completer)
            self.setPlaceholderText(self.tr("Name of a page"))
        elif field.type is FieldType.DATE:
            self.setPlaceholderText(self.tr("2026-05-01, May 2026, fall 2026, TBA"))

    def _typed(self) -> None:
        if self._field.type is FieldType.LINK:
            self._model.setStringList(self._complete(self.text().strip("[]"), self._field.target))
        self.touched.emit()

    def _typed_link(self) -> None:
        self.setText(f"[[{self.text().strip('[]')}]]")
        self.touched.emit()

    def _check(self) -> None:
        text = self.text().strip()
        wrong = ""
        if self._field.type is FieldType.DATE and text and read_date(text) is None:
            wrong = self.tr("This is not understood as a date; it is kept as it is.")
        elif self._field.type is FieldType.NUMBER and text and isinstance(_number(text), str):
            wrong = self.tr("This is no number; it is kept as it is.")
        self.setToolTip(wrong or self._field.help)
        self.setAccessibleDescription(wrong)
        if self.property("wrong") != bool(wrong):
            self.setProperty("wrong", bool(wrong))
            self.style().unpolish(self)
            self.style().polish(self)


class OneLine(FieldEditor):
    """A text, number, date, link, address or picture."""

    def __init__(self, field: Field, complete: Complete, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.line = Line(field, complete, self)
        self.line.touched.connect(self._was_edited)
        self.line.editingFinished.connect(self._finish_link)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line, 1)
        self._gate = _gate_sign(self)
        layout.addWidget(self._gate)
        self.setFocusProxy(self.line)

    def _read(self) -> Value:
        return with_text(self._given, self.line.text().strip(), self.field.type)

    def _write(self, value: Value) -> None:
        self.line.setText(shown(value))
        _show_gate(self._gate, value)

    def _finish_link(self) -> None:
        text = self.line.text().strip()
        if self.is_changed and self.field.type is FieldType.LINK and text and "[[" not in text:
            self.line.setText(f"[[{text}]]")
            self._was_edited()


class OneOf(FieldEditor):
    """A choice among options; another value may be typed, since a wrong one is kept and flagged, never refused."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.box = QComboBox(self)
        self.box.setEditable(True)
        self.box.setAccessibleName(field.label)
        self.box.addItem("")
        self.box.addItems(["true", "false"] if field.type is FieldType.BOOLEAN else list(field.options))
        self.box.activated.connect(lambda _index: self._was_edited())
        line = self.box.lineEdit()
        assert line is not None, "an editable box has a line"
        line.textEdited.connect(lambda _text: self._was_edited())
        line.setAccessibleName(field.label)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.box, 1)
        self._gate = _gate_sign(self)
        layout.addWidget(self._gate)
        self.setFocusProxy(self.box)

    def _read(self) -> Value:
        return with_text(self._given, self.box.currentText().strip(), self.field.type)

    def _write(self, value: Value) -> None:
        self.box.setCurrentText(shown(value))
        _show_gate(self._gate, value)


class LongText(FieldEditor):
    """Several lines of text."""

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.edit = QPlainTextEdit(self)
        self.edit.setAccessibleName(field.label)
        self.edit.setTabChangesFocus(True)
        self.edit.setFixedHeight(5 * self.fontMetrics().lineSpacing())
        self.edit.textChanged.connect(self._typed)
        self._is_loading = False
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        self.setFocusProxy(self.edit)

    def _typed(self) -> None:
        if not self._is_loading:
            self._was_edited()

    def _read(self) -> Value:
        return with_text(self._given, self.edit.toPlainText(), self.field.type)

    def _write(self, value: Value) -> None:
        self._is_loading = True
        self.edit.setPlainText(shown(value))
        self._is_loading = False


class Several(FieldEditor):
    """A list of values, one line each, with a line to add another."""

    def __init__(self, field: Field, complete: Complete, parent: QWidget) -> None:
        super().__init__(field, parent)
        self._complete = complete
        self._rows: list[tuple[FieldEditor, QWidget]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._add = QPushButton(filled(self.tr("Add to %1"), field.label.lower()), self)
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
        remove.setAccessibleName(filled(self.tr("Remove from %1"), self.field.label))
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


class Record(FieldEditor):
    """The sub-fields of one record, in a box of their own."""

    def __init__(self, field: Field, complete: Complete, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.setProperty("record", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.editors: dict[str, FieldEditor] = {}
        layout = QGridLayout(self)
        layout.setContentsMargins(10, 8, 10, 10)
        layout.setHorizontalSpacing(10)
        layout.setVerticalSpacing(3)
        self._gate = _gate_sign(self)
        layout.addWidget(self._gate, 0, 2)
        for number, sub in enumerate(field.fields):
            editor = single_editor(sub, complete, self)
            editor.edited.connect(self._was_edited)
            self.editors[sub.name] = editor
            label = QLabel(sub.label, self)
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
        _show_gate(self._gate, value)

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
        return LongText(field, parent)
    if field.type in (FieldType.ENUM, FieldType.BOOLEAN):
        return OneOf(field, parent)
    return OneLine(field, complete, parent)


def editor_for(field: Field, complete: Complete, parent: QWidget) -> FieldEditor:
    """Return the editor of a field."""
    return Several(field, complete, parent) if field.many else single_editor(field, complete, parent)


def _gate_sign(parent: QWidget) -> QLabel:
    sign = QLabel(parent)
    sign.setObjectName("gateSign")
    sign.setPixmap(icon("mdi6.eye-off-outline").pixmap(16, 16))
    sign.hide()
    return sign


def _show_gate(sign: QLabel, value: Value) -> None:
    gate = value.get(GATE) if isinstance(value, dict) else None
    sign.setVisible(gate is not None)
    text = sign.tr("Spoiler for %1").replace("%1", shown(gate).replace("[[", "").replace("]]", ""))
    sign.setToolTip(text)
    sign.setAccessibleName(text if gate is not None else "")
