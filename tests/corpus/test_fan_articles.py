"""267 real articles of a series' fan wiki: none is about a film, and no rule stumbles over them."""

from __future__ import annotations

import pytest

from corpus_files import corpus
from fanwiki.importers.draft import PageDraft
from fanwiki.importers.formats import FORMATS, detect
from fanwiki.importers.run import ImportRun

pytestmark = pytest.mark.corpus


def test_articles_of_a_series_give_source_pages_only() -> None:
    path = corpus("articles") / "money-heist-articles.jsonl"
    assert detect(path) == "article"
    run = ImportRun()
    drafts = [draft for draft in FORMATS["article"].read(path, run) if isinstance(draft, PageDraft)]
    assert run.report.pages == len(drafts) == 267
    assert run.report.by_kind == {"source": 267}
    assert {"Úrsula Corberó", "Bella Ciao", "Episode 1 (Part 1)"} <= {draft.source.title for draft in drafts}
    assert not run.report.problems
