"""A wiki of real films and performers, for tests that need names that nobody on this project made up."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from fanwiki.domain.document import Document, Fact, Link, Name, Segment
from fanwiki.domain.gate import OPEN
from fanwiki.domain.page import PageSource
from fanwiki.domain.title import possible_title
from fanwiki.services.wikis import create_wiki
from fanwiki.store.saves import PageSave
from fanwiki.store.wiki_file import WikiFile

DECADES = ("movies-1980s.json", "movies-1990s.json", "movies-2000s.json")


def make_film_wiki(path: Path, films: Path, *, characters: Collection[str] = ()) -> WikiFile:
    """Make a wiki of the films in a folder: one page a film, one a performer, and one for each of the characters."""
    wiki = create_wiki(path)
    entries = [film for decade in DECADES for film in json.loads((films / decade).read_text("utf-8"))]
    with wiki.writing() as writer:
        writer.pages.save_many(saves(entries, characters))
    return wiki


def saves(entries: list[dict[str, Any]], characters: Collection[str]) -> Iterator[PageSave]:
    """Yield what saves these films, their performers and the characters."""
    taken = {name.casefold() for name in characters}
    for name in characters:
        yield _save(name, "character", [], f"{name} is a character.", [])
    appears: dict[str, list[str]] = defaultdict(list)
    for film in entries:
        title = possible_title(film["title"])
        if title.casefold() in taken:
            title = possible_title(f"{film['title']} ({film['year']} film)")
        if title.casefold() in taken:
            continue
        taken.add(title.casefold())
        cast = [name for name in dict.fromkeys(map(possible_title, film["cast"])) if len(name) > 2]
        for name in cast:
            appears[name].append(title)
        yield _save(title, "film", _film_facts(film, cast), film.get("extract") or "", cast)
    for name, titles in appears.items():
        if name.casefold() not in taken:
            taken.add(name.casefold())
            yield _save(name, "person", [], f"{name} appeared in {', '.join(titles)}.", titles)


def _film_facts(film: dict[str, Any], cast: list[str]) -> list[Fact]:
    year = film["year"]
    facts = [Fact("released", 0, "date", str(year), earliest=f"{year}-01-01", latest=f"{year}-12-31")]
    facts += [Fact("genre", index, "", genre) for index, genre in enumerate(film["genres"])]
    facts += [Fact("cast", index, "performer", name, target=name) for index, name in enumerate(cast)]
    return facts


def _save(title: str, kind: str, facts: list[Fact], text: str, targets: list[str]) -> PageSave:
    document = Document(
        title=title,
        kind=kind,
        gate=OPEN,
        names=(Name(title, is_title=True),),
        links=tuple(Link(target) for target in targets),
        segments=(Segment("", "", text),),
        facts=tuple(facts),
        words=len(text.split()),
    )
    return PageSave(document, PageSource(title, kind, {}, text), None)
