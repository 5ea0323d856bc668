"""How sure we were of a claim over time, as a line from 0 to 100."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractSlider, QWidget

from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled, isolated, shown_day
from fanwiki.wording import say_label

if TYPE_CHECKING:
    from fanwiki.services.speculating import Point

_STATUS_COLORS = {"open": "accent", "confirmed": "green", "debunked": "red", "partly true": "amber"}
_DOT = 4.5
_DAY = 86400.0


def status_color(status: str) -> str:
    """Return the colour's role for a status."""
    return _STATUS_COLORS.get(status, "grey")


class ConfidenceChart(QAbstractSlider):
    """The line. Arrow keys go from point to point; a screen reader gets all of them as text.

    It is a slider along the points, so that a screen reader knows what it is and says where one is.

    Args:
        theme: Its colours.
    """

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("confidenceChart")
        self.setAccessibleName(self.tr("Confidence over time"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setOrientation(Qt.Orientation.Horizontal)
        self.setPageStep(1)
        self.valueChanged.connect(self.update)
        self._theme = theme
        self._points: list[Point] = []

    def show_points(self, points: Sequence[Point]) -> None:
        """Show other points, oldest first; those without a number are left out."""
        self._points = [point for point in points if point.confidence is not None]
        self.setRange(0, max(0, len(self._points) - 1))
        self.setValue(self.maximum())
        self.setAccessibleDescription("; ".join(self.said(point) for point in self._points))
        self.updateGeometry()
        self.update()

    @property
    def current(self) -> Point | None:
        """The point that is told about."""
        return self._points[self.value()] if self._points else None

    def said(self, point: Point) -> str:
        """Return a point in words."""
        return filled(self.tr("%1: %2 %, %3"), shown_day(point.time), f"{point.confidence:g}", say_label(point.status))

    def places(self) -> list[QPointF]:
        """Return where the points stand."""
        area = self._area()
        shares = _shares([point.time for point in self._points])
        places = [
            QPointF(area.left() + share * area.width(), area.bottom() - _clamped(point.confidence) * area.height())
            for share, point in zip(shares, self._points, strict=True)
        ]
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return [QPointF(area.left() + area.right() - place.x(), place.y()) for place in places]
        return places

    def sizeHint(self) -> QSize:
        """Ask for three times as much width as height."""
        height = 9 * QFontMetrics(self._small_font()).height()
        return QSize(3 * height, height)

    def minimumSizeHint(self) -> QSize:
        """Ask for enough to be read."""
        return QSize(160, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the frame with the line of 50, the curve and its points."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._small_font())
        self._paint_grid(painter)
        if self._points:
            self._paint_curve(painter)
            self._paint_words(painter)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to what the chart stands in."""
        event.ignore()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Tell about the point nearest to the pointer."""
        places = self.places()
        if places:
            x = event.position().x()
            self.setValue(min(range(len(places)), key=lambda number: abs(places[number].x() - x)))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no focus."""
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        """Say the accessible name in the language of the moment."""
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Confidence over time"))
        super().changeEvent(event)

    def _paint_grid(self, painter: QPainter) -> None:
        area, metrics = self._area(), painter.fontMetrics()
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(self._theme.color("surface"))
        painter.drawRect(area)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for value in (0, 50, 100):
            y = area.bottom() - value / 100 * area.height()
            painter.setPen(QPen(self._theme.color("line"), 1))
            if value == 50:
                painter.drawLine(QPointF(area.left(), y), QPointF(area.right(), y))
            painter.setPen(self._theme.color("muted"))
            x = area.right() + 6 if mirrored else area.left() - 6 - metrics.horizontalAdvance(str(value))
            painter.drawText(QPointF(x, y + metrics.ascent() / 2 - 1), str(value))

    def _paint_curve(self, painter: QPainter) -> None:
        places = self.places()
        painter.setPen(QPen(self._theme.color("accent"), 2))
        painter.drawPolyline(QPolygonF(places))
        if len(places) == 1:  # a lone point holds until today
            area = self._area()
            painter.setPen(QPen(self._theme.color("accent"), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(area.left(), places[0].y()), QPointF(area.right(), places[0].y()))
        for number, (place, point) in enumerate(zip(places, self._points, strict=True)):
            painter.setPen(QPen(self._theme.color("surface"), 1.5))
            painter.setBrush(self._theme.color(status_color(point.status)))
            radius = _DOT + 2 if number == self.value() else _DOT
            painter.drawEllipse(place, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _paint_words(self, painter: QPainter) -> None:
        """Write the first day and the last below, until now for a lone point, and what the current one says above."""
        area, metrics = self._area(), painter.fontMetrics()
        current = self.current
        lasts = len(self._points) == 1
        days = [isolated(shown_day(self._points[0].time))]
        days.append(self.tr("now") if lasts else isolated(shown_day(self._points[-1].time)))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            days.reverse()
        painter.setPen(self._theme.color("muted"))
        below = area.bottom() + metrics.height() + 4
        painter.drawText(QPointF(area.left(), below), days[0])
        if days[0] != days[1]:
            painter.drawText(QPointF(area.right() - metrics.horizontalAdvance(days[1]), below), days[1])
        if current is not None:
            painter.setPen(self._theme.color("text"))
            words = QRectF(area.left(), 2, area.width(), metrics.height())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignLeading), self.said(current))

    def _area(self) -> QRectF:
        metrics = QFontMetrics(self._small_font())
        side = metrics.horizontalAdvance("100") + 12
        area = QRectF(self.rect()).adjusted(side, metrics.height() + 14, -12, -metrics.height() - 10)
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            return area.translated(12 - side, 0)
        return area

    def _small_font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.size("tiny"))
        return font


def _shares(times: Sequence[str]) -> list[float]:
    """Return how far along the axis each time stands; within one day they are evenly apart."""
    seconds = [datetime.fromisoformat(time).timestamp() for time in times]
    span = seconds[-1] - seconds[0] if seconds else 0.0
    if span < _DAY:
        last = max(1, len(times) - 1)
        return [number / last for number in range(len(times))]
    return [(each - seconds[0]) / span for each in seconds]


def _clamped(confidence: float | None) -> float:
    return min(100.0, max(0.0, confidence or 0.0)) / 100
