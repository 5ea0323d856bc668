"""How far words are from each other when one is misspelt."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fanwiki.store.search_spelling import Typed, allowed_distance, leave_out

WORDS = st.text(alphabet="abcd", min_size=1, max_size=10)


def edits(typed: str, other: str) -> list[int]:
    """Return the letters to add, drop or change to get from the typed word to each beginning of the other."""
    row = list(range(len(other) + 1))
    for index, letter in enumerate(typed):
        above, row = row, [index + 1]
        for column, wanted in enumerate(other):
            row.append(min(above[column] + (letter != wanted), above[column + 1] + 1, row[column] + 1))
    return row


@given(WORDS, WORDS)
def test_mistakes_are_counted_as_by_the_book(typed: str, other: str) -> None:
    most = allowed_distance(len(typed)) + 1
    counted = Typed(typed, begins=False).mistakes(other)
    if counted is not None:
        assert counted == edits(typed, other)[-1] <= most
    begun = Typed(typed, begins=True).mistakes(other)
    if begun is not None:
        assert begun == min(edits(typed, other[: len(typed) + most - 1])) <= most


@given(WORDS, WORDS)
def test_no_word_within_the_allowed_mistakes_is_refused(typed: str, other: str) -> None:
    if edits(typed, other)[-1] <= allowed_distance(len(typed)):
        assert Typed(typed, begins=False).mistakes(other) is not None


@given(st.text(alphabet="abcdef", min_size=5, max_size=9), st.data())
def test_words_with_two_mistakes_at_the_beginning_meet(word: str, data: st.DataObject) -> None:
    letters = list(word)
    for _ in range(2):
        letters[data.draw(st.integers(0, 4))] = data.draw(st.sampled_from("xyz"))
    assert leave_out(word[:6]) & leave_out("".join(letters)[:6])


def distance(typed: str, other: str, *, begins: bool = False) -> float:
    found = Typed(typed, begins=begins).distance(other)
    assert found is not None
    return found


def test_what_sounds_alike_is_nearer_than_what_does_not() -> None:
    assert distance("caren", "karen") < distance("maren", "karen")
    assert distance("philip", "phillip") < distance("philip", "philtip")
    assert distance("teh", "the") < 1
    assert Typed("tuh", begins=False).distance("the") is None  # two of three letters are too many


def test_a_wrong_first_letter_is_farther_than_a_wrong_last() -> None:
    assert distance("xolland", "holland") > distance("hollanx", "holland")


def test_letters_that_are_still_to_come_cost_next_to_nothing() -> None:
    assert distance("schwarze", "schwarzenegger", begins=True) < 0.2
    assert Typed("schwarze", begins=False).mistakes("schwarzenegger") is None


def test_short_words_must_be_right() -> None:
    assert [allowed_distance(length) for length in (1, 2, 3, 5, 6, 8, 9, 14)] == [0, 0, 1, 1, 2, 2, 3, 3]
