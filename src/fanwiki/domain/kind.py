"""Kinds of page are data: a declaration of fields. Users add and change kinds inside their wiki."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from fanwiki.domain.page import ALIASES, SPOILS, TAGS
from fanwiki.errors import FanwikiError
from fanwiki.wording import say

_NAME = re.compile(r"[^\W\d][\w-]*", re.UNICODE)


class FieldType(StrEnum):
    """What a field's value is."""

    TEXT = "text"
    LONG_TEXT = "longtext"
    NUMBER = "number"
    DATE = "date"
    LINK = "link"
    URL = "url"
    ENUM = "enum"
    BOOLEAN = "boolean"
    IMAGE = "image"
    RECORD = "record"


@dataclass(frozen=True, slots=True)
class Field:
    """A declared field.

    Args:
        name: The key in front matter.
        label: What readers see.
        type: What a value is.
        many: Whether it is a list of such values.
        target: For links, the kinds of page it points to; empty for any.
        inverse: For links, the label of the list on the page that is pointed to; empty for none.
        options: For enums, the allowed values.
        fields: For records, the sub-fields. A plain value where a record is due is its first sub-field.
        group: The infobox group it stands in.
        help: One sentence for the form.
    """

    name: str
    label: str
    type: FieldType = FieldType.TEXT
    many: bool = False
    target: tuple[str, ...] = ()
    inverse: str = ""
    options: tuple[str, ...] = ()
    fields: tuple[Field, ...] = ()
    group: str = ""
    help: str = ""

    def sub(self, name: str) -> Field | None:
        """Return the sub-field of this name."""
        return next((field for field in self.fields if field.name == name), None)


@dataclass(frozen=True, slots=True)
class Kind:
    """A declared kind of page.

    Args:
        name: The key in front matter, lower case.
        label: One page of it, as readers see it.
        plural: Several.
        icon: A QtAwesome icon name.
        fields: Its own fields, in infobox order; `aliases`, `tags` and `spoils` belong to every kind.
        rumour: Whether its pages are hidden from readers who want no rumours.
        is_film: Whether its pages can stand in a gate; ``||text||`` on such a page spoils that page.
        template: What a new page of it starts with, front matter and body; see `fanwiki.domain.page_template`.
        toml: The text it was read from, which is what the wiki keeps.
    """

    name: str
    label: str
    plural: str
    icon: str = ""
    fields: tuple[Field, ...] = ()
    rumour: bool = False
    is_film: bool = False
    template: str = ""
    toml: str = field(default="", compare=False, repr=False)

    def __hash__(self) -> int:
        """Hash what nearly always tells kinds apart; every keystroke in a search box asks for it."""
        return hash((self.name, self.label, self.plural))

    def field(self, name: str) -> Field | None:
        """Return the field of this name, the common ones included."""
        return next((field for field in (*self.fields, *COMMON) if field.name == name), None)


COMMON = (
    Field(ALIASES, "Also known as", FieldType.TEXT, many=True),
    Field(TAGS, "Tags", FieldType.TEXT, many=True),
    Field(SPOILS, "Spoils", FieldType.LINK, many=True, target=("film",)),
)


class Kinds(Mapping[str, Kind]):
    """The kinds of one wiki, by name, in their order."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self._kinds = {kind.name: kind for kind in kinds}

    def __getitem__(self, name: str) -> Kind:
        return self._kinds[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._kinds)

    def __len__(self) -> int:
        return len(self._kinds)

    def of(self, name: str) -> Kind:
        """Return the kind of this name, or a kind without fields when the wiki has none such."""
        return self._kinds.get(name) or Kind(name=name, label=name, plural=name)


def read_kind(toml: str) -> Kind:
    """Read a kind's declaration.

    Raises:
        FanwikiError: It is no TOML, or does not declare a kind.
    """
    try:
        data = tomllib.loads(toml)
        return Kind(
            name=_name(data["name"]),
            label=data["label"],
            plural=data["plural"],
            icon=data.get("icon", ""),
            fields=tuple(_read_field(entry) for entry in data.get("fields", ())),
            rumour=bool(data.get("rumour", False)),
            is_film=bool(data.get("is_film", False)),
            template=_text(data.get("template", "")),
            toml=toml,
        )
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise FanwikiError(
            say("This is no declaration of a kind: %1.", error), "Compare it with a kind that works."
        ) from error


def _read_field(data: dict[str, Any]) -> Field:
    return Field(
        name=_name(data["name"]),
        label=data["label"],
        type=FieldType(data.get("type", "text")),
        many=bool(data.get("many", False)),
        target=tuple(data.get("target", ())),
        inverse=data.get("inverse", ""),
        options=tuple(data.get("options", ())),
        fields=tuple(_read_field(entry) for entry in data.get("fields", ())),
        group=data.get("group", ""),
        help=data.get("help", ""),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ValueError("a template is text")
    return value


def _name(text: str) -> str:
    if not _NAME.fullmatch(text):
        raise ValueError(f"“{text}” is no name: use letters, digits, _ and -")
    return text
