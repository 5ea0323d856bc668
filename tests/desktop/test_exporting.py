"""Handing the wiki on from the window: what, for whom, in which form, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialogButtonBox, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from fanwiki.desktop.dialogs.export import ExportDialog
from fanwiki.desktop.dialogs.export_forms import FORMS
from fanwiki.desktop.dialogs.seen_films import FilmList
from fanwiki.desktop.main_window import MainWindow
from fanwiki.services import exporting

MakeWindow = Callable[..., MainWindow]


class Folders(QObject):
    """Takes the place of the file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(url.toLocalFile())


@pytest.fixture
def folders() -> Iterator[Folders]:
    taken = Folders()
    QDesktopServices.setUrlHandler("file", taken, "show")
    yield taken
    QDesktopServices.unsetUrlHandler("file")


@pytest.fixture
def dialog(window: MainWindow, qtbot: QtBot) -> ExportDialog:
    window.actions_of_window["export"].trigger()
    found = window.findChild(ExportDialog)
    assert found is not None
    qtbot.waitUntil(found.isVisible)
    return found


def part(dialog: ExportDialog, kind: type, name: str) -> object:
    found = dialog.findChild(kind, name)
    assert found is not None, name
    return found


def go(dialog: ExportDialog, qtbot: QtBot, window: MainWindow) -> list[str]:
    """Press Export, wait until it is done, and return what was told."""
    told: list[str] = []
    window.messages.told.connect(told.append)
    button = next(each for each in dialog.findChildren(QPushButton) if each.text() == "Export")
    with qtbot.waitSignal(window.runner.started):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(told), timeout=20_000)
    return told


def test_the_dialog_offers_every_format_there_is() -> None:
    assert {form.name for form in FORMS} == set(exporting.FORMATS)


def test_a_reader_hands_on_web_pages_of_a_search(
    window: MainWindow, dialog: ExportDialog, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    dialog._part.setChecked(True)
    qtbot.keyClicks(part(dialog, QLineEdit, "exportQuery"), "kind:film")
    qtbot.waitUntil(lambda: "for this reader" in dialog._counted.text())
    part(dialog, QLineEdit, "exportDest").setText(str(tmp_path / "out"))
    part(dialog, QLineEdit, "exportLicence").setText("CC BY 4.0")
    dialog._title.setText("The films")
    told = go(dialog, qtbot, window)
    home = (tmp_path / "out" / "index.html").read_text("utf-8")
    assert "The films" in home
    assert "CC BY 4.0" in home
    assert told[0].startswith("Exported ")
    assert folders.shown == [str(tmp_path / "out")]


def test_who_the_copy_is_for_decides_what_is_in_it(
    window: MainWindow, dialog: ExportDialog, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    films = part(dialog, FilmList, "exportFilms")
    assert dialog.choice.shield.seen == films.ticked()
    for item in films.items_in_order():
        item.setCheckState(Qt.CheckState.Unchecked)
    dialog.choose_form("single")
    part(dialog, QLineEdit, "exportDest").setText(str(tmp_path / "out.html"))
    part(dialog, QCheckBox, "exportOpens").setChecked(False)
    hidden = dialog._count("", dialog.choice.shield)
    dialog._everything.setChecked(True)
    assert not films.isEnabled()
    assert dialog._count("", dialog.choice.shield) > hidden
    dialog._everything.setChecked(False)
    told = go(dialog, qtbot, window)
    assert f"Exported {hidden} pages" in told[0]
    assert "withheld" in told[0]
    assert folders.shown == []


def test_the_copy_speaks_the_language_that_is_chosen(
    window: MainWindow, dialog: ExportDialog, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    language = part(dialog, QComboBox, "exportLanguage")
    assert dialog.choice.lang == "en"  # as the window does
    dialog.choose_form("markdown")
    assert not language.isEnabled()
    dialog.choose_form("html")
    language.setCurrentIndex(language.findText("Deutsch"))
    part(dialog, QLineEdit, "exportDest").setText(str(tmp_path / "out"))
    go(dialog, qtbot, window)
    assert "Alle Seiten" in (tmp_path / "out" / "all.html").read_text("utf-8")


def test_the_place_follows_the_format_until_it_is_chosen(dialog: ExportDialog, qtbot: QtBot) -> None:
    dest = part(dialog, QLineEdit, "exportDest")
    assert dest.text().endswith("-html")
    dialog.choose_form("epub")
    assert dest.text().endswith(".epub")
    assert not dialog._colours.isEnabled()
    dest.clear()
    qtbot.keyClicks(dest, "/tmp/mine")
    part(dialog, QComboBox, "exportFormat").setCurrentIndex(0)
    assert dest.text() == "/tmp/mine"


def test_nothing_can_be_exported_without_a_place_or_a_search(dialog: ExportDialog) -> None:
    export = next(button for button in dialog.findChild(QDialogButtonBox).buttons() if button.text() == "Export")
    assert export.isEnabled()
    part(dialog, QLineEdit, "exportDest").setText(" ")
    assert not export.isEnabled()
    part(dialog, QLineEdit, "exportDest").setText("/tmp/x")
    dialog._part.setChecked(True)
    assert not export.isEnabled()


def test_every_control_has_a_name_and_a_place_in_the_tab_order(dialog: ExportDialog) -> None:
    for kind in (QLineEdit, QComboBox, FilmList):
        for control in dialog.findChildren(kind):
            assert control.accessibleName(), control
            assert control.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_cancelled_export_leaves_nothing(
    window: MainWindow, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog.choose_form("html")
    part(dialog, QLineEdit, "exportDest").setText(str(tmp_path / "out"))
    window.runner.started.connect(lambda job: job.request_cancel())
    with qtbot.waitSignal(window.runner.started) as started:
        dialog.accept()
    job = started.args[0]
    qtbot.waitUntil(lambda: not job.is_running, timeout=10_000)
    assert list(tmp_path.glob("*out*")) == []


def test_a_copy_for_all_readers_says_that_hidden_is_not_absent(
    window: MainWindow, dialog: ExportDialog, qtbot: QtBot, folders: Folders, tmp_path: Path
) -> None:
    for_all = part(dialog, QCheckBox, "exportForAll")
    dialog.choose_form("pdf")
    assert not for_all.isEnabled()
    dialog.choose_form("zip")
    assert for_all.isEnabled()
    dialog.choose_form("html")
    assert not dialog._not_absent.isVisible()
    for_all.setChecked(True)
    assert dialog._not_absent.isVisible()
    assert not part(dialog, FilmList, "exportFilms").isEnabled()
    part(dialog, QLineEdit, "exportDest").setText(str(tmp_path / "out"))
    go(dialog, qtbot, window)
    assert (tmp_path / "out" / "a" / "readers.js").is_file()
