"""The second page: what the source holds, what of it is not understood, and its first pages as they will look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHeaderView,
    QListWidget,
    QListWidgetItem,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.dialogs.importing.step import Step
from fanwiki.desktop.splitter import Splitter
from fanwiki.desktop.theme import Theme
from fanwiki.domain.kind import Kinds
from fanwiki.domain.page import PageSource
from fanwiki.wording import heard, say_label

if TYPE_CHECKING:
    from fanwiki.services.import_values import Imported

SHOWN = 50
"""So many pages can be looked at, and so many names of each sort of unknown thing are listed."""


class PreviewStep(Step):
    """Shows what would come.

    Args:
        preview: Shows a page as it would look.
        kinds: The kinds of the wiki, for their names.

    Signals:
        page_chosen(object): The `PageSource` to be shown in the preview.
    """

    page_chosen = Signal(object)

    def __init__(self, preview: QWidget, kinds: Kinds, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(self.tr("What is in it"), "", theme, parent)
        self._kinds = kinds
        self._said = self.note()
        self._found = QTreeWidget(self)
        self._found.setObjectName("importFound")
        self._found.setAccessibleName(self.tr("What the source holds"))
        self._found.setHeaderHidden(True)
        self._found.setColumnCount(2)
        header = self._found.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._pages = QListWidget(self)
        self._pages.setObjectName("importPages")
        self._pages.setAccessibleName(self.tr("The first pages"))
        self._pages.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._pages.currentItemChanged.connect(self._choose)
        self._lay_out(preview)

    def show_outcome(self, outcome: Imported) -> None:
        """Show what an import would bring."""
        report = outcome.report
        self._found.clear()
        by_kind = sorted(report.by_kind.items(), key=lambda pair: -pair[1])
        named = [(self._named(kind), count) for kind, count in by_kind]
        self._add(self.tr("Pages"), outcome.planned, named, opened=True)
        for label, count in (
            (self.tr("Redirects"), report.redirects),
            (self.tr("Links"), report.links),
            (self.tr("Files"), report.attachments),
        ):
            self._add(label, count, ())
        for label, counts in (
            (self.tr("Not understood, but kept"), _heard(report.unknown_templates)),
            (self.tr("Links that lead nowhere"), report.unresolved),
            (self.tr("Files that are missing"), report.files_missing),
            (self.tr("Left out"), _heard(report.skipped)),
        ):
            self._add(label, counts.total(), counts.most_common(SHOWN))
        told = [(f"{problem.title}: {heard(problem.text)}", 0) for problem in report.problems]
        self._add(self.tr("To be looked at"), len(told), told[:SHOWN])
        self._fill_pages(outcome)

    def _named(self, kind: str) -> str:
        """Return what a kind is called; one that the source brings along has no label yet."""
        declared = self._kinds.get(kind)
        return say_label(declared.label) if declared else kind.replace("_", " ").capitalize()

    def begin(self) -> None:
        """Begin among the pages."""
        self._pages.setFocus()

    def _fill_pages(self, outcome: Imported) -> None:
        self._pages.clear()
        for draft in outcome.plan[:SHOWN]:
            item = QListWidgetItem(draft.source.title, self._pages)
            item.setData(Qt.ItemDataRole.UserRole, draft.source)
        empty = self.tr("No page was understood yet. Say on the next page what its parts are.")
        self._said.setText("" if outcome.plan else empty)
        self._said.setVisible(not outcome.plan)
        self._pages.setCurrentRow(0)

    def _add(self, label: str, count: int, parts: Iterable[tuple[str, int]], *, opened: bool = False) -> None:
        if not count:
            return
        item = QTreeWidgetItem(self._found, [label, f"{count:,}"])
        for name, number in parts:
            child = QTreeWidgetItem(item, [name, f"{number:,}" if number else ""])
            child.setToolTip(0, name)
            child.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        item.setToolTip(0, label)
        item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight)
        item.setExpanded(opened)

    def _choose(self, item: QListWidgetItem | None) -> None:
        source = item.data(Qt.ItemDataRole.UserRole) if item is not None else None
        if isinstance(source, PageSource):
            self.page_chosen.emit(source)

    def _lay_out(self, preview: QWidget) -> None:
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._found, 3)
        column.addWidget(self.section(self.tr("The first pages")))
        column.addWidget(self._pages, 2)
        parts = Splitter(Qt.Orientation.Horizontal, self)
        parts.addWidget(left)
        parts.addWidget(preview)
        parts.setStretchFactor(1, 1)
        parts.setSizes([320, 560])
        parts.setHandleWidth(1)
        left.setContentsMargins(0, 0, 10, 0)
        preview.setMinimumWidth(280)
        self.column.addWidget(self._said)
        self.column.addWidget(parts, 1)


def _heard(counts: Counter[str]) -> Counter[str]:
    """Return what was counted in the reader's language."""
    return Counter({heard(name): count for name, count in counts.items()})
