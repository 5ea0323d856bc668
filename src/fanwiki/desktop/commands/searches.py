"""What becomes of searches: the last are remembered, some are saved under a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fanwiki.desktop.search.search_pane import SearchHistory
from fanwiki.domain.change import Change
from fanwiki.wording import heard

if TYPE_CHECKING:
    from fanwiki.desktop.main_window import MainWindow
    from fanwiki.desktop.session import Session


class SearchCommands:
    """Keeps the reader's searches.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._told_of: Session | None = None

    def show_history(self) -> None:
        """Show what was searched and read before in the search pane."""
        session = self._window.session
        if session is not None:
            if session is not self._told_of:
                from fanwiki.services import stemming

                self._told_of = session
                self._show_forms(stemming.stems(session.wiki))
            kept = session.reading
            self._window.search.show_history(
                SearchHistory(kept.searches, kept.saved_searches, kept.bookmarks, kept.recent)
            )

    def count_forms(self, wanted: bool) -> None:
        """Let other forms of English words count as the word, or not; the wiki's undo brings back how it was."""
        window = self._window
        change = self._put_forms(wanted)
        window.undo.push(change.text, lambda: self._put_forms(not wanted))
        window.messages.tell(heard(change.text))

    def _put_forms(self, wanted: bool) -> Change:
        from fanwiki.services import stemming

        session = self._window.require_session()
        change = stemming.put_stems(session.wiki, wanted)
        session.tell(change)
        self._show_forms(wanted)
        self._window.search.refresh()
        return change

    def _show_forms(self, wanted: bool) -> None:
        self._window.actions_of_window["stems"].setChecked(wanted)

    def ask(self, query: str) -> None:
        """Search for what a link asks for."""
        self._window.window_commands.show_search_pane(True)
        self._window.search.search_for(query)

    def remember(self, text: str) -> None:
        """Remember a search that led to a page."""
        self._window.require_session().searched(text)
        self.show_history()

    def save(self, name: str, query: str) -> None:
        """Keep a query under a name."""
        session = self._window.require_session()
        session.reading.saved_searches[name] = query
        session.save()
        self.show_history()

    def forget(self, name: str) -> None:
        """Forget the query of this name."""
        session = self._window.require_session()
        session.reading.saved_searches.pop(name, None)
        session.save()
        self.show_history()
