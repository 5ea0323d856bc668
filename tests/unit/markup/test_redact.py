from __future__ import annotations

import pytest

from fanwiki.domain.gate import EVERYTHING, OPEN, SPECULATION, Gate
from fanwiki.domain.kind import Kind, read_kind
from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.title import identity
from fanwiki.markup.redact import redact
from fanwiki.paths import resources

ARTICLE = Kind("article", "Article", "Articles")
CHARACTER = read_kind((resources() / "kinds" / "character.toml").read_text("utf-8"))
SPECULATION_KIND = read_kind((resources() / "kinds" / "speculation.toml").read_text("utf-8"))
TITLES = {
    "Hidden": Gate.of("A"),
    "Own": Gate.of("Own"),
    "Ring one": Gate.of("Ring two"),
    "Ring two": Gate.of("Ring one"),
}


def gate_of(title: str) -> Gate:
    return TITLES.get(identity(title), OPEN)


def for_viewer(source: PageSource, *seen: str, kind: Kind = ARTICLE) -> PageSource:
    films = frozenset(map(identity, seen))
    return redact(source, kind, sees=lambda gate: gate.films <= films, gate_of=gate_of)


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        ("a ||b||{A} c", "a ||…||{A} c"),
        ("a ||b|| c", "a ||…||{#everything} c"),
        ("a ||b||{B, A} c", "a ||…||{A, B} c"),
        ("a ||b||{[[C, D]]} c", "a ||…||{[[C, D]]} c"),
        ("a\n\n> [!spoiler]- A\n> b\n> c\n\nd", "a\n\n> [!withheld] A\n\nd"),
        ("> [!spoiler] [[A]], [[C, D]]\n> b", "> [!withheld] [[A]], [[C, D]]"),
        ("> [!spoiler] A\r\n> b\r\n\r\nc", "> [!withheld] A\r\n\r\nc"),
        ("- > [!spoiler] A\n  > b\n- c", "- > [!withheld] A\n- c"),
        ("> a\n> [!spoiler] A\n> b", "> a\n> ||…||{A}"),
        ("> [!note] T\n> > [!spoiler] A\n> > b\n>\n> c", "> [!note] T\n> > [!withheld] A\n>\n> c"),
        ("see [[Hidden]]", "see ||…||{A}"),
        ("see ![[Hidden#H|100]]", "see ||…||{A}"),
        ("see [[Hidden|him]] and [*his* son](Hidden.md)", "see him and *his* son"),
        ("see [[Hidden|Hidden]]", "see ||…||{A}"),
        ("[x]: Hidden.md", "[x]: #"),
        ("| a |\n|---|\n| \\|\\|b\\|\\| |", "| a |\n|---|\n| \\|\\|…\\|\\|{#everything} |"),
        ("| a |\n|---|\n| [[Hidden]] |", "| a |\n|---|\n| \\|\\|…\\|\\|{A} |"),
        ("a %%b ||c||%% d", "a %%%% d"),
        ("a <!-- [[Hidden]] --> d", "a <!-- --> d"),
        ("a %%note%% d", "a %%note%% d"),
        ("a ||b [[Hidden]] c||{B} d", "a ||…||{A, B} d"),
        ("a || b [[Hidden]]", "a \\|\\| b ||…||{A}"),
        ("`||a||` ||b||{A}", "`||a||` ||…||{A}"),
    ],
)
def test_masks_stand_where_something_is_hidden(body: str, shown: str) -> None:
    assert for_viewer(PageSource("Page", body=body)).body == shown


def test_only_films_that_are_still_to_be_seen_are_named() -> None:
    assert for_viewer(PageSource("Page", body="||x||{A, B}"), "A").body == "||…||{B}"


@pytest.mark.parametrize(
    ("film", "named"),
    [("Hidden", "A"), ("Own", "#everything"), ("Ring one", "#everything"), ("odd}name", "#everything")],
)
def test_a_mask_does_not_name_a_film_whose_title_is_hidden(film: str, named: str) -> None:
    source = PageSource("Page", body=f"> [!spoiler] {film}\n> x")
    assert for_viewer(source).body == f"> [!withheld] {named}"


def test_who_passes_every_gate_gets_the_very_page() -> None:
    source = PageSource("Page", "character", {"spoils": "A", "born": {"value": 1, "gate": "B"}}, "||x|| [[Hidden]]\n")
    assert redact(source, CHARACTER, sees=lambda _: True, gate_of=gate_of) is source


def test_of_a_hidden_page_nothing_shows_but_what_it_waits_for() -> None:
    source = PageSource("Secret", "character", {"spoils": "[[A]]", "born": "1999"}, "body")
    assert for_viewer(source, kind=CHARACTER) == PageSource("…", body="> [!withheld] A\n")
    rumour = PageSource("Secret", "speculation", {}, "body")
    assert for_viewer(rumour, kind=SPECULATION_KIND).body == f"> [!withheld] {SPECULATION}\n"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ({"value": "x", "gate": "A"}, None),
        (["x", {"value": "y", "gate": "A"}], ["x"]),
        ([{"value": "y", "gate": "A"}], None),
        ("see [[Hidden]]", None),
        ("see [[Hidden|him]]", None),
        ("a ||b||{A}", None),
        ([{"who": "[[B]]", "gate": "A"}, {"who": "[[C]]"}], [{"who": "[[C]]"}]),
        ([{"who": "[[Hidden]]", "relation": "x"}], None),
        ({"who": "[[C]]", "relation": {"value": "x", "gate": "A"}}, {"who": "[[C]]"}),
        (None, None),
        ([], []),
        (0, 0),
    ],
)
def test_hidden_values_are_left_out(value: Value, shown: Value) -> None:
    for name in ("relatives", "unknown"):
        fields = for_viewer(PageSource("Page", "character", {name: value, "born": "1999"}), kind=CHARACTER).fields
        assert fields.get(name) == shown
        assert fields["born"] == "1999"


def test_long_text_is_masked_in_part() -> None:
    source = PageSource("Claim", "speculation", {"resolution": "It came ||true||{A}.\n\n> [!spoiler] B\n> x"})
    shown = for_viewer(source, SPECULATION, kind=SPECULATION_KIND)
    assert shown.fields["resolution"] == "It came ||…||{A}.\n\n> [!withheld] B"


def test_everything_is_a_gate_of_its_own() -> None:
    source = PageSource("Page", body="||x||")
    assert for_viewer(source, "A", "B").body != source.body
    assert for_viewer(source, EVERYTHING) is source
