"""What is kept of made pages is found again, and a file that is no such file only means that nothing is."""

from __future__ import annotations

from pathlib import Path

import pytest

from fanwiki.store import made_cache
from fanwiki.store.made_cache import MadeCache


def test_what_is_kept_is_found_by_another_process(tmp_path: Path) -> None:
    one, other = MadeCache(tmp_path / "c"), MadeCache(tmp_path / "c")
    one.put_all({"a": b"alpha" * 100, "b": b""})
    assert other.get_all(["a", "b", "c"]) == {"a": b"alpha" * 100, "b": b""}
    one.close()
    other.close()


def test_a_file_of_something_else_is_of_no_use_and_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "c").write_bytes(b"no database" * 1000)
    cache = MadeCache(tmp_path / "c")
    cache.put_all({"a": b"alpha"})
    assert cache.get_all(["a"]) == {}
    cache.close()


def test_a_folder_that_cannot_be_written_is_none_either(tmp_path: Path) -> None:
    cache = MadeCache(tmp_path / "not there" / "c")
    cache.put_all({"a": b"alpha"})
    assert cache.get_all(["a"]) == {}


def test_the_oldest_go_when_there_are_too_many(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(made_cache, "MOST_ROWS", 3)
    cache = MadeCache(tmp_path / "c")
    cache.put_all({str(number): b"x" for number in range(5)})
    assert sorted(cache.get_all(map(str, range(5)))) == ["2", "3", "4"]
    cache.close()
