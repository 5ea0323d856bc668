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
from fanwiki.wording import phrase, written

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


@dataclass(frozen=True, slots=True)
class _Due:
    """What is to be read: for which field, which item, behind which gate."""

    field: Field
    item: int
    gate: Gate
    unnamed: Gate
    declared: bool

    def value(
        self,
        raw: Value,
        text: PlainText,
        *,
        target: str | None = None,
        number: float | None = None,
        date: WikiDate | None = None,
        problem: Problem | None = None,
    ) -> FieldValue:
        problems = (problem,) if problem else ()
        gate = text.gate | self.gate
        return FieldValue(
            self.field, self.item, raw, text.text, gate, text.links, target, number, date, (), problems, self.declared
        )

    def wrong(self, code: str, raw: Value, text: PlainText, wish: str) -> FieldValue:
        shown = text.text if len(text.text) <= 80 else text.text[:79] + "…"
        told = written("“%l1” should be %t2, but it is “%3”. It is kept as written.", self.field.label, wish, shown)
        return self.value(raw, text, target=_target(text), problem=Problem(code, told))


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
        for read in _read_item(value, _Due(field, item, gate, unnamed, declared is not None)):
            if item == first + 1 and not field.many:
                problem = Problem("too-many", written("“%l1” takes one value and has several.", field.label))
                read = replace(read, problems=(*read.problems, problem))
            yield read if read.item == item else replace(read, item=item)
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
    words = " ".join(
        "".join(part.text for part in leaf.parts if not gates.names_films(part.start)) for leaf in found.leaves
    )
    return PlainText(tidy(words), tuple(_link(span) for span in found.links), gate)


def _link(span: LinkSpan) -> WikiLink:
    if span.syntax is Syntax.WIKI or span.link.label is None:
        return span.link
    return replace(span.link, label=tidy(span.link.label) or None)


def _read_item(value: Value, due: _Due) -> Iterator[FieldValue]:
    if due.field.type is FieldType.RECORD:
        yield _record(value, due)
    elif isinstance(value, dict | list):
        problem = Problem("wrong-value", written("“%l1” holds a record where one value is due.", due.field.label))
        yield due.value(value, _nested_text(value, due.unnamed), problem=problem)
    elif due.field.type is FieldType.LINK and isinstance(value, str) and value.count("[[") > 1:
        yield from _several_links(value, due)
    else:
        yield _READERS[due.field.type](value, _plain(value, due), due)


def _plain(value: Value, due: _Due) -> PlainText:
    return plain_text(value, due.unnamed) if isinstance(value, str) else PlainText(_as_text(value))


def _as_text(value: Value) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)


def _record(value: Value, due: _Due) -> FieldValue:
    field = due.field
    if isinstance(value, dict):
        subs = tuple(_subs(value, due))
        gate = own_gate(value, due.unnamed) | due.gate
    elif isinstance(value, list) or not field.fields:
        text = _nested_text(value, due.unnamed)
        return due.value(value, text, target=_target(text))
    else:  # a plain value is the first sub-field
        subs = tuple(_read_item(value, _Due(field.fields[0], due.item, OPEN, due.unnamed, True)))
        gate = due.gate
    words = ", ".join(sub.text for sub in subs)
    return FieldValue(field, due.item, value, words, gate, subs=subs, declared=due.declared)


def _subs(record: dict[str, Value], due: _Due) -> Iterator[FieldValue]:
    for name, raw in record.items():
        if name.casefold() == GATE:
            continue
        declared = due.field.sub(name)
        field = declared or Field(name, made_up(name, None).label, many=True)
        for value, gate in flattened(raw, due.unnamed):
            yield from _read_item(value, _Due(field, due.item, gate, due.unnamed, declared is not None))


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


def _several_links(value: str, due: _Due) -> Iterator[FieldValue]:
    text = plain_text(value, due.unnamed)
    if not text.links:
        yield _read_link(value, text, due)
    for link in text.links:
        yield due.value(value, PlainText(link.text, (link,), text.gate), target=link.target or None)


def _target(text: PlainText) -> str | None:
    return text.links[0].target or None if len(text.links) == 1 else None


def _number(value: Value) -> float | None:
    """Return a value that is a number as one; not one beyond what files and databases hold."""
    return float(value) if isinstance(value, int | float) and abs(value) < 1e300 else None


def _read_text(value: Value, text: PlainText, due: _Due) -> FieldValue:
    return due.value(value, text, target=_target(text), number=_number(value))


def _read_link(value: Value, text: PlainText, due: _Due) -> FieldValue:
    if text.links:
        return due.value(value, text, target=text.links[0].target or None)
    return due.wrong("wrong-link", value, text, phrase("a link such as [[%1]]", text.text or "Title"))


def _read_image(value: Value, text: PlainText, due: _Due) -> FieldValue:
    if text.links:
        link = replace(text.links[0], embed=True)
        return due.value(value, PlainText(link.caption or link.target, (link,), text.gate))
    if _URL.match(text.text):
        return due.wrong("wrong-image", value, text, phrase("a file of this wiki, not an address"))
    return due.value(value, PlainText(text.text, (WikiLink(text.text, embed=True),) if text.text else (), text.gate))


def _read_number(value: Value, text: PlainText, due: _Due) -> FieldValue:
    if not isinstance(value, bool):
        number = _number(value)
        if number is None and len(text.text) < 300 and _NUMBER.fullmatch(text.text):
            number = float(text.text.replace(",", ""))
        if number is not None:
            return due.value(value, text, number=number)
    return due.wrong("wrong-number", value, text, phrase("a number"))


def _read_date(value: Value, text: PlainText, due: _Due) -> FieldValue:
    date = read_date(text.text)
    return due.value(value, text, date=date) if date else due.wrong("wrong-date", value, text, phrase("a date"))


def _read_enum(value: Value, text: PlainText, due: _Due) -> FieldValue:
    options = due.field.options
    for option in options:
        if option.casefold() == text.text.casefold():
            return due.value(value, PlainText(option, text.links, text.gate))
    if not options:
        return due.value(value, text)
    return due.wrong("wrong-option", value, text, phrase("one of %1", ", ".join(options)))


def _read_boolean(value: Value, text: PlainText, due: _Due) -> FieldValue:
    word = text.text.casefold()
    if word in _TRUE or word in _FALSE:
        return due.value(value, text, number=1.0 if word in _TRUE else 0.0)
    return due.wrong("wrong-boolean", value, text, phrase("true or false"))


def _read_url(value: Value, text: PlainText, due: _Due) -> FieldValue:
    address = value.strip().removeprefix("<").removesuffix(">") if isinstance(value, str) else ""
    if _URL.fullmatch(address) and "||" not in address:
        return due.value(value, PlainText(address))
    return due.wrong("wrong-url", value, text, phrase("an address such as https://example.org/"))


_READERS: dict[FieldType, Callable[[Value, PlainText, _Due], FieldValue]] = {
    FieldType.TEXT: _read_text,
    FieldType.LONG_TEXT: _read_text,
    FieldType.NUMBER: _read_number,
    FieldType.DATE: _read_date,
    FieldType.LINK: _read_link,
    FieldType.URL: _read_url,
    FieldType.ENUM: _read_enum,
    FieldType.BOOLEAN: _read_boolean,
    FieldType.IMAGE: _read_image,
}
