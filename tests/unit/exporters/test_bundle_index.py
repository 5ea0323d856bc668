"""The bundle's search index: what is in it, how it is packed, and that it stays small."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bundle_making import MadeBundle, entry, search_files_of
from fanwiki.domain.page import PageId
from fanwiki.exporters.html import PageText, TextPart
from fanwiki.exporters.html.search_index import shortened
from fanwiki.exporters.html.search_packing import (
    ALPHABET,
    LAST,
    call,
    order_in_scripts,
    packed_numbers,
    packed_steps,
    packed_terms,
    script_text,
)
from fanwiki.exporters.html.search_shards import SHARD
from fanwiki.exporters.html.search_words import page_words
from made_prose import prose


def unpacked(text: str) -> Iterator[int]:
    """Read numbers back, by the rule that the scripts use."""
    value, scale = 0, 1
    for char in text:
        digit = ALPHABET.index(char)
        value += scale * digit
        if digit < LAST:
            yield value
            value, scale = 0, 1
        else:
            scale *= len(ALPHABET) - LAST


@given(st.lists(st.integers(0, 10**7)))
def test_packed_numbers_come_back(numbers: list[int]) -> None:
    assert list(unpacked(packed_numbers(numbers))) == numbers


@given(st.sets(st.integers(0, 10**6)))
def test_steps_between_rising_numbers_come_back(numbers: set[int]) -> None:
    last = -1
    found = [last := last + step + 1 for step in unpacked(packed_steps(sorted(numbers)))]
    assert found == sorted(numbers)


@given(st.sets(st.text(st.characters(whitelist_categories=("L", "N")), min_size=1)))
def test_packed_terms_come_back(terms: set[str]) -> None:
    ordered = sorted(terms, key=order_in_scripts)
    last = ""
    found = [last := last[: int(part[0], 36)] + part[1:] for part in packed_terms(ordered).split(" ") if part]
    assert found == ordered


@given(st.text())
def test_no_text_can_end_its_script(text: str) -> None:
    written = script_text({"a": text})
    assert "<" not in written
    assert "\u2028" not in written
    assert json.loads(written) == {"a": text}


def made(texts: dict[int, str], **more: object) -> MadeBundle:
    return MadeBundle(
        entries=[entry(number, f"Page {number}", **more) for number in texts],
        texts={PageId(number): PageText((TextPart("", text),)) for number, text in texts.items()},
    )


def test_the_words_of_names_tell_titles_from_aliases() -> None:
    found = page_words(entry(1, "The Matrix", aliases=("Neo's film",)), PageText((TextPart("Plot", "Neo wakes."),)))
    assert found.names["matrix"] & 2
    assert not found.names["neo"] & 2
    assert {"plot", "neo", "wakes"} <= set(found.text)
    assert found.names["thematrix"]


def test_words_that_every_object_has_are_words_like_others() -> None:
    bundle = made({1: "constructor __proto__ toString hasOwnProperty"})
    files = {path: data.decode() for path, data in search_files_of(bundle)}
    assert "constructor" in files["s/t0.js"]
    assert files["s/t0.js"].startswith('FW.put("s/t0",')


def test_same_source_gives_same_bytes_in_any_order() -> None:
    texts = {number: prose(number, 80) for number in range(1, 200)}
    forwards = made(texts)
    backwards = made(dict(reversed(texts.items())))
    assert list(search_files_of(forwards)) == list(search_files_of(backwards))


@pytest.mark.heavy
def test_the_index_is_smaller_than_a_third_of_the_text_and_its_files_are_of_one_size() -> None:
    bundle = made({number: prose(number, 260) for number in range(1, 2401)})
    text = sum(len(part.text) for found in bundle.texts.values() for part in found.parts)
    files = {path: len(data) for path, data in search_files_of(bundle)}
    assert text > 3_000_000
    assert sum(files.values()) < text / 3
    shards = [size for path, size in files.items() if re.fullmatch(r"s/[nt]\d+\.js", path)]
    assert max(shards) < 1.2 * SHARD
    assert max(size for path, size in files.items() if path.startswith("d/")) < 2 * SHARD


def test_a_new_page_leaves_the_descriptions_of_the_others_as_they_are() -> None:
    texts = {number: prose(number, 60) for number in range(1, 130)}
    before = made(texts)
    after = made({**texts, 500: prose(500, 60)})
    old, new = (dict(search_files_of(bundle)) for bundle in (before, after))
    assert old["d/0.js"] == new["d/0.js"]
    assert old["d/1.js"] == new["d/1.js"]
    assert old["d/2.js"] != new["d/2.js"]


def test_a_beginning_ends_at_a_word() -> None:
    assert shortened("short", 10) == "short"
    assert shortened("one two three four", 12) == "one two …"
    assert shortened("劇場版宇宙戦艦ヤマト", 4) == "劇場版宇 …"


def test_a_call_is_one_line_of_script() -> None:
    assert call("s/t0", "a\nb", [1]) == 'FW.put("s/t0","a\\nb",[1])\n'


def test_initialisms_of_two_letters_are_words_of_a_name() -> None:
    titles = ("E.T. the Extra-Terrestrial", "Meeting J.K. Rowling", "U.S.S.R., X-Men, A team")
    names = [page_words(entry(1, title), PageText()).names for title in titles]
    assert ["et" in names[0], "jk" in names[1]] == [True, True]
    assert [names[0]["et"] & 1, names[1]["jk"] & 1] == [1, 0], "whether it is the first word"
    assert {word for word in names[2] if len(word) == 2} <= {"10"}
