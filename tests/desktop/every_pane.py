"""Every pane and dialog of the window, and how to open each with real data of the sample wiki.

Tests walk over them, and `make screenshots` takes their pictures. What opens something closes it again and leaves the
window as it was: a page in front, nothing else open.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QWidget
from waiting import wait_for_answer, wait_until

from fanwiki.desktop.actions import Menu
from fanwiki.desktop.browse.address import HOME_ADDRESS, page_address
from fanwiki.desktop.browse.hover_card import HoverCard
from fanwiki.desktop.commands.importing import open_wizard
from fanwiki.desktop.desk.desk_pane import DeskPane
from fanwiki.desktop.dialogs.asking import ChoiceDialog, TextDialog
from fanwiki.desktop.dialogs.conflict import ConflictDialog
from fanwiki.desktop.dialogs.export import ExportDialog
from fanwiki.desktop.dialogs.history import HistoryDialog
from fanwiki.desktop.dialogs.importing.wizard import ImportWizard
from fanwiki.desktop.dialogs.keys import KeysDialog
from fanwiki.desktop.dialogs.new_page import NewPageDialog
from fanwiki.desktop.dialogs.question import Question
from fanwiki.desktop.dialogs.resolve import ResolveDialog
from fanwiki.desktop.dialogs.search_help import SearchHelpDialog
from fanwiki.desktop.dialogs.seen_films import SeenFilmsDialog
from fanwiki.desktop.dialogs.templates import TemplatesDialog
from fanwiki.desktop.dialogs.trash import TrashDialog
from fanwiki.desktop.dialogs.unsaved import UnsavedDialog
from fanwiki.desktop.edit.completion import CompletionPopup
from fanwiki.desktop.edit.gate_button import GateButton, GateDialog
from fanwiki.desktop.graph.graph_pane import GraphPane
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.messages import bug_dialog
from fanwiki.desktop.search.chooser import Chooser
from fanwiki.desktop.session import open_session
from fanwiki.errors import DamagedFileError, FanwikiError
from fanwiki.services import editing, wikis
from fanwiki.services.drafting import Conflict, Opened, open_page

FILM, CHARACTER, CLAIM = "We Can Be Heroes", "Wheels", "The sequel comes out soon"
DELETED = "A page that was a mistake"
FILM_LIST = """Title,Year,Cast,Director,Regie-Assistenz,Plot
The Long Night,2021,Bo Reed as Comet; Ann Lee as Dust,Noor El-Amin,Cy Lund,A comet lands in a village and asks for tea.
The Longer Night,2023,Bo Reed as Comet; Di Wu as The Mayor,Noor El-Amin,Cy Lund,The village asks the comet to leave.
Last Light,1998,Ann Lee as Mirelle,Zoë Hart,,A lighthouse goes out.
"""

Opening = Callable[[MainWindow], AbstractContextManager[QWidget]]


@dataclass(frozen=True, slots=True)
class Place:
    """A pane or a dialog.

    Args:
        name: What it is called; also its picture's name.
        open: Opens it, gives it, and closes it in the end.
        shows: What is in it that the name means.
        is_painted: Whether a page is painted in it, which takes a moment.
    """

    name: str
    open: Opening
    shows: type[QWidget]
    is_painted: bool = False


def settle_in(window: MainWindow) -> None:
    """Use the wiki for a while: read, mark, search, write, delete, so that every list has something in it."""
    session = window.require_session()
    editing.save_markdown(session.wiki, DELETED, "---\nkind: note\n---\nNothing.\n", author="Ana")
    editing.delete(session.wiki, DELETED, author="Ana")
    opened = open_page(session.wiki, CHARACTER)
    editing.save_markdown(session.wiki, CHARACTER, f"{opened.text.rstrip()}\n\nHe likes maps.\n", author="Ana")
    session.toggle_bookmark(CHARACTER)
    for query in ("hero tag:family", "kind:character [species:alien]"):
        session.searched(query)
    window.search_commands.save("Everybody who can fly", "kind:character fly")
    for title in (CLAIM, CHARACTER, FILM):
        window.browse.go(page_address(title))


# Panes


@contextmanager
def welcome(window: MainWindow) -> Iterator[QWidget]:
    """Show what somebody sees who has no wiki open."""
    session = window.session
    window.preferences.recent_wikis = [str(window.require_session().path)]
    window.set_session(None)
    yield window
    window.set_session(session)


@contextmanager
def welcome_first(window: MainWindow) -> Iterator[QWidget]:
    """Show what somebody sees who never had a wiki open."""
    session = window.session
    window.preferences.recent_wikis = []
    window.set_session(None)
    yield window
    window.set_session(session)


@contextmanager
def empty_wiki(window: MainWindow) -> Iterator[QWidget]:
    """Open a wiki in which nothing was written yet."""
    session = window.require_session()
    path = session.path.with_name("Nothing yet.fanwiki")
    if not path.exists():
        wikis.create_wiki(path).close()
    empty = open_session(path, window.preferences)
    window.set_session(empty)
    yield window
    window.set_session(session)
    empty.close()


def _page(address: object) -> Opening:
    @contextmanager
    def opening(window: MainWindow) -> Iterator[QWidget]:
        window.browse.go(address)  # type: ignore[arg-type]  # an address
        yield window

    return opening


@contextmanager
def side_bar(window: MainWindow) -> Iterator[QWidget]:
    """Show contents and backlinks beside a page, tabs above it, and the bar that finds in it."""
    window.browse.go(page_address(FILM))
    window.window_commands.show_side_bar(True)
    window.side_bar.show_outline([(2, "Plot", "s-plot"), (3, "The beginning", "s-b"), (2, "Reception", "s-r")])
    window.side_bar.show_backlinks([CHARACTER, CLAIM], 214)
    window.browse.open_in_tab(page_address(CHARACTER), in_front=False)
    window.browse.open_find()
    QTest.keyClicks(window.browse.find_bar._box, "film")
    yield window
    window.browse.find_bar.close_bar()
    window.browse.close_tab(1)
    window.window_commands.show_side_bar(False)


@contextmanager
def link_card(window: MainWindow) -> Iterator[QWidget]:
    """Rest on a link."""
    window.link_hints.come_to(page_address(CHARACTER).url)
    window.link_hints.show_card()
    yield window.link_hints.card
    window.link_hints.leave()


@contextmanager
def search(window: MainWindow) -> Iterator[QWidget]:
    """Search, with a filter on and all facets open."""
    window.search.search_for("hero")
    wait_for_answer(window)
    window.search._add_filter("kind:character")
    wait_for_answer(window)
    window.search._ask_facets()
    wait_until(lambda: not window.search._asking_facets.is_waiting)
    window.search.answer.facets.set_open(True)
    yield window
    window.search.answer.facets.set_open(False)
    window.search.search_for("")


@contextmanager
def nothing_found(window: MainWindow) -> Iterator[QWidget]:
    """Search for what is not there."""
    window.search.search_for("zanzibar")
    wait_for_answer(window)
    yield window
    window.search.search_for("")


def _editor(source: bool, fields: bool, preview: bool) -> Opening:
    @contextmanager
    def opening(window: MainWindow) -> Iterator[QWidget]:
        window.browse.go(page_address(CHARACTER))
        window.page_commands.toggle_edit()
        head = window.edit.head
        for button, is_on in ((head.source, True), (head.fields, fields), (head.preview, preview)):
            button.setChecked(is_on)
        head.source.setChecked(source)
        yield window
        head.source.setChecked(True)
        head.fields.setChecked(False)
        head.preview.setChecked(False)
        window.edit.leave()

    return opening


@contextmanager
def replacing(window: MainWindow) -> Iterator[QWidget]:
    """Replace in the source."""
    with _editor(True, False, False)(window):
        window.edit.open_find(replacing=True)
        QTest.keyClicks(window.edit.find_bar._box, "e")
        yield window
        window.edit.find_bar.close_bar()


@contextmanager
def completion(window: MainWindow) -> Iterator[QWidget]:
    """Type a link."""
    with _editor(True, False, False)(window):
        window.edit.editor.appendPlainText("")
        QTest.keyClicks(window.edit.editor, "See [[mir")
        wait_until(window.edit.editor.popup.isVisible)
        yield window.edit.editor.popup
        window.edit.editor.popup.hide()


@contextmanager
def insert_menu(window: MainWindow) -> Iterator[QWidget]:
    """Open what can be put in."""
    with _editor(True, False, False)(window):
        menu = window.edit.format_bar.findChild(QMenu, "insertMenu")
        assert menu is not None
        menu.popup(window.edit.mapToGlobal(window.edit.rect().topLeft()))
        yield menu
        menu.close()


@contextmanager
def reveal_menu(window: MainWindow) -> Iterator[QWidget]:
    """Offer to show what is hidden from somebody who has not seen the older film."""
    window.browse.go(page_address("Max"))
    window.reveal_commands.reveal()
    menu = next(menu for menu in window.findChildren(QMenu, "revealMenu") if menu.isVisible())
    yield menu
    menu.close()


@contextmanager
def desk(window: MainWindow) -> Iterator[QWidget]:
    """Sit down at the desk."""
    window.actions_of_window["desk"].trigger()
    wait_until(lambda: window.desk_commands.desk.card.detail is not None)
    yield window
    window.desk_commands.desk.closed.emit()


@contextmanager
def neighbourhood(window: MainWindow) -> Iterator[QWidget]:
    """Look at what is around a film."""
    window.browse.go(page_address(FILM))
    window.actions_of_window["graph"].trigger()
    wait_until(lambda: bool(window.graph_commands.graph.canvas.nodes))
    yield window
    window.graph_commands.graph.closed.emit()


@contextmanager
def message(window: MainWindow) -> Iterator[QWidget]:
    """Tell an expected failure."""
    text, hint = "“Alien” is open in another window.", "Save or close it there, then rename."
    window.messages.error(FanwikiError(text, hint))
    yield window
    window.message_bar.hide()


# Menus


def _menu(which: Menu) -> Opening:
    """Open a menu of the menu bar."""

    @contextmanager
    def opening(window: MainWindow) -> Iterator[QWidget]:
        window.browse.go(page_address(CHARACTER))
        menu = next(
            menu for menu in window.menuBar().findChildren(QMenu) if menu.objectName() == f"menu.{which.name.lower()}"
        )
        menu.popup(window.mapToGlobal(window.rect().topLeft()))
        yield menu
        menu.close()

    return opening


# Dialogs


def opened(name: str) -> QDialog:
    """Return the open dialog of this object name."""
    shown = (widget for widget in QApplication.topLevelWidgets() if shiboken6.isValid(widget) and widget.isVisible())
    return next(widget for widget in shown if isinstance(widget, QDialog) and widget.objectName() == name)


@contextmanager
def _closing(dialog: QWidget) -> Iterator[QWidget]:
    yield dialog
    if shiboken6.isValid(dialog):
        dialog.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _asked_by(ask: Callable[[MainWindow], object], name: str) -> Opening:
    @contextmanager
    def opening(window: MainWindow) -> Iterator[QWidget]:
        window.browse.go(page_address(CHARACTER))
        ask(window)
        with _closing(opened(name)) as dialog:
            yield dialog

    return opening


def _by_action(action: str, name: str) -> Opening:
    return _asked_by(lambda window: window.actions_of_window[action].trigger(), name)


@contextmanager
def quick_switcher(window: MainWindow) -> Iterator[QWidget]:
    """Type into the quick switcher."""
    with _by_action("quick-switcher", "quickSwitcher")(window) as chooser:
        chooser.type_text("mo")  # type: ignore[attr-defined]
        yield chooser


@contextmanager
def resolving(window: MainWindow) -> Iterator[QWidget]:
    """Ask how a claim ended."""
    with desk(window):
        window.desk_commands.ask_resolution(window.desk_commands.desk.card.detail)  # type: ignore[arg-type]
        with _closing(opened("resolveDialog")) as dialog:
            yield dialog


def offer_unsaved(window: MainWindow) -> None:
    """Offer the text that a crash left behind; what a running program keeps is not offered, so it is asked directly."""
    saved = open_page(window.require_session().wiki, CHARACTER).text
    UnsavedDialog(CHARACTER, saved.replace("maps", "old maps"), saved, window.theme, window).open()


def ask_to_merge(window: MainWindow) -> None:
    """Show two versions of one page."""
    text = "---\ntitle: Wheels\nkind: character\n---\nA boy with a mind like a calculator.\n\nHe is kind.\n"
    mine, theirs = text.replace("A boy", "The boy"), text.replace("kind.", "patient.")
    window.page_commands.show_conflict(
        Conflict(Opened("Wheels", theirs, 2), mine, mine.replace("kind.", "patient."), 0)
    )


@contextmanager
def gate(window: MainWindow) -> Iterator[QWidget]:
    """Ask which film a field spoils."""
    with _editor(False, True, False)(window):
        sign = next(button for button in window.edit.form.findChildren(GateButton) if button.isVisible())
        sign.ask()
        with _closing(opened("gateDialog")) as dialog:
            yield dialog


@contextmanager
def closing_unsaved(window: MainWindow) -> Iterator[QWidget]:
    """Ask what becomes of unsaved text."""
    with _editor(True, False, False)(window):
        box = window.page_commands.ask_unsaved()
        box.open()
        with _closing(box) as dialog:
            yield dialog


@contextmanager
def saving_search(window: MainWindow) -> Iterator[QWidget]:
    """Keep a search under a name."""
    with search(window):
        window.search.ask_name()
        with _closing(opened("saveSearchDialog")) as dialog:
            yield dialog


@contextmanager
def renaming_to_taken(window: MainWindow) -> Iterator[QWidget]:
    """Type a title that another page has."""
    with _by_action("rename", "renameDialog")(window) as dialog:
        dialog.line.setText(FILM)  # type: ignore[attr-defined]
        yield dialog


@contextmanager
def importing_again(window: MainWindow) -> Iterator[QWidget]:
    """Bring in a page that is here already, and be asked what goes where both sides changed."""
    notes = window.require_session().path.with_name("notes")
    notes.mkdir(exist_ok=True)
    (notes / f"{CHARACTER}.md").write_text("---\ntype: character\n---\nHe likes clocks.\n", encoding="utf-8")
    wizard = open_wizard(window, str(notes))
    with _closing(wizard):
        while wizard.step is not wizard.conflicts:
            wizard.go_on()
            wait_until(lambda: not wizard.is_working)
        yield wizard


def ask_about_damage(window: MainWindow) -> None:
    """Offer a way on with a damaged wiki."""
    path = window.require_session().path
    window.rescue_commands.ask(path, DamagedFileError("“Heroes” is damaged.", "A backup may be sound."), path)


def _wizard(steps: int) -> Opening:
    @contextmanager
    def opening(window: MainWindow) -> Iterator[QWidget]:
        films = window.require_session().path.with_name("films.csv")
        films.write_text(FILM_LIST, encoding="utf-8")
        wizard = open_wizard(window, str(films))
        with _closing(wizard):
            for _ in range(steps):
                wizard.go_on()
                wait_until(lambda: not wizard.is_working)
            yield wizard

    return opening


PLACES = (
    Place("home", _page(HOME_ADDRESS), MainWindow, is_painted=True),
    Place("film", _page(page_address(FILM)), MainWindow, is_painted=True),
    Place("character", _page(page_address(CHARACTER)), MainWindow, is_painted=True),
    Place("claim", _page(page_address(CLAIM)), MainWindow, is_painted=True),
    Place("side-bar", side_bar, MainWindow, is_painted=True),
    Place("link-card", link_card, HoverCard),
    Place("search", search, MainWindow),
    Place("search-nothing", nothing_found, MainWindow),
    Place("edit-source", _editor(True, False, False), MainWindow, is_painted=True),
    Place("edit-preview", _editor(True, False, True), MainWindow, is_painted=True),
    Place("edit-fields", _editor(False, True, False), MainWindow, is_painted=True),
    Place("edit-replace", replacing, MainWindow),
    Place("completion", completion, CompletionPopup),
    Place("insert-menu", insert_menu, QMenu),
    Place("reveal-menu", reveal_menu, QMenu),
    *(
        Place(f"menu-{which.name.lower()}", _menu(which), QMenu)
        for which in (Menu.FILE, Menu.EDIT, Menu.VIEW, Menu.GO, Menu.PAGE, Menu.WIKI, Menu.HELP)
    ),
    Place("desk", desk, DeskPane),
    Place("neighbourhood", neighbourhood, GraphPane),
    Place("message", message, MainWindow),
    Place("quick-switcher", quick_switcher, Chooser),
    Place("palette", _by_action("palette", "palette"), Chooser),
    Place("dialog-new-page", _by_action("new-page", "newPage"), NewPageDialog),
    Place("dialog-speculate", _by_action("speculate", "newPage"), NewPageDialog),
    Place("dialog-rename", _by_action("rename", "renameDialog"), TextDialog),
    Place("dialog-wiki-title", _by_action("name-wiki", "wikiTitleDialog"), TextDialog),
    Place("dialog-rename-taken", renaming_to_taken, TextDialog),
    Place("dialog-history", _by_action("history", "history"), HistoryDialog),
    Place("dialog-templates", _by_action("templates", "templates"), TemplatesDialog),
    Place("dialog-trash", _by_action("trash", "trash"), TrashDialog),
    Place("dialog-keys", _by_action("keys", "keysDialog"), KeysDialog),
    Place("dialog-search-help", _by_action("search-help", "searchHelp"), SearchHelpDialog),
    Place("dialog-export", _by_action("export", "exportDialog"), ExportDialog),
    Place("seen-films", _by_action("shield", "seenFilms"), SeenFilmsDialog),
    Place(
        "seen-films-first",
        _asked_by(lambda window: window.reading_commands._ask_shield(is_first=True), "seenFilms"),
        SeenFilmsDialog,
    ),
    Place("dialog-resolve", resolving, ResolveDialog),
    Place("dialog-unsaved", _asked_by(offer_unsaved, "unsavedText"), UnsavedDialog),
    Place("dialog-closing", closing_unsaved, Question),
    Place("dialog-conflict", _asked_by(ask_to_merge, "conflict"), ConflictDialog),
    Place("dialog-gate", gate, GateDialog),
    Place("dialog-language", _by_action("language", "languageDialog"), ChoiceDialog),
    Place("dialog-save-search", saving_search, TextDialog),
    Place(
        "dialog-leave",
        _asked_by(
            lambda window: window.reading_commands.open_outside("https://example.org/wiki/Wheels"), "leaveDialog"
        ),
        Question,
    ),
    Place("dialog-damaged", _asked_by(ask_about_damage, "damagedDialog"), Question),
    Place("dialog-about", _by_action("about", "aboutDialog"), Question),
    Place(
        "dialog-bug",
        _asked_by(lambda window: bug_dialog(ValueError("no such wheel"), window).open(), "bugDialog"),
        Question,
    ),
    Place("import-source", _wizard(0), ImportWizard),
    Place("import-preview", _wizard(1), ImportWizard, is_painted=True),
    Place("import-mapping", _wizard(2), ImportWizard),
    Place("import-conflicts", _wizard(3), ImportWizard),
    Place("import-again", importing_again, ImportWizard),
    Place("import-report", _wizard(4), ImportWizard),
    Place("welcome", welcome, MainWindow),
    Place("welcome-first", welcome_first, MainWindow),
    Place("empty-wiki", empty_wiki, MainWindow, is_painted=True),
)
