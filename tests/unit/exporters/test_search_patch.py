"""An index that is changed has the bytes of one that is made anew."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bundle_making import MadeBundle, entry
from fanwiki.domain.page import PageId
from fanwiki.exporters.html import PageText, TextPart
from fanwiki.exporters.html import search_shards as shards
from fanwiki.exporters.html.plan import plan
from fanwiki.exporters.html.search_packing import (
    call,
    numbers_of,
    packed_numbers,
    packed_steps,
    packed_terms,
    rising_of,
    terms_of,
    values_of,
)
from fanwiki.exporters.html.search_patch import CannotPatch, IndexPatch, PageChange
from fanwiki.exporters.html.search_scripts import beginning, index_files, new_index, word_chunks
from fanwiki.exporters.html.search_words import page_words

PAGES = 9
WORDS = [f"{first}{second}{number}" for first in "abc" for second in "de" for number in range(20)]
TEXTS = st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join)


def bundle(texts: Mapping[int, str]) -> MadeBundle:
    pages = [entry(number, f"Page {number}") for number in texts]
    return MadeBundle(pages, texts={PageId(n): PageText((TextPart("Part", text),)) for n, text in texts.items()})


def index_of(source: MadeBundle) -> tuple[dict[str, bytes], shards.IndexFigures]:
    """Return the files of a new index, and its figures."""
    bundle_plan = plan(source)
    with new_index(bundle_plan, source) as index:
        for chunk in word_chunks(source, index.pages):
            index.join(chunk)
        return dict(index_files(bundle_plan, index)), index.figures


def change(old: MadeBundle, new: MadeBundle, number: int) -> PageChange:
    page = old.entries[number]
    before, after = (source.texts[page.id] for source in (old, new))
    return PageChange(number, page_words(page, before), page_words(page, after), beginning(after))


@pytest.fixture
def _small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a few words, and words that are common in a handful of pages."""
    for name, value in {"SHARD": 160, "LEAST": 60, "ONE_IN": 4, "COMMON_FROM": 4}.items():
        monkeypatch.setattr(shards, name, value)


@pytest.mark.usefixtures("_small")
@settings(max_examples=150, deadline=None)
@given(
    st.lists(TEXTS, min_size=PAGES, max_size=PAGES),
    st.dictionaries(st.integers(0, PAGES - 1), TEXTS, min_size=1, max_size=3),
)
def test_a_changed_index_has_the_bytes_of_a_new_one(texts: list[str], edits: dict[int, str]) -> None:
    old = bundle(dict(enumerate(texts, start=1)))
    new = bundle({number + 1: edits.get(number, text) for number, text in enumerate(texts)})
    files, figures = index_of(old)
    expected, expected_figures = index_of(new)
    patch = IndexPatch(lambda path: files[path], figures)
    try:
        changed = patch.files([change(old, new, number) for number in edits])
    except CannotPatch:
        common = set(figures.common) - set(expected_figures.common)
        assert common or figures.lead_length != expected_figures.lead_length
        return
    made = {path: data for path, data in {**files, **changed}.items() if data}
    assert made == expected
    assert patch.figures == expected_figures


@pytest.mark.usefixtures("_small")
def test_only_the_files_of_the_words_that_changed_are_written() -> None:
    texts = {number: " ".join(WORDS) for number in range(1, PAGES + 1)}
    files, figures = index_of(bundle(texts))
    new = bundle({**texts, 3: " ".join([*WORDS[1:], "zebra"])})
    changed = IndexPatch(lambda path: files[path], figures).files([change(bundle(texts), new, 2)])
    assert {"s/manifest.js", "d/0.js"} < set(changed)
    assert len(changed) <= 6 < len(files)


def test_an_index_that_does_not_hold_the_old_words_is_refused() -> None:
    old, new = bundle({1: "apple pear", 2: "plum"}), bundle({1: "cherry", 2: "plum"})
    files, figures = index_of(old)
    wrong = change(old, new, 0)
    wrong = replace(wrong, old=replace(wrong.old, text={"melon": 0}))
    with pytest.raises(CannotPatch):
        IndexPatch(lambda path: files[path], figures).files([wrong])


@given(st.lists(st.integers(0, 10**7)))
def test_numbers_are_read_as_they_were_packed(numbers: list[int]) -> None:
    assert numbers_of(packed_numbers(numbers)) == numbers
    rising = sorted(set(numbers))
    assert rising_of(packed_steps(rising)) == rising


@given(st.sets(st.text(st.characters(whitelist_categories=("L", "N")), min_size=1), min_size=1))
def test_terms_are_read_as_they_were_packed(terms: set[str]) -> None:
    assert terms_of(packed_terms(sorted(terms))) == sorted(terms)
    assert values_of(call("s/t0", sorted(terms), "</script>").encode()) == ["s/t0", sorted(terms), "</script>"]
