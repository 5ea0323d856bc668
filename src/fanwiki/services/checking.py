"""Whether the file is sound and the wiki well: damage, broken links, orphans, contradictions; counts; copies.

Curator's services: they see everything.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fanwiki.domain.gate import OPEN
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import DamagedFileError
from fanwiki.jobs import Progress
from fanwiki.markup.anchors import HEADING_PREFIX, block_id, heading_id
from fanwiki.markup.derive import derive
from fanwiki.services.appearing import UNDATED, dates_of
from fanwiki.services.derivation import derive_again
from fanwiki.services.keeping import newest_sound_backup
from fanwiki.services.speculating import claims_of, contradicting
from fanwiki.store.reader import Reader
from fanwiki.store.rows import LinkRow, PageRow
from fanwiki.store.wiki_file import WikiFile
from fanwiki.wording import heard, mark, say, say_number

_WHAT_TO_DO = mark("It cannot be read to the end. Keep the file as it is and open your newest backup.")


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at.

    Args:
        code: A stable short name such as ``red-link``.
        title: The page it is about, or empty for the file itself.
        text: One sentence.
    """

    code: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class CheckResult:
    """What a check found.

    Args:
        ok: Whether the file is sound. What authors should look at does not make it unsound.
        problems: Damage first.
    """

    ok: bool
    problems: tuple[Finding, ...]


def check(wiki: WikiFile, *, progress: Progress | None = None) -> CheckResult:
    """Check the file and the wiki."""
    watched = progress or Progress()
    with wiki.reading(CURATOR) as reader:
        damage = [Finding(fault.code, fault.title, fault.text) for fault in reader.soundness.problems(watched)]
        found = [*damage]
        for step in (_from_authors, _missing_things, _missing_places, _orphans, _contradictions):
            watched.step(0, None, "Checking the pages")
            found += step(reader)
    return CheckResult(not damage, (*_way_back(wiki.path, damage), *found))


def _way_back(path: Path, damage: Sequence[Finding]) -> Iterator[Finding]:
    """Name the newest sound backup of a damaged file."""
    backup = newest_sound_backup(path) if damage else None
    if backup is not None:
        made = f"{backup.made:%Y-%m-%d %H:%M}"
        yield Finding("sound-backup", "", say("A sound backup of %1 is at %2.", made, backup.path))


def damaged(error: DamagedFileError) -> CheckResult:
    """Return the result for a file that is too damaged to be opened or to be checked to the end."""
    return CheckResult(ok=False, problems=(Finding("damaged", "", f"{error.text} {say(_WHAT_TO_DO)}"),))


def rebuild(wiki: WikiFile, *, progress: Progress | None = None) -> int:
    """Derive names, links, facts and search of every page anew, in one transaction.

    Returns:
        How many pages there are.

    Raises:
        Cancelled: The user asked to stop; everything is as it was.
    """
    watched = progress or Progress()
    with wiki.writing() as writer:
        writer.begin_rebuild()
        pages = writer.pages.all()
        derive_again(writer, watched.over((page.id for page in pages), len(pages), "Deriving"))
    return len(pages)


def stats(wiki: WikiFile) -> dict[str, Any]:
    """Count what the wiki holds."""
    with wiki.reading(CURATOR) as reader:
        by_kind = reader.pages.count_by_kind()
        return {
            "pages": sum(by_kind.values()),
            "by_kind": by_kind,
            "links": reader.links.count(),
            "red_links": sum(row.links for row in reader.links.wanted()),
            "words": reader.pages.words(),
            "revisions": reader.history.count(),
            "attachments": reader.attachments.count(),
        }


def backup(wiki: WikiFile, dest: Path, *, progress: Progress | None = None) -> None:
    """Make a consistent copy that was opened and checked; whole or absent.

    Raises:
        WikiFileError: Something is there by this name, the copy fails its check, or the folder cannot be written.
    """
    wiki.backup(dest, progress or Progress())


def as_json(result: CheckResult) -> dict[str, Any]:
    """Return a check as scripts read it."""
    problems = [{"code": row.code, "title": row.title, "text": row.text} for row in result.problems]
    return {"ok": result.ok, "problems": problems}


def _from_authors(reader: Reader) -> Iterator[Finding]:
    for row in reader.problems.all():
        yield Finding(row.code, row.page.title, heard(row.text))


def _missing_things(reader: Reader) -> Iterator[Finding]:
    for wanted in reader.links.wanted():
        yield Finding(
            "red-link", wanted.title, say("%1 to “%2”, which nobody has written.", _pages(wanted.pages), wanted.title)
        )
    for missing in reader.links.missing_files():
        text = say("%1 to the file “%2”, which is not here.", _pages(missing.pages), missing.title)
        yield Finding("missing-file", missing.title, text)
    kinds = reader.kinds()
    for name, count in reader.pages.count_by_kind().items():
        if name not in kinds:
            text = say("This wiki does not declare the kind “%1”, of which it has %2 pages.", name, count)
            yield Finding("unknown-kind", "", text)
    for film in reader.gates.unknown_films():
        yield Finding("unknown-film", film, say("A spoiler is gated by “%1”, which leads to no page.", film))


def _missing_places(reader: Reader) -> Iterator[Finding]:
    """Find links to headings and blocks that are not in the page they lead to; they lead to its top."""
    leading = reader.links.into_places(page.id for page in reader.pages.all())
    by_page: dict[PageRow, list[LinkRow]] = {}
    for link in leading:
        if link.page is not None:
            by_page.setdefault(link.page, []).append(link)
    for page, links in by_page.items():
        source = reader.pages.source(page)
        found = derive(source, reader.kinds().of(source.kind), gate_of=lambda _: OPEN)
        places = {HEADING_PREFIX + heading.anchor for heading in found.headings} | set(map(block_id, found.blocks))
        for link in links:
            place = block_id(link.block) if link.block else heading_id(link.heading)
            if place not in places:
                yield Finding("missing-place", link.source.title, _not_there(link, page))


def _not_there(link: LinkRow, page: PageRow) -> str:
    if link.block:
        return say("It links to the block “%1” of “%2”, which is not there.", link.block, page.title)
    return say("It links to the heading “%1” of “%2”, which is not there.", link.heading, page.title)


def _orphans(reader: Reader) -> Iterator[Finding]:
    for page in reader.links.orphans():
        yield Finding("orphan", page.title, say("No page links to “%1”.", page.title))


def _contradictions(reader: Reader) -> Iterator[Finding]:
    for one, other in contradicting(claims_of(reader)):
        values = (one.page.title, one.target_field, one.target_value, other.page.title, other.target_value)
        text = say("“%1” says %2 is %3, “%4” says %5.", *values)
        yield Finding("contradicting-claims", one.page.title, text)
    yield from _one_sided_sequels(reader)
    yield from _wrong_first_appearances(reader)


def _one_sided_sequels(reader: Reader) -> Iterator[Finding]:
    """Find films whose next film does not name them as previous, and the other way round."""
    said = {
        name: {row.page.id: row.leads_to for row in reader.facts.by_field(name) if row.leads_to is not None}
        for name in ("next", "previous")
    }
    for name, opposite in (("next", "previous"), ("previous", "next")):
        for row in reader.facts.by_field(name):
            if row.leads_to is None:
                continue
            back = said[opposite].get(row.leads_to.id)
            if back is not None and back.id != row.page.id:
                told = mark("Its next film is “%1”, whose previous film is “%2”.")
                if name == "previous":
                    told = mark("Its previous film is “%1”, whose next film is “%2”.")
                text = say(told, row.leads_to.title, back.title)
                yield Finding("contradicting-sequel", row.page.title, text)


def _wrong_first_appearances(reader: Reader) -> Iterator[Finding]:
    """Find characters in the cast of a film that came out before the one they are said to appear in first."""
    first = {row.page.id: row for row in reader.facts.by_field("first_appearance") if row.leads_to is not None}
    if not first:
        return
    casts = [row for row in reader.facts.by_field("cast", "character") if row.leads_to and row.leads_to.id in first]
    films: list[PageRow] = [row.page for row in casts]
    films += [row.leads_to for row in first.values() if row.leads_to is not None]
    dates = dates_of(reader, films)
    for row in casts:
        claim = first[row.leads_to.id] if row.leads_to else None
        if claim is None or claim.leads_to is None or claim.leads_to.id == row.page.id:
            continue
        earlier, said = dates[row.page.id].released, dates[claim.leads_to.id].released
        if earlier < said != UNDATED:
            told = mark("Its first appearance is “%1”, but it is in the cast of “%2” before.")
            text = say(told, claim.leads_to.title, row.page.title)
            yield Finding("contradicting-appearance", claim.page.title, text)


def _pages(count: int) -> str:
    return say_number(count, "One page links", "%1 pages link")
