"""Files that take others' places: all of them or none, wherever the program is killed or the disk refuses."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fanwiki.exporters.moving import finish_moves, move_over
from fanwiki.exporters.whole_folder import beside, remove_leftovers

OLD = {"a.html": "old a", "p/b.html": "old b", "p/gone.html": "old gone", "kept.html": "kept"}
NEW = {"a.html": "new a", "p/b.html": "new b", "q/added.html": "new", "kept.html": "kept"}
CHANGED = ["a.html", "p/b.html", "p/gone.html", "q/added.html"]
RENAME = Path.rename


def write(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def contents(folder: Path) -> dict[str, str]:
    return {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}


@pytest.fixture
def place(tmp_path: Path) -> Path:
    write(tmp_path / "bundle", OLD)
    return tmp_path / "bundle"


def staged(place: Path) -> Path:
    staging = beside(place, "new")
    write(staging, {name: text for name, text in NEW.items() if name in CHANGED})
    return staging


def at_step(step: int, happens: Callable[[], None]) -> Callable[[Path, Path], Path]:
    """Return what renames, but for the time of this number."""
    left = iter(range(step, -1, -1))

    def renaming(self: Path, target: Path) -> Path:
        if next(left, 1) == 0:
            happens()
        return RENAME(self, target)

    return renaming


def die() -> None:
    os._exit(9)


def refuse() -> None:
    raise OSError(28, "No space left on device")


def killed_steps(place: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[bool]:
    """Yield after a process was killed at the first, second … step, and whether it was; the last one came through."""
    for step in range(50):
        child = os.fork()
        if child == 0:
            monkeypatch.setattr(Path, "rename", at_step(step, die))
            move_over(staged(place), place, CHANGED)
            os._exit(0)
        _, status = os.waitpid(child, 0)
        yield os.waitstatus_to_exitcode(status) == 9
        if status == 0:
            return


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
def test_whoever_comes_after_a_kill_finds_all_of_it_or_none(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = []
    for was_killed in killed_steps(place, monkeypatch):
        finish_moves(place)
        remove_leftovers(place)
        whole = contents(place)
        assert whole in (OLD, NEW)
        found.append((was_killed, whole == NEW))
        assert [path.name for path in place.parent.iterdir()] == ["bundle"]
        for name in whole:
            (place / name).unlink()
        write(place, OLD)
    assert found[0] == (True, False)
    assert found[1:] == [(True, True)] * (len(found) - 2) + [(False, True)]
    assert len(found) > 6


@pytest.mark.parametrize("step", range(1, 7))
def test_where_the_disk_refuses_all_is_moved_back(place: Path, monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", at_step(step, refuse))
        with pytest.raises(OSError, match="No space"):
            move_over(staged(place), place, CHANGED)
    assert contents(place) == OLD
    finish_moves(place)
    assert contents(place) == OLD


def test_what_another_process_is_moving_is_left_to_it(place: Path) -> None:
    staging = staged(place)
    (staging / "decided.json").write_text('{"new": ["a.html"], "removed": []}')
    finish_moves(place)
    assert contents(place) == OLD


@pytest.mark.parametrize(
    "told",
    [
        '{"new": [], "removed": ["../letter.txt"]}',
        '{"new": [], "removed": ["LETTER"]}',
        '{"new": ["../letter.txt"], "removed": []}',
        '{"new": ["link/letter.txt"], "removed": []}',
        '{"new": [], "removed": ["link/letter.txt"]}',
        '{"removed": []}',
        '["a.html"]',
        '{"new": 5, "removed": [7]}',
        "{",
    ],
)
def test_a_list_from_a_stranger_reaches_no_file_outside(
    place: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    mine = tmp_path / "letter.txt"
    mine.write_text("mine")
    (place / "link").symlink_to(tmp_path)
    staging = staged(place)
    write(staging, {"link/letter.txt": "theirs"})
    (staging / "decided.json").write_text(told.replace("LETTER", mine.as_posix()))
    monkeypatch.setattr("fanwiki.exporters.moving.left_beside", lambda *_: [staging])
    finish_moves(place)
    assert mine.read_text() == "mine"
    assert (place / "a.html").read_text() == OLD["a.html"]
