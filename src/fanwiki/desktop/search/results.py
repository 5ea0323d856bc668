"""The list of what was found: each line a title, its kind, where it was found, and a piece of the text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from fanwiki.desktop.icons import icon
from fanwiki.desktop.row_ground import paint_ground
from fanwiki.desktop.row_words import paint_words, side_of
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled, isolated

_PAD = 10
_ICON = 16
_LINES = 2
_BAR = 14

Pieces: TypeAlias = tuple[tuple[str, bool], ...]
"""A piece of text in parts, and whether each is what was looked for."""


@dataclass(frozen=True, slots=True)
class Found:
    """One line.

    Args:
        title: The page.
        kind: Its kind's label.
        icon: Its kind's icon.
        section: The heading it was found under, or empty.
        anchor: Where it opens.
        snippet: Pieces of the text, and whether each is what was looked for.
        name: The alias it was found by, or empty.
    """

    title: str
    kind: str
    icon: str = ""
    section: str = ""
    anchor: str = ""
    snippet: Pieces = ()
    name: str = ""


class FoundModel(QAbstractListModel):
    """What was found so far; asks for more when the list is scrolled to its end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Found] = []
        self._total: int | None = 0
        self._more: Callable[[int], None] | None = None
        self._asked_for = 0

    @property
    def rows(self) -> list[Found]:
        """The lines."""
        return list(self._rows)

    def fill(self, rows: Sequence[Found], total: int | None, more: Callable[[int], None] | None = None) -> None:
        """Show other lines.

        Args:
            rows: The first of them.
            total: How many there are in all; None when nobody counted: then the last ask for more gets none.
            more: Asks for the lines from a number on, which `show_more` then gets.
        """
        self.beginResetModel()
        self._rows, self._total, self._more, self._asked_for = list(rows), total, more, 0
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many lines there are so far."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> bool:
        """Tell whether there are more."""
        is_whole = self._total is not None and len(self._rows) >= self._total
        return not parent.isValid() and self._more is not None and not is_whole

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex) -> None:
        """Ask for more lines, once."""
        if self._more is not None and self._asked_for < len(self._rows):
            self._asked_for = len(self._rows)
            self._more(len(self._rows))

    def show_more(self, rows: Sequence[Found]) -> None:
        """Add lines at the end; none means that there are no more."""
        if not rows:
            self._total = len(self._rows)
            return
        self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
        self._rows.extend(rows)
        self.endInsertRows()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a line, or its words for a screen reader."""
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role == Qt.ItemDataRole.ToolTipRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            text = "".join(piece for piece, _ in row.snippet)
            return ", ".join(part for part in (row.title, row.kind, row.section, text) if part)
        return None


def before_first_match(snippet: Pieces) -> int:
    """Count the characters before the first marked word, as Qt counts them; 0 when nothing is marked."""
    lead = 0
    for piece, is_match in snippet:
        if is_match:
            return lead
        lead += len(piece.encode("utf-16-le")) // 2
    return 0


def led_by(snippet: Pieces, most: int) -> Pieces:
    """Return a snippet with at most so many characters before the first marked word, cut between words."""
    first = next(number for number, (_, is_match) in enumerate(snippet) if is_match)
    lead = "".join(piece for piece, _ in snippet[:first]).removeprefix("… ")
    kept = lead[max(0, len(lead) - max(most, 0)) :]
    if len(kept) < len(lead):
        kept = "… " + kept.partition(" ")[2]
    return ((kept, False), *snippet[first:])


class FoundDelegate(QStyledItemDelegate):
    """Paints a line: icon and title, below them where, below that the piece of text with the words marked."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line at the list's width."""
        row: Found = index.data(Qt.ItemDataRole.UserRole)
        # The bar's width is left out always: a line must not change its height when the bar appears.
        width = option.widget.width() - _BAR - 2 * _PAD
        height = QFontMetrics(self._title_font(option)).height() + 2
        small = QFontMetrics(self._small_font(option))
        height += small.height() + 2
        if row.snippet:
            height += self._layout(row, option, width)[1] + 2
        return QSize(width, height + 2 * 7)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a line."""
        row: Found = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state = option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, rect, state, self._theme)
        inner = rect.adjusted(_PAD, 7, -_PAD, -7)
        title_font = self._title_font(option)
        title_height = QFontMetrics(title_font).height()
        direction = option.direction
        sign = QRect(inner.left(), inner.top() + (title_height - _ICON) // 2, _ICON, _ICON)
        glyph = icon(row.icon, lambda: self._theme.color("accent"))
        glyph.paint(painter, QStyle.visualRect(direction, inner, sign))
        painter.setFont(title_font)
        painter.setPen(self._theme.color("text"))
        words = QRect(inner.left() + _ICON + 6, inner.top(), inner.width() - _ICON - 6, title_height)
        words = QStyle.visualRect(direction, inner, words)
        elide = Qt.TextElideMode.ElideRight
        shown = QFontMetrics(title_font).elidedText(row.title, elide, words.width())
        paint_words(painter, words, shown, direction)
        small = self._small_font(option)
        painter.setFont(small)
        painter.setPen(self._theme.color("muted"))
        line = QRect(inner.left(), words.bottom() + 2, inner.width(), QFontMetrics(small).height())
        where = QFontMetrics(small).elidedText(self._where(row), elide, line.width())
        paint_words(painter, line, where, direction)
        if row.snippet:
            width = option.widget.width() - _BAR - 2 * _PAD
            layout, _ = self._layout(row, option, width)
            painter.setPen(self._theme.color("text"))
            left = inner.left() if direction == Qt.LayoutDirection.LeftToRight else inner.right() + 1 - width
            layout.draw(painter, QPointF(left, line.bottom() + 2))
        painter.restore()

    def _where(self, row: Found) -> str:
        parts = [row.kind]
        if row.name and row.name != row.title:
            parts.append(filled(self.tr("also known as “%1”"), row.name))
        if row.section:
            parts.append(f"§ {isolated(row.section)}")
        return "  ·  ".join(parts)

    def _layout(self, row: Found, option: QStyleOptionViewItem, width: int) -> tuple[QTextLayout, int]:
        """Lay the piece of text out in two lines at most, in which the first marked word is seen."""
        layout, height = self._laid_out(row.snippet, option, width)
        last = layout.lineAt(layout.lineCount() - 1)
        lead = before_first_match(row.snippet)
        if lead >= last.textStart() + last.textLength():
            # Words before the mark take one line at most.
            return self._laid_out(led_by(row.snippet, layout.lineAt(0).textLength() - 3), option, width)
        return layout, height

    def _laid_out(self, snippet: Pieces, option: QStyleOptionViewItem, width: int) -> tuple[QTextLayout, int]:
        text = "".join(piece for piece, _ in snippet).replace("\n", " ")
        layout = QTextLayout(text, self._small_font(option))
        placed = QTextOption(side_of(option.direction))
        placed.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(placed)
        layout.setFormats(self._marks(snippet))
        layout.beginLayout()
        height = 0.0
        for _ in range(_LINES):
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(width, 40))
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return layout, round(height)

    def _marks(self, snippet: Pieces) -> list[QTextLayout.FormatRange]:
        marks = []
        at = 0
        for piece, is_match in snippet:
            length = len(piece.encode("utf-16-le")) // 2
            if is_match:
                mark = QTextLayout.FormatRange()
                mark.start, mark.length = at, length
                look = QTextCharFormat()
                look.setBackground(self._theme.color("mark"))
                look.setForeground(self._theme.color("on_mark"))
                mark.format = look
                marks.append(mark)
            at += length
        return marks

    def _title_font(self, option: QStyleOptionViewItem) -> QFont:
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _small_font(self, option: QStyleOptionViewItem) -> QFont:
        font = QFont(option.font)
        font.setPixelSize(self._theme.size("small") - 1)
        return font
