"""Writes the drafts of an import, and settles what was changed here and there since the last one.

The wiki remembers, for each page, file and kind that an import wrote, what it wrote. So what nobody touched here
follows the source, what only was changed here stays, and where both changed a `Choice` decides.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from fanwiki.domain.kind import Kind
from fanwiki.domain.kind_writing import extended
from fanwiki.domain.page import PageId, PageSource, Value
from fanwiki.domain.page_merge import TEXT, Choice, merge_pages
from fanwiki.domain.title import clean_title, identity, lookup_key
from fanwiki.errors import FanwikiError, NotFoundError
from fanwiki.importers.adding import add_to, can_add
from fanwiki.importers.draft import AttachmentDraft, Draft, KindDraft, PageDraft
from fanwiki.importers.mapping import Mappings
from fanwiki.importers.origin import cleaned
from fanwiki.importers.report import ImportReport
from fanwiki.services.derivation import derive_again, save_new
from fanwiki.services.editing import save_in
from fanwiki.store.rows import PageRow
from fanwiki.store.writer import Writer
from fanwiki.wording import phrase, written

AT_ONCE = 500
"""So many new pages are saved in one go."""

TEXT_AT_ONCE = 2_000_000
_MOST_NAMED = 6
"""So many characters of new pages are saved in one go."""

PAGES = "imported"
"""Where the wiki remembers what each page was imported from."""

_HALF = re.compile("[\ud800-\udfff]")
_FILES = "imported file"
_KINDS = "imported kind"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A page that was changed here and there.

    Args:
        title: The page.
        parts: Which of its fields, or ``text``, or ``kind``.
        revision: With `Choice.BOTH`, the revision that holds the source's version; else None.
    """

    title: str
    parts: tuple[str, ...]
    revision: int | None = None


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
        kept: Titles of pages that were changed here and differ there, and were left as they are here.
        deleted: Titles of pages that were imported before, were deleted here since, and stay deleted.
        conflicts: Pages that were changed here and there, whatever was chosen.
        planned: For a dry run, how many pages the source gives.
        plan: For a dry run, the drafts of the first of them.
        offered: What each template, type of note or column became.
    """

    source: Path
    source_format: str
    report: ImportReport
    dry_run: bool
    added: list[str] = field(default_factory=list)
    updated: list[str] = field(default_factory=list)
    unchanged: int = 0
    kept: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    conflicts: list[Conflict] = field(default_factory=list)
    planned: int = 0
    plan: list[PageDraft] = field(default_factory=list)
    offered: Mappings = field(default_factory=dict)


class ImportWriter:
    """Writes one import within a transaction.

    Args:
        writer: The transaction.
        outcome: What is done is written down here.
        author: Who, where the source names nobody.
        on_conflict: What goes where both sides changed.
    """

    def __init__(self, writer: Writer, outcome: Imported, *, author: str, on_conflict: Choice) -> None:
        self._writer = writer
        self._outcome = outcome
        self._report = outcome.report
        self._author = author
        self._choice = on_conflict
        self._comment = written("Import from %1", outcome.source.name)
        self._new: dict[str, PageDraft] = {}
        self._size = 0

    def write(self, drafts: Iterator[Draft]) -> None:
        """Write what comes, new pages many at a time."""
        for draft in drafts:
            match draft:
                case KindDraft(kind, adds=True):
                    self._add_to_kind(kind)
                case KindDraft(kind):
                    self._put_kind(kind)
                case AttachmentDraft(name, data):
                    self._put_file(name, data)
                case PageDraft():
                    self._put_page(draft)
        self._save_new()

    def _put_kind(self, kind: Kind) -> None:
        """Add a kind; one that the wiki has stays where it was changed here or describes pages already."""
        present = self._writer.kinds().get(kind.name)
        if present is not None and present.toml == kind.toml:
            return
        known = self._writer.mappings.get(_KINDS, kind.name)
        follows = present is None or known == _hash(present.toml)
        pages = [] if present is None else [page.id for page in self._writer.pages.all(kind.name)]
        if not follows and pages and self._choice is not Choice.THEIRS:
            text = written("The kind “%1” is declared in another way here; this wiki's own was kept.", kind.name)
            self._report.problem(kind.name, "kind-kept", text)
            return
        self._write_kind(kind, kind, pages)

    def _add_to_kind(self, kind: Kind) -> None:
        """Add a kind, or the fields that the wiki's own lacks; a field that was taken out here stays out."""
        present = self._writer.kinds().get(kind.name)
        if present is None:
            self._write_kind(kind, kind, [])
        elif self._writer.mappings.get(_KINDS, kind.name) != _hash(kind.toml):
            pages = [page.id for page in self._writer.pages.all(kind.name)]
            self._write_kind(extended(present, kind.fields), kind, pages)

    def _write_kind(self, kind: Kind, imported: Kind, pages: Sequence[PageId]) -> None:
        self._save_new()
        self._writer.put_kind(kind)
        self._writer.mappings.put(_KINDS, kind.name, _hash(imported.toml))
        derive_again(self._writer, pages)

    def _put_file(self, name: str, data: bytes) -> None:
        """Keep a file; one that is not what its name says is left out and told, and stops nothing else."""
        sha256 = hashlib.sha256(data).hexdigest()
        try:
            present = self._writer.attachments.find(name)
            known = self._writer.mappings.get(_FILES, lookup_key(name))
            if present is not None and present.sha256 not in (sha256, known) and self._choice is not Choice.THEIRS:
                self._keep_other_file(name, data)
                return
            if present is None or present.sha256 != sha256:
                self._writer.attachments.replace(name, data)
            if known != sha256:
                self._writer.mappings.put(_FILES, lookup_key(name), sha256)
        except FanwikiError as error:
            self._report.attachments -= 1
            self._report.files_skipped.append(name)
            self._report.problem(name, "file-refused", str(error))

    def _keep_other_file(self, name: str, data: bytes) -> None:
        """Leave a file that is another one here; with both wanted, keep the source's under a numbered name."""
        if self._choice is Choice.BOTH:
            added = self._writer.attachments.add(name, data)
            self._report.problem(
                name, "file-beside", written("Another file has this name here; it was kept as %1.", added.name)
            )
            return
        self._report.attachments -= 1
        self._report.files_skipped.append(name)
        self._report.problem(name, "file-kept", written("Another file has this name here; this wiki's own was kept."))

    def _put_page(self, draft: PageDraft) -> None:
        draft = self._whole(draft)
        if identity(draft.source.title) in self._new or len(self._new) >= AT_ONCE or self._size > TEXT_AT_ONCE:
            self._save_new()
        known = self._known(draft)
        page = self._present(draft, known)
        if page is not None:
            self._change(draft, page, known)
        elif known and not draft.adds and self._choice is Choice.KEEP:
            self._stay_deleted(draft)
        else:
            source = replace(draft.source, title=clean_title(draft.source.title))
            self._new[identity(source.title)] = replace(draft, source=source)
            self._size += len(source.body)

    def _whole(self, draft: PageDraft) -> PageDraft:
        """Return a draft without halves of characters, which no file can keep; JSON can hold them."""
        source = draft.source
        text = json.dumps([source.title, dict(source.fields), source.body], ensure_ascii=False)
        if not _HALF.search(text):
            return draft
        title, fields, body = json.loads(_HALF.sub("\ufffd", _joined(text)))
        self._report.problem(
            title, "broken-characters", written("Characters of which only a half is there were replaced.")
        )
        return replace(draft, source=replace(source, title=title, fields=fields, body=body))

    def _known(self, draft: PageDraft) -> Mapping[str, Value]:
        value = self._writer.mappings.get(PAGES, self._key(draft.source))
        return value if isinstance(value, dict) else {}

    def _key(self, source: PageSource) -> str:
        return f"{self._outcome.source_format}:{identity(source.title)}"

    def _present(self, draft: PageDraft, known: Mapping[str, Value]) -> PageRow | None:
        """Return the page that a draft is of; one that was imported before may have been renamed here."""
        page = self._writer.pages.by_title(draft.source.title)
        return self._writer.pages.find(draft.source.title) if page is None and known else page

    def _stay_deleted(self, draft: PageDraft) -> None:
        title = draft.source.title
        self._outcome.deleted.append(title)
        text = written("“%1” was imported before and deleted here; it stays deleted.", title)
        self._report.problem(title, "deleted-here", text)

    def _save_new(self) -> None:
        """Save the new pages that wait, and remember what each was imported from."""
        drafts = list(self._new.values())
        self._new.clear()
        self._size = 0
        save_new(self._writer, drafts, author=self._author, comment=self._comment)
        for draft in drafts:
            self._outcome.added.append(draft.source.title)
            self._remember(draft, page=digest(draft.source), revision=len(draft.revisions) + 1)

    def _change(self, draft: PageDraft, page: PageRow, known: Mapping[str, Value]) -> None:
        """Bring a page up to date as far as it was not changed here."""
        present = self._writer.pages.source(page)
        if draft.adds:
            self._add(draft, page, present, known)
            return
        theirs = replace(draft.source, title=present.title)
        if theirs == present:
            self._outcome.unchanged += 1
            if known.get("source") != digest(draft.source):
                self._remember(draft, page=digest(present), revision=page.head)
        elif known.get("source") == digest(draft.source):  # the source did not change, so the difference was made here
            self._outcome.unchanged += 1
        elif known.get("page") == digest(present):
            row = self._save(draft, theirs, page)
            self._remember(draft, page=digest(theirs), revision=row.head)
        else:
            self._merge(draft, page, present, self._base(page, known))

    def _add(self, draft: PageDraft, page: PageRow, present: PageSource, known: Mapping[str, Value]) -> None:
        """Add what an article says to a page that is there."""
        if not can_add(present, draft):
            self._outcome.kept.append(present.title)
            self._report.problem(
                present.title,
                "another-kind",
                written(
                    "“%1” is a page of kind %2 here and %3 there; it was kept.",
                    present.title,
                    present.kind,
                    draft.source.kind,
                ),
            )
            return
        wanted = add_to(present, draft)
        if wanted == present or known.get("source") == digest(draft.source):
            self._outcome.unchanged += 1
            return
        row = self._save(draft, wanted, page)
        self._remember(draft, page=digest(wanted), revision=row.head)

    def _base(self, page: PageRow, known: Mapping[str, Value]) -> PageSource | None:
        """Return the page as it was imported last, if that is known."""
        kept = known.get("base")
        if isinstance(kept, list):
            kind, fields, body = kept
            return PageSource(page.title, str(kind), fields if isinstance(fields, dict) else {}, str(body))
        number = known.get("revision")
        try:
            return self._writer.history.source(page, number) if isinstance(number, int) else None
        except NotFoundError:
            return None

    def _merge(self, draft: PageDraft, page: PageRow, present: PageSource, base: PageSource | None) -> None:
        theirs = replace(draft.source, title=present.title)
        merged = merge_pages(base, present, theirs, self._choice)
        clashes = bool(merged.conflicts)
        row = page
        if clashes and self._choice is Choice.BOTH:
            comment = written("%t1: its own version; the next revision joins both", self._comment)
            row = self._save(replace(draft, comment=comment), theirs, row)
        if merged.source != (theirs if row is not page else present):
            row = self._save(draft, merged.source, row)
        if clashes:
            self._tell_conflict(page, row, merged.conflicts)
        if not clashes or self._choice is not Choice.KEEP:
            self._remember(draft, base=[theirs.kind, dict(theirs.fields), theirs.body])

    def _tell_conflict(self, page: PageRow, row: PageRow, parts: tuple[str, ...]) -> None:
        both = self._choice is Choice.BOTH
        self._outcome.conflicts.append(Conflict(page.title, parts, page.head + 1 if both else None))
        if self._choice is Choice.KEEP:
            self._outcome.kept.append(page.title)
        done = {
            Choice.KEEP: phrase("what stands here was kept"),
            Choice.THEIRS: phrase("what stands there was taken"),
            Choice.BOTH: phrase("this wiki's text stays, and the source's is revision %1", page.head + 1),
        }[self._choice]
        text = written("“%1” was changed here and there (%t2); %t3.", row.title, _named(parts), done)
        self._report.problem(page.title, "edited-here", text)

    def _save(self, draft: PageDraft, source: PageSource, page: PageRow) -> PageRow:
        """Save a page anew, with where it came from."""
        author, comment = draft.author or self._author, draft.comment or self._comment
        row = save_in(self._writer, source, base=page.head, author=author, comment=comment).page
        if draft.origin is not None and not draft.adds:
            self._writer.origins.put({row.id: cleaned(draft.origin)})
        if row.title not in self._outcome.updated[-1:]:
            self._outcome.updated.append(row.title)
        return row

    def _remember(self, draft: PageDraft, **state: Value) -> None:
        """Keep what a page was imported from, with the sentence that each value was read from."""
        value: dict[str, Value] = {"source": digest(draft.source), **state}
        if draft.evidence:
            value["evidence"] = [[entry.field, entry.sentence, entry.item] for entry in draft.evidence]
        self._writer.mappings.put(PAGES, self._key(draft.source), value)


def _named(parts: Sequence[str]) -> str:
    """Return what of a page was changed: its fields as its front matter has them, and its text."""
    fields = [name for name in parts if name != TEXT]
    told = ", ".join(fields[:_MOST_NAMED])
    if len(fields) > _MOST_NAMED:
        told = phrase("%1 and %2 more", told, len(fields) - _MOST_NAMED)
    if TEXT not in parts:
        return told
    return phrase("%t1 and the text", told) if fields else phrase("the text")


def digest(source: PageSource) -> str:
    """Return a short name for what a source holds, whatever its title's first letter."""
    return _hash(json.dumps([source.kind, dict(source.fields), source.body], ensure_ascii=False))


def _joined(text: str) -> str:
    """Put the halves of characters together that stand side by side."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]
