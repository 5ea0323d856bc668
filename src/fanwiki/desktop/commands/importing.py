"""Bringing pages in, as the window does it: the wizard, and what follows when it is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fanwiki.desktop.edit.preview import Preview
from fanwiki.domain.change import Change
from fanwiki.services import drafting

if TYPE_CHECKING:
    from fanwiki.desktop.dialogs.importing.wizard import ImportWizard
    from fanwiki.desktop.main_window import MainWindow
    from fanwiki.services.import_values import Imported


def open_wizard(window: MainWindow, source: str = "") -> ImportWizard:
    """Open the import wizard.

    Args:
        window: The window.
        source: What to begin with; empty to be asked.
    """
    from fanwiki.desktop.dialogs.importing.wizard import ImportWizard  # every importer's libraries come with it

    session = window.require_session()
    preview = Preview(window.engine, window.pages)
    preview.view.setAccessibleName(window.tr("The page as it will look"))
    kinds = drafting.kinds(session.wiki)
    wizard = ImportWizard(session, kinds, window.runner, preview, window.theme, window, source=source)

    def done(outcome: Imported) -> None:
        from fanwiki.services import importing

        session.tell(Change(window.tr("Import"), names=True, gates=True, kinds=True, attachments=True))
        window.messages.tell(importing.summary(outcome))

    def seen(films: list[str]) -> None:
        kept = session.reading
        titles = [*kept.seen, *(film for film in films if film not in kept.seen)]
        session.set_shield(seen=titles, sees_all=kept.sees_all, speculation=kept.speculation)

    def show(title: str) -> None:
        if title:
            window.reading_commands.open_title(title)
        else:
            window.reading_commands.go_home()

    wizard.page_wanted.connect(show)
    wizard.backup_wanted.connect(window.rescue_commands.copy_newest_backup)
    wizard.page_chosen.connect(preview.show_draft)
    wizard.brought_in.connect(done)
    wizard.seen_wanted.connect(seen)
    wizard.finished.connect(wizard.deleteLater)
    wizard.finished.connect(window.reading_commands.ask_shield_first)  # films may have come with it
    wizard.open()
    return wizard
