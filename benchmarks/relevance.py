"""Judges what searching finds in a large wiki: for each query the page is known that has to come first.

    python benchmarks/relevance.py 10k               # prints the table of docs/performance.md
    python benchmarks/relevance.py 100k --rivals     # beside plain FTS5 and Xapian (Debian's python3-xapian)

The wiki is that of benchmarks/search.py. For the misspellings that people made (`tests/corpus/misspellings.tsv`) a
copy of it gets all names of films and performers of `../shared/corpora/films`, if that folder is there.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from fanwiki.domain.title import lookup_key
from fanwiki.domain.viewer import CURATOR
from fanwiki.domain.words import words
from fanwiki.services import searching
from fanwiki.services.wikis import open_wiki
from fanwiki.store.reader import Reader
from fanwiki.store.rows import PageRow
from fanwiki.store.wiki_file import WikiFile

sys.path.insert(0, str(Path(__file__).parent))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

import search

ROOT = Path(__file__).resolve().parents[1]
SHOWN = 20
FILMS = ROOT.parent / "shared" / "corpora" / "films"
MISSPELLINGS = ROOT / "tests" / "corpus" / "misspellings.tsv"

Find: TypeAlias = Callable[[str], list[str]]
"""Returns the titles found for a query, the best first."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query, and the title of the page that is meant."""

    query: str
    meant: str


@dataclass
class Judgement:
    """At which places what was meant was found, from 1; 0 when it was not among those shown."""

    places: list[int] = field(default_factory=list)
    took: list[float] = field(default_factory=list)

    def judge(self, question: Question, find: Find) -> None:
        """Ask one question."""
        began = time.perf_counter()
        found = find(question.query)
        self.took.append((time.perf_counter() - began) * 1000)
        meant = _bare(question.meant)
        self.places.append(next((place for place, title in enumerate(found, 1) if _bare(title) == meant), 0))

    def cells(self) -> str:
        """Return recall among the first, the first five, and the mean of 1 / place, as cells of a table."""
        count = len(self.places)
        first = sum(place == 1 for place in self.places) / count
        five = sum(0 < place <= 5 for place in self.places) / count
        mean = sum(1 / place for place in self.places if place) / count
        return f"{first:.1%} | {five:.1%} | {mean:.3f} | {statistics.median(self.took):.1f}"


def _bare(title: str) -> str:
    return lookup_key(title).removeprefix("the ")


def questions(wiki: WikiFile, count: int) -> dict[str, list[Question]]:
    """Make queries of what pages have, and of what people do to it."""
    dice = random.Random("relevance")
    with wiki.reading(CURATOR) as reader:
        pages = reader.pages.all()
        some = [page for page in dice.sample(pages, min(len(pages), 4 * count)) if len(words(page.title)) > 1]
        names = reader.pages.names()
        often = Counter(_bare(name.text) for name in names)
        aliases = [name for name in names if often[_bare(name.text)] == 1 and not name.is_title]
        held = {_bare(page.title) for page in pages}
        made = {
            "a title": [Question(page.title, page.title) for page in some],
            "all of a title but its last third": [Question(_begun(page.title), page.title) for page in some],
            "an alias": [
                Question(name.text, name.page.title) for name in dice.sample(aliases, min(count, len(aliases)))
            ],
            "the words of a title in another order": [Question(_turned(page.title), page.title) for page in some],
            "a title with two letters swapped or one changed": [
                Question(wrong, page.title)
                for page in some
                if _bare(wrong := search.misspelt(page.title.lower(), dice)) not in held
            ],
            "a value that one page has in its fields": list(_values(reader, some)),
            "a title and a heading of its page": list(_headings(reader, some)),
            "five words of a text that stand together": (phrases := list(_phrases(reader, some, dice))),
            "these in quotation marks": [Question(f'"{asked.query}"', asked.meant) for asked in phrases],
        }
    return {name: found[:count] for name, found in made.items()}


def _begun(title: str) -> str:
    return title[: max(3, 2 * len(title) // 3)]


def _turned(title: str) -> str:
    first, *rest = title.split()
    return " ".join((*rest, first)).lower()


def _values(reader: Reader, pages: Sequence[PageRow]) -> Iterator[Question]:
    for page in pages:
        for fact in reader.facts.of(page):
            wanted = fact.target is None and len(words(fact.text)) > 1 and not fact.text[:1].isdigit()
            if wanted and len(searching.pages_of(reader, f'{fact.field}:"{fact.text}"')) == 1:
                yield Question(fact.text, page.title)
                break


def _headings(reader: Reader, pages: Sequence[PageRow]) -> Iterator[Question]:
    for page in pages:
        headings = [segment.heading for segment in reader.pages.segments(page) if segment.heading]
        if headings:
            yield Question(f"{page.title} {headings[-1]}".lower(), page.title)


def _phrases(reader: Reader, pages: Sequence[PageRow], dice: random.Random) -> Iterator[Question]:
    for page in pages:
        written = max((segment.text for segment in reader.pages.segments(page)), key=len, default="").split()
        if len(written) > 20:
            start = dice.randrange(len(written) - 5)
            yield Question(" ".join(written[start : start + 5]).strip(".,;:!?…“”"), page.title)


def misspellings() -> list[Question]:
    """Return the misspellings that people made."""
    lines = (line.split("\t") for line in MISSPELLINGS.read_text("utf-8").splitlines())
    return [Question(typed, meant) for typed, meant, _ in lines]


def with_real_names(path: Path) -> Path:
    """Return a copy of the wiki with real films, performers and characters among its pages; made the first time."""
    import film_wiki

    mixed = path.with_name(f"{path.stem}-films.fanwiki")
    if mixed.exists():
        return mixed
    partial = mixed.with_suffix(".partial")
    shutil.copyfile(path, partial)
    lines = (line.split("\t") for line in MISSPELLINGS.read_text("utf-8").splitlines())
    characters = dict.fromkeys(meant for _, meant, kind in lines if kind == "character")
    entries = [film for decade in film_wiki.DECADES for film in json.loads((FILMS / decade).read_text("utf-8"))]
    with open_wiki(partial) as wiki, wiki.writing() as writer:
        held = {lookup_key(page.title) for page in writer.pages.all()}
        saves = film_wiki.saves(entries, characters)
        writer.pages.save_many(save for save in saves if lookup_key(save.source.title) not in held)
    partial.rename(mixed)
    return mixed


def finder(wiki: WikiFile) -> Find:
    """Return what asks this program's own search."""
    return lambda query: [hit.page.title for hit in searching.search(wiki, query, CURATOR, limit=SHOWN).hits]


def plain_fts5(path: Path) -> Find:
    """Return what asks SQLite's text search by BM25 alone, with the title worth ten times the text."""
    index = sqlite3.connect("")
    index.execute("ATTACH ? AS wiki", (str(path),))
    index.execute(
        "CREATE VIRTUAL TABLE plain USING fts5 (title, names, body, prefix='2 3', tokenize='porter unicode61')"
    )
    index.execute(
        """INSERT INTO plain (rowid, title, names, body)
        SELECT page.id, page.title, (SELECT group_concat(text, ' ') FROM wiki.name WHERE page_id = page.id),
            (SELECT group_concat(heading || ' ' || text, ' ') FROM wiki.segment WHERE page_id = page.id)
        FROM wiki.page AS page WHERE deleted IS NULL"""
    )

    def find(query: str) -> list[str]:
        between = " " if query.startswith('"') else '" "'
        match = f'"{between.join(words(query))}" *'
        statement = "SELECT title FROM plain WHERE plain MATCH ? ORDER BY bm25(plain, 10, 5, 1) LIMIT ?"
        return [title for (title,) in index.execute(statement, (match, SHOWN))]

    return find


def xapian(size: str, queries: Sequence[str]) -> Find | None:
    """Return what Xapian found for these queries, all of which it is asked at once."""
    arguments = [str(search.markdown_folder(size)), str(search.FOLDER / f"xapian-{size}"), "--found"]
    command = ["/usr/bin/python3", str(Path(__file__).with_name("xapian_rival.py")), *arguments]
    done = subprocess.run(command, input=json.dumps(list(queries)), capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"Xapian was left out: {done.stderr.strip().splitlines()[-1:]}")
        return None
    found = dict(zip(queries, json.loads(done.stdout), strict=True))
    return lambda query: found[query]


def print_table(name: str, asked: dict[str, list[Question]], find: Find) -> None:
    """Ask everything and print how well it was found."""
    print(f"\n| {name} | queries | first | among five | mean of 1 / place | ms |\n|---|---|---|---|---|---|")
    for what, wanted in asked.items():
        judgement = Judgement()
        for question in wanted:
            judgement.judge(question, find)
        if wanted:
            print(f"| {what} | {len(wanted)} | {judgement.cells()} |", flush=True)


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(description="Judge searching.")
    parser.add_argument("size", nargs="?", default="10k", choices=("1k", "10k", "100k"))
    parser.add_argument("--queries", type=int, default=500, help="of each sort")
    parser.add_argument("--rivals", action="store_true", help="plain FTS5 and Xapian too")
    asked = parser.parse_args()
    path = search.wiki_of(asked.size)
    with open_wiki(path) as wiki:
        made = questions(wiki, asked.queries)
        print_table(f"fanwiki, {asked.size}", made, finder(wiki))
    if FILMS.exists():
        with open_wiki(with_real_names(path)) as wiki:
            print_table(f"fanwiki, {asked.size} and real names", {"misspelt by people": misspellings()}, finder(wiki))
    if asked.rivals:
        print_table(f"FTS5 with BM25, {asked.size}", made, plain_fts5(path))
        queries = list(dict.fromkeys(question.query for wanted in made.values() for question in wanted))
        found = xapian(asked.size, queries)
        if found:
            print_table(f"Xapian, {asked.size}", made, found)


if __name__ == "__main__":
    main()
