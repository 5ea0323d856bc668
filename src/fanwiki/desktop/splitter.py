"""Panes side by side whose borders the keyboard moves too.

A border takes Tab, as the ARIA practices have it for window splitters: arrows move it, Home and End move it as far as
it goes. Qt's own only hear the mouse.
"""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QRegion, QShowEvent
from PySide6.QtWidgets import QSplitter, QSplitterHandle, QStyle, QStyleOption, QWidget

from fanwiki.desktop.pane import tabbed
from fanwiki.desktop.words import filled

STEP = 16
"""Pixels that an arrow moves a border; with Ctrl four times as many."""

_BACK = {Qt.Key.Key_Left, Qt.Key.Key_Up}
_ON = {Qt.Key.Key_Right, Qt.Key.Key_Down}
_SIDEWAYS = {Qt.Key.Key_Left, Qt.Key.Key_Right}
_UPRIGHT = {Qt.Key.Key_Up, Qt.Key.Key_Down}


class Border(QSplitterHandle):
    """What is between two panes."""

    def __init__(self, parts: Splitter) -> None:
        super().__init__(parts.orientation(), parts)
        self._parts = parts
        self._came_from: QWidget | None = None
        self._sizes: list[int] = []
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    @property
    def is_shown(self) -> bool:
        """Whether there is a pane on either side; Qt itself hides it a moment after one of them."""
        return self.isVisible() and self.pane_before is not None and not self.pane_behind.isHidden()

    @property
    def pane_before(self) -> QWidget | None:
        """The visible pane in front of it."""
        shown = [pane for pane in self._parts.panes()[: self._parts.indexOf(self)] if not pane.isHidden()]
        return shown[-1] if shown else None

    @property
    def pane_behind(self) -> QWidget:
        """The pane that follows it; it shows when this does."""
        return self._parts.panes()[self._parts.indexOf(self)]

    def take_keyboard(self) -> None:
        """Hear the arrows until Enter, or Escape that takes back what they did, gives the keyboard back."""
        at = self.window().focusWidget()
        self._came_from = at._came_from if isinstance(at, Border) else at
        self._sizes = self._parts.sizes()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, or give the keyboard back."""
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape) and self._came_from is not None:
            if key == Qt.Key.Key_Escape:
                self._parts.setSizes(self._sizes)
            self._came_from.setFocus(Qt.FocusReason.TabFocusReason)
        elif key in (_SIDEWAYS if self.orientation() == Qt.Orientation.Horizontal else _UPRIGHT):
            is_far = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            self._move_by((1 if key in _ON else -1) * STEP * (4 if is_far else 1))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            whole = self._parts.width() + self._parts.height()
            self._parts.move_border(self, whole if key == Qt.Key.Key_End else -whole)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus over the whole grip, which is wider than the line."""
        super().focusInEvent(event)
        self._say_name()
        self.clearMask()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Be a line again, and forget who had the keyboard, unless only a menu or another window took it."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self._came_from = None
        if self._parts.handleWidth() <= 1:
            self.setMask(QRegion(self.contentsRect()))
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """Say what it is between."""
        super().showEvent(event)
        self._say_name()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Let the style sheet know of the focus, of which Qt's own painting tells it nothing."""
        if not self.hasFocus():
            super().paintEvent(event)
            return
        option = QStyleOption()
        option.initFrom(self)
        self._parts.style().drawControl(QStyle.ControlElement.CE_Splitter, option, QPainter(self), self._parts)

    def _move_by(self, pixels: int) -> None:
        is_mirrored = self._parts.isRightToLeft() and self.orientation() == Qt.Orientation.Horizontal
        self._parts.move_border(self, -pixels if is_mirrored else pixels)

    def _say_name(self) -> None:
        before = self.pane_before.accessibleName() if self.pane_before is not None else ""
        behind = self.pane_behind.accessibleName()
        between = filled(self.tr("Border between “%1” and “%2”"), before, behind)
        self.setAccessibleName(between if before and behind else self.tr("Border between two parts"))
        self.setAccessibleDescription(self.tr("Arrow keys move it"))


class Splitter(QSplitter):
    """Panes side by side or one below the other.

    Args:
        orientation: Horizontal for side by side.
        name: The object name, under which the window remembers the sizes; empty for what is not remembered.
    """

    def __init__(self, orientation: Qt.Orientation, parent: QWidget, name: str = "") -> None:
        super().__init__(orientation, parent)
        self.setObjectName(name)
        self.setChildrenCollapsible(False)

    def createHandle(self) -> QSplitterHandle:
        """Make a border that takes the keyboard."""
        return Border(self)

    def childEvent(self, event: QEvent) -> None:
        """Call the borders what they are; Qt names them like inner parts of its own."""
        super().childEvent(event)  # type: ignore[arg-type]  # the stub wants QChildEvent, which it is
        for border in self.borders():
            border.setObjectName("border")

    def panes(self) -> list[QWidget]:
        """Return the panes, hidden ones too, in order."""
        found = [self.widget(index) for index in range(self.count())]
        return [pane for pane in found if pane is not None]

    def borders(self) -> list[Border]:
        """Return what is between the panes, hidden ones too, in order."""
        handles = [self.handle(index) for index in range(1, self.count())]
        return [handle for handle in handles if isinstance(handle, Border)]

    def move_border(self, border: Border, pixels: int) -> None:
        """Move a border on, by negative pixels back, as far as the panes let it."""
        index, sizes = self.indexOf(border), self.sizes()
        shown = sum(not handle.isHidden() for handle in self.borders()[: index - 1])
        self.moveSplitter(max(0, sum(sizes[:index]) + shown * self.handleWidth() + pixels), index)

    def order_keyboard(self) -> None:
        """Let Tab go from pane to pane in the order in which they stand, over the borders between them."""
        order: list[QWidget] = []
        for index, pane in enumerate(self.panes()):
            order += self.borders()[index - 1 : index] if index else []
            order += [widget for widget in tabbed(pane) if widget.focusProxy() is None]
        for one, other in pairwise(order):
            QWidget.setTabOrder(one, other)
