"""Single spoilers of one text: which of them are hidden, and the text with some of them shown.

The name of a page that may not be known of is one too. When it is shown, it is plain text wherever the text has it:
where it would lead is still not to be known of.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

from fanwiki.domain.gate import Gate
from fanwiki.markup.findings import Leaf, LeafKind, LinkSpan, Scan, Syntax
from fanwiki.markup.gates import BodyGates, GateOf, always_open, shows_target
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
    names, keys = Names(sees, gate_of), _Keys(found, place)
    items = [(start, keys.of(start, end), is_block) for start, end, is_block in _items(found, gates, sees)]
    items += [(span.start, keys.of_name(span), False) for span in _names(found, keys.names, gates, sees)]
    for start, key, is_block in sorted(items):
        heading = "" if place else _heading(found, gates, start, sees)
        yield start, HiddenItem(key, is_block, names.of(gates.at(start)), heading, bool(place))


def revealed(text: str, unnamed: Gate, keys: Collection[str], *, title: str = "", place: str = "") -> str:
    """Return a text with these spoilers shown; the text itself when it has none of them."""
    found = scan(text)
    gates = BodyGates(found, unnamed, always_open, title)
    edits = [*_unwrapped_blocks(found, gates, keys, place), *_unwrapped_spoilers(found, keys, place)]
    # A spoiler within a revealed block may be both the block's own and revealed by itself.
    return _with_names(apply(text, sorted(set(edits))) if edits else text, keys, place)


def digest(text: str, place: str = "") -> str:
    """Return the key of what is written so."""
    written = f"{place}\n{text}" if place else text
    return sha256(written.encode("utf-8", "surrogatepass")).hexdigest()[:20]


class _Keys:
    """The keys of the spoilers and names of one text.

    Args:
        found: What was found in the text.
        place: The field it stands in, empty for the body.
    """

    def __init__(self, found: Scan, place: str) -> None:
        self._text = found.body
        self._place = place
        self.names = sorted((span for span in found.links if _is_name(span)), key=lambda span: span.start)
        self._starts = [span.start for span in self.names]

    def of(self, start: int, end: int) -> str:
        """Return the key of a spoiler; it is the same when names in it are shown."""
        inside = self.names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]
        edits = [(span.start - start, span.end - start, span.link.text) for span in inside if span.end <= end]
        return digest(apply(self._text[start:end], edits).strip(), self._place)

    def of_name(self, span: LinkSpan) -> str:
        """Return the key of a name, which is the same wherever it is written so."""
        return digest(self._text[span.start : span.end], self._place)


def _items(found: Scan, gates: BodyGates, sees: Sees) -> list[tuple[int, int, bool]]:
    hidden = _hidden_blocks(found, gates, sees)
    blocks = enumerate(found.blocks)
    outermost = [block for index, block in blocks if index in hidden and block.parent not in hidden and block.opens]
    items = [(block.start, block.end, True) for block in outermost]
    for spoiler in found.spoilers:
        inside = gates.block_at(spoiler.start) in hidden
        if spoiler.closed and not spoiler.torn and not inside and not sees(gates.at(spoiler.start)):
            items.append((spoiler.start, spoiler.end, False))
    return items


def _hidden_blocks(found: Scan, gates: BodyGates, sees: Sees) -> set[int]:
    hidden: set[int] = set()
    for index, (block, gate) in enumerate(zip(found.blocks, gates.blocks, strict=True)):
        if block.parent in hidden or not sees(gate):
            hidden.add(index)
    return hidden


def _names(found: Scan, names: Sequence[LinkSpan], gates: BodyGates, sees: Sees) -> Iterator[LinkSpan]:
    """Yield the mentions that are hidden, but for those in an inline spoiler, which hides as a whole."""
    hidden = _hidden_blocks(found, gates, sees)
    starts = [spoiler.start for spoiler in found.spoilers]
    for span in names:
        before = bisect_left(starts, span.end) - 1
        in_spoiler = before >= 0 and found.spoilers[before].end > span.start
        if not in_spoiler and gates.block_at(span.start) not in hidden and not sees(gates.at(span.start)):
            yield span


def _is_name(span: LinkSpan) -> bool:
    return span.syntax is Syntax.WIKI and shows_target(span) and not span.spoils


def _with_names(text: str, keys: Collection[str], place: str) -> str:
    """Return a text with these names as plain text."""
    found = scan(text)
    own = _Keys(found, place)
    spans = [span for span in own.names if own.of_name(span) in keys]
    if not spans:
        return text
    named = apply(text, [(span.start, span.end, span.link.text) for span in spans])
    # A title may hold signs of its own, such as one of code: what it would change around it could show more.
    return named if _shape(scan(named), 0) == _shape(found, len(spans)) else text


def _shape(found: Scan, without: int) -> tuple[int, ...]:
    return len(found.spoilers), len(found.blocks), len(found.comments), len(found.leaves), len(found.links) - without


def _unwrapped_blocks(found: Scan, gates: BodyGates, keys: Collection[str], place: str) -> Iterator[Edit]:
    """Yield what makes the revealed callouts ordinary ones, with their own spoilers, which are hidden as they were."""
    own = _Keys(found, place)
    for index, block in enumerate(found.blocks):
        if not block.opens or own.of(block.start, block.end) not in keys:
            continue
        end = found.body.find("\n", block.start)
        yield block.start, block.end if end < 0 else min(end, block.end), SHOWN
        for spoiler in found.spoilers:
            is_own = spoiler.films is None and gates.block_at(spoiler.start) == index
            if is_own and spoiler.closed and spoiler.start >= max(end, 0):
                yield spoiler.start, spoiler.end, found.body[slice(*spoiler.inner)]


def _unwrapped_spoilers(found: Scan, keys: Collection[str], place: str) -> Iterator[Edit]:
    own = _Keys(found, place)
    for spoiler in found.spoilers:
        if spoiler.closed and not spoiler.torn and own.of(spoiler.start, spoiler.end) in keys:
            yield spoiler.start, spoiler.end, found.body[slice(*spoiler.inner)]


def _heading(found: Scan, gates: BodyGates, place: int, sees: Sees) -> str:
    before = [leaf for leaf in found.leaves if leaf.kind is LeafKind.HEADING and leaf.start < place]
    return _text(before[-1]) if before and _may_be_seen(before[-1], gates, sees) else ""


def _may_be_seen(leaf: Leaf, gates: BodyGates, sees: Sees) -> bool:
    return sees(gates.at(leaf.start)) and sees(gates.over(leaf.start, leaf.end))


def _text(leaf: Leaf) -> str:
    return " ".join("".join(part.text for part in leaf.parts).split())
