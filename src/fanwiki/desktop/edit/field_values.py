"""Values of fields as a form shows and changes them; what stands beside a value stays. No Qt."""

from __future__ import annotations

import re

from fanwiki.domain.kind import FieldType
from fanwiki.domain.page import Value

GATE, VALUE = "gate", "value"

_LINK = re.compile(r"\[\[([^\[\]]*)\]\]")


def shown(value: Value) -> str:
    """Return a value as one line shows it: a gated one without its gate."""
    if isinstance(value, dict):
        return (
            shown(value.get(VALUE)) if VALUE in value else ", ".join(f"{key}: {shown(v)}" for key, v in value.items())
        )
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return "" if value is None else str(value)


def with_text(given: Value, text: str, kind: FieldType) -> Value:
    """Return a typed text as a value; a gate that stood beside the old one stays."""
    made: Value = text
    if kind is FieldType.NUMBER:
        made = as_number(text)
    elif kind is FieldType.BOOLEAN and text in ("true", "false"):
        made = text == "true"
    if isinstance(given, dict) and VALUE in given:
        return {**given, VALUE: made}
    return made


def as_number(text: str) -> Value:
    """Return a text as a number, or as it is when it is none."""
    try:
        return int(text)
    except ValueError:
        try:
            return float(text)
        except ValueError:
            return text


def as_link(text: str) -> str:
    """Return a typed name as a link; what has brackets already stays."""
    text = text.strip()
    return f"[[{text.strip('[]')}]]" if text and "[[" not in text else text


def without_brackets(text: str) -> str:
    """Return the name that a plain link holds, or the text when it is more than that."""
    found = _LINK.fullmatch(text.strip())
    return found[1] if found and "|" not in found[1] else text


def gate_text(value: Value) -> str:
    """Return the films that gate a value or a record, as a line shows them; empty for none."""
    gate = value.get(GATE) if isinstance(value, dict) else None
    films = gate if isinstance(gate, list) else [] if gate in (None, "") else [gate]
    return ", ".join(without_brackets(shown(film)) for film in films)


def with_gate(value: Value, text: str, *, is_record: bool = False) -> Value:
    """Return a value or a record with other films as its gate; without any it is shown to everybody.

    Args:
        value: The value, gated or not.
        text: Titles parted by commas, or links.
        is_record: Whether the gate stands in the value itself, a record.
    """
    films = _LINK.findall(text) or text.split(",")
    gate = [f"[[{film.strip()}]]" for film in films if film.strip()]
    kept: Value = gate[0] if len(gate) == 1 else [*gate]
    if is_record and isinstance(value, dict):
        rest = {key: each for key, each in value.items() if key != GATE}
        return {**rest, GATE: kept} if gate else rest
    bare = value.get(VALUE) if isinstance(value, dict) and VALUE in value else value
    return {VALUE: bare, GATE: kept} if gate else bare
