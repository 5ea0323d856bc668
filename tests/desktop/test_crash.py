"""The program is killed while somebody writes, and started again: two processes, no warning given."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from fanwiki.desktop.edit.drafts import UnsavedTexts
from fanwiki.services import drafting, wikis

UNSAVED = "DATA/**/unsaved/*/*.json"

WRITE = """
import sys
from PySide6.QtTest import QTest
from fanwiki import app

make_window = app.make_window

def watched(*arguments):
    window = make_window(*arguments)
    window.browse.go_live = lambda: write(window)
    return window

def write(window):
    window.session.reading.asked = True
    window.reading_commands.open_title("Widow")
    window.actions_of_window["edit"].trigger()
    editor = window.edit.editor
    editor.moveCursor(editor.textCursor().MoveOperation.End)
    QTest.keyClicks(editor, "Not saved by anybody.")

app.make_window = watched
app.run([sys.argv[1]])
"""

AGAIN = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from fanwiki import app

make_window = app.make_window

def watched(*arguments):
    window = make_window(*arguments)
    window.browse.go_live = lambda: setattr(window.session.reading, "asked", True)
    timer = QTimer(window)
    timer.timeout.connect(lambda: look(window, timer))
    timer.start(50)
    return window

def look(window, timer):
    for box in QApplication.topLevelWidgets():
        if box.objectName() == "unsavedText" and box.isVisible():
            timer.stop()
            told = {"beside": box.texts}
            box.findChild(QPushButton, "goOn").click()
            told["text"], told["unsaved"] = window.edit.text, window.edit.has_unsaved
            window.actions_of_window["save"].trigger()
            Path(sys.argv[2]).write_text(json.dumps(told))
            QTimer.singleShot(0, window.close)

app.make_window = watched
sys.exit(app.run([sys.argv[1]]))
"""


HOLD = """
import sys, time
from pathlib import Path
from fanwiki.desktop.edit.drafts import UnsavedTexts

texts = UnsavedTexts(Path(sys.argv[1]))
texts.keep("Widow", "Mine.", 1)
print("kept", flush=True)
time.sleep(60)
"""


def test_what_a_running_program_keeps_is_its_own_until_it_is_gone(
    wiki_path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = tmp_path / "data"
    monkeypatch.setattr("fanwiki.paths.user_data", lambda: data / "fanwiki")
    command = [sys.executable, "-c", HOLD, str(wiki_path)]
    surroundings = {**os.environ, "XDG_DATA_HOME": str(data)}
    with subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "kept\n"
        texts = UnsavedTexts(wiki_path)
        offered = texts.all()
        texts.forget("Widow")
        process.kill()
    assert offered == []
    assert [text.text for text in texts.all()] == ["Mine."]
    texts.forget("Widow")
    assert texts.all() == []
    assert not list(data.glob("fanwiki/unsaved/*/*.json"))


@pytest.mark.heavy
def test_text_outlives_a_kill_and_is_offered_at_the_next_start(wiki_path: Path, tmp_path: Path) -> None:
    folders = {f"XDG_{use}_HOME": str(tmp_path / use) for use in ("DATA", "CONFIG", "STATE")}
    surroundings = {**os.environ, **folders}
    process = subprocess.Popen([sys.executable, "-c", WRITE, str(wiki_path)], env=surroundings)
    try:
        end = time.monotonic() + 60
        while not any(
            "Not saved by anybody." in path.read_text() for path in tmp_path.glob("DATA/**/unsaved/*/*.json")
        ):
            assert process.poll() is None, "the program ended by itself"
            assert time.monotonic() < end, "nothing was kept"
            time.sleep(0.1)
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
    with wikis.open_wiki(wiki_path) as wiki:
        assert "Not saved by anybody." not in drafting.open_page(wiki, "Widow").text
    out = tmp_path / "told.json"
    again = subprocess.run(
        [sys.executable, "-c", AGAIN, str(wiki_path), str(out)],
        env=surroundings,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert (again.returncode, again.stderr) == (0, "")
    told = json.loads(out.read_text())
    saved, kept = told["beside"]
    assert "She travels alone." in saved
    assert "Not saved" not in saved
    assert kept.endswith("Not saved by anybody.")
    assert told["text"].endswith("Not saved by anybody.")
    assert told["unsaved"]
    with wikis.open_wiki(wiki_path) as wiki:
        assert "Not saved by anybody." in drafting.open_page(wiki, "Widow").text
    assert not list(tmp_path.glob(UNSAVED)), "what was saved is no longer offered"
