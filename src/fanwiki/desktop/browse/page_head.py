"""The line above a page: back, forward and home, where it stands, and what is often done to it."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton

from fanwiki.desktop.actions import ActionSet
from fanwiki.desktop.browse.breadcrumbs import Breadcrumbs
from fanwiki.desktop.browse.browse_pane import BrowsePane

_BEFORE = ("back", "forward", "home")
_BEHIND = ("reveal", "bookmark", "toggle-side-bar", "edit")


def fill_head(pane: BrowsePane, actions: ActionSet) -> Breadcrumbs:
    """Fill the head of a pane and return its crumbs."""
    layout, crumbs = pane.head_layout, Breadcrumbs(pane)
    for name in _BEFORE:
        layout.addWidget(_button(pane, actions, name))
    layout.addSpacing(6)
    layout.addWidget(crumbs, 1)
    for name in _BEHIND:
        layout.addWidget(_button(pane, actions, name))
    return crumbs


def _button(pane: BrowsePane, actions: ActionSet, name: str) -> QToolButton:
    button, action = QToolButton(pane), actions[name]
    button.setDefaultAction(action)
    button.setObjectName(f"button.{name}")
    button.setAccessibleName(action.text().replace("&", "").removesuffix("…"))
    return button
