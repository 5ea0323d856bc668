"""Takes pictures of every pane and dialog of the window, in light and dark, from the sample wiki.

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

import shiboken6
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from fanwiki.app import make_application, make_window
from fanwiki.desktop.browse.address import page_address
from fanwiki.desktop.commands.importing import open_wizard
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.messages import Messages
from fanwiki.desktop.reader import Preferences
from fanwiki.desktop.theme import Look, Theme
from fanwiki.errors import FanwikiError
from fanwiki.services import importing
from fanwiki.services.drafting import Conflict, Opened

FILM, CHARACTER, CLAIM = "We Can Be Heroes", "Wheels", "The sequel comes out soon"
SIZE = (1280, 820)
DIALOGS = {
    "new-page": "newPage",
    "history": "history",
    "templates": "templates",
    "trash": "trash",
    "keys": "keysDialog",
    "search-help": "searchHelp",
    "export": "exportDialog",
}
"""Actions that open a dialog, and its object name."""


FILM_LIST = """Title,Year,Cast,Director,Regie-Assistenz,Plot
The Long Night,2021,Bo Reed as Comet; Ann Lee as Dust,Noor El-Amin,Cy Lund,A comet lands in a village and asks for tea.
The Longer Night,2023,Bo Reed as Comet; Di Wu as The Mayor,Noor El-Amin,Cy Lund,The village asks the comet to leave.
Last Light,1998,Ann Lee as Mirelle,Zoë Hart,,A lighthouse goes out.
"""


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
        self._first_start()
        steps = (self._browsing, self._searching, self._editing, self._at_the_desk, self._choosers, self._dialogs)
        for step in (*steps, self._importing, self._telling):
            step()
        window.edit.editor.document().setModified(False)
        window.close()
        shiboken6.delete(window)

    def _first_start(self) -> None:
        wait_until(lambda: bool(self._open("seenFilms")))
        for dialog in self._open("seenFilms"):
            dialog._tick(0)  # type: ignore[attr-defined]  # as if the reader had ticked the first film
            self._keep(dialog, "seen-films")
            dialog.accept()

    def _browsing(self) -> None:
        window = self._window
        wait(1500)
        self._keep(window, "home")
        for name, title in (("film", FILM), ("character", CHARACTER), ("claim", CLAIM)):
            window.browse.go(page_address(title))
            wait(700)
            self._keep(window, name)
        window.browse.go(page_address(FILM))
        window.window_commands.show_side_bar(True)
        window.browse.open_in_tab(page_address(CHARACTER), in_front=False)
        window.browse.open_find()
        QTest.keyClicks(window.browse.find_bar._box, "film")
        wait(700)
        self._keep(window, "side-bar")
        window.browse.find_bar.close_bar()
        window.window_commands.show_side_bar(False)
        window.link_hints.come_to(page_address(CHARACTER).url)
        window.link_hints.show_card()
        self._keep(window.link_hints.card, "link-card")
        window.link_hints.leave()

    def _searching(self) -> None:
        window = self._window
        window.search.search_for("hero")
        window.search._facets.set_open(True)
        wait(500)
        self._keep(window, "search")
        window.search.search_for("")

    def _editing(self) -> None:
        window = self._window
        window.browse.go(page_address(CHARACTER))
        window.page_commands.toggle_edit()
        wait(1500)
        self._keep(window, "edit-source")
        window.edit.head.preview.setChecked(True)
        wait(1500)
        self._keep(window, "edit-preview")
        window.edit.head.preview.setChecked(False)
        window.edit.head.fields.setChecked(True)
        window.edit.head.source.setChecked(False)
        wait(400)
        self._keep(window, "edit-fields")
        window.edit.head.source.setChecked(True)
        window.edit.head.fields.setChecked(False)
        window.edit.editor.appendPlainText("")
        QTest.keyClicks(window.edit.editor, "See [[mir")
        wait(300)
        self._keep(window.edit.editor.popup, "completion")
        window.edit.leave()

    def _at_the_desk(self) -> None:
        window = self._window
        window.actions_of_window["desk"].trigger()
        desk = window.desk_commands.desk
        wait_until(lambda: desk.card.detail is not None)
        self._keep(window, "desk")
        window.desk_commands.ask_resolution(desk.card.detail)  # type: ignore[arg-type]
        for dialog in self._open("resolveDialog"):
            self._keep(dialog, "dialog-resolve")
            dialog.close()
        desk.closed.emit()
        window.browse.go(page_address(FILM))
        window.actions_of_window["graph"].trigger()
        wait(400)
        self._keep(window, "neighbourhood")
        window.graph_commands.graph.closed.emit()

    def _choosers(self) -> None:
        window = self._window
        window.actions_of_window["quick-switcher"].trigger()
        for dialog in self._open("quickSwitcher"):
            dialog.type_text("mo")  # type: ignore[attr-defined]
            self._keep(dialog, "quick-switcher")
            dialog.close()
        window.actions_of_window["palette"].trigger()
        for dialog in self._open("palette"):
            self._keep(dialog, "palette")
            dialog.close()

    def _dialogs(self) -> None:
        window = self._window
        for action, name in DIALOGS.items():
            window.actions_of_window[action].trigger()
            for dialog in self._open(name):
                self._keep(dialog, f"dialog-{action}")
                dialog.close()
        text = "---\ntitle: Wheels\nkind: character\n---\nA boy with a mind like a calculator.\n\nHe is kind.\n"
        mine, theirs = text.replace("A boy", "The boy"), text.replace("kind.", "patient.")
        window.page_commands.show_conflict(
            Conflict(Opened("Wheels", theirs, 2), mine, mine.replace("kind.", "patient."), 0)
        )
        for dialog in self._open("conflict"):
            self._keep(dialog, "dialog-conflict")
            dialog.close()

    def _importing(self) -> None:
        films = self._window.require_session().path.with_name("films.csv")
        films.write_text(FILM_LIST, encoding="utf-8")
        wizard = open_wizard(self._window, str(films))
        self._keep(wizard, "import-source")
        wizard.go_on()
        wait_until(lambda: not wizard.is_working)
        wait(1500)
        self._keep(wizard, "import-preview")
        for name in ("import-mapping", "import-conflicts"):
            wizard.go_on()
            self._keep(wizard, name)
        wizard.go_on()
        wait_until(lambda: not wizard.is_working)
        self._keep(wizard, "import-report")
        wizard.close()

    def _telling(self) -> None:
        text, hint = "“Alien” is open in another window.", "Save or close it there, then rename."
        self._messages.error(FanwikiError(text, hint))
        self._keep(self._window, "message")

    def _open(self, name: str) -> list[QDialog]:
        shown = (widget for widget in QApplication.topLevelWidgets() if shiboken6.isValid(widget))
        shown = (widget for widget in shown if widget.isVisible())
        return [widget for widget in shown if isinstance(widget, QDialog) and widget.objectName() == name]

    def _keep(self, widget: QWidget, name: str) -> None:
        wait(250)
        widget.grab().save(str(self._folder / f"{name}-{self._look}.png"))


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
