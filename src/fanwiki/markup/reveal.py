"""Single spoilers of a page that a reader chose to see all the same, though they have not seen the film.

A revealed spoiler loses its marks before the page is redacted. So what else it holds (another film's spoiler, a
mention of a page that may not be known of) stays hidden, and nothing but the redaction ever decides that.

An item is known by a digest of its text: when its author changes it, it is another one and hidden again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from hashlib import sha256

from fanwiki.domain.kind import Kind
from fanwiki.domain.page import PageSource
from fanwiki.markup.findings import Leaf, LeafKind, Scan
from fanwiki.markup.gates import BodyGates, GateOf, always_open, unnamed_gate
from fanwiki.markup.redact import Edit, Names, Sees, apply
from fanwiki.markup.scan import scan

SHOWN = "[!note] Spoiler, shown"
"""What a revealed callout begins with."""


@dataclass(frozen=True, slots=True)
class HiddenItem:
    """A spoiler in a body that a viewer may not see.

    Args:
        key: Tells it from others; made of its text, so it is for the reader's own use only.
        is_block: Whether it is a callout; otherwise it stands in a line.
        films: The films to see first, by names that the viewer may know; ``#everything`` and the like for those that
            have none.
        heading: The heading it stands under, empty when there is none or it may not be seen.
    """

    key: str
    is_block: bool
    films: str
    heading: str


def hidden_items(
    source: PageSource, kind: Kind, *, sees: Sees, gate_of: GateOf = always_open
) -> tuple[HiddenItem, ...]:
    """Return the spoilers in a page's body that a viewer may not see, in their order; what they hold is not counted."""
    found = scan(source.body)
    gates = BodyGates(found, unnamed_gate(source, kind), gate_of, source.title)
    names = Names(sees, gate_of)
    return tuple(
        HiddenItem(_key(found, start, end), is_block, names.of(gates.at(start)), _heading(found, gates, start, sees))
        for start, end, is_block in _items(found, gates, sees)
    )


def reveal(source: PageSource, kind: Kind, keys: Collection[str]) -> PageSource:
    """Return a page with these spoilers as plain text."""
    if not keys:
        return source
    found = scan(source.body)
    gates = BodyGates(found, unnamed_gate(source, kind), always_open, source.title)
    edits = [*_unwrapped_blocks(found, gates, keys), *_unwrapped_spoilers(found, keys)]
    # A spoiler within a revealed block may be both the block's own and revealed by itself.
    return replace(source, body=apply(source.body, sorted(set(edits)))) if edits else source


def _items(found: Scan, gates: BodyGates, sees: Sees) -> Iterator[tuple[int, int, bool]]:
    hidden: set[int] = set()
    items: list[tuple[int, int, bool]] = []
    for index, (block, gate) in enumerate(zip(found.blocks, gates.blocks, strict=True)):
        if block.parent in hidden or not sees(gate):
            hidden.add(index)
            if block.parent not in hidden and block.opens:
                items.append((block.start, block.end, True))
    for spoiler in found.spoilers:
        inside = gates.block_at(spoiler.start) in hidden
        if spoiler.closed and not spoiler.torn and not inside and not sees(gates.at(spoiler.start)):
            items.append((spoiler.start, spoiler.end, False))
    yield from sorted(items)


def _unwrapped_blocks(found: Scan, gates: BodyGates, keys: Collection[str]) -> Iterator[Edit]:
    """Yield what makes the revealed callouts ordinary ones, with their own spoilers, which are hidden as they were."""
    for index, block in enumerate(found.blocks):
        if not block.opens or _key(found, block.start, block.end) not in keys:
            continue
        end = found.body.find("\n", block.start)
        yield block.start, block.end if end < 0 else min(end, block.end), SHOWN
        for spoiler in found.spoilers:
            is_own = spoiler.films is None and gates.block_at(spoiler.start) == index
            if is_own and spoiler.closed and spoiler.start >= max(end, 0):
                yield spoiler.start, spoiler.end, found.body[slice(*spoiler.inner)]


def _unwrapped_spoilers(found: Scan, keys: Collection[str]) -> Iterator[Edit]:
    for spoiler in found.spoilers:
        if spoiler.closed and not spoiler.torn and _key(found, spoiler.start, spoiler.end) in keys:
            yield spoiler.start, spoiler.end, found.body[slice(*spoiler.inner)]


def _key(found: Scan, start: int, end: int) -> str:
    return sha256(found.body[start:end].strip().encode("utf-8", "surrogatepass")).hexdigest()[:20]


def _heading(found: Scan, gates: BodyGates, place: int, sees: Sees) -> str:
    before = [leaf for leaf in found.leaves if leaf.kind is LeafKind.HEADING and leaf.start < place]
    return _text(before[-1]) if before and _may_be_seen(before[-1], gates, sees) else ""


def _may_be_seen(leaf: Leaf, gates: BodyGates, sees: Sees) -> bool:
    return sees(gates.at(leaf.start)) and sees(gates.over(leaf.start, leaf.end))


def _text(leaf: Leaf) -> str:
    return " ".join("".join(part.text for part in leaf.parts).split())
