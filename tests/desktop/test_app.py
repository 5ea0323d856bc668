"""The program itself, started as a user does: it opens the wiki, shows a page, and ends cleanly."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fanwiki.app import first_wiki
from fanwiki.desktop.reader import Preferences

RUN = """
import json, logging, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from fanwiki import app

make_window = app.make_window
LATE = ("sqlalchemy", "PySide6.QtWebEngineCore", "jinja2", "logging.handlers", "hashlib")
ONLY_FOR_COMMANDS = ("fanwiki.importers.formats", "fanwiki.exporters", "lxml", "mwparserfromhell", "multiprocessing")

def watched(*arguments):
    window = make_window(*arguments)
    told = {"before": [name for name in LATE if name in sys.modules]}

    def loaded(ok):
        logging.getLogger("fanwiki").info("A page was shown.")
        told["ok"], told["title"], told["at"] = ok, window.windowTitle(), window.browse.address.url
        told["needless"] = [name for name in ONLY_FOR_COMMANDS if name in sys.modules]
        Path(sys.argv[2]).write_text(json.dumps(told))
        QTimer.singleShot(100, window.close)

    window.browse.page_loaded.connect(loaded)
    return window

app.make_window = watched
sys.exit(app.run([sys.argv[1]]))
"""


@pytest.mark.heavy
@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_the_program_shows_a_page_and_ends_cleanly(wiki_path: Path, tmp_path: Path, platform: str) -> None:
    command = [sys.executable, "-c", RUN, str(wiki_path), str(tmp_path / "told")]
    if platform == "xcb":
        runner = shutil.which("xvfb-run")
        if runner is None:
            pytest.skip("there is no Xvfb on this machine")
        command = [runner, "-a", *command]
    folders = {f"XDG_{use}_HOME": str(tmp_path / use) for use in ("DATA", "CONFIG", "STATE")}
    outcome = subprocess.run(
        command,
        env={**os.environ, **folders, "QT_QPA_PLATFORM": platform},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert outcome.returncode == 0, outcome.stderr
    assert "Traceback" not in outcome.stderr
    told = (tmp_path / "told").read_text()
    assert '"ok": true' in told
    assert '"before": []' in told
    assert '"needless": []' in told
    assert "heroes" in told
    logs = [path.read_text() for path in tmp_path.glob("STATE/**/fanwiki.log")]
    assert [log.count("INFO fanwiki: A page was shown.") for log in logs] == [1]


def test_the_last_wiki_that_is_still_there_is_opened(tmp_path: Path) -> None:
    there = tmp_path / "there.fanwiki"
    there.touch()
    preferences = Preferences(recent_wikis=[str(tmp_path / "gone.fanwiki"), str(there)])
    assert first_wiki([], preferences) == there
    assert first_wiki(["named.fanwiki"], preferences) == Path("named.fanwiki")
    assert first_wiki([], Preferences()) is None
