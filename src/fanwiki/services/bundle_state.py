"""What an export remembers of a bundle, so that the next one rewrites only what an edit changed.

It lies in the user's cache, not in the bundle: nothing of it is handed on, and losing it costs a full export.
"""

from __future__ import annotations

import hashlib
import json
import os
import pickle
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from fanwiki import __version__, paths
from fanwiki.domain.page import PageId
from fanwiki.exporters.html import Look
from fanwiki.exporters.html.linker import Frame
from fanwiki.exporters.html.making import Notes
from fanwiki.exporters.html.search_shards import IndexFigures
from fanwiki.services.bundles import home_page
from fanwiki.store.page_prints import SIZE
from fanwiki.store.reader import Reader

KEPT = 12
"""So many bundles are remembered, those that were exported last."""


@dataclass(frozen=True, slots=True)
class KnownPrints:
    """The prints with which pages stand in a bundle; see `page_prints`. In two strings they are read in no time.

    Args:
        pages: The pages, in the order of their ids.
        prints: The print of each; zeros where it is not known.
    """

    pages: bytes = b""
    prints: bytes = b""

    @classmethod
    def of(cls, prints: Mapping[PageId, bytes]) -> KnownPrints:
        """Return the prints of pages that were all made with them."""
        pages = sorted(prints)
        return cls(array("q", pages).tobytes(), b"".join([prints[page] for page in pages]))

    def all(self) -> dict[PageId, bytes]:
        """Return every print that is known."""
        starts = range(0, len(self.prints), SIZE)
        found = zip(array("q", self.pages), (self.prints[start : start + SIZE] for start in starts), strict=True)
        return {PageId(page): told for page, told in found if any(told)}

    def without(self, pages: Iterable[PageId]) -> KnownPrints:
        """Return what is known when some pages were made anew, of which nobody worked out a print."""
        if not self.pages:
            return self
        ids, prints = array("q", self.pages), bytearray(self.prints)
        for page in pages:
            start = bisect_left(ids, page) * SIZE
            prints[start : start + SIZE] = bytes(SIZE)
        return KnownPrints(self.pages, bytes(prints))


@dataclass(frozen=True, slots=True)
class BundleState:
    """A bundle as it was exported.

    Args:
        manifest: The hash of its manifest.
        folders: Its folders, each with the time when a file last came to it or went.
        fingerprint: Tells everything that any page depends on, see `fingerprint`.
        gates: What its reader passed.
        day: The day by which claims were due.
        authors: Who wrote its pages.
        heads: Its pages with their revisions.
        frame: What the pages share.
        figures: What is to know of the search index.
        notes: What is to be remembered of each page.
        changes: How often the wiki had been written.
        prints: The prints of its pages; of none in a copy for somebody who does not see everything.
        origins: Tells where its pages came from, see `told_origins`.
    """

    manifest: str
    folders: Mapping[str, int]
    fingerprint: str
    gates: Mapping[frozenset[str], bool]
    day: str
    authors: frozenset[str]
    heads: Mapping[PageId, int]
    frame: Frame
    figures: IndexFigures
    notes: Notes
    changes: int
    prints: KnownPrints
    origins: str


def fingerprint(reader: Reader, title: str, query: str, look: Look) -> str:
    """Return what changes when something changes that any page may depend on, besides pages and gates."""
    viewer = reader.viewer
    told = [
        *(__version__, _program(), title, query, repr(look), reader.rebuilt),
        repr((sorted(viewer.seen), viewer.sees_all, viewer.speculation)),
        *(f"{kind.name}\n{kind.toml}" for kind in reader.kinds().values()),
        *(f"{file.name}\n{file.sha256}" for file in reader.attachments.all()),
    ]
    return hashlib.sha256(json.dumps(told).encode()).hexdigest()


def told_origins(reader: Reader) -> str:
    """Return what changes with where any page came from."""
    if not reader.origins.any():
        return ""
    told = repr(sorted(reader.origins.all(reader.pages.all()).items()))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def shared_by_pages(reader: Reader, title: str, query: str, look: Look) -> bytes:
    """Return what all pages depend on, so that made pages may be kept; empty when they may not."""
    if not reader.viewer.sees_all or query.strip():
        return b""
    home = home_page(reader)
    return f"{fingerprint(reader, title, query, look)} {home.id if home else 0}".encode()


def passed_gates(reader: Reader) -> dict[frozenset[str], bool]:
    """Return every gate of the wiki and whether the reader passes it."""
    visibility = reader.snapshot.visibility
    return {gate.films: visibility.passes(number) for number, gate in reader.snapshot.gates.items()}


def load_state(place: Path) -> BundleState | None:
    """Return what is remembered of the bundle in a folder, or None."""
    try:
        state = pickle.loads(_file(place).read_bytes())
    except (OSError, pickle.PickleError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError):
        return None
    return state if isinstance(state, BundleState) else None


def save_state(place: Path, state: BundleState) -> None:
    """Remember a bundle; where that is not possible, the next export is a full one."""
    file = _file(place)
    try:
        beside = file.with_suffix(f".{os.getpid()}")
        with beside.open("wb") as written:  # as a whole it would take as much memory as what it tells
            pickle.dump(state, written, pickle.HIGHEST_PROTOCOL)
        beside.replace(file)
        remembered = sorted(file.parent.glob("*.state"), key=lambda path: path.stat().st_mtime)
        for old in remembered[:-KEPT]:
            old.unlink(missing_ok=True)
    except OSError:
        forget_state(place)


def forget_state(place: Path) -> None:
    """Forget a bundle."""
    try:
        _file(place).unlink(missing_ok=True)
    except OSError:
        return


def _file(place: Path) -> Path:
    name = hashlib.sha256(os.fsencode(place.resolve())).hexdigest()[:24]
    return paths.user_cache() / f"{name}.state"


@cache
def _program() -> str:
    """Return what changes with the program: sizes and times of its files."""
    folders = [Path(__file__).parent.parent, paths.resources()]
    found = hashlib.sha256()
    for line in _listed(folders):
        found.update(line.encode())
    return found.hexdigest()


def _listed(folders: Iterable[Path]) -> Iterable[str]:
    for folder in folders:
        for below, names, files in os.walk(folder):
            names[:] = sorted(name for name in names if name not in ("__pycache__", "desktop", "sample", "screenshots"))
            for name in sorted(files):
                status = (Path(below) / name).stat()
                yield f"{below}/{name} {status.st_size} {status.st_mtime_ns}\n"
