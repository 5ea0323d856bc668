"""Single values of a page's fields that are hidden, and the fields with some of them shown.

What has a gate of its own is one item: a value, a record, a value in a record, a spoiler in a text. A record that is
shown keeps the gates of what stands in it. Which field an item stands in is part of its key, but is told to nobody.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping

from fanwiki.domain.gate import Gate
from fanwiki.domain.page import SPOILS, Value
from fanwiki.markup.fields import DEEPEST, is_wrapper, own_gate
from fanwiki.markup.gates import GATE, VALUE, GateOf
from fanwiki.markup.redact import Names, Sees
from fanwiki.markup.reveal_text import HiddenItem, digest, items_of, revealed


def hidden_values(fields: Mapping[str, Value], unnamed: Gate, *, sees: Sees, gate_of: GateOf) -> Iterator[HiddenItem]:
    """Yield what of a page's fields a viewer may not see, in the author's order; what an item holds is not counted.

    Args:
        fields: The fields as written.
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
        elif isinstance(raw, str):
            found = items_of(raw, unnamed, sees=sees, gate_of=gate_of, place=place)
            yield from (item for _start, item in found)
        else:
            for inner, inner_place in _inside(raw, place):
                yield from hidden(inner, inner_place, depth + 1)

    for name, raw in fields.items():
        if name != SPOILS:
            yield from hidden(raw, name, 0)


def with_values(fields: Mapping[str, Value], unnamed: Gate, keys: Collection[str]) -> dict[str, Value]:
    """Return the fields with these items shown; whatever else is hidden in them stays so."""

    def shown(raw: Value, place: str, depth: int) -> Value:
        if depth > DEEPEST:
            return raw
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
