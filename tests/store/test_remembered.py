"""What an open wiki remembers from letter to letter and from save to save never outlives a change or a viewer."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from store_making import document, film, save, save_in, segment

from fanwiki.domain.gate import Gate
from fanwiki.domain.query import FieldNames, parse
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.store import checkpoints, search_writing
from fanwiki.store.engine import wal_of
from fanwiki.store.memory import Memory
from fanwiki.store.wiki_file import WikiFile

ALIEN = Gate.of("Alien")


def snippet(wiki: WikiFile, text: str, viewer: Viewer) -> str:
    with wiki.reading(viewer) as reader:
        found = reader.search.run(parse(text, FieldNames(reader.kinds().values())))
    return " / ".join("".join(piece for piece, _ in hit.snippet) for hit in found.hits)


def test_a_snippet_follows_an_edit_at_once(wiki: WikiFile) -> None:
    save(wiki, document("Ripley", segments=(segment("A warrant officer on the ship."),)))
    assert snippet(wiki, "warrant", CURATOR) == "A warrant officer on the ship."
    save(wiki, document("Ripley", segments=(segment("Once a warrant officer, now alone."),)), base=1)
    assert snippet(wiki, "warrant", CURATOR) == "Once a warrant officer, now alone."


def test_what_one_viewer_was_shown_is_not_remembered_for_another(wiki: WikiFile) -> None:
    save(wiki, film("Alien"))
    parts = (segment("Ash serves as an officer."), segment("The officer is an android.", ALIEN))
    save(wiki, document("Ash", segments=parts))
    for viewer in (CURATOR, NEWCOMER, CURATOR, NEWCOMER):
        assert ("android" in snippet(wiki, "officer android", viewer)) == viewer.sees_all
    assert "android" in snippet(wiki, "officer android", Viewer.who_has_seen(["Alien"]))


def test_a_gate_that_came_while_the_wiki_was_open_is_obeyed(wiki: WikiFile) -> None:
    save(wiki, film("Alien"))
    save(wiki, document("Ash", segments=(segment("Ash is an android."),)))
    assert snippet(wiki, "android", NEWCOMER)
    with WikiFile.open(wiki.path) as elsewhere:
        save(elsewhere, document("Ash", segments=(segment("Ash is an android.", ALIEN),)), base=1)
    assert not snippet(wiki, "android", NEWCOMER)


def test_a_gate_of_a_save_that_failed_is_not_taken_for_one_of_the_wiki(wiki: WikiFile) -> None:
    class RefusedError(Exception):
        pass

    try:
        with wiki.writing() as writer:
            save_in(writer, document("Ash", gate=ALIEN))
            raise RefusedError
    except RefusedError:
        pass
    save(wiki, document("Ripley", gate=Gate.of("Aliens")))
    with wiki.reading(NEWCOMER) as reader:
        assert reader.pages.by_title("Ripley") is None
    with wiki.reading(Viewer.who_has_seen(["Aliens"])) as reader:
        assert reader.pages.by_title("Ripley") is not None


def test_a_full_memory_forgets_what_it_learnt_first() -> None:
    memory = Memory(2)
    for key in ("one", "two", "three"):
        memory.put(key, key.upper())
    assert [memory.get(key) for key in ("one", "two", "three")] == [None, "TWO", "THREE"]
    assert memory.of("three", lambda: "other") == "THREE"


def test_a_memory_of_nothing_remembers_nothing() -> None:
    memory = Memory()
    assert memory.of("one", lambda: 1) == 1
    assert memory.get("one") is None


def test_a_grown_wal_is_brought_into_the_file(wiki_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoints, "WAL_BYTES", 1)
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("Ripley", segments=(segment("officer"),)))
        wiki._checkpoints.wait()
        # A copy of the file alone, as somebody makes who knows nothing of the WAL, has the page.
        alone = wiki_path.with_name("alone.fanwiki")
        shutil.copyfile(wiki_path, alone)
        assert wal_of(wiki_path).exists()
    with WikiFile.open(alone) as copy, copy.reading(CURATOR) as reader:
        assert reader.pages.by_title("Ripley") is not None


def test_a_wal_that_cannot_be_emptied_stops_nobody(wiki_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checkpoints, "WAL_BYTES", 1)
    with WikiFile.open(wiki_path) as wiki:
        with wiki.reading(CURATOR) as reader:
            save(wiki, document("Ripley"))
            assert reader.pages.by_title("Ripley") is None, "a snapshot stays what it was"
        save(wiki, document("Ash"))
        with wiki.reading(CURATOR) as reader:
            assert [page.title for page in reader.pages.all()] == ["Ash", "Ripley"]


def test_what_saves_leave_in_the_search_index_is_united_while_nobody_saves(
    wiki_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_writing, "FEW_RUNS", 1)
    monkeypatch.setattr(search_writing, "UNITED_AT_REST", 1)
    with WikiFile.open(wiki_path) as wiki:
        for number in range(12):
            save(wiki, document(f"Page {number}", segments=(segment("The officer sees a nebula."),)))
        runs = _runs(wiki_path)
        assert wiki._unite_index(), "a part at a time, so that a save meanwhile need not wait long"
        while wiki._unite_index():
            pass
        assert _runs(wiki_path) < runs
        assert _count(wiki, "nebula") == 12
        save(wiki, document("Page 12", segments=(segment("One more nebula."),)))
        assert _count(wiki, "nebula") == 13


def test_parts_of_the_tidying_follow_each_other_until_somebody_saves(wiki_path: Path) -> None:
    left = [True, True, True]
    done: list[int] = []

    def tidy() -> bool:
        done.append(len(left))
        if len(done) == 2:
            quiet.saved()
        return bool(left.pop())

    quiet = checkpoints.Checkpoints(wiki_path, tidy)
    quiet._run()
    assert done == [3, 2], "the third part waits for the next quiet moment"


def _runs(path: Path) -> int:
    """Return how many runs FTS5 has to look through for a word; each has its entries in the table of first terms."""
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute("SELECT count(DISTINCT segid) FROM search_text_idx").fetchone()[0])


def _count(wiki: WikiFile, text: str) -> int:
    with wiki.reading(CURATOR) as reader:
        return reader.search.run(parse(text, FieldNames(reader.kinds().values()))).total
