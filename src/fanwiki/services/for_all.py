"""One copy for all readers: a bundle for each set of seen films that makes a difference, joined into one."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path

from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.exporters.html import Look, export_bundle
from fanwiki.exporters.html.for_all import Reading, note, write_for_all
from fanwiki.exporters.html.writer import MANIFEST, check_destination
from fanwiki.exporters.html.zipped import write_zip
from fanwiki.jobs import Progress
from fanwiki.markup.render import Renderer
from fanwiki.services.appearing import dates_of, in_order
from fanwiki.services.bundles import WikiBundle
from fanwiki.services.searching import pages_of
from fanwiki.services.withholding import withheld_from
from fanwiki.store.wiki_file import WikiFile

EVERY_SET_UP_TO = 3
"""With so many films that gates name, a page is made for every set of them; with more, for each alone and in order."""

MOST_FILMS = 20
"""Films beyond so many are seen together with the last of them."""


def export_for_all(
    wiki: WikiFile, dest: Path, *, query: str, look: Look, title: str, progress: Progress, packed: bool = False
) -> int:
    """Export a bundle in which every reader chooses what they have seen; return how many pages it has.

    Args:
        wiki: The wiki.
        dest: The folder to make, or the archive of one.
        query: Only the pages that match; all when it is empty.
        look: How it looks.
        title: What it is called.
        progress: Where to report.
        packed: Whether to make an archive.

    Raises:
        FanwikiError: The destination is something else's, or cannot be written.
        Cancelled: The user asked to stop; nothing is left behind.
    """
    place = dest.resolve()
    if not packed:
        check_destination(place)
    place.parent.mkdir(parents=True, exist_ok=True)
    films = _films(wiki)
    said = Look(look.theme, look.lang, look.direction, (*look.footer, note()), look.licence, look.base_url, title)
    readings: list[Reading] = []
    with tempfile.TemporaryDirectory(prefix=f".{place.name[:60]}.for-all-", dir=place.parent) as folder:
        for number, numbers in enumerate(sets_of(len(films))):
            progress.step(number, None, "Writing a copy for each reader")
            made = Path(folder) / str(number)
            everything = len(numbers) == len(films)
            pages = _export_one(
                wiki, made, _viewer(wiki, films, numbers, everything=everything), query, said, title, progress
            )
            readings.append(Reading(numbers, made))
        named = _named(wiki, films)
        joined = Path(folder) / "joined" if packed else dest
        write_for_all(readings, named, joined, title=title, progress=progress)
        if packed:
            write_zip(_files(joined), dest, title=title)
    return pages


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


def _viewer(wiki: WikiFile, films: Sequence[str], numbers: Sequence[int], *, everything: bool) -> Viewer:
    if not everything:
        return Viewer.who_has_seen(films[number] for number in numbers)
    with wiki.reading(CURATOR) as reader:
        kinds = reader.kinds()
        every = [page.title for page in reader.pages.all() if kinds.of(page.kind).is_film]
    return Viewer.who_has_seen([*films, *every])


def _export_one(
    wiki: WikiFile, folder: Path, viewer: Viewer, query: str, look: Look, title: str, progress: Progress
) -> int:
    with wiki.reading(viewer) as reader, Renderer(reader.rendered) as renderer:
        pages = pages_of(reader, query)
        source = WikiBundle(title, reader, pages, renderer)
        inspect = withheld_from(wiki, reader).inspect
        export_bundle(source, folder, look=look, inspect=inspect, progress=Progress(cancel=progress.cancel))
        return len(pages)
