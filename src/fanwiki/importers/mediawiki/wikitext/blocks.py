"""Reads expanded wikitext line by line into blocks: paragraphs, headings, lists, tables, boxes, spoilers.

All of it is one pass with a stack of what is open, be it a sign of wikitext (``{|``) or a tag (``<table>``) that
opened it.
"""

from __future__ import annotations

import re
from itertools import groupby

from fanwiki.importers.mediawiki.wikitext.frames import (
    CELLS,
    GATE,
    LISTS,
    TABLE,
    Frame,
    closed_by,
    opened_as,
    table_place,
)
from fanwiki.importers.mediawiki.wikitext.inline import InlineReader
from fanwiki.importers.mediawiki.wikitext.lines import cells_of, cut, whole_tags
from fanwiki.importers.mediawiki.wikitext.lists import listed
from fanwiki.importers.mediawiki.wikitext.running import paragraphs, preformatted
from fanwiki.importers.mediawiki.wikitext.stash import MARK, OPEN, GateEnd, GateStart, NoteList
from fanwiki.importers.mediawiki.wikitext.tree import Block, Heading, NotesHere, Rule, Text

MAX_OPEN = 40
"""How many blocks may be open in one another; what would open another is left out, its content is not."""

_HEADING = re.compile(r"(={1,6})(.+?)\1[ \t]*$")
_RULE = re.compile(r"-{4,}")
_TABLE = re.compile(r"[ \t]*:*[ \t]*\{\|(.*)$")
_CELL = re.compile(r"[ \t]*(\|\}|\|-+|\|\+|\||!)(.*)$")
_ALIASES = {"center": "div", "section": "div", "article": "div", "aside": "div", "header": "div", "footer": "div"}
_IGNORED = frozenset(("tbody", "thead", "tfoot", "colgroup", "col"))
_ROW = "tr"


class BlockReader:
    """Reads one text into blocks.

    Args:
        inline: Reads running text.
        is_page: Whether it is the page's own text, where a banner at the top spoils all of it.
    """

    def __init__(self, inline: InlineReader, *, is_page: bool = False) -> None:
        self._inline = inline
        self._is_page = is_page
        self._stack = [Frame("")]
        self._level = 0
        self._lone_gates: set[int] = set()
        self._cut_off: list[Frame] = []  # spoilers that a cell's end cut off, to go on behind it
        self.spoils: list[str] | None = None

    def read(self, text: str) -> list[Block]:
        """Return the blocks of expanded wikitext."""
        if OPEN in text:
            self._lone_gates = self._gates_without_end(text)
        for line in whole_tags(text).split("\n"):
            self._line(line)
        self._pop_to(1)
        self._flush()
        return self._stack[0].blocks

    def _gates_without_end(self, text: str) -> set[int]:
        """Return the numbers of the marks of spoilers that begin and never end."""
        opened: list[int] = []
        for mark in MARK.finditer(text):
            thing = self._inline.stash.get(mark[1])
            if isinstance(thing, GateStart):
                opened.append(int(mark[1]))
            elif isinstance(thing, GateEnd) and opened:
                opened.pop()
        return set(opened)

    @property
    def _top(self) -> Frame:
        return self._stack[-1]

    def _line(self, line: str) -> None:
        if OPEN in line and self._bounds_in(line):
            return
        if "|" in line or "!" in line:
            place = table_place(self._stack)
            cell = _CELL.match(line) if place and self._stack[place].wikitext else None
            if cell:
                self._table_line(place, cell[1], cell[2])
                return
        sign = line[:1]
        if sign and sign in "*#:;" and not (sign == ":" and _TABLE.match(line)):
            self._gather("list", line)
            return
        for piece in cut(line):
            if piece.tag:
                self._tag(piece.tag, piece.attributes, closes=piece.closes)
            else:
                self._text(piece.text)

    def _text(self, line: str) -> None:
        """Read a line, or what stands between tags on it."""
        sign = line[:1]
        if sign == "=" and (heading := _HEADING.match(line)) and heading[2].strip():
            self._heading(len(heading[1]), heading[2].strip())
        elif sign == "-" and (rule := _RULE.match(line)):
            self._add(Rule())
            self._content(line[rule.end() :])
        elif "{|" in line and (table := _TABLE.match(line)):
            self._open(TABLE, table[1], wikitext=True)
        elif not line.strip():
            self._flush()
        elif sign == " " and not self._is_mark(line):
            self._gather("space", line)
        else:
            self._gather("text", line.strip())

    def _content(self, text: str) -> None:
        if text.strip():
            self._line(text.strip())

    def _is_mark(self, line: str) -> bool:
        """Whether a line holds nothing but marks of blocks, which need no place for their spaces."""
        if OPEN not in line or MARK.sub("", line).strip():
            return False
        return not any(isinstance(self._inline.stash.get(mark[1]), Text) for mark in MARK.finditer(line))

    def _gather(self, kind: str, line: str) -> None:
        """Take a line to those before it, if they are of its kind."""
        self._resume()
        frame = self._top
        if frame.kind != kind:
            self._flush()
            frame.kind = kind
        frame.lines.append(line)

    def _flush(self) -> None:
        """Read the lines that were gathered."""
        frame = self._top
        if not frame.lines:
            return
        lines, kind = frame.lines, frame.kind
        frame.lines, frame.kind = [], ""
        if kind == "list":
            frame.blocks += listed(lines, self._inline)
        elif kind == "space":
            frame.blocks += preformatted(lines, self._inline)
        else:
            frame.blocks += paragraphs("\n".join(lines), self._inline)

    def _add(self, block: Block) -> None:
        self._flush()
        self._resume()
        self._top.blocks.append(block)

    def _heading(self, level: int, text: str) -> None:
        self._flush()
        while self._top.name == GATE and not self._top.explicit and level <= self._top.level:
            self._pop()
        self._add(Heading(level, self._inline.read(text)))
        if not table_place(self._stack):
            self._level = level

    # Tags and tables

    def _tag(self, name: str, attributes: str, *, closes: bool) -> None:
        if name == "hr":
            self._add(Rule())
        elif name in _IGNORED:
            return
        elif closes:
            self._flush()
            place = opened_as(_ALIASES.get(name, name), self._stack)
            if place:
                self._pop_to(place)
        else:
            attributes += " align=center" if name == "center" else ""
            self._open(_ALIASES.get(name, name), attributes)

    def _open(self, name: str, attributes: str, *, wikitext: bool = False) -> None:
        self._flush()
        place = closed_by(name, self._stack)
        if place:
            self._pop_to(place)
        if name in CELLS or name == _ROW:
            self._open_in_table(name, attributes)
        elif len(self._stack) < MAX_OPEN:
            self._resume()
            self._stack.append(Frame(name, attributes, wikitext))

    def _open_in_table(self, name: str, attributes: str) -> None:
        place = table_place(self._stack)
        if not place:
            return
        self._pop_to(place + 1)
        if name == _ROW:
            self._top.rows.append([])
        elif len(self._stack) < MAX_OPEN + 2:
            self._stack.append(Frame(name, attributes))

    def _table_line(self, place: int, sign: str, rest: str) -> None:
        """Read a line of a table that was begun as wikitext."""
        self._pop_to(place + 1)
        if sign == "|}":
            self._pop_to(place)
            self._content(rest)
        elif sign.startswith("|-"):
            self._open_in_table(_ROW, rest)
        elif sign == "|+":
            ((attributes, text), *_) = cells_of(rest)
            self._open_in_table("caption", attributes)
            self._content(text)
        else:
            for attributes, text in cells_of(rest, header=sign == "!"):
                self._pop_to(place + 1)
                self._open_in_table("th" if sign == "!" else "td", attributes)
                self._cell_content(text)

    def _cell_content(self, text: str) -> None:
        """Read what stands on the line that begins a cell, in which no sign begins another."""
        text = text.strip()
        if text[:1] in ("|", "!"):
            self._gather("text", text)
        else:
            self._content(text)

    # Spoilers

    def _bounds_in(self, line: str) -> bool:
        """Take the bounds of spoilers and lists of notes out of a line; tell whether there were any."""
        bounds = []
        for mark in MARK.finditer(line):
            thing = self._inline.stash.get(mark[1])
            if isinstance(thing, GateStart | GateEnd | NoteList):
                bounds.append((mark, thing))
        at = 0
        for mark, thing in bounds:
            self._content(line[at : mark.start()])
            at = mark.end()
            self._bound(thing, int(mark[1]))
        if bounds:
            self._content(line[at:])
        return bool(bounds)

    def _bound(self, thing: GateStart | GateEnd | NoteList, number: int) -> None:
        self._flush()
        if isinstance(thing, NoteList):
            self._top.blocks.append(NotesHere())
        elif isinstance(thing, GateEnd):
            self._end_gate()
        elif isinstance(thing, GateStart):
            is_banner = number in self._lone_gates and not thing.explicit
            if is_banner and self._is_page and len(self._stack) == 1 and not self._top.blocks:
                self.spoils = [*(self.spoils or ()), *thing.films]
            else:
                self._cut_off.append(
                    Frame(GATE, films=thing.films, level=self._level if is_banner else 0, explicit=not is_banner)
                )

    def _end_gate(self) -> None:
        if self._cut_off:
            self._cut_off.pop()
            return
        for place in range(len(self._stack) - 1, 0, -1):
            if self._stack[place].name == GATE:
                self._pop_to(place + 1)
                self._pop()
                return

    def _resume(self) -> None:
        """Open the spoilers that what comes next stands in, where text may stand."""
        if not self._cut_off or self._top.name == TABLE or self._top.name in LISTS:
            return
        gates, self._cut_off = self._cut_off, []
        for _, same in groupby(gates, key=lambda gate: gate.films):
            gate = next(same)
            self._stack.append(Frame(GATE, films=gate.films, level=gate.level, explicit=gate.explicit))

    def _pop(self) -> None:
        """Close the innermost block."""
        self._flush()
        frame = self._stack.pop()
        frame.finish(self._top)

    def _pop_to(self, place: int) -> None:
        """Close blocks down to a place; a spoiler that is cut off goes on behind."""
        while len(self._stack) > place:
            frame = self._top
            self._pop()
            if frame.name == GATE:
                self._cut_off.insert(0, frame)
