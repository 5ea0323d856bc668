"""Runs fanwiki's window on a wiki and writes down when what was there; benchmarks/window.py starts it.

    python benchmarks/window_probe.py WIKI OUT.json STARTED RUN

STARTED is when the process was started, in seconds since 1970; each RUN reads other pages. Pages count as painted when
Chromium says so (its “first contentful paint”), search results when the list was painted with them. While it waits it
sleeps: a loop that asks all the time takes a core from Chromium, and Python's lock from the thread that makes the page.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path

IN_SECONDS = (
    "start | window painted",
    "start | panes answer a key",
    "start | wiki open, search answers",
    "start | first page painted",
)
"""The names of what is told in seconds, in their order."""

PAGES, QUERIES = 40, 12
PAINTED = """(() => {
    const paint = performance.getEntriesByName('first-contentful-paint')[0];
    return paint ? performance.timeOrigin + paint.startTime : 0;
})()"""

Pair = tuple[float, float]


def processor() -> float:
    """Return the processor time of this process and of those that it started."""
    sys.path.insert(0, str(Path(__file__).parent))
    from window import processor_time, tree

    return processor_time(tree(os.getpid()))


class Probe:
    """Watches one window.

    Args:
        path: The wiki.
        out: Where the figures go.
        started: When the process was started.
        number: The number of this run.
    """

    def __init__(self, path: str, out: Path, started: float, number: int) -> None:
        self._path, self._out, self._started, self._run = path, out, started, number
        self.told: dict[str, list[Pair]] = {}

    def start(self) -> int:
        """Start the program as a user does."""
        from fanwiki import app

        make_window = app.make_window

        def watched(*parts: object) -> object:
            window = make_window(*parts)  # type: ignore[arg-type]
            self._watch(window)
            return window

        app.make_window = watched  # type: ignore[assignment]
        return app.run([self._path])

    def tell(self, name: str, wall: float, cpu: float) -> None:
        """Write down one figure."""
        self.told.setdefault(name, []).append((wall, cpu))

    def _since_start(self, name: str) -> None:
        if name not in self.told:
            self.tell(name, time.time() - self._started, processor())

    def _watch(self, window: object) -> None:
        from PySide6.QtCore import QTimer
        from PySide6.QtTest import QTest

        self.window = window
        painted, answered, opened, page = IN_SECONDS
        shown_first = window.shown_first  # type: ignore[attr-defined]
        set_session = window.set_session  # type: ignore[attr-defined]

        def press() -> None:
            # As if the user typed at once: the key waits in the queue behind what the window does.
            QTest.keyClicks(window.search.box, "a")  # type: ignore[attr-defined]
            self._since_start(answered)
            window.search.box.clear()  # type: ignore[attr-defined]

        def session_set(session: object) -> None:
            set_session(session)
            if session is not None:
                self._since_start(opened)

        def first_shown() -> None:
            self._since_start(painted)
            QTimer.singleShot(0, press)

        # Before what the window itself does then.
        shown_first.disconnect()
        shown_first.connect(first_shown)
        window.open_when_shown(Path(self._path))  # type: ignore[attr-defined]
        window.set_session = session_set  # type: ignore[attr-defined]
        window.browse.page_loaded.connect(lambda ok: self._page_came(page))  # type: ignore[attr-defined]

    def _page_came(self, name: str) -> None:
        from PySide6.QtCore import QTimer

        if name in self.told:
            return

        def painted(at: float) -> None:
            self.tell(name, at / 1000 - self._started, processor())
            # The engine is still in the middle of its answer.
            QTimer.singleShot(0, self._go_on)

        self.told[name] = []
        self._when_painted(painted)

    def _go_on(self) -> None:
        try:
            for step in (self._answer_question, self._walk, self._type):
                step()
            self._out.write_text(json.dumps(self.told))
        except Exception:  # noqa: BLE001  (the window would show it in a dialog that nobody answers)
            traceback.print_exc()
            sys.stderr.flush()
            os._exit(1)
        self.window.close()  # type: ignore[attr-defined]

    def _answer_question(self) -> None:
        from PySide6.QtWidgets import QApplication, QDialog

        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, QDialog) and widget.isVisible():
                widget.accept()
        wait(300)

    def _when_painted(self, then: Callable[[float], None]) -> None:
        from PySide6.QtCore import QTimer

        view = self.window.browse.view  # type: ignore[attr-defined]

        def answer(value: object) -> None:
            if isinstance(value, int | float) and value > 0:
                then(float(value))
            else:
                QTimer.singleShot(2, ask)

        def ask() -> None:
            view.run(PAINTED, answer)

        ask()

    def _walk(self) -> None:
        from fanwiki.desktop.browse.address import page_address
        from fanwiki.services import searching

        window = self.window
        session = window.session  # type: ignore[attr-defined]
        rows = searching.list_pages(session.wiki, "kind:character", session.viewer)
        titles = [row.title for row in random.Random(f"walk {self._run}").sample(rows, PAGES)]
        for name in ("a link | a page never read before, painted", "a link | the page again, painted"):
            for title in titles:
                self._go(name, page_address(title))

    def _go(self, name: str, address: object) -> None:
        browse = self.window.browse  # type: ignore[attr-defined]
        came: list[float] = []
        loaded: list[bool] = []
        link = browse.page_loaded.connect(loaded.append)
        cpu, began = processor(), time.time()
        browse.go(address)
        wait_until(lambda: bool(loaded))
        self._when_painted(came.append)
        wait_until(lambda: bool(came))
        self.tell(name, came[0] / 1000 - began, processor() - cpu)
        browse.page_loaded.disconnect(link)
        wait(30)

    def _type(self) -> None:
        from PySide6.QtTest import QTest

        search = self.window.search  # type: ignore[attr-defined]
        names = [row.title for row in self._some_pages()]
        for text in names[:QUERIES]:
            search.search_for("")
            for letter in text[:8].lower().replace(" ", ""):
                before, cpu = time.perf_counter(), time.process_time()
                QTest.keyClicks(search.box, letter)
                wait_until(lambda: search.is_answered)
                search.results.viewport().repaint()
                self.tell("a key | results painted", time.perf_counter() - before, time.process_time() - cpu)

    def _some_pages(self) -> list[object]:
        from fanwiki.services import searching

        session = self.window.session  # type: ignore[attr-defined]
        return random.Random("type").sample(searching.list_pages(session.wiki, "kind:film", session.viewer), QUERIES)


def wait(milliseconds: int) -> None:
    """Let the window work."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def wait_until(is_so: Callable[[], bool]) -> None:
    """Let the window work until something is so, and sleep while it has nothing to do."""
    from PySide6.QtCore import QEventLoop, Qt, QTimer

    loop = QEventLoop()
    end = time.monotonic() + 30

    def look() -> None:
        if is_so() or time.monotonic() > end:
            loop.quit()

    timer = QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.timeout.connect(look)
    timer.start(1)
    loop.exec()
    timer.stop()
    if not is_so():
        raise TimeoutError("the window did not get there")


if __name__ == "__main__":
    sys.exit(Probe(sys.argv[1], Path(sys.argv[2]), float(sys.argv[3]), int(sys.argv[4])).start())
