"""Single spoilers: what is revealed is that one, and nothing else that it holds."""

from __future__ import annotations

from fanwiki.domain.gate import Gate
from fanwiki.domain.kind import Kind
from fanwiki.domain.page import PageSource
from fanwiki.domain.title import identity
from fanwiki.markup.redact import redact
from fanwiki.markup.reveal import HiddenItem, hidden_items, reveal

KIND = Kind("article", "Article", "Articles")
BODY = """## Plot

> [!spoiler] Alien
> The cat lives. ||The android lies.|| And ||Ripley wakes||{Aliens}.
> > [!spoiler] Aliens
> > The queen dies. [[Newt]] knows.

## Secret of ||the ship||{Alien}

One ||secret||{Alien} and [[Newt]].

| a | b |
| --- | --- |
| x | \\|\\|cell\\|\\|{Alien} |
"""


def sees(gate: Gate) -> bool:
    return gate.is_open


def gate_of(title: str) -> Gate:
    return Gate.of("Aliens") if identity(title) == identity("Newt") else Gate()


def items(body: str) -> tuple[HiddenItem, ...]:
    return hidden_items(PageSource("Ship", body=body), KIND, sees=sees, gate_of=gate_of)


def shown(body: str, *numbers: int) -> str:
    keys = {items(body)[number].key for number in numbers}
    source = reveal(PageSource("Ship", body=body), KIND, keys)
    return redact(source, KIND, sees=sees, gate_of=gate_of).body


def test_items_are_told_by_film_and_heading_and_not_by_what_they_hold() -> None:
    found = items(BODY)
    assert [(item.is_block, item.films, item.heading) for item in found] == [
        (True, "Alien", "Plot"),
        (False, "Alien", ""),  # in a heading that may not be seen whole, so that it is not told
        (False, "Alien", ""),
        (False, "Alien", ""),
    ]


def test_a_revealed_block_keeps_other_films_secrets() -> None:
    text = shown(BODY, 0)
    assert "The cat lives. The android lies." in text
    assert "Ripley" not in text
    assert "queen" not in text
    assert "Newt" not in text
    assert "secret||" not in text.replace("||…||", "")


def test_a_revealed_phrase_shows_itself_only() -> None:
    text = shown(BODY, 2)
    assert "One secret and ||…||" in text
    assert "cat" not in text
    assert "the ship" not in text
    assert "cell" not in text
    assert "| x | cell |" in shown(BODY, 3)


def test_nothing_revealed_changes_nothing() -> None:
    source = PageSource("Ship", body=BODY)
    assert reveal(source, KIND, ()) is source
    assert reveal(source, KIND, {"nothing"}) is source


def test_what_its_author_changes_is_hidden_again() -> None:
    key = items("||one||{Alien}")[0].key
    changed = reveal(PageSource("Ship", body="||one more||{Alien}"), KIND, {key})
    assert "more" not in redact(changed, KIND, sees=sees, gate_of=gate_of).body
