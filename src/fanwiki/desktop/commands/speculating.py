"""What is done at the speculation desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from fanwiki.desktop import window_place
from fanwiki.desktop.words import filled
from fanwiki.services import history, ledger, speculating

if TYPE_CHECKING:
    from fanwiki.desktop.desk.desk_pane import DeskPane
    from fanwiki.desktop.dialogs.resolve import Resolution
    from fanwiki.desktop.main_window import MainWindow
    from fanwiki.services.editing import Saved
    from fanwiki.services.ledger import ClaimDetail, Ledger

DESK = "desk"


class DeskCommands:
    """What can be done to claims.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._asked = 0

    @property
    def desk(self) -> DeskPane:
        """The desk, made when it is needed for the first time."""
        return cast("DeskPane", self._window.middle.view(DESK, self._make))

    def show_desk(self, shown: bool) -> None:
        """Show the desk in place of the pages, or the pages again."""
        window = self._window
        if not shown:
            window.middle.show_pages()
            return
        window.require_session()
        window.middle.show_view(DESK, self._make)
        self.refresh()
        self.desk.start()

    def refresh(self) -> None:
        """Ask for the claims again, while the desk shows; it may take a moment in a large wiki."""
        window = self._window
        session = window.session
        if session is None or window.middle.current != DESK:
            return
        wiki, viewer = session.wiki, session.viewer
        self._asked += 1
        asked = self._asked

        def done(found: Ledger) -> None:
            if asked == self._asked and window.session is session:
                self.desk.show_ledger(found, wants_rumours=viewer.speculation)

        window.runner.start(lambda _progress: ledger.ledger(wiki, viewer), text="", done=done)
        window.runner.start(lambda _progress: ledger.sources(wiki, viewer), text="", done=self.desk.show_sources)

    def show_detail(self, title: str) -> None:
        """Show one claim in full."""
        session = self._window.require_session()
        self.desk.show_detail(ledger.claim_detail(session.wiki, title, session.viewer))

    def ask_resolution(self, detail: ClaimDetail) -> None:
        """Ask how a claim ended."""
        from fanwiki.desktop.dialogs.resolve import ResolveDialog

        window = self._window
        dialog = ResolveDialog(detail, window)
        dialog.answered.connect(lambda resolution: self.resolve(detail.claim.page.title, resolution))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def resolve(self, title: str, resolution: Resolution) -> None:
        """Settle a claim; the wiki's undo takes it back, with what was written into the film."""
        window, session = self._window, self._window.require_session()
        touched = [title, resolution.write_into] if resolution.write_into else [title]
        if not all(window.page_commands.is_free_to_change(each) for each in touched):
            return
        saved = speculating.resolve(
            session.wiki,
            title,
            resolution.outcome,
            resolution=resolution.text,
            on=resolution.on,
            write_into=resolution.write_into,
            author=session.preferences.author,
        )
        for each in saved:
            session.tell(each.change)
        window.undo.push(saved[0].change.text, lambda: self._take_back(saved))
        text = filled(window.tr("“%1” is now: %2"), title, resolution.outcome)
        if resolution.write_into:
            text = f"{text} · {filled(window.tr('Written into “%1”'), resolution.write_into)}"
        window.messages.tell(text)

    def _take_back(self, saved: tuple[Saved, ...]) -> None:
        session = self._window.require_session()
        session.tell(history.take_back(session.wiki, saved, author=session.preferences.author))

    def _make(self) -> DeskPane:
        from fanwiki.desktop.desk.desk_pane import DeskPane

        window = self._window
        desk = DeskPane(window.theme, window)
        window_place.restore_sizes(desk, window.preferences.window)
        desk.claim_chosen.connect(self.show_detail)
        desk.page_wanted.connect(window.reading_commands.open_title)
        desk.resolve_wanted.connect(self.ask_resolution)
        desk.new_wanted.connect(lambda: window.page_commands.speculate_about(""))
        desk.closed.connect(lambda: self.show_desk(False))
        return desk
