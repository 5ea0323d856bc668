"""Lists of films to drafts: a page a film with its cast, and a page a person."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.title import identity, possible_title
from fanwiki.errors import SourceError
from fanwiki.importers.draft import PageDraft
from fanwiki.importers.film_list.columns import BODY, CAST, LIST, LISTS, PEOPLE, TITLE, YEAR, field_of, is_film_list
from fanwiki.importers.film_list.rows import JSON, LINES, TABLES, Row, columns_of, read_rows
from fanwiki.importers.mapping import TemplateMapping, template_key
from fanwiki.importers.origin import Origin
from fanwiki.importers.run import ImportRun
from fanwiki.wording import say, written

_ROLE = re.compile(r"(?P<performer>.+?)\s+(?:as|\.\.\.|…)\s+(?P<character>.+)")
_SEPARATORS = re.compile(r"\s*[;|\n]\s*")
_COMMA = re.compile(r",(?!\s*(?:Jr|Sr|II|III|IV|M\.?D|Ph\.?D)\b)")
_PERFORMER_KEYS = ("performer", "actor", "name", "person")
_CHARACTER_KEYS = ("character", "role")


@dataclass(slots=True)
class _Film:
    """A row as fields of a film."""

    title: str
    year: str = ""
    body: str = ""
    url: str = ""
    fields: dict[str, Value] = field(default_factory=dict)
    people: list[str] = field(default_factory=list)


def fits(path: Path) -> bool:
    """Tell whether this is a list of films, or a folder of such lists and of nothing else."""
    if path.is_dir():
        files = [file for file in sorted(path.iterdir()) if file.is_file() and not file.name.startswith(".")]
        lists = [file for file in files if _is_list(file)]
        return bool(lists) and not any(file.suffix.casefold() in (".md", ".tid") for file in files)
    return _is_list(path)


def read(path: Path, run: ImportRun) -> Iterator[PageDraft]:
    """Yield the films of a list, or of all lists in a folder, then the people in them.

    Films of one name are told apart by their year. A person is one page, in however many films.

    Raises:
        SourceError: Nothing there is a list of films.
    """
    files = sorted(file for file in path.iterdir() if _is_list(file)) if path.is_dir() else [path]
    films = [film for file in files for film in _films(file, run)]
    if not films:
        raise SourceError(say("%1 holds no film with a title.", path.name), "Map a column to “title”, or call it so.")
    people = {identity(name): name for film in films for name in film.people}
    titles = _titles(films, set(people), run)
    total = len(films) + len(people)
    for done, (film, title) in enumerate(zip(films, titles, strict=True)):
        run.progress.step(done, total, title)
        yield _counted(_film_draft(film, title, path.name, _kind(run)), run)
    for done, name in enumerate(people.values(), len(films)):
        run.progress.step(done, total, name)
        yield _counted(PageDraft(PageSource(name, "person"), adds=True), run)


def _kind(run: ImportRun) -> str:
    told = run.mappings.get(LIST)
    return told.kind if told is not None else "film"


def _is_list(path: Path) -> bool:
    if not path.is_file() or path.suffix.casefold() not in (*JSON, *LINES, *TABLES):
        return False
    try:
        return is_film_list(columns_of(path))
    except OSError:
        return False


def _films(path: Path, run: ImportRun) -> Iterator[_Film]:
    columns = {**run.offered[LIST].fields} if LIST in run.offered else {}
    run.offered[LIST] = TemplateMapping(_kind(run), columns)
    for number, row in enumerate(read_rows(path), 1):
        run.progress.step(number, None, path.name)
        film = _film(row, run, columns)
        if film is None:
            run.report.problem(
                path.name, "no-title", written("Row %1 of %2 has no title and was left out.", number, path.name)
            )
        else:
            yield film


def _film(row: Row, run: ImportRun, offered: dict[str, str]) -> _Film | None:
    film = _Film("")
    for column, value in row.items():
        name = field_of(str(column), run.mappings)
        offered[template_key(str(column))] = name
        if name and not _is_empty(value):
            _put(film, name, value)
    if not film.title:
        return None
    if film.year and "released" not in film.fields:
        film.fields["released"] = [film.year]
    return film


def _put(film: _Film, name: str, value: Any) -> None:
    if name == TITLE:
        film.title = possible_title(str(value))
    elif name == YEAR:
        film.year = str(value).strip()
    elif name == BODY:
        film.body = str(value).strip()
    elif name == CAST:
        film.fields[CAST] = [_cast_record(film, entry) for entry in _several(value)]
    elif name in PEOPLE:
        film.fields[name] = [_linked(film, str(entry)) for entry in _several(value)]
    elif name in LISTS:
        film.fields[name] = [str(entry) for entry in _several(value)]
    elif name == "released":
        film.fields[name] = [str(value).strip()]
    else:
        film.fields[name] = _plain(value)
        if name in ("url", "href") and str(value).startswith(("http://", "https://")):
            film.url = str(value)


def _cast_record(film: _Film, entry: Any) -> Value:
    if isinstance(entry, dict):
        performer = next((str(entry[key]) for key in _PERFORMER_KEYS if entry.get(key)), "")
        character = next((str(entry[key]) for key in _CHARACTER_KEYS if entry.get(key)), "")
    else:
        match = _ROLE.fullmatch(str(entry))
        performer, character = (match["performer"], match["character"]) if match else (str(entry), "")
    record: dict[str, Value] = {}
    if character:
        record["character"] = f"[[{possible_title(character)}]]"
    if performer:
        record["performer"] = _linked(film, performer)
    return record


def _linked(film: _Film, name: str) -> str:
    title = possible_title(name)
    film.people.append(title)
    return f"[[{title}]]"


def _several(value: Any) -> list[Any]:
    """Return the values of a cell: a list as it is, text parted at ``;`` and ``|``, else at commas."""
    if isinstance(value, list):
        return [entry for entry in value if not _is_empty(entry)]
    text = str(value).strip()
    parts = _SEPARATORS.split(text)
    if len(parts) == 1:
        parts = _COMMA.split(text)
    return [part.strip() for part in parts if part.strip()]


def _plain(value: Any) -> Value:
    """Return a value that pages can hold: what came from JSON already is one."""
    kept: Value = value.strip() if isinstance(value, str) else value
    return kept


def _is_empty(value: Any) -> bool:
    return value is None or value in ("", [], {}) or (isinstance(value, str) and not value.strip())


def _titles(films: list[_Film], people: set[str], run: ImportRun) -> list[str]:
    """Give every film a title of its own."""
    count = Counter(identity(film.title) for film in films)
    taken = set(people)
    titles: list[str] = []
    for film in films:
        wanted = [film.title] if count[identity(film.title)] == 1 else []
        wanted += [f"{film.title} ({film.year})"] if film.year else []
        wanted += [f"{film.title} (film)"]
        title = next((possible_title(name) for name in wanted if identity(possible_title(name)) not in taken), "")
        number = 2
        while not title:
            numbered = possible_title(f"{film.title} ({film.year or 'film'}, {number})")
            title = "" if identity(numbered) in taken else numbered
            number += 1
        taken.add(identity(title))
        if identity(title) != identity(film.title):
            run.report.problem(
                title, "shared-title", written("Another page is called “%1”; this film is “%2”.", film.title, title)
            )
        titles.append(title)
    return titles


def _film_draft(film: _Film, title: str, path: str, kind: str) -> PageDraft:
    fields = dict(film.fields)
    if identity(title) != identity(film.title):
        fields["aliases"] = [film.title]
    body = f"{film.body}\n" if film.body else ""
    origin = Origin(url=film.url) if film.url else None
    return PageDraft(PageSource(title, kind, fields, body), origin=origin, path=path)


def _counted(draft: PageDraft, run: ImportRun) -> PageDraft:
    run.report.pages += 1
    run.report.by_kind[draft.source.kind] += 1
    run.report.links += _links(list(draft.source.fields.values()))
    return draft


def _links(value: Value) -> int:
    if isinstance(value, str):
        return value.startswith("[[")
    inner = value if isinstance(value, list) else list(value.values()) if isinstance(value, dict) else []
    return sum(_links(entry) for entry in inner)
