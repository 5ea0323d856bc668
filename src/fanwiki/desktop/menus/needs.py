"""What must be there for an action to be enabled, in the combinations that the menus use."""

from __future__ import annotations

from fanwiki.desktop.actions import Needs

NOTHING: frozenset[Needs] = frozenset()
PAGE = frozenset({Needs.WIKI, Needs.PAGE})
EDITOR = frozenset({Needs.EDITOR})
UNSAVED = frozenset({Needs.EDITOR, Needs.UNSAVED})
BACK = frozenset({Needs.WIKI, Needs.BACK})
FORWARD = frozenset({Needs.WIKI, Needs.FORWARD})
CLOSED = frozenset({Needs.WIKI, Needs.CLOSED_TAB})
UNDO = frozenset({Needs.WIKI, Needs.UNDO})
