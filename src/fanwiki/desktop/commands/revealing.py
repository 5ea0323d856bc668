"""Showing what is hidden on a page: one spoiler, or all that one film hides there; remembered, and taken back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import filled
from fanwiki.services import documents, revealing

if TYPE_CHECKING:
    from fanwiki.desktop.main_window import MainWindow
    from fanwiki.desktop.session import Session
    from fanwiki.services.revealing import HiddenItem


class RevealCommands:
    """What a reader can do about what the shield hides on one page.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._items: tuple[str, ...] = ()

    def begin(self, session: Session) -> None:
        """Show what the reader revealed in this wiki before."""
        for title in session.revealed_pages():
            self._window.pages.reveal(title, session.revealed_identities(title), session.revealed_items(title))

    def offer(self, items: tuple[str, ...]) -> None:
        """Take note of what the masks of the page in front hide, by the numbers that their links have."""
        self._items = items

    def reveal(self) -> None:
        """Offer to show one spoiler of this page, or all that one film hides on it, or to hide them again."""
        window, session = self._window, self._window.require_session()
        title = window.browse.address.name
        menu = QMenu(window)
        menu.setObjectName("revealMenu")
        for film in session.revealed_on(title):
            text = filled(window.tr("Hide spoilers for “%1” again"), film)
            menu.addAction(icon("mdi6.eye-off-outline"), text, partial(self.hide_spoilers, title, film))
        looking, kept = window.pages.viewer_of(title), session.revealed_items(title)
        items = revealing.hidden_items(session.wiki, title, looking, shown=kept)
        for number, item in enumerate(items, 1):
            text, then, sign = self._say_item(number, item), self.show_item, "mdi6.eye-outline"
            if item.key in kept:
                text, then, sign = filled(window.tr("Hide again: %1"), text), self.hide_item, "mdi6.eye-off-outline"
            menu.addAction(icon(sign), text, partial(then, title, item.key))
        menu.addSeparator()
        for film in documents.withheld_films(session.wiki, title, looking):
            text = filled(window.tr("Show all spoilers for “%1” here"), film)
            menu.addAction(icon("mdi6.eye-plus-outline"), text, partial(self.show_spoilers, title, film))
        if menu.isEmpty():
            menu.addAction(window.tr("Nothing is hidden on this page")).setEnabled(False)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(window.browse.mapToGlobal(window.browse.view.geometry().center()))

    def follow_offer(self, number: str) -> None:
        """Show the hidden part of the page in front that has this number; without one, let choose."""
        items = self._items
        if number.isdecimal() and 0 < int(number) <= len(items):
            self.show_item(self._window.browse.address.name, items[int(number) - 1])
        else:
            self.reveal()

    def _say_item(self, number: int, item: HiddenItem) -> str:
        """Say which spoiler it is, without what is in it."""
        window = self._window
        text = filled(window.tr("Spoiler %1"), number)
        films = "" if item.films.startswith("#") else item.films.replace("[[", "").replace("]]", "")
        if films:
            text = filled(window.tr("%1, for “%2”"), text, films)
        if item.is_field:
            return filled(window.tr("%1, among the fields"), text)
        return filled(window.tr("%1, under “%2”"), text, item.heading) if item.heading else text

    def show_item(self, title: str, key: str) -> None:
        """Show one spoiler of a page, and remember that; the wiki's undo hides it again."""
        window = self._window
        window.require_session().reveal_item(title, key)
        self._use_reveals(title)
        text = filled(window.tr("Show a spoiler on “%1”"), title)
        window.undo.push(text, lambda: self.hide_item(title, key))

    def hide_item(self, title: str, key: str) -> None:
        """Hide it again."""
        self._window.require_session().hide_item(title, key)
        self._use_reveals(title)

    def show_spoilers(self, title: str, film: str) -> None:
        """Show what a film hides on one page, and remember that; the wiki's undo hides it again."""
        window = self._window
        window.require_session().reveal(title, film)
        self._use_reveals(title)
        text = filled(window.tr("Show spoilers for “%1” on “%2”"), film, title)
        window.undo.push(text, lambda: self.hide_spoilers(title, film))

    def hide_spoilers(self, title: str, film: str) -> None:
        """Hide it again."""
        self._window.require_session().hide(title, film)
        self._use_reveals(title)

    def _use_reveals(self, title: str) -> None:
        session = self._window.require_session()
        self._window.pages.reveal(title, session.revealed_identities(title), session.revealed_items(title))
        self._window.browse.reload()
