"""Exact counts over real vaults, checked against a count that knows nothing of our scanner."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from corpus_files import corpus
from fanwiki.importers.draft import AttachmentDraft, Draft, PageDraft
from fanwiki.importers.formats import FORMATS, detect
from fanwiki.importers.report import ImportReport
from fanwiki.importers.run import ImportRun

pytestmark = pytest.mark.corpus

WIKILINK = re.compile(r"(!?)\[\[[^\[\]\n]+\]\]")
CODE = re.compile(r"^(`{3,}|~{3,}).*?^\1[`~]*[ \t]*$|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)|%%.*?%%", re.MULTILINE | re.DOTALL)


def read(path: Path) -> tuple[list[Draft], ImportReport]:
    assert detect(path) == "obsidian"
    run = ImportRun()
    return list(FORMATS["obsidian"].read(path, run)), run.report


def pages(drafts: list[Draft]) -> dict[str, PageDraft]:
    return {draft.source.title: draft for draft in drafts if isinstance(draft, PageDraft)}


def counted(path: Path) -> tuple[int, int]:
    """Wikilinks and embeds outside of code and comments, by regular expressions alone."""
    links = embeds = 0
    for note in path.rglob("*.md"):
        for match in WIKILINK.finditer(CODE.sub("", note.read_text(encoding="utf-8"))):
            embeds += bool(match.group(1))
            links += not match.group(1)
    return links, embeds


def test_the_help_vault() -> None:
    path = corpus("obsidian") / "obsidian-help" / "en"
    drafts, report = read(path)
    links, embeds = counted(path)
    assert report.pages == 172
    assert (report.links, report.embeds) == (1519, 285)
    # Four links are written in Markdown's own form; everything else the plain count agrees with.
    assert abs(links + 4 - report.links) <= 12
    assert abs(embeds - report.embeds) <= 4
    assert report.attachments == 131
    assert dict(report.files_missing) == {"obsidian-cli.mp4": 1}
    assert dict(report.unresolved) == {"Example": 6, "Obsidian Headless": 5}
    assert report.files_skipped == ["favicon.ico", "publish.css", "site-options.json"]
    assert {problem.code for problem in report.problems} == {"file-skipped"}
    assert len([draft for draft in drafts if isinstance(draft, AttachmentDraft)]) == 131


def test_aliases_and_other_front_matter_are_kept() -> None:
    drafts, _report = read(corpus("obsidian") / "obsidian-help" / "en")
    found = pages(drafts)
    assert found["Introduction to Bases"].source.fields["aliases"] == ["Bases", "Base"]
    assert sum("aliases" in draft.source.fields for draft in found.values()) == 91  # twelve more stand empty
    assert sum("permalink" in draft.source.fields for draft in found.values()) == 172
    assert found["Bases syntax"].source.fields["publish"] is True


def test_twins_in_two_folders_are_both_kept_and_their_links_led() -> None:
    drafts, _report = read(corpus("obsidian") / "obsidian-help" / "en")
    found = pages(drafts)
    paths = {title: draft.path for title, draft in found.items()}
    assert paths["Templates (Plugins)"] == "Plugins/Templates.md"
    assert paths["Templates"] == "Obsidian Web Clipper/Templates.md"
    assert paths["Security and privacy (Obsidian Sync)"] == "Obsidian Sync/Security and privacy.md"
    assert paths["Security and privacy"] == "Obsidian Publish/Security and privacy.md"
    led = [draft.path for draft in found.values() if "[[Templates (Plugins)" in draft.source.body]
    assert "Editing and formatting/Properties.md" in led
    assert all("[[Plugins/Templates" not in draft.source.body for draft in found.values())


def test_the_sandbox_vault() -> None:
    path = corpus("obsidian") / "obsidian-help" / "Sandbox"
    _drafts, report = read(path)
    assert (report.pages, report.links, report.embeds) == (31, 33, 21)
    assert not report.unresolved
    assert not report.files_missing


def test_a_vault_within_a_folder_is_found_by_its_settings() -> None:
    drafts, report = read(corpus("obsidian") / "vault-jimmy-small")
    found = pages(drafts)
    assert set(found) == {"Sample note", "Second sample note"}
    sample = found["Sample note"]
    assert sample.path == "Sample note.md"
    assert sample.source.fields == {
        "tags": ["frontmatter-tag-obsidian", "another-tag-obsidian"],
        "aliases": ["also called xyz", "Sample note alias"],
    }
    assert [draft.name for draft in drafts if isinstance(draft, AttachmentDraft)] == ["test.png"]
    assert report.files_skipped == ["plaintext.txt"]
    assert (report.links, report.embeds) == (4, 3)
