"""Plain text and Markdown of articles: blocks by their shape, sentences, and text that shows as it was."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.importers.article.blocks import Block, Role, escape_line, to_markdown
from fanwiki.importers.article.plain import read_plain
from fanwiki.importers.article.sentences import simple, split
from fanwiki.markup.scan import scan


def test_headline_byline_and_date_are_read() -> None:
    article = read_plain(
        "# A headline\n\nBy Jane Roe and Bo Moss\nPublished: March 5, 2024\nhttps://reel.example/a\n\nText here.\n"
    )
    assert article.title == "A headline"
    assert article.authors == ("Jane Roe", "Bo Moss")
    assert article.published == "March 5, 2024"
    assert article.url == "https://reel.example/a"
    assert [block.text for block in article.blocks] == ["Text here."]


def test_a_text_without_a_headline_takes_the_name_of_its_file() -> None:
    article = read_plain("This is a long first paragraph that ends as sentences do, " * 4 + "so.\n", name="notes")
    assert article.title == "notes"
    assert len(article.blocks) == 1


def test_the_shapes_of_lines() -> None:
    article = read_plain(
        "Title\n\nA Heading Of Its Own\n\nA paragraph that somebody wrapped by hand at some column and\n"
        "that goes on here.\n\n• one\n  2) two\n* three\n\nShort line\nAnother one\n\nA | B\n--|--\nc | d\n"
    )
    assert [(block.role, block.text) for block in article.blocks] == [
        (Role.HEADING, "A Heading Of Its Own"),
        (Role.PARAGRAPH, "A paragraph that somebody wrapped by hand at some column and that goes on here."),
        (Role.ITEM, "one"),
        (Role.ITEM, "two"),
        (Role.ITEM, "three"),
        (Role.PARAGRAPH, "Short line"),
        (Role.PARAGRAPH, "Another one"),
        (Role.ROW, "A | B"),
        (Role.ROW, "c | d"),
    ]
    assert article.blocks[3].ordered


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Robert Downey Jr. is back. So is J. K. Moss.", ["Robert Downey Jr. is back.", "So is J. K. Moss."]),
        ("Mr. Big met Dr. No in the U.S. of A. today.", ["Mr. Big met Dr. No in the U.S. of A. today."]),
        ("It cost 3.5 million. Really.", ["It cost 3.5 million.", "Really."]),
        ("He said, “Go. Now.” She went.", ["He said, “Go.", "Now.”", "She went."]),
        ("Known since 2020.[1] Then more.", ["Known since 2020.[1]", "Then more."]),
        ("and so on... and on", ["and so on... and on"]),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert split(text) == expected


@given(st.text(alphabet="ab .!?\"'“”’()[]1\u00a0…", max_size=80))
def test_splitting_loses_nothing(text: str) -> None:
    assert "".join("".join(split(text)).split()) == "".join(text.split())


@given(st.text(max_size=60))
def test_the_simple_text_has_every_letter_in_its_place(text: str) -> None:
    assert len(simple(text)) == len(text)


MARKUP = "ab #*_`~[]|<>=$%^{}\\&!-+.)1:"


@given(st.text(alphabet=MARKUP, min_size=1, max_size=40).map(lambda text: " ".join(text.split())).filter(bool))
def test_escaped_text_is_only_text(text: str) -> None:
    found = scan(escape_line(text))
    marks = (
        found.links,
        found.spoilers,
        found.blocks,
        found.code,
        found.spans,
        found.maths,
        found.comments,
        found.tags,
    )
    assert not any(marks)
    assert not found.ids
    assert all(leaf.kind.value == "paragraph" for leaf in found.leaves)


def test_markdown_of_every_block() -> None:
    blocks = (
        Block(Role.HEADING, "Head #1", level=1),
        Block(Role.PARAGRAPH, "# no heading"),
        Block(Role.ITEM, "one"),
        Block(Role.ITEM, "inner", level=1),
        Block(Role.ITEM, "1. odd", ordered=True),
        Block(Role.QUOTE, "said"),
        Block(Role.CODE, "a\n```\nb"),
        Block(Role.ROW, "x | y", cells=("x", "y|z"), ordered=True),
        Block(Role.ROW, "1 | 2", cells=("1", "2")),
    )
    assert to_markdown(blocks) == (
        "## Head \\#1\n\n\\# no heading\n\n- one\n    - inner\n1. 1\\. odd\n\n> said\n\n````\na\n```\nb\n````\n\n"
        "| x | y\\|z |\n| --- | --- |\n| 1 | 2 |"
    )
