"""Plans a bundle that stands anew, and makes of it only what is not there as it should be.

Pages that came, went or have other names change indexes, redirects and the numbers in the search index. All of these
are made, which is little beside the pages; of them only those are made whose print is another than when the bundle
was written. Nothing is taken to be the same because an edit should not touch it: either its print tells so, or its
bytes do.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from fanwiki.domain.page import PageId
from fanwiki.exporters.html.documents import Documents, Look
from fanwiki.exporters.html.linker import Frame
from fanwiki.exporters.html.making import Notes, PageMaker, Task, tasks_of
from fanwiki.exporters.html.plan import HOME, Plan, plan
from fanwiki.exporters.html.refresh import StandingBundle
from fanwiki.exporters.html.search_chunks import WordChunk
from fanwiki.exporters.html.search_scripts import index_files, new_index
from fanwiki.exporters.html.search_shards import IndexFigures
from fanwiki.exporters.html.source import BundleSource
from fanwiki.jobs import Progress

MOST_STALE = 1000
"""If more pages are to be made, several processes do it faster, and a full export has them."""


class OtherFrame(Exception):  # noqa: N818  (it is an answer: all must be made anew)
    """So much is other that most pages would have to be made."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is known of the bundle as it stands.

    Args:
        bundle: Its folder.
        frame: What its pages share.
        prints: The print of each page when it was written, where that is known.
        notes: What is remembered of its pages.
    """

    bundle: StandingBundle
    frame: Frame
    prints: Mapping[PageId, bytes]
    notes: Notes


@dataclass(slots=True)
class Replanned:
    """What is to be done to a bundle.

    Args:
        frame: What its pages share now.
        files: The files that differ, with their bytes; None for one that goes.
        notes: What is to be remembered of its pages.
        figures: What is to know of its search index.
    """

    frame: Frame
    files: dict[str, bytes | None] = field(default_factory=dict)
    notes: Notes = field(default_factory=Notes)
    figures: IndexFigures = field(default_factory=IndexFigures)


class Replanning:
    """Plans a bundle anew.

    Args:
        source: The wiki as somebody sees it who sees everything, with the prints of its pages.
        look: How the bundle looks.
        standing: The bundle as it is.
        chunk: Returns the words of a sheet's pages, packed for the index, if they were kept for these prints.
    """

    def __init__(
        self, source: BundleSource, look: Look, standing: Standing, chunk: Callable[[Task], bytes | None]
    ) -> None:
        self._source = source
        self._standing = standing
        self._chunk = chunk
        self._plan: Plan = plan(source)
        self._replanned = Replanned(Documents(self._plan, source, look).frame())
        self._stale = self._stale_pages()
        # What links to a page is a part of its print, so the lists of it are as fresh as the page.
        linking = {page: paths for page, paths in self._plan.linking.items() if self._has_other_lists(page, paths)}
        self._documents = Documents(replace(self._plan, linking=linking), source, look)

    def _stale_pages(self) -> set[PageId]:
        """Return the pages to be made.

        Raises:
            OtherFrame: They are too many.
        """
        before, now = self._standing.frame, self._replanned.frame
        if before.sites != now.sites or _home(before) != _home(now):
            raise OtherFrame
        known, prints = self._standing.prints, self._source.prints
        paths = before.addresses.pages
        stale = {
            page
            for page, path in now.addresses.pages.items()
            if known.get(page) != prints[page] or paths.get(page) != path
        }
        if len(stale) > MOST_STALE:
            raise OtherFrame
        return stale

    def _has_other_lists(self, page: PageId, paths: Sequence[str]) -> bool:
        return page in self._stale or self._standing.frame.addresses.linking.get(page) != paths

    def run(self, progress: Progress) -> Replanned:
        """Return what is to be done.

        Args:
            progress: Where to report.
        """
        planned = set(self._replanned.frame.addresses.pages.values())
        planned.update(path for paths in self._plan.linking.values() for path in paths)
        for path, data in self._made(progress):
            planned.add(path)
            if not self._standing.bundle.holds(path, hashlib.sha256(data).hexdigest()):
                self._replanned.files[path] = data
        gone = (path for path in self._standing.bundle.paths if path not in planned)
        self._replanned.files.update(dict.fromkeys(gone))
        return self._replanned

    def _made(self, progress: Progress) -> Iterator[tuple[str, bytes]]:
        """Yield every file that is no page, and every page that is stale."""
        tasks = tasks_of(self._plan.pages, self._source.prints)
        yield from progress.over(self._documents.make(), None, "Writing what changed")
        with new_index(self._plan, self._source) as index:
            for words, files in progress.over(self._sheets(tasks), len(tasks), "Writing what changed"):
                index.join(WordChunk.from_bytes(words))
                yield from files
            yield from progress.over(index_files(self._plan, index), None, "Writing the search index")
            self._replanned.figures = index.figures

    def _sheets(self, tasks: Iterable[Task]) -> Iterator[tuple[bytes, list[tuple[str, bytes]]]]:
        """Yield the words of each sheet, and the files of its pages that are stale."""
        maker = PageMaker(self._source, self._replanned.frame, None, None, only=self._stale)
        notes, known = self._replanned.notes, self._standing.notes
        for task in tasks:
            pages = [page.id for page in task.pages]
            words = self._chunk(task) if self._stale.isdisjoint(pages) else None
            if words is not None:
                notes.words.update((page, known.words[page]) for page in pages)
                notes.lists.update(known.lists.intersection(pages))
                yield words, []
                continue
            batch = maker.make(task)
            notes.add(batch.notes)
            yield batch.words, [(file.path, file.data or b"") for file in batch.files]


def _home(frame: Frame) -> list[PageId]:
    """Return the page that opens a bundle, if there is one: others lead to it by that place."""
    return [page for page, path in frame.addresses.pages.items() if path == HOME]
