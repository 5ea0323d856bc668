"""A tiddler: a title, a text and any other fields, all of them text; and the small files that hold one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

SYSTEM = "$:/"
WIKITEXT = ("", "text/vnd.tiddlywiki")
MARKDOWN = ("text/x-markdown", "text/markdown")
MEDIA = ("image/", "audio/", "video/", "application/pdf")

_TAG = re.compile(r"\[\[(.*?)\]\](?=\s|$)|(\S+)")
_DATE = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)?(\d\d)?(\d\d)?\d{0,3}")


@dataclass(frozen=True, slots=True)
class Tiddler:
    """A tiddler.

    Args:
        fields: Its fields by name, without text.
        text: Its text; for pictures and sounds mostly Base64.
        data: Its bytes, where they come from a file of their own.
    """

    fields: Mapping[str, str]
    text: str = ""
    data: bytes | None = None

    @property
    def title(self) -> str:
        """Its title."""
        return self.fields.get("title", "")

    @property
    def type(self) -> str:
        """What its text is, as a media type; empty for WikiText."""
        return self.fields.get("type", "").partition(";")[0].strip().casefold()

    @property
    def is_system(self) -> bool:
        """Whether it belongs to the program and not to the text: settings, plugins, themes."""
        return self.title.startswith(SYSTEM) or "plugin-type" in self.fields

    @property
    def is_media(self) -> bool:
        """Whether it is a picture, a sound, a film or a document rather than a page."""
        return self.type.startswith(MEDIA)

    def tags(self) -> list[str]:
        """Return its tags: parted by spaces, with those of several words in brackets."""
        return read_list(self.fields.get("tags", ""))


def read_list(text: str) -> list[str]:
    """Read a list as TiddlyWiki writes it: ``one [[two words]]``; each item once."""
    found = (match[1] if match[1] is not None else match[2] for match in _TAG.finditer(text))
    return list(dict.fromkeys(item for item in found if item))


def read_time(text: str) -> str:
    """Read ``YYYYMMDDhhmmssmmm`` as ``YYYY-MM-DDThh:mm:ssZ``; empty when it is no time."""
    match = _DATE.fullmatch(text.strip())
    if match is None:
        return ""
    year, month, day, hour, minute, second = (int(part or 0) for part in match.groups())
    if not (1 <= month <= 12 and 1 <= day <= 31 and hour < 24 and minute < 60 and second < 60):
        return ""
    return f"{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}Z"


def of_object(value: object) -> Tiddler | None:
    """Make a tiddler of an object of JSON; None when it is none."""
    if not isinstance(value, dict) or not isinstance(value.get("title"), str) or not value["title"].strip():
        return None
    fields = {str(name): _text(part) for name, part in value.items()}
    return Tiddler({name: part for name, part in fields.items() if name != "text"}, fields.get("text", ""))


def _text(value: object) -> str:
    """Return a field as text; exports of other programs write lists and numbers too."""
    if isinstance(value, list):
        return " ".join(f"[[{item}]]" if " " in str(item) else str(item) for item in value)
    return "" if value is None else str(value)


def of_tid(text: str, *, name: str) -> Tiddler:
    """Read a ``.tid`` file: fields in lines, an empty line, the text."""
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    if ":" not in head.partition("\n")[0] and head.strip():  # no fields at all
        head, body = "", text
    fields = read_fields(head)
    fields.setdefault("title", name)
    return Tiddler(fields, body)


def read_fields(text: str) -> dict[str, str]:
    """Read lines of ``name: value``."""
    parts = (line.partition(":") for line in text.splitlines() if not line.startswith("#"))
    return {name.strip(): value.strip() for name, colon, value in parts if colon and name.strip()}


def of_multids(text: str) -> Iterator[Tiddler]:
    """Read a ``.multids`` file: common fields, an empty line, and a line for each tiddler."""
    head, _, body = text.replace("\r\n", "\n").partition("\n\n")
    common = read_fields(head)
    prefix = common.pop("title", "")
    for line in body.splitlines():
        name, colon, value = line.partition(":")
        if colon and name.strip() and not line.startswith("#"):
            yield Tiddler({**common, "title": prefix + name.strip()}, value.strip())
