"""The records of a field as a small table: a row each, a column for every sub-field and one for the spoiler's film."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCompleter,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.edit.field_editor import FieldEditor
from fanwiki.desktop.edit.field_line import Complete, Line
from fanwiki.desktop.edit.field_values import as_link, gate_text, shown, with_gate, with_text, without_brackets
from fanwiki.desktop.edit.option_words import option_of, options_of, word_of
from fanwiki.desktop.flow import FlowLayout
from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import QT_TRANSLATE_NOOP, translated
from fanwiki.domain.kind import Field, FieldType
from fanwiki.domain.page import Value
from fanwiki.wording import say_label

Index = QModelIndex | QPersistentModelIndex

_GATE_LABEL = QT_TRANSLATE_NOOP("RecordTable", "Spoiler for")
_MOST_ROWS = 9
_LINK_WIDTH, _WIDTH, _NUMBER_WIDTH = 150, 110, 64


class RecordModel(QAbstractTableModel):
    """The rows. A row keeps what its author wrote, unknown entries too, until one of its cells is changed.

    Args:
        field: The field whose records they are.

    Signals:
        touched(): The user changed something.
    """

    touched = Signal()

    def __init__(self, field: Field, parent: QWidget) -> None:
        super().__init__(parent)
        gate = Field("gate", translated("RecordTable", _GATE_LABEL), FieldType.LINK, target=("film",))
        self.columns = (*field.fields, gate)
        self._rows: list[Value] = []

    @property
    def rows(self) -> list[Value]:
        """The records now; empty rows are left out."""
        return [row for row in self._rows if row not in (None, "", {})]

    def load(self, rows: Sequence[Value]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return how many columns there are."""
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return the sub-fields' labels."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return say_label(self.columns[section].label)
        if orientation == Qt.Orientation.Vertical and role == Qt.ItemDataRole.DisplayRole:
            return str(section + 1)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let every cell be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a cell's text; a sub-value with a gate of its own has an eye."""
        row = self._record(index.row())
        column = self.columns[index.column()]
        is_gate = index.column() == len(self.columns) - 1
        value = None if is_gate else row.get(column.name)
        text = gate_text(row) if is_gate else word_of(column, shown(value))
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.DisplayRole:
            return without_brackets(text) if column.type is FieldType.LINK else text
        if role == Qt.ItemDataRole.DecorationRole and text and (is_gate or gate_text(value)):
            return icon("mdi6.eye-off-outline")
        if role == Qt.ItemDataRole.ToolTipRole:
            return text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{say_label(column.label)}: {text}"
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed; nothing typed takes the entry away."""
        typed = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or typed == self.data(index, role):
            return False
        self._rows[index.row()] = self._changed(index, option_of(self.columns[index.column()], typed))
        self.dataChanged.emit(index, index)
        self.touched.emit()
        return True

    def add(self, row: int) -> None:
        """Put an empty row in."""
        self.beginInsertRows(QModelIndex(), row, row)
        self._rows.insert(row, {})
        self.endInsertRows()

    def remove(self, rows: Sequence[int]) -> None:
        """Take rows away."""
        for row in sorted(rows, reverse=True):
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._rows[row]
            self.endRemoveRows()
        self.touched.emit()

    def move(self, row: int, step: int) -> bool:
        """Change a row with the one above or below; tell whether there was one."""
        other = row + step
        if not (0 <= row < len(self._rows) and 0 <= other < len(self._rows)):
            return False
        self._rows[row], self._rows[other] = self._rows[other], self._rows[row]
        first, last = sorted((row, other))
        self.dataChanged.emit(self.index(first, 0), self.index(last, len(self.columns) - 1))
        self.touched.emit()
        return True

    def _record(self, row: int) -> dict[str, Value]:
        """A plain value where a record is due is its first sub-field."""
        given = self._rows[row]
        if isinstance(given, dict):
            return given
        return {} if given in (None, "") else {self.columns[0].name: given}

    def _changed(self, index: Index, typed: str) -> Value:
        record, column = self._record(index.row()), self.columns[index.column()]
        if index.column() == len(self.columns) - 1:
            return with_gate(record, typed, is_record=True)
        if not typed:
            return {name: each for name, each in record.items() if name != column.name}
        text = as_link(typed) if column.type is FieldType.LINK else typed
        return {**record, column.name: with_text(record.get(column.name), text, column.type)}


class CellDelegate(QStyledItemDelegate):
    """Edits a cell as its sub-field is edited anywhere: links complete, options are offered."""

    def __init__(self, model: RecordModel, complete: Complete, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._complete = complete

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Return the editor of a cell."""
        column = self._model.columns[index.column()]
        line = Line(column, self._complete, parent)
        if column.type in (FieldType.ENUM, FieldType.BOOLEAN):
            # A box would keep Enter for itself. Options are offered as soon as the cell opens; others may be typed.
            completer = QCompleter([word_of(column, option) for option in options_of(column)], line)
            completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
            line.setCompleter(completer)
            QTimer.singleShot(0, line, completer.complete)
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the cell's text, a link without its brackets."""
        text = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, Line):
            is_link = self._model.columns[index.column()].type is FieldType.LINK
            editor.setText(without_brackets(text) if is_link else text)
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Take what was typed."""
        before = str(index.data(Qt.ItemDataRole.EditRole) or "")
        if isinstance(editor, Line) and editor.text().strip() != without_brackets(before):
            model.setData(index, editor.text(), Qt.ItemDataRole.EditRole)


class RecordView(QTableView):
    """The table, with keys for rows.

    Signals:
        row_wanted(): Add a row.
        removal_wanted(): Take the row away.
        move_wanted(int): Move the row down (1) or up (-1).
    """

    row_wanted = Signal()
    removal_wanted = Signal()
    move_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add, remove, move and edit by keyboard."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        with_alt = bool(modifiers & Qt.KeyboardModifier.AltModifier)
        with_control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        if self.state() == QAbstractItemView.State.EditingState:
            super().keyPressEvent(event)  # Enter that a cell took comes here too
            return
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if key == Qt.Key.Key_Insert or (is_enter and with_control):
            self.row_wanted.emit()
        elif key == Qt.Key.Key_Delete:
            self.removal_wanted.emit()
        elif with_alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_wanted.emit(1 if key == Qt.Key.Key_Down else -1)
        elif is_enter and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)


class RecordTable(FieldEditor):
    """Edits a list of records.

    Args:
        field: Its declaration.
        complete: Completes links.
    """

    def __init__(self, field: Field, complete: Complete, parent: QWidget) -> None:
        super().__init__(field, parent)
        self.model = RecordModel(field, self)
        self.view = self._make_view(complete)
        self._buttons = [
            self._button("mdi6.table-row-plus-after", self.tr("Add a row (Insert)"), self.add),
            self._button("mdi6.table-row-remove", self.tr("Remove the row (Delete)"), self.remove),
            self._button("mdi6.arrow-up", self.tr("Move the row up (Alt+Up)"), lambda: self.move_row(-1)),
            self._button("mdi6.arrow-down", self.tr("Move the row down (Alt+Down)"), lambda: self.move_row(1)),
        ]
        bar = FlowLayout(gap=2)
        for button in self._buttons:
            bar.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self.view)
        layout.addLayout(bar)
        self.setFocusProxy(self.view)
        self.model.touched.connect(self._was_edited)
        self._fit()

    def add(self) -> None:
        """Add a row below the current one and begin to edit it."""
        current = self.view.currentIndex()
        row = current.row() + 1 if current.isValid() else self.model.rowCount()
        self.model.add(row)
        self._fit()
        index = self.model.index(row, 0)
        self.view.setCurrentIndex(index)
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.edit(index)

    def remove(self) -> None:
        """Take the chosen rows away."""
        rows = sorted({index.row() for index in self.view.selectedIndexes()})
        if rows:
            self.model.remove(rows)
            self._fit()
            last = self.model.rowCount() - 1
            self.view.setCurrentIndex(self.model.index(min(rows[0], last), self.view.currentIndex().column()))

    def move_row(self, step: int) -> None:
        """Move the current row up or down."""
        current = self.view.currentIndex()
        if current.isValid() and self.model.move(current.row(), step):
            self.view.setCurrentIndex(self.model.index(current.row() + step, current.column()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the columns what room there is."""
        super().resizeEvent(event)
        self._fit()

    def _read(self) -> Value:
        return self.model.rows

    def _write(self, value: Value) -> None:
        rows = value if isinstance(value, list) else [] if value in (None, "") else [value]
        self.model.load(rows)
        self._fit()

    def _make_view(self, complete: Complete) -> RecordView:
        view = RecordView(self)
        view.setObjectName("recordTable")
        view.setAccessibleName(say_label(self.field.label))
        view.setModel(self.model)
        view.setItemDelegate(CellDelegate(self.model, complete, view))
        view.setTabKeyNavigation(False)  # Tab leads on through the form; arrows go from cell to cell
        view.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        view.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        triggers = QAbstractItemView.EditTrigger
        view.setEditTriggers(triggers.DoubleClicked | triggers.AnyKeyPressed | triggers.EditKeyPressed)
        view.verticalHeader().hide()
        view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        view.horizontalHeader().setHighlightSections(False)
        view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        view.setWordWrap(False)
        view.row_wanted.connect(self.add)
        view.removal_wanted.connect(self.remove)
        view.move_wanted.connect(self.move_row)
        return view

    def _button(self, sign: str, text: str, then: Any) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(sign))
        button.setToolTip(text)
        button.setAccessibleName(f"{say_label(self.field.label)}: {text}")
        button.clicked.connect(lambda: then())
        return button

    def _fit(self) -> None:
        """Be as high as the rows; be as wide as there is room, and scroll where that is not enough."""
        view, metrics = self.view, self.fontMetrics()
        height = metrics.height() + 14
        view.verticalHeader().setDefaultSectionSize(height)
        rows = max(1, min(_MOST_ROWS, self.model.rowCount()))
        bar = view.horizontalScrollBar().sizeHint().height()
        view.setFixedHeight(rows * height + view.horizontalHeader().sizeHint().height() + bar + 4)
        widths = [self._width(column) for column in self.model.columns]
        spare = max(0, view.viewport().width() - sum(widths)) // len(widths)
        for number, width in enumerate(widths):
            view.setColumnWidth(number, width + spare)

    def _width(self, column: Field) -> int:
        kinds = {FieldType.LINK: _LINK_WIDTH, FieldType.NUMBER: _NUMBER_WIDTH}
        label = self.fontMetrics().horizontalAdvance(say_label(column.label)) + 28
        return max(kinds.get(column.type, _WIDTH), label)
