"""The sample wiki is sound: every page reads without a problem, every link, picture and query holds."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from fanwiki import paths
from fanwiki.domain.document import Document
from fanwiki.domain.gate import Gate
from fanwiki.domain.kind import FieldType, Kinds, read_kind
from fanwiki.domain.page import PageSource
from fanwiki.domain.query import FieldNames, parse
from fanwiki.domain.title import clean_title, identity
from fanwiki.markup.derive import derive
from fanwiki.markup.frontmatter import read_markdown, write_markdown

SAMPLE = paths.resources() / "sample"
NOTES = sorted(SAMPLE.rglob("*.md"))
PICTURES = {path.name for path in SAMPLE.rglob("*.svg")}
FILM = "We Can Be Heroes"
WANTED = {
    *(
        "Adriana Barraza",
        "Boyd Holbrook",
        "Christian Slater",
        "Christopher McDonald",
        "Haley Reinhart",
        "J. J. Dashnaw",
    ),
    *("Sung Kang", "George Lopez", "Jacob Davich", "Sasha Pieterse"),
    *("Linus", "Marissa", "Minus", "Mr. Electric", "Neil Anami"),
}
"""People and characters who are named and still wait for somebody to write about them."""


@cache
def kinds() -> Kinds:
    return Kinds(read_kind(path.read_text("utf-8")) for path in sorted((paths.resources() / "kinds").glob("*.toml")))


@cache
def sources() -> dict[str, PageSource]:
    found = (read_markdown(path.read_text("utf-8"), title=path.stem)[0] for path in NOTES)
    return {identity(source.title): source for source in found}


@cache
def documents() -> dict[str, Document]:
    return {name: derive(source, kinds().of(source.kind)) for name, source in sources().items()}


@cache
def names() -> dict[str, str]:
    """Return the page that each title and alias leads to."""
    return {identity(name.text): title for title, document in documents().items() for name in document.names}


@pytest.mark.parametrize("path", NOTES, ids=lambda path: path.stem)
def test_a_note_reads_without_a_problem_and_writes_back(path: Path) -> None:
    source, problems = read_markdown(path.read_text("utf-8"), title=path.stem)
    assert problems == ()
    assert source.title == clean_title(path.stem)
    assert source.kind in kinds()
    assert read_markdown(write_markdown(source), title=path.stem)[0] == source
    assert documents()[identity(source.title)].problems == ()


def test_every_kind_is_there_and_there_are_enough_pages() -> None:
    count = {kind: sum(source.kind == kind for source in sources().values()) for kind in kinds()}
    assert 40 <= len(NOTES) <= 80
    assert all(count.values())
    assert count["film"] == 3
    assert count["speculation"] >= 8


def test_every_field_is_one_its_kind_declares() -> None:
    undeclared = {
        (source.title, field)
        for source in sources().values()
        for field in source.fields
        if kinds().of(source.kind).field(field) is None
    }
    assert undeclared == set()


def test_no_two_pages_share_a_name() -> None:
    seen: dict[str, str] = {}
    for title, document in documents().items():
        for name in document.names:
            assert seen.setdefault(identity(name.text), title) == title, name.text


def test_every_link_leads_to_a_page_or_to_one_that_is_known_to_be_wanted() -> None:
    missing = {
        link.target
        for document in documents().values()
        for link in document.links
        if link.target and not link.target.endswith(".svg") and identity(link.target) not in names()
    }
    assert missing == WANTED


def test_every_heading_that_is_linked_to_is_there() -> None:
    linked = [
        (names()[identity(link.target)], link.heading)
        for document in documents().values()
        for link in document.links
        if link.target and link.heading
    ]
    assert linked
    for page, heading in linked:
        assert heading in {there.text for there in documents()[page].headings}


def test_every_picture_is_shown_and_every_shown_picture_is_there() -> None:
    shown = {
        link.target for document in documents().values() for link in document.links if link.target.endswith(".svg")
    }
    images = {
        str(source.fields[field.name])
        for source in sources().values()
        for field in kinds().of(source.kind).fields
        if field.type is FieldType.IMAGE and field.name in source.fields
    }
    assert shown | images == PICTURES


def test_every_query_is_understood_as_it_is_meant() -> None:
    queries = [
        text.strip()
        for source in sources().values()
        for text in re.findall(r"^```query\n(.*?)^```", source.body, re.MULTILINE | re.DOTALL)
    ]
    fields = FieldNames(kinds().values())
    assert len(queries) >= 5
    for text in queries:
        query = parse(text, fields)
        assert query.notes == (), text
        assert query.root is not None
        assert query.sort, text


def test_every_film_in_a_gate_is_a_film_of_the_wiki() -> None:
    films = {identity(source.title) for source in sources().values() if kinds().of(source.kind).is_film}
    gates = {film for document in documents().values() for gate in document.gates() for film in gate.named_films()}
    assert gates <= films
    assert len(gates) == 2


def test_the_twist_is_told_only_to_who_has_seen_the_film() -> None:
    """No word of it stands in an open segment, name, tag, fact or heading of any page."""
    told = 0
    for document in documents().values():
        rows = (*document.segments, *document.names, *document.tags, *document.facts, *document.headings)
        for row in rows:
            text = row.name if hasattr(row, "name") else row.text
            if re.search(r"supreme commander|training exercise|queen of the aliens|invasion was", text, re.IGNORECASE):
                told += 1
                target = getattr(row, "target", None)
                gated_title = target is not None and sources()[names()[identity(target)]].fields.get("spoils")
                assert Gate.of(FILM).films <= row.gate.films or gated_title, (document.title, text)
    assert told > 8


def test_claims_have_every_state_that_matters_and_always_say_who_said_so() -> None:
    claims = [source for source in sources().values() if source.kind == "speculation"]
    assert {"open", "confirmed", "debunked", "superseded"} <= {str(claim.fields["status"]) for claim in claims}
    for claim in claims:
        assert claim.fields["sources"], claim.title
        assert claim.fields["about"], claim.title
        assert 0 <= int(str(claim.fields["confidence"])) <= 100
        assert claim.fields["status"] == "open" or claim.fields["resolution"], claim.title


@pytest.mark.parametrize("path", sorted(SAMPLE.rglob("*.svg")), ids=lambda path: path.stem)
def test_a_picture_says_in_words_what_it_shows_and_fetches_nothing(path: Path) -> None:
    text = path.read_text("utf-8")
    assert re.search(r"<title>[^<]{5,}</title>", text)
    assert "href" not in text
    assert text.count("http") == 1
    assert len(text) < 20_000
