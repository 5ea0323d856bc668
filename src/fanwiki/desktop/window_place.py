"""Where the window stood and how wide its panes were, from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QWidget

from fanwiki.desktop.splitter import Splitter

_FIRST_SIZE = (1280, 800)
_PLACE = "place"


def as_kept(window: QMainWindow) -> dict[str, str]:
    """Return the places as the preferences keep them; panes that were not made in this session have none."""
    own = [parts for parts in window.findChildren(Splitter) if parts.objectName() and parts.window() is window]
    return {_PLACE: _text(window.saveGeometry()), **{parts.objectName(): _text(parts.saveState()) for parts in own}}


def restore(window: QMainWindow, kept: dict[str, str]) -> None:
    """Put the window and its panes where they were."""
    window.resize(*_FIRST_SIZE)
    if _PLACE in kept:
        window.restoreGeometry(QByteArray.fromBase64(kept[_PLACE].encode()))
    restore_sizes(window, kept)


def restore_sizes(pane: QWidget, kept: dict[str, str]) -> None:
    """Give the parts of a pane the sizes they had."""
    for parts in pane.findChildren(Splitter):
        if parts.objectName() in kept:
            width = parts.handleWidth()
            parts.restoreState(QByteArray.fromBase64(kept[parts.objectName()].encode()))
            parts.setHandleWidth(width)
            parts.setChildrenCollapsible(False)


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode()
