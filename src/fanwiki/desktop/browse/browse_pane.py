"""Tabs of pages in one web view: a tab is a trail of places, and only the one in front is loaded.

One view for all tabs costs a tenth of one view each, and going to another tab is a navigation of some ten
milliseconds that ends where the reader left the page.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from fanwiki.desktop.browse.address import HOME_ADDRESS, Address
from fanwiki.desktop.browse.page_view import PageView, WebEngine
from fanwiki.desktop.browse.tabs import PageTabs
from fanwiki.desktop.browse.trail import Stop, Trail
from fanwiki.desktop.edit.find_bar import FindBar
from fanwiki.desktop.icons import icon
from fanwiki.desktop.pane import Pane


class BrowsePane(QWidget):
    """The middle of the window.

    Args:
        engine: Makes the web view when the first page is shown.

    Signals:
        came_to(object): The tab in front is at another `Address` now.
        trail_changed(): Back, forward or the closed tabs changed.
        link_hovered(str): The address under the pointer, or empty.
        page_loaded(bool): The page was painted, or could not be.
        link_followed(object, bool): A link was clicked: its `Address`, whether for a new tab.
        outside_link_followed(str): A link that leads out of the wiki.
        menu_wanted(object, str, str): The page's context menu: place (QPoint), link, selected text.
    """

    came_to = Signal(object)
    trail_changed = Signal()
    link_hovered = Signal(str)
    page_loaded = Signal(bool)
    link_followed = Signal(object, bool)
    outside_link_followed = Signal(str)
    menu_wanted = Signal(object, str, str)

    def __init__(self, engine: WebEngine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("browsePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._trails: list[Trail] = []
        self._closed: list[Trail] = []
        self._shown: Trail | None = None
        self._is_live = False
        self.tabs = PageTabs(self)
        self.head = QFrame(self)
        self.head.setObjectName("paneHead")
        self.view = PageView(engine, "pageView", self)
        self.find_bar = FindBar(self)
        self._lay_out()
        self._connect()
        self.set_trails([Trail()], 0)

    def _lay_out(self) -> None:
        tab_row = QHBoxLayout()
        tab_row.setContentsMargins(4, 0, 4, 0)
        tab_row.setSpacing(2)
        new_tab = self._new_tab = QToolButton(self)
        new_tab.setObjectName("newTab")
        new_tab.setIcon(icon("mdi6.plus"))
        new_tab.setToolTip(self.tr("New tab"))
        new_tab.setAccessibleName(self.tr("New tab"))
        new_tab.clicked.connect(lambda: self.open_in_tab(HOME_ADDRESS))
        tab_row.addWidget(self.tabs)
        tab_row.addWidget(new_tab)
        tab_row.addStretch(1)
        self.head_layout = QHBoxLayout(self.head)
        self.head_layout.setContentsMargins(8, 4, 8, 4)
        self.head_layout.setSpacing(2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(tab_row)
        layout.addWidget(self.head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.find_bar)

    def _connect(self) -> None:
        self.tabs.currentChanged.connect(self._tab_chosen)
        self.tabs.tabMoved.connect(self._tab_moved)
        self.tabs.tabCloseRequested.connect(self.close_tab)
        self.tabs.new_wanted.connect(lambda: self.open_in_tab(HOME_ADDRESS))
        self.tabs.menu_wanted.connect(self._show_tab_menu)
        self.view.link_followed.connect(self.link_followed)
        self.view.outside_link_followed.connect(self.outside_link_followed)
        self.view.link_hovered.connect(self.link_hovered)
        self.view.loaded.connect(self.page_loaded)
        self.view.loaded.connect(self._find_on)
        self.view.menu_wanted.connect(self.menu_wanted)
        self.view.found.connect(self.find_bar.show_count)
        self.find_bar.wanted.connect(self.view.find_text)
        self.find_bar.closed.connect(self._find_closed)

    # What is shown

    @property
    def trail(self) -> Trail:
        """The trail of the tab in front."""
        return self._trails[self.tabs.currentIndex()]

    @property
    def trails(self) -> list[Trail]:
        """All tabs, with the one in front knowing how far its page is scrolled."""
        self._keep_scroll()
        return list(self._trails)

    @property
    def address(self) -> Address:
        """Where the tab in front is."""
        return self.trail.here.address

    @property
    def has_closed_tabs(self) -> bool:
        """Whether a closed tab can come back."""
        return bool(self._closed)

    def panes(self) -> list[Pane]:
        """Return what the keyboard goes through: the tabs with the line below them, and the page."""
        return [Pane((self.tabs, self._new_tab, self.head)), Pane((self.view, self.find_bar), self.view.focusProxy())]

    def go_live(self) -> None:
        """Load the tab in front; until this is called nothing is, so that the window shows first."""
        self._is_live = True
        self._show_stop(self.trail.here)

    def set_trails(self, trails: list[Trail], current: int) -> None:
        """Replace all tabs, as at the start of a session."""
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        self._trails = list(trails) or [Trail()]
        self._closed.clear()
        for trail in self._trails:
            self.tabs.addTab("")
            self._name_tab(trail)
        self.tabs.setCurrentIndex(max(0, min(current, len(self._trails) - 1)))
        self.tabs.blockSignals(False)
        self._shown = None
        self._tab_chosen(self.tabs.currentIndex())

    def go(self, address: Address) -> None:
        """Show a place in the tab in front."""
        self._keep_scroll()
        self.trail.go(address, self._title_of(address))
        self._name_tab(self.trail)
        self._show_stop(self.trail.here)

    def open_in_tab(self, address: Address, *, in_front: bool = True) -> None:
        """Open a place in a tab of its own, after the one in front."""
        index = self.tabs.currentIndex() + 1
        trail = Trail([Stop(address, self._title_of(address))])
        self._trails.insert(index, trail)
        self.tabs.blockSignals(True)
        self.tabs.insertTab(index, "")
        self.tabs.blockSignals(False)
        self._name_tab(trail)
        if in_front:
            self.tabs.setCurrentIndex(index)
        self.trail_changed.emit()

    def back(self) -> None:
        """Go back one place."""
        self._keep_scroll()
        self._show_stop(self.trail.back())

    def forward(self) -> None:
        """Go forward one place."""
        self._keep_scroll()
        self._show_stop(self.trail.forward())

    def reload(self) -> None:
        """Load the place again, since what it shows may have changed."""
        if self._is_live:
            self.view.reload()

    def set_title(self, title: str) -> None:
        """Say what the place in front is called."""
        self.trail.set_title(title)
        self._name_tab(self.trail)

    def follow_rename(self, old: str, new: str) -> None:
        """Let every tab follow a page to its new title."""
        for trail in self._trails:
            trail.renamed(old, new)
            self._name_tab(trail)

    # Tabs

    def close_tab(self, index: int) -> None:
        """Close a tab; the last one goes home instead."""
        self._keep_scroll()
        self._closed.append(self._trails[index])
        if len(self._trails) == 1:
            self.set_home()
            return
        self._trails.pop(index)
        self.tabs.removeTab(index)
        self.trail_changed.emit()

    def set_home(self) -> None:
        """Start the tab in front anew, at home."""
        index = self.tabs.currentIndex()
        self._trails[index] = Trail()
        self._name_tab(self._trails[index])
        self._tab_chosen(index)

    def close_current_tab(self) -> None:
        """Close the tab in front."""
        self.close_tab(self.tabs.currentIndex())

    def reopen_tab(self) -> None:
        """Bring the tab back that was closed last."""
        if not self._closed:
            return
        trail = self._closed.pop()
        index = self.tabs.count()
        self._trails.append(trail)
        self.tabs.addTab("")
        self._name_tab(trail)
        self.tabs.setCurrentIndex(index)
        self.trail_changed.emit()

    def step_tab(self, step: int) -> None:
        """Go to the next tab or the one before, round the ends."""
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % self.tabs.count())

    def move_tab(self, step: int) -> None:
        """Move the tab in front past the next one or the one before; at the end it stays."""
        index = self.tabs.currentIndex()
        if 0 <= index + step < self.tabs.count():
            self.tabs.moveTab(index, index + step)

    def choose_tab(self, number: int) -> None:
        """Go to the tab of this number, from 1; -1 is the last."""
        index = self.tabs.count() - 1 if number < 0 else number - 1
        if 0 <= index < self.tabs.count():
            self.tabs.setCurrentIndex(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go back and forward with the mouse's own buttons."""
        if event.button() == Qt.MouseButton.BackButton:
            self.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.forward()
        else:
            super().mousePressEvent(event)

    # Finding

    def open_find(self) -> None:
        """Open the bar that finds in the page."""
        self.find_bar.open_with()

    def find_again(self, *, backwards: bool = False) -> None:
        """Find the next place, or the one before."""
        if not self.find_bar.text:
            self.open_find()
        else:
            self.find_bar.find_next(backwards=backwards)

    def _find_on(self, ok: bool) -> None:
        """Look for the same in the page that came, while the bar is open."""
        if ok and self.find_bar.isVisible() and self.find_bar.text:
            self.find_bar.find_next()

    def _find_closed(self) -> None:
        self.view.find_text("", False, False)
        self.view.focus_page()

    # Within

    def _tab_chosen(self, index: int) -> None:
        if not 0 <= index < len(self._trails) or self._trails[index] is self._shown:
            return
        self._keep_scroll()
        self._shown = self._trails[index]
        self._show_stop(self._shown.here)

    def _tab_moved(self, start: int, end: int) -> None:
        self._trails.insert(end, self._trails.pop(start))
        self.trail_changed.emit()

    def _show_stop(self, stop: Stop) -> None:
        self._shown = self.trail
        self._name_tab(self.trail)
        if self._is_live:
            self.view.show_address(stop.address, scroll=stop.scroll or 0)
        self.came_to.emit(stop.address)
        self.trail_changed.emit()

    def _keep_scroll(self) -> None:
        if self._shown is not None and self._is_live and self.view.is_made:
            self._shown.set_scroll(self.view.scroll_offset)

    def _name_tab(self, trail: Trail) -> None:
        index = next(number for number, other in enumerate(self._trails) if other is trail)
        self.tabs.set_title(index, trail.here.title or self._title_of(trail.here.address))

    def _title_of(self, address: Address) -> str:
        if address.name:
            return address.name
        return self.tr("Home") if address == HOME_ADDRESS else address.room.capitalize()

    def _show_tab_menu(self, index: int, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Close"), lambda: self.close_tab(index))
        others = menu.addAction(self.tr("Close other tabs"), lambda: self._close_others(index))
        others.setEnabled(self.tabs.count() > 1)
        menu.addAction(self.tr("Duplicate"), lambda: self.open_in_tab(self._trails[index].here.address))
        menu.addSeparator()
        reopen = menu.addAction(self.tr("Reopen closed tab"), self.reopen_tab)
        reopen.setEnabled(self.has_closed_tabs)
        menu.popup(place)

    def _close_others(self, index: int) -> None:
        kept = self._trails[index]
        for trail in [trail for trail in self._trails if trail is not kept]:
            self.close_tab(next(number for number, other in enumerate(self._trails) if other is trail))
