"""A copy lists all pages that link to one, also where that page itself shows only the first of very many."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.services import editing, exporting, wikis
from fanwiki.store.wiki_file import WikiFile
from folder_contents import contents

LINKING = 204
LINK = re.compile(r'<a href="\.\./p/(fan-\d+)-\d+\.html"><bdi>')


@pytest.fixture(scope="module")
def made_wiki(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wiki") / "many.fanwiki"
    with wikis.create_wiki(path) as wiki:
        editing.save_markdown(wiki, "Hub", "---\nkind: film\n---\nIt is known.", author="a fan")
        for number in range(LINKING):
            hidden = "---\nspoils: '[[Hub]]'\n---\n" if number < 2 else ""
            editing.save_markdown(wiki, f"Fan {number:03}", f"{hidden}Likes [[Hub]] and [[Hub|it]].", author="a fan")
    return path


@pytest.fixture
def wiki(made_wiki: Path, tmp_path: Path) -> Iterator[WikiFile]:
    shutil.copyfile(made_wiki, tmp_path / "many.fanwiki")
    with WikiFile.open(tmp_path / "many.fanwiki") as opened:
        yield opened


def listed(folder: Path) -> list[str]:
    return [name for path in sorted(folder.glob("l/*.html")) for name in LINK.findall(path.read_text("utf-8"))]


def hub(folder: Path) -> str:
    return next(folder.glob("p/hub-*.html")).read_text("utf-8")


def test_all_of_very_many_are_listed_in_parts(wiki: WikiFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("plan", "linking_pages"):
        monkeypatch.setattr(import_module(f"fanwiki.exporters.html.{module}"), "LINKING_SIZE", 100)
    exporting.export(wiki, tmp_path / "b", viewer=CURATOR)
    parts = sorted(path.name for path in (tmp_path / "b" / "l").iterdir())
    assert [re.sub(r"\d+(?=[_.])", "N", name, count=1) for name in parts] == [
        "hub-N.html",
        "hub-N_2.html",
        "hub-N_3.html",
    ]
    assert listed(tmp_path / "b") == [f"fan-{number:03}" for number in range(LINKING)]
    assert f'<a href="../l/{parts[0]}"><bdi>All 204 pages</bdi></a>' in hub(tmp_path / "b")
    assert "101 to 200" in (tmp_path / "b" / "l" / parts[1]).read_text("utf-8")


def test_what_a_reader_may_not_know_of_is_neither_listed_nor_counted(wiki: WikiFile, tmp_path: Path) -> None:
    exporting.export(wiki, tmp_path / "b", viewer=Viewer())
    assert listed(tmp_path / "b") == [f"fan-{number:03}" for number in range(2, LINKING)]
    assert "All 202 pages" in hub(tmp_path / "b")
    assert b"Fan 001" not in b"".join(contents(tmp_path / "b").values())


@pytest.mark.parametrize("viewer", [CURATOR, Viewer()], ids=["curator", "newcomer"])
def test_edited_links_change_the_list_and_few_have_none(wiki: WikiFile, viewer: Viewer, tmp_path: Path) -> None:
    exporting.export(wiki, tmp_path / "b", viewer=viewer)
    for number in (7, 50, 51, 52, 53):
        editing.save_markdown(wiki, f"Fan {number:03}", "Likes nothing.", author="a fan")
        exporting.export(wiki, tmp_path / "b", viewer=viewer, incremental=True)
        assert f"fan-{number:03}" not in listed(tmp_path / "b")
        shutil.rmtree(tmp_path / "full", ignore_errors=True)
        exporting.export(wiki, tmp_path / "full", viewer=viewer)
        assert contents(tmp_path / "b") == contents(tmp_path / "full")
    assert not (tmp_path / "b" / "l").exists()


def test_one_file_holds_the_list_too(wiki: WikiFile, tmp_path: Path) -> None:
    exporting.export(wiki, tmp_path / "one.html", viewer=CURATOR, export_format="single")
    text = (tmp_path / "one.html").read_text("utf-8")
    place = re.search(r'<a href="#(l-hub-\d+)"><bdi>All 204 pages', text)
    assert place is not None
    leaf = text[text.index(f'<section class="leaf" id="{place[1]}">') :].partition("</article>")[0]
    assert leaf.count("<li>") > LINKING
