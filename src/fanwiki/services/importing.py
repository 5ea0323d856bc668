"""Bringing pages in from elsewhere: whole or not at all, and again without doing it twice.

The wiki remembers, for each page an import wrote, what it wrote. When the same source comes again, pages that did not
change there are left alone; those that did are updated, unless somebody edited them here meanwhile: then the page
stays as it is and the report says so.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

from fanwiki import paths
from fanwiki.domain.page import PageSource, Value
from fanwiki.domain.title import clean_title, identity
from fanwiki.domain.viewer import CURATOR
from fanwiki.errors import DamagedFileError, FanwikiError, NotFoundError, WikiFileError
from fanwiki.importers.adding import add_to, can_add
from fanwiki.importers.draft import AttachmentDraft, Draft, Evidence, KindDraft, PageDraft
from fanwiki.importers.formats import FORMATS, detect
from fanwiki.importers.origin import cleaned
from fanwiki.importers.report import ImportReport
from fanwiki.importers.run import ImportRun
from fanwiki.jobs import Progress
from fanwiki.services.derivation import save_new
from fanwiki.services.editing import save_in
from fanwiki.services.finding import find
from fanwiki.services.keeping import keep_backup
from fanwiki.services.wikis import create_wiki
from fanwiki.store.rows import PageRow
from fanwiki.store.wiki_file import WikiFile
from fanwiki.store.writer import Writer

AT_ONCE = 500
"""So many new pages are saved in one go."""

_REMEMBERED = "imported"


@dataclass(slots=True)
class Imported:
    """What an import did, or with `dry_run` would do.

    Args:
        source: What was read.
        source_format: As which format.
        report: What the source holds and what could not be taken over.
        dry_run: Whether nothing was written.
        added: Titles of new pages.
        updated: Titles of pages that changed.
        unchanged: How many pages were there just so.
        kept: Titles of pages that were edited here and differ there; they stay as they are here.
        plan: For a dry run, the drafts of pages.
    """

    source: Path
    source_format: str
    report: ImportReport
    dry_run: bool
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    plan: list[PageDraft] = field(default_factory=list)


def import_source(
    wiki: WikiFile,
    source: Path,
    *,
    source_format: str = "auto",
    dry_run: bool = False,
    author: str = "",
    progress: Progress | None = None,
) -> Imported:
    """Import a file or folder.

    Raises:
        SourceError: It cannot be read as this format, or as any.
        FanwikiError: There is no such format.
        Cancelled: The user asked to stop; the wiki is as it was.
    """
    name = detect(source) if source_format == "auto" else source_format
    chosen = FORMATS.get(name)
    if chosen is None:
        raise FanwikiError(f"There is no import format “{name}”.", f"Choose one of: auto, {', '.join(FORMATS)}.")
    run = ImportRun(progress=progress or Progress())
    outcome = Imported(source, name, run.report, dry_run)
    drafts = chosen.read(source, run)
    if dry_run:
        outcome.plan = [draft for draft in drafts if isinstance(draft, PageDraft)]
        return outcome
    _back_up(wiki, outcome, run.progress)
    with wiki.writing() as writer:
        _write(writer, drafts, outcome, author=author)
    return outcome


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
        outcome.report.problem(wiki.path.name, "no-backup", f"No backup was made before the import: {error}")


def create_sample(path: Path, *, progress: Progress | None = None) -> WikiFile:
    """Make a wiki and fill it with the sample that ships; nothing is left behind when that fails.

    Raises:
        WikiFileError: Something is there by this name, or the folder cannot be written.
    """
    wiki = create_wiki(path)
    try:
        import_source(wiki, paths.resources() / "sample", source_format="obsidian", author="fanwiki", progress=progress)
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
        known = [reader.mappings.get(_REMEMBERED, f"{name}:{identity(page.title)}") for name in FORMATS]
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
            yield f"    note: {note.text}"


def summary(outcome: Imported) -> str:
    """Say in one line what was done."""
    if outcome.dry_run:
        return f"Would bring in {_pages(len(outcome.plan))} from {outcome.source} ({outcome.source_format})."
    report = outcome.report
    parts = [f"{_pages(len(outcome.added))} added", f"{len(outcome.updated)} updated", f"{outcome.unchanged} unchanged"]
    if outcome.kept:
        parts.append(f"{len(outcome.kept)} kept as edited here")
    if report.problems:
        parts.append(f"{len(report.problems)} problems (--report lists them)")
    return f"Imported {outcome.source} ({outcome.source_format}): {', '.join(parts)}."


def _pages(count: int) -> str:
    return "1 page" if count == 1 else f"{count} pages"


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
    }
    text = json.dumps(report, ensure_ascii=False, indent=2) + "\n"
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666), "w", encoding="utf-8") as file:
            file.write(text)
    except FileExistsError as error:
        raise FanwikiError(f"{path} is there already.", "Name another file for the report.") from error
    except OSError as error:
        raise FanwikiError(f"{path} cannot be written: {error.strerror}.", "Name another file.") from error


def _write(writer: Writer, drafts: Iterator[Draft], outcome: Imported, *, author: str) -> None:
    """Write what comes, new pages many at a time."""
    comment = f"Import from {outcome.source.name}"
    new: dict[str, PageDraft] = {}
    for draft in drafts:
        match draft:
            case KindDraft(kind):
                if kind.name not in writer.kinds():
                    _save_new(writer, new, outcome, author=author, comment=comment)
                    writer.put_kind(kind)
            case AttachmentDraft(name, data):
                _keep_file(writer, name, data, outcome)
            case PageDraft():
                if identity(draft.source.title) in new or len(new) >= AT_ONCE:
                    _save_new(writer, new, outcome, author=author, comment=comment)
                if _is_new(writer, draft, outcome):
                    source = replace(draft.source, title=clean_title(draft.source.title))
                    new[identity(source.title)] = replace(draft, source=source)
                else:
                    _change_page(writer, draft, outcome, author=author, comment=comment)
    _save_new(writer, new, outcome, author=author, comment=comment)


def _keep_file(writer: Writer, name: str, data: bytes, outcome: Imported) -> None:
    """Keep a file; one that is not what its name says is left out and told, and stops nothing else."""
    try:
        writer.attachments.replace(name, data)
    except FanwikiError as error:
        outcome.report.attachments -= 1
        outcome.report.files_skipped.append(name)
        outcome.report.problem(name, "file-refused", str(error))


def _save_new(writer: Writer, new: dict[str, PageDraft], outcome: Imported, *, author: str, comment: str) -> None:
    """Save the new pages that wait, and remember what each was imported from."""
    drafts = list(new.values())
    new.clear()
    save_new(writer, drafts, author=author, comment=comment)
    for draft in drafts:
        outcome.added.append(draft.source.title)
        _remember(writer, outcome, draft, draft.source)


def _present(writer: Writer, draft: PageDraft, outcome: Imported) -> PageRow | None:
    """Return the page that a draft is of; one that was imported before may have been renamed here."""
    title = draft.source.title
    page = writer.pages.by_title(title)
    if page is None and writer.mappings.get(_REMEMBERED, _key(outcome, draft.source)):
        page = writer.pages.find(title)
    return page


def _is_new(writer: Writer, draft: PageDraft, outcome: Imported) -> bool:
    return _present(writer, draft, outcome) is None


def _change_page(writer: Writer, draft: PageDraft, outcome: Imported, *, author: str, comment: str) -> None:
    """Bring a page up to date, unless it is just so or was edited here."""
    page = _present(writer, draft, outcome)
    if page is None:
        raise NotFoundError(f"“{draft.source.title}” is gone.", "Import again.")
    present = writer.pages.source(page)
    if draft.adds and not can_add(present, draft):
        outcome.kept.append(present.title)
        outcome.report.problem(
            present.title,
            "another-kind",
            f"“{present.title}” is a page of kind {present.kind} here and {draft.source.kind} there; it was kept.",
        )
        return
    wanted = add_to(present, draft) if draft.adds else replace(draft.source, title=present.title)
    known = writer.mappings.get(_REMEMBERED, _key(outcome, draft.source))
    seen_before = isinstance(known, dict) and known.get("source") == _digest(draft.source)
    if wanted == present or seen_before:  # seen before: the source did not change, so the difference was made here
        outcome.unchanged += 1
        return
    if not draft.adds and not (isinstance(known, dict) and known.get("page") == _digest(present)):
        outcome.kept.append(present.title)
        outcome.report.problem(
            present.title,
            "edited-here",
            f"“{present.title}” is in this wiki with other text; it was kept. Rename it to take over the other one.",
        )
        return
    saved = save_in(writer, wanted, base=page.head, author=draft.author or author, comment=draft.comment or comment)
    if draft.origin is not None and not draft.adds:
        writer.origins.put({saved.page.id: cleaned(draft.origin)})
    outcome.updated.append(wanted.title)
    _remember(writer, outcome, draft, wanted)


def _remember(writer: Writer, outcome: Imported, draft: PageDraft, saved: PageSource) -> None:
    """Keep what a page was imported from, with the sentence that each value was read from."""
    value: dict[str, Value] = {"source": _digest(draft.source), "page": _digest(saved)}
    if draft.evidence:
        value["evidence"] = [[entry.field, entry.sentence, entry.item] for entry in draft.evidence]
    writer.mappings.put(_REMEMBERED, _key(outcome, draft.source), value)


def _key(outcome: Imported, source: PageSource) -> str:
    return f"{outcome.source_format}:{identity(source.title)}"


def _digest(source: PageSource) -> str:
    """Return a short name for what a source holds, whatever its title's first letter."""
    content = json.dumps([source.kind, dict(source.fields), source.body], ensure_ascii=False)
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def _evidence_line(source: PageSource, evidence: Evidence) -> str:
    """Return which value was read from a sentence; nothing for the page itself, whose title stands above."""
    if evidence.field in ("", "body"):
        return "in the text:" if evidence.field else ""
    value = source.fields.get(evidence.field)
    if isinstance(value, list):
        value = value[evidence.item] if evidence.item < len(value) else None
    shown = ", ".join(f"{key} {text}" for key, text in value.items()) if isinstance(value, dict) else str(value)
    return f"{evidence.field}: {shown}"
