"""What the search pane shows while nothing is typed: searches and pages to come back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QMenu, QVBoxLayout, QWidget

from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import filled, isolated

if TYPE_CHECKING:
    from fanwiki.desktop.search.search_pane import SearchHistory

_SAVED, _RECENT, _PAGE, _HEADING = "saved", "recent", "page", "heading"
_MOST = 8


class StartPage(QWidget):
    """Saved and recent searches, and the pages read last.

    Signals:
        query_wanted(str): Search for this.
        page_wanted(str): Open the page of this title.
        forget_wanted(str): Forget the saved search of this name.
    """

    query_wanted = Signal(str)
    page_wanted = Signal(str)
    forget_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._list = QListWidget(self)
        self._list.setObjectName("searchStart")
        self._list.setAccessibleName(self.tr("Searches and pages to come back to"))
        self._list.setProperty("bare", True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._hint = QLabel(
            self.tr("Type a name, half a name, or what you remember.\n\nkind:character “mind reader” -minor"), self
        )
        self._hint.setProperty("role", "empty")
        self._hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        hint = QVBoxLayout()
        hint.setContentsMargins(14, 8, 14, 8)
        hint.addWidget(self._hint)
        layout.addLayout(hint)
        layout.addWidget(self._list, 1)
        layout.addStretch(0)

    def show_history(self, history: SearchHistory) -> None:
        """Show these."""
        self._list.clear()
        saved = [(name, query, _SAVED) for name, query in history.saved.items()]
        recent = [(query, query, _RECENT) for query in history.recent[:_MOST]]
        pages = [(title, title, _PAGE) for title in history.pages[:_MOST]]
        bookmarks = [(title, title, _PAGE) for title in history.bookmarks]
        self._add(self.tr("Bookmarks"), "mdi6.bookmark-outline", bookmarks)
        self._add(self.tr("Saved searches"), "mdi6.star-outline", saved)
        self._add(self.tr("Recent searches"), "mdi6.history", recent)
        self._add(self.tr("Pages read last"), "mdi6.file-document-outline", pages)
        self._hint.setVisible(self._list.count() == 0)
        self._list.setVisible(self._list.count() > 0)

    def _add(self, heading: str, icon_name: str, rows: Sequence[tuple[str, str, str]]) -> None:
        if not rows:
            return
        title = QListWidgetItem(heading)
        title.setFlags(Qt.ItemFlag.NoItemFlags)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        title.setData(Qt.ItemDataRole.UserRole, (_HEADING, ""))
        self._list.addItem(title)
        for text, value, what in rows:
            item = QListWidgetItem(icon(icon_name), isolated(text))
            item.setToolTip(value)
            item.setData(Qt.ItemDataRole.UserRole, (what, value))
            self._list.addItem(item)

    def _choose(self, item: QListWidgetItem) -> None:
        what, value = item.data(Qt.ItemDataRole.UserRole)
        if what == _PAGE:
            self.page_wanted.emit(value)
        elif what != _HEADING:
            self.query_wanted.emit(value)

    def _show_menu(self, place: QPoint) -> None:
        item = self._list.itemAt(place)
        if item is None or item.data(Qt.ItemDataRole.UserRole)[0] != _SAVED:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        name = item.text()
        menu.addAction(filled(self.tr("Forget “%1”"), name), lambda: self.forget_wanted.emit(name))
        menu.popup(self._list.viewport().mapToGlobal(place))
