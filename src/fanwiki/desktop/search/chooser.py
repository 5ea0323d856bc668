"""A box with a list below: type, go down, press Enter. The quick switcher and the command palette are two of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QDialog,
    QLabel,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.icons import icon
from fanwiki.desktop.row_words import paint_words

_WIDTH, _HEIGHT = 620, 420
_ICON = 18
_PAD = 12


class How(Enum):
    """How a choice was made."""

    HERE = "enter"
    NEW_TAB = "ctrl+enter"
    CREATE = "shift+enter"


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list.

    Args:
        text: What it is called.
        value: What is handed on when it is chosen.
        detail: Said quietly at the end of the line: a kind, keys.
        icon: An icon's name.
        enabled: Whether it can be chosen.
        note: Said quietly after the text.
    """

    text: str
    value: object
    detail: str = ""
    icon: str = ""
    enabled: bool = True
    note: str = ""


class _Choices(QAbstractListModel):
    """The lines."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: list[Choice] = []

    def fill(self, rows: Sequence[Choice]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Grey what cannot be chosen."""
        row = self.rows[index.row()]
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if row.enabled else Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line, or its words for a screen reader."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.text, row.note, row.detail) if part)
        return None


class _ChoiceDelegate(QStyledItemDelegate):
    """Paints icon, text and note at the start of a line and its detail at the end."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line: its text and the grid's room around it."""
        del index
        return QSize(100, option.fontMetrics.height() + 2 * 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a line."""
        row: Choice = index.data(Qt.ItemDataRole.UserRole)
        palette: QPalette = option.palette
        rect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(palette.brush(QPalette.ColorRole.Highlight))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 4, 4)
        inner = rect.adjusted(_PAD, 0, -_PAD, 0)
        if row.icon:
            sign = QRect(inner.left(), inner.center().y() - _ICON // 2, _ICON, _ICON)
            icon(row.icon).paint(painter, QStyle.visualRect(option.direction, rect, sign))
        inner.setLeft(inner.left() + _ICON + _PAD)
        self._paint_words(painter, option, row, inner)
        painter.restore()

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, row: Choice, inner: QRect) -> None:
        palette: QPalette = option.palette
        metrics = option.fontMetrics
        direction, rect = option.direction, option.rect
        quiet = palette.color(QPalette.ColorRole.PlaceholderText)
        if row.detail:
            painter.setPen(quiet)
            paint_words(painter, QStyle.visualRect(direction, rect, inner), row.detail, direction, at_end=True)
            inner.setRight(inner.right() - metrics.horizontalAdvance(row.detail) - _PAD)
        group = QPalette.ColorGroup.Active if row.enabled else QPalette.ColorGroup.Disabled
        painter.setPen(palette.color(group, QPalette.ColorRole.Text))
        text = metrics.elidedText(row.text, Qt.TextElideMode.ElideRight, inner.width())
        paint_words(painter, QStyle.visualRect(direction, rect, inner), text, direction)
        if row.note:
            inner.setLeft(inner.left() + metrics.horizontalAdvance(text) + _PAD)
            painter.setPen(quiet)
            note = metrics.elidedText(row.note, Qt.TextElideMode.ElideRight, inner.width())
            paint_words(painter, QStyle.visualRect(direction, rect, inner), note, direction)


class Chooser(QDialog):
    """Asks for one of many.

    Args:
        name: The object name.
        prompt: What stands in the empty box; also its accessible name.
        ask: Returns the lines for what is typed, best first.
        help_text: Said quietly at the foot.

    Signals:
        chosen(object, object): The value of a `Choice` and `How` it was chosen; for `How.CREATE` the typed text.
    """

    chosen = Signal(object, object)

    def __init__(
        self, name: str, prompt: str, ask: Callable[[str], Sequence[Choice]], help_text: str, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setObjectName(name)
        self.setAccessibleName(prompt)
        self._ask = ask
        self._box = QLineEdit(self)
        self._box.setObjectName("paletteBox")
        self._box.setPlaceholderText(prompt)
        self._box.setAccessibleName(prompt)
        self._box.setAttribute(Qt.WidgetAttribute.WA_MacShowFocusRect, False)
        self._box.textChanged.connect(self._fill)
        self._box.installEventFilter(self)
        self._choices = _Choices(self)
        self._list = QListView(self)
        self._list.setModel(self._choices)
        self._list.setItemDelegate(_ChoiceDelegate(self._list))
        self._list.setUniformItemSizes(True)
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Choices"))
        self._list.clicked.connect(lambda index: self._choose(index.row(), How.HERE))
        self._empty = QLabel(self.tr("Nothing fits."), self)
        self._empty.setProperty("role", "empty")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._most_height = _HEIGHT
        self._foot = QLabel(help_text, self)
        self._foot.setProperty("role", "foot")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        for widget, stretch in ((self._box, 0), (self._list, 1), (self._empty, 1), (self._foot, 0)):
            layout.addWidget(widget, stretch)

    @property
    def texts(self) -> list[str]:
        """The lines that are shown."""
        return [row.text for row in self._choices.rows]

    def open_over(self, window: QWidget) -> None:
        """Show the box in the upper middle of a window, empty."""
        self._box.clear()
        self._fill()
        width = min(_WIDTH, window.width() - 32)
        self._most_height = min(_HEIGHT, window.height() - 96)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.setGeometry(corner.x() + (window.width() - width) // 2, corner.y() + 64, width, self._most_height)
        self._fit()
        self.show()
        self._box.setFocus(Qt.FocusReason.PopupFocusReason)

    def type_text(self, text: str) -> None:
        """Put text into the box, as if it was typed."""
        self._box.setText(text)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys of the box that belong to the list."""
        if watched is self._box and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._take_key(event)
        return super().eventFilter(watched, event)

    def _take_key(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if key in steps:
            self._move(steps[Qt.Key(key)])
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if modifiers & Qt.KeyboardModifier.ShiftModifier:
                self._create()
            else:
                new_tab = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
                self._choose(self._list.currentIndex().row(), How.NEW_TAB if new_tab else How.HERE)
            return True
        return False

    def _move(self, step: int) -> None:
        count = len(self._choices.rows)
        if count:
            row = self._list.currentIndex().row() + step
            row = row % count if abs(step) == 1 else max(0, min(row, count - 1))
            self._list.setCurrentIndex(self._choices.index(row))

    def _fill(self) -> None:
        self._choices.fill(self._ask(self._box.text().strip()))
        there = bool(self._choices.rows)
        self._list.setVisible(there)
        self._empty.setVisible(not there)
        if there:
            self._list.setCurrentIndex(self._choices.index(0))
        self._fit()

    def _fit(self) -> None:
        """Be as tall as the lines need; where there is no room for all, as the whole lines that there is room for."""
        rows = max(len(self._choices.rows), 1)
        line = self._list.sizeHintForRow(0) if self._choices.rows else 2 * self.fontMetrics().height()
        for part in (self._box, self._foot, self._list):
            part.ensurePolished()
        others = self._box.sizeHint().height() + self._foot.sizeHint().height() + 2 * self._list.frameWidth() + 2
        shown = min(rows, max(1, (self._most_height - others) // line))
        self.resize(self.width(), others + shown * line)

    def _choose(self, row: int, how: How) -> None:
        if 0 <= row < len(self._choices.rows) and self._choices.rows[row].enabled:
            value = self._choices.rows[row].value
            self.close()
            self.chosen.emit(value, how)

    def _create(self) -> None:
        text = self._box.text().strip()
        if text:
            self.close()
            self.chosen.emit(text, How.CREATE)


def rank(text: str, typed: str) -> int | None:
    """Say how well a text fits what is typed: 0 best, None not at all.

    Words may be typed in any order and in part; failing that, the letters must come in their order.
    """
    whole, wanted = text.casefold(), typed.casefold().split()
    if not wanted:
        return 0
    words = whole.split()
    if whole.startswith(" ".join(wanted)):
        return 0
    if all(any(word.startswith(part) for word in words) for part in wanted):
        return 1
    if all(part in whole for part in wanted):
        return 2
    letters = iter(whole)
    return 3 if len(typed) > 2 and all(letter in letters for letter in "".join(wanted)) else None
