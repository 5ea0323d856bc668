"""Who made a film and when it came out, as sentences and labelled lines state it."""

from __future__ import annotations

import pytest

from fanwiki.importers.article.credits import credits_of, kind_of_release
from fanwiki.importers.article.plain import read_plain
from fanwiki.importers.article.sentences import sentences


def stated(text: str) -> list[tuple[str, str]]:
    article = read_plain(f"A headline\n\n{text}\n")
    return [(credit.field, credit.value) for credit in credits_of(article.blocks, list(sentences(article.blocks)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "We Can Be Heroes, written and directed by Robert Rodriguez, the man behind Spy Kids, is about children.",
            [("writer", "Robert Rodriguez"), ("director", "Robert Rodriguez")],
        ),
        (
            "It was directed by Joe Russo and Anthony Russo and produced by Kevin Feige.",
            [("director", "Joe Russo"), ("director", "Anthony Russo"), ("producer", "Kevin Feige")],
        ),
        (
            "The film has a script by Greta Gerwig, Noah Baumbach and Zoë O’Hara.",
            [("writer", "Greta Gerwig"), ("writer", "Noah Baumbach"), ("writer", "Zoë O'Hara")],
        ),
        ("The score is by nobody, the music by Hans Zimmer.", [("composer", "Hans Zimmer")]),
        ("James Gunn directed the film.", [("director", "James Gunn")]),
        ("Lana Wachowski will direct The Matrix 4.", [("director", "Lana Wachowski")]),
        ("Jo Roe, director of Titanic, agrees.", [("director", "Jo Roe")]),
        ("Robert Rodriguez returns as director.", [("director", "Robert Rodriguez")]),
        ("The film was released on December 25, 2020 on Netflix.", [("released", "December 25, 2020")]),
        ("It premiered in May 2019.", [("released", "May 2019")]),
        ("The movie hits theaters on 3rd July 2026.", [("released", "3rd July 2026")]),
        ("It is distributed by Warner Bros. Pictures.", [("distributor", "Warner Bros. Pictures")]),
        ("It became one of the biggest hits of 2020.", []),
        ("The 1990s were directed by nobody in particular.", []),
        ("They moved on after directing the film.", []),
    ],
)
def test_a_sentence_states_a_credit(text: str, expected: list[tuple[str, str]]) -> None:
    assert stated(text) == expected


def test_labelled_lines_are_read() -> None:
    text = (
        "Facts\n\n- Director: Robert Rodriguez\n- Starring: Ann Lee, Seán O’Brien\n- Release date: May 5, 2021\n"
        "- Runtime: 97 minutes"
    )
    assert stated(text) == [
        ("director", "Robert Rodriguez"),
        ("cast", "Ann Lee"),
        ("cast", "Seán O'Brien"),
        ("released", "May 5, 2021"),
        ("runtime", "97 minutes"),
    ]


def test_a_label_with_something_else_behind_it_is_left() -> None:
    assert stated("Facts\n\n- Director: see below for more on this\n- Runtime: unknown\n- Colour: Red") == []


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It was released on Netflix.", "streaming"),
        ("It opened in theaters.", "theatrical"),
        ("It premiered at the Sundance festival.", "festival"),
        ("It opened in cinemas and on Hulu.", ""),
        ("It was released.", ""),
    ],
)
def test_the_kind_of_a_release_is_told_only_when_it_is_clear(text: str, kind: str) -> None:
    assert kind_of_release(text) == kind
