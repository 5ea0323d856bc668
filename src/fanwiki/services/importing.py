"""Bringing pages in from elsewhere: whole or not at all, and again without doing it twice.

The wiki remembers, for each page an import wrote, what it wrote. When the same source comes again, pages that did not
change there are left alone; those that did are updated, unless somebody edited them here meanwhile: then the page
stays as it is and the report says so.
"""

from __future__ import annotations

import json
import os
import shlex
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from fanwiki import paths
from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.page_merge import Choice
from fanwiki.domain.title import identity
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import DamagedFileError, FanwikiError, SourceError, WikiFileError
from fanwiki.importers.draft import Draft, Evidence, PageDraft
from fanwiki.importers.formats import FORMATS, Format, chosen_options, detect
from fanwiki.importers.mapping import Mappings, TemplateMapping, mappings_from_json, mappings_to_json
from fanwiki.importers.run import ImportRun
from fanwiki.jobs import Progress
from fanwiki.services.finding import find
from fanwiki.services.import_writing import PAGES, Imported, ImportWriter
from fanwiki.services.keeping import keep_backup
from fanwiki.services.wiki_title import put_title, title_from
from fanwiki.services.wikis import create_wiki
from fanwiki.store.wiki_file import WikiFile
from fanwiki.wording import heard, say, say_number, written

WATCHED_SHOWN = 10
SAMPLE_TITLE = "We Can Be Heroes Wiki"
PLANNED = 1000
"""A dry run keeps so many drafts to be shown; the others are counted."""

_MAPPINGS = "mapping"
"""Where the wiki remembers what its curator mapped, by format."""


def import_source(
    wiki: WikiFile,
    source: Path,
    *,
    source_format: str = "auto",
    dry_run: bool = False,
    author: str = "",
    on_conflict: str = Choice.KEEP,
    options: Mapping[str, str] | None = None,
    mappings: Mappings | None = None,
    progress: Progress | None = None,
) -> Imported:
    """Import a file or folder.

    Args:
        wiki: The open wiki.
        source: What to read.
        source_format: As which format; ``auto`` looks.
        dry_run: Whether to only say what would be done.
        author: Who the history names where the source names nobody.
        on_conflict: What goes where a page was changed here and there: ``keep``, ``theirs`` or ``both``.
        options: What the format lets one choose.
        mappings: What templates, types or columns become; it goes before what the wiki remembers, and is remembered.
        progress: Where to report.

    Raises:
        SourceError: It cannot be read as this format, or as any.
        FanwikiError: There is no such format, choice or option.
        Cancelled: The user asked to stop; the wiki is as it was.
    """
    chosen = _format(source, source_format)
    choice = _choice(on_conflict)
    given = dict(mappings or {})
    run = ImportRun(
        mappings={**remembered_mappings(wiki, chosen.name), **given},
        progress=progress or Progress(),
        options=chosen_options(chosen, options or {}),
    )
    outcome = Imported(source, chosen.name, run.report, dry_run, offered=run.offered)
    drafts = chosen.read(source, run)
    if dry_run:
        _plan(outcome, drafts)
        return outcome
    _back_up(wiki, outcome, run.progress)
    with wiki.writing() as writer:
        ImportWriter(writer, outcome, author=author, on_conflict=choice).write(drafts)
        if run.site_names and not writer.title:
            writer.put_title(title_from(run.site_names[0]))
        if given:
            writer.mappings.put(_MAPPINGS, chosen.name, _plain(mappings_to_json(run.mappings)))
    return outcome


@dataclass(frozen=True, slots=True)
class Standing:
    """What an import would meet.

    Args:
        pages: How many pages the wiki has.
        met: How many of the planned ones are among them; of very many, only the first are looked for.
    """

    pages: int
    met: int


def standing(wiki: WikiFile, outcome: Imported) -> Standing:
    """Return what of a planned import is in the wiki already; a curator's service."""
    with wiki.reading(CURATOR) as reader:
        pages = sum(reader.pages.count_by_kind().values())
        titles = [draft.source.title for draft in outcome.plan] if pages else []
        return Standing(pages, sum(reader.pages.by_title(title) is not None for title in titles))


def formats() -> tuple[Format, ...]:
    """Return the formats that can be imported, in the order in which they are tried."""
    return tuple(FORMATS.values())


def format_of(source: Path) -> Format:
    """Return the format that a source looks like.

    Raises:
        SourceError: It is not there, or looks like none.
    """
    return FORMATS[detect(source)]


def mapping(kind: str, fields: Mapping[str, str]) -> TemplateMapping:
    """Make what one template, type of note or list becomes."""
    return TemplateMapping(kind, fields)


def _format(source: Path, name: str) -> Format:
    found = FORMATS.get(detect(source) if name == "auto" else name)
    if found is None:
        raise FanwikiError(
            say("There is no import format “%1”.", name), say("Choose one of: auto, %1.", ", ".join(FORMATS))
        )
    return found


def _choice(name: str) -> Choice:
    if name not in set(Choice):
        raise FanwikiError(
            say("A conflict cannot be settled by “%1”.", name), say("Choose one of: %1.", ", ".join(Choice))
        )
    return Choice(name)


def _plan(outcome: Imported, drafts: Iterator[Draft]) -> None:
    """Read all drafts; a source of which nothing is understood yet is told with what there is to be mapped."""
    try:
        for draft in drafts:
            if isinstance(draft, PageDraft):
                outcome.planned += 1
                if len(outcome.plan) < PLANNED:
                    outcome.plan.append(replace(draft, revisions=()))
    except SourceError as error:
        if not outcome.offered:
            raise
        outcome.report.problem(outcome.source.name, "nothing-understood", str(error))


def remembered_mappings(wiki: WikiFile, source_format: str) -> Mappings:
    """Return what a curator told this wiki about a format before."""
    with wiki.reading(CURATOR) as reader:
        known = reader.mappings.get(_MAPPINGS, source_format)
    return mappings_from_json(known) if known else {}


def read_mappings(path: Path) -> Mappings:
    """Read mappings from a file of JSON.

    Raises:
        SourceError: It cannot be read, or has another shape.
    """
    try:
        return mappings_from_json(json.loads(path.read_bytes()))
    except OSError as error:
        raise SourceError(say("%1 cannot be read: %2.", path, error.strerror), "Check the name.") from error
    except (ValueError, RecursionError) as error:
        raise SourceError(
            say("%1 is no JSON: %2.", path.name, error), "Write it as {template: {kind, fields}}."
        ) from error


def write_mappings(mappings: Mappings, path: Path) -> None:
    """Write mappings as JSON, to be changed and read again; a file that is there already is left alone.

    Raises:
        FanwikiError: It is there already, or cannot be written.
    """
    _write_json(mappings_to_json(mappings), path)


def _plain(data: dict[str, object]) -> Value:
    plain: Value = json.loads(json.dumps(data))
    return plain


def _back_up(wiki: WikiFile, outcome: Imported, progress: Progress) -> None:
    """Keep a backup of a wiki that has pages already; where no folder can hold one, the report says so."""
    with wiki.reading(CURATOR) as reader:
        if not reader.pages.count_by_kind():
            return
    try:
        keep_backup(wiki, progress=progress)
    except DamagedFileError:
        raise
    except (WikiFileError, OSError) as error:
        outcome.report.problem(wiki.path.name, "no-backup", written("No backup was made before the import: %1", error))


def create_sample(path: Path, *, progress: Progress | None = None) -> WikiFile:
    """Make a wiki and fill it with the sample that ships; nothing is left behind when that fails.

    Raises:
        WikiFileError: Something is there by this name, or the folder cannot be written.
    """
    wiki = create_wiki(path)
    try:
        import_source(wiki, paths.resources() / "sample", source_format="obsidian", author="fanwiki", progress=progress)
        put_title(wiki, SAMPLE_TITLE)
    except BaseException:
        wiki.close()
        path.unlink(missing_ok=True)
        raise
    return wiki


def evidence(wiki: WikiFile, title: str) -> tuple[Evidence, ...]:
    """Return the sentences that the values of an imported page were read from; a curator's service.

    Raises:
        NotFoundError: There is no such page.
    """
    with wiki.reading(CURATOR) as reader:
        page = find(reader, title)
        known = [reader.mappings.get(PAGES, f"{name}:{identity(page.title)}") for name in FORMATS]
    rows = [row for entry in known if isinstance(entry, dict) for row in _rows(entry.get("evidence"))]
    return tuple(Evidence(str(field), str(sentence), int(str(item))) for field, sentence, item in rows)


def _rows(value: Value) -> list[list[Value]]:
    return [row for row in value if isinstance(row, list) and len(row) == 3] if isinstance(value, list) else []


def plan_lines(outcome: Imported) -> Iterator[str]:
    """Yield what an import would do, a line each: pages, their values, and the sentences these were read from."""
    for draft in outcome.plan:
        yield f"{draft.source.title}  ({draft.source.kind})"
        for sentence, found in groupby(draft.evidence, key=lambda evidence: evidence.sentence):
            if not sentence:  # the text as a whole
                continue
            values = [_evidence_line(draft.source, evidence) for evidence in found]
            yield from (f"    {value}" for value in dict.fromkeys(values) if value)
            yield f"        “{sentence.strip('“”')}”"
        for note in draft.notes:
            yield f"    {say('note: %1', heard(note.text))}"
    yield from (heard(problem.text) for problem in outcome.report.problems if problem.code == "nothing-understood")
    if outcome.planned > len(outcome.plan):
        yield say("… and %1 more.", _pages(outcome.planned - len(outcome.plan)))


def summary(outcome: Imported) -> str:
    """Say in one line what was done."""
    if outcome.dry_run:
        come = _pages(outcome.planned)
        return say("Would bring in %1 from %2 (%3).", come, outcome.source.name, outcome.source_format)
    report = outcome.report
    parts = [
        say("%1 added", _pages(len(outcome.added))),
        say("%1 updated", len(outcome.updated)),
        say("%1 unchanged", outcome.unchanged),
    ]
    if outcome.kept:
        parts.append(say("%1 kept as edited here", len(outcome.kept)))
    if outcome.deleted:
        parts.append(say("%1 left deleted", len(outcome.deleted)))
    if report.problems:
        parts.append(say_number(len(report.problems), "1 problem", "%1 problems"))
    return say("Imported %1 (%2): %3.", outcome.source.name, outcome.source_format, ", ".join(parts))


def watched(outcome: Imported) -> str:
    """Say which films the source calls watched, as the options that make one see what they hide."""
    films = sorted(set(outcome.report.seen_films))
    named = " ".join(f"--seen {shlex.quote(film)}" for film in films[:WATCHED_SHOWN])
    if len(films) > WATCHED_SHOWN:
        named = say("%1 and %2 more, which --report lists", named, len(films) - WATCHED_SHOWN)
    return say("Watched there: %1. Give these to commands that read, or tick them in the window.", named)


def _pages(count: int) -> str:
    return say_number(count, "1 page", "%1 pages")


def write_report(outcome: Imported, path: Path) -> None:
    """Write the report as JSON; a file that is there already is left alone.

    Raises:
        FanwikiError: It is there already, or cannot be written.
    """
    report = {
        **outcome.report.as_json(),
        "format": outcome.source_format,
        "dry_run": outcome.dry_run,
        "added": sorted(outcome.added),
        "updated": sorted(outcome.updated),
        "unchanged": outcome.unchanged,
        "kept": sorted(outcome.kept),
        "deleted": sorted(outcome.deleted),
        "conflicts": [
            {"title": conflict.title, "parts": [*conflict.parts], "revision": conflict.revision}
            for conflict in outcome.conflicts
        ],
    }
    _write_json(report, path)


def _write_json(data: Mapping[str, object], path: Path) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "w", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise FanwikiError(say("%1 is there already.", path), "Name another file.") from error
    except OSError as error:
        raise FanwikiError(say("%1 cannot be written: %2.", path, error.strerror), "Name another file.") from error


def _evidence_line(source: PageSource, evidence: Evidence) -> str:
    """Return which value was read from a sentence; nothing for the page itself, whose title stands above."""
    if evidence.field in ("", "body"):
        return say("in the text:") if evidence.field else ""
    value = source.fields.get(evidence.field)
    if isinstance(value, list):
        value = value[evidence.item] if evidence.item < len(value) else None
    shown = ", ".join(f"{key} {text}" for key, text in value.items()) if isinstance(value, dict) else str(value)
    return f"{evidence.field}: {shown}"
