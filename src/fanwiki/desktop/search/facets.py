"""How the answers spread by kind, film, tag, status and affiliation; a click narrows the search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QToolButton, QVBoxLayout, QWidget

from fanwiki.desktop.flow import FlowLayout
from fanwiki.desktop.icons import icon

_MOST_IN_GROUP = 6
_LEAST_HEIGHT, _MOST_HEIGHT = 72, 220
_SHARE = 0.25
"""Of the pane's height, that the filters take at most: what was found is what the reader came for."""
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
    """Offers filters with their counts, folded away behind one button, which stands where the caller puts it.

    Signals:
        picked(str): The filter to add to the query.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("facets")
        self._offered: tuple[tuple[FacetGroup, ...], tuple[str, ...]] = (), ()
        self.fold = QToolButton(parent)
        self.fold.setObjectName("facetsFold")
        self.fold.setText(self.tr("Narrow down"))
        self.fold.setAccessibleName(self.tr("Narrow down"))
        self.fold.setIcon(icon("mdi6.filter-variant"))
        self.fold.setIconSize(QSize(16, 16))
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.fold.setProperty("role", "link")
        self.fold.setCheckable(True)
        self._inside = QWidget(self)
        self._inside_layout = QVBoxLayout(self._inside)
        self._inside_layout.setContentsMargins(0, 0, 8, 4)
        self._inside_layout.setSpacing(4)
        self._scroll = QScrollArea(self)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._inside)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.viewport().setAutoFillBackground(False)
        self._inside.setAutoFillBackground(False)
        self.fold.toggled.connect(self._show_fold)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._scroll)
        self.fit_into(0)
        self.fold.hide()
        self.hide()

    def set_open(self, is_open: bool) -> None:
        """Unfold it, or fold it away."""
        self.fold.setChecked(is_open)

    def fit_into(self, height: int) -> None:
        """Take no more than a share of this height; the rest scrolls."""
        self._most = round(min(_MOST_HEIGHT, max(_LEAST_HEIGHT, height * _SHARE)))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the filters stand in other lines."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Be as tall as the lines need, as far as there is room."""
        needed = self._inside_layout.heightForWidth(self._scroll.width())
        self._scroll.setFixedHeight(min(self._most, max(0, needed)))

    def show_groups(self, groups: Sequence[FacetGroup], chosen: Sequence[str]) -> None:
        """Offer other values; filters that are on are left out."""
        offered = tuple(groups), tuple(chosen)
        if offered == self._offered:
            return
        self._offered = offered
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
        self.fold.setVisible(shown)
        self.setVisible(shown and self.fold.isChecked())
        self._fit()

    def _show_fold(self, is_open: bool) -> None:
        """Show the filters, or none."""
        self.fold.setIcon(icon("mdi6.filter-variant-minus" if is_open else "mdi6.filter-variant"))
        self.setVisible(is_open and not self.fold.isHidden())

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
        for part in (heading, chips):
            self._inside_layout.addWidget(part)
            part.show()
