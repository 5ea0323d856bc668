"""How often each source was right, always with the number of claims that it comes from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from fanwiki.desktop.words import QT_TRANSLATE_NOOP, translated

if TYPE_CHECKING:
    from fanwiki.services.rows import PageRow
    from fanwiki.services.speculating import TrackRecord

_CONTEXT = "TrackRecord"
_NAME = 20
"""Letters that a source's name has room for at least; then the table goes on at its side."""
_COUNTS = QT_TRANSLATE_NOOP("TrackRecord", "Track record: %1 right, %2 partly, %3 wrong, %4 undecided (n = %5)")
_SOURCE = QT_TRANSLATE_NOOP("TrackRecord", "Source")
_SCORE = QT_TRANSLATE_NOOP("TrackRecord", "Brier score %1 (n = %2)")


def said_record(record: TrackRecord) -> str:
    """Return a track record in words."""
    counts = (record.confirmed, record.partly, record.debunked, record.undecided, record.claims)
    text = translated(_CONTEXT, _COUNTS, *counts)
    score = said_score(record)
    return f"{text}  ·  {score}" if score else text


def said_score(record: TrackRecord) -> str:
    """Return how good the confidence was, or nothing when it cannot be known."""
    return "" if record.brier is None else translated(_CONTEXT, _SCORE, f"{record.brier:.2f}", record.scored)


class TrackRecords(QTreeWidget):
    """The table of all sources.

    Signals:
        page_wanted(str): Go to the source's page.
    """

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("trackRecords")
        self.setProperty("bare", True)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.itemActivated.connect(lambda item, _column: self.page_wanted.emit(item.data(0, Qt.ItemDataRole.UserRole)))
        self._say_names()
        head = self.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        head.setMinimumSectionSize(48)

    def show_sources(self, found: Sequence[tuple[PageRow, TrackRecord]]) -> None:
        """Show other sources."""
        self.clear()
        for page, record in found:
            counts = (record.claims, record.confirmed, record.partly, record.debunked, record.undecided)
            score = "" if record.brier is None else f"{record.brier:.2f} (n = {record.scored})"
            item = QTreeWidgetItem(self, [page.title, *map(str, counts), score])
            item.setData(0, Qt.ItemDataRole.UserRole, page.title)
            item.setToolTip(0, page.title)
            item.setData(0, Qt.ItemDataRole.AccessibleTextRole, f"{page.title}. {said_record(record)}")
            for column in range(1, self.columnCount()):
                item.setTextAlignment(column, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self._share_room()
        first = self.topLevelItem(0)
        if first is not None:
            self.setCurrentItem(first)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the names what the numbers leave."""
        super().resizeEvent(event)
        self._share_room()

    def _share_room(self) -> None:
        head = self.header()
        others = sum(head.sectionSize(column) for column in range(1, self.columnCount()))
        least = _NAME * self.fontMetrics().averageCharWidth()
        head.resizeSection(0, max(least, self.viewport().width() - others))

    def changeEvent(self, event: QEvent) -> None:
        """Say the names in the language of the moment."""
        if event.type() == QEvent.Type.LanguageChange:
            self._say_names()
        super().changeEvent(event)

    def _say_names(self) -> None:
        self.setAccessibleName(self.tr("Sources and how often they were right"))
        self.setHeaderLabels(
            [
                translated(_CONTEXT, _SOURCE),
                self.tr("Claims"),
                self.tr("Right"),
                self.tr("Partly"),
                self.tr("Wrong"),
                self.tr("Undecided"),
                self.tr("Brier score"),
            ]
        )
        for column in range(1, self.columnCount()):
            self.headerItem().setTextAlignment(column, Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
