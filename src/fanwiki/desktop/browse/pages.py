"""Answers the wiki's addresses: asks services for documents, in a thread, and tells the window what came.

A document is made off the window's thread because no text may hold the window: a body that renders slowly
takes up to three seconds until it is given up.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from fanwiki.desktop.browse import address as rooms
from fanwiki.desktop.browse.address import Address, linking_query, page_address, read_address
from fanwiki.desktop.runner import JobRunner
from fanwiki.desktop.session import Session
from fanwiki.desktop.theme import Theme
from fanwiki.domain.page import PageSource
from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.errors import NotFoundError
from fanwiki.jobs import Progress
from fanwiki.services import documents

if TYPE_CHECKING:
    from fanwiki.desktop.browse.web import Reply
    from fanwiki.services.documents import Document, Surroundings
    from fanwiki.services.rows import PageRow


class WindowAddresses:
    """Where things are in the window, as pages link to them."""

    def page(self, page: PageRow, fragment: str = "") -> str:
        """Return the address of a page, or of a place in it."""
        return page_address(page.title, fragment).url

    def missing(self, title: str) -> str:
        """Return the address that offers to write a page."""
        return Address(rooms.NEW, title).url

    def attachment(self, name: str) -> str:
        """Return the address of a file's bytes."""
        return Address(rooms.FILE, name).url

    def kind(self, name: str) -> str:
        """Return the address of the list of a kind."""
        return Address(rooms.KIND, name).url

    def tag(self, name: str) -> str:
        """Return the address of the list of a tag."""
        return Address(rooms.TAG, name).url

    def speculate(self, page: PageRow) -> str:
        """Return the address that offers to write down a claim."""
        return Address(rooms.SPECULATE, page.title).url

    def linking(self, page: PageRow) -> str:
        """Return the address that searches for what links to a page."""
        return Address(rooms.SEARCH, linking_query(page.title)).url


class Pages(QObject):
    """The server behind the web view.

    Args:
        runner: Makes documents in threads.
        theme: Its colours are the pages' too.

    Signals:
        arrived(object, object): The `Document` of an `Address` was made.
    """

    arrived = Signal(object, object)

    def __init__(self, runner: JobRunner, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._theme = theme
        self._session: Session | None = None
        self._draft: PageSource | None = None
        self._revealed: dict[str, frozenset[str]] = {}
        self._items: dict[str, frozenset[str]] = {}

    def set_session(self, session: Session | None) -> None:
        """Say which wiki is shown."""
        self._session = session
        self._revealed, self._items = {}, {}

    def set_draft(self, draft: PageSource | None) -> None:
        """Say what the preview shows."""
        self._draft = draft

    def reveal(self, title: str, films: frozenset[str], items: frozenset[str] = frozenset()) -> None:
        """Show one page as somebody sees it who has seen these films too, and with these spoilers; none hides them."""
        self._revealed[title] = films
        self._items[title] = items

    def viewer_of(self, title: str) -> Viewer:
        """Return who looks at a page: the reader, with what they chose to reveal on it."""
        assert self._session is not None, "pages are asked for only while a wiki is open"
        viewer = self._session.viewer
        films = self._revealed.get(title)
        if not films:
            return viewer
        return Viewer(viewer.seen | films, sees_all=viewer.sees_all, speculation=viewer.speculation)

    def serve(self, url: str, reply: Reply) -> None:
        """Answer an address."""
        from fanwiki.desktop.browse.web import Served

        address = read_address(url)
        session = self._session
        if address is None or session is None:
            reply(None)
        elif address.room == rooms.STYLE:
            reply(Served(documents.style_sheet(), "text/css"))
        elif address.room == rooms.FILE:
            self._serve_file(session, address.name, reply)
        else:
            self._serve_document(session, address, reply)

    def article(self, draft: PageSource, then: Callable[[Document], None]) -> None:
        """Render a draft for the preview that is open already."""
        session = self._session
        if session is None:
            return
        around = self.around()
        self._runner.start(
            lambda _progress: documents.preview_article(session.wiki, draft, CURATOR, around), text="", done=then
        )

    def _serve_document(self, session: Session, address: Address, reply: Reply) -> None:
        from fanwiki.desktop.browse.web import Served

        make = self._maker(session, address)

        def done(document: Document) -> None:
            reply(Served(document.html.encode()))
            self.arrived.emit(address, document)

        def failed(error: BaseException) -> None:
            # The page stays empty rather than old; what is wrong is told by the window.
            reply(None)
            self._runner.on_error(error)

        self._runner.start(lambda _progress: make(), text="", done=done, failed=failed)

    def _maker(self, session: Session, address: Address) -> Callable[[], Document]:
        wiki, viewer, around = session.wiki, session.viewer, self.around()
        if address.room == rooms.PAGE:
            looking, items = self.viewer_of(address.name), self._items.get(address.name, frozenset())

            def page() -> Document:
                try:
                    return documents.page_document(wiki, address.name, looking, around, revealed=items)
                except NotFoundError:
                    return documents.missing_document(wiki, address.name, around)

            return page
        if address.room == rooms.KIND:
            return lambda: documents.kind_document(wiki, address.name, viewer, around, part=address.part)
        if address.room == rooms.TAG:
            return lambda: documents.tag_document(wiki, address.name, viewer, around, part=address.part)
        if address.room == rooms.ALL:
            return lambda: documents.all_document(wiki, viewer, around, part=address.part)
        if address.room == rooms.DRAFT and self._draft is not None:
            draft = self._draft
            return lambda: documents.preview_document(wiki, draft, CURATOR, around)
        return lambda: documents.home_document(wiki, viewer, around)

    def _serve_file(self, session: Session, name: str, reply: Reply) -> None:
        from fanwiki.desktop.browse.web import Served

        viewer = CURATOR if self._draft is not None else session.viewer

        def load(_progress: Progress) -> Served:
            data, media_type = documents.attachment(session.wiki, name, viewer)
            return Served(data, media_type)

        # A picture that is gone is no error worth telling: the page shows its description instead.
        self._runner.start(load, text="", done=reply, failed=lambda _error: reply(None))

    def around(self) -> Surroundings:
        """Return what is the same for every document of this window."""
        home, style = Address(rooms.HOME).url, Address(rooms.STYLE).url
        offers = documents.Offers(
            lambda item: Address(rooms.REVEAL, item).url, self.tr("Show"), self.tr("Choose what to show")
        )
        return documents.Surroundings(WindowAddresses(), home, style, self._theme.page_theme, offers)
