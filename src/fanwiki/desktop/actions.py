"""Every action of the window, as data: one table feeds menus, toolbars, the command palette and the help on keys.

The keys are those that users bring along from Zim, Obsidian and Kiwix; where those clash, the first of an
action's shortcuts is the one that menus show. A key that two actions share is told apart by scope: actions of
the editor only listen while the editor has the focus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import cast

from PySide6.QtCore import QCoreApplication, QObject, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from fanwiki.desktop.icons import icon
from fanwiki.desktop.words import QT_TRANSLATE_NOOP
from fanwiki.errors import FanwikiError

CONTEXT = "Actions"


class Menu(StrEnum):
    """The menus, in their order; the value is the text shown, before translation."""

    FILE = QT_TRANSLATE_NOOP("Actions", "&File")
    EDIT = QT_TRANSLATE_NOOP("Actions", "&Edit")
    VIEW = QT_TRANSLATE_NOOP("Actions", "&View")
    GO = QT_TRANSLATE_NOOP("Actions", "&Go")
    TABS = QT_TRANSLATE_NOOP("Actions", "&Tabs")
    PAGE = QT_TRANSLATE_NOOP("Actions", "&Page")
    FORMAT = QT_TRANSLATE_NOOP("Actions", "F&ormat")
    WIKI = QT_TRANSLATE_NOOP("Actions", "&Wiki")
    HELP = QT_TRANSLATE_NOOP("Actions", "&Help")


class Needs(Enum):
    """What must be there for an action to be enabled."""

    WIKI = "wiki"
    PAGE = "page"
    EDITOR = "editor"
    UNSAVED = "unsaved"
    BACK = "back"
    FORWARD = "forward"
    CLOSED_TAB = "closed tab"
    UNDO = "undo"


class Scope(Enum):
    """Where an action's keys are heard, and whose method it calls."""

    WINDOW = "window"
    EDITOR = "editor"


@dataclass(frozen=True, slots=True)
class Action:
    """One thing the user can ask for.

    Args:
        id: Its stable name.
        text: As menus show it, in English, with its mnemonic.
        menu: Where it stands.
        callback: The method of the window (or of the editor) that does it.
        icon: An icon's name, or empty.
        keys: Shortcuts in Qt's portable notation, the shown one first.
        needs: What must be there; all of it.
        group: Actions of one menu with another group are set apart by a line.
        checkable: Whether it is a switch.
        scope: Where its keys are heard.
        argument: Handed to the callback, unless None.
        tip: A sentence for the status bar and the palette, in English, or empty.
    """

    id: str
    text: str
    menu: Menu
    callback: str
    icon: str = ""
    keys: tuple[str, ...] = ()
    needs: frozenset[Needs] = frozenset({Needs.WIKI})
    group: int = 0
    checkable: bool = False
    scope: Scope = Scope.WINDOW
    argument: object = None
    tip: str = ""

    @property
    def shown_text(self) -> str:
        """The translated text, with its mnemonic."""
        return QCoreApplication.translate(CONTEXT, self.text)

    @property
    def plain_text(self) -> str:
        """The translated text without mnemonic and dots, as the palette shows it."""
        return self.shown_text.replace("&", "").removesuffix("…")

    @property
    def shown_tip(self) -> str:
        """The translated sentence, or the plain text when there is none."""
        return QCoreApplication.translate(CONTEXT, self.tip) if self.tip else self.plain_text


def shown_menu(menu: Menu) -> str:
    """Return a menu's translated text."""
    return QCoreApplication.translate(CONTEXT, menu.value)


class ActionSet(QObject):
    """The table's actions as QActions of one widget.

    Args:
        table: The actions.
        targets: The first that has the method an action names does it; where none has, that raises at once, not
            at the first click.
        owner: The widget that hears the keys.
        on_error: Told of expected failures of what an action does; without it they go up as they are.
    """

    def __init__(
        self,
        table: Iterable[Action],
        targets: Sequence[object],
        owner: QWidget,
        *,
        on_error: Callable[[FanwikiError], None] | None = None,
    ) -> None:
        super().__init__(owner)
        self._on_error = on_error
        self._actions = {action.id: (action, self._make(action, targets, owner)) for action in table}

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name][1]

    @property
    def table(self) -> list[Action]:
        """The records, in order."""
        return [action for action, _ in self._actions.values()]

    def set_state(self, there: frozenset[Needs]) -> None:
        """Enable what can be done now."""
        for action, qt_action in self._actions.values():
            qt_action.setEnabled(action.needs <= there)

    def fill_menu(self, menu: QMenu, place: Menu) -> None:
        """Add the actions of one menu, with a line between groups."""
        group: int | None = None
        for action, qt_action in self._actions.values():
            if action.menu is not place:
                continue
            if group is not None and action.group != group:
                menu.addSeparator()
            group = action.group
            menu.addAction(qt_action)

    def _make(self, action: Action, targets: Sequence[object], owner: QWidget) -> QAction:
        qt_action = QAction(owner)
        qt_action.setObjectName(f"action.{action.id}")
        _set_texts(action, qt_action)
        if action.icon:
            qt_action.setIcon(icon(action.icon))
        qt_action.setShortcuts([QKeySequence(key, QKeySequence.SequenceFormat.PortableText) for key in action.keys])
        in_editor = action.scope is Scope.EDITOR
        scopes = Qt.ShortcutContext
        qt_action.setShortcutContext(scopes.WidgetWithChildrenShortcut if in_editor else scopes.WindowShortcut)
        qt_action.setCheckable(action.checkable)
        callback = _callback(action, targets)
        qt_action.triggered.connect(lambda checked=False: self._do(action, callback, checked=checked))
        owner.addAction(qt_action)
        return qt_action

    def _do(self, action: Action, callback: Callable[..., object], *, checked: bool) -> None:
        try:
            if action.checkable:
                callback(checked)
            elif action.argument is not None:
                callback(action.argument)
            else:
                callback()
        except FanwikiError as error:
            if self._on_error is None:
                raise
            self._on_error(error)


def _callback(action: Action, targets: Sequence[object]) -> Callable[..., object]:
    for target in targets:
        found = getattr(target, action.callback, None)
        if callable(found):
            return cast(Callable[..., object], found)
    raise AttributeError(f"nobody does {action.callback} for the action {action.id}")


def _set_texts(action: Action, qt_action: QAction) -> None:
    keys = QKeySequence(action.keys[0]).toString(QKeySequence.SequenceFormat.NativeText) if action.keys else ""
    qt_action.setText(action.shown_text)
    qt_action.setToolTip(f"{action.plain_text} ({keys})" if keys else action.plain_text)
    qt_action.setStatusTip(action.shown_tip)
