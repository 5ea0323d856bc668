"""Namespaces, titles and redirects of a dump, and the maps that they are kept in."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.domain.mediawiki_namespaces import CATEGORY, FILE
from fanwiki.domain.title import clean_title
from fanwiki.importers.mediawiki.namespaces import Namespaces
from fanwiki.importers.mediawiki.redirects import Fate, lead, redirect_target
from fanwiki.importers.mediawiki.text_map import TextMap, TextMapWriter
from fanwiki.importers.mediawiki.titles import Titles, numbered

GERMAN = Namespaces([(0, ""), (1, "Diskussion"), (6, "Datei"), (10, "Vorlage"), (14, "Kategorie"), (102, "Forum")])


@pytest.mark.parametrize(
    ("prefix", "number"),
    [("Datei", 6), ("file", 6), ("IMAGE", 6), ("kategorie", 14), ("Category", 14), ("Forum", 102), ("Nowhere", None)],
)
def test_a_namespace_is_known_by_all_its_names(prefix: str, number: int | None) -> None:
    assert GERMAN.number(prefix) == number


def test_titles_are_parted_at_a_namespace_only() -> None:
    assert GERMAN.parted("Kategorie:  Helden_im Film") == (CATEGORY, "Helden im Film")
    assert GERMAN.parted("Zelda: Skyward Sword") == (0, "Zelda: Skyward Sword")
    assert GERMAN.full(FILE, "A.png") == "Datei:A.png"


@pytest.mark.parametrize(
    ("target", "title"),
    [
        ("wheels_(hero)", "wheels (hero)"),
        (":Category:heroes", "Kategorie:Heroes"),
        ("Caf%C3%A9", "Café"),
        ("Tom &amp; Jerry", "Tom & Jerry"),
        ("Twin", "Twin"),
        ("  ", ""),
        ("Image:poster.png", "Datei:Poster.png"),
    ],
)
def test_links_lead_to_our_titles(target: str, title: str) -> None:
    assert Titles(GERMAN).of_link(target) == title


def test_a_renamed_page_is_found_under_its_old_title() -> None:
    assert Titles(GERMAN, {"apple": "Apple (2)"}).of_link("apple") == "Apple (2)"


@given(st.text(min_size=1, max_size=400), st.integers(2, 99))
def test_a_numbered_title_can_be_a_page(title: str, number: int) -> None:
    made = numbered(title, number)
    assert clean_title(made) == made
    assert made.endswith(f"({number})")


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("#REDIRECT [[Wheels]]", "Wheels"),
        ("  \n#redirect:[[Wheels#Powers|the boy]] {{R from name}}", "Wheels"),
        ("#WEITERLEITUNG [[:Kategorie:Helden]]", "Kategorie:Helden"),
        ("#ПЕРЕНАПРАВЛЕНИЕ [[Герой]]", "Герой"),
        ("#REDIRECT [[Tom_%26_Jerry]]", "Tom_&_Jerry"),
        ("# item [[Wheels]]", ""),
        ("Not #REDIRECT [[Wheels]]", ""),
        ("#REDIRECT Wheels", ""),
    ],
)
def test_a_redirect_is_known_by_its_first_words(text: str, target: str) -> None:
    assert redirect_target(text) == target


def test_redirects_are_followed_to_their_end() -> None:
    ways = {"B": "C", "C": "Page", "X": "Y", "Y": "X", "Z": "Nowhere"}

    def led(target: str) -> tuple[Fate, str]:
        found = lead(target, is_page=lambda title: title == "Page", next_of=ways.get)
        return found.fate, found.target

    assert led("Page") == (Fate.FINE, "Page")
    assert led("B") == (Fate.DOUBLE, "Page")
    assert led("Z") == (Fate.BROKEN, "Nowhere")
    assert led("X")[0] is Fate.CIRCULAR


@given(st.lists(st.tuples(st.text(st.characters(exclude_categories=["Cs"]), max_size=5), st.text(max_size=30))))
def test_a_text_map_keeps_every_text_in_order(
    tmp_path_factory: pytest.TempPathFactory, items: list[tuple[str, str]]
) -> None:
    kept = [(name, text.encode("utf-8", "replace").decode()) for name, text in items]
    writer = TextMapWriter(tmp_path_factory.mktemp("map") / "m.texts")
    for name, text in items:
        writer.add(name, text)
    written: TextMap = pickle.loads(pickle.dumps(writer.finish()))  # as another process gets it
    assert list(written.items()) == kept
    assert len(written) == len(kept)
    for name, _ in kept:
        assert list(written.all(name)) == [text for known, text in kept if known == name]
        assert name in written
    assert "no such name" not in written
    assert sorted(written.shared()) == sorted({name for name, _ in kept if [key for key, _ in kept].count(name) > 1})
    written.close()


def test_a_text_map_may_be_empty(tmp_path: Path) -> None:
    empty = TextMapWriter(tmp_path / "m.texts").finish()
    assert (len(empty), list(empty.items()), empty.get("a")) == (0, [], None)
    empty.close()
