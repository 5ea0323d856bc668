"""A bundle is written whole or not at all, and never over something else."""

from __future__ import annotations

import errno
import hashlib
import json
import os
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

import pytest

from fanwiki.errors import FanwikiError
from fanwiki.exporters import whole_folder
from fanwiki.exporters.html.writer import MANIFEST, ROWS_AT_ONCE, Listed, write_bundle
from fanwiki.jobs import Cancelled

FILES = [("index.html", b"home"), ("p/a-1.html", b"a"), ("p/b-2.html", b"b")]


def listed(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_bundle_appears_with_a_manifest_of_its_files(tmp_path: Path) -> None:
    written = write_bundle(FILES, tmp_path / "new" / "bundle", title="Wiki")
    found = tree(tmp_path / "new" / "bundle")
    manifest = json.loads(found.pop(MANIFEST))
    assert found == dict(FILES)
    assert written.size == sum(len(data) for _, data in FILES)
    assert manifest["files"] == {path: hashlib.sha256(data).hexdigest() for path, data in FILES}
    assert len(written) == len(FILES)
    assert sorted(manifest["files"]) == sorted(found)
    assert manifest["title"] == "Wiki"
    assert listed(tmp_path / "new") == ["bundle"]


@pytest.mark.parametrize("count", [0, 1, ROWS_AT_ONCE, ROWS_AT_ONCE + 1, 2 * ROWS_AT_ONCE + 5])
def test_a_manifest_lists_files_in_the_order_of_their_paths(count: int) -> None:
    names = [
        f"p/{sign}{number}.html" for number, sign in zip(range(count), cycle('aZé-\U0001f600\uffe6 "'), strict=False)
    ]
    written = Listed()
    for name in [*names, "p", "p/a.html", "p/a"]:
        written.add(name, f"{name}\n".encode())
    text = b"".join(written.manifest("Wiki é")).decode()
    files = json.loads(text)["files"]
    assert list(files) == sorted([*names, "p", "p/a.html", "p/a"])
    assert files == {name: hashlib.sha256(f"{name}\n".encode()).hexdigest() for name in files}
    rows = json.dumps(files, separators=(",\n", ": "))[1:-1]
    assert text == f'{{\n"format": "fanwiki bundle 1",\n"title": "Wiki é",\n"files": {{\n{rows}\n}}\n}}\n'


def test_an_earlier_bundle_is_replaced_as_a_whole(tmp_path: Path) -> None:
    write_bundle([*FILES, ("p/old-9.html", b"old")], tmp_path / "b", title="Wiki")
    write_bundle(FILES, tmp_path / "b", title="Wiki")
    assert "p/old-9.html" not in tree(tmp_path / "b")
    assert listed(tmp_path) == ["b"]


def test_an_empty_folder_and_one_with_file_managers_litter_are_taken(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    write_bundle(FILES, tmp_path / "empty", title="Wiki")
    (tmp_path / "litter").mkdir()
    (tmp_path / "litter" / ".DS_Store").write_bytes(b"x")
    write_bundle(FILES, tmp_path / "litter", title="Wiki")
    assert MANIFEST in tree(tmp_path / "empty")
    assert ".DS_Store" not in tree(tmp_path / "litter")


@pytest.mark.parametrize("name", ["thesis.txt", ".git/HEAD", "p/mine.html", "bundle.json"])
def test_a_folder_with_something_of_somebodys_is_left_alone(tmp_path: Path, name: str) -> None:
    target = tmp_path / "b"
    (target / name).parent.mkdir(parents=True, exist_ok=True)
    (target / name).write_text("mine")
    before = tree(target)
    with pytest.raises(FanwikiError, match="holds something else"):
        write_bundle(FILES, target, title="Wiki")
    assert tree(target) == before
    assert listed(tmp_path) == ["b"]


def test_something_added_to_an_earlier_bundle_is_not_thrown_away(tmp_path: Path) -> None:
    write_bundle(FILES, tmp_path / "b", title="Wiki")
    (tmp_path / "b" / "p" / "notes.txt").write_text("mine")
    with pytest.raises(FanwikiError, match=r"notes\.txt"):
        write_bundle(FILES, tmp_path / "b", title="Wiki")


def test_a_link_to_somebodys_folder_inside_counts_as_theirs(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "link").symlink_to(tmp_path / "mine")
    with pytest.raises(FanwikiError, match="link"):
        write_bundle(FILES, tmp_path / "b", title="Wiki")


def test_a_file_in_the_place_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "b").write_text("mine")
    with pytest.raises(FanwikiError, match="is a file"):
        write_bundle(FILES, tmp_path / "b", title="Wiki")
    assert (tmp_path / "b").read_text() == "mine"


def failing(error: BaseException) -> Iterator[tuple[str, bytes]]:
    yield FILES[0]
    raise error


@pytest.mark.parametrize("error", [Cancelled(), ValueError("a bug"), KeyboardInterrupt()])
def test_whatever_stops_an_export_leaves_the_old_bundle_as_it_was(tmp_path: Path, error: BaseException) -> None:
    write_bundle(FILES, tmp_path / "b", title="Wiki")
    before = tree(tmp_path / "b")
    with pytest.raises(type(error)):
        write_bundle(failing(error), tmp_path / "b", title="Wiki")
    assert tree(tmp_path / "b") == before
    assert listed(tmp_path) == ["b"]


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "The disk is full"), (errno.EACCES, "may not be written there"), (errno.EIO, "Input/output error")],
)
def test_what_the_disk_refuses_is_told_in_words(tmp_path: Path, number: int, words: str) -> None:
    with pytest.raises(FanwikiError, match=words):
        write_bundle(failing(OSError(number, os.strerror(number))), tmp_path / "b", title="Wiki")
    assert listed(tmp_path) == []


def test_a_full_disk_in_earnest_leaves_nothing_behind(tmp_path: Path) -> None:
    """A limit on file size stands in for the disk: the same code path, no privileges."""
    import resource
    import signal

    old_handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    old_limit = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, old_limit[1]))
    try:
        with pytest.raises(FanwikiError, match="could not be written"):
            write_bundle([("a.html", b"x" * 5000)], tmp_path / "b", title="Wiki")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, old_limit)
        signal.signal(signal.SIGXFSZ, old_handler)
    assert listed(tmp_path) == []


def test_when_the_new_folder_cannot_take_the_place_the_old_one_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_bundle(FILES, tmp_path / "b", title="Wiki")
    before = tree(tmp_path / "b")
    rename = Path.rename

    def refusing(self: Path, target: Path) -> Path:
        if ".new-" in self.name:
            raise OSError(errno.EBUSY, "busy")
        return rename(self, target)

    monkeypatch.setattr(whole_folder, "_exchanged", lambda *_: False)  # as on a system that knows no exchange
    monkeypatch.setattr(Path, "rename", refusing)
    with pytest.raises(FanwikiError, match="could not be written"):
        write_bundle([("index.html", b"new")], tmp_path / "b", title="Wiki")
    assert tree(tmp_path / "b") == before
    assert listed(tmp_path) == ["b"]


def test_the_same_files_give_the_same_bytes_in_whatever_order(tmp_path: Path) -> None:
    write_bundle(FILES, tmp_path / "one", title="Wiki")
    write_bundle(FILES[::-1], tmp_path / "two", title="Wiki")
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
