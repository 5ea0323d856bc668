"""A note's text to a page's source: title, kind, aliases and tags as we write them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from fanwiki.domain.page import ALIASES, DEFAULT_KIND, TAGS, PageSource, Value
from fanwiki.importers.decoding import Decoded, decode
from fanwiki.importers.mapping import Mappings, TemplateMapping, template_key
from fanwiki.importers.vault.media_db import DEFAULTS, TYPE, WATCHED, mapped
from fanwiki.markup.frontmatter import read_markdown
from fanwiki.wording import written

MAX_BYTES = 20 * 1024 * 1024
"""A larger note is no text that anybody wrote."""

_OLD_NAMES = {"alias": ALIASES, "tag": TAGS}


@dataclass(frozen=True, slots=True)
class ReadNote:
    """A note as it was read.

    Args:
        source: The page; its title is what the front matter declares, else empty.
        problems: Code and sentence of what could not be read as it was meant.
    """

    source: PageSource
    problems: tuple[tuple[str, str], ...] = ()


def read_note(data: bytes, *, encoding: str = "") -> ReadNote:
    """Read a note's bytes; never raises.

    Args:
        encoding: Their encoding, when it is known.
    """
    decoded = Decoded(data.decode(encoding, "replace"), encoding) if encoding else decode(data)
    source, found = read_markdown(decoded.text)
    problems = [(problem.code, problem.text) for problem in found]
    if decoded.guessed:
        problems.insert(0, ("encoding", written("The text is not UTF-8; it was read as %1.", decoded.encoding)))
    return ReadNote(source, tuple(problems))


def in_our_terms(source: PageSource, mappings: Mappings) -> tuple[PageSource, TemplateMapping | None]:
    """Return the page with its front matter as we write it, and the mapping that was used."""
    fields = _common(source.fields)
    name = template_key(str(fields.get(TYPE, "")))
    mapping = (mappings.get(name) or DEFAULTS.get(name)) if name and source.kind == DEFAULT_KIND else None
    if mapping is None:
        return replace(source, fields=fields), None
    return replace(source, kind=mapping.kind, fields=mapped(fields, mapping)), mapping


def offer(source: PageSource, mapping: TemplateMapping | None, offered: dict[str, TemplateMapping]) -> None:
    """Write down what a note's type became, and its properties, for a curator to change."""
    name = template_key(str(source.fields.get(TYPE, "")))
    if not name or source.kind != DEFAULT_KIND:
        return
    kind = mapping.kind if mapping else DEFAULT_KIND
    known = dict(offered[name].fields) if name in offered else {}
    named = mapping.fields if mapping else {}
    for field in map(template_key, source.fields):
        if field not in (TYPE, WATCHED):
            known.setdefault(field, named.get(field, field))
    offered[name] = TemplateMapping(kind, known)


def was_watched(source: PageSource) -> bool:
    """Tell whether a note says that its film was seen."""
    return source.fields.get(WATCHED) is True


def aliases_of(source: PageSource) -> tuple[str, ...]:
    """Return the other names that the front matter gives, in any of the forms in use."""
    names = _common(source.fields).get(ALIASES, [])
    return tuple(name for name in names if isinstance(name, str)) if isinstance(names, list) else ()


def _common(fields: Mapping[str, Value]) -> dict[str, Value]:
    """Return the fields with aliases and tags as lists under the names in use today, and without empty ones."""
    result: dict[str, Value] = {}
    for name, value in fields.items():
        known = _OLD_NAMES.get(name.casefold(), name.casefold())
        if known not in (ALIASES, TAGS):
            result[name] = value
            continue
        items = _items(value, tags=known == TAGS)
        before = result.get(known, [])
        merged = [*(before if isinstance(before, list) else [before]), *items]
        if merged:
            result[known] = [item for number, item in enumerate(merged) if item not in merged[:number]]
    return result


def _items(value: Value, *, tags: bool) -> list[Value]:
    """Return a list however it was written: Obsidian parts a text at commas, tags at spaces too."""
    if isinstance(value, list):
        parts: list[Value] = list(value)
    elif isinstance(value, str):
        parts = [part.strip() for part in re.split(r"[,\s]+" if tags else r",", value)]
    else:
        parts = [value]
    texts = [_text(part, tags=tags) for part in parts]
    return [text for text in texts if text not in (None, "")]


def _text(value: Value, *, tags: bool) -> Value:
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    if isinstance(value, str):
        return value.strip().lstrip("#") if tags else value.strip()
    return value
