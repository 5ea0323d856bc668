"""The search pane: a box, chips for filters, what was understood, and what was found.

It knows nothing of wikis: a `Finder` answers it, in a thread, so that typing never waits for an answer. An answer
that comes after more was typed is not shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from fanwiki.desktop.flow import FlowLayout
from fanwiki.desktop.icons import icon
from fanwiki.desktop.search.answer import AnswerView
from fanwiki.desktop.search.asking import Asking
from fanwiki.desktop.search.chips import Chip
from fanwiki.desktop.search.finder import Finder, Findings
from fanwiki.desktop.search.results import Found
from fanwiki.desktop.search.start import StartPage
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.words import filled

PAUSE = 15
"""Milliseconds of quiet after a keystroke before the wiki is asked: held keys ask once."""

FACET_PAUSE = 240
"""Milliseconds without another answer before its facets are asked for."""

PAGE_SIZE = 20


@dataclass
class SearchHistory:
    """What the reader searched before.

    Args:
        recent: Newest first.
        saved: Queries by name.
        bookmarks: Titles of pages, as the reader ordered them.
        pages: Titles of the pages read last.
    """

    recent: list[str] = field(default_factory=list)
    saved: dict[str, str] = field(default_factory=dict)
    bookmarks: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)


class SearchPane(QWidget):
    """The left of the window.

    Signals:
        opened(str, str, bool): A page was chosen: title, anchor, whether in a new tab.
        searched(str): A search led to a page.
        save_wanted(str, str): Keep this query under this name.
        forget_wanted(str): Forget the saved search of this name.
        shield_wanted(): The reader asked about what is withheld.
        help_wanted(): The reader asked how to search.
        new_page_wanted(str): Nothing was found; make a page of this title.
    """

    opened = Signal(str, str, bool)
    searched = Signal(str)
    save_wanted = Signal(str, str)
    forget_wanted = Signal(str)
    shield_wanted = Signal()
    help_wanted = Signal()
    new_page_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchPane")
        self.setAccessibleName(self.tr("Search"))
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(200)
        self._finder: Finder | None = None
        self._saved_names: frozenset[str] = frozenset()
        self._filters: list[str] = []
        self._asked = ""
        self._opens_first = False
        self._asking, self._asking_more, self._asking_facets = Asking(self), Asking(self), Asking(self)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.run)
        self._facet_pause = QTimer(self, singleShot=True, interval=FACET_PAUSE)
        self._facet_pause.timeout.connect(self._ask_facets)
        self._make_box()
        self._answer = AnswerView(theme, self)
        self._answer.chosen.connect(self._open)
        self._answer.filter_picked.connect(self._add_filter)
        self._answer.shield_wanted.connect(self.shield_wanted)
        self._answer.page_wanted.connect(lambda: self.new_page_wanted.emit(self._box.text().strip()))
        self._list = self._answer.list
        self._list.installEventFilter(self)
        self._lay_out()

    # What others call

    @property
    def box(self) -> QLineEdit:
        """Where one types."""
        return self._box

    @property
    def results(self) -> QListView:
        """The list of what was found."""
        return self._list

    @property
    def answer(self) -> AnswerView:
        """What shows what was found."""
        return self._answer

    @property
    def query(self) -> str:
        """The whole query: the filters, and last what is typed, whose last word is unfinished until a space follows."""
        typed = self._box.text().lstrip()
        # Filters are for all that is typed, on both sides of an OR. The bracket closes where the query ends, so the
        # last word stays the last.
        grouped = f"({typed}" if self._filters and _has_choice(typed) else typed
        return " ".join(part for part in (*self._filters, grouped) if part)

    @property
    def whole_query(self) -> str:
        """The query as it is remembered."""
        is_grouped = bool(self._filters) and _has_choice(self._box.text())
        return f"{self.query.strip()})" if is_grouped else self.query.strip()

    @property
    def found(self) -> list[Found]:
        """The lines shown."""
        return self._answer.rows

    @property
    def is_answered(self) -> bool:
        """Whether what is shown answers what is typed."""
        return self._asked == (self.query if self._finder else "") and not self._asking.is_waiting

    def set_finder(self, finder: Finder | None) -> None:
        """Say who answers; the one before is not asked any more when this returns."""
        for asking in (self._asking, self._asking_more, self._asking_facets):
            asking.stop()
        self._finder = finder
        self._asked = ""
        self.run()

    def show_history(self, history: SearchHistory) -> None:
        """Show what was searched and read before, while the box is empty."""
        self._saved_names = frozenset(history.saved)
        self._start.show_history(history)

    def search_for(self, text: str) -> None:
        """Search as if this was typed."""
        self._set_filters([])
        self._box.setText(text)
        self.run()

    def focus_box(self) -> None:
        """Give the box the keyboard, with its text selected."""
        self._box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._box.selectAll()

    def refresh(self) -> None:
        """Ask again, since the wiki or the reader changed."""
        self._asked = ""
        self.run()

    def run(self) -> None:
        """Ask for what is typed now; what was asked before is stale."""
        self._pause.stop()
        query, finder = self.query, self._finder
        self._save.setEnabled(bool(query))
        if query and query == self._asked:
            return
        self._asked = query if finder else ""
        self._opens_first = False
        self._facet_pause.stop()
        for asking in (self._asking, self._asking_more, self._asking_facets):
            asking.forget()
        if not query or finder is None:
            self._stack.setCurrentWidget(self._start)
            return
        self._asking.ask(lambda cancel: finder.find(query, PAGE_SIZE, 0, cancel), self._show)

    def open_first(self) -> None:
        """Open the best answer to what is typed now, as soon as it is there."""
        self.run()
        if self._asking.is_waiting:
            self._opens_first = True
        else:
            self._answer.choose(self._list.currentIndex())

    # Making it

    def _make_box(self) -> None:
        self._box = QLineEdit(self)
        self._box.setObjectName("searchBox")
        self._box.setPlaceholderText(self.tr("Search this wiki"))
        self._box.setAccessibleName(self.tr("Search this wiki"))
        self._box.setToolTip(self._box.placeholderText())
        self._box.setClearButtonEnabled(True)
        self._box.addAction(icon("mdi6.magnify"), QLineEdit.ActionPosition.LeadingPosition)
        self._box.textChanged.connect(lambda: self._pause.start())
        self._box.installEventFilter(self)
        self._save = self._tool("mdi6.star-plus-outline", self.tr("Save this search"), self.ask_name)
        self._help = self._tool("mdi6.help-circle-outline", self.tr("How to search"), self.help_wanted.emit)

    def _tool(self, name: str, text: str, callback: object) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon(name))
        button.setIconSize(QSize(18, 18))
        button.setToolTip(text)
        button.setAccessibleName(text)
        button.clicked.connect(lambda: callback())  # type: ignore[operator]
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        row.addWidget(self._box, 1)
        row.addWidget(self._save)
        row.addWidget(self._help)
        self._chips = QWidget(self)
        self._chip_flow = FlowLayout(self._chips)
        self._chips.hide()
        self._start = StartPage(self)
        self._start.query_wanted.connect(self.search_for)
        self._start.page_wanted.connect(lambda title: self.opened.emit(title, "", False))
        self._start.forget_wanted.connect(self.forget_wanted)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(self._start)
        self._stack.addWidget(self._answer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        top = QVBoxLayout()
        top.setContentsMargins(12, 0, 8, 0)
        top.addLayout(row)
        top.addWidget(self._chips)
        layout.addLayout(top)
        layout.addWidget(self._stack, 1)

    # Showing an answer

    def _show(self, findings: Findings) -> None:
        typed = "" if self._filters else self._box.text().strip()
        self._answer.show_findings(findings, typed, self._ask_more)
        self._stack.setCurrentWidget(self._answer)
        self._facet_pause.start()
        if findings.rows and self._opens_first:
            self._answer.choose(self._list.currentIndex())
        self._opens_first = False

    def _ask_more(self, offset: int) -> None:
        query, finder = self._asked, self._finder
        if query and finder is not None:
            self._asking_more.ask(
                lambda cancel: finder.find(query, PAGE_SIZE, offset, cancel).rows, self._answer.show_more
            )

    def _ask_facets(self) -> None:
        query, finder, filters = self._asked, self._finder, list(self._filters)
        if query and finder is not None:
            self._asking_facets.ask(
                lambda cancel: finder.facets(query, cancel), lambda groups: self._answer.show_facets(groups, filters)
            )

    # Filters

    def _add_filter(self, text: str) -> None:
        self._set_filters([*self._filters, text] if text not in self._filters else self._filters)
        self.run()

    def _remove_filter(self, text: str) -> None:
        self._set_filters([kept for kept in self._filters if kept != text])
        self.run()

    def _set_filters(self, filters: list[str]) -> None:
        self._filters = filters
        self._chip_flow.clear()
        for text in filters:
            chip = Chip(text, self._chips)
            chip.removed.connect(self._remove_filter)
            self._chip_flow.addWidget(chip)
        self._chips.setVisible(bool(filters))

    # Choosing

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows lead from the box into the list and back, and Enter open what is marked."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._box:
                return self._box_key(event)
            if watched is self._list:
                return self._list_key(event)
        return super().eventFilter(watched, event)

    def _box_key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and self._list.isVisible():
            self._list.setFocus(Qt.FocusReason.OtherFocusReason)
            return True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.open_first()
            return True
        if event.key() == Qt.Key.Key_Escape and self.query:
            self._set_filters([])
            self._box.clear()
            return True
        return False

    def _list_key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._answer.choose(self._list.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Up and self._list.currentIndex().row() <= 0:
            self.focus_box()
            return True
        return False

    def _open(self, row: Found, in_new_tab: bool) -> None:
        control = QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier
        self.searched.emit(self.whole_query)
        self.opened.emit(row.title, row.anchor, in_new_tab or bool(control))

    def ask_name(self) -> None:
        """Ask under which name to keep the query."""
        from fanwiki.desktop.dialogs.asking import Asked, TextDialog, Verdict, open_for

        query = self.whole_query
        if not query:
            return

        def judge(name: str) -> Verdict:
            if name.strip() in self._saved_names:
                return Verdict(self.tr("It takes the place of the saved search of this name."))
            return Verdict(may=bool(name.strip()))

        asked = Asked(
            "saveSearchDialog",
            self.tr("What shall this search be called?"),
            self.tr("Name of the search"),
            self.tr("Save"),
            filled(self.tr("It finds: %1\nSaved searches stand in the search pane while nothing is typed."), query),
        )
        dialog = TextDialog(asked, query, self.window(), judge=judge)
        open_for(dialog, lambda name: self.save_wanted.emit(name, query))


def _has_choice(typed: str) -> bool:
    """Tell whether one thing or another is looked for."""
    from fanwiki.domain.query_lexer import Mark, pieces

    return any(piece.mark is Mark.OR for piece in pieces(typed))
