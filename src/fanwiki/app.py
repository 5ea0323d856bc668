"""The composition root of the desktop: logging, settings, theme, messages, window.

The web engine is not imported here: it comes in with the first page, after the window was shown.
"""

from __future__ import annotations

import gc
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QCoreApplication, Qt, QTimer, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from fanwiki import __version__, paths
from fanwiki.desktop import language, reader
from fanwiki.desktop.later import import_later
from fanwiki.desktop.messages import Messages
from fanwiki.desktop.reader import Preferences
from fanwiki.desktop.theme import Look, Theme

if TYPE_CHECKING:
    from fanwiki.desktop.main_window import MainWindow

_log = logging.getLogger("fanwiki")


UNTIL_ALL_IS_READ = 6_000
"""Milliseconds after which all libraries are there; they are left out of every later look for garbage."""


def run(arguments: Sequence[str]) -> int:
    """Open the window and stay until it is closed.

    Args:
        arguments: None, or the wiki's file.
    """
    app = make_application()
    log_to_file()
    preferences = reader.read(Preferences, reader.preferences_path())
    translators = language.install(app, preferences.language)
    theme = Theme(app)
    theme.apply(_look(preferences.look), preferences.scale)
    messages = Messages()
    messages.install()
    window = make_window(theme, preferences, messages, first_wiki(arguments, preferences))
    window.show()
    QTimer.singleShot(UNTIL_ALL_IS_READ, gc.freeze)
    code = app.exec()
    messages.uninstall()
    # Qt's objects must go in their order, before Python takes the rest apart.
    shiboken6.delete(window)
    del translators
    return code


def make_window(theme: Theme, preferences: Preferences, messages: Messages, path: Path | None) -> MainWindow:
    """Make the window; the wiki is opened once it shows, and only then are the libraries for that imported.

    Args:
        theme: Dresses it.
        preferences: The program's settings.
        messages: The door for errors.
        path: The wiki to open, or None for the sample.
    """
    import_later()
    from fanwiki.desktop.main_window import MainWindow

    window = MainWindow(theme, preferences, messages)
    if path is not None:
        window.open_when_shown(path)
    else:
        window.open_sample_when_shown()
    return window


def make_application() -> QApplication:
    """Make Qt's application, ready for a web engine that comes later."""
    # Chromium tells the terminal about a system bus and graphics that are not there; what concerns pages is logged.
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--log-level=3")
    # Without it the web engine cannot be imported once the application is there.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    app = QApplication(sys.argv[:1])
    app.setApplicationName("fanwiki")
    app.setApplicationDisplayName("fanwiki")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("fanwiki")
    return app


def first_wiki(arguments: Sequence[str], preferences: Preferences) -> Path | None:
    """Return the wiki to open: the one that was named, else the last one that is still there, else none."""
    if arguments:
        return Path(arguments[0])
    return next((Path(path) for path in preferences.recent_wikis if Path(path).is_file()), None)


def log_to_file() -> None:
    """Keep what the program says about itself in the user's folder, two files of a megabyte at most."""
    logging.getLogger().addHandler(_LogFile())
    _log.setLevel(logging.INFO)
    qInstallMessageHandler(_log_qt)


class _LogFile(logging.Handler):
    """Opens the file with the first line for it; what turns it over takes ten milliseconds to import."""

    def __init__(self) -> None:
        super().__init__()
        self._file: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        """Write a line."""
        if self._file is None:
            from logging.handlers import RotatingFileHandler

            place = paths.user_logs() / "fanwiki.log"
            self._file = RotatingFileHandler(place, maxBytes=1_000_000, backupCount=1, encoding="utf-8")
            self._file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._file.handle(record)

    def close(self) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()
        super().close()


def _look(name: str) -> Look:
    return Look(name) if name in set(Look) else Look.SYSTEM


def _log_qt(kind: QtMsgType, _context: object, text: str) -> None:
    levels = {
        QtMsgType.QtDebugMsg: logging.DEBUG,
        QtMsgType.QtInfoMsg: logging.INFO,
        QtMsgType.QtWarningMsg: logging.WARNING,
        QtMsgType.QtCriticalMsg: logging.ERROR,
        QtMsgType.QtFatalMsg: logging.CRITICAL,
    }
    logging.getLogger("fanwiki.qt").log(levels[kind], "%s", text)
