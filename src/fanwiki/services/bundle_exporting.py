"""Exporting a folder of web pages or an archive of one: by all processors, and after an edit only what changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from fanwiki.domain.page import PageId
from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.exporters.html import BundleReport, Look, export_bundle, export_zip
from fanwiki.exporters.html.refresh import StandingBundle
from fanwiki.jobs import Progress
from fanwiki.markup.render import Renderer
from fanwiki.services.bundle_state import (
    BundleState,
    fingerprint,
    forget_state,
    load_state,
    passed_gates,
    save_state,
)
from fanwiki.services.bundle_workers import WORTH_IT, OtherState, Pool
from fanwiki.services.bundles import HOME_TITLE, WikiBundle
from fanwiki.services.page_keeping import Keeping
from fanwiki.services.refreshing import NotOnlyTexts, Refresh
from fanwiki.services.searching import pages_of
from fanwiki.services.withholding import withheld_from
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow
from fanwiki.store.wiki_file import WikiFile

BUNDLES: Mapping[str, Callable[..., BundleReport]] = {"html": export_bundle, "zip": export_zip}
FOLDER = "html"
MANY = 5000
"""So many pages are written by several processes even if nearly all of them were kept."""

ATTEMPTS = 3
"""So often is it tried to let several processes begin to read at the same moment."""


@dataclass(frozen=True, slots=True)
class BundleRequest:
    """What is asked of an export.

    Args:
        wiki: The wiki.
        dest: The folder or file to make.
        viewer: For whom.
        query: The pages, or empty for all.
        look: How it looks.
        title: What the copy is called.
        progress: Where to report.
    """

    wiki: WikiFile
    dest: Path
    viewer: Viewer
    query: str
    look: Look
    title: str
    progress: Progress

    @property
    def place(self) -> Path:
        """The folder, whatever leads to it."""
        return self.dest.resolve()


def write_whole(asked: BundleRequest, export_format: str) -> int:
    """Export everything, and return how many pages there are in it."""
    for attempt in range(ATTEMPTS + 1):
        with asked.wiki.reading(asked.viewer) as reader, ExitStack() as stack:
            shared = _shared(asked, reader)
            keeping = stack.enter_context(Keeping(reader, shared)) if shared else None
            pool = None
            if attempt < ATTEMPTS and _is_worth_processes(asked, reader, keeping):
                pool = stack.enter_context(Pool(asked.wiki.path, reader, shared, asked.progress))
            # Whoever saved a page between two of the beginnings makes them differ.
            with suppress(OtherState):
                return _write(asked, export_format, reader, keeping, pool)
    raise AssertionError("without other processes there is no other state")


def _is_worth_processes(asked: BundleRequest, reader: Reader, keeping: Keeping | None) -> bool:
    if keeping is not None and keeping.has_sheets:
        stale = keeping.stale()
        return stale >= WORTH_IT or (stale > 0 and len(keeping.prints) >= MANY)
    if asked.query.strip():
        return len(pages_of(reader, asked.query)) >= WORTH_IT
    return sum(reader.pages.count_by_kind().values()) >= WORTH_IT


def write_changes(asked: BundleRequest) -> int:
    """Bring a folder up to date, and return how many pages there are in it.

    Only what changed is written if the folder holds an export of this wiki, for this reader and with this look, and if
    pages were only edited since. Otherwise everything is; the bytes are the same.
    """
    with asked.wiki.reading(asked.viewer) as reader, asked.wiki.reading(CURATOR) as whole:
        pages = _refreshed(asked, reader, whole) if reader.changes == whole.changes else None
    return write_whole(asked, FOLDER) if pages is None else pages


def _refreshed(asked: BundleRequest, reader: Reader, whole: Reader) -> int | None:
    """Write what changed; None when everything must be written."""
    state = load_state(asked.place)
    try:
        bundle = StandingBundle(asked.place)
    except OSError:
        return None
    told = fingerprint(reader, asked.title, asked.query, asked.look)
    if state is None or bundle.hash != state.manifest or told != state.fingerprint or not bundle.is_as_written():
        return None
    heads = _heads(reader, asked.query)
    if heads == state.heads and reader.changes != state.changes:
        return None  # something was written that is no edit, such as everything that is derived
    inspect = None
    if heads != state.heads and not asked.viewer.sees_all:
        inspect = withheld_from(asked.wiki, reader).inspect
    with Renderer(reader.rendered) as renderer:
        try:
            state = Refresh(reader, whole, renderer, state, inspect).run(bundle, heads, asked.title, asked.progress)
        except NotOnlyTexts:
            return None
    save_state(asked.place, state)
    return len(heads)


def _heads(reader: Reader, query: str) -> dict[PageId, int]:
    return {page.id: page.head for page in pages_of(reader, query)} if query.strip() else reader.pages.heads()


def _write(asked: BundleRequest, export_format: str, reader: Reader, keeping: Keeping | None, pool: Pool | None) -> int:
    pages = pages_of(reader, asked.query)
    inspect = None if asked.viewer.sees_all else withheld_from(asked.wiki, reader).inspect
    if export_format == FOLDER:
        forget_state(asked.place)
    with Renderer(reader.rendered) as renderer:
        source = WikiBundle(asked.title, reader, pages, renderer, keeping)
        write = BUNDLES[export_format]
        made = write(source, asked.dest, look=asked.look, inspect=inspect, workshop=pool, progress=asked.progress)
    if export_format == FOLDER:
        _remember(asked, reader, pages, made)
    return len(pages)


def _shared(asked: BundleRequest, reader: Reader) -> bytes:
    """Return what all pages depend on, so that made pages may be kept; empty when they may not."""
    if not asked.viewer.sees_all or asked.query.strip():
        return b""
    home = reader.pages.find(HOME_TITLE)
    return f"{fingerprint(reader, asked.title, asked.query, asked.look)} {home.id if home else 0}".encode()


def _remember(asked: BundleRequest, reader: Reader, pages: list[PageRow], made: BundleReport) -> None:
    if made.frame is None:
        return
    state = BundleState(
        manifest=made.manifest,
        fingerprint=fingerprint(reader, asked.title, asked.query, asked.look),
        gates=passed_gates(reader),
        day=date.today().isoformat(),
        authors=frozenset(reader.history.authors(page.id for page in pages)),
        heads={page.id: page.head for page in pages},
        frame=made.frame,
        figures=made.figures,
        notes=made.notes,
        changes=reader.changes,
    )
    save_state(asked.place, state)
