"""The trash: pages that were deleted, and the way back for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from fanwiki.desktop.dialog_frame import button_box, closing_box, dialog_layout, fit, heading, sentence
from fanwiki.desktop.fitting_list import FittingList
from fanwiki.desktop.icons import icon
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled, shown_time
from fanwiki.domain.page import PageId

_WIDTH = 480


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
        self._list = FittingList(self, theme)
        self._list.setObjectName("trashed")
        self._list.setAccessibleName(self.tr("Deleted pages"))
        for page in pages:
            when = filled(self.tr("Deleted %1"), shown_time(page.time))
            self._list.add_row(page.title, when, page.id, sign=icon("mdi6.file-remove-outline"))
        self._list.setCurrentRow(0)
        self._list.setVisible(bool(pages))
        self._list.itemActivated.connect(lambda _item: self._restore())
        self._lay_out()
        fit(self, _WIDTH)

    def accept(self) -> None:
        """Bring back the page that is chosen."""
        self._restore()

    def _lay_out(self) -> None:
        layout = dialog_layout(self, width=_WIDTH)
        layout.addWidget(heading(self.tr("Trash"), self))
        if self._list.count():
            layout.addWidget(sentence(self.tr("A page that you delete waits here until you need it again."), self))
            layout.addWidget(self._list)
            buttons, restore = button_box(self, self.tr("Bring it back"), self.tr("Close"))
            restore.setObjectName("bringBack")
        else:
            told = self.tr("Nothing was deleted. A page that you delete waits here until you need it again.")
            layout.addWidget(sentence(told, self, role="empty"))
            buttons = closing_box(self, self.tr("Close"))
        layout.addStretch(1)
        layout.addWidget(buttons)

    def _restore(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            super().accept()
            self.restore_wanted.emit(item.data(Qt.ItemDataRole.UserRole))
