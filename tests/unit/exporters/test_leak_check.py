"""The check of every export's bytes: it finds what is withheld through markup and escapes, and nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.exporters.leak_check import LeakError, Withheld

PASSAGE = "On the ship they find out that nobody was ever in danger, for the invasion was staged to train them."


def tells(withheld: Withheld, text: str, path: str = "p/a.html") -> bool:
    try:
        withheld.inspect(path, text.encode())
    except LeakError:
        return True
    return False


@pytest.mark.parametrize(
    "text",
    [
        "He is Darth Vader.",
        "DARTH VADER",
        "Darth&#32;Va<b>der</b>",
        "<em>Darth</em> <a href='x'>Vader</a>",
        '<img alt="Darth Vader">',
        '<a href="p/darth-vader-12.html">he</a>',
        '<a href="p/Darth%20Vader.html">he</a>',
        '{"title":"Darth Vader"}',
        "Dárth Vader",
    ],
)
def test_a_name_is_found_however_it_is_written(text: str) -> None:
    assert tells(Withheld(["Darth Vader"]), text)


def test_a_name_is_found_in_the_name_of_a_file_that_is_no_text() -> None:
    assert tells(Withheld(["Darth Vader"]), "", "f/darth-vader.png")
    assert not tells(Withheld(["Darth Vader"]), "Darth Vader", "f/a.png")


@pytest.mark.parametrize("text", ["Darth Maul", "Vader Darth", "Darth Vaders", "https://a.b/Darth%20Vader"])
def test_other_words_are_no_leak(text: str) -> None:
    assert not tells(Withheld(["Darth Vader"]), text)


def test_part_of_a_passage_is_found_with_links_in_it() -> None:
    withheld = Withheld(passages=[PASSAGE])
    assert tells(withheld, "… that <a href='#'>nobody</a> was <b>ever</b> in danger, for the …")
    assert not tells(withheld, "On the ship they are.")


def test_what_is_said_openly_too_is_no_secret() -> None:
    withheld = Withheld(["Leia", "the ship"], [PASSAGE])
    withheld.allow("Princess Leia waits on the ship.")
    assert not tells(withheld, "Leia is on the ship.")
    assert tells(withheld, PASSAGE)


def test_what_is_too_short_to_tell_is_not_looked_for() -> None:
    assert len(Withheld(["Neo", "40", "2021-01-01", "II"], ["so it is"])) == 1


def test_scripts_that_need_no_spaces_are_compared_too() -> None:
    assert tells(Withheld(["宇宙戦艦ヤマト"]), "<p>劇場版宇宙戦艦ヤマト</p>")


@given(st.lists(st.from_regex(r"[a-zß-öø-ÿ]{5,9}", fullmatch=True), min_size=1, max_size=4), st.text(), st.text())
def test_a_name_between_any_texts_is_found(name: list[str], before: str, after: str) -> None:
    bare = str.maketrans(dict.fromkeys("<>&%:", " "))
    text = f"{before.translate(bare)} {' '.join(name)} {after.translate(bare)}"
    assert tells(Withheld([" ".join(name)]), text, "a.txt")


def test_a_phrase_is_found_across_lines_with_and_without_accents() -> None:
    withheld = Withheld(passages=["The élan of Zyxwolf the Elder is gone for good"])
    with pytest.raises(LeakError, match="elan of zyxwolf the elder"):
        withheld.inspect("a.txt", "The élan\nof Zyxwolf\nthe Elder is — alas —\ngone".encode())
