"""Finds many known names in a text, in time that does not grow with how many there are."""

from __future__ import annotations

import re
from collections.abc import Mapping

_TOKEN = re.compile(r"[^\W_](?:[\w\u0300-\u036f]|['.&/-](?=\w))*")
_LONGEST = 12


class Mentions:
    """Names as they may be written, each with what it means.

    Args:
        names: The meaning of each name; names are compared as they stand, a possessive *'s* aside.
    """

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = {name.rstrip(" .,!?"): meaning for name, meaning in names.items()}
        lengths = [len(_TOKEN.findall(name)) for name in self._names]
        self._longest = min(max(lengths, default=0), _LONGEST)

    def find(self, plain: str) -> list[tuple[int, int, str]]:
        """Return where names stand and what they mean, in order; the longest name wins."""
        tokens = [(match.start(), match.end()) for match in _TOKEN.finditer(plain)] if self._names else []
        found = []
        at = 0
        while at < len(tokens):
            step = 1
            for count in range(min(self._longest, len(tokens) - at), 0, -1):
                start, end = tokens[at][0], tokens[at + count - 1][1]
                meaning = self._names.get(plain[start:end])
                if meaning is None and plain.endswith("'s", start, end):
                    end -= 2
                    meaning = self._names.get(plain[start:end])
                if meaning is not None:
                    found.append((start, end, meaning))
                    step = count
                    break
            at += step
        return found
