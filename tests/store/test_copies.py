"""Backups: consistent, checked before they get their name, thinned, and found again."""

from __future__ import annotations

import os
import shutil
import sqlite3
import threading
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from store_making import document, save

from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import WikiFileError
from fanwiki.jobs import Cancel, Cancelled, Progress
from fanwiki.store import copies
from fanwiki.store.rotation import Thinning, back_up, backups_of, kept, newest_good_backup
from fanwiki.store.wiki_file import WikiFile


def titles(path: Path) -> list[str]:
    with WikiFile.open(path) as wiki, wiki.reading(CURATOR) as reader:
        assert reader.soundness.problems() == []
        return [page.title for page in reader.pages.all()]


def damage_a_revision(path: Path) -> None:
    """Change a word in the file, as a failing disk would, such that SQLite does not notice."""
    content = path.read_bytes()
    assert content.count(b"unmistakable") >= 1
    path.write_bytes(content.replace(b"unmistakable", b"unmistakeble"))


def test_a_backup_holds_what_is_not_yet_in_the_file_itself(wiki: WikiFile, tmp_path: Path) -> None:
    save(wiki, document("A"))
    shutil.copyfile(wiki.path, tmp_path / "copied.fanwiki")
    wiki.backup(tmp_path / "backup.fanwiki")
    assert titles(tmp_path / "copied.fanwiki") == [], "a mere copy would do, and this test shows nothing"
    assert titles(tmp_path / "backup.fanwiki") == ["A"]
    assert {file.suffix for file in tmp_path.iterdir()} == {".fanwiki", ".fanwiki-wal", ".fanwiki-shm"}


def test_a_backup_is_consistent_while_others_write(
    wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "PAGES_PER_STEP", 1)
    save(wiki, document("A"), "x" * 200_000)
    written: list[str] = []

    def write_between(_done: int, total: int | None, _text: str) -> None:
        if total is not None and len(written) < 20:
            written.append(f"B {len(written)}")
            save(wiki, document(written[-1]), "y" * 9000)

    wiki.backup(tmp_path / "backup.fanwiki", Progress(write_between))
    assert len(written) == 20
    assert titles(tmp_path / "backup.fanwiki") == ["A"]


def test_a_backup_never_overwrites(wiki: WikiFile, tmp_path: Path) -> None:
    dest = tmp_path / "backup.fanwiki"
    dest.write_text("precious")
    with pytest.raises(WikiFileError, match="already a file"):
        wiki.backup(dest)
    with pytest.raises(WikiFileError, match="already a file"):
        wiki.backup(wiki.path)
    with pytest.raises(WikiFileError, match="no folder"):
        wiki.backup(tmp_path / "nowhere" / "backup.fanwiki")
    assert dest.read_text() == "precious"


def test_a_file_that_comes_in_between_is_not_overwritten(wiki: WikiFile, tmp_path: Path) -> None:
    dest = tmp_path / "backup.fanwiki"

    def interfere(_done: int, total: int | None, _text: str) -> None:
        dest.write_text("precious")

    with pytest.raises(WikiFileError, match="already a file"):
        wiki.backup(dest, Progress(interfere))
    assert dest.read_text() == "precious"
    assert len(list(tmp_path.glob("*.fanwiki*"))) == len({dest, *wiki.path.parent.glob("heroes*")})


def test_cancelling_a_backup_leaves_nothing(wiki: WikiFile, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    cancel = Cancel()
    progress = Progress(lambda *_: cancel.request(), cancel)
    with pytest.raises(Cancelled):
        wiki.backup(folder / "backup.fanwiki", progress)
    assert list(folder.iterdir()) == []


def test_what_a_killed_copy_left_is_removed_a_day_later(wiki: WikiFile, tmp_path: Path) -> None:
    old, new = tmp_path / ".old.fanwiki-draft", tmp_path / ".new.fanwiki-draft-wal"
    for left in (old, new):
        left.touch()
    os.utime(old, (0, 0))
    wiki.backup(tmp_path / "backup.fanwiki")
    assert not old.exists()
    assert new.exists()


def test_a_damaged_wiki_is_not_backed_up(wiki_path: Path, tmp_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"), "unmistakable")
    damage_a_revision(wiki_path)
    with WikiFile.open(wiki_path) as wiki, pytest.raises(WikiFileError, match="the page “A” is not what was saved"):
        wiki.backup(tmp_path / "backup.fanwiki")
    assert [file.name for file in tmp_path.iterdir()] == ["heroes.fanwiki"]


def test_disks_without_hard_links_get_backups_too(
    wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", no_links)
    wiki.backup(tmp_path / "backup.fanwiki")
    assert titles(tmp_path / "backup.fanwiki") == []
    with pytest.raises(WikiFileError, match="already a file"):
        wiki.backup(tmp_path / "backup.fanwiki")


def test_readers_and_writers_go_on_while_a_backup_is_made(wiki: WikiFile, tmp_path: Path) -> None:
    started, go_on = threading.Event(), threading.Event()

    def wait(_done: int, total: int | None, _text: str) -> None:
        started.set()
        assert go_on.wait(20)

    backing_up = threading.Thread(target=wiki.backup, args=(tmp_path / "backup.fanwiki", Progress(wait)))
    backing_up.start()
    try:
        assert started.wait(20)
        save(wiki, document("A"))
        with wiki.reading(CURATOR) as reader:
            assert reader.pages.find("A")
    finally:
        go_on.set()
        backing_up.join()
    assert titles(tmp_path / "backup.fanwiki") == []


# Thinning

NOON = datetime(2026, 3, 15, 12)


def test_thinning_keeps_newest_daily_weekly_and_monthly() -> None:
    hourly = [NOON - timedelta(hours=hours) for hours in range(24 * 400)]
    stay = sorted(kept(hourly, Thinning(newest=3, days=4, weeks=3, months=2)), reverse=True)
    assert stay == [
        NOON,
        NOON - timedelta(hours=1),
        NOON - timedelta(hours=2),
        datetime(2026, 3, 14, 23),
        datetime(2026, 3, 13, 23),
        datetime(2026, 3, 12, 23),
        datetime(2026, 3, 8, 23),
        datetime(2026, 3, 1, 23),
        datetime(2026, 2, 28, 23),
    ]


def test_thinning_counts_only_days_that_have_backups() -> None:
    rare = [datetime(2026 - years, 1, 1) for years in range(6)]
    assert kept(rare, Thinning(newest=0, days=2, weeks=0, months=4)) == set(rare[:4])


times = st.lists(st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1)), max_size=60)


@given(times)
def test_thinning_keeps_the_newest_and_stays_small(backups: list[datetime]) -> None:
    plan = Thinning()
    stay = kept(backups, plan)
    assert stay <= set(backups)
    assert not backups or max(backups) in stay
    assert len(stay) <= plan.newest + plan.days + plan.weeks + plan.months
    assert kept(stay, plan) == stay


@given(times, st.datetimes(datetime(2026, 1, 2), datetime(2026, 2, 1)))
def test_thinning_after_each_backup_loses_nothing_that_thinning_once_would_keep(
    backups: list[datetime], last: datetime
) -> None:
    stay: set[datetime] = set()
    for backup in sorted([*backups, last]):
        stay = kept({*stay, backup})
    assert stay == kept([*backups, last])


def test_automatic_backups_are_thinned(wiki: WikiFile, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "heroes notes.fanwiki").write_text("not ours")
    (folder / "other 2026-01-01 00.00.00.fanwiki").write_text("not ours")
    plan = Thinning(newest=2, days=2, weeks=0, months=0)
    for hours in range(0, 96, 12):
        back_up(wiki, folder, NOON + timedelta(hours=hours), plan=plan)
    assert [backup.made for backup in backups_of("heroes", folder)] == [
        NOON + timedelta(hours=84),
        NOON + timedelta(hours=72),
    ]
    assert (folder / "heroes notes.fanwiki").exists()
    assert (folder / "other 2026-01-01 00.00.00.fanwiki").exists()


def test_a_wiki_that_went_bad_pushes_no_good_backup_out(wiki_path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    plan = Thinning(newest=1, days=0, weeks=0, months=0)
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"), "unmistakable")
        good = back_up(wiki, folder, NOON, plan=plan)
    damage_a_revision(wiki_path)
    with WikiFile.open(wiki_path) as wiki, pytest.raises(WikiFileError):
        back_up(wiki, folder, NOON + timedelta(days=1), plan=plan)
    assert [backup.path for backup in backups_of("heroes", folder)] == [good]
    assert titles(good) == ["A"]


def test_the_newest_good_backup_is_found_among_bad_ones(wiki: WikiFile, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    assert newest_good_backup("heroes", folder) is None
    save(wiki, document("A"), "unmistakable")
    made = [back_up(wiki, folder, NOON + timedelta(days=days)) for days in range(4)]
    damage_a_revision(made[3])
    made[2].write_bytes(made[2].read_bytes()[:20_000])
    found = newest_good_backup("heroes", folder)
    assert found is not None
    assert (found.path, found.made) == (made[1], NOON + timedelta(days=1))


def test_a_backup_of_a_backup_is_the_same_wiki(wiki: WikiFile, tmp_path: Path) -> None:
    save(wiki, document("A"))
    wiki.backup(tmp_path / "b.fanwiki")
    with WikiFile.open(tmp_path / "b.fanwiki") as second:
        second.backup(tmp_path / "c.fanwiki")
    dumps = []
    for name in ("b", "c"):
        with closing(sqlite3.connect(tmp_path / f"{name}.fanwiki")) as connection:
            dumps.append(list(connection.iterdump()))
    assert dumps[0] == dumps[1]
