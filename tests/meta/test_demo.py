"""The guided tour that `make run` takes where there is no display."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from checkout import ROOT


def take_tour(folder: Path) -> str:
    home = str(folder.parent / "home")
    outcome = subprocess.run(
        [sys.executable, ROOT / "packaging" / "demo.py", folder],
        env={**os.environ, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home, "XDG_STATE_HOME": home},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


def test_tour_makes_what_it_says_and_can_be_taken_again(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    take_tour(folder)
    mine = folder / "notes.txt"
    mine.write_text("mine", encoding="utf-8")
    told = take_tour(folder)
    for made in (folder / "heroes.fanwiki", folder / "site" / "index.html"):
        assert made.is_file()
        assert str(made) in told
    assert mine.read_text(encoding="utf-8") == "mine"


def test_tour_shows_that_the_shield_withholds(tmp_path: Path) -> None:
    told = take_tour(tmp_path / "demo")
    newcomer, seen, *_ = told.split("$ fanwiki search ")[1:]
    assert "withheld" in newcomer.split("\n# ")[0]
    assert newcomer.split("\n# ")[0] != seen.split("\n# ")[0]
