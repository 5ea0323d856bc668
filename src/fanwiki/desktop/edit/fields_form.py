"""The form of a page's fields, made from its kind. What it does not understand it leaves as it is.

A value stays what its author wrote unless the user changes it here: a gate beside a value, a field that the kind
does not have, a record's unknown entry all come out as they went in.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from fanwiki.desktop.edit.field_editor import FieldEditor
from fanwiki.desktop.edit.field_editors import editor_for
from fanwiki.desktop.words import filled
from fanwiki.domain.kind import COMMON, Field, FieldType, Kind
from fanwiki.domain.page import Value
from fanwiki.wording import say_label

LABEL = "fieldLabel"
WIDEST_LABEL = 24
"""So many letters a label has at most before it makes the column of labels wider for its own group only."""

TitleCompleter = Callable[[str, tuple[str, ...]], list[str]]
"""Returns titles for what is typed and the kinds that fit."""


class FieldsForm(QScrollArea):
    """Edits the fields of one page.

    Args:
        complete: Completes links.

    Signals:
        edited(): The user changed a field.
    """

    edited = Signal()

    def __init__(self, complete: TitleCompleter, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("fieldsForm")
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Fields"))
        self._complete = complete
        self._fields: dict[str, Value] = {}
        self._editors: dict[str, FieldEditor] = {}
        self._kind: Kind | None = None

    @property
    def fields(self) -> dict[str, Value]:
        """All fields as they are now, in the author's order; new ones follow, empty ones are left out."""
        made: dict[str, Value] = {}
        for name, value in self._fields.items():
            editor = self._editors.get(name)
            made[name] = value if editor is None or not editor.is_changed else editor.value
        for name, editor in self._editors.items():
            if name not in made and editor.is_changed:
                made[name] = editor.value
        # What the author wrote stays even when it is empty; what was emptied here goes.
        return {name: value for name, value in made.items() if not self._changed(name) or value not in (None, "", [])}

    def editor(self, name: str) -> FieldEditor:
        """Return the editor of a field."""
        return self._editors[name]

    def show_fields(self, kind: Kind, fields: Mapping[str, Value]) -> None:
        """Show the fields of a page; nothing happens when they are shown already."""
        if kind is self._kind and dict(fields) == self.fields:
            return
        self._kind, self._fields = kind, dict(fields)
        self._editors.clear()
        inside = QWidget(self)
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(20, 12, 20, 20)
        layout.setSpacing(4)
        for group, declared in _groups(kind).items():
            if group:
                heading = QLabel(say_label(group), inside)
                heading.setProperty("role", "section")
                heading.setContentsMargins(0, 14, 0, 2)
                layout.addWidget(heading)
            layout.addLayout(self._rows(declared, inside))
        _align(inside.findChildren(QLabel, LABEL))
        self._name_others(layout, inside)
        layout.addStretch(1)
        old = self.takeWidget()
        if old is not None:
            old.deleteLater()
        self.setWidget(inside)

    def _rows(self, declared: Sequence[Field], inside: QWidget) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(6)
        form.setHorizontalSpacing(12)
        for field in declared:
            editor = editor_for(field, self._complete, inside)
            editor.load(self._fields.get(field.name))
            editor.edited.connect(self.edited)
            self._editors[field.name] = editor
            if _has_own_group(field):
                form.addRow(editor)  # the group's heading says its name already, and a table needs the width
                continue
            label = QLabel(say_label(field.label), inside)
            label.setObjectName(LABEL)
            label.setBuddy(editor)
            label.setToolTip(field.help)
            form.addRow(label, editor)
        return form

    def _name_others(self, layout: QVBoxLayout, inside: QWidget) -> None:
        others = [name for name in self._fields if name not in self._editors]
        if others:
            note = QLabel(filled(self.tr("Also kept: %1. Edit them in the source."), ", ".join(others)), inside)
            note.setProperty("role", "note")
            note.setWordWrap(True)
            layout.addWidget(note)

    def _changed(self, name: str) -> bool:
        editor = self._editors.get(name)
        return editor is not None and editor.is_changed


def _align(labels: Sequence[QLabel]) -> None:
    """Give the labels of all groups one width, so that what they name begins in one line down the form."""
    widest = max((label.sizeHint().width() for label in labels), default=0)
    for label in labels:
        label.setMinimumWidth(min(widest, WIDEST_LABEL * label.fontMetrics().averageCharWidth()))


def _groups(kind: Kind) -> dict[str, list[Field]]:
    """Group the fields as the infobox does; tables without a group come last, under their own names."""
    groups: dict[str, list[Field]] = {}
    for field in (*kind.fields, *COMMON):
        groups.setdefault(field.label if _has_own_group(field) else field.group, []).append(field)
    tables = [name for name, fields in groups.items() if name and fields[0].label == name]
    return {name: groups[name] for name in (*(name for name in groups if name not in tables), *tables)}


def _has_own_group(field: Field) -> bool:
    return field.type is FieldType.RECORD and not field.group
