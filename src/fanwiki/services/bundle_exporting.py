"""Exporting a folder of web pages or an archive of one, by all processors."""

from __future__ import annotations

from contextlib import ExitStack, suppress
from datetime import date

from fanwiki.domain.page import PageId
from fanwiki.exporters.html import BundleReport, export_bundle, export_zip
from fanwiki.exporters.html.refresh import folder_times
from fanwiki.markup.render import Renderer
from fanwiki.services.bundle_request import FOLDER, BundleRequest
from fanwiki.services.bundle_state import (
    BundleState,
    KnownPrints,
    fingerprint,
    forget_state,
    passed_gates,
    save_state,
    shared_by_pages,
    told_origins,
)
from fanwiki.services.bundle_workers import CACHE_KIB, WORTH_IT, OtherState, Pool
from fanwiki.services.bundles import WikiBundle
from fanwiki.services.page_keeping import Keeping
from fanwiki.services.searching import count_of, pages_of
from fanwiki.services.withholding import withheld_from
from fanwiki.store.reader import Reader

MANY = 5000
"""So many pages are written by several processes even if nearly all of them were kept."""

ATTEMPTS = 3
"""So often is it tried to let several processes begin to read at the same moment."""


def write_whole(asked: BundleRequest, export_format: str) -> int:
    """Export everything, and return how many pages there are in it."""
    for attempt in range(ATTEMPTS + 1):
        with asked.wiki.reading(asked.viewer) as reader, ExitStack() as stack:
            reader.snapshot.keep_less(CACHE_KIB)
            shared = shared_by_pages(reader, asked.title, asked.query, asked.look)
            keeping = stack.enter_context(Keeping(reader, shared)) if shared else None
            pool = None
            if attempt < ATTEMPTS and _is_worth_processes(asked, reader, keeping):
                pool = stack.enter_context(Pool(asked.wiki.path, reader, shared, asked.progress))
                if keeping is not None and not keeping.has_sheets:
                    keeping.leave_prints_to(pool.prints_under_way())
            # Whoever saved a page between two of the beginnings makes them differ.
            with suppress(OtherState):
                return _write(asked, export_format, reader, keeping, pool)
    raise AssertionError("without other processes there is no other state")


def _is_worth_processes(asked: BundleRequest, reader: Reader, keeping: Keeping | None) -> bool:
    if keeping is not None and keeping.has_sheets:
        stale = keeping.stale()
        return stale >= WORTH_IT or (stale > 0 and len(keeping.prints) >= MANY)
    if asked.query.strip():
        return count_of(reader, asked.query) >= WORTH_IT
    return sum(reader.pages.count_by_kind().values()) >= WORTH_IT


def _write(asked: BundleRequest, export_format: str, reader: Reader, keeping: Keeping | None, pool: Pool | None) -> int:
    inspect = None if asked.viewer.sees_all else withheld_from(asked.wiki, reader).inspect
    if export_format == FOLDER:
        forget_state(asked.place)
    with Renderer(reader.rendered) as renderer:
        source = WikiBundle(asked.title, reader, pages_of(reader, asked.query), renderer, keeping)
        write = export_bundle if export_format == FOLDER else export_zip
        made = write(source, asked.dest, look=asked.look, inspect=inspect, workshop=pool, progress=asked.progress)
    if export_format == FOLDER:
        _remember(asked, reader, source.heads(), made, KnownPrints.of(keeping.prints if keeping else {}))
    return made.pages


def _remember(
    asked: BundleRequest, reader: Reader, heads: dict[PageId, int], made: BundleReport, prints: KnownPrints
) -> None:
    if made.frame is None:
        return
    state = BundleState(
        manifest=made.manifest,
        folders=folder_times(asked.place),
        fingerprint=fingerprint(reader, asked.title, asked.query, asked.look),
        gates=passed_gates(reader),
        day=date.today().isoformat(),
        authors=frozenset(reader.history.authors(heads)),
        heads=heads,
        frame=made.frame,
        figures=made.figures,
        notes=made.notes,
        changes=reader.changes,
        prints=prints,
        origins=told_origins(reader),
    )
    save_state(asked.place, state)
