"""Prose as long as one likes, whose words are as unequally frequent as those of a language."""

from __future__ import annotations

import random

_SYLLABLES = "ka lo mi ra ten vor sil dun pe gra shi mo ber nal tu ex ion ly al or".split()


def _word(rank: int) -> str:
    made = random.Random(rank)
    return "".join(made.choices(_SYLLABLES, k=1 + min(3, rank.bit_length() // 4)))


_WORDS = [_word(rank) for rank in range(1, 20_000)]
_WEIGHTS = [1 / rank for rank in range(1, 20_000)]
_SUMS: list[float] = []
for _weight in _WEIGHTS:
    _SUMS.append(_weight + (_SUMS[-1] if _SUMS else 0.0))


def prose(seed: int, words: int) -> str:
    """Return a text of so many words, always the same for one seed."""
    return " ".join(random.Random(seed).choices(_WORDS, cum_weights=_SUMS, k=words)) + "."
