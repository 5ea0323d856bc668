"""The bar beside the page: its headings, and the pages that link to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QStackedWidget, QVBoxLayout, QWidget

from fanwiki.desktop.browse.tabs import FocusTabs
from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import filled, isolated


class SideBar(QWidget):
    """Outline and backlinks.

    Signals:
        place_wanted(str): Go to the heading with this id.
        page_wanted(str): Go to the page of this title.
        all_wanted(): List all pages that link here.
    """

    place_wanted = Signal(str)
    page_wanted = Signal(str)
    all_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sideBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(160)
        self._tabs = FocusTabs(self)
        self._tabs.setObjectName("sideTabs")
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.addTab("")
        self._tabs.addTab("")
        self._outline = self._list("outline", self.place_wanted)
        self._backlinks = self._list("backlinks", self.page_wanted)
        self._stack = QStackedWidget(self)
        self._empties: list[QLabel] = []
        for view in (self._outline, self._backlinks):
            self._stack.addWidget(self._page(view))
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._tabs)
        layout.addWidget(self._stack, 1)
        self._say_names()
        self.show_outline(())
        self.show_backlinks(())

    def show_outline(self, places: Sequence[tuple[int, str, str]]) -> None:
        """Show headings: level, text, id."""
        self._outline.clear()
        top = min((level for level, _, _ in places), default=1)
        for level, text, anchor in places:
            item = QListWidgetItem("    " * (level - top) + isolated(text))
            item.setToolTip(text)
            item.setData(Qt.ItemDataRole.UserRole, anchor)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, text)
            self._outline.addItem(item)
        self._show_empty(0, self._outline)

    def show_backlinks(self, titles: Sequence[str], in_all: int = 0) -> None:
        """Show the pages that link here; when they are only the first of more, a way to all of them."""
        self._backlinks.clear()
        for title in titles:
            item = QListWidgetItem(icon("mdi6.file-document-outline"), isolated(title))
            item.setToolTip(title)
            item.setData(Qt.ItemDataRole.UserRole, title)
            self._backlinks.addItem(item)
        if in_all:
            last = QListWidgetItem(icon("mdi6.magnify"), filled(self.tr("All %1 pages"), f"{in_all:,}"))
            self._backlinks.addItem(last)
        self._show_empty(1, self._backlinks)

    def changeEvent(self, event: QEvent) -> None:
        """Say the names in the language of the moment."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_names()
        super().changeEvent(event)

    def _say_names(self) -> None:
        for named in (self, self._tabs):
            named.setAccessibleName(self.tr("Beside the page"))
        self._tabs.setTabText(0, self.tr("Contents"))
        self._tabs.setTabText(1, self.tr("Links here"))
        self._outline.setAccessibleName(self.tr("Contents of the page"))
        self._backlinks.setAccessibleName(self.tr("Pages that link here"))
        self._empties[0].setText(self.tr("This page has no headings."))
        self._empties[1].setText(
            self.tr("No page links here yet. Type [[ while you edit another page to link to this one.")
        )

    def _list(self, name: str, signal: object) -> QListWidget:
        view = QListWidget(self)
        view.setObjectName(name)
        view.setProperty("bare", True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setTextElideMode(Qt.TextElideMode.ElideRight)

        def choose(item: QListWidgetItem) -> None:
            wanted = item.data(Qt.ItemDataRole.UserRole)
            if wanted is None:
                self.all_wanted.emit()
            else:
                signal.emit(wanted)  # type: ignore[attr-defined]

        view.itemClicked.connect(choose)
        view.itemActivated.connect(choose)
        return view

    def _page(self, view: QListWidget) -> QWidget:
        page = QWidget(self)
        empty = QLabel(page)
        empty.setProperty("role", "empty")
        empty.setWordWrap(True)
        empty.setContentsMargins(12, 8, 12, 8)
        empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empties.append(empty)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(empty)
        layout.addWidget(view, 1)
        layout.addStretch(0)
        return page

    def _show_empty(self, number: int, view: QListWidget) -> None:
        there = view.count() > 0
        view.setVisible(there)
        self._empties[number].setVisible(not there)
