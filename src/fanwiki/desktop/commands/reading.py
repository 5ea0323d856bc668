"""Going about in the wiki: tabs, trails, zoom, finding, the side bar, the list of films seen."""

from __future__ import annotations

import random
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu

from fanwiki.desktop.browse import address as rooms
from fanwiki.desktop.browse.address import HOME_ADDRESS, Address, linking_query, page_address, read_address
from fanwiki.desktop.words import filled
from fanwiki.errors import FanwikiError
from fanwiki.services import appearing, documents, drafting, searching
from fanwiki.wording import say_label

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from fanwiki.desktop.dialogs.seen_films import Shield
    from fanwiki.desktop.main_window import MainWindow
    from fanwiki.desktop.search.chooser import Choice, How

ZOOM_STEP = 0.1


class ReadingCommands:
    """What a reader can do.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._printer: QPrinter | None = None

    def open_address(self, address: Address, *, in_new_tab: bool = False) -> None:
        """Go to an address; one that asks for something to be done does it."""
        window = self._window
        if address.room == rooms.NEW:
            window.page_commands.write_missing(address.name)
        elif address.room == rooms.SPECULATE:
            window.page_commands.speculate_about(address.name)
        elif address.room == rooms.FILE:
            self._save_file(address.name)
        elif address.room == rooms.SEARCH:
            window.search_commands.ask(address.name)
        elif address.room == rooms.REVEAL:
            window.reveal_commands.follow_offer(address.name)
        elif address.room in rooms.DOCUMENTS:
            if in_new_tab:
                window.browse.open_in_tab(address, in_front=False)
            else:
                window.browse.go(address)

    def open_title(self, title: str, anchor: str = "", *, in_new_tab: bool = False) -> None:
        """Go to a page."""
        self.open_address(page_address(title, anchor), in_new_tab=in_new_tab)

    def open_all_linking(self) -> None:
        """Search for all that links to the page that is shown."""
        self._window.search_commands.ask(linking_query(self._window.browse.address.name))

    def open_outside(self, url: str) -> None:
        """Ask before a link leaves the wiki for the browser."""
        from fanwiki.desktop.dialogs.question import Answer, Question, Role

        window = self._window
        asked = Question(
            "leaveDialog",
            window.tr("Open this link in your browser?"),
            filled(window.tr("It leaves the wiki, and this computer:\n%1"), url[:300]),
            (
                Answer(
                    window.tr("Open in the browser"), Role.AcceptRole, then=lambda: QDesktopServices.openUrl(QUrl(url))
                ),
                Answer(window.tr("Cancel"), Role.RejectRole),
            ),
            window,
            sign="mdi6.open-in-new",
        )
        asked.finished.connect(asked.deleteLater)
        asked.open()

    # Trails and tabs

    def go_back(self) -> None:
        """Go back."""
        self._window.browse.back()

    def go_forward(self) -> None:
        """Go forward."""
        self._window.browse.forward()

    def go_home(self) -> None:
        """Go to the home page."""
        self._window.browse.go(HOME_ADDRESS)

    def go_all(self) -> None:
        """Go to the list of all pages."""
        self._window.browse.go(Address(rooms.ALL))

    def go_random(self) -> None:
        """Go to a page picked at random among those the reader may know of."""
        session = self._window.require_session()
        title = searching.title_by_lot(session.wiki, session.viewer, random.random())
        if title:
            self.open_title(title)

    def new_tab(self) -> None:
        """Open a tab at home."""
        self._window.browse.open_in_tab(HOME_ADDRESS)

    def close_tab(self) -> None:
        """Close the tab in front."""
        self._window.browse.close_current_tab()

    def reopen_tab(self) -> None:
        """Bring back the tab that was closed last."""
        self._window.browse.reopen_tab()

    def step_tab(self, step: int) -> None:
        """Go to the next tab or the one before."""
        self._window.browse.step_tab(step)

    def move_tab(self, step: int) -> None:
        """Move the tab in front past the next one or the one before."""
        self._window.browse.move_tab(step)

    def choose_tab(self, number: int) -> None:
        """Go to a tab by its number."""
        self._window.browse.choose_tab(number)

    def reload(self) -> None:
        """Show the page again."""
        self._window.browse.reload()

    # The page in front

    def zoom(self, step: int) -> None:
        """Make pages larger or smaller, or as they were."""
        window = self._window
        zoom = 1.0 if step == 0 else window.browse.view.zoom + step * ZOOM_STEP
        window.browse.view.set_zoom(zoom)
        if window.is_editing:
            window.edit.preview.view.set_zoom(zoom)
        window.preferences.zoom = window.browse.view.zoom
        window.messages.tell(filled(window.tr("Pages at %1 %"), round(window.browse.view.zoom * 100)))

    def find(self) -> None:
        """Find in the source while it has the focus, else in the page."""
        if self._window.is_editing and self._window.edit.editor.hasFocus():
            self._window.edit.open_find(replacing=False)
        else:
            self._window.browse.open_find()

    def find_next(self) -> None:
        """Find the next place."""
        self._find_again(backwards=False)

    def find_previous(self) -> None:
        """Find the place before."""
        self._find_again(backwards=True)

    def replace(self) -> None:
        """Replace in the source."""
        self._window.edit.open_find(replacing=True)

    def _find_again(self, *, backwards: bool) -> None:
        window = self._window
        if window.is_editing and (
            window.edit.editor.hasFocus() or window.edit.find_bar.isAncestorOf(window.focusWidget())
        ):
            window.edit.find_bar.find_next(backwards=backwards)
        else:
            window.browse.find_again(backwards=backwards)

    def print_page(self) -> None:
        """Ask for a printer, as the system does, and print the page."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        window = self._window
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(window.browse.address.name or window.require_session().name)
        dialog = QPrintDialog(printer, window)
        dialog.setWindowTitle(window.tr("Print"))
        if dialog.exec() == QPrintDialog.DialogCode.Accepted:
            self._printer = printer  # it must outlive this method: the engine prints on its own time
            window.browse.view.print_on(printer)
        dialog.deleteLater()

    def say_printed_on(self, ok: bool) -> None:
        """Say whether the page was printed."""
        window, self._printer = self._window, None
        if ok:
            window.messages.tell(window.tr("The page was sent to the printer."))
        else:
            text = window.tr("The page could not be printed.")
            window.messages.error(FanwikiError(text, window.tr("Look at the printer, or save the page as PDF.")))

    def save_as_pdf(self) -> None:
        """Ask where and write the page as a PDF."""
        window = self._window
        name = (window.browse.address.name or window.require_session().name).replace("/", "-")
        path, _filter = QFileDialog.getSaveFileName(window, window.tr("Save page as PDF"), f"{name}.pdf", "PDF (*.pdf)")
        if path:
            window.browse.view.print_to_pdf(path)

    def say_printed(self, path: str, ok: bool) -> None:
        """Say whether the PDF was written."""
        window = self._window
        if ok:
            window.messages.tell(filled(window.tr("Saved %1"), path))
        else:
            text = filled(window.tr("“%1” could not be written."), path)
            window.messages.error(FanwikiError(text, window.tr("Choose another folder.")))

    def _save_file(self, name: str) -> None:
        window, session = self._window, self._window.require_session()
        path, _filter = QFileDialog.getSaveFileName(window, window.tr("Save file"), name)
        if path:
            data, _media_type = documents.attachment(session.wiki, name, session.viewer)
            try:
                Path(path).write_bytes(data)
            except OSError as error:
                text = filled(window.tr("“%1” could not be written: %2."), path, error.strerror)
                raise FanwikiError(text, window.tr("Choose another folder.")) from error

    def toggle_bookmark(self) -> None:
        """Set or take away the page's bookmark."""
        window = self._window
        title = window.browse.address.name
        marked = window.require_session().toggle_bookmark(title)
        text = window.tr("Bookmarked “%1”") if marked else window.tr("Took away the bookmark of “%1”")
        window.messages.tell(filled(text, title))

    def show_page_menu(self, place: QPoint, link: str, text: str) -> None:
        """Show the context menu of the page."""
        window = self._window
        menu = QMenu(window)
        address = read_address(link) if link else None
        if address is not None and address.room in rooms.DOCUMENTS:
            menu.addAction(window.tr("Open"), lambda: self.open_address(address))
            menu.addAction(window.tr("Open in a new tab"), lambda: self.open_address(address, in_new_tab=True))
            if address.is_page:
                copied = f"[[{address.name}]]"
                menu.addAction(window.tr("Copy as a link"), lambda: QGuiApplication.clipboard().setText(copied))
            menu.addSeparator()
        if text:
            menu.addAction(window.tr("Copy"), window.browse.view.copy)
            shown = text if len(text) < 24 else text[:23] + "…"
            menu.addAction(filled(window.tr("Search for “%1”"), shown), lambda: window.search.search_for(text))
            menu.addSeparator()
        for name in ("back", "forward", "reload", "edit", "bookmark", "graph", "speculate", "reveal"):
            menu.addAction(window.actions_of_window[name])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    # Finding pages

    def focus_search(self) -> None:
        """Give the search box the keyboard."""
        self._window.window_commands.show_search_pane(True)
        self._window.search.focus_box()

    def count_forms(self, wanted: bool) -> None:
        """Let other forms of English words count as the word in this wiki, or not."""
        self._window.search_commands.count_forms(wanted)

    def open_palette(self) -> None:
        """Show every action."""
        from fanwiki.desktop.search.palette import open_palette

        window = self._window
        sets = [window.actions_of_window]
        if window.is_editing:
            sets.insert(0, window.edit.format_bar.actions_of_editor)
        open_palette(window, sets)

    def open_switcher(self) -> None:
        """Ask for a page by its name; nothing typed offers the pages read last."""
        from fanwiki.desktop.search.chooser import Chooser

        window = self._window
        chooser = Chooser(
            "quickSwitcher",
            window.tr("Go to page"),
            self._titles,
            window.tr("Enter opens · Ctrl+Enter in a new tab · Shift+Enter makes a page of this name"),
            window,
        )
        chooser.chosen.connect(self._switch)
        chooser.finished.connect(chooser.deleteLater)
        chooser.open_over(window)

    def _titles(self, typed: str) -> list[Choice]:
        from fanwiki.desktop.search.chooser import Choice

        session = self._window.require_session()
        kinds = drafting.kinds(session.wiki)
        if not typed and session.reading.recent:
            return [Choice(title, title, icon="mdi6.history") for title in session.reading.recent[:12]]
        return [
            Choice(
                hit.page.title,
                hit.page.title,
                say_label(kinds.of(hit.page.kind).label),
                kinds.of(hit.page.kind).icon,
                note="" if hit.is_title else hit.name,
            )
            for hit in searching.complete(session.wiki, typed, session.viewer, limit=20)
        ]

    def _switch(self, value: object, how: How) -> None:
        from fanwiki.desktop.search.chooser import How

        if how is How.CREATE:
            self._window.page_commands.write_missing(str(value))
        else:
            self.open_title(str(value), in_new_tab=how is How.NEW_TAB)
            self._window.browse.view.focus_page()

    # The shield

    def edit_shield(self) -> None:
        """Ask which films the reader has seen."""
        self._ask_shield(is_first=False)

    def ask_shield_first(self) -> None:
        """Ask once, when a wiki with films is opened for the first time, or the first films were brought in."""
        session = self._window.session
        if session is not None and not session.reading.asked and self.films():
            self._ask_shield(is_first=True)

    def films(self) -> list[tuple[str, str]]:
        """Return the films the reader may know of with their release days, in the order of release."""
        session = self._window.require_session()
        rows = appearing.timeline(session.wiki, session.viewer)
        return [(page.title, "" if dates.released == appearing.UNDATED else dates.released) for page, dates in rows]

    def _ask_shield(self, *, is_first: bool) -> None:
        from fanwiki.desktop.dialogs.seen_films import SeenFilmsDialog, Shield

        window, session = self._window, self._window.require_session()
        kept = session.reading
        shield = Shield(tuple(kept.seen), kept.sees_all, kept.speculation)
        dialog = SeenFilmsDialog(self.films(), shield, window, is_first=is_first)
        dialog.answered.connect(self._set_shield)
        dialog.rejected.connect(self._shield_later)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _set_shield(self, shield: Shield) -> None:
        session = self._window.require_session()
        session.set_shield(seen=list(shield.seen), sees_all=shield.sees_all, speculation=shield.speculation)

    def _shield_later(self) -> None:
        session = self._window.require_session()
        session.reading.asked = True
        session.save()
