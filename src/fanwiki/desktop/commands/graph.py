"""What is done in the picture of a page's neighbourhood."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from fanwiki.errors import NotFoundError
from fanwiki.services import neighbourhood

if TYPE_CHECKING:
    from fanwiki.desktop.graph.graph_pane import GraphPane
    from fanwiki.desktop.main_window import MainWindow
    from fanwiki.services.neighbourhood import Neighbourhood

GRAPH = "graph"


class GraphCommands:
    """What can be done with neighbourhoods.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._title = ""
        self._asked = 0

    @property
    def graph(self) -> GraphPane:
        """The pane, made when it is needed for the first time."""
        return cast("GraphPane", self._window.middle.view(GRAPH, self._make))

    def show_graph(self, shown: bool) -> None:
        """Show the neighbourhood of the page in front in its place, or the page again."""
        window = self._window
        if not shown:
            window.middle.show_pages()
            return
        window.middle.show_view(GRAPH, self._make)
        self.graph.clear()
        self.put_in_middle(window.browse.address.name)
        self.graph.start()

    def put_in_middle(self, title: str) -> None:
        """Show what is around a page."""
        self._title = title
        self.refresh()

    def refresh(self) -> None:
        """Ask again for what is shown."""
        window = self._window
        if window.session is None or window.middle.current != GRAPH:
            return
        session, title = window.session, self._title
        wiki, viewer = session.wiki, session.viewer
        self._asked += 1
        asked = self._asked

        def done(found: Neighbourhood) -> None:
            if asked == self._asked and window.session is session and window.middle.current == GRAPH:
                self.graph.show_around(found)

        def failed(error: BaseException) -> None:
            if isinstance(error, NotFoundError):
                # The page was deleted, or the reader may not know of it any more.
                window.middle.show_pages()
            else:
                window.runner.on_error(error)

        # A page that thousands of others link to takes a quarter of a second.
        window.runner.start(
            lambda _progress: neighbourhood.neighbourhood(wiki, title, viewer), text="", done=done, failed=failed
        )

    def _open(self, title: str, in_new_tab: bool) -> None:
        self._window.reading_commands.open_title(title, in_new_tab=in_new_tab)

    def _make(self) -> GraphPane:
        from fanwiki.desktop.graph.graph_pane import GraphPane

        window = self._window
        graph = GraphPane(window.theme, window)
        graph.page_wanted.connect(self._open)
        graph.middle_wanted.connect(self.put_in_middle)
        graph.closed.connect(lambda: self.show_graph(False))
        return graph
