"""The bundle's search index: from the words of every page to scripts of about the same size.

Words of names stand in files of their own: they are few, they answer the first keystrokes, and misspelt words are
compared with them. Pages are numbered by their ids, so that a new page changes few files.
"""

from __future__ import annotations

import marshal
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from tempfile import SpooledTemporaryFile
from typing import Self

from fanwiki.domain.title import lookup_key
from fanwiki.exporters.html.search_chunks import WordChunk
from fanwiki.exporters.html.search_packing import (
    EVERYWHERE,
    LEVEL,
    count_of,
    order_in_scripts,
    packed_numbers,
    packed_steps,
)
from fanwiki.exporters.html.search_runs import TextRuns
from fanwiki.exporters.html.search_shards import SHARD, IndexFigures, common_above, shards_of, size_of
from fanwiki.exporters.html.search_words import TOLD
from fanwiki.exporters.html.source import PageEntry

BLOCK = 64
HELD_AT_MOST = 8 << 20
"""Beginnings of pages that are more bytes wait in a file."""

MANIFEST = "s/manifest"


@dataclass(frozen=True, slots=True)
class Described:
    """What a result or a preview shows of a page.

    Args:
        entry: The page.
        path: Its file.
        lead: The beginning of its text.
        image: The file of its picture, or empty.
    """

    entry: PageEntry
    path: str
    lead: str
    image: str


class SearchIndex:
    """Collects the words of pages, in the order of their ids, and writes the scripts; close it, or use it with `with`.

    Args:
        pages: The pages, in the order of their ids.
        kinds: The label of each kind.

    Attributes:
        figures: What is to know of the index for changing a little of it, when all its scripts were yielded.
    """

    def __init__(self, pages: Sequence[PageEntry], kinds: Mapping[str, str]) -> None:
        self.pages = pages
        self._kinds = kinds
        self._names: dict[str, array[int]] = {}
        self._text = TextRuns()
        self._lengths: list[int] = []
        self._size = 0
        self._common: dict[str, int] = {}
        self.figures = IndexFigures()
        # The beginnings of a hundred thousand pages are more than a computer should have to hold.
        self._leads = SpooledTemporaryFile(HELD_AT_MOST)  # noqa: SIM115  (it lives as long as the index)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._leads.close()
        self._text.close()

    def join(self, chunk: WordChunk) -> None:
        """Add the words of the pages that follow."""
        start = len(self._lengths)
        self._lengths += chunk.lengths
        self._size += chunk.size
        for word, numbers in chunk.names.items():
            known = self._names.get(word)
            if known is None:
                known = self._names[word] = array("L")
            for place in range(0, len(numbers), 2):
                known.append(start + numbers[place])
                known.append(numbers[place + 1])
        self._text.join(chunk.text, start)
        marshal.dump(chunk.leads, self._leads)

    def leads(self) -> Iterator[str]:
        """Yield the beginnings of the pages."""
        self._leads.seek(0)
        read = 0
        while read < len(self._lengths):
            leads = marshal.load(self._leads)
            read += len(leads)
            yield from leads

    def calls(self, described: Iterable[Described]) -> Iterator[tuple[str, list[object]]]:
        """Yield every script: its name, and the values it hands over.

        Args:
            described: The pages in the order of their ids.
        """
        written = 0
        bounds: dict[str, list[str]] = {"n": [], "t": []}
        for letter, lines in (("n", self._name_lines()), ("t", self._text_lines())):
            for number, shard in enumerate(shards_of(lines)):
                bounds[letter].append(shard.first)
                name = f"s/{letter}{number}"
                values = shard.values()
                written += size_of(values)
                yield name, values
        facets = list(self._facet_files())
        yield from facets
        manifest = self._manifest(bounds, len(facets))
        yield MANIFEST, manifest
        written += size_of(manifest) + sum(size_of(values) for _, values in facets)
        pages = len(self.pages)
        names = sum(2 * len(page.title) + sum(map(len, page.aliases)) + 40 for page in self.pages)
        self.figures = IndexFigures(pages, names, written, self._size, dict(self._common))
        yield from self._blocks(described, self.figures.lead_length)

    def _manifest(self, bounds: Mapping[str, list[str]], facets: int) -> list[object]:
        kinds = list(dict.fromkeys(page.kind for page in self.pages))
        place = {kind: number for number, kind in enumerate(kinds)}
        return [
            {
                "pages": len(self.pages),
                "block": BLOCK,
                "ids": packed_steps([page.id for page in self.pages]),
                "kinds": [[kind, self._kinds.get(kind, kind)] for kind in kinds],
                "kindOf": packed_numbers(place[page.kind] for page in self.pages),
                "lengths": packed_numbers(self._lengths),
                "names": bounds["n"],
                "texts": bounds["t"],
                "facets": facets,
            }
        ]

    def _name_lines(self) -> Iterator[tuple[str, str]]:
        for term in sorted(self._names, key=order_in_scripts):
            found = self._names[term]
            steps = packed_steps(found[::2])
            yield term, f"{steps}{LEVEL}{packed_numbers(found[1::2])}"

    def _text_lines(self) -> Iterator[tuple[str, str]]:
        common = common_above(len(self.pages))
        level = LEVEL.encode()
        for term, parts in self._text.lines():
            # A number takes at least one byte.
            count = sum(map(count_of, parts)) if sum(map(len, parts)) > common else 0
            if count > common:
                self._common[term] = count
                yield term, f"{EVERYWHERE}{LEVEL}{LEVEL}{parts[TOLD].decode()}".rstrip(LEVEL)
            else:
                yield term, level.join(parts).rstrip(level).decode()

    def _facet_files(self) -> Iterator[tuple[str, list[object]]]:
        """Yield which pages belong to each film and have each tag."""
        films: dict[str, list[int]] = {}
        tags: dict[str, list[int]] = {}
        labels: dict[str, str] = {}
        for number, page in enumerate(self.pages):
            for film in dict.fromkeys(page.films):
                films.setdefault(film, []).append(number)
            for key, tag in {lookup_key(tag): tag for tag in page.tags}.items():
                labels.setdefault(key, tag)
                tags.setdefault(key, []).append(number)
        lines = [["film", film, packed_steps(films[film])] for film in sorted(films)]
        lines += [["tag", labels[key], packed_steps(tags[key])] for key in sorted(tags)]
        for number, part in enumerate(_parts(lines)):
            yield f"s/f{number}", [part]

    def _blocks(self, described: Iterable[Described], most: int) -> Iterator[tuple[str, list[object]]]:
        block: list[list[object]] = []
        number = 0
        for page in described:
            row: list[object] = [page.entry.title, page.path, shortened(page.lead, most)]
            row += [list(page.entry.aliases)] if page.entry.aliases or page.image or page.entry.note else []
            row += [page.entry.note] if page.image or page.entry.note else []
            block.append([*row, page.image] if page.image else row)
            if len(block) == BLOCK:
                yield f"d/{number}", [block]
                block, number = [], number + 1
        if block:
            yield f"d/{number}", [block]


def shortened(text: str, most: int) -> str:
    """Return the beginning of a text, ended at a word."""
    line = " ".join(text[: 2 * most].split())
    if len(line) <= most:
        return line
    cut = line[:most]
    whole = cut.rpartition(" ")[0]
    return (whole if 2 * len(whole) > most else cut).rstrip(",;:–— ") + " …"


def _parts(lines: Iterable[list[str]]) -> Iterator[list[list[str]]]:
    part: list[list[str]] = []
    size = 0
    for line in lines:
        part.append(line)
        size += sum(map(len, line)) + 12
        if size >= SHARD:
            yield part
            part, size = [], 0
    if part:
        yield part
