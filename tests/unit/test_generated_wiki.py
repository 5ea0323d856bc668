"""The wikis that benchmarks run on: the same every time, and shaped as large fan wikis are."""

from __future__ import annotations

import re
import statistics
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "benchmarks"))

import generate
from fanwiki.domain.kind import read_kind
from fanwiki.markup.derive import derive
from fanwiki.markup.frontmatter import read_markdown, write_markdown
from fanwiki.paths import resources


def test_a_wiki_is_made_the_same_again() -> None:
    first, second = generate.plan(40), generate.plan(40)
    assert list(generate.pages(first)) == list(generate.pages(second))
    assert list(generate.pages(generate.plan(40, seed=2))) != list(generate.pages(first))


def test_a_page_does_not_depend_on_which_were_made_before() -> None:
    made = generate.plan(40)
    assert generate.page(made, 30) == list(generate.pages(made))[30]


def test_pages_have_the_length_and_links_of_fan_wikis() -> None:
    pages = list(generate.pages(generate.plan(300)))
    assert 330 < statistics.median(len(page.body.split()) for page in pages) < 480
    assert 9 < statistics.median(page.body.count("[[") for page in pages) < 16
    assert len({page.title.casefold() for page in pages}) == 300
    assert {page.kind for page in pages} == {name for name, _ in generate.KINDS}


def test_a_few_words_are_used_most_and_most_words_hardly() -> None:
    counts: dict[str, int] = {}
    for page in generate.pages(generate.plan(100)):
        for word in re.findall(r"\w+", page.body.lower()):
            counts[word] = counts.get(word, 0) + 1
    ordered = sorted(counts.values(), reverse=True)
    assert sum(ordered[:100]) > 0.35 * sum(ordered)
    assert sum(1 for count in ordered if count == 1) > 0.3 * len(ordered)


def test_pages_are_valid_sources_with_gates_and_facts() -> None:
    kinds = {path.stem: read_kind(path.read_text("utf-8")) for path in (resources() / "kinds").glob("*.toml")}
    gated = problems = 0
    for page in generate.pages(generate.plan(200)):
        assert read_markdown(write_markdown(page)) == (page, ())
        document = derive(page, kinds[page.kind])
        problems += len(document.problems)
        gated += any(not gate.is_open for gate in document.gates())
    assert problems == 0
    assert 10 < gated < 80
