"""The one door for errors: what is expected is shown as written, anything else is logged and told once.

The window never shows a traceback by itself. A bug opens one dialog with *Copy details*; a second bug while
that dialog is open is only logged, so that a fault in a paint event cannot bury the screen.
"""

from __future__ import annotations

import logging
import sys
import threading
import traceback
from types import TracebackType

from PySide6.QtCore import QObject, QSysInfo, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from fanwiki import __version__
from fanwiki.desktop.words import translated
from fanwiki.errors import FanwikiError

_log = logging.getLogger(__name__)


class Messages(QObject):
    """Tells the user what went wrong, or what was done.

    Args:
        window: The widget that dialogs stand on; it can come later by `set_window`.

    Signals:
        told(str): A short sentence for the status bar.
        warned(str, str): An expected failure: its text and hint, for the bar above the page.
    """

    told = Signal(str)
    warned = Signal(str, str)
    _from_elsewhere = Signal(object)

    def __init__(self, window: QWidget | None = None) -> None:
        super().__init__()
        self._window = window
        self._open_dialog: QDialog | None = None
        self._from_elsewhere.connect(self.error, Qt.ConnectionType.QueuedConnection)

    def set_window(self, window: QWidget | None) -> None:
        """Say which window dialogs belong to."""
        self._window = window

    def tell(self, text: str) -> None:
        """Say in passing that something was done."""
        self.told.emit(text)

    def error(self, error: BaseException) -> None:
        """Show an expected failure as written; log anything else and offer its details."""
        if isinstance(error, FanwikiError):
            _log.info("told: %s", error)
            self.warned.emit(error.text, error.hint)
            return
        _log.error("a bug reached the message door", exc_info=error)
        self._show_bug(error)

    def install(self) -> None:
        """Catch what nobody caught, in the window's thread and in others."""
        sys.excepthook = self._uncaught
        threading.excepthook = lambda args: self._from_elsewhere.emit(args.exc_value or RuntimeError("unknown"))

    def uninstall(self) -> None:
        """Give the hooks back to Python."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__

    def _uncaught(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            app = QApplication.instance()
            if app is not None:
                app.quit()
            return
        self.error(error.with_traceback(trace))

    def _show_bug(self, error: BaseException) -> None:
        if self._open_dialog is not None:
            return
        dialog = bug_dialog(error, self._window)
        self._open_dialog = dialog
        dialog.finished.connect(self._forget_dialog)
        dialog.open()

    def _forget_dialog(self) -> None:
        if self._open_dialog is not None:
            self._open_dialog.deleteLater()
            self._open_dialog = None


def bug_dialog(error: BaseException, window: QWidget | None) -> QDialog:
    """Make the dialog for an exception that nobody expected."""
    from fanwiki.desktop.dialogs.question import Answer, Question, Role

    text = details(error)

    def copy() -> None:
        QGuiApplication.clipboard().setText(text)

    return Question(
        "bugDialog",
        translated("QObject", "Something went wrong"),
        translated(
            "QObject", "What you typed is kept. You can go on; if it happens again, send the details with a report."
        ),
        (
            Answer(translated("QObject", "Close"), Role.RejectRole),
            Answer(translated("QObject", "Copy details"), Role.ActionRole, "copyDetails", copy, stays=True),
        ),
        window,
        sign="mdi6.alert-octagon-outline",
        details=text,
    )


def details(error: BaseException) -> str:
    """Describe an exception and the program for a report; nothing of the wiki's text is in it."""
    trace = "".join(traceback.format_exception(error))
    python = ".".join(map(str, sys.version_info[:3]))
    system = f"fanwiki {__version__}, Python {python}, Qt {qVersion()}"
    return f"{system}, {QSysInfo.prettyProductName()}\n\n{trace}"
