"""What is said of a link while the pointer is on it: its target in the status bar, then a card."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from fanwiki.desktop.browse.address import NEW, REVEAL, Address, page_address, read_address
from fanwiki.desktop.browse.hover_card import REST, HoverCard
from fanwiki.desktop.words import filled
from fanwiki.errors import NotFoundError
from fanwiki.services import documents

if TYPE_CHECKING:
    from fanwiki.desktop.main_window import MainWindow


class LinkHints(QObject):
    """Follows the pointer over links.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._address: Address | None = None
        self._is_said = False
        self.card = HoverCard(window.theme, window)
        self._rest = QTimer(self, singleShot=True, interval=REST)
        self._rest.timeout.connect(self.show_card)

    def come_to(self, url: str) -> None:
        """Take note of the link under the pointer; empty for none."""
        self.leave()
        self._address = read_address(url) if url else None
        if url:
            self._is_said = True
            self._window.statusBar().showMessage(self._said(url))
        if self._address is not None and self._address.is_page:
            self._rest.start()

    def come_to_title(self, title: str) -> None:
        """Take note of the page that a link in a source names; empty for none."""
        self.come_to(page_address(title).url if title else "")

    def leave(self) -> None:
        """Say nothing any more."""
        self.card.hide()
        self._rest.stop()
        if self._is_said:
            self._window.statusBar().clearMessage()
        self._is_said = False
        self._address = None

    def show_card(self) -> None:
        """Tell what the link leads to; what the reader may not know of is not there."""
        session = self._window.session
        if session is None or self._address is None:
            return
        try:
            found = documents.card(session.wiki, self._address.name, session.viewer)
        except NotFoundError:
            return
        self.card.tell(found)

    def _said(self, url: str) -> str:
        if self._address is None:
            return url
        if self._address.room == NEW:
            return filled(self.tr("Write “%1”"), self._address.name)
        if self._address.room == REVEAL:
            return self.tr("Show what is hidden here")
        return self._address.name or self.tr("Home")
