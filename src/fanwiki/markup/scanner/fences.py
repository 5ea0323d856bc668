"""Code between fences, as CommonMark has it, but for a fence that nothing ends: its lines are read again as text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from fanwiki.markup.findings import CodeBlock, Scan
from fanwiki.markup.scanner.containers import Containers
from fanwiki.markup.scanner.prefix import Columns, Prefix, column, inside, spaces_end
from fanwiki.markup.scanner.texts import Texts

DEEPEST = 50
"""Below so many quotes and lists nothing is taken for code: readers give up at different depths."""

_FENCE = re.compile(r"(`{3,}(?=[^`]*\Z)|~{3,})[ \t]*([^\s`]*)")
_MARKS = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)


def begins_fence(text: str, at: int, end: int) -> re.Match[str] | None:
    """Return the fence that stands here, if one does."""
    return _FENCE.match(text, at, end)


@dataclass(slots=True)
class Fence:
    """A fence that is open.

    Args:
        line: Where the line begins that it stands in.
        at: Where it begins.
        end: Where its last line so far ends.
        sign: The signs it is made of.
        language: The word behind it.
        begin: Where its content begins.
        quotes: How many quotes it stands in.
        columns: The list items it stands in.
    """

    line: int
    at: int
    end: int
    sign: str
    language: str
    begin: int
    quotes: int
    columns: Columns


class Fences:
    """Reads code between fences.

    Args:
        text: The body.
        found: What is found in it.
        around: What is open around the lines.
        texts: Where text goes.
    """

    def __init__(self, text: str, found: Scan, around: Containers, texts: Texts) -> None:
        self.open: Fence | None = None
        self._text = text
        self._found = found
        self._around = around
        self._texts = texts

    def begin(self, prefix: Prefix, start: int, end: int) -> int:
        """Read the fence that begins code; return where the next line begins, -1 when there is none."""
        found = begins_fence(self._text, prefix.at, end)
        if not found or not self._around.near(prefix) or start < self._texts.no_fence_before:
            return -1
        columns = self._around.columns
        if prefix.quotes + len(columns) > DEEPEST:
            return -1
        self._texts.close()
        begin = min(end + 1, len(self._text))
        language = found[2].casefold()
        self.open = Fence(start, prefix.at, end, found[1], language, begin, prefix.quotes, list(columns))
        return end + 1

    def line(self, fence: Fence, start: int, end: int) -> int:
        """Read a line of code; return where the next line begins."""
        text = self._text
        at = inside(text, start, end, fence.quotes, fence.columns)
        if at < 0:
            return self.give_up(fence, start)
        content = spaces_end(text, at, end)
        fence.end = end
        if text.startswith(fence.sign, content) and column(text, at, content) <= 3:
            rest = text[content:end].rstrip(" \t")
            if rest == fence.sign[0] * len(rest):
                self._end(fence, start)
        return end + 1

    def give_up(self, fence: Fence, stop: int) -> int:
        """Nothing ends this fence: return where to begin reading its lines as text."""
        self._found.torn_fences.append(fence.at)
        self._texts.no_fence_before = max(self._texts.no_fence_before, stop)
        self.open = None
        return fence.line

    def _end(self, fence: Fence, start: int) -> None:
        inner = (fence.begin, max(fence.begin, start))
        info = (fence.at + len(fence.sign), max(fence.at + len(fence.sign), fence.begin - 1))
        if self._text.find("|", *info) >= 0:
            self._texts.take_unseen(*info, fence.quotes)
        self._found.code.append(CodeBlock(fence.at, fence.end, fence.language, inner))
        self._around.extend(fence.end)
        if fence.language != "query":
            text = self._text[slice(*inner)]
            text = _MARKS.sub("", text) if fence.quotes else text
            self._texts.take_code(fence.at, fence.end, fence.quotes, text, inner[0])
        self.open = None
