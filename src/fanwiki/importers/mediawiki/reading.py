"""A dump to drafts: the kinds that its infoboxes make, its files, and then every page as it comes along."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from fanwiki.domain import mediawiki_namespaces as namespaces
from fanwiki.errors import SourceError
from fanwiki.importers.draft import Derived, Draft, KindDraft, PageDraft, PastRevision
from fanwiki.importers.mediawiki.book import Book, make_book
from fanwiki.importers.mediawiki.dump import Broken, PageEnd, PageHead, Revision, read_events
from fanwiki.importers.mediawiki.dump_site import DumpSite
from fanwiki.importers.mediawiki.kinds import CATEGORY, FILE, TEMPLATE, namespace_kind, shipped_kinds
from fanwiki.importers.mediawiki.namespaces import fold, is_talk
from fanwiki.importers.mediawiki.packed import is_packed, unpacked
from fanwiki.importers.mediawiki.pages import Job, Made, PageMaker
from fanwiki.importers.mediawiki.pictures import find_folder, find_pictures
from fanwiki.importers.mediawiki.pool import BUNDLE, Pool
from fanwiki.importers.mediawiki.sources import address_of, dumps_in, is_dump, licence_of
from fanwiki.importers.mediawiki.survey import Survey, chosen_of, place_of, take_survey
from fanwiki.importers.origin import MOST_CONTRIBUTORS, Origin
from fanwiki.importers.run import ImportRun
from fanwiki.importers.spilling import Spilled
from fanwiki.wording import say, written

HISTORY, LATEST = "history", "latest"
"""With the option ``history = "latest"`` only the present state of each page comes."""

TALK, SKIP = "talk", "skip"
"""With the option ``talk = "skip"`` talk pages are left out; otherwise each stands below the page it is about."""

FILES = "files"
"""The option that names the folder with the wiki's files."""

LICENCE = "licence"
"""The option that says under which terms the wiki's text may be used."""

_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def fits(path: Path) -> bool:
    """Tell whether this is a dump, or a folder with dumps and no notes in it."""
    if path.is_dir():
        names = [file.suffix.casefold() for file in path.iterdir() if file.is_file()]
        return ".md" not in names and ".tid" not in names and bool(dumps_in(path))
    return path.is_file() and (is_dump(path) or is_packed(path))


def read(path: Path, run: ImportRun) -> Iterator[Draft]:
    """Yield the drafts of a dump, or of all dumps in a folder or archive, which must be of one wiki.

    Raises:
        SourceError: It holds no page, or is made to do harm.
    """
    if path.is_file() and is_packed(path):
        with unpacked(path) as folder_of_dump:
            yield from read(folder_of_dump, run)
        return
    files = dumps_in(path)
    with tempfile.TemporaryDirectory(prefix="fanwiki-import-") as folder:
        survey = take_survey(files, Path(folder), run, talk=run.options.get(TALK) != SKIP)
        try:
            if not survey.count:
                raise SourceError(
                    say("%1 holds no page of a wiki.", path.name), "Choose an XML dump of MediaWiki or Fandom."
                )
            yield from _Reading(path, files, survey, run).drafts()
        finally:
            survey.close()


@dataclass(slots=True)
class _PageInHand:
    """A page whose revisions are coming.

    Args:
        job: What is common to all its jobs.
        wanted: The number of the revision that is the present state.
    """

    job: Job
    wanted: int
    seen: int = 0
    present: Revision | None = None
    gathered: list[Revision] = field(default_factory=list)
    size: int = 0

    def part(self, *revisions: Revision, is_present: bool) -> Job:
        job = self.job
        talk = job.talk if is_present else ""
        aliases = job.aliases if is_present else ()
        return Job(job.title, job.namespace, job.rest, revisions, is_present, talk, aliases)


class _Reading:
    """The second pass over a dump."""

    def __init__(self, path: Path, files: Sequence[Path], survey: Survey, run: ImportRun) -> None:
        self._files = files
        self._survey = survey
        self._run = run
        self._history = run.options.get(HISTORY) != LATEST
        self._talk = run.options.get(TALK) != SKIP
        self._book: Book = make_book(survey, run.mappings)
        self._pictures = find_pictures(find_folder(path, run.options.get(FILES, "")), run)
        self._passed_over = ""
        self._people: dict[str, dict[str, None]] = {}
        self._licence = run.options.get(LICENCE, "") or licence_of(survey.site)

    def drafts(self) -> Iterator[Draft]:
        """Yield everything."""
        self._run.report.pages = self._survey.count
        if self._survey.site.name:
            self._run.site_names.append(self._survey.site.name)
        self._run.offered.update(self._book.as_mappings())
        yield from (KindDraft(namespace_kind(name), adds=True) for name in self._namespace_kinds())
        yield from (KindDraft(kind, adds=True) for kind in self._book.kinds)
        yield from self._pictures.drafts(self._run)
        yield from self._pages()

    def _namespace_kinds(self) -> Iterator[str]:
        present = self._survey.namespaces
        if namespaces.CATEGORY in present:
            yield CATEGORY
        if namespaces.FILE in present:
            yield FILE
        if self._survey.has_code or present & {namespaces.TEMPLATE, namespaces.MODULE, namespaces.MEDIAWIKI}:
            yield TEMPLATE

    def _pages(self) -> Iterator[PageDraft]:
        survey = self._survey
        site = DumpSite(
            survey.titles,
            survey.pages,
            survey.redirects,
            survey.templates,
            survey.talks,
            survey.parents,
            self._book.infoboxes,
            self._pictures.keys,
        )
        maker = PageMaker(site, {**shipped_kinds(), **{kind.name: kind for kind in self._book.kinds}})
        past = _no_revisions()
        with Pool(maker, 1 if survey.count < 30 else None) as pool:
            for done, (job, made) in enumerate(pool.made(self._jobs(), self._run.progress)):
                self._run.progress.step(min(done, survey.count), survey.count, job.title)
                for revision, source in zip(job.revisions, made.sources, strict=True):
                    past.append(PastRevision(source, revision.author, _time(revision), revision.comment))
                if job.is_present:
                    yield self._draft(job, made, past, maker)
                    past = _no_revisions()

    def _jobs(self) -> Iterator[Job]:
        for number, file in enumerate(self._files):
            ordinal = -1
            passed = 0
            page: _PageInHand | None = None
            for event in read_events(file, lambda count, file=file: self._tell_mended(file, count)):  # type: ignore[misc]
                match event:
                    case PageHead():
                        ordinal += 1
                        passed = 0
                        page = self._begun(event, number, ordinal)
                    case Revision() if page is not None:
                        yield from self._taken(page, event)
                    case Revision():
                        passed += 1
                    case PageEnd():
                        self._tell_left_out(passed, event.uploads)
                        if page is not None:
                            yield from self._ended(page)
                    case Broken():
                        self._run.report.problem(file.name, event.code, event.text)

    def _begun(self, head: PageHead, file: int, ordinal: int) -> _PageInHand | None:
        """Return a page that is to be made; None for redirects, for talk, and for what another file has newer."""
        survey, report = self._survey, self._run.report
        self._passed_over = ""
        key = survey.titles.key(head.title)
        chosen = chosen_of(survey.pages, key, head.title)
        if chosen is None:
            self._passed_over = written("earlier revisions of redirects")
            return None
        title = survey.titles.ours(head.title)
        if (chosen.file, chosen.ordinal) != (file, ordinal):
            report.problem(title, "twice", written("“%1” is in the dump more than once; the newest was taken.", title))
            return None
        namespace, rest = place_of(head, survey.titles.namespaces)
        if is_talk(namespace):
            report.talk_pages += 1
            subject = survey.titles.key(survey.titles.namespaces.full(namespace - 1, rest))
            if not self._talk or (subject in survey.pages and subject in survey.talks):
                self._passed_over = written("earlier revisions of talk pages") if self._talk else ""
                return None
        self._tell_title(head, title)
        aliases = tuple(dict.fromkeys(survey.aliases.all(key)))
        talk = key if key in survey.talks else ""
        job = Job(title, namespace, rest, (), True, talk, aliases)
        return _PageInHand(job, chosen.index)

    def _tell_left_out(self, revisions: int, uploads: int) -> None:
        """Count what of a page that ends now is told by nothing else.

        Args:
            revisions: How many it had, if it is not made itself; the last of them is in the wiki as alias or note.
            uploads: Records of files; the files themselves come from the folder beside the dump.
        """
        skipped = self._run.report.skipped
        if self._history and self._passed_over and revisions > 1:
            skipped[self._passed_over] += revisions - 1
        if uploads:
            skipped[written("records of uploads")] += uploads

    def _taken(self, page: _PageInHand, revision: Revision) -> Iterator[Job]:
        people = self._people.setdefault(page.job.title, {})
        if revision.author and len(people) < MOST_CONTRIBUTORS:
            people[revision.author] = None
        if page.seen == page.wanted:
            page.present = revision
        elif self._history:
            page.gathered.append(revision)
            page.size += len(revision.text)
            if page.size > BUNDLE:
                yield page.part(*page.gathered, is_present=False)
                page.gathered, page.size = [], 0
        page.seen += 1

    def _ended(self, page: _PageInHand) -> Iterator[Job]:
        yield page.part(*page.gathered, page.present or Revision(), is_present=True)

    def _draft(self, job: Job, made: Made, past: Spilled[PastRevision], maker: PageMaker) -> PageDraft:
        """Return the draft of a page whose last job is done."""
        revision = job.revisions[-1]
        self._count(job, made)
        people = tuple(self._people.pop(job.title, {}))
        title = self._survey.titles.namespaces.full(job.namespace, job.rest)
        origin = Origin(
            wiki=self._survey.site.name,
            url=address_of(self._survey.site, title),
            revision=revision.number,
            time=revision.time,
            contributors=people,
            licence=self._licence,
        )
        past.drop_last()
        past.sort(lambda earlier: earlier.time)
        source = made.sources[-1]
        known = None if made.document is None else Derived(made.document, maker.kind(source.kind), made.asked)
        return PageDraft(
            source,
            derived=known,
            origin=origin,
            revisions=past,
            author=revision.author,
            time=_time(revision),
            comment=revision.comment,
        )

    def _count(self, job: Job, made: Made) -> None:
        report, tally = self._run.report, made.tally
        report.by_kind[made.sources[-1].kind] += 1
        report.links += tally.links
        report.embeds += tally.embeds
        report.unresolved.update(tally.unresolved)
        report.known_templates.update(tally.known)
        report.unknown_templates.update(tally.unknown)
        report.files_missing.update(tally.missing)
        for code, text in tally.problems:
            report.problem(job.title, code, text)

    def _tell_title(self, head: PageHead, title: str) -> None:
        if title != fold(head.title):
            shown = head.title if len(head.title) <= 80 else f"{head.title[:79]}…"
            told = written("“%1” is no title that a page can have here; it became “%2”.", shown, title)
            self._run.report.problem(title, "title-changed", told)

    def _tell_mended(self, file: Path, count: int) -> None:
        if count:
            told = written(
                "%1 bytes in %2 are not in the encoding it should have; they were read as Windows-1252.",
                count,
                file.name,
            )
            self._run.report.problem(file.name, "wrong-encoding", told)


def _no_revisions() -> Spilled[PastRevision]:
    return Spilled(lambda revision: len(revision.source.body) + 500)


def _time(revision: Revision) -> str:
    return revision.time if _TIME.fullmatch(revision.time) else ""
