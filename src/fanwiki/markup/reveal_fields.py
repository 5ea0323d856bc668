"""Single values of a page's fields that are hidden, and the fields with some of them shown.

What has a gate of its own is one item: a value, a record, a value in a record, a spoiler in a text. A record that is
shown keeps the gates of what stands in it. Which field an item stands in is part of its key, but is told to nobody.

A value or record that names a page whose title is hidden is hidden whole, and one item too. When it is shown, the name
is plain text: where it would lead is still not to be known of. What has a gate within it is an item beside it, and
shows only with it.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping

from fanwiki.domain.gate import Gate
from fanwiki.domain.kind import FieldType, Kind
from fanwiki.domain.page import SPOILS, Value
from fanwiki.markup.fields import DEEPEST, is_wrapper, own_gate
from fanwiki.markup.gates import GATE, VALUE, GateOf
from fanwiki.markup.redact import Names, Sees, apply
from fanwiki.markup.reveal_text import HiddenItem, digest, items_of, revealed
from fanwiki.markup.scan import scan


def hidden_values(
    fields: Mapping[str, Value], kind: Kind, unnamed: Gate, *, sees: Sees, gate_of: GateOf
) -> Iterator[HiddenItem]:
    """Yield what of a page's fields a viewer may not see, in the author's order; what an item holds is not counted.

    Args:
        fields: The fields as written.
        kind: The declaration of the page's kind.
        unnamed: The gate of a spoiler that names no film.
        sees: Whether the viewer passes a gate.
        gate_of: The gate of the title that a name leads to.
    """
    names = Names(sees, gate_of)

    def hidden(raw: Value, place: str, depth: int) -> Iterator[HiddenItem]:
        gate = own_gate(raw, unnamed) if isinstance(raw, dict) else Gate()
        if depth > DEEPEST:
            return
        if not sees(gate):
            yield HiddenItem(_key(raw, place), True, names.of(gate), "", is_field=True)
        elif not sees(named := _named(raw, gate_of)) and not is_long(place):
            yield HiddenItem(_key(raw, place), True, names.of(named), "", is_field=True)
            yield from hidden(_unlinked(raw), place, depth + 1)  # what stays hidden in it when it is shown
        elif isinstance(raw, str):
            found = items_of(raw, unnamed, sees=sees, gate_of=gate_of, place=place)
            yield from (item for _start, item in found)
        else:
            for inner, inner_place in _inside(raw, place):
                yield from hidden(inner, inner_place, depth + 1)

    def is_long(name: str) -> bool:
        declared = kind.field(name)
        return declared is not None and declared.type is FieldType.LONG_TEXT  # of such a text only the name is hidden

    for name, raw in fields.items():
        if name != SPOILS:
            yield from hidden(raw, name, 0)


def with_values(fields: Mapping[str, Value], unnamed: Gate, keys: Collection[str]) -> dict[str, Value]:
    """Return the fields with these items shown; whatever else is hidden in them stays so."""

    def shown(raw: Value, place: str, depth: int) -> Value:
        if depth > DEEPEST:
            return raw
        if _key(raw, place) in keys and not (isinstance(raw, dict) and _is_gated(raw)):
            raw = _unlinked(raw)
        if isinstance(raw, str):
            return revealed(raw, unnamed, keys, place=place)
        if isinstance(raw, list):
            return [shown(item, place, depth + 1) for item in raw]
        if not isinstance(raw, dict):
            return raw
        if _is_gated(raw) and _key(raw, place) in keys:
            bare: Value = raw[VALUE] if is_wrapper(raw) else {k: v for k, v in raw.items() if k.casefold() != GATE}
            return shown(bare, place, depth + 1)
        return {
            name: value if name.casefold() == GATE else shown(value, _place(place, name), depth + 1)
            for name, value in raw.items()
        }

    return {name: raw if name == SPOILS else shown(raw, name, 0) for name, raw in fields.items()}


def _named(raw: Value, gate_of: GateOf) -> Gate:
    """Return the gate of the titles that a value, or any value of a record, names; a list is no item."""
    gate = Gate()
    if isinstance(raw, str):
        for span in scan(raw).links:
            gate = gate_of(span.link.target) | gate if span.link.target else gate
    elif isinstance(raw, dict) and not is_wrapper(raw):
        for inner in _strings(raw):
            gate = _named(inner, gate_of) | gate
    return gate


def _strings(raw: Value, depth: int = 0) -> Iterator[str]:
    """Yield the texts of a record that have no gate of their own."""
    if isinstance(raw, str):
        yield raw
    elif isinstance(raw, list | dict) and depth < DEEPEST:
        inside = raw if isinstance(raw, list) else [each for key, each in raw.items() if key.casefold() != GATE]
        for each in inside:
            if not (isinstance(each, dict) and _is_gated(each)):
                yield from _strings(each, depth + 1)


def _unlinked(raw: Value, depth: int = 0) -> Value:
    """Return a value with the names that it links as plain text."""
    if isinstance(raw, str):
        return apply(raw, [(span.start, span.end, span.link.text) for span in scan(raw).links])
    if depth >= DEEPEST:
        return raw
    if isinstance(raw, list):
        return [_unlinked(each, depth + 1) for each in raw]
    if isinstance(raw, dict):
        return {
            key: each
            if key.casefold() == GATE or (isinstance(each, dict) and _is_gated(each))
            else _unlinked(each, depth + 1)
            for key, each in raw.items()
        }
    return raw


def _inside(raw: Value, place: str) -> Iterator[tuple[Value, str]]:
    if isinstance(raw, list):
        yield from ((item, place) for item in raw)
    elif isinstance(raw, dict):
        yield from ((value, _place(place, name)) for name, value in raw.items() if name.casefold() != GATE)


def _place(place: str, name: str) -> str:
    # A value is at the same place with its gate and without it.
    return place if name == VALUE else f"{place}.{name}"


def _is_gated(record: dict[str, Value]) -> bool:
    return any(name.casefold() == GATE for name in record)


def _key(raw: Value, place: str) -> str:
    return digest(json.dumps(raw, sort_keys=True), place)
