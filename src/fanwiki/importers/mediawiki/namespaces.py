"""The namespaces of a wiki: their numbers, their English names, and what the wiki itself calls them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from fanwiki.domain.mediawiki_namespaces import CANONICAL, MAIN

_ALIASES = {"image": 6, "image talk": 7}
_SPACES = re.compile(r"[\s_]+")


class Namespaces:
    """The namespaces of one wiki.

    Args:
        named: Local names by number, as the dump has them; empty for a dump that has none.
    """

    def __init__(self, named: Iterable[tuple[int, str]] = ()) -> None:
        self._local = {number: fold(name) for number, name in named}
        local = self._local or dict(CANONICAL)
        self._names = {**CANONICAL, **local}
        self._numbers = {
            name.casefold(): number for number, name in CANONICAL.items() if number in local or number < 16
        }
        self._numbers |= _ALIASES
        self._numbers |= {name.casefold(): number for number, name in local.items()}
        self._numbers.pop("", None)

    def number(self, prefix: str) -> int | None:
        """Return the number of a namespace by any of its names; None when there is none such."""
        return self._numbers.get(fold(prefix).casefold())

    def name(self, number: int) -> str:
        """Return what this wiki calls a namespace; empty for the main one."""
        return self._names.get(number, "")

    def canonical(self, number: int) -> str:
        """Return the English name, or the wiki's own for a namespace of its own."""
        return CANONICAL.get(number, self._names.get(number, ""))

    def parted(self, title: str) -> tuple[int, str]:
        """Return the namespace of a title and what comes after it."""
        prefix, colon, rest = title.partition(":")
        number = self.number(prefix) if colon else None
        return (MAIN, fold(title)) if number is None else (number, fold(rest))

    def full(self, number: int, rest: str) -> str:
        """Return a title with its namespace, as this wiki writes it."""
        name = self.name(number)
        return f"{name}:{rest}" if name else rest


def is_talk(number: int) -> bool:
    """Whether pages of a namespace are about other pages."""
    return number > 0 and number % 2 == 1


def fold(text: str) -> str:
    """Return a title or prefix with single spaces, underscores being spaces."""
    return _SPACES.sub(" ", text).strip()
