"""Pages that an earlier version of the program saved, which found other words, links and values in them."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from fanwiki import paths
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.services import editing, exporting
from fanwiki.store.wiki_file import WikiFile
from folder_contents import contents
from leak_wiki import make_leak_wiki

OF_PLAYER = "page_id = (SELECT id FROM page WHERE title = 'Pat Player')"
OLD_WORDS = f"UPDATE segment SET text = text || ' of a former grammar' WHERE {OF_PLAYER} AND text LIKE 'An actor%'"
OLD_LINK = f"""
    INSERT INTO link (source_id, target_id, ordinal, heading, block, label, embed, field, gate_id)
    SELECT {OF_PLAYER.partition(" = ")[2]}, id, 99, '', '', NULL, 0, '', 0 FROM target WHERE text = 'Bob Open'
"""
OLD_ALIAS = f"UPDATE name SET text = 'Pat the Former', key = 'pat the former' WHERE {OF_PLAYER} AND NOT is_title"


@pytest.fixture(scope="module")
def made_wiki(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wiki") / "leak.fanwiki"
    with make_leak_wiki(path) as wiki:
        save(wiki, "An actor.")
    return path


@pytest.fixture
def wiki(made_wiki: Path, tmp_path: Path) -> Iterator[WikiFile]:
    shutil.copyfile(made_wiki, tmp_path / "leak.fanwiki")
    with WikiFile.open(tmp_path / "leak.fanwiki") as opened:
        yield opened


def save(wiki: WikiFile, text: str) -> None:
    source = f"---\nkind: person\naliases:\n  - Patrick\n---\n{text}\n"
    editing.save_markdown(wiki, "Pat Player", source, author="a fan")


def saved_by_an_earlier_version(wiki: WikiFile, statement: str) -> None:
    with wiki.writing() as writer:
        assert writer.snapshot.connection.exec_driver_sql(statement).rowcount > 0


def again(wiki: WikiFile, dest: Path, viewer: Viewer = CURATOR) -> dict[str, bytes]:
    exporting.export(wiki, dest, viewer=viewer, incremental=True)
    return contents(dest)


def in_full(wiki: WikiFile, tmp_path: Path, viewer: Viewer = CURATOR) -> dict[str, bytes]:
    for file in paths.user_cache().glob("sheets.sqlite*"):
        file.unlink()
    exporting.export(wiki, tmp_path / "full", viewer=viewer)
    return contents(tmp_path / "full")


def test_an_edit_of_a_page_with_other_words_than_would_be_found_now_rewrites_only_what_it_changed(
    wiki: WikiFile, tmp_path: Path, full_exports: list[str]
) -> None:
    saved_by_an_earlier_version(wiki, OLD_WORDS)
    before = again(wiki, tmp_path / "b")
    assert full_exports == ["html"]
    assert any(b"former grammar" in data for data in before.values())
    for text in ("An actor of renown.", "An actor of great renown."):
        save(wiki, text)
        made = again(wiki, tmp_path / "b")
        assert full_exports == ["html"]
    assert not any(b"former grammar" in data for data in made.values())
    assert made == in_full(wiki, tmp_path)


@pytest.mark.parametrize("statement", [OLD_WORDS, OLD_LINK, OLD_ALIAS], ids=["words", "a link", "an alias"])
@pytest.mark.parametrize("viewer", [CURATOR, NEWCOMER], ids=["curator", "newcomer"])
def test_whatever_an_earlier_version_found_in_a_page_the_bytes_are_those_of_a_full_export(
    wiki: WikiFile, tmp_path: Path, viewer: Viewer, statement: str
) -> None:
    saved_by_an_earlier_version(wiki, statement)
    again(wiki, tmp_path / "b", viewer)
    save(wiki, "An actor of renown.")
    assert again(wiki, tmp_path / "b", viewer) == in_full(wiki, tmp_path, viewer)
