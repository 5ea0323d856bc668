"""What a source holds, or what came in of it: counts by kind, and by name what was not taken over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from fanwiki.desktop.icons import icon
from fanwiki.domain.kind import Kinds
from fanwiki.wording import heard, say_label

if TYPE_CHECKING:
    from fanwiki.services.import_values import Imported

SHOWN = 50
"""So many names of each sort are listed."""


class FoundTree(QTreeWidget):
    """Counts, with what they are made of below them.

    Args:
        kinds: The kinds of the wiki, for their names.
    """

    def __init__(self, kinds: Kinds, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._kinds = kinds
        self.setHeaderHidden(True)
        self.setColumnCount(2)
        self.setUniformRowHeights(True)
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)

    def show_found(self, outcome: Imported) -> None:
        """Show what an import would bring."""
        self.clear()
        self._add_kinds(self.tr("Pages"), outcome.planned, outcome)
        self._add_rest(outcome)
        told = [(f"{problem.title}: {heard(problem.text)}", 0) for problem in outcome.report.problems]
        self._add(self.tr("To be looked at"), len(told), told[:SHOWN])

    def show_done(self, outcome: Imported) -> None:
        """Show what an import brought, and what it left as it was."""
        self.clear()
        if outcome.updated or outcome.unchanged or outcome.kept or outcome.deleted:
            self._add(self.tr("New pages"), len(outcome.added), _titles(outcome.added))
            self._add(self.tr("Brought up to date"), len(outcome.updated), _titles(outcome.updated), opened=True)
            self._add(self.tr("There already, just so"), outcome.unchanged)
            self._add(self.tr("Kept as changed here"), len(outcome.kept), _titles(outcome.kept), opened=True)
            self._add(self.tr("Deleted here, left so"), len(outcome.deleted), _titles(outcome.deleted), opened=True)
        else:
            self._add_kinds(self.tr("New pages"), len(outcome.added), outcome)
        self._add_rest(outcome)
        self._add(self.tr("Files left out"), len(outcome.report.files_skipped), _titles(outcome.report.files_skipped))

    def _add_kinds(self, label: str, count: int, outcome: Imported) -> None:
        top = self._add(label, count, opened=True)
        for kind, number in sorted(outcome.report.by_kind.items(), key=lambda pair: -pair[1]):
            declared = self._kinds.get(kind)
            # One that the source brings along has no label yet.
            name = say_label(declared.label) if declared else kind.replace("_", " ").capitalize()
            if top is not None:
                row = self._row(top, name, number)
                row.setIcon(0, icon(declared.icon if declared else "mdi6.file-outline"))

    def _add_rest(self, outcome: Imported) -> None:
        report = outcome.report
        for label, count in (
            (self.tr("Redirects"), report.redirects),
            (self.tr("Links"), report.links),
            (self.tr("Files"), report.attachments),
        ):
            self._add(label, count)
        for label, counts in (
            (self.tr("Not understood, but kept"), report.unknown_templates),
            (self.tr("Links that lead nowhere"), report.unresolved),
            (self.tr("Files that are missing"), report.files_missing),
            (self.tr("Left out"), report.skipped),
        ):
            self._add(label, counts.total(), [(heard(name), count) for name, count in counts.most_common(SHOWN)])

    def _add(
        self, label: str, count: int, parts: Iterable[tuple[str, int]] = (), *, opened: bool = False
    ) -> QTreeWidgetItem | None:
        if not count:
            return None
        item = self._row(self, label, count)
        for name, number in parts:
            self._row(item, name, number)
        item.setExpanded(opened)
        return item

    def _row(self, above: QTreeWidget | QTreeWidgetItem, name: str, number: int) -> QTreeWidgetItem:
        row = QTreeWidgetItem(above, [name, f"{number:,}" if number else ""])
        row.setToolTip(0, name)
        row.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return row


def _titles(titles: Iterable[str]) -> list[tuple[str, int]]:
    return [(title, 0) for title in list(titles)[:SHOWN]]
