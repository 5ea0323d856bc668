from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fanwiki.markup.anchors import Anchors, block_id, heading_id, slug
from fanwiki.markup.wikilink import WikiLink, read_link, write_link


@pytest.mark.parametrize(
    ("inner", "link"),
    [
        ("Page", WikiLink("Page")),
        (" Page ", WikiLink("Page")),
        ("Page|shown", WikiLink("Page", label="shown")),
        ("Page\\|in a table", WikiLink("Page", label="in a table")),
        ("Page|", WikiLink("Page")),
        ("Page#Heading", WikiLink("Page", ("Heading",))),
        ("Page#H1#H2|x", WikiLink("Page", ("H1", "H2"), label="x")),
        ("#Heading", WikiLink("", ("Heading",))),
        ("Page#^id", WikiLink("Page", block="id")),
        ("Page#H#^id", WikiLink("Page", ("H",), "id")),
        ("a|b|c", WikiLink("a", label="b|c")),
        ("folder/Page", WikiLink("folder/Page")),
    ],
)
def test_every_form_of_link_is_read(inner: str, link: WikiLink) -> None:
    assert read_link(inner) == link
    assert read_link(write_link(link)[2:-2]) == link
    assert read_link(write_link(link, in_table=True)[2:-2]) == link


def test_an_embed_may_have_a_size_and_a_caption() -> None:
    sized = read_link("img.png|640x480", embed=True)
    assert (sized.size, sized.caption, sized.is_media) == ((640, 480), None, True)
    both = read_link("img.png|A hero|100", embed=True)
    assert (both.size, both.caption) == ((100, None), "A hero")
    assert read_link("1917|1917").size is None
    assert write_link(sized) == "![[img.png|640x480]]"


def test_a_link_shows_its_label_or_where_it_leads() -> None:
    shown = {"A": "A", "A|b": "b", "A#H": "A > H", "#H": "H", "A#^x": "A", "#^x": "x"}
    assert {inner: read_link(inner).text for inner in shown} == shown


@settings(deadline=None)
@given(st.text())
def test_anything_between_brackets_is_a_link(inner: str) -> None:
    link = read_link(inner)
    assert isinstance(link.text, str)


@pytest.mark.parametrize(
    ("heading", "anchor"),
    [
        ("The Fate of Luke!", "the-fate-of-luke"),
        ("A & B", "a-b"),
        ("a - b", "a-b"),
        ("snake_case", "snake_case"),
        ("日本語 テスト", "日本語-テスト"),
        ("हिन्दी", "हिन्दी"),
        ("STRASSE Straße", "strasse-strasse"),
        ("Cafe\u0301", "café"),
        ("…", "section"),
        ("", "section"),
    ],
)
def test_an_anchor_is_made_of_a_headings_words(heading: str, anchor: str) -> None:
    assert slug(heading) == anchor
    assert heading_id(heading) == f"s-{anchor}"
    assert block_id(" Block-Id ") == "b-block-id"


def test_equal_headings_get_numbers() -> None:
    anchors = Anchors()
    assert [anchors.add(text) for text in ("A", "a", "A!", "a-1", "")] == ["a", "a-1", "a-2", "a-1-1", "section"]


@settings(deadline=None)
@given(st.lists(st.text(alphabet="ab-1 !", max_size=4)))
def test_no_two_headings_of_a_page_share_an_anchor(headings: list[str]) -> None:
    anchors = Anchors()
    given_out = [anchors.add(heading) for heading in headings]
    assert len(set(given_out)) == len(given_out)
