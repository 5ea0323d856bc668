"""The quick look for gates never overlooks one that deriving finds."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.kind import Kind
from fanwiki.domain.page import PageSource
from fanwiki.markup.derive import derive
from fanwiki.markup.suspicion import may_be_gated

ARTICLE = Kind("article", "Article", "Articles")
PIECES = [
    "||", "x", " ", "\n", "\n\n", "> [!spoiler] A\n> x", "> [!SPOILER]-\n> x", "[[Secret]]", "[[Secret|s]]", "secret",
    "![[Secret#h]]", "[s](Secret)", "[s](Secret.md)", "[s](<Secret>)", "[s][r]", "[r]: Secret", "`", "```\n", "%%",
    "<a href='Secret'>s</a>", "{Film}", "| a | b |\n|---|---|\n| \\|\\|x\\|\\| | [[Secret\\|y]] |\n",
    "key:: [[Secret]]", "[^1]: [[Open]]", "[t](https://x.example)",
]  # fmt: skip


def gate_of(title: str) -> Gate:
    return Gate.of("Film") if title.strip().removesuffix(".md").casefold() == "secret" else OPEN


@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_no_gate_in_a_text_is_overlooked(pieces: list[str]) -> None:
    source = PageSource("Page", body="".join(pieces))
    gated = any(gate.films for gate in derive(source, ARTICLE, gate_of=gate_of).gates())
    assert may_be_gated(source, ARTICLE, gate_of) or not gated


@pytest.mark.parametrize(
    "fields",
    [
        {"spoils": "[[Film]]"},
        {"aliases": [{"value": "X", "gate": "[[Film]]"}]},
        {"who": ["[[Secret]]"]},
        {"deep": [{"a": {"gate": "Film"}}]},
        {"text": "||hidden||{Film}"},
    ],
)
def test_no_gate_in_a_field_is_overlooked(fields: dict[str, object]) -> None:
    source = PageSource("Page", fields=fields)  # type: ignore[arg-type]
    assert any(gate.films for gate in derive(source, ARTICLE, gate_of=gate_of).gates())
    assert may_be_gated(source, ARTICLE, gate_of)


def test_a_kind_of_rumours_is_gated_as_a_whole() -> None:
    assert may_be_gated(PageSource("Page"), Kind("rumour", "Rumour", "Rumours", rumour=True), gate_of)


def test_plain_pages_are_not_suspected() -> None:
    body = "See [[Open]] and [text](https://x.example).[^1]\n\n> [!note]- Talk\n> x\n\n[^1]: Note.\n"
    assert not may_be_gated(PageSource("Page", fields={"a": ["[[B]]", 1], "tags": ["x"]}, body=body), ARTICLE, gate_of)
