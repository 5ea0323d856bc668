"""What the desk's list is narrowed to: chips for what claims wait for, boxes for film, kind and source, the order."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from fanwiki.desktop.desk.choosing import Choice, Order, State, counts
from fanwiki.desktop.flow import FlowLayout
from fanwiki.desktop.words import QT_TRANSLATE_NOOP, capitalised, translated
from fanwiki.wording import say_label

if TYPE_CHECKING:
    from fanwiki.services.ledger import Ledger

_WIDEST = 22
"""Letters of a box of names; its tip and its list show them whole."""


class FilterBar(QFrame):
    """The filters.

    Signals:
        changed(): Another choice was made.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paneHead")
        self._chips: dict[State, QPushButton] = {}
        self._names = {
            State.OPEN: self.tr("Open"),
            State.DUE: self.tr("Due"),
            State.CONTRADICTING: self.tr("Contradicting"),
            State.RESOLVED: self.tr("Resolved"),
            State.ALL: self.tr("All"),
        }
        self._film = self._box("deskFilm", self.tr("Film"))
        self._kind = self._box("deskKind", self.tr("Kind of claim"))
        self._outlet = self._box("deskSource", translated("TrackRecord", QT_TRANSLATE_NOOP("TrackRecord", "Source")))
        self._order = self._box("deskOrder", self.tr("Order"))
        for box in (self._film, self._kind, self._outlet):
            box.setMaximumWidth(_WIDEST * box.fontMetrics().averageCharWidth())
        orders = {
            Order.LIKELY: self.tr("Likely first"),
            Order.UNLIKELY: self.tr("Unlikely first"),
            Order.DUE: self.tr("Due first"),
            Order.CHANGED: self.tr("Newest first"),
            Order.TITLE: self.tr("By title"),
        }
        for order, text in orders.items():
            self._order.addItem(text, order.value)
        chips, boxes = FlowLayout(gap=6), FlowLayout(gap=6)
        group = QButtonGroup(self)
        for state in State:
            chips.addWidget(self._chip(state, group))
        for box in (self._film, self._kind, self._outlet, self._order):
            boxes.addWidget(box)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(8)
        layout.addLayout(chips)
        layout.addLayout(boxes)
        self.setFocusProxy(self._chips[State.OPEN])
        stops = (*self._chips.values(), self._film, self._kind, self._outlet, self._order)
        for one, following in pairwise(stops):
            self.setTabOrder(one, following)

    @property
    def choice(self) -> Choice:
        """What is chosen."""
        return Choice(
            state=next(state for state, chip in self._chips.items() if chip.isChecked()),
            film=self._film.currentData() or "",
            claim_kind=self._kind.currentData() or "",
            outlet=self._outlet.currentData() or "",
            order=Order(self._order.currentData()),
        )

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is at the chips, where it comes first."""
        return any(chip.hasFocus() for chip in self._chips.values())

    def set_choice(self, choice: Choice) -> None:
        """Choose."""
        self._chips[choice.state].setChecked(True)
        pairs = (
            (self._film, choice.film),
            (self._kind, choice.claim_kind),
            (self._outlet, choice.outlet),
            (self._order, choice.order.value),
        )
        for box, data in pairs:
            box.setCurrentIndex(max(0, box.findData(data)))
        self.changed.emit()

    def show_all(self) -> None:
        """Let every claim through."""
        self.set_choice(Choice(state=State.ALL, order=self.choice.order))

    def show_choices(self, ledger: Ledger) -> None:
        """Offer what the claims there are can be narrowed to."""
        for state, number in counts(ledger).items():
            self._chips[state].setText(f"{self._names[state]}  {number}")
        self._offer(self._film, self.tr("All films"), ledger.films)
        self._offer(self._kind, self.tr("All kinds"), sorted({claim.claim_kind for claim in ledger.claims}), _said)
        self._offer(self._outlet, self.tr("All sources"), ledger.outlets)

    def _chip(self, state: State, group: QButtonGroup) -> QPushButton:
        chip = QPushButton(self._names[state], self)
        chip.setObjectName(f"desk.{state.value}")
        chip.setProperty("chip", True)
        chip.setCheckable(True)
        chip.setChecked(state is State.OPEN)
        chip.clicked.connect(self.changed)
        group.addButton(chip)
        self._chips[state] = chip
        return chip

    def _box(self, name: str, accessible: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setAccessibleName(accessible)
        box.setToolTip(accessible)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        box.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        box.activated.connect(lambda _index: self.changed.emit())
        return box

    def _offer(self, box: QComboBox, everything: str, names: Iterable[str], shown: Callable[[str], str] = str) -> None:
        kept = box.currentData()
        box.clear()
        box.addItem(everything, "")
        for name in names:
            box.addItem(shown(name), name)
            box.setItemData(box.count() - 1, name, Qt.ItemDataRole.ToolTipRole)
        box.setCurrentIndex(max(0, box.findData(kept)))


def _said(name: str) -> str:
    return capitalised(say_label(name))
