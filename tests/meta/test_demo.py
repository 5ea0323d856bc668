"""The guided tour that `make run` takes where there is no display."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from checkout import ROOT

sys.path.insert(0, str(ROOT / "packaging"))
from demo import clear


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("tour") / "demo"


@pytest.fixture(scope="module")
def told(folder: Path) -> str:
    """What the tour prints."""
    outcome = subprocess.run(
        [sys.executable, ROOT / "packaging" / "demo.py", folder],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


def test_tour_makes_what_it_says(told: str, folder: Path) -> None:
    for made in (folder / "heroes.fanwiki", folder / "site" / "index.html"):
        assert made.is_file()
        assert str(made) in told


def test_tour_shows_that_the_shield_withholds(told: str) -> None:
    _, newcomer, seen, *_ = told.split("$ fanwiki search ")
    assert "withheld" in newcomer
    assert "The invasion was a test" not in newcomer
    assert "The invasion was a test" in seen


def test_the_next_tour_clears_what_this_one_made_and_nothing_else(tmp_path: Path) -> None:
    wiki, site, mine = tmp_path / "heroes.fanwiki", tmp_path / "site", tmp_path / "other.fanwiki"
    site.mkdir()
    for file in (wiki, tmp_path / "heroes.fanwiki-wal", site / "index.html", mine):
        file.write_text("made", encoding="utf-8")
    clear(tmp_path, wiki, site)
    assert list(tmp_path.iterdir()) == [mine]


def test_a_folder_that_is_no_site_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "diary.txt").write_text("mine", encoding="utf-8")
    clear(tmp_path, tmp_path / "heroes.fanwiki", tmp_path / "site")
    assert (tmp_path / "site" / "diary.txt").is_file()
