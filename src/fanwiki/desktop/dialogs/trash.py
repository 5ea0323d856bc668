"""The trash: pages that were deleted, and the way back for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from fanwiki.desktop.dialog_frame import dialog_layout
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled, shown_time
from fanwiki.domain.page import PageId


@dataclass(frozen=True, slots=True)
class Trashed:
    """A deleted page.

    Args:
        id: The page.
        title: What it was called.
        time: When it was deleted, ISO 8601 in UTC.
    """

    id: PageId
    title: str
    time: str


class TrashDialog(QDialog):
    """Lists deleted pages.

    Args:
        pages: The page deleted last first.

    Signals:
        restore_wanted(object): Bring back the page of this `PageId`.
    """

    restore_wanted = Signal(object)

    def __init__(self, pages: Sequence[Trashed], theme: Theme, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("trash")
        self.setWindowTitle(self.tr("Trash"))
        self.resize(480, 420)
        heading = QLabel(self.tr("Trash"), self)
        heading.setFont(theme.display_font())
        empty = QLabel(self.tr("Nothing was deleted. A page that you delete waits here until you need it again."), self)
        empty.setProperty("role", "empty")
        empty.setWordWrap(True)
        empty.setVisible(not pages)
        self._list = QListWidget(self)
        self._list.setObjectName("trashed")
        self._list.setAccessibleName(self.tr("Deleted pages"))
        self._list.setVisible(bool(pages))
        for page in pages:
            item = QListWidgetItem(filled(self.tr("%1  ·  deleted %2"), page.title, shown_time(page.time)))
            item.setData(Qt.ItemDataRole.UserRole, page.id)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._list.itemActivated.connect(lambda _item: self._restore())
        restore = QPushButton(self.tr("Bring it back"), self)
        restore.setObjectName("bringBack")
        restore.setEnabled(bool(pages))
        restore.setDefault(True)
        restore.clicked.connect(self._restore)
        buttons = QDialogButtonBox(self)
        buttons.addButton(restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = dialog_layout(self, 12)
        layout.addWidget(heading)
        layout.addWidget(empty)
        layout.addWidget(self._list, 1)
        layout.addStretch(0)
        layout.addWidget(buttons)

    def _restore(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.accept()
            self.restore_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
