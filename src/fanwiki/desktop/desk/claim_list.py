"""The list of claims: each line a title, what it waits for, and how likely it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from fanwiki.desktop.desk.confidence_chart import status_color
from fanwiki.desktop.icons import icon
from fanwiki.desktop.row_ground import paint_ground
from fanwiki.desktop.row_words import paint_words
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import capitalised, filled
from fanwiki.domain.dates import read_date
from fanwiki.domain.page import PageId
from fanwiki.wording import say, say_label

if TYPE_CHECKING:
    from fanwiki.services.speculating import Claim

_PAD, _ICON, _BAR = 10, 16, 64

_ICONS = {
    "open": "mdi6.crystal-ball",
    "confirmed": "mdi6.check-circle-outline",
    "debunked": "mdi6.close-circle-outline",
    "partly true": "mdi6.circle-half-full",
}


def is_dated(text: str) -> bool:
    """Return whether a text names a day to wait for; one like TBA says nothing that a reader needs to see."""
    read = read_date(text)
    return bool(text) and (read is None or read.earliest is not None or read.latest is not None)


class ClaimModel(QAbstractListModel):
    """The claims that are shown."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._claims: list[Claim] = []
        self._due: frozenset[PageId] = frozenset()
        self._contradicting: frozenset[PageId] = frozenset()

    @property
    def claims(self) -> list[Claim]:
        """The lines."""
        return list(self._claims)

    def fill(self, claims: Sequence[Claim], *, due: frozenset[PageId], contradicting: frozenset[PageId]) -> None:
        """Show other claims, some of which want attention."""
        self.beginResetModel()
        self._claims, self._due, self._contradicting = list(claims), due, contradicting
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._claims)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return a claim, or its words for a screen reader."""
        claim = self._claims[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return claim.page.title
        if role == Qt.ItemDataRole.UserRole:
            return claim
        if role == Qt.ItemDataRole.AccessibleTextRole:
            sure = "" if claim.confidence is None else filled(self.tr("%1 % likely"), f"{claim.confidence:g}")
            return ", ".join(part for part in (claim.page.title, sure, *self.notes(claim)) if part)
        return None

    def notes(self, claim: Claim) -> list[str]:
        """Return what stands below a title."""
        parts = [capitalised(say_label(claim.status)), capitalised(say_label(claim.claim_kind))]
        if claim.is_open and is_dated(claim.resolves_by):
            due = claim.page.id in self._due
            parts.append(filled(self.tr("due since %1"), claim.resolves_by) if due else say("by %1", claim.resolves_by))
        if claim.resolved_on and not claim.is_open:
            parts.append(claim.resolved_on)
        if claim.page.id in self._contradicting:
            parts.append(self.tr("contradicted"))
        return parts

    def color_of(self, claim: Claim) -> str:
        """Return the colour's role of a claim's icon: one that wants attention is amber."""
        wants_attention = claim.page.id in self._due or claim.page.id in self._contradicting
        return "amber" if wants_attention else status_color(claim.status)


class ClaimDelegate(QStyledItemDelegate):
    """Paints a line: icon and title, below them what it waits for, at the end a bar of how likely it is."""

    def __init__(self, model: ClaimModel, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._model = model
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of two lines."""
        bold, small = self._fonts(option)
        return QSize(160, QFontMetrics(bold).height() + QFontMetrics(small).height() + 2 + 2 * 8)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a line."""
        claim: Claim = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option.rect, option.state, self._theme)
        inner = option.rect.adjusted(_PAD, 8, -_PAD, -8)
        bold, small = self._fonts(option)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        room = QRect(inner)
        if claim.confidence is not None:
            self._paint_bar(painter, inner, claim.confidence, small, mirrored=mirrored)
            room.adjust(_BAR + _PAD, 0, 0, 0) if mirrored else room.adjust(0, 0, -_BAR - _PAD, 0)
        color = self._theme.color(self._model.color_of(claim))
        first = QFontMetrics(bold).height()
        x = room.right() - _ICON + 1 if mirrored else room.left()
        glyph = icon(_ICONS.get(claim.status, "mdi6.circle-outline"), lambda: color)
        glyph.paint(painter, x, room.top() + (first - _ICON) // 2, _ICON, _ICON)
        words = room.adjusted(0, 0, -_ICON - 6, 0) if mirrored else room.adjusted(_ICON + 6, 0, 0, 0)
        above = QRect(words.left(), words.top(), words.width(), first)
        self._write(painter, bold, "text", above, claim.page.title, option.direction)
        below = QRect(words.left(), words.top() + first + 2, words.width(), QFontMetrics(small).height())
        self._write(painter, small, "muted", below, "  ·  ".join(self._model.notes(claim)), option.direction)
        painter.restore()

    def _write(
        self, painter: QPainter, font: QFont, role: str, room: QRect, text: str, direction: Qt.LayoutDirection
    ) -> None:
        painter.setFont(font)
        painter.setPen(self._theme.color(role))
        shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        paint_words(painter, room, shown, direction)

    def _paint_bar(self, painter: QPainter, inner: QRect, confidence: float, font: QFont, *, mirrored: bool) -> None:
        left = inner.left() if mirrored else inner.right() - _BAR
        text = QFontMetrics(font).height()
        top = inner.top() + (inner.height() - text - 10) // 2
        painter.setFont(font)
        painter.setPen(self._theme.color("text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignTrailing
        painter.drawText(QRect(left, top, _BAR, text), int(flags), f"{confidence:g} %")
        track = QRectF(left, top + text + 4, _BAR, 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("track"))
        painter.drawRoundedRect(track, 3, 3)
        share = min(1.0, max(0.0, confidence / 100)) * _BAR
        start = track.right() - share if mirrored else track.left()
        painter.setBrush(self._theme.color("accent"))
        painter.drawRoundedRect(QRectF(start, track.top(), share, 6), 3, 3)

    def _fonts(self, option: QStyleOptionViewItem) -> tuple[QFont, QFont]:
        bold = QFont(option.font)
        bold.setWeight(QFont.Weight.DemiBold)
        small = QFont(option.font)
        small.setPixelSize(self._theme.size("small") - 1)
        return bold, small
