"""Which bars ``||`` begin and end spoilers.

First those of one block pair up in order; what is left of a stretch without a blank line pairs across its blocks. A bar
that is left alone but stands like the beginning of a spoiler hides the rest of its block, one that stands like an end
what comes before it: better too much is hidden than too little. Two bars with only spaces between them are text.
"""

from __future__ import annotations

from typing import NamedTuple

from fanwiki.markup.findings import Leaf, Spoiler


class Bar(NamedTuple):
    """Two bars.

    Args:
        start: Where they begin.
        end: Where they end.
        leaf: The block they stand in.
        scope: Where the text begins and ends that they may hide alone.
        code: Whether they stand in code, where they are text unless something does not add up.
        films: Where the names of films right behind them begin and end.
        torn: Whether such a list begins right behind them and does not end.
    """

    start: int
    end: int
    leaf: Leaf
    scope: tuple[int, int]
    code: bool
    films: tuple[int, int] | None
    torn: bool

    @property
    def after(self) -> int:
        """Where the bars end with the films behind them."""
        return self.films[1] + 1 if self.films else self.end


def pair(text: str, bars: list[Bar]) -> tuple[list[Spoiler], list[int]]:
    """Return the spoilers of a stretch without blank lines, in order, and the bars that are text."""
    spoilers, left = _in_blocks(text, [bar for bar in bars if not bar.code])
    if left and any(bar.code for bar in bars):
        spoilers, left = _in_blocks(text, bars)
    if len(left) > 1:
        more, left = _in_order(text, left)
        spoilers = _merged([*spoilers, *more])
    literal: list[int] = []
    alone: list[Spoiler] = []
    for bar in left:
        spoiler = _alone(text, bar)
        if spoiler:
            alone.append(spoiler)
        elif bar.end - bar.start == 2:
            literal.append(bar.start)
    return _merged([*spoilers, *alone]) if alone else spoilers, literal


def _in_blocks(text: str, bars: list[Bar]) -> tuple[list[Spoiler], list[Bar]]:
    spoilers: list[Spoiler] = []
    left: list[Bar] = []
    at = 0
    while at < len(bars):
        end = at
        while end < len(bars) and bars[end].scope == bars[at].scope:
            end += 1
        found, rest = _in_order(text, bars[at:end])
        spoilers += found
        left += rest
        at = end
    return spoilers, left


def _in_order(text: str, bars: list[Bar]) -> tuple[list[Spoiler], list[Bar]]:
    spoilers: list[Spoiler] = []
    left: list[Bar] = []
    opening: Bar | None = None
    for bar in bars:
        if opening is None:
            opening = bar
        elif not text[opening.end : bar.start].strip():
            left.append(opening)
            opening = bar
        else:
            spoilers.append(_spoiler(opening, bar))
            opening = None
    if opening is not None:
        left.append(opening)
    if spoilers and left:
        # Nobody can tell which of them has no partner, so all between the first and the last is hidden.
        first, last = bars[0], bars[-1]
        inner = (first.end, last.start)
        return [Spoiler(first.start, last.after, inner, None, False, True)], []
    return spoilers, left


def _spoiler(opening: Bar, closing: Bar) -> Spoiler:
    inner = (opening.end, closing.start)
    return Spoiler(opening.start, closing.after, inner, closing.films, True, closing.torn)


def _alone(text: str, bar: Bar) -> Spoiler | None:
    """Return what a bar without a partner hides, or None when it is text."""
    start, end = bar.scope
    before, after = bar.start - 1, bar.end
    before -= text.startswith("|", before)  # a third bar in a row belongs to them
    after += text.startswith("|", after)
    left = text[before] if before >= start else ""
    right = text[after] if after < end else ""
    opens = right.strip("| \t\n") != "" and not (left.isalnum() or left == "|")
    closes = left.strip("| \t\n") != "" and not (right.isalnum() or right == "|")
    if opens:
        return Spoiler(bar.start, end, (bar.end, end), None, False, False)
    if closes:
        return Spoiler(start, bar.after, (start, bar.start), bar.films, False, bar.torn)
    return None


def _merged(spoilers: list[Spoiler]) -> list[Spoiler]:
    """Return spoilers in order, overlapping ones as one that needs what all of them need."""
    merged: list[Spoiler] = []
    for spoiler in sorted(spoilers):
        if merged and spoiler.start < merged[-1].end:
            last = merged[-1]
            end = max(last.end, spoiler.end)
            # Whose films they are can no longer be told: that is a torn list, which only who has seen all may see.
            merged[-1] = Spoiler(last.start, end, (last.start, end), None, last.closed, True)
        else:
            merged.append(spoiler)
    return merged
