"""Lists of all pages, a kind, a tag: long ones come in parts, with letters and beginnings that lead to the others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from fanwiki.domain.viewer import CURATOR, NEWCOMER
from fanwiki.services import documents, editing, page_lists, wikis
from fanwiki.services.addresses import NoAddresses
from fanwiki.services.documents import Document
from fanwiki.store.wiki_file import WikiFile

AROUND = documents.Surroundings(NoAddresses(), home="home:", style="style:")
TITLES = [*(f"B{letter}" for letter in "abcdefgh"), "Apple", "“Odd” one", "9 lives", "élan", "홍길동"]


@pytest.fixture
def wiki(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> WikiFile:
    monkeypatch.setattr(page_lists, "PART", 3)
    wiki = wikis.create_wiki(tmp_path / "list.fanwiki")
    editing.save_markdown(wiki, "Twist", "---\nkind: film\n---\n")
    for title in TITLES:
        editing.save_markdown(wiki, title, "---\nkind: person\ntags: [one/two]\n---\n")
    editing.save_markdown(wiki, "Baz the hidden", "---\nkind: person\ntags: [one]\nspoils: '[[Twist]]'\n---\n")
    return wiki


def shown(document: Document) -> list[str]:
    return re.findall(r'class="entry-link">(?:<[^>]*>)*([^<]*)<', document.html)


def links(document: Document) -> dict[str, str]:
    found = re.findall(r'<a(?: class="\w+" rel="\w+")? href="(\?part[^"]*)"[^>]*>(?:<bdi>)?([^<]*)', document.html)
    return {text: href for href, text in found}


def test_the_parts_together_are_the_list_in_order_and_each_says_which_it_is(wiki: WikiFile) -> None:
    parts = [documents.all_document(wiki, CURATOR, AROUND, part=number) for number in range(1, 6)]
    found = [title for part in parts for title in shown(part)]
    assert found == [
        *("9 lives", "Apple", "Ba", "Baz the hidden", "Bb", "Bc", "Bd", "Be", "Bf", "Bg", "Bh"),
        *("élan", "Twist", "“Odd” one", "홍길동"),
    ]
    assert ["1 to 3 of 15" in parts[0].html, "13 to 15 of 15" in parts[4].html] == [True, True]
    assert "Previous part" not in parts[0].html
    assert "Next part" not in parts[4].html
    assert links(parts[1])["Previous part"] == "?part=1"
    assert links(parts[1])["Next part"] == "?part=3"
    assert [place.text for place in parts[0].places] == ["0–9", "A", "B"]


def test_letters_lead_into_the_part_in_which_they_begin_and_a_long_letter_has_beginnings(wiki: WikiFile) -> None:
    document = documents.all_document(wiki, CURATOR, AROUND, part=2)
    ways = links(document)
    assert {label: ways[label] for label in ("0–9", "B", "E", "“", "ㅎ")} == {
        "0–9": "?part=1#l-30",
        "B": "?part=1#l-b",
        "E": "?part=4#l-e",
        "“": "?part=5#l-201c",
        "ㅎ": "?part=5#l-ㅎ",
    }
    assert [label for label in ways if len(label) == 2] == ["Ba", "Bd", "Bg"]
    assert 'href="?part=1#l-b" aria-current="true"' in document.html
    for part in range(1, 6):
        there = documents.all_document(wiki, CURATOR, AROUND, part=part).html
        anchors = {href.partition("#")[2] for href in ways.values() if href.startswith(f"?part={part}#")}
        assert all(f'id="{anchor}"' in there for anchor in anchors)


def test_a_number_beyond_the_list_is_its_last_part(wiki: WikiFile) -> None:
    assert shown(documents.all_document(wiki, CURATOR, AROUND, part=10**9)) == ["Twist", "“Odd” one", "홍길동"]
    assert shown(documents.all_document(wiki, CURATOR, AROUND, part=0)) == ["9 lives", "Apple", "Ba"]
    assert shown(documents.kind_document(wiki, "source", CURATOR, AROUND, part=4)) == []


def test_kinds_and_tags_come_in_parts_and_nothing_counts_what_is_withheld(wiki: WikiFile) -> None:
    kind = documents.kind_document(wiki, "person", NEWCOMER, AROUND)
    tag = documents.tag_document(wiki, "one", NEWCOMER, AROUND)
    assert shown(kind) == shown(tag) == ["9 lives", "Apple", "Ba"]
    assert "1 to 3 of 13" in kind.html
    assert "1 to 3 of 13" in tag.html
    assert "1 to 3 of 14" in documents.tag_document(wiki, "one", CURATOR, AROUND).html


def test_a_list_that_fits_has_letters_and_no_parts(wiki: WikiFile, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_lists, "PART", 300)
    document = documents.all_document(wiki, CURATOR, AROUND)
    assert len(shown(document)) == 15
    assert "?part" not in document.html
    assert 'href="#l-b"' in document.html


def test_a_page_that_is_written_stands_in_the_next_look_at_the_list(wiki: WikiFile) -> None:
    documents.all_document(wiki, CURATOR, AROUND)
    editing.save_markdown(wiki, "007", "---\nkind: film\n---\n")
    document = documents.all_document(wiki, CURATOR, AROUND)
    assert shown(document) == ["007", "9 lives", "Apple"]
    assert "of 16" in document.html
