"""Collections that may outgrow memory: past some size they lie in a file that is gone when they are."""

from __future__ import annotations

import pickle
import tempfile
from array import array
from collections.abc import Callable, Collection, Iterator
from itertools import pairwise
from typing import IO, Any, TypeVar

Item = TypeVar("Item")

IN_MEMORY = 4_000_000
"""So many characters are kept in memory."""


class Spilled(Collection[Item]):
    """A list that is only ever added to and read through; what it holds must be picklable.

    Args:
        size_of: Roughly how many characters an item takes.
        limit: How many characters stay in memory.
    """

    def __init__(self, size_of: Callable[[Item], int], limit: int = IN_MEMORY) -> None:
        self._size_of = size_of
        self._limit = limit
        self._size = 0
        self._items: list[Item] = []
        self._places = array("Q")
        self._file: IO[bytes] | None = None

    def append(self, item: Item) -> None:
        """Add an item at the end."""
        if self._file is None:
            self._items.append(item)
            self._size += self._size_of(item)
            if self._size > self._limit:
                self._spill()
        else:
            self._write(self._file, item)

    def drop_last(self) -> None:
        """Take the last item out."""
        if self._file is None:
            self._items.pop()
        else:
            self._places.pop()

    def sort(self, key: Callable[[Item], Any]) -> None:
        """Put the items in order; equal ones keep theirs."""
        keys = [key(item) for item in self]
        if all(first <= second for first, second in pairwise(keys)):
            return
        order = sorted(range(len(keys)), key=keys.__getitem__)
        self._items = [self._items[place] for place in order] if self._file is None else []
        self._places = array("Q", (self._places[place] for place in order)) if self._file else self._places

    def __contains__(self, item: object) -> bool:
        return any(item == known for known in self)

    def __len__(self) -> int:
        return len(self._places) if self._file else len(self._items)

    def __iter__(self) -> Iterator[Item]:
        if self._file is None:
            yield from self._items
            return
        for place in self._places:
            self._file.seek(place)
            item: Item = pickle.load(self._file)  # our own file: nobody else has written it
            yield item

    def close(self) -> None:
        """Let go of the file."""
        if self._file is not None:
            self._file.close()
        self._file = None
        self._items = []
        self._places = array("Q")

    def _spill(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  (it lives as long as the list)
        for item in self._items:
            self._write(self._file, item)
        self._items = []

    def _write(self, file: IO[bytes], item: Item) -> None:
        self._places.append(file.seek(0, 2))
        pickle.dump(item, file, pickle.HIGHEST_PROTOCOL)
        file.flush()
