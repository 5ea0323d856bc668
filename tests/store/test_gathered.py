"""What is gathered of many pages at once is row for row what the rooms tell of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.store import gathered
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow
from fanwiki.store.wiki_file import WikiFile
from leak_wiki import FAN, READERS, make_leak_wiki

VIEWERS = {**READERS, "fan": FAN, "curator": CURATOR, "newcomer": NEWCOMER}


@pytest.fixture(scope="module")
def wiki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WikiFile]:
    with make_leak_wiki(tmp_path_factory.mktemp("wiki") / "leak.fanwiki") as made:
        yield made


def records(reader: Reader, page: PageRow) -> Any:
    """Ask for the records of every field that names the page."""
    named = sorted({(row.field, row.sub) for row in reader.facts.pointing_to(page) if row.sub})
    return [(field, sub, reader.facts.records_where(field, sub, page)) for field, sub in named]


QUESTIONS: dict[str, Callable[[Reader, PageRow], Any]] = {
    "source": lambda reader, page: reader.pages.source(page),
    "names": lambda reader, page: reader.pages.names(page),
    "segments": lambda reader, page: reader.pages.segments(page),
    "facts": lambda reader, page: reader.facts.of(page),
    "pointing": lambda reader, page: reader.facts.pointing_to(page),
    "records": records,
    "linking": lambda reader, page: reader.links.sources_to(page),
    "first linking": lambda reader, page: reader.links.first_sources_to(page, 2),
    "how many link": lambda reader, page: reader.links.count_sources_to(page),
    "leads": lambda reader, page: [reader.pages.leads_to(row.target) for row in reader.links.of(page)],
    "named": lambda reader, page: sorted(reader.links.named_in(page)),
    "tags": lambda reader, page: reader.tags.of(page),
    "origin": lambda reader, page: reader.origins.of(page),
}


@pytest.mark.parametrize("question", QUESTIONS)
@pytest.mark.parametrize("viewer", VIEWERS.values(), ids=VIEWERS)
def test_gathered_answers_are_those_of_the_rooms(wiki: WikiFile, viewer: Viewer, question: str) -> None:
    ask = QUESTIONS[question]
    with wiki.reading(viewer) as reader:
        pages = reader.pages.all()
        one_by_one = [ask(reader, page) for page in pages]
        some = pages[::2]
        reader.gather(some)
        assert [ask(reader, page) for page in pages] == one_by_one
        reader.gather(pages)
        assert [ask(reader, page) for page in pages] == one_by_one
    assert any(one_by_one)


@pytest.mark.parametrize("question", ["linking", "first linking", "how many link"])
@pytest.mark.parametrize("viewer", VIEWERS.values(), ids=VIEWERS)
def test_pages_that_many_link_to_keep_some_of_them_and_tell_the_same(
    wiki: WikiFile, viewer: Viewer, question: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(gathered, "MOST_LINKING", 1)
    test_gathered_answers_are_those_of_the_rooms(wiki, viewer, question)


def test_days_are_those_of_the_facts(wiki: WikiFile) -> None:
    with wiki.reading(CURATOR) as reader:
        pages = reader.pages.all()
        told = {
            page.id: {row.field: [row.earliest] for row in reader.facts.of(page) if row.field == "released"}
            for page in pages
        }
        assert reader.gather(pages).days(pages) == told
        assert any(told.values())
