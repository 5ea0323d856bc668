"""Paints a neighbourhood: nodes are buttons, so that keyboard, screen readers and the style sheet know them; the ties
between them are painted behind."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from fanwiki.desktop.graph.layout import Box, Picture, lay_out, nearest
from fanwiki.desktop.icons import icon
from fanwiki.desktop.link_button import TwoLineButton
from fanwiki.desktop.theme import DEFAULT_TEXT_SIZE, Theme
from fanwiki.desktop.words import filled, isolated
from fanwiki.domain.page import PageId

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent

    from fanwiki.services.neighbourhood import Neighbour, Neighbourhood

SMALLEST, LARGEST = 0.4, 2.5

_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class NodeButton(TwoLineButton):
    """A page in the picture.

    Signals:
        opened(bool): It was clicked or Enter was pressed; whether for a new tab.
        centred(): It is wanted in the middle.
        reached(): The keyboard came.
        looked_at(bool): The keyboard or the pointer came or went.
        stepped(int, int): An arrow key was pressed.
    """

    opened = Signal(bool)
    centred = Signal()
    reached = Signal()
    looked_at = Signal(bool)
    stepped = Signal(int, int)

    def __init__(self, neighbour: Neighbour, theme: Theme, parent: QWidget) -> None:
        super().__init__(neighbour.page.title, parent)
        self.neighbour = neighbour
        self.setProperty("node", True)
        self.setIcon(icon(neighbour.icon, lambda: theme.color("accent")))
        self.clicked.connect(lambda: self.opened.emit(False))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open, put in the middle, or go on to the next node."""
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key in _ARROWS and modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier):
            self.stepped.emit(*_ARROWS[key])
        elif key not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self.centred.emit()
        else:
            self.opened.emit(bool(modifiers & Qt.KeyboardModifier.ControlModifier))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open in a new tab with Ctrl or the middle button, put in the middle with Shift."""
        middle = event.button() == Qt.MouseButton.MiddleButton
        if middle or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.setDown(False)
            self.opened.emit(True)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.setDown(False)
            self.centred.emit()
        else:
            super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.reached.emit()
        self.looked_at.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went."""
        super().focusOutEvent(event)
        self.looked_at.emit(False)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Tell that the pointer came."""
        super().enterEvent(event)
        self.looked_at.emit(True)

    def leaveEvent(self, event: QEvent) -> None:
        """Tell that the pointer went."""
        super().leaveEvent(event)
        self.looked_at.emit(False)


class Canvas(QWidget):
    """The picture.

    Args:
        theme: Its colours.

    Signals:
        page_wanted(str, bool): Go to the page of this title; whether in a new tab.
        middle_wanted(str): Show what is around another page.
        told(str): What is said of the node that is looked at, or nothing.
        reached(object): The keyboard came to this node.
    """

    page_wanted = Signal(str, bool)
    middle_wanted = Signal(str)
    told = Signal(str)
    reached = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("graphCanvas")
        self._theme = theme
        self._zoom = 1.0
        self._around: Neighbourhood | None = None
        self._picture: Picture = lay_out(())
        self._looked_at: NodeButton | None = None
        self.nodes: list[NodeButton] = []

    @property
    def zoom(self) -> float:
        """How large the picture is, 1 for its own size."""
        return self._zoom

    @property
    def picture(self) -> Picture:
        """Where everything stands, before zooming."""
        return self._picture

    def set_zoom(self, zoom: float) -> None:
        """Show it larger or smaller."""
        self._zoom = min(LARGEST, max(SMALLEST, zoom))
        self._place()

    def clear(self) -> None:
        """Show nothing."""
        gone, self.nodes = self.nodes, []
        self._around, self._looked_at, self._picture = None, None, lay_out(())
        for node in gone:
            node.blockSignals(True)  # the focus goes on from one that is hidden to the next
        for node in gone:
            node.hide()
            node.deleteLater()
        self.update()

    def show_around(self, around: Neighbourhood) -> None:
        """Show another neighbourhood, with the keyboard at its middle."""
        had_focus = any(node.hasFocus() for node in self.nodes)
        self.clear()
        self._around = around
        self._picture = lay_out([self._group(each) for each in around.neighbours])
        self.nodes = [self._node(each) for each in (around.middle, *around.neighbours)]
        self.nodes[0].setProperty("middle", True)
        for node in self.nodes:
            node.setAccessibleDescription(self.said(node))
            node.show()
        self._place()
        if had_focus:
            self.nodes[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self, node: NodeButton) -> str:
        """Return what a node is, and what ties it to the others."""
        neighbour = node.neighbour
        if node is self.nodes[0]:
            return filled(self.tr("%1, in the middle of %2 pages"), neighbour.kind_label, len(self.nodes) - 1)
        roles = dict.fromkeys((neighbour.kind_label, self._group(neighbour)))
        return ". ".join([", ".join(roles), *self._ties_of(neighbour.page.id)])

    def sizeHint(self) -> QSize:
        """Return the size at this zoom."""
        return QSize(round(self._picture.width * self._zoom), round(self._picture.height * self._zoom))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ties and the names of the groups."""
        if self._around is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._zoom, self._zoom)
        self._paint_spokes(painter)
        self._paint_ties(painter)
        self._paint_headings(painter)
        painter.end()

    # Within

    def _group(self, neighbour: Neighbour) -> str:
        if neighbour.relation:
            return neighbour.relation
        if neighbour.links_here and neighbour.links_there:
            return self.tr("Linked both ways")
        return self.tr("Links here") if neighbour.links_here else self.tr("Linked from here")

    def _ties_of(self, page: PageId) -> list[str]:
        assert self._around is not None
        titles = {node.neighbour.page.id: node.neighbour.page.title for node in self.nodes}
        said = []
        for tie in self._around.ties:
            if page in (tie.source, tie.target):
                said.append(f"{titles[tie.source]} – {tie.label} – {titles[tie.target]}")
        return said

    def _node(self, neighbour: Neighbour) -> NodeButton:
        node = NodeButton(neighbour, self._theme, self)
        title = neighbour.page.title
        node.opened.connect(lambda in_new_tab: self.page_wanted.emit(title, in_new_tab))
        node.reached.connect(lambda: self.reached.emit(node))
        node.centred.connect(lambda: self.middle_wanted.emit(title))
        node.stepped.connect(lambda dx, dy: self._step(node, dx, dy))
        node.looked_at.connect(lambda came: self._look_at(node if came else None))
        return node

    def _step(self, node: NodeButton, dx: int, dy: int) -> None:
        boxes = [self._picture.middle, *self._picture.nodes]
        found = nearest(boxes, self.nodes.index(node), dx, dy)
        self.nodes[found].setFocus(Qt.FocusReason.OtherFocusReason)

    def _look_at(self, node: NodeButton | None) -> None:
        self._looked_at = node
        self.told.emit(f"{isolated(node.neighbour.page.title)}: {self.said(node)}" if node is not None else "")
        self.update()

    def _place(self) -> None:
        boxes = (self._picture.middle, *self._picture.nodes) if self.nodes else ()
        font = QFont(self.font())
        for number, (node, box) in enumerate(zip(self.nodes, boxes, strict=True)):
            font.setPixelSize(max(6, round((DEFAULT_TEXT_SIZE + (2 if number == 0 else 1)) * self._zoom)))
            font.setBold(number == 0)
            node.setFont(font)
            side = round(16 * self._zoom)
            node.setIconSize(QSize(side, side))
            node.setGeometry(_rect(box, self._zoom))
        self.setFixedSize(self.sizeHint())
        self.update()

    def _is_lit(self, one: PageId, other: PageId) -> bool:
        return self._looked_at is not None and self._looked_at.neighbour.page.id in (one, other)

    def _paint_spokes(self, painter: QPainter) -> None:
        """Paint the lines from the middle to every other node."""
        assert self._around is not None
        middle = self._around.middle.page.id
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for each, box in zip(self._around.neighbours, self._picture.nodes, strict=True):
            lit = self._is_lit(each.page.id, each.page.id) or self._is_lit(middle, middle)
            style = Qt.PenStyle.SolidLine if each.relation else Qt.PenStyle.DotLine
            painter.setPen(QPen(self._theme.color("accent" if lit else "edge"), 2 if lit else 1, style))
            painter.drawPath(_curve(self._picture.middle, box))

    def _paint_ties(self, painter: QPainter) -> None:
        """Paint what ties the other nodes to each other: lightly, and named for the one that is looked at."""
        assert self._around is not None
        middle = self._around.middle.page.id
        places = {each.page.id: box for each, box in zip(self._around.neighbours, self._picture.nodes, strict=True)}
        for tie in self._around.ties:
            if middle in (tie.source, tie.target):
                continue
            lit = self._is_lit(tie.source, tie.target)
            color = self._theme.color("accent" if lit else "track")
            painter.setPen(QPen(color, 2 if lit else 1.2))
            painter.drawPath(_bow(places[tie.source], places[tie.target], self._picture.middle))

    def _paint_headings(self, painter: QPainter) -> None:
        font = QFont(self.font())
        font.setPixelSize(self._theme.size("tiny"))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(self._theme.color("muted"))
        ground = self._theme.color("background")
        for heading in self._picture.headings:
            box = heading.box
            room = QRectF(box.x - box.width / 2, box.y - box.height / 2, box.width, box.height)
            shown = painter.fontMetrics().elidedText(heading.text, Qt.TextElideMode.ElideRight, round(box.width))
            flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
            # A line that passes behind the words must not strike them out.
            painter.fillRect(painter.boundingRect(room, flags, shown).adjusted(-2, 0, 2, 0), ground)
            painter.drawText(room, flags, shown)


def _rect(box: Box, zoom: float) -> QRect:
    left, top = (box.x - box.width / 2) * zoom, (box.y - box.height / 2) * zoom
    return QRect(round(left), round(top), round(box.width * zoom), round(box.height * zoom))


def _curve(middle: Box, box: Box) -> QPainterPath:
    """From the middle's edge to a node's inner edge, level at both ends."""
    side = 1 if box.x > middle.x else -1
    start = QPointF(middle.x + side * middle.width / 2, middle.y)
    end = QPointF(box.x - side * box.width / 2, box.y)
    bend = min(90.0, abs(end.x() - start.x()) * 0.6)
    path = QPainterPath(start)
    path.cubicTo(QPointF(start.x() + side * bend, start.y()), QPointF(end.x() - side * bend, end.y()), end)
    return path


def _bow(one: Box, other: Box, middle: Box) -> QPainterPath:
    """Between two nodes, from inner edge to inner edge, bent towards the middle."""
    ends = []
    for box in (one, other):
        side = 1 if box.x > middle.x else -1
        ends.append(QPointF(box.x - side * box.width / 2, box.y))
    path = QPainterPath(ends[0])
    pull = [QPointF(end.x() + (middle.x - end.x()) * 0.45, end.y()) for end in ends]
    path.cubicTo(pull[0], pull[1], ends[1])
    return path
