"""What somebody meant who misspelt a name, or divided it otherwise than its author."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from fanwiki.domain.query_tree import Scope, Text
from fanwiki.domain.words import joined, words
from fanwiki.store.search_index import ID_MASK
from fanwiki.store.search_match import quoted
from fanwiki.store.search_names import NameHit, find
from fanwiki.store.search_spelling import Spelling, candidates
from fanwiki.store.snapshot import Snapshot

MOST_WORDS = 6
MOST_NAMES = 80
SLACK = 1.2
"""Names that are further off than the nearest by more letters than this are left out."""

Options = Mapping[str, float]
"""Words that may have been meant, and how far each is from what was typed."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What may have been meant.

    Args:
        names: Names that are near, the nearest first.
        documents: Documents whose names or fields have the nearest words.
        words: The nearest words.
    """

    names: list[NameHit] = field(default_factory=list)
    documents: list[int] = field(default_factory=list)
    words: tuple[str, ...] = ()


def correct(
    snapshot: Snapshot, texts: Sequence[Text], *, also: str = "", parameters: Mapping[str, Any] | None = None
) -> Correction:
    """Look for names that are spelt nearly like the words.

    Args:
        snapshot: The state and its viewer.
        texts: What was typed.
        also: Further conditions on `page`.
        parameters: Their values.
    """
    if not texts or any(text.exact or text.scope not in (Scope.ANYWHERE, Scope.NAMES) for text in texts):
        return Correction()
    typed = [word for text in texts for word in text.words]
    if len(typed) > MOST_WORDS:
        return Correction()
    options = [
        _options(snapshot, word, begins=texts[-1].begins and index == len(typed) - 1)
        for index, word in enumerate(typed)
    ]
    whole = _whole(snapshot, typed, begins=texts[-1].begins)
    meant = [option for option in options if option]
    match_ = " OR ".join(filter(None, (_all_of(meant), _all_of([whole] if whole else []))))
    if not match_:
        return Correction()
    hits = find(snapshot, "", (match_,), most=MOST_NAMES, also=also, parameters=parameters)
    names = _nearest(hits, meant, whole, missing=len(options) - len(meant))
    nearest = tuple(min(option, key=lambda word: option[word]) if option else "" for option in options)
    documents = _documents(snapshot, meant, also, parameters or {}) if len(meant) == len(options) else []
    if not names and not documents:
        return Correction()
    return Correction(names, documents, nearest)


def _options(snapshot: Snapshot, word: str, *, begins: bool) -> dict[str, float]:
    found: list[Spelling] = candidates(snapshot.connection, word, begins=begins)
    return {spelling.word: spelling.distance for spelling in found} if found else _itself(snapshot, word)


def _itself(snapshot: Snapshot, word: str) -> dict[str, float]:
    rows = snapshot.ask("SELECT 1 FROM search_name_word WHERE word = :word", {"word": word})
    return {word: 0.0} if len(word) <= 2 or rows else {}


def _whole(snapshot: Snapshot, typed: Sequence[str], *, begins: bool) -> dict[str, float]:
    """Return what may have been meant when the spaces are in the wrong places."""
    together = "".join(typed)
    if not 1 < len(typed) <= 3:
        return {}
    return {spelling.word: spelling.distance for spelling in candidates(snapshot.connection, together, begins=begins)}


def _all_of(options: Sequence[Options]) -> str:
    return "(" + " AND ".join(f"({_any_of(option)})" for option in options) + ")" if options else ""


def _any_of(option: Options) -> str:
    return " OR ".join(quoted(word) for word in option)


def _nearest(hits: Sequence[NameHit], meant: Sequence[Options], whole: Options, *, missing: int) -> list[NameHit]:
    """Sort names by how far they are from what was typed, and leave out those that are too far."""
    costs: list[tuple[float, NameHit]] = []
    for hit in hits:
        found = {*words(hit.text), *joined(hit.text)}
        apart = [min((cost for word, cost in option.items() if word in found), default=9.0) for option in meant]
        together = min((cost for word, cost in whole.items() if word in found), default=9.0)
        extra = max(0, len(words(hit.text)) - len(meant))
        cost = min(sum(apart) if apart else 9.0, together + 0.1) + 2.0 * missing + 0.15 * extra
        costs.append((cost + 0.02 * hit.rank, hit))
    costs.sort(key=lambda pair: (pair[0], *pair[1].order))
    return [replace(hit, tier=6) for cost, hit in costs if cost <= costs[0][0] + SLACK]


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
