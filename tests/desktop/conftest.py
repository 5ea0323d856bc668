"""What tests of the window may use; a Qt warning, an unexpected log line, a leaked thread or timer fails a test."""

from __future__ import annotations

import gc
import logging
import os
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", "--disable-gpu")
if hasattr(os, "geteuid") and os.geteuid() == 0:
    # Chromium's sandbox does not start for root. Only tests may turn it off.
    os.environ.setdefault("QTWEBENGINE_DISABLE_SANDBOX", "1")

sys.path.insert(0, str(Path(__file__).parent))

import platformdirs
import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QThread, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from window_wiki import make_window_wiki

from fanwiki.desktop import reader
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.messages import Messages
from fanwiki.desktop.reader import Preferences
from fanwiki.desktop.runner import JobRunner
from fanwiki.desktop.session import Session, open_session
from fanwiki.desktop.theme import Look, Theme
from fanwiki.services.wikis import open_wiki
from fanwiki.wording import Catalogue, speak

HERE = Path(__file__).parent

# What Qt says about a machine without a graphics card, and offscreen about what it has not.
ABOUT_THE_MACHINE = (
    "This plugin does not support",
    "QRhiGles2: Failed to create",
    "Failed to create RHI",
    "QVulkanInstance: Failed",
    "GBM is not supported",
    "GPUInfo not initialized",
    "Sandboxing disabled by user",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.qt_log_level_fail("WARNING"))
            item.add_marker(pytest.mark.qt_log_ignore(*ABOUT_THE_MACHINE, extend=True))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    # Set before pytest-qt makes the application: the web engine is imported after it.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    return ["fanwiki-tests"]


@pytest.fixture(autouse=True)
def _user_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the user's own folders out of it."""
    for name in ("user_data_dir", "user_config_dir", "user_log_dir"):
        folder = tmp_path / "user" / name

        def answer(*_args: object, folder: Path = folder, **_named: object) -> str:
            folder.mkdir(parents=True, exist_ok=True)
            return str(folder)

        monkeypatch.setattr(platformdirs, name, answer)


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    """Speak English after a test that spoke something else."""
    yield
    speak(Catalogue())


@pytest.fixture(autouse=True)
def expected_log(caplog: pytest.LogCaptureFixture) -> Iterator[list[str]]:
    """Fail on every logged warning that the test does not name in this list."""
    expected: list[str] = []
    yield expected
    lines = [
        record.getMessage()
        for when in ("setup", "call")
        for record in caplog.get_records(when)  # type: ignore[arg-type]
        if record.levelno >= logging.WARNING
    ]
    unexpected = [line for line in lines if not any(part in line for part in expected)]
    assert not unexpected, f"unexpected log lines: {unexpected}"


@pytest.fixture(autouse=True)
def _nothing_leaks(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail when a test leaves a thread, a running timer or a window behind."""
    before = set(threading.enumerate())
    yield
    # Threads of Qt's that ran Python stand here as dummies, and are looked at below as what they are.
    left = [one for one in set(threading.enumerate()) - before if not one.daemon]
    assert not left, f"Python's threads still run: {left}"
    if "qapp" not in request.fixturenames:
        return
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QApplication.processEvents()
    gc.collect()
    objects = [thing for thing in gc.get_objects() if isinstance(thing, QTimer | QThread) and shiboken6.isValid(thing)]
    threads = [thing for thing in objects if isinstance(thing, QThread) and thing.isRunning() and not _is_main(thing)]
    timers = [thing for thing in objects if isinstance(thing, QTimer) and thing.isActive()]
    windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    # The next test shall not fail for this one's sake.
    for timer in timers:
        timer.stop()
    for widget in windows:
        widget.hide()
    assert not threads, f"threads still run: {threads}"
    assert not timers, f"timers still run: {[(timer, timer.parent()) for timer in timers]}"
    assert not windows, f"windows still show: {windows}"


def _is_main(thread: QThread) -> bool:
    app = QApplication.instance()
    return app is not None and thread == app.thread()


@pytest.fixture(scope="session")
def template_wiki(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small wiki, made once."""
    path = tmp_path_factory.mktemp("template") / "heroes.fanwiki"
    make_window_wiki(path)
    return path


@pytest.fixture
def wiki_path(template_wiki: Path, tmp_path: Path) -> Path:
    """A copy of the small wiki."""
    return Path(shutil.copy(template_wiki, tmp_path / "heroes.fanwiki"))


@pytest.fixture
def theme(qapp: QApplication) -> Theme:
    theme = Theme(qapp)
    theme.apply(Look.LIGHT)
    return theme


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    """A runner whose unexpected errors fail the test."""
    errors: list[BaseException] = []
    runner = JobRunner(errors.append)
    yield runner
    runner.shut_down()
    assert not errors


@pytest.fixture
def session(wiki_path: Path, qapp: QApplication) -> Iterator[Session]:
    """The small wiki, open for a reader who was asked already and has seen nothing."""
    session = open_session(wiki_path, Preferences())
    session.reading.asked = True
    yield session
    session.close()


OpenWindow = Callable[..., MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, theme: Theme, wiki_path: Path) -> Iterator[OpenWindow]:
    """Return a function that opens a window on the small wiki (or another); all are closed at the end."""
    windows: list[MainWindow] = []

    def open_one(path: Path | None = None, *, asked: bool = True, live: bool = False) -> MainWindow:
        chosen = path or wiki_path
        if asked:
            with open_wiki(chosen) as wiki:
                place = reader.reading_path(wiki.identity)
            kept = reader.read(reader.Reading, place)
            kept.asked = True
            reader.write(kept, place)
        window = MainWindow(theme, Preferences(spelling=""), Messages())
        if not live:
            # Most stories need no painted page, and the web engine takes a second to come.
            window.browse.go_live = lambda: None  # type: ignore[method-assign]
        windows.append(window)
        window.show()
        window.open_path(chosen)
        qtbot.waitUntil(lambda: window.is_ready)
        return window

    yield open_one
    for window in windows:
        if shiboken6.isValid(window):
            window.edit.editor.document().setModified(False)
            window.close()
            window.deleteLater()


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """A window on the small wiki, without the web engine."""
    return open_window()
