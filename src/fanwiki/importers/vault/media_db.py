"""Notes of Obsidian's Media DB plugin: what its properties of films are in our terms.

The keys are those of its MovieModel (CONVENTIONS 4.5). What is not listed stays in the page under its own name.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from fanwiki.domain.page import Value
from fanwiki.importers.mapping import TemplateMapping, template_key

DEFAULTS: Mapping[str, TemplateMapping] = {
    "movie": TemplateMapping(
        "film",
        {
            "director": "director",
            "writer": "writer",
            "producer": "producer",
            "actors": "cast.performer",
            "genres": "genre",
            "studio": "studio",
            "duration": "runtime",
            "premiere": "released.date",
            "image": "image",
        },
    )
}
"""By the value of ``type``."""

WATCHED = "watched"
TYPE = "type"
_LINKS = (
    "director",
    "writer",
    "producer",
    "composer",
    "cast.performer",
    "cast.character",
    "previous",
    "next",
    "series",
)
_LISTS = ("director", "writer", "producer", "composer", "genre", "studio", "distributor")
_LINK = re.compile(r"!?\[\[.+\]\]", re.DOTALL)


def mapped(fields: Mapping[str, Value], mapping: TemplateMapping) -> dict[str, Value]:
    """Return the fields in our terms, in their order, without `type`, `watched` and those mapped to an empty name."""
    result: dict[str, Value] = {}
    for name, value in fields.items():
        if name in (TYPE, WATCHED):
            continue
        target = mapping.fields.get(template_key(name), name)
        if not target:
            continue
        if target == name and name not in mapping.fields.values():
            result[name] = value
        else:
            _put(result, target, value)
    _complete(result, fields)
    return result


def _put(result: dict[str, Value], target: str, value: Value) -> None:
    """Put a value into a field, as a record when the target names a sub-field."""
    field, _, sub = target.partition(".")
    items = [item for item in (value if isinstance(value, list) else [value]) if item not in (None, "", "unknown")]
    if not items:
        return
    shown = [_as_link(item) if target in _LINKS else item for item in items]
    if sub:
        records: list[Value] = [{sub: item} for item in shown]
        known = result.get(field)
        result[field] = [*known, *records] if isinstance(known, list) else records
    elif field == "runtime":
        result[field] = _minutes(items[0])
    else:
        result[field] = shown if field in _LISTS or len(shown) > 1 else shown[0]


def _complete(result: dict[str, Value], fields: Mapping[str, Value]) -> None:
    """Say what *released* and *year* say: the plugin's ``released`` is a check mark."""
    if isinstance(fields.get("released"), bool):
        if result.get("released") is fields["released"]:
            del result["released"]
        if fields["released"]:
            result.setdefault("status", "released")
    year = result.get("year")
    if "released" not in result and isinstance(year, int | str) and not isinstance(year, bool) and str(year).strip():
        result["released"] = [{"date": str(year)}]
        del result["year"]


def _as_link(value: Value) -> Value:
    if isinstance(value, str) and value.strip() and not _LINK.fullmatch(value.strip()):
        return f"[[{value.strip()}]]"
    return value


def _minutes(value: Value) -> Value:
    """Read ``117 min``; what is no number of minutes stays as it is."""
    match = re.fullmatch(r"\s*(\d{1,4})\s*(?:min(?:utes?)?\.?)?\s*", value) if isinstance(value, str) else None
    return int(match.group(1)) if match else value
