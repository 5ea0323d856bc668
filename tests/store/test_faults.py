"""What happens to the wiki when the program dies, the disk fills, others write, or bits flip."""

from __future__ import annotations

import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError
from store_making import document, linking, save, save_in, segment

from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.errors import FanwikiError, StaleSaveError, WikiFileError
from fanwiki.store import engine, faults, lock
from fanwiki.store.wiki_file import WikiFile

HERE = Path(__file__).parent
PREAMBLE = f"""
import os, resource, signal, sys
sys.path.insert(0, {str(HERE)!r})
from pathlib import Path
from store_making import document, linking, save, save_in, segment
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import WikiFileError
from fanwiki.store.wiki_file import WikiFile
path = Path(sys.argv[1])
"""


def start(program: str, path: Path, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-c", PREAMBLE + program, str(path), *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def run(program: str, path: Path, *arguments: str) -> str:
    """Run a program to its end and return what it printed."""
    process = start(program, path, *arguments)
    out, err = process.communicate(timeout=120)
    assert process.returncode == 0, err
    return out


@contextmanager
def running(program: str, path: Path) -> Iterator[subprocess.Popen[str]]:
    """Run a program until it prints its first line; it is killed when the block ends."""
    process = start(program, path)
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        yield process
    finally:
        process.kill()
        process.communicate()


def sound(path: Path) -> list[str]:
    """See that the wiki is sound and return its titles."""
    with WikiFile.open(path) as wiki, wiki.reading(CURATOR) as reader:
        assert reader.soundness.problems() == []
        pages = reader.pages.all()
        assert len(list(reader.pages.sources(pages))) == len(pages)
        return [page.title for page in pages]


# Dying

SAVING = """
print("ready", flush=True)
start = int(sys.stdin.readline())
with WikiFile.open(path) as wiki:
    for number in range(start, 10**9):
        made = linking(f"Page {number}", f"Page {number - 1}", segments=(segment("some words " * 200),))
        save(wiki, made, "body " * 500)
        print(number, flush=True)
"""


@pytest.mark.heavy
def test_killed_twenty_times_while_saving_no_acknowledged_save_is_lost(wiki_path: Path) -> None:
    chance = random.Random(7)
    acknowledged = 0
    for _ in range(20):
        process = start(SAVING, wiki_path)
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.stdin.write(f"{acknowledged + 1}\n")
        process.stdin.flush()
        for _ in range(chance.randrange(1, 12)):
            line = process.stdout.readline()
            assert line, process.communicate()[1]
            acknowledged = int(line)
        time.sleep(chance.random() / 100)
        process.send_signal(signal.SIGKILL)
        # Not communicate(): it passes over what readline() has read ahead.
        acknowledged = max([acknowledged, *(int(line) for line in process.stdout if line.endswith("\n"))])
        process.communicate()
        titles = sound(wiki_path)
        # The one that was under way may be there or not; nobody was told either way.
        assert len(titles) in (acknowledged, acknowledged + 1)
        acknowledged = len(titles)
    assert acknowledged > 20


IMPORTING = """
with WikiFile.open(path) as wiki, wiki.writing() as writer:
    print("ready", flush=True)
    for number in range(10**9):
        save_in(writer, linking(f"Page {number}", "X", segments=(segment("words " * 500),)), "body " * 5000)
"""


@pytest.mark.parametrize("seconds", [0.05, 0.3, 1.0])
def test_a_program_killed_within_a_long_transaction_leaves_nothing_of_it(wiki_path: Path, seconds: float) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("Before"))
    with running(IMPORTING, wiki_path):
        time.sleep(seconds)
    assert sound(wiki_path) == ["Before"]


def test_a_file_and_its_wal_copied_together_are_the_whole_wiki(wiki: WikiFile, tmp_path: Path) -> None:
    save(wiki, document("A"))
    copy = tmp_path / "copy" / "heroes.fanwiki"
    copy.parent.mkdir()
    for ending in ("", "-wal"):
        shutil.copyfile(f"{wiki.path}{ending}", f"{copy}{ending}")
    assert sound(copy) == ["A"]
    assert [file.name for file in copy.parent.iterdir()] == ["heroes.fanwiki"]


# Full disks

FILLING = """
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
with WikiFile.open(path) as wiki:
    save(wiki, document("Before"), "x" * 1000)
    room = int(sys.argv[2])
    resource.setrlimit(resource.RLIMIT_FSIZE, (room, resource.RLIM_INFINITY))
    try:
        save(wiki, document("Too much"), os.urandom(2_000_000).hex())
        print("saved")
    except WikiFileError as error:
        print(error)
    with wiki.reading(CURATOR) as reader:
        print([page.title for page in reader.pages.all()])
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    save(wiki, document("After"))
"""


@pytest.mark.parametrize("room", [300_000, 1_000_000, 3_000_000])
def test_a_save_that_finds_no_room_is_refused_and_harms_nothing(wiki_path: Path, room: int) -> None:
    out = run(FILLING, wiki_path, str(room))
    assert "“heroes.fanwiki”" in out.splitlines()[0]
    assert "unharmed" in out.splitlines()[0]
    assert out.splitlines()[1] == "['Before']"
    assert sound(wiki_path) == ["After", "Before"]


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of two megabytes."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    mounted = mount and os.geteuid() == 0
    if mounted:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk], capture_output=True, check=False
        )
        mounted = done.returncode == 0
    if not mounted:
        pytest.skip("only root can mount a small disk")
    yield disk
    subprocess.run(["umount", "-l", disk], check=True)


def fill(wiki: WikiFile) -> None:
    for number in range(200):
        save(wiki, document(f"Page {number}"), "word " * 4000)


def test_a_full_disk_is_told_in_words(small_disk: Path, wiki_path: Path) -> None:
    path = small_disk / "heroes.fanwiki"
    shutil.copyfile(wiki_path, path)
    with WikiFile.open(path) as wiki:
        save(wiki, document("Before"))
        with pytest.raises(WikiFileError, match="no room left on the disk to write “heroes"):
            save(wiki, document("Too much"), random.Random(1).randbytes(1_500_000).hex())
        with pytest.raises(WikiFileError, match="no room left"):
            fill(wiki)
        with wiki.reading(CURATOR) as reader:
            titles = [page.title for page in reader.pages.all()]
        with pytest.raises(WikiFileError, match="no room left"):
            wiki.backup(small_disk / "backup.fanwiki")
        assert sorted(file.name for file in small_disk.iterdir()) == [
            "heroes.fanwiki",
            "heroes.fanwiki-shm",
            "heroes.fanwiki-wal",
        ]
    moved = wiki_path.parent / "moved"
    shutil.copytree(small_disk, moved)
    assert sound(moved / "heroes.fanwiki") == titles
    assert "Before" in titles


def test_no_wiki_is_made_on_a_full_disk(small_disk: Path) -> None:
    (small_disk / "ballast").write_bytes(bytes(1_990_000))
    with pytest.raises(WikiFileError, match="no room left"):
        WikiFile.create(small_disk / "new.fanwiki")
    assert [file.name for file in small_disk.iterdir()] == ["ballast"]


# Others who write


def test_two_windows_never_overwrite_each_other(wiki_path: Path) -> None:
    with WikiFile.open(wiki_path) as first, WikiFile.open(wiki_path) as second:
        save(first, document("A"), "start")
        save(second, document("A"), "by the second", base=1)
        with pytest.raises(StaleSaveError) as refused:
            save(first, document("A"), "by the first", base=1)
        assert (refused.value.current, refused.value.base) == (2, 1)
        with first.reading(NEWCOMER) as reader:
            page = reader.pages.find("A")
            assert page is not None
            assert reader.pages.source(page).body == "by the second"


HOLDING = """
with WikiFile.open(path) as wiki, wiki.writing() as writer:
    save_in(writer, document("Theirs"))
    print("ready", flush=True)
    sys.stdin.readline()
"""


def test_writing_waits_for_another_program_and_then_says_so(wiki_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.2)
    with WikiFile.open(wiki_path) as wiki, running(HOLDING, wiki_path) as process:
        with pytest.raises(WikiFileError, match="is being written by another window or program"):
            save(wiki, document("Ours"))
        with wiki.reading(NEWCOMER) as reader:
            assert reader.pages.all() == [], "reading goes on meanwhile"
        process.communicate("\n")
        save(wiki, document("Ours"))
    assert sound(wiki_path) == ["Ours", "Theirs"]


def test_a_writer_within_a_writer_does_not_wait_for_itself_forever(
    wiki: WikiFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.1)
    with wiki.writing() as writer:
        with pytest.raises(WikiFileError, match="is being written"):
            save(wiki, document("Inner"))
        save_in(writer, document("Outer"))
    assert sound(wiki.path) == ["Outer"]


def test_a_transaction_that_writes_nothing_is_no_change(wiki: WikiFile) -> None:
    with wiki.reading(NEWCOMER) as reader:
        before = reader.changes
    with wiki.writing() as writer:
        assert writer.pages.all() == []
    with wiki.reading(NEWCOMER) as reader:
        assert reader.changes == before


def test_the_lock_of_a_program_that_was_killed_is_taken_over_at_once(
    wiki_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(HOLDING, wiki_path):
        pass
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0.2)
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("Ours"))
    assert sound(wiki_path) == ["Ours"]


def test_a_program_that_knows_no_lock_of_ours_is_waited_for_too(
    wiki_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_MS", 100)
    with WikiFile.open(wiki_path) as wiki, closing(sqlite3.connect(wiki_path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(WikiFileError, match="is being written by another program"):
            save(wiki, document("A"))
        other.execute("ROLLBACK")
        save(wiki, document("A"))


def test_one_file_under_two_names_has_one_lock(wiki_path: Path, tmp_path: Path) -> None:
    (tmp_path / "soft.fanwiki").symlink_to(wiki_path)
    (tmp_path / "hard.fanwiki").hardlink_to(wiki_path)
    names = [wiki_path, tmp_path / "soft.fanwiki", tmp_path / "hard.fanwiki"]
    assert len({lock.lock_file(path) for path in names}) == 1


def test_a_home_that_cannot_be_written_still_locks(wiki_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", "/proc/nowhere")
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"))
    assert sound(wiki_path) == ["A"]


def test_a_wiki_that_was_taken_away_is_missed_in_words(wiki: WikiFile) -> None:
    wiki.path.rename(wiki.path.with_name("moved.fanwiki"))
    with pytest.raises(WikiFileError, match="is not there any more"):
        save(wiki, document("A"))


@pytest.mark.heavy
def test_threads_share_an_open_wiki(wiki: WikiFile) -> None:
    failures: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                with wiki.reading(NEWCOMER) as reader:
                    pages = reader.pages.all()
                    assert len(list(reader.pages.sources(pages))) == len(pages)
                    assert len(reader.links.orphans()) <= len(pages)
        except BaseException as error:  # noqa: BLE001  (told by the test's own thread)
            failures.append(error)

    def write(name: str) -> None:
        try:
            for number in range(12):
                save(wiki, linking(f"{name} {number}", f"{name} {number - 1}"))
        except BaseException as error:  # noqa: BLE001  (told by the test's own thread)
            failures.append(error)

    readers = [threading.Thread(target=read) for _ in range(3)]
    writers = [threading.Thread(target=write, args=(name,)) for name in ("A", "B")]
    for thread in (*readers, *writers):
        thread.start()
    for thread in writers:
        thread.join()
    done.set()
    for thread in readers:
        thread.join()
    assert failures == []
    with wiki.reading(CURATOR) as reader:
        assert len(reader.pages.all()) == 24
        assert reader.soundness.problems() == []


# Damage


def harmed(path: Path, told: dict[str, str]) -> bool:
    """Whether some page does not read as it was written, and nobody says so."""
    try:
        with WikiFile.open(path) as wiki, wiki.reading(CURATOR) as reader:
            if reader.soundness.problems():
                return False
            pages = reader.pages.all()
            return {page.title: source.body for page, source in reader.pages.sources(pages)} != told
    except WikiFileError:
        return False


@pytest.mark.heavy
def test_every_harmful_bit_flip_is_found(wiki_path: Path, tmp_path: Path) -> None:
    chance = random.Random(11)
    bodies = {f"Page {number}": chance.randbytes(3000).hex() for number in range(40)}
    with WikiFile.open(wiki_path) as wiki, wiki.writing() as writer:
        for title, body in bodies.items():
            save_in(writer, linking(title, "Page 1", segments=(segment(body[:500]),)), body)
    content = wiki_path.read_bytes()
    trial = tmp_path / "trial.fanwiki"
    unchanged = 0
    for _ in range(250):
        damaged = bytearray(content)
        damaged[chance.randrange(len(content))] ^= 1 << chance.randrange(8)
        trial.write_bytes(damaged)
        assert not harmed(trial, bodies)
        unchanged += bytes(damaged) == content
    assert unchanged == 0


@pytest.mark.heavy
def test_pages_of_zeros_are_found_or_harmless(wiki_path: Path, tmp_path: Path) -> None:
    bodies = {f"Page {number}": f"body {number} " * 300 for number in range(40)}
    with WikiFile.open(wiki_path) as wiki, wiki.writing() as writer:
        for title, body in bodies.items():
            save_in(writer, document(title), body)
    content = wiki_path.read_bytes()
    for start_of_page in range(0, len(content), 4096):
        trial = tmp_path / "trial.fanwiki"
        trial.write_bytes(content[:start_of_page] + bytes(4096) + content[start_of_page + 4096 :])
        assert not harmed(trial, bodies), f"page {start_of_page // 4096}"


def test_a_changed_revision_is_told_by_page_and_number(wiki_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"), "first")
        save(wiki, document("A"), "unmistakable", base=1)
    content = wiki_path.read_bytes().replace(b"unmistakable", b"unmistakeble")
    wiki_path.write_bytes(content)
    with WikiFile.open(wiki_path) as wiki, wiki.reading(CURATOR) as reader:
        (fault,) = reader.soundness.problems()
    assert (fault.code, fault.title) == ("changed-revision", "A")
    assert "Revision 2 of “A”" in fault.text


@pytest.mark.parametrize(
    ("statement", "code"),
    [
        ("UPDATE revision SET author = 'somebody else'", "changed-revision"),
        ("UPDATE revision SET comment = NULL", None),
        ("UPDATE revision SET parent = 1", "changed-revision"),
        ("UPDATE revision SET body = CAST(x'61ff62' AS TEXT)", "changed-revision"),
        ("UPDATE kind SET toml = 'no kind' WHERE name = 'film'", "damaged-kind"),
        ("UPDATE page SET head = 2", "lost-revision"),
        ("DELETE FROM name", "lost-name"),
        ("UPDATE target SET page_id = 1", "astray-links"),
        ("UPDATE page SET gate_id = 77", "dangling-row"),
        ("UPDATE blob SET data = x'00'", "changed-file"),
        ("DELETE FROM search_page", "search-outdated"),
        ("UPDATE search_text_data SET block = x'0011223344' WHERE id > 10", "damaged-search"),
    ],
)
def test_what_no_longer_fits_together_is_found(wiki_path: Path, statement: str, code: str | None) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, linking("A", "Nowhere", segments=(segment("words"),)))
        with wiki.writing() as writer:
            writer.attachments.add("a.png", b"\x89PNG\r\n\x1a\n")
    with closing(sqlite3.connect(wiki_path)) as connection:
        if code is None:
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(statement)
            return
        connection.execute(statement)
        connection.commit()
    with WikiFile.open(wiki_path) as wiki:
        with wiki.reading(NEWCOMER) as reader:
            assert reader.soundness.problems() == [], "only the curator is told titles"
        with wiki.reading(CURATOR) as reader:
            found = reader.soundness.problems()
    assert code in {fault.code for fault in found}


def test_text_that_is_no_text_any_more_is_told_in_words(wiki_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki:
        page = save(wiki, document("A"), "body")
    with closing(sqlite3.connect(wiki_path)) as connection:
        connection.execute("UPDATE revision SET body = CAST(x'61ff62' AS TEXT)")
        connection.commit()
    with (
        WikiFile.open(wiki_path) as wiki,
        wiki.reading(CURATOR) as reader,
        pytest.raises(WikiFileError, match="damaged"),
    ):
        reader.pages.source(page)


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM search_page",
        "DELETE FROM name",
        "UPDATE target SET page_id = NULL",
        "UPDATE search_text_data SET block = x'0011223344' WHERE id > 10",
        "DELETE FROM search_text_data WHERE id > 10",
        "DELETE FROM link",
    ],
)
def test_deriving_everything_anew_mends_what_is_derived(wiki_path: Path, statement: str) -> None:
    documents = [linking(f"Page {number}", "Page 1", segments=(segment("words"),)) for number in range(5)]
    with WikiFile.open(wiki_path) as wiki:
        pages = [save(wiki, made) for made in documents]
    with closing(sqlite3.connect(wiki_path)) as connection:
        connection.execute(statement)
        connection.commit()
    with WikiFile.open(wiki_path) as wiki:
        with wiki.writing() as writer:
            writer.begin_rebuild()
            writer.pages.replace_all_derived((page.id, made) for page, made in zip(pages, documents, strict=True))
        with wiki.reading(CURATOR) as reader:
            assert reader.soundness.problems() == []
            assert len(reader.links.to(pages[1])) == 4


# Words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (sqlite3.SQLITE_FULL, "no room left"),
        (sqlite3.SQLITE_IOERR_FSYNC, "SQLITE_IOERR_FSYNC"),
        (sqlite3.SQLITE_IOERR_SHMSIZE, "failed"),
        (sqlite3.SQLITE_READONLY_DIRECTORY, "cannot be written"),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, "another program"),
        (sqlite3.SQLITE_LOCKED, "another program"),
        (sqlite3.SQLITE_CORRUPT_VTAB, "is damaged"),
        (sqlite3.SQLITE_NOTADB, "no fanwiki file"),
        (sqlite3.SQLITE_CANTOPEN, "cannot be opened"),
        (sqlite3.SQLITE_PERM, "may not be opened"),
        (sqlite3.SQLITE_TOOBIG, "too large"),
        (sqlite3.SQLITE_NOMEM, "memory"),
    ],
)
@pytest.mark.parametrize("wrapped", [False, True])
def test_failures_of_sqlite_are_told_in_words_that_name_the_file(code: int, words: str, wrapped: bool) -> None:
    error: Exception = sqlite3.OperationalError("disk I/O error")
    error.sqlite_errorcode = code  # type: ignore[attr-defined]
    error.sqlite_errorname = next(name for name in dir(sqlite3) if getattr(sqlite3, name) == code)  # type: ignore[attr-defined]
    if wrapped:
        error = DBAPIError("SELECT 1", {}, error)
    told = faults.explain(error, Path("/far/away/heroes.fanwiki"))
    assert told is not None
    assert words in str(told)
    assert "heroes.fanwiki" in told.text
    assert told.hint


def test_a_bug_is_not_told_as_a_fault_of_the_file(wiki: WikiFile) -> None:
    with wiki.writing() as writer, pytest.raises(DBAPIError) as raised:
        writer.snapshot.execute("SELECT nothing FROM nowhere")
    assert not isinstance(raised.value, FanwikiError)
