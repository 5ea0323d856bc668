"""The HTML bundle: plan, then link, then fill the templates, then write; each part knows nothing of the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path

from fanwiki.exporters.html.documents import Documents, Look
from fanwiki.exporters.html.kept import KeptBundle, Lots
from fanwiki.exporters.html.linker import Frame
from fanwiki.exporters.html.making import SHEET, Batch, Inspect, Notes, OwnWorkshop, PageMaker, Task, Workshop, tasks_of
from fanwiki.exporters.html.plan import README, STYLE, plan
from fanwiki.exporters.html.search_chunks import WordChunk
from fanwiki.exporters.html.search_index import SearchIndex
from fanwiki.exporters.html.search_script import scripts
from fanwiki.exporters.html.search_scripts import index_files, new_index
from fanwiki.exporters.html.search_shards import IndexFigures
from fanwiki.exporters.html.sheets import NotKept, Whole
from fanwiki.exporters.html.single import write_single
from fanwiki.exporters.html.source import (
    AttachmentEntry,
    BundleSource,
    ClaimEntry,
    Hrefs,
    KindEntry,
    LinkingEntry,
    OriginEntry,
    PageEntry,
    PageSource,
    PageText,
    TextPart,
)
from fanwiki.exporters.html.writer import Listed, bundle_folder, check_destination
from fanwiki.exporters.html.zipped import write_zip
from fanwiki.jobs import Progress

__all__ = [
    "AttachmentEntry",
    "Batch",
    "BundleReport",
    "BundleSource",
    "ClaimEntry",
    "Frame",
    "Hrefs",
    "Inspect",
    "KindEntry",
    "LinkingEntry",
    "Look",
    "OriginEntry",
    "OwnWorkshop",
    "PageEntry",
    "PageMaker",
    "PageSource",
    "PageText",
    "Task",
    "TextPart",
    "Workshop",
    "export_bundle",
    "export_single",
    "export_zip",
]


@dataclass(frozen=True, slots=True)
class BundleReport:
    """What an export made.

    Args:
        pages: How many pages.
        files: How many files.
        size: How many bytes.
        manifest: The hash of the manifest.
        frame: What the pages share.
        figures: What is to know of the search index for changing a little of it.
        notes: What is to be remembered of each page.
    """

    pages: int
    files: int
    size: int
    manifest: str = ""
    frame: Frame | None = None
    figures: IndexFigures = field(default_factory=IndexFigures)
    notes: Notes = field(default_factory=Notes)


def export_bundle(
    source: BundleSource,
    destination: Path,
    *,
    look: Look | None = None,
    inspect: Inspect | None = None,
    workshop: Workshop | None = None,
    progress: Progress | None = None,
) -> BundleReport:
    """Export a wiki as a folder of HTML that any browser opens from disk.

    The same source gives the same bytes. The folder appears whole or, when cancelled or failing, not at all.

    Args:
        source: The wiki, as its viewer may see it.
        destination: The folder to make.
        look: How it looks.
        inspect: Called with path and bytes of each file that comes of the wiki; what it raises stops the export.
        workshop: Who makes the pages; this process does when nobody is named.
        progress: Where to report.

    Raises:
        FanwikiError: The destination holds something else, or cannot be written.
        Cancelled: The user asked to stop.
    """
    check_destination(destination.resolve())
    whole = source.whole()
    if whole is not None and inspect is None:
        with suppress(NotKept):
            return _as_kept(source, whole, destination, progress or Progress())
    making = _Making(source, look, inspect, workshop, progress)
    with bundle_folder(destination, title=making.plan.title) as folder:
        for name in making.frame.sites:
            folder.make_folder(name)
        for path, data in making.files(folder.path, folder.listed):
            folder.add(path, data)
    return BundleReport(
        len(making.plan.pages),
        len(folder.listed) + 1,
        folder.listed.size,
        folder.manifest,
        making.frame,
        making.figures,
        making.notes,
    )


def _as_kept(source: BundleSource, whole: Whole, destination: Path, progress: Progress) -> BundleReport:
    """Write a bundle that is the same as one made before; raises NotKept when that is not possible any more."""
    with bundle_folder(destination, title=source.title) as folder:
        notes = KeptBundle(source, whole, folder).write(progress)
    listed = folder.listed
    pages, files = len(source.prints), len(listed) + 1
    return BundleReport(pages, files, listed.size, folder.manifest, whole.frame, whole.figures, notes)


def export_zip(
    source: BundleSource,
    destination: Path,
    *,
    look: Look | None = None,
    inspect: Inspect | None = None,
    workshop: Workshop | None = None,
    progress: Progress | None = None,
) -> BundleReport:
    """Export a wiki as an archive that holds the bundle's folder; arguments and errors are those of `export_bundle`."""
    making = _Making(source, look, inspect, workshop, progress)
    listed = write_zip(making.files(None, Listed()), destination, title=making.plan.title)
    return BundleReport(len(making.plan.pages), len(listed) + 1, listed.size)


def export_single(
    source: BundleSource,
    destination: Path,
    *,
    look: Look | None = None,
    inspect: Inspect | None = None,
    progress: Progress | None = None,
) -> BundleReport:
    """Export a wiki as one file of HTML; arguments and errors are those of `export_bundle`."""
    bundle = plan(source)
    size = write_single(bundle, source, destination, look or Look(), inspect=inspect, progress=progress)
    return BundleReport(len(bundle.pages), 1, size)


class _Making:
    """The making of all files of a bundle; arguments are those of `export_bundle`."""

    def __init__(
        self,
        source: BundleSource,
        look: Look | None,
        inspect: Inspect | None,
        workshop: Workshop | None,
        progress: Progress | None,
    ) -> None:
        self._source = source
        self._inspect = inspect
        self._workshop = workshop or OwnWorkshop(source)
        self._progress = progress or Progress()
        self.plan = plan(source)
        self._documents = Documents(self.plan, source, look or Look())
        self.frame = self._documents.frame()
        self.figures = IndexFigures()
        self.notes = Notes()
        self._total = sum(1 for _ in self.plan.paths())
        self._done = 0

    def files(self, folder: Path | None, listed: Listed) -> Iterator[tuple[str, bytes]]:
        """Yield every file but the manifest.

        Args:
            folder: Where the pages may be written by whoever makes them; then they are not yielded.
            listed: Where such pages are noted.
        """
        tasks = tasks_of(self.plan.pages, self._source.prints)
        made = self._workshop.made(self.frame, tasks, self._inspect, folder)
        lots = Lots(self._source)
        others = lots.keeping(self._inspected(self._documents.make()))
        # While others make pages, a little of what is no page is made after each batch: whoever waited until all of it
        # is made would have to stop. An archive has an order.
        at_once = self._total if folder is None else (self._total - len(self.plan.pages)) * SHEET // self._total + 1
        yield from self._told(islice(others, at_once))
        with new_index(self.plan, self._source) as index:
            for batch in made:
                yield from self._joined(batch, index, listed)
                yield from self._told(islice(others, at_once))
            yield from self._told(others)
            self._progress.step(self._done, self._total, "Writing the search index")
            yield from lots.keeping(self._inspected(index_files(self.plan, index)))
            self.figures = index.figures
        lots.close(self.frame, self.figures)

    def _told(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        """Yield files, and tell of each."""
        for path, data in files:
            self._progress.step(self._done, self._total, "Writing the bundle")
            self._done += 1
            yield path, data

    def _joined(self, batch: Batch, index: SearchIndex, listed: Listed) -> Iterator[tuple[str, bytes]]:
        """Yield the files of a batch that are not written yet, and note everything else of it."""
        self._progress.step(self._done, self._total, "Writing the bundle")
        self._done += len(batch.files)
        index.join(WordChunk.from_bytes(batch.words))
        self.notes.add(batch.notes)
        for file in batch.files:
            if file.data is None:
                listed.add_written(file.path, file.sha256, file.size)
            else:
                yield file.path, file.data

    def _inspected(self, files: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
        shipped = {STYLE, README, *scripts()}
        for path, data in files:
            if self._inspect is not None and path not in shipped:
                self._inspect(path, data)
            yield path, data
