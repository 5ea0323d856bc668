"""The kinds that a dump makes: one for each sort of infobox, and those of pages that are no articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from fanwiki import paths
from fanwiki.domain.kind import Field, Kind, read_kind
from fanwiki.domain.kind_writing import declare
from fanwiki.wording import mark_label

CATEGORY, FILE, TEMPLATE = "category", "file", "template"

_OF_NAMESPACES = {
    CATEGORY: (mark_label("Category"), mark_label("Categories"), "mdi6.tag-multiple-outline"),
    FILE: (mark_label("File page"), mark_label("File pages"), "mdi6.file-image-outline"),
    TEMPLATE: (mark_label("Template or code"), mark_label("Templates and code"), "mdi6.code-braces"),
}
_ICON = "mdi6.card-text-outline"


def shipped_kinds() -> Mapping[str, Kind]:
    """Return the kinds that every wiki begins with."""
    folder = paths.resources() / "kinds"
    kinds = (read_kind(file.read_text(encoding="utf-8")) for file in sorted(folder.glob("*.toml")))
    return {kind.name: kind for kind in kinds}


def namespace_kind(name: str) -> Kind:
    """Return the kind of pages that are no articles."""
    label, plural, icon = _OF_NAMESPACES[name]
    return declare(name, label, plural, icon)


def infobox_kind(name: str, label: str, fields: Iterable[Field], language: str = "en") -> Kind:
    """Return a kind that infoboxes make.

    Args:
        language: The wiki's, by whose rules several are called; where we know none, several are called as one is.
    """
    return declare(name, label, _plural(label) if language.startswith("en") else label, _ICON, fields)


def _plural(label: str) -> str:
    last = label.rpartition(" ")[2].casefold()
    if last.endswith(("s", "ware", "equipment", "series")) or not last.isalpha():
        return label
    if last.endswith(("ch", "sh", "x", "z")):
        return f"{label}es"
    return f"{label[:-1]}ies" if last.endswith("y") and last[-2:-1] not in "aeiou" else f"{label}s"
