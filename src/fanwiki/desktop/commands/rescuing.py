"""What is done about a file that is damaged, or that lies where it may come to harm."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFileDialog

from fanwiki.desktop.words import filled
from fanwiki.errors import DamagedFileError

if TYPE_CHECKING:
    from fanwiki.desktop.main_window import MainWindow
    from fanwiki.desktop.session import Session
    from fanwiki.services.salvaging import Salvaged

_WIKIS = "(*.fanwiki)"


class RescueCommands:
    """What can be done for a file in trouble.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def salvage(self) -> None:
        """Ask for a damaged wiki and where to put what can be read of it."""
        window = self._window
        wikis = f"{window.tr('Wikis')} {_WIKIS}"
        path, _filter = QFileDialog.getOpenFileName(window, window.tr("Damaged wiki"), "", wikis)
        if path:
            self.ask_where(Path(path))

    def offer(self, path: Path, error: DamagedFileError) -> None:
        """Offer a way on when a wiki is too damaged to be opened: saving what can be read, or a sound backup."""
        from fanwiki.services import keeping

        self._window.runner.start(
            lambda _progress: keeping.newest_sound_backup(path),
            text="",
            done=lambda backup: self.ask(path, error, None if backup is None else backup.path),
        )

    def ask_where(self, damaged: Path) -> None:
        """Ask for the new wiki's file and save there what can be read."""
        window = self._window
        proposal = str(damaged.with_name(f"{damaged.stem} ({window.tr('saved')}).fanwiki"))
        wikis = f"{window.tr('Wikis')} {_WIKIS}"
        path, _filter = QFileDialog.getSaveFileName(window, window.tr("Save what can be read"), proposal, wikis)
        if path:
            self.save_what_is_left(damaged, Path(path))

    def save_what_is_left(self, damaged: Path, dest: Path) -> None:
        """Save what can be read in the background, then open it."""
        from fanwiki.services import salvaging

        window = self._window

        def done(saved: Salvaged) -> None:
            window.open_path(dest)
            first, *more = salvaging.said(saved)
            if more:
                window.message_bar.tell(first, " ".join(more))
            else:
                window.messages.tell(first)

        window.runner.start(
            lambda progress: salvaging.salvage(damaged, dest, author=window.preferences.author, progress=progress),
            text=filled(window.tr("Saving what can be read of %1"), damaged.name),
            done=done,
        )

    def warn_of_place(self, session: Session) -> None:
        """Tell once when a wiki lies where it may come to harm."""
        warning = session.wiki.place.warning
        if warning and session.reading.place_told != warning:
            session.reading.place_told = warning
            session.save()
            self._window.message_bar.tell(warning, "")

    def ask(self, path: Path, error: DamagedFileError, backup: Path | None) -> None:
        """Ask which of these ways is wanted."""
        from fanwiki.desktop.dialogs.question import Answer, Question, Role

        window = self._window
        parts = [window.tr("What can still be read can be saved into a new wiki. This file stays as it is.")]
        answers = [Answer(window.tr("Save what can be read…"), Role.AcceptRole, then=lambda: self.ask_where(path))]
        if backup is not None:
            parts.append(window.tr("There is a sound backup too; a copy of it can be opened."))
            copy = window.tr("Copy the backup…")
            answers.append(Answer(copy, Role.ActionRole, then=lambda: self._copy_backup(path, backup)))
        answers.append(Answer(window.tr("Close"), Role.RejectRole))
        asked = Question(
            "damagedDialog", error.text, "\n\n".join(parts), answers, window, sign="mdi6.file-alert-outline"
        )
        asked.finished.connect(asked.deleteLater)
        asked.open()

    def copy_newest_backup(self) -> None:
        """Ask where and copy the newest automatic backup of the open wiki."""
        from fanwiki.services import keeping

        path = self._window.require_session().path
        backup = keeping.newest_sound_backup(path)
        if backup is not None:
            self._copy_backup(path, backup.path)

    def _copy_backup(self, damaged: Path, backup: Path) -> None:
        from fanwiki.services import keeping

        window = self._window
        proposal = str(damaged.with_name(f"{damaged.stem} ({window.tr('backup')}).fanwiki"))
        wikis = f"{window.tr('Wikis')} {_WIKIS}"
        path, _filter = QFileDialog.getSaveFileName(window, window.tr("Copy the backup"), proposal, wikis)
        if path:
            keeping.copy_backup(backup, Path(path))
            window.open_path(Path(path))
