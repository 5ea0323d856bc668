"""The last page: first how far it is, then what was done and what should be looked at, to be saved if wanted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QListWidget, QListWidgetItem, QProgressBar, QPushButton, QWidget

from fanwiki.desktop.dialogs.importing.step import Step
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled
from fanwiki.errors import FanwikiError
from fanwiki.services import importing
from fanwiki.wording import heard, say

if TYPE_CHECKING:
    from fanwiki.services.import_values import Imported

MOST = 1000


class ReportStep(Step):
    """Shows how it goes and how it went."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(self.tr("Bringing it in"), "", theme, parent)
        self._outcome: Imported | None = None
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("How far it is"))
        self._said = self.note()
        self._said.setObjectName("importSaid")
        self._problems = QListWidget(self)
        self._problems.setObjectName("importProblems")
        self._problems.setAccessibleName(self.tr("What should be looked at"))
        self._problems.setWordWrap(True)
        self._save = QPushButton(self.tr("&Save report…"), self)
        self._save.setObjectName("saveReport")
        self._save.clicked.connect(self._ask_where)
        self._saved = self.note()
        row = QHBoxLayout()
        row.addWidget(self._save)
        row.addWidget(self._saved, 1)
        self._look = self.section(self.tr("To be looked at"))
        self.column.addWidget(self._bar)
        self.column.addWidget(self._said)
        self.column.addWidget(self._look)
        self.column.addWidget(self._problems, 1)
        self.column.addLayout(row)
        self.column.addStretch(0)
        self.wait(self.tr("Beginning"))

    def wait(self, text: str) -> None:
        """Show that something is being done."""
        for widget in (self._problems, self._save, self._look):
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

    def show_outcome(self, outcome: Imported) -> None:
        """Show what was done."""
        self._outcome = outcome
        self._bar.hide()
        self.title.setText(self.tr("Imported"))
        self._said.setText(importing.summary(outcome))
        self._problems.clear()
        problems = outcome.report.problems
        for problem in problems[:MOST]:
            item = QListWidgetItem(f"{problem.title}\n{heard(problem.text)}", self._problems)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if len(problems) > MOST:
            QListWidgetItem(filled(self.tr("… and %1 more in the saved report"), len(problems) - MOST), self._problems)
        self._problems.setVisible(bool(problems))
        self._look.setVisible(bool(problems))
        self._save.show()

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

    def _ask_where(self) -> None:
        path, _filter = QFileDialog.getSaveFileName(self, self.tr("Save report"), "import-report.json", "JSON (*.json)")
        if path:
            Path(path).unlink(missing_ok=True)  # the file dialog asked before
            self.save_report(Path(path))
