"""What the columns of film lists are called, and which field each becomes."""

from __future__ import annotations

from collections.abc import Mapping

from fanwiki.importers.mapping import Mappings, template_key

LIST = "film list"
"""The name under which the wiki remembers what its curator mapped columns to."""

TITLE = "title"
YEAR = "year"
BODY = "body"
CAST = "cast"

_NAMES: Mapping[str, tuple[str, ...]] = {
    TITLE: ("title", "name", "film", "movie", "film title", "movie title", "primary title"),
    YEAR: ("year", "release year", "start year"),
    "released": ("released", "release date", "date", "premiere", "us release date"),
    CAST: ("cast", "actors", "starring", "stars", "performers", "top cast"),
    "director": ("director", "directors", "directed by"),
    "writer": ("writer", "writers", "screenplay", "written by"),
    "producer": ("producer", "producers", "produced by"),
    "composer": ("composer", "composers", "music", "music by"),
    "genre": ("genre", "genres", "major genre"),
    "studio": ("studio", "studios", "production company", "production companies"),
    "distributor": ("distributor", "distributors"),
    "runtime": ("runtime", "running time", "running time min", "duration", "length", "runtime minutes", "minutes"),
    BODY: ("body", "extract", "plot", "summary", "overview", "description", "synopsis"),
}
_FIELDS = {name: field for field, names in _NAMES.items() for name in names}

PEOPLE = frozenset({"director", "writer", "producer", "composer"})
"""Fields that link to people."""

LISTS = frozenset({CAST, "genre", "studio", "distributor", *PEOPLE})
"""Fields that hold several values."""


def field_of(column: str, mappings: Mappings) -> str:
    """Return the field that a column becomes: what the curator said, what it is commonly called, or its own name.

    The empty name leaves the column out.
    """
    key = template_key(column)
    told = mappings.get(LIST)
    if told is not None and key in told.fields:
        return told.fields[key]
    return _FIELDS.get(key) or own_name(column)


def own_name(column: str) -> str:
    """Return a column's name as a field's: lower case, letters, digits and ``_``."""
    kept = "".join(char if char.isalnum() else "_" for char in column.strip().casefold())
    return "_".join(part for part in kept.split("_") if part)


def is_film_list(columns: set[str]) -> bool:
    """Whether a table with these columns looks like a list of films: titles, and something that only films have."""
    fields = {_FIELDS.get(template_key(column)) for column in columns}
    return TITLE in fields and bool(fields & {CAST, "director", "released", YEAR})
