"""A secret behind every grain of gate, and every method of every room asked by who must not know it.

The rooms and their methods are found by looking, so a new one that is not told here fails the test.
"""

from __future__ import annotations

import inspect
import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from store_making import cast, document, film, linking, save, segment, source_for, tag

from fanwiki.domain.document import Fact, Heading, Link, Name, Problem
from fanwiki.domain.gate import Gate
from fanwiki.domain.origin import Origin
from fanwiki.domain.page import PageId
from fanwiki.domain.query import FieldNames, parse
from fanwiki.domain.viewer import CURATOR, NEWCOMER, Viewer
from fanwiki.errors import FanwikiError
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow
from fanwiki.store.search import Search
from fanwiki.store.search_listing import Place
from fanwiki.store.wiki_file import WikiFile

LATE = {"Search": Search}
"""Rooms that the reader imports when they are asked for."""

SECRET = "Zyxwolf"
TWIST = Gate.of("Twist")
BOTH = TWIST | Gate.of("Second")
PNG = b"\x89PNG\r\n\x1a\n"

OUTSIDERS = {
    "newcomer": NEWCOMER,
    "who saw another film": Viewer.who_has_seen(["Second"]),
    "who guesses the secret": Viewer.who_has_seen([SECRET, f"{SECRET} Returns"]),
}

# Whole sources are given to be redacted; a digest is known only to who has what was rendered.
GIVEN_WHOLE = {"pages.source", "pages.sources", "rendered.get", "rendered.put"}


@pytest.fixture(scope="module")
def secret_wiki(empty_wiki_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[WikiFile]:
    """A wiki with the secret behind the gates of names, links, tags, facts, segments, problems, files, revisions."""
    path = tmp_path_factory.mktemp("secret") / "heroes.fanwiki"
    shutil.copyfile(empty_wiki_file, path)
    with WikiFile.open(path) as wiki:
        _fill(wiki)
        yield wiki


def _fill(wiki: WikiFile) -> None:
    save(wiki, film("Twist"))
    save(wiki, film("Second"))
    hidden = document(
        f"{SECRET} Returns",
        kind="film",
        gate=TWIST,
        names=(Name(f"Old {SECRET}", is_title=False, gate=TWIST),),
        tags=(tag(SECRET, TWIST),),
        links=(Link("Ann", gate=TWIST), Link(f"{SECRET} wanted", gate=TWIST)),
        facts=(Fact("species", 0, "", SECRET, gate=TWIST), *cast(0, "Ann", SECRET, TWIST)),
        segments=(segment(f"{SECRET} lives", TWIST, heading=SECRET),),
        problems=(Problem("wrong", SECRET, TWIST),),
    )
    save(wiki, hidden, SECRET, author=SECRET, comment=SECRET)
    ann = document(
        "Ann",
        kind="character",
        names=(Name("Annie", is_title=False), Name(f"{SECRET}'s heir", is_title=False, gate=TWIST)),
        headings=(Heading(2, SECRET, SECRET.lower(), TWIST),),
        tags=(tag("hero"), tag(f"hero/{SECRET}", BOTH)),
        links=(
            Link("Bob"),
            Link(f"{SECRET} Returns", SECRET, gate=TWIST),
            Link("Bob", label=SECRET, gate=BOTH),
            Link(f"{SECRET}.png", embed=True, gate=TWIST),
            Link(f"{SECRET} gone.png", embed=True, gate=TWIST),
        ),
        facts=(
            Fact("status", 0, "", "alive"),
            Fact("status", 1, "", f"killed by {SECRET}", gate=TWIST),
            Fact("relatives", 0, "who", SECRET, f"{SECRET} Returns", gate=TWIST),
            Fact("relatives", 0, "relation", "friend"),
            Fact("image", 0, "", f"{SECRET}-2.png", gate=BOTH),
        ),
        segments=(
            segment("Ann is a hero."),
            segment(f"She is {SECRET}.", BOTH),
            segment("Then", TWIST | Gate.of(f"{SECRET} Returns"), heading="Later"),
        ),
        problems=(Problem("wrong", f"about {SECRET}", TWIST),),
    )
    save(wiki, ann, SECRET, author=SECRET, comment=SECRET)
    save(wiki, linking("Bob", "Ann"), "plain")
    trashed = save(wiki, document(f"{SECRET} in the trash"), SECRET)
    renamed = save(wiki, document(f"{SECRET} once", gate=TWIST))
    save(wiki, document(f"{SECRET} alone", gate=TWIST))
    made = document("Harmless")
    with wiki.writing() as writer:
        writer.pages.move_to_trash(trashed.id, author=SECRET)
        writer.pages.rename(renamed.id, made, source_for(made), base=1, author=SECRET, comment=SECRET)
        for name in (f"{SECRET}.png", f"{SECRET}-2.png", f"{SECRET}-unused.png"):
            writer.attachments.add(name, PNG)
        writer.mappings.put("mediawiki", "w", SECRET)
        gone = Origin(SECRET, f"https://wiki.example/{SECRET}", "1", "2020", (SECRET,), SECRET)
        hidden_page, known = writer.pages.find(f"{SECRET} Returns"), writer.pages.find("Ann")
        assert hidden_page is not None
        assert known is not None
        # The address of Ann tells the name of hers that is gated.
        told_of_ann = replace(gone, wiki="Heroes", contributors=(), licence="")
        writer.origins.put({hidden_page.id: gone, trashed.id: gone, known.id: told_of_ann})


def rooms() -> dict[str, type]:
    """Return the rooms of a reader and their classes."""
    found = {}
    for name, member in inspect.getmembers(Reader):
        if isinstance(member, cached_property):
            found[name] = inspect.signature(member.func, locals=LATE, eval_str=True).return_annotation
    return {**found, "rendered": inspect.signature(Reader.__init__, eval_str=True).parameters["rendered"].annotation}


METHODS = sorted(
    f"{room}.{name}"
    for room, its_class in rooms().items()
    for name, _ in inspect.getmembers(its_class, inspect.isfunction)
    if not name.startswith("_")
)


def arguments(reader: Reader, pages: list[PageRow]) -> dict[str, list[Any]]:
    """Return what each parameter may be asked with, by its name: also rows that only a curator should have."""
    texts = [
        "Ann",
        SECRET,
        SECRET.lower(),
        f"{SECRET} Returns",
        f"{SECRET} in the trash",
        f"Old {SECRET}",
        "Annie",
        f"{SECRET}'s heir",
    ]
    queries = [
        "",
        "hero",
        SECRET,
        f"title:{SECRET}",
        f'"{SECRET}"',
        f"{SECRET[:4]}*",
        f"tag:hero/{SECRET}",
        "kind:film",
    ]
    queries += [f"linksto:{SECRET}", f"status:{SECRET}", "is:orphan", "has:status", f"-{SECRET}", "sort:updated"]
    names = FieldNames(reader.kinds().values())
    files = [f"{SECRET}.png", f"{SECRET}-2.png", f"{SECRET}-unused.png"]
    return {
        "page": [*pages],
        "pages": [pages],
        "title": texts,
        "titles": [texts],
        "tag": ["hero", SECRET, f"hero/{SECRET}"],
        "name": files,
        "limit": [50],
        "size": [50],
        "most": [50],
        "kind": ["film", None],
        "fields": [["status", "relatives", "cast", "species"]],
        "field": ["status", "relatives", "cast", "species"],
        "sub": ["", "who", "character", "performer"],
        "number": [1, 2],
        "keys": [texts],
        "importer": ["mediawiki"],
        "key": ["w"],
        "digest": [b"digest"],
        "html": ["html"],
        "prefix": [*texts, SECRET[:3], "a"],
        "typed": [*texts, SECRET[:3], "a"],
        "beginning": [*texts, SECRET[:3], "a"],
        "text": texts,
        "query": [parse(query, names) for query in queries],
    }


IDS = {
    "pages.get",
    "pages.get_all",
    "trash.get",
    "trash.source",
    "attachments.mentioned_in",
    "history.authors",
    "links.embedding",
    "links.into_places",
}
"""Methods that take pages by their ids."""


def calls(method: str, function: Callable[..., Any], known: dict[str, list[Any]]) -> list[dict[str, Any]]:
    """Return every way in which a method is to be asked."""
    ways: list[dict[str, Any]] = [{}]
    for name, parameter in inspect.signature(function).parameters.items():
        if method == "search.further" and name == "after":
            ways = [{**way, name: Place(0, (1,) if way["query"].sort else (50, 0)).text()} for way in ways]
            continue
        if name not in known:
            assert parameter.default is not parameter.empty, f"say in this test what to ask {method} with as {name}"
            continue
        values = known[name]
        if method in IDS and name == "page":
            values = [page.id for page in values]
        if method in IDS and name == "pages":
            values = [[page.id for page in values[0]]]
        ways = [{**way, name: value} for way in ways for value in values]
    return ways


def told(function: Callable[..., Any], way: dict[str, Any]) -> str:
    """Ask, and return all that was told, errors included but for what was asked with."""
    try:
        answer = function(**way)
        return repr(list(answer) if inspect.isgenerator(answer) else answer)
    except FanwikiError as error:
        asked = [value.title if isinstance(value, PageRow) else str(value) for value in way.values()]
        text = str(error)
        for value in asked:
            text = text.replace(value, "")
        return text


@pytest.mark.parametrize("method", METHODS)
def test_no_method_of_any_room_tells_the_secret(secret_wiki: WikiFile, method: str) -> None:
    room, name = method.split(".")
    with secret_wiki.reading(CURATOR) as curator:
        pages = [*curator.pages.all(), *curator.trash.all()]
    assert len(pages) == 8
    for who, viewer in OUTSIDERS.items():
        with secret_wiki.reading(viewer) as reader:
            function = getattr(getattr(reader, room), name)
            for way in calls(method, function, arguments(reader, pages)):
                answer = told(function, way)
                if method in GIVEN_WHOLE:
                    allowed = [page for page in pages if reader.pages.get(page.id)]
                    assert f"{SECRET} Returns" not in answer, (who, way, allowed)
                    assert "in the trash" not in answer
                    continue
                for value in _asked_texts(way):
                    answer = answer.replace(repr(value), "''")
                assert SECRET.lower() not in answer.lower(), (who, way)


def _asked_texts(way: dict[str, Any]) -> list[str]:
    """Return the texts asked with: a table of answers may repeat what was asked as its keys."""
    texts = [value for value in way.values() if isinstance(value, str)]
    return texts + [
        text for value in way.values() if isinstance(value, list) for text in value if isinstance(text, str)
    ]


def test_the_secret_is_there_for_who_may_know_it(secret_wiki: WikiFile) -> None:
    """Without this the test above could pass by asking wrongly."""
    silent = []
    with secret_wiki.reading(CURATOR) as reader:
        pages = [*reader.pages.all(), *reader.trash.all()]
        for method in METHODS:
            room, name = method.split(".")
            function = getattr(getattr(reader, room), name)
            answers = [told(function, way) for way in calls(method, function, arguments(reader, pages))]
            if not any(SECRET in answer for answer in answers):
                silent.append(method)
    counting = {name for name in METHODS if name.split(".")[1].startswith(("count", "words", "gate_of", "note"))}
    assert set(silent) - counting <= {
        "rendered.get",
        "rendered.put",
        "soundness.problems",
        "gates.unknown_films",
        "links.embedding",
        "links.ids_linking_to",
        "links.much_linked",
        "origins.any",
        "pages.heads",
    } | {name for name in METHODS if name.startswith("search.")}


def test_counts_do_not_count_what_is_hidden(secret_wiki: WikiFile) -> None:
    with secret_wiki.reading(NEWCOMER) as reader:
        assert reader.pages.count_by_kind() == {"article": 2, "character": 1, "film": 2}
        assert reader.links.count() == 2
        assert reader.attachments.count() == 0
        assert [(row.name, row.pages) for row in reader.tags.all()] == [("hero", 1)]
        ann = reader.pages.find("Ann")
        assert ann is not None
        assert reader.links.counts_to([ann]) == {ann.id: 1}


def test_an_address_elsewhere_is_hidden_with_any_name_of_its_page(secret_wiki: WikiFile) -> None:
    for viewer, shown in ((NEWCOMER, ""), (CURATOR, f"https://wiki.example/{SECRET}")):
        with secret_wiki.reading(viewer) as reader:
            ann = reader.pages.find("Ann")
            assert ann is not None
            assert reader.origins.of(ann) == Origin("Heroes", shown, "1", "2020")


def test_pages_are_not_told_by_their_numbers(secret_wiki: WikiFile) -> None:
    with secret_wiki.reading(NEWCOMER) as reader:
        told_pages = [reader.pages.get(PageId(number)) for number in range(12)]
        assert sorted(page.title for page in told_pages if page) == ["Ann", "Bob", "Harmless", "Second", "Twist"]


def test_whole_sources_of_hidden_pages_are_not_given(secret_wiki: WikiFile) -> None:
    with secret_wiki.reading(CURATOR) as reader:
        hidden = reader.pages.find(f"{SECRET} Returns")
        assert hidden is not None
    with secret_wiki.reading(NEWCOMER) as reader:
        with pytest.raises(FanwikiError):
            reader.pages.source(hidden)
        assert list(reader.pages.sources([hidden])) == []


def test_no_words_of_the_secret_are_in_what_a_reader_may_look_up_by_hand(secret_wiki: WikiFile, tmp_path: Path) -> None:
    """The gate filter for SQL written by hand keeps every gated table shut."""
    from fanwiki.store.visibility import SQL_SEES

    with secret_wiki.reading(NEWCOMER) as reader:
        for table in ("page", "name", "link", "tag", "fact", "segment", "problem"):
            rows = reader.snapshot.execute(f"SELECT * FROM {table} WHERE {SQL_SEES.format(table)}").all()
            shown = [row for row in rows if "in the trash" not in repr(row)]
            assert SECRET.lower() not in repr(shown).lower()
