"""How well the readable text and what is known of a saved page are found, scored against Mozilla's expectations.

The score is written here so that a change that makes it worse is seen. Text: F1 of words against `expected.html`,
mean over the pages. Metadata: the share of pages where the title holds the expected one or is held by it, where the
expected author, site and day are found.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html

from corpus_files import corpus
from fanwiki.errors import SourceError
from fanwiki.importers.article.blocks import Article
from fanwiki.importers.article.drafts import drafts_of
from fanwiki.importers.article.reading import read_article

pytestmark = pytest.mark.corpus

PAGES = 59
TEXT_F1 = 0.947
TITLES, AUTHORS, SITES, DAYS = 0.94, 0.78, 0.96, 1.0


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", text.casefold()))


def f1(found: str, expected: str) -> float:
    left, right = words(found), words(expected)
    shared = (left & right).total()
    return 2 * shared / max(1, left.total() + right.total())


@pytest.fixture(scope="module")
def pages() -> dict[Path, Article]:
    found = {}
    for folder in sorted(path for path in corpus("articles").iterdir() if path.is_dir()):
        try:
            found[folder] = read_article((folder / "source.html").read_bytes(), name="source.html")
        except SourceError:
            found[folder] = Article("", ())
    assert len(found) == PAGES
    return found


def test_the_readable_text(pages: dict[Path, Article]) -> None:
    scores = {}
    for folder, article in pages.items():
        expected = html.fromstring((folder / "expected.html").read_text(encoding="utf-8")).text_content()
        scores[folder.name] = f1("\n".join(block.text for block in article.blocks), expected)
    mean = sum(scores.values()) / len(scores)
    assert mean >= TEXT_F1, sorted(scores.items(), key=lambda entry: entry[1])[:8]


def test_title_author_site_and_day(pages: dict[Path, Article]) -> None:
    hits: dict[str, list[bool]] = {"title": [], "author": [], "site": [], "day": []}
    for folder, article in pages.items():
        known = json.loads((folder / "expected-metadata.json").read_text(encoding="utf-8"))
        if known.get("title"):
            hits["title"].append(_holds(article.title, known["title"]))
        if known.get("byline"):
            hits["author"].append(any(_holds(author, known["byline"]) for author in article.authors))
        if known.get("siteName"):
            hits["site"].append(_holds(article.site, known["siteName"]))
        if known.get("publishedTime") and re.match(r"\d{4}-\d\d-\d\d", known["publishedTime"]):
            hits["day"].append(article.published == known["publishedTime"][:10])
    shares = {name: sum(found) / len(found) for name, found in hits.items()}
    assert shares["title"] >= TITLES, shares
    assert shares["author"] >= AUTHORS, shares
    assert shares["site"] >= SITES, shares
    assert shares["day"] >= DAYS, shares


def test_pages_that_speak_of_no_film_give_just_a_source_page(pages: dict[Path, Article]) -> None:
    for folder, article in pages.items():
        drafts = drafts_of(article)
        assert [draft.source.kind for draft in drafts] == ["source"], folder.name


def _holds(found: str, expected: str) -> bool:
    left, right = " ".join(found.split()).casefold(), " ".join(expected.split()).casefold()
    return bool(left) and (left in right or right in left)
