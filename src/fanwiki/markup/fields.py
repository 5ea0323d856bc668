"""Field values read by their declared types. What is wrong is kept as written and comes with a problem."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from fanwiki.domain.dates import WikiDate, read_date
from fanwiki.domain.document import Problem
from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.kind import Field, FieldType, Kind
from fanwiki.domain.page import PageSource, Value
from fanwiki.markup.findings import LinkSpan, Syntax
from fanwiki.markup.gates import ALL_FILMS, GATE, VALUE, BodyGates, always_open, unnamed_gate, value_gate
from fanwiki.markup.plain import tidy
from fanwiki.markup.scan import scan
from fanwiki.markup.wikilink import WikiLink, read_link

DEEPEST = 20
"""Lists in lists and gates in gates deeper than this are read as one text."""

_MARKED = re.compile(r"[\\`\[\]|%$<*_=~&\n]")
_LONE_LINK = re.compile(r"(!?)\[\[([^\[\]|`\\\n]+)\]\]")
_NUMBER = re.compile(r"[-+]?(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
_URL = re.compile(r"(?:https?://|mailto:)\S+", re.IGNORECASE)
_TRUE = frozenset(("true", "yes"))
_FALSE = frozenset(("false", "no"))


@dataclass(frozen=True, slots=True)
class FieldValue:
    """One value of a field, one item of a list of values, or one value in a record.

    Args:
        field: Its declaration; made up for a field that the kind does not have.
        item: Its number in the list, from 0.
        raw: The value as written, out of its gate.
        text: The value as plain text, links as their labels.
        gate: What one must have seen to see it, without the page's own gate and those of the titles it mentions.
        links: The links in it, embeds and images included.
        target: The linked title as written, when it is one link.
        number: The value as a number, booleans as 0 and 1.
        date: The value as a date.
        subs: Of a record, its values; several may be of one sub-field.
        problems: What is wrong with it, its subs' problems not included.
        declared: Whether the kind declares the field.
    """

    field: Field
    item: int
    raw: Value
    text: str
    gate: Gate = OPEN
    links: tuple[WikiLink, ...] = ()
    target: str | None = None
    number: float | None = None
    date: WikiDate | None = None
    subs: tuple[FieldValue, ...] = ()
    problems: tuple[Problem, ...] = ()
    declared: bool = True

    @property
    def is_record(self) -> bool:
        """Whether it has values of its own."""
        return bool(self.subs)

    def all_links(self) -> Iterator[tuple[str, WikiLink]]:
        """Yield its links and its subs' with the path of the field they stand in."""
        yield from ((self.field.name, link) for link in self.links)
        for sub in self.subs:
            yield from ((f"{self.field.name}.{sub.field.name}", link) for link in sub.links)


@dataclass(frozen=True, slots=True)
class PlainText:
    """A string of a field: its words, its links, and the gate of the spoilers in it."""

    text: str
    links: tuple[WikiLink, ...] = ()
    gate: Gate = OPEN


def read_fields(source: PageSource, kind: Kind) -> tuple[FieldValue, ...]:
    """Read all field values of a page's front matter, in the author's order."""
    unnamed = unnamed_gate(source, kind)
    return tuple(
        value
        for name, raw in source.fields.items()
        for value in read_values(raw, kind.field(name), name=name, unnamed=unnamed)
    )


def read_values(
    raw: Value, declared: Field | None, *, name: str, unnamed: Gate = ALL_FILMS, first: int = 0
) -> Iterator[FieldValue]:
    """Read the values of one field.

    Args:
        raw: The field's value, a list for several.
        declared: Its declaration, or None for a field that the kind does not have.
        name: Its name.
        unnamed: The gate of a spoiler that names no film.
        first: The number of the first value.
    """
    field = declared or made_up(name, raw)
    item = first
    for value, gate in flattened(raw, unnamed):
        for read in _read_item(value, field, item, unnamed):
            problems = read.problems
            if item > first and not field.many and item == first + 1:
                problems = (*problems, Problem("too-many", f"“{field.label}” takes one value and has several."))
            yield (
                replace(read, item=item, gate=read.gate | gate, problems=problems, declared=declared is not None)
                if (not gate.is_open or problems or declared is None or item != read.item)
                else read
            )
            item += 1


def made_up(name: str, raw: Value) -> Field:
    """Return a declaration for a field that the kind does not have."""
    many = isinstance(raw, list)
    items = raw if isinstance(raw, list) else [raw]
    record = any(isinstance(item, dict) and not is_wrapper(item) for item in items)
    label = name.replace("_", " ").replace("-", " ").strip()
    return Field(name, label[:1].upper() + label[1:] or name, FieldType.RECORD if record else FieldType.TEXT, many)


def is_wrapper(value: Value) -> bool:
    """Whether a record is only a value with a gate."""
    return isinstance(value, dict) and VALUE in value and value.keys() <= {VALUE, GATE}


def own_gate(record: dict[str, Value], unnamed: Gate) -> Gate:
    """Return the gate a record or wrapper names; one whose ``gate`` names none has that of a spoiler without films."""
    entries = [value for key, value in record.items() if key.casefold() == GATE]
    if not entries:
        return OPEN
    gate = value_gate(entries[0]) if len(entries) == 1 else value_gate(entries)
    return gate if not gate.is_open else unnamed


def flattened(value: Value, unnamed: Gate, gate: Gate = OPEN, depth: int = 0) -> Iterator[tuple[Value, Gate]]:
    """Yield the items of a value, out of lists and wrappers, with the gates they were wrapped in."""
    if isinstance(value, list) and depth < DEEPEST:
        for item in value:
            yield from flattened(item, unnamed, gate, depth + 1)
    elif isinstance(value, dict) and is_wrapper(value) and depth < DEEPEST:
        yield from flattened(value[VALUE], unnamed, gate | own_gate(value, unnamed), depth + 1)
    elif value is not None and value != "" and value != []:
        yield value, gate


def plain_text(text: str, unnamed: Gate = ALL_FILMS) -> PlainText:
    """Read a string of a field."""
    if not _MARKED.search(text):
        return PlainText(text.strip())
    lone = _LONE_LINK.fullmatch(text.strip())
    if lone:
        link = read_link(lone[2], embed=bool(lone[1]))
        return PlainText(link.text, (link,))
    found = scan(text)
    gates = BodyGates(found, unnamed, always_open)
    gate = OPEN
    for inner in (*gates.blocks, *(found_range.gate for found_range in gates.ranges)):
        gate = inner | gate
    for start, end in found.comments:
        gate = gates.comment(start, end) | gate
    words = " ".join("".join(part.text for part in leaf.parts) for leaf in found.leaves)
    return PlainText(tidy(words), tuple(_link(span) for span in found.links), gate)


def _link(span: LinkSpan) -> WikiLink:
    if span.syntax is Syntax.WIKI or span.link.label is None:
        return span.link
    return replace(span.link, label=tidy(span.link.label) or None)


def _read_item(value: Value, field: Field, item: int, unnamed: Gate) -> Iterator[FieldValue]:
    if field.type is FieldType.RECORD:
        yield _record(value, field, item, unnamed)
    elif isinstance(value, dict | list):
        text = _nested_text(value, unnamed)
        problem = Problem("wrong-value", f"“{field.label}” holds a record where one value is due.")
        yield FieldValue(field, item, value, text.text, text.gate, text.links, problems=(problem,))
    elif field.type is FieldType.LINK and isinstance(value, str) and value.count("[[") > 1:
        yield from _several_links(value, field, item, unnamed)
    else:
        yield _READERS[field.type](FieldValue(field, item, value, ""), _as_text(value), unnamed)


def _as_text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _record(value: Value, field: Field, item: int, unnamed: Gate) -> FieldValue:
    if not isinstance(value, dict):
        if isinstance(value, list) or not field.fields:
            text = _nested_text(value, unnamed)
            return FieldValue(field, item, value, text.text, text.gate, text.links, _target(text))
        first = field.fields[0]
        subs = tuple(_read_item(value, first, item, unnamed))
        return FieldValue(field, item, value, ", ".join(sub.text for sub in subs), subs=subs)
    subs = tuple(_subs(value, field, item, unnamed))
    return FieldValue(field, item, value, ", ".join(sub.text for sub in subs), own_gate(value, unnamed), subs=subs)


def _subs(record: dict[str, Value], field: Field, item: int, unnamed: Gate) -> Iterator[FieldValue]:
    for name, raw in record.items():
        if name.casefold() == GATE:
            continue
        declared = field.sub(name)
        sub = declared or replace(made_up(name, None), many=True)
        for value, gate in flattened(raw, unnamed):
            for read in _read_item(value, sub, item, unnamed):
                yield replace(read, item=item, gate=read.gate | gate, declared=declared is not None)


def _nested_text(value: Value, unnamed: Gate) -> PlainText:
    """Read a value of any shape as one text, behind all the gates in it."""
    texts: list[str] = []
    links: list[WikiLink] = []
    gate = OPEN
    stack = [value]
    while stack:
        inner = stack.pop()
        if isinstance(inner, dict):
            gate = own_gate(inner, unnamed) | gate
            stack += reversed([entry for key, entry in inner.items() if key.casefold() != GATE])
        elif isinstance(inner, list):
            stack += reversed(inner)
        elif inner is not None:
            text = plain_text(_as_text(inner), unnamed)
            texts.append(text.text)
            links += text.links
            gate = text.gate | gate
    return PlainText(", ".join(filter(None, texts)), tuple(links), gate)


def _several_links(value: str, field: Field, item: int, unnamed: Gate) -> Iterator[FieldValue]:
    text = plain_text(value, unnamed)
    if not text.links:
        yield _read_link_field(FieldValue(field, item, value, ""), value, unnamed)
    for link in text.links:
        yield FieldValue(field, item, value, link.text, text.gate, (link,), link.target or None)


def _target(text: PlainText) -> str | None:
    return text.links[0].target or None if len(text.links) == 1 else None


def _read_text_field(value: FieldValue, written: str, unnamed: Gate) -> FieldValue:
    text = plain_text(written, unnamed) if isinstance(value.raw, str) else PlainText(written)
    number = float(value.raw) if isinstance(value.raw, int | float) and abs(value.raw) < 1e300 else None
    return replace(value, text=text.text, gate=text.gate, links=text.links, target=_target(text), number=number)


def _read_link_field(value: FieldValue, written: str, unnamed: Gate) -> FieldValue:
    read = _read_text_field(value, written, unnamed)
    if read.links:
        return replace(read, number=None, target=read.links[0].target or None)
    return _flagged(read, "wrong-link", f"“{value.field.label}” should be a link such as [[{read.text or 'Title'}]]")


def _read_image_field(value: FieldValue, written: str, unnamed: Gate) -> FieldValue:
    read = _read_text_field(value, written, unnamed)
    if read.links:
        link = replace(read.links[0], embed=True)
        return replace(read, text=link.caption or link.target, links=(link,), target=None)
    if _URL.match(read.text):
        return _flagged(read, "wrong-image", f"“{value.field.label}” should be a file of this wiki, not an address")
    return replace(read, links=(WikiLink(read.text, embed=True),)) if read.text else read


def _read_number_field(value: FieldValue, written: str, unnamed: Gate) -> FieldValue:
    if isinstance(value.raw, int | float) and not isinstance(value.raw, bool) and abs(value.raw) < 1e300:
        return replace(value, text=written, number=float(value.raw))
    read = replace(_read_text_field(value, written, unnamed), number=None)
    if _NUMBER.fullmatch(read.text) and len(read.text) < 300:
        return replace(read, number=float(read.text.replace(",", "")))
    return _flagged(read, "wrong-number", f"“{value.field.label}” should be a number")


def _read_date_field(value: FieldValue, written: str, unnamed: Gate) -> FieldValue:
    read = replace(_read_text_field(value, written, unnamed), number=None)
    date = read_date(read.text)
    if date is not None:
        return replace(read, date=date)
    return _flagged(read, "wrong-date", f"“{value.field.label}” should be a date")


def _read_enum_field(value: FieldValue, written: str, unnamed: Gate) -> FieldValue:
    read = replace(_read_text_field(value, written, unnamed), number=None)
    for option in value.field.options:
        if option.casefold() == read.text.casefold():
            return replace(read, text=option)
    if not value.field.options:
        return read
    options = ", ".join(value.field.options)
    return _flagged(read, "wrong-option", f"“{value.field.label}” should be one of {options}")


def _read_boolean_field(value: FieldValue, written: str, unnamed: Gate) -> FieldValue:
    read = _read_text_field(value, written, unnamed)
    word = read.text.casefold()
    if word in _TRUE or word in _FALSE:
        return replace(read, number=1.0 if word in _TRUE else 0.0)
    return _flagged(replace(read, number=None), "wrong-boolean", f"“{value.field.label}” should be true or false")


def _read_url_field(value: FieldValue, written: str, unnamed: Gate) -> FieldValue:
    address = written.strip().removeprefix("<").removesuffix(">")
    if _URL.fullmatch(address) and "||" not in address:
        return replace(value, text=address)
    read = replace(_read_text_field(value, written, unnamed), number=None)
    return _flagged(read, "wrong-url", f"“{value.field.label}” should be an address such as https://example.org/")


def _flagged(value: FieldValue, code: str, wish: str) -> FieldValue:
    shown = value.text if len(value.text) <= 80 else value.text[:79] + "…"
    problem = Problem(code, f"{wish}, but it is “{shown}”. It is kept as written.")
    return replace(value, problems=(*value.problems, problem))


_READERS: dict[FieldType, Callable[[FieldValue, str, Gate], FieldValue]] = {
    FieldType.TEXT: _read_text_field,
    FieldType.LONG_TEXT: _read_text_field,
    FieldType.NUMBER: _read_number_field,
    FieldType.DATE: _read_date_field,
    FieldType.LINK: _read_link_field,
    FieldType.URL: _read_url_field,
    FieldType.ENUM: _read_enum_field,
    FieldType.BOOLEAN: _read_boolean_field,
    FieldType.IMAGE: _read_image_field,
    FieldType.RECORD: _read_text_field,
}
