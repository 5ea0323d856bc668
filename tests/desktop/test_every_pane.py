"""Every pane and dialog is fit for everybody, in every look, size and direction.

What is asked stands in `fitness`, what it is asked of in `every_pane`. Where things stand does not depend on colours,
nor on the web engine, so all sizes and directions are tried in turn with looks that change, and no page is painted.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path

import fitness
import pytest
from every_pane import PLACES, Place, settle_in
from PySide6.QtCore import QCoreApplication, QEvent, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from waiting import wait_until

from fanwiki import desktop
from fanwiki.desktop.edit.preview import Preview
from fanwiki.desktop.main_window import MainWindow
from fanwiki.desktop.search.chooser import Chooser
from fanwiki.desktop.theme import Look, Theme
from fanwiki.services import importing

ROOMY, LOW = QSize(1280, 820), QSize(1024, 640)
LEFT, RIGHT = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
WAYS = [
    (Look.LIGHT, 1.0, ROOMY, LEFT),
    (Look.DARK, 1.0, ROOMY, RIGHT),
    (Look.CONTRAST, 1.0, LOW, LEFT),
    (Look.LIGHT, 1.0, LOW, RIGHT),
    (Look.DARK, 1.25, ROOMY, LEFT),
    (Look.CONTRAST, 1.25, ROOMY, RIGHT),
    (Look.LIGHT, 1.25, LOW, LEFT),
    (Look.DARK, 1.25, LOW, RIGHT),
]
"""Every size and direction."""
ROUNDS = [
    (Look.LIGHT, 1.0, ROOMY, LEFT),
    (Look.DARK, 1.25, LOW, RIGHT),
    (Look.CONTRAST, 1.0, LOW, LEFT),
]
"""Every look, in each of which Tab goes round."""


def said(way: tuple[Look, float, QSize, Qt.LayoutDirection]) -> str:
    look, scale, size, direction = way
    return f"{look}-{round(100 * scale)}-{size.width()}-{'left' if direction is LEFT else 'right'}"


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample, made once."""
    path = tmp_path_factory.mktemp("sample") / "We Can Be Heroes.fanwiki"
    importing.create_sample(path).close()
    return path


@pytest.fixture
def open_sample(
    open_window: Callable[..., MainWindow],
    theme: Theme,
    qapp: QApplication,
    sample: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Callable[..., MainWindow]]:
    """Return a function that opens the sample, used for a while, in a way; the preview stays unpainted."""
    monkeypatch.setattr(Preview, "refresh", lambda _preview: None)
    flash = QApplication.cursorFlashTime()

    def open_it(look: Look, scale: float, size: QSize, direction: Qt.LayoutDirection) -> MainWindow:
        qapp.setCursorFlashTime(0)  # a caret that comes and goes would be taken for a focus that does
        qapp.setLayoutDirection(direction)
        theme.apply(look, scale)
        path = tmp_path / sample.name
        path.write_bytes(sample.read_bytes())
        window = open_window(path)
        window.resize(size)
        settle_in(window)
        return window

    yield open_it
    qapp.setLayoutDirection(LEFT)
    qapp.setCursorFlashTime(flash)


def all_dialogs() -> set[type[QDialog]]:
    """Return every dialog of the program."""
    for module in pkgutil.walk_packages(desktop.__path__, f"{desktop.__name__}."):
        import_module(module.name)
    found, left = set(), [QDialog]
    while left:
        for kind in left.pop().__subclasses__():
            left.append(kind)
            if kind.__module__.startswith(desktop.__name__):
                found.add(kind)
    return found


def test_no_dialog_is_forgotten() -> None:
    dialogs = all_dialogs()
    assert len(dialogs) > 12
    assert dialogs - {place.shows for place in PLACES} == set()


def test_every_place_has_a_name_of_its_own() -> None:
    assert len({place.name for place in PLACES}) == len(PLACES)


def wrong_in_places(window: MainWindow, ask: Callable[[QWidget, Place], Iterable[str]]) -> list[str]:
    """Open every place in turn and return what is wrong in each."""
    wrong: list[str] = []
    for place in PLACES:
        with place.open(window) as root:
            QApplication.processEvents()
            wrong += [f"{place.name}: {what}" for what in ask(root, place)]
    return wrong


@pytest.mark.heavy
@pytest.mark.parametrize("way", WAYS, ids=said)
def test_every_place_is_named_whole_inside_and_turned_round(
    open_sample: Callable[..., MainWindow], way: tuple[Look, float, QSize, Qt.LayoutDirection]
) -> None:
    window = open_sample(*way)

    def ask(root: QWidget, place: Place) -> Iterator[str]:
        assert shown_in(root, place), place.name
        yield from fitness.unnamed(root)
        yield from fitness.cut(root)
        yield from fitness.outside(root, window.size())
        yield from fitness.unmirrored(root)

    wrong = wrong_in_places(window, ask)
    assert (window.width(), window.height()) == way[2].toTuple()
    assert wrong == []


@pytest.mark.heavy
@pytest.mark.parametrize("way", ROUNDS, ids=said)
def test_tab_goes_round_every_place_and_is_seen(
    open_sample: Callable[..., MainWindow], way: tuple[Look, float, QSize, Qt.LayoutDirection]
) -> None:
    assert wrong_in_places(open_sample(*way), lambda root, _place: fitness.tab_round(root)) == []


def dialogs() -> list[Place]:
    return [place for place in PLACES if issubclass(place.shows, QDialog)]


def test_escape_closes_every_dialog(open_sample: Callable[..., MainWindow]) -> None:
    window = open_sample(*WAYS[0])
    left_open = []
    for place in dialogs():
        with place.open(window) as dialog:
            dialog.activateWindow()
            wait_until(dialog.isActiveWindow)
            QTest.keyClick(dialog.focusWidget() or dialog, Qt.Key.Key_Escape)
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            if fitness.is_there(dialog):
                left_open.append(place.name)
    assert left_open == []


def test_dialogs_look_as_if_one_hand_had_made_them(open_sample: Callable[..., MainWindow]) -> None:
    window = open_sample(*WAYS[0])
    wrong = []
    for place in dialogs():
        if issubclass(place.shows, Chooser):
            continue  # a box with a list, and nothing else
        with place.open(window) as dialog:
            QApplication.processEvents()
            wrong += [f"{place.name}: {what}" for what in fitness.unlike_the_others(dialog)]
    assert wrong == []


def test_enter_presses_the_button_that_is_meant(open_sample: Callable[..., MainWindow]) -> None:
    window = open_sample(*WAYS[0])
    without, deaf = [], []
    for place in dialogs():
        if issubclass(place.shows, Chooser):
            continue  # its box takes Enter itself
        with place.open(window) as dialog:
            dialog.activateWindow()
            wait_until(dialog.isActiveWindow)
            if not fitness.hears_enter(dialog):
                deaf.append(place.name)
            if not [button for button in dialog.findChildren(QPushButton) if button.isDefault()]:
                without.append(place.name)
    assert (without, deaf) == ([], [])


def shown_in(root: QWidget, place: Place) -> bool:
    """Tell whether what the place means is there."""
    if isinstance(root, place.shows):
        return True
    return any(part.isVisible() for part in root.findChildren(place.shows))
