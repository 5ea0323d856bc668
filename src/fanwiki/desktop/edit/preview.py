"""The live preview: the draft as its page would show it, refreshed in place so that it stays where it is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from fanwiki.desktop.browse import address as rooms
from fanwiki.desktop.browse.address import Address
from fanwiki.desktop.browse.page_view import PageView, WebEngine
from fanwiki.desktop.browse.pages import Pages
from fanwiki.domain.page import PageSource

if TYPE_CHECKING:
    from fanwiki.services.documents import Document

PAUSE = 80
"""Milliseconds of quiet after which the preview follows."""

_SWAP = "{ const main = document.querySelector('main'); if (main) main.innerHTML = %s; }"


class Preview(QWidget):
    """Shows a draft.

    Args:
        engine: Makes the web view when the preview is first shown.
        pages: Renders.

    Signals:
        link_followed(object, bool): A link in the preview was clicked: its `Address`, whether for a new tab.
        refreshed(): The preview shows the newest draft.
    """

    link_followed = Signal(object, bool)
    refreshed = Signal()

    def __init__(self, engine: WebEngine, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pages = pages
        self._draft: PageSource | None = None
        self._is_open = False
        self._asked = 0
        self.view = PageView(engine, "previewView", self)
        self.view.link_followed.connect(self.link_followed)
        self.view.loaded.connect(self._loaded)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._pause.timeout.connect(self.refresh)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)

    def show_draft(self, draft: PageSource) -> None:
        """Show this draft, after a short pause in which more may be typed."""
        self._draft = draft
        if self.isVisible():
            self._pause.start()

    def reset(self) -> None:
        """Forget what is shown, so that the next draft loads a fresh document."""
        self._is_open = False
        self._pause.stop()
        self._asked += 1

    def refresh(self) -> None:
        """Show the newest draft now."""
        if self._draft is None or not self.isVisible():
            return
        self._pages.set_draft(self._draft)
        if not self._is_open:
            self._is_open = True
            self.view.show_address(Address(rooms.DRAFT))
            return
        self._asked += 1
        number = self._asked
        self._pages.article(self._draft, lambda document: self._swap(document, number))

    def showEvent(self, event: object) -> None:
        """Catch up with what was typed while it was hidden."""
        super().showEvent(event)  # type: ignore[arg-type]  # the stub wants QShowEvent, which it is
        self._pause.start()

    def hideEvent(self, event: object) -> None:
        """Render nothing while nobody looks."""
        self._pause.stop()
        super().hideEvent(event)  # type: ignore[arg-type]  # the stub wants QHideEvent, which it is

    def _swap(self, document: Document, number: int) -> None:
        # The page runs no script of its own, and the article is as clean as any page: innerHTML runs nothing.
        if number == self._asked:
            self.view.run(_SWAP % json.dumps(document.html))
            self.refreshed.emit()

    def _loaded(self, ok: bool) -> None:
        if ok:
            self.refreshed.emit()
