"""Titles: told apart as written, found however they are typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.domain.title import FORBIDDEN, MAX_BYTES, clean_title, identity, lookup_key, possible_title
from fanwiki.errors import TitleError


def test_title_is_composed_and_its_spaces_folded() -> None:
    assert clean_title("  Ame\u0301lie \t\n Poulain ") == "Amélie Poulain"


@pytest.mark.parametrize("title", ["", " ", "\u200b", "\u202e\u200f"])
def test_title_without_a_visible_character_is_refused(title: str) -> None:
    with pytest.raises(TitleError, match="needs a title"):
        clean_title(title)


@pytest.mark.parametrize("char", FORBIDDEN)
def test_characters_that_links_cannot_carry_are_refused_by_name(char: str) -> None:
    with pytest.raises(TitleError) as caught:
        clean_title(f"A{char}B")
    assert char in str(caught.value)


@pytest.mark.parametrize("char", ["\x00", "\x1b", "\x7f", "\ud800"])
def test_control_characters_are_refused(char: str) -> None:
    with pytest.raises((TitleError, UnicodeEncodeError)) as caught:
        clean_title(f"A{char}B")
    assert isinstance(caught.value, TitleError)


def test_255_bytes_are_a_title_and_256_are_not() -> None:
    assert clean_title("x" * MAX_BYTES)
    assert clean_title("漢" * 85)
    with pytest.raises(TitleError, match="256 bytes"):
        clean_title("x" * (MAX_BYTES + 1))


def test_case_counts_after_the_first_letter_only() -> None:
    assert identity("abacus") == identity("Abacus")
    assert identity("Abacus") != identity("AbacuS")


def test_underscores_are_spaces_as_in_mediawiki() -> None:
    assert identity("Wild_Card") == identity("Wild Card")


def test_a_letter_whose_upper_case_is_two_letters_stays() -> None:
    assert identity("ßeta") == "ßeta"


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("CAFE", "Café"),
        ("strasse", "Straße"),
        ("σισυφοσ", "Σίσυφος"),
        ("a\u200bb", "AB"),
        ("ＷＨＥＥＬＳ", "Wheels"),
        ("wild   card", "Wild Card"),
        ("\u202eabc", "abc"),
        ("İstanbul", "istanbul"),
    ],
)
def test_key_ignores_case_accents_width_and_invisible_marks(typed: str, title: str) -> None:
    assert lookup_key(typed) == lookup_key(title)


@given(st.text(max_size=300))
def test_every_text_has_a_possible_title_that_is_a_title(text: str) -> None:
    title = possible_title(text)
    assert clean_title(title) == title


@given(st.text(max_size=120))
def test_forms_are_stable(text: str) -> None:
    assert identity(identity(text)) == identity(text)
    assert lookup_key(lookup_key(text)) == lookup_key(text)
    assert identity(unicodedata.normalize("NFD", text)) == identity(text)
