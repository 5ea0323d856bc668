"""The table of actions. A new action is a new row in its menu and a method of the window or of the editor's toolbar."""

from __future__ import annotations

from fanwiki.desktop.menus.file_menu import EDIT, FILE
from fanwiki.desktop.menus.format_menu import FORMAT
from fanwiki.desktop.menus.go_menu import GO, TABS
from fanwiki.desktop.menus.page_menu import HELP, PAGE, WIKI
from fanwiki.desktop.menus.view_menu import VIEW

WINDOW_ACTIONS = (*FILE, *EDIT, *VIEW, *GO, *TABS, *PAGE, *WIKI, *HELP)
"""What the window does."""

EDITOR_ACTIONS = FORMAT
"""What the source editor does while it has the focus."""
