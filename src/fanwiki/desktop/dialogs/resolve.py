"""Asks how a claim ended, what shows that, and whether its value goes into the film's field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from fanwiki.desktop.dialog_frame import button_box, dialog_layout, fit, form_layout, grow, heading, sentence
from fanwiki.desktop.words import capitalised, filled
from fanwiki.domain.dates import read_date
from fanwiki.wording import say_label

if TYPE_CHECKING:
    from fanwiki.services.ledger import ClaimDetail

CONFIRMED, PARTLY = "confirmed", "partly true"


@dataclass(frozen=True, slots=True)
class Resolution:
    """How a claim ended.

    Args:
        outcome: The status it gets.
        text: What happened, and what shows it.
        on: The day it was known, as typed.
        write_into: The title of the page whose field gets the value, or empty.
    """

    outcome: str
    text: str
    on: str
    write_into: str


class ResolveDialog(QDialog):
    """Settles a claim.

    Args:
        detail: The claim.

    Signals:
        answered(object): A `Resolution`.
    """

    answered = Signal(object)

    def __init__(self, detail: ClaimDetail, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setObjectName("resolveDialog")
        self.setWindowTitle(self.tr("Resolve a claim"))
        self._detail = detail
        self._outcome = QComboBox(self)
        self._outcome.setObjectName("outcome")
        self._outcome.setAccessibleName(self.tr("Outcome"))
        for outcome in detail.outcomes:
            self._outcome.addItem(capitalised(say_label(outcome)), outcome)
        self._outcome.currentIndexChanged.connect(self._outcome_chosen)
        self._on = self._line("resolvedOn", self.tr("Known since"), date.today().isoformat())
        self._on.textChanged.connect(self._check)
        self._what = QPlainTextEdit(detail.claim.resolution, self)
        self._what.setObjectName("whatHappened")
        self._what.setAccessibleName(self.tr("What happened"))
        self._what.setTabChangesFocus(True)
        self._what.setFixedHeight(5 * self.fontMetrics().lineSpacing())
        self._evidence = self._line("evidence", self.tr("Evidence"), "")
        self._evidence.setPlaceholderText(self.tr("An address, or [[a page]]"))
        self._write = QCheckBox(self)
        self._write.setObjectName("writeInto")
        self._target = QComboBox(self)
        self._target.setObjectName("target")
        self._target.setAccessibleName(self.tr("Page to write into"))
        for target in detail.targets:
            self._target.addItem(target.page.title, target.page.title)
        self._target.currentIndexChanged.connect(self._say_target)
        self._note = sentence("", self)
        self._problem = sentence("", self, role="problem")
        self._lay_out()
        self._outcome_chosen()
        self._say_target()
        self._check()
        fit(self, 520)

    @property
    def resolution(self) -> Resolution:
        """What is filled in."""
        evidence = self._evidence.text().strip()
        parts = [self._what.toPlainText().strip(), self.tr("Evidence: %1").replace("%1", evidence) if evidence else ""]
        return Resolution(
            outcome=self._outcome.currentData() or "",
            text="\n\n".join(part for part in parts if part),
            on=self._on.text().strip(),
            write_into=self._target.currentData() if self._write.isChecked() else "",
        )

    def accept(self) -> None:
        """Hand the answer on."""
        self.answered.emit(self.resolution)
        super().accept()

    def _line(self, name: str, accessible: str, text: str) -> QLineEdit:
        line = QLineEdit(text, self)
        line.setObjectName(name)
        line.setAccessibleName(accessible)
        return line

    def _lay_out(self) -> None:
        form = form_layout()
        form.addRow(self.tr("&Outcome"), self._outcome)
        form.addRow(self.tr("&Known since"), self._on)
        form.addRow(self.tr("&What happened"), self._what)
        form.addRow(self.tr("&Evidence"), self._evidence)
        buttons, self._ok = button_box(self, self.tr("Resolve"), self.tr("Cancel"))
        layout = dialog_layout(self, width=520)
        layout.addWidget(heading(filled(self.tr("How did “%1” end?"), self._detail.claim.page.title), self))
        layout.addLayout(form)
        for widget in (self._write, self._target, self._note, self._problem, buttons):
            layout.addWidget(widget)

    def _outcome_chosen(self) -> None:
        """Propose to write the value when the claim came true; another outcome may not write it."""
        outcome = self._outcome.currentData()
        may_write = bool(self._detail.targets) and outcome in (CONFIRMED, PARTLY)
        self._write.setEnabled(may_write)
        self._write.setChecked(may_write and outcome == CONFIRMED)

    def _say_target(self) -> None:
        claim, targets = self._detail.claim, self._detail.targets
        several = len(targets) > 1
        self._target.setVisible(several)
        self._write.setVisible(bool(targets))
        if not targets:
            text = self.tr("It names no field of a page that it would fill, so only the claim changes.")
            self._note.setText(text)
            return
        target = targets[max(0, self._target.currentIndex())]
        text = filled(self.tr("Write “%1” into the field “%2”"), claim.target_value, say_label(target.label))
        self._write.setText(text.replace("&", "&&"))
        now = target.present or self.tr("nothing")
        self._note.setText(filled(self.tr("“%1” has now: %2"), target.page.title, now))

    def _check(self) -> None:
        text = self._on.text().strip()
        wrong = bool(text) and read_date(text) is None
        self._problem.setText(self.tr("This is not understood as a date.") if wrong else "")
        self._problem.setVisible(wrong)
        self._ok.setEnabled(not wrong)
        grow(self)
