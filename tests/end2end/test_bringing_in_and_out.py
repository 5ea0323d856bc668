"""Import and export through the services: whole or absent, the same again, and nothing of anybody's overwritten."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from fanwiki.domain.page import PageSource
from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.errors import SourceError
from fanwiki.jobs import Cancelled, Progress
from fanwiki.services import editing, exporting, importing, wikis
from fanwiki.store.wiki_file import WikiFile

ARTICLE = """\
Lanterns Below 2: All We Know

The film Lanterns Below 2 is the sequel to the movie Lanterns Below, directed by Noor El-Amin.

Lanterns Below 2 may be released in 2027.

Lanterns Below 2 Cast

- Zoë Okonkwo-Hart as Mirelle
- Seán O'Dowd as The Keeper
"""


@pytest.fixture
def wiki(tmp_path: Path) -> Iterator[WikiFile]:
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        yield wiki


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, encoding="utf-8")
    return path


def sources(wiki: WikiFile) -> dict[str, PageSource]:
    with wiki.reading(CURATOR) as reader:
        return {page.title: reader.pages.source(page) for page in reader.pages.all()}


def files(wiki: WikiFile) -> dict[str, bytes]:
    with wiki.reading(CURATOR) as reader:
        return {row.name: reader.attachments.get(row.name).data for row in reader.attachments.all()}


def test_the_sample_comes_back_from_markdown_as_the_same_wiki(tmp_path: Path, wiki: WikiFile) -> None:
    with importing.create_sample(tmp_path / "sample.fanwiki") as sample:
        exporting.export(sample, tmp_path / "vault", viewer=CURATOR, export_format="markdown")
        outcome = importing.import_source(wiki, tmp_path / "vault")
        assert outcome.source_format == "obsidian"
        assert sources(wiki) == sources(sample)
        assert files(wiki) == files(sample)
        with wiki.reading(CURATOR) as copied, sample.reading(CURATOR) as original:
            assert dict(copied.kinds()) == dict(original.kinds())
    again = importing.import_source(wiki, tmp_path / "vault")
    assert (again.added, again.updated, again.kept) == ([], [], [])


def test_an_article_adds_to_a_page_and_keeps_what_its_author_wrote(wiki: WikiFile, article: Path) -> None:
    mine = PageSource(
        "Lanterns Below 2", "film", {"status": "filming", "runtime": 90, "genre": ["fable"]}, "My words.\n"
    )
    editing.save(wiki, mine, base=None)
    importing.import_source(wiki, article)
    page = sources(wiki)["Lanterns Below 2"]
    assert page.body.startswith("My words.\n")
    assert {name: page.fields[name] for name in mine.fields} == mine.fields
    assert page.fields["cast"] == [
        {"character": "[[Mirelle]]", "performer": "[[Zoë Okonkwo-Hart]]"},
        {"character": "[[The Keeper]]", "performer": "[[Seán O'Dowd]]"},
    ]


def test_the_same_article_again_changes_nothing(wiki: WikiFile, article: Path) -> None:
    first = importing.import_source(wiki, article)
    assert set(first.added) >= {"Lanterns Below 2", "Lanterns Below", "Mirelle", "Noor El-Amin"}
    before = sources(wiki)
    again = importing.import_source(wiki, article)
    assert (again.added, again.updated, again.kept) == ([], [], [])
    assert sources(wiki) == before


def test_who_wants_no_rumours_sees_none_of_an_article(wiki: WikiFile, article: Path) -> None:
    importing.import_source(wiki, article)
    with wiki.reading(Viewer(speculation=False)) as reader:
        kinds = {page.kind for page in reader.pages.all()}
    assert "film" in kinds
    assert "speculation" not in kinds


def test_a_failed_or_stopped_import_changes_nothing(wiki: WikiFile, tmp_path: Path) -> None:
    editing.save(wiki, PageSource("Mine"), base=None)
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.md", "x")
        archive.writestr("b.md", b"\0" * (4 * 1024**2))
    with pytest.raises(SourceError):
        importing.import_source(wiki, bomb, source_format="obsidian")
    vault = tmp_path / "vault"
    vault.mkdir()
    for number in range(5):
        (vault / f"{number}.md").write_text("x", encoding="utf-8")
    stopping = Progress()

    def stop(done: int, _total: int | None, _text: str) -> None:
        if done == 8:
            stopping.cancel.request()

    stopping.report = stop
    with pytest.raises(Cancelled):
        importing.import_source(wiki, vault, progress=stopping)
    assert set(sources(wiki)) == {"Mine"}


def test_a_file_that_is_not_what_its_name_says_is_told_and_stops_nothing(wiki: WikiFile, tmp_path: Path) -> None:
    vault = tmp_path / "vault"
    vault.mkdir()
    (vault / "n.md").write_text("![[no.png]]", encoding="utf-8")
    (vault / "no.png").write_text("no picture", encoding="utf-8")
    report = importing.import_source(wiki, vault).report
    assert set(sources(wiki)) == {"n"}
    assert files(wiki) == {}
    assert (report.attachments, report.files_skipped) == (0, ["no.png"])
    assert [problem.code for problem in report.problems] == ["file-refused"]


def test_a_page_of_another_kind_is_not_mixed_up_with_the_film(wiki: WikiFile, article: Path) -> None:
    ship = PageSource("Lanterns Below", "place no kind knows", {"length": 3}, "A ship.\n")
    editing.save(wiki, ship, base=None)
    outcome = importing.import_source(wiki, article)
    assert sources(wiki)["Lanterns Below"] == ship
    assert outcome.kept == ["Lanterns Below"]
    assert "another-kind" in {problem.code for problem in outcome.report.problems}


def test_an_export_for_a_newcomer_imports_without_what_was_withheld(wiki: WikiFile, tmp_path: Path) -> None:
    editing.save(wiki, PageSource("Dune", "film"), base=None)
    editing.save(wiki, PageSource("Paul", "character", body="He ||kills Jamis||{Dune}.\n"), base=None)
    exporting.export(wiki, tmp_path / "vault", viewer=Viewer(), export_format="markdown")
    assert not any("Jamis" in path.read_text("utf-8") for path in (tmp_path / "vault").rglob("*") if path.is_file())
    with wikis.create_wiki(tmp_path / "copy.fanwiki") as copy:
        importing.import_source(copy, tmp_path / "vault")
        assert sources(copy)["Paul"].body == "He ||…||{Dune}.\n"
