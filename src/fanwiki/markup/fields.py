"""Field values read by their declared types: what derivation, the infobox and the form all stand on.

A wrong value is kept as written and flagged. An item may be gated by writing it ``{"value": …, "gate": "[[Film]]"}``,
a record by an entry ``gate``. A gate that cannot be read hides the item from all but those who have seen every film.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from fanwiki.domain.dates import WikiDate, read_date
from fanwiki.domain.gate import EVERYTHING, OPEN, Gate, union
from fanwiki.domain.kind import COMMON, Field, FieldType, Kind
from fanwiki.domain.page import PageSource, Value
from fanwiki.markup.wikilink import WikiLink, is_media, read_link

GATE = "gate"
VALUE = "value"

_LINK = re.compile(r"(!?)\[\[([^\[\]\n]+)\]\]")
_NUMBER = re.compile(r"[-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+−]?\d+(?:\.\d+)?")
_URL = re.compile(r"(?:https?|mailto):\S+", re.IGNORECASE)
_YES = frozenset(("yes", "true", "1"))
_NO = frozenset(("no", "false", "0"))


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value: text, and what it is read as.

    Args:
        text: As written.
        links: The wikilinks in it.
        link: The one link that it is, or None when it is more than that or none.
        number: As a number; booleans are 0 and 1.
        date: As a date.
        problem: What is wrong with it, as the end of a sentence, or empty.
        code: A stable short name of that.
    """

    text: str
    links: tuple[WikiLink, ...] = ()
    link: WikiLink | None = None
    number: float | None = None
    date: WikiDate | None = None
    problem: str = ""
    code: str = ""

    @property
    def shown(self) -> str:
        """The text with each link as its label."""
        return _LINK.sub(lambda match: read_link(match[2], embed=bool(match[1])).text, self.text)


@dataclass(frozen=True, slots=True)
class Part:
    """A value of an item: its sub-field in a record (several when it holds a list), else the field itself."""

    field: Field
    scalar: Scalar


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a field.

    Args:
        number: Its place in the list, from 0.
        parts: Its values: one for a plain value, one a sub-field for a record.
        gate: What one must have seen to see it, without the page's own gate.
        is_record: Whether the parts are sub-fields.
    """

    number: int
    parts: tuple[Part, ...]
    gate: Gate = OPEN
    is_record: bool = False

    def part(self, name: str) -> Scalar | None:
        """Return the first value of a sub-field."""
        return next((part.scalar for part in self.parts if part.field.name == name), None)


@dataclass(frozen=True, slots=True)
class FieldValue:
    """All items of one field.

    Args:
        field: As declared, or made up for a field that the kind does not declare.
        items: Its items, in order.
        declared: Whether the kind, or every kind, declares it.
        problems: What is wrong with it as a whole.
    """

    field: Field
    items: tuple[Item, ...]
    declared: bool = True
    problems: tuple[tuple[str, str], ...] = field(default=())


def read_fields(source: PageSource, kind: Kind) -> tuple[FieldValue, ...]:
    """Read every field of a page: the declared ones in the kind's order, then the common ones, then the others."""
    declared = [field for field in (*kind.fields, *COMMON) if field.name in source.fields]
    names = {field.name for field in declared}
    others = [Field(name, _label(name), many=True) for name in source.fields if name not in names]
    read = [read_field(field, source.fields[field.name]) for field in declared]
    read += [read_field(field, source.fields[field.name], declared=False) for field in others]
    return tuple(value for value in read if value.items)


def read_field(declared_as: Field, value: Value, *, declared: bool = True) -> FieldValue:
    """Read one field's value."""
    raw = list(_items(value, OPEN))
    items = tuple(
        _item(number, declared_as, entry, gate, declared=declared) for number, (entry, gate) in enumerate(raw)
    )
    problems: list[tuple[str, str]] = []
    if declared and len(items) > 1 and not declared_as.many:
        problems.append(("too-many", f"“{declared_as.label}” takes one value; there are {len(items)}."))
    return FieldValue(declared_as, items, declared, tuple(problems))


def read_gate(value: Value) -> Gate:
    """Read what an entry `gate`, or the field `spoils`, says: films by link or title, one or several."""
    entries = value if isinstance(value, list) else [value]
    gates: list[Gate] = []
    for entry in entries:
        if entry is None or entry == "" or entry == []:
            continue
        if isinstance(entry, list):
            gates.append(read_gate(entry))
        elif isinstance(entry, dict):
            gates.append(read_gate(entry[VALUE]) if VALUE in entry else Gate(frozenset((EVERYTHING,))))
        elif isinstance(entry, bool):
            gates.append(Gate(frozenset((EVERYTHING,))) if entry else OPEN)
        else:
            gates.append(Gate.of(*films_in(str(entry))))
    return union(gates)


def films_in(text: str) -> list[str]:
    """Return the films that a text names: its links if it has any, else itself as one title."""
    targets = [read_link(match[2]).target for match in _LINK.finditer(text)]
    return [target for target in targets if target] if targets else [text.strip()]


def links_in(text: str) -> tuple[WikiLink, ...]:
    """Return the wikilinks in a field's text."""
    if "[[" not in text:
        return ()
    return tuple(read_link(match[2], embed=bool(match[1])) for match in _LINK.finditer(text))


def is_common(name: str) -> bool:
    """Whether a field belongs to every kind."""
    return any(field.name == name for field in COMMON)


def _items(value: Value, gate: Gate) -> Iterator[tuple[Value, Gate]]:
    """Yield the items of a value with their gates; lists within lists are read as one list."""
    if isinstance(value, list):
        for entry in value:
            yield from _items(entry, gate)
    elif isinstance(value, dict) and VALUE in value and value.keys() <= {VALUE, GATE}:
        yield from _items(value[VALUE], gate | read_gate(value.get(GATE)))
    elif value is not None and value != "":
        yield value, gate


def _item(number: int, declared_as: Field, value: Value, gate: Gate, *, declared: bool) -> Item:
    if isinstance(value, dict):
        gate |= read_gate(value.get(GATE))
        return Item(number, tuple(_record(declared_as, value)), gate, is_record=True)
    if declared_as.fields:
        first = declared_as.fields[0]
        return Item(number, (Part(first, _scalar(first, value)),), gate, is_record=True)
    return Item(number, (Part(declared_as, _scalar(declared_as, value, declared=declared)),), gate)


def _record(declared_as: Field, value: Mapping[str, Value]) -> Iterator[Part]:
    for name, entry in value.items():
        if name == GATE:
            continue
        sub = declared_as.sub(name) or Field(name, _label(name))
        known = declared_as.sub(name) is not None
        for scalar in _flat(entry):
            yield Part(sub, _scalar(sub, scalar, declared=known))


def _flat(value: Value) -> Iterator[Value]:
    if isinstance(value, list):
        for entry in value:
            yield from _flat(entry)
    elif value is not None and value != "":
        yield value


def _scalar(declared_as: Field, value: Value, *, declared: bool = True) -> Scalar:
    if isinstance(value, dict | list):
        text = json.dumps(value, ensure_ascii=False)
        return Scalar(text, links_in(text), problem="is nested too deeply", code="nested-value")
    text = _text(value)
    links = links_in(text)
    whole = links[0] if len(links) == 1 and _LINK.fullmatch(text.strip()) else None
    if not declared:
        return Scalar(text, links, whole, number=_plain_number(value), date=None)
    reader = _READERS.get(declared_as.type)
    return reader(declared_as, text, links, whole) if reader else Scalar(text, links, whole)


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _plain_number(value: Value) -> float | None:
    return float(value) if isinstance(value, int | float) else None


def _read_number(_declared_as: Field, text: str, links: Sequence[WikiLink], whole: WikiLink | None) -> Scalar:
    plain = text.strip().replace("−", "-")
    if _NUMBER.fullmatch(plain) and len(plain) < 300:
        return Scalar(text, tuple(links), whole, number=float(plain.replace(",", "")))
    return Scalar(text, tuple(links), whole, problem="is no number", code="wrong-number")


def _read_date(_declared_as: Field, text: str, links: Sequence[WikiLink], whole: WikiLink | None) -> Scalar:
    date = read_date(whole.text if whole else text)
    if date is None:
        return Scalar(text, tuple(links), whole, problem="is no date that can be read", code="wrong-date")
    return Scalar(text, tuple(links), whole, date=date)


def _read_link(_declared_as: Field, text: str, links: Sequence[WikiLink], whole: WikiLink | None) -> Scalar:
    if links:
        return Scalar(text, tuple(links), whole or links[0])
    return Scalar(text, problem="leads nowhere; write it as [[Title]]", code="no-link")


def _read_image(_declared_as: Field, text: str, links: Sequence[WikiLink], whole: WikiLink | None) -> Scalar:
    link = whole or (links[0] if links else read_link(text, embed=True) if is_media(text.split("|")[0]) else None)
    if link is None:
        return Scalar(text, tuple(links), problem="names no picture", code="wrong-image")
    shown = WikiLink(link.target, link.headings, link.block, link.label, embed=True)
    return Scalar(text, (shown,), shown)


def _read_url(_declared_as: Field, text: str, links: Sequence[WikiLink], whole: WikiLink | None) -> Scalar:
    if _URL.fullmatch(text.strip()):
        return Scalar(text, tuple(links), whole)
    return Scalar(text, tuple(links), whole, problem="is no web address", code="wrong-url")


def _read_option(declared_as: Field, text: str, links: Sequence[WikiLink], whole: WikiLink | None) -> Scalar:
    if text.strip().casefold() in {option.casefold() for option in declared_as.options}:
        return Scalar(text, tuple(links), whole)
    options = ", ".join(declared_as.options)
    return Scalar(text, tuple(links), whole, problem=f"is none of: {options}", code="wrong-option")


def _read_boolean(_declared_as: Field, text: str, links: Sequence[WikiLink], whole: WikiLink | None) -> Scalar:
    plain = text.strip().casefold()
    if plain in _YES | _NO:
        return Scalar(text, tuple(links), whole, number=float(plain in _YES))
    return Scalar(text, tuple(links), whole, problem="is neither yes nor no", code="wrong-boolean")


_READERS = {
    FieldType.NUMBER: _read_number,
    FieldType.DATE: _read_date,
    FieldType.LINK: _read_link,
    FieldType.IMAGE: _read_image,
    FieldType.URL: _read_url,
    FieldType.ENUM: _read_option,
    FieldType.BOOLEAN: _read_boolean,
}


def _label(name: str) -> str:
    words = name.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]
