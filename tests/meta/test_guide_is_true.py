"""What the guide tells of kinds, dates, queries and front matter is what the program does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from checkout import ROOT

from fanwiki.domain.dates import read_date
from fanwiki.domain.kind import Field, Kind, read_kind
from fanwiki.domain.query import FieldNames, parse
from fanwiki.markup.frontmatter import read_markdown

DOCS = ROOT / "docs"


def shipped_kinds() -> list[Kind]:
    return [
        read_kind(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "resources" / "kinds").glob("*.toml"))
    ]


def text_of(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def names_in(fields: tuple[Field, ...]) -> Iterator[str]:
    for field in fields:
        yield field.name
        yield from field.options
        yield from names_in(field.fields)


@pytest.mark.parametrize("kind", shipped_kinds(), ids=lambda kind: kind.name)
def test_every_field_of_every_shipped_kind_is_documented(kind: Kind) -> None:
    section = text_of("kinds.md").split(f"\n## {kind.name}\n")[1].split("\n## ")[0]
    documented = set(re.findall(r"`([^`]+)`", section))
    assert set(names_in(kind.fields)) <= documented


def test_no_field_is_documented_that_no_kind_has() -> None:
    known = {name for kind in shipped_kinds() for name in names_in(kind.fields)}
    tables = re.findall(r"^\| `.*$", text_of("kinds.md"), re.MULTILINE)
    assert {name for row in tables for name in re.findall(r"`([^`]+)`", row)} <= known


def fences() -> list[tuple[str, str]]:
    pages: list[Path] = sorted(DOCS.glob("*.md"))
    found = [
        (page.name, block)
        for page in pages
        for block in re.findall(r"^```\n(---\n.*?)^```", page.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    ]
    assert len(found) >= 4
    return found


@pytest.mark.parametrize(("page", "text"), fences())
def test_example_pages_can_be_read(page: str, text: str) -> None:
    source, problems = read_markdown(text, title="Example")
    assert not problems
    assert source.fields, page


def dates_in_guide() -> list[str]:
    paragraph = next(part for part in text_of("writing.md").split("\n## ") if part.startswith("Dates\n"))
    return re.findall(r"`([^`]+)`", paragraph)


@pytest.mark.parametrize("text", dates_in_guide())
def test_dates_of_the_guide_are_understood(text: str) -> None:
    date = read_date(text)
    assert date is not None
    assert (date.earliest is None) is (text == "TBA")


def queries_in_guide() -> list[str]:
    rows = [row.split(" | ")[0] for row in re.findall(r"^\| `.*$", text_of("search.md"), re.MULTILINE)]
    return [query for row in rows for query in re.findall(r"`([^`]+)`", row)]


@pytest.mark.parametrize("text", queries_in_guide())
def test_queries_of_the_guide_are_understood(text: str) -> None:
    query = parse(text, FieldNames(shipped_kinds()), typing=False)
    assert query.root is not None
    assert not query.notes


@pytest.mark.parametrize("order", re.findall(r"`(sort:[a-z]+)`", text_of("search.md")))
def test_orders_of_the_guide_are_understood(order: str) -> None:
    query = parse(order, FieldNames(shipped_kinds()))
    assert query.sort
    assert not query.notes


def formats_in(page: str) -> set[str]:
    return set(re.findall(r"^\| `([^`]+)`", text_of(page), re.MULTILINE))


def test_every_import_format_is_documented() -> None:
    from fanwiki.importers.formats import FORMATS

    assert formats_in("import.md") == set(FORMATS)


def test_every_export_format_is_documented() -> None:
    from fanwiki.services.exporting import FORMATS

    assert formats_in("export.md") == set(FORMATS)
