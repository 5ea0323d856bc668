"""Where the page in front stands: wiki, kind, page, section; each but the last leads there."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from fanwiki.desktop.browse.address import HOME, HOME_ADDRESS, KIND, Address
from fanwiki.desktop.row_words import side_of

if TYPE_CHECKING:
    from fanwiki.services.documents import Document

_LONGEST = 28
"""Letters of a crumb that is not the last; its tip shows it whole."""

_HERE = 90
"""Pixels that the last crumb gets at least."""


_PADDING = 6
"""Pixels beside the words of a crumb that leads somewhere; the last stands as far from its sign."""


class Breadcrumbs(QWidget):
    """The crumbs.

    Signals:
        wanted(object): Go to an `Address`.
    """

    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("breadcrumbs")
        self.setAccessibleName(self.tr("Where this page stands"))
        self.setMinimumWidth(40)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(2)
        self._shown: list[tuple[str, Address | None]] = []
        self._crumbs: list[tuple[QWidget, QWidget]] = []
        self._place: QLabel | None = None

    @property
    def texts(self) -> list[str]:
        """What the crumbs say, whole."""
        return [text for text, _ in self._shown]

    def show_crumbs(self, crumbs: Sequence[tuple[str, Address | None]]) -> None:
        """Show other crumbs; one without an address is only told."""
        if list(crumbs) == self._shown:
            return
        self._shown = list(crumbs)
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._crumbs = []
        *before, (here, _) = self._shown
        for text, address in before:
            self._crumbs.append((self._button(text, address) if address else self._told(text), self._told("›")))
        for crumb in self._crumbs:
            for widget in crumb:
                self._layout.addWidget(widget)
        last = self._told(here)
        last.setObjectName("place")
        last.setAccessibleName(here)
        last.setAlignment(side_of(self.layoutDirection()) | Qt.AlignmentFlag.AlignVCenter)
        last.setIndent(_PADDING if before else 0)
        last.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._layout.addWidget(last, 1)
        self._place = last
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out the first crumbs where there is no room for all, and the end of the last where it is too long."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.width() - _HERE
        for crumb in reversed(self._crumbs):
            room -= sum(widget.sizeHint().width() + self._layout.spacing() for widget in crumb)
            for widget in crumb:
                widget.setVisible(room >= 0)
        if self._place is not None:
            taken = sum(
                widget.sizeHint().width() + self._layout.spacing()
                for crumb in self._crumbs
                for widget in crumb
                if not widget.isHidden()
            )
            left = self.width() - taken - self._place.indent()
            shown = self._place.fontMetrics().elidedText(self.texts[-1], Qt.TextElideMode.ElideRight, left)
            self._place.setText(shown)

    def _button(self, text: str, address: Address) -> QToolButton:
        button = QToolButton(self)
        shown = text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
        button.setText(shown.replace("&", "&&"))
        button.setProperty("role", "link")
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(partial(self.wanted.emit, address))
        return button

    def _told(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setProperty("role", "note")
        label.setToolTip(text)
        return label


def crumbs_of(wiki: str, address: Address, document: Document | None = None) -> list[tuple[str, Address | None]]:
    """Return where an address stands, as far as it is known before its document came.

    Args:
        wiki: What the wiki is called.
        address: The address.
        document: What was found there.
    """
    crumbs: list[tuple[str, Address | None]] = [(wiki, HOME_ADDRESS)]
    if document is not None and document.kind:
        crumbs.append((document.kind_label, Address(KIND, document.kind)))
    title = document.title if document is not None else address.name
    if title and address.room != HOME:
        crumbs.append((title, address.without_anchor))
    if address.anchor and document is not None:
        crumbs += [(place.text, address) for place in document.places if place.anchor == address.anchor]
    return crumbs
