"""Waiting for what comes from threads."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEventLoop
from PySide6.QtWidgets import QApplication

from fanwiki.desktop.main_window import MainWindow

LONGEST = 20.0


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so."""
    end = time.monotonic() + LONGEST
    while not is_so():
        assert time.monotonic() < end, "it never came to be"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 5)


def wait_for_answer(window: MainWindow) -> None:
    """Wait until the search pane shows the answer to what is typed."""
    wait_until(lambda: window.search.is_answered)
