"""What lines begin with: the marks of quotes and list items, and the columns they make."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TypeAlias

Columns: TypeAlias = list[tuple[int, int]]
"""Open list items, outermost first: how many quotes stand around each, and the column its content begins in."""

MOST_MARKS = 200
"""More marks in one line are text."""

_SPACES = re.compile(r"[ \t]*")
_ITEM = re.compile(r"(?:[-+*]|(\d{1,9})[.)])(?=[ \t]|\Z)")
_NOTE = re.compile(r"\[\^[^\]\s]+\]:[ \t]*")
_QUOTE = re.compile(r" {0,3}>")


@dataclass(slots=True)
class Prefix:
    """What a line begins with.

    Columns are counted from where the content of the innermost quote begins.

    Args:
        at: Where its content begins.
        indent: The column of its content.
        quotes: How many quotes its marks open.
        firsts: The column of what comes first in each quote, beginning with none.
        quote_column: The column of the last quote's mark, counted from the beginning of the line.
        items: Its list marks: how many quotes stand before each, the column of its mark, of its content.
        item_at: Where the first list mark stands.
        item_column: Its column, counted from the beginning of the line.
        interrupts: Whether it may end a paragraph.
        far: Whether so many spaces stand after its last list mark that its content is code.
        deep: The marks that stand so far in that they may be code: how many quotes stand before each, its column.
        rules: Where nothing but a sign and spaces follows, for the signs that were asked for.
    """

    at: int
    indent: int
    quotes: int = 0
    firsts: list[int] = field(default_factory=list)
    quote_column: int = 0
    items: list[tuple[int, int, int]] = field(default_factory=list)
    item_at: int = -1
    item_column: int = 0
    interrupts: bool = False
    far: bool = False
    deep: list[tuple[int, int]] = field(default_factory=list)
    rules: dict[str, int] = field(default_factory=dict)

    def forget_items(self) -> None:
        """Take the list marks for text."""
        self.at, self.indent, self.items = self.item_at, self.items[0][1], []


def column(text: str, start: int, at: int) -> int:
    """Return how many columns text takes; tabs stop at every fourth."""
    return at - start if text.find("\t", start, at) < 0 else len(text[start:at].expandtabs(4))


def spaces_end(text: str, at: int, end: int) -> int:
    """Return where the spaces and tabs at a position end."""
    found = _SPACES.match(text, at, end)
    return found.end() if found else at


def read_prefix(text: str, start: int, end: int) -> Prefix:
    """Read the marks that a line begins with: of quotes, list items, and footnotes, which hold blocks like items."""
    base, at = start, spaces_end(text, start, end)
    prefix = Prefix(at, column(text, start, at))
    prefix.firsts.append(prefix.indent)
    while at < end:
        sign, depth, indent = text[at], prefix.quotes, prefix.indent
        if sign == ">":
            prefix.quote_column = column(text, start, at)
            base = at + 2 if text.startswith((" ", "\t"), at + 1) and at + 1 < end else at + 1
            at = spaces_end(text, base, end)
            prefix.quotes += 1
            prefix.firsts.append(column(text, base, at))
        elif sign in "-+*0123456789[" and (content := _item(text, prefix, base, at, end)) >= 0:
            if prefix.item_at < 0:
                prefix.item_at, prefix.item_column = at, column(text, start, at)
            at = content
        else:
            break
        if indent > 3:
            prefix.deep.append((depth, indent))
        prefix.indent = column(text, base, at)
        if len(prefix.firsts) + len(prefix.items) > MOST_MARKS:
            # What is left is text, but a spoiler in it is a spoiler.
            at = max(at, text.find("[!", at, end))
            break
    prefix.at = at
    return prefix


def _item(text: str, prefix: Prefix, base: int, at: int, end: int) -> int:
    """Note the list item or footnote that begins here; return where its content begins, or -1 when none begins."""
    found = (_NOTE if text[at] == "[" else _ITEM).match(text, at, end)
    if not found or (text[at] in "-*" and _is_rule(text, prefix, at, end)):
        return -1
    stop = found.end()
    content = spaces_end(text, stop, end)
    if text[at] == "[":
        prefix.far, inner = False, prefix.indent + 4
    else:
        after = column(text, base, stop)
        spaces = column(text, base, content) - after
        prefix.far = spaces > 4 and content < end
        inner = after + (spaces if content < end and not prefix.far else 1)
    if prefix.item_at < 0:
        prefix.interrupts = text[at] == "[" or (content < end and found[1] in (None, "1"))
    prefix.items.append((prefix.quotes, prefix.indent, inner))
    return content


def _is_rule(text: str, prefix: Prefix, at: int, end: int) -> bool:
    """Whether a thematic break begins here; its line is looked through once only, however many signs it holds."""
    sign = text[at]
    if sign not in prefix.rules:
        prefix.rules[sign] = at + len(text[at:end].rstrip(f" \t{sign}"))
    return at >= prefix.rules[sign] and text.count(sign, at, end) > 2


def inside(text: str, start: int, end: int, quotes: int, columns: Columns) -> int:
    """Return where a line's content begins within quotes and list items, or -1 when it leaves them."""
    at = start
    for depth in range(quotes + 1):
        indent = max((inner for around, inner in columns if around == depth), default=0)
        if indent:
            content = spaces_end(text, at, end)
            if content < end and column(text, at, content) < indent:
                return -1
            at = min(content, at + indent)
        if depth < quotes:
            mark = _QUOTE.match(text, at, end)
            if not mark:
                return -1
            at = mark.end() + (1 if text.startswith(" ", mark.end()) and mark.end() < end else 0)
    return at
