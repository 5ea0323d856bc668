"""Keeps what stands around a page in step with it: bread crumbs, contents, backlinks, the tab's title, its spoilers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from fanwiki.desktop.browse.address import Address
from fanwiki.desktop.browse.breadcrumbs import crumbs_of

if TYPE_CHECKING:
    from fanwiki.desktop.main_window import MainWindow
    from fanwiki.services.documents import Document


class PageInFront(QObject):
    """The page that the browse pane shows.

    Args:
        window: The window whose parts are told of it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._arrived: tuple[Address, Document] | None = None
        window.pages.arrived.connect(self._document_arrived)
        window.browse.came_to.connect(self._came_to)
        window.side_bar.place_wanted.connect(self.go_to_place)

    def forget(self) -> None:
        """Know of no page any more: the wiki is left."""
        self._arrived = None

    def go_to_place(self, anchor: str) -> None:
        """Go to a heading of the page."""
        browse = self._window.browse
        address = browse.address
        browse.go(Address(address.room, address.name, anchor, address.query))

    def _came_to(self, address: Address) -> None:
        window = self._window
        if address.is_page and window.session is not None:
            window.session.came_to(address.name)
            window.search_commands.show_history()
            window.keep_tabs_soon()
        window.link_hints.leave()
        window.middle.show_pages()
        if self._arrived is not None and self._arrived[0] == address.without_anchor:
            # The engine goes to a place in the document that it shows without asking for the document.
            self._show(address, self._arrived[1])
        else:
            self._arrived = None
            window.breadcrumbs.show_crumbs(crumbs_of(self._wiki_name, address))
            window.side_bar.show_outline(())
            window.side_bar.show_backlinks(())
        window.say_state()

    def _document_arrived(self, address: Address, document: Document) -> None:
        if address.without_anchor != self._window.browse.address.without_anchor:
            return
        self._arrived = (address.without_anchor, document)
        self._show(self._window.browse.address, document)

    def _show(self, address: Address, document: Document) -> None:
        window = self._window
        window.reveal_commands.offer(document.items)
        window.browse.set_title(document.title)
        window.side_bar.show_outline([(place.level, place.text, place.anchor) for place in document.places])
        window.side_bar.show_backlinks(document.linked_from, document.linked_from_in_all)
        window.breadcrumbs.show_crumbs(crumbs_of(self._wiki_name, address, document))

    @property
    def _wiki_name(self) -> str:
        return self._window.session.name if self._window.session is not None else ""
