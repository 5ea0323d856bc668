"""One copy for all readers: a bundle for each set of seen films that makes a difference, joined into one."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from itertools import combinations
from pathlib import Path

from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.exporters.html import Inspect, export_bundle
from fanwiki.exporters.html.for_all import Reading, note, write_for_all
from fanwiki.exporters.html.single_for_all import SingleReadings
from fanwiki.exporters.html.writer import MANIFEST, check_destination
from fanwiki.exporters.html.zipped import write_zip
from fanwiki.jobs import Progress
from fanwiki.markup.render import Renderer
from fanwiki.services.appearing import dates_of, in_order
from fanwiki.services.bundle_request import FOLDER, SINGLE, BundleRequest
from fanwiki.services.bundles import WikiBundle
from fanwiki.services.searching import pages_of
from fanwiki.services.withholding import withheld_from
from fanwiki.store.wiki_file import WikiFile

EVERY_SET_UP_TO = 3
"""With so many films that gates name, a page is made for every set of them; with more, for each alone and in order."""

MOST_FILMS = 20
"""Films beyond so many are seen together with the last of them."""


def export_for_all(asked: BundleRequest, export_format: str) -> int:
    """Export a bundle in which every reader chooses what they have seen; return how many pages it has.

    Args:
        asked: What is asked for; whoever it is for, all are.
        export_format: The folder, an archive of one, or one file.

    Raises:
        FanwikiError: The destination is something else's, or cannot be written.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    place = asked.place
    if export_format == FOLDER:
        check_destination(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    copies = _Copies(asked, _films(asked.wiki))
    with tempfile.TemporaryDirectory(prefix=f".{place.name[:60]}.for-all-", dir=place.parent) as folder:
        if export_format == SINGLE:
            return copies.write_single(Path(folder))
        return copies.write_bundle(Path(folder), packed=export_format != FOLDER)


class _Copies:
    """A copy for each set of films, and what becomes of them.

    Args:
        asked: What is asked for.
        films: The films that gates name.
    """

    def __init__(self, asked: BundleRequest, films: Sequence[str]) -> None:
        self._asked = asked
        self._films = films
        self._named = _named(asked.wiki, films)
        self._look = replace(asked.look, footer=(*asked.look.footer, note()), title=asked.title)

    def write_bundle(self, folder: Path, *, packed: bool) -> int:
        """Write a folder, or an archive of one, and return how many pages it has."""
        asked = self._asked
        readings: list[Reading] = []
        told: Collection[str] | None = None
        for number, numbers in enumerate(self._sets()):
            made = folder / str(number)
            with self._source(numbers, told) as (source, inspect):
                pages = len(source.pages())
                export_bundle(source, made, look=self._look, inspect=inspect, progress=self._silent)
            readings.append(Reading(numbers, made))
            # What who has seen nothing may not know of must have a name that does not tell it either.
            told = told or frozenset(path.relative_to(made).as_posix() for path in made.rglob("*.html"))
        joined = folder / "joined" if packed else asked.dest
        write_for_all(readings, self._named, joined, title=asked.title, progress=asked.progress)
        if packed:
            write_zip(_files(joined), asked.dest, title=asked.title)
        return pages

    def write_single(self, folder: Path) -> int:
        """Write one file and return how many pages are in it."""
        single = SingleReadings(sets_of(len(self._films)), self._named, self._look)
        readings, shells = [], []
        own_opening = False
        for number, numbers in enumerate(self._sets()):
            made = folder / str(number)
            with self._source(numbers, None) as (source, inspect):
                pages = len(source.pages())
                own_opening |= number == 0 and source.home is None
                shells.append(single.write_one(source, made, inspect, self._silent, own_opening=own_opening))
            readings.append(Reading(numbers, made))
        single.join(readings, shells[0], self._asked.dest, self._asked.progress)
        return pages

    def _sets(self) -> Iterator[tuple[int, ...]]:
        sets = sets_of(len(self._films))
        yield from self._asked.progress.over(sets, len(sets), "Writing a copy for each reader")

    @property
    def _silent(self) -> Progress:
        return Progress(cancel=self._asked.progress.cancel)

    @contextmanager
    def _source(self, numbers: Sequence[int], told: Collection[str] | None) -> Iterator[tuple[WikiBundle, Inspect]]:
        """Give the wiki as somebody may see it who has seen films of these numbers, and what looks for all others."""
        asked = self._asked
        with asked.wiki.reading(self._viewer(numbers)) as reader, Renderer(reader.rendered) as renderer:
            pages = pages_of(reader, asked.query)
            yield (
                WikiBundle(asked.title, reader, pages, renderer, told_paths=told),
                withheld_from(asked.wiki, reader).inspect,
            )

    def _viewer(self, numbers: Sequence[int]) -> Viewer:
        if len(numbers) < len(self._films):
            return Viewer.who_has_seen(self._films[number] for number in numbers)
        with self._asked.wiki.reading(CURATOR) as reader:
            kinds = reader.kinds()
            every = [page.title for page in reader.pages.all() if kinds.of(page.kind).is_film]
        return Viewer.who_has_seen([*self._films, *every])


def _files(folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield the files of a bundle but its manifest, which the archive makes of its own."""
    for path in sorted(folder.rglob("*.*")):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name != MANIFEST:
            yield name, path.read_bytes()


def sets_of(films: int) -> list[tuple[int, ...]]:
    """Return the sets of films to make pages for, nothing first and everything last."""
    if films <= EVERY_SET_UP_TO:
        return [chosen for size in range(films + 1) for chosen in combinations(range(films), size)]
    shown = min(films, MOST_FILMS)
    in_order_of_release = [tuple(range(size)) for size in range(shown)]
    alone = [(number,) for number in range(1, shown)]
    return [*in_order_of_release[:2], *alone, *in_order_of_release[2:], tuple(range(films))]


def _films(wiki: WikiFile) -> list[str]:
    """Return the films that gates name, in the order they came out; those without a page last."""
    with wiki.reading(CURATOR) as reader:
        found = [(name, reader.pages.find(name)) for name in reader.gates.films()]
        pages = [page for _, page in found if page is not None]
        ordered = in_order(pages, dates_of(reader, pages), in_universe=False)
        return [*dict.fromkeys(page.title for page in ordered), *(name for name, page in found if page is None)]


def _named(wiki: WikiFile, films: Sequence[str]) -> list[str]:
    """Return the films' titles as somebody who has seen nothing may know them; the others are empty."""
    with wiki.reading(Viewer()) as reader:
        known = set(reader.gates.films()) | {page.title for page in reader.pages.all()}
    return [film if film in known else "" for film in films]
