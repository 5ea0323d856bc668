"""Several processes make the same bundle as one, stop when one of them stops, and read one state of the wiki."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.errors import FanwikiError
from fanwiki.exporters.html import Look
from fanwiki.exporters.html.making import PageMaker, Task
from fanwiki.exporters.leak_check import LeakError, Withheld
from fanwiki.jobs import Cancelled, Progress
from fanwiki.services import bundle_exporting, bundle_workers, editing, exporting
from fanwiki.services.bundle_workers import Pool
from fanwiki.store.wiki_file import WikiFile
from folder_contents import contents
from leak_wiki import make_leak_wiki


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WikiFile]:
    with make_leak_wiki(tmp_path_factory.mktemp("wiki") / "leak.fanwiki") as made:
        yield made


@pytest.fixture(autouse=True)
def _always_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bundle_exporting, "WORTH_IT", 0)


@pytest.mark.parametrize(("viewer", "form"), [(NEWCOMER, "html"), (CURATOR, "zip")])
def test_the_bytes_are_those_that_one_process_makes(
    wiki: WikiFile, viewer: Viewer, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "many").mkdir()
    (tmp_path / "one").mkdir()
    exporting.export(wiki, tmp_path / "many" / "b", viewer=viewer, export_format=form)
    monkeypatch.setattr(bundle_exporting, "WORTH_IT", 10**9)
    exporting.export(wiki, tmp_path / "one" / "b", viewer=viewer, export_format=form)
    assert contents(tmp_path / "many") == contents(tmp_path / "one")


def test_a_leak_that_a_process_finds_stops_the_export(
    wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle_exporting, "withheld_from", lambda *_: Withheld(names=["Bob is the brother of"]))
    with pytest.raises(LeakError, match=r"p/bob-open-\d+\.html.*may not know"):
        exporting.export(wiki, tmp_path / "b", viewer=NEWCOMER)
    assert list(tmp_path.iterdir()) == []


def test_a_disk_that_refuses_a_process_is_told_in_words(
    wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The folder that the processes write to is gone."""
    made = Pool.made

    def elsewhere(self: Pool, frame: object, tasks: list[Task], inspect: object, folder: Path) -> object:
        return made(self, frame, tasks, inspect, folder / "gone")  # type: ignore[arg-type]

    monkeypatch.setattr(Pool, "made", elsewhere)
    with pytest.raises(FanwikiError, match="No such file or directory"):
        exporting.export(wiki, tmp_path / "b", viewer=NEWCOMER)
    assert list(tmp_path.iterdir()) == []


def test_cancelling_ends_the_processes_and_leaves_nothing(wiki: WikiFile, tmp_path: Path) -> None:
    progress = Progress()
    progress.report = lambda *_: progress.cancel.request()
    with pytest.raises(Cancelled):
        exporting.export(wiki, tmp_path / "b", viewer=NEWCOMER, progress=progress)
    assert list(tmp_path.iterdir()) == []


def test_prints_that_a_process_works_out_are_those_that_are_kept(
    wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first export leaves them to a process; the second finds all pages as they were made."""
    look = Look(title="Prints elsewhere")
    exporting.export(wiki, tmp_path / "b", viewer=CURATOR, look=look)
    monkeypatch.setattr(PageMaker, "_fresh", None)
    monkeypatch.setattr(bundle_exporting, "WORTH_IT", 10**9)
    exporting.export(wiki, tmp_path / "c", viewer=CURATOR, look=look)
    assert contents(tmp_path / "b") == contents(tmp_path / "c")


def test_prints_of_another_state_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with make_leak_wiki(tmp_path / "leak.fanwiki") as wiki:
        asked: list[bool] = []
        prints_under_way = Pool.prints_under_way

        def late(self: Pool) -> object:
            if not asked:
                editing.save_markdown(wiki, "Bob Open", "Bob is somebody new.", author="a fan")
            asked.append(True)
            return prints_under_way(self)

        monkeypatch.setattr(bundle_workers.Pool, "prints_under_way", late)
        exporting.export(wiki, tmp_path / "b", viewer=CURATOR, look=Look(title="Prints of another state"))
    assert asked == [True, True]
    assert b"Bob is somebody new." in b"".join(contents(tmp_path / "b").values())


def test_processes_that_read_another_state_are_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody saves a page between the beginnings, once; the next attempt is good."""
    with make_leak_wiki(tmp_path / "leak.fanwiki") as wiki:
        asked: list[bool] = []
        reads_state = Pool.reads_state

        def late(self: Pool, changes: int) -> bool:
            if not asked:
                editing.save_markdown(wiki, "Bob Open", "Bob is somebody new.", author="a fan")
            asked.append(reads_state(self, changes))
            return asked[-1]

        monkeypatch.setattr(bundle_workers.Pool, "reads_state", late)
        exporting.export(wiki, tmp_path / "b", viewer=NEWCOMER)
    assert asked == [False, True]
    told = b"".join(contents(tmp_path / "b").values())
    assert b"Bob is somebody new." in told
