"""Takes pictures of every pane and dialog of the window, in light and dark, from the sample wiki.

Which there are, and how each is opened, stands in tests/desktop/every_pane.py, where tests walk over the same.

`make screenshots` writes them to docs/images, and those in high contrast to build/contrast. It needs no display. Every
picture is of real widgets in a real window; nothing is drawn for the purpose.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "desktop"))

import shiboken6
from every_pane import FILM, PLACES, Place, settle_in  # type: ignore[import-not-found]  # tests are not type-checked
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from fanwiki.app import make_application, make_window
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.messages import Messages
from fanwiki.desktop.reader import Preferences
from fanwiki.desktop.theme import Look, Theme
from fanwiki.services import importing

SIZE = (1280, 820)
PAINTED, STILL = 1200, 250
"""Milliseconds until a place with a page in it is painted, and one without."""


def main() -> int:
    """Write the pictures to the folder that the first argument names, in the looks that the others name."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "docs/images").resolve()
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    for look in map(Look, sys.argv[2:] or (Look.LIGHT, Look.DARK)):
        with tempfile.TemporaryDirectory() as home:
            # Each look is seen by a reader of its own, who was asked nothing yet.
            for use in ("DATA", "CONFIG", "STATE"):
                os.environ[f"XDG_{use}_HOME"] = str(Path(home) / use)
            wiki = Path(home) / "We Can Be Heroes.fanwiki"
            importing.create_sample(wiki).close()
            Pictures(app, wiki, look, folder).take()
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    return 0


class Pictures:
    """The pictures in one set of colours.

    Args:
        app: The application.
        wiki: The sample.
        look: The colours.
        folder: Where the pictures go.
    """

    def __init__(self, app: QApplication, wiki: Path, look: Look, folder: Path) -> None:
        self._look = look
        self._folder = folder
        self._theme = Theme(app)
        self._theme.apply(look)
        self._messages = Messages()
        preferences = Preferences(look=look.value, author="Ana")
        self._window: MainWindow = make_window(self._theme, preferences, self._messages, wiki)
        self._window.resize(*SIZE)

    def take(self) -> None:
        """Take all of them."""
        window = self._window
        window.show()
        wait_until(lambda: window.session is not None)
        wait_until(lambda: bool(self._first_questions()))
        for dialog in self._first_questions():
            dialog.close()
        window.require_session().set_shield(seen=[FILM], sees_all=False, speculation=True)
        settle_in(window)
        for place in PLACES:
            self._keep(place)
        window.edit.editor.document().setModified(False)
        window.close()
        shiboken6.delete(window)

    def _first_questions(self) -> list[QWidget]:
        there = (widget for widget in QApplication.topLevelWidgets() if shiboken6.isValid(widget))
        return [widget for widget in there if isinstance(widget, QDialog) and widget.isVisible()]

    def _keep(self, place: Place) -> None:
        with place.open(self._window) as widget:
            wait(PAINTED if place.is_painted else STILL)
            widget.grab().save(str(self._folder / f"{place.name}-{self._look}.png"))


def wait(milliseconds: int) -> None:
    """Let the window work."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(is_done: Callable[[], bool]) -> None:
    """Let the window work until something is so, for half a minute at most."""
    for _ in range(300):
        if is_done():
            return
        wait(100)
    raise TimeoutError("the window did not get there")


if __name__ == "__main__":
    sys.exit(main())
