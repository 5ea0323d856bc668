"""Which sentences claim something, of what kind, and how sure they sound."""

from __future__ import annotations

import pytest

from fanwiki.importers.article.blocks import Role
from fanwiki.importers.article.claims import Bearing, Claim, claim_of
from fanwiki.importers.article.sentences import Sentence, simple


def read(text: str, heading: str = "", *, names_film: bool = True) -> Claim | None:
    sentence = Sentence(text, simple(text), simple(heading), 0, Role.PARAGRAPH)
    return claim_of(sentence, Bearing(names_film=names_film, heading_is_film=names_film))


@pytest.mark.parametrize(
    ("text", "kind", "status"),
    [
        ("The sequel might deal with the duties of a hero.", "plot", "open"),
        ("It could also follow the children as they grow up.", "plot", "open"),
        ("Pedro Pascal may reprise his role.", "casting", "open"),
        ("Zendaya is rumoured to star in the film.", "casting", "open"),
        ("Jane Roe is in talks to join the cast.", "casting", "open"),
        ("The film is expected to be released in 2026.", "release date", "open"),
        ("The movie is set to hit theaters on July 3, 2026.", "release date", "open"),
        ("The sequel will likely arrive in early 2027.", "release date", "open"),
        ("The film is reportedly titled Dune Messiah.", "title", "open"),
        ("The sequel may be called Dawn of the Heroes.", "title", "open"),
        ("Netflix might have cancelled the sequel.", "cancellation", "open"),
        ("The sequel was officially greenlit by Netflix.", "other", "confirmed"),
        ("Filming has officially begun on the sequel.", "other", "confirmed"),
        ("The sequel was cancelled by the studio in May.", "cancellation", "confirmed"),
        ("The studio announced that the film has been delayed to 2027.", "release date", "confirmed"),
        ("Ann Lee has confirmed that she will return for the film.", "casting", "confirmed"),
        ("The director denied that the sequel has been scrapped.", "cancellation", "debunked"),
        ("Rumours that Ann Lee joins the cast are false.", "casting", "debunked"),
        ("We can only hope for a return of the actor in the sequel.", "casting", "open"),
        ("The cast of the film will have the original kids.", "casting", "open"),
    ],
)
def test_a_claim_has_kind_and_status(text: str, kind: str, status: str) -> None:
    claim = read(text)
    assert claim is not None
    assert (claim.kind, claim.status) == (kind, status)


@pytest.mark.parametrize(
    "text",
    [
        "Also Read: Everything That May Happen In The Sequel",
        "Do let us know in the comment box what might happen in the film!",
        "If you want to know what the sequel may bring, read on.",
        "Will the sequel be released soon?",
        "The film is highly anticipated by the audience.",
        "Most anticipated of all is the new movie.",
        "As expected, the film did well in theaters.",
        "The movie opened on May 5 in Spain.",
        "May brought the film to theaters.",
        "With all his might he closed the door of the cinema.",
        "What to expect from the film",
        "We will keep you posted on the sequel.",
        "There will be several recurring characters, including:",
        "The sequel will be more engaging to watch.",
        "No release date has been announced for the film yet.",
        "Exit mobile version",
    ],
)
def test_what_claims_nothing_is_left(text: str) -> None:
    assert read(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "The Professor fears that she might divulge their secrets to the government.",
        "He learned that he could become invisible whenever he wanted.",
        "They decided that nobody could save the city and walked away.",
    ],
)
def test_what_people_in_a_story_think_is_no_claim(text: str) -> None:
    assert read(text, names_film=False) is None


def test_surer_words_give_more_confidence() -> None:
    ladder = [
        "The sequel is unlikely to arrive in 2026.",
        "Fans hope for a release of the film in 2026.",
        "The film is rumoured to arrive in 2026.",
        "The film is speculated to arrive in 2026.",
        "The film may arrive in 2026.",
        "The film reportedly arrives in 2026.",
        "The film is expected to arrive in 2026.",
        "The film is scheduled to arrive in 2026.",
    ]
    found = [claim.confidence for text in ladder if (claim := read(text))]
    assert len(found) == len(ladder)
    assert found == sorted(set(found))


def test_the_least_sure_word_counts_and_an_official_word_lifts_it() -> None:
    def confidence(text: str) -> int:
        claim = read(text)
        assert claim is not None
        return claim.confidence

    both = confidence("The film is expected to arrive soon, but may be delayed.")
    assert both == confidence("The film may be delayed.")
    assert confidence("The studio confirmed that the film is expected to arrive soon.") == 80


def test_a_date_goes_with_a_claim_about_a_release_only() -> None:
    dated = read("The film may be released in late 2026.")
    assert dated is not None
    assert dated.date == "late 2026"
    other = read("The film of 2020 may deal with the aliens in its plot.")
    assert other is not None
    assert other.date == ""


@pytest.mark.parametrize(
    ("heading", "kind"), [("Release date", "release date"), ("Cast and characters", "casting"), ("", "other")]
)
def test_the_heading_decides_where_the_sentence_does_not(heading: str, kind: str) -> None:
    claim = read("This may well be so in the film.", heading)
    assert claim is not None
    assert claim.kind == kind
