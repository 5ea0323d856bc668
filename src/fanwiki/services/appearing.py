"""Who appears where: cast tables, appearances, filmographies and every other inverse of a link in a field.

All of them are computed from one record in one page (`film.cast`), for one viewer. Any kind may declare such fields:
a record that links to two pages makes a table on both of them; a plain link makes a list on the page it leads to.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from fanwiki.domain.dates import SortKey, sort_key
from fanwiki.domain.kind import Field, FieldType, Kind, Kinds
from fanwiki.domain.page import PageId
from fanwiki.domain.viewer import Viewer
from fanwiki.services.finding import find
from fanwiki.services.records import Record, records
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow
from fanwiki.store.wiki_file import WikiFile

UNDATED = "9999-99-99"
"""Sorts after every day: what has no date stands last."""

_DAY_FIELDS = ("released", "universe_date")


@dataclass(frozen=True, slots=True)
class Inverse:
    """What other pages say of a page through one field.

    Args:
        label: What the list is called, as the field declares it: Appearances, Filmography, Directed.
        kind: The kind of the pages that say so.
        field: Their field.
        sub: The sub-field that links here, None when the field is a plain link.
        records: What they say, in the order of their titles.
    """

    label: str
    kind: Kind
    field: Field
    sub: Field | None
    records: tuple[Record, ...]

    def pages(self) -> tuple[PageRow, ...]:
        """Return the pages that say so, each once."""
        return tuple({record.page.id: record.page for record in self.records}.values())


@dataclass(frozen=True, slots=True)
class Dates:
    """When a page's subject came out, and when it happens; ISO days, `UNDATED` for never said."""

    released: str = UNDATED
    in_universe: str = UNDATED


def is_table(field: Field) -> bool:
    """Whether a field is a table of its own rather than lines of the infobox: a record that links to two pages."""
    return field.type is FieldType.RECORD and sum(sub.type is FieldType.LINK for sub in field.fields) > 1


def inverses(reader: Reader, page: PageRow) -> list[Inverse]:
    """Return what other pages say of this one, in the order in which the kinds declare it."""
    declared = _declared(reader.kinds())
    said: dict[tuple[str, str, str], list[Record]] = {}
    for record, sub in _records_about(reader, page, {field.name for _, field, _ in declared}):
        said.setdefault((record.page.kind, record.field, sub), []).append(record)
    found: list[Inverse] = []
    for kind, field, sub_field in declared:
        key = (kind.name, field.name, sub_field.name if sub_field else "")
        if key in said:
            label = (sub_field or field).inverse
            found.append(Inverse(label, kind, field, sub_field, tuple(said[key])))
    return found


def cast(wiki: WikiFile, film: str, viewer: Viewer) -> list[Record]:
    """Return the cast of a film by billing, then as its author listed it.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    with wiki.reading(viewer) as reader:
        page = find(reader, film)
        return by_billing(record for record in records(reader.facts.of(page)) if record.field == "cast")


def appearances(wiki: WikiFile, character: str, viewer: Viewer, *, in_universe: bool = False) -> list[Record]:
    """Return the cast records that name a character, in the order of release or of the story.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    return _through_cast(wiki, character, "character", viewer, in_universe=in_universe)


def filmography(wiki: WikiFile, person: str, viewer: Viewer, *, in_universe: bool = False) -> list[Record]:
    """Return the cast records that name a performer, in the order of release or of the story.

    Raises:
        NotFoundError: There is no such page for this viewer.
    """
    return _through_cast(wiki, person, "performer", viewer, in_universe=in_universe)


def in_both(wiki: WikiFile, one: str, other: str, viewer: Viewer) -> list[PageRow]:
    """Return the characters in the casts of two films, by title.

    Raises:
        NotFoundError: One of the films is not there for this viewer.
    """
    with wiki.reading(viewer) as reader:
        first, second = (_characters(reader, find(reader, film)) for film in (one, other))
        return sorted((first[key] for key in first.keys() & second.keys()), key=lambda page: page.title)


def films(wiki: WikiFile, viewer: Viewer) -> list[PageRow]:
    """Return the films, by title."""
    with wiki.reading(viewer) as reader:
        return _films(reader)


def timeline(wiki: WikiFile, viewer: Viewer, *, in_universe: bool = False) -> list[tuple[PageRow, Dates]]:
    """Return the films with their dates, in the order of release or of the story."""
    with wiki.reading(viewer) as reader:
        pages = _films(reader)
        dates = dates_of(reader, pages)
        return [(page, dates[page.id]) for page in in_order(pages, dates, in_universe=in_universe)]


def _films(reader: Reader) -> list[PageRow]:
    names = [name for name, kind in reader.kinds().items() if kind.is_film]
    return [page for name in names for page in reader.pages.all(name)]


def dates_of(reader: Reader, pages: Iterable[PageRow], known: dict[PageId, Dates] | None = None) -> dict[PageId, Dates]:
    """Return when each page's subject came out and when it happens, as far as the viewer may know.

    Args:
        reader: The wiki as the viewer may see it.
        pages: The pages.
        known: What was found before from this reader; what is found now is added.
    """
    found = {} if known is None else known
    unknown = [page for page in pages if page.id not in found]
    rows = reader.facts.of_many(unknown, _DAY_FIELDS) if unknown else {}
    for page in unknown:
        days: dict[str, list[str]] = {}
        for row in rows.get(page.id, ()):
            if row.earliest is not None:
                days.setdefault(row.field, []).append(row.earliest)
        first = {name: min(found_days, key=chronological) for name, found_days in days.items()}
        found[page.id] = Dates(first.get("released", UNDATED), first.get("universe_date", UNDATED))
    return found


def in_order(pages: Iterable[PageRow], dates: dict[PageId, Dates], *, in_universe: bool) -> list[PageRow]:
    """Sort pages by their dates, those without any last and by title."""

    def key(page: PageRow) -> tuple[SortKey, str]:
        day = dates.get(page.id, Dates())
        return chronological(day.in_universe if in_universe else day.released), page.title

    return sorted(pages, key=key)


def chronological(day: str) -> SortKey:
    """Return a key that sorts ISO days, those before Christ (``-0019-…``) and undated ones included."""
    return sort_key(None, None) if day == UNDATED else sort_key(day, day)


def by_billing(cast_records: Iterable[Record]) -> list[Record]:
    """Sort records of a cast by billing; those without one follow as they are listed."""
    return sorted(cast_records, key=lambda record: (record.number("billing") is None, record.number("billing") or 0))


def _through_cast(wiki: WikiFile, title: str, sub: str, viewer: Viewer, *, in_universe: bool) -> list[Record]:
    with wiki.reading(viewer) as reader:
        page = find(reader, title)
        found = [record for rows in reader.facts.records_where("cast", sub, page) for record in records(rows)]
        dates = dates_of(reader, [record.page for record in found])
        place = {
            film.id: number
            for number, film in enumerate(in_order((r.page for r in found), dates, in_universe=in_universe))
        }
        return sorted(found, key=lambda record: place[record.page.id])


def _characters(reader: Reader, film: PageRow) -> dict[PageId, PageRow]:
    rows = (row for row in reader.facts.of(film) if (row.field, row.sub) == ("cast", "character"))
    return {row.leads_to.id: row.leads_to for row in rows if row.leads_to is not None}


def _records_about(reader: Reader, page: PageRow, fields: Collection[str]) -> Iterable[tuple[Record, str]]:
    """Yield every record of some fields that links to a page, whole, with the sub-field that does."""
    pointing = [row for row in reader.facts.pointing_to(page, fields) if row.page.id != page.id]
    for row in pointing:
        if not row.sub:
            yield Record(row.page, row.field, row.item, {"": row}), ""
    for field, sub in sorted({(row.field, row.sub) for row in pointing if row.sub}):
        for rows in reader.facts.records_where(field, sub, page):
            for record in records(rows):
                if record.page.id != page.id:
                    yield record, sub


def _declared(kinds: Kinds) -> Sequence[tuple[Kind, Field, Field | None]]:
    """Return every field that declares an inverse, with its sub-field where it is one's."""
    found: list[tuple[Kind, Field, Field | None]] = []
    for kind in kinds.values():
        for field in kind.fields:
            if field.inverse:
                found.append((kind, field, None))
            found += [(kind, field, sub) for sub in field.fields if sub.inverse]
    return found
