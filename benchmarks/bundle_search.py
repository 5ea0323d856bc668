"""Times the search of an exported bundle in Debian's Chromium, opened from disk, and prints a Markdown table.

    python benchmarks/bundle_search.py 1k 10k         # makes the wikis in /tmp/fanwiki-bench the first time

The queries are those of `search.py`. Each is asked first in a page that was just opened, in a browser context of its
own: from the focus of the box until eight pages with their beginnings stand in the list and are laid out, which takes
the search's script, the list of files, files of words and descriptions. Then, in one page, all are typed letter by
letter, twice. `--bundle` takes a bundle that is there instead of exporting one; `--worst` tells the slowest letters.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from fanwiki.domain.viewer import CURATOR
from fanwiki.services.wikis import open_wiki
from fanwiki.store.reader import Reader

sys.path.insert(0, str(Path(__file__).parent))

import search

# The status below the list is written last, whatever was found. Reading the list's height makes the browser lay it out.
HARNESS = """() => {
  const box = document.querySelector(".search-box");
  const list = document.querySelector(".search-list");
  const status = document.querySelector(".search-status");
  window.typed = (text, isFirst) => new Promise((resolve) => {
    const began = performance.now();
    const observer = new MutationObserver(() => {
      observer.disconnect();
      list.offsetHeight;
      resolve(performance.now() - began);
    });
    observer.observe(status, { childList: true });
    if (isFirst) box.focus();
    box.value = text;
    box.dispatchEvent(new InputEvent("input", { bubbles: true }));
  });
  window.typedAll = async (texts) => {
    const took = [];
    for (const text of texts) {
      took.push(await window.typed(text, false));
      await new Promise((resolve) => setTimeout(resolve));
    }
    return took;
  };
}"""


@dataclass
class Measured:
    """What one bundle takes; times are in milliseconds.

    Args:
        whole: A whole query in a page that was just opened.
        letter: The first letter there.
        first: Every letter, the first time.
        warm: Every letter, the second time.
        loaded: Bytes that a whole query loads in a page that was just opened.
    """

    whole: list[float] = field(default_factory=list)
    letter: list[float] = field(default_factory=list)
    first: list[float] = field(default_factory=list)
    warm: list[float] = field(default_factory=list)
    loaded: list[int] = field(default_factory=list)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Time the search of a bundle.")
    parser.add_argument("sizes", nargs="*", default=["1k"], help="1k, 10k, 100k")
    parser.add_argument("--queries", type=int, default=60)
    parser.add_argument("--bundle", type=Path, help="a bundle of the one size that is named")
    parser.add_argument("--worst", action="store_true", help="tell the slowest letters")
    arguments = parser.parse_args()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        for size in arguments.sizes:
            wiki = search.wiki_of(size)
            texts = search.queries(wiki, arguments.queries)
            bundle = arguments.bundle or exported(wiki, Path(folder) / size)
            report(wiki, bundle, texts, worst=arguments.worst)


def exported(wiki: Path, folder: Path) -> Path:
    """Export a wiki for somebody who sees everything."""
    # What an export keeps for the next one is kept apart from the user's own.
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    command = [sys.executable, "-m", "fanwiki", "export", str(wiki), str(folder / "bundle"), "--seen-all"]
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=environment)
    return folder / "bundle"


def report(wiki: Path, bundle: Path, texts: Sequence[str], *, worst: bool) -> None:
    """Time everything and print a table."""
    program = shutil.which("chromium")
    if program is None:
        raise SystemExit("there is no chromium to drive: apt-get install chromium")
    letters = [typed for text in texts for typed in search.keystrokes(text)]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        found = measured(browser, bundle, texts, letters)
        browser.close()
    pages, text = text_of(wiki)
    index = sum(path.stat().st_size for name in ("s", "d") for path in (bundle / name).iterdir())
    print(f"\n| {pages} pages, {len(texts)} queries, ms | median | 99 of 100 | worst |\n|---|---|---|---|")
    rows = {
        "a whole query in a page just opened": found.whole,
        "one letter in a page just opened": found.letter,
        "a letter, first time": found.first,
        "a letter, warm": found.warm,
    }
    for name, times in rows.items():
        print(f"| {name} | {' | '.join(figures(times))} |")
    print(f"\nIndex {index / 1e6:.2f} MB, {index / text:.3f} of the text ({text / 1e6:.1f} MB); ", end="")
    print(f"a whole query loads {statistics.median(found.loaded) / 1e3:.0f} KB, ", end="")
    print(f"at most {max(found.loaded) / 1e3:.0f} KB.", flush=True)
    if worst:
        for name, times in (("first time", found.first), ("warm", found.warm)):
            slowest = sorted(zip(times, letters, strict=True), reverse=True)[:12]
            print(f"{name}: {', '.join(f'“{typed}” {took:.1f}' for took, typed in slowest)}")


def measured(browser: Browser, bundle: Path, texts: Sequence[str], letters: Sequence[str]) -> Measured:
    """Time all queries."""
    found = Measured()
    for text in texts:
        for typed, times in ((text, found.whole), (text[0], found.letter)):
            page = opened(browser, bundle)
            times.append(page.evaluate("(text) => window.typed(text, true)", typed))
            if times is found.whole:
                asked = page.evaluate("() => [...FW.asked.keys()]")
                found.loaded.append(sum((bundle / f"{name}.js").stat().st_size for name in asked))
            page.context.close()
    page = opened(browser, bundle)
    page.evaluate("() => document.querySelector('.search-box').focus()")
    for times in (found.first, found.warm):
        times += page.evaluate("(texts) => window.typedAll(texts)", list(letters))
    page.context.close()
    return found


def opened(browser: Browser, bundle: Path) -> Page:
    """Open the bundle's first page, with nothing of the search loaded."""
    page = browser.new_context().new_page()
    page.goto((bundle / "index.html").as_uri())
    page.evaluate(HARNESS)
    return page


def text_of(wiki: Path) -> tuple[int, int]:
    """Return how many pages a wiki has, and how many bytes of plain text."""
    with open_wiki(wiki) as opened_wiki, opened_wiki.reading(CURATOR) as reader:
        pages = reader.pages.all()
        return len(pages), sum(text_of_some(reader, start) for start in range(0, len(pages), 500))


def text_of_some(reader: Reader, start: int) -> int:
    """Return how many bytes the text of five hundred pages is."""
    pages = reader.pages.all()[start : start + 500]
    reader.gather(pages)
    return sum(len(segment.text.encode()) for page in pages for segment in reader.pages.segments(page))


def figures(times: Sequence[float]) -> list[str]:
    """Return the median, the time within which 99 of 100 ended, and the worst."""
    ordered = sorted(times)
    return [f"{time:.1f}" for time in (statistics.median(ordered), ordered[int(len(ordered) * 0.99)], ordered[-1])]


if __name__ == "__main__":
    main()
