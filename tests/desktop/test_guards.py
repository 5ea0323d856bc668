"""What every test of the window is watched for is truly found: each fault is planted, and seen to fail its test."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
SETTINGS = HERE.parent.parent / "pyproject.toml"

PLANTED = """
import logging
import threading
import warnings

import pytest
from PySide6.QtCore import QThread, QTimer, qWarning
from PySide6.QtWidgets import QWidget

left = []
over = threading.Event()


@pytest.fixture(autouse=True)
def _after_the_one_before(qapp):
    for thing in left:
        if isinstance(thing, QThread):
            thing.quit()
            thing.wait()
    left.clear()


@pytest.fixture(scope="session", autouse=True)
def _end():
    yield
    over.set()


def test_nothing_wrong(qapp, expected_log):
    expected_log.append("known")
    logging.getLogger("fanwiki").warning("a known line")
    logging.getLogger("fanwiki").info("a line that is no warning")
    timer = QTimer()
    timer.start(1)
    timer.stop()


def test_warning_of_qt(qapp):
    qWarning("something is wrong")


def test_warning_of_python(qapp):
    warnings.warn("something is old", DeprecationWarning)


def test_line_in_the_log(qapp):
    logging.getLogger("fanwiki").warning("nobody expects this")


def test_error_in_a_slot(qapp, qtbot):
    timer = QTimer()
    timer.timeout.connect(lambda: 1 / 0)
    timer.setSingleShot(True)
    timer.start(0)
    qtbot.wait(20)


def test_thread_of_pythons(qapp):
    threading.Thread(target=over.wait, args=(10,)).start()


def test_thread_of_qts(qapp):
    thread = QThread()
    left.append(thread)
    thread.start()


def test_timer(qapp):
    timer = QTimer()
    left.append(timer)
    timer.start(50)


def test_window(qapp):
    window = QWidget()
    left.append(window)
    window.show()


def test_nothing_wrong_after_all_that(qapp):
    pass
"""

FAULTS = {
    "warning_of_qt": "",
    "warning_of_python": "DeprecationWarning",
    "line_in_the_log": "unexpected log lines",
    "error_in_a_slot": "Exceptions caught in Qt event loop",
    "thread_of_pythons": "Python's threads still run",
    "thread_of_qts": "threads still run",
    "timer": "timers still run",
    "window": "windows still show",
}
"""The planted tests that must fail, and what they are told; of a warning of Qt pytest-qt tells it elsewhere."""


def test_each_planted_fault_fails_its_test_and_no_other(tmp_path: Path) -> None:
    for name in ("conftest.py", "window_wiki.py"):
        shutil.copy(HERE / name, tmp_path / name)
    (tmp_path / "test_planted.py").write_text(PLANTED, encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-c",
        str(SETTINGS),
        "--rootdir",
        str(tmp_path),
        "-p",
        "no:cacheprovider",
    ]
    outcome = subprocess.run(
        [*command, "-rA", "-q", "--tb=no", str(tmp_path)],
        cwd=tmp_path,
        env={name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")} | {"COLUMNS": "200"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    told = re.findall(r"^(PASSED|FAILED|ERROR) \S*::test_(\w+)(.*)", outcome.stdout, re.MULTILINE)
    wrong = {name: why for result, name, why in told if result != "PASSED"}
    right = {name for result, name, _why in told if result == "PASSED"} - set(wrong)
    assert set(wrong) == set(FAULTS), outcome.stdout + outcome.stderr
    assert {name: why for name, why in wrong.items() if FAULTS[name] not in why} == {}
    assert right == {"nothing_wrong", "nothing_wrong_after_all_that"}
