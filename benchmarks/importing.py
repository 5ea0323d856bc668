"""Times importing a dump of a wiki: pages a second and memory of all processes together.

    python benchmarks/importing.py 20000              # a made wiki of 20,000 pages, like those of Fandom
    python benchmarks/importing.py 20000 --history 5  # with five revisions a page
    python benchmarks/importing.py dump.xml.7z        # a real one

Every run is a process of its own, of which the median counts. Memory is what this and all its children hold at once,
looked at five times a second; processor time is that of all of them. Made pages are as long as those of `generate.py`
and have as many links. The dump is made once, in /tmp/fanwiki-bench.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

FOLDER = Path("/tmp/fanwiki-bench")
WORDS = (
    "lava shark wheel storm guard tower night river silver machine captain city shadow bridge winter signal harbour "
    "mirror engine crown desert orbit mask lantern comet garden archive vault temple rival cousin"
).split()
NAMES = "Ash Bo Cy Dee Eli Fay Gus Hal Ivy Jo Kai Lou Max Nia Ona Pip Quin Ray Sol Tai Uma Vic Wes Xen Yan Zoe".split()
TEMPLATE = (
    '<includeonly><infobox type="hero"><title source="name"/><image source="image"/>'
    '<group><header>About</header><data source="species"><label>Species</label></data>'
    '<data source="home"><label>Home</label><format>[[{{{home}}}]]</format></data></group>'
    '<data source="first"><label>First seen</label></data></infobox></includeonly>'
)


@dataclass(frozen=True)
class Run:
    """What one import took.

    Args:
        pages: How many there were.
        seconds: How long it took.
        processor: How long all processes computed.
        memory: The most that all processes held, in MB.
    """

    pages: int
    seconds: float
    processor: float
    memory: float


def made_dump(count: int, history: int) -> Path:
    """Return a made dump, which is written the first time."""
    path = FOLDER / f"dump-{count}-{history}.xml"
    if not path.exists():
        FOLDER.mkdir(parents=True, exist_ok=True)
        partial = path.with_suffix(".partial")
        with partial.open("w", encoding="utf-8") as file:
            file.writelines(_dump(count, history))
        partial.rename(path)
    return path


def _dump(count: int, history: int) -> Iterator[str]:
    yield (
        '<mediawiki version="0.11" xml:lang="en"><siteinfo><sitename>Made</sitename>'
        "<base>https://made.fandom.com/wiki/Main_Page</base><namespaces>"
        '<namespace key="0"/><namespace key="10">Template</namespace><namespace key="14">Category</namespace>'
        "</namespaces></siteinfo>\n"
    )
    yield _page("Template:Hero", 10, [TEMPLATE])
    for number in range(1, count):
        random_ = random.Random(number)
        if number % 12 == 0:
            yield _page(f"{_title(number, count)} (old)", 0, [f"#REDIRECT [[{_title(number + 1, count)}]]"])
        else:
            yield _page(_title(number, count), 0, [_text(random_, number, count) for _ in range(history)])
    yield "</mediawiki>\n"


def _page(title: str, namespace: int, texts: list[str]) -> str:
    revisions = "".join(
        f"<revision><id>{number + 1}</id><timestamp>2020-01-01T00:{number // 60:02}:{number % 60:02}Z</timestamp>"
        f"<contributor><username>Ann</username></contributor><comment>edit</comment><model>wikitext</model>"
        f'<text xml:space="preserve">{escape(text)}</text></revision>\n'
        for number, text in enumerate(texts)
    )
    return f"<page><title>{escape(title)}</title><ns>{namespace}</ns><id>1</id>{revisions}</page>\n"


def _title(number: int, count: int) -> str:
    number %= count
    return f"{NAMES[number % 26]} {NAMES[number // 26 % 26]} {number}"


def _text(random_: random.Random, number: int, count: int) -> str:
    link = lambda: f"[[{_title(random_.randrange(1, count), count)}]]"  # noqa: E731  (short, and used thirty times)
    words = lambda length: " ".join(random_.choices(WORDS, k=length))  # noqa: E731
    infobox = (
        f"{{{{Hero|name={_title(number, count)}|image=Hero {number}.png|species={random_.choice(WORDS)}\n"
        f"|home={random_.choice(WORDS)}|first={link()}}}}}\n"
    )
    parts = [infobox, f"'''{_title(number, count)}''' is a {words(8)} of {link()}.<ref>{words(6)}</ref>\n"]
    for heading in random_.sample(WORDS, 4):
        parts.append(f"\n== {heading.title()} ==\n")
        sentences = [f"{words(9)} ''{words(2)}'' {words(7)}." for _ in range(random_.randint(2, 8))]
        sentences.append(f"{words(3)} {link()} {words(6)}.")
        parts.append(" ".join(sentences) + "\n")
    parts += [f"* {link()}: {words(5)}\n" for _ in range(random_.randint(1, 4))]
    rows = "".join(f"|-\n| {link()} || {words(2)} || {random_.randrange(99)}\n" for _ in range(random_.randint(1, 4)))
    parts.append(f'{{| class="wikitable"\n! Who !! What !! How many\n{rows}|}}\n')
    parts.append(f"{{{{Quote|{words(7)}|{link()}}}}}\n[[Category:{random_.choice(WORDS).title()}]]\n")
    return "".join(parts)


def measured(dump: Path, *more: str) -> Run:
    """Import a dump into a new wiki in another process, and watch it."""
    import psutil

    with tempfile.TemporaryDirectory(prefix="fanwiki-bench-") as folder:
        wiki = Path(folder) / "w.fanwiki"
        program = [sys.executable, "-m", "fanwiki"]
        subprocess.run([*program, "new", str(wiki)], check=True, capture_output=True)
        began, computed = time.monotonic(), _computed()
        process = subprocess.Popen(
            [*program, "import", str(wiki), str(dump), *more],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        peak = [0.0]
        watcher = threading.Thread(target=_watch, args=(psutil.Process(process.pid), peak), daemon=True)
        watcher.start()
        process.communicate()
        seconds = time.monotonic() - began
        watcher.join()
        if process.returncode:
            raise SystemExit("the import failed")
        return Run(_pages_in(dump), seconds, _computed() - computed, peak[0])


def _computed() -> float:
    """Return the processor time of all processes that ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _watch(process: object, peak: list[float]) -> None:
    import psutil

    assert isinstance(process, psutil.Process)
    while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
        total = 0
        try:
            for each in (process, *process.children(recursive=True)):
                # What processes share counts once: each holds its part of it.
                total += each.memory_full_info().pss
        except psutil.NoSuchProcess:
            continue
        peak[0] = max(peak[0], total / 1e6)
        time.sleep(0.2)


def _pages_in(dump: Path) -> int:
    from fanwiki.importers.mediawiki.dump import PageHead, read_events

    return sum(isinstance(event, PageHead) for event in read_events(dump))


def main() -> None:
    """Import a dump several times and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dump", help="how many pages to make, or a dump")
    parser.add_argument("--history", type=int, default=1, help="how many revisions a made page has")
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--latest", action="store_true")
    given = parser.parse_args()
    dump = made_dump(int(given.dump), given.history) if given.dump.isdecimal() else Path(given.dump)
    runs = [measured(dump, *(["--latest"] if given.latest else [])) for _ in range(given.times)]
    seconds = statistics.median(run.seconds for run in runs)
    processor = statistics.median(run.processor for run in runs)
    memory = statistics.median(run.memory for run in runs)
    print(f"{dump.name}: {dump.stat().st_size / 1e6:.0f} MB, {os.cpu_count()} cores, median of {len(runs)}")
    pages, cores = runs[0].pages, os.cpu_count() or 1
    print(f"{pages} pages in {seconds:.1f} s: {pages / seconds:.0f} pages/s; {memory:.0f} MB at most")
    print(
        f"{1000 * processor / pages:.1f} ms of processor time a page: {cores * pages / processor:.0f} pages/s if idle"
    )


if __name__ == "__main__":
    main()
