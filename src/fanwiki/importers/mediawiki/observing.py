"""What the infoboxes of a dump hold: learnt from every call in the first pass, so that kinds can be declared."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from fanwiki.domain.dates import read_date
from fanwiki.domain.kind import FieldType
from fanwiki.importers.mediawiki.calls import Call

MOST_TEMPLATES = 20_000
MOST_PARAMS = 400

PICTURES = frozenset(("png", "jpg", "jpeg", "gif", "svg", "webp", "bmp", "avif"))

_NUMBER = re.compile(r"[-+−]?(?:0|[1-9]\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.\d+)?")
_LINK = re.compile(r"\[\[([^\[\]|{}]+)(?:\|[^\[\]{}]*)?\]\]")
_FILE = re.compile(r"(?:\[\[)?\s*(?:file|image|datei|bild|fichier|archivo|файл|картинка)\s*:[^\[\]]+(?:\]\])?", re.I)
_SEVERAL = re.compile(r"<br\s*/?>|^\s*[*#]|\{\{\s*(?:plain ?list|ubl|unbulleted list|flat ?list|hlist)\b", re.I | re.M)
_EMPTY = re.compile(r"(?:\{\{\{[^{}|]*\|?\}\}\}|<!--.*?-->|\s|[-–—])*", re.DOTALL)
_BETWEEN = re.compile(r"[\s,;•·/&]|<br\s*/?>|\band\b|^\*", re.IGNORECASE | re.MULTILINE)


@dataclass(slots=True)
class ParamStats:
    """How the values of one parameter look.

    Args:
        name: The parameter as first written.
        values: How many there are; the others count those that are such.
        several: Lists, as wikitext has them.
        linked: Values with several links.
    """

    name: str
    values: int = 0
    numbers: int = 0
    links: int = 0
    images: int = 0
    dates: int = 0
    several: int = 0
    linked: int = 0

    def note(self, value: str) -> None:
        """Take a value into account."""
        if is_empty(value):
            return
        self.values += 1
        plain = _LINK.sub(lambda link: link[1], value).strip()
        self.numbers += bool(_NUMBER.fullmatch(value))
        self.images += is_image(value)
        self.links += "[[" in value and not _BETWEEN.sub("", _LINK.sub("", value)) and not _FILE.fullmatch(value)
        self.dates += _is_date(plain)
        self.several += bool(_SEVERAL.search(value))
        self.linked += len(_LINK.findall(value)) > 1

    @property
    def type(self) -> FieldType:
        """What every value seen is; text unless all agree."""
        for count, found in (
            (self.images, FieldType.IMAGE),
            (self.numbers, FieldType.NUMBER),
            (self.dates, FieldType.DATE),
            (self.links, FieldType.LINK),
        ):
            if self.values and count == self.values:
                return found
        return FieldType.TEXT

    @property
    def many(self) -> bool:
        """Whether some value is a list: one that says so, or several links and nothing else."""
        return self.several > 0 or (self.linked > 0 and self.type is FieldType.LINK)


@dataclass(slots=True)
class TemplateStats:
    """How one template is called.

    Args:
        name: The name as first written.
        calls: How often it is called at the top of a page, or by a name that says what it is.
        top: How often of these at the top.
        positional: How many values had no name.
        after: The templates that stood before it on its pages, with on how many.
    """

    name: str
    calls: int = 0
    top: int = 0
    positional: int = 0
    params: dict[str, ParamStats] = field(default_factory=dict)
    after: dict[str, int] = field(default_factory=dict)

    def take_over(self, other: TemplateStats) -> None:
        """Add what was seen of the same template under another name."""
        self.calls += other.calls
        self.top += other.top
        self.positional += other.positional
        for key, param in other.params.items():
            known = self.params.setdefault(key, ParamStats(param.name))
            known.values += param.values
            known.numbers += param.numbers
            known.links += param.links
            known.images += param.images
            known.dates += param.dates
            known.several += param.several
            known.linked += param.linked
        for key, count in other.after.items():
            self.after[key] = self.after.get(key, 0) + count

    @property
    def named(self) -> float:
        """How many named values a call has."""
        return sum(param.values for param in self.params.values()) / max(self.calls, 1)


class Observations:
    """What was seen of all templates that may be infoboxes."""

    def __init__(self) -> None:
        self.templates: dict[str, TemplateStats] = {}

    def note(self, calls: Iterable[Call]) -> None:
        """Take the calls of one page into account."""
        before: dict[str, None] = {}
        for call in calls:
            if call.named < 1:
                continue
            stats = self.templates.get(call.key)
            if stats is None:
                if len(self.templates) >= MOST_TEMPLATES:
                    continue
                stats = self.templates[call.key] = TemplateStats(call.name)
            _note_call(stats, call)
            for earlier in before:
                stats.after[earlier] = stats.after.get(earlier, 0) + 1
            before[call.key] = None


def _note_call(stats: TemplateStats, call: Call) -> None:
    stats.calls += 1
    stats.top += call.at_top
    for name, value in call.params:
        if name.isdecimal():
            stats.positional += 1
            continue
        key = " ".join(name.replace("_", " ").split()).casefold()
        param = stats.params.get(key)
        if param is None:
            if len(stats.params) >= MOST_PARAMS or len(name) > 60:
                continue
            param = stats.params[key] = ParamStats(name)
        param.note(value)


def is_empty(value: str) -> bool:
    """Whether a value says nothing: blank, a comment, a dash, or a parameter that only a template has."""
    return _EMPTY.fullmatch(value) is not None


def _is_date(text: str) -> bool:
    """Whether a text is a date; a bare number of other than four digits is something else."""
    if len(text) > 40 or not any(char.isdigit() for char in text) or (text.isdecimal() and len(text) != 4):
        return False
    return read_date(text) is not None


def is_image(value: str) -> bool:
    """Whether a raw value names pictures and nothing else."""
    text = value.strip()
    if text.casefold().startswith("<gallery"):
        return True
    if "\n" in text or "{{" in text or len(text) > 300:
        return False
    name = _FILE.fullmatch(text)
    last = PurePosixPath(text.strip("[] ").partition("|")[0]).suffix.removeprefix(".").casefold()
    return last in PICTURES and (name is not None or "[[" not in text)
