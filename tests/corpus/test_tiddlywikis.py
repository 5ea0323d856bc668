"""TiddlyWikis as others wrote them: exact counts, and how many of their words are still there."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from pathlib import Path

import pytest

from corpus_files import corpus
from fanwiki.domain.viewer import CURATOR
from fanwiki.importers.draft import AttachmentDraft, PageDraft
from fanwiki.importers.files import open_tree
from fanwiki.importers.formats import detect
from fanwiki.importers.run import ImportRun
from fanwiki.importers.tiddlywiki.reading import _in_tree, read
from fanwiki.services import checking, importing, wikis

pytestmark = pytest.mark.corpus


def drafts(path: Path) -> tuple[dict[str, PageDraft], set[str], ImportRun]:
    run = ImportRun()
    found = list(read(path, run))
    pages = {draft.source.title: draft for draft in found if isinstance(draft, PageDraft)}
    return pages, {draft.name for draft in found if isinstance(draft, AttachmentDraft)}, run


@pytest.mark.parametrize(("name", "system"), [("introduction.html", 66), ("introduction-tids", 18)])
def test_the_introduction_is_the_same_from_its_file_and_from_its_folder(name: str, system: int) -> None:
    path = corpus("tiddlywiki") / name
    assert detect(path) == "tiddlywiki"
    pages, files, run = drafts(path)
    report = run.report
    assert (report.pages, report.links, report.embeds, report.attachments) == (20, 27, 5, 3)
    assert files == {"Motovun Jack Big.jpg", "Motovun Jack.svg", "TiddlyWiki.mp3"}
    assert report.unresolved == {"Toolbars": 1}
    assert report.skipped["system tiddlers"] == system
    assert report.unknown_templates.total() == 14
    assert [problem.code for problem in report.problems] == ["no-title"]  # one is called by a space
    assert pages["Transclusion"].source.fields["tags"] == ["This is a tag", "This is another tag"]
    assert pages["FormattingDemoText"].source.body == "The *quick* brown **fox** jumps ~~over~~ the <u>lazy</u> dog\n"
    assert "This is my cat ![[Motovun Jack.svg]] and" in pages["Transclusion"].source.body


def test_the_wiki_of_tiddlywiki_itself_comes_over_whole() -> None:
    pages, files, run = drafts(corpus("tiddlywiki") / "tw5com-tiddlers")
    report = run.report
    assert (report.pages, len(pages), report.attachments, len(files)) == (1713, 1713, 30, 30)
    assert (report.links, report.embeds, report.unresolved.total(), len(report.unresolved)) == (4381, 72, 91, 72)
    assert report.skipped["system tiddlers"] == 313
    assert report.files_missing == {"Tiddler Poster.png": 1, "TiddlyWiki Classic.png": 1, "Caruso - Ave Maria.mp3": 1}
    assert report.unknown_templates["<<.operator-example>>"] == 558
    assert report.unknown_templates.total() == 5914
    assert not report.problems


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W_]+", text.replace("\\", "")))


def test_words_of_the_wiki_are_still_there() -> None:
    """Of 282,477 words 99.5 % are; the others are attributes of HTML, styles and targets of links to the program."""
    path = corpus("tiddlywiki") / "tw5com-tiddlers"
    pages = {draft.path: draft.source.body for draft in drafts(path)[0].values()}
    all_words = lost = 0
    with open_tree(path) as tree:
        for tiddler in _in_tree(tree, lambda *_: None):
            if tiddler.title in pages:
                before, after = words(tiddler.text), words(pages[tiddler.title])
                after |= words(unescape(pages[tiddler.title]))
                all_words += before.total()
                lost += (before - after).total()
    assert all_words == 282_477
    assert lost / all_words < 0.005


def test_the_introduction_becomes_a_wiki_and_again_changes_nothing(tmp_path: Path) -> None:
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        outcome = importing.import_source(wiki, corpus("tiddlywiki") / "introduction.html")
        assert len(outcome.added) == 20
        stats = checking.stats(wiki)
        assert (stats["pages"], stats["attachments"]) == (20, 3)
        again = importing.import_source(wiki, corpus("tiddlywiki") / "introduction.html")
        assert (again.added, again.updated, again.unchanged) == ([], [], 20)
        with wiki.reading(CURATOR) as reader:
            page = reader.pages.find("Tags")
            assert page is not None
            assert page.updated == "2014-10-29T16:31:57Z"
