"""The last page: first how far it is, then what came in, what was left out, and what one may want to do next."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.dialog_frame import keep_apart, sentence
from fanwiki.desktop.dialogs.importing.found_tree import FoundTree
from fanwiki.desktop.dialogs.importing.step import Step
from fanwiki.desktop.fitting_list import FittingList
from fanwiki.desktop.splitter import Splitter
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled, plural
from fanwiki.domain.kind import Kinds
from fanwiki.errors import FanwikiError
from fanwiki.services import importing
from fanwiki.wording import heard, say

if TYPE_CHECKING:
    from fanwiki.services.import_values import Imported

MOST = 1000
NO_BACKUP = "no-backup"


class ReportStep(Step):
    """Shows how it goes and how it went.

    Args:
        kinds: The kinds of the wiki, for their names.

    Signals:
        page_wanted(str): Show this page; empty for the home page.
        backup_wanted(): Copy the wiki as it was before.
    """

    page_wanted = Signal(str)
    backup_wanted = Signal()

    def __init__(self, kinds: Kinds, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(self.tr("Bringing it in"), "", parent)
        self._outcome: Imported | None = None
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far it is"))
        self._said = self.note()
        self._said.setObjectName("importSaid")
        self._done = FoundTree(kinds, self)
        self._done.setObjectName("importDone")
        self._done.setAccessibleName(self.tr("What came in, and what did not"))
        self._problems = FittingList(self, theme, least=2)
        self._problems.setObjectName("importProblems")
        self._problems.setAccessibleName(self.tr("What should be looked at"))
        self._problems.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._problems.itemActivated.connect(self._open)
        self._fine = sentence("", self, role="empty")
        self._home = self._button(self.tr("Go to the &home page"), "importHome", lambda: self.page_wanted.emit(""))
        self._before = self._button(self.tr("Copy the &wiki as it was…"), "importBefore", self.backup_wanted.emit)
        self._save = self._button(self.tr("&Save report…"), "saveReport", self._ask_where)
        self._saved = self.note()
        self._lay_out()
        self.wait(self.tr("Beginning"))

    def wait(self, text: str) -> None:
        """Show that something is being done."""
        for widget in (self._results, self._home, self._before, self._save):
            widget.hide()
        self.title.setText(self.tr("Bringing it in"))
        self._bar.setRange(0, 0)
        self._bar.show()
        self._said.setText(text)

    def progress(self, done: int, total: int, text: str) -> None:
        """Show how far it is."""
        self._bar.setRange(0, max(total, 0))
        self._bar.setValue(done)
        self._said.setText(say(text))

    def show_outcome(self, outcome: Imported, *, had_pages: bool) -> None:
        """Show what was done.

        Args:
            outcome: What.
            had_pages: Whether the wiki had pages before; then a backup of them was kept.
        """
        self._outcome = outcome
        self._bar.hide()
        nothing = self.tr("Nothing new came in")
        came = plural(len(outcome.added), "One page came in", "%1 pages came in")
        self.title.setText(came if outcome.added else nothing)
        self._said.setText(importing.summary(outcome))
        self._done.show_done(outcome)
        self._show_problems(outcome)
        kept = had_pages and not any(problem.code == NO_BACKUP for problem in outcome.report.problems)
        self._before.setVisible(kept)
        for widget in (self._results, self._home, self._save):
            widget.show()

    def begin(self) -> None:
        """Begin with what came in."""
        self._done.setFocus()

    def save_report(self, path: Path) -> None:
        """Write the report as JSON."""
        if self._outcome is None:
            return
        try:
            importing.write_report(self._outcome, path)
        except FanwikiError as error:
            self._saved.setText(str(error))
        else:
            self._saved.setText(filled(self.tr("Saved as %1"), path.name))

    def _show_problems(self, outcome: Imported) -> None:
        problems = outcome.report.problems
        self._problems.clear()
        for problem in problems[:MOST]:
            self._problems.add_row(problem.title, heard(problem.text), problem.title)
        if len(problems) > MOST:
            self._problems.add_row(filled(self.tr("… and %1 more in the saved report"), len(problems) - MOST))
        self._problems.setVisible(bool(problems))
        self._fine.setVisible(not problems)
        report = outcome.report
        is_short = any((report.unknown_templates, report.unresolved, report.files_missing, report.files_skipped))
        counted = self.tr("No single page. What is missing or was not understood is counted beside this.")
        self._fine.setText(counted if is_short else self.tr("Nothing: all of it was understood."))

    def _open(self, item: QListWidgetItem) -> None:
        title = item.data(Qt.ItemDataRole.UserRole)
        if title:
            self.page_wanted.emit(title)

    def _ask_where(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(self, self.tr("Save report"), "import-report.json", "JSON (*.json)")
        if path:
            Path(path).unlink(missing_ok=True)  # the file dialog asked before
            self.save_report(Path(path))

    def _button(self, text: str, name: str, then: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(then)
        return button

    def _lay_out(self) -> None:
        self._results = Splitter(Qt.Orientation.Horizontal, self)
        keep_apart(self._results)
        for name, *parts in (
            (self.tr("What came in, and what did not"), self._done),
            (self.tr("To be looked at"), self._problems, self._fine),
        ):
            side = QWidget(self)
            side.setAccessibleName(name)
            column = QVBoxLayout(side)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(self.section(name))
            for part in parts:
                column.addWidget(part, 1 if part is not self._fine else 0)
            if len(parts) > 1:
                column.addStretch(0)
            self._results.addWidget(side)
        self._results.setSizes([440, 440])
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._home, self._save, self._before):
            row.addWidget(button)
        row.addWidget(self._saved, 1)
        self.column.addWidget(self._bar)
        self.column.addWidget(self._said)
        self.column.addWidget(self._results, 1)
        self.column.addLayout(row)
        self.column.addStretch(0)
