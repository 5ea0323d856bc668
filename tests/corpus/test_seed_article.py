"""The seed article becomes a film, the one before it, nine characters with their performers, and claims."""

from __future__ import annotations

import re

import pytest

from corpus_files import corpus
from fanwiki.importers.article.sentences import simple
from fanwiki.importers.draft import PageDraft
from fanwiki.importers.formats import FORMATS, detect
from fanwiki.importers.run import ImportRun

pytestmark = pytest.mark.corpus

FILM, BEFORE = "We Can Be Heroes 2", "We Can Be Heroes"
CAST = {
    "Wheels": "Andy Walken",
    "Rewind": "Isaiah Russell-Bailey",
    "Fast Forward": "Akira Akbar",
    "Noodles": "Lyon Daniels",
    "Wild Card": "Nathan Blair",
    "A Capella": "Lotus Blossom",
    "Slo-Mo": "Dylan Henry Lau",
    "Facemaker": "Andrew Diaz",
    "Missy Moreno": "YaYa Gosselin",
}
CLAIMS = {
    "The sequel to We Can Be Heroes was officially been greenlighted": ("other", "confirmed"),
    "Since the movie’s confirmation, Rodriguez has taken the helm": ("other", "confirmed"),
    "Rodriguez revealed that they are now attempting": ("other", "confirmed"),
    "He stated that the script does take the kids’ age": ("plot", "confirmed"),
    "After this turn of events, the children with superpowers": ("plot", "open"),
    "The sequel might deal with the new responsibilities": ("plot", "open"),
    "It could also deal with age issues": ("plot", "open"),
    "We Can Be Heroes 2 might center on the parents’ efforts": ("plot", "open"),
    "This could bring a fun twist": ("plot", "open"),
    "The cast of the show will have the original kids": ("casting", "open"),
    "Given Pascal’s current high demand": ("casting", "open"),
    "However, we can only hope for a return": ("casting", "open"),
    "In addition, new and upcoming characters": ("casting", "open"),
    "We Can Be Heroes season 2 is speculated to be released soon": ("release date", "open"),
}


@pytest.fixture(scope="module")
def text() -> str:
    return next(corpus("seed").glob("*.txt")).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def drafts() -> dict[str, PageDraft]:
    path = next(corpus("seed").glob("*.txt"))
    assert detect(path) == "article"
    found = [draft for draft in FORMATS["article"].read(path, ImportRun()) if isinstance(draft, PageDraft)]
    assert len({draft.source.title for draft in found}) == len(found)
    return {draft.source.title: draft for draft in found}


def test_the_films_and_who_made_them(drafts: dict[str, PageDraft]) -> None:
    later, earlier = drafts[FILM].source, drafts[BEFORE].source
    assert [draft.source.title for draft in drafts.values() if draft.source.kind == "film"] == [FILM, BEFORE]
    assert later.fields["previous"] == f"[[{BEFORE}]]"
    assert later.fields["status"] == "in development"
    assert earlier.fields["next"] == f"[[{FILM}]]"
    assert earlier.fields["status"] == "released"
    assert earlier.fields["director"] == earlier.fields["writer"] == ["[[Robert Rodriguez]]"]
    assert drafts["Robert Rodriguez"].source.kind == "person"
    # The article says of the sequel only that he is still involved, and that it became a hit "of 2020" is no date.
    assert "director" not in later.fields
    assert "released" not in later.fields
    assert "released" not in earlier.fields


def test_nine_characters_each_with_the_right_performer(drafts: dict[str, PageDraft]) -> None:
    assert drafts[FILM].source.fields["cast"] == [
        {"character": f"[[{character}]]", "performer": f"[[{performer}]]"} for character, performer in CAST.items()
    ]
    characters = {title for title, draft in drafts.items() if draft.source.kind == "character"}
    people = {title for title, draft in drafts.items() if draft.source.kind == "person"}
    assert characters == set(CAST)
    assert people == {*CAST.values(), "Robert Rodriguez", "Pedro Pascal"}


def test_every_claim_has_its_kind_and_its_sentence(drafts: dict[str, PageDraft]) -> None:
    found = {}
    for draft in drafts.values():
        fields = draft.source.fields
        if draft.source.kind == "speculation":
            sources = fields["sources"]
            assert isinstance(sources, list)
            assert isinstance(sources[0], dict)
            assert sources[0]["outlet"] == "[[Everything To Know About Pedro Pascal’s Sequel ‘We Can Be Heroes 2’]]"
            assert isinstance(fields["about"], list)
            assert fields["about"][0] == f"[[{FILM}]]"
            assert "gate" not in str(fields)
            found[str(sources[0]["quote"])] = (fields["claim_kind"], fields["status"])
    told = {start: next((value for quote, value in found.items() if quote.startswith(start)), None) for start in CLAIMS}
    assert told == CLAIMS
    assert len(found) == len(CLAIMS)


def test_a_claim_about_somebody_links_to_them(drafts: dict[str, PageDraft]) -> None:
    about = [draft.source.fields.get("about") for draft in drafts.values()]
    assert [f"[[{FILM}]]", "[[Pedro Pascal]]"] in about
    assert [f"[[{FILM}]]", "[[Robert Rodriguez]]"] in about


def test_a_quote_names_its_speaker(drafts: dict[str, PageDraft]) -> None:
    assert "> “The kids are growing up, so there’s a bigger rush to do a sequel." in drafts[FILM].source.body
    assert "> — [[Robert Rodriguez]], in [[Everything To Know About" in drafts[FILM].source.body


def test_the_twist_is_proposed_to_be_gated_and_is_on_no_films_page(drafts: dict[str, PageDraft]) -> None:
    notes = [note for draft in drafts.values() for note in draft.notes if note.gate]
    assert [note.gate for note in notes] == [(BEFORE,), (BEFORE,)]
    assert notes[0].sentence.startswith("Ojo disclosed that the entire extraterrestrial invasion was staged")
    assert notes[1].sentence == "And that she was the Supreme Commander and Queen of the aliens."
    assert not any("Ojo" in draft.source.body for draft in drafts.values() if draft.source.kind != "source")


def test_boilerplate_claims_nothing(drafts: dict[str, PageDraft]) -> None:
    said = " ".join(
        str(draft.source.fields) + draft.source.body for draft in drafts.values() if draft.source.kind != "source"
    )
    for words in (
        "Also Read",
        "Exit mobile",
        "let us know",
        "Do Check Out",
        "keep you posted",
        "Classroom",
        "Peacemaker",
    ):
        assert words not in said


def test_every_value_carries_words_of_the_article(drafts: dict[str, PageDraft], text: str) -> None:
    words = re.sub(r"\s+", " ", simple(text))
    for draft in drafts.values():
        fields = {evidence.field for evidence in draft.evidence}
        assert fields >= {"", *draft.source.fields}
        for evidence in draft.evidence:
            if draft.source.kind != "source":
                assert simple(evidence.sentence) in words
