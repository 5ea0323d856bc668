"""Files that take others' places: all of them or none, wherever the program is killed or the disk refuses."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fanwiki.exporters.html import refresh
from fanwiki.exporters.html.refresh import StandingBundle
from fanwiki.exporters.html.writer import bundle_folder
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


CHANGES = ("os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.link")


def killed_at(step: int, work: Callable[[], object], below: Path) -> bool:
    """Do work in a process that is killed when it is about to change files for the time of this number."""
    child = os.fork()
    if child == 0:
        left = iter(range(step, -1, -1))

        def hook(event: str, args: tuple[object, ...]) -> None:
            is_change = event in CHANGES or (event == "open" and isinstance(args[2], int) and args[2] & os.O_CREAT)
            is_below = str(below) in str(args[:1]) or event in ("os.remove", "os.rmdir")  # which name files in a folder
            if is_change and is_below and next(left, 1) == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.waitstatus_to_exitcode(status) in (0, -signal.SIGKILL)
    return status != 0


def write_bundle_of(place: Path, files: dict[str, str]) -> None:
    with bundle_folder(place, title="Heroes") as folder:
        for name, text in files.items():
            folder.add(name, text.encode())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.parametrize("swapped", [True, False], ids=["a new folder", "moved files"])
def test_a_process_killed_at_any_change_of_a_file_leaves_all_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swapped: bool
) -> None:
    if not swapped:
        monkeypatch.setattr(refresh, "SWAPPED_UP_TO", 0)
    place = tmp_path / "bundle"
    write_bundle_of(tmp_path / "like", NEW)
    new = contents(tmp_path / "like")
    files = {name: NEW[name].encode() if name in NEW else None for name in CHANGED}
    found = []
    for step in range(200):
        write_bundle_of(place, OLD)
        old = contents(place)
        was_killed = killed_at(step, lambda: StandingBundle(place).replace(files, "Heroes"), tmp_path)
        if swapped:
            assert contents(place) in (old, new)
        # Who finishes it may be killed too.
        killed_at(step % 7, lambda: finish_moves(place), tmp_path)
        finish_moves(place)
        found.append(contents(place))
        assert found[-1] in (old, new)
        remove_leftovers(place)
        assert sorted(path.name for path in tmp_path.iterdir()) == ["bundle", "like"]
        if not was_killed:
            break
    assert found[0] == old
    assert found[-1] == new
    assert found == sorted(found, key=lambda state: state == new)
    assert len(found) > 15


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nobody tells when the computer was started")
def test_what_a_computer_that_stopped_left_is_finished_whoever_has_the_number_of_its_process(place: Path) -> None:
    staging = staged(place)
    (staging / "decided.json").write_text('{"new": ["a.html"], "removed": []}')
    os.utime(staging, (1, 1))
    finish_moves(place)
    assert contents(place) == {**OLD, "a.html": "new a"}


def test_a_file_that_lost_its_bytes_is_seen(tmp_path: Path) -> None:
    place = tmp_path / "bundle"
    write_bundle_of(place, {"a.html": "a", "p/b.html": "b", "f/empty.txt": ""})
    times = refresh.folder_times(place)
    assert StandingBundle(place).is_as_written(times)
    assert StandingBundle(place).is_as_written({})
    written = (place / "p/b.html").stat()
    (place / "p/b.html").write_text("")
    os.utime(place / "p/b.html", ns=(written.st_atime_ns, written.st_mtime_ns))
    assert not StandingBundle(place).is_as_written(times)
    assert not StandingBundle(place).is_as_written({})


@pytest.mark.parametrize("swapped", [True, False])
def test_folders_are_told_without_a_look_at_every_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, swapped: bool
) -> None:
    place = tmp_path / "bundle"
    write_bundle_of(place, OLD)
    bundle = StandingBundle(place)
    assert bundle.is_as_written(refresh.folder_times(place))
    monkeypatch.setattr(refresh, "SWAPPED_UP_TO", 5000 if swapped else 0)
    bundle.replace({"a.html": b"new", "q/deep/added.html": b"new", "p/gone.html": None}, "Heroes")
    assert bundle.folder_times() == refresh.folder_times(place)
    assert set(bundle.folder_times()) == {"", "p/", "q/", "q/deep/"}
    assert StandingBundle(place).is_as_written(bundle.folder_times())
