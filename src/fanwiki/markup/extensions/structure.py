"""The block structure of a page by CommonMark's rules (its appendix “A parsing strategy”), line by line.

Python-Markdown's own block parser cuts the text at blank lines and nests by four spaces. It needs a blank line before
every list and table, loses fences in lists, and recurses into nested lists until Python gives up. This one takes each
line once: first the open containers it continues, then the ones it opens, then the leaf that takes the rest.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias
from xml.etree.ElementTree import Element, ElementTree

from markdown.blockparser import BlockParser

from fanwiki.markup.extensions.callouts import open_callout
from fanwiki.markup.extensions.footnotes import attach_notes
from fanwiki.markup.extensions.html_blocks import html_block
from fanwiki.markup.extensions.leaves import (
    FENCE,
    HEADING,
    MATH,
    MATH_END,
    RULE,
    UNDERLINE,
    Fence,
    Indented,
    Leaf,
    Math,
    Taken,
    heading_text,
)
from fanwiki.markup.extensions.lists import finish_list
from fanwiki.markup.extensions.paragraphs import Paragraph
from fanwiki.markup.extensions.tables import Table, table_below
from fanwiki.markup.extensions.tree import BARE, child

if TYPE_CHECKING:
    from markdown import Markdown

MAX_DEPTH = 100
"""How many containers may stand in one another; what would open another is text."""

_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r"( {0,3})([-+*]|([0-9]{1,9})([.)]))( +|$)")
_NOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*")
_TABBED_START = re.compile(r"(?:[ \t]|[>+*-](?=[ \t>])|[0-9]{1,9}[.)](?=[ \t]))*")


_Start: TypeAlias = Callable[[str, int], str | None]

DONE = "\n"
"""What is left of a line when a block has taken all of it."""


class Kind(Enum):
    """The kinds of container."""

    DOCUMENT = auto()
    QUOTE = auto()
    LIST = auto()
    ITEM = auto()
    NOTE = auto()


@dataclass(slots=True)
class Container:
    """A block that is open and holds blocks.

    Args:
        element: Where its blocks go.
        indent: For items, the column their content stands in.
        marker: For lists, the sign that all their items begin with.
        blank: Whether the last line in it was blank.
        loose: For lists, whether blank lines part their items.
    """

    kind: Kind
    element: Element
    indent: int = 0
    marker: str = ""
    blank: bool = False
    loose: bool = False


class StructureParser(BlockParser):
    """Reads lines into an element tree whose texts are Markdown still."""

    def __init__(self, md: Markdown) -> None:
        super().__init__(md)
        self.notes: dict[str, Element] = {}
        self._open: list[Container] = []
        self._leaf: Leaf | None = None
        self._line_number = 0
        self._last_formula_end = -1
        self._starts: Mapping[str, tuple[_Start, ...]] = {
            ">": (self._quote,),
            "#": (self._heading,),
            "`": (self._fence,),
            "~": (self._fence,),
            "<": (self._html,),
            "$": (self._math,),
            "[": (self._note,),
            "=": (self._underline,),
            "|": (self._table,),
            ":": (self._table,),
            "-": (self._underline, self._table, self._rule, self._item),
            "*": (self._rule, self._item),
            "_": (self._rule,),
            "+": (self._item,),
        } | dict.fromkeys("0123456789", (self._item,))

    def parseDocument(self, lines: Iterable[str]) -> ElementTree:  # noqa: N802  (Python-Markdown's name)
        """Read a whole page."""
        self.root = Element(BARE)
        self.notes = {}
        self._open = [Container(Kind.DOCUMENT, self.root)]
        self._leaf = None
        *lines, last = lines
        lines += [last] if last else []  # a line that ends is not followed by an empty one
        ends = (number for number, line in enumerate(lines) if "$$" in line and MATH_END.search(line))
        self._last_formula_end = max(ends, default=-1)
        for self._line_number, line in enumerate(lines):
            self._read(line)
        self._close_to(1)
        self._close_leaf()
        attach_notes(self.root, self.notes)
        return ElementTree(self.root)

    def _read(self, line: str) -> None:
        if line[:1].isalpha() and len(self._open) == 1 and (self._leaf is None or isinstance(self._leaf, Paragraph)):
            self._text(line, 1)  # most lines are those of a paragraph, and no block begins with a letter
            return
        if "\t" in line:
            start = _TABBED_START.match(line)
            end = start.end() if start else 0
            line = line[:end].expandtabs(4) + line[end:]
        depth, line = self._continued(line)
        blank = not line.strip(" \t")
        if depth == len(self._open) and self._leaf and self._taken(self._leaf, line, blank=blank):
            return
        if blank:
            self._blank(depth)
        else:
            self._start(line, depth)

    def _continued(self, line: str) -> tuple[int, str]:
        """Return how many open containers a line continues, and what of it is theirs."""
        depth = 1
        for container in self._open[1:]:
            rest: str | None = line
            match container.kind:
                case Kind.ITEM | Kind.NOTE:
                    rest = self._indented(container, line)
                case Kind.QUOTE:
                    found = _QUOTE.match(line)
                    rest = line[found.end() :] if found else None
            if rest is None:
                break
            line = rest
            depth += 1
        return depth, line

    def _indented(self, container: Container, line: str) -> str | None:
        if line[: container.indent].strip(" "):
            return None
        if not line.strip(" \t"):
            # An item that begins with a blank line ends with the next one.
            empty = container is self._open[-1] and not len(container.element) and self._leaf is None
            return None if empty else line[container.indent :]
        return line[container.indent :]

    def _taken(self, leaf: Leaf, line: str, *, blank: bool) -> bool:
        """Offer a line to a leaf that judges for itself where it ends."""
        if isinstance(leaf, Paragraph | Table):
            return False
        taken = leaf.take(line)
        if taken is not Taken.YES:
            self._close_leaf()
        elif blank and isinstance(leaf, Indented):
            self._mark_blank()
        return taken is not Taken.NO

    def _blank(self, depth: int) -> None:
        self._close_to(depth)
        self._close_leaf()
        self._mark_blank()

    def _mark_blank(self) -> None:
        for container in reversed(self._open):
            if container.kind is Kind.QUOTE:
                break
            container.blank = True

    def _start(self, line: str, depth: int) -> None:
        """Open what a line opens, and put the rest where it belongs."""
        while True:
            if line.startswith("    "):
                if isinstance(self._leaf, Paragraph | Table):
                    break
                self._put(Indented(line), depth)
                return
            rest = self._opened(line, depth)
            if rest is None:
                break
            if not rest.strip(" \n"):
                return
            line, depth = rest, len(self._open)
        self._text(line, depth)

    def _opened(self, line: str, depth: int) -> str | None:
        """Open one block; return what of the line is left for its content, `DONE`, or None when it opens none."""
        for start in self._starts.get(line.lstrip(" ")[0], ()):
            rest = start(line, depth)
            if rest is not None:
                return rest
        return None

    def _text(self, line: str, depth: int) -> None:
        """Go on with the paragraph or table that is open, or begin a paragraph."""
        # A paragraph also goes on in a line that forgets the signs of its containers: CommonMark's laziness.
        if isinstance(self._leaf, Paragraph) or (isinstance(self._leaf, Table) and depth == len(self._open)):
            self._leaf.take(line)
        else:
            self._put(Paragraph(self.md.references, line), depth)

    def _put(self, leaf: Leaf, depth: int) -> None:
        self._parent(depth)
        self._leaf = leaf

    def _parent(self, depth: int) -> Element:
        """Close what a new block ends, and return where it goes."""
        self._close_to(depth)
        self._close_leaf()
        if self._open[-1].kind is Kind.LIST:
            self._close_to(len(self._open) - 1)
        return self._place()

    def _place(self) -> Element:
        """Return the innermost container's element, noting blank lines that part the items of a list."""
        inner = self._open[-1]
        if inner.blank and inner.kind is Kind.ITEM:
            self._open[-2].loose = True
        elif inner.blank and inner.kind is Kind.LIST:
            inner.loose = True
        for container in self._open:
            container.blank = False
        return inner.element

    def _close_to(self, depth: int) -> None:
        while len(self._open) > depth:
            self._close_leaf()
            container = self._open.pop()
            if container.kind is Kind.LIST:
                finish_list(container.element, loose=container.loose)

    def _close_leaf(self) -> None:
        if self._leaf:
            leaf, self._leaf = self._leaf, None
            leaf.close(self._open[-1].element)

    def _interrupted(self, depth: int) -> Paragraph | None:
        """Return the paragraph that a block would end by beginning here; not one that goes on by laziness."""
        return self._leaf if isinstance(self._leaf, Paragraph) and depth == len(self._open) else None

    # What may begin a block: each returns what is left of the line, DONE, or None when it is something else.

    def _quote(self, line: str, depth: int) -> str | None:
        found = _QUOTE.match(line)
        if not found or len(self._open) >= MAX_DEPTH:
            return None
        parent, rest = self._parent(depth), line[found.end() :]
        inside = open_callout(parent, rest)
        if inside is None:
            self._open.append(Container(Kind.QUOTE, child(parent, "blockquote")))
            return rest
        self._open.append(Container(Kind.QUOTE, inside))
        return DONE

    def _item(self, line: str, depth: int) -> str | None:
        found = _ITEM.match(line)
        if not found or len(self._open) >= MAX_DEPTH:
            return None
        sign, number, rest = found[4] or found[2], found[3], line[found.end() :]
        if self._interrupted(depth) and (not rest.strip() or (number and int(number) != 1)):
            return None
        marker = len(found[1]) + len(found[2])
        spaces = len(found[5]) if rest.strip() and len(found[5]) < 5 else 1
        self._list(sign, number, depth)
        item = Container(Kind.ITEM, child(self._place(), "li"), indent=marker + spaces)
        self._open.append(item)
        return line[item.indent :]

    def _list(self, sign: str, number: str | None, depth: int) -> None:
        """Go on with the list that an item belongs to, or begin one."""
        self._close_to(depth)
        self._close_leaf()
        if self._open[-1].kind is Kind.LIST and self._open[-1].marker == sign:
            return
        element = child(self._parent(depth), "ol" if number else "ul")
        if number and int(number) != 1:
            element.set("start", str(int(number)))
        self._open.append(Container(Kind.LIST, element, marker=sign))

    def _note(self, line: str, depth: int) -> str | None:
        found = _NOTE.match(line)
        if not found or len(self._open) >= MAX_DEPTH:
            return None
        self._parent(depth)
        note = Element("li")
        self.notes.setdefault(found[1].casefold(), note)
        self._open.append(Container(Kind.NOTE, note, indent=4))
        return line[found.end() :] or DONE

    def _heading(self, line: str, depth: int) -> str | None:
        found = HEADING.match(line)
        if not found:
            return None
        child(self._parent(depth), f"h{len(found[1])}", heading_text(line[found.end() :]))
        return DONE

    def _underline(self, line: str, depth: int) -> str | None:
        paragraph = self._interrupted(depth)
        found = UNDERLINE.match(line)
        if not found or not paragraph or not paragraph.text():
            return None
        self._leaf = None
        child(self._parent(depth), "h1" if found[1][0] == "=" else "h2", paragraph.text())
        return DONE

    def _rule(self, line: str, depth: int) -> str | None:
        if not RULE.match(line):
            return None
        child(self._parent(depth), "hr")
        return DONE

    def _fence(self, line: str, depth: int) -> str | None:
        found = FENCE.match(line)
        if not found:
            return None
        self._put(Fence(found, line[found.end() :]), depth)
        return DONE

    def _math(self, line: str, depth: int) -> str | None:
        # Like a comment, a formula of several lines stands outside lists and quotes, and must have an end.
        if depth > 1 or self._line_number >= self._last_formula_end or not MATH.match(line):
            return None
        self._put(Math(), depth)
        return self._first_line(line)

    def _html(self, line: str, depth: int) -> str | None:
        # A lone tag does not end a paragraph, not even one that goes on by laziness.
        block = html_block(line, interrupts=isinstance(self._leaf, Paragraph))
        if not block:
            return None
        self._put(block, depth)
        return self._first_line(line)

    def _first_line(self, line: str) -> str:
        """Give a leaf the line that began it, which may end it too."""
        if self._leaf and self._leaf.take(line) is Taken.LAST:
            self._close_leaf()
        return DONE

    def _table(self, line: str, depth: int) -> str | None:
        paragraph = self._interrupted(depth)
        table = table_below(paragraph.last_line, line) if paragraph else None
        if not paragraph or not table:
            return None
        paragraph.drop_last_line()
        self._put(table, depth)
        return DONE
