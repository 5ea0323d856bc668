"""Times searching letter by letter, as the search box does it, beside what a reader would use instead.

    python benchmarks/search.py 10k                   # makes the wiki in /tmp/fanwiki-bench the first time
    python benchmarks/search.py 10k --rivals --letters  # ripgrep over the Markdown, and Xapian and Zim as Debian has
                                                      # them (python3-xapian, zim)

Every number is of one process on a warm cache; compare those of one run only, machines differ.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from fanwiki.__main__ import SELDOM
from fanwiki.domain.page import PageSource
from fanwiki.domain.viewer import CURATOR, Viewer
from fanwiki.markup.derive import derive
from fanwiki.markup.frontmatter import read_markdown
from fanwiki.services import editing, searching
from fanwiki.services.wikis import create_wiki, open_wiki
from fanwiki.store.rows import PageRow
from fanwiki.store.saves import PageSave
from fanwiki.store.wiki_file import WikiFile
from fanwiki.store.writer import Writer

sys.path.insert(0, str(Path(__file__).parent))

import generate
import window

FOLDER = Path("/tmp/fanwiki-bench")
LIMIT = 20
Clock = Callable[[], float]


@dataclass
class Times:
    """Milliseconds, and what took the longest.

    Args:
        clock: What to time by.
        measured: What each call took.
        slowest: The worst, and what it was.
    """

    clock: Clock = time.perf_counter
    measured: list[float] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")

    def measure(self, what: str, call: Callable[..., object], *arguments: object, **named: object) -> None:
        """Time one call."""
        began = self.clock()
        call(*arguments, **named)
        took = (self.clock() - began) * 1000
        self.measured.append(took)
        self.slowest = max(self.slowest, (took, what))

    def row(self) -> str:
        """Return median, 95th and 99th percentile, the worst and its query."""
        ordered = sorted(self.measured)
        at = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95, 0.99)]
        numbers = " | ".join(f"{number:.2f}" for number in at)
        return f"{numbers} | {self.slowest[0]:.1f} (`{self.slowest[1]}`)"


def markdown_folder(size: str) -> Path:
    """Return the wiki as Markdown files; they are made the first time."""
    folder = FOLDER / f"markdown-{size}"
    if not folder.exists():
        partial = folder.with_suffix(".partial")
        generate.write(generate.plan(generate.SIZES[size]), partial)
        partial.rename(folder)
    return folder


@dataclass(frozen=True)
class Built:
    """What making a wiki took, in seconds: of processor time in two parts, and in all."""

    deriving: float
    store: float
    wall: float


def wiki_of(size: str) -> Path:
    """Return the wiki file; it is made the first time, and how long that took is said."""
    path = FOLDER / f"{size}.fanwiki"
    if not path.exists():
        built = build(size, path)
        parts = f"reading and deriving {built.deriving:.0f} s, store with search {built.store:.0f} s"
        print(f"built {size} in {built.wall:.0f} s; processor time: {parts}", flush=True)
    return path


def build(size: str, path: Path) -> Built:
    """Make a wiki of the Markdown of this size, in place of one that is there."""
    folder = markdown_folder(size)
    partial = path.with_suffix(".partial")
    for leftover in (*FOLDER.glob(f"{partial.name}*"), *FOLDER.glob(f"{path.name}*")):
        leftover.unlink()
    deriving = 0.0
    began = (time.perf_counter(), time.process_time())
    with create_wiki(partial) as wiki, wiki.writing() as writer:
        kinds = writer.kinds()

        def saves() -> Iterator[PageSave]:
            nonlocal deriving
            for file in sorted(folder.rglob("*.md")):
                start = time.process_time()
                source, _ = read_markdown(file.read_text("utf-8"))
                document = derive(source, kinds.of(source.kind), gate_of=writer.gate_of)
                deriving += time.process_time() - start
                yield PageSave(document, source, None)

        writer.pages.save_many(saves())
    wall, cpu = time.perf_counter() - began[0], time.process_time() - began[1]
    partial.rename(path)
    return Built(deriving, cpu - deriving, wall)


def saved_again(writer: Writer, page: PageRow, source: PageSource) -> PageSave:
    """Return what saves a page that is there anew."""
    document = derive(source, writer.kinds().of(source.kind), gate_of=writer.gate_of)
    return PageSave(document, source, page.head, page=page.id)


def queries(path: Path, count: int) -> list[str]:
    """Choose what is looked for: names popular and rare, half of a name, words of the text, several words."""
    dice = random.Random("queries")
    with open_wiki(path) as wiki, wiki.reading(CURATOR) as reader:
        linked = [hit.name for hit in reader.search.titles("", limit=300)]
        names = [name.text for name in dice.sample(reader.pages.names(), count)]
        pages = dice.sample(reader.pages.all(), count)
        texts = [segment.text for page in pages for segment in reader.pages.segments(page)[-1:]]
    words = [dice.choice(text.split() or ["the"]).strip(".,…") for text in texts]
    common = [dice.choice(generate.FUNCTION_WORDS) for _ in range(count)]
    share = count // 6
    return [
        *dice.sample(linked, share),
        *names[:share],
        *(name.split()[-1].lower() for name in names[share : 2 * share]),
        *(word.lower() for word in words[:share]),
        *(f"{word} {other}" for word, other in zip(words[share : 2 * share], common, strict=False)),
        *(f"{name.split()[0]} {word}" for name, word in zip(names[-share:], words[-share:], strict=False)),
    ]


def keystrokes(text: str) -> Iterator[str]:
    """Yield what stands in the box after each letter."""
    return (text[:end] for end in range(1, len(text) + 1))


def viewers(path: Path) -> dict[str, Viewer]:
    """Return a curator, and somebody who has seen ten films."""
    with open_wiki(path) as wiki:
        films = [page.title for page in searching.list_pages(wiki, "kind:film sort:-links limit:40", CURATOR)]
    return {"sees all": CURATOR, "has seen ten films": Viewer.who_has_seen(films[::4][:10])}


def time_typing(wiki: WikiFile, texts: Sequence[str], viewer: Viewer, clock: Clock) -> tuple[Times, Times]:
    """Time every keystroke: first with a cold memory, then warm."""
    cold, warm = Times(clock), Times(clock)
    for times in (cold, warm):
        for text in texts:
            for typed in keystrokes(text):
                times.measure(typed, searching.search, wiki, typed, viewer, limit=LIMIT)
    return cold, warm


def time_others(wiki: WikiFile, texts: Sequence[str], viewer: Viewer, clock: Clock) -> dict[str, Times]:
    """Time facets, completion, misspellings, filters and lists."""
    dice = random.Random("misspellings")
    found = {name: Times(clock) for name in ("facets", "completion", "misspelt names", "filters", "lists")}
    for text in texts:
        found["facets"].measure(text, searching.facets, wiki, text, viewer)
        for typed in keystrokes(text):
            found["completion"].measure(typed, searching.complete, wiki, typed, viewer)
        wrong = misspelt(text, dice)
        found["misspelt names"].measure(wrong, searching.search, wiki, wrong, viewer, limit=LIMIT)
    for query in FILTERS:
        found["filters"].measure(query, searching.search, wiki, query, viewer, limit=LIMIT)
        found["lists"].measure(query, searching.list_pages, wiki, query, viewer)
    return found


FILTERS = (
    "kind:film",
    "kind:character status:alive",
    "kind:character species:android sort:title",
    "kind:film year:1977..1983",
    "kind:speculation confidence:>80 status:open",
    "is:orphan kind:article",
    "is:due",
    "tag:ba",
    "kind:film sort:-released limit:10",
    "kind:person the",
)


def misspelt(text: str, dice: random.Random) -> str:
    """Swap two letters and change one."""
    letters = list(text)
    if len(letters) > 4:
        place = dice.randrange(1, len(letters) - 2)
        letters[place], letters[place + 1] = letters[place + 1], letters[place]
        letters[dice.randrange(1, len(letters))] = dice.choice("aeioutrs")
    return "".join(letters)


def time_saving(wiki: WikiFile, count: int = 300) -> tuple[Times, Times]:
    """Time saving a page after a small edit, search included: by the clock, the disk included, and of the processor."""
    dice = random.Random("saving")
    clock, processor = Times(), Times(time.thread_time)
    with wiki.reading(CURATOR) as reader:
        pages = dice.sample(reader.pages.all(), count)
        sources: list[tuple[PageSource, int]] = [(reader.pages.source(page), page.head) for page in pages]
    for source, head in sources:
        edited = replace(source, body=source.body + "\nOne more sentence about nothing.\n")
        clock.measure(source.title, processor.measure, source.title, editing.save, wiki, edited, base=head)
    return clock, processor


def time_ripgrep(folder: Path, texts: Iterable[str], clock: Clock) -> Times:
    """Time looking for whole queries, not letters, with ripgrep: files that have the text."""
    times = Times(clock)
    for text in texts:
        command = ["rg", "--files-with-matches", "--ignore-case", "--fixed-strings", "--", text, str(folder)]
        times.measure(text, subprocess.run, command, stdout=subprocess.DEVNULL, check=False)
    return times


def time_of_children() -> float:
    """Return the processor time of the programs that were run."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def time_xapian(size: str, texts: Sequence[str], clock: Clock) -> Times | None:
    """Time Xapian letter by letter with snippets."""
    arguments = [str(markdown_folder(size)), str(FOLDER / f"xapian-{size}")]
    return time_rival("xapian_rival.py", arguments, texts, clock)


def time_zim(size: str, texts: Sequence[str], clock: Clock) -> Times | None:
    """Time whole queries with the search of Zim, once it has indexed everything."""
    if size not in ZIM_QUERIES:
        print("Zim was left out: a query takes ten times as long at ten times the size, so minutes at this one.")
        return None
    return time_rival("zim_rival.py", [str(window.zim_notebook(size))], texts[: ZIM_QUERIES[size]], clock)


ZIM_QUERIES = {"1k": 10, "10k": 4}
"""How many queries Zim is asked: at 10,000 pages one takes it some twenty seconds, and indexing first some minutes."""


def time_rival(script: str, arguments: Sequence[str], texts: Sequence[str], clock: Clock) -> Times | None:
    """Run a rival in the Python of the system, which has its binding."""
    command = ["/usr/bin/python3", str(Path(__file__).with_name(script)), *arguments]
    command += ["--cpu"] if clock is time.thread_time else []
    done = subprocess.run(command, input=json.dumps(list(texts)), capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{script} was left out: {done.stderr.strip().splitlines()[-1:]}")
        return None
    times = Times()
    for typed, took in json.loads(done.stdout):
        times.measured.append(took)
        times.slowest = max(times.slowest, (took, typed))
    return times


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Time searching.")
    parser.add_argument("sizes", nargs="*", default=["1k", "10k"], help="1k, 10k, 100k")
    parser.add_argument("--rivals", action="store_true", help="time ripgrep and Xapian too")
    parser.add_argument("--letters", action="store_true", help="of our own only letters, which change no wiki")
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--cpu", action="store_true", help="count processor time, for a machine that is busy otherwise")
    arguments = parser.parse_args()
    FOLDER.mkdir(exist_ok=True)
    gc.set_threshold(*SELDOM)  # as the program does, which leaves its libraries out too
    gc.freeze()
    for size in arguments.sizes:
        path = wiki_of(size)
        texts = queries(path, arguments.queries)
        print(heading(size, path, texts))
        clock = time.thread_time if arguments.cpu else time.perf_counter
        for name, times in chain(
            own(path, texts, clock, letters=arguments.letters), rivals(size, texts, clock) if arguments.rivals else ()
        ):
            print(f"| {name} | {times.row()} |", flush=True)


def heading(size: str, path: Path, texts: Sequence[str]) -> str:
    """Return the beginning of the table of one size."""
    markdown = sum(file.stat().st_size for file in markdown_folder(size).rglob("*.md")) / 1e6
    length = statistics.mean(map(len, texts))
    sizes = f"{markdown:.0f} MB of Markdown, {path.stat().st_size / 1e6:.0f} MB as a wiki"
    title = f"{size}: {sizes}, {len(texts)} queries of {length:.0f} letters"
    return f"\n## {title}\n\n| ms | p50 | p95 | p99 | worst |\n|---|---|---|---|---|"


def own(path: Path, texts: Sequence[str], clock: Clock, *, letters: bool = False) -> Iterator[tuple[str, Times]]:
    """Yield what our own search took."""
    with open_wiki(path) as wiki:
        for name, viewer in viewers(path).items():
            cold, warm = time_typing(wiki, texts, viewer, clock)
            yield f"a letter, first time, {name}", cold
            yield f"a letter, warm, {name}", warm
        if letters:
            return
        yield from time_others(wiki, texts, viewers(path)["has seen ten films"], clock).items()
        by_clock, processor = time_saving(wiki)
        yield "saving an edit", by_clock
        yield "saving an edit, processor", processor


def rivals(size: str, texts: Sequence[str], clock: Clock) -> Iterator[tuple[str, Times]]:
    """Yield what a reader would wait for otherwise."""
    yield (
        "ripgrep, a whole query",
        time_ripgrep(markdown_folder(size), texts[::3], time_of_children if clock is time.thread_time else clock),
    )
    xapian = time_xapian(size, texts, clock)
    if xapian:
        yield "Xapian, a letter, with snippets", xapian
    zim = time_zim(size, texts[::6], clock)
    if zim:
        yield "Zim, a whole query", zim


if __name__ == "__main__":
    main()
