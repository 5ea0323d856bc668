"""Single spoilers of a page that a reader chose to see all the same, though they have not seen the film.

A revealed spoiler loses its marks before the page is redacted. So what else it holds (another film's spoiler, a
mention of a page that may not be known of) stays hidden, and nothing but the redaction ever decides that.

An item is known by a digest of its text: when its author changes it, it is another one and hidden again.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from fanwiki.domain.kind import Kind
from fanwiki.domain.page import PageSource
from fanwiki.markup.gates import GateOf, always_open, unnamed_gate
from fanwiki.markup.redact import Sees
from fanwiki.markup.reveal_fields import hidden_values, with_values
from fanwiki.markup.reveal_text import SHOWN, HiddenItem, items_of, revealed

__all__ = ["SHOWN", "HiddenItem", "Numbered", "hidden_items", "numbered", "reveal"]


@dataclass(frozen=True, slots=True)
class Numbered:
    """The hidden spoilers of a page by number.

    Args:
        keys: Their keys; the first item is number 1.
        places: The numbers of those in the body, by where they begin.
    """

    keys: tuple[str, ...]
    places: dict[int, int]


def hidden_items(
    source: PageSource, kind: Kind, *, sees: Sees, gate_of: GateOf = always_open, shown: Collection[str] = ()
) -> tuple[HiddenItem, ...]:
    """Return the spoilers of a page that a viewer may not see: those in the body in their order, then the fields'.

    Args:
        source: The page as its author wrote it.
        kind: The declaration of its kind.
        sees: Whether the viewer passes a gate.
        gate_of: The gate of the title that a name leads to.
        shown: Keys of those that the reader chose to see; what they hold is told after the others.
    """
    found = {item.key: item for item in _items(source, kind, sees, gate_of)}
    opened: frozenset[str] = frozenset()
    while (now := frozenset(shown) & found.keys()) != opened:
        opened = now
        inner = {item.key: item for item in _items(reveal(source, kind, opened), kind, sees, gate_of)}
        found = {**found, **{key: item for key, item in inner.items() if key not in found}}
    return tuple(found.values())


def _items(source: PageSource, kind: Kind, sees: Sees, gate_of: GateOf) -> tuple[HiddenItem, ...]:
    unnamed = unnamed_gate(source, kind)
    body = items_of(source.body, unnamed, sees=sees, gate_of=gate_of, title=source.title)
    fields = hidden_values(source.fields, kind, unnamed, sees=sees, gate_of=gate_of)
    return (*(item for _start, item in body), *fields)


def reveal(source: PageSource, kind: Kind, keys: Collection[str]) -> PageSource:
    """Return a page with these spoilers as plain text and plain values; the page itself when it has none of them."""
    if not keys:
        return source
    unnamed = unnamed_gate(source, kind)
    body = revealed(source.body, unnamed, keys, title=source.title)
    fields = with_values(source.fields, unnamed, keys)
    if body == source.body and fields == source.fields:
        return source
    return replace(source, body=body, fields=fields)


def numbered(source: PageSource, kind: Kind, *, sees: Sees, gate_of: GateOf = always_open) -> Numbered:
    """Number the hidden spoilers of a page, so that their masks can offer to show them."""
    unnamed = unnamed_gate(source, kind)
    body = tuple(items_of(source.body, unnamed, sees=sees, gate_of=gate_of, title=source.title))
    fields = hidden_values(source.fields, kind, unnamed, sees=sees, gate_of=gate_of)
    keys = (*(item.key for _start, item in body), *(item.key for item in fields))
    return Numbered(keys, {start: number for number, (start, _item) in enumerate(body, 1)})
