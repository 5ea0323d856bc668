"""The HTML bundle: plan, then link, then fill the templates, then write; each part knows nothing of the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from fanwiki.exporters.html.documents import Documents, Look
from fanwiki.exporters.html.plan import README, STYLE, Plan, plan
from fanwiki.exporters.html.search_script import scripts
from fanwiki.exporters.html.search_scripts import search_files
from fanwiki.exporters.html.single import write_single
from fanwiki.exporters.html.source import (
    AttachmentEntry,
    BundleSource,
    ClaimEntry,
    Hrefs,
    KindEntry,
    OriginEntry,
    PageEntry,
    PageText,
    TextPart,
)
from fanwiki.exporters.html.writer import check_destination, write_bundle
from fanwiki.exporters.html.zipped import write_zip
from fanwiki.jobs import Progress

Inspect = Callable[[str, bytes], None]

__all__ = [
    "AttachmentEntry",
    "BundleReport",
    "BundleSource",
    "ClaimEntry",
    "Hrefs",
    "KindEntry",
    "Look",
    "OriginEntry",
    "PageEntry",
    "PageText",
    "TextPart",
    "export_bundle",
    "export_single",
    "export_zip",
]


@dataclass(frozen=True, slots=True)
class BundleReport:
    """What an export made: how many pages, files and bytes."""

    pages: int
    files: int
    size: int


def export_bundle(
    source: BundleSource,
    destination: Path,
    *,
    look: Look | None = None,
    inspect: Inspect | None = None,
    progress: Progress | None = None,
) -> BundleReport:
    """Export a wiki as a folder of HTML that any browser opens from disk.

    The same source gives the same bytes. The folder appears whole or, when cancelled or failing, not at all.

    Args:
        source: The wiki, as its viewer may see it.
        destination: The folder to make.
        look: How it looks.
        inspect: Called with path and bytes of each file that comes of the wiki; what it raises stops the export.
        progress: Where to report.

    Raises:
        FanwikiError: The destination holds something else, or cannot be written.
        Cancelled: The user asked to stop.
    """
    check_destination(destination.resolve())
    bundle = plan(source)
    listed = write_bundle(_files(bundle, source, look, inspect, progress), destination, title=bundle.title)
    return BundleReport(len(bundle.pages), len(listed.hashes) + 1, listed.size)


def export_zip(
    source: BundleSource,
    destination: Path,
    *,
    look: Look | None = None,
    inspect: Inspect | None = None,
    progress: Progress | None = None,
) -> BundleReport:
    """Export a wiki as an archive that holds the bundle's folder; arguments and errors are those of `export_bundle`."""
    bundle = plan(source)
    listed = write_zip(_files(bundle, source, look, inspect, progress), destination, title=bundle.title)
    return BundleReport(len(bundle.pages), len(listed.hashes) + 1, listed.size)


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


def _files(
    bundle: Plan, source: BundleSource, look: Look | None, inspect: Inspect | None, progress: Progress | None
) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a bundle but its manifest."""
    watched = progress or Progress()
    total = sum(1 for _ in bundle.paths())
    made = watched.over(Documents(bundle, source, look or Look()).make(), total, "Writing the bundle")
    return _inspected(chain(made, search_files(bundle, source, watched)), inspect)


def _inspected(files: Iterable[tuple[str, bytes]], inspect: Inspect | None) -> Iterator[tuple[str, bytes]]:
    shipped = {STYLE, README, *scripts()}
    for path, data in files:
        if inspect is not None and path not in shipped:
            inspect(path, data)
        yield path, data
