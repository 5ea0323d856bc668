"""The bundle's search works from disk in Firefox and WebKitGTK too, from a path with a space, é, # and %."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from node_tools import node, package

pytestmark = [pytest.mark.browser, pytest.mark.heavy]

HERE = Path(__file__).parent
# A beginning, a misspelt name, words of a title, a name with a letter that is folded.
QUERIES = ("noodl", "shrkboy", "we can be heroes", "lavagïrl")
ANSWERS = ("Noodles", "Sharkboy", "We Can Be Heroes", "Lavagirl")


def told(*command: str | Path) -> dict[str, Any]:
    outcome = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, timeout=120)
    assert outcome.returncode == 0, outcome.stderr[-2000:]
    answer: dict[str, Any] = json.loads(outcome.stdout.splitlines()[-1])
    return answer


def found_first(answers: list[str]) -> list[bool]:
    return [answer.startswith(wanted) for answer, wanted in zip(answers, ANSWERS, strict=True)]


def firefox(folder: Path, address: str, rule: str, *queries: str) -> dict[str, Any]:
    """Ask Firefox to search, and whether a page that forbids nothing itself may read a file that lies beside it."""
    program = shutil.which("firefox-esr") or shutil.which("firefox")
    if program is None:
        pytest.skip("there is no Firefox to drive: apt-get install firefox-esr")
    control = folder / "control.html"
    control.write_text("<!doctype html><title>Control</title>", "utf-8")
    (folder / "neighbour.txt").write_text("read it", "utf-8")
    library = package("puppeteer-core")
    return told(node(), HERE / "firefox.mjs", library, program, address, control.as_uri(), rule, *queries)


def test_firefox_searches_from_disk(bundle: Path, tmp_path: Path) -> None:
    answer = firefox(tmp_path, (bundle / "index.html").as_uri(), "strict", *QUERIES)
    assert answer["read"] == "refused"
    assert found_first(answer["answers"]) == [True] * len(QUERIES)
    assert answer["heading"] == "Lavagirl"
    assert answer["complaints"] == []


def test_without_the_strict_rule_firefox_would_read_files(tmp_path: Path) -> None:
    """As the driver's own profile does: with it, a search that reads files would pass the test above."""
    assert firefox(tmp_path, "", "lax")["read"] == "read it"


def test_webkit_searches_from_disk(bundle: Path) -> None:
    if shutil.which("WebKitWebDriver") is None or shutil.which("xvfb-run") is None:
        pytest.skip("there is no WebKitGTK to drive: apt-get install webkit2gtk-driver xvfb xauth")
    home = (bundle / "index.html").as_uri()
    answer = told("xvfb-run", "-a", sys.executable, HERE / "webkit.py", home, *QUERIES)
    assert found_first(answer["answers"]) == [True] * len(QUERIES)
    assert answer["heading"] == "Lavagirl"
    assert answer["policy"]
