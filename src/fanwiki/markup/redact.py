"""A page's source without what one viewer may not see, with masks that say which film to see first.

This comes before everything that shows a page: what is rendered, copied or exported is only ever made of this.

A hidden callout becomes ``> [!withheld] Film``, hidden text and mentions ``||…||{Film}``, a labelled link to a hidden
page its label, a comment that tells anything nothing; field values are left out. Films are named only if their own
titles may be seen.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from fanwiki.domain.gate import EVERYTHING, OPEN, Gate
from fanwiki.domain.kind import FieldType, Kind
from fanwiki.domain.page import PageSource, Value
from fanwiki.markup.fields import DEEPEST, FieldValue, is_wrapper, read_values
from fanwiki.markup.findings import LeafKind, Scan, Syntax
from fanwiki.markup.gates import VALUE, BodyGates, GateOf, always_open, page_gate, shows_target, unnamed_gate
from fanwiki.markup.scan import scan

Sees: TypeAlias = Callable[[Gate], bool]
"""Whether a viewer passes a gate."""

Edit: TypeAlias = tuple[int, int, str]
"""What to put in place of a stretch of text."""

MASK = "…"
"""What stands in place of hidden text, and for the title of a hidden page."""


ITEM = "#item-"
"""Begins the number of an item in a mask."""

_NO_NUMBERS: Mapping[int, int] = {}


def redact(
    source: PageSource,
    kind: Kind,
    *,
    sees: Sees,
    gate_of: GateOf = always_open,
    numbers: Mapping[int, int] = _NO_NUMBERS,
) -> PageSource:
    """Return what of a page a viewer may see; the very source when that is all of it.

    Args:
        source: The page as its author wrote it.
        kind: The declaration of its kind.
        sees: Whether the viewer passes a gate.
        gate_of: The gate of the title that a name leads to, `OPEN` when it leads nowhere.
        numbers: The numbers of spoilers in the body by where they begin, for masks that offer to show them.
    """
    gate = page_gate(source, kind)
    if not sees(gate):
        names = Names(sees, gate_of).of(gate)
        return PageSource(MASK, body=f"> [!withheld] {names}\n")
    unnamed = unnamed_gate(source, kind)
    body = redact_text(source.body, unnamed, sees=sees, gate_of=gate_of, title=source.title, numbers=numbers)
    fields = dict(_Fields(kind, unnamed, sees, gate_of).of(source))
    if body == source.body and fields == source.fields:
        return source
    return replace(source, body=body, fields=fields)


def redact_text(
    text: str,
    unnamed: Gate,
    *,
    sees: Sees,
    gate_of: GateOf = always_open,
    title: str = "",
    numbers: Mapping[int, int] = _NO_NUMBERS,
) -> str:
    """Return Markdown without what a viewer may not see.

    Args:
        text: A body, or a field's long text.
        unnamed: The gate of a spoiler that names no film.
        sees: Whether the viewer passes a gate.
        gate_of: The gate of the title that a name leads to.
        title: The title of the page, for links to its own headings.
        numbers: The numbers of spoilers by where they begin.
    """
    found = scan(text)
    return _Redaction(found, BodyGates(found, unnamed, gate_of, title), sees, gate_of, numbers).text()


class Names:
    """Names the films of a gate for somebody who may not know of all of them."""

    def __init__(self, sees: Sees, gate_of: GateOf) -> None:
        self._sees = sees
        self._gate_of = gate_of

    def of(self, gate: Gate) -> str:
        """Return the films still to be seen, by names that the viewer may know; what cannot be named is everything."""
        unseen = [film for film in gate.films if not self._sees(Gate(frozenset((film,))))] or list(gate.films)
        names = sorted({name for film in unseen for name in self._nameable(film)})
        films = [name for name in names if not name.startswith("#")] or names[:1]
        if any("," in film for film in films):
            return ", ".join(film if film.startswith("#") else f"[[{film}]]" for film in films)
        return ", ".join(films)

    def _nameable(self, film: str) -> Iterator[str]:
        """Yield the film if its title may be seen, else what must be seen to see its title."""
        asked: set[str] = set()
        stack = [film]
        while stack:
            name = stack.pop()
            if name in asked:
                continue
            asked.add(name)
            gate = self._gate_of(name) if not name.startswith("#") else OPEN
            if self._sees(gate) and not set(name) & set("{}[]|\n\r"):
                yield name
            elif gate.films - asked:
                stack += sorted(gate.films - asked)
            else:
                yield EVERYTHING


class _Redaction:
    """The work on one text."""

    def __init__(self, found: Scan, gates: BodyGates, sees: Sees, gate_of: GateOf, numbers: Mapping[int, int]) -> None:
        self._numbers = numbers
        self._found = found
        self._gates = gates
        self._sees = sees
        self._names = Names(sees, gate_of)

    def text(self) -> str:
        edits = sorted([*self._blocks(), *self._ranges(), *self._labels(), *self._comments()])
        if not edits:
            return self._found.body
        kept: list[Edit] = []
        for edit in edits:
            if not kept or edit[0] >= kept[-1][1]:
                kept.append(edit)
            elif edit[1] > kept[-1][1]:
                # Two that overlap hide together.
                kept[-1] = (kept[-1][0], edit[1], kept[-1][2])
        return apply(self._found.body, [*kept, *self._literal_bars(kept)])

    def _blocks(self) -> Iterator[Edit]:
        hidden: set[int] = set()
        for index, (block, gate) in enumerate(zip(self._found.blocks, self._gates.blocks, strict=True)):
            if block.parent in hidden:
                hidden.add(index)
            elif not self._sees(gate):
                hidden.add(index)
                mask = f"[!withheld] {self._films(gate, block.start)}" if block.opens else self._mask(gate, block.start)
                # A carriage return before the newline belongs to the line's end.
                yield block.start, block.end - (self._found.body[block.end - 1] == "\r"), mask

    def _ranges(self) -> Iterator[Edit]:
        rows = [leaf for leaf in self._found.leaves if leaf.kind is LeafKind.ROW]
        starts = [leaf.start for leaf in rows]
        for found in self._gates.ranges:
            if not self._sees(found.gate):
                row = bisect_right(starts, found.start) - 1
                escaped = self._found.body.startswith("\\|", found.start)
                in_row = escaped or (row >= 0 and found.start < rows[row].end)
                yield found.start, found.end, self._mask(found.gate, found.start, in_row=in_row)

    def _mask(self, gate: Gate, start: int, *, in_row: bool = False) -> str:
        bars = "\\|\\|" if in_row else "||"
        return f"{bars}{MASK}{bars}{{{self._films(gate, start)}}}"

    def _films(self, gate: Gate, start: int) -> str:
        """Name the films of a mask, and the item that it hides if that can be shown by itself."""
        number = self._numbers.get(start)
        return self._names.of(gate) + (f", {ITEM}{number}" if number else "")

    def _labels(self) -> Iterator[Edit]:
        """Yield the links whose label may be seen and whose target may not."""
        for span, gate in zip(self._found.links, self._gates.targets, strict=True):
            if shows_target(span) or self._sees(gate):
                continue
            if span.syntax is Syntax.DEFINITION:
                yield *span.target, "#"
            elif span.label is not None:
                yield span.start, span.label[0], ""
                yield span.label[1], span.end, ""

    def _comments(self) -> Iterator[Edit]:
        for start, end in self._found.comments:
            if not self._sees(self._gates.comment(start, end)):
                yield start, end, "%%%%" if self._found.body.startswith("%%", start) else "<!-- -->"

    def _literal_bars(self, edits: list[Edit]) -> Iterator[Edit]:
        """Yield escapes for bars that are text, which could pair up with those of a mask."""
        if not any("||" in text for _, _, text in edits):
            return
        starts = [edit[0] for edit in edits]
        for place in self._found.literal_bars:
            before = bisect_right(starts, place) - 1
            if before < 0 or edits[before][1] <= place:
                yield place, place + 2, "\\|\\|"


def apply(text: str, edits: list[Edit]) -> str:
    """Return a text with stretches of it replaced; they must not overlap."""
    pieces: list[str] = []
    at = 0
    for start, end, new in sorted(edits):
        pieces += (text[at:start], new)
        at = end
    return "".join((*pieces, text[at:]))


class _Fields:
    """What of a page's fields a viewer may see."""

    def __init__(self, kind: Kind, unnamed: Gate, sees: Sees, gate_of: GateOf) -> None:
        self._kind = kind
        self._unnamed = unnamed
        self._sees = sees
        self._gate_of = gate_of

    def of(self, source: PageSource) -> Iterator[tuple[str, Value]]:
        """Yield the fields that may be seen, or what of them may."""
        for name, raw in source.fields.items():
            kept = self._value(raw, name)
            if kept is not None or raw is None:
                yield name, kept

    def _value(self, raw: Value, name: str, depth: int = 0) -> Value:
        """Return what of a value may be seen, None when nothing of it may."""
        if isinstance(raw, list) and depth < DEEPEST:
            items = [self._value(item, name, depth + 1) for item in raw]
            kept = [item for item, before in zip(items, raw, strict=True) if item is not None or before is None]
            return kept if kept or not raw else None
        declared = self._kind.field(name)
        if isinstance(raw, str) and declared and declared.type is FieldType.LONG_TEXT:
            return redact_text(raw, self._unnamed, sees=self._sees, gate_of=self._gate_of)
        values = list(read_values(raw, declared, name=name, unnamed=self._unnamed))
        if not all(self._sees(self._whole(value)) for value in values):
            return None
        if isinstance(raw, dict):
            return self._record(raw, values, name, depth)
        return raw if all(self._sees(sub.gate) for value in values for sub in value.subs) else None

    def _whole(self, value: FieldValue) -> Gate:
        gate = value.gate
        for _, link in value.all_links():
            if link.target:
                gate = self._gate_of(link.target) | gate
        return gate

    def _record(self, raw: dict[str, Value], values: list[FieldValue], name: str, depth: int) -> Value:
        """Leave out of a record what has a gate of its own."""
        if is_wrapper(raw) and depth < DEEPEST:
            inner = self._value(raw[VALUE], name, depth + 1)
            return raw if inner == raw[VALUE] else None if inner is None else {**raw, VALUE: inner}
        hidden = {sub.field.name for value in values for sub in value.subs if not self._sees(sub.gate)}
        if is_wrapper(raw) and hidden:
            return None
        return {key: value for key, value in raw.items() if key not in hidden} if hidden else raw
