"""Lists of films with their casts become a wiki whose filmographies follow."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from corpus_files import corpus
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import SourceError
from fanwiki.importers.formats import detect
from fanwiki.services import appearing, checking, importing, showing, wikis
from fanwiki.store.wiki_file import WikiFile


@pytest.fixture
def wiki(tmp_path: Path) -> Iterator[WikiFile]:
    with wikis.create_wiki(tmp_path / "w.fanwiki") as wiki:
        yield wiki


@pytest.mark.corpus
def test_films_of_a_decade_become_films_people_and_filmographies(wiki: WikiFile) -> None:
    path = corpus("films") / "movies-1980s.json"
    films = json.loads(path.read_text("utf-8"))
    assert detect(path) == "films"
    outcome = importing.import_source(wiki, path)
    counts = checking.stats(wiki)
    assert counts["by_kind"]["film"] == len(films) == 2272
    assert counts["by_kind"]["person"] == 3048
    found = appearing.filmography(wiki, "Harrison Ford", CURATOR)
    listed = [film for film in films if "Harrison Ford" in film["cast"]]
    assert len(found) == len(listed) >= 8
    assert [record.page.title for record in found] == sorted(
        (record.page.title for record in found), key=lambda title: _year(films, title)
    )
    again = importing.import_source(wiki, path)
    assert (again.added, again.updated, again.unchanged) == ([], [], len(outcome.added))
    assert checking.stats(wiki) == counts


def _year(films: list[dict[str, object]], title: str) -> object:
    return next(
        film["year"] for film in films if str(film["title"]) == title.rpartition(" (")[0] or film["title"] == title
    )


def test_csv_with_roles_and_names_told_apart(wiki: WikiFile, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Movie Title,Release Year,Actors,Directed by,Box Office\n"
        'Ghost,1990,"Demi Moore as Molly; Patrick Swayze as Sam",Jerry Zucker,505\n'
        'Ghost,2010,"Nanako Matsushima",Tarō Ōtani,\n'
        'Annie,1982,"Albert Finney, Robert Downey, Jr., Annie",John Huston,\n'
        ",1999,Nobody,,\n",
        "utf-8",
    )
    assert detect(path) == "films"
    outcome = importing.import_source(wiki, path)
    first = showing.as_json(wiki, "Ghost (1990)", CURATOR)
    assert first["fields"]["cast"] == [
        {"character": "[[Molly]]", "performer": "[[Demi Moore]]"},
        {"character": "[[Sam]]", "performer": "[[Patrick Swayze]]"},
    ]
    assert first["fields"]["released"] == ["1990"]
    assert first["fields"]["director"] == ["[[Jerry Zucker]]"]
    assert first["fields"]["box_office"] == "505"
    assert first["aliases"] == ["Ghost"]
    assert showing.as_json(wiki, "Ghost (2010)", CURATOR)["kind"] == "film"
    assert showing.as_json(wiki, "Annie", CURATOR)["kind"] == "person"
    assert showing.as_json(wiki, "Annie (1982)", CURATOR)["fields"]["cast"] == [
        {"performer": "[[Albert Finney]]"},
        {"performer": "[[Robert Downey, Jr.]]"},
        {"performer": "[[Annie]]"},
    ]
    assert {problem.code for problem in outcome.report.problems} == {"no-title", "shared-title"}


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("deep.json", "[" * 200_000),
        ("cut.json", '[{"title": "A", "year": 1'),
        ("words.json", '{"title": 3, "year"'),
        ("empty.csv", "title,year\n"),
    ],
)
def test_broken_lists_are_refused_in_words_and_change_nothing(
    wiki: WikiFile, tmp_path: Path, name: str, content: str
) -> None:
    path = tmp_path / name
    path.write_text(content)
    with pytest.raises(SourceError):
        importing.import_source(wiki, path, source_format="films")
    assert checking.stats(wiki)["pages"] == 0


def test_other_json_is_no_list_of_films(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('[{"name": "x", "value": 3}]')
    with pytest.raises(SourceError):
        detect(path)
