"""The fourth page: what will be written; where pages are there already, what goes where both sides changed them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QRadioButton, QVBoxLayout, QWidget

from fanwiki.desktop.dialog_frame import sentence
from fanwiki.desktop.dialogs.importing.step import Step
from fanwiki.desktop.words import filled, plural
from fanwiki.domain.page_merge import Choice

if TYPE_CHECKING:
    from fanwiki.services.import_values import Imported, Standing

_INDENT = 33
"""Pixels up to the words of a choice."""


class ConflictStep(Step):
    """Asks before anything is written.

    Args:
        wiki: What the wiki is called.
    """

    def __init__(self, wiki: str, parent: QWidget | None) -> None:
        super().__init__(self.tr("Before it is written"), "", parent)
        self._wiki = wiki
        self._comes = sentence("", self, role="told")
        self._comes.setObjectName("importComes")
        self._met = sentence("", self, role="heading")
        self._rule = self.note(
            self.tr(
                "What changed only there comes in, what you changed stays. Where both changed the same place of a page:"
            )
        )
        self._choices: dict[Choice, QRadioButton] = {}
        self._asked = QWidget(self)
        self._lay_out()
        self._choices[Choice.KEEP].setChecked(True)
        self.offer_seen(0)

    @property
    def choice(self) -> Choice:
        """What goes."""
        return next(choice for choice, button in self._choices.items() if button.isChecked())

    @property
    def counts_seen(self) -> bool:
        """Whether films that the source calls watched are to count as seen."""
        return self._seen.isVisibleTo(self) and self._seen.isChecked()

    def show_plan(self, outcome: Imported, standing: Standing) -> None:
        """Say what will be written, and ask only where something is there already."""
        come = plural(outcome.planned, "One page comes", "%1 pages come")
        where = filled(self.tr("%1 from “%2” into “%3”."), come, outcome.source.name, self._wiki)
        kept = self.tr("A backup of the wiki is kept before.") if standing.pages else ""
        whole = self.tr("All of it comes in, or, when something fails or you stop it, nothing.")
        self._comes.setText(" ".join(part for part in (where, kept, whole) if part))
        self._asked.setVisible(standing.met > 0)
        self._met.setText(
            plural(standing.met, "One of the pages is here already", "%1 of the pages are here already")
            if standing.met
            else self.tr("None of the pages is here yet, so nothing of yours changes")
        )
        self.offer_seen(len(outcome.report.seen_films))

    def offer_seen(self, films: int) -> None:
        """Offer to count so many films as seen."""
        self._seen.setVisible(films > 0)
        self._seen.setText(
            plural(
                films,
                "One film is marked as watched there; count it as &seen",
                "%1 films are marked as watched there; count them as &seen",
            )
        )

    def begin(self) -> None:
        """Begin with the choice, where there is one."""
        if self._asked.isVisibleTo(self):
            self._choices[self.choice].setFocus()
        elif self._seen.isVisibleTo(self):
            self._seen.setFocus()

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._asked)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self._rule)
        for choice, label, text in (
            (Choice.KEEP, self.tr("&Keep what stands here"), self.tr("The report names the pages.")),
            (
                Choice.THEIRS,
                self.tr("Take what &stands there"),
                self.tr("Mind spoilers that you marked in these places."),
            ),
            (
                Choice.BOTH,
                self.tr("Keep &both"),
                self.tr(
                    "What stands here stays, lists get the items of both, the other version goes into the history."
                ),
            ),
        ):
            button = QRadioButton(label, self._asked)
            button.setObjectName(f"conflict.{choice}")
            button.setAccessibleDescription(text)
            self._choices[choice] = button
            inner.addSpacing(12)
            inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
            note = self.note(text)
            note.setContentsMargins(*((0, 0, _INDENT, 0) if self.isRightToLeft() else (_INDENT, 0, 0, 0)))
            inner.addWidget(note)
        self._seen = QCheckBox(self)
        self._seen.setObjectName("importSeen")
        self.column.addWidget(self._comes)
        self.column.addSpacing(8)
        self.column.addWidget(self._met)
        self.column.addWidget(self._asked)
        self.column.addSpacing(8)
        self.column.addWidget(self._seen, 0, Qt.AlignmentFlag.AlignLeading)
        self.column.addStretch(1)
