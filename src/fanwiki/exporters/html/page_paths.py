"""Where the pages of a bundle stand, in little room: every process of an export holds it, for a wiki of any size."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from fanwiki.domain.page import PageId


class PagePaths(Mapping[PageId, str]):
    """The path of each page, in the order of their ids; all are in one text, a fifth of what a dictionary takes.

    Args:
        paths: The paths.
    """

    __slots__ = ("_ends", "_ids", "_text")

    def __init__(self, paths: Mapping[PageId, str]) -> None:
        self._ids = array("q", sorted(paths))
        self._ends = array("q", [0])
        encoded = []
        for page in self._ids:
            encoded.append(paths[PageId(page)].encode())
            self._ends.append(self._ends[-1] + len(encoded[-1]))
        self._text = b"".join(encoded)

    @classmethod
    def of(cls, paths: Mapping[PageId, str]) -> PagePaths:
        """Return paths in little room, those themselves if they are."""
        return paths if isinstance(paths, cls) else cls(paths)

    def __getitem__(self, page: PageId) -> str:
        place = bisect_left(self._ids, page)
        if place == len(self._ids) or self._ids[place] != page:
            raise KeyError(page)
        return self._text[self._ends[place] : self._ends[place + 1]].decode()

    def __iter__(self) -> Iterator[PageId]:
        return map(PageId, self._ids)

    def __len__(self) -> int:
        return len(self._ids)
