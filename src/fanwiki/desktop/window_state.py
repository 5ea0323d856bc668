"""What can be done now, as the actions show it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from fanwiki.desktop.actions import Needs
from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import filled

if TYPE_CHECKING:
    from fanwiki.desktop.main_window import MainWindow


def what_is_there(window: MainWindow) -> frozenset[Needs]:
    """Return what actions may count on."""
    if window.session is None:
        return frozenset()
    trail = window.browse.trail
    needs = {
        Needs.WIKI: True,
        Needs.PAGE: window.browse.address.is_page,
        Needs.BACK: trail.can_go_back,
        Needs.FORWARD: trail.can_go_forward,
        Needs.CLOSED_TAB: window.browse.has_closed_tabs,
        Needs.EDITOR: window.is_editing,
        Needs.UNSAVED: window.has_unsaved,
        Needs.UNDO: bool(window.undo.text),
    }
    return frozenset(need for need, is_there in needs.items() if is_there)


def say_state(window: MainWindow) -> None:
    """Enable what can be done, and say what would be undone and whether the page has a bookmark."""
    actions, undo = window.actions_of_window, window.undo.text
    actions.set_state(what_is_there(window))
    actions["undo-wiki"].setText(filled(window.tr("Undo “%1”"), undo) if undo else window.tr("Undo in the wiki"))
    marked = window.session is not None and window.browse.address.name in window.session.reading.bookmarks
    actions["bookmark"].setIcon(icon("mdi6.bookmark" if marked else "mdi6.bookmark-outline"))
    window.setWindowModified(window.has_unsaved)
