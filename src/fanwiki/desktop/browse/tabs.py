"""The row of tabs above the pages."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QMouseEvent
from PySide6.QtWidgets import QTabBar, QWidget

from fanwiki.desktop.words import filled

_LONGEST_TITLE = 32


class FocusTabs(QTabBar):
    """Tabs whose style sheet knows whether they have the keyboard; Qt's own state does not tell it."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self._tell(has_focus=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no focus."""
        super().focusOutEvent(event)
        self._tell(has_focus=False)

    def minimumSizeHint(self) -> QSize:
        """Ask for no room for scroll buttons that do not show, so that what follows stands beside the last tab."""
        return QSize(1, super().minimumSizeHint().height())

    def _tell(self, *, has_focus: bool) -> None:
        self.setProperty("focused", has_focus)
        self.style().unpolish(self)
        self.style().polish(self)


class PageTabs(FocusTabs):
    """Tabs that close with the middle button and open on a double click beside them.

    Signals:
        new_wanted(): A double click beside the tabs.
        menu_wanted(int, object): The context menu of a tab was asked for at this place (QPoint).
    """

    new_wanted = Signal()
    menu_wanted = Signal(int, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pageTabs")
        self.setAccessibleName(self.tr("Open pages"))
        self.setMovable(True)
        self.setTabsClosable(True)
        self.setExpanding(False)
        self.setDrawBase(False)
        self.setUsesScrollButtons(True)
        self.setElideMode(Qt.TextElideMode.ElideRight)
        self.setSelectionBehaviorOnRemove(QTabBar.SelectionBehavior.SelectPreviousTab)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)

    def set_title(self, index: int, title: str) -> None:
        """Name a tab; the whole title shows as its tip."""
        shown = title if len(title) <= _LONGEST_TITLE else title[: _LONGEST_TITLE - 1].rstrip() + "…"
        # An ampersand would be read as a mnemonic.
        self.setTabText(index, shown.replace("&", "&&"))
        self.setTabToolTip(index, title)
        self.setAccessibleTabName(index, title)
        self.updateGeometry()
        close = self.tabButton(index, QTabBar.ButtonPosition.RightSide)
        if close is not None:
            close.setAccessibleName(filled(self.tr("Close “%1”"), title))
            close.setToolTip(self.tr("Close tab"))
            close.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Close a tab with the middle button."""
        if event.button() == Qt.MouseButton.MiddleButton:
            index = self.tabAt(event.position().toPoint())
            if index >= 0:
                self.tabCloseRequested.emit(index)
                return
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a tab on a double click beside the tabs."""
        if self.tabAt(event.position().toPoint()) < 0:
            self.new_wanted.emit()
            return
        super().mouseDoubleClickEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Say the accessible name in the language of the moment."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Open pages"))
        super().changeEvent(event)

    def _ask_for_menu(self, place: QPoint) -> None:
        index = self.tabAt(place)
        if index >= 0:
            self.menu_wanted.emit(index, self.mapToGlobal(place))
