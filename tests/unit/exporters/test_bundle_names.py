"""File names: safe everywhere, apart from each other, and the same each time."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.domain.title import lookup_key
from fanwiki.exporters.html.names import attachment_extension, numbered_name, plain_name, slug

WINDOWS_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
SAFE = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")


@given(st.text(max_size=300))
def test_any_text_gives_a_short_plain_slug(text: str) -> None:
    assert SAFE.match(slug(text))
    assert len(slug(text)) <= 60


@given(st.text(max_size=300), st.integers(1, 10**9))
def test_a_numbered_name_is_safe_on_every_file_system(text: str, number: int) -> None:
    name = numbered_name(text, number)
    assert SAFE.match(name)
    assert name not in WINDOWS_RESERVED
    assert len(name) <= 72


@given(st.text(max_size=40), st.text(max_size=40), st.integers(1, 99), st.integers(1, 99))
def test_numbers_keep_names_apart(one: str, other: str, first: int, second: int) -> None:
    if first != second:
        assert numbered_name(one, first) != numbered_name(other, second)


@given(st.text(max_size=60).map(lookup_key), st.text(max_size=60).map(lookup_key))
def test_plain_names_of_different_keys_differ(one: str, other: str) -> None:
    assert (plain_name(one) == plain_name(other)) == (one == other)


@pytest.mark.parametrize(
    "key", ["con", "nul", "com1", "c++", "c#", "a/b", "映画", "", "x" * 200, "..", "a.", "the-end"]
)
def test_a_plain_name_is_safe_whatever_the_key(key: str) -> None:
    name = plain_name(key)
    assert SAFE.match(name)
    assert name not in WINDOWS_RESERVED
    assert len(name) <= 72


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Missy Moreno", "missy-moreno"),
        ("Amélie & Œuvre", "amelie-and-oeuvre"),
        ("Ame\u0301lie", "amelie"),
        ("New Year's Day", "new-years-day"),
        ("New Year’s Day", "new-years-day"),
        ("AC/DC: 4:44 ½", "ac-dc-4-44-1-2"),
        ("映画", "page"),
        ("  ...  ", "page"),
        ("Straße Øre", "strasse-ore"),
        ("\u202eevil\u202c", "evil"),
        (
            "one two three four five six seven eight nine ten eleven twelve",
            "one-two-three-four-five-six-seven-eight-nine-ten-eleven",
        ),
    ],
)
def test_slugs_are_readable(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("name", "media_type", "expected"),
    [
        ("a.svg", "image/svg+xml", ".svg"),
        ("photo.JPEG", "image/jpeg", ".jpg"),
        ("evil.html", "image/png", ".png"),
        ("evil.html", "text/html", ".html.txt"),
        ("evil.SVG", "application/octet-stream", ".svg.txt"),
        ("run.exe", "application/octet-stream", ".exe.txt"),
        ("page.xhtml", "", ".xhtml.txt"),
        ("board.canvas", "", ".canvas"),
        ("sheet.ods", "application/x-thing", ".ods"),
        ("no extension", "", ".bin"),
        ("odd.ex/te", "", ".bin"),
        ("long.abcdefghijkl", "", ".bin"),
        ("a.txt\n", "", ".bin"),
    ],
)
def test_no_attachment_gets_a_name_that_a_double_click_would_run(name: str, media_type: str, expected: str) -> None:
    assert attachment_extension(name, media_type) == expected
