"""How the answers spread by kind, film, tag, status and affiliation; a click narrows the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from fanwiki.desktop.flow import FlowLayout
from fanwiki.desktop.icons import icon

_MOST_IN_GROUP = 6
_MOST_HEIGHT = 200
_LONGEST = 22


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value: as readers see it, the filter it adds, how many answers have it."""

    text: str
    filter: str
    count: int


@dataclass(frozen=True, slots=True)
class FacetGroup:
    """The values of one property, the commonest first."""

    label: str
    values: tuple[FacetValue, ...]


class FacetPanel(QWidget):
    """Offers filters with their counts, folded away behind one button.

    Signals:
        picked(str): The filter to add to the query.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self._fold = QToolButton(self)
        self._fold.setObjectName("facetsFold")
        self._fold.setText(self.tr("Narrow down"))
        self._fold.setAccessibleName(self.tr("Narrow down"))
        self._fold.setIcon(icon("mdi6.filter-variant"))
        self._fold.setIconSize(QSize(16, 16))
        self._fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fold.setProperty("role", "link")
        self._fold.setCheckable(True)
        self._inside = QWidget(self)
        self._inside_layout = QVBoxLayout(self._inside)
        self._inside_layout.setContentsMargins(0, 0, 8, 4)
        self._inside_layout.setSpacing(4)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        self._scroll.setMaximumHeight(_MOST_HEIGHT)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self._scroll.hide()
        self._fold.toggled.connect(self._scroll.setVisible)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._fold, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._scroll)
        self.hide()

    def set_open(self, is_open: bool) -> None:
        """Unfold it, or fold it away."""
        self._fold.setChecked(is_open)

    def show_groups(self, groups: Sequence[FacetGroup], chosen: Sequence[str]) -> None:
        """Offer other values; filters that are on are left out."""
        while (item := self._inside_layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        shown = False
        for group in groups:
            values = [value for value in group.values if value.filter not in chosen][:_MOST_IN_GROUP]
            if len(values) > 1 or (values and not chosen):
                shown = True
                self._add(group.label, values)
        self._inside_layout.addStretch(1)
        self.setVisible(shown)

    def _add(self, label: str, values: Sequence[FacetValue]) -> None:
        heading = QLabel(label, self._inside)
        heading.setProperty("role", "section")
        chips = QWidget(self._inside)
        flow = FlowLayout(chips, gap=4)
        for value in values:
            text = value.text if len(value.text) <= _LONGEST else value.text[: _LONGEST - 1].rstrip() + "…"
            chip = QPushButton(f"{text}  {value.count}".replace("&", "&&"), chips)
            chip.setToolTip(value.text)
            chip.setProperty("chip", True)
            chip.setAccessibleName(f"{label}: {value.text}, {value.count}")
            chip.clicked.connect(lambda _=False, text=value.filter: self.picked.emit(text))
            flow.addWidget(chip)
        self._inside_layout.addWidget(heading)
        self._inside_layout.addWidget(chips)
