"""The names under which a query may ask for fields: those that the wiki's kinds declare, and common other words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from fanwiki.domain.kind import COMMON, Field, FieldType, Kind
from fanwiki.domain.page import ALIASES, TAGS
from fanwiki.domain.query_tree import FieldPath
from fanwiki.domain.words import words

OTHER_WORDS: Mapping[str, tuple[str, ...]] = {
    "actor": ("performer", "actors", "starring", "portrayed by", "played by", "cast.performer"),
    "actress": ("performer", "actors", "starring", "portrayed by", "played by", "cast.performer"),
    "performer": ("actor", "starring", "portrayed by", "played by"),
    "character": ("cast.character",),
    "source": ("outlet", "sources.outlet"),
    "release": ("released", "release date"),
    "music": ("composer",),
    "power": ("abilities", "ability"),
}
"""What people type for a field, and the names under which wikis declare it; all that exist are asked."""


class FieldNames:
    """Finds fields and kinds by the names that people type: as declared, by label, in singular or plural."""

    def __init__(self, kinds: Iterable[Kind]) -> None:
        self._fields: dict[str, list[FieldPath]] = {}
        self._kinds: dict[str, list[str]] = {}
        self._labels: dict[str, str] = {}
        self._dated: list[FieldPath] = []
        for kind in kinds:
            self._add_kind(kind)
        for field in COMMON:
            if field.name not in (ALIASES, TAGS):
                self._add_field(field)

    def _add_kind(self, kind: Kind) -> None:
        self._labels[kind.name] = kind.label
        for name in (kind.name, kind.label, kind.plural):
            kinds = self._kinds.setdefault(_key(name), [])
            if kind.name not in kinds:
                kinds.append(kind.name)
        for field in kind.fields:
            self._add_field(field)
        dated = next((path for path in _paths(kind.fields) if path.type is FieldType.DATE), None)
        if dated is not None and dated not in self._dated:
            self._dated.append(dated)

    def _add_field(self, field: Field) -> None:
        if not field.fields:
            self._put(field, FieldPath(field.name, "", field.type, field.label))
        for sub in field.fields:
            path = FieldPath(field.name, sub.name, sub.type, sub.label)
            # A record's own name asks all of its sub-fields.
            self._put(field, replace(path, label=field.label))
            self._put(sub, path)
            self._put_under(f"{field.name}.{sub.name}", path)

    def _put(self, field: Field, path: FieldPath) -> None:
        for name in (field.name, field.label, field.label.split("(")[0]):
            self._put_under(name, path)

    def _put_under(self, name: str, path: FieldPath) -> None:
        paths = self._fields.setdefault(_key(name), [])
        for place, known in enumerate(paths):
            if (path.field, path.sub, path.type) == (known.field, known.sub, known.type):
                if path.label != known.label:  # kinds call it differently, so no label is right for all
                    paths[place] = replace(known, label="")
                return
        paths.append(path)

    def find(self, name: str) -> tuple[FieldPath, ...]:
        """Return the fields of all kinds that go by this name; none when there is no such field."""
        key = _key(name)
        found = list(self._fields.get(key) or self._in_other_number(key))
        for other in OTHER_WORDS.get(key, ()):
            found += [path for path in self._fields.get(_key(other), ()) if path not in found]
        return tuple(found)

    def _in_other_number(self, key: str) -> list[FieldPath]:
        forms = [key + "s", key + "es", key[:-1] + "ies"]
        forms += [key[:-1]] if key.endswith("s") else []
        return next((self._fields[form] for form in forms if form in self._fields), [])

    def dated(self) -> tuple[FieldPath, ...]:
        """Return the fields that say when a page's subject happened: the first date of each kind."""
        return tuple(self._dated)

    def kinds(self, name: str, *, begins: bool = False) -> tuple[str, ...]:
        """Return the names of the kinds that go by this name, label or plural, or by a name that begins so."""
        key = _key(name)
        found = self._kinds.get(key) or self._kinds.get(key + "s")
        if not found and begins and key:
            found = [kind for known, kinds in self._kinds.items() if known.startswith(key) for kind in kinds]
        return tuple(dict.fromkeys(found or ()))

    def kind_label(self, name: str) -> str:
        """Return what readers call a kind."""
        return self._labels.get(name, name)


@lru_cache(maxsize=4)
def field_names(kinds: tuple[Kind, ...]) -> FieldNames:
    """Return the names of these kinds' fields; remembered, since every keystroke in a search box asks for them."""
    return FieldNames(kinds)


def _paths(fields: Iterable[Field]) -> Iterator[FieldPath]:
    for field in fields:
        if field.fields:
            yield from (FieldPath(field.name, sub.name, sub.type, sub.label) for sub in field.fields)
        else:
            yield FieldPath(field.name, "", field.type, field.label)


@lru_cache(maxsize=4096)  # the names of a wiki's kinds are folded anew for every query otherwise
def _key(name: str) -> str:
    """Fold a field's name: case, accents, spaces, underscores and hyphens do not count; a dot does."""
    return ".".join("".join(words(part)) for part in name.split("."))
