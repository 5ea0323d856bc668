"""Asks which films the reader has seen, in the order of their release, and whether they want rumours."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QWidget,
)

from fanwiki.desktop.dialog_frame import dialog_layout
from fanwiki.desktop.theme import Theme
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


class FilmList(QListWidget):
    """Films with a box for each.

    Args:
        films: Titles and release days, in the order of release.
        seen: Titles of those that are ticked.
    """

    def __init__(self, films: Sequence[tuple[str, str]], seen: Sequence[str], parent: QWidget | None) -> None:
        super().__init__(parent)
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
        self, films: Sequence[tuple[str, str]], shield: Shield, theme: Theme, parent: QWidget | None, *, is_first: bool
    ) -> None:
        super().__init__(parent)
        self.setObjectName("seenFilms")
        self.setWindowTitle(self.tr("Seen films"))
        self._heading = QLabel(self.tr("Which of these have you seen?"), self)
        self._heading.setFont(theme.display_font())
        self._heading.setWordWrap(True)
        self._why = self._note(
            self.tr(
                "What would spoil the others stays hidden. You can change this at any time, and reveal single spoilers."
            )
        )
        self._list = self._make_list(films, shield)
        self._everything = QCheckBox(self.tr("Hide nothing from me"), self)
        self._everything.setChecked(shield.sees_all)
        self._rumours = QCheckBox(self.tr("Show rumours and speculation"), self)
        self._rumours.setChecked(shield.speculation)
        self._everything.toggled.connect(self._update)
        self._count = self._note("")
        self._lay_out(is_first=is_first)
        self._update()

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
        row = QHBoxLayout()
        row.addWidget(up_to)
        row.addWidget(none)
        row.addStretch(1)
        buttons = QDialogButtonBox(self)
        ok = buttons.addButton(
            self.tr("Start reading") if is_first else self.tr("OK"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        ok.setDefault(True)
        later = self.tr("Later") if is_first else self.tr("Cancel")
        buttons.addButton(later, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = dialog_layout(self, width=460)
        for widget in (self._heading, self._why, self._list):
            layout.addWidget(widget)
        layout.addLayout(row)
        layout.addWidget(self._count)
        layout.addWidget(self._rumours)
        layout.addWidget(self._everything)
        layout.addSpacing(6)
        layout.addWidget(buttons)

    def _note(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "note")
        label.setWordWrap(True)
        return label

    def _tick_up_to(self) -> None:
        self._tick(self._list.currentRow())

    def _tick(self, last: int) -> None:
        for row, item in enumerate(self._items):
            item.setCheckState(Qt.CheckState.Checked if row <= last else Qt.CheckState.Unchecked)

    def _update(self) -> None:
        shielded = not self._everything.isChecked()
        self._list.setEnabled(shielded)
        seen, total = len(self.shield.seen), self._list.count()
        if not total:
            self._count.setText(self.tr("This wiki has no films yet."))
        elif shielded:
            self._count.setText(filled(self.tr("%1 of %2 films seen"), seen, total))
        else:
            self._count.setText(self.tr("The shield is off: everything shows."))
