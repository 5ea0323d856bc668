"""How what another tool calls things becomes our kinds and fields; the wiki remembers it per importer and source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from fanwiki.errors import SourceError
from fanwiki.wording import say


@dataclass(frozen=True, slots=True)
class TemplateMapping:
    """What one template (or type of note) becomes.

    Args:
        kind: The kind of the page.
        fields: Field by parameter: ``director``, or ``cast.performer`` for a sub-field of a list of records.
            A parameter that is not named here keeps its own name.
    """

    kind: str
    fields: Mapping[str, str] = field(default_factory=dict)


Mappings: TypeAlias = Mapping[str, TemplateMapping]
"""By template name, folded with `template_key`."""


def template_key(name: str) -> str:
    """Return the form in which templates and parameters are compared: case, spaces and underscores do not count."""
    return " ".join(name.replace("_", " ").split()).casefold()


def mappings_to_json(mappings: Mappings) -> dict[str, object]:
    """Return what the wiki keeps."""
    return {name: {"kind": entry.kind, "fields": dict(entry.fields)} for name, entry in mappings.items()}


def mappings_from_json(data: object) -> Mappings:
    """Read what `mappings_to_json` wrote.

    Raises:
        SourceError: It has another shape.
    """
    if not isinstance(data, dict):
        raise SourceError("The mapping is no JSON object.", "Write it as {template: {kind, fields}}.")
    return {template_key(str(name)): _read_entry(str(name), entry) for name, entry in data.items()}


def _read_entry(name: str, entry: object) -> TemplateMapping:
    kind = entry.get("kind") if isinstance(entry, dict) else None
    fields = entry.get("fields", {}) if isinstance(entry, dict) else None
    if not isinstance(kind, str) or not isinstance(fields, dict):
        raise SourceError(say("The mapping of “%1” needs a kind and fields.", name), "Write it as {kind, fields}.")
    return TemplateMapping(kind, {template_key(str(key)): str(value) for key, value in fields.items()})
