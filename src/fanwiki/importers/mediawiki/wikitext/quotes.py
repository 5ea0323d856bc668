"""Apostrophes: which of them make bold and italic, by MediaWiki's rules.

MediaWiki judges line by line (``Parser::doQuotes``): runs of four are an apostrophe and three, of more than five are
apostrophes and five; and when both bold and italic are left open, one bold is taken for an apostrophe and italic,
first after a single letter, then after a longer word, then after a space.
"""

from __future__ import annotations

from collections.abc import Sequence

_TAGS = {2: "i", 3: "b"}


def lengths(runs: Sequence[tuple[int, str]]) -> list[int]:
    """Return how many apostrophes of each run are markup; the others stand before them as text.

    Args:
        runs: Each run's length and the text before it on its line.
    """
    found = [2 if length == 2 else 3 if length in (3, 4) else 5 for length, _ in runs]
    italics = sum(length in (2, 5) for length in found)
    bolds = sum(length in (3, 5) for length in found)
    if italics % 2 and bolds % 2:
        chosen = _loose_bold(runs, found)
        if chosen is not None:
            found[chosen] = 2
    return found


def _loose_bold(runs: Sequence[tuple[int, str]], found: list[int]) -> int | None:
    """Return which bold run is rather an apostrophe and italic."""
    single = word = space = None
    for number, ((length, before), markup) in enumerate(zip(runs, found, strict=True)):
        if markup != 3:
            continue
        before = before + "'" * (length - markup)
        last, one_before = before[-1:], before[-2:-1]
        if last == " ":
            space = number if space is None else space
        elif one_before == " ":
            single = number if single is None else single
        else:
            word = number if word is None else word
    return single if single is not None else word if word is not None else space


class Emphasis:
    """Follows bold and italic along a line and tells what each run opens and closes."""

    def __init__(self) -> None:
        self._open: list[str] = []

    def read(self, length: int, *, italic_first: bool) -> list[tuple[bool, str]]:
        """Return the tags that a run means, each with whether it opens.

        Args:
            length: 2, 3 or 5 apostrophes.
            italic_first: Whether, of five apostrophes that open both, italic closes last.
        """
        if length in _TAGS:
            return self._toggle(_TAGS[length])
        if not self._open:
            return self._toggle("i" if italic_first else "b") + self._toggle("b" if italic_first else "i")
        first = self._open[-1]
        return self._toggle(first) + self._toggle("i" if first == "b" else "b")

    def close(self) -> list[tuple[bool, str]]:
        """Return what the end of a line closes."""
        found = [(False, tag) for tag in reversed(self._open)]
        self._open.clear()
        return found

    def _toggle(self, tag: str) -> list[tuple[bool, str]]:
        if tag not in self._open:
            self._open.append(tag)
            return [(True, tag)]
        place = self._open.index(tag)
        inner = self._open[place + 1 :]
        del self._open[place]
        # What was opened within it is closed and opened again, so that the two do not cross.
        return [(False, name) for name in reversed(inner)] + [(False, tag)] + [(True, name) for name in inner]
