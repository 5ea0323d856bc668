"""Making and opening wiki files, and everything that is none."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from store_making import document, save

from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.errors import WikiFileError
from fanwiki.store.migrate import SCHEMA
from fanwiki.store.wiki_file import WikiFile


def refused(path: Path) -> str:
    """Open what cannot be opened; see that it says so well and leaves the file and its folder alone."""
    before = _state(path)
    with pytest.raises(WikiFileError) as told:
        WikiFile.open(path)
    assert _state(path) == before
    assert told.value.hint, "what to do is missing"
    assert "\n" not in str(told.value)
    assert "sqlite" not in str(told.value).lower()
    return told.value.text


def _state(path: Path) -> object:
    if not path.parent.is_dir():
        return None
    files = sorted(entry.name for entry in path.parent.iterdir())
    return files, hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else None


def test_a_wiki_is_one_file_when_it_is_closed(wiki_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"))
        with wiki.reading(NEWCOMER) as reader:
            assert reader.pages.find("A")
    assert [entry.name for entry in wiki_path.parent.iterdir()] == ["heroes.fanwiki"]


def test_reading_alone_leaves_nothing_behind_and_changes_nothing(wiki_path: Path) -> None:
    before = _state(wiki_path)
    with WikiFile.open(wiki_path) as wiki, wiki.reading(NEWCOMER) as reader:
        assert reader.pages.all() == []
    assert _state(wiki_path) == before


def test_the_file_is_stamped(wiki_path: Path) -> None:
    header = wiki_path.read_bytes()[:100]
    assert header[68:72] == b"fanw"
    assert int.from_bytes(header[60:64], "big") == SCHEMA
    assert header[18:20] == b"\x02\x02", "the WAL is not switched on"


def test_a_new_wiki_never_overwrites(tmp_path: Path) -> None:
    path = tmp_path / "a.fanwiki"
    path.write_text("precious")
    with pytest.raises(WikiFileError, match="already a file"):
        WikiFile.create(path)
    assert path.read_text() == "precious"
    link = tmp_path / "dangling.fanwiki"
    link.symlink_to(tmp_path / "nowhere")
    with pytest.raises(WikiFileError, match="already a file"):
        WikiFile.create(link)


def test_a_new_wiki_needs_a_folder(tmp_path: Path) -> None:
    with pytest.raises(WikiFileError, match="no folder"):
        WikiFile.create(tmp_path / "nowhere" / "a.fanwiki")


@pytest.mark.parametrize("name", ["x" * 300, "a\x00b"])
def test_impossible_names_are_told(tmp_path: Path, name: str) -> None:
    with pytest.raises(WikiFileError):
        WikiFile.create(tmp_path / name)
    with pytest.raises(WikiFileError):
        WikiFile.open(tmp_path / name)


@pytest.mark.parametrize("name", ["with space #1 % ? ü 映画.fanwiki", "-dash.fanwiki", "x" * 240 + ".fanwiki", "plain"])
def test_any_possible_name_works(tmp_path: Path, name: str) -> None:
    with WikiFile.create(tmp_path / name) as wiki:
        save(wiki, document("A"))
    with WikiFile.open(tmp_path / name) as wiki, wiki.reading(NEWCOMER) as reader:
        assert reader.pages.find("A")
    assert [entry.name for entry in tmp_path.iterdir()] == [name]


def test_a_relative_name_works_when_the_folder_changes(wiki_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(wiki_path.parent)
    with WikiFile.open(Path(wiki_path.name)) as wiki:
        monkeypatch.chdir("/")
        save(wiki, document("A"))
        with wiki.reading(NEWCOMER) as reader:
            assert reader.pages.find("A")


def test_what_is_not_there(tmp_path: Path) -> None:
    assert "no file" in refused(tmp_path / "a.fanwiki")
    assert "no file" in refused(tmp_path / "nowhere" / "a.fanwiki")


def test_a_folder(tmp_path: Path) -> None:
    assert "is a folder" in refused(tmp_path)


def test_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "a.fanwiki").touch()
    assert "is empty" in refused(tmp_path / "a.fanwiki")


@pytest.mark.parametrize("content", [b"x", b"A text.\n" * 1000, bytes(8192), b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_of_something_else(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "a.fanwiki"
    path.write_bytes(content)
    text = refused(path)
    assert "no fanwiki file" in text or "damaged" in text


@pytest.mark.parametrize("journal", ["delete", "wal"])
def test_a_database_of_another_program(tmp_path: Path, journal: str) -> None:
    path = tmp_path / "a.fanwiki"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
        connection.execute("CREATE TABLE page (id INTEGER)")
        connection.execute("PRAGMA user_version = 1")
    assert "another program" in refused(path)


def test_a_database_that_another_program_has_open(tmp_path: Path) -> None:
    path = tmp_path / "a.fanwiki"
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = wal")
        connection.execute("CREATE TABLE page (id INTEGER)")
        connection.execute("PRAGMA wal_checkpoint")
        connection.execute("INSERT INTO page VALUES (1)")
        assert "another program" in refused(path)


def test_a_wiki_of_a_newer_program(wiki_path: Path) -> None:
    with closing(sqlite3.connect(wiki_path, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 99")
        connection.execute("UPDATE meta SET value = '7.1' WHERE key = 'program'")
    text = refused(wiki_path)
    assert "fanwiki 7.1" in text
    assert "99" in text


def test_a_newer_schema_that_is_only_in_the_wal(wiki_path: Path) -> None:
    with closing(sqlite3.connect(wiki_path, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 99")
        with pytest.raises(WikiFileError, match="was made by fanwiki"):
            WikiFile.open(wiki_path)


def test_a_file_that_does_not_say_its_schema(wiki_path: Path) -> None:
    with closing(sqlite3.connect(wiki_path, isolation_level=None)) as connection:
        connection.execute("PRAGMA user_version = 0")
    assert "does not say its schema" in refused(wiki_path)


@pytest.mark.parametrize("part", [0.001, 0.3, 0.5, 0.99])
def test_a_file_that_was_cut_short(wiki_path: Path, part: float) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"), "x" * 100_000)
    content = wiki_path.read_bytes()
    wiki_path.write_bytes(content[: int(len(content) * part)])
    text = refused(wiki_path)
    assert "damaged" in text or "no fanwiki file" in text


def test_a_pipe_and_a_device_are_no_files(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "no ordinary file" in refused(tmp_path / "pipe")
    with pytest.raises(WikiFileError, match="no ordinary file"):
        WikiFile.open(Path("/dev/null"))
    with closing(socket.socket(socket.AF_UNIX)) as bound:
        bound.bind(str(tmp_path / "s"))
        assert "no ordinary file" in refused(tmp_path / "s")


def test_a_wiki_behind_a_symbolic_link(wiki_path: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.fanwiki"
    link.symlink_to(wiki_path)
    with WikiFile.open(link) as wiki:
        save(wiki, document("A"))
    with WikiFile.open(wiki_path) as wiki, wiki.reading(NEWCOMER) as reader:
        assert reader.pages.find("A")


def test_opening_an_up_to_date_wiki_imports_no_alembic(wiki_path: Path) -> None:
    program = f"""
import sys
from pathlib import Path
from fanwiki.domain.viewer import CURATOR
from fanwiki.store.wiki_file import WikiFile
with WikiFile.open(Path({str(wiki_path)!r})) as wiki, wiki.reading(CURATOR) as reader:
    reader.pages.all()
assert not [name for name in sys.modules if name.startswith(("alembic", "mako", "sqlalchemy.orm"))]
"""
    subprocess.run([sys.executable, "-W", "error", "-c", program], check=True)


def test_checking_what_a_file_is_keeps_the_locks_of_those_who_have_it_open(wiki_path: Path) -> None:
    """POSIX drops all locks of a process on a file when it closes any handle on it: SQLite must be the only one."""
    locks = Path("/proc/locks")
    if not locks.exists():
        pytest.skip("the system does not list its locks")
    number = wiki_path.stat().st_ino

    def held() -> int:
        return sum(f":{number} " in line for line in locks.read_text().splitlines())

    with WikiFile.open(wiki_path) as wiki, wiki.reading(CURATOR):
        before = held()
        assert before
        WikiFile.open(wiki_path).close()
        assert held() >= before


needs_ordinary_user = pytest.mark.skipif(shutil.which("setpriv") is None, reason="setpriv is not here")


def as_nobody(program: str, *arguments: Path) -> subprocess.CompletedProcess[str]:
    """Run a program as somebody without rights, since root may do everything."""
    drop = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] if os.geteuid() == 0 else []
    environment = {"PATH": "/usr/bin:/bin", "HOME": "/nonexistent", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [*drop, sys.executable, "-W", "error", "-c", program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, env=environment, check=False)


READ = """
import sys
from pathlib import Path
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import WikiFileError
from fanwiki.store.wiki_file import WikiFile
try:
    with WikiFile.open(Path(sys.argv[1])) as wiki:
        with wiki.reading(CURATOR) as reader:
            print([page.title for page in reader.pages.all()], reader.soundness.problems())
            reader.rendered.put(b"x", "y")
        try:
            with wiki.writing():
                print("could write")
        except WikiFileError as error:
            print(error)
except WikiFileError as error:
    print(error)
"""


@pytest.fixture
def others_folder() -> Iterator[Path]:
    """A folder that everybody may enter and only its owner may write; pytest's own is closed to others."""
    folder = Path(tempfile.mkdtemp(prefix="fanwiki-test-"))
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


@pytest.fixture
def others_wiki(empty_wiki_file: Path, others_folder: Path) -> Path:
    """A wiki in that folder."""
    path = others_folder / "heroes.fanwiki"
    shutil.copyfile(empty_wiki_file, path)
    path.chmod(0o644)
    return path


@needs_ordinary_user
def test_a_wiki_in_a_folder_that_cannot_be_written_is_read(others_wiki: Path, others_folder: Path) -> None:
    with WikiFile.open(others_wiki) as wiki:
        save(wiki, document("A"))
    others_wiki.chmod(0o444)
    others_folder.chmod(0o555)
    before = _state(others_wiki)
    ran = as_nobody(READ, others_wiki)
    assert ran.returncode == 0, ran.stderr
    assert "['A'] []" in ran.stdout
    assert "“heroes.fanwiki” cannot be written." in ran.stdout
    assert _state(others_wiki) == before


@needs_ordinary_user
def test_a_wiki_that_somebody_else_has_open_is_read_from_a_folder_that_cannot_be_written(
    others_wiki: Path, others_folder: Path
) -> None:
    with WikiFile.open(others_wiki) as wiki:
        save(wiki, document("A"))
        for file in others_folder.iterdir():
            file.chmod(0o644)
        ran = as_nobody(READ, others_wiki)
        assert "['A'] []" in ran.stdout, ran.stderr


@needs_ordinary_user
def test_a_wiki_that_may_not_be_read(others_wiki: Path, others_folder: Path) -> None:
    others_wiki.chmod(0o000)
    ran = as_nobody(READ, others_wiki)
    assert "cannot be opened" in ran.stdout, ran.stderr
    others_folder.chmod(0o700)
    assert "may not be opened" in as_nobody(READ, others_wiki).stdout


@needs_ordinary_user
def test_a_wiki_is_not_made_in_a_folder_that_cannot_be_written(others_folder: Path) -> None:
    program = READ.replace("WikiFile.open(", "WikiFile.create(")
    ran = as_nobody(program, others_folder / "new.fanwiki")
    assert "cannot be" in ran.stdout, ran.stderr
    assert list(others_folder.iterdir()) == []
    others_folder.chmod(0o700)
    assert "may not be entered" in as_nobody(program, others_folder / "new.fanwiki").stdout
