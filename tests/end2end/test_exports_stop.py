"""Every export stops when redaction fails: with each lock of the reading side broken, nothing is written."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fanwiki.domain.page import PageSource
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.errors import FanwikiError
from fanwiki.exporters.leak_check import LeakError
from fanwiki.services import exporting
from fanwiki.store.wiki_file import WikiFile
from folder_contents import contents
from leak_wiki import FAN, make_leak_wiki


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WikiFile]:
    with make_leak_wiki(tmp_path_factory.mktemp("wiki") / "leak.fanwiki") as made:
        yield made


def whole(source: PageSource, *_: Any, **__: Any) -> PageSource:
    """Stand in for redaction that takes nothing out."""
    return source


@pytest.mark.parametrize("form", exporting.FORMATS)
def test_a_redaction_that_fails_stops_the_export_and_leaves_what_was_there(
    wiki: WikiFile, form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dest = tmp_path / "out"
    exporting.export(wiki, dest, viewer=NEWCOMER, export_format=form)
    before = contents(tmp_path)
    monkeypatch.setattr("fanwiki.services.browsing.redact", whole)
    monkeypatch.setattr("fanwiki.services.format_exporting.redact", whole)
    monkeypatch.setattr("fanwiki.services.wikitext.redact", whole)
    with pytest.raises(LeakError, match="may not know"):
        exporting.export(wiki, dest, viewer=NEWCOMER, export_format=form)
    assert contents(tmp_path) == before


@pytest.mark.parametrize("form", exporting.FORMATS)
def test_a_query_that_finds_nothing_makes_no_empty_copy(wiki: WikiFile, form: str, tmp_path: Path) -> None:
    with pytest.raises(FanwikiError, match="no page to export") as told:
        exporting.export(wiki, tmp_path / "out", viewer=CURATOR, export_format=form, query="kind:film or nothing")
    assert told.value.hint.startswith("Understood as pages: of kind Film and with “or”")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("viewer", [FAN, CURATOR], ids=["fan", "curator"])
def test_who_may_see_everything_gets_it(wiki: WikiFile, viewer: Viewer, tmp_path: Path) -> None:
    exporting.export(wiki, tmp_path / "out", viewer=viewer)
    assert any("zyxwolf" in path.name for path in (tmp_path / "out").rglob("*.html"))


@pytest.mark.parametrize("secret", ["Zyxwolf the Elder", "agent of Zyxwolf", "zyxwolf-family", "In a list, Zyxwolf."])
def test_a_secret_in_the_search_index_stops_the_export(
    wiki: WikiFile, secret: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("fanwiki.exporters.html.making.beginning", lambda text: secret)
    with pytest.raises(LeakError, match=r"d/0\.js"):
        exporting.export(wiki, tmp_path / "out", viewer=NEWCOMER)
    assert list(tmp_path.iterdir()) == []
