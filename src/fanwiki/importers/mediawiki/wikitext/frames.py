"""Blocks that are open while a page is read, and what they are once they end."""

from __future__ import annotations

from dataclasses import dataclass, field

from fanwiki.importers.mediawiki.wikitext.attributes import float_of, is_hidden, number_of, side_of
from fanwiki.importers.mediawiki.wikitext.tree import (
    Block,
    Box,
    Break,
    Cell,
    Code,
    Gallery,
    Gated,
    Heading,
    Hidden,
    Inline,
    Listing,
    Paragraph,
    Picture,
    Preformatted,
    Quote,
    Table,
    Terms,
    Verbatim,
)

LISTS = frozenset(("ul", "ol", "dl"))
CELLS = frozenset(("td", "th", "caption"))
TABLE = "table"
GATE = "gate"

_CLOSED_BY = {
    "li": frozenset(("li",)),
    "dt": frozenset(("dt", "dd")),
    "dd": frozenset(("dt", "dd")),
    "tr": CELLS,
    "td": CELLS,
    "th": CELLS,
    "caption": CELLS,
    "p": frozenset(("p",)),
}
_SCOPES = {"li": LISTS, "dt": LISTS, "dd": LISTS} | dict.fromkeys((*CELLS, "tr"), frozenset((TABLE,)))
_NOWHERE: frozenset[str] = frozenset()


@dataclass(slots=True)
class Frame:
    """A block that is open.

    Args:
        name: The tag, "gate" for a spoiler, or empty for the page.
        wikitext: Of a table: whether ``{|`` began it.
        level: Of a spoiler that goes on to the end of its section: the level of its heading.
        explicit: Of a spoiler: whether it has an end of its own.
        kind: What the lines are that were gathered and not yet read: "text", "space", "list", or empty.
        entries: Of a list: its items, and whether they are terms.
    """

    name: str
    attributes: str = ""
    wikitext: bool = False
    films: tuple[str, ...] = ()
    level: int = 0
    explicit: bool = True
    kind: str = ""
    lines: list[str] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    entries: list[tuple[bool, list[Block]]] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    caption: list[Inline] = field(default_factory=list)

    def finish(self, parent: Frame) -> None:
        """Give what was read to the block around."""
        if self.name in CELLS:
            self._finish_cell(parent)
        elif self.name in ("li", "dt", "dd") and parent.name in LISTS:
            parent.entries.append((self.name == "dt", self.blocks))
        elif not is_hidden(self.attributes):
            parent.blocks += self._blocks()

    def _finish_cell(self, table: Frame) -> None:
        if self.name == "caption":
            table.caption += parts_of(self.blocks)
            return
        if not table.rows:
            table.rows.append([])
        columns, rows = number_of(self.attributes, "colspan"), number_of(self.attributes, "rowspan")
        side = side_of(self.attributes)
        blocks = [] if is_hidden(self.attributes) else self.blocks
        table.rows[-1].append(Cell(blocks, self.name == "th", columns, rows, side))

    def _blocks(self) -> list[Block]:
        name, blocks = self.name, self.blocks
        if name == GATE:
            return [Gated(self.films, blocks)] if blocks else []
        if name == "blockquote":
            return [Quote(blocks)] if blocks else []
        if name in LISTS:
            return blocks + self._list()
        if name == TABLE:
            return blocks + self._table()
        if name[:1] == "h" and name[1:].isdecimal():
            return [Heading(int(name[1:]), parts_of(blocks))] if blocks else []
        return self._box()

    def _list(self) -> list[Block]:
        if not self.entries:
            return []
        if self.name == "dl":
            return [Terms(self.entries)]
        return [Listing(self.name == "ol", [blocks for _, blocks in self.entries], number_of(self.attributes, "start"))]

    def _table(self) -> list[Block]:
        rows = [row for row in self.rows if row]
        if not rows:
            return [Paragraph(self.caption)] if self.caption else []
        return [Table(rows, self.caption, "wikitable" if "wikitable" in self.attributes else "")]

    def _box(self) -> list[Block]:
        side = side_of(self.attributes)
        style = (
            "poem" if "poem" in self.attributes else float_of(self.attributes) or ("centre" if side == "centre" else "")
        )
        return [Box(self.blocks, style)] if style and self.blocks else self.blocks


def closed_by(name: str, stack: list[Frame]) -> int:
    """Return the place of the open block that the beginning of another ends, or 0."""
    return _place(_CLOSED_BY.get(name, _NOWHERE), _SCOPES.get(name, _NOWHERE), stack)


def opened_as(name: str, stack: list[Frame]) -> int:
    """Return the place of the block that a closing tag ends, or 0."""
    return _place(frozenset((name,)), _SCOPES.get(name, _NOWHERE), stack)


def _place(names: frozenset[str], scope: frozenset[str], stack: list[Frame]) -> int:
    """Find an open block; what opened outside a cell or spoiler does not end in it."""
    for place in range(len(stack) - 1, 0, -1):
        frame = stack[place]
        if frame.name in names and not frame.wikitext:
            return place
        if frame.name in scope or frame.name in CELLS or frame.name == GATE:
            return 0
    return 0


def table_place(stack: list[Frame]) -> int:
    """Return the place of the innermost open table, or 0."""
    return next((place for place in range(len(stack) - 1, 0, -1) if stack[place].name == TABLE), 0)


def parts_of(blocks: list[Block]) -> list[Inline]:
    """Return blocks as running text: what they hold, parted by breaks."""
    parts: list[Inline] = []
    for block in blocks:
        inner = _inner(block)
        if inner:
            parts += [Break(), *inner] if parts else inner
    return parts


def _inner(block: Block) -> list[Inline]:  # noqa: PLR0911  (one line for each kind of block)
    if isinstance(block, Paragraph | Heading):
        return block.parts
    if isinstance(block, Quote | Box):
        return parts_of(block.blocks)
    if isinstance(block, Gated):
        return [Hidden(parts_of(block.blocks), block.films)]
    if isinstance(block, Listing):
        return parts_of([inner for item in block.items for inner in item])
    if isinstance(block, Terms):
        return parts_of([inner for _, entry in block.entries for inner in entry])
    if isinstance(block, Verbatim | Preformatted):
        return [Code(" ".join(block.text.split()))]
    if isinstance(block, Gallery):
        return list(block.pictures)
    if isinstance(block, Table):
        return parts_of([inner for row in block.rows for cell in row for inner in cell.blocks])
    return [block] if isinstance(block, Picture) else []
