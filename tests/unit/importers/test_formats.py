"""Which format a file looks like, what reports and mappings look like, and how bytes become text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from vault_making import make_folder, make_zip

from fanwiki.domain.title import lookup_key
from fanwiki.errors import SourceError
from fanwiki.importers.article.reading import read
from fanwiki.importers.attaching import attachment_name, free_name
from fanwiki.importers.decoding import decode
from fanwiki.importers.draft import PageDraft
from fanwiki.importers.formats import FORMATS, detect
from fanwiki.importers.mapping import TemplateMapping, mappings_from_json, mappings_to_json
from fanwiki.importers.report import ImportReport
from fanwiki.importers.run import ImportRun
from fanwiki.store.media import attachment_name as store_name


def test_formats_are_told_by_names_and_first_bytes(tmp_path: Path) -> None:
    make_folder(tmp_path, {"v/a.md": "x", "a.txt": "x", "a.HTML": "x", "a.jsonl": "{}", "n.md": "x", "e/a.png": "x"})
    make_zip(tmp_path / "v.zip", {"a.md": "x"})
    make_zip(tmp_path / "odd.dat", {"a.md": "x"})
    assert [detect(tmp_path / name) for name in ("v", "v.zip", "odd.dat", "n.md")] == ["obsidian"] * 4
    assert [detect(tmp_path / name) for name in ("a.txt", "a.HTML", "a.jsonl")] == ["article"] * 3
    for name in ("e", "e/a.png", "nowhere"):
        with pytest.raises(SourceError):
            detect(tmp_path / name)


def test_a_folder_of_articles_is_read_when_it_is_named(tmp_path: Path) -> None:
    make_folder(
        tmp_path, {"a/one.txt": "One headline\n\nText.\n", "two.html": "<p>Second text of a page.</p>", "bad.html": ""}
    )
    run = ImportRun()
    drafts = list(read(tmp_path, run))
    assert sorted(draft.source.title for draft in drafts) == ["One headline", "two"]
    assert [problem.title for problem in run.report.problems] == ["bad.html"]


@pytest.mark.parametrize("content", ["", "   \n", '{"title": "x"}\n', "nonsense\n", "[" * 100_000 + "\n"])
def test_an_article_without_text_is_told(tmp_path: Path, content: str) -> None:
    path = tmp_path / ("a.jsonl" if content.strip() else "a.txt")
    path.write_text(content, encoding="utf-8")
    with pytest.raises(SourceError):
        list(read(path, ImportRun()))


def test_articles_in_json_lines(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"title": "One", "text": "Text.", "url": "https://x.example"}\n\n{"text": "Two\\n\\nText."}\n', "utf-8"
    )
    drafts = [draft for draft in read(path, ImportRun()) if isinstance(draft, PageDraft)]
    assert [(draft.source.title, draft.source.fields) for draft in drafts] == [
        ("One", {"url": "https://x.example"}),
        ("Two", {}),
    ]
    assert drafts[1].path == "a.jsonl:3"


def test_a_web_page_is_one_whatever_it_is_called(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("<!DOCTYPE html><title>Head</title><p>Some text of a page.</p>", "utf-8")
    (draft,) = read(tmp_path / "page.txt", ImportRun())
    assert draft.source.title == "Head"
    assert draft.source.body == "Some text of a page.\n"


def test_the_report_has_its_keys() -> None:
    report = ImportReport(pages=3, redirects=1, links=9)
    report.unresolved.update(["b", "a", "b"])
    report.unknown_templates["Odd"] += 1
    report.files_missing["x.png"] += 2
    report.problem("Page", "code", "Text.")
    shown = report.as_json()
    assert list(shown)[:7] == [
        "pages",
        "redirects",
        "links",
        "unresolved_links",
        "templates",
        "files_missing",
        "problems",
    ]
    assert shown["unresolved_links"] == 3
    assert shown["unresolved"] == {"a": 1, "b": 2}
    assert shown["templates"] == {"known": {}, "unknown": {"Odd": 1}}
    assert shown["files_missing"] == ["x.png"]
    assert shown["problems"] == [{"title": "Page", "code": "code", "text": "Text."}]


def test_mappings_survive_the_wiki_that_keeps_them() -> None:
    mappings = {"infobox film": TemplateMapping("film", {"starring": "cast.performer"})}
    assert mappings_from_json(mappings_to_json(mappings)) == mappings
    assert mappings_from_json({"Infobox_Film ": {"kind": "film", "fields": {"Starring": "x"}}}) == {
        "infobox film": TemplateMapping("film", {"starring": "x"})
    }
    for broken in ([], {"a": 1}, {"a": {"kind": 1}}, {"a": {"kind": "x", "fields": []}}):
        with pytest.raises(SourceError):
            mappings_from_json(broken)


@given(st.binary(max_size=200))
def test_any_bytes_become_text(data: bytes) -> None:
    assert isinstance(decode(data).text, str)


@given(st.text(st.characters(exclude_categories=("Cs",)), max_size=50))
def test_utf_8_is_read_as_it_is(text: str) -> None:
    if "\0" not in text:
        assert decode(text.encode()).text == text.removeprefix("\ufeff")


@given(st.text(max_size=300))
def test_names_of_attachments_suit_the_wiki(text: str) -> None:
    name = attachment_name(text + ".png")
    assert store_name(name) == name
    assert len(name.encode()) <= 255


@given(st.lists(st.sampled_from(["a.png", "A.png", "a (x).png", "á.png", "b", "x" * 255]), max_size=8))
def test_names_of_attachments_differ_for_the_wiki(names: list[str]) -> None:
    taken: set[str] = set()
    found = [free_name(attachment_name(name), "x", taken) for name in names]
    assert len({lookup_key(name) for name in found}) == len(found)
    assert all(store_name(name) == name for name in found)


def test_an_archive_that_is_refused_is_told_why_and_not_taken_for_something_else(tmp_path: Path) -> None:
    path = tmp_path / "cut.zip"
    path.write_bytes(b"PK\x03\x04" + b"\0" * 40)
    assert detect(path) == "obsidian"
    with pytest.raises(SourceError, match=r"cut\.zip"):
        list(FORMATS["obsidian"].read(path, ImportRun()))
