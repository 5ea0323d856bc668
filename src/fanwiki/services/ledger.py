"""The speculation ledger as a whole: all claims at once, one of them in full, and every source's track record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from fanwiki.domain.page import PageId
from fanwiki.domain.viewer import Viewer
from fanwiki.services.finding import find
from fanwiki.services.speculating import (
    Claim,
    Point,
    TrackRecord,
    claim_of,
    claims_of,
    contradicting,
    points,
    track_record_of,
)
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow
from fanwiki.store.wiki_file import WikiFile


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every claim that a viewer may see.

    Args:
        claims: All of them, by title.
        due: Those that should be known by now.
        contradicting: Those that another open claim contradicts.
        films: Titles of the films that claims are about.
        outlets: Names of the sources that speak about claims.
    """

    claims: tuple[Claim, ...]
    due: frozenset[PageId]
    contradicting: frozenset[PageId]
    films: tuple[str, ...]
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """A field that a confirmed claim may fill.

    Args:
        page: The page whose field it is.
        label: The field, as readers see it.
        present: What stands there now, as text.
    """

    page: PageRow
    label: str
    present: str


@dataclass(frozen=True, slots=True)
class ClaimDetail:
    """One claim in full.

    Args:
        claim: The claim.
        points: How confidence and status changed, oldest first.
        contradicted_by: Open claims that would write something else into the same field.
        targets: Where its value could be written.
        records: The track record of each of its sources that has a page, by the source's name.
        outcomes: The statuses that settle it, as its kind declares them.
    """

    claim: Claim
    points: tuple[Point, ...]
    contradicted_by: tuple[Claim, ...]
    targets: tuple[Target, ...]
    records: Mapping[str, TrackRecord]
    outcomes: tuple[str, ...]


def ledger(wiki: WikiFile, viewer: Viewer, *, today: date | None = None) -> Ledger:
    """Return every claim this viewer may see, and which of them want attention."""
    day = today or date.today()
    with wiki.reading(viewer) as reader:
        found = claims_of(reader)
        kinds = reader.kinds()
    films = {page.title for claim in found for page in claim.about if kinds.of(page.kind).is_film}
    outlets = {report.outlet for claim in found for report in claim.reports if report.outlet}
    pairs = contradicting(found)
    return Ledger(
        claims=tuple(found),
        due=frozenset(claim.page.id for claim in found if claim.is_due(day)),
        contradicting=frozenset(claim.page.id for pair in pairs for claim in pair),
        films=tuple(sorted(films)),
        outlets=tuple(sorted(outlets)),
    )


def claim_detail(wiki: WikiFile, title: str, viewer: Viewer) -> ClaimDetail:
    """Return one claim with its history, its sources' track records and the fields it could fill.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        page = find(reader, title)
        claim = claim_of(reader, page)
        pairs = contradicting(_rivals(reader, claim)) if claim.is_open else []
        status = reader.kinds().of(page.kind).field("status")
        return ClaimDetail(
            claim=claim,
            points=tuple(points(reader, page)),
            contradicted_by=tuple(_others(pairs, page.id)),
            targets=tuple(_targets(reader, claim)),
            records=_records(reader, claim),
            outcomes=tuple(option for option in (status.options if status else ()) if option != "open"),
        )


def sources(wiki: WikiFile, viewer: Viewer) -> list[tuple[PageRow, TrackRecord]]:
    """Return every source that speaks about a claim with its track record, the one with most claims first."""
    with wiki.reading(viewer) as reader:
        pages = {
            report.outlet_page.id: report.outlet_page
            for claim in claims_of(reader)
            for report in claim.reports
            if report.outlet_page is not None
        }
        found = [(page, track_record_of(reader, page)) for page in pages.values()]
    return sorted(found, key=lambda entry: (-entry[1].claims, entry[0].title))


def _rivals(reader: Reader, claim: Claim) -> list[Claim]:
    """Return the claim and every other that is about one of the same pages; reading all claims would take too long."""
    rows = [row for page in claim.about for row in reader.facts.where("about", "", page)]
    pages = {row.page.id: row.page for row in rows if row.page.id != claim.page.id and row.page.kind == claim.page.kind}
    return [claim, *(claim_of(reader, page) for page in pages.values())]


def _others(pairs: list[tuple[Claim, Claim]], page: PageId) -> list[Claim]:
    found = [other for one, other in pairs if one.page.id == page]
    return found + [one for one, other in pairs if other.page.id == page]


def _targets(reader: Reader, claim: Claim) -> list[Target]:
    """Return the fields of the pages it is about that its value could be written into."""
    if not claim.target_field or not claim.target_value:
        return []
    found = []
    for page in {page.id: page for page in claim.about}.values():
        declared = reader.kinds().of(page.kind).field(claim.target_field)
        if declared is not None:
            rows = [row.text for row in reader.facts.of(page) if row.field == claim.target_field]
            found.append(Target(page, declared.label, ", ".join(dict.fromkeys(rows))))
    return found


def _records(reader: Reader, claim: Claim) -> dict[str, TrackRecord]:
    pages = {report.outlet: report.outlet_page for report in claim.reports if report.outlet_page is not None}
    return {outlet: track_record_of(reader, page) for outlet, page in pages.items()}
