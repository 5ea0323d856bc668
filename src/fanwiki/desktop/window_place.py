"""Where the window stood and how wide its panes were, from one start to the next."""

from __future__ import annotations

from PySide6.QtCore import QByteArray
from PySide6.QtWidgets import QMainWindow, QSplitter

_FIRST_SIZE = (1280, 800)


def as_kept(window: QMainWindow, panes: QSplitter) -> dict[str, str]:
    """Return the places as the preferences keep them."""
    return {"place": _text(window.saveGeometry()), "panes": _text(panes.saveState())}


def restore(window: QMainWindow, panes: QSplitter, kept: dict[str, str]) -> None:
    """Put the window and its panes where they were."""
    window.resize(*_FIRST_SIZE)
    if "place" in kept:
        window.restoreGeometry(QByteArray.fromBase64(kept["place"].encode()))
    if "panes" in kept:
        panes.restoreState(QByteArray.fromBase64(kept["panes"].encode()))


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode()
