"""Single values of fields behind a film: each is told and shown by itself, and nothing else with it."""

from __future__ import annotations

from fanwiki.domain.gate import Gate
from fanwiki.domain.kind import Field, FieldType, Kind
from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.title import identity
from fanwiki.markup.redact import redact
from fanwiki.markup.reveal import HiddenItem, hidden_items, reveal

CAST = Field(
    "cast",
    "Cast",
    FieldType.RECORD,
    many=True,
    fields=(Field("character", "Character", FieldType.LINK), Field("performer", "Performer", FieldType.LINK)),
)
STORY = Field("story", "Story", FieldType.LONG_TEXT)
KIND = Kind("ship", "Ship", "Ships", fields=(CAST, STORY, Field("fate", "Fate", FieldType.TEXT)))
FIELDS: dict[str, Value] = {
    "aliases": ["Nostromo", {"value": "Mother's ship", "gate": "[[Alien]]"}],
    "fate": {"value": "blown up", "gate": ["[[Alien]]"]},
    "cast": [
        {"character": "[[Ash]]", "performer": "[[Ian]]", "gate": "[[Alien]]"},
        {"character": {"value": "[[Kane]]", "gate": "[[Alien]]"}, "performer": "[[John]]"},
        {"character": "[[Newt]]", "performer": "[[Carrie]]"},
    ],
    "story": "It lands. ||It burns||{Alien} and ||comes back||{Aliens}.",
    "owner": "the ||Company||{Alien} and [[Newt]]",
}


def sees(gate: Gate) -> bool:
    return gate.is_open


def gate_of(title: str) -> Gate:
    return Gate.of("Aliens") if identity(title) == identity("Newt") else Gate()


def items(fields: dict[str, Value]) -> tuple[HiddenItem, ...]:
    return hidden_items(PageSource("Ship", fields=fields), KIND, sees=sees, gate_of=gate_of)


def shown(fields: dict[str, Value], *numbers: int) -> dict[str, Value]:
    keys = {items(fields)[number].key for number in numbers}
    source = reveal(PageSource("Ship", fields=fields), KIND, keys)
    return dict(redact(source, KIND, sees=sees, gate_of=gate_of).fields)


def test_values_are_told_by_film_alone() -> None:
    # Not by field either: that there is a day of death says who dies.
    found = items(FIELDS)
    assert [(item.films, item.heading, item.is_field) for item in found] == [
        ("Alien", "", True),
        ("Alien", "", True),
        ("Alien", "", True),
        ("Alien", "", True),
        ("Aliens", "", True),
        ("Alien", "", True),
        ("Aliens", "", True),
        ("Aliens", "", True),
        ("Alien", "", True),
    ]
    assert len({item.key for item in found}) == len(found)


def test_each_value_shows_itself_and_no_other() -> None:
    before = shown(FIELDS)
    assert before["aliases"] == ["Nostromo"]
    assert "fate" not in before
    one = shown(FIELDS, 0)
    assert one["aliases"] == ["Nostromo", "Mother's ship"]
    assert {name: value for name, value in one.items() if name != "aliases"} == {
        name: value for name, value in before.items() if name != "aliases"
    }
    assert shown(FIELDS, 1)["fate"] == "blown up"


def test_records_and_values_in_them_show_one_by_one() -> None:
    assert shown(FIELDS)["cast"] == [{"performer": "[[John]]"}]
    assert shown(FIELDS, 2)["cast"] == [
        {"character": "[[Ash]]", "performer": "[[Ian]]"},
        {"performer": "[[John]]"},
    ]
    assert shown(FIELDS, 3)["cast"] == [{"character": "[[Kane]]", "performer": "[[John]]"}]
    assert shown(FIELDS, 4)["cast"] == [{"performer": "[[John]]"}, {"character": "Newt", "performer": "Carrie"}]


def test_spoilers_in_a_text_show_one_by_one_and_a_hidden_title_with_none_of_them() -> None:
    assert shown(FIELDS, 5)["story"] == "It lands. It burns and ||…||{Aliens}."
    assert shown(FIELDS, 6)["story"] == "It lands. ||…||{Alien} and comes back."
    assert "owner" not in shown(FIELDS, 5, 6)


def test_what_names_a_hidden_page_shows_with_what_is_hidden_in_it() -> None:
    assert "owner" not in shown(FIELDS, 7)
    assert "owner" not in shown(FIELDS, 8)
    assert shown(FIELDS, 7, 8)["owner"] == "the Company and Newt"


def test_what_is_in_a_revealed_record_keeps_its_own_gates() -> None:
    fields: dict[str, Value] = {
        "cast": [
            {
                "character": {"value": "[[Ash]]", "gate": "[[Aliens]]"},
                "performer": "||Ian||{Aliens}",
                "gate": "[[Alien]]",
            }
        ]
    }
    assert len(items(fields)) == 1
    assert "Ash" not in str(shown(fields, 0))
    assert "Ian" not in str(shown(fields, 0))


def test_a_value_that_changed_is_hidden_again() -> None:
    key = items({"fate": {"value": "lost", "gate": "[[Alien]]"}})[0].key
    later = PageSource("Ship", fields={"fate": {"value": "lost in space", "gate": "[[Alien]]"}})
    moved = PageSource("Ship", fields={"owner": {"value": "lost", "gate": "[[Alien]]"}})
    for source in (later, moved):
        assert reveal(source, KIND, {key}) is source


def test_lists_in_lists_without_end_are_left_as_they_are() -> None:
    deep: Value = {"value": "secret", "gate": "[[Alien]]"}
    for _ in range(60):
        deep = [deep]
    assert items({"fate": deep}) == ()
