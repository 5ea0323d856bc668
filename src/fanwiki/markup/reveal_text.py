"""Single spoilers of one text: which of them are hidden, and the text with some of them shown."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from hashlib import sha256

from fanwiki.domain.gate import Gate
from fanwiki.markup.findings import Leaf, LeafKind, Scan
from fanwiki.markup.gates import BodyGates, GateOf, always_open
from fanwiki.markup.redact import Edit, Names, Sees, apply
from fanwiki.markup.scan import scan

SHOWN = "[!note] Spoiler, shown"
"""What a revealed callout begins with."""


@dataclass(frozen=True, slots=True)
class HiddenItem:
    """A spoiler of a page that a viewer may not see.

    Args:
        key: Tells it from others; made of its text, so it is for the reader's own use only.
        is_block: Whether it is a callout; otherwise it stands in a line.
        films: The films to see first, by names that the viewer may know; ``#everything`` and the like for those that
            have none.
        heading: The heading it stands under, empty when there is none or it may not be seen.
        is_field: Whether it is among the page's fields; in which is not told, since that may tell all.
    """

    key: str
    is_block: bool
    films: str
    heading: str
    is_field: bool = False


def items_of(
    text: str, unnamed: Gate, *, sees: Sees, gate_of: GateOf, title: str = "", place: str = ""
) -> Iterator[tuple[int, HiddenItem]]:
    """Yield the hidden spoilers of a text with where they begin, in their order; what they hold is not counted.

    Args:
        text: A body, or a field's text.
        unnamed: The gate of a spoiler that names no film.
        sees: Whether the viewer passes a gate.
        gate_of: The gate of the title that a name leads to.
        title: The title of the page.
        place: The field it stands in, empty for the body.
    """
    found = scan(text)
    gates = BodyGates(found, unnamed, gate_of, title)
    names = Names(sees, gate_of)
    for start, end, is_block in _items(found, gates, sees):
        heading = "" if place else _heading(found, gates, start, sees)
        key = _key(found, start, end, place)
        yield start, HiddenItem(key, is_block, names.of(gates.at(start)), heading, bool(place))


def revealed(text: str, unnamed: Gate, keys: Collection[str], *, title: str = "", place: str = "") -> str:
    """Return a text with these spoilers shown; the text itself when it has none of them."""
    found = scan(text)
    gates = BodyGates(found, unnamed, always_open, title)
    edits = [*_unwrapped_blocks(found, gates, keys, place), *_unwrapped_spoilers(found, keys, place)]
    # A spoiler within a revealed block may be both the block's own and revealed by itself.
    return apply(text, sorted(set(edits))) if edits else text


def digest(text: str, place: str = "") -> str:
    """Return the key of what is written so."""
    written = f"{place}\n{text}" if place else text
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:20]


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


def _unwrapped_blocks(found: Scan, gates: BodyGates, keys: Collection[str], place: str) -> Iterator[Edit]:
    """Yield what makes the revealed callouts ordinary ones, with their own spoilers, which are hidden as they were."""
    for index, block in enumerate(found.blocks):
        if not block.opens or _key(found, block.start, block.end, place) not in keys:
            continue
        end = found.body.find("\n", block.start)
        yield block.start, block.end if end < 0 else min(end, block.end), SHOWN
        for spoiler in found.spoilers:
            is_own = spoiler.films is None and gates.block_at(spoiler.start) == index
            if is_own and spoiler.closed and spoiler.start >= max(end, 0):
                yield spoiler.start, spoiler.end, found.body[slice(*spoiler.inner)]


def _unwrapped_spoilers(found: Scan, keys: Collection[str], place: str) -> Iterator[Edit]:
    for spoiler in found.spoilers:
        if spoiler.closed and not spoiler.torn and _key(found, spoiler.start, spoiler.end, place) in keys:
            yield spoiler.start, spoiler.end, found.body[slice(*spoiler.inner)]


def _key(found: Scan, start: int, end: int, place: str) -> str:
    return digest(found.body[start:end].strip(), place)


def _heading(found: Scan, gates: BodyGates, place: int, sees: Sees) -> str:
    before = [leaf for leaf in found.leaves if leaf.kind is LeafKind.HEADING and leaf.start < place]
    return _text(before[-1]) if before and _may_be_seen(before[-1], gates, sees) else ""


def _may_be_seen(leaf: Leaf, gates: BodyGates, sees: Sees) -> bool:
    return sees(gates.at(leaf.start)) and sees(gates.over(leaf.start, leaf.end))


def _text(leaf: Leaf) -> str:
    return " ".join("".join(part.text for part in leaf.parts).split())
