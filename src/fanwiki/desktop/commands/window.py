"""What is done to the window itself: panes, colours, size of text, help."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, qVersion

from fanwiki import __version__
from fanwiki.desktop import language
from fanwiki.desktop.action_table import EDITOR_ACTIONS, WINDOW_ACTIONS
from fanwiki.desktop.theme import Look
from fanwiki.desktop.words import filled

if TYPE_CHECKING:
    from fanwiki.desktop.main_window import MainWindow

SMALLEST_TEXT, LARGEST_TEXT, TEXT_STEP = 0.8, 1.6, 0.125


class WindowCommands:
    """What can be done to the window.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def show_search_pane(self, shown: bool) -> None:
        """Show or hide the search pane."""
        window = self._window
        window.actions_of_window["toggle-search"].setChecked(shown)
        window.search.setVisible(shown and window.session is not None)

    def show_side_bar(self, shown: bool) -> None:
        """Show or hide contents and backlinks."""
        window = self._window
        window.actions_of_window["toggle-side-bar"].setChecked(shown)
        window.side_bar.setVisible(shown and window.session is not None)

    def set_look(self, look: str) -> None:
        """Choose the colours."""
        window = self._window
        window.preferences.look = look
        window.theme.apply(Look(look), window.theme.scale)

    def scale_text(self, step: int) -> None:
        """Make the window's text larger or smaller."""
        window = self._window
        scale = min(LARGEST_TEXT, max(SMALLEST_TEXT, window.theme.scale + step * TEXT_STEP))
        window.preferences.scale = scale
        window.theme.apply(window.theme.look, scale)
        window.messages.tell(filled(window.tr("Text at %1 %"), round(scale * 100)))

    def choose_language(self) -> None:
        """Ask for the window's language; it speaks it from the next start on."""
        from fanwiki.desktop.dialogs.asking import Asked, ChoiceDialog, open_for

        window = self._window
        codes = ["", *language.shipped()]
        names = [window.tr("As the system does"), *map(language.name_of, codes[1:])]
        now = codes.index(window.preferences.language) if window.preferences.language in codes else 0

        def chosen(place: int) -> None:
            window.preferences.language = codes[place]
            window.messages.tell(window.tr("From the next start on, the window speaks the language you chose."))

        asked = Asked(
            "languageDialog",
            window.tr("Language of the window"),
            window.tr("Language"),
            window.tr("OK"),
            window.tr("It speaks it from the next start on. Pages stay in the language they are written in."),
        )
        open_for(ChoiceDialog(asked, names, now, window), chosen)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop that."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_keys(self) -> None:
        """Show every action's keys."""
        window = self._window
        from fanwiki.desktop.dialogs.keys import KeysDialog

        dialog = KeysDialog((*WINDOW_ACTIONS, *EDITOR_ACTIONS), window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_search_help(self) -> None:
        """Show what the search box understands."""
        window = self._window
        from fanwiki.desktop.dialogs.search_help import SearchHelpDialog

        dialog = SearchHelpDialog(window.theme, window)
        dialog.example_wanted.connect(window.search.search_for)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_about(self) -> None:
        """Say what this program is."""
        from fanwiki.desktop.dialogs.question import Answer, Question, Role

        window = self._window
        lines = window.tr("An offline wiki for film fans, in one file. Nothing you write or read leaves this computer.")
        box = Question(
            "aboutDialog",
            filled(window.tr("fanwiki %1"), __version__),
            f"{lines}\n\nPython {platform.python_version()} · Qt {qVersion()}",
            (Answer(window.tr("Close"), Role.RejectRole),),
            window,
            sign="mdi6.movie-open-star-outline",
        )
        box.setWindowTitle(window.tr("About fanwiki"))
        box.finished.connect(box.deleteLater)
        box.open()
