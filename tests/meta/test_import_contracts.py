"""The import contracts hold, and each of them bites: a planted violation makes it fail."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest
from checkout import ROOT

PLANTS = {
    "Each layer imports only what stands below it": ("domain/title.py", "import fanwiki.markup"),
    "The command line knows no desktop": ("cli/output.py", "import fanwiki.desktop"),
    "Qt stays in the desktop": ("services/__init__.py", "import PySide6"),
    "The desktop asks services, never the store or the markup": ("desktop/__init__.py", "import fanwiki.store"),
    "SQL stays in the store": ("services/__init__.py", "import sqlalchemy"),
    "Services need no library of their own": ("services/__init__.py", "import lxml"),
    "The domain needs the standard library only": ("domain/title.py", "import yaml"),
    "Store and markup do not know each other": ("store/__init__.py", "import fanwiki.markup"),
}

LAYER_PLANTS = {
    "a store that knows an importer": ("store/__init__.py", "import fanwiki.importers"),
    "an exporter that asks the store": ("exporters/__init__.py", "import fanwiki.store"),
    "a service that calls the command line": ("services/__init__.py", "import fanwiki.cli"),
    "a lower module that knows the domain": ("paths.py", "import fanwiki.domain"),
    "errors that know anything": ("errors.py", "import fanwiki.paths"),
    "an import inside a function": ("domain/title.py", "def planted():\n    import fanwiki.services"),
}


def contracts() -> list[dict[str, Any]]:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    return list(settings["tool"]["importlinter"]["contracts"])


def lint_imports(checkout: Path) -> subprocess.CompletedProcess[str]:
    # PYTHONPATH goes before the editable install, so that the copy is what gets linted.
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=checkout,
        env={**os.environ, "PYTHONPATH": str(checkout / "src"), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the source that a test may spoil."""
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path


def plant(checkout: Path, module: str, line: str) -> None:
    with (checkout / "src" / "fanwiki" / module).open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")


def test_contracts_hold(copy: Path) -> None:
    outcome = lint_imports(copy)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr


def test_every_contract_has_a_planted_violation() -> None:
    assert {contract["name"] for contract in contracts()} == set(PLANTS)


@pytest.mark.parametrize("name", PLANTS)
def test_planted_violation_breaks_its_contract(copy: Path, name: str) -> None:
    plant(copy, *PLANTS[name])
    outcome = lint_imports(copy)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert f"{name} BROKEN" in outcome.stdout


@pytest.mark.parametrize("what", LAYER_PLANTS)
def test_layers_see(copy: Path, what: str) -> None:
    plant(copy, *LAYER_PLANTS[what])
    assert "Each layer imports only what stands below it BROKEN" in lint_imports(copy).stdout


def test_new_module_must_be_given_a_place(copy: Path) -> None:
    (copy / "src" / "fanwiki" / "newcomer.py").write_text('"""Has no layer."""\n', encoding="utf-8")
    outcome = lint_imports(copy)
    assert "fanwiki.newcomer" in outcome.stdout
    assert outcome.returncode == 1
