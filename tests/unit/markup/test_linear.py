"""The scan and what is derived from it do work in proportion to the length of the text, whatever the text.

Counted, not timed: how many lines of Python run for a text and for one four times as long. What a regular expression
does within is not counted; they are written with possessive repeats and classes that stop at the next sign.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from types import FrameType
from typing import Any

import pytest

from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.kind import Kind
from fanwiki.domain.page import PageSource
from fanwiki.markup.derive import derive
from fanwiki.markup.redact import redact
from fanwiki.markup.rewrite import rename_links
from pathological import PATHOLOGICAL

KIND = Kind("article", "Article", "Articles")

REPEATED = {
    "open brackets": "[",
    "open links": "[[",
    "links": "[[a|b]] ",
    "labelled links": "[a](b) ",
    "open destinations": "[a](b ",
    "pictures": "![a](b) ",
    "tags": "#a ",
    "notes": "[^a]: b\n",
    "note marks": "[^a",
    "definitions": "[a]: b\n",
    "bars": "||",
    "open spoilers": "||a\n\n",
    "spoilers": "||a||{F} ",
    "torn spoilers": "||a||{F ",
    "stray bars": "a || b\n",
    "spoilers in code": "`||a||` ",
    "spoilers in doubtful code": "$ `||a||` ",
    "spoilers in comments": "%%||a||%% ",
    "callouts in one quote": "> [!spoiler] F\n> a\n",
    "callouts": "> [!spoiler] F\n> a\n\n",
    "quotes": "> a\n\n",
    "marks of quotes": ">",
    "marks of items": "- ",
    "marks of both": "> - ",
    "starred items": "* ",
    "items": "- a\n",
    "numbers": "1. a\n",
    "open fences": "```a\n",
    "open fences in quotes": "> ~~~a\n\n",
    "fences": "```\na\n```\n",
    "ticks": "` ",
    "comments": "%%\n\n",
    "html comments": "<!--\n",
    "tags of html": "<b>",
    "blocks of html": "<div>\n",
    "dollars": "$a ",
    "formulas": "$$\n\n",
    "headings": "# a\n",
    "own headings": "# a ||b||\n[[#a b]]\n\n",
    "underlines": "a\n---\n",
    "tables": "|a|\n|-|\n",
    "fields": "a:: b\n",
    "fields in brackets": "[a:: b] ",
    "escapes": "\\*",
    "hidden names": "[[Hidden]] a || b\n\n",
}


def gate_of(title: str) -> Gate:
    return Gate.of("F") if title == "Hidden" else OPEN


def work(body: str) -> int:
    """Return how many lines of Python it takes to do everything with a body."""
    count = 0

    def trace(_frame: FrameType, _event: str, _argument: Any) -> Any:
        nonlocal count
        count += 1
        return trace

    source = PageSource("Page", body=body)
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        derive(source, KIND, gate_of=gate_of)
        redact(source, KIND, sees=lambda gate: gate.is_open, gate_of=gate_of)
        rename_links(source, KIND, is_old=lambda title: title == "a", new="b")
    finally:
        sys.settrace(before)
    return count


def assert_linear(make: Callable[[int], str]) -> None:
    short, long = make(60), make(240)
    grown = len(long) / max(len(short), 1)
    assert work(long) <= 1.35 * grown * work(short) + 3000


@pytest.mark.parametrize("name", REPEATED)
def test_repeated_signs_take_linear_work(name: str) -> None:
    assert_linear(lambda size: REPEATED[name] * size)


@pytest.mark.parametrize("name", PATHOLOGICAL)
def test_inputs_that_other_readers_choke_on_take_linear_work(name: str) -> None:
    assert_linear(PATHOLOGICAL[name])


def test_deep_lists_and_lazy_lines_take_linear_work() -> None:
    assert_linear(lambda size: "".join("  " * level + "- a\n" for level in range(20)) + "lazy\n" * size)
    assert_linear(lambda size: ">" * size + " a\n" + "lazy\n" * size)
    assert_linear(lambda size: "".join("> " * level + "[!spoiler] F\n" for level in range(20)) + "lazy\n" * size)
