"""A pane as the keyboard sees it: a place where F6 stops."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Pane:
    """A place that F6 stops at.

    Args:
        areas: The widgets that it consists of; what had the keyboard last in the first of them gets it again.
        first: What gets the keyboard when nothing in it had it; None for the first that Tab would reach.
    """

    areas: tuple[QWidget, ...]
    first: QWidget | None = None

    def holds(self, widget: QWidget | None) -> bool:
        """Tell whether a widget is in it."""
        return widget is not None and any(area is widget or area.isAncestorOf(widget) for area in self.areas)

    @property
    def target(self) -> QWidget | None:
        """What gets the keyboard; None when there is nothing in it that could."""
        wanted = (self.areas[0].focusWidget(), self.first, *(one for area in self.areas for one in tabbed(area)))
        return next((widget for widget in wanted if widget is not None and self.holds(widget) and _can(widget)), None)


def tabbed(area: QWidget) -> Iterator[QWidget]:
    """Return what of an area takes Tab, itself if it does, in the order in which it does."""
    widget: QWidget | None = area
    while widget is not None:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and (widget is area or area.isAncestorOf(widget)):
            yield widget
        widget = widget.nextInFocusChain()
        if widget is area:
            return


def _can(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
