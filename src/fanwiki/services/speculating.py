"""The speculation ledger: claims, what speaks for them, how they ended, and how often each source was right."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from fanwiki.domain.dates import sort_key
from fanwiki.domain.page import PageId, PageSource, Value
from fanwiki.domain.viewer import Viewer
from fanwiki.errors import FanwikiError
from fanwiki.services.finding import find
from fanwiki.services.records import Record, by_field
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow
from fanwiki.wording import say, written

if TYPE_CHECKING:
    from fanwiki.services.editing import Saved
    from fanwiki.store.wiki_file import WikiFile
    from fanwiki.store.writer import Writer

OPEN = "open"
OUTCOMES = {"confirmed": 1.0, "partly true": 0.5, "debunked": 0.0}
"""What a settled claim counts in a Brier score. Superseded and expired claims were never settled."""


@dataclass(frozen=True, slots=True)
class Report:
    """A source that speaks for or against a claim."""

    outlet: str
    outlet_page: PageRow | None
    url: str
    author: str
    published: str
    seen: str
    quote: str
    tier: str
    speaks_for: bool


@dataclass(frozen=True, slots=True)
class Claim:
    """One testable claim, as far as a viewer may see it.

    Args:
        page: Its page.
        about: The pages it is about.
        about_titles: Their titles, those without a page included.
        claim_kind: ``casting`` and the like; ``other`` when it does not say.
        status: ``open`` when it does not say.
        confidence: 0 to 100, or None.
        resolves_by: When it should be known, as written.
        deadline: The last day that `resolves_by` may mean, or None.
        resolution: How it ended.
        resolved_on: When, as written.
        target_field: The field of the film that it would fill, or empty.
        target_value: What it would write there.
        reports: Who says so, and who says not.
    """

    page: PageRow
    about: tuple[PageRow, ...]
    about_titles: tuple[str, ...]
    claim_kind: str
    status: str
    confidence: float | None
    resolves_by: str
    deadline: str | None
    resolution: str
    resolved_on: str
    target_field: str
    target_value: str
    reports: tuple[Report, ...]

    @property
    def is_open(self) -> bool:
        """Whether nobody knows yet."""
        return self.status == OPEN

    def is_due(self, today: date) -> bool:
        """Whether it should be known by now and is not."""
        return (
            self.is_open
            and self.deadline is not None
            and (sort_key(self.deadline, self.deadline) < sort_key(today.isoformat(), today.isoformat()))
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """How a claim stands: its status, ``open`` when it does not say, and its confidence from 0 to 100, or None."""

    status: str = OPEN
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """What was thought of a claim from one moment on."""

    time: str
    status: str
    confidence: float | None


@dataclass(frozen=True, slots=True)
class TrackRecord:
    """How often a source was right.

    A source that spoke against a claim was right when it was debunked, so such a claim counts the other way round.

    Args:
        claims: How many claims the source speaks about, settled or not.
        confirmed: How often it was right.
        partly: How often the claim was partly true.
        debunked: How often it was wrong.
        brier: The mean of (confidence while open − outcome)² over settled claims with a confidence,
            0 (perfect) to 1 (always sure and wrong); Brier 1950. None without any.
        scored: Over how many claims.
    """

    claims: int
    confirmed: int
    partly: int
    debunked: int
    brier: float | None
    scored: int

    @property
    def undecided(self) -> int:
        """How many claims nobody can judge yet, or ever."""
        return self.claims - self.confirmed - self.partly - self.debunked


def claims(wiki: WikiFile, viewer: Viewer) -> list[Claim]:
    """Return every claim this viewer may see, by title."""
    with wiki.reading(viewer) as reader:
        return claims_of(reader)


def claims_of(reader: Reader) -> list[Claim]:
    """Return every claim, for a reader who is open already."""
    names = [name for name, kind in reader.kinds().items() if kind.rumour]
    pages = [page for name in names for page in reader.pages.all(name)]
    return [claim_of(reader, page) for page in pages]


def claim_of(reader: Reader, page: PageRow) -> Claim:
    """Read the claim that a page makes from its fields."""
    fields = by_field(reader.facts.of(page))
    about = fields.get("about", [])
    first = {name: records[0] for name, records in fields.items()}
    deadline = first["resolves_by"].values[""].latest if "resolves_by" in first else None
    return Claim(
        page=page,
        about=tuple(row.leads_to for record in about for row in record.values.values() if row.leads_to),
        about_titles=tuple(record.text() for record in about),
        claim_kind=_text(first, "claim_kind") or "other",
        status=_text(first, "status") or OPEN,
        confidence=first["confidence"].number() if "confidence" in first else None,
        resolves_by=_text(first, "resolves_by"),
        deadline=deadline,
        resolution=_text(first, "resolution"),
        resolved_on=_text(first, "resolved_on"),
        target_field=_text(first, "target_field"),
        target_value=_text(first, "target_value"),
        reports=tuple(_report(record) for record in fields.get("sources", [])),
    )


def standings(reader: Reader, pages: Iterable[PageRow]) -> dict[PageId, Standing]:
    """Return how the claims stand that pages make, read in one go."""
    rows = reader.facts.of_many(pages, ("status", "confidence"))
    found: dict[PageId, Standing] = {}
    for page, values in rows.items():
        first = {name: records[0] for name, records in by_field(values).items()}
        confidence = first["confidence"].number() if "confidence" in first else None
        found[page] = Standing(_text(first, "status") or OPEN, confidence)
    return found


def due(wiki: WikiFile, viewer: Viewer, *, today: date | None = None) -> list[Claim]:
    """Return the open claims that should be known by now, the longest overdue first."""
    day = today or date.today()
    overdue = [claim for claim in claims(wiki, viewer) if claim.is_due(day)]
    return sorted(overdue, key=lambda claim: sort_key(claim.deadline, claim.deadline))


def contradicting(found: Sequence[Claim]) -> list[tuple[Claim, Claim]]:
    """Return pairs of open claims that would write different values into one field of one page."""
    pairs: list[tuple[Claim, Claim]] = []
    candidates = [claim for claim in found if claim.is_open and claim.target_field and claim.target_value]
    for number, one in enumerate(candidates):
        for other in candidates[number + 1 :]:
            same_place = one.target_field == other.target_field and set(one.about_titles) & set(other.about_titles)
            if same_place and one.target_value != other.target_value:
                pairs.append((one, other))
    return pairs


def confidence_history(wiki: WikiFile, title: str, viewer: Viewer) -> list[Point]:
    """Return how confidence and status of a claim changed, oldest first; revisions the viewer may not see are left out.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        return points(reader, find(reader, title))


def points(reader: Reader, page: PageRow) -> list[Point]:
    """Return the history of a claim's confidence, for a reader who is open already."""
    found: list[Point] = []
    for row in reversed(reader.history.revisions(page)):
        if row.masked:
            continue
        fields = reader.history.source(page, row.number).fields
        point = Point(row.time, _plain(fields.get("status")) or OPEN, _number(fields.get("confidence")))
        if not found or (found[-1].status, found[-1].confidence) != (point.status, point.confidence):
            found.append(point)
    return found


def track_record(wiki: WikiFile, source: str, viewer: Viewer) -> TrackRecord:
    """Return how often a source was right in the claims this viewer may see.

    Raises:
        NotFoundError: There is no such source for this viewer.
    """
    with wiki.reading(viewer) as reader:
        return track_record_of(reader, find(reader, source))


def track_record_of(reader: Reader, source: PageRow) -> TrackRecord:
    """Return a source's track record, for a reader who is open already."""
    counts = {"confirmed": 0, "partly true": 0, "debunked": 0}
    errors: list[float] = []
    total = 0
    for claim in _claims_naming(reader, source):
        stances = {report.speaks_for for report in claim.reports if report.outlet_page == source}
        for speaks_for in stances:
            total += 1
            outcome = _outcome(claim.status, speaks_for=speaks_for)
            if outcome is None:
                continue
            counts[next(name for name, value in OUTCOMES.items() if value == outcome)] += 1
            believed = _confidence_while_open(reader, claim)
            if believed is not None:
                share = believed / 100 if speaks_for else 1 - believed / 100
                errors.append((min(max(share, 0.0), 1.0) - outcome) ** 2)
    brier = sum(errors) / len(errors) if errors else None
    return TrackRecord(total, counts["confirmed"], counts["partly true"], counts["debunked"], brier, len(errors))


def resolve(
    wiki: WikiFile,
    title: str,
    outcome: str,
    *,
    resolution: str = "",
    on: str = "",
    write_into: str = "",
    author: str = "",
) -> tuple[Saved, ...]:
    """Settle a claim, and write its value into the field of the page it is about if asked to.

    Args:
        wiki: The open wiki.
        title: The claim's page.
        outcome: A status of the kind other than ``open``.
        resolution: What happened, and where that is said.
        on: The day it was known; today when empty.
        write_into: The title of the page whose `target_field` gets `target_value`; empty writes nothing.
        author: Who the history names.

    Returns:
        The claim's page as saved, and the page written into, if any.

    Raises:
        NotFoundError: There is no such page.
        FanwikiError: The outcome is none, or the claim does not say what it would write where.
    """
    from fanwiki.services.editing import save_in  # who only reads claims should not wait for this import

    with wiki.writing() as writer:
        page = find(writer, title)
        _refuse_unknown_outcome(writer, page, outcome)
        source = writer.pages.source(page)
        fields: dict[str, Value] = {**source.fields, "status": outcome, "resolved_on": on or date.today().isoformat()}
        if resolution:
            fields["resolution"] = resolution
        comment = written("Resolve: %1", outcome)
        settled = replace(source, fields=fields)
        saved = save_in(writer, settled, base=page.head, author=author, comment=comment, verb="Resolve")
        if not write_into:
            return (saved,)
        return (saved, _write_value(writer, settled, write_into, author=author))


def _refuse_unknown_outcome(writer: Writer, page: PageRow, outcome: str) -> None:
    status = writer.kinds().of(page.kind).field("status")
    options = [option for option in (status.options if status else ()) if option != OPEN]
    if outcome not in options:
        raise FanwikiError(
            say("“%1” is no outcome.", outcome),
            say("Choose one of: %1.", ", ".join(options) or say("none is declared")),
        )


def _write_value(writer: Writer, claim: PageSource, title: str, *, author: str) -> Saved:
    from fanwiki.services.editing import save_in

    name, value = _plain(claim.fields.get("target_field")), claim.fields.get("target_value")
    if not name or value in (None, ""):
        raise FanwikiError(
            say("“%1” does not say which field it would fill with what.", claim.title),
            "Fill in its fields target_field and target_value first.",
        )
    page = find(writer, title)
    source = writer.pages.source(page)
    declared = writer.kinds().of(page.kind).field(name)
    fields = {**source.fields, name: _added(source.fields.get(name), value, many=bool(declared and declared.many))}
    comment = written("Confirmed: %1", claim.title)
    return save_in(writer, replace(source, fields=fields), base=page.head, author=author, comment=comment)


def _added(present: Value, value: Value, *, many: bool) -> Value:
    """Put a value into a field: instead of the one there, or beside those there when the field is a list."""
    if not many or present in (None, ""):
        return [value] if many else value
    values: list[Value] = [*present] if isinstance(present, list) else [present]
    return values if value in values else [*values, value]


def _claims_naming(reader: Reader, source: PageRow) -> Iterable[Claim]:
    pages: dict[int, PageRow] = {}
    for row in reader.facts.pointing_to(source):
        if row.field == "sources" and row.sub == "outlet":
            pages[row.page.id] = row.page
    return [claim_of(reader, page) for page in pages.values()]


def _confidence_while_open(reader: Reader, claim: Claim) -> float | None:
    """Return the last confidence somebody had before the outcome was known."""
    history = points(reader, claim.page)
    while_open = [point.confidence for point in history if point.status == OPEN and point.confidence is not None]
    return while_open[-1] if while_open else claim.confidence


def _outcome(status: str, *, speaks_for: bool) -> float | None:
    value = OUTCOMES.get(status)
    return value if value is None or speaks_for else 1 - value


def _report(record: Record) -> Report:
    outlet = record.values.get("outlet") or record.values.get("")
    return Report(
        outlet=outlet.text if outlet else "",
        outlet_page=outlet.leads_to if outlet else None,
        url=record.text("url"),
        author=record.text("author"),
        published=record.text("published"),
        seen=record.text("seen"),
        quote=record.text("quote"),
        tier=record.text("tier"),
        speaks_for=record.text("stance") != "against",
    )


def _text(first: dict[str, Record], name: str) -> str:
    return first[name].text() if name in first else ""


def _plain(value: Value) -> str:
    if isinstance(value, dict):
        value = value.get("value")
    return "" if value is None else str(value)


def _number(value: Value) -> float | None:
    if isinstance(value, dict):
        value = value.get("value")
    try:
        return None if value is None or isinstance(value, bool | list) else float(str(value))
    except ValueError:
        return None
