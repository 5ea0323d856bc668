"""One file for all readers: what files of one page after the other hold for several of them, joined into one.

Each reading is first written in parts: a file for every page and one for every piece of the search. So no more than
the versions of one page are in memory at a time.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from fanwiki.exporters.html.documents import Look
from fanwiki.exporters.html.for_all import Joining, Reading, chooser
from fanwiki.exporters.html.making import Inspect
from fanwiki.exporters.html.plan import plan
from fanwiki.exporters.html.search_packing import script_text
from fanwiki.exporters.html.search_script import inline_scripts
from fanwiki.exporters.html.single import Leaf, SingleParts, write_parts
from fanwiki.exporters.html.source import BundleSource
from fanwiki.jobs import Progress

_LEAVES = "leaves"


@dataclass(frozen=True, slots=True)
class SingleReadings:
    """The readings of a file for all.

    Args:
        sets: The numbers of the films that each reading is for, the first for who has seen nothing.
        films: Titles by number; an empty one is not to be named.
        look: How the file looks.
    """

    sets: Sequence[tuple[int, ...]]
    films: Sequence[str]
    look: Look

    def write_one(
        self, source: BundleSource, folder: Path, inspect: Inspect | None, progress: Progress, *, own_opening: bool
    ) -> list[str]:
        """Write the parts of one reading into a folder; return what stands round them.

        Args:
            source: The wiki, as this reader may see it.
            folder: A folder, which is made.
            inspect: Called with path and bytes of each part; what it raises stops the export.
            progress: Polled for a wish to stop.
            own_opening: Whether who has seen nothing may not know of the page that is the wiki's home.
        """
        parts = SingleParts(plan(source), source, self.look, progress, own_opening=own_opening)
        (folder / _LEAVES).mkdir(parents=True)
        names = []
        for leaf in parts.leaves():
            names.append(leaf.name)
            _write(folder, f"{_LEAVES}/{leaf.name}.html", leaf.path, leaf.markup, inspect)
        (folder / _LEAVES / "order").write_text("\n".join(names), encoding="utf-8")
        for name, values in parts.data():
            (folder / name).parent.mkdir(exist_ok=True)
            _write(folder, f"{name}.js", f"{name}.js", values, inspect)
        return parts.shell(self._script())

    def join(self, readings: Sequence[Reading], shell: Sequence[str], destination: Path, progress: Progress) -> None:
        """Join the parts of all readings into one file, whole or not at all.

        Args:
            readings: Where they were written.
            shell: What stands round the parts of the first.
            destination: The file.
            progress: Where to report.

        Raises:
            FanwikiError: The destination is something else's, or cannot be written.
        """
        write_parts(self._parts(readings, shell, progress), destination)

    def _parts(
        self, readings: Sequence[Reading], shell: Sequence[str], progress: Progress
    ) -> Iterator[tuple[str, str]]:
        joining = Joining(readings, self.films)
        head, after_pages, after_data, end = shell
        yield "", head
        names = _in_order([(reading.folder / _LEAVES / "order").read_text("utf-8").split("\n") for reading in readings])
        for name in progress.over(names, len(names), "Joining the pages"):
            yield "", Leaf("", name, joining.part(f"{_LEAVES}/{name}.html")).html
        yield "", f'{after_pages}{{"a/search":[true]'
        for path in sorted({path.relative_to(reading.folder) for reading in readings for path in _data(reading)}):
            for number, data in joining.each(path.as_posix()):
                name = f"v{number}/{path.with_suffix('').as_posix()}"
                yield "", f",{script_text(name)}:{data.decode()}"
        yield "", f"}}{after_data}{self._script()}{end}"

    def _script(self) -> str:
        return inline_scripts(chooser(self.sets, self.films))[1]


def _write(folder: Path, place: str, path: str, text: str, inspect: Inspect | None) -> None:
    data = text.encode()
    if inspect is not None:
        inspect(path, data)
    (folder / place).write_bytes(data)


def _data(reading: Reading) -> Iterator[Path]:
    return reading.folder.rglob("*.js")


def _in_order(orders: Sequence[Sequence[str]]) -> list[str]:
    """Return every name once: the first reading says which opens the file, the last one knows the most of the rest."""
    return list(dict.fromkeys((orders[0][0], *orders[-1], *(name for order in orders for name in order))))
