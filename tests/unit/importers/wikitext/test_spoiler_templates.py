"""Templates that warn of spoilers hide what they warn of."""

from __future__ import annotations

import pytest
from wikitext_making import body, converted

from fanwiki.domain.gate import EVERYTHING, Gate
from fanwiki.markup.redact import redact_text


def seen_by_nobody(text: str) -> str:
    """Return what of a page a reader sees who has seen no film."""
    return redact_text(body(text), Gate.of(EVERYTHING), sees=lambda gate: gate.is_open)


def test_what_stands_between_start_and_end_is_gated() -> None:
    assert body("a\n{{spoiler start|Spy Kids|''Sin City''}}\nb\n* c\n{{spoiler end}}\nd") == (
        "a\n\n> [!spoiler] Spy Kids, Sin City\n> b\n>\n> - c\n\nd"
    )


def test_films_with_commas_are_written_as_links() -> None:
    assert body("{{spoiler start|Good, Bad}}\na\n{{end spoilers}}") == "> [!spoiler] [[Good, Bad]]\n> a"


def test_words_within_a_line_are_gated() -> None:
    assert body("He is {{spoiler|her ''father''|Sin City}}.") == "He is ||her *father*||{Sin City}."
    assert body("{|\n! a\n|-\n| {{spoiler|b}}\n|}") == "| a |\n| --- |\n| \\|\\|b\\|\\| |"


def test_a_long_text_alone_is_gated_as_a_block() -> None:
    assert body("{{Spoiler|She dies. He lives.\n\nThe end.}}") == "> [!spoiler]\n> She dies. He lives.\n>\n> The end."


def test_a_banner_gates_the_rest_of_its_section() -> None:
    assert body("a\n== b ==\n{{Spoiler|Sin City}}\nc\n=== d ===\ne\n== f ==\ng") == (
        "a\n\n## b\n\n> [!spoiler] Sin City\n> c\n>\n> ### d\n>\n> e\n\n## f\n\ng"
    )


@pytest.mark.parametrize(
    ("text", "spoils"),
    [
        ("{{Spoiler}}\na", (EVERYTHING,)),
        ("{{Stub}} {{spoilers|Sin City}}\na", ("Sin City",)),
        ("a\n\n{{Spoiler}}\nb", ()),
    ],
)
def test_a_banner_above_the_text_gates_the_page(text: str, spoils: tuple[str, ...]) -> None:
    assert converted(text).spoils == spoils


HIDDEN = (
    "a\n\n{{Spoiler}}\nSECRET",
    "{{spoiler start}}\nSECRET",
    "a {{spoiler|SECRET}} b",
    "a<spoiler>SECRET</spoiler>",
    'a<span class="spoiler">SECRET</span>',
    "{|\n| {{spoiler start}} a || SECRET\n|-\n| SECRET\n|}\nSECRET\n{{spoiler end}}",
    "<div>{{spoiler start}}\n</div>\nSECRET\n{{spoiler end}}",
    "* {{spoiler start}} a\n* SECRET\n{{spoiler end}}",
    "{{spoiler start}}\na<ref>SECRET</ref>\n{{spoiler end}}",
    "a {{spoiler|b<ref>SECRET</ref>}}",
    "{{spoiler start}}\na<ref name=x/>\n{{spoiler end}}\n<references><ref name=x>SECRET</ref></references>",
    "{{spoiler start}}\na<ref>b{{efn|SECRET}}</ref>\n{{spoiler end}}",
    "{{spoiler start}}\n[[File:a.png|thumb|SECRET]]\n{{Unheard of\n|SECRET}}\n== SECRET ==\n{{spoiler end}}",
    "{{spoiler start}}\n{{spoiler start|A}}\nb\n{{spoiler end}}\nSECRET\n{{spoiler end}}",
    ";a {{spoiler|SECRET}}:b",
    " {{spoiler|SECRET}} preformatted",
)


@pytest.mark.parametrize("text", HIDDEN)
def test_a_reader_who_has_seen_nothing_does_not_see_it(text: str) -> None:
    assert "SECRET" in body(text)
    assert "SECRET" not in seen_by_nobody(text)


def test_a_note_that_stands_in_the_open_too_is_open() -> None:
    text = "{{spoiler start}}\na<ref name=x>OPEN</ref>\n{{spoiler end}}\nb<ref name=x/>"
    assert "OPEN" in seen_by_nobody(text)
