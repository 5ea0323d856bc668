"""What somebody meant who misspelt a name, or divided it otherwise than its author."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from fanwiki.domain.query_tree import Scope, Text
from fanwiki.domain.words import joined, other_spellings, words
from fanwiki.store.search_documents import ID_MASK
from fanwiki.store.search_match import quoted
from fanwiki.store.search_names import MISSPELT, NameHit, find
from fanwiki.store.search_spelling import candidates
from fanwiki.store.snapshot import Snapshot

MOST_WORDS = 6
MOST_NAMES = 80
SLACK = 1.2
"""Names that are further off than the nearest by more letters than this are left out."""

_SAME = 0.1

Options = Mapping[str, float]
"""Words that may have been meant, and how far each is from what was typed."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What may have been meant.

    Args:
        names: Names that are near, the nearest first.
        documents: Documents whose names or fields have the nearest words.
        words: The nearest words.
        is_partial: Whether one of the words could not be understood.
    """

    names: list[NameHit] = field(default_factory=list)
    documents: list[int] = field(default_factory=list)
    words: tuple[str, ...] = ()
    is_partial: bool = False


def correct(
    snapshot: Snapshot,
    texts: Sequence[Text],
    *,
    thorough: bool = True,
    is_name: bool = False,
    also: str = "",
    parameters: Mapping[str, Any] | None = None,
) -> Correction:
    """Look for names that are spelt nearly like the words.

    Args:
        snapshot: The state and its viewer.
        texts: What was typed.
        thorough: Whether to go on when no word is within one letter.
        is_name: Whether it can only be a name, of which one word may be wrong altogether; otherwise that is tried
            only when the wiki does not know a word.
        also: Further conditions on `page`.
        parameters: Their values.
    """
    typed = [word for text in texts for word in text.words]
    if not 0 < len(typed) <= MOST_WORDS or not all(_may_be_misspelt(text) for text in texts):
        return Correction()
    speller = _Speller(snapshot, thorough=thorough, begins=texts[-1].begins)
    options: list[Options] = [speller.options(word, last=index == len(typed) - 1) for index, word in enumerate(typed)]
    readings = _readings(speller, typed, options)
    match_ = " OR ".join(_all_of(reading) for reading in readings)
    hits = find(snapshot, "", (match_,), most=MOST_NAMES, also=also, parameters=parameters or {}) if match_ else []
    is_partial = not hits and thorough and len(typed) > 1 and (is_name or not speller.knows_all(typed))
    if is_partial:
        # One of the words is not to be understood; the others may be enough.
        fewer = ([*options[:index], *options[index + 1 :]] for index in range(len(options)))
        readings = [reading for reading in fewer if all(reading)]
        match_ = " OR ".join(_all_of(reading) for reading in readings)
        hits = find(snapshot, "", (match_,), most=MOST_NAMES, also=also, parameters=parameters or {}) if match_ else []
    names, words_meant = _nearest(hits, readings, len(typed))
    anywhere = all(text.scope is Scope.ANYWHERE for text in texts)
    documents = _documents(snapshot, options, also, parameters or {}) if thorough and anywhere and all(options) else []
    return Correction(names, documents, words_meant or _used(snapshot, options, documents), is_partial)


def _may_be_misspelt(text: Text) -> bool:
    return not (text.exact or text.starred) and text.scope in (Scope.ANYWHERE, Scope.NAMES)


@dataclass
class _Speller:
    """Looks for what single words may have meant."""

    snapshot: Snapshot
    thorough: bool
    begins: bool

    def knows_all(self, typed: Sequence[str]) -> bool:
        """Whether every word is used somewhere in the wiki, so that it is probably meant as it is."""
        statement = "SELECT count(*) FROM search_word WHERE word IN (SELECT value FROM json_each(:words))"
        ((known,),) = self.snapshot.ask(statement, {"words": json.dumps(list(typed))})
        return bool(known == len(set(typed)))

    def options(self, word: str, *, last: bool, is_joined: bool = False) -> dict[str, float]:
        """Return words that may have been meant; nothing when the word is not to be understood."""
        # Words with a space too many have seldom more than one wrong letter as well.
        thorough = self.thorough and not is_joined
        found = candidates(self.snapshot, word, begins=self.begins and last, thorough=thorough)
        options = {spelling.word: spelling.distance for spelling in found}
        others = other_spellings(word)
        if others or len(word) <= 2:
            options |= {word: 0.0, **dict.fromkeys(others, _SAME)}
        return options


def _readings(speller: _Speller, typed: Sequence[str], options: Sequence[Options]) -> list[list[Options]]:
    """Return what was typed as words, and with two of them, or all, as one word."""
    readings = [list(options)] if all(options) else []
    if 1 < len(typed) <= 4:
        whole = speller.options("".join(typed), last=True, is_joined=True)
        if whole:
            readings.append([whole])
    if 2 < len(typed) <= 4:
        for index in range(len(typed) - 1):
            is_last = index == len(typed) - 2
            pair = speller.options(typed[index] + typed[index + 1], last=is_last, is_joined=True)
            rest = [*options[:index], pair, *options[index + 2 :]]
            if all(rest):
                readings.append(rest)
    return readings


def _all_of(options: Sequence[Options]) -> str:
    return "(" + " AND ".join(f"({_any_of(option)})" for option in options) + ")"


def _any_of(option: Options) -> str:
    return " OR ".join(quoted(word) for word in option)


def _nearest(
    hits: Sequence[NameHit], readings: Sequence[Sequence[Options]], typed: int
) -> tuple[list[NameHit], tuple[str, ...]]:
    """Sort names by how far they are from what was typed, leave out those that are too far, tell the nearest words."""
    costs: list[tuple[float, NameHit, tuple[str, ...]]] = []
    for hit in hits:
        found = {*words(hit.text), *joined(hit.text)}
        extra = 0.15 * max(0, len(words(hit.text)) - typed) + 0.02 * hit.rank
        cost, meant = min(_cost(reading, found) for reading in readings)
        costs.append((cost + extra, hit, meant))
    costs.sort(key=lambda entry: (entry[0], *entry[1].order))
    near = [replace(hit, tier=MISSPELT) for cost, hit, _ in costs if cost <= costs[0][0] + SLACK]
    return near, costs[0][2] if costs else ()


def _cost(reading: Sequence[Options], found: set[str]) -> tuple[float, tuple[str, ...]]:
    """Return how far a name with these words is from a reading, and which words it has of it."""
    total, meant = 0.0, []
    for option in reading:
        cost, word = min(((cost, word) for word, cost in option.items() if word in found), default=(9.0, ""))
        total += cost
        meant.append(word)
    return total, tuple(filter(None, meant))


def _used(snapshot: Snapshot, options: Sequence[Options], documents: Sequence[int]) -> tuple[str, ...]:
    """Return the nearest words that the documents have; others may be words that the viewer must not learn of."""
    pages = {"pages": json.dumps([document & ID_MASK for document in documents])}
    found = {word for (text,) in snapshot.ask(_OPEN_FIELDS, pages) for word in words(text)}
    used = ([(cost, word) for word, cost in option.items() if word in found] for option in options)
    return tuple(min(option)[1] for option in used if option)


_OPEN_FIELDS = """
    SELECT part.text FROM name part JOIN page ON page.id = part.page_id
    WHERE part.page_id IN (SELECT value FROM json_each(:pages)) AND part.gate_id = page.gate_id
    UNION ALL
    SELECT part.text FROM fact part JOIN page ON page.id = part.page_id
    WHERE part.page_id IN (SELECT value FROM json_each(:pages)) AND part.gate_id = page.gate_id
"""


def _documents(snapshot: Snapshot, meant: Sequence[Options], also: str, parameters: Mapping[str, Any]) -> list[int]:
    """Return documents with the nearest words in their names or fields, such as films with a performer."""
    nearest = [_near(option) for option in meant]
    statement = f"""
        SELECT search_text.rowid FROM search_text CROSS JOIN page ON page.id = search_text.rowid & {ID_MASK}
        WHERE search_text MATCH :match AND page.deleted IS NULL
            AND (:sees_all OR page.gate_id IN (SELECT value FROM json_each(:visible))) {f"AND {also}" if also else ""}
        ORDER BY search_text.rowid LIMIT 20
    """
    match_ = f"{{names fields}} : {_all_of(nearest)}"
    return [document for (document,) in snapshot.ask(statement, {**parameters, "match": match_})]


def _near(option: Options) -> dict[str, float]:
    least = min(option.values())
    return {word: cost for word, cost in option.items() if cost <= least + 0.5}
