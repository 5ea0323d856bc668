"""What stands round a body besides the infobox: contents, computed tables and lists, claims, backlinks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from fanwiki.markup.cells import cell_markup, has_content, is_short
from fanwiki.markup.templates import template
from fanwiki.markup.views import (
    BacklinksView,
    Cell,
    ClaimView,
    Column,
    ContentsEntry,
    EntryView,
    Html,
    LinkView,
    ListShape,
    ListView,
    Section,
    TableOrder,
    TableView,
    TrackRecordView,
)
from fanwiki.wording import mark, say

BACKLINKS = "backlinks"
BACKLINKS_TITLE = mark("Pages that link here")
CONTENTS_FROM = 3
"""A table of contents of fewer entries is not worth its place."""


def section_html(section: Section) -> Html:
    """Return a computed section as HTML."""
    return table_html(section) if isinstance(section, TableView) else list_html(section)


def table_html(table: TableView) -> Html:
    """Return a table, without columns that are empty in every row and without orders that repeat one before."""
    keep = [
        number
        for number, _ in enumerate(table.columns)
        if number == 0 or any(has_content(row[number]) for order in table.orders for row in order.rows)
    ]
    orders = [
        replace(order, rows=tuple(tuple(row[number] for number in keep) for row in order.rows))
        for order in _differing(table.orders)
    ]
    columns = [table.columns[number] for number in keep]
    bodies = [(order.label, _table_body(columns, order.rows)) for order in orders]
    return Html(template("table.html").render(table=table, columns=columns, bodies=bodies))


def list_html(view: ListView) -> Html:
    """Return a list of pages; with its heading if it has one."""
    return Html(template("list.html").render(list=view, items=_items(view.entries)))


def backlinks_html(backlinks: BacklinksView) -> Html:
    """Return the list of pages that link here, or nothing."""
    if not backlinks.links:
        return Html("")
    entries = tuple(EntryView(link.link, link.kind, link.context) for link in backlinks.links)
    note = say("These are the first %1 of %2 pages.", len(entries), f"{backlinks.total:,}") if backlinks.total else ""
    more = LinkView(say("All %1 pages", f"{backlinks.total:,}"), backlinks.href) if backlinks.href else None
    return list_html(ListView(BACKLINKS, say(BACKLINKS_TITLE), entries, ListShape.COLUMNS, more=more, note=note))


def claim_html(claim: ClaimView | None) -> Html:
    """Return the ledger of a claim: status, confidence and its history, and who says what."""
    if claim is None:
        return Html("")
    return Html(template("claim.html").render(claim=claim, curve=_confidence_curve(claim)))


def track_record_html(record: TrackRecordView | None) -> Html:
    """Return how often a source was right, always with the number of claims behind it."""
    if record is None:
        return Html("")
    resolved = record.confirmed + record.partly + record.debunked
    return Html(template("track_record.html").render(record=record, resolved=resolved, bar=_bar(record, resolved)))


def embed_html(source: LinkView, body: Html) -> Html:
    """Return a part of another page, shown in this one, with a link to where it stands."""
    return Html(template("embed.html").render(source=source, body=body))


def contents_html(entries: Iterable[ContentsEntry]) -> Html:
    """Return the table of contents as nested lists, or nothing when it is too short to help."""
    flat = list(entries)
    if len(flat) < CONTENTS_FROM:
        return Html("")
    return Html(template("contents.html").render(entries=_nest(flat)))


@dataclass(slots=True)
class _Node:
    """An entry of the contents with those below it."""

    text: str
    anchor: str
    below: list[_Node] = field(default_factory=list)


def _nest(entries: Iterable[ContentsEntry]) -> list[_Node]:
    """Nest entries by level; a skipped level does not make an empty list."""
    top: list[_Node] = []
    open_levels: list[tuple[int, list[_Node]]] = [(0, top)]
    for entry in entries:
        while len(open_levels) > 1 and open_levels[-1][0] >= entry.level:
            open_levels.pop()
        node = _Node(entry.text, entry.anchor)
        open_levels[-1][1].append(node)
        open_levels.append((entry.level, node.below))
    return top


def _items(entries: Iterable[EntryView]) -> Html:
    """Return the items of a list; put together by hand, since pages have more of them than of anything else."""
    return Html("\n".join(_item(entry) for entry in entries))


def _item(entry: EntryView) -> str:
    parts = [f'<span class="entry-link">{cell_markup(entry.link)}</span>']
    if entry.image:
        parts.insert(0, f'<img src="{escape(entry.image.src)}" alt="{escape(entry.image.alt)}" loading="lazy">')
    if entry.kind:
        parts.append(f'<span class="entry-kind">{escape(entry.kind)}</span>')
    if has_content(entry.note):
        parts.append(f'<span class="entry-note">{cell_markup(entry.note)}</span>')
    return f"<li>{' '.join(parts)}</li>"


def _table_body(columns: Sequence[Column], rows: Iterable[tuple[Cell, ...]]) -> Html:
    """Return the rows of a table, each headed by its first value."""
    return Html("\n".join(f"<tr>{''.join(_cells(columns, row))}</tr>" for row in rows))


def _cells(columns: Sequence[Column], row: tuple[Cell, ...]) -> Iterator[str]:
    for number, (column, value) in enumerate(zip(columns, row, strict=True)):
        if number == 0:
            yield f'<th scope="row">{cell_markup(value)}</th>'
        else:
            shape = ' class="numeric"' if column.numeric else ' class="short"' if is_short(value) else ""
            yield f"<td{shape}>{cell_markup(value)}</td>"


def _differing(orders: Iterable[TableOrder]) -> list[TableOrder]:
    kept: list[TableOrder] = []
    for order in orders:
        if all(order.rows != other.rows for other in kept):
            kept.append(order)
    return kept


def _confidence_curve(claim: ClaimView) -> str:
    """Return the history as points of a 100 × 40 drawing, or nothing when it is no line."""
    values = [point.confidence for point in claim.history if point.confidence is not None]
    if len(values) < 2:
        return ""
    step = 100 / (len(values) - 1)
    return " ".join(f"{number * step:.1f},{38 - value * 0.36:.1f}" for number, value in enumerate(values))


@dataclass(frozen=True, slots=True)
class _BarPart:
    """A stretch of the bar of settled claims, in hundredths."""

    name: str
    start: float
    width: float


def _bar(record: TrackRecordView, resolved: int) -> list[_BarPart]:
    parts, start = [], 0.0
    for name in ("confirmed", "partly", "debunked"):
        width = round(100 * getattr(record, name) / resolved, 2) if resolved else 0.0
        if width:
            parts.append(_BarPart(name, round(start, 2), width))
            start += width
    return parts
