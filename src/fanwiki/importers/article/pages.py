"""Pages in the making: every value that is put into one brings the sentence it was read from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.title import identity, possible_title
from fanwiki.importers.draft import Evidence, Note, PageDraft
from fanwiki.importers.origin import Origin

_FIELD_ORDER = (
    "status", "released", "runtime", "studio", "distributor", "director", "writer", "producer", "composer",
    "previous", "next", "genre", "cast",
)  # fmt: skip


@dataclass(slots=True)
class PageInMaking:
    """One page in the making.

    Args:
        sentence: The words that name it.
        sections: Paragraphs of the body by heading; the empty heading is the text before the first.
        adds: Whether it may add to a page that is there already.
    """

    title: str
    kind: str
    sentence: str
    fields: dict[str, Value] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)
    sections: dict[str, list[str]] = field(default_factory=dict)
    notes: list[Note] = field(default_factory=list)
    adds: bool = True

    @property
    def link(self) -> str:
        """A link to it, as fields hold it."""
        return f"[[{self.title}]]"

    def set(self, name: str, value: Value, sentence: str) -> None:
        """Set a field that has one value; the first statement stays."""
        if name not in self.fields:
            self.fields[name] = value
            self.evidence.append(Evidence(name, sentence))

    def add(self, name: str, value: Value, sentence: str) -> None:
        """Add an item to a field that is a list, once."""
        items = self.items(name)
        if value not in items:
            self.evidence.append(Evidence(name, sentence, item=len(items)))
            self.fields[name] = [*items, value]

    def items(self, name: str) -> list[Value]:
        """Return the items of a field that is a list."""
        value = self.fields.get(name, [])
        return value if isinstance(value, list) else [value]

    def has_record(self, name: str, key: str, value: Value) -> bool:
        """Tell whether a record of the field has this value."""
        return any(isinstance(item, dict) and item.get(key) == value for item in self.items(name))

    def tell(self, section: str, markdown: str, sentence: str) -> None:
        """Add a paragraph to a section of the body, once."""
        paragraphs = self.sections.setdefault(section, [])
        if markdown not in paragraphs:
            paragraphs.append(markdown)
            self.evidence.append(Evidence("body", sentence))

    def draft(self, origin: Origin, path: str) -> PageDraft:
        """Make the draft."""
        order = {name: number for number, name in enumerate(_FIELD_ORDER)}
        fields = dict(sorted(self.fields.items(), key=lambda item: order.get(item[0], len(order))))
        parts: list[str] = []
        for heading, paragraphs in self.sections.items():
            parts += [f"## {heading}"] * bool(heading) + paragraphs
        body = "\n\n".join(parts) + "\n" * bool(parts)
        source = PageSource(self.title, self.kind, fields, body)
        evidence = (Evidence("", self.sentence), *self.evidence)
        return PageDraft(source, evidence, origin, path, notes=tuple(self.notes), adds=self.adds)


@dataclass(slots=True)
class PagesInMaking:
    """The pages that one article gives; no two have the same title."""

    films: dict[str, PageInMaking] = field(default_factory=dict)
    people: dict[str, PageInMaking] = field(default_factory=dict)
    characters: dict[str, PageInMaking] = field(default_factory=dict)
    claims: list[PageInMaking] = field(default_factory=list)
    taken: set[str] = field(default_factory=set)
    _numbers: dict[str, int] = field(default_factory=dict)

    def title_for(self, name: str, kind: str) -> str:
        """Return a title that no other page here has; the kind stands in brackets where the name is taken."""
        title = possible_title(name)
        while identity(title) in self.taken:
            number = self._numbers[name] = self._numbers.get(name, 0) + 1
            suffix = f" ({kind})" if number == 1 else f" ({kind} {number})"
            title = possible_title(name[: 200 - len(suffix)] + suffix)
        self.taken.add(identity(title))
        return title

    def film(self, name: str, sentence: str) -> PageInMaking:
        """Return the film's page, made when it is not there yet."""
        if name not in self.films:
            self.films[name] = PageInMaking(self.title_for(name, "film"), "film", sentence)
        return self.films[name]

    def person(self, name: str, sentence: str) -> PageInMaking:
        """Return the person's page."""
        if name not in self.people:
            self.people[name] = PageInMaking(self.title_for(name, "person"), "person", sentence)
        return self.people[name]

    def character(self, name: str, sentence: str) -> PageInMaking:
        """Return the character's page; *The Boss* and *Boss* are one."""
        key = re.sub(r"^the ", "", name.casefold())
        if key not in self.characters:
            self.characters[key] = PageInMaking(self.title_for(name, "character"), "character", sentence)
        return self.characters[key]

    def claim(self, name: str, sentence: str) -> PageInMaking:
        """Make the page of a claim."""
        page = PageInMaking(self.title_for(name, "claim"), "speculation", sentence)
        self.claims.append(page)
        return page

    def all(self) -> Iterator[PageInMaking]:
        """Yield every page: films, people, characters, claims."""
        for group in (self.films, self.people, self.characters):
            yield from group.values()
        yield from self.claims
