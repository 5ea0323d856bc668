"""Finds the template calls that stand at the top of a page, or have a certain name, without reading the rest.

This is for the first pass, which looks at every page: it only parts calls at their bars. What the parameters hold is
read by a real parser later.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from fanwiki.importers.mapping import template_key

LONGEST = 60_000
"""A call of more characters is not looked at."""

MOST = 12
"""So many calls of one page are looked at."""

_TOKEN = re.compile(
    r"\{\{\{?|\}\}\}?|\[\[|\]\]|\||<!--.*?-->"
    r"|<(nowiki|gallery|ref|math)\b[^>]*(?:/>|(?<!/)>.*?</\1\s*>)",
    re.DOTALL | re.IGNORECASE,
)
_SKIPPED = re.compile(
    r"(?:\s+|<!--.*?-->|__[A-Z]+__|\[\[(?:File|Image|Datei|Bild|Fichier|Archivo):[^\n]*\]\]|<br\s*/?>|</?div[^>]*>)+",
    re.DOTALL | re.IGNORECASE,
)
_NAMED = re.compile(r"\{\{[ \t\n]*(?:template:)?[^{}|<\n]*infobo[^{}|<\n]*", re.IGNORECASE)
_NAME = re.compile(r"\s*([^{}|<\[\]\n#:]+?)\s*(?:\n|\||\}\}|<!--)")


@dataclass(frozen=True, slots=True)
class Call:
    """A template call.

    Args:
        key: The template's name, folded.
        name: The name as written.
        params: Names and raw values, in order; positional ones have numbers for names.
        at_top: Whether only other calls and pictures stand before it.
        end: Where it ends.
    """

    key: str
    name: str
    params: tuple[tuple[str, str], ...]
    at_top: bool
    end: int

    @property
    def named(self) -> int:
        """How many parameters have a name of their own."""
        return sum(not name.isdecimal() for name, _ in self.params)


def calls_of(text: str) -> Iterator[Call]:
    """Yield the calls at the top of a page, and those anywhere whose name says that they are infoboxes."""
    place, count = 0, 0
    while count < MOST:
        skipped = _SKIPPED.match(text, place)
        place = skipped.end() if skipped else place
        call = _call(text, place, at_top=True) if text.startswith("{{", place) else None
        if call is None:
            break
        yield call
        place, count = call.end, count + 1
    for match in _NAMED.finditer(text, place):
        if match.start() < place or count >= MOST:
            continue
        call = _call(text, match.start(), at_top=False)
        if call is not None:
            yield call
            place, count = call.end, count + 1


def _call(text: str, start: int, *, at_top: bool) -> Call | None:
    named = _NAME.match(text, start + 2)
    if named is None or text.startswith("{{{", start):
        return None
    stack: list[str] = []
    bars: list[int] = []
    for token in _TOKEN.finditer(text, start, min(len(text), start + LONGEST)):
        sign = token.group()
        if sign in ("{{", "[[", "{{{"):
            stack.append(sign)
        elif sign == "|":
            if len(stack) == 1:
                bars.append(token.start())
        elif sign in ("}}", "]]", "}}}"):
            _close(stack, sign)
            if not stack:
                end = token.end()
                return Call(template_key(named[1]), named[1].strip(), _params(text, bars, end - 2), at_top, end)
    return None


def _close(stack: list[str], sign: str) -> None:
    """Take what a sign closes off the stack; brackets that close nothing are text."""
    opening = "[[" if sign == "]]" else "{{"
    if opening in (entry[:2] for entry in stack):
        while stack and stack.pop()[:2] != opening:
            pass


def _params(text: str, bars: list[int], end: int) -> tuple[tuple[str, str], ...]:
    params: list[tuple[str, str]] = []
    position = 0
    for begin, stop in pairwise([*bars, end]):
        name, sign, value = text[begin + 1 : stop].partition("=")
        if sign and not set(name) & set("{}[]<>"):
            params.append((" ".join(name.split()), value.strip()))
        else:
            position += 1
            params.append((str(position), text[begin + 1 : stop].strip()))
    return tuple(params)
