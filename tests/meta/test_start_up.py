"""The command line needs no Qt at all, and loads heavy libraries only for the commands that use them."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

# Runs one command in a process where nothing of Qt can be imported, then writes down what was loaded.
RUN = """
import os, sys
from pathlib import Path

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0].lower() in ("pyside6", "shiboken6", "qtawesome", "qtpy"):
            raise ImportError(f"{name} is not to be imported by the command line")

sys.meta_path.insert(0, NoQt())
from fanwiki.__main__ import main

try:
    main()
finally:
    Path(os.environ["LOADED"]).write_text(" ".join(sys.modules))
"""

READING = ("alembic", "sqlalchemy.orm", "trafilatura", "lxml", "rich")
NEVER = ("sqlalchemy.orm", "trafilatura", "rich")


def fanwiki(home: Path, *arguments: str | Path) -> frozenset[str]:
    """Run a command without Qt; return the modules it loaded."""
    note = home / "loaded"
    folders = {f"XDG_{use}_HOME": str(home) for use in ("DATA", "CONFIG", "STATE")}
    outcome = subprocess.run(
        [sys.executable, "-c", RUN, *map(str, arguments)],
        env={**os.environ, **folders, "LOADED": str(note)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr
    return frozenset(note.read_text(encoding="utf-8").split())


def loaded_of(names: Sequence[str], modules: frozenset[str]) -> set[str]:
    """Return which of these libraries, or parts of them, are among the loaded modules."""
    return {module for module in modules for name in names if module == name or module.startswith(f"{name}.")}


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample wiki, made where Qt cannot be imported."""
    folder = tmp_path_factory.mktemp("start-up")
    fanwiki(folder, "new", folder / "sample.fanwiki", "--sample")
    return folder / "sample.fanwiki"


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["search", "--help"], ["export", "--help"]])
def test_help_loads_nothing_heavy(tmp_path: Path, arguments: list[str]) -> None:
    modules = fanwiki(tmp_path, *arguments)
    heavy = ("sqlalchemy", "alembic", "markdown", "pymdownx", "nh3", "jinja2", "yaml", "lxml", "trafilatura", "rich")
    assert not loaded_of(heavy, modules)


@pytest.mark.parametrize(
    "arguments",
    [
        ["search", "heroes"],
        ["search", "heroes", "--json", "--seen-all"],
        ["list", "kind:film"],
        ["stats"],
        ["show", "We Can Be Heroes"],
        ["history", "We Can Be Heroes", "--json"],
    ],
    ids=" ".join,
)
def test_reading_loads_what_it_needs_only(wiki: Path, arguments: list[str]) -> None:
    command, *others = arguments
    modules = fanwiki(wiki.parent, command, wiki, *others)
    assert "sqlite3" in modules
    assert not loaded_of(READING, modules)


def test_searching_does_not_load_markdown(wiki: Path) -> None:
    modules = fanwiki(wiki.parent, "search", wiki, "heroes")
    assert not loaded_of(("markdown", "pymdownx", "nh3", "jinja2"), modules)


def test_check_and_export_need_no_qt(wiki: Path, tmp_path: Path) -> None:
    for arguments in (
        ["check", wiki],
        ["export", wiki, tmp_path / "site", "--seen-all"],
        ["backup", wiki, tmp_path / "copy.fanwiki"],
    ):
        assert not loaded_of(NEVER, fanwiki(tmp_path, *arguments))


def test_saving_and_renaming_need_no_qt(wiki: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("---\nkind: character\n---\n\nA new hero.\n", encoding="utf-8")
    for arguments in (["save", wiki, "Newcomer", "--from", page], ["rename", wiki, "Newcomer", "Latecomer"]):
        assert not loaded_of(READING, fanwiki(tmp_path, *arguments))
