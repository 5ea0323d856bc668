"""What is done to whole wiki files: make, open, import, export, back up."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu

from fanwiki import paths
from fanwiki.desktop.words import filled
from fanwiki.domain.viewer import Viewer
from fanwiki.errors import FanwikiError
from fanwiki.jobs import Progress
from fanwiki.services import searching, viewers, wiki_title, wikis

if TYPE_CHECKING:
    from fanwiki.desktop.dialogs.asking import Verdict
    from fanwiki.desktop.dialogs.export import ExportChoice
    from fanwiki.desktop.dialogs.seen_films import Shield
    from fanwiki.desktop.main_window import MainWindow
    from fanwiki.services.exporting import Exported

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
        """Open the import wizard."""
        from fanwiki.desktop.commands.importing import open_wizard

        open_wizard(self._window)

    def export_wiki(self) -> None:
        """Ask what to hand on, for whom, how and where."""
        from fanwiki.desktop.dialogs.export import ExportDialog
        from fanwiki.desktop.dialogs.seen_films import Shield

        window, session = self._window, self._window.require_session()
        kept = session.reading
        shield = Shield(tuple(kept.seen), kept.sees_all, kept.speculation)
        films = window.reading_commands.films()
        dialog = ExportDialog(session.name, session.path.stem, films, shield, self._count_for, window)
        dialog.answered.connect(self.write_out)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write_out(self, choice: ExportChoice) -> None:
        """Export in the background; an export that is cancelled leaves nothing behind."""
        from fanwiki.services import exporting

        window, session = self._window, self._window.require_session()
        viewer = self._viewer(choice.shield)
        look = exporting.look_of(theme=choice.theme, licence=choice.licence, title=choice.title, lang=choice.lang)

        def done(outcome: Exported) -> None:
            text = filled(window.tr("Exported %1 pages to %2"), outcome.pages, outcome.dest)
            withheld = filled(window.tr("%1 withheld from its reader"), outcome.withheld)
            window.messages.tell(f"{text} · {withheld}" if outcome.withheld else text)
            if choice.opens_folder:
                folder = outcome.dest if outcome.dest.is_dir() else outcome.dest.parent
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder.resolve())))

        window.runner.start(
            lambda progress: exporting.export(
                session.wiki,
                choice.dest,
                viewer=viewer,
                export_format=choice.form,
                query=choice.query,
                for_all=choice.for_all,
                # A folder that holds an export of this wiki is only brought up to date.
                incremental=choice.form == "html" and not choice.for_all,
                look=look,
                progress=progress,
            ),
            text=filled(window.tr("Exporting to %1"), choice.dest.name),
            done=done,
        )

    def _viewer(self, shield: Shield) -> Viewer:
        wiki = self._window.require_session().wiki
        viewer, _ = viewers.viewer_of(wiki, shield.seen, sees_all=shield.sees_all, speculation=shield.speculation)
        return viewer

    def _count_for(self, query: str, shield: Shield) -> int:
        """Return how many pages a query finds for somebody."""
        return searching.count_pages(self._window.require_session().wiki, query, self._viewer(shield))

    def name_wiki(self) -> None:
        """Ask for the wiki's title, which stands in the window and on every copy."""
        from fanwiki.desktop.dialogs.asking import Asked, TextDialog, open_for

        window, session = self._window, self._window.require_session()
        asked = Asked(
            "wikiTitleDialog",
            window.tr("Title of the wiki"),
            window.tr("Title"),
            window.tr("Name it"),
            filled(
                window.tr(
                    "It stands in the window and on every copy, also for readers who have seen no film. "
                    "Without one the wiki is called like its file: %1."
                ),
                session.path.stem,
            ),
        )
        dialog = TextDialog(asked, wiki_title.own_title(session.wiki), window, judge=_judge_title)
        open_for(dialog, self.name_it)

    def name_it(self, title: str) -> None:
        """Give the wiki a title; the wiki's undo takes it back."""
        session = self._window.require_session()
        before = wiki_title.own_title(session.wiki)
        try:
            change = wiki_title.put_title(session.wiki, title)
        except FanwikiError as error:
            self._window.messages.error(error)
            return
        session.tell(change)
        self._window.undo.push(change.text, lambda: session.tell(wiki_title.put_title(session.wiki, before)))

    def back_up(self) -> None:
        """Ask for a file and copy the wiki there while it is open."""
        window, session = self._window, self._window.require_session()
        path, _filter = QFileDialog.getSaveFileName(window, window.tr("Back up"), f"{session.path.stem}-backup{SUFFIX}")
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


def _judge_title(text: str) -> Verdict:
    """Say whether a wiki can be called so; no title is an answer too."""
    from fanwiki.desktop.dialogs.asking import Verdict

    problem = wiki_title.what_is_wrong(text)
    return Verdict(problem, may=not problem)
