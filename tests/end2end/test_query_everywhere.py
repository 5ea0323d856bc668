"""The same query means the same in a list, in a live list of a page, on the command line and in an export."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from fanwiki.cli import run_command_line
from fanwiki.domain.page import PageSource
from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.errors import FanwikiError
from fanwiki.markup.render import Renderer
from fanwiki.services import browsing, exporting, searching, wikis
from fanwiki.services.addresses import NoAddresses
from fanwiki.store.wiki_file import WikiFile
from query_wiki import CASES, Case, make_query_wiki


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("queries") / "queries.fanwiki"
    make_query_wiki(made)
    return made


@pytest.fixture(scope="module")
def wiki(path: Path) -> Iterator[WikiFile]:
    with wikis.open_wiki(path) as opened:
        yield opened


def live_list(wiki: WikiFile, query: str) -> str:
    """Return the HTML of a page with a list of what a query finds."""
    source = PageSource("List", body=f"```query\n{query.strip()}\n```\n")
    with Renderer() as renderer:
        return str(browsing.preview(wiki, source, CURATOR, NoAddresses(), renderer).body)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.text)
def test_lists_find_what_the_box_finds(wiki: WikiFile, case: Case) -> None:
    listed = [page.title for page in searching.list_pages(wiki, case.text, CURATOR)]
    assert sorted(listed) == sorted(case.found)
    if case.in_order:
        assert listed == list(case.found)
    page = live_list(wiki, case.text)
    assert re.findall(r"<li><span class=.entry-link.><span><bdi>([^<>]+)</bdi>", page) == listed
    assert ("was read as text." in page) == ("was read as text." in case.understood)


EVERYWHERE = [case for case in CASES if case.found][::6]


@pytest.mark.parametrize("case", EVERYWHERE, ids=lambda case: case.text)
def test_command_line_and_exports_find_what_the_box_finds(
    path: Path, wiki: WikiFile, case: Case, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run_command_line(["list", str(path), case.text, "--seen-all", "--json"]) == 0
    assert sorted(page["title"] for page in json.loads(capsys.readouterr().out)["pages"]) == sorted(case.found)
    assert run_command_line(["search", str(path), case.text, "--seen-all", "--json"]) == 0
    assert sorted(hit["title"] for hit in json.loads(capsys.readouterr().out)["hits"]) == sorted(case.found)
    exporting.export(wiki, tmp_path / "out", viewer=CURATOR, export_format="markdown", query=case.text)
    assert sorted(file.stem for file in (tmp_path / "out").rglob("*.md")) == sorted(case.found)


def test_the_command_line_says_what_was_read_as_text(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = "There is no field “colour”. “colour:walks” was read as text."
    for command in (["list"], ["list", "--json"], ["export", "--format", "markdown"]):
        where = [str(path), *([str(tmp_path / "out"), "--query"] if "export" in command else [])]
        assert run_command_line([command[0], *where, "colour:walks OR keeper", *command[1:], "--seen-all"]) == 0
        assert wrong in capsys.readouterr().err
    assert run_command_line(["search", str(path), "colour:walks OR keeper"]) == 0
    assert wrong in capsys.readouterr().out


def test_an_export_of_nothing_says_how_its_query_was_read(wiki: WikiFile, tmp_path: Path) -> None:
    with pytest.raises(FanwikiError) as told:
        exporting.export(wiki, tmp_path / "out", viewer=NEWCOMER, export_format="markdown", query="kind:spaceship")
    assert "There is no kind “spaceship”. “kind:spaceship” was read as text." in str(told.value)
