"""The neighbourhood of the page in front, in the middle of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from fanwiki.desktop.cut_label import CutLabel
from fanwiki.desktop.graph.canvas import Canvas
from fanwiki.desktop.graph.picture_area import PictureArea
from fanwiki.desktop.icons import icon
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled

if TYPE_CHECKING:
    from fanwiki.services.neighbourhood import Neighbourhood

_STEP = 1.2
_READABLE = 0.72
"""The smallest zoom that fitting chooses: below it one scrolls rather than squints."""


class GraphPane(QWidget):
    """Shows what stands around a page.

    Args:
        theme: Dresses it.

    Signals:
        page_wanted(str, bool): Go to the page of this title; whether in a new tab.
        middle_wanted(str): Show what is around another page.
        closed(): Go back to the pages.
    """

    page_wanted = Signal(str, bool)
    middle_wanted = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphPane")
        self.setAccessibleName(self.tr("Neighbourhood of a page"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._is_fitted = True
        self._is_starting = False
        self.canvas = Canvas(theme, self)
        self._area = PictureArea(self)
        self._area.setObjectName("graphArea")
        self._area.setWidget(self.canvas)
        self._area.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._title = CutLabel(self)
        self._title.setProperty("role", "heading")
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setObjectName("place")
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._told = QLabel(self)
        self._told.setObjectName("graphTold")
        self._told.setProperty("role", "foot")
        self._told.setTextFormat(Qt.TextFormat.PlainText)
        self._told.setWordWrap(True)
        self._told.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self._told.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._rest = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._make_head())
        layout.addWidget(self._area, 1)
        layout.addWidget(self._told)
        self.canvas.page_wanted.connect(self.page_wanted)
        self.canvas.middle_wanted.connect(self.middle_wanted)
        self.canvas.reached.connect(self._area.show_whole)
        self.canvas.told.connect(lambda text: self._told.setText(text or self._rest))
        theme.changed.connect(self.canvas.update)

    def show_around(self, around: Neighbourhood) -> None:
        """Show another neighbourhood."""
        title = around.middle.page.title
        self._title.setText(filled(self.tr("Around “%1”"), title))
        self._title.setToolTip(title)
        hint = self.tr("Arrow keys go from page to page, Enter opens one, Shift+Enter puts it in the middle.")
        if not around.neighbours:
            hint = self.tr("Nothing leads here or away from here yet. Write [[links]] or fill in fields.")
        if around.left_out:
            more = filled(self.tr("%1 more are left out; the page's own lists have them all."), around.left_out)
            hint = f"{hint} {more}"
        self._rest = hint
        self._told.setText(hint)
        self.canvas.show_around(around)
        self.fit()
        if self._is_starting:
            self.start()

    def clear(self) -> None:
        """Show nothing until the next neighbourhood is there."""
        self.canvas.clear()
        self._title.clear()
        self._told.clear()

    def start(self) -> None:
        """Take the keyboard, as soon as there is a picture."""
        self._is_starting = not self.canvas.nodes
        if self.canvas.nodes:
            self.canvas.nodes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def fit(self) -> None:
        """Show as much as can be read at once."""
        self._is_fitted = True
        room, picture = self._area.viewport().size(), self.canvas.picture
        share = min(room.width() / picture.width, room.height() / picture.height)
        scale = self._theme.scale
        self.canvas.set_zoom(min(1.25 * scale, share) if share >= _READABLE else _READABLE * scale)
        self._show_middle()

    def zoom(self, step: int) -> None:
        """Show it larger or smaller."""
        self._is_fitted = False
        self.canvas.set_zoom(self.canvas.zoom * (_STEP if step > 0 else 1 / _STEP))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Zoom, or go back to the pages."""
        steps = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.closed.emit()
        elif key in steps:
            self.zoom(steps[key])
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key == Qt.Key.Key_Home:
            self.start()
        else:
            super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again, unless the user zoomed."""
        super().resizeEvent(event)
        if self._is_fitted:
            QTimer.singleShot(0, self, self.fit)

    def _show_middle(self) -> None:
        for bar in (self._area.horizontalScrollBar(), self._area.verticalScrollBar()):
            bar.setValue((bar.minimum() + bar.maximum()) // 2)

    def _make_head(self) -> QFrame:
        head = QFrame(self)
        head.setObjectName("paneHead")
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 6, 8, 6)
        row.setSpacing(2)
        row.addWidget(self._title, 1)
        row.addWidget(self._tool("graphOut", "mdi6.magnify-minus-outline", self.tr("Zoom out (-)")))
        row.addWidget(self._tool("graphIn", "mdi6.magnify-plus-outline", self.tr("Zoom in (+)")))
        row.addWidget(self._tool("graphFit", "mdi6.fit-to-screen-outline", self.tr("Fit (0)")))
        row.addWidget(self._tool("closeGraph", "mdi6.close", self.tr("Back to the pages (Esc)")))
        return head

    def _tool(self, name: str, sign: str, text: str) -> QToolButton:
        then = {
            "graphOut": lambda: self.zoom(-1),
            "graphIn": lambda: self.zoom(1),
            "graphFit": self.fit,
            "closeGraph": self.closed.emit,
        }
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icon(sign))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: then[name]())
        return button
