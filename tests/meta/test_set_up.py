"""Setting up: the lists it reads, what it says when it may not install, and that it is done when it is done."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from checkout import ROOT

PACKAGES = ROOT / "packaging" / "debian-packages.txt"


# A Python that is new enough and makes environments whose pip notes that it was asked.
FAKE_PYTHON = """
case "$1" in
-m) mkdir -p .venv/bin; cp "$0" .venv/bin/python; [ "$2" = venv ] || { echo "pip $*" >>asked; }; exit 0 ;;
-V) echo "Python 3.11.2" ;;
-VV) echo "Python 3.11.2 (fake)" ;;
-c) case "$2" in *sys.prefix*) echo "$PWD/.venv" ;; esac ;;
esac
"""


def sections() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    names: list[str] = []
    for line in PACKAGES.read_text(encoding="utf-8").splitlines():
        text = line.split("#")[0].strip()
        if match := re.fullmatch(r"\[(\w+)\]", text):
            names = found.setdefault(match.group(1), [])
        elif text:
            names.append(text)
    return found


def test_lists_are_well_formed() -> None:
    lists = sections()
    assert list(lists) == ["python", "run", "test"]
    entries = [entry for names in lists.values() for entry in names]
    assert len(entries) == len(set(entries))
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9+.-]*(\|[a-z0-9][a-z0-9+.-]*)*", entry) for entry in entries)


def fake(folder: Path, name: str, script: str) -> None:
    path = folder / name
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A copy of the set-up beside tools that only say what they were asked; a Debian on which nothing is installed."""
    tools = tmp_path / "tools"
    tools.mkdir()
    fake(tools, "dpkg-query", "exit 1")
    fake(tools, "apt-cache", 'case "$2" in *t64) exit 1 ;; esac; exit 0')
    fake(tools, "apt-get", f'echo "apt-get $*" >>{tmp_path}/asked')
    fake(tools, "python3", FAKE_PYTHON)
    (tmp_path / "packaging").mkdir()
    for name in ("setup.sh", "debian-packages.txt"):
        shutil.copy(ROOT / "packaging" / name, tmp_path / "packaging")
    shutil.copytree(ROOT / "packaging" / "node", tmp_path / "packaging" / "node")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def set_up(checkout: Path, *arguments: str, user: int = 1000) -> subprocess.CompletedProcess[str]:
    fake(checkout / "tools", "id", f"echo {user}")
    surroundings = {name: value for name, value in os.environ.items() if name not in ("PYTHON", "FANWIKI_NO_APT")}
    return subprocess.run(
        ["sh", "packaging/setup.sh", *arguments],
        cwd=checkout,
        env={**surroundings, "PATH": f"{checkout / 'tools'}:/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )


def asked(checkout: Path) -> list[str]:
    notes = checkout / "asked"
    return notes.read_text(encoding="utf-8").splitlines() if notes.exists() else []


def test_without_root_the_exact_command_is_printed_and_the_work_goes_on(checkout: Path) -> None:
    outcome = set_up(checkout, "run")
    assert outcome.returncode == 0, outcome.stderr
    assert "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 " in outcome.stdout
    assert not [line for line in asked(checkout) if line.startswith("apt-get")]
    assert [line for line in asked(checkout) if "install -qq" in line and ".[dev]" in line]


def test_root_installs_what_is_missing_under_the_name_this_release_has(checkout: Path) -> None:
    outcome = set_up(checkout, "run", user=0)
    assert outcome.returncode == 0, outcome.stderr
    (install,) = [line for line in asked(checkout) if line.startswith("apt-get install")]
    assert "libasound2" in install.split()
    assert "libasound2t64" not in install
    assert "chromium" not in install


def test_tests_need_more_packages(checkout: Path) -> None:
    assert " chromium " in set_up(checkout, "test").stdout


def test_tests_need_what_checks_web_pages_once_until_its_list_changes(checkout: Path) -> None:
    stamp = checkout / "build" / "node" / ".set-up"
    assert set_up(checkout, "run").returncode == 0
    assert not stamp.exists()
    assert "checks web pages" in set_up(checkout, "test").stdout
    assert (checkout / "build" / "node" / "package.json").is_file()
    assert "checks web pages" not in set_up(checkout, "test").stdout
    with (checkout / "packaging" / "node" / "package.json").open("a", encoding="utf-8") as file:
        file.write("\n")
    assert "checks web pages" in set_up(checkout, "test").stdout


def test_a_failing_apt_is_told_and_does_not_stop_the_rest(checkout: Path) -> None:
    fake(checkout / "tools", "apt-get", 'echo "E: the disk is on fire"; exit 100')
    outcome = set_up(checkout, "run", user=0)
    assert outcome.returncode == 0
    assert "the disk is on fire" in outcome.stderr
    assert "going on without them" in outcome.stderr


def test_a_second_set_up_has_nothing_to_do(checkout: Path) -> None:
    fake(checkout / "tools", "dpkg-query", "printf installed")
    set_up(checkout, "run")
    before = asked(checkout)
    outcome = set_up(checkout, "run")
    assert outcome.stdout == outcome.stderr == ""
    assert asked(checkout) == before


def test_changed_requirements_are_installed(checkout: Path) -> None:
    set_up(checkout, "run")
    before = len(asked(checkout))
    with (checkout / "pyproject.toml").open("a", encoding="utf-8") as file:
        file.write("\n# changed\n")
    set_up(checkout, "run")
    assert len(asked(checkout)) == before + 1


def test_no_suitable_python_is_told_with_what_to_do(checkout: Path) -> None:
    surroundings = {"PYTHON": "/nonexistent/python3", "PATH": f"{checkout / 'tools'}:/usr/bin:/bin"}
    fake(checkout / "tools", "id", "echo 1000")
    outcome = subprocess.run(
        ["sh", "packaging/setup.sh", "run"], cwd=checkout, env=surroundings, capture_output=True, text=True, check=False
    )
    assert outcome.returncode == 1
    assert "no Python 3.11 or newer" in outcome.stderr
    assert "apt-get install -y python3 python3-venv" in outcome.stderr


def test_wrong_use_is_refused(checkout: Path) -> None:
    assert set_up(checkout, "everything").returncode == 2
