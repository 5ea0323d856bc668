"""The computed parts of a page: cast, appearances, lists of what points here, the ledger, the track record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from fanwiki.domain.kind import Field, FieldType, Kind
from fanwiki.domain.page import PageId
from fanwiki.markup.anchors import slug
from fanwiki.markup.views import (
    MOST_BACKLINKS,
    BacklinksView,
    BacklinkView,
    Cell,
    ClaimSourceView,
    ClaimView,
    Column,
    ConfidencePoint,
    EntryView,
    ListShape,
    ListView,
    Section,
    TableOrder,
    TableView,
    TrackRecordView,
)
from fanwiki.services import speculating
from fanwiki.services.appearing import (
    UNDATED,
    Dates,
    Inverse,
    by_billing,
    dates_of,
    in_order,
    inverses,
    is_table,
)
from fanwiki.services.linking import PageLinks
from fanwiki.services.records import Record, by_field
from fanwiki.store.rows import FactRow, PageRow
from fanwiki.wording import mark, say, say_label

COLUMNS_FROM = 12
"""Lists of so many pages are laid out in columns."""


def sections(
    links: PageLinks, page: PageRow, kind: Kind, facts: Iterable[FactRow] | None = None
) -> tuple[Section, ...]:
    """Return the computed tables and lists of a page, its own records first.

    Args:
        links: Where links lead for the viewer.
        page: The page.
        kind: Its kind.
        facts: Its own values, when they are others than the store gives this viewer.
    """
    found: list[Section] = []
    has_tables = any(is_table(field) for field in kind.fields)
    own = by_field(links.reader.facts.of(page) if facts is None else facts) if has_tables else {}
    for field in kind.fields:
        if is_table(field) and field.name in own:
            found.append(_own_table(links, field, own[field.name]))
    for inverse in inverses(links.reader, page):
        found.append(_inverse_section(links, inverse))
    return _with_own_anchors(found)


def claim_view(links: PageLinks, page: PageRow, *, today: date | None = None) -> ClaimView:
    """Return the ledger of a page that makes a claim."""
    claim = speculating.claim_of(links.reader, page)
    points = speculating.points(links.reader, page)
    return ClaimView(
        status=claim.status,
        confidence=None if claim.confidence is None else round(claim.confidence),
        claim_kind=claim.claim_kind,
        about=tuple(links.title_link(title) for title in claim.about_titles),
        resolves_by=claim.resolves_by,
        due=claim.is_due(today or date.today()),
        resolution=claim.resolution,
        resolved_on=claim.resolved_on,
        sources=tuple(_report_view(links, report) for report in claim.reports),
        history=tuple(
            ConfidencePoint(
                point.time[:10], point.status, None if point.confidence is None else round(point.confidence)
            )
            for point in points
        ),
    )


def track_record_view(links: PageLinks, page: PageRow) -> TrackRecordView | None:
    """Return how often a source was right, or None when no claim names it."""
    record = speculating.track_record_of(links.reader, page)
    if not record.claims:
        return None
    return TrackRecordView(
        record.claims, record.confirmed, record.partly, record.debunked, record.undecided, record.brier
    )


def backlinks(links: PageLinks, page: PageRow, shown: Iterable[Section] = ()) -> BacklinksView:
    """Return the pages that link to a page, each once, without those that its computed sections list already.

    Of many, the first are shown, and how many there are in all.
    """
    kinds, reader = links.reader.kinds(), links.reader
    listed = {link for section in shown for link in _first_links(section)}
    sources = reader.links.first_sources_to(page, MOST_BACKLINKS + len(listed) + 1)
    # Among pages of this page's own kind only, its name on every line would tell nothing.
    mixed = any(source.kind != page.kind for source in sources)
    found = [(links.page_link(source), say_label(kinds.of(source.kind).label) if mixed else "") for source in sources]
    views = tuple(BacklinkView(link, label) for link, label in found if link not in listed)
    if len(views) <= MOST_BACKLINKS:
        return BacklinksView(views)
    total = reader.links.count_sources_to(page)
    return BacklinksView(views[:MOST_BACKLINKS], total, links.addresses.linking(page))


def _first_links(section: Section) -> Iterator[Cell]:
    """Yield what a section lists: the entries of a list, the first cells of a table's rows."""
    if isinstance(section, ListView):
        yield from (entry.link for entry in section.entries)
    else:
        yield from (row[0] for row in section.orders[0].rows)


def _report_view(links: PageLinks, report: speculating.Report) -> ClaimSourceView:
    outlet: Cell = links.page_link(report.outlet_page) if report.outlet_page else report.outlet
    return ClaimSourceView(
        outlet=outlet,
        stance="for" if report.speaks_for else "against",
        tier=report.tier,
        author=report.author,
        published=report.published,
        seen=report.seen,
        url=report.url,
        quote=report.quote,
    )


def _own_table(links: PageLinks, field: Field, records: Sequence[Record]) -> TableView:
    billed = by_billing(records)
    columns = [sub for sub in field.fields if sub.name != "billing"]
    rows = tuple(tuple(_cell(links, record.values.get(sub.name), sub) for sub in columns) for record in billed)
    heads = tuple(Column(say_label(sub.label), numeric=sub.type is FieldType.NUMBER) for sub in columns)
    return TableView(slug(field.label), say_label(field.label), heads, (TableOrder("", rows),))


def _inverse_section(links: PageLinks, inverse: Inverse) -> Section:
    if inverse.sub is not None and is_table(inverse.field):
        return _inverse_table(links, inverse, inverse.sub)
    return _inverse_list(links, inverse)


def _inverse_table(links: PageLinks, inverse: Inverse, sub: Field) -> TableView:
    """Return a table of the pages whose records name this one, by release and in the story's own order."""
    dates = dates_of(links.reader, inverse.pages(), links.dates)
    columns = [field for field in inverse.field.fields if field.name not in (sub.name, "billing")]
    heads = (
        Column(say_label(inverse.kind.label)),
        Column(say("Released")),
        *(Column(say_label(field.label)) for field in columns),
    )
    orders = []
    for label, in_universe in ((mark("By release"), False), (mark("In the story"), True)):
        place = _places(inverse.pages(), dates, in_universe=in_universe)
        ordered = sorted(inverse.records, key=lambda record: place[record.page.id])
        rows = tuple(
            (
                links.page_link(record.page),
                _day(dates[record.page.id].released),
                *(_cell(links, record.values.get(field.name), field) for field in columns),
            )
            for record in ordered
        )
        orders.append(TableOrder(say(label), rows))
    return TableView(slug(inverse.label), say_label(inverse.label), heads, tuple(orders))


def _inverse_list(links: PageLinks, inverse: Inverse) -> ListView:
    dates = dates_of(links.reader, inverse.pages(), links.dates)
    pages = in_order(inverse.pages(), dates, in_universe=False)
    notes_of = _notes(links, inverse)
    entries = []
    for page in pages:
        notes = notes_of.get(page.id, ())
        day = _day(dates[page.id].released)
        entries.append(EntryView(links.page_link(page), note=", ".join(note for note in (*notes, day[:4]) if note)))
    shape = ListShape.COLUMNS if len(entries) >= COLUMNS_FROM else ListShape.LINES
    return ListView(slug(inverse.label), say_label(inverse.label), tuple(entries), shape)


def claim_note(standing: speculating.Standing) -> str:
    """Return what is worth saying of a claim beside its title: how it stands, and while it is open how likely it is."""
    if standing.status == speculating.OPEN and standing.confidence is not None:
        return f"{say_label(standing.status)}, {standing.confidence:g} %"
    return say_label(standing.status)


def _notes(links: PageLinks, inverse: Inverse) -> dict[PageId, list[str]]:
    """Return what is said beside each page of a list."""
    found: dict[PageId, list[str]] = {page.id: [] for page in inverse.pages()}
    if inverse.kind.rumour:
        standings = speculating.standings(links.reader, inverse.pages())
        return {page: [claim_note(standings.get(page, speculating.Standing()))] for page in found}
    for record in inverse.records:
        found[record.page.id].append(_note(record, inverse))
    return found


def _note(record: Record, inverse: Inverse) -> str:
    """Return what a record says besides the link, such as how two characters are related."""
    if inverse.sub is None:
        return ""
    others = [sub for sub in inverse.field.fields if sub.name != inverse.sub.name]
    texts = (_said(sub, record.text(sub.name)) for sub in others)
    return ", ".join(text for text in texts if text and len(text) <= 60)


def _cell(links: PageLinks, row: FactRow | None, field: Field) -> Cell:
    if row is None:
        return ""
    if row.leads_to is not None:
        return links.page_link(row.leads_to, row.text)
    return links.title_link(row.target, row.text) if row.target else _said(field, row.text)


def _said(field: Field, text: str) -> str:
    """Return a value as it is called: that of an option may be translated."""
    return say_label(text) if field.type in (FieldType.ENUM, FieldType.BOOLEAN) else text


def _places(pages: Iterable[PageRow], dates: dict[PageId, Dates], *, in_universe: bool) -> dict[PageId, int]:
    return {page.id: place for place, page in enumerate(in_order(pages, dates, in_universe=in_universe))}


def _day(day: str) -> str:
    return "" if day == UNDATED else day


def _with_own_anchors(found: Iterable[Section]) -> tuple[Section, ...]:
    """Give sections of the same name different anchors; the prefix keeps them apart from the body's headings."""
    taken: dict[str, int] = {}
    kept: list[Section] = []
    for section in found:
        anchor = f"x-{section.anchor}"
        taken[anchor] = taken.get(anchor, 0) + 1
        unique = anchor if taken[anchor] == 1 else f"{anchor}-{taken[anchor]}"
        kept.append(replace(section, anchor=unique))
    return tuple(kept)
