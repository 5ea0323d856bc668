"""What the search pane shows while nothing is typed: searches and pages to come back to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import (
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import filled, isolated

if TYPE_CHECKING:
    from fanwiki.desktop.search.search_pane import SearchHistory

_SAVED, _RECENT, _PAGE, _HEADING = "saved", "recent", "page", "heading"
_MOST = 8
_ICON = 18
_ABOVE = 14
"""Pixels that set a group apart from the one above it."""


class _GroupedDelegate(QStyledItemDelegate):
    """Sets headings apart from the group above, and writes them quietly, but so that they can be read."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        """Write a heading at the foot of its line."""
        super().initStyleOption(option, index)
        if _is_heading(index):
            quiet = option.palette.color(QPalette.ColorRole.PlaceholderText)
            for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText):
                option.palette.setColor(QPalette.ColorGroup.Disabled, role, quiet)
            option.displayAlignment = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignBottom

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Give a heading room above it, but for the first."""
        size = super().sizeHint(option, index)
        return size + QSize(0, _ABOVE) if _is_heading(index) and index.row() else size


def _is_heading(index: QModelIndex | QPersistentModelIndex) -> bool:
    kept = index.data(Qt.ItemDataRole.UserRole)
    return kept is not None and kept[0] == _HEADING


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
        self._list.setIconSize(QSize(_ICON, _ICON))
        self._list.setItemDelegate(_GroupedDelegate(self._list))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.itemClicked.connect(self._choose)
        self._list.itemActivated.connect(self._choose)
        self._list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._list.customContextMenuRequested.connect(self._show_menu)
        self._hint = QLabel(
            self.tr(
                "Type a name, half a name, or what you remember.\n\nFor example: kind:character “mind reader” -minor"
            ),
            self,
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
