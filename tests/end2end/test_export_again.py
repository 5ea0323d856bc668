"""After an edit, only what it changed is rewritten, and the bundle has the bytes of a full export."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fanwiki import paths
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.errors import FanwikiError
from fanwiki.exporters import html, whole_folder
from fanwiki.exporters.html import refresh
from fanwiki.exporters.html.refresh import StandingBundle
from fanwiki.exporters.moving import finish_moves
from fanwiki.jobs import Cancelled, Progress
from fanwiki.services import bundle_exporting, bundle_workers, checking, editing, exporting
from fanwiki.store.wiki_file import WikiFile
from folder_contents import contents
from leak_wiki import FAN, PAGES, PICTURE, make_leak_wiki

MADE = dict(PAGES)


@pytest.fixture(scope="module")
def made_wiki(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wiki") / "leak.fanwiki"
    make_leak_wiki(path).close()
    return path


@pytest.fixture
def wiki(made_wiki: Path, tmp_path: Path) -> Iterator[WikiFile]:
    shutil.copyfile(made_wiki, tmp_path / "leak.fanwiki")
    with WikiFile.open(tmp_path / "leak.fanwiki") as opened:
        yield opened


def again(wiki: WikiFile, dest: Path, viewer: Viewer = CURATOR) -> None:
    exporting.export(wiki, dest, viewer=viewer, incremental=True)


def in_full(wiki: WikiFile, tmp_path: Path, viewer: Viewer = CURATOR) -> dict[str, bytes]:
    dest = tmp_path / "full"
    for file in paths.user_cache().glob("sheets.sqlite*"):
        file.unlink()
    exporting.export(wiki, dest, viewer=viewer)
    made = contents(dest)
    shutil.rmtree(dest)
    return made


def rewrite(wiki: WikiFile, title: str, old: str, new: str) -> None:
    text = MADE[title].replace(old, new)
    assert text != MADE[title]
    editing.save_markdown(wiki, title, text + "\n", author="a fan")


TEXT_EDITS: dict[str, Callable[[WikiFile], None]] = {
    "nothing": lambda wiki: None,
    "a word": lambda wiki: rewrite(wiki, "Pat Player", "An actor.", "An actor of renown."),
    "a link less": lambda wiki: rewrite(wiki, "Bob Open", "brother of [[Ann Open]]", "brother of somebody"),
    "a link more": lambda wiki: rewrite(wiki, "Pat Player", "An actor.", "An actor, see [[Bob Open]] and [[Red]]."),
    "a shown section": lambda wiki: rewrite(wiki, "Bob Open", "## After", "## After all"),
    "a relative": lambda wiki: rewrite(wiki, "Ann Open", "relation: brother}", "relation: cousin}"),
    "a list": lambda wiki: rewrite(wiki, "Pat Player", "An actor.", "```query\nkind:film\n```"),
    "a spoiler": lambda wiki: rewrite(wiki, "Open Film", "The earlier film.", "The ||earlier||{Twist Film} film."),
    "a film's text": lambda wiki: rewrite(wiki, "Film With Cast", "It has a cast.", "It has a large cast."),
    "home": lambda wiki: rewrite(wiki, "Home", "Welcome", "Be welcome"),
    "a role": lambda wiki: rewrite(wiki, "Film With Cast", "role: on screen", "role: voice"),
}


@pytest.mark.parametrize("edit", TEXT_EDITS.values(), ids=TEXT_EDITS)
@pytest.mark.parametrize("viewer", [CURATOR, NEWCOMER], ids=["curator", "newcomer"])
def test_an_edited_text_rewrites_only_what_it_changed(
    wiki: WikiFile,
    viewer: Viewer,
    edit: Callable[[WikiFile], None],
    tmp_path: Path,
    full_exports: list[str],
) -> None:
    exporting.export(wiki, tmp_path / "b", viewer=viewer)
    assert full_exports == ["html"]
    edit(wiki)
    again(wiki, tmp_path / "b", viewer)
    assert full_exports == ["html"]
    assert contents(tmp_path / "b") == in_full(wiki, tmp_path, viewer)
    assert sorted(path.name for path in tmp_path.iterdir() if "fanwiki" not in path.name) == ["b"]


REPLANNED: dict[str, Callable[[WikiFile], object]] = {
    "a title": lambda wiki: editing.rename(wiki, "Bob Open", "Bob Shut"),
    "an alias": lambda wiki: rewrite(wiki, "Ann Open", "  - Annie", "  - Annie\n  - Nan"),
    "an alias that is wanted": lambda wiki: rewrite(
        wiki, "Pat Player", "kind: person", "kind: person\naliases: Zyxwolf Junior"
    ),
    "a tag": lambda wiki: rewrite(wiki, "Pat Player", "An actor.", "An actor. #actors"),
    "a tag less": lambda wiki: rewrite(wiki, "Ann Open", "  - heroes\n", ""),
    "another kind": lambda wiki: rewrite(wiki, "Bob Open", "kind: character", "kind: person"),
    "a gated page": lambda wiki: rewrite(wiki, "Bob Open", "kind: character", "kind: character\nspoils: Twist Film"),
    "a gated alias": lambda wiki: rewrite(wiki, "Ann Open", "- Annie", "- {value: Annie, gate: '[[Twist Film]]'}"),
    "a cast": lambda wiki: rewrite(wiki, "Film With Cast", "[[Ann Open]]", "[[Bob Open]]"),
    "a day": lambda wiki: rewrite(wiki, "Open Film", "2010-01-01", "2023-01-01"),
    "a claim": lambda wiki: rewrite(wiki, "Bob will return", "status: open", "status: debunked"),
    "a new page": lambda wiki: editing.save_markdown(wiki, "Newcomer", "See [[Ann Open]].", author="a fan"),
    "a wanted page": lambda wiki: editing.save_markdown(wiki, "Zyxwolf Junior", "The heir.", author="a fan"),
    "a page in the trash": lambda wiki: editing.delete(wiki, "Pat Player"),
    "a shown page in the trash": lambda wiki: editing.delete(wiki, "Bob Open"),
    "a new author": lambda wiki: editing.save_markdown(wiki, "Pat Player", "An actor.", author="Somebody new"),
}
OTHER_EDITS: dict[str, Callable[[WikiFile], object]] = {
    "home in the trash": lambda wiki: editing.delete(wiki, "Home"),
    "the first source": lambda wiki: editing.save_markdown(wiki, "Book", "---\nkind: source\n---\n", author="a fan"),
    "a kind": lambda wiki: editing.put_kind(wiki, 'name = "character"\nlabel = "Somebody"\nplural = "Somebodies"\n'),
    "all rows derived anew": checking.rebuild,
    "a file": lambda wiki: editing.attach(wiki, "new.png", PICTURE),
}


@pytest.mark.parametrize("edit", REPLANNED.values(), ids=REPLANNED)
def test_pages_that_come_go_or_have_other_names_rewrite_only_what_that_changes(
    wiki: WikiFile, edit: Callable[[WikiFile], object], tmp_path: Path, full_exports: list[str]
) -> None:
    dest = tmp_path / "b"
    for kind in ("person", "article"):  # what is in the head of every page stays as it is
        editing.save_markdown(wiki, f"One more {kind}", f"---\nkind: {kind}\n---\n", author="a fan")
    exporting.export(wiki, dest, viewer=CURATOR)
    rewrite(wiki, "Bob Open", "Bob is the brother", "Bob is a brother")
    again(wiki, dest)
    untouched = (dest / "a/page.css").stat().st_ino
    edit(wiki)
    again(wiki, dest)
    assert full_exports == ["html"]
    assert (dest / "a/page.css").stat().st_ino == untouched
    assert contents(dest) == in_full(wiki, tmp_path)


def test_an_edit_that_is_taken_back_before_a_page_comes_leaves_nothing_of_it(
    wiki: WikiFile, tmp_path: Path, full_exports: list[str]
) -> None:
    dest = tmp_path / "b"
    exporting.export(wiki, dest, viewer=CURATOR)
    rewrite(wiki, "Pat Player", "An actor.", "An actor, see [[Bob Open]].")
    again(wiki, dest)
    editing.save_markdown(wiki, "Pat Player", MADE["Pat Player"], author="a fan")
    editing.save_markdown(wiki, "Newcomer", "Somebody new.", author="a fan")
    again(wiki, dest)
    assert full_exports == ["html"]
    assert contents(dest) == in_full(wiki, tmp_path)


@pytest.mark.parametrize("edit", [*REPLANNED.values(), *OTHER_EDITS.values()], ids=[*REPLANNED, *OTHER_EDITS])
def test_whatever_else_was_changed_gives_the_bytes_of_a_full_export(
    wiki: WikiFile, edit: Callable[[WikiFile], object], tmp_path: Path
) -> None:
    viewers = (NEWCOMER,) if edit in REPLANNED.values() else (CURATOR, NEWCOMER)
    for viewer in viewers:
        exporting.export(wiki, tmp_path / str(viewer.sees_all), viewer=viewer)
    edit(wiki)
    for viewer in viewers:
        again(wiki, tmp_path / str(viewer.sees_all), viewer)
        assert contents(tmp_path / str(viewer.sees_all)) == in_full(wiki, tmp_path, viewer)


def test_rows_derived_anew_before_an_edit_make_all_anew(
    wiki: WikiFile, tmp_path: Path, full_exports: list[str]
) -> None:
    with wiki.writing() as writer:  # rows as they were before the page that a link leads to was there
        writer.snapshot.connection.exec_driver_sql("UPDATE link SET target_id = (SELECT min(target_id) FROM link)")
    exporting.export(wiki, tmp_path / "b", viewer=CURATOR)
    full_exports.clear()
    checking.rebuild(wiki)
    rewrite(wiki, "Pat Player", "An actor.", "An actor of renown.")
    again(wiki, tmp_path / "b")
    assert full_exports == ["html"]
    assert contents(tmp_path / "b") == in_full(wiki, tmp_path)
    full_exports.clear()
    rewrite(wiki, "Pat Player", "An actor.", "An actor of some renown.")
    again(wiki, tmp_path / "b")
    assert full_exports == []


ANY_EDIT = st.sampled_from([*TEXT_EDITS.values(), *REPLANNED.values(), *OTHER_EDITS.values()])


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(ANY_EDIT, min_size=1, max_size=4), st.sampled_from([FAN, CURATOR, CURATOR]))
def test_any_edits_in_any_order_give_the_bytes_of_a_full_export(
    made_wiki: Path, tmp_path: Path, edits: list[Callable[[WikiFile], object]], viewer: Viewer
) -> None:
    path = tmp_path / "any.fanwiki"
    shutil.copyfile(made_wiki, path)
    dest = tmp_path / "b"
    shutil.rmtree(dest, ignore_errors=True)
    with WikiFile.open(path) as wiki:
        for edit in edits:
            try:
                edit(wiki)
            except FanwikiError:  # the page is gone, or has another name by now
                continue
            again(wiki, dest, viewer)
            assert contents(dest) == in_full(wiki, tmp_path, viewer)
    path.unlink()


def test_pages_that_were_kept_are_those_that_would_be_made(wiki: WikiFile, tmp_path: Path) -> None:
    for edit in TEXT_EDITS.values():
        edit(wiki)
        exporting.export(wiki, tmp_path / "b", viewer=CURATOR)
        assert contents(tmp_path / "b") == in_full(wiki, tmp_path)
        exporting.export(wiki, tmp_path / "b", viewer=CURATOR)


def test_pages_that_several_processes_kept_are_those_that_one_makes_anew(
    wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pools = []

    class Noted(bundle_workers.Pool):
        def __enter__(self) -> bundle_workers.Pool:
            pools.append(self)
            return super().__enter__()

    with monkeypatch.context() as patch:
        patch.setattr(bundle_exporting, "WORTH_IT", 1)
        patch.setattr(bundle_exporting, "Pool", Noted)
        exporting.export(wiki, tmp_path / "b", viewer=CURATOR)
        rewrite(wiki, "Pat Player", "An actor.", "An actor of renown, brother of [[Ann Open]]. #players")
        exporting.export(wiki, tmp_path / "b", viewer=CURATOR)
    assert len(pools) == 2
    kept = contents(tmp_path / "b")
    exporting.export(wiki, tmp_path / "c", viewer=CURATOR)
    assert kept == contents(tmp_path / "c") == in_full(wiki, tmp_path)


def test_what_was_gated_meanwhile_is_gone_from_every_byte(wiki: WikiFile, tmp_path: Path) -> None:
    dest = tmp_path / "b"
    secret = "Bob hides a lantern in the cellar"
    editing.save_markdown(wiki, "Bob Open", f"---\nkind: character\n---\n{secret}.\n", author="a fan")
    again(wiki, dest, NEWCOMER)
    assert any(b"lantern" in data for data in contents(dest).values())
    for gated in (f"||{secret}.||{{Twist Film}}", f"> [!spoiler] Twist Film\n> {secret}."):
        editing.save_markdown(wiki, "Bob Open", f"---\nkind: character\n---\n{gated}\n", author="a fan")
        again(wiki, dest, NEWCOMER)
        assert not [path for path, data in contents(dest).items() if b"lantern" in data or b"lantern" in path.encode()]
    text = f"---\nkind: character\nspoils: Twist Film\n---\nBob. {secret}.\n"
    editing.save_markdown(wiki, "Bob Open", text, author="a fan")
    again(wiki, dest, NEWCOMER)
    for told in (b"lantern", b"bob open", b"bob-open"):
        assert not [path for path, data in contents(dest).items() if told in data.lower() or told in path.encode()]


@pytest.mark.parametrize("spoil", ["changed", "added", "removed", "another wiki's", "forgotten"])
def test_a_bundle_that_is_not_as_it_was_written_is_made_anew(
    wiki: WikiFile, tmp_path: Path, spoil: str, full_exports: list[str]
) -> None:
    dest = tmp_path / "b"
    exporting.export(wiki, dest, viewer=CURATOR)
    page = next((dest / "p").glob("pat-player-*.html"))
    written = (dest / "bundle.json").stat().st_mtime_ns
    if spoil == "changed":
        page.write_text("other")
        os.utime(page, ns=(written + 10**9, written + 10**9))
    elif spoil == "removed":
        page.unlink()
    elif spoil == "another wiki's":
        exporting.export(wiki, dest, viewer=NEWCOMER)
    elif spoil == "forgotten":
        shutil.rmtree(paths.user_cache())
    elif spoil == "added":
        (dest / "p" / "mine.html").write_text("mine")
        with pytest.raises(FanwikiError, match="holds something else"):
            again(wiki, dest)
        return
    full_exports.clear()
    again(wiki, dest)
    assert full_exports == ["html"]
    assert contents(dest) == in_full(wiki, tmp_path)


def test_a_large_bundle_is_changed_in_its_place(
    wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_exports: list[str]
) -> None:
    monkeypatch.setattr(refresh, "SWAPPED_UP_TO", 0)
    dest = tmp_path / "b"
    exporting.export(wiki, dest, viewer=CURATOR)
    untouched = (dest / "about.html").stat().st_ino
    rewrite(wiki, "Pat Player", "An actor.", "An actor of renown.")
    again(wiki, dest)
    assert full_exports == ["html"]
    assert (dest / "about.html").stat().st_ino == untouched
    assert contents(dest) == in_full(wiki, tmp_path)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_what_a_kill_leaves_of_a_large_bundle_is_finished_by_the_next_export(
    wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dest = tmp_path / "b"
    exporting.export(wiki, dest, viewer=CURATOR)
    before = contents(dest)
    rewrite(wiki, "Pat Player", "An actor.", "An actor of renown.")
    if os.fork() == 0:
        monkeypatch.setattr(refresh, "SWAPPED_UP_TO", 0)
        renamed: list[Path] = []
        rename = Path.rename

        def dying(self: Path, target: Path) -> Path:
            renamed.append(self)
            return rename(self, target) if len(renamed) < 5 else os._exit(9)

        monkeypatch.setattr(Path, "rename", dying)
        with WikiFile.open(wiki.path) as opened:
            again(opened, dest)
        os._exit(0)
    _, status = os.wait()
    assert os.waitstatus_to_exitcode(status) == 9
    mixture = contents(dest)
    full = in_full(wiki, tmp_path)
    assert mixture not in (before, full)
    finish_moves(dest)
    assert contents(dest) == full
    again(wiki, dest)
    assert contents(dest) == full


@pytest.mark.parametrize("links", [True, False])
def test_where_much_changes_in_a_large_bundle_a_new_folder_takes_its_place(
    wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, full_exports: list[str], links: bool
) -> None:
    monkeypatch.setattr(refresh, "SWAPPED_UP_TO", 0)
    monkeypatch.setattr(refresh, "MOVED_UP_TO", 0)
    monkeypatch.setattr(refresh, "move_over", None)
    if not links:
        monkeypatch.setattr(os, "link", refusing_links)
    dest = tmp_path / "b"
    exporting.export(wiki, dest, viewer=CURATOR)
    for text in ("An actor of renown.", "An actor of great renown."):
        rewrite(wiki, "Pat Player", "An actor.", text)
        folder, untouched = dest.stat().st_ino, (dest / "about.html").stat().st_ino
        again(wiki, dest)
        assert dest.stat().st_ino != folder
        assert ((dest / "about.html").stat().st_ino == untouched) == links
        assert contents(dest) == in_full(wiki, tmp_path)
    assert full_exports == ["html", "html", "html"]  # the two are those to compare with


def refusing_links(*_: object) -> None:
    raise OSError(1, "Operation not permitted")


def test_a_file_that_came_or_was_written_to_is_seen_whatever_the_times_of_folders_say(
    wiki: WikiFile, tmp_path: Path
) -> None:
    dest = tmp_path / "b"
    exporting.export(wiki, dest, viewer=CURATOR)
    known = refresh.folder_times(dest)
    assert {"", "p/", "s/", "d/"} <= known.keys()
    assert StandingBundle(dest).is_as_written(known)
    (dest / "p" / "Thumbs.db").write_text("what a file manager leaves")
    assert StandingBundle(dest).is_as_written(known)
    (dest / "p" / "mine.html").write_text("mine")
    assert not StandingBundle(dest).is_as_written(known)
    (dest / "p" / "mine.html").unlink()
    os.utime(dest / "p", ns=(known["p/"], known["p/"]))
    (dest / "p" / "Thumbs.db").unlink()
    os.utime(dest / "p", ns=(known["p/"], known["p/"]))
    assert StandingBundle(dest).is_as_written(known)
    page = next((dest / "p").glob("pat-player-*.html"))
    page.write_text("other")
    written = (dest / "bundle.json").stat().st_mtime_ns
    os.utime(page, ns=(written + 10**9, written + 10**9))
    assert not StandingBundle(dest).is_as_written(known)


@pytest.mark.parametrize("large", [False, True])
def test_when_moving_fails_the_old_bundle_is_as_it_was(
    wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, large: bool
) -> None:
    dest = tmp_path / "b"
    exporting.export(wiki, dest, viewer=CURATOR)
    before = contents(dest)
    rewrite(wiki, "Pat Player", "An actor.", "An actor of renown.")
    rename = Path.rename
    left = [3]

    def refusing(self: Path, target: Path) -> Path:
        if ".new-" in str(self) and "undo" not in self.parts:
            left[0] -= 1
            if not large or left[0] == 0:
                raise OSError(28, "No space left on device")
        return rename(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(refresh, "SWAPPED_UP_TO", 0 if large else 10**6)
        patch.setattr(whole_folder, "_exchanged", lambda *_: False)  # as on a system that knows no exchange
        patch.setattr(Path, "rename", refusing)
        with pytest.raises(FanwikiError, match="disk is full"):
            again(wiki, dest)
    assert contents(dest) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == ["b"]


def test_cancelling_leaves_the_old_bundle(wiki: WikiFile, tmp_path: Path) -> None:
    dest = tmp_path / "b"
    exporting.export(wiki, dest, viewer=CURATOR)
    before = contents(dest)
    rewrite(wiki, "Pat Player", "An actor.", "An actor of renown.")
    progress = Progress()
    progress.cancel.request()
    with pytest.raises(Cancelled):
        exporting.export(wiki, dest, viewer=CURATOR, incremental=True, progress=progress)
    assert contents(dest) == before


def test_the_hash_in_the_manifest_is_that_of_each_file(wiki: WikiFile, tmp_path: Path) -> None:
    dest = tmp_path / "b"
    exporting.export(wiki, dest, viewer=CURATOR)
    rewrite(wiki, "Pat Player", "An actor.", "An actor of renown.")
    again(wiki, dest)
    assert StandingBundle(dest).is_as_written({})


def test_a_bundle_of_which_all_was_kept_is_not_made_again(
    wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    exporting.export(wiki, tmp_path / "one", viewer=CURATOR)
    with monkeypatch.context() as forbidding:
        forbidding.setattr(html, "plan", None)
        exporting.export(wiki, tmp_path / "other", viewer=CURATOR)
    assert contents(tmp_path / "one") == contents(tmp_path / "other") == in_full(wiki, tmp_path)


def test_what_is_lost_of_a_kept_bundle_is_made_again(wiki: WikiFile, tmp_path: Path) -> None:
    for number in range(4):
        whole = in_full(wiki, tmp_path)
        with sqlite3.connect(paths.user_cache() / "sheets.sqlite") as connection:
            places = [row[0] for row in connection.execute("SELECT place FROM sheet ORDER BY place")]
            connection.execute("UPDATE sheet SET part_0 = x'00' WHERE place = ?", (places[number % len(places)],))
        connection.close()
        exporting.export(wiki, tmp_path / "b", viewer=CURATOR)
        assert contents(tmp_path / "b") == whole


def test_cancelling_what_is_only_copied_leaves_nothing(wiki: WikiFile, tmp_path: Path) -> None:
    exporting.export(wiki, tmp_path / "one", viewer=CURATOR)
    progress = Progress()
    progress.report = lambda *_: progress.cancel.request()
    with pytest.raises(Cancelled):
        exporting.export(wiki, tmp_path / "other", viewer=CURATOR, progress=progress)
    assert [path.name for path in tmp_path.iterdir() if "fanwiki" not in path.name] == ["one"]


def test_what_was_kept_in_one_language_is_not_handed_out_in_another(wiki: WikiFile, tmp_path: Path) -> None:
    for name in ("one", "two"):
        for lang in ("de", "en"):
            exporting.export(wiki, tmp_path / f"{name}-{lang}", viewer=CURATOR, look=html.Look(lang=lang))
    assert contents(tmp_path / "one-de") == contents(tmp_path / "two-de")
    assert contents(tmp_path / "one-en") == contents(tmp_path / "two-en") != contents(tmp_path / "one-de")
