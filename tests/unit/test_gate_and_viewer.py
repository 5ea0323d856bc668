"""Gates are sets of films; two gates together ask for both sets."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from fanwiki.domain.gate import EVERYTHING, OPEN, SPECULATION, Gate, union
from fanwiki.domain.title import FORBIDDEN, identity
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer

GATES = st.builds(lambda films: Gate.of(*films), st.lists(st.text("abc D", max_size=4), max_size=4))


def test_gate_names_films_by_identity() -> None:
    assert Gate.of("spy Kids") == Gate.of("Spy_Kids")


def test_empty_titles_gate_nothing() -> None:
    assert Gate.of("", "  ") == OPEN


@given(GATES, GATES, GATES)
def test_joining_gates_is_a_union(a: Gate, b: Gate, c: Gate) -> None:
    assert a | b == b | a
    assert (a | b) | c == a | (b | c) == union([a, b, c])
    assert a | OPEN == a == a | a


def test_names_that_are_no_films_can_never_be_titles_and_are_not_listed() -> None:
    assert all(any(char in FORBIDDEN for char in name) for name in (EVERYTHING, SPECULATION))
    assert Gate(frozenset({EVERYTHING, SPECULATION, "Alien"})).named_films() == ["Alien"]


def test_viewers_remember_films_by_identity() -> None:
    assert Viewer.who_has_seen(["spy kids"]).seen == {identity("Spy kids")}
    assert CURATOR.sees_all
    assert not NEWCOMER.sees_all
    assert not NEWCOMER.seen
