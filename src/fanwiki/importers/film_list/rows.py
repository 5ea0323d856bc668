"""The rows of a list, from JSON, JSON lines or CSV, as one shape: columns with values."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, TypeAlias

from fanwiki.errors import SourceError
from fanwiki.importers.decoding import decode
from fanwiki.wording import say

Row: TypeAlias = Mapping[str, Any]

JSON = (".json",)
LINES = (".jsonl", ".ndjson")
TABLES = (".csv", ".tsv")
MAX_BYTES = 200 * 1024 * 1024
_PROBE = 64 * 1024
_LONGEST_CELL = 10 * 1024 * 1024


def columns_of(path: Path) -> set[str]:
    """Return the columns of a list from its first bytes; none when it is no list."""
    suffix = path.suffix.casefold()
    with path.open("rb") as file:
        start = decode(file.read(_PROBE)).text
    if suffix in TABLES:
        header = next(_reader(start.splitlines()[:1], suffix), None)
        return set(header or ())
    decoder = json.JSONDecoder()
    place = start.find("{")
    if place < 0 or start[:place].strip() not in ("", "["):
        return set()
    try:
        first, _ = decoder.raw_decode(start, place)
    except (ValueError, RecursionError):
        return set()
    return set(first) if isinstance(first, dict) else set()


def read_rows(path: Path) -> Iterator[Row]:
    """Yield the rows of a file.

    Raises:
        SourceError: It is too large, or no list of records.
    """
    size = path.stat().st_size
    if size > MAX_BYTES:
        raise SourceError(
            say("%1 has %2 MB; %3 MB is the most.", path.name, size // 2**20, MAX_BYTES // 2**20),
            "Split it into several lists.",
        )
    text = decode(path.read_bytes()).text
    suffix = path.suffix.casefold()
    if suffix in TABLES:
        yield from _table(text, path)
    elif suffix in LINES:
        yield from (_record(line, path) for line in text.splitlines() if line.strip())
    else:
        yield from _array(text, path)


def _table(text: str, path: Path) -> Iterator[Row]:
    csv.field_size_limit(_LONGEST_CELL)
    lines = _reader(io.StringIO(text, newline=""), path.suffix.casefold())
    try:
        header = next(lines, [])
        for line in lines:
            yield dict(zip(header, line, strict=False))
    except csv.Error as error:
        raise SourceError(
            say("%1 is no table that can be read: %2.", path.name, error), "Save it as CSV anew."
        ) from error


def _reader(lines: Any, suffix: str) -> Iterator[list[str]]:
    return csv.reader(lines, delimiter="\t" if suffix == ".tsv" else ",")


def _array(text: str, path: Path) -> Iterator[Row]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise SourceError(say("%1 is no JSON that can be read: %2.", path.name, error), "Save it anew.") from error
    if isinstance(data, dict):  # {"films": […]}
        data = next((value for value in data.values() if isinstance(value, list)), [data])
    if not isinstance(data, list):
        raise SourceError(say("%1 holds no list of films.", path.name), "Make it a list of records with a title each.")
    yield from (row for row in data if isinstance(row, dict))


def _record(line: str, path: Path) -> Row:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise SourceError(say("%1 has a line that is no JSON: %2.", path.name, error), "Save it anew.") from error
    return row if isinstance(row, dict) else {}
