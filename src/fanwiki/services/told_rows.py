"""A few bytes that tell what the store holds of a page from what deriving it anew might give.

A wiki keeps the rows of a page as they were derived when it was saved. A later version of the program may derive
others; then what a copy was made of is not found out by deriving an old revision anew.
"""

from __future__ import annotations

import marshal
from collections.abc import Iterable
from hashlib import blake2b

from fanwiki.domain.document import Fact
from fanwiki.domain.title import identity
from fanwiki.store.rows import FactRow

_MARSHAL = 2
"""Version 2 writes equal values alike; later ones tell which are the same object."""


def told_rows(
    names: Iterable[str], tags: Iterable[str], facts: Iterable[Fact | FactRow], titles: Iterable[str]
) -> bytes:
    """Return what changes with anything of a page that other pages show.

    Args:
        names: Its names.
        tags: Its tags.
        facts: The values of its fields.
        titles: The identities of the titles that its links name.
    """
    named = set(names)
    others = set(titles) - {"", *map(identity, named)}  # the store writes the page's own title for a place in it
    told = (sorted(named), sorted(set(tags)), sorted({_value(fact) for fact in facts}), sorted(others))
    return blake2b(marshal.dumps(told, _MARSHAL), digest_size=8).digest()


def _value(fact: Fact | FactRow) -> tuple[str | int, ...]:
    target = identity(fact.target) if fact.target else ""
    days = fact.earliest or "", fact.latest or ""
    return (fact.field, fact.item, fact.sub, fact.text, target, *days)
