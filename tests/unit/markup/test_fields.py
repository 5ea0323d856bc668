from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanwiki.domain.gate import EVERYTHING, OPEN, Gate
from fanwiki.domain.kind import Kind, read_kind
from fanwiki.domain.page import PageSource, Value
from fanwiki.markup.fields import FieldValue, read_fields

KIND = read_kind(
    """
name = "thing"
label = "Thing"
plural = "Things"
fields = [
  { name = "text", label = "Text" },
  { name = "texts", label = "Texts", many = true },
  { name = "long", label = "Long", type = "longtext" },
  { name = "number", label = "Number", type = "number" },
  { name = "date", label = "Date", type = "date" },
  { name = "link", label = "Link", type = "link" },
  { name = "links", label = "Links", type = "link", many = true },
  { name = "url", label = "Address", type = "url" },
  { name = "status", label = "Status", type = "enum", options = ["open", "in development"] },
  { name = "yes", label = "Yes", type = "boolean" },
  { name = "image", label = "Image", type = "image" },
  { name = "cast", label = "Cast", type = "record", many = true, fields = [
    { name = "character", label = "Character", type = "link" },
    { name = "billing", label = "Billing", type = "number" },
  ] },
]
"""
)


def read(name: str, value: Value, kind: Kind = KIND) -> tuple[FieldValue, ...]:
    return read_fields(PageSource("Page", "thing", {name: value}), kind)


def one(name: str, value: Value) -> FieldValue:
    (found,) = read(name, value)
    return found


def codes(value: FieldValue) -> list[str]:
    return [problem.code for problem in value.problems]


def test_each_type_is_read_as_what_it_is() -> None:
    assert one("text", "some *fine* text").text == "some fine text"
    assert one("text", 300).number == 300.0
    assert one("number", 97).number == 97.0
    assert one("number", "1,234.5").number == 1234.5
    date = one("date", "Fall 2026").date
    assert date is not None
    assert (date.text, date.earliest) == ("Fall 2026", "2026-09-01")
    assert one("date", 1999).text == "1999"
    assert one("link", "[[Robert Rodriguez|Robert]]").target == "Robert Rodriguez"
    assert one("link", "[[Robert Rodriguez|Robert]]").text == "Robert"
    assert one("url", "https://example.org/a_b_c").text == "https://example.org/a_b_c"
    assert one("status", "In Development").text == "in development"
    assert (one("yes", True).number, one("yes", "no").number) == (1.0, 0.0)
    for written in ("poster.png", "[[poster.png]]", "![[poster.png|100]]"):
        (link,) = one("image", written).links
        assert (link.target, link.embed) == ("poster.png", True)
    assert not any(codes(one(name, value)) for name, value in (("date", "TBA"), ("text", "x"), ("yes", False)))


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("date", "someday", "wrong-date"),
        ("date", "2020-02-30", "wrong-date"),
        ("number", "ninety", "wrong-number"),
        ("number", True, "wrong-number"),
        ("status", "opne", "wrong-option"),
        ("yes", "maybe", "wrong-boolean"),
        ("link", "Robert Rodriguez", "wrong-link"),
        ("link", "[[unfinished", "wrong-link"),
        ("url", "example", "wrong-url"),
        ("url", "javascript:alert(1)", "wrong-url"),
        ("image", "https://example.org/a.png", "wrong-image"),
        ("text", {"a": "b"}, "wrong-value"),
    ],
)
def test_a_wrong_value_is_kept_and_flagged(name: str, value: Value, code: str) -> None:
    found = one(name, value)
    assert codes(found) == [code]
    assert found.raw == value
    assert found.text
    assert found.date is None
    if name != "url":
        assert found.number is None


def test_several_values_where_one_is_due_are_kept_and_flagged() -> None:
    first, second = read("text", ["a", "b"])
    assert (first.text, second.text) == ("a", "b")
    assert codes(second) == ["too-many"]
    assert not any(codes(value) for value in read("texts", ["a", "b"]))


def test_values_are_numbered_and_empty_ones_left_out() -> None:
    found = read("texts", ["a", None, "", ["b", ["c"]], []])
    assert [(value.item, value.text) for value in found] == [(0, "a"), (1, "b"), (2, "c")]


def test_links_in_one_string_are_several_values() -> None:
    found = read("links", ["[[A]], [[B|b]] and [[C]]", "[[D]] (voice)"])
    assert [(value.item, value.text, value.target) for value in found] == [
        (0, "A", "A"),
        (1, "b", "B"),
        (2, "C", "C"),
        (3, "D (voice)", "D"),
    ]


def test_records_have_values_of_their_own() -> None:
    (found,) = read("cast", [{"character": "[[Missy]]", "billing": 2, "note": "see [[X]]", "empty": None}])
    assert [(sub.field.name, sub.text, sub.target, sub.number) for sub in found.subs] == [
        ("character", "Missy", "Missy", None),
        ("billing", "2", None, 2.0),
        ("note", "see X", "X", None),
    ]
    assert [sub.declared for sub in found.subs] == [True, True, False]
    assert [path for path, _ in found.all_links()] == ["cast.character", "cast.note"]


def test_a_plain_value_where_a_record_is_due_is_its_first_sub_field() -> None:
    (found,) = read("cast", "[[Missy]]")
    assert [(sub.field.name, sub.target) for sub in found.subs] == [("character", "Missy")]


def test_unknown_fields_become_text_links_and_records() -> None:
    fields: dict[str, Value] = {"star_sign": "[[Leo]]", "year": 1999, "crew": [{"who": "[[A]]", "as": "x"}], "odd": {}}
    found = read_fields(PageSource("Page", fields=fields), KIND)
    assert [(value.field.name, value.text, value.declared) for value in found] == [
        ("star_sign", "Leo", False),
        ("year", "1999", False),
        ("crew", "A, x", False),
        ("odd", "", False),
    ]
    assert found[0].field.label == "Star sign"
    assert found[0].target == "Leo"
    assert found[1].number == 1999.0
    assert [(sub.field.name, sub.target) for sub in found[2].subs] == [("who", "A"), ("as", None)]


@pytest.mark.parametrize(
    ("value", "gate"),
    [
        ("open", OPEN),
        ({"value": "x", "gate": "[[A]]"}, Gate.of("A")),
        ({"value": "x", "gate": ["[[A]]", "B"]}, Gate.of("A", "B")),
        ({"value": "x", "gate": "The Good, the Bad"}, Gate.of("The Good, the Bad")),
        ({"value": "x", "gate": 1917}, Gate.of("1917")),
        ({"value": "x", "gate": True}, Gate(frozenset((EVERYTHING,)))),
        ({"value": "x", "gate": None}, Gate(frozenset((EVERYTHING,)))),
        ({"value": "x", "gate": "[[broken"}, Gate(frozenset((EVERYTHING,)))),
        ({"value": {"value": "x", "gate": "A"}, "gate": "B"}, Gate.of("A", "B")),
        ("a ||x||{A}", Gate.of("A")),
        ("a ||x||", Gate(frozenset((EVERYTHING,)))),
        ("> [!spoiler] A\n> x", Gate.of("A")),
        ({"gate": "A", "deep": ["x", {"gate": "B"}]}, Gate.of("A", "B")),
    ],
)
def test_values_carry_their_gates(value: Value, gate: Gate) -> None:
    assert one("text", value).gate == gate


def test_a_gated_list_gates_its_items_and_a_gated_record_its_values() -> None:
    assert [value.gate for value in read("texts", {"value": ["a", "b"], "gate": "F"})] == [Gate.of("F")] * 2
    (found,) = read("cast", [{"character": {"value": "[[A]]", "gate": "G"}, "billing": 1, "gate": "F"}])
    assert found.gate == Gate.of("F")
    assert [sub.gate for sub in found.subs] == [Gate.of("G"), OPEN]


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["value", "gate", "character", "x"]), inner, max_size=3)
    ),
    max_leaves=10,
)


@settings(deadline=None)
@given(JSON, st.sampled_from([field.name for field in KIND.fields] + ["other", "aliases", "spoils"]))
def test_no_value_is_an_error(value: Value, name: str) -> None:
    for found in read(name, value):
        assert isinstance(found.text, str)


def test_values_nested_deeper_than_python_recurses_are_read() -> None:
    deep: Value = "x"
    for number in range(5000):
        deep = [deep] if number % 2 else {"value": deep, "gate": "F"}
    assert [value.text for value in read("text", deep)] == ["x"]
    assert [value.gate.named_films() for value in read("other", deep)] == [["F"]]
