"""One bundle for all readers: what bundles for several of them hold, joined, with a chooser of seen films in the page.

Each of the bundles was made for somebody who has seen certain films, and checked for what that reader must not see. A
page that is the same for all stands once; one that differs holds each of its versions, of which scripts show the one
for what its reader ticked. Without scripts the version for who has seen nothing shows, and the others stay folded
below it. So what would spoil a film is hidden, not absent, and every page says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

from fanwiki import paths
from fanwiki.exporters.html.search_packing import script_text
from fanwiki.exporters.html.single import with_own_ids
from fanwiki.exporters.html.writer import MANIFEST, BundleFolder, bundle_folder
from fanwiki.jobs import Progress
from fanwiki.wording import say

CHOOSER = "a/readers.js"
_MAIN = re.compile(r'(.*<main id="main">\n)(.*)(</main>.*)', re.DOTALL)
_TITLE = re.compile(r"<title>.*?</title>")
_INDEX = ("s/", "d/")


def note() -> str:
    """Return what every page of such a copy says about it."""
    return say(
        "This copy is for all readers. What would spoil a film is hidden until you say that you have seen it, but it "
        "is not absent: whoever looks into the files of this copy can read it."
    )


@dataclass(frozen=True, slots=True)
class Reading:
    """A bundle for somebody who has seen certain films.

    Args:
        films: Their numbers.
        folder: Where that bundle was written.
    """

    films: tuple[int, ...]
    folder: Path


def write_for_all(
    readings: Sequence[Reading],
    films: Sequence[str],
    destination: Path,
    *,
    title: str,
    progress: Progress | None = None,
) -> None:
    """Join bundles into one, whole or not at all.

    Args:
        readings: Bundles for several readers, the first for who has seen nothing.
        films: Titles by number; an empty one is not to be named.
        destination: The folder to make.
        title: The wiki's name.
        progress: Where to report.

    Raises:
        FanwikiError: The destination is something else's, or cannot be written.
    """
    watched = progress or Progress()
    found = {
        path.relative_to(reading.folder).as_posix() for reading in readings for path in reading.folder.rglob("*.*")
    }
    names = sorted(found - {MANIFEST})
    joining = Joining(readings, films)
    with bundle_folder(destination, title=title) as folder:
        for name in watched.over(names, len(names), "Joining the pages"):
            _add(folder, name, joining)
        folder.add(CHOOSER, chooser([reading.films for reading in readings], films).encode())


def _add(folder: BundleFolder, name: str, joining: Joining) -> None:
    if name.startswith(_INDEX):
        for number, data in joining.each(name):
            folder.add(f"v{number}/{name}", data)
    elif name.endswith(".html"):
        folder.add(name, joining.page(name).encode())
    else:
        folder.add(name, next(data for _, data in joining.each(name)))


class Joining:
    """Joins the versions of a file.

    Args:
        readings: Bundles for several readers, the first for who has seen nothing.
        films: Titles by number; an empty one is not to be named.
    """

    def __init__(self, readings: Sequence[Reading], films: Sequence[str]) -> None:
        self._readings = readings
        self._films = films

    def each(self, name: str) -> Iterator[tuple[int, bytes]]:
        """Yield the versions of a file by the number of the reading that has it."""
        for number, reading in enumerate(self._readings):
            if (reading.folder / name).is_file():
                yield number, (reading.folder / name).read_bytes()

    def page(self, name: str) -> str:
        """Return a page that holds all its versions."""
        versions: dict[str, list[int]] = {}
        documents: dict[int, str] = {}
        for number, data in self.each(name):
            documents[number] = data.decode()
            shown = _MAIN.fullmatch(documents[number])
            versions.setdefault(shown[2] if shown else "", []).append(number)
        first = next(iter(documents.values()))
        parts = _MAIN.fullmatch(first)
        if parts is None:  # a page that only leads on
            return first
        absent = [number for number in range(len(self._readings)) if number not in documents]
        head = self._head(parts[1], name, hides_title=0 in absent)
        return head + self._versions(versions, absent) + parts[3]

    def part(self, name: str) -> str:
        """Return a part of a page that holds all its versions."""
        versions: dict[str, list[int]] = {}
        for number, data in self.each(name):
            versions.setdefault(data.decode(), []).append(number)
        known = {number for numbers in versions.values() for number in numbers}
        return self._versions(versions, [number for number in range(len(self._readings)) if number not in known])

    def _head(self, head: str, name: str, *, hides_title: bool) -> str:
        if hides_title:
            head = _TITLE.sub(f"<title>{escape(say('Hidden page'))}</title>", head)
        way = "../" * name.count("/")
        return head.replace("</head>", f'<script src="{way}{CHOOSER}" defer></script>\n</head>', 1)

    def _versions(self, versions: dict[str, list[int]], absent: list[int]) -> str:
        if len(versions) == 1 and not absent:
            return next(iter(versions))
        parts = [_open(_stub(), absent)] if absent else []
        for markup, numbers in versions.items():
            if 0 in numbers:
                parts.append(_open(markup, numbers))
            else:
                parts.append(_folded(with_own_ids(f"v{numbers[0]}", markup), numbers, self._reason(numbers)))
        return "".join(parts)

    def _reason(self, numbers: Sequence[int]) -> str:
        """Say for whom a version is: the fewest films with which one gets it, as far as they may be named."""
        least = min((self._readings[number].films for number in numbers), key=len)
        named = ", ".join(f"“{self._films[film]}”" for film in least if self._films[film])
        if all(self._films[film] for film in least):
            return say("Spoilers: what this page says to somebody who has seen %1", named)
        if named:
            return say("Spoilers: what this page says to somebody who has seen %1 and another film", named)
        return say("Spoilers: what this page says to somebody who has seen another film")


def chooser(sets: Sequence[Sequence[int]], films: Sequence[str]) -> str:
    """Return the script that shows what is for this reader, with what it must know.

    Args:
        sets: The numbers of the films that each reading is for.
        films: Titles by number; an empty one is not to be named.
    """
    known = {"films": list(films), "readings": [list(numbers) for numbers in sets], "note": note()}
    shipped = (paths.resources() / "bundle" / "readers.js").read_text(encoding="utf-8")
    return f"FW.readers = {script_text(known)};\n{shipped}"


def _open(markup: str, numbers: Sequence[int]) -> str:
    return f'<div class="reading" data-readings="{_listed(numbers)}">\n{markup}</div>\n'


def _folded(markup: str, numbers: Sequence[int], told: str) -> str:
    return (
        f'<details class="reading" data-readings="{_listed(numbers)}">\n'
        f"<summary>{escape(told)}</summary>\n{markup}</details>\n"
    )


def _stub() -> str:
    told = escape(say("This page would spoil a film that you have not seen."))
    return (
        '<article class="page index">\n<header class="page-head">\n'
        f'<h1>{escape(say("Hidden page"))}</h1>\n<p class="intro">{told}</p>\n</header>\n</article>\n'
    )


def _listed(numbers: Sequence[int]) -> str:
    return " ".join(map(str, numbers))
