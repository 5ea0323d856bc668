"""From the calls of infoboxes to a page's kind and fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from fanwiki.domain.dates import read_date
from fanwiki.domain.kind import FieldType
from fanwiki.domain.page import ALIASES, DEFAULT_KIND, Value
from fanwiki.domain.title import identity, possible_title
from fanwiki.importers.mapping import template_key
from fanwiki.importers.mediawiki.dump_site import DumpSite
from fanwiki.importers.mediawiki.infoboxes import FieldPlan, Infobox, as_second, kind_name, label_of
from fanwiki.importers.mediawiki.observing import is_empty
from fanwiki.importers.mediawiki.wikitext.convert import TemplateCall
from fanwiki.markup.fields import plain_text

Convert = Callable[[str], tuple[str, ...]]
"""From a parameter's wikitext to the texts of a field."""

_ARGUMENT = re.compile(r"\{\{\{\s*([^{}|]+?)\s*(?:\|([^{}]*))?\}\}\}")
_LINK = re.compile(r"!?\[\[[^\[\]]+\]\]")
_SEPARATOR = re.compile(r"\s*(?:,|;|\n|•|·|/|&|\band\b)\s*")
_ROLE = re.compile(r"(?P<performer>.+?)\s+(?:as|\.\.\.|…|–|-)\s+(?P<character>.+)")
_BRACKETED = re.compile(r"(?P<value>.+?)\s*\((?P<detail>[^()]+)\)\s*")
_FILE = re.compile(
    r"(?:^|\[\[)\s*(?:[^\[\]|:\n]{2,12}:\s*)?([^\[\]|:\n]+\.\w{3,4})\s*((?:\|[^\[\]\n]*)?)", re.MULTILINE
)
_HOURS = re.compile(r"(\d+)\s*h(?:ou)?rs?\.?,?\s*(?:and\s*)?(?:(\d+)\s*m)?|(\d+)\s*h\s*(\d+)", re.IGNORECASE)
_MINUTES = re.compile(r"(\d{1,4})\s*(?:min(?:ute)?s?\b\.?)?")
_NUMBER = re.compile(r"[-+]?(?:0|[1-9]\d*)(?:\.\d*[1-9])?")
_BARE = re.compile(r"\s*\([^()]*\)$")


@dataclass(slots=True)
class Filled:
    """What infoboxes say of a page.

    Args:
        kind: The kind of the page; of the first infobox.
        aliases: Other names.
        files: Names of pictures, as the dump has them.
    """

    kind: str = DEFAULT_KIND
    fields: dict[str, Value] = field(default_factory=dict)
    aliases: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)


def fill(calls: Sequence[TemplateCall], site: DumpSite, title: str, convert: Convert) -> Filled:
    """Read the infoboxes of a page.

    Args:
        title: Our title of the page.
        convert: From wikitext to texts.
    """
    filled = Filled()
    first: Infobox | None = None
    for call in calls:
        infobox = site.infobox(call.name) or _unforeseen(call.name)
        if first is None:
            first, filled.kind = infobox, infobox.kind
        else:
            infobox = as_second(infobox, first)
        _Filling(filled, infobox, site, title, convert).take(call)
    return filled


def _unforeseen(name: str) -> Infobox:
    """Return what an infobox becomes that only stands in what pages were before."""
    return Infobox(name, kind_name(name), label_of(name), {})


class _Filling:
    """Puts the parameters of one call into fields."""

    def __init__(self, filled: Filled, infobox: Infobox, site: DumpSite, title: str, convert: Convert) -> None:
        self._filled = filled
        self._infobox = infobox
        self._site = site
        self._title = title
        self._convert = convert
        self._values: dict[str, str] = {}

    def take(self, call: TemplateCall) -> None:
        """Take the parameters over; empty ones get the default of their box, if it has one."""
        self._values = {template_key(name): value for name, value in call.params if not is_empty(value)}
        for name, value in call.params:
            key = template_key(name)
            if self._values.get(key) != value:
                continue
            if key in self._infobox.subject:
                self._subject(value)
            elif key not in self._infobox.captions.values():
                self._put(self._infobox.plan(name), value, key)
        for key, plan in self._infobox.fields.items():
            if plan.default and key not in self._values:
                self._put(replace(plan, format=""), plan.default, key)
        for plan in self._infobox.computed:
            used = [template_key(name) for name, _ in _ARGUMENT.findall(plan.default)]
            if not used or any(key in self._values for key in used):
                self._put(plan, plan.default, "")

    def _subject(self, value: str) -> None:
        """Take what the box is headed with as another name, where it says something new."""
        name = plain_text(" ".join(self._convert(value))).text
        known = (identity(self._title), identity(_BARE.sub("", self._title)))
        if not name or len(name) > 120 or identity(possible_title(name)) == known[0]:
            return
        if identity(name) == known[1] or not self._site.is_known(name):
            self._filled.aliases.append(name)

    def _put(self, plan: FieldPlan, value: str, key: str) -> None:
        if not plan.path:
            return
        if plan.type is FieldType.IMAGE:
            self._add(plan, list(self._pictures(value, key)))
            return
        raw = _filled_in(plan.format, self._values | {key: value}) if plan.format else value
        if "{{{" in raw:
            raw = _filled_in(raw, self._values)
        texts = [text for text in self._convert(raw) if text.strip()]
        if not texts and "{{" in raw:  # a template that made nothing of it
            texts = [f"`` {' '.join(raw.split())} ``"]
        if plan.path == ALIASES:
            self._filled.aliases += [name for text in texts for name in _names(text)]
        else:
            self._add(plan, list(_shaped(plan, texts)))

    def _pictures(self, value: str, key: str) -> Iterator[Value]:
        caption = self._values.get(self._infobox.captions.get(key, ""), "")
        text = re.sub(r"</?gallery[^>]*>", "\n", value, flags=re.IGNORECASE)
        for match in _FILE.finditer(text):
            name = match[1].strip()
            self._filled.files.append(name)
            ours = self._site.file(name) or name
            label = plain_text(" ".join(self._convert(caption))).text if caption else ""
            yield f"![[{ours}|{label}]]" if label and not set(label) & set("[]|") else ours

    def _add(self, plan: FieldPlan, values: list[Value]) -> None:
        """Add values to a field; what is there already stays."""
        if not values:
            return
        name = plan.path.partition(".")[0]
        known = self._filled.fields.get(name)
        present = [] if known is None else known if isinstance(known, list) else [known]
        joined = [*present, *(value for value in values if value not in present)]
        is_list = plan.many or len(joined) > 1 or "." in plan.path
        self._filled.fields[name] = joined if is_list else joined[0]


def _filled_in(wikitext: str, values: dict[str, str]) -> str:
    """Return a template's text with its arguments filled in, the innermost first."""

    def argument(match: re.Match[str]) -> str:
        return values.get(template_key(match[1]), match[2] or "")

    for _ in range(10):
        wikitext, count = _ARGUMENT.subn(argument, wikitext)
        if not count:
            break
    return wikitext


def _names(text: str) -> list[str]:
    """Return the names in a list of aliases."""
    plain = plain_text(text).text
    parts = re.split(r"\s*[,;\n]\s*", plain)
    names = [_BARE.sub("", part).strip(" “”\"'•") for part in parts]
    return [name for name in names if name and len(name) <= 120]


def _shaped(plan: FieldPlan, texts: list[str]) -> Iterator[Value]:
    """Yield values as the field's type wants them; what does not fit stays text."""
    field_name, _, sub = plan.path.partition(".")
    if sub:
        for text in texts:
            yield from _records(field_name, sub, text, plan.type)
    elif plan.type is FieldType.LINK:
        yield from (link for text in texts for link in _links(text))
    elif plan.type is FieldType.NUMBER:
        yield from (_number(text, field_name) for text in texts)
    elif plan.many or len(texts) < 2:
        yield from texts
    else:
        yield "; ".join(texts)


def _links(text: str) -> Iterator[str]:
    """Yield the links in a text, or its parts as links where it has none."""
    found = _LINK.findall(text)
    if found and len(found) > 1 and not _LETTERS.search(_SEPARATOR.sub("", _LINK.sub("", text))):
        yield from found
    elif found or _WEB_LINK.search(text):
        yield text
    else:
        parts = _SEPARATOR.split(_BARE.sub("", plain_text(text).text))
        yield from (f"[[{possible_title(part)}]]" for part in parts if part.strip())


_LETTERS = re.compile(r"[^\W\d_]")
_WEB_LINK = re.compile(r"\]\(<?https?:")


def _records(name: str, sub: str, text: str, kind: FieldType) -> Iterator[Value]:
    """Yield records of a list: a cast, releases, relatives."""
    for part in [text] if kind is FieldType.DATE else _parts(text):
        detail = _BRACKETED.fullmatch(part)
        role = _ROLE.fullmatch(part)
        if kind is FieldType.DATE:
            yield _release(sub, plain_text(part).text)
        elif name == "cast" and role and (sub == "performer"):
            yield {"character": _one_link(role["character"]), "performer": _one_link(role["performer"])}
        elif name == "relatives" and detail:
            yield {sub: _one_link(detail["value"]), "relation": plain_text(detail["detail"]).text}
        else:
            yield {sub: _one_link(part) if kind is FieldType.LINK else part}


def _release(sub: str, text: str) -> Value:
    """Return a date, and the country that stands in brackets behind it."""
    detail = _BRACKETED.fullmatch(text)
    if detail is not None and detail["detail"][:1].isupper() and read_date(detail["value"]) is not None:
        return {sub: detail["value"], "country": detail["detail"]}
    return {sub: text}


def _parts(text: str) -> list[str]:
    """Return the parts of an enumeration, which are parted between its links or at its commas."""
    if _LINK.search(text):
        return [part for part in re.split(r"(?:,|;|\n|•|·)\s*(?=[^\]]*(?:\[\[|$))", text) if part.strip()]
    return [part for part in re.split(r"\s*(?:,|;|\n|•|·)\s*", text) if part.strip()]


def _one_link(text: str) -> str:
    found = _LINK.search(text)
    if found:
        return found.group() if not _LETTERS.search(_LINK.sub("", text, count=1)) else text.strip()
    return f"[[{possible_title(plain_text(text).text)}]]"


def _number(text: str, name: str) -> Value:
    plain = plain_text(text).text.replace("−", "-")
    if name == "runtime":
        hours = _HOURS.search(plain)
        if hours:
            return int(hours[1] or hours[3]) * 60 + int(hours[2] or hours[4] or 0)
        minutes = _MINUTES.match(plain)
        return int(minutes[1]) if minutes else text
    if not _NUMBER.fullmatch(plain) or len(plain) > 15:
        return text
    return float(plain) if "." in plain else int(plain)
