"""The fourth page: what goes where a page was changed here and there, and whether films seen there count here."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QRadioButton, QWidget

from fanwiki.desktop.dialogs.importing.step import Step
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import plural
from fanwiki.domain.page_merge import Choice


class ConflictStep(Step):
    """Asks before anything is written."""

    def __init__(self, theme: Theme, parent: QWidget | None) -> None:
        super().__init__(
            self.tr("Where both sides changed"),
            self.tr(
                "What changed only there comes in, what you changed stays. Where both changed the same place of a page:"
            ),
            theme,
            parent,
        )
        self._choices: dict[Choice, QRadioButton] = {}
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
            button = QRadioButton(label, self)
            button.setObjectName(f"conflict.{choice}")
            button.setAccessibleDescription(text)
            self._choices[choice] = button
            self.column.addWidget(button)
            note = self.note(text)
            note.setContentsMargins(28, 0, 0, 6)
            self.column.addWidget(note)
        self._choices[Choice.KEEP].setChecked(True)
        self._seen = QCheckBox(self)
        self._seen.setObjectName("importSeen")
        self.column.addSpacing(8)
        self.column.addWidget(self._seen)
        self.column.addStretch(1)
        self.offer_seen(0)

    @property
    def choice(self) -> Choice:
        """What goes."""
        return next(choice for choice, button in self._choices.items() if button.isChecked())

    @property
    def counts_seen(self) -> bool:
        """Whether films that the source calls watched are to count as seen."""
        return self._seen.isVisibleTo(self) and self._seen.isChecked()

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
        """Begin with the choice."""
        self._choices[self.choice].setFocus()
