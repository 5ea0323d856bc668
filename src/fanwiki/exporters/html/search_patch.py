"""Changes the search index of a bundle where some pages have other words, without the words of all the others."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from fanwiki.exporters.html.search_index import BLOCK, MANIFEST, shortened
from fanwiki.exporters.html.search_packing import (
    EVERYWHERE,
    LEVEL,
    call,
    numbers_of,
    order_in_scripts,
    packed_numbers,
    packed_steps,
    rising_of,
    terms_of,
    values_of,
)
from fanwiki.exporters.html.search_shards import IndexFigures, Shard, common_above, size_of
from fanwiki.exporters.html.search_words import TOLD, PageWords

LEVELS = 3

_Moves: TypeAlias = dict[str, list[tuple[int, int | None, int | None]]]
"""For each word: the pages whose level changes, with the level before and after; None where it does not stand."""


class CannotPatch(Exception):  # noqa: N818  (it is an answer: the index must be made anew)
    """The index is not what it should be, or so much of it changes that it must be made anew."""


@dataclass(frozen=True, slots=True)
class PageChange:
    """What became of a page's words; its names are the same.

    Args:
        number: Its number among the pages.
        old: Its words as they stand in the index.
        new: Its words now.
        lead: The beginning of its text now.
    """

    number: int
    old: PageWords
    new: PageWords
    lead: str


@dataclass(slots=True)
class _Line:
    """Where one word stands: the numbers of pages by level; `count` is set when they are not listed."""

    levels: list[list[int]]
    count: int | None = None


class IndexPatch:
    """Changes an index.

    Args:
        read: Returns the bytes of a file of the bundle.
        figures: What is known of the index.
    """

    def __init__(self, read: Callable[[str], bytes], figures: IndexFigures) -> None:
        self._read = read
        self._old = figures
        self._common = dict(figures.common)
        self._written = figures.written
        self.figures = figures

    def files(self, changes: Sequence[PageChange]) -> dict[str, bytes]:
        """Return the files that changed, and keep the new `figures`.

        Raises:
            CannotPatch: It must be made anew.
        """
        manifest = self._values(MANIFEST)[0]
        files = dict(self._shards(manifest, _by_term(changes)))
        files |= self._manifest(manifest, changes)
        text = self._old.text + sum(change.new.size - change.old.size for change in changes)
        self.figures = replace(self._old, written=self._written, text=text, common=self._common)
        if self.figures.lead_length != self._old.lead_length:
            raise CannotPatch
        files |= self._blocks(changes)
        return files

    def _values(self, name: str) -> list[Any]:
        return values_of(self._read(f"{name}.js"))[1:]

    def _manifest(self, manifest: dict[str, Any], changes: Iterable[PageChange]) -> dict[str, bytes]:
        lengths = numbers_of(str(manifest["lengths"]))
        for change in changes:
            if lengths[change.number] != change.old.length:
                raise CannotPatch
            lengths[change.number] = change.new.length
        manifest["lengths"] = packed_numbers(lengths)
        data = call(MANIFEST, manifest).encode()
        self._written += len(data) - len(self._read(f"{MANIFEST}.js"))
        return {f"{MANIFEST}.js": data}

    def _blocks(self, changes: Iterable[PageChange]) -> Iterator[tuple[str, bytes]]:
        blocks: dict[int, list[PageChange]] = {}
        for change in changes:
            blocks.setdefault(change.number // BLOCK, []).append(change)
        for number, some in blocks.items():
            name = f"d/{number}"
            block = self._values(name)[0]
            for change in some:
                block[change.number % BLOCK][2] = shortened(change.lead, self.figures.lead_length)
            yield f"{name}.js", call(name, block).encode()

    def _shards(self, manifest: dict[str, Any], changes: _Moves) -> Iterator[tuple[str, bytes]]:
        """Yield the files of words that changed; the manifest is told where each begins now."""
        bounds: list[str] = list(manifest["texts"])
        keys = [order_in_scripts(bound) for bound in bounds]
        by_shard: dict[int, _Moves] = {}
        for term, moves in changes.items():
            place = max(0, bisect_right(keys, order_in_scripts(term)) - 1)
            by_shard.setdefault(place, {})[term] = moves
        kept: list[int | Shard] = []
        shard = Shard()
        for number in range(len(bounds)):
            if number not in by_shard and not shard.terms:
                kept.append(number)
                continue
            for term, posting in self._patched(f"s/t{number}", by_shard.get(number, {})):
                if shard.add(term, posting):
                    kept.append(shard)
                    shard = Shard()
        if shard.terms:
            kept.append(shard)
        yield from self._renumbered(kept, bounds)
        manifest["texts"] = [bounds[each] if isinstance(each, int) else each.first for each in kept]

    def _renumbered(self, kept: Sequence[int | Shard], bounds: Sequence[str]) -> Iterator[tuple[str, bytes]]:
        sizes = 0
        for place, each in enumerate(kept):
            name = f"s/t{place}"
            if each == place:
                continue
            values = self._values(f"s/t{each}") if isinstance(each, int) else each.values()
            sizes += size_of(values)
            yield f"{name}.js", call(name, *values).encode()
        gone = set(range(len(bounds))) - {each for place, each in enumerate(kept) if each == place}
        self._written += sizes - sum(size_of(self._values(f"s/t{number}")) for number in gone)
        for number in range(len(kept), len(bounds)):
            yield f"s/t{number}.js", b""

    def _patched(self, name: str, changes: _Moves) -> Iterator[tuple[str, str]]:
        """Yield the lines of a file with changes made."""
        terms, postings = self._values(name)
        lines = dict(zip(terms_of(str(terms)), str(postings).split(" "), strict=True))
        added = False
        for term, moves in changes.items():
            added |= term not in lines
            line = self._read_line(term, lines.get(term))
            for number, before, after in moves:
                _move(line, number, before, after)
            posting = self._write_line(term, line)
            if posting:
                lines[term] = posting
            else:
                lines.pop(term, None)
        if not added:
            return iter(lines.items())
        return iter(sorted(lines.items(), key=lambda row: order_in_scripts(row[0])))

    def _read_line(self, term: str, posting: str | None) -> _Line:
        if posting is None:
            return _Line([[] for _ in range(LEVELS)])
        parts = posting.split(LEVEL) + [""] * LEVELS
        if posting.startswith(EVERYWHERE):
            if term not in self._common:
                raise CannotPatch
            return _Line([[], [], rising_of(parts[TOLD])], self._common[term])
        return _Line([rising_of(part) for part in parts[:LEVELS]])

    def _write_line(self, term: str, line: _Line) -> str:
        count = sum(map(len, line.levels)) if line.count is None else line.count
        packed = [packed_steps(sorted(numbers)) for numbers in line.levels]
        if count > common_above(self._old.pages):
            self._common[term] = count
            return f"{EVERYWHERE}{LEVEL}{LEVEL}{packed[TOLD]}".rstrip(LEVEL)
        if line.count is not None:  # on which pages it stands is not known any more
            raise CannotPatch
        return LEVEL.join(packed).rstrip(LEVEL)


def _by_term(changes: Iterable[PageChange]) -> _Moves:
    """Return for each word how it moves: page, level before, level after."""
    found: _Moves = {}
    for change in changes:
        for term in change.old.text.keys() | change.new.text.keys():
            before, after = change.old.text.get(term), change.new.text.get(term)
            if before != after:
                found.setdefault(term, []).append((change.number, before, after))
    return found


def _move(line: _Line, number: int, before: int | None, after: int | None) -> None:
    is_common = line.count is not None
    if before is not None and (not is_common or before == TOLD):
        if number not in line.levels[before]:
            raise CannotPatch
        line.levels[before].remove(number)
    if after is not None and (not is_common or after == TOLD):
        line.levels[after].append(number)
    if line.count is not None:
        line.count += (after is not None) - (before is not None)
