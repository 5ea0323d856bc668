"""What the source editor does to text, without any widget: list continuation, wrapping, headings, prefixes."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ITEM = re.compile(
    r"(?P<indent>[ \t]*)(?P<quote>(?:>[ \t]?)*)"
    r"(?P<marker>[-*+]|\d{1,9}[.)])(?P<gap>[ \t]+)(?P<task>\[[ xX]\][ \t]+)?(?P<text>.*)"
)
_QUOTE = re.compile(r"(?P<indent>[ \t]*)(?P<quote>(?:>[ \t]?)+)(?P<text>.*)")
_HEADING = re.compile(r"(#{1,6})[ \t]+|#{1,6}$")

PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»"}
"""Brackets that close themselves."""

WRAPPERS = frozenset("*_`~=|\"'")
"""Typed over a selection these surround it."""


@dataclass(frozen=True, slots=True)
class NextLine:
    """What the Enter key makes of a line.

    Args:
        prefix: What the next line begins with.
        clear: Whether the line held only its marker, which Enter then takes away instead.
    """

    prefix: str
    clear: bool = False


def next_line(line: str) -> NextLine | None:
    """Continue a list item or a quotation; None where Enter just breaks the line.

    Args:
        line: The text before the caret.
    """
    item = _ITEM.fullmatch(line)
    if item is not None:
        if not item["text"].strip():
            return NextLine("", clear=True)
        task = "[ ] " if item["task"] else ""
        return NextLine(item["indent"] + item["quote"] + _next_marker(item["marker"]) + item["gap"] + task)
    quote = _QUOTE.fullmatch(line)
    if quote is not None:
        if not quote["text"].strip():
            return NextLine("", clear=True)
        return NextLine(quote["indent"] + quote["quote"])
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    return NextLine(indent) if indent and line.strip() else None


def _next_marker(marker: str) -> str:
    if marker[:-1].isdigit():
        return f"{int(marker[:-1]) + 1}{marker[-1]}"
    return marker


def is_item(line: str) -> bool:
    """Tell whether a line is a list item."""
    return _ITEM.fullmatch(line) is not None


def toggle_wrap(text: str, mark: str, closing: str | None = None) -> str:
    """Put marks around text, or take them away when they are there; white space at the ends stays outside."""
    end = mark if closing is None else closing
    inner = text.strip()
    before = text[: len(text) - len(text.lstrip())]
    after = text[len(text.rstrip()) :] if inner else ""
    if _is_wrapped(inner, mark, end):
        return before + inner[len(mark) : len(inner) - len(end)] + after
    return before + mark + inner + end + after


def _is_wrapped(inner: str, mark: str, end: str) -> bool:
    if len(inner) < len(mark) + len(end) or not (inner.startswith(mark) and inner.endswith(end)):
        return False
    # “**bold**” starts with “*” too, but is not emphasised by one.
    return not (len(mark) == 1 and mark in "*_" and inner.startswith(mark * 2) and not inner.startswith(mark * 3))


def set_heading(line: str, level: int) -> str:
    """Make a line a heading of this level, or plain text when it is one already or the level is 0."""
    found = _HEADING.match(line)
    old = len(found.group(1) or found.group(0)) if found else 0
    text = line[found.end() :] if found else line.lstrip()
    if level in (0, old):
        return text
    return "#" * level + " " + text


def toggle_prefix(lines: list[str], prefix: str) -> list[str]:
    """Put a list marker or quotation mark before every line, or take it away when all have it.

    Args:
        lines: The selected lines.
        prefix: ``- ``, ``1. `` (which counts on), ``- [ ] `` or ``> ``.
    """
    filled = [line for line in lines if line.strip()]
    if filled and all(_has_prefix(line, prefix) for line in filled):
        return [_without_prefix(line, prefix) for line in lines]
    numbered = prefix == "1. "
    made: list[str] = []
    for line in lines:
        skip = not line.strip() and len(lines) > 1
        indent = line[: len(line) - len(line.lstrip(" \t"))]
        bare = line.lstrip(" \t") if prefix == "> " else _bare(line)
        count = sum(1 for other in made if other.strip()) + 1
        made.append(line if skip else indent + (f"{count}. " if numbered else prefix) + bare)
    return made


def _has_prefix(line: str, prefix: str) -> bool:
    text = line.lstrip(" \t")
    if prefix == "1. ":
        return re.match(r"\d+[.)][ \t]", text) is not None
    if prefix == "- ":
        return text.startswith("- ") and not re.match(r"- \[[ xX]\] ", text)
    return text.startswith(prefix)


def _without_prefix(line: str, prefix: str) -> str:
    indent = line[: len(line) - len(line.lstrip(" \t"))]
    if prefix == "> ":
        return indent + line.lstrip(" \t").removeprefix(">").removeprefix(" ")
    return indent + _bare(line)


def _bare(line: str) -> str:
    item = _ITEM.fullmatch(line)
    return item["text"] if item is not None and not item["quote"] else line.lstrip(" \t")


def indent_lines(lines: list[str], width: int = 2) -> list[str]:
    """Indent every line that is not empty."""
    return [" " * width + line if line else line for line in lines]


def outdent_lines(lines: list[str], width: int = 2) -> list[str]:
    """Take away one step of indent where there is one."""
    made = []
    for line in lines:
        spaces = len(line) - len(line.lstrip(" "))
        made.append(line[1:] if line.startswith("\t") else line[min(spaces, width) :])
    return made
