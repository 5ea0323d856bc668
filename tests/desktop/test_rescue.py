"""Damaged files and unsafe places, as the window meets them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot
from test_stories import answer, dialog, settle

from fanwiki.desktop.dialogs.question import Question, Role
from fanwiki.desktop.main_window import MainWindow
from fanwiki.domain.viewer import CURATOR
from fanwiki.services import keeping, searching, wikis
from fanwiki.store.place import Place
from fanwiki.store.wiki_file import WikiFile


def damage(path: Path) -> None:
    """Make a hole where the list of names was, so that nothing opens but rows can still be fetched by number."""
    import sqlite3

    connection = sqlite3.connect(path)
    (root,) = connection.execute("SELECT rootpage FROM sqlite_master WHERE name = 'meta'").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()
    connection.close()
    content = bytearray(path.read_bytes())
    content[(root - 1) * size : root * size] = bytes(size)
    path.write_bytes(content)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))


def test_a_damaged_wiki_is_offered_to_be_saved(
    window: MainWindow, wiki_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    hurt, saved = tmp_path / "hurt.fanwiki", tmp_path / "saved.fanwiki"
    window.require_session().wiki.backup(hurt)
    damage(hurt)
    before = hurt.read_bytes()
    choose(monkeypatch, saved)
    window.open_path(hurt)
    qtbot.waitUntil(lambda: bool([1 for box in window.findChildren(Question) if box.isVisible()]))
    asked = dialog("damagedDialog")
    assert isinstance(asked, Question)
    assert "damaged" in asked.asked
    answer(asked, Role.AcceptRole)
    qtbot.waitUntil(lambda: window.session is not None)
    settle()
    session = window.require_session()
    assert session.path == saved
    titles = {page.title for page in searching.list_pages(session.wiki, "", CURATOR)}
    assert {"Night Train", "Conductor", "Zanzibar Twin"} <= titles
    assert hurt.read_bytes() == before


def test_a_sound_backup_is_offered_too(
    window: MainWindow, wiki_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    hurt, copy = tmp_path / "hurt.fanwiki", tmp_path / "copy.fanwiki"
    window.require_session().wiki.backup(hurt)
    with wikis.open_wiki(hurt) as wiki:
        keeping.keep_backup(wiki)
    damage(hurt)
    choose(monkeypatch, copy)
    window.open_path(hurt)
    qtbot.waitUntil(lambda: bool([1 for box in window.findChildren(Question) if box.isVisible()]))
    asked = dialog("damagedDialog")
    assert isinstance(asked, Question)
    answer(asked, Role.ActionRole)
    qtbot.waitUntil(lambda: window.session is not None)
    settle()
    assert window.require_session().path == copy


def test_an_unsafe_place_is_told_once(
    open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch, wiki_path: Path
) -> None:
    made = WikiFile.__init__

    def with_place(self: WikiFile, path: Path) -> None:
        made(self, path)
        self.place = Place(service="Dropbox")

    monkeypatch.setattr(WikiFile, "__init__", with_place)
    window = open_window()
    assert "Dropbox" in window.message_bar.text
    assert window.message_bar.isVisible()
    window.message_bar.hide()
    window.open_path(wiki_path)
    assert not window.message_bar.isVisible()
