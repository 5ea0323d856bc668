"""A folder is written whole or not at all, and what a killed export left beside it is cleared away by the next."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from fanwiki.exporters.whole_folder import beside, remove_leftovers, whole_folder

PROGRAM = """
import os, signal, sys
from pathlib import Path
from fanwiki.exporters import whole_folder

place = Path(sys.argv[1])
renames = int(sys.argv[2])
rename = Path.rename

def killed_at(self, target):
    global renames
    renames -= 1
    if renames < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return rename(self, target)

Path.rename = killed_at
whole_folder._exchanged = lambda *_: False  # as on a system that knows no exchange
with whole_folder.whole_folder(place, check=lambda place: None) as staging:
    (staging / "new.html").write_text("new")
"""


def killed(place: Path, renames: int) -> None:
    """Export into a folder and be killed after so many renames."""
    done = subprocess.run([sys.executable, "-c", PROGRAM, str(place), str(renames)], check=False)
    assert done.returncode < 0


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "old.html").write_text("old")
    return tmp_path / "b"


def write(place: Path) -> None:
    with whole_folder(place, check=lambda _: None) as staging:
        (staging / "newest.html").write_text("newest")


@pytest.mark.parametrize("renames", [0, 1])
def test_what_a_killed_export_left_is_cleared_away(place: Path, renames: int) -> None:
    killed(place, renames)
    assert len(list(place.parent.iterdir())) == 2
    write(place)
    assert [path.name for path in place.parent.iterdir()] == ["b"]
    assert [path.name for path in place.iterdir()] == ["newest.html"]


def test_the_old_folder_comes_back_when_an_export_was_killed_between_its_two_renames(place: Path) -> None:
    killed(place, 1)
    assert not place.exists()
    remove_leftovers(place)
    assert [path.name for path in place.iterdir()] == ["old.html"]
    assert [path.name for path in place.parent.iterdir()] == ["b"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux is known to exchange two folders")
def test_a_new_folder_takes_the_place_of_the_old_in_one_step(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "rename", None)  # so there is no moment without a folder
    write(place)
    assert [path.name for path in place.iterdir()] == ["newest.html"]
    assert [path.name for path in place.parent.iterdir()] == ["b"]


def test_what_another_export_works_on_is_left_alone(place: Path) -> None:
    others = place.with_name(f".b.new-{os.getppid()}-01234567")
    others.mkdir()
    elses = place.with_name(".b.new-of-mine")
    elses.mkdir()
    own = beside(place, "new")
    own.mkdir()
    write(place)
    assert others.is_dir()
    assert elses.is_dir()
    assert own.is_dir()
