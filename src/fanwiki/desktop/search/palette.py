"""The command palette: every action by name, with its keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from fanwiki.desktop.actions import Action, ActionSet, shown_menu
from fanwiki.desktop.search.chooser import Choice, Chooser, How, rank


def open_palette(window: QWidget, sets: list[ActionSet]) -> Chooser:
    """Show the palette over a window; what is chosen is done.

    Args:
        window: The window.
        sets: The actions on offer, the ones that belong to the focus first.
    """
    chooser = Chooser(
        "palette",
        QCoreApplication.translate("CommandPalette", "Type a command"),
        lambda typed: _choices(sets, typed),
        QCoreApplication.translate("CommandPalette", "↑ ↓ to choose · Enter to do it · Esc to close"),
        window,
    )

    def do(value: object, how: How) -> None:
        if how is How.CREATE:
            return
        for actions in sets:
            for action in actions.table:
                if action is value:
                    actions[action.id].trigger()

    chooser.chosen.connect(do)
    chooser.open_over(window)
    return chooser


def _choices(sets: list[ActionSet], typed: str) -> list[Choice]:
    found: list[tuple[int, bool, int, Choice]] = []
    for actions in sets:
        for number, action in enumerate(actions.table):
            text = action.plain_text
            fits = rank(text, typed)
            if fits is None:
                fits = rank(f"{shown_menu(action.menu)} {text} {action.shown_tip}".replace("&", ""), typed)
                fits = None if fits is None else fits + 4
            if fits is not None:
                enabled = actions[action.id].isEnabled()
                found.append((fits, not enabled, number, _choice(action, enabled=enabled)))
    return [choice for *_, choice in sorted(found, key=lambda entry: entry[:3])]


def _choice(action: Action, *, enabled: bool) -> Choice:
    keys = QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if action.keys else ""
    menu = shown_menu(action.menu).replace("&", "")
    return Choice(action.plain_text, action, keys, action.icon or "mdi6.circle-small", enabled, menu)
