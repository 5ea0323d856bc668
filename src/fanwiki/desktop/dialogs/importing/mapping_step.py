"""The third page: what templates, types of notes and columns become: a kind, and a field for each of their parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from fanwiki.desktop.dialogs.importing.step import Step
from fanwiki.desktop.words import QT_TRANSLATE_NOOP, capitalised, filled, translated
from fanwiki.domain.kind import COMMON, FieldType, Kinds
from fanwiki.domain.page import PageSource
from fanwiki.services import importing
from fanwiki.wording import say_label

if TYPE_CHECKING:
    from fanwiki.services.import_values import Mappings, PageDraft, TemplateMapping

_N = QT_TRANSLATE_NOOP
BESIDES = {"title": _N("MappingStep", "Title"), "body": _N("MappingStep", "Text"), "year": _N("MappingStep", "Year")}
"""What columns of lists may become besides fields, and what each is called."""
PART, EXAMPLE, FIELD = range(3)
_MOST = 80
"""So many letters of an example are shown at most."""


class MappingStep(Step):
    """Says what becomes what.

    Args:
        kinds: The kinds of the wiki.
    """

    def __init__(self, kinds: Kinds, parent: QWidget | None) -> None:
        super().__init__(
            self.tr("What becomes what"),
            self.tr(
                "Each part becomes the field beside it; an empty one is left out. The wiki remembers what you change."
            ),
            parent,
        )
        self._kinds = kinds
        self._offered: dict[str, TemplateMapping] = {}
        self._chosen: dict[str, TemplateMapping] = {}
        self._plan: Sequence[PageDraft] = ()
        self._shown = ""
        self._which = QComboBox(self)
        self._which.setObjectName("importTemplate")
        self._which.setAccessibleName(self.tr("Template, type or list"))
        self._kind = QComboBox(self)
        self._kind.setObjectName("importKind")
        self._kind.setAccessibleName(self.tr("Kind of page"))
        self._kind.setEditable(True)
        self._table = self._make_table()
        self.column.addLayout(self._head())
        self._empty = self.note(self.tr("It has no parts that could become fields; only its kind can be chosen."))
        self.column.addWidget(self._empty)
        self.column.addWidget(self._table, 1)
        self.column.addStretch()
        self._which.currentIndexChanged.connect(self._show)

    def offer(self, offered: Mappings, plan: Sequence[PageDraft]) -> None:
        """Show what each became in the last run, with examples of it; what was changed before stays changed."""
        self._keep()
        self._plan = plan
        self._offered = dict(offered)
        self._shown = ""
        self._which.clear()
        for name in sorted(offered, key=str.casefold):
            self._which.addItem(capitalised(name), name)

    def forget(self) -> None:
        """Forget what was changed: another source is read."""
        self._shown = ""
        self._offered.clear()
        self._chosen.clear()

    @property
    def has_anything(self) -> bool:
        """Whether there is anything to be said."""
        return bool(self._offered)

    @property
    def changed(self) -> Mapping[str, TemplateMapping]:
        """What is to become something else than it did."""
        self._keep()
        return {name: told for name, told in self._chosen.items() if told != self._offered.get(name)}

    def begin(self) -> None:
        """Begin with which one."""
        self._which.setFocus()

    def _head(self) -> QGridLayout:
        """Return what is mapped beside the kind that it becomes."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(4)
        for column, (text, box) in enumerate(
            ((self.tr("&What the source calls it"), self._which), (self.tr("Becomes the &kind"), self._kind))
        ):
            label = self.section(text)
            label.setBuddy(box)
            grid.addWidget(label, 0, column)
            grid.addWidget(box, 1, column)
            grid.setColumnStretch(column, 1)
        return grid

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 3, self)
        table.setObjectName("importFields")
        table.setAccessibleName(self.tr("Parts and the fields they become"))
        table.setHorizontalHeaderLabels([self.tr("Part"), self.tr("For example"), self.tr("Becomes the field")])
        table.verticalHeader().setVisible(False)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setHighlightSections(False)
        table.setShowGrid(False)
        table.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setWordWrap(False)
        return table

    def _show(self) -> None:
        self._keep()
        self._shown = self._which.currentData() or ""
        told = self._chosen.get(self._shown) or self._offered.get(self._shown)
        if told is None:
            self._table.setRowCount(0)
            return
        self._kind.clear()
        for kind in self._kinds.values():
            self._kind.addItem(say_label(kind.label), kind.name)
        place = self._kind.findData(told.kind)
        if place < 0:
            self._kind.addItem(self._new(told.kind), told.kind)
            place = self._kind.count() - 1
        self._kind.setCurrentIndex(place)
        self._table.setRowCount(len(told.fields))
        self._table.setVisible(bool(told.fields))
        self._empty.setVisible(not told.fields)
        for row, (part, name) in enumerate(sorted(told.fields.items())):
            shown = QTableWidgetItem(capitalised(part))
            shown.setData(Qt.ItemDataRole.UserRole, part)
            example = QTableWidgetItem(_cut(example_of(name, told.kind, self._plan)))
            for column, item in ((PART, shown), (EXAMPLE, example)):
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                item.setToolTip(item.text())
                self._table.setItem(row, column, item)
            self._table.setCellWidget(row, FIELD, self._field_box(part, name, told.kind))
        self._table.resizeRowsToContents()

    def _field_box(self, part: str, name: str, kind: str) -> QComboBox:
        box = QComboBox(self._table)
        box.setEditable(True)
        box.setAccessibleName(part)
        box.addItem("", "")
        for key, shown in self._names(kind).items():
            box.addItem(shown, key)
        if name and box.findData(name) < 0:
            box.addItem(self._new(name), name)
        box.setCurrentIndex(box.findData(name))
        return box

    def _new(self, key: str) -> str:
        """Return what a kind or field is called that is not there yet."""
        return filled(self.tr("%1 (new)"), capitalised(key.replace("_", " ")))

    def _names(self, kind: str) -> dict[str, str]:
        """Return the fields that a part may become, sub-fields of records too, and what each is called."""
        found = {key: translated("MappingStep", label) for key, label in BESIDES.items()}
        found |= {field.name: say_label(field.label) for field in COMMON}
        declared = self._kinds.get(kind)
        for field in declared.fields if declared else ():
            label = say_label(field.label)
            found[field.name] = label
            if field.type is FieldType.RECORD:
                found |= {f"{field.name}.{sub.name}": f"{label}: {say_label(sub.label)}" for sub in field.fields}
        return {key: capitalised(shown) for key, shown in found.items()}

    def _keep(self) -> None:
        """Take over what stands in the table."""
        told = self._offered.get(self._shown)
        if not self._shown or told is None:
            return
        fields = {}
        for row in range(self._table.rowCount()):
            item, box = self._table.item(row, PART), self._table.cellWidget(row, FIELD)
            if item is not None and isinstance(box, QComboBox):
                fields[item.data(Qt.ItemDataRole.UserRole)] = _chosen_key(box)
        place = self._kind.findText(self._kind.currentText())
        kind = self._kind.itemData(place) if place >= 0 else self._kind.currentText().strip()
        self._chosen[self._shown] = importing.mapping(kind or told.kind, fields)


def _chosen_key(box: QComboBox) -> str:
    """Return the key of the field that was chosen or typed by its name; what has none is a key itself."""
    typed = box.currentText().strip()
    # Two fields may be called alike; then the one that was picked is meant.
    place = box.currentIndex() if box.itemText(box.currentIndex()) == typed else box.findText(typed)
    return str(box.itemData(place)) if place >= 0 else typed


def example_of(name: str, kind: str, plan: Sequence[PageDraft]) -> str:
    """Return the first value that a field got in the last run, as text.

    Args:
        name: The field, `record.sub` for one of a record, or what is besides fields.
        kind: The pages' kind.
        plan: The pages of that run.
    """
    of_kind = (draft.source for draft in plan if draft.source.kind == kind)
    return next(filter(None, (_text_of(source, name) for source in of_kind)), "")


def _text_of(source: PageSource, name: str) -> str:
    if name == "title":
        return source.title
    if name == "body":
        return " ".join(source.body.split())
    field, _, sub = name.partition(".")
    value = source.fields.get("released" if name == "year" else field)
    first = value[0] if isinstance(value, list) and value else value
    if isinstance(first, dict):
        first = first.get(sub) if sub else ", ".join(str(part) for part in first.values())
    return "" if first is None or isinstance(first, list | dict) else str(first).replace("[[", "").replace("]]", "")


def _cut(text: str) -> str:
    return text if len(text) <= _MOST else f"{text[: _MOST - 1]}…"
