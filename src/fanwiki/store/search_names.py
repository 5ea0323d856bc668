"""Names that answer a query: titles and aliases, the best first."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fanwiki.domain.title import lookup_key
from fanwiki.domain.words import other_spellings, stem_forms, without_article, words
from fanwiki.store.search_documents import ID_BITS, ID_MASK
from fanwiki.store.search_match import INITIALS, quoted
from fanwiki.store.snapshot import Snapshot

EXACT, NEARLY, BEGINS, HAS_WORDS, HAS_FORMS, MISSPELT = 0, 2, 4, 6, 8, 10
"""A name that is what was typed, lacks a letter or two, begins so, has the words, has other forms of them, or is
spelt otherwise."""

MOST_PIECES = 8
MOST_NAMED = 8

_LONG_ENOUGH = 5
_LETTERS_LEFT = 2


@dataclass(frozen=True, slots=True)
class NameHit:
    """A name that answers.

    Args:
        page: The page's id.
        text: The name.
        is_title: Whether it is the page's title.
        tier: How well it answers; an alias is one worse than a title. See `EXACT` and the others.
        rank: The page's rank, 0 for the most linked.
        links: How many pages link to it.
    """

    page: int
    text: str
    is_title: bool
    tier: int
    rank: int
    links: int

    @property
    def order(self) -> tuple[int, int, int, int, str]:
        """Return what the best first is sorted by."""
        return (self.tier, self.rank, -self.links, len(self.text), self.text)


_COLUMNS = "name.page_id, name.text, name.is_title, name.key, search_page.rank, search_page.links"
_SEEN = """page.deleted IS NULL AND (:sees_all OR (name.gate_id IN (SELECT value FROM json_each(:visible))
    AND page.gate_id IN (SELECT value FROM json_each(:visible))))"""
_MATCHING = f"""
    SELECT {_COLUMNS} FROM search_name CROSS JOIN name ON name.id = search_name.rowid & {ID_MASK}
    CROSS JOIN page ON page.id = name.page_id CROSS JOIN search_page ON search_page.page_id = name.page_id
    WHERE search_name MATCH :match AND {_SEEN} {{also}} ORDER BY search_name.rowid LIMIT :most
"""
_EXACT = f"""
    SELECT {_COLUMNS} FROM name CROSS JOIN page ON page.id = name.page_id
    CROSS JOIN search_page ON search_page.page_id = name.page_id
    WHERE name.key = :key AND {_SEEN} {{also}} LIMIT :most
"""
_NAMED = f"""
    SELECT {_COLUMNS} FROM name CROSS JOIN page ON page.id = name.page_id
    CROSS JOIN search_page ON search_page.page_id = name.page_id
    WHERE name.key IN (SELECT value FROM json_each(:keys)) AND {_SEEN} LIMIT 60
"""
_BEGINNING = f"""
    SELECT {_COLUMNS} FROM name CROSS JOIN page ON page.id = name.page_id
    CROSS JOIN search_page ON search_page.page_id = name.page_id
    WHERE name.key >= :key AND name.key < :key || char(0x10FFFF) AND {_SEEN} {{also}} ORDER BY name.key LIMIT :most
"""


def find(
    snapshot: Snapshot,
    typed: str,
    matches: Sequence[str],
    *,
    most: int,
    enough: int | None = None,
    also: str = "",
    parameters: Mapping[str, Any] | None = None,
) -> list[NameHit]:
    """Return the best names, one of each page.

    Args:
        snapshot: The state and its viewer.
        typed: What was typed, which decides what is exact and what begins so; empty when no name can be.
        matches: FTS5 expressions, the more promising first; each finds what the one before it finds, and more, and
            is asked when there are too few.
        most: How many names each statement may give.
        enough: With so many, less promising expressions are not asked; None for `most`.
        also: Further conditions on `page`.
        parameters: Their values.
    """
    values = {**(parameters or {}), "most": most}
    key = lookup_key(typed)
    also = f"AND {also}" if also else ""
    rows: list[Any] = []
    if key:
        rows += snapshot.ask(_EXACT.format(also=also), {**values, "key": key})
    if key and not matches:  # such as “$9.99”, or a title of signs: no word, but a name all the same
        rows += snapshot.ask(_BEGINNING.format(also=also), {**values, "key": key})
    if matches and len(key) == INITIALS and key.isascii() and key.isalpha():
        # E.T. stands as two letters in the index, and would come behind all names that begin with “et”.
        rows += snapshot.ask(_MATCHING.format(also=also), {**values, "match": quoted(" ".join(key))})
    missing = (most if enough is None else enough) - len(rows)
    statement = _MATCHING.format(also=also)
    rows += _matching(snapshot, statement, values, matches, enough=missing, has_several=" " in key)
    wanted = _comparable(typed)
    return best_of_each_page(_hit(row, key, wanted) for row in rows)


def _matching(
    snapshot: Snapshot,
    statement: str,
    values: Mapping[str, Any],
    matches: Sequence[str],
    *,
    enough: int,
    has_several: bool,
) -> list[Any]:
    """Return the rows of as many expressions as are needed; of several words the last seldom finds too many."""
    rows: list[Any] = []
    if has_several:
        *matches, last = matches or ("",)
        rows += snapshot.ask(statement, {**values, "match": last}) if last else ()
        if len(rows) < values["most"]:
            return rows
        enough += len(rows)
    for match_ in matches:
        if len(rows) >= enough:
            break
        rows += snapshot.ask(statement, {**values, "match": match_})
    return rows


def named_in(snapshot: Snapshot, typed: str) -> list[int]:
    """Return the documents of pages whose whole name begins or ends what was typed, the longest name first."""
    pieces = lookup_key(typed).split()[:MOST_PIECES]
    parts = [" ".join(part) for end in range(1, len(pieces)) for part in (pieces[:end], pieces[end:])]
    keys = json.dumps([*parts, *(f"the {part}" for part in parts)])
    hits = [_hit(row, "", "") for row in snapshot.ask(_NAMED, {"keys": keys})] if parts else []
    hits.sort(key=lambda hit: (-len(words(hit.text)), *hit.order))
    return list(dict.fromkeys(map(document_of, hits)))[:MOST_NAMED]


def best_of_each_page(hits: Iterable[NameHit]) -> list[NameHit]:
    """Return the best name of each page, the best page first."""
    chosen: dict[int, NameHit] = {}
    for hit in hits:
        known = chosen.get(hit.page)
        if known is None or hit.order < known.order:
            chosen[hit.page] = hit
    return sorted(chosen.values(), key=lambda hit: hit.order)


def _hit(row: Any, key: str, wanted: str) -> NameHit:
    page, text, is_title, its_key, rank, links = row
    tier = EXACT if its_key == key else _tier(_comparable(text), wanted)
    return NameHit(page, text, bool(is_title), tier + (not is_title), rank, links)


@lru_cache(maxsize=16_384)  # the same names answer letter after letter
def _comparable(text: str) -> str:
    """Return a name without its article, case and punctuation."""
    return " ".join(without_article(words(text)))


def _tier(name: str, wanted: str) -> int:
    if not wanted:
        return HAS_WORDS
    squeezed = wanted.replace(" ", "")
    if name.replace(" ", "") == squeezed:
        return EXACT
    if len(squeezed) >= INITIALS and f"{name} ".startswith(" ".join(squeezed) + " "):
        return NEARLY  # an initialism, such as “et” or “e.t.” for “E.T. the Extra-Terrestrial”
    if not name.startswith(wanted) and not _begins_but_for_spaces(name, wanted, squeezed):
        if name in stem_forms(wanted):
            return NEARLY
        return HAS_WORDS if _has_words(f" {name}", wanted) else HAS_FORMS
    return NEARLY if len(wanted) >= _LONG_ENOUGH and len(name) - len(wanted) <= _LETTERS_LEFT else BEGINS


def _begins_but_for_spaces(name: str, wanted: str, squeezed: str) -> bool:
    """Whether a name begins with what was typed, but *Hank Stone* not with ``hanks``."""
    return name.replace(" ", "").startswith(squeezed) and name.split(" ", 1)[0] not in stem_forms(wanted)


def _has_words(name: str, wanted: str) -> bool:
    """Whether each word begins one of the name's, as it was typed or spelt otherwise, such as ``2`` for ``II``."""
    return all(
        f" {word}" in name or any(f" {other}" in name for other in other_spellings(word)) for word in wanted.split()
    )


def document_of(hit: NameHit) -> int:
    """Return the number of the page's document in the text index."""
    return hit.rank << ID_BITS | hit.page
