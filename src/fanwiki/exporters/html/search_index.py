"""The bundle's search index: from the words of every page to scripts of about the same size.

Words of names stand in files of their own: they are few, they answer the first keystrokes, and misspelt words are
compared with them. Pages are numbered by their ids, so that a new page changes few files.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fanwiki.domain.page import PageId
from fanwiki.domain.title import lookup_key
from fanwiki.exporters.html.search_packing import (
    EVERYWHERE,
    LEVEL,
    order_in_scripts,
    packed_numbers,
    packed_steps,
    packed_terms,
    script_text,
)
from fanwiki.exporters.html.search_words import PageWords
from fanwiki.exporters.html.source import PageEntry

SHARD = 48_000
BLOCK = 64
LEADS = (320, 240, 160, 120, 80, 48)
"""How many characters of each page's beginning are kept; how many, the size of the text decides."""

SMALL = 1_000_000
LEAD_IN_SMALL = 160
"""A wiki with less text than that has room for longer beginnings, whatever part of the text that is."""

LEVELS = 3
COMMON_FROM = 2000
"""In a wiki of so many pages, a word that half of them have is not listed for each."""

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
    """Collects the words of pages, in the order of their ids, and writes the scripts.

    Args:
        pages: The pages, in the order of their ids.
        kinds: The label of each kind.
    """

    def __init__(self, pages: Sequence[PageEntry], kinds: Mapping[str, str]) -> None:
        self._pages = pages
        self._kinds = kinds
        self._numbers = {page.id: number for number, page in enumerate(pages)}
        self._names: dict[str, array[int]] = {}
        self._text: dict[str, array[int]] = {}
        self._lengths = [0] * len(pages)
        self._size = 0

    def add(self, page: PageId, words: PageWords) -> None:
        """Add the words of a page; pages come in the order of their ids."""
        number = self._numbers[page]
        self._lengths[number] = words.length
        self._size += words.size
        for word, flags in words.names.items():
            self._names.setdefault(word, array("q")).extend((number, flags))
        for word, level in words.text.items():
            self._text.setdefault(word, array("q")).append(number * LEVELS + level)

    def calls(self, described: Iterable[Described]) -> Iterator[tuple[str, list[object]]]:
        """Yield every script: its name, and the values it hands over.

        Args:
            described: The pages in the order of their ids.
        """
        written = 0
        bounds: dict[str, list[str]] = {"n": [], "t": []}
        for letter, lines in (("n", self._name_lines()), ("t", self._text_lines())):
            for number, (terms, postings) in enumerate(_shards(lines)):
                bounds[letter].append(terms[0])
                name = f"s/{letter}{number}"
                values: list[object] = [packed_terms(terms), " ".join(postings)]
                written += _size(values)
                yield name, values
        facets = list(self._facet_files())
        yield from facets
        manifest = self._manifest(bounds, len(facets))
        yield MANIFEST, manifest
        written += _size(manifest) + sum(_size(values) for _, values in facets)
        yield from self._blocks(described, self._lead_length(written))

    def _manifest(self, bounds: Mapping[str, list[str]], facets: int) -> list[object]:
        kinds = list(dict.fromkeys(page.kind for page in self._pages))
        place = {kind: number for number, kind in enumerate(kinds)}
        return [
            {
                "pages": len(self._pages),
                "block": BLOCK,
                "ids": packed_steps([page.id for page in self._pages]),
                "kinds": [[kind, self._kinds.get(kind, kind)] for kind in kinds],
                "kindOf": packed_numbers(place[page.kind] for page in self._pages),
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
        common = len(self._pages) // 2 if len(self._pages) >= COMMON_FROM else len(self._pages)
        for term in sorted(self._text, key=order_in_scripts):
            levels: tuple[list[int], ...] = ([], [], [])
            for value in self._text[term]:
                levels[value % LEVELS].append(value // LEVELS)
            told = packed_steps(levels[2])
            if sum(map(len, levels)) > common:
                yield term, f"{EVERYWHERE}{LEVEL}{LEVEL}{told}".rstrip(LEVEL)
            else:
                yield term, LEVEL.join((packed_steps(levels[0]), packed_steps(levels[1]), told)).rstrip(LEVEL)

    def _facet_files(self) -> Iterator[tuple[str, list[object]]]:
        """Yield which pages belong to each film and have each tag."""
        films: dict[str, list[int]] = {}
        tags: dict[str, list[int]] = {}
        labels: dict[str, str] = {}
        for number, page in enumerate(self._pages):
            for film in dict.fromkeys(page.films):
                films.setdefault(film, []).append(number)
            for key, tag in {lookup_key(tag): tag for tag in page.tags}.items():
                labels.setdefault(key, tag)
                tags.setdefault(key, []).append(number)
        lines = [["film", film, packed_steps(films[film])] for film in sorted(films)]
        lines += [["tag", labels[key], packed_steps(tags[key])] for key in sorted(tags)]
        for number, part in enumerate(_parts(lines)):
            yield f"s/f{number}", [part]

    def _lead_length(self, written: int) -> int:
        """Return how much of each page's beginning may be kept so that all is smaller than a third of the text."""
        described = sum(len(page.title) + sum(map(len, page.aliases)) + 40 + len(page.title) for page in self._pages)
        least = LEAD_IN_SMALL if self._size < SMALL else LEADS[-1]
        room = (self._size / 3 * 0.92 - written - described) / max(1, len(self._pages))
        return next((length for length in LEADS if length <= max(room, least)), LEADS[-1])

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


def _size(values: list[object]) -> int:
    return len(script_text(values).encode())


def shortened(text: str, most: int) -> str:
    """Return the beginning of a text, ended at a word."""
    line = " ".join(text[: 2 * most].split())
    if len(line) <= most:
        return line
    cut = line[:most]
    whole = cut.rpartition(" ")[0]
    return (whole if 2 * len(whole) > most else cut).rstrip(",;:–— ") + " …"


def _shards(lines: Iterable[tuple[str, str]]) -> Iterator[tuple[list[str], list[str]]]:
    terms: list[str] = []
    postings: list[str] = []
    size = 0
    for term, posting in lines:
        terms.append(term)
        postings.append(posting)
        size += len(posting) + len(term) // 2 + 3
        if size >= SHARD:
            yield terms, postings
            terms, postings, size = [], [], 0
    if terms:
        yield terms, postings


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
