"""Words: one specification, which the bundle's own search runs against the same file."""

from __future__ import annotations

import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.domain.words import (
    fold,
    fold_exceptions,
    index_text,
    joined,
    other_spellings,
    query_words,
    stem_forms,
    words,
)

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("words.json").read_text("utf-8"))["cases"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:30])
def test_the_shared_cases_hold(case: dict[str, Any]) -> None:
    assert words(case["text"]) == case["words"]
    assert [word.text for word in query_words(case["text"])] == case["query"]


def test_accents_case_and_invisible_marks_do_not_count() -> None:
    assert words("ÉOWYN") == words("éowyn") == words("e\u0301o\u200bw\u00adyn") == ["eowyn"]
    assert words("Straße") == words("STRASSE")
    assert words("ΣΊΣΥΦΟΣ") == words("σίσυφος")


def test_any_substring_of_an_unspaced_script_is_found_as_a_phrase() -> None:
    text = "劇場版宇宙戦艦ヤマト"
    indexed = words(text)
    for start in range(len(text)):
        for end in range(start + 2, len(text) + 1):
            wanted = [word.text for word in query_words(text[start:end])]
            places = range(len(indexed) - len(wanted) + 1)
            assert any(indexed[place : place + len(wanted)] == wanted for place in places), text[start:end]
    for char in text:
        (wanted_word,) = query_words(char)
        assert wanted_word.begins
        assert any(word.startswith(wanted_word.text) for word in indexed)


def test_names_are_found_without_their_hyphens_and_spaces() -> None:
    assert "spiderman" in joined("Spider-Man: No Way Home")
    assert joined("The Shawshank Redemption") == ["shawshankredemption"]
    assert joined("O'Neill") == ["oneill"]
    assert joined("Neo") == []


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("heroes", "hero"),
        ("hero", "heroes"),
        ("cities", "city"),
        ("city", "cities"),
        ("running", "run"),
        ("stop", "stopped"),
        ("making", "make"),
        ("make", "making"),
        ("loved", "love"),
        ("witches", "witch"),
        ("kiss", "kisses"),
    ],
)
def test_a_word_stands_for_its_other_english_forms(typed: str, same: str) -> None:
    assert same in stem_forms(typed)
    assert stem_forms(typed)[0] == typed


def test_words_that_only_look_like_forms_stay_alone() -> None:
    assert "bu" not in stem_forms("bus")
    assert stem_forms("neo") == ("neo",)
    assert "th" not in stem_forms("thing")


def test_numbers_and_titles_of_honour_have_other_spellings() -> None:
    assert other_spellings("2") == ("ii", "two")
    assert other_spellings("mister") == ("mr",)
    assert other_spellings("neo") == ()


@given(st.text())
def test_folding_is_stable(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_words_hold_letters_numbers_and_marks_only(text: str) -> None:
    for word in words(text):
        assert word
        assert all(unicodedata.category(char)[0] in "LNM" for char in word)


@given(st.text())
def test_the_text_for_the_index_has_the_same_words(text: str) -> None:
    assert words(index_text(text)) == words(text) or not text.isascii()


@given(st.text())
def test_a_word_of_a_query_is_a_word_of_the_text(text: str) -> None:
    indexed = words(text)
    for word in query_words(text):
        assert word.text in indexed or any(found.startswith(word.text) for found in indexed)


def test_the_table_for_javascript_repeats_case_folding() -> None:
    table = fold_exceptions()
    for text in ("Straße", "ΣΑΣ", "ſ", "ŉ", "ﬁ", "ᾳ", "Ꭰ"):
        by_table = "".join(table.get(char, char) for char in text.lower())
        assert by_table == text.casefold(), text
