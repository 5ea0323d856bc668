"""Merging two versions of a page: laws that hold for all pages, and what goes where both changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.page_merge import MOST_LINES, Choice, merge_pages

values: st.SearchStrategy[Value] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=4),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=5,
)
pages = st.builds(
    PageSource,
    st.just("P"),
    st.sampled_from(["article", "film"]),
    st.dictionaries(st.sampled_from(["a", "b", "c"]), values, max_size=3),
    st.lists(st.sampled_from(["x\n", "y\n", "z\n", "\n"]), max_size=6).map("".join),
)
choices = st.sampled_from(list(Choice))


@given(base=pages, other=pages, choice=choices)
def test_what_one_side_changed_is_taken(base: PageSource, other: PageSource, choice: Choice) -> None:
    for mine, theirs in ((base, other), (other, base), (other, other)):
        merged = merge_pages(base, mine, theirs, choice)
        assert merged.source == other
        assert merged.conflicts == ()


@given(base=pages, mine=pages, theirs=pages)
def test_keeping_and_taking_are_mirrors(base: PageSource, mine: PageSource, theirs: PageSource) -> None:
    kept = merge_pages(base, mine, theirs, Choice.KEEP)
    taken = merge_pages(base, theirs, mine, Choice.THEIRS)
    assert (kept.source.kind, kept.source.body) == (taken.source.kind, taken.source.body)
    assert set(kept.conflicts) == set(taken.conflicts)


@given(base=pages, mine=pages, theirs=pages, choice=choices)
def test_merging_the_same_again_changes_nothing(
    base: PageSource, mine: PageSource, theirs: PageSource, choice: Choice
) -> None:
    merged = merge_pages(base, mine, theirs, choice)
    assert merge_pages(theirs, merged.source, theirs, choice).source == merged.source


BASE = PageSource("P", "film", {"runtime": 90, "cast": ["A", "B"]}, "one\ntwo\nthree\n")
MINE = PageSource("P", "film", {"runtime": 91, "cast": ["A", "B", "mine"], "studio": "S"}, "one\nTWO\nthree\n")
THEIRS = PageSource("P", "film", {"runtime": 92, "cast": ["A", "theirs"]}, "one\n2\nthree\nfour\n")


@pytest.mark.parametrize(
    ("choice", "runtime", "cast", "body"),
    [
        (Choice.KEEP, 91, ["A", "B", "mine"], "one\nTWO\nthree\nfour\n"),
        (Choice.THEIRS, 92, ["A", "theirs"], "one\n2\nthree\nfour\n"),
        (Choice.BOTH, 91, ["A", "B", "mine", "theirs"], "one\nTWO\nthree\nfour\n"),
    ],
)
def test_where_both_changed_the_choice_decides(choice: Choice, runtime: int, cast: list[str], body: str) -> None:
    merged = merge_pages(BASE, MINE, THEIRS, choice)
    assert merged.source == PageSource("P", "film", {"runtime": runtime, "cast": cast, "studio": "S"}, body)
    assert set(merged.conflicts) == {"runtime", "cast", "text"}


def test_items_that_both_add_to_a_list_are_no_conflict() -> None:
    lists = (["A"], ["A", "B", "D"], ["A", "C", "D"])
    base, mine, theirs = (PageSource("P", fields={"cast": [*items]}) for items in lists)
    merged = merge_pages(base, mine, theirs, Choice.KEEP)
    assert (merged.source.fields["cast"], merged.conflicts) == (["A", "B", "D", "C"], ())


def test_a_field_that_one_side_removed_goes_and_one_that_both_touched_is_a_conflict() -> None:
    base, mine = PageSource("P", fields={"a": 1, "b": 1}), PageSource("P", fields={"a": 1})
    assert merge_pages(base, mine, base, Choice.KEEP).source.fields == {"a": 1}
    merged = merge_pages(base, mine, PageSource("P", fields={"a": 1, "b": 2}), Choice.THEIRS)
    assert (merged.source.fields, merged.conflicts) == ({"a": 1, "b": 2}, ("b",))


@pytest.mark.parametrize(("choice", "title"), [(Choice.KEEP, "MINE"), (Choice.THEIRS, "THEIRS")])
def test_without_a_common_base_the_choice_decides_the_whole_page(choice: Choice, title: str) -> None:
    merged = merge_pages(None, MINE, THEIRS, choice)
    assert merged.source == {"MINE": MINE, "THEIRS": THEIRS}[title]
    assert set(merged.conflicts) == {"runtime", "cast", "studio", "text"}


def test_without_a_common_base_both_keeps_the_text_and_adds_what_lists_lack() -> None:
    merged = merge_pages(None, MINE, THEIRS, Choice.BOTH).source
    assert merged.body == MINE.body
    assert merged.fields == {"runtime": 91, "cast": ["A", "B", "mine", "theirs"], "studio": "S"}


def test_very_long_texts_are_not_compared_line_by_line() -> None:
    base, mine, theirs = ("".join(f"{word} {line}\n" for line in range(MOST_LINES + 1)) for word in "abc")
    merged = merge_pages(*(PageSource("P", body=text) for text in (base, mine, theirs)), choice=Choice.THEIRS)
    assert (merged.source.body, merged.conflicts) == (theirs, ("text",))
