"""What the editor makes of text: lists go on, marks toggle, lines become headings."""

from __future__ import annotations

import pytest

from fanwiki.desktop.edit.inserts import INSERTS, matching_inserts
from fanwiki.desktop.edit.markdown_lines import (
    NextLine,
    next_line,
    outdent_lines,
    set_heading,
    toggle_prefix,
    toggle_wrap,
)
from fanwiki.desktop.edit.trigger import Wanted, find_trigger
from fanwiki.desktop.icons import has_icon


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("- milk", NextLine("- ")),
        ("  * milk", NextLine("  * ")),
        ("9. nine", NextLine("10. ")),
        ("3) three", NextLine("4) ")),
        ("- [x] done", NextLine("- [ ] ")),
        ("> said", NextLine("> ")),
        ("> - said", NextLine("> - ")),
        ("- ", NextLine("", clear=True)),
        ("> ", NextLine("", clear=True)),
        ("    code", NextLine("    ")),
        ("plain", None),
        ("", None),
        ("-no list", None),
        ("2020 was long", None),
    ],
)
def test_enter_continues_lists_and_quotations(line: str, expected: NextLine | None) -> None:
    assert next_line(line) == expected


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("word", "**", "**word**"),
        ("**word**", "**", "word"),
        ("  word ", "*", "  *word* "),
        ("**word**", "*", "***word***"),
        ("***word***", "*", "**word**"),
        ("||x||", "||", "x"),
        ("", "**", "****"),
    ],
)
def test_marks_are_put_round_text_and_taken_away(text: str, mark: str, expected: str) -> None:
    assert toggle_wrap(text, mark) == expected


@pytest.mark.parametrize(
    ("line", "level", "expected"),
    [
        ("Plot", 2, "## Plot"),
        ("## Plot", 2, "Plot"),
        ("## Plot", 3, "### Plot"),
        ("", 1, "# "),
        ("#tag", 2, "## #tag"),
    ],
)
def test_lines_become_headings_and_back(line: str, level: int, expected: str) -> None:
    assert set_heading(line, level) == expected


def test_lines_become_a_list_and_back() -> None:
    lines = ["one", "", "  two"]
    assert toggle_prefix(lines, "- ") == ["- one", "", "  - two"]
    assert toggle_prefix(["- one", "", "  - two"], "- ") == lines
    assert toggle_prefix(["one", "two"], "1. ") == ["1. one", "2. two"]
    assert toggle_prefix(["- one", "- two"], "1. ") == ["1. one", "2. two"]
    assert toggle_prefix(["- one"], "- [ ] ") == ["- [ ] one"]
    assert toggle_prefix(["- [ ] one"], "- ") == ["- one"]
    assert toggle_prefix([""], "- ") == ["- "]
    assert toggle_prefix(["> a"], "> ") == ["a"]


def test_outdent_takes_one_step_at_most() -> None:
    assert outdent_lines(["    a", " b", "c", "\td"]) == ["  a", "b", "c", "d"]


@pytest.mark.parametrize(
    ("line", "wanted", "typed"),
    [
        ("He met [[Con", Wanted.TITLE, "Con"),
        ("![[tr", Wanted.EMBED, "tr"),
        ("[[Night Train", Wanted.TITLE, "Night Train"),
        ("a #rail", Wanted.TAG, "rail"),
        ("/sp", Wanted.INSERT, "sp"),
        ("text /", Wanted.INSERT, ""),
    ],
)
def test_what_is_typed_asks_for_completion(line: str, wanted: Wanted, typed: str) -> None:
    trigger = find_trigger(line)
    assert trigger is not None
    assert (trigger.wanted, trigger.typed) == (wanted, typed)


@pytest.mark.parametrize("line", ["[[a]] b", "`[[co", "C# ", "and/or", "# Heading", "[[a|lab", "```py", "10/2"])
def test_what_looks_alike_asks_for_nothing(line: str) -> None:
    assert find_trigger(line) is None


def test_inserts_are_found_by_what_people_call_them() -> None:
    assert matching_inserts("spo")[0].id == "spoiler"
    assert matching_inserts("tab")[0].id == "table"
    assert matching_inserts("zzz") == []
    assert list(matching_inserts("")) == list(INSERTS)
    assert all(has_icon(insert.icon) for insert in INSERTS)
