"""Going from pane to pane by keyboard, and making them wider or narrower."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from fanwiki.desktop.browse.page_view import PageView
from fanwiki.desktop.pane import Pane
from fanwiki.desktop.splitter import Border, Splitter

if TYPE_CHECKING:
    from fanwiki.desktop.main_window import MainWindow


class PaneCommands:
    """What can be done with the panes.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    def panes(self) -> list[Pane]:
        """Return the panes that can take the keyboard, in the order in which they are seen."""
        window = self._window
        middle = window.middle.front
        found = [Pane((window.search,), window.search.box), Pane((window.message_bar,)), Pane((window.welcome,))]
        found += window.browse.panes() if middle is window.browse else [Pane((middle,))]
        if window.is_editing:
            found += window.edit.panes()
        found += [Pane((window.side_bar,)), Pane((window.statusBar(),))]
        return [pane for pane in found if pane.target is not None]

    def step_pane(self, step: int) -> None:
        """Give the keyboard to the next pane or the one before, round the ends."""
        panes, at = self.panes(), QApplication.focusWidget()
        here = next((number for number, pane in enumerate(panes) if pane.holds(at)), None)
        if here is None and isinstance(at, Border):
            beside = [number for number, pane in enumerate(panes) if _is_before(pane, at)]
            here = (beside[-1] if beside else -1) + (step < 0)
        if here is None:
            here = -1 if step > 0 else 0
        if panes:
            _give_keyboard(panes[(here + step) % len(panes)])

    def resize_pane(self) -> None:
        """Give the keyboard to the border of the pane that has it; from a border to the next."""
        window, at = self._window, QApplication.focusWidget()
        borders = [border for border in window.findChildren(Border) if border.is_shown]
        if not borders:
            window.messages.tell(window.tr("Only one pane shows; there is no border to move."))
            return
        if isinstance(at, Border) and at in borders:
            borders[(borders.index(at) + 1) % len(borders)].take_keyboard()
        else:
            (_border_of(at) or borders[0]).take_keyboard()


def _give_keyboard(pane: Pane) -> None:
    view = pane.areas[0]
    if isinstance(view, PageView) and view.is_made:
        view.focus_page(is_shown=True)
    elif pane.target is not None:
        pane.target.setFocus(Qt.FocusReason.TabFocusReason)


def _is_before(pane: Pane, border: Border) -> bool:
    before = border.pane_before
    return before is not None and any(before is area or before.isAncestorOf(area) for area in pane.areas)


def _border_of(widget: QWidget | None) -> Border | None:
    """Return the border behind the innermost pane that holds a widget, else the one in front of it."""
    while widget is not None:
        parts = widget.parentWidget()
        if isinstance(parts, Splitter):
            index = parts.indexOf(widget)
            borders = parts.borders()
            around = (*borders[index:], *reversed(borders[:index]))
            found = next((border for border in around if border.is_shown), None)
            if found is not None:
                return found
        widget = parts
    return None
