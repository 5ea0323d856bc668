"""Two hundred misspelt names of characters, films and performers, as people type them, against a wiki of real films."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from corpus_files import corpus
from fanwiki.domain.query import FieldNames, parse
from fanwiki.domain.title import lookup_key
from fanwiki.domain.viewer import CURATOR
from fanwiki.store.wiki_file import WikiFile
from film_wiki import make_film_wiki

pytestmark = [pytest.mark.corpus, pytest.mark.heavy]

LEAST_RECALL = 0.95


class Misspelling(NamedTuple):
    typed: str
    meant: str
    kind: str


def misspellings() -> list[Misspelling]:
    lines = Path(__file__).with_name("misspellings.tsv").read_text("utf-8").splitlines()
    return [Misspelling(*line.split("\t")) for line in lines]


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WikiFile]:
    characters = dict.fromkeys(entry.meant for entry in misspellings() if entry.kind == "character")
    path = tmp_path_factory.mktemp("films") / "films.fanwiki"
    with make_film_wiki(path, corpus("films"), characters=characters) as made:
        yield made


def is_meant(title: str, entry: Misspelling) -> bool:
    """Whether a hit is the page that was meant; a film of the same name as a character will do as well."""
    return lookup_key(title).removeprefix("the ") == lookup_key(entry.meant).removeprefix("the ")


def test_there_are_two_hundred_and_none_is_spelt_right() -> None:
    entries = misspellings()
    assert len(entries) == 200
    assert [entry for entry in entries if lookup_key(entry.typed) == lookup_key(entry.meant)] == []


def test_misspelt_names_are_among_the_first_five_hits(wiki: WikiFile) -> None:
    missed = []
    with wiki.reading(CURATOR) as reader:
        fields = FieldNames(reader.kinds().values())
        for entry in misspellings():
            found = reader.search.run(parse(entry.typed, fields), limit=5).hits
            if not any(is_meant(hit.page.title, entry) for hit in found):
                missed.append((entry.typed, entry.meant, [hit.page.title for hit in found]))
    assert 1 - len(missed) / 200 >= LEAST_RECALL, missed


def test_misspelt_names_are_offered_for_completion(wiki: WikiFile) -> None:
    with wiki.reading(CURATOR) as reader:
        missed = [
            entry
            for entry in misspellings()
            if not any(is_meant(hit.name, entry) for hit in reader.search.titles(entry.typed, limit=5))
        ]
    assert 1 - len(missed) / 200 >= LEAST_RECALL, missed


def test_names_that_are_spelt_right_come_first(wiki: WikiFile) -> None:
    with wiki.reading(CURATOR) as reader:
        fields = FieldNames(reader.kinds().values())
        for entry in misspellings():
            first = reader.search.run(parse(entry.meant, fields), limit=1).hits[0]
            assert is_meant(first.page.title, entry), (entry, first.page.title)
