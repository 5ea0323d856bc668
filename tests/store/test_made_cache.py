"""What is kept of made pages is found again, and a file that is no such file only means that nothing is."""

from __future__ import annotations

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from fanwiki.store import made_cache
from fanwiki.store.made_cache import MadeCache


def test_what_is_kept_is_found_by_another_process(tmp_path: Path) -> None:
    one, other = MadeCache(tmp_path / "c"), MadeCache(tmp_path / "c")
    one.put("a", b"stamp", [b"alpha" * 100, b""])
    assert other.stamp("a") == b"stamp"
    assert [other.part("a", b"stamp", number) for number in range(2)] == [b"alpha" * 100, b""]
    assert other.stamp("b") is None
    one.close()
    other.close()


def test_a_sheet_that_was_replaced_meanwhile_is_not_taken_for_the_old_one(tmp_path: Path) -> None:
    cache = MadeCache(tmp_path / "c")
    cache.put("a", b"old", [b"alpha"])
    cache.put("a", b"new", [b"beta"])
    assert cache.part("a", b"old", 0) is None
    assert cache.part("a", b"new", 0) == b"beta"
    cache.close()


def test_a_file_of_something_else_is_of_no_use_and_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "c").write_bytes(b"no database" * 1000)
    cache = MadeCache(tmp_path / "c")
    cache.put("a", b"stamp", [b"alpha"])
    assert cache.stamp("a") is None
    cache.close()


def test_a_part_that_was_damaged_is_as_good_as_none(tmp_path: Path) -> None:
    cache = MadeCache(tmp_path / "c")
    cache.put("a", b"stamp", [b"alpha" * 100])
    with sqlite3.connect(tmp_path / "c") as connection:
        (packed,) = connection.execute("SELECT part_0 FROM sheet").fetchone()
        connection.execute("UPDATE sheet SET part_0 = ?", (packed[:-1] + bytes([packed[-1] ^ 1]),))
    connection.close()
    assert cache.part("a", b"stamp", 0) is None


def test_a_folder_that_cannot_be_written_is_none_either(tmp_path: Path) -> None:
    cache = MadeCache(tmp_path / "not there" / "c")
    cache.put("a", b"stamp", [b"alpha"])
    assert cache.stamp("a") is None


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_cache, "MOST_SHEETS", 3)
    cache = MadeCache(tmp_path / "c")
    for number in range(5):
        cache.put(str(number), b"stamp", [b"x"])
    assert [cache.stamp(str(number)) for number in range(5)] == [None, None, b"stamp", b"stamp", b"stamp"]
    cache.close()


def test_threads_that_read_are_not_harmed_by_one_that_finds_damage(tmp_path: Path) -> None:
    """Closing a connection while another thread asks it ends the process, not only the test."""
    path = tmp_path / "sheets.sqlite"
    for _ in range(40):
        kept = MadeCache(path)
        for place in ("a", "b"):
            kept.put(place, b"1", [b"x" * 200_000])
        kept.close()
        with sqlite3.connect(path) as connection:
            connection.execute("UPDATE sheet SET part_0 = x'00' WHERE place = 'b'")
        connection.close()
        shared = MadeCache(path)
        with ThreadPoolExecutor(3) as pool:
            readers = [pool.submit(asked_often, shared) for _ in range(2)]
            assert pool.submit(shared.part, "b", b"1", 0).result() is None
            assert {stamp for reader in readers for stamp in reader.result()} <= {b"1", None}
        shared.close()


def asked_often(cache: MadeCache) -> list[bytes | None]:
    return [cache.stamp("a") for _ in range(300)]
