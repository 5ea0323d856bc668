"""Takes pictures of every pane and dialog of the window, in light and dark, from the sample wiki.

Which there are, and how each is opened, stands in tests/desktop/every_pane.py, where tests walk over the same.

`make screenshots` writes them to docs/images, and those in high contrast to build/contrast. It needs no display. Every
picture is of real widgets in a real window; nothing is drawn for the purpose. Options take some of them, or take them
small, with large letters, in another language or from right to left.
"""

from __future__ import annotations

import argparse
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
from PySide6.QtCore import QEventLoop, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from fanwiki.app import make_application, make_window
from fanwiki.desktop import language
from fanwiki.desktop.browse.page_view import PageView
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.messages import Messages
from fanwiki.desktop.reader import Preferences
from fanwiki.desktop.theme import Look, Theme
from fanwiki.services import importing

GLANCE, LOOKS = 100, 3
"""Milliseconds between two looks at what shows, and how many in a row must show the same."""


def read_arguments() -> argparse.Namespace:
    """Read what is asked for."""
    parser = argparse.ArgumentParser(description="Take pictures of the window.")
    parser.add_argument("folder", nargs="?", type=Path, default=Path("docs/images"))
    parser.add_argument("looks", nargs="*", type=Look, default=[Look.LIGHT, Look.DARK], metavar="light|dark|contrast")
    parser.add_argument("--only", nargs="+", default=[place.name for place in PLACES], metavar="PLACE")
    parser.add_argument("--size", type=_size, default=(1280, 820), metavar="WIDTHxHEIGHT")
    parser.add_argument("--text", type=float, default=1.0, metavar="SCALE", help="how large letters are, such as 1.25")
    parser.add_argument("--language", default="en")
    parser.add_argument("--right-to-left", action="store_true")
    return parser.parse_args()


def _size(text: str) -> tuple[int, int]:
    width, height = text.split("x")
    return int(width), int(height)


def main() -> int:
    """Write the pictures that are asked for."""
    asked = read_arguments()
    folder = asked.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    app = make_application()
    app.setCursorFlashTime(0)  # what blinks never looks the same for long
    translators = language.install(app, asked.language)
    if asked.right_to_left:
        app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for look in asked.looks:
        with tempfile.TemporaryDirectory() as home:
            # Each look is seen by a reader of its own, who was asked nothing yet.
            for use in ("DATA", "CONFIG", "STATE"):
                os.environ[f"XDG_{use}_HOME"] = str(Path(home) / use)
            wiki = Path(home) / "We Can Be Heroes.fanwiki"
            importing.create_sample(wiki).close()
            Pictures(app, wiki, look, asked).take([place for place in PLACES if place.name in asked.only])
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")
    del translators  # Qt does not keep them itself
    return 0


class Pictures:
    """The pictures in one set of colours.

    Args:
        app: The application.
        wiki: The sample.
        look: The colours.
        asked: Where the pictures go, and how large all is.
    """

    def __init__(self, app: QApplication, wiki: Path, look: Look, asked: argparse.Namespace) -> None:
        self._look = look
        self._folder: Path = asked.folder.resolve()
        self._theme = Theme(app)
        self._theme.apply(look, asked.text)
        self._messages = Messages()
        preferences = Preferences(look=look.value, author="Ana")
        self._window: MainWindow = make_window(self._theme, preferences, self._messages, wiki)
        self._window.resize(*asked.size)

    def take(self, places: list[Place]) -> None:
        """Take those of some places."""
        window = self._window
        window.show()
        wait_until(lambda: window.session is not None)
        wait_until(lambda: bool(self._first_questions()))
        for dialog in self._first_questions():
            dialog.close()
        window.require_session().set_shield(seen=[FILM], sees_all=False, speculation=True)
        settle_in(window)
        for place in places:
            self._keep(place)
        window.edit.editor.document().setModified(False)
        window.close()
        shiboken6.delete(window)

    def _first_questions(self) -> list[QWidget]:
        there = (widget for widget in QApplication.topLevelWidgets() if shiboken6.isValid(widget))
        return [widget for widget in there if isinstance(widget, QDialog) and widget.isVisible()]

    def _keep(self, place: Place) -> None:
        with place.open(self._window) as widget:
            pages = [view for view in widget.findChildren(PageView) if view.isVisible() and view.is_made]
            if place.is_painted:
                wait_until(lambda: all(is_painted(view) for view in pages))
            wait_until(Steady(widget))
            widget.grab().save(str(self._folder / f"{place.name}-{self._look}.png"))


def is_painted(view: PageView) -> bool:
    """Tell whether a page came and shows: a view that nothing was painted in has one colour."""
    image = view.grab().toImage()
    first = image.pixel(0, 0)
    points = ((x, y) for y in range(0, image.height(), 3) for x in range(0, image.width(), 3))
    is_there = not view.page.isLoading() and view.page.url() == view.page.requestedUrl()
    return is_there and any(image.pixel(x, y) != first for x, y in points)


class Steady:
    """Tells whether a widget has looked the same for some looks in a row.

    Args:
        widget: The widget.
    """

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget
        self._shown = QImage()
        self._same = 0

    def __call__(self) -> bool:
        """Look."""
        shown = self._widget.grab().toImage()
        self._same = self._same + 1 if shown == self._shown else 0
        self._shown = shown
        return self._same >= LOOKS


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
        wait(GLANCE)
    raise TimeoutError("the window did not get there")


if __name__ == "__main__":
    sys.exit(main())
