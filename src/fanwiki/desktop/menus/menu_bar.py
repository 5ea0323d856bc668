"""The menu bar, filled from the table of actions."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QMainWindow, QMenu

from fanwiki.desktop.actions import ActionSet, Menu, shown_menu
from fanwiki.desktop.icons import icon
from fanwiki.desktop.theme import Look

NOT_IN_THE_BAR = (Menu.TABS, Menu.FORMAT)
"""Their actions have keys and stand in the palette; menus of them would only be long."""


def fill_menu_bar(
    window: QMainWindow, actions: ActionSet, fill_recent: Callable[[QMenu], None], look: Callable[[], str]
) -> None:
    """Make the menus.

    Args:
        window: Whose bar it is.
        actions: What stands in them.
        fill_recent: Fills the menu of the wikis opened last, each time it is opened.
        look: Returns which colours are chosen, to be marked among the others.
    """
    bar = window.menuBar()
    for place in Menu:
        if place in NOT_IN_THE_BAR:
            continue
        menu = QMenu(shown_menu(place), bar)
        menu.setObjectName(f"menu.{place.name.lower()}")
        actions.fill_menu(menu, place)
        bar.addMenu(menu)
        if place is Menu.VIEW:
            menu.aboutToShow.connect(lambda: _mark_look(actions, look()))
        if place is Menu.FILE:
            recent = QMenu(window.tr("Open recent"), menu)
            recent.setIcon(icon("mdi6.history"))
            recent.aboutToShow.connect(lambda m=recent: fill_recent(m))
            shown = menu.actions()
            menu.insertMenu(shown[shown.index(actions["open-wiki"]) + 1], recent)


def _mark_look(actions: ActionSet, chosen: str) -> None:
    for look in Look:
        action = actions[f"look-{look}"]
        action.setCheckable(True)
        action.setChecked(look == chosen)
