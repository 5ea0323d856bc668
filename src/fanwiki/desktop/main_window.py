"""The window: search pane at the left, pages in the middle, editor and side bar at the right.


It puts the parts together and passes word between them; what actions do stands in `fanwiki.desktop.commands`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QSplitter, QToolButton, QVBoxLayout, QWidget

from fanwiki.desktop import reader
from fanwiki.desktop.action_table import EDITOR_ACTIONS, WINDOW_ACTIONS
from fanwiki.desktop.actions import ActionSet, Menu, Needs, shown_menu
from fanwiki.desktop.browse.address import HOME, HOME_ADDRESS, KIND, Address
from fanwiki.desktop.browse.breadcrumbs import Breadcrumbs
from fanwiki.desktop.browse.browse_pane import BrowsePane
from fanwiki.desktop.browse.page_view import WebEngine
from fanwiki.desktop.browse.pages import Pages
from fanwiki.desktop.browse.trail import as_data, from_data
from fanwiki.desktop.commands.graph import GRAPH, GraphCommands
from fanwiki.desktop.commands.pages import PageCommands
from fanwiki.desktop.commands.reading import ReadingCommands
from fanwiki.desktop.commands.rescuing import RescueCommands
from fanwiki.desktop.commands.searches import SearchCommands
from fanwiki.desktop.commands.speculating import DESK, DeskCommands
from fanwiki.desktop.commands.wikis import WikiCommands
from fanwiki.desktop.commands.window import WindowCommands
from fanwiki.desktop.edit.spelling import SpellChecker
from fanwiki.desktop.icons import icon
from fanwiki.desktop.later import import_now, read_groundwork
from fanwiki.desktop.link_hints import LinkHints
from fanwiki.desktop.message_bar import MessageBar
from fanwiki.desktop.messages import Messages
from fanwiki.desktop.middle import Middle
from fanwiki.desktop.own_keys import OwnKeys
from fanwiki.desktop.reader import Preferences
from fanwiki.desktop.runner import JobRunner
from fanwiki.desktop.search.search_pane import SearchPane
from fanwiki.desktop.search.wiki_finder import WikiFinder
from fanwiki.desktop.session import Session, open_session
from fanwiki.desktop.shield_button import ShieldButton
from fanwiki.desktop.side_bar import SideBar
from fanwiki.desktop.status import JobStatus
from fanwiki.desktop.theme import Theme
from fanwiki.desktop.undo import WikiUndo
from fanwiki.desktop.welcome import Welcome
from fanwiki.desktop.words import filled
from fanwiki.domain.change import Change
from fanwiki.errors import DamagedFileError, FanwikiError
from fanwiki.services import appearing

if TYPE_CHECKING:
    from fanwiki.desktop.edit.edit_pane import EditPane
    from fanwiki.services.documents import Document

MESSAGE_TIME = 6000


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
        self._restore_place()
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
        self.rescue_commands = RescueCommands(self)
        self.page_commands = PageCommands(self)
        self.wiki_commands = WikiCommands(self)
        self.window_commands = WindowCommands(self)

    def _make_actions(self) -> None:
        commands = (self.reading_commands, self.page_commands, self.desk_commands, self.graph_commands)
        targets = (*commands, self.rescue_commands, self.wiki_commands, self.window_commands, self)
        self.actions_of_window = ActionSet(WINDOW_ACTIONS, targets, self, on_error=self.messages.error)
        OwnKeys((*WINDOW_ACTIONS, *EDITOR_ACTIONS), self)
        bar = self.menuBar()
        for place in Menu:
            if place in (Menu.TABS, Menu.FORMAT):
                continue
            menu = QMenu(shown_menu(place), bar)
            self.actions_of_window.fill_menu(menu, place)
            bar.addMenu(menu)
            if place is Menu.FILE:
                recent = QMenu(self.tr("Open recent"), menu)
                recent.aboutToShow.connect(lambda m=recent: self.wiki_commands.fill_recent(m))
                menu.insertMenu(self.actions_of_window["import"], recent)
        self.actions_of_window["toggle-search"].setChecked(True)

    def _lay_out(self) -> None:
        self._fill_head()
        middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.message_bar)
        column.addWidget(self.middle, 1)
        column.addWidget(self.welcome, 1)
        self._split = QSplitter(Qt.Orientation.Horizontal, self)
        self._split.setObjectName("panes")
        self._split.setChildrenCollapsible(False)
        self._split.setHandleWidth(1)
        for part in (self.search, middle, self._place_of_editor, self.side_bar):
            self._split.addWidget(part)
        self._split.setStretchFactor(1, 1)
        self._split.setSizes([300, 700, 460, 220])
        self.side_bar.hide()
        self.setCentralWidget(self._split)
        self._fill_status_bar()

    def _fill_head(self) -> None:
        layout = self.browse.head_layout
        for name in ("back", "forward", "home"):
            layout.addWidget(self._button(name))
        self.breadcrumbs = Breadcrumbs(self.browse)
        layout.addSpacing(6)
        layout.addWidget(self.breadcrumbs, 1)
        for name in ("reveal", "bookmark", "toggle-side-bar", "edit"):
            layout.addWidget(self._button(name))

    def _button(self, name: str) -> QToolButton:
        button = QToolButton(self.browse)
        action = self.actions_of_window[name]
        button.setDefaultAction(action)
        button.setObjectName(f"button.{name}")
        button.setAccessibleName(action.text().replace("&", "").removesuffix("…"))
        return button

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
        self.undo.changed.connect(self._say_state)
        self.pages.arrived.connect(self._document_arrived)
        browse, reading = self.browse, self.reading_commands
        browse.came_to.connect(self._came_to)
        browse.trail_changed.connect(self._say_state)
        browse.link_followed.connect(lambda address, tab: reading.open_address(address, in_new_tab=tab))
        browse.outside_link_followed.connect(reading.open_outside)
        browse.link_hovered.connect(self.link_hints.come_to)
        browse.menu_wanted.connect(reading.show_page_menu)
        browse.view.printed.connect(reading.say_printed)
        browse.view.printed_on.connect(reading.say_printed_on)
        self.breadcrumbs.wanted.connect(reading.open_address)
        self.middle.changed.connect(self._view_changed)
        self._connect_search()
        self.side_bar.place_wanted.connect(self._go_to_place)
        self.side_bar.page_wanted.connect(reading.open_title)
        self.welcome.open_wanted.connect(self.wiki_commands.open_wiki)
        self.welcome.new_wanted.connect(self.wiki_commands.new_wiki)
        self.welcome.path_wanted.connect(lambda path: self.open_path(Path(path)))

    def _connect_search(self) -> None:
        search, reading = self.search, self.reading_commands
        search.opened.connect(lambda title, anchor, tab: reading.open_title(title, anchor, in_new_tab=tab))
        search.searched.connect(self.search_commands.remember)
        search.save_wanted.connect(self.search_commands.save)
        search.forget_wanted.connect(self.search_commands.forget)
        search.shield_wanted.connect(reading.edit_shield)
        search.help_wanted.connect(self.window_commands.show_search_help)
        search.new_page_wanted.connect(self.page_commands.write_missing)

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
            self._edit.set_session(self.session)
            self._connect_editor(self._edit)
        return self._edit

    @property
    def is_editing(self) -> bool:
        """Whether the editor is open."""
        return self._edit is not None and not self._edit.isHidden()

    @property
    def has_unsaved(self) -> bool:
        """Whether the editor holds text that was not saved."""
        return self._edit is not None and self._edit.has_unsaved

    def _connect_editor(self, edit: EditPane) -> None:
        edit.saved.connect(self.page_commands.was_saved)
        edit.closed.connect(self._editor_closed)
        edit.conflicted.connect(self.page_commands.show_conflict)
        edit.stop_wanted.connect(self.page_commands.stop_editing)
        edit.unsaved_changed.connect(lambda _unsaved: self._say_state())
        edit.link_followed.connect(lambda address, tab: self.reading_commands.open_address(address, in_new_tab=tab))
        edit.page_wanted.connect(self.reading_commands.open_title)
        edit.editor.link_hovered.connect(self.link_hints.come_to_title)

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
            self.setWindowTitle(f"{session.name}[*] – fanwiki")
            session.changed.connect(self._wiki_changed)
            for title in session.revealed_pages():
                self.pages.reveal(title, session.revealed_identities(title), session.revealed_items(title))
            self.search.set_finder(WikiFinder(session))
            self.search_commands.show_history()
            self._restore_tabs(session)
            self.rescue_commands.warn_of_place(session)
        self._say_shield()
        self._say_state()
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
        session.reading.tabs = [as_data(trail) for trail in self.browse.trails]
        session.reading.tab = self.browse.tabs.currentIndex()
        self.search.set_finder(None)
        self.session = None
        self.pages.set_session(None)
        session.close()
        session.deleteLater()
        return True

    def _wiki_changed(self, change: Change) -> None:
        self.browse.reload()
        self.search.refresh()
        self.desk_commands.refresh()
        self.graph_commands.refresh()
        self._say_shield()
        if change.kinds and self._edit is not None:
            self._edit.set_session(self.session)

    # The page in front

    def _came_to(self, address: Address) -> None:
        if address.is_page and self.session is not None:
            self.session.came_to(address.name)
            self.search_commands.show_history()
        self.link_hints.leave()
        self.middle.show_pages()
        self.breadcrumbs.show_crumbs(self._crumbs(address))
        self.side_bar.show_outline(())
        self.side_bar.show_backlinks(())
        self._say_state()

    def _document_arrived(self, address: Address, document: Document) -> None:
        if address.without_anchor != self.browse.address.without_anchor:
            return
        self.browse.set_title(document.title)
        self.side_bar.show_outline([(place.level, place.text, place.anchor) for place in document.places])
        self.side_bar.show_backlinks(document.linked_from)
        self.breadcrumbs.show_crumbs(self._crumbs(address, document))

    def _crumbs(self, address: Address, document: Document | None = None) -> list[tuple[str, Address | None]]:
        crumbs: list[tuple[str, Address | None]] = [
            (self.session.name if self.session is not None else "", HOME_ADDRESS)
        ]
        if document is not None and document.kind:
            crumbs.append((document.kind_label, Address(KIND, document.kind)))
        title = document.title if document is not None else address.name
        if title and address.room != HOME:
            crumbs.append((title, address.without_anchor))
        if address.anchor and document is not None:
            crumbs += [(place.text, address) for place in document.places if place.anchor == address.anchor]
        return crumbs

    def _view_changed(self, name: str) -> None:
        self.actions_of_window["desk"].setChecked(name == DESK)
        self.actions_of_window["graph"].setChecked(name == GRAPH)

    def _go_to_place(self, anchor: str) -> None:
        address = self.browse.address
        self.browse.go(Address(address.room, address.name, anchor, address.query))

    # Panes

    def show_editor(self) -> None:
        """Show the editor beside the page."""
        self.edit.show()
        self.edit.preview.view.set_zoom(self.browse.view.zoom)
        self._say_state()

    def _editor_closed(self) -> None:
        self.edit.hide()
        self.browse.view.focus_page()
        self._say_state()

    def pane_sizes(self) -> QSplitter:
        """The splitter between the panes."""
        return self._split

    # What is said about the state

    def _say_state(self) -> None:
        there: set[Needs] = set()
        if self.session is not None:
            there.add(Needs.WIKI)
            trail = self.browse.trail
            needs = {
                Needs.PAGE: self.browse.address.is_page,
                Needs.BACK: trail.can_go_back,
                Needs.FORWARD: trail.can_go_forward,
                Needs.CLOSED_TAB: self.browse.has_closed_tabs,
                Needs.EDITOR: self.is_editing,
                Needs.UNSAVED: self.has_unsaved,
                Needs.UNDO: bool(self.undo.text),
            }
            there |= {need for need, is_there in needs.items() if is_there}
        actions = self.actions_of_window
        actions.set_state(frozenset(there))
        undo = filled(self.tr("Undo “%1”"), self.undo.text) if self.undo.text else self.tr("Undo in the wiki")
        actions["undo-wiki"].setText(undo)
        marked = self.session is not None and self.browse.address.name in self.session.reading.bookmarks
        actions["bookmark"].setIcon(icon("mdi6.bookmark" if marked else "mdi6.bookmark-outline"))
        self.setWindowModified(self.has_unsaved)

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
        self.preferences.window = {
            "place": bytes(self.saveGeometry().toBase64().data()).decode(),
            "panes": bytes(self._split.saveState().toBase64().data()).decode(),
        }
        reader.write(self.preferences, reader.preferences_path())
        self.runner.shut_down()
        self.engine.shut_down()
        super().closeEvent(event)

    def _restore_place(self) -> None:
        self.resize(1280, 800)
        kept = self.preferences.window
        if "place" in kept:
            self.restoreGeometry(QByteArray.fromBase64(kept["place"].encode()))
        if "panes" in kept:
            self._split.restoreState(QByteArray.fromBase64(kept["panes"].encode()))

    def _dress(self) -> None:
        self.browse.view.set_background(self.theme.color("background"))
        if self._was_shown and self.session is not None:
            self.browse.reload()
