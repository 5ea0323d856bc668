"""Searching compared with reading every page: small wikis, gates and queries of all shapes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from store_making import document, film, save_in, segment

from fanwiki.domain.document import Document, Name
from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.query_tree import And, KindIs, Node, Not, Or, Query, Text
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.domain.words import words
from fanwiki.store.wiki_file import WikiFile

# Far from each other, so that none is a misspelling of another.
WORDS = ("neogi", "kaypo", "zipru", "owlte", "budfa", "maxhu")
FILMS = ("Rim", "Tusk")
GATES = (OPEN, Gate.of("Rim"), Gate.of("Tusk"), Gate.of("Rim", "Tusk"))
VIEWERS = (NEWCOMER, Viewer.who_has_seen(["Rim"]), Viewer.who_has_seen(FILMS), CURATOR)


class Passage(NamedTuple):
    text: str
    gate: Gate
    is_alias: bool = False


class Page(NamedTuple):
    title: str
    kind: str
    gate: Gate
    passages: list[Passage]

    def document(self) -> Document:
        parts = [passage._replace(gate=passage.gate | self.gate) for passage in self.passages]
        return document(
            self.title,
            kind=self.kind,
            gate=self.gate,
            names=tuple(Name(part.text, is_title=False, gate=part.gate) for part in parts if part.is_alias),
            segments=tuple(segment(part.text, part.gate) for part in parts if not part.is_alias),
        )

    def visible(self, viewer: Viewer) -> list[str] | None:
        """Return the texts that the viewer may read, or None when they may not know of the page."""
        if not passes(viewer, self.gate):
            return None
        return [self.title, *(part.text for part in self.passages if passes(viewer, part.gate))]


def passes(viewer: Viewer, gate: Gate) -> bool:
    return viewer.sees_all or gate.films <= viewer.seen


def holds(node: Node, page: Page, texts: list[str]) -> bool:
    match node:
        case And(parts):
            return all(holds(part, page, texts) for part in parts)
        case Or(parts):
            return any(holds(part, page, texts) for part in parts)
        case Not(part):
            return not holds(part, page, texts)
        case KindIs(kinds):
            return page.kind in kinds
        case Text():
            return any(has(text, node) for text in texts)
        case _:
            raise TypeError(node)


def has(text: str, wanted: Text) -> bool:
    found = words(text)
    count = len(wanted.words)
    for start in range(len(found) - count + 1):
        *before, last = found[start : start + count]
        same = last.startswith(wanted.words[-1]) if wanted.begins else last == wanted.words[-1]
        if same and tuple(before) == wanted.words[:-1]:
            return True
    return False


phrases = st.lists(st.sampled_from(WORDS), min_size=1, max_size=4).map(" ".join)
passages = st.builds(Passage, phrases, st.sampled_from(GATES), st.booleans())
pages = st.builds(
    Page,
    st.just(""),
    st.sampled_from(("article", "character")),
    st.sampled_from((OPEN, OPEN, GATES[1])),
    st.lists(passages, max_size=4),
)
leaves = st.one_of(
    st.sampled_from(WORDS).map(lambda word: Text(word, (word,))),
    st.sampled_from(WORDS).map(lambda word: Text(word[:3], (word[:3],), begins=True)),
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=2).map(
        lambda pair: Text(" ".join(pair), tuple(pair), exact=True)
    ),
    st.just(KindIs(("character",), "Character")),
)
queries = st.recursive(
    leaves,
    lambda nodes: st.one_of(
        st.lists(nodes, min_size=2, max_size=3).map(lambda parts: And(tuple(parts))),
        st.lists(nodes, min_size=2, max_size=3).map(lambda parts: Or(tuple(parts))),
        nodes.map(Not),
    ),
    max_leaves=5,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("oracle")


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(pages, min_size=1, max_size=6), st.lists(queries, min_size=1, max_size=6))
def test_search_finds_what_reading_every_page_finds(
    empty_wiki_file: Path, folder: Path, drawn: list[Page], roots: list[Node]
) -> None:
    path = folder / "oracle.fanwiki"
    shutil.copyfile(empty_wiki_file, path)
    filled = [page._replace(title=f"P{number}") for number, page in enumerate(drawn)]
    with WikiFile.open(path) as wiki:
        with wiki.writing() as writer:
            for made in (*map(film, FILMS), *(page.document() for page in filled)):
                save_in(writer, made)
        for viewer in VIEWERS:
            for root in roots:
                compare(wiki, viewer, root, filled)


def compare(wiki: WikiFile, viewer: Viewer, root: Node, filled: list[Page]) -> None:
    everything = [*filled, *(Page(title, "film", OPEN, []) for title in FILMS)]
    expected = answers(root, everything, viewer)
    query = Query("", root)
    with wiki.reading(viewer) as reader:
        assert {page.title for page in reader.search.pages(query)} == expected, (viewer, root)
        for thorough in (True, False):
            result = reader.search.run(query, limit=50, thorough=thorough)
            found = {hit.page.title for hit in result.hits}
            if not result.corrected and not result.is_loose:
                assert (found, result.total) == (expected, len(expected)), (viewer, root)
            else:
                assert expected <= found
            if not has_not(root):
                assert result.withheld == len(answers(root, everything, CURATOR) - expected), (viewer, root)


def answers(root: Node, everything: list[Page], viewer: Viewer) -> set[str]:
    visible = ((page, page.visible(viewer)) for page in everything)
    return {page.title for page, texts in visible if texts is not None and holds(root, page, texts)}


def has_not(node: Node) -> bool:
    match node:
        case And(parts) | Or(parts):
            return any(map(has_not, parts))
        case _:
            return isinstance(node, Not)
