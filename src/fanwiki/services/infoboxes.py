"""The box of fields beside a page: what its author filled in, by the groups that its kind declares."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from fanwiki.domain.kind import Field, FieldType, Kind
from fanwiki.domain.page import PageSource
from fanwiki.markup.cells import cell_html
from fanwiki.markup.fields import FieldValue, Item, Scalar, is_common
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


def infobox(links: PageLinks, source: PageSource, kind: Kind, fields: Sequence[FieldValue]) -> InfoboxView | None:
    """Return the infobox of a page, or None when it has nothing to show.

    Args:
        links: Where links lead for the viewer.
        source: The page, without what the viewer may not see.
        kind: Its kind.
        fields: Its fields, read.
    """
    shown = [value for value in fields if _belongs(value, kind)]
    image = next((view for value in shown for view in _images(links, value, source.title)), None)
    first_image = next((value.field.name for value in shown if value.field.type is FieldType.IMAGE), None)
    rows = [(value.field.group, _row(links, value)) for value in shown if value.field.name != first_image]
    groups = _grouped([(label, row) for label, row in rows if row.values])
    if image is None and not groups:
        return None
    return InfoboxView(source.title, kind.label, image, groups)


def _belongs(value: FieldValue, kind: Kind) -> bool:
    if is_common(value.field.name) or is_table(value.field):
        return False
    return not (kind.rumour and value.field.name in LEDGER)


def _grouped(rows: Iterable[tuple[str, InfoboxRow]]) -> tuple[InfoboxGroup, ...]:
    """Put rows under their groups: those without one first, then group by group as the kind declares them."""
    groups: dict[str, list[InfoboxRow]] = {"": []}
    for label, row in rows:
        groups.setdefault(label, []).append(row)
    return tuple(InfoboxGroup(label, tuple(found)) for label, found in groups.items() if found)


def _row(links: PageLinks, value: FieldValue) -> InfoboxRow:
    return InfoboxRow(value.field.label, tuple(_item(links, item) for item in value.items))


def _item(links: PageLinks, item: Item) -> Cell:
    """Return one item: its value, or of a record the first value with the others behind it in brackets."""
    if not item.parts:
        return ""
    first, *others = [scalar_cell(links, part.field, part.scalar) for part in item.parts]
    if not others:
        return first
    return Html('{} <span class="detail">({})</span>').format(
        cell_html(first), Html(", ").join(cell_html(other) for other in others)
    )


def scalar_cell(links: PageLinks, field: Field, scalar: Scalar) -> Cell:
    """Return one value as it is shown."""
    if scalar.link is not None and len(scalar.links) == 1 and scalar.shown == scalar.link.text:
        if scalar.link.is_media:
            return LinkView(scalar.link.text, links.image(scalar.link.target), LinkState.FILE)
        return links.title_link(scalar.link.target, scalar.link.label or "")
    if field.type is FieldType.URL and not scalar.problem:
        return LinkView(scalar.text.strip(), scalar.text.strip(), LinkState.EXTERNAL)
    return Html(resolve(inline_html(scalar.text), links))


def _images(links: PageLinks, value: FieldValue, title: str) -> Iterable[ImageView]:
    if value.field.type is not FieldType.IMAGE:
        return
    for item in value.items:
        for part in item.parts:
            link = part.scalar.link
            src = links.image(link.target) if link else None
            if link is not None and src is not None:
                yield ImageView(src, link.caption or title, link.caption or "")
