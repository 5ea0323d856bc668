"""The blocks of a body, line by line: quotes, lists, spoiler callouts, code, headings, tables, paragraphs.

The rules are CommonMark's where they decide what is code. Spoiler callouts reach as far as any reader could take them
to reach: a line that goes on where a quote's paragraph stopped, without its mark, is still in it. A fence that
nothing ends is text here, though CommonMark makes code of all that follows: its lines are read again.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from fanwiki.markup.bars import pair
from fanwiki.markup.findings import Bars, CodeBlock, Leaf, LeafKind, LinkSpan, Part, Scan, SpoilerBlock, Syntax
from fanwiki.markup.prefix import Columns, Prefix, column, inside, read_prefix, spaces_end
from fanwiki.markup.rows import cells, columns_of_table
from fanwiki.markup.spans import SpanScanner, page_link

DEEPEST = 50
"""Below so many quotes and lists nothing is taken for code: readers give up at different depths."""

_PLAIN_START = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_HEADING = re.compile(r"(#{1,6})(?:[ \t]+|\Z)")
_HEADING_END = re.compile(r"(?:^|[ \t])#+[ \t]*\Z")
_UNDERLINE = re.compile(r"(=+|-+)[ \t]*\Z")
_FENCE = re.compile(r"(`{3,}(?=[^`]*\Z)|~{3,})[ \t]*([^\s`]*)")
_CALLOUT = re.compile(r"\[!([^\]\[\n]{1,60})\][+-]?[ \t]*")
_SPOILER = re.compile(r"[ \t]*(?:spoilers?|withheld)[ \t]*(?:\||\Z)", re.IGNORECASE)
_QUOTES = re.compile(r"(?: {0,3}> ?)*")
_QUOTE_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)
_NOTE = re.compile(r"\[\^[^\[\]\s]+\]:[ \t]*")
_DEFINITION = re.compile(r"\[(?!\^)([^\[\]\n]+)\]:[ \t]*(?:<([^<>\n]*)>|(\S+))")
_TASK = re.compile(r"\[[ xX/-]\][ \t]+")
_FORMULA_END = re.compile(r"\$\$[ \t]*(?=\n|\Z)")
_RAW = re.compile(r"<(script|pre|style|textarea)(?=[\s>]|\Z)", re.IGNORECASE)
_RAW_END = re.compile(r"</(?:script|pre|style|textarea)>", re.IGNORECASE)
_HTML_BLOCK = re.compile(
    r"</?(?:address|article|aside|base|basefont|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl"
    r"|dt|fieldset|figcaption|figure|footer|form|frame|frameset|h[1-6]|head|header|hr|html|iframe|legend|li|link|main"
    r"|menu|menuitem|nav|noframes|ol|optgroup|option|p|param|search|section|summary|table|tbody|td|tfoot|th|thead|title"
    r"|tr|track|ul)(?=[\s/>]|\Z)|<[?!]",
    re.IGNORECASE,
)
_LONE_TAG = re.compile(r"</?[A-Za-z][^<>]*>[ \t]*\Z")


@dataclass(slots=True)
class Fence:
    """A fence that is open.

    Args:
        line: Where the line begins that it stands in.
        at: Where it begins.
        end: Where its last line so far ends.
        sign: The character it is made of.
        length: How many of them.
        language: The word behind it.
        begin: Where its content begins.
        quotes: How many quotes it stands in.
        columns: The list items it stands in.
    """

    line: int
    at: int
    end: int
    sign: str
    length: int
    language: str
    begin: int
    quotes: int
    columns: Columns


class LineScanner:
    """Reads a body, whose lines all end in a newline character, into a scan."""

    def __init__(self, text: str, found: Scan) -> None:
        self._text = text
        self._found = found
        self._spans = SpanScanner(text, found)
        self._open: list[int] = []
        self._columns: Columns = []
        self._leaf: Leaf | None = None
        self._last = (0, 0)  # the last line of the leaf
        self._rows: list[tuple[int, int]] = []
        self._width = 0  # columns of the table that the leaf is
        self._unsure = False  # whether the leaf may be a table
        self._quotes = 0  # of the last line
        self._blank = True
        self._code: Leaf | None = None  # code by indentation
        self._fence: Fence | None = None
        self._no_fence_before = 0
        self._raw = False
        self._raw_end = False
        self._missing: set[str] = set()  # closing signs that do not come any more
        self._calm = True  # nothing is open but a paragraph outside quotes and lists
        self._signs: dict[str, tuple[Callable[[Prefix, int, int], int], ...]] = {
            "#": (self._heading,),
            "`": (self._fenced,),
            "~": (self._fenced,),
            "=": (self._underline,),
            "-": (self._underline, self._delimiters, self._rule),
            "|": (self._delimiters,),
            ":": (self._delimiters,),
            "*": (self._rule,),
            "_": (self._rule,),
            "<": (self._html,),
            "[": (self._note, self._definition),
            "%": (self._remark,),
            "$": (self._formula,),
        }

    def run(self) -> None:
        """Read the whole body."""
        text, size, find = self._text, len(self._text), self._text.find
        start = 0
        while True:
            if start >= size:
                if self._fence is None:
                    break
                start = self._unclosed(self._fence, size)
            end = find("\n", start)
            if end < 0:
                end = size
            if start == end and self._fence is None:
                self._blank_line(0)
                start += 1
            elif self._calm and text[start] in _PLAIN_START:
                self._text_line(start, end, 0)
                start = end + 1
            else:
                start = self._line(start, end)
        self._blank_line(0)
        self._found.links.sort()

    def _line(self, start: int, end: int) -> int:
        """Read a line; return where the next one begins."""
        if self._fence is not None:
            return self._fence_line(self._fence, start, end)
        if (self._blank or self._code) and self._indented(start, end):
            return end + 1
        self._code = None
        prefix = read_prefix(self._text, start, end)
        if prefix.at >= end and not prefix.items:
            self._blank_line(prefix.quotes)
            return end + 1
        self._enter(prefix, end)
        after = self._content(prefix, start, end)
        self._quotes = prefix.quotes
        self._calm = not (
            self._open or self._columns or self._fence or self._raw or self._rows or self._unsure or self._quotes
        )
        return after

    def _blank_line(self, quotes: int) -> None:
        """Close the paragraph, and the spoiler callouts whose quotes this line does not continue."""
        self._close()
        self._blank, self._quotes = True, quotes
        if not self._raw_end:
            self._raw = False
        while self._open and self._found.blocks[self._open[-1]].quotes > quotes:
            self._open.pop()
        if self._spans.bars:
            spoilers, literal = pair(self._text, self._spans.bars)
            self._found.spoilers += spoilers
            self._found.literal_bars += literal
            self._spans.bars.clear()
        self._spans.end_stretch()
        if not self._raw:
            self._calm = not (self._open or self._columns or quotes)

    def _enter(self, prefix: Prefix, end: int) -> None:
        """Leave the list items and spoiler callouts that a line does not continue, enter its list items."""
        ends = self._ends_paragraph(prefix, end)
        if ends or self._blank or self._leaf is None:
            self._leave_items(prefix)
        if prefix.items:
            self._columns += [(around, inner) for around, _, inner in prefix.items]
        while self._open:
            block = self._found.blocks[self._open[-1]]
            above = prefix.items and prefix.items[0][0] < block.quotes and prefix.item_column < block.column
            if not above and (prefix.quotes >= block.quotes or not (ends or self._blank)):
                break
            self._open.pop()
        for index in self._open:
            self._found.blocks[index].end = end

    def _leave_items(self, prefix: Prefix) -> bool:
        """Leave the list items that a line is not indented enough for; tell whether there were any."""
        for index, (around, inner) in enumerate(self._columns):
            if around > prefix.quotes or prefix.firsts[around] < inner:
                del self._columns[index:]
                return True
        return False

    def _ends_paragraph(self, prefix: Prefix, end: int) -> bool:
        """Whether a line begins something that no paragraph goes on with, as far as that is certain."""
        text, at = self._text, prefix.at
        if prefix.items:
            same = not any(around > prefix.quotes or prefix.firsts[around] < inner for around, inner in self._columns)
            if same and self._leaf is not None and not prefix.interrupts and prefix.quotes == self._leaf.quotes:
                prefix.forget_items()
                return False
            return True
        if prefix.quotes > self._quotes:
            return True
        sign = text[at : at + 1]
        pattern = {"#": _HEADING, "`": _FENCE, "~": _FENCE, "-": _RULE, "*": _RULE, "_": _RULE}.get(sign)
        return pattern is not None and pattern.match(text, at, end) is not None

    def _content(self, prefix: Prefix, start: int, end: int) -> int:
        text, at = self._text, prefix.at
        if at >= end:
            self._close()
            self._blank = False
            return end + 1
        if prefix.items:
            task = _TASK.match(text, at, end)
            prefix.at = at = task.end() if task else at
            self._close()
        if prefix.quotes and text.startswith("[!", at) and self._callout(prefix, end):
            return end + 1
        if not self._raw or text[at] == "<":
            for read in self._signs.get(text[at], ()):
                after = read(prefix, start, end)
                if after >= 0:
                    self._blank = False
                    return after
        self._text_line(prefix.at, end, prefix.quotes)
        if self._raw_end and _RAW_END.search(text, prefix.at, end):
            self._raw = self._raw_end = False
            self._close()
        return end + 1

    def _text_line(self, at: int, end: int, quotes: int) -> None:
        """Read a line of a paragraph or of a table."""
        leaf = self._leaf
        if leaf is None or quotes > leaf.quotes:
            self._close()
            leaf = self._leaf = self._new_leaf(LeafKind.PARAGRAPH, at, end, quotes)
        leaf.end = end
        self._last = (at, end)
        self._blank = False
        if self._rows:
            self._rows.append((at, end))

    def _new_leaf(self, kind: LeafKind, start: int, end: int, quotes: int, level: int = 0) -> Leaf:
        block = self._open[-1] if self._open else -1
        leaf = Leaf(kind, start, end, quotes, block, level)
        self._found.leaves.append(leaf)
        return leaf

    def _close(self) -> None:
        """Read the text of the block that ends here."""
        leaf = self._leaf
        if leaf is None:
            return
        if self._rows:
            for start, end in self._rows:
                for cell_start, cell_end, bars in cells(self._text, start, end, self._width):
                    self._spans.read(leaf, cell_start, cell_end, bars=bars, raw=bars is Bars.UNSURE)
                    leaf.parts.append(Part(cell_end, " "))
        else:
            bars = Bars.UNSURE if self._unsure else Bars.PLAIN
            self._spans.read(leaf, leaf.start, leaf.end, bars=bars, raw=self._raw)
        self._leaf = None
        self._rows = []
        self._unsure = False

    def _callout(self, prefix: Prefix, end: int) -> bool:
        found = _CALLOUT.match(self._text, prefix.at, end)
        if not found:
            return False
        self._close()
        if not _SPOILER.match(found[1]):
            if found.end() < end:
                self._text_line(found.end(), end, prefix.quotes)
            self._blank = False
            return True
        parent = self._open[-1] if self._open else -1
        opens = prefix.quotes > self._quotes or bool(prefix.items)
        films = (found.end(), max(found.end(), found.end() + len(self._text[found.end() : end].rstrip())))
        self._open.append(len(self._found.blocks))
        self._found.blocks.append(
            SpoilerBlock(prefix.at, end, films, parent, opens, prefix.quotes, prefix.quote_column)
        )
        self._blank = False
        return True

    def _near(self, prefix: Prefix) -> bool:
        """Whether a line is indented so little that its sign counts."""
        if prefix.items:
            return True
        around = [inner for quotes, inner in self._columns if quotes == prefix.quotes]
        return prefix.indent - (around[-1] if around and prefix.indent >= around[-1] else 0) <= 3

    def _heading(self, prefix: Prefix, _start: int, end: int) -> int:
        found = _HEADING.match(self._text, prefix.at, end)
        if not found or not self._near(prefix):
            return -1
        self._close()
        begin = found.end()
        closing = _HEADING_END.search(self._text[begin:end])
        stop = begin + closing.start() if closing else end
        leaf = self._new_leaf(LeafKind.HEADING, begin, stop, prefix.quotes, len(found[1]))
        self._spans.read(leaf, begin, stop, bars=Bars.PLAIN)
        return end + 1

    def _underline(self, prefix: Prefix, _start: int, end: int) -> int:
        leaf = self._leaf
        found = _UNDERLINE.match(self._text, prefix.at, end)
        if not found or leaf is None or self._rows or leaf.quotes != prefix.quotes or prefix.items:
            return -1
        if not self._near(prefix):
            return -1
        leaf.kind, leaf.level = LeafKind.HEADING, 1 if found[1][0] == "=" else 2
        self._close()
        return end + 1

    def _rule(self, prefix: Prefix, _start: int, end: int) -> int:
        if not self._near(prefix) or not _RULE.match(self._text, prefix.at, end):
            return -1
        self._close()
        return end + 1

    def _delimiters(self, prefix: Prefix, _start: int, end: int) -> int:
        """Read the line under a table's head, which makes a table of the paragraph's last line."""
        leaf = self._leaf
        if leaf is None or self._rows or leaf.kind is not LeafKind.PARAGRAPH:
            return -1
        head = self._last
        width = columns_of_table(self._text, head, (prefix.at, end))
        if width is None:
            return -1
        if width == 0 or leaf.quotes != prefix.quotes:
            self._unsure = True
            return -1
        if head[0] > leaf.start:
            leaf.end = head[0]
            self._close()
            leaf = self._leaf = self._new_leaf(LeafKind.ROW, head[0], end, prefix.quotes)
        leaf.kind, leaf.end = LeafKind.ROW, end
        self._rows, self._width = [head], width
        return end + 1

    def _note(self, prefix: Prefix, _start: int, end: int) -> int:
        """Read the beginning of a footnote, which holds what is indented below it."""
        found = _NOTE.match(self._text, prefix.at, end)
        if not found or not self._near(prefix):
            return -1
        self._close()
        self._columns.append((prefix.quotes, prefix.indent + 4))
        if found.end() < end:
            self._text_line(found.end(), end, prefix.quotes)
        return end + 1

    def _definition(self, prefix: Prefix, _start: int, end: int) -> int:
        """Read where a reference link leads, if that is a page."""
        found = _DEFINITION.match(self._text, prefix.at, end) if self._leaf is None else None
        if not found or not self._near(prefix):
            return -1
        group = 2 if found[2] is not None else 3
        link = page_link(found[group], label=found[1])
        if link is not None:
            begin, stop = found.span(group)
            hash_at = self._text.find("#", begin, stop)
            target = (begin, hash_at if hash_at >= 0 else stop)
            spoils = "||" in self._text[begin:end]
            self._found.links.append(LinkSpan(prefix.at, end, link, target, found.span(1), Syntax.DEFINITION, spoils))
        return end + 1

    def _html(self, prefix: Prefix, _start: int, end: int) -> int:
        text, at = self._text, prefix.at
        if text.startswith("<!--", at) and self._near(prefix):
            close = self._found_later("-->", at + 4)
            if close >= 0:
                return self._skip_comment(at, close + 3, prefix.quotes)
        if self._near(prefix) and not self._raw:
            lone = self._leaf is None and _LONE_TAG.match(text, at, end)
            if _RAW.match(text, at, end):
                self._close()
                self._raw = self._raw_end = True
            elif lone or _HTML_BLOCK.match(text, at, end):
                self._close()
                self._raw = True
        return -1

    def _remark(self, prefix: Prefix, _start: int, end: int) -> int:
        """Read a comment that goes over several lines; one within a line is found with the rest of its text."""
        at = prefix.at
        close = self._found_later("%%", at + 2) if self._text.startswith("%%", at) else -1
        return self._skip_comment(at, close + 2, prefix.quotes) if close > end else -1

    def _found_later(self, sign: str, at: int) -> int:
        if sign in self._missing:
            return -1
        place = self._text.find(sign, at)
        if place < 0:
            self._missing.add(sign)
        return place

    def _skip_comment(self, start: int, stop: int, quotes: int) -> int:
        """Leave a comment out, and read what stands behind it on its last line."""
        self._close()
        self._found.comments.append((start, stop))
        end = self._text.find("\n", stop)
        end = end if end >= 0 else len(self._text)
        for index in self._open:
            self._found.blocks[index].end = max(self._found.blocks[index].end, end)
        begin = spaces_end(self._text, stop, end)
        if begin < end:
            leaf = self._new_leaf(LeafKind.PARAGRAPH, begin, end, quotes)
            self._spans.read(leaf, begin, end, bars=Bars.PLAIN, raw=True)
        return end + 1

    def _formula(self, prefix: Prefix, _start: int, end: int) -> int:
        """Read a formula that goes over several lines, blank ones included."""
        text, at = self._text, prefix.at
        if not text.startswith("$$", at) or prefix.quotes or self._columns or "$$" in self._missing:
            return -1
        close = _FORMULA_END.search(text, at + 2)
        if not close:
            self._missing.add("$$")
            return -1
        if close.start() <= end:
            return -1
        self._close()
        leaf = self._new_leaf(LeafKind.PARAGRAPH, at, close.end(), 0)
        self._spans.read(leaf, at, close.end(), bars=Bars.PLAIN, raw=True)
        return close.end() + 1

    def _indented(self, start: int, end: int) -> bool:
        """Read a line of code by indentation."""
        text = self._text
        if text[start] not in " \t>" or self._raw:
            return False
        quotes, at = self._code_position(start, end)
        content = spaces_end(text, at, end)
        around = [inner for depth, inner in self._columns if depth == quotes]
        if content >= end or column(text, at, content) < (around[-1] if around else 0) + 4:
            return False
        if len(around) != len(self._columns) or quotes + len(around) > DEEPEST or quotes > self._quotes:
            return False
        while self._open and self._found.blocks[self._open[-1]].quotes > quotes:
            self._open.pop()
        if self._code is None or self._code.quotes != quotes:
            self._close()
            self._code = self._new_leaf(LeafKind.CODE, content, end, quotes)
        self._code.parts.append(Part(content, text[content:end] + "\n"))
        self._code.end = end
        self._blank = False
        for index in self._open:
            self._found.blocks[index].end = end
        return True

    def _code_position(self, start: int, end: int) -> tuple[int, int]:
        """Return how many quotes a line's marks open, list marks not regarded, and where what is in them begins."""
        found = _QUOTES.match(self._text, start, end)
        marks = found[0] if found else ""
        return marks.count(">"), start + len(marks)

    def _fenced(self, prefix: Prefix, start: int, end: int) -> int:
        """Read the fence that begins code."""
        text, at = self._text, prefix.at
        found = _FENCE.match(text, at, end)
        if not found or not self._near(prefix) or start < self._no_fence_before:
            return -1
        if prefix.quotes + len(self._columns) > DEEPEST:
            return -1
        self._close()
        sign, begin = found[1], min(end + 1, len(text))
        self._fence = Fence(
            start, at, end, sign[0], len(sign), found[2].casefold(), begin, prefix.quotes, list(self._columns)
        )
        return end + 1

    def _fence_line(self, fence: Fence, start: int, end: int) -> int:
        text = self._text
        at = inside(text, start, end, fence.quotes, fence.columns)
        if at < 0:
            return self._unclosed(fence, start)
        content = spaces_end(text, at, end)
        fence.end = end
        if text.startswith(fence.sign * fence.length, content) and column(text, at, content) <= 3:
            rest = text[content:end].strip(" \t")
            if rest == fence.sign * len(rest):
                self._end_fence(fence, start)
        return end + 1

    def _end_fence(self, fence: Fence, start: int) -> None:
        inner = (fence.begin, max(fence.begin, start))
        self._found.code.append(CodeBlock(fence.at, fence.end, fence.language, inner))
        for index in self._open:
            self._found.blocks[index].end = fence.end
        if fence.language != "query":
            leaf = self._new_leaf(LeafKind.CODE, fence.at, fence.end, fence.quotes)
            text = self._text[slice(*inner)]
            leaf.parts.append(Part(inner[0], _QUOTE_MARKS.sub("", text) if fence.quotes else text))
        self._fence = None
        self._blank = False

    def _unclosed(self, fence: Fence, stop: int) -> int:
        """A fence that nothing ends: go back and read its lines as text."""
        self._found.torn_fences.append(fence.at)
        self._fence = None
        self._no_fence_before = stop
        return fence.line
