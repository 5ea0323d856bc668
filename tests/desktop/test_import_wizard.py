"""The import wizard: choose, look, map, settle, run, read the report; by its own widgets, keys and names."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QRadioButton,
    QTableWidget,
    QTreeWidget,
    QWidget,
)
from pytestqt.qtbot import QtBot

from fanwiki.desktop.browse.address import HOME_ADDRESS
from fanwiki.desktop.commands.importing import open_wizard
from fanwiki.desktop.dialogs.importing.wizard import ImportWizard
from fanwiki.desktop.dialogs.seen_films import SeenFilmsDialog
from fanwiki.desktop.main_window import MainWindow
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import FanwikiError
from fanwiki.jobs import Progress
from fanwiki.services import importing
from fanwiki.services.import_values import Imported


@pytest.fixture
def window(open_window: object) -> MainWindow:
    return open_window()  # type: ignore[operator, no-any-return]  # the fixture's type is the conftest's own


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    (folder / "Films").mkdir(parents=True)
    (folder / "Films/Dune.md").write_text("---\ntype: movie\nwatched: true\ndirector: [Ann]\n---\nSand.\n", "utf-8")
    (folder / "It.md").write_text("---\ntype: book\nstars: 4\n---\nSee [[Dune]] and [[Gone]].\n", "utf-8")
    (folder / "left.exe").write_bytes(b"MZ")
    return folder


@pytest.fixture
def wizard(window: MainWindow, vault: Path) -> Iterator[ImportWizard]:
    wizard = open_wizard(window, str(vault))
    yield wizard
    if shiboken6.isValid(wizard):
        wizard.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def child(wizard: ImportWizard, kind: type[QWidget], name: str) -> QWidget:
    found = wizard.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def press_next(wizard: ImportWizard, qtbot: QtBot) -> None:
    button = child(wizard, QPushButton, "importNext")
    assert button.isEnabled()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not wizard.is_working)


def found_in(wizard: ImportWizard) -> dict[str, str]:
    tree = child(wizard, QTreeWidget, "importFound")
    assert isinstance(tree, QTreeWidget)
    items = [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    return {item.text(0): item.text(1) for item in items if item}


def test_a_vault_is_brought_in_step_by_step(
    window: MainWindow, wizard: ImportWizard, vault: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    said = child(wizard, QLabel, "importDetected")
    assert isinstance(said, QLabel)
    assert "Obsidian vault" in said.text()
    folders = child(wizard, QComboBox, "option.folders")
    assert isinstance(folders, QComboBox)
    folders.setCurrentIndex(folders.findData("tags"))
    press_next(wizard, qtbot)
    assert wizard.step is wizard.preview
    assert found_in(wizard)["Pages"] == "2"
    assert found_in(wizard)["Links that lead nowhere"] == "2"
    pages = child(wizard, QListWidget, "importPages")
    assert isinstance(pages, QListWidget)
    assert [pages.item(row).text() for row in range(pages.count())] == ["It", "Dune"]
    press_next(wizard, qtbot)
    assert wizard.step is wizard.mapping
    which, kind = child(wizard, QComboBox, "importTemplate"), child(wizard, QComboBox, "importKind")
    assert isinstance(which, QComboBox)
    assert isinstance(kind, QComboBox)
    which.setCurrentIndex(which.findData("book"))
    kind.setCurrentIndex(kind.findData("source"))
    table = child(wizard, QTableWidget, "importFields")
    assert isinstance(table, QTableWidget)
    box = table.cellWidget(0, 2)
    assert isinstance(box, QComboBox)
    box.setCurrentText("tier")
    press_next(wizard, qtbot)
    assert wizard.step is wizard.preview  # the new mapping is shown before anything is done
    press_next(wizard, qtbot)
    press_next(wizard, qtbot)
    assert wizard.step is wizard.conflicts
    assert not child(wizard, QRadioButton, "conflict.keep").isVisible()  # nothing is here that could clash
    seen = child(wizard, QCheckBox, "importSeen")
    assert isinstance(seen, QCheckBox)
    assert "One film is marked" in seen.text()
    seen.setChecked(True)
    press_next(wizard, qtbot)
    assert wizard.step is wizard.report
    assert wizard.report.title.text() == "2 pages came in"
    done = child(wizard, QTreeWidget, "importDone")
    assert isinstance(done, QTreeWidget)
    assert [done.topLevelItem(row).text(0) for row in range(2)] == ["New pages", "Links"]
    session = window.require_session()
    with session.wiki.reading(CURATOR) as reader:
        it, dune = reader.pages.find("It"), reader.pages.find("Dune")
        assert it is not None
        assert dune is not None
        assert (it.kind, reader.pages.source(it).fields) == ("source", {"tier": 4})
        assert reader.pages.source(dune).fields == {"director": ["[[Ann]]"], "tags": ["Films"]}
    assert "Dune" in session.reading.seen
    wizard.report.save_report(tmp_path / "report.json")
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["added"] == ["Dune", "It"]
    press_next(wizard, qtbot)
    assert not wizard.isVisible()
    with qtbot.waitSignal(window.runner.started, raising=False, timeout=10):
        pass
    assert dict(importing.remembered_mappings(session.wiki, "obsidian"))["book"].kind == "source"


def test_it_can_be_done_with_the_keyboard_alone(window: MainWindow, wizard: ImportWizard, qtbot: QtBot) -> None:
    line = child(wizard, QLineEdit, "importSource")
    assert QApplication.focusWidget() is line
    for step in (wizard.preview, wizard.mapping, wizard.conflicts, wizard.report):
        QTest.keyClick(QApplication.focusWidget() or wizard, Qt.Key.Key_Return)
        if wizard.step is not step:
            qtbot.waitUntil(lambda step=step: wizard.step is step)
    qtbot.waitUntil(lambda: not wizard.is_working)
    with window.require_session().wiki.reading(CURATOR) as reader:
        assert reader.pages.find("It") is not None


def test_escape_stops_an_import_that_runs_and_the_wiki_is_as_it_was(
    window: MainWindow, wizard: ImportWizard, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    press_next(wizard, qtbot)
    go, real = threading.Event(), importing.import_source

    def slow(*values: object, progress: Progress, **named: object) -> Imported:
        assert go.wait(10)
        return real(*values, progress=progress, **named)  # type: ignore[arg-type]  # as they came

    monkeypatch.setattr(importing, "import_source", slow)
    press_next(wizard, qtbot)
    press_next(wizard, qtbot)
    wizard.go_on()
    assert wizard.is_working
    QTest.keyClick(wizard, Qt.Key.Key_Escape)
    go.set()
    qtbot.waitUntil(lambda: not wizard.is_working)
    assert wizard.step is wizard.conflicts
    message = child(wizard, QLabel, "importMessage")
    assert isinstance(message, QLabel)
    assert "as it was" in message.text()
    with window.require_session().wiki.reading(CURATOR) as reader:
        assert reader.pages.find("It") is None


def test_what_cannot_be_read_is_said_where_it_was_chosen(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    line = child(wizard, QLineEdit, "importSource")
    assert isinstance(line, QLineEdit)
    said, following = child(wizard, QLabel, "importDetected"), child(wizard, QPushButton, "importNext")
    assert isinstance(said, QLabel)
    line.setText(str(tmp_path / "absent"))
    assert "is not there" in said.text()
    assert not following.isEnabled()
    (tmp_path / "w.html").write_text(
        '<meta name="x" content="TiddlyWiki"><pre id="encryptedStoreArea">{}</pre>', "utf-8"
    )
    line.setText(str(tmp_path / "w.html"))
    press_next(wizard, qtbot)
    assert wizard.step is wizard.source
    message = child(wizard, QLabel, "importMessage")
    assert isinstance(message, QLabel)
    assert "encrypted" in message.text()


def test_a_list_whose_columns_nobody_knows_is_mapped_before_it_gives_pages(
    wizard: ImportWizard, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "f.csv").write_text("Naziv,Redatelj\nDina,Ana\n", "utf-8")
    line = child(wizard, QLineEdit, "importSource")
    assert isinstance(line, QLineEdit)
    line.setText(str(tmp_path / "f.csv"))
    wizard.source.choose_format("films")
    press_next(wizard, qtbot)
    assert "Pages" not in found_in(wizard)
    press_next(wizard, qtbot)
    assert wizard.step is wizard.mapping
    table = child(wizard, QTableWidget, "importFields")
    assert isinstance(table, QTableWidget)
    for row, name in enumerate(("title", "director")):
        box = table.cellWidget(row, 2)
        assert isinstance(box, QComboBox)
        box.setCurrentText(name)
    press_next(wizard, qtbot)
    assert found_in(wizard)["Pages"] == "2"


def test_every_control_has_a_name_that_is_read_out(wizard: ImportWizard, qtbot: QtBot) -> None:
    press_next(wizard, qtbot)
    press_next(wizard, qtbot)
    for kind in (QLineEdit, QComboBox, QListWidget, QTreeWidget, QTableWidget):
        for widget in wizard.findChildren(kind):
            inner = isinstance(widget, QLineEdit) and isinstance(widget.parent(), QComboBox)
            assert inner or widget.accessibleName(), widget.objectName()
    assert all(button.text() for button in wizard.findChildren(QPushButton))
    assert all(button.text() and button.accessibleDescription() for button in wizard.findChildren(QRadioButton))


def test_a_report_that_cannot_be_written_is_told(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    for _ in range(4):
        press_next(wizard, qtbot)
    (tmp_path / "there.json").write_text("mine", "utf-8")
    wizard.report.save_report(tmp_path / "there.json")
    assert (tmp_path / "there.json").read_text("utf-8") == "mine"
    assert any("there already" in label.text() for label in wizard.report.findChildren(QLabel))
    with pytest.raises(FanwikiError):
        importing.write_mappings({}, tmp_path / "there.json")


def test_what_is_there_already_is_counted_before_it_is_written_and_told_after(
    window: MainWindow, wizard: ImportWizard, vault: Path, qtbot: QtBot
) -> None:
    session = window.require_session()
    importing.import_source(session.wiki, vault)
    (vault / "New.md").write_text("A page more.\n", "utf-8")
    for _ in range(3):
        press_next(wizard, qtbot)
    assert wizard.step is wizard.conflicts
    assert child(wizard, QRadioButton, "conflict.keep").isVisible()
    assert "2 of the pages are here already" in {label.text() for label in wizard.conflicts.findChildren(QLabel)}
    press_next(wizard, qtbot)
    done = child(wizard, QTreeWidget, "importDone")
    assert isinstance(done, QTreeWidget)
    told = {done.topLevelItem(row).text(0): done.topLevelItem(row).text(1) for row in range(done.topLevelItemCount())}
    assert (told["New pages"], told["There already, just so"]) == ("1", "2")
    assert child(wizard, QPushButton, "importBefore").isVisible()  # a backup was kept before
    with qtbot.waitSignal(wizard.page_wanted):
        child(wizard, QPushButton, "importHome").click()
    assert not wizard.isVisible()
    assert window.browse.address == HOME_ADDRESS


def test_parts_have_examples_and_new_fields_are_called_new(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "f.csv").write_text("Title,Year,Cast,Regie-Assistenz\nDune,2021,Ann as Paul,Cy\n", "utf-8")
    line = child(wizard, QLineEdit, "importSource")
    assert isinstance(line, QLineEdit)
    line.setText(str(tmp_path / "f.csv"))
    press_next(wizard, qtbot)
    press_next(wizard, qtbot)
    assert wizard.step is wizard.mapping
    table = child(wizard, QTableWidget, "importFields")
    assert isinstance(table, QTableWidget)
    rows = {}
    for row in range(table.rowCount()):
        box = table.cellWidget(row, 2)
        assert isinstance(box, QComboBox)
        rows[table.item(row, 0).text()] = (table.item(row, 1).text(), box.currentText())
    assert rows["Title"] == ("Dune", "Title")
    assert rows["Year"] == ("2021", "Year")
    assert rows["Regie-assistenz"] == ("Cy", "Regie assistenz (new)")
    assert "Ann" in rows["Cast"][0]
    assert wizard.mapping.changed == {}  # what only was looked at stays as it was read


def test_films_that_come_with_an_import_are_asked_about_once(
    window: MainWindow, wizard: ImportWizard, qtbot: QtBot
) -> None:
    window.require_session().reading.asked = False
    for _ in range(4):
        press_next(wizard, qtbot)
    assert wizard.step is wizard.report
    press_next(wizard, qtbot)
    asked = next(each for each in window.findChildren(SeenFilmsDialog) if each.isVisible())
    asked.reject()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    open_wizard(window).reject()
    assert not [each for each in window.findChildren(SeenFilmsDialog) if each.isVisible()]


def test_what_cannot_be_read_stands_out(wizard: ImportWizard, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "cut.xml").write_text("<mediawiki><page><title>Broken", "utf-8")
    line = child(wizard, QLineEdit, "importSource")
    assert isinstance(line, QLineEdit)
    line.setText(str(tmp_path / "cut.xml"))
    press_next(wizard, qtbot)
    message = child(wizard, QLabel, "importMessage")
    assert isinstance(message, QLabel)
    assert "holds no page" in message.text()
    assert message.property("role") == "problem"
