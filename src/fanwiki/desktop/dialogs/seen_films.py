"""Asks which films the reader has seen, in the order of their release, and whether they want rumours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.dialog_frame import button_box, dialog_layout, fit, heading, sentence
from fanwiki.desktop.fitting_list import FittingList
from fanwiki.desktop.words import filled, isolated


@dataclass(frozen=True, slots=True)
class Shield:
    """What a reader says about themselves.

    Args:
        seen: Titles of films they have seen.
        sees_all: Whether the shield is off.
        speculation: Whether they want rumours.
    """

    seen: tuple[str, ...] = ()
    sees_all: bool = False
    speculation: bool = True


_WIDTH = 480


class FilmList(FittingList):
    """Films with a box for each.

    Args:
        films: Titles and release days, in the order of release.
        seen: Titles of those that are ticked.
    """

    def __init__(self, films: Sequence[tuple[str, str]], seen: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(parent, least=2, most=12)
        for title, day in films:
            item = QListWidgetItem(f"{isolated(title)}  ({day[:4]})" if day else isolated(title))
            item.setData(Qt.ItemDataRole.UserRole, title)
            item.setToolTip(item.text())
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if title in seen else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.setCurrentRow(0)

    def items_in_order(self) -> list[QListWidgetItem]:
        """Return the rows."""
        return [self.item(row) for row in range(self.count())]

    def ticked(self) -> tuple[str, ...]:
        """Return the titles of the films whose box is ticked."""
        return tuple(
            item.data(Qt.ItemDataRole.UserRole)
            for item in self.items_in_order()
            if item.checkState() == Qt.CheckState.Checked
        )


class SeenFilmsDialog(QDialog):
    """The spoiler shield.

    Args:
        films: Titles and release days, in the order of release.
        shield: What the reader said before.
        is_first: Whether they are asked for the first time.

    Signals:
        answered(object): The reader's `Shield`.
    """

    answered = Signal(object)

    def __init__(
        self, films: Sequence[tuple[str, str]], shield: Shield, parent: QWidget | None, *, is_first: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("seenFilms")
        self.setWindowTitle(self.tr("Seen films"))
        why = self.tr(
            "What would spoil the others stays hidden. You can change this at any time, and reveal single spoilers."
        )
        self._heading = heading(self.tr("Which of these have you seen?"), self)
        self._why = sentence(why, self)
        self._list = self._make_list(films, shield)
        self._everything = QCheckBox(self.tr("Hide nothing from me"), self)
        self._everything.setChecked(shield.sees_all)
        self._rumours = QCheckBox(self.tr("Show rumours and speculation"), self)
        self._rumours.setChecked(shield.speculation)
        self._everything.toggled.connect(self._update)
        self._count = sentence("", self)
        self._lay_out(is_first=is_first)
        self._update()
        fit(self, _WIDTH)

    @property
    def shield(self) -> Shield:
        """What is ticked."""
        return Shield(self._list.ticked(), self._everything.isChecked(), self._rumours.isChecked())

    def accept(self) -> None:
        """Hand the answer on."""
        self.answered.emit(self.shield)
        super().accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the list."""
        super().showEvent(event)
        self._list.setFocus()

    @property
    def _items(self) -> list[QListWidgetItem]:
        return self._list.items_in_order()

    def _make_list(self, films: Sequence[tuple[str, str]], shield: Shield) -> FilmList:
        view = FilmList(films, shield.seen, self)
        view.setObjectName("filmList")
        view.setAccessibleName(self.tr("Films in the order of their release"))
        view.itemChanged.connect(self._update)
        return view

    def _lay_out(self, *, is_first: bool) -> None:
        up_to = QPushButton(self.tr("Everything up to the marked film"), self)
        up_to.setObjectName("upTo")
        up_to.clicked.connect(self._tick_up_to)
        none = QPushButton(self.tr("None"), self)
        none.clicked.connect(lambda: self._tick(-1))
        self._ticking = (up_to, none)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(up_to)
        row.addWidget(none)
        row.addStretch(1)
        choices = QVBoxLayout()
        choices.setSpacing(4)
        choices.addWidget(self._rumours, 0, Qt.AlignmentFlag.AlignLeading)
        choices.addWidget(self._everything, 0, Qt.AlignmentFlag.AlignLeading)
        yes, no = (self.tr("Start reading"), self.tr("Later")) if is_first else (self.tr("OK"), self.tr("Cancel"))
        buttons, _yes = button_box(self, yes, no)
        layout = dialog_layout(self, width=_WIDTH)
        layout.addWidget(self._heading)
        layout.addWidget(self._why)
        layout.addWidget(self._list)
        layout.addWidget(self._count)
        layout.addLayout(row)
        layout.addLayout(choices)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def _tick_up_to(self) -> None:
        self._tick(self._list.currentRow())

    def _tick(self, last: int) -> None:
        for row, item in enumerate(self._items):
            item.setCheckState(Qt.CheckState.Checked if row <= last else Qt.CheckState.Unchecked)

    def _update(self) -> None:
        shielded = not self._everything.isChecked()
        self._list.setEnabled(shielded)
        for button in self._ticking:
            button.setEnabled(shielded)
        seen, total = len(self.shield.seen), self._list.count()
        if not total:
            self._count.setText(self.tr("This wiki has no films yet."))
        elif shielded:
            self._count.setText(filled(self.tr("%1 of %2 films seen"), seen, total))
        else:
            self._count.setText(self.tr("The shield is off: everything shows."))
