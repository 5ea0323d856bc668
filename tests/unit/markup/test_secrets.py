"""Nothing that is gated shows to somebody who has not seen its film, and nothing else is hidden."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from fanwiki.domain.document import Document
from fanwiki.domain.gate import EVERYTHING, Gate
from fanwiki.domain.kind import read_kind
from fanwiki.domain.page import PageSource
from fanwiki.domain.title import identity
from fanwiki.markup.derive import derive
from fanwiki.markup.gates import film_names
from fanwiki.markup.redact import redact
from fanwiki.markup.reveal import hidden_items, reveal
from fanwiki.paths import resources
from secret_making import FILMS, Planted, planted_pages

CHARACTER = read_kind((resources() / "kinds" / "character.toml").read_text("utf-8"))
FILM = read_kind((resources() / "kinds" / "film.toml").read_text("utf-8"))
ALL = Gate(frozenset((EVERYTHING,)))
NEWLINES = st.sampled_from(("\n", "\r\n", "\r"))
SEEN = st.lists(st.sampled_from(FILMS), max_size=3, unique=True)
THOROUGH = settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])


class Viewer:
    def __init__(self, films: list[str], *, everything: bool = False) -> None:
        self.films = frozenset(map(identity, films)) | ({EVERYTHING} if everything else set())

    def sees(self, gate: Gate) -> bool:
        return gate.films <= self.films


def rows(document: Document) -> Iterator[tuple[Gate, str]]:
    """Yield every derived row that carries a gate, as text."""
    tables: tuple[tuple[Any, ...], ...] = (
        document.names,
        document.headings,
        document.links,
        document.tags,
        document.segments,
        document.facts,
        document.problems,
    )
    for table in tables:
        for row in table:
            yield row.gate, repr(replace(row, gate=Gate()))


def told(source: PageSource) -> str:
    return source.body + repr(dict(source.fields)) + source.title


def check(page: Planted, source: PageSource, kind: Any, viewer: Viewer) -> None:
    hidden = [word for word, gate in page.secrets.items() if not viewer.sees(gate)]
    document = derive(source, kind, gate_of=page.gate_of)
    for gate, row in rows(document):
        if viewer.sees(gate):
            assert not any(word in row for word in hidden), row
    redacted = redact(source, kind, sees=viewer.sees, gate_of=page.gate_of)
    for word in hidden:
        assert word not in told(redacted), redacted
    again = derive(redacted, kind, gate_of=page.gate_of)
    assert not any(word in repr(again) for word in hidden)
    assert redact(redacted, kind, sees=viewer.sees, gate_of=page.gate_of).body == redacted.body


@THOROUGH
@given(planted_pages(unnamed=ALL), SEEN, NEWLINES)
def test_no_secret_reaches_who_may_not_know_it(page: Planted, seen: list[str], newline: str) -> None:
    check(page, page.source("character", [], newline), CHARACTER, Viewer(seen))


@THOROUGH
@given(planted_pages(unnamed=Gate.of("The Page")), SEEN, NEWLINES)
def test_on_a_films_page_a_spoiler_without_films_is_of_that_film(page: Planted, seen: list[str], newline: str) -> None:
    check(page, page.source("film", [], newline), FILM, Viewer(seen))
    everybody = Viewer([*FILMS, "The Page"])
    source = page.source("film", [], newline)
    assert redact(source, FILM, sees=everybody.sees, gate_of=page.gate_of) is source


@THOROUGH
@given(planted_pages(unnamed=Gate.of("Alpha")), SEEN, NEWLINES)
def test_on_a_gated_page_a_spoiler_without_films_is_of_the_pages_film(
    page: Planted, seen: list[str], newline: str
) -> None:
    source = page.source("character", ["Alpha"], newline)
    viewer = Viewer(seen)
    if "Alpha" in seen:
        check(page, source, CHARACTER, viewer)
        return
    shown = redact(source, CHARACTER, sees=viewer.sees, gate_of=page.gate_of)
    assert (shown.title, shown.kind, dict(shown.fields)) == ("…", "article", {})
    assert "withheld" in shown.body
    assert "secret" not in shown.body
    assert not any(viewer.sees(gate) for gate, _ in rows(derive(source, CHARACTER, gate_of=page.gate_of)))


@THOROUGH
@given(planted_pages(unnamed=ALL), SEEN, NEWLINES)
def test_what_a_viewer_may_see_stays_and_is_derived_for_them(page: Planted, seen: list[str], newline: str) -> None:
    source = page.source("character", [], newline)
    viewer = Viewer(seen)
    redacted = told(redact(source, CHARACTER, sees=viewer.sees, gate_of=page.gate_of))
    for word, gate in page.secrets.items():
        if viewer.sees(gate):
            assert word in redacted, word
    assert redacted.count("plain") == told(source).count("plain")
    all_seen = Viewer(list(FILMS), everything=True)
    assert redact(source, CHARACTER, sees=all_seen.sees, gate_of=page.gate_of) is source


@settings(THOROUGH, max_examples=200)
@given(planted_pages(unnamed=ALL), SEEN, NEWLINES)
def test_an_item_that_is_shown_tells_only_what_its_films_hide(page: Planted, seen: list[str], newline: str) -> None:
    source = page.source("character", [], newline)
    viewer = Viewer(seen)

    def shown(keys: set[str]) -> str:
        return told(redact(reveal(source, CHARACTER, keys), CHARACTER, sees=viewer.sees, gate_of=page.gate_of))

    before = shown(set())
    for item in hidden_items(source, CHARACTER, sees=viewer.sees, gate_of=page.gate_of)[:6]:
        films = {identity(name.title) for name in film_names(item.films)}
        after = shown({item.key})
        for word, gate in page.secrets.items():
            if word in after and word not in before:
                assert gate.films - viewer.films <= films, (word, gate, item)
