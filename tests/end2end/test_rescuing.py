"""Salvage: what can be read of a damaged file becomes a wiki, whole or not at all; that file is left alone."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from fanwiki.cli import run_command_line
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import WikiFileError
from fanwiki.jobs import Cancel, Cancelled, Progress
from fanwiki.services import checking, drafting, editing, salvaging, searching, showing, wikis
from fanwiki.store.place import Place
from fanwiki.store.wiki_file import WikiFile

KIND = "name = 'song'\nlabel = 'Song'\nplural = 'Songs'\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "heroes.fanwiki"
    with wikis.create_wiki(made) as wiki:
        editing.put_kind(wiki, KIND)
        for number in range(60):
            editing.save_markdown(wiki, f"Song {number}", f"---\nkind: song\n---\nBefore {number}.\n")
        editing.save_markdown(wiki, "Song 3", "---\nkind: song\n---\nunmistakable\n")
        editing.attach(wiki, "a.png", b"\x89PNG\r\n\x1a\n" + random.Random(1).randbytes(5000))
        editing.delete(wiki, "Song 4")
        editing.save_markdown(wiki, "Song 4", "Another of this title.")
    return made


def test_a_sound_wiki_comes_over_whole(path: Path, tmp_path: Path) -> None:
    dest = tmp_path / "new.fanwiki"
    saved = salvaging.salvage(path, dest)
    assert (saved.pages, saved.trashed, saved.files, saved.earlier) == (61, 1, 1, ())
    with wikis.open_wiki(path) as one, wikis.open_wiki(dest) as other:
        for title in ("Song 3", "Song 4", "Song 59"):
            assert showing.as_markdown(one, title, CURATOR) == showing.as_markdown(other, title, CURATOR)
        assert drafting.kinds(other).of("song").label == "Song"
        assert [row.title for row in drafting.trashed(other)] == ["Song 4"]
        assert checking.stats(other)["attachments"] == 1


def test_an_earlier_revision_comes_where_the_newest_is_hurt(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path.write_bytes(path.read_bytes().replace(b"unmistakable", b"unmistakeble"))
    before = path.read_bytes()
    dest = tmp_path / "new.fanwiki"
    assert run_command_line(["salvage", str(path), str(dest)]) == 0
    told = capsys.readouterr().out
    assert "Saved 61 pages and 1 files." in told
    assert "Only an earlier revision could be read of: Song 3." in told
    with wikis.open_wiki(dest) as wiki:
        assert "Before 3." in showing.as_markdown(wiki, "Song 3", CURATOR)
    assert path.read_bytes() == before


def test_two_pages_that_end_with_one_title_are_both_kept(tmp_path: Path) -> None:
    hurt, dest = tmp_path / "hurt.fanwiki", tmp_path / "new.fanwiki"
    with wikis.create_wiki(hurt) as wiki:
        editing.save_markdown(wiki, "Wheels", "The first.")
        editing.rename(wiki, "Wheels", "Unmistakable")
        text = drafting.open_page(wiki, "Unmistakable").text.replace("aliases:\n  - Wheels\n", "")
        source, _problems = drafting.read_draft(text, "Unmistakable")
        editing.save(wiki, drafting.with_fields(source, {}), base=2)
        editing.save_markdown(wiki, "Wheels", "The second.")
    hurt.write_bytes(hurt.read_bytes().replace(b"Unmistakable", b"Unmistakeble"))
    salvaging.salvage(hurt, dest)
    with wikis.open_wiki(dest) as wiki:
        assert {page.title for page in searching.list_pages(wiki, "", CURATOR)} == {"Wheels", "Wheels (2)"}


def test_it_is_whole_or_absent(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    dest = tmp_path / "new.fanwiki"
    dest.write_bytes(b"mine")
    with pytest.raises(WikiFileError):
        salvaging.salvage(path, dest)
    assert dest.read_bytes() == b"mine"
    cancel = Cancel()
    other = tmp_path / "other.fanwiki"
    monkeypatch.setattr(salvaging, "_AT_ONCE", 20)

    def stop(done: int, _total: int | None, text: str) -> None:
        if text == "Saving pages" and done:
            cancel.request()

    with pytest.raises(Cancelled):
        salvaging.salvage(path, other, progress=Progress(stop, cancel))
    assert not list(tmp_path.glob("other*"))


def test_a_file_of_which_nothing_is_left_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hurt = tmp_path / "hurt.fanwiki"
    wikis.create_wiki(hurt).close()
    assert run_command_line(["salvage", str(hurt), str(tmp_path / "new.fanwiki")]) == 1
    assert "No page of “hurt.fanwiki” can be read any more." in capsys.readouterr().err
    assert not (tmp_path / "new.fanwiki").exists()


def test_commands_tell_of_an_unsafe_place_beside_their_output(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = WikiFile.__init__

    def with_place(self: WikiFile, file: Path) -> None:
        made(self, file)
        self.place = Place(network="nfs4")

    monkeypatch.setattr(WikiFile, "__init__", with_place)
    assert run_command_line(["stats", str(path), "--json"]) == 0
    told = capsys.readouterr()
    assert "network drive" in told.err
    assert told.out.startswith("{")
