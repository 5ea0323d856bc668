"""Automatic backups: before an import, checked, thinned; and named when the file is damaged."""

from __future__ import annotations

import sqlite3
from datetime import datetime
from pathlib import Path

import pytest

from fanwiki import paths
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import DamagedFileError
from fanwiki.services import checking, editing, importing, keeping, showing, wikis


@pytest.fixture(autouse=True)
def own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "user"
    folder.mkdir()
    monkeypatch.setattr(paths, "user_data", lambda: folder)
    return folder


def vault(tmp_path: Path) -> Path:
    folder = tmp_path / "vault"
    folder.mkdir()
    (folder / "New.md").write_text("New text.", "utf-8")
    return folder


def test_an_import_into_a_wiki_with_pages_keeps_a_sound_copy_of_what_was(tmp_path: Path) -> None:
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        importing.import_source(wiki, vault(tmp_path))
        assert keeping.newest_sound_backup(wiki.path) is None  # there was nothing to keep
        editing.save_markdown(wiki, "Old", "Old text.")
        importing.import_source(wiki, tmp_path / "vault")
        backup = keeping.newest_sound_backup(wiki.path)
    assert backup is not None
    with wikis.open_wiki(backup.path) as copy:
        assert "Old text." in showing.as_text(copy, "Old", CURATOR)


def test_an_import_goes_on_where_no_backup_can_be_kept_and_says_so(tmp_path: Path, own_folder: Path) -> None:
    (own_folder / "backups").write_text("a file where the folder should be")
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        editing.save_markdown(wiki, "Old", "Old text.")
        outcome = importing.import_source(wiki, vault(tmp_path))
    assert outcome.added == ["New"]
    assert [problem.code for problem in outcome.report.problems] == ["no-backup"]


def test_a_damaged_wiki_is_told_with_its_newest_sound_backup(tmp_path: Path) -> None:
    path = tmp_path / "w.fanwiki"
    with wikis.create_wiki(path) as wiki:
        editing.save_markdown(wiki, "A", "Text.")
        made = keeping.keep_backup(wiki)
        assert checking.check(wiki).problems[0].code != "sound-backup"
    connection = sqlite3.connect(path)
    connection.execute("UPDATE revision SET body = 'other'")
    connection.commit()
    connection.close()
    with wikis.open_wiki(path) as wiki:
        result = checking.check(wiki)
    assert not result.ok
    assert result.problems[0].code == "sound-backup"
    assert str(made) in result.problems[0].text


def test_a_damaged_wiki_is_not_imported_into_and_its_backups_stay(tmp_path: Path) -> None:
    path = tmp_path / "w.fanwiki"
    with wikis.create_wiki(path) as wiki:
        editing.save_markdown(wiki, "A", "Text.")
        made = keeping.keep_backup(wiki, now=datetime(2020, 1, 1))
    connection = sqlite3.connect(path)
    connection.execute("UPDATE revision SET body = 'other'")
    connection.commit()
    connection.close()
    with wikis.open_wiki(path) as wiki:
        with pytest.raises(DamagedFileError):
            importing.import_source(wiki, vault(tmp_path))
        assert checking.stats(wiki)["pages"] == 1
    assert made.exists()
