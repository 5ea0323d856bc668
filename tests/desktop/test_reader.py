"""What belongs to the reader: kept whole, read with forgiveness, never in the wiki's file."""

from __future__ import annotations

import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from fanwiki.desktop import reader
from fanwiki.desktop.edit.drafts import UnsavedTexts
from fanwiki.desktop.reader import Preferences, Reading
from fanwiki.desktop.session import Session, open_session
from fanwiki.desktop.stored import read_json, read_lines, write_lines, write_text
from fanwiki.domain.change import Change


def test_what_is_written_is_read(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    reading = Reading(asked=True, seen=["A"], saved_searches={"mine": "kind:film"}, tabs=[{"url": "x"}], tab=1)
    reader.write(reading, path)
    assert reader.read(Reading, path) == reading


def test_what_has_another_shape_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    path.write_text(
        json.dumps({"seen": [1, 2], "asked": "yes", "tab": True, "bookmarks": ["B"], "unknown": 1, "tabs": ["x"]})
    )
    assert reader.read(Reading, path) == Reading(bookmarks=["B"])
    path.write_text(json.dumps({"scale": 1, "zoom": "big"}))
    assert reader.read(Preferences, path) == Preferences(scale=1.0)


def test_a_damaged_file_is_set_aside(tmp_path: Path) -> None:
    path = tmp_path / "reading.json"
    path.write_text('{"seen": [')
    assert reader.read(Reading, path) == Reading()
    assert not path.exists()
    assert (tmp_path / "reading.json.damaged").read_text() == '{"seen": ['
    path.write_text("[]")
    assert read_json(path) == {}


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_text(path, "old")
    try:
        write_text(path, "\ud800")
    except UnicodeEncodeError:
        pass
    else:
        raise AssertionError("a lone surrogate cannot be written")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_lines_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "words.txt"
    assert read_lines(path) == []
    write_lines(path, ["Lavagirl", "Guppy"])
    assert read_lines(path) == ["Lavagirl", "Guppy"]


def test_the_shield_is_one_change_that_everybody_hears(session: Session, qtbot: QtBot) -> None:
    with qtbot.waitSignal(session.changed) as heard:
        session.set_shield(seen=["Night Train"], sees_all=False, speculation=False)
    change = heard.args[0]
    assert isinstance(change, Change)
    assert change.gates
    assert session.viewer.seen == {"Night Train"}
    assert not session.viewer.speculation


def test_the_reader_is_remembered_and_the_wiki_is_not_touched(session: Session) -> None:
    before = session.path.read_bytes()
    session.set_shield(seen=["Night Train"], sees_all=False, speculation=True)
    session.toggle_bookmark("Widow")
    session.reveal("Widow", "Night Train")
    again = open_session(session.path, Preferences())
    assert again.viewer.seen == {"Night Train"}
    assert again.reading.bookmarks == ["Widow"]
    assert again.revealed_on("Widow") == ["Night Train"]
    again.close()
    assert session.path.read_bytes() == before


def test_a_wiki_that_was_moved_finds_its_reader_again(session: Session, tmp_path: Path) -> None:
    session.set_shield(seen=["Night Train"], sees_all=False, speculation=True)
    session.close()
    moved = session.path.rename(tmp_path / "elsewhere.fanwiki")
    again = open_session(moved, Preferences())
    assert again.reading.seen == ["Night Train"]
    again.close()


def test_bookmarks_and_recent_pages_follow_a_rename(session: Session) -> None:
    session.toggle_bookmark("Widow")
    session.came_to("Widow")
    session.follow_rename("Widow", "Mrs. Vane")
    assert session.reading.bookmarks == ["Mrs. Vane"]
    assert session.reading.recent == ["Mrs. Vane"]


def test_a_reveal_can_be_taken_back(session: Session) -> None:
    session.reveal("Widow", "Night Train")
    session.reveal("Widow", "Night Train 2")
    session.hide("Widow", "Night Train")
    assert session.revealed_on("Widow") == ["Night Train 2"]
    assert session.revealed_identities("Widow") == {"Night Train 2"}


def test_unsaved_texts_are_kept_by_page(wiki_path: Path) -> None:
    texts = UnsavedTexts(wiki_path)
    assert texts.all() == []
    texts.keep("A", "one", 3)
    texts.keep("A", "two", 3)
    texts.keep("B/ü", "new", None)
    assert {(text.title, text.text, text.base) for text in texts.all()} == {("A", "two", 3), ("B/ü", "new", None)}
    texts.forget("A")
    texts.forget("never kept")
    assert [text.title for text in texts.all()] == ["B/ü"]
