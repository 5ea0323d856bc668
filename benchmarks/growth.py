"""Measures how a wiki grows: its file, opening it, saving, renaming, backlinks, facets, lists, and getting there.

    python benchmarks/growth.py 1k 10k 100k           # prints the table of docs/performance.md
    python benchmarks/growth.py 1k --cpu              # by processor time, on a machine that is busy otherwise

Each size is built anew from its Markdown, in /tmp/fanwiki-bench; the wiki that search.py uses is left alone.
"""

from __future__ import annotations

import argparse
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.markup.render import Renderer
from fanwiki.services import browsing, editing, searching
from fanwiki.services.addresses import NoAddresses
from fanwiki.services.linking import LIST_LIMIT
from fanwiki.services.sections import MOST_BACKLINKS
from fanwiki.services.wikis import open_wiki
from fanwiki.store.rows import PageRow
from fanwiki.store.wiki_file import WikiFile

sys.path.insert(0, str(Path(__file__).parent))

import search
from search import FOLDER, Clock, Times

EDITS = 300
REPEATS = 7
LINKS_TO_RENAME = 10_000
FACETS = ("the", "ba", "kind:character", "captain -the", "status:alive", "tag:ba", "kind:film year:1977..1983")
LISTS = (
    "kind:film sort:-released limit:10",
    "kind:character status:alive limit:20",
    "kind:film year:1977..1983",
    "kind:speculation confidence:>80 status:open",
    "kind:person sort:links limit:20",
)
LONG_LISTS = (
    "",
    "kind:character",
    "is:redlink",
    "is:orphan",
    "status:alive",
    "kind:person the",
    "kind:character sort:-links",
    "kind:film sort:-released",
)
"""Lists that are shown a hundred pages at a time."""
PART = 100


@dataclass
class Table:
    """Figures by name, one column a size."""

    rows: dict[str, list[str]] = field(default_factory=dict)
    sizes: list[str] = field(default_factory=list)

    def put(self, name: str, value: str) -> None:
        """Add the figure of the newest size."""
        self.rows.setdefault(name, []).append(value)
        print(f"{self.sizes[-1]}: {name}: {value}", file=sys.stderr, flush=True)

    def markdown(self) -> str:
        """Return all of it as Markdown."""
        head = f"| | {' | '.join(self.sizes)} |\n|---|{'---|' * len(self.sizes)}"
        return "\n".join([head, *(f"| {name} | {' | '.join(values)} |" for name, values in self.rows.items())])


@contextmanager
def timed(clock: Clock) -> Iterator[Callable[[], float]]:
    """Yield what tells the seconds since the block began, or how long it took once it ended."""
    began, ended = clock(), 0.0
    yield lambda: (ended or clock()) - began
    ended = clock()


def median_ms(clock: Clock, call: Callable[[], object], repeats: int = REPEATS) -> str:
    """Return the median milliseconds of a few calls."""
    took = []
    for _ in range(repeats):
        with timed(clock) as seconds:
            call()
        took.append(seconds() * 1000)
    return f"{statistics.median(took):.1f} ms"


def percentiles(times: Times) -> str:
    """Return the median and the 99th percentile."""
    ordered = sorted(times.measured)
    return f"{statistics.median(ordered):.1f} / {ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]:.1f} ms"


def measure(size: str, table: Table, clock: Clock) -> None:
    """Measure one size."""
    table.sizes.append(size)
    path = FOLDER / f"growth-{size}.fanwiki"
    text = sum(file.stat().st_size for file in search.markdown_folder(size).rglob("*.md"))
    built = search.build(size, path)
    table.put("text of the pages", f"{text / 1e6:.0f} MB")
    table.put("the wiki's file", f"{path.stat().st_size / 1e6:.0f} MB = {path.stat().st_size / text:.1f} × text")
    table.put("building it, reading and deriving (processor time)", f"{built.deriving:.0f} s")
    table.put("building it, store until searchable (processor time)", f"{built.store:.0f} s")
    table.put("building it, in all (wall)", f"{built.wall:.0f} s")
    measure_reading(path, table, clock)
    measure_writing(path, table, clock)
    for leftover in path.parent.glob(f"{path.name}*"):
        leftover.unlink()


def measure_reading(path: Path, table: Table, clock: Clock) -> None:
    """Measure opening, backlinks, facets, lists."""

    def open_and_read() -> None:
        with open_wiki(path) as wiki, wiki.reading(CURATOR) as reader:
            reader.pages.recent(1)

    table.put("open and read one page", median_ms(clock, open_and_read))
    viewer = search.viewers(path)["has seen ten films"]
    with open_wiki(path) as wiki:
        linked = most_linked(wiki)
        table.put(
            "all backlinks of the most linked page",
            f"{median_ms(clock, lambda: browsing.backlinks(wiki, linked[0].title, CURATOR))} ({linked[1]} pages)",
        )
        table.put(
            "their number, and the first two hundred",
            median_ms(clock, lambda: first_backlinks(wiki, linked[0], viewer)),
        )
        view = lambda: browsing.page_view(wiki, linked[0].title, viewer, NoAddresses(), Renderer())  # noqa: E731
        table.put("that page, rendered anew", median_ms(clock, view))
        facets, lists = Times(clock), Times(clock)
        for _ in range(REPEATS):
            for query in FACETS:
                facets.measure(query, searching.facets, wiki, query, viewer)
            for query in LISTS:
                lists.measure(query, searching.list_part, wiki, query, viewer, size=LIST_LIMIT)
        table.put("facets, median / worst of a hundred", percentiles(facets))
        table.put("live lists in pages, median / worst of a hundred", percentiles(lists))
        first, further = measure_parts(wiki, viewer, clock)
        table.put("the first hundred of a long list, median / worst", percentiles(first))
        table.put("a hundred further down, median / worst", percentiles(further))


def measure_parts(wiki: WikiFile, viewer: Viewer, clock: Clock) -> tuple[Times, Times]:
    """Measure reading long lists part by part: the first part, asked for the first time, and ten later ones."""
    first, further = Times(clock), Times(clock)
    for query in LONG_LISTS:
        after = ""

        def ask(query: str = query) -> None:
            nonlocal after
            after = searching.list_part(wiki, query, viewer, size=PART, after=after).after

        first.measure(query, ask)
        for _ in range(10):
            if after:
                further.measure(query, ask)
    return first, further


def first_backlinks(wiki: WikiFile, page: PageRow, viewer: Viewer) -> int:
    """Read what a page shows of the pages that link to it."""
    with wiki.reading(viewer) as reader:
        reader.links.first_sources_to(page, MOST_BACKLINKS)
        return reader.links.count_sources_to(page)


def measure_writing(path: Path, table: Table, clock: Clock) -> None:
    """Measure saving an edit, and renaming a page that many link to."""
    with open_wiki(path) as wiki:
        search.time_saving(wiki, 5)
        by_clock, processor = search.time_saving(wiki, EDITS)
        saving = processor if clock is time.thread_time else by_clock
        table.put("saving an edit, median / 99 of 100", percentiles(saving))
        title, links = link_often(wiki)
        with timed(clock) as seconds:
            editing.rename(wiki, title, f"{title} renamed")
        table.put("renaming a page that many link to", f"{seconds():.1f} s ({links} pages)")
        table.put("that, a page", f"{seconds() * 1000 / max(links, 1):.2f} ms")


def most_linked(wiki: WikiFile) -> tuple[PageRow, int]:
    """Return the page that most pages link to, and how many."""
    (page,) = searching.list_pages(wiki, "sort:-links limit:1", CURATOR)
    return page, len(browsing.backlinks(wiki, page.title, CURATOR))


def link_often(wiki: WikiFile) -> tuple[str, int]:
    """Let so many pages as there are, up to ten thousand, link to one; return its title and their number."""
    title = "A page that many link to"
    editing.save_markdown(wiki, title, "Many pages link here.")
    with wiki.writing() as writer:
        pages = random.Random("linking").sample(writer.pages.all(), min(LINKS_TO_RENAME, len(writer.pages.all()) // 2))
        saves = []
        for page, source in writer.pages.sources([page for page in pages if page.title != title]):
            linked = replace(source, body=f"{source.body}\nSee [[{title}]].\n")
            saves.append(search.saved_again(writer, page, linked))
        writer.pages.save_many(saves)
    return title, len(saves)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Measure how a wiki grows.")
    parser.add_argument("sizes", nargs="*", default=["1k", "10k"], help="1k, 10k, 100k")
    parser.add_argument("--cpu", action="store_true", help="count processor time, for a machine that is busy otherwise")
    arguments = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    table = Table()
    for size in arguments.sizes:
        measure(size, table, time.thread_time if arguments.cpu else time.perf_counter)
    print(table.markdown())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"\nAt its peak this process held {peak:.0f} MB.")


if __name__ == "__main__":
    main()
