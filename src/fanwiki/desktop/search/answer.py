"""What the search pane shows as an answer: how much was found, what was understood, ways to narrow it, the lines."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.icons import icon
from fanwiki.desktop.search.facets import FacetGroup, FacetPanel
from fanwiki.desktop.search.finder import Findings
from fanwiki.desktop.search.results import Found, FoundDelegate, FoundModel
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled, plural

_SIDE = 12
_LONGEST = 40


class AnswerView(QWidget):
    """The answer to a search.

    Args:
        theme: Dresses it.

    Signals:
        chosen(object, bool): A line was chosen: its `Found`, whether for a new tab.
        filter_picked(str): Narrow the search by this filter.
        shield_wanted(): The reader asked about what is withheld.
        page_wanted(): Nothing was found; make a page of what is typed.
    """

    chosen = Signal(object, bool)
    filter_picked = Signal(str)
    shield_wanted = Signal()
    page_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = FoundModel(self)
        self._count = self._note()
        self._understood = self._note()
        self._understood.setObjectName("understood")
        self.withheld = self._note()
        self.withheld.setObjectName("withheld")
        self._shield = self._make_shield()
        self.facets = FacetPanel(self)
        self.facets.picked.connect(self.filter_picked)
        self.list = self._make_list(theme)
        self._nothing = self._make_nothing()
        self._lay_out()
        theme.changed.connect(self.list.viewport().update)

    @property
    def rows(self) -> list[Found]:
        """The lines shown."""
        return self._model.rows

    def show_findings(self, findings: Findings, typed: str, more: Callable[[int], None]) -> None:
        """Show an answer.

        Args:
            findings: What was found.
            typed: What a page could be called that is not there; empty when none is offered.
            more: Asks for the lines from a number on.
        """
        self._model.fill(findings.rows, findings.total if findings.is_all else None, more)
        there = bool(findings.rows)
        self.list.setVisible(there)
        self._nothing.setVisible(not there)
        if not there:
            self.facets.show_groups((), ())
        self.make_page.setVisible(bool(typed))
        shown = typed if len(typed) < _LONGEST else typed[: _LONGEST - 1] + "…"
        self.make_page.setText(filled(self.tr("New page “%1”"), shown).replace("&", "&&"))
        self.make_page.setAccessibleName(filled(self.tr("New page “%1”"), shown))
        self._say_numbers(findings)
        self.list.scrollToTop()
        if there:
            self.list.setCurrentIndex(self._model.index(0))

    def show_more(self, rows: Sequence[Found]) -> None:
        """Add lines at the end."""
        self._model.show_more(rows)

    def show_facets(self, groups: Sequence[FacetGroup], chosen: Sequence[str]) -> None:
        """Offer ways to narrow the search, if there is something to narrow."""
        self.facets.show_groups(groups if self.rows else (), chosen)

    def choose(self, index: QModelIndex, *, in_new_tab: bool = False) -> None:
        """Open a line."""
        if index.isValid():
            self.chosen.emit(index.data(Qt.ItemDataRole.UserRole), in_new_tab)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave most of the room to what was found."""
        super().resizeEvent(event)
        self.facets.fit_into(self.height())

    # Making it

    def _make_list(self, theme: Theme) -> QListView:
        view = QListView(self)
        view.setObjectName("searchResults")
        view.setAccessibleName(self.tr("Search results"))
        view.setProperty("bare", True)
        view.setModel(self._model)
        view.setItemDelegate(FoundDelegate(theme, view))
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setResizeMode(QListView.ResizeMode.Adjust)
        view.setMouseTracking(True)
        view.clicked.connect(self.choose)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._show_menu)
        return view

    def _note(self) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", "note")
        label.setWordWrap(True)
        return label

    def _make_shield(self) -> QToolButton:
        text = self.tr("Change which films you have seen")
        button = QToolButton(self)
        button.setIcon(icon("mdi6.shield-half-full"))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.setProperty("role", "link")
        button.clicked.connect(lambda: self.shield_wanted.emit())
        return button

    def _make_nothing(self) -> QWidget:
        nothing = QWidget(self)
        layout = QVBoxLayout(nothing)
        layout.setContentsMargins(_SIDE, 16, _SIDE, 16)
        layout.setSpacing(8)
        heading = QLabel(self.tr("Nothing was found"), nothing)
        heading.setProperty("role", "heading")
        heading.setWordWrap(True)
        text = QLabel(self.tr("Try fewer words, or make the page."), nothing)
        text.setWordWrap(True)
        text.setProperty("role", "empty")
        self.make_page = QPushButton(nothing)
        self.make_page.setObjectName("makePage")
        self.make_page.setIcon(icon("mdi6.plus"))
        self.make_page.clicked.connect(lambda: self.page_wanted.emit())
        for part in (heading, text):
            layout.addWidget(part)
        layout.addWidget(self.make_page, 0, Qt.AlignmentFlag.AlignLeading)
        layout.addStretch(1)
        nothing.hide()
        return nothing

    def _lay_out(self) -> None:
        first, second = QWidget(self), QWidget(self)
        line = QHBoxLayout(first)
        line.setSpacing(4)
        line.addWidget(self._count, 1)
        line.addWidget(self.facets.fold)
        withheld = QHBoxLayout(second)
        withheld.setSpacing(4)
        withheld.addWidget(self._shield, 0, Qt.AlignmentFlag.AlignTop)
        withheld.addWidget(self.withheld, 1)
        self._first, self._second = first, second
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (first, self._understood, second, self.facets):
            part.setContentsMargins(_SIDE, 0, _SIDE, 0)
            layout.addWidget(part)
        for row in (line, withheld):
            row.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._nothing, 1)

    # What is said

    def _say_numbers(self, findings: Findings) -> None:
        count = plural(findings.total, "1 page", "%1 pages")
        self._count.setText(count if findings.is_all else filled(self.tr("%1 or more"), count))
        self._first.setVisible(bool(findings.rows))
        lines = [findings.understood]
        if findings.corrected:
            lines.insert(0, filled(self.tr("Looked for %1 instead."), ", ".join(findings.corrected)))
        self._understood.setText("\n".join(line for line in lines if line))
        self._understood.setVisible(bool(self._understood.text()))
        self._second.setVisible(findings.withheld > 0)
        self.withheld.setText(filled(self.tr("%1 withheld by your spoiler setting"), findings.withheld))

    def _show_menu(self, place: QPoint) -> None:
        index = self.list.indexAt(place)
        if not index.isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Open"), lambda: self.choose(index))
        menu.addAction(self.tr("Open in a new tab"), lambda: self.choose(index, in_new_tab=True))
        menu.popup(self.list.viewport().mapToGlobal(place))
