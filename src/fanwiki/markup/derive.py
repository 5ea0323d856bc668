"""From a page's source to everything that is derived from it: one pure function.

The gate of every row includes the page's own. A row that names a gated title includes that title's gate. The words of
one section are divided by the gate they stand behind, since a reader may search only what they may see.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from fanwiki.domain.document import Document, Fact, Heading, Link, Name, Problem, Segment, Tag
from fanwiki.domain.gate import OPEN, Gate
from fanwiki.domain.kind import FieldType, Kind
from fanwiki.domain.page import ALIASES, SPOILS, TAGS, PageSource
from fanwiki.markup.anchors import Anchors
from fanwiki.markup.fields import FieldValue, plain_text, read_fields, read_values
from fanwiki.markup.findings import Leaf, LeafKind, Part
from fanwiki.markup.gates import BodyGates, GateOf, always_open, page_gate, unnamed_gate
from fanwiki.markup.scan import scan
from fanwiki.wording import written

__all__ = ["always_open", "derive", "link_targets"]

_TAG_BREAK = re.compile(r"[,\s]+")


def derive(source: PageSource, kind: Kind, *, gate_of: GateOf = always_open) -> Document:
    """Derive everything from a page's source. Never raises.

    Args:
        source: The page as its author wrote it.
        kind: The declaration of its kind.
        gate_of: The gate of the title that a name leads to, `OPEN` when it leads nowhere.
    """
    return _Derivation(source, kind, gate_of).document()


def link_targets(source: PageSource, kind: Kind) -> frozenset[str]:
    """Return every title that `derive` may ask the gate of."""
    asked: set[str] = set()

    def note(title: str) -> Gate:
        asked.add(title)
        return OPEN

    derive(source, kind, gate_of=note)
    return frozenset(asked)


class _Section:
    """A heading and the words below it, by gate."""

    def __init__(self, heading: Heading | None, quotes: int) -> None:
        self.heading = heading
        self.quotes = quotes
        self.texts: dict[Gate, list[str]] = {heading.gate: []} if heading else {}


class _Derivation:
    """The work on one page."""

    def __init__(self, source: PageSource, kind: Kind, gate_of: GateOf) -> None:
        self._source = source
        self._kind = kind
        self._gate_of = gate_of
        self._unnamed = unnamed_gate(source, kind)
        self._page = page_gate(source, kind)
        self._found = scan(source.body)
        self._gates = BodyGates(self._found, self._unnamed, gate_of, source.title)
        self._values = read_fields(source, kind)
        self._value_gates = [self._value_gate(value) for value in self._values]

    def document(self) -> Document:
        sections, words = self._sections()
        inline = list(self._inline_values())
        return Document(
            title=self._source.title,
            kind=self._source.kind,
            gate=self._page,
            names=tuple(self._names()),
            headings=tuple(section.heading for section in sections if section.heading),
            links=tuple(chain(self._field_links(), self._body_links())),
            tags=tuple(dict.fromkeys(self._tags())),
            segments=tuple(chain(self._field_segments(), _segments(sections))),
            facts=tuple(self._facts(inline)),
            problems=tuple(self._problems(inline)),
            blocks=tuple(place.text for place in self._found.ids),
            words=words,
        )

    def _value_gate(self, value: FieldValue) -> Gate:
        """Return the gate of a value: its own, the page's, and those of the titles it mentions; a record has one."""
        gate = value.gate | self._page
        for _, link in value.all_links():
            if link.target:
                gate = self._gate_of(link.target) | gate
        return gate

    def _names(self) -> Iterator[Name]:
        yield Name(self._source.title, True, self._page)
        for value, gate in zip(self._values, self._value_gates, strict=True):
            if value.field.name == ALIASES and value.text:
                yield Name(value.text, False, gate)

    def _tags(self) -> Iterator[Tag]:
        for value, gate in zip(self._values, self._value_gates, strict=True):
            if value.field.name == TAGS:
                written = isinstance(self._source.fields.get(TAGS), str)
                names = _TAG_BREAK.split(value.text) if written else [value.text]
                yield from (Tag(name, gate) for name in (name.strip().strip("#/") for name in names) if name)
        for place in self._found.tags:
            yield Tag(place.text, self._gates.at(place.start) | self._page)

    def _field_links(self) -> Iterator[Link]:
        for value, gate in zip(self._values, self._value_gates, strict=True):
            own = value.gate | self._page
            for sub in value.subs or (value,):
                path = f"{value.field.name}.{sub.field.name}" if value.subs else value.field.name
                for link in sub.links:
                    yield Link(
                        link.target,
                        link.heading,
                        link.block,
                        link.caption,
                        link.embed,
                        path,
                        sub.gate | gate,
                        sub.gate | own,
                    )

    def _body_links(self) -> Iterator[Link]:
        gates, page = self._gates, self._page
        simple = not gates.ranges and not gates.blocks
        for span, target in zip(self._found.links, gates.targets, strict=True):
            link = span.link
            around = page if simple else gates.over(span.start, span.end) | page
            label = None if link.caption is None else plain_text(link.caption).text or None
            yield Link(link.target, link.heading, link.block, label, link.embed, "", target | around, around)

    def _sections(self) -> tuple[list[_Section], int]:
        """Return the sections of the body in order, the first without a heading, and the number of words."""
        anchors = Anchors()
        sections = [_Section(None, 0)]
        current = [sections[0]]
        words = 0
        for leaf in self._found.leaves:
            while leaf.quotes < current[-1].quotes:
                current.pop()
            if leaf.kind is LeafKind.HEADING:
                section = _Section(self._heading(leaf, anchors), leaf.quotes)
                words += len(section.heading.text.split()) if section.heading else 0
                while len(current) > 1 and current[-1].quotes >= leaf.quotes:
                    current.pop()
                current.append(section)
                sections.append(section)
                continue
            for gate, text in self._texts(leaf):
                parts = text.split()
                if parts:
                    words += len(parts)
                    current[-1].texts.setdefault(gate, []).append(" ".join(parts))
        return sections, words

    def _heading(self, leaf: Leaf, anchors: Anchors) -> Heading:
        shown = (part.text for part in leaf.parts if not self._names_films(part))
        text = " ".join("".join(shown).split())
        gate = self._gates.over(leaf.start, leaf.end) | self._block(leaf) | self._page
        return Heading(leaf.level, text, anchors.add(text), gate)

    def _names_films(self, part: Part) -> bool:
        """Whether a piece of text only says which films a spoiler in the line is for."""
        return bool(self._gates.range_at(part.start)) and self._gates.names_films(part.start)

    def _block(self, leaf: Leaf) -> Gate:
        return self._gates.blocks[leaf.block] if leaf.block >= 0 else OPEN

    def _texts(self, leaf: Leaf) -> Iterator[tuple[Gate, str]]:
        """Yield the words of a block of text, divided by the gates they stand behind."""
        around = self._block(leaf) | self._page
        if not self._gates.ranges:
            yield around, "".join([part.text for part in leaf.parts])
            return
        texts: dict[Gate, list[str]] = {}
        last = None
        for part in leaf.parts:
            inner = self._gates.range_at(part.start)
            if self._names_films(part):
                continue
            gate = inner.gate | around if inner else around
            if last is not None and gate != last:
                texts.setdefault(gate, []).append(" ")
            texts.setdefault(gate, []).append(part.text)
            last = gate
        yield from ((gate, "".join(parts)) for gate, parts in texts.items())

    def _field_segments(self) -> Iterator[Segment]:
        texts: dict[Gate, list[str]] = {}
        for value, gate in zip(self._values, self._value_gates, strict=True):
            if value.field.type is FieldType.IMAGE or value.field.name == SPOILS:
                continue
            for sub in value.subs or (value,):
                if sub.text and sub.field.type is not FieldType.IMAGE:
                    texts.setdefault(sub.gate | gate, []).append(sub.text)
        yield from (Segment("", "", "\n".join(parts), gate) for gate, parts in texts.items())

    def _inline_values(self) -> Iterator[tuple[FieldValue, Gate]]:
        """Yield the fields that stand in the text, with their gates."""
        counts: dict[str, int] = {}
        for value in self._values:
            counts[value.field.name] = value.item + 1
        for found in self._found.fields:
            name = self._field_name(found.key)
            raw = self._source.body[slice(*found.value)].strip()
            around = self._gates.over(*found.value) | self._page
            first = counts.get(name, 0)
            for value in read_values(raw, self._kind.field(name), name=name, unnamed=self._unnamed, first=first):
                counts[name] = value.item + 1
                yield value, self._value_gate(value) | around

    def _field_name(self, key: str) -> str:
        """Return the field that a key in the text means: a declared one by name or label, else as Dataview has it."""
        folded = _joined(key)
        for field in self._kind.fields:
            if folded in (_joined(field.name), _joined(field.label)):
                return field.name
        return folded

    def _facts(self, inline: list[tuple[FieldValue, Gate]]) -> Iterator[Fact]:
        for value, gate in chain(zip(self._values, self._value_gates, strict=True), inline):
            for sub in value.subs or (value,):
                date = sub.date
                yield Fact(
                    value.field.name,
                    value.item,
                    sub.field.name if value.subs else "",
                    sub.text,
                    sub.target,
                    sub.number,
                    date.earliest if date else None,
                    date.latest if date else None,
                    sub.gate | gate,
                )

    def _problems(self, inline: list[tuple[FieldValue, Gate]]) -> Iterator[Problem]:
        page = self._page
        if not self._kind.fields and not self._kind.toml:
            yield Problem("unknown-kind", written("This wiki has no kind “%1”.", self._source.kind), page)
        for value, gate in chain(zip(self._values, self._value_gates, strict=True), inline):
            for problem in value.problems:
                yield Problem(problem.code, problem.text, gate)
            for sub in value.subs:
                yield from (Problem(problem.code, problem.text, sub.gate | gate) for problem in sub.problems)
        for spoiler in self._found.spoilers:
            gate = self._gates.at(spoiler.start) | page
            if not spoiler.closed:
                yield Problem(
                    "open-spoiler", written("A spoiler begins with || and does not end; the paragraph is hidden."), gate
                )
            elif spoiler.torn:
                yield Problem(
                    "torn-films",
                    written("The films of a spoiler begin with { and do not end; it hides from all."),
                    gate,
                )
        for place in self._found.torn_fences:
            yield Problem(
                "open-code", written("A block of code begins and does not end."), self._gates.at(place) | page
            )


def _segments(sections: list[_Section]) -> Iterator[Segment]:
    """Yield the words of the sections; where a gate does not cover the heading, under the last one it covers."""
    for index, section in enumerate(sections):
        for gate, texts in section.texts.items():
            heading = section.heading
            if heading and not heading.gate.films <= gate.films:
                heading = _visible_heading(sections, index, gate)
            if texts or heading:
                yield Segment(
                    heading.text if heading else "", heading.anchor if heading else "", "\n".join(texts), gate
                )


def _visible_heading(sections: list[_Section], index: int, gate: Gate) -> Heading | None:
    for section in reversed(sections[:index]):
        if section.heading and section.heading.gate.films <= gate.films:
            return section.heading
    return None


def _joined(name: str) -> str:
    return "-".join(name.casefold().replace("_", " ").replace("-", " ").split())
