"""The list that opens while a link, a tag or a slash is typed; the editor keeps the focus and passes keys on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from fanwiki.desktop.edit.trigger import Trigger
from fanwiki.desktop.icons import icon

MOST_ROWS = 8
_WIDTH = 380


@dataclass(frozen=True, slots=True)
class Completion:
    """One choice.

    Args:
        text: What is shown.
        insert: What replaces the typed text.
        detail: Shown quietly after it: the kind, or the title an alias leads to.
        icon: An icon's name.
        creates: Whether choosing it names a page that is not there yet.
        snippet: For inserts, the text with caret marks; `insert` is empty then.
        own_line: For inserts, whether it begins a line.
        action: For inserts that are more than text, what the pane is asked for.
    """

    text: str
    insert: str
    detail: str = ""
    icon: str = ""
    creates: bool = False
    snippet: str = ""
    own_line: bool = False
    action: str = ""


Completer = Callable[[Trigger], Sequence[Completion]]


class _Model(QAbstractListModel):
    """The choices."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: list[Completion] = []

    def fill(self, rows: Sequence[Completion]) -> None:
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{row.text}    {row.detail}" if row.detail else row.text
        if role == Qt.ItemDataRole.DecorationRole and row.icon:
            return icon(row.icon)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.text}, {row.detail}" if row.detail else row.text
        return None


class CompletionPopup(QFrame):
    """Shows choices below the caret.

    Signals:
        chosen(object): A `Completion` was picked.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.ToolTip | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("completionPopup")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._model = _Model(self)
        self._view = QListView(self)
        self._view.setModel(self._model)
        self._view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._view.setUniformItemSizes(True)
        self._view.setAccessibleName(self.tr("Suggestions"))
        self._view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._view.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._view.clicked.connect(self._pick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(self._view)

    @property
    def choices(self) -> list[Completion]:
        """What is offered now."""
        return self._model.rows

    @property
    def current(self) -> Completion | None:
        """The marked choice."""
        index = self._view.currentIndex()
        return self._model.rows[index.row()] if index.isValid() else None

    def offer(self, choices: Sequence[Completion], below: QRect) -> None:
        """Show choices under the caret, or above it when the screen ends; hide when there are none.

        Args:
            choices: Best first.
            below: The caret's place on the screen.
        """
        if not choices:
            self.hide()
            return
        self._model.fill(choices)
        self._view.setCurrentIndex(self._model.index(0))
        rows = min(len(choices), MOST_ROWS)
        height = max(self._view.sizeHintForRow(0), 24) * rows + 12
        self.resize(_WIDTH, height)
        corner = below.bottomLeft() + QPoint(0, 4)
        area = self.screen().availableGeometry()
        if corner.y() + height > area.bottom():
            corner = below.topLeft() - QPoint(0, height + 4)
        corner.setX(max(area.left(), min(corner.x(), area.right() - _WIDTH)))
        self.move(corner)
        self.show()

    def take_key(self, event: QKeyEvent) -> bool:
        """Let the list have a key first; tell whether it was for it."""
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab) and self.current is not None:
            self._pick(self._view.currentIndex())
            return True
        if key == Qt.Key.Key_Escape:
            self.hide()
            return True
        return False

    def changeEvent(self, event: QEvent) -> None:
        """Say the accessible name in the language of the moment."""
        if event.type() == QEvent.Type.LanguageChange:
            self._view.setAccessibleName(self.tr("Suggestions"))
        super().changeEvent(event)

    def _move(self, step: int) -> None:
        row = (self._view.currentIndex().row() + step) % len(self._model.rows)
        self._view.setCurrentIndex(self._model.index(row))

    def _pick(self, index: QModelIndex) -> None:
        choice = self._model.rows[index.row()]
        self.hide()
        self.chosen.emit(choice)
