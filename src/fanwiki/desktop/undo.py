"""Undo of what was done to the wiki: rename, delete, restore. The text of a page has an undo of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from fanwiki.wording import heard

MOST = 50


@dataclass(frozen=True, slots=True)
class Done:
    """Something that can be taken back.

    Args:
        text: What was done, as the menu names it.
        take_back: Does the opposite.
    """

    text: str
    take_back: Callable[[], object]


class WikiUndo(QObject):
    """What was done last, newest last.

    Signals:
        changed(): There is something else to take back now, or nothing.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._done: list[Done] = []

    @property
    def text(self) -> str:
        """What would be taken back, or empty."""
        return self._done[-1].text if self._done else ""

    def push(self, text: str, take_back: Callable[[], object]) -> None:
        """Remember how to take something back."""
        self._done.append(Done(heard(text), take_back))
        del self._done[:-MOST]
        self.changed.emit()

    def clear(self) -> None:
        """Forget everything, since another wiki is open."""
        self._done.clear()
        self.changed.emit()

    def undo(self) -> str:
        """Take back what was done last, and return what that was; it stays when that fails."""
        if not self._done:
            return ""
        done = self._done[-1]
        done.take_back()
        self._done.remove(done)
        self.changed.emit()
        return done.text
