"""Letters of lists: every script, in the order of look-up keys."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.domain.initials import MOST, initial_of, initials
from fanwiki.domain.title import lookup_key


@pytest.mark.parametrize(
    ("title", "label"),
    [
        ("alien", "A"),
        ("Œuvre", "Œ"),
        ("Éowyn", "E"),
        ("Straße", "S"),
        ("9 to 5", "0–9"),
        ("“Weird Al”", "#"),
        ("$9.99", "#"),
        ("Ёлки", "Е"),
        ("Ωmega", "Ω"),
        ("홍길동", "ㅎ"),
        ("까치", "ㄱ"),
        ("がんばれ", "か"),
        ("ゃ", "や"),
        ("ん", "わ"),
        ("ゴジラ", "カ"),
        ("ワ", "ワ"),
        ("東京", "東"),
        ("שלום", "ש"),
        ("हनुमान", "ह"),
    ],
)
def test_a_title_stands_under_the_letter_that_readers_of_its_script_look_for(title: str, label: str) -> None:
    assert initial_of(lookup_key(title)) == label


def _firsts(titles: list[str]) -> list[tuple[str, int]]:
    keys = sorted(map(lookup_key, titles))
    return [(key[:1], place) for place, key in enumerate(keys) if not place or keys[place - 1][:1] != key[:1]]


def test_signs_behind_the_letters_stand_for_themselves() -> None:
    titles = ["'Tis", "007", "Alien", "“Weird Al”", "김", "가", "까", "나"]
    assert [(one.label, one.first) for one in initials(_firsts(titles), len(titles))] == [
        *(("#", 0), ("0–9", 1), ("A", 2), ("“", 3)),
        *(("ㄱ", 4), ("ㄴ", 7)),
    ]


def test_thousands_of_characters_become_ranges_and_letters_stay() -> None:
    titles = [*"abcde", *(chr(0x4E00 + number) for number in range(2000))]
    found = initials(_firsts(titles), len(titles))
    assert [one.label for one in found[:5]] == list("ABCDE")
    assert 20 < len(found) <= MOST + 5
    assert found[5].label.startswith("一–")
    sizes = [after.first - one.first for one, after in pairwise(found[5:])]
    assert max(sizes) <= 2 * min(sizes)


@given(st.lists(st.text(min_size=1, max_size=3), max_size=200))
def test_initials_divide_any_list_without_gaps(titles: list[str]) -> None:
    keys = [key for key in map(lookup_key, titles) if key]
    found = initials(_firsts(keys), len(keys))
    places = [one.first for one in found]
    assert places == sorted(set(places))
    assert (places[:1] == [0]) == bool(keys)
    assert all(one.label for one in found)
