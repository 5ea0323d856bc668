"""File names that every file system takes, and that none takes for another's."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.exporters.note_names import FileNames, safe_stem


@pytest.mark.parametrize(
    ("title", "stem"),
    [
        ("We Can Be Heroes", "We Can Be Heroes"),
        ("Spider-Man: No Way Home", "Spider-Man - No Way Home"),
        ("AC/DC", "AC-DC"),
        ("What If…?", "What If…-"),
        ("CON", "_CON"),
        ("con.Air", "_con.Air"),
        ("nul", "_nul"),
        ("COM1", "_COM1"),
        ("Concert", "Concert"),
        ("Vol. 2...", "Vol. 2"),
        (".hidden", "_.hidden"),
        ("~temp", "_~temp"),
        ("...", "_"),
        ("a\u202eb\u200fc", "abc"),
        ("50%% off", "50- off"),
        ("Amélie", "Amélie"),
        ("七人の侍", "七人の侍"),
        ("😀", "😀"),
    ],
)
def test_a_title_as_a_file_name(title: str, stem: str) -> None:
    assert safe_stem(title, reserve=3) == stem


def test_case_only_and_composed_twins_get_numbers() -> None:
    names = FileNames()
    twins = ["Abacus", "AbacuS", "ABACUS", unicodedata.normalize("NFC", "é"), unicodedata.normalize("NFD", "é"), "É"]
    assert [names.name(title, ".md") for title in twins] == [
        "Abacus.md",
        "AbacuS (2).md",
        "ABACUS (3).md",
        "é.md",
        "é (2).md",
        "É (3).md",
    ]


def test_long_names_are_cut_between_letters() -> None:
    assert len(safe_stem("ü" * 200, reserve=3).encode()) == 250
    accented = "e\u0323\u0302" * 100  # composes only in part
    cut = safe_stem(accented, reserve=3)
    assert unicodedata.normalize("NFC", accented).startswith(cut)
    assert not unicodedata.combining(unicodedata.normalize("NFC", accented)[len(cut)])


@given(st.lists(st.text(max_size=300), max_size=20))
def test_any_titles_get_different_safe_names(titles: list[str]) -> None:
    names = FileNames()
    found = [names.name(title, ".md") for title in titles]
    folded = {unicodedata.normalize("NFD", name.casefold()) for name in found}
    assert len(folded) == len(found)
    for name in found:
        assert name.endswith(".md")
        assert len(name.encode("utf-8")) <= 255
        assert not set(name) & set('<>:"/\\|?*#^[]')
        assert not any(unicodedata.category(char) in ("Cc", "Cf", "Cs") for char in name)
        stem = name.removesuffix(".md")
        assert stem == stem.strip(" ").rstrip(".")
        assert not stem.startswith(".")
        assert stem.split(".")[0].strip().casefold() not in ("con", "prn", "aux", "nul", "com1", "lpt9")
