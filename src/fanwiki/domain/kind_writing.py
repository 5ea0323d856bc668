"""Kinds written as the TOML that `fanwiki.domain.kind.read_kind` reads, for importers that make kinds."""

from __future__ import annotations

import json
from collections.abc import Iterable

from fanwiki.domain.kind import Field, FieldType, Kind, read_kind


def declare(name: str, label: str, plural: str, icon: str, fields: Iterable[Field] = ()) -> Kind:
    """Return a kind that keeps its own declaration."""
    head = f"name = {_text(name)}\nlabel = {_text(label)}\nplural = {_text(plural)}\nicon = {_text(icon)}\n"
    return read_kind(head + "".join(_declaration(field) for field in fields))


def extended(kind: Kind, fields: Iterable[Field]) -> Kind:
    """Return a kind with the fields that it lacks behind its own; the kind itself where it lacks none."""
    new = [field for field in fields if kind.field(field.name) is None]
    if not new:
        return kind
    return read_kind(kind.toml.rstrip() + "\n" + "".join(_declaration(field) for field in new))


def _declaration(field: Field, table: str = "fields") -> str:
    lines = ["", f"[[{table}]]", f"name = {_text(field.name)}", f"label = {_text(field.label)}"]
    if field.type is not FieldType.TEXT:
        lines.append(f"type = {_text(field.type.value)}")
    if field.many:
        lines.append("many = true")
    lines += [f"{key} = [{', '.join(map(_text, texts))}]" for key, texts in _lists(field) if texts]
    lines += [f"{key} = {_text(text)}" for key, text in _texts(field) if text]
    return "\n".join(lines) + "\n" + "".join(_declaration(sub, f"{table}.fields") for sub in field.fields)


def _lists(field: Field) -> tuple[tuple[str, tuple[str, ...]], ...]:
    return (("target", field.target), ("options", field.options))


def _texts(field: Field) -> tuple[tuple[str, str], ...]:
    return (("inverse", field.inverse), ("group", field.group), ("help", field.help))


def _text(text: str) -> str:
    """Return a text as TOML writes it: as JSON does, but for one control character."""
    return json.dumps(text.replace("\x7f", ""), ensure_ascii=False)
