"""Three-way merge of texts: its laws, and what a reader sees of a conflict."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fanwiki.domain.text_merge import END, MINE, THEIRS, merge_texts

TEXTS = st.lists(st.sampled_from(["a", "b", "c", "", "## H"]), max_size=8).map("\n".join)


@given(TEXTS, TEXTS)
def test_what_one_side_changed_is_taken(base: str, changed: str) -> None:
    assert merge_texts(base, changed, base).text == changed
    assert merge_texts(base, base, changed).text == changed
    assert merge_texts(base, changed, changed).text == changed


@given(TEXTS, TEXTS, TEXTS)
def test_sides_may_be_swapped_where_there_is_no_conflict(base: str, mine: str, theirs: str) -> None:
    one, other = merge_texts(base, mine, theirs), merge_texts(base, theirs, mine)
    assert one.conflicts == other.conflicts
    if not one.conflicts:
        assert one.text == other.text
        assert THEIRS not in one.text


@given(TEXTS, TEXTS, TEXTS)
def test_no_line_of_either_side_is_lost(base: str, mine: str, theirs: str) -> None:
    merged = merge_texts(base, mine, theirs).text.split("\n")
    for side, other in ((mine, theirs), (theirs, mine)):
        for line in set(side.split("\n")) - set(base.split("\n")):
            assert line in merged, (line, other)


def test_changes_in_different_places_are_both_taken() -> None:
    base = "title\n\none\n\ntwo\n"
    merged = merge_texts(base, "title\n\none!\n\ntwo\n", "title\n\none\n\ntwo?\n")
    assert (merged.text, merged.conflicts) == ("title\n\none!\n\ntwo?\n", 0)


def test_a_conflict_keeps_both_between_comments() -> None:
    merged = merge_texts("a\nb\nc\n", "a\nmine\nc\n", "a\ntheirs\nc\n")
    assert merged.text == f"a\n%% {THEIRS} %%\ntheirs\n%% {MINE} %%\nmine\n%% {END} %%\nc\n"
    assert merged.conflicts == 1


def test_text_added_at_the_end_without_a_line_end_is_kept() -> None:
    merged = merge_texts("a", "a\nmine", "a\ntheirs")
    assert merged.conflicts == 1
    assert "mine" in merged.text
    assert "theirs" in merged.text
