"""Articles that nobody wrote to be read: any text gives drafts that can be saved, in little time."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from article_making import check_evidence
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus_files import corpus
from fanwiki.errors import SourceError
from fanwiki.importers.article.drafts import drafts_of
from fanwiki.importers.article.reading import read_article
from watchdog import must_end

HEAD = (
    "Everything about Red Harbour 2\n\n" + "The film Red Harbour 2 is a sequel to the movie Red Harbour. " * 3 + "\n\n"
)
WORDS = st.sampled_from(
    [
        *("Red Harbour 2 film movie sequel the as plays played by may might could directed written Ann Lee".split()),
        *("O'Brien said Cast released on May 5, 2026 Director: rumoured confirmed cancelled he She it’s".split()),
        *(", . : – “ ” ’ ( ) [ ] | # * _ • - ... ? ! {x} \u202e é 七".split()),
        *("\n", "\n\n", "\t", " "),
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(WORDS, max_size=60))
def test_any_article_gives_drafts_that_can_be_saved(words: list[str]) -> None:
    text = HEAD + " ".join(words)
    check_evidence(drafts_of(read_article(text.encode(), name="a.txt")), text)


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.sampled_from(["a.txt", "a.html"]))
def test_any_bytes_are_read_or_refused_in_words(data: bytes, name: str) -> None:
    with suppress(SourceError):
        assert drafts_of(read_article(data, name=name))[0].source.kind == "source"


@pytest.mark.parametrize(
    "text",
    [
        "A" * 118_000,
        "Aa " * 40_000,
        ("Aa Bb as Cc Dd " * 90 + ". ") * 40,
        '"Aa ' * 35_000,
        "Aa (Bb " * 18_000,
        "directed and " * 10_000 + "by X",
        ("will be " * 180 + ". ") * 70,
        " ".join(f"Red Harbour may return {number}." for number in range(1500)),
        "\n".join(f"- Aa Bb{number} as Cc{number}" for number in range(1500)),
        "\n\n".join(f"Heading Number {number}" for number in range(3000)),
    ],
    ids=["letters", "names", "as", "quotes", "brackets", "crafts", "will", "claims", "cast", "headings"],
)
def test_no_text_takes_long(text: str) -> None:
    with must_end():
        drafts_of(read_article((HEAD + text).encode(), name="a.txt"))


@pytest.mark.parametrize(
    "page",
    [
        "<div>" * 20_000 + "x",
        "<p><b><i>" * 10_000 + "film",
        "<table><tr><td>" * 2_000 + "film",
        "<ul><li>" * 3_000 + "film",
        "",
    ],
    ids=["div", "inline", "table", "list", "empty"],
)
def test_no_page_takes_long(page: str) -> None:
    with must_end(), suppress(SourceError):
        drafts_of(read_article(("<html><body>" + page).encode(), name="a.html"))


@pytest.mark.corpus
def test_naughty_strings_as_articles_and_in_them() -> None:
    for text in json.loads((corpus("suites/blns") / "blns.json").read_text("utf-8")):
        for content in (f"Headline\n\n{text}\n", f"{text}\n\n{HEAD}{text}\n\nCast\n\n- {text} as {text}\n"):
            check_evidence(drafts_of(read_article(content.encode("utf-8", "replace"), name="a.txt")), content)
