"""The block of text that is open: its lines, its rows if it is a table, and whether code in it can be trusted."""

from __future__ import annotations

import re

from fanwiki.markup.findings import Bars, Leaf, LeafKind, Part, Scan
from fanwiki.markup.scanner.bars import pair
from fanwiki.markup.scanner.containers import Containers
from fanwiki.markup.scanner.prefix import Columns, inside
from fanwiki.markup.scanner.rows import cells
from fanwiki.markup.scanner.spans import SpanScanner


class Texts:
    """Collects lines into blocks of text and reads what stands in them.

    Args:
        text: The body.
        found: What is found in it.
        around: What is open around the lines.
    """

    def __init__(self, text: str, found: Scan, around: Containers) -> None:
        self.leaf: Leaf | None = None
        self.last = (0, 0)
        """The last line of the block."""
        self.rows: list[tuple[int, int]] = []
        self.unsure = False
        """Whether the block may be a table."""
        self.doubt = False
        """Whether what stands here up to the next blank line may be a table."""
        self.raw = False
        """Whether this is raw HTML."""
        self.no_fence_before = 0
        """Up to where a fence was looked for in vain, so that nothing is surely code."""
        self._text = text
        self._found = found
        self._around = around
        self._spans = SpanScanner(text, found)
        self._width = 0
        self._raw_end: re.Pattern[str] | None = None
        self._raw_place: tuple[int, Columns] = (0, [])

    def take(self, at: int, end: int, quotes: int) -> None:
        """Take a line of a paragraph or of a table."""
        leaf = self.leaf
        if leaf is None or quotes > leaf.quotes:
            self.close()
            leaf = self.leaf = self.new_leaf(LeafKind.PARAGRAPH, at, end, quotes)
        leaf.end = end
        self.last = (at, end)
        if self.rows:
            self.rows.append((at, end))

    def take_alone(self, at: int, end: int, quotes: int, *, sure: bool = False) -> None:
        """Take text that nothing goes on with; in it, nothing is code or a formula unless it is sure to be."""
        self.close()
        leaf = self.new_leaf(LeafKind.PARAGRAPH, at, end, quotes)
        self._spans.read(leaf, at, end, bars=Bars.PLAIN, raw=not sure)

    def take_heading(self, at: int, end: int, quotes: int, level: int) -> None:
        """Take a heading."""
        self.close()
        leaf = self.new_leaf(LeafKind.HEADING, at, end, quotes, level)
        self._spans.read(leaf, at, end, bars=Bars.PLAIN)

    def take_code(self, start: int, end: int, quotes: int, text: str, at: int) -> Leaf:
        """Take a block of code."""
        leaf = self.new_leaf(LeafKind.CODE, start, end, quotes)
        leaf.parts.append(Part(at, text))
        return leaf

    def take_unseen(self, at: int, end: int, quotes: int) -> None:
        """Take text that is not shown, but may have spoilers in it."""
        leaf = self.new_leaf(LeafKind.CODE, at, end, quotes)
        self._spans.read(leaf, at, end, bars=Bars.UNSURE, raw=True)

    def new_leaf(self, kind: LeafKind, start: int, end: int, quotes: int, level: int = 0) -> Leaf:
        """Note a new block."""
        leaf = Leaf(kind, start, end, quotes, self._around.callout, level)
        self._found.leaves.append(leaf)
        return leaf

    def begin_table(self, width: int, quotes: int, end: int) -> None:
        """Make a table of the last line, the head, and what follows."""
        head, leaf = self.last, self.leaf
        if leaf is None:
            return
        if head[0] > leaf.start:
            leaf.end = head[0]
            self.close()
            leaf = self.leaf = self.new_leaf(LeafKind.ROW, head[0], end, quotes)
        leaf.kind, leaf.end = LeafKind.ROW, end
        self.rows, self._width = [head], width

    def close(self) -> None:
        """Read the text of the block, which ends here."""
        leaf = self.leaf
        if leaf is None:
            return
        for start, end in self.rows:
            for cell_start, cell_end, bars in cells(self._text, start, end, self._width):
                self._spans.read(leaf, cell_start, cell_end, bars=bars, raw=bars is Bars.UNSURE)
                leaf.parts.append(Part(cell_end, " "))
        if not self.rows:
            bars = Bars.UNSURE if self.unsure else Bars.PLAIN
            doubt = self.unsure or self.doubtful(leaf.start)
            self._spans.read(leaf, leaf.start, leaf.end, bars=bars, raw=doubt, html=self.raw)
        self.leaf = None
        self.rows = []
        self.unsure = False

    def doubtful(self, at: int) -> bool:
        """Whether readers may differ on what a block that begins here is."""
        return self.raw or self.doubt or at < self.no_fence_before

    def doubt_all(self) -> None:
        """From here on, take nothing for code."""
        self.no_fence_before = len(self._text) + 1

    def end_stretch(self, quotes: int) -> None:
        """A blank line: end the block, and tell which bars up to here are spoilers."""
        self.close()
        self.doubt = False
        if self._raw_end is None and quotes <= self._raw_place[0]:
            self.raw = False
        if self._spans.bars:
            spoilers, literal = pair(self._text, self._spans.bars)
            self._found.spoilers += spoilers
            self._found.literal_bars += literal
            self._spans.bars.clear()
        self._spans.end_stretch()

    def begin_raw(self, quotes: int, columns: Columns, *, until: re.Pattern[str] | None) -> None:
        """Begin raw HTML, up to the line that holds a pattern or up to a blank line."""
        self.close()
        self.raw, self._raw_end, self._raw_place = True, until, (quotes, list(columns))

    def leave_raw(self, start: int, end: int) -> None:
        """End raw HTML before a line that does not stand in the quotes and list items that it stands in."""
        if self.raw and inside(self._text, start, end, *self._raw_place) < 0:
            self._end_raw()

    def end_raw_after(self, start: int, end: int) -> None:
        """End raw HTML after a line that holds what it ends with."""
        if self._raw_end is not None and self._raw_end.search(self._text, start, end):
            self._end_raw()

    def _end_raw(self) -> None:
        self.close()
        self.raw, self._raw_end = False, None
