"""The window: search pane at the left, pages in the middle, editor and side bar at the right.

It puts the parts together and passes word between them; what actions do stands in `fanwiki.desktop.commands`.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QVBoxLayout, QWidget

from fanwiki.desktop import reader, window_place, window_state, wiring
from fanwiki.desktop.action_table import EDITOR_ACTIONS, WINDOW_ACTIONS
from fanwiki.desktop.actions import ActionSet
from fanwiki.desktop.browse.browse_pane import BrowsePane
from fanwiki.desktop.browse.page_head import fill_head
from fanwiki.desktop.browse.page_view import WebEngine
from fanwiki.desktop.browse.pages import Pages
from fanwiki.desktop.browse.trail import as_data, from_data
from fanwiki.desktop.commands.graph import GRAPH, GraphCommands
from fanwiki.desktop.commands.pages import PageCommands
from fanwiki.desktop.commands.panes import PaneCommands
from fanwiki.desktop.commands.reading import ReadingCommands
from fanwiki.desktop.commands.rescuing import RescueCommands
from fanwiki.desktop.commands.revealing import RevealCommands
from fanwiki.desktop.commands.searches import SearchCommands
from fanwiki.desktop.commands.speculating import DESK, DeskCommands
from fanwiki.desktop.commands.wikis import WikiCommands
from fanwiki.desktop.commands.window import WindowCommands
from fanwiki.desktop.edit.spelling import SpellChecker
from fanwiki.desktop.later import import_now, read_groundwork
from fanwiki.desktop.link_hints import LinkHints
from fanwiki.desktop.menus.menu_bar import fill_menu_bar
from fanwiki.desktop.message_bar import MessageBar
from fanwiki.desktop.messages import Messages
from fanwiki.desktop.middle import Middle
from fanwiki.desktop.own_keys import OwnKeys
from fanwiki.desktop.page_in_front import PageInFront
from fanwiki.desktop.reader import Preferences
from fanwiki.desktop.runner import JobRunner
from fanwiki.desktop.search.search_pane import SearchPane
from fanwiki.desktop.search.wiki_finder import WikiFinder
from fanwiki.desktop.session import Session, open_session
from fanwiki.desktop.shield_button import ShieldButton
from fanwiki.desktop.side_bar import SideBar
from fanwiki.desktop.splitter import Splitter
from fanwiki.desktop.status import JobStatus
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.undo import WikiUndo
from fanwiki.desktop.welcome import Welcome
from fanwiki.domain.change import Change
from fanwiki.errors import DamagedFileError, FanwikiError
from fanwiki.services import appearing

if TYPE_CHECKING:
    from fanwiki.desktop.edit.edit_pane import EditPane

MESSAGE_TIME = 6000
KEEP_AFTER = 5000
"""Milliseconds after which where the reader is has been written down, for a start after a crash."""


class MainWindow(QMainWindow):
    """The one window of a wiki.

    Args:
        theme: Dresses it.
        preferences: The program's settings; written when the window closes.
        messages: The door for errors.

    Signals:
        shown_first(): The window was painted for the first time; what is slow may begin.
    """

    shown_first = Signal()

    def __init__(self, theme: Theme, preferences: Preferences, messages: Messages) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setAccessibleName("fanwiki")
        self.setMinimumSize(800, 500)
        self.theme = theme
        self.preferences = preferences
        self.messages = messages
        self.session: Session | None = None
        self._was_painted = False
        self._was_shown = False
        self.runner = JobRunner(messages.error, self)
        self.undo = WikiUndo(self)
        self.pages = Pages(self.runner, theme, self)
        self.engine = WebEngine(self.pages.serve, self)
        self.spelling = SpellChecker(self.runner, reader.words_path(), self)
        self._make_parts()
        self._make_actions()
        self._lay_out()
        self._connect()
        self._dress()
        window_place.restore(self, preferences.window)
        self.set_session(None)

    # Making it

    def _make_parts(self) -> None:
        self.search = SearchPane(self.theme, self)
        self.browse = BrowsePane(self.engine, self)
        self.browse.view.set_zoom(self.preferences.zoom)
        self.middle = Middle(self.browse, self)
        self._edit: EditPane | None = None
        self._place_of_editor = QWidget(self)
        self._place_of_editor.hide()
        self.side_bar = SideBar(self)
        self.message_bar = MessageBar(self.theme, self)
        self.welcome = Welcome(self.theme, self)
        self.link_hints = LinkHints(self)
        self.search_commands = SearchCommands(self)
        self.reading_commands = ReadingCommands(self)
        self.desk_commands = DeskCommands(self)
        self.graph_commands = GraphCommands(self)
        self.reveal_commands = RevealCommands(self)
        self.rescue_commands = RescueCommands(self)
        self.page_commands = PageCommands(self)
        self.wiki_commands = WikiCommands(self)
        self.window_commands = WindowCommands(self)
        self.pane_commands = PaneCommands(self)

    def _make_actions(self) -> None:
        commands = (self.reading_commands, self.page_commands, self.desk_commands, self.graph_commands)
        targets = (
            *commands,
            self.reveal_commands,
            self.rescue_commands,
            self.wiki_commands,
            self.window_commands,
            self.pane_commands,
            self,
        )
        self.actions_of_window = ActionSet(WINDOW_ACTIONS, targets, self, on_error=self.messages.error)
        OwnKeys((*WINDOW_ACTIONS, *EDITOR_ACTIONS), self)
        fill_menu_bar(self, self.actions_of_window, self.wiki_commands.fill_recent, lambda: self.preferences.look)
        self.actions_of_window["toggle-search"].setChecked(True)

    def _lay_out(self) -> None:
        self.breadcrumbs = fill_head(self.browse, self.actions_of_window)
        middle = QWidget(self)
        middle.setAccessibleName(self.tr("Pages"))
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        column.addWidget(self.middle, 1)
        column.addWidget(self.welcome, 1)
        self._split = Splitter(Qt.Orientation.Horizontal, self, "panes")
        self._split.setHandleWidth(1)
        for part in (self.search, middle, self._place_of_editor, self.side_bar):
            self._split.addWidget(part)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([300, 700, 460, 220])
        self.side_bar.hide()
        self.setCentralWidget(self._split)
        self._fill_status_bar()
        self._split.order_keyboard()

    def _fill_status_bar(self) -> None:
        bar = self.statusBar()
        bar.setSizeGripEnabled(False)
        self._shield = ShieldButton(self)
        self._shield.clicked.connect(self.actions_of_window["shield"].trigger)
        bar.addPermanentWidget(JobStatus(self.runner, self))
        bar.addPermanentWidget(self._shield)

    def _connect(self) -> None:
        self.messages.set_window(self)
        self.messages.told.connect(lambda text: self.statusBar().showMessage(text, MESSAGE_TIME))
        self.messages.warned.connect(self.message_bar.tell)
        self.theme.changed.connect(self._dress)
        self.undo.changed.connect(self.say_state)
        self._in_front = PageInFront(self)
        self.browse.trail_changed.connect(self.say_state)
        self._keep_timer = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._keep_timer.timeout.connect(self._keep_tabs)
        self.middle.changed.connect(self._view_changed)
        wiring.connect_pages(self)
        wiring.connect_search(self)
        wiring.connect_welcome(self)

    @property
    def edit(self) -> EditPane:
        """The editor, made when it is first asked for: it takes a quarter as long as all else of the window."""
        if self._edit is None:
            from fanwiki.desktop.edit.edit_pane import EditPane

            parts = (self.theme, self.engine, self.pages, self.runner, self.messages, self.spelling)
            self._edit = EditPane(*parts, self)
            self._edit.hide()
            self._split.replaceWidget(self._split.indexOf(self._place_of_editor), self._edit)
            self._place_of_editor.deleteLater()
            self._split.order_keyboard()
            window_place.restore_sizes(self._edit, self.preferences.window)
            self._edit.set_session(self.session)
            self._edit.closed.connect(self._editor_closed)
            self._edit.unsaved_changed.connect(lambda _unsaved: self.say_state())
            wiring.connect_editor(self, self._edit)
        return self._edit

    @property
    def is_editing(self) -> bool:
        """Whether the editor is open."""
        return self._edit is not None and not self._edit.isHidden()

    @property
    def has_unsaved(self) -> bool:
        """Whether the editor holds text that was not saved."""
        return self._edit is not None and self._edit.has_unsaved

    @property
    def is_ready(self) -> bool:
        """Whether the window was painted and began with what is slow."""
        return self._was_shown

    # The wiki

    def require_session(self) -> Session:
        """Return the session; actions that need a wiki are disabled without one."""
        if self.session is None:
            raise FanwikiError(self.tr("No wiki is open."), self.tr("Open one, or make a new one (File menu)."))
        return self.session

    def open_path(self, path: Path) -> None:
        """Open a wiki in this window; what is wrong with it is told."""
        if self.session is not None and not self._leave_session():
            return
        import_now()
        try:
            session = open_session(path, self.preferences)
        except FanwikiError as error:
            self.set_session(None)
            if isinstance(error, DamagedFileError):
                self.rescue_commands.offer(path, error)
            else:
                self.messages.error(error)
            return
        self.set_session(session)

    def open_when_shown(self, path: Path) -> None:
        """Open a wiki once the window shows and what that needs was read; until then its panes stand there empty."""
        self.welcome.hide()
        self.middle.show()
        self.search.show()

        def open_it() -> None:
            if self.session is None:
                self.open_path(path)

        def begin() -> None:
            self.runner.start(lambda _progress: read_groundwork(), text="", done=lambda _nothing: open_it())

        self.shown_first.connect(begin)

    def open_sample_when_shown(self) -> None:
        """Open the sample once the window shows, for somebody who has no wiki yet."""
        self.shown_first.connect(self.wiki_commands.open_sample)

    def set_session(self, session: Session | None) -> None:
        """Show a wiki, or the way to one."""
        self.session = session
        self.message_bar.hide()
        self.statusBar().clearMessage()
        self.undo.clear()
        self.pages.set_session(session)
        if self._edit is not None:
            self._edit.set_session(session)
        self.middle.forget_views()
        self.middle.setVisible(session is not None)
        self.search.setVisible(session is not None and self.actions_of_window["toggle-search"].isChecked())
        self.welcome.setVisible(session is None)
        self.welcome.show_recent(self.preferences.recent_wikis)
        if session is None:
            self.setWindowTitle("fanwiki[*]")
        else:
            self._say_name(session)
            session.changed.connect(self._wiki_changed)
            self.reveal_commands.begin(session)
            self.search.set_finder(WikiFinder(session))
            self.search_commands.show_history()
            self._restore_tabs(session)
            self.rescue_commands.warn_of_place(session)
        self._say_shield()
        self.say_state()
        if self._was_shown:
            self._begin_reading()

    def _restore_tabs(self, session: Session) -> None:
        trails = [trail for trail in map(from_data, session.reading.tabs) if trail is not None]
        self.browse.set_trails(trails, session.reading.tab)

    def _begin_reading(self) -> None:
        if self.session is not None:
            self.browse.go_live()
            self.reading_commands.ask_shield_first()
            self.page_commands.offer_unsaved()

    def _leave_session(self) -> bool:
        """Close the wiki; tell whether it was left."""
        session = self.session
        if session is None:
            return True
        if self.is_editing and not self.page_commands.stop_editing():
            return False
        self._keep_timer.stop()
        self._in_front.forget()
        self._note_tabs(session)
        self.search.set_finder(None)
        if self._edit is not None:
            self._edit.set_session(None)
        self.session = None
        self.pages.set_session(None)
        session.close()
        session.deleteLater()
        return True

    def _note_tabs(self, session: Session) -> None:
        session.reading.tabs = [as_data(trail) for trail in self.browse.trails]
        session.reading.tab = self.browse.tabs.currentIndex()

    def keep_tabs_soon(self) -> None:
        """Write down where the reader is, in a few seconds."""
        self._keep_timer.start()

    def _keep_tabs(self) -> None:
        if self.session is not None:
            self._note_tabs(self.session)
            self.session.save()

    def _say_name(self, session: Session) -> None:
        self.setWindowTitle(f"{session.name.replace('[*]', '')}[*] – fanwiki")

    def _wiki_changed(self, change: Change) -> None:
        if self.session is not None:
            self._say_name(self.session)
        self.browse.reload()
        self.search.refresh()
        self.desk_commands.refresh()
        self.graph_commands.refresh()
        self._say_shield()
        if change.kinds and self._edit is not None:
            self._edit.set_session(self.session)

    # Panes

    def _view_changed(self, name: str) -> None:
        self.actions_of_window["desk"].setChecked(name == DESK)
        self.actions_of_window["graph"].setChecked(name == GRAPH)

    def show_editor(self) -> None:
        """Show the editor beside the page."""
        self.edit.show()
        self.edit.preview.view.set_zoom(self.browse.view.zoom)
        self.say_state()

    def _editor_closed(self) -> None:
        self.edit.hide()
        self.browse.view.focus_page()
        self.say_state()

    # What is said about the state

    def say_state(self) -> None:
        """Let the actions tell what can be done now."""
        window_state.say_state(self)

    def _say_shield(self) -> None:
        session = self.session
        self._shield.setVisible(session is not None)
        if session is None:
            return
        self._shield.tell([page.title for page in appearing.films(session.wiki, session.viewer)], session.reading)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        """Begin with what is slow once the window was painted for the first time."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self._first_shown)

    def changeEvent(self, event: QEvent) -> None:
        """Look for what others changed when the reader comes back to this window."""
        super().changeEvent(event)
        came_back = event.type() == QEvent.Type.ActivationChange and self.isActiveWindow()
        if came_back and self._was_shown and self.session is not None:
            with suppress(FanwikiError):  # what is wrong with the file is told when something is wanted of it
                self.session.look_for_changes()

    def _first_shown(self) -> None:
        if not self._was_shown:
            self.shown_first.emit()
            self._was_shown = True
            self._begin_reading()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask about unsaved text once, write everything down, stop what runs."""
        if not self._leave_session():
            event.ignore()
            return
        self.preferences.window |= window_place.as_kept(self)
        reader.write(self.preferences, reader.preferences_path())
        self.runner.shut_down()
        self.engine.shut_down()
        super().closeEvent(event)

    def _dress(self) -> None:
        self.browse.view.set_background(self.theme.color("background"))
        if self._was_shown and self.session is not None:
            self.browse.reload()
