"""What is done to whole wiki files: make, open, import, export, back up."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog, QMenu

from fanwiki import paths
from fanwiki.desktop.words import filled
from fanwiki.domain.change import Change
from fanwiki.jobs import Progress
from fanwiki.services import wikis

if TYPE_CHECKING:
    from fanwiki.desktop.main_window import MainWindow
    from fanwiki.services.exporting import Exported
    from fanwiki.services.importing import Imported

SUFFIX = ".fanwiki"
SAMPLE = "We Can Be Heroes"


class WikiCommands:
    """What can be done to wiki files.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def new_wiki(self) -> None:
        """Ask where and make an empty wiki."""
        window = self._window
        path, _filter = QFileDialog.getSaveFileName(window, window.tr("New wiki"), "", self._filter())
        if path:
            self.make(_with_suffix(path))

    def make(self, path: Path) -> None:
        """Make an empty wiki and open it."""
        wikis.create_wiki(path).close()
        self._window.open_path(path)

    def open_wiki(self) -> None:
        """Ask for a wiki and open it."""
        window = self._window
        path, _filter = QFileDialog.getOpenFileName(window, window.tr("Open wiki"), "", self._filter())
        if path:
            window.open_path(Path(path))

    def open_sample(self) -> None:
        """Open the sample wiki, the reader's own copy, which is made the first time."""
        window = self._window
        path = paths.user_data() / f"{SAMPLE}{SUFFIX}"
        if path.is_file():
            window.open_path(path)
            return

        def make(progress: Progress) -> None:
            from fanwiki.services import importing  # every importer's libraries come with it

            importing.create_sample(path, progress=progress).close()

        window.runner.start(
            make, text=window.tr("Making the sample wiki"), done=lambda _nothing: window.open_path(path)
        )

    def import_source(self) -> None:
        """Ask for a file and bring it into the wiki."""
        window = self._window
        path, _filter = QFileDialog.getOpenFileName(window, window.tr("Import"))
        if path:
            self.bring_in(Path(path))

    def bring_in(self, source: Path) -> None:
        """Import a file in the background."""
        from fanwiki.services import importing  # every importer's libraries come with it

        window, session = self._window, self._window.require_session()

        def done(outcome: Imported) -> None:
            session.tell(Change(window.tr("Import"), names=True, gates=True, kinds=True, attachments=True))
            window.messages.tell(importing.summary(outcome))

        window.runner.start(
            lambda progress: importing.import_source(
                session.wiki, source, author=session.preferences.author, progress=progress
            ),
            text=filled(window.tr("Importing %1"), source.name),
            done=done,
        )

    def export_wiki(self) -> None:
        """Ask for a folder and write the wiki there as HTML, as this reader may see it."""
        window, session = self._window, self._window.require_session()
        path, _filter = QFileDialog.getSaveFileName(window, window.tr("Export as a folder of HTML"), session.name)
        if path:
            self.write_out(Path(path))

    def write_out(self, dest: Path) -> None:
        """Export the wiki in the background."""
        from fanwiki.services import exporting

        window, session = self._window, self._window.require_session()

        def done(outcome: Exported) -> None:
            text = filled(window.tr("Exported %1 pages to %2"), outcome.pages, outcome.dest)
            withheld = filled(window.tr("%1 withheld by your spoiler setting"), outcome.withheld)
            window.messages.tell(f"{text} · {withheld}" if outcome.withheld else text)

        window.runner.start(
            lambda progress: exporting.export(session.wiki, dest, viewer=session.viewer, progress=progress),
            text=filled(window.tr("Exporting to %1"), dest.name),
            done=done,
        )

    def back_up(self) -> None:
        """Ask for a file and copy the wiki there while it is open."""
        window, session = self._window, self._window.require_session()
        path, _filter = QFileDialog.getSaveFileName(window, window.tr("Back up"), f"{session.name}-backup{SUFFIX}")
        if not path:
            return
        from fanwiki.services import checking

        dest = _with_suffix(path)
        window.runner.start(
            lambda progress: checking.backup(session.wiki, dest, progress=progress),
            text=filled(window.tr("Backing up to %1"), dest.name),
            done=lambda _result: window.messages.tell(filled(window.tr("Backed up to %1"), dest)),
        )

    def fill_recent(self, menu: QMenu) -> None:
        """Offer the wikis that were opened last."""
        menu.clear()
        for path in self._window.preferences.recent_wikis[:9]:
            menu.addAction(path, partial(self._window.open_path, Path(path)))
        menu.setEnabled(bool(self._window.preferences.recent_wikis))

    def _filter(self) -> str:
        return f"{self._window.tr('Wikis')} (*{SUFFIX})"


def _with_suffix(path: str) -> Path:
    return Path(path) if path.endswith(SUFFIX) else Path(path + SUFFIX)
