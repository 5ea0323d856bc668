"""What is open around a line: quotes, list items, spoiler callouts."""

from __future__ import annotations

import re

from fanwiki.markup.findings import Scan, SpoilerBlock
from fanwiki.markup.scanner.prefix import Columns, Prefix

_SPOILER = re.compile(r"[ \t]*(?:spoilers?|withheld)[ \t]*(?:\||\Z)", re.IGNORECASE)


def is_spoiler(kind: str) -> bool:
    """Whether a callout of this type hides what is in it."""
    return _SPOILER.match(kind) is not None


class Containers:
    """The quotes, list items and spoiler callouts that are open.

    Args:
        found: Where spoiler callouts are noted.
    """

    def __init__(self, found: Scan) -> None:
        self.columns: Columns = []
        self.quotes = 0
        """How many quotes the last line stood in."""
        self.left_list = False
        """Whether this line left a list."""
        self._blocks = found.blocks
        self._open: list[int] = []
        self._reach = 0  # of all open spoiler callouts

    @property
    def callout(self) -> int:
        """The index of the innermost spoiler callout, or -1."""
        return self._open[-1] if self._open else -1

    @property
    def depth(self) -> int:
        """How many quotes and list items stand in one another, at least."""
        return self.quotes + len(self.columns)

    @property
    def empty(self) -> bool:
        """Whether nothing is open."""
        return not (self._open or self.columns or self.quotes)

    def enter(self, prefix: Prefix, end: int, *, ends_paragraph: bool, after_blank: bool, in_text: bool) -> None:
        """Leave what a line does not continue, and enter its list items.

        Args:
            prefix: What the line begins with.
            end: Where it ends.
            ends_paragraph: Whether no paragraph goes on with it.
            after_blank: Whether the line before was blank.
            in_text: Whether a paragraph is open.
        """
        self.left_list = False
        lazy = not (ends_paragraph or after_blank) and (in_text or bool(self._open))
        if not lazy:
            self._leave_items(prefix)
        self.columns += [(around, inner) for around, _, inner in prefix.items]
        while self._open:
            block = self._blocks[self._open[-1]]
            beside = prefix.items and prefix.items[0][0] < block.quotes and prefix.item_column < block.column
            if not beside and (prefix.quotes >= block.quotes or lazy):
                break
            self._leave_callout()
        self.extend(end)

    def leave_quotes(self, quotes: int) -> None:
        """Leave the spoiler callouts that stand in more quotes than this."""
        while self._open and self._blocks[self._open[-1]].quotes > quotes:
            self._leave_callout()

    def extend(self, end: int) -> None:
        """Let the open spoiler callouts reach up to here."""
        self._reach = max(end, self._reach)

    def _leave_callout(self) -> None:
        self._blocks[self._open.pop()].end = self._reach

    def open_callout(self, prefix: Prefix, films: tuple[int, int], end: int) -> None:
        """Open a spoiler callout."""
        opens = prefix.quotes > self.quotes or bool(prefix.items)
        block = SpoilerBlock(prefix.at, end, films, self.callout, opens, prefix.quotes, prefix.quote_column)
        self._open.append(len(self._blocks))
        self._blocks.append(block)

    def within_items(self, prefix: Prefix) -> bool:
        """Whether a line is indented enough for all open list items."""
        return not any(around > prefix.quotes or prefix.firsts[around] < inner for around, inner in self.columns)

    def quotes_beside(self, prefix: Prefix) -> bool:
        """Whether a line has a quote's mark before where the content of an open list item stands."""
        return any(around < prefix.quotes and prefix.firsts[around] < inner for around, inner in self.columns)

    def is_far(self, prefix: Prefix) -> bool:
        """Whether one of a line's marks stands so far in that it may be code, or text of a paragraph."""
        if prefix.far:
            return True
        for depth, indent in prefix.deep:
            inner = max((inner for around, inner in self.columns if around == depth and inner <= indent), default=0)
            if indent - inner > 3:
                return True
        return False

    def near(self, prefix: Prefix) -> bool:
        """Whether a line is indented so little that the sign it begins with counts."""
        if prefix.items:
            return not prefix.far
        around = [inner for quotes, inner in self.columns if quotes == prefix.quotes]
        inner = around[-1] if around and prefix.indent >= around[-1] else 0
        return prefix.indent - inner <= 3

    def _leave_items(self, prefix: Prefix) -> None:
        """Leave the list items that a line is not indented enough for."""
        for index, (around, inner) in enumerate(self.columns):
            if around > prefix.quotes or prefix.firsts[around] < inner:
                del self.columns[index:]
                self.left_list = not prefix.items
                return
