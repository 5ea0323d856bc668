"""Which gate stands before what: reads the films that authors name, and works out the gates of a body."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from fanwiki.domain.gate import EVERYTHING, OPEN, SPECULATION, Gate, union
from fanwiki.domain.kind import Kind
from fanwiki.domain.page import SPOILS, PageSource, Value
from fanwiki.domain.title import identity
from fanwiki.markup.anchors import slug
from fanwiki.markup.findings import LeafKind, LinkSpan, Scan
from fanwiki.markup.wikilink import read_link

GateOf: TypeAlias = Callable[[str], Gate]
"""Returns the gate of the title that a name leads to, `OPEN` when it leads nowhere."""

GATE = "gate"
VALUE = "value"
ALL_FILMS = Gate(frozenset((EVERYTHING,)))

DEEPEST = 50
"""In so many spoiler callouts or lists in one another, no further film is told apart."""

_WIKI = re.compile(r"\[\[([^\[\]\n]+)\]\]")
_NAME = re.compile(r"[^,\s](?:[^,]*[^,\s])?")


def always_open(_title: str) -> Gate:
    """Return the open gate for every title."""
    return OPEN


class FilmName(NamedTuple):
    """A film that an author names: where the title begins and ends, and whether it stands in a link."""

    start: int
    end: int
    title: str
    linked: bool


def film_names(text: str) -> list[FilmName]:
    """Return the films that a text names: the links in it if there are any, else what stands between commas."""
    linked = [
        FilmName(match.start(1), match.start(1) + len(target), title, True)
        for match in _WIKI.finditer(text)
        for target, title in [_target(match[1])]
        if title
    ]
    if linked or "[[" in text:
        return linked
    return [FilmName(match.start(), match.end(), match[0], False) for match in _NAME.finditer(text)]


def gate_of_films(text: str) -> Gate:
    """Return the gate of the films that a text names; open when it names none."""
    return Gate.of(*(name.title for name in film_names(text)))


def value_gate(value: Value, depth: int = 0) -> Gate:
    """Return the gate that a ``gate`` or ``spoils`` entry stands for: one title or link, or a list of them."""
    if value is None or value is False or value == "":
        return OPEN
    if value is True or depth > DEEPEST:
        return ALL_FILMS
    if isinstance(value, list):
        return union(value_gate(item, depth + 1) for item in value)
    if isinstance(value, dict):
        parts = (value.get(VALUE), value.get(GATE)) if VALUE in value else (True,)
        return union(value_gate(part, depth + 1) for part in parts)
    text = str(value)
    gate = gate_of_films(text) if "[[" in text else Gate.of(text)
    return gate if not gate.is_open or not text.strip() else ALL_FILMS


def page_gate(source: PageSource, kind: Kind) -> Gate:
    """Return the gate of a whole page: the films it spoils, and rumours when its kind holds such."""
    films = value_gate(source.fields.get(SPOILS))
    return films | Gate(frozenset((SPECULATION,))) if kind.rumour else films


def unnamed_gate(source: PageSource, kind: Kind) -> Gate:
    """Return the gate of a spoiler on this page that names no film."""
    if kind.is_film:
        return Gate.of(source.title)
    films = [film for film in page_gate(source, kind).films if film != SPECULATION]
    return Gate(frozenset(films)) if films else ALL_FILMS


class GatedRange(NamedTuple):
    """A stretch of a body behind a gate of its own."""

    start: int
    end: int
    gate: Gate


class BodyGates:
    """The gates in a body, without the page's own.

    Args:
        found: What was found in the body.
        unnamed: The gate of a spoiler that names no film.
        gate_of: The gates of the titles it mentions.
        title: The page's own title, for links to its own headings.
    """

    def __init__(self, found: Scan, unnamed: Gate, gate_of: GateOf, title: str = "") -> None:
        self._found = found
        self._unnamed = unnamed
        self._gate_of = gate_of
        self._title = identity(title)
        self.blocks = self._block_gates()
        self._bounds = self._block_bounds()
        self._films = [spoiler.films for spoiler in found.spoilers if spoiler.films]
        self.targets = [self._target_gate(span) for span in found.links]
        self.ranges: list[GatedRange] = []
        self._starts: list[int] = []
        self._set_ranges([*self._spoilers(), *self._mentions()])
        if self.ranges or self.blocks:
            self._gate_own_headings()

    def block_at(self, place: int) -> int:
        """Return the index of the innermost spoiler callout at a place, or -1."""
        if not self._bounds:
            return -1
        at = bisect_right(self._bounds, (place, len(self._bounds)))
        return self._bounds[at - 1][1] if at else -1

    def at(self, place: int) -> Gate:
        """Return the gate of what stands at a place."""
        block = self.block_at(place)
        gate = self.blocks[block] if block >= 0 else OPEN
        inner = self.range_at(place)
        return inner.gate | gate if inner else gate

    def range_at(self, place: int) -> GatedRange | None:
        """Return the inline spoiler or gated mention that covers a place."""
        at = bisect_right(self._starts, place)
        return self.ranges[at - 1] if at and place < self.ranges[at - 1].end else None

    def names_films(self, place: int) -> bool:
        """Whether a place is in the list of films behind a spoiler, its braces included."""
        at = bisect_right(self._films, (place + 1, len(self._found.body)))
        return at > 0 and self._films[at - 1][0] - 1 <= place <= self._films[at - 1][1]

    def over(self, start: int, end: int) -> Gate:
        """Return the gate of everything between two places together."""
        at = max(bisect_right(self._starts, start) - 1, 0)
        gate = self.at(start)
        while at < len(self.ranges) and self.ranges[at].start < end:
            if self.ranges[at].end > start:
                gate = self.ranges[at].gate | gate
            at += 1
        return gate

    def comment(self, start: int, end: int) -> Gate:
        """Return the gate of a comment: it is not shown, but it may tell."""
        text = self._found.body[start:end]
        gate = ALL_FILMS if "||" in text or "\\|\\|" in text or "[!" in text else OPEN
        for match in _WIKI.finditer(text):
            gate = gate | self._gate_of(_target(match[1])[1])
        return gate | self.at(start)

    def _block_gates(self) -> list[Gate]:
        gates: list[Gate] = []
        depths: list[int] = []
        for block in self._found.blocks:
            outer = gates[block.parent] if block.parent >= 0 else OPEN
            depths.append(depths[block.parent] + 1 if block.parent >= 0 else 1)
            if depths[-1] > DEEPEST:
                gates.append(outer | ALL_FILMS)
                continue
            own = gate_of_films(self._found.body[slice(*block.films)])
            # One that names no film stands behind what is around it, if that names any.
            gates.append(own | outer if not own.is_open else outer if not outer.is_open else self._unnamed)
        return gates

    def _block_bounds(self) -> list[tuple[int, int]]:
        bounds: list[tuple[int, int]] = []
        open_blocks: list[int] = []
        for index, block in enumerate(self._found.blocks):
            self._end_blocks(bounds, open_blocks, block.start)
            bounds.append((block.start, index))
            open_blocks.append(index)
        self._end_blocks(bounds, open_blocks, len(self._found.body) + 1)
        return bounds

    def _end_blocks(self, bounds: list[tuple[int, int]], open_blocks: list[int], place: int) -> None:
        while open_blocks and self._found.blocks[open_blocks[-1]].end <= place:
            end = self._found.blocks[open_blocks.pop()].end
            bounds.append((end, open_blocks[-1] if open_blocks else -1))

    def _target_gate(self, span: LinkSpan) -> Gate:
        return self._gate_of(span.link.target) if span.link.target else OPEN

    def _spoilers(self) -> Iterator[GatedRange]:
        body = self._found.body
        for spoiler in self._found.spoilers:
            gate = gate_of_films(body[slice(*spoiler.films)]) if spoiler.films else OPEN
            if gate.is_open:
                gate = self._unnamed_at(spoiler.start)
            yield GatedRange(spoiler.start, spoiler.end, gate | ALL_FILMS if spoiler.torn else gate)

    def _unnamed_at(self, place: int) -> Gate:
        block = self.block_at(place)
        return self.blocks[block] if block >= 0 else self._unnamed

    def _mentions(self) -> Iterator[GatedRange]:
        for span, gate in zip(self._found.links, self.targets, strict=True):
            if span.spoils:
                gate = gate | self._unnamed_at(span.start)
            elif gate.is_open or not shows_target(span):
                continue
            yield GatedRange(span.start, span.end, gate)

    def _set_ranges(self, ranges: list[GatedRange]) -> None:
        """Keep ranges in order; those that overlap become one behind all their gates."""
        merged: list[GatedRange] = []
        for found in sorted(ranges, key=lambda found: found[:2]):
            if merged and found.start < merged[-1].end:
                last = merged[-1]
                merged[-1] = GatedRange(last.start, max(last.end, found.end), last.gate | found.gate)
            else:
                merged.append(found)
        self.ranges = merged
        self._starts = [found.start for found in merged]

    def _gate_own_headings(self) -> None:
        """A link that names a gated heading of this page stands behind that heading's gate."""
        links = [
            (index, span)
            for index, span in enumerate(self._found.links)
            if span.link.heading and (not span.link.target or identity(span.link.target) == self._title)
        ]
        if not links:
            return
        gates: dict[str, Gate] = {}
        for leaf in self._found.leaves:
            if leaf.kind is LeafKind.HEADING:
                name = slug("".join(part.text for part in leaf.parts))
                gates[name] = self.over(leaf.start, leaf.end) | gates.get(name, OPEN)
        more: list[GatedRange] = []
        for index, span in links:
            gate = union(gates.get(slug(heading), OPEN) for heading in span.link.headings)
            if not gate.is_open:
                self.targets[index] = gate | self.targets[index]
                if shows_target(span):
                    more.append(GatedRange(span.start, span.end, gate))
        if more:
            self._set_ranges([*self.ranges, *more])


def shows_target(span: LinkSpan) -> bool:
    """Whether a link shows the name of what it leads to: it has no label, one that is the name, or it is an embed."""
    link = span.link
    label = link.caption
    return label is None or link.embed or identity(label) == identity(link.target)


def _target(inner: str) -> tuple[str, str]:
    """Return the target between the brackets as written, with its spaces, and as a title."""
    written = inner.partition("|")[0].partition("#")[0].removesuffix("\\")
    return written, read_link(inner).target
