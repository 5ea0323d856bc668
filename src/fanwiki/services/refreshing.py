"""Rewrites what an edit changed in a bundle: the pages, those that show something of them, and the words.

What a page shows comes from itself, from pages that link to it or name it in a field, from pages that it shows in its
text, and from lists that queries make. So after an edit of a page these are made anew: the page, whatever it leads to
now and did not before or the other way round, whatever its fields name when they changed, whatever shows it or leads to
a place in it, and every page with a list. An edit that does more, such as a new title, tag, gate or page, changes
indexes and other pages in so many ways that all is made anew.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from fanwiki.domain.document import Document, Fact
from fanwiki.domain.gate import Gate
from fanwiki.domain.page import ALIASES, PageId
from fanwiki.domain.title import identity
from fanwiki.exporters.html import Inspect, PageEntry, PageMaker, PageText, TextPart
from fanwiki.exporters.html.linker import Linker, folder_of
from fanwiki.exporters.html.linking_pages import LinkingPages
from fanwiki.exporters.html.making import Notes
from fanwiki.exporters.html.plan import linking_parts
from fanwiki.exporters.html.refresh import StandingBundle
from fanwiki.exporters.html.search_patch import CannotPatch, IndexPatch, PageChange
from fanwiki.exporters.html.search_scripts import beginning
from fanwiki.exporters.html.search_words import PageWords, page_words
from fanwiki.jobs import Progress
from fanwiki.markup.derive import derive
from fanwiki.markup.render import Renderer
from fanwiki.services.browsing import SOURCE_KIND
from fanwiki.services.bundle_state import BundleState, passed_gates, told_origins
from fanwiki.services.bundles import BundlePages
from fanwiki.services.linking import Leads
from fanwiki.services.told_rows import told_rows
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow

_Named: TypeAlias = set[tuple[str, Gate]]
"""Titles with the gates of what names them."""

MOST_EDITED = 200
"""After so many edits a full export is hardly slower."""

DATED = ("image", "released", "universe_date")
"""Fields that lists and tables of other pages tell of."""


class NotOnlyTexts(Exception):  # noqa: N818  (it is an answer: all must be made anew)
    """More has changed than texts and values of pages."""


@dataclass(frozen=True, slots=True)
class _Edit:
    """A page as it was exported and as it is."""

    page: PageRow
    old: Document
    new: Document


class Refresh:
    """Finds out what changed since a bundle was exported, and makes that anew.

    Args:
        reader: The wiki as the bundle's reader may see it.
        whole: The same state of the wiki as its curator sees it.
        renderer: Renders bodies.
        state: What is remembered of the bundle.
        inspect: Looks at what is written for anything withheld.
        kept: Returns the words of a page that have a signature, if they were kept.
    """

    def __init__(
        self,
        reader: Reader,
        whole: Reader,
        renderer: Renderer,
        state: BundleState,
        inspect: Inspect | None,
        kept: Callable[[PageId, bytes], PageWords | None],
    ) -> None:
        self._reader = reader
        self._whole = whole
        self._leads = Leads(whole)
        self._state = state
        self._source = BundlePages(reader, renderer)
        self._maker = PageMaker(self._source, state.frame, inspect, None)
        self._inspect = inspect
        self._kept = kept

    def run(self, bundle: StandingBundle, heads: dict[PageId, int], title: str, progress: Progress) -> BundleState:
        """Bring a bundle up to date and return what is to be remembered of it.

        Args:
            bundle: The bundle, which is as it was written.
            heads: The pages that are exported now, with their revisions.
            title: The wiki's name.
            progress: Where to report.

        Raises:
            NotOnlyTexts: All must be made anew; nothing was written.
        """
        edits = self._edits(heads)
        notes = Notes(dict(self._state.notes.words), set(self._state.notes.lists))
        files: dict[str, bytes | None] = {}
        touched = sorted(self._touched(edits) & heads.keys())
        for start in range(0, len(touched), 100):
            some = touched[start : start + 100]
            self._source.gather(some)
            for page in progress.over(some, len(some), "Writing what changed"):
                file, has_list = self._maker.file(page)
                (notes.lists.add if has_list else notes.lists.discard)(page)
                if file.data is not None and not bundle.holds(file.path, file.sha256):
                    files[file.path] = file.data
        for path, text in self._linking(edits):
            if not bundle.holds(path, hashlib.sha256(text).hexdigest()):
                files[path] = text
        patch = IndexPatch(bundle.read, self._state.figures)
        if edits:
            files |= {path: data or None for path, data in self._indexed(edits, sorted(heads), notes, patch).items()}
        manifest = bundle.replace(files, title) if files else bundle.hash
        day = date.today().isoformat()
        return replace(
            self._state,
            manifest=manifest,
            folders=bundle.folder_times(),
            day=day,
            gates=passed_gates(self._reader),
            heads=heads,
            figures=patch.figures,
            notes=notes,
            changes=self._reader.changes,
            prints=self._state.prints.without(touched),
        )

    def _edits(self, heads: dict[PageId, int]) -> list[_Edit]:
        """Return the pages that were edited.

        Raises:
            NotOnlyTexts: Pages came, went or are from elsewhere, or an edit changed more than a text.
        """
        before = self._state.heads
        if heads.keys() != before.keys() or told_origins(self._reader) != self._state.origins:
            raise NotOnlyTexts
        edited = [page for page, head in heads.items() if before[page] != head]
        passed = passed_gates(self._reader)
        if len(edited) > MOST_EDITED or any(
            passed.get(films, passes) != passes for films, passes in self._state.gates.items()
        ):
            raise NotOnlyTexts
        rows = self._reader.pages.get_all(edited)
        edits = [self._edit(rows[page], before[page]) for page in edited]
        self._check_authors(edits)
        return edits

    def _check_authors(self, edits: Iterable[_Edit]) -> None:
        if self._reader.viewer.sees_all:
            rows = (row for edit in edits for row in self._reader.history.revisions(edit.page))
            is_known = {row.author for row in rows if row.author} <= self._state.authors
        else:
            is_known = frozenset(self._reader.history.authors(self._state.heads)) == self._state.authors
        if not is_known:
            raise NotOnlyTexts

    def _edit(self, page: PageRow, before: int) -> _Edit:
        old, new = self._whole.history.source(page, before), self._whole.pages.source(page)
        kind = self._whole.kinds().of(new.kind)
        edit = _Edit(page, *(derive(source, kind, gate_of=self._leads.gate_of) for source in (old, new)))
        same = (
            (old.title, old.kind) == (new.title, new.kind)
            and (edit.old.gate, edit.old.names) == (edit.new.gate, edit.new.names)
            and edit.old.tags == edit.new.tags
            and self._told_elsewhere(edit.old) == self._told_elsewhere(edit.new)
        )
        if kind.is_film:  # a search is narrowed by the films that name a page
            same = same and _named_in_fields(edit.old) == _named_in_fields(edit.new)
        is_told_of = kind.rumour or kind.name == SOURCE_KIND
        if not same or (is_told_of and edit.old.facts != edit.new.facts):
            raise NotOnlyTexts
        return edit

    def _told_elsewhere(self, document: Document) -> tuple[list[Fact], _Named, _Named]:
        """Return what indexes tell of a page: its days and picture, the films it names, the files it shows."""
        dated = [fact for fact in document.facts if fact.field in DATED]
        films = {(target, gate) for target, gate in _named_in_fields(document) if self._is_film(target)}
        shown = {(link.target, link.gate) for link in document.links if self._is_file(link.target)}
        return dated, films, shown

    def _is_film(self, title: str) -> bool:
        page = self._leads.lead(title).page
        return page is not None and self._whole.kinds().of(page.kind).is_film

    def _is_file(self, title: str) -> bool:
        return bool(title) and self._leads.lead(title).page is None and self._leads.has_file(title)

    def _touched(self, edits: Iterable[_Edit]) -> set[PageId]:
        """Return the pages that may show something else now."""
        edited = {edit.page.id for edit in edits}
        if not edited and self._state.day == date.today().isoformat():
            return set()
        moved = {edit.page.id for edit in edits if self._has_other_places(edit)}
        touched = set(edited)
        if moved:
            touched |= {link.source.id for link in self._reader.links.into_places(moved)}
        touched |= self._showing(touched)
        touched |= self._state.notes.lists
        touched |= {page.id for page in self._named_otherwise(edits)}
        if self._state.day != date.today().isoformat():
            rumours = [name for name, kind in self._reader.kinds().items() if kind.rumour]
            touched |= {page.id for name in rumours for page in self._reader.pages.all(name)}
        return touched

    def _named_otherwise(self, edits: Iterable[_Edit]) -> list[PageRow]:
        """Return the pages to which edited pages link, or which their fields name, in another way than before."""
        named = {title for edit in edits for title in _named_otherwise(edit.old, edit.new) if title}
        return [page for page in (self._leads.lead(title).page for title in sorted(named)) if page is not None]

    def _linking(self, edits: Iterable[_Edit]) -> Iterator[tuple[str, bytes]]:
        """Yield the files that list what links to a page, where that may be other pages now.

        Raises:
            NotOnlyTexts: There would be more or fewer of them.
        """
        frame = self._state.frame
        pages = {page.id: page.title for page in self._named_otherwise(edits) if page.id in self._state.heads}
        for page in pages:
            paths = frame.addresses.linking.get(page, ())
            row = self._reader.pages.get_all([page])[page]
            if linking_parts(self._reader.links.count_sources_to(row)) != len(paths):
                raise NotOnlyTexts
            if paths:
                folder = folder_of(paths[0])
                made = LinkingPages(self._source, Linker(frame.addresses, folder), frame.sites[folder], pages)
                for path, text in made.make(page, paths):
                    data = text.encode()
                    if self._inspect is not None:
                        self._inspect(path, data)
                    yield path, data

    def _has_other_places(self, edit: _Edit) -> bool:
        """Tell whether links to a place in a page may lead elsewhere now; which blocks are gated nobody wrote down."""
        places = [(document.headings, document.blocks) for document in (edit.old, edit.new)]
        return not self._reader.viewer.sees_all or places[0] != places[1]

    def _showing(self, pages: set[PageId]) -> set[PageId]:
        """Return the pages that show these pages in their text, at whatever depth."""
        found: set[PageId] = set()
        new = pages
        while new:
            new = self._reader.links.embedding(new) - found
            found |= new
        return found

    def _indexed(self, edits: list[_Edit], order: list[PageId], notes: Notes, patch: IndexPatch) -> dict[str, bytes]:
        """Return the files of the search that change.

        Raises:
            NotOnlyTexts: The index must be made anew.
        """
        changes = []
        self._source.gather([edit.page.id for edit in edits])
        for edit in edits:
            page = edit.page
            entry = self._entry(page)
            text = self._source.text(page.id)
            old, new = self._old_words(edit, entry, notes.words[page.id]), page_words(entry, text)
            notes.words[page.id] = new.signature(text.rows)
            changes.append(PageChange(bisect_left(order, page.id), old, new, beginning(text)))
        try:
            files = patch.files(changes)
        except (CannotPatch, OSError) as reason:
            raise NotOnlyTexts from reason
        for path, data in files.items():
            if self._inspect is not None:
                self._inspect(path, data)
        return files

    def _old_words(self, edit: _Edit, entry: PageEntry, signature: bytes) -> PageWords:
        """Return the words that the bundle has of an edited page.

        Raises:
            NotOnlyTexts: An earlier version of the program found others in it, or other links and values.
        """
        was = self._text(edit.old)
        old = page_words(entry, was)
        if old.signature(was.rows) == signature:
            return old
        kept = self._kept(edit.page.id, signature)
        if kept is None or kept.signature(was.rows) != signature:
            raise NotOnlyTexts
        return kept

    def _entry(self, page: PageRow) -> PageEntry:
        aliases = tuple(name.text for name in self._reader.pages.names(page) if not name.is_title)
        return PageEntry(page.id, page.title, page.kind, aliases=aliases, tags=tuple(self._reader.tags.of(page)))

    def _text(self, document: Document) -> PageText:
        """Return the words of a page as it was, as `BundlePages.text` does of a page as it is."""
        seen = [fact for fact in document.facts if self._sees(fact.gate, fact.target)]
        names = [name.text for name in document.names if self._reader.sees(name.gate)]
        fields = tuple(dict.fromkeys(fact.text for fact in seen if fact.field != ALIASES))
        lines = {line for field in fields for line in field.split("\n")}
        lines.update(names)
        parts = tuple(
            TextPart(segment.heading, segment.text)
            for segment in document.segments
            if self._reader.sees(segment.gate)
            and (segment.heading or segment.anchor or not lines.issuperset(segment.text.split("\n")))
        )
        tags = [tag.name for tag in document.tags if self._reader.sees(tag.gate)]
        titles = {identity(link.target) for link in document.links if self._sees(link.gate, link.target)}
        return PageText(parts, fields, told_rows(names, tags, seen, titles))

    def _sees(self, gate: Gate, target: str | None) -> bool:
        """Tell whether the reader may see what stands behind a gate, and know of the page that it names."""
        return self._reader.sees(gate) and not (target and self._reader.pages.leads_to(target).masked)


def _named_otherwise(old: Document, new: Document) -> set[str]:
    """Return the titles of pages that show something else of a page now: that it links to them, or its fields."""
    linked = {(link.target, link.gate) for link in old.links} ^ {(link.target, link.gate) for link in new.links}
    found = {target for target, _ in linked}
    if old.facts != new.facts:
        found |= {fact.target for fact in (*old.facts, *new.facts) if fact.target is not None}
    return found


def _named_in_fields(document: Document) -> _Named:
    return {(fact.target, fact.gate) for fact in document.facts if fact.target is not None}
