"""The installed program under a virtual screen: it shows its window, is closed by its user, and leaves no word.

Started as its command is, from whatever environment runs this test: the checkout's, or the wheel's.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

FANWIKI = Path(sys.executable).with_name("fanwiki")
TITLE, QUESTION = "– fanwiki$", "^Seen films"
LONGEST = 60
NOBODY = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--no-new-privs")
IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture(scope="module")
def screen() -> Iterator[str]:
    """A virtual screen with a window manager; its name."""
    for tool in ("Xvfb", "openbox", "xdotool"):
        assert shutil.which(tool), f"{tool} is missing; packaging/setup.sh test installs it"
    reading, writing = os.pipe()
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1400x900x24", "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as told:
        name = f":{told.readline().strip()}"
    manager = subprocess.Popen(["openbox"], env={**os.environ, "DISPLAY": name}, stderr=subprocess.DEVNULL)
    yield name
    for process in (manager, server):
        process.terminate()
        process.wait(10)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """The folder of a user who starts the program for the first time, with a wiki in it."""
    folder = tmp_path / "home"
    folder.mkdir()
    subprocess.run([FANWIKI, "new", folder / "heroes.fanwiki", "--sample"], check=True, capture_output=True)
    for path in (*tmp_path.parents, tmp_path):
        if path.stat().st_uid == os.geteuid() and path.is_relative_to(Path("/tmp")) and path != Path("/tmp"):
            path.chmod(0o755)
    return folder


def surroundings(home: Path, screen: str) -> dict[str, str]:
    told = ("QT_", "QTWEBENGINE", "XDG_", "WAYLAND", "PYTEST", "LC_", "LANG")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(told)}
    folders = {f"XDG_{use}_HOME": str(home / use.lower()) for use in ("DATA", "CONFIG", "STATE", "CACHE")}
    (home / "runtime").mkdir(mode=0o700)
    return {
        **kept,
        **folders,
        "XDG_RUNTIME_DIR": str(home / "runtime"),
        "HOME": str(home),
        "DISPLAY": screen,
        "LANG": "C.UTF-8",
    }


def xdotool(screen: str, *words: str) -> str:
    done = subprocess.run(
        ["xdotool", *words],
        env={**os.environ, "DISPLAY": screen},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return done.stdout.strip()


def wait_for(what: str, is_so: Callable[[], object], process: subprocess.Popen[str], *, ends: bool = False) -> None:
    end = time.monotonic() + LONGEST
    while not is_so():
        if process.poll() is not None:
            assert ends, process.communicate()
            return
        if time.monotonic() > end:
            process.kill()
            pytest.fail(f"still waiting: {what}; the program wrote {process.communicate()}")
        time.sleep(0.1)


def run_and_close(command: list[str], home: Path, screen: str, more: dict[str, str]) -> tuple[int, str, str]:
    """Start the program, wait for its first page, press Ctrl+Q; return its exit code and what it wrote."""
    process = subprocess.Popen(
        [*command, str(FANWIKI), str(home / "heroes.fanwiki")],
        env=surroundings(home, screen) | more,
        cwd=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        wait_for("the window shows", lambda: shown(screen, TITLE), process)
        wait_for("the first page is made", lambda: has_renderer(process.pid), process)
        # The first start asks which films were seen; Escape puts it off. A key that comes too early is pressed again.
        wait_for("the question shows", lambda: shown(screen, QUESTION), process)
        wait_for("the question goes", lambda: not press(screen, QUESTION, "Escape"), process)
        wait_for("the window goes", lambda: not press(screen, TITLE, "ctrl+q"), process, ends=True)
        out, err = process.communicate(timeout=60)
    finally:
        process.kill()
        process.wait()
    return process.returncode, out, err


def shown(screen: str, title: str) -> str:
    """Return the window of this title, or nothing."""
    return xdotool(screen, "search", "--onlyvisible", "--name", title).partition("\n")[0]


def press(screen: str, title: str, key: str) -> bool:
    """Press a key in the window of this title; tell whether it still stood there."""
    window = shown(screen, title)
    if window:
        xdotool(screen, "windowactivate", "--sync", window, "key", key)
        time.sleep(0.5)
    return bool(window)


def has_renderer(pid: int) -> bool:
    """Tell whether the web engine runs, which comes with the first page."""
    told = subprocess.run(["ps", "-ww", "-o", "args=", "--ppid", str(pid)], capture_output=True, text=True, check=False)
    return "QtWebEngineProcess" in told.stdout


@pytest.mark.heavy
def test_the_window_opens_and_closes_and_says_nothing(home: Path, screen: str) -> None:
    # Chromium's sandbox does not start for root; the program itself never turns it off.
    more = {"QTWEBENGINE_DISABLE_SANDBOX": "1"} if IS_ROOT else {}
    assert run_and_close([], home, screen, more) == (0, "", "")
    assert list((home / "config").rglob("window.json")), "the window wrote down its place"


@pytest.mark.heavy
def test_somebody_without_rights_opens_it_within_chromiums_sandbox(home: Path, screen: str) -> None:
    if not IS_ROOT:
        pytest.skip("the test before this one ran so already")
    needs = (["unshare", "--user", "true"], [str(FANWIKI), "--version"])
    if any(subprocess.run([*NOBODY, *need], cwd="/", capture_output=True, check=False).returncode for need in needs):
        pytest.skip("nobody may not read this installation, or the system allows no sandbox to them")
    for path in (home, *home.rglob("*")):
        shutil.chown(path, "nobody", "nogroup")
    assert run_and_close(list(NOBODY), home, screen, {}) == (0, "", "")
