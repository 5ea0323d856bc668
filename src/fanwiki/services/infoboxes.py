"""The box of fields beside a page: what its author filled in, by the groups that its kind declares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fanwiki.domain.kind import COMMON, Field, FieldType, Kind
from fanwiki.domain.page import PageSource, Value
from fanwiki.markup.cells import cell_html
from fanwiki.markup.fields import FieldValue
from fanwiki.markup.inline import inline_html
from fanwiki.markup.resolve import resolve
from fanwiki.markup.views import (
    Cell,
    Html,
    ImageView,
    InfoboxGroup,
    InfoboxRow,
    InfoboxView,
    LinkState,
    LinkView,
)
from fanwiki.services.appearing import is_table
from fanwiki.services.linking import PageLinks
from fanwiki.wording import say_label

LEDGER = frozenset(
    (
        "about",
        "claim_kind",
        "status",
        "confidence",
        "resolves_by",
        "resolution",
        "resolved_on",
        "target_field",
        "target_value",
        "sources",
    )
)
"""Fields of a claim that its ledger shows already."""

SETTINGS = frozenset(("cssclass", "cssclasses", "permalink", "publish"))
"""Properties of notes that tell Obsidian how to show and publish them, not what a page is about."""


def infobox(links: PageLinks, source: PageSource, kind: Kind, values: Sequence[FieldValue]) -> InfoboxView | None:
    """Return the infobox of a page, or None when it has nothing to show.

    Args:
        links: Where links lead for the viewer.
        source: The page, without what the viewer may not see.
        kind: Its kind.
        values: Its field values, read.
    """
    shown = [(field, of_field) for field, of_field in _by_field(values, kind) if _belongs(field, kind)]
    pictures = [(field, image) for field, of_field in shown for image in _images(links, of_field, source.title)]
    first, image = pictures[0] if pictures else (None, None)
    rows = [(field.group, _row(links, field, of_field)) for field, of_field in shown if field is not first]
    groups = _grouped((label, row) for label, row in rows if row.values)
    if image is None and not groups:
        return None
    return InfoboxView(source.title, say_label(kind.label), image, groups)


def value_cell(links: PageLinks, value: FieldValue) -> Cell:
    """Return one value as it is shown; of a record the first value with the others behind it in brackets."""
    if not value.is_record:
        return _plain_cell(links, value)
    first, *others = [_plain_cell(links, sub) for sub in value.subs]
    if not others:
        return first
    details = Html(", ").join(cell_html(other) for other in others)
    return Html('{} <span class="detail">({})</span>').format(cell_html(first), details)


def _plain_cell(links: PageLinks, value: FieldValue) -> Cell:
    if value.target is not None and len(value.links) == 1 and _is_link_alone(value.raw):
        link = value.links[0]
        if link.is_media:
            return LinkView(link.text, links.image(link.target), LinkState.FILE)
        return links.title_link(link.target, link.label or "")
    if value.field.type in (FieldType.ENUM, FieldType.BOOLEAN):
        return say_label(value.text)
    if value.field.type is FieldType.URL and not value.problems:
        return LinkView(value.text, value.text, LinkState.EXTERNAL)
    if isinstance(value.raw, str):
        return Html(resolve(inline_html(value.raw), links, links.own_places))
    return value.text


def _is_link_alone(raw: Value) -> bool:
    """Whether a value is a link and nothing else; the words around one are shown too."""
    text = raw.strip() if isinstance(raw, str) else ""
    return text.count("[[") != 1 or (text.removeprefix("!").startswith("[[") and text.endswith("]]"))


def _by_field(values: Iterable[FieldValue], kind: Kind) -> list[tuple[Field, list[FieldValue]]]:
    """Group values by field: in the order of the kind, then as the author wrote them."""
    places = {field.name: place for place, field in enumerate(kind.fields)}
    found: dict[str, tuple[Field, list[FieldValue]]] = {}
    for value in values:
        found.setdefault(value.field.name, (value.field, []))[1].append(value)
    return sorted(found.values(), key=lambda entry: places.get(entry[0].name, len(places)))


def _belongs(field: Field, kind: Kind) -> bool:
    if field in COMMON or is_table(field) or (field.name in SETTINGS and field not in kind.fields):
        return False
    return not (kind.rumour and field.name in LEDGER)


def _grouped(rows: Iterable[tuple[str, InfoboxRow]]) -> tuple[InfoboxGroup, ...]:
    """Put rows under their groups: those without one first, then group by group as the kind declares them."""
    groups: dict[str, list[InfoboxRow]] = {"": []}
    for label, row in rows:
        groups.setdefault(label, []).append(row)
    return tuple(InfoboxGroup(label, tuple(found)) for label, found in groups.items() if found)


def _row(links: PageLinks, field: Field, values: Iterable[FieldValue]) -> InfoboxRow:
    return InfoboxRow(say_label(field.label), tuple(value_cell(links, value) for value in values))


def _images(links: PageLinks, values: Iterable[FieldValue], title: str) -> Iterable[ImageView]:
    for value in values:
        if value.field.type is not FieldType.IMAGE:
            continue
        for link in value.links:
            src = links.image(link.target)
            if src is not None:
                yield ImageView(src, link.caption or title, link.caption or "")
