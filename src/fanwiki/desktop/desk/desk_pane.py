"""The speculation desk in the middle of the window: claims to choose from, the chosen one beside them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.browse.tabs import FocusTabs
from fanwiki.desktop.desk.choosing import Choice, chosen
from fanwiki.desktop.desk.claim_card import ClaimCard
from fanwiki.desktop.desk.claim_list import ClaimDelegate, ClaimModel
from fanwiki.desktop.desk.filter_bar import FilterBar
from fanwiki.desktop.desk.track_records import TrackRecords
from fanwiki.desktop.icons import icon
from fanwiki.desktop.splitter import Splitter
from fanwiki.desktop.theme import Theme

if TYPE_CHECKING:
    from fanwiki.services.ledger import ClaimDetail, Ledger
    from fanwiki.services.rows import PageRow
    from fanwiki.services.speculating import Claim, TrackRecord

_SIDE_BY_SIDE = 680
"""Pixels from which list and card stand side by side."""


class DeskPane(QWidget):
    """All claims.

    Args:
        theme: Dresses it.

    Signals:
        claim_chosen(str): Another claim was chosen; `show_detail` is awaited.
        page_wanted(str): Go to the page of this title.
        resolve_wanted(object): Settle a `ClaimDetail`.
        new_wanted(): Write down a claim.
        closed(): Go back to the pages.
    """

    claim_chosen = Signal(str)
    page_wanted = Signal(str)
    resolve_wanted = Signal(object)
    new_wanted = Signal()
    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("deskPane")
        self.setAccessibleName(self.tr("Speculation desk"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._ledger: Ledger | None = None
        self._wants_rumours = True
        self._is_starting = False
        self.filters = FilterBar(self)
        self._model = ClaimModel(self)
        self.list = self._make_list()
        self.card = ClaimCard(theme, self)
        self.records = TrackRecords(self)
        self._empty, self._none = self._note(), self._note()
        self._lay_out()
        self._connect()

    @property
    def claims(self) -> list[Claim]:
        """The claims that are shown, in order."""
        return self._model.claims

    def show_ledger(self, ledger: Ledger, *, wants_rumours: bool = True) -> None:
        """Show the claims; the chosen one stays chosen if it is still shown."""
        self._ledger = ledger
        self._wants_rumours = wants_rumours
        self.filters.show_choices(ledger)
        self._fill()
        if self._is_starting and self.filters.has_focus and self.claims:
            self.start()
        self._is_starting = False

    def show_detail(self, detail: ClaimDetail) -> None:
        """Show the chosen claim in full."""
        self.card.show_claim(detail)

    def show_sources(self, found: Sequence[tuple[PageRow, TrackRecord]]) -> None:
        """Show every source's track record."""
        self.records.show_sources(found)
        self._say_empty()

    def choose(self, title: str) -> None:
        """Choose a claim; the filters give way when they hide it."""
        self._tabs.setCurrentIndex(0)
        if title not in {claim.page.title for claim in self.claims}:
            self.filters.show_all()
        self._mark(title)

    def start(self) -> None:
        """Take the keyboard, for the list as soon as it is there."""
        self._is_starting = not self.claims
        (self.list if self.claims else self.filters).setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the pages on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the card below the list when there is no room beside it."""
        super().resizeEvent(event)
        beside = self.width() >= _SIDE_BY_SIDE
        orientation = Qt.Orientation.Horizontal if beside else Qt.Orientation.Vertical
        if self._parts.orientation() != orientation:
            self._parts.setOrientation(orientation)
            self._parts.setSizes([1000, 1000])
        self._fit_head()

    def _fit_head(self) -> None:
        """Leave the words of the button out where the tabs need their room."""
        self._new.setText(self.tr("New claim…"))
        if self._head.sizeHint().width() > self.width():
            self._new.setText("")

    # Making it

    def _note(self) -> QLabel:
        note = QLabel(self)
        note.setProperty("role", "empty")
        note.setWordWrap(True)
        note.setAlignment(Qt.AlignmentFlag.AlignTop)
        note.setMargin(20)
        return note

    def _make_list(self) -> QListView:
        view = QListView(self)
        view.setObjectName("claimList")
        view.setProperty("bare", True)
        view.setModel(self._model)
        view.setItemDelegate(ClaimDelegate(self._model, self._theme, view))
        view.setAccessibleName(self.tr("Claims"))
        view.setUniformItemSizes(True)
        view.setMouseTracking(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMinimumSize(220, 120)
        return view

    def _lay_out(self) -> None:
        self._parts = Splitter(Qt.Orientation.Horizontal, self, "deskParts")
        self._parts.setHandleWidth(1)
        self._parts.addWidget(self.list)
        self._parts.addWidget(self.card)
        self._parts.setSizes([1000, 1000])
        claims = QWidget(self)
        column = QVBoxLayout(claims)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.filters)
        column.addWidget(self._parts, 1)
        column.addWidget(self._none, 1)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(claims)
        self._stack.addWidget(self.records)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._head = self._make_head()
        layout.addWidget(self._head)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._empty, 1)

    def _make_head(self) -> QFrame:
        head = QFrame(self)
        head.setObjectName("paneHead")
        self._tabs = FocusTabs(head)
        self._tabs.setObjectName("deskTabs")
        self._tabs.setAccessibleName(self.tr("Speculation desk"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(False)
        self._tabs.addTab(self.tr("Claims"))
        self._tabs.addTab(self.tr("Track records"))
        self._new = QPushButton(head)
        self._new.setObjectName("newClaim")
        self._new.setIcon(icon("mdi6.plus"))
        self._new.setToolTip(self.tr("New claim…"))
        self._new.setAccessibleName(self.tr("New claim…"))
        self._new.clicked.connect(self.new_wanted)
        close = QToolButton(head)
        close.setObjectName("closeDesk")
        close.setIcon(icon("mdi6.close"))
        close.setToolTip(self.tr("Back to the pages (Esc)"))
        close.setAccessibleName(self.tr("Back to the pages"))
        close.clicked.connect(self.closed)
        title = QLabel(self.tr("Speculation desk"), head)
        title.setProperty("role", "heading")
        row = QHBoxLayout(head)
        row.setContentsMargins(20, 6, 8, 6)
        row.setSpacing(12)
        row.addWidget(title)
        row.addWidget(self._tabs)
        row.addStretch(1)
        row.addWidget(self._new)
        row.addWidget(close)
        return head

    def _connect(self) -> None:
        self._tabs.currentChanged.connect(self._stack.setCurrentIndex)
        self._tabs.currentChanged.connect(lambda _index: self._say_empty())
        self.filters.changed.connect(self._fill)
        self.list.selectionModel().currentChanged.connect(self._chosen)
        self.list.activated.connect(lambda index: self.page_wanted.emit(self.claims[index.row()].page.title))
        self.card.page_wanted.connect(self.page_wanted)
        self.card.claim_wanted.connect(self.choose)
        self.card.resolve_wanted.connect(self.resolve_wanted)
        self.records.page_wanted.connect(self.page_wanted)

    # What is shown

    def _fill(self) -> None:
        ledger = self._ledger
        if ledger is None:
            return
        index = self.list.currentIndex()
        before = self.claims[index.row()].page.id if index.isValid() else None
        shown = chosen(ledger, self.filters.choice)
        self._model.fill(shown, due=ledger.due, contradicting=ledger.contradicting)
        self.card.show_nothing()
        row = next((number for number, claim in enumerate(shown) if claim.page.id == before), 0)
        if shown:
            self.list.setCurrentIndex(self._model.index(row))
        self._say_empty()

    def _mark(self, title: str) -> None:
        for number, claim in enumerate(self.claims):
            if claim.page.title == title:
                self.list.setCurrentIndex(self._model.index(number))
                self.list.scrollTo(self._model.index(number))

    def _chosen(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.claim_chosen.emit(self.claims[now.row()].page.title)

    def _say_empty(self) -> None:
        """Say what to do where there is nothing to show."""
        ledger, at_records = self._ledger, self._tabs.currentIndex() == 1
        text = ""
        if ledger is not None and not ledger.claims:
            text = self.tr("There is no claim yet. Make one here, or open a page and choose “Speculate about this”.")
            if not self._wants_rumours:
                text = self.tr("You chose to see no rumours. Wiki › Seen films (Ctrl+Shift+S) shows them again.")
        elif at_records and not self.records.topLevelItemCount():
            text = self.tr("No claim names a source with a page of its own yet.")
        self._empty.setText(text)
        self._empty.setVisible(bool(text))
        self._parts.setVisible(bool(self.claims))
        self._none.setText(self.tr("No claim is like this. Choose other filters."))
        self._none.setVisible(not self.claims)
        no_claims = ledger is not None and not ledger.claims
        self.filters.setVisible(not no_claims)
        self._stack.setVisible(not (text and (no_claims or at_records)))

    def filter(self, choice: Choice) -> None:
        """Show other claims, as if the filters were set so."""
        self.filters.set_choice(choice)
