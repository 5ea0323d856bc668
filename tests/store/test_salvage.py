"""What is saved of a damaged wiki."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path

import pytest
from store_making import document, save, save_in

from fanwiki.errors import WikiFileError
from fanwiki.jobs import Cancel, Cancelled, Progress
from fanwiki.store.salvage import SavedFile, files_left, pages_left
from fanwiki.store.wiki_file import WikiFile

PNG = b"\x89PNG\r\n\x1a\n"


def test_of_a_sound_wiki_everything_is_saved(wiki_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"), "one")
        save(wiki, document("A"), "two", base=1)
        page = save(wiki, document("B"), "in the trash")
        with wiki.writing() as writer:
            writer.pages.move_to_trash(page.id)
            writer.attachments.add("a.png", PNG)
    before = wiki_path.read_bytes()
    found = list(pages_left(wiki_path))
    assert [(page.source.title, page.source.body, page.is_newest, page.deleted) for page in found] == [
        ("A", "two", True, False),
        ("B", "in the trash", True, True),
    ]
    assert list(files_left(wiki_path)) == [SavedFile("a.png", PNG)]
    assert wiki_path.read_bytes() == before
    assert [file.name for file in wiki_path.parent.iterdir()] == ["heroes.fanwiki"]


def test_a_page_whose_newest_revision_is_damaged_comes_as_it_was_before(wiki_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki:
        save(wiki, document("A"), "earlier")
        save(wiki, document("A"), "unmistakable", base=1)
    wiki_path.write_bytes(wiki_path.read_bytes().replace(b"unmistakable", b"unmistakeble"))
    (page,) = pages_left(wiki_path)
    assert (page.source.body, page.is_newest) == ("earlier", False)


def test_what_is_not_yet_in_the_file_is_saved_too(wiki: WikiFile) -> None:
    save(wiki, document("A"), "in the WAL")
    assert [page.source.body for page in pages_left(wiki.path)] == ["in the WAL"]


@pytest.mark.heavy
def test_most_pages_survive_holes_and_none_comes_back_wrong(wiki_path: Path, tmp_path: Path) -> None:
    chance = random.Random(3)
    bodies = {f"Page {number}": chance.randbytes(2000).hex() for number in range(200)}
    files = {f"{number}.png": PNG + chance.randbytes(9000) for number in range(10)}
    with WikiFile.open(wiki_path) as wiki, wiki.writing() as writer:
        for title, body in bodies.items():
            save_in(writer, document(title), body)
        for name, data in files.items():
            writer.attachments.add(name, data)
    content = wiki_path.read_bytes()
    trial = tmp_path / "trial.fanwiki"
    saved = []
    for _ in range(6):
        damaged = bytearray(content)
        for _ in range(5):
            hole = 4096 * chance.randrange(1, len(content) // 4096)
            damaged[hole : hole + 4096] = bytes(4096)
        trial.write_bytes(damaged)
        before = hashlib.sha256(damaged).digest()
        try:
            found = list(pages_left(trial))
        except WikiFileError:
            continue  # the list of tables itself was hit, which takes a few of the many places
        assert all(bodies[page.source.title] == page.source.body for page in found)
        assert all(files[file.name] == file.data for file in files_left(trial))
        assert hashlib.sha256(trial.read_bytes()).digest() == before
        saved.append(len(found))
    assert len(saved) > 3
    assert sorted(saved)[len(saved) // 3] > 150, saved


def test_a_file_that_is_no_wiki_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.fanwiki"
    path.write_bytes(b"nothing")
    with pytest.raises(WikiFileError):
        list(pages_left(path))
    with pytest.raises(WikiFileError):
        list(files_left(tmp_path / "nowhere.fanwiki"))


def test_looking_can_be_stopped(wiki_path: Path) -> None:
    with WikiFile.open(wiki_path) as wiki, wiki.writing() as writer:
        for number in range(600):
            save_in(writer, document(f"Page {number}"))
    cancel = Cancel()
    cancel.request()
    with pytest.raises(Cancelled):
        list(pages_left(wiki_path, Progress(cancel=cancel)))
