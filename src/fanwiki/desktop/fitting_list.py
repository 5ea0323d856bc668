"""Lists of dialogs: as high as their rows, each a name with a quiet line below it where there is more to say."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QIcon, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from fanwiki.desktop.row_ground import paint_ground
from fanwiki.desktop.row_words import paint_words
from fanwiki.desktop.theme import Theme

NOTE, DETAIL = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
"""What stands below a row's name, and what stands at its end."""

_ICON, _PAD, _ABOVE, _GAP = 20, 12, 6, 12


class FittingList(QListWidget):
    """A list with no empty room below its rows; where there is less room than they need, they scroll.

    Args:
        theme: Dresses rows of two lines; without one, Qt paints the rows.
        least: So many rows are in sight at least.
        most: So many at most; the others are scrolled to.
    """

    def __init__(self, parent: QWidget | None, theme: Theme | None = None, *, least: int = 3, most: int = 10) -> None:
        super().__init__(parent)
        self._least, self._most = least, most
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        if theme is not None:
            self.setProperty("painted", True)
            self.setItemDelegate(TwoLines(theme, self))

    def add_row(
        self, text: str, note: str = "", value: object = None, *, sign: QIcon | None = None, detail: str = ""
    ) -> None:
        """Add a row.

        Args:
            text: What it is called.
            note: Said quietly below.
            value: What it stands for.
            sign: An icon.
            detail: Said quietly at the end.
        """
        item = QListWidgetItem(text)
        item.setData(Qt.ItemDataRole.UserRole, value)
        item.setData(NOTE, note)
        item.setData(DETAIL, detail)
        item.setToolTip("\n".join(part for part in (text, note) if part))
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(part for part in (text, note, detail) if part))
        if sign is not None:
            item.setIcon(sign)
        self.addItem(item)

    def rowsInserted(self, parent: QModelIndex | QPersistentModelIndex, start: int, end: int) -> None:
        """Ask for the room that more rows take."""
        super().rowsInserted(parent, start, end)
        self.updateGeometry()

    def clear(self) -> None:
        """Take away the rows and their room."""
        super().clear()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room that the rows take."""
        return QSize(super().sizeHint().width(), self._height_of(self._most))

    def minimumSizeHint(self) -> QSize:
        """Return the room of the rows that must be in sight."""
        return QSize(super().minimumSizeHint().width(), self._height_of(self._least))

    def _height_of(self, most: int) -> int:
        rows = range(min(self.count(), most))
        # The frame is thicker with the keyboard in it.
        return sum(self.sizeHintForRow(row) + 2 * self.spacing() for row in rows) + 2 * max(2, self.frameWidth()) + 2


class TwoLines(QStyledItemDelegate):
    """Paints a row: an icon, its name, below it a quiet line, at its end a quiet word."""

    def __init__(self, theme: Theme, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of its lines and the room around them."""
        lines = option.fontMetrics.height()
        if index.data(NOTE):
            lines += QFontMetrics(self._quiet_font(option.font)).height() + 1
        return QSize(100, lines + 2 * _ABOVE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint the row."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_on = bool(option.state & QStyle.StateFlag.State_Enabled)
        if is_on:
            paint_ground(painter, option.rect, option.state & ~QStyle.StateFlag.State_HasFocus, self._theme)
        text, muted = ("text", "muted") if is_on else ("off", "off")
        direction, whole = option.direction, option.rect
        inner = whole.adjusted(_PAD, _ABOVE, -_PAD, -_ABOVE)
        sign: QIcon | None = index.data(Qt.ItemDataRole.DecorationRole)
        if sign is not None:
            place = QRect(inner.left(), inner.center().y() - _ICON // 2, _ICON, _ICON)
            sign.paint(painter, QStyle.visualRect(direction, whole, place))
            inner.setLeft(inner.left() + _ICON + _GAP)
        quiet = self._quiet_font(option.font)
        detail, note = index.data(DETAIL) or "", index.data(NOTE) or ""
        if detail:
            self._write(painter, quiet, muted, QStyle.visualRect(direction, whole, inner), detail, direction, True)
            inner.setRight(inner.right() - QFontMetrics(quiet).horizontalAdvance(detail) - _GAP)
        name = QRect(inner.left(), inner.top(), inner.width(), option.fontMetrics.height())
        self._write(painter, option.font, text, QStyle.visualRect(direction, whole, name), index.data(), direction)
        if note:
            below = QRect(inner.left(), name.bottom() + 1, inner.width(), inner.bottom() - name.bottom())
            self._write(painter, quiet, muted, QStyle.visualRect(direction, whole, below), note, direction)
        painter.restore()

    def _write(
        self,
        painter: QPainter,
        font: QFont,
        role: str,
        place: QRect,
        text: str,
        direction: Qt.LayoutDirection,
        at_end: bool = False,
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
        paint_words(painter, place, cut, direction, at_end=at_end)

    def _quiet_font(self, font: QFont) -> QFont:
        quiet = QFont(font)
        quiet.setPixelSize(self._theme.size("tiny"))
        return quiet
