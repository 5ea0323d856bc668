"""The web engine's widget, with a context menu of the wiki's own. Imported with the first page."""

from __future__ import annotations

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QWidget

from fanwiki.desktop.browse.web import WebPage


class WebView(QWebEngineView):
    """Shows a page.

    Signals:
        menu_wanted(object, str, str): The context menu was asked for at this place (QPoint): link, selected text.
    """

    menu_wanted = Signal(object, str, str)

    def __init__(self, page: WebPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setPage(page)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask the window for a menu; the engine's own offers what a wiki has not."""
        request = self.lastContextMenuRequest()
        link = request.linkUrl().toString(QUrl.ComponentFormattingOption.FullyEncoded) if request is not None else ""
        text = request.selectedText() if request is not None else ""
        self.menu_wanted.emit(event.globalPos(), link, text)
