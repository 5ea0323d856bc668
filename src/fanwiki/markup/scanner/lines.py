"""The blocks of a body, line by line.

The rules are CommonMark's where they decide what is code. Spoiler callouts reach as far as any reader could take them
to reach: a line that goes on where a quote's paragraph stopped, without its mark, is still in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from fanwiki.markup.findings import Leaf, Part, Scan
from fanwiki.markup.scanner.containers import Containers
from fanwiki.markup.scanner.fences import DEEPEST, Fences, begins_fence
from fanwiki.markup.scanner.prefix import Prefix, column, read_prefix, spaces_end
from fanwiki.markup.scanner.starts import HEADING, HTML_BLOCK, RAW, RULE, Starts
from fanwiki.markup.scanner.texts import Texts

_PLAIN_START = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
_QUOTES = re.compile(r"(?: {0,3}> ?)*")
_TASK = re.compile(r"\[[ xX/-]\][ \t]+")


_INTERRUPTING: dict[str, tuple[Callable[[str, int, int], re.Match[str] | None], ...]] = {
    "<": (HTML_BLOCK.match, RAW.match),
    "`": (begins_fence,),
    "~": (begins_fence,),
    "-": (RULE.match,),
    "*": (RULE.match,),
    "_": (RULE.match,),
    "#": (HEADING.match,),
}


class LineScanner:
    """Reads a body, whose lines all end in a newline character, into a scan."""

    def __init__(self, text: str, found: Scan) -> None:
        self._text = text
        self._found = found
        self._around = Containers(found)
        self._texts = Texts(text, found, self._around)
        self._fences = Fences(text, found, self._around, self._texts)
        self._starts = Starts(text, found, self._around, self._texts)
        self._readers = self._starts.readers() | {"`": (self._fences.begin,), "~": (self._fences.begin,)}
        self._blank = True
        self._code: Leaf | None = None  # by indentation
        self._title = False  # whether the last line was a callout's title, a paragraph to readers that know no callouts
        self._calm = True  # nothing is open but a paragraph outside quotes and lists

    def run(self) -> None:
        """Read the whole body."""
        text, size, find = self._text, len(self._text), self._text.find
        start = 0
        while True:
            if start >= size:
                if self._fences.open is None:
                    break
                start = self._fences.give_up(self._fences.open, size)
            end = find("\n", start)
            if end < 0:
                end = size
            if self._calm and start < end and text[start] in _PLAIN_START:
                self._texts.take(start, end, 0)
                self._blank, self._code = False, None
                start = end + 1
            else:
                start = self._line(start, end)
        self._texts.end_stretch(0)
        self._around.leave_quotes(-1)
        self._found.links.sort()

    def _line(self, start: int, end: int) -> int:
        """Read a line; return where the next one begins."""
        if self._fences.open is not None:
            return self._fences.line(self._fences.open, start, end)
        if start == end:
            self._blank_line(0)
            return end + 1
        if (self._blank or self._code) and self._indented(start, end):
            return end + 1
        self._code = None
        self._texts.leave_raw(start, end)
        if start == self._texts.no_fence_before:
            self._texts.close()  # to others this line ended code, so it goes on with no paragraph
        prefix = read_prefix(self._text, start, end)
        if prefix.at >= end and not prefix.items:
            self._blank_line(prefix.quotes)
            return end + 1
        after = self._content_line(prefix, start, end)
        texts = self._texts
        self._calm = self._around.empty and not (self._fences.open or texts.raw or texts.rows or texts.unsure)
        return after

    def _blank_line(self, quotes: int) -> None:
        self._texts.end_stretch(quotes)
        self._around.leave_quotes(quotes)
        self._around.quotes = quotes
        self._blank = True
        self._calm = self._around.empty and not self._texts.raw

    def _content_line(self, prefix: Prefix, start: int, end: int) -> int:
        prefix.far = self._around.is_far(prefix)
        beside = self._around.quotes_beside(prefix)
        if beside:
            self._texts.close()
        self._around.enter(
            prefix,
            end,
            ends_paragraph=beside or self._ends_paragraph(prefix, end),
            after_blank=self._blank,
            in_text=self._texts.leaf is not None or self._title,
        )
        self._blank = self._title = False
        after = self._content(prefix, start, end)
        self._around.quotes = prefix.quotes
        return after

    def _ends_paragraph(self, prefix: Prefix, end: int) -> bool:
        """Whether a line begins something that no paragraph goes on with; the list mark of one that does is text."""
        text, at, leaf = self._text, prefix.at, self._texts.leaf
        if prefix.items:
            other = leaf is None or bool(self._texts.rows) or prefix.quotes != leaf.quotes
            if other or prefix.interrupts or not self._around.within_items(prefix):
                return True
            prefix.forget_items()
            return False
        if prefix.quotes > self._around.quotes:
            return True
        return any(begins(text, at, end) for begins in _INTERRUPTING.get(text[at], ()))

    def _content(self, prefix: Prefix, start: int, end: int) -> int:
        """Read what stands behind a line's marks."""
        text, texts = self._text, self._texts
        if prefix.items:
            task = _TASK.match(text, prefix.at, end)
            prefix.at = task.end() if task else prefix.at
            texts.close()
        if prefix.at >= end:
            texts.close()
            return end + 1
        sign = text[prefix.at]
        if prefix.quotes and sign == "[" and self._starts.callout(prefix, end):
            self._title = True
            return end + 1
        if not texts.raw or sign == "<":
            for read in self._readers.get(sign, ()):
                after = read(prefix, start, end)
                if after >= 0:
                    return after
        if sign == "[" and texts.doubtful(start):
            self._starts.note_definition(prefix, end)
        if prefix.far or (texts.leaf is None and not self._around.near(prefix)):
            texts.take_alone(prefix.at, end, prefix.quotes)  # code to some readers and text to others
        else:
            texts.take(prefix.at, end, prefix.quotes)
        texts.end_raw_after(prefix.at, end)
        return end + 1

    def _indented(self, start: int, end: int) -> bool:
        """Read a line of code by indentation."""
        text, around = self._text, self._around
        if text[start] not in " \t>" or self._texts.raw or start < self._texts.no_fence_before:
            return False
        marks = _QUOTES.match(text, start, end)
        at = marks.end() if marks else start
        quotes = text.count(">", start, at)
        content = spaces_end(text, at, end)
        columns = [inner for depth, inner in around.columns if depth == quotes]
        if content >= end or column(text, at, content) < (columns[-1] if columns else 0) + 4:
            return False
        if len(columns) != len(around.columns) or quotes + len(columns) > DEEPEST or quotes > around.quotes:
            return False
        around.leave_quotes(quotes)
        if self._code is None or self._code.quotes != quotes:
            self._texts.close()
            self._code = self._texts.take_code(content, end, quotes, "", content)
        self._code.parts.append(Part(content, text[content:end] + "\n"))
        self._code.end = end
        self._blank = False
        around.extend(end)
        return True
