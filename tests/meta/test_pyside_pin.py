"""PySide6: the releases that were seen to crash stay out, and the one that is installed survives many signals."""

from __future__ import annotations

import subprocess
import sys
import tomllib

import pytest
from checkout import ROOT
from packaging.requirements import Requirement

EMIT = """
from PySide6.QtCore import QObject, Signal

class Bell(QObject):
    rung = Signal(int)

bell, heard = Bell(), []
bell.rung.connect(heard.append)
for number in range(5000):
    bell.rung.emit(number)
assert heard == list(range(5000)), len(heard)
"""


def test_emitting_a_signal_5000_times_survives() -> None:
    # PySide6 6.12.0 on Python 3.11 aborts the whole process after about 500 emits, so a process of its own.
    outcome = subprocess.run([sys.executable, "-c", EMIT], capture_output=True, text=True, check=False)
    assert outcome.returncode == 0, outcome.stderr


def allowed(python: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = [Requirement(line) for line in project["dependencies"]]
    return [
        requirement
        for requirement in requirements
        if requirement.name == "PySide6"
        and (requirement.marker is None or requirement.marker.evaluate({"python_version": python}))
    ]


@pytest.mark.parametrize(
    ("python", "release", "wanted"),
    [
        ("3.11", "6.12.0", False),
        ("3.11", "6.12.1", False),
        ("3.12", "6.12.0", True),
        ("3.11", "6.11.0", False),
        ("3.11", "6.11.1", False),
        ("3.12", "6.11.0", False),
        ("3.12", "6.11.1", False),
        ("3.11", "6.8.0", True),
        ("3.11", "6.11.2", True),
        ("3.13", "7.0.0", False),
    ],
)
def test_requirement_keeps_the_crashing_releases_out(python: str, release: str, wanted: bool) -> None:
    (requirement,) = allowed(python)
    assert requirement.specifier.contains(release) is wanted
