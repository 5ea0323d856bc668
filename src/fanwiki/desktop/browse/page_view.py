"""Shows pages of the wiki. The web engine comes in with the first page, not with the window."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QStackedLayout, QWidget

from fanwiki.desktop.browse.address import Address, read_address

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from fanwiki.desktop.browse.web import Server, WebPage, WebProfile
    from fanwiki.desktop.browse.web_view import WebView

SMALLEST_ZOOM, LARGEST_ZOOM = 0.5, 3.0


class WebEngine(QObject):
    """The one profile that all pages and previews share; made when the first of them is shown.

    Args:
        serve: Answers addresses.
    """

    def __init__(self, serve: Server, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._serve = serve
        self._profile: WebProfile | None = None
        self._pages: list[WebPage] = []

    def new_page(self) -> WebPage:
        """Make a page, and the engine if it is the first."""
        from fanwiki.desktop.browse import web

        if self._profile is None:
            web.register_scheme()
            self._profile = web.WebProfile(self._serve, self)
        page = web.WebPage(self._profile, self._profile)
        self._pages.append(page)
        return page

    def shut_down(self) -> None:
        """Take the pages away before their profile, as the engine demands."""
        import shiboken6

        for page in self._pages:
            if shiboken6.isValid(page):
                shiboken6.delete(page)
        self._pages.clear()
        if self._profile is not None:
            shiboken6.delete(self._profile)
            self._profile = None


class PageView(QWidget):
    """A web view for the wiki's pages.

    Args:
        engine: Makes the page when it is needed.
        name: The object name.

    Signals:
        link_followed(object, bool): An `Address` was clicked; whether in a new tab.
        outside_link_followed(str): A link that leads out of the wiki.
        link_hovered(str): The address under the pointer, or empty.
        loaded(bool): A page was shown, or could not be.
        menu_wanted(object, str, str): The context menu was asked for at this place (QPoint): link, selected text.
        found(int, int): The place of the text that is looked for, and of how many.
        printed(str, bool): A PDF was written.
        printed_on(bool): The page went to the printer, or could not.
    """

    link_followed = Signal(object, bool)
    outside_link_followed = Signal(str)
    link_hovered = Signal(str)
    loaded = Signal(bool)
    menu_wanted = Signal(object, str, str)
    found = Signal(int, int)
    printed = Signal(str, bool)
    printed_on = Signal(bool)

    def __init__(self, engine: WebEngine, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._engine = engine
        self._view: WebView | None = None
        self._page: WebPage | None = None
        self._background = QColor()
        self._zoom = 1.0
        self._scroll_to = 0
        self._layout = QStackedLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._frame = QFrame(self)
        self._frame.setObjectName("pageFrame")
        self._frame.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._frame.hide()

    @property
    def is_made(self) -> bool:
        """Whether the web engine was needed yet."""
        return self._view is not None

    @property
    def page(self) -> WebPage:
        """The engine's page, made now if there was none."""
        if self._page is None:
            self._make()
        assert self._page is not None
        return self._page

    def show_address(self, address: Address, *, scroll: int = 0) -> None:
        """Load an address and scroll to where the reader left it."""
        self._scroll_to = scroll
        self.page.load(QUrl(address.url))

    def reload(self) -> None:
        """Load the page again and stay where it is scrolled to."""
        if self._page is not None:
            self._scroll_to = self.scroll_offset
            self._page.load(self._page.url())

    @property
    def scroll_offset(self) -> int:
        """How far down the page is, in its own pixels."""
        if self._page is None:
            return 0
        return round(self._page.scrollPosition().y() / self._page.zoomFactor())

    def set_background(self, color: QColor) -> None:
        """Say what shows before a page is painted, so that a dark window does not flash white."""
        self._background = color
        if self._page is not None:
            self._page.setBackgroundColor(color)

    @property
    def zoom(self) -> float:
        """How large the page is, 1 for 100 %."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Show the page larger or smaller."""
        self._zoom = min(LARGEST_ZOOM, max(SMALLEST_ZOOM, round(zoom, 2)))
        if self._page is not None:
            self._page.setZoomFactor(self._zoom)

    def find_text(self, text: str, backwards: bool, same_case: bool) -> None:
        """Mark a text in the page; an empty one takes the marks away."""
        if self._page is None:
            return
        flags = self._page.FindFlag(0)
        if backwards:
            flags |= self._page.FindFlag.FindBackward
        if same_case:
            flags |= self._page.FindFlag.FindCaseSensitively
        self._page.findText(text, flags)
        if not text:  # by script: it takes its turn behind the end of the search, which selects the word last found
            self._page.run("getSelection().removeAllRanges()")

    def print_to_pdf(self, path: str) -> None:
        """Write the page as a PDF; `printed` tells when it is there."""
        self.page.printToPdf(path)

    def print_on(self, printer: QPrinter) -> None:
        """Print the page; the printer must stay until `printed_on` tells that it is done."""
        if self._view is None:
            self._make()
        assert self._view is not None
        self._view.print(printer)

    def run(self, script: str, then: Callable[[object], None] | None = None) -> None:
        """Run our own script beside the page; nothing happens before a page was shown."""
        if self._page is not None:
            self._page.run(script, then)

    def focus_page(self, *, is_shown: bool = False) -> None:
        """Give the page the keyboard, where it is scrolled to.

        Args:
            is_shown: Whether a frame shows it, as for somebody who came by keys.
        """
        if self._view is not None:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self._frame.setVisible(is_shown)
            self._frame.raise_()

    def copy(self) -> None:
        """Copy the selected text."""
        self.page.triggerAction(self.page.WebAction.Copy)

    def _make(self) -> None:
        from fanwiki.desktop.browse.web_view import WebView

        page = self._engine.new_page()
        page.setZoomFactor(self._zoom)
        if self._background.isValid():
            page.setBackgroundColor(self._background)
        page.link_clicked.connect(self._link_clicked)
        page.linkHovered.connect(self.link_hovered)
        page.loadFinished.connect(self._load_finished)
        page.findTextFinished.connect(lambda result: self.found.emit(result.activeMatch(), result.numberOfMatches()))
        page.pdfPrintingFinished.connect(self.printed)
        self._page = page
        self._view = WebView(page, self)
        self._view.setAccessibleName(self.tr("Page"))
        self._view.menu_wanted.connect(self.menu_wanted)
        self._view.printFinished.connect(self.printed_on)
        self._layout.addWidget(self._view)
        self.setFocusProxy(self._view)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._focus_moved)

    def _focus_moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        """Take the frame away when the keyboard goes elsewhere."""
        if new is None or not self.isAncestorOf(new):
            self._frame.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the frame around the page."""
        super().resizeEvent(event)
        self._frame.setGeometry(self.rect())

    def _load_finished(self, ok: bool) -> None:
        if not ok:
            # A followed link is refused by the page and told to us; the engine reports that as a failed load.
            self.loaded.emit(False)
            return
        if self._scroll_to:
            self.page.run(f"window.scrollTo(0, {self._scroll_to})")
            self._scroll_to = 0
        self.loaded.emit(True)

    def _link_clicked(self, url: str, in_new_tab: bool) -> None:
        address = read_address(url)
        if address is not None:
            self.link_followed.emit(address, in_new_tab)
        else:
            self.outside_link_followed.emit(url)

    def changeEvent(self, event: QEvent) -> None:
        """Say the accessible name in the language of the moment."""
        if event.type() == QEvent.Type.LanguageChange and self._view is not None:
            self._view.setAccessibleName(self.tr("Page"))
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave keys to the window."""
        event.ignore()
