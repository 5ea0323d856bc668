"""Bringing a folder of web pages up to date: only what changed is written, where that can be told.

What a full export needs besides is imported only when one turns out to be needed.
"""

from __future__ import annotations

from dataclasses import dataclass

from fanwiki.domain.page import PageId
from fanwiki.domain.viewer import CURATOR
from fanwiki.exporters.html.refresh import StandingBundle
from fanwiki.exporters.html.search_words import PageWords
from fanwiki.markup.render import Renderer
from fanwiki.services.bundle_request import FOLDER, BundleRequest
from fanwiki.services.bundle_state import BundleState, fingerprint, load_state, save_state, shared_by_pages
from fanwiki.services.page_keeping import Keeping
from fanwiki.services.refreshing import NotOnlyTexts, Refresh
from fanwiki.store.reader import Reader


def write_changes(asked: BundleRequest) -> int:
    """Bring a folder up to date, and return how many pages there are in it.

    Only what changed is written if the folder holds an export of this wiki, for this reader and with this look, and if
    pages were only edited since. Otherwise everything is; the bytes are the same.
    """
    with asked.wiki.reading(asked.viewer) as reader, asked.wiki.reading(CURATOR) as whole:
        pages = _refreshed(asked, reader, whole) if reader.changes == whole.changes else None
    if pages is not None:
        return pages
    from fanwiki.services import bundle_exporting  # who writes only changes should not wait for this import

    return bundle_exporting.write_whole(asked, FOLDER)


def _refreshed(asked: BundleRequest, reader: Reader, whole: Reader) -> int | None:
    """Write what changed; None when everything must be written."""
    state = load_state(asked.place)
    try:
        bundle = StandingBundle(asked.place)
    except OSError:
        return None
    told = fingerprint(reader, asked.title, asked.query, asked.look)
    if state is None or bundle.hash != state.manifest or told != state.fingerprint:
        return None
    if not bundle.is_as_written(state.folders):
        return None
    heads = _heads(reader, asked.query)
    if heads == state.heads and reader.changes != state.changes:
        return None  # something was written that is no edit, such as everything that is derived
    state = _edited(asked, reader, whole, state, bundle, heads) or _replanned(asked, reader, state, bundle)
    if state is None:
        return None
    save_state(asked.place, state)
    return len(heads)


def _edited(
    asked: BundleRequest,
    reader: Reader,
    whole: Reader,
    state: BundleState,
    bundle: StandingBundle,
    heads: dict[PageId, int],
) -> BundleState | None:
    """Write what edits of texts and values changed; None when something else was."""
    inspect = None
    if heads != state.heads and not asked.viewer.sees_all:
        from fanwiki.services.withholding import withheld_from

        inspect = withheld_from(asked.wiki, reader).inspect
    with Renderer(reader.rendered) as renderer:
        try:
            refresh = Refresh(reader, whole, renderer, state, inspect, KeptWords(asked, reader))
            return refresh.run(bundle, heads, asked.title, asked.progress)
        except NotOnlyTexts:
            return None


def _replanned(asked: BundleRequest, reader: Reader, state: BundleState, bundle: StandingBundle) -> BundleState | None:
    """Plan the bundle anew and write what differs; None when everything must be written."""
    from fanwiki.services import bundle_replanning  # who writes only edits should not wait for this import

    return bundle_replanning.replanned(asked, reader, state, bundle)


@dataclass(frozen=True, slots=True)
class KeptWords:
    """The words of pages as the last full export made them.

    They are asked for when a page was saved by an earlier version of the program, which found other words in its text.

    Args:
        asked: What is asked of the export.
        reader: The wiki as its reader may see it.
    """

    asked: BundleRequest
    reader: Reader

    def __call__(self, page: PageId, signature: bytes) -> PageWords | None:
        """Return the words of a page if they have this signature, or None."""
        shared = shared_by_pages(self.reader, self.asked.title, self.asked.query, self.asked.look)
        if not shared:
            return None
        with Keeping(self.reader, shared) as keeping:
            return keeping.words(page, signature)


def _heads(reader: Reader, query: str) -> dict[PageId, int]:
    if not query.strip():
        return reader.pages.heads()
    from fanwiki.services.searching import pages_of

    return {page.id: page.head for page in pages_of(reader, query)}
