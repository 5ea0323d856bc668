"""Pages that answer a query only with text behind gates of its own: for who passes them hits, for others withheld.

What stands behind gates is in an index of its own, one document a page and gate. A page whose words stand on both
sides of a gate is in neither index whole, so what each word finds is put together here.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any

from fanwiki.domain.query_tree import Scope, Text
from fanwiki.store.memory import Memory
from fanwiki.store.search_documents import ID_BITS, ID_MASK
from fanwiki.store.search_match import Vocabulary
from fanwiki.store.search_plan import Plan
from fanwiki.store.search_snippets import BETWEEN, LONGEST_REMEMBERED, Highlighter, folded
from fanwiki.store.snapshot import Snapshot

MOST_HIDDEN = 200
"""While somebody types, so many documents behind gates are looked at for each word."""

MOST_LISTED = 3000
"""The pages of a rarer word are listed at once; for a commoner one, some pages are read."""

MOST_WORDS = 64
MOST_READ = 16

FEW_READ = 4
"""So few pages are read sooner than any word is listed."""

_ANY_HIDDEN = "SELECT EXISTS (SELECT 1 FROM search_hidden_page)"
_HIDDEN = f"""
    SELECT search_page.rank << {ID_BITS} | owner.page_id, owner.gate_id, {{weight}} FROM search_hidden
    CROSS JOIN search_hidden_page owner ON owner.id = search_hidden.rowid & {ID_MASK}
    CROSS JOIN search_page ON search_page.page_id = owner.page_id
    WHERE search_hidden MATCH :match ORDER BY search_hidden.rowid LIMIT :most
"""
_LISTED = "SELECT rowid FROM search_text WHERE search_text MATCH :match"
_OPEN_TEXTS = "\nUNION ALL ".join(
    f"""SELECT part.page_id, part.{column} FROM {table} part JOIN page ON page.id = part.page_id
    WHERE part.page_id IN (SELECT value FROM json_each(:pages)) AND part.gate_id = page.gate_id"""
    for table, column in (
        ("name", "text"),
        ("fact", "text"),
        ("tag", "name"),
        ("segment", "heading"),
        ("segment", "text"),
    )
)
_SEEN = "(:sees_all OR page.gate_id IN (SELECT value FROM json_each(:visible)))"


@dataclass(frozen=True, slots=True)
class HiddenAnswers:
    """Documents that answer with the help of what is behind gates.

    Args:
        found: For the viewer, with their weights; lower is better.
        withheld: The ids of pages that would answer for somebody who sees all.
    """

    found: dict[int, float] = field(default_factory=dict)
    withheld: set[int] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class _Documents:
    """The documents behind gates that have a word.

    Args:
        weights: Of all of them; lower is better.
        passed: Those whose gate the viewer passes.
    """

    weights: Mapping[int, float]
    passed: frozenset[int]


class HiddenText:
    """Looks through what is behind gates, in one state of the wiki, for one viewer.

    Args:
        snapshot: The state and its viewer.
        vocabulary: The wiki's words.
        weights: The SQL that weighs a document, or ``0``.
        thorough: Whether to look at everything.
    """

    def __init__(self, snapshot: Snapshot, vocabulary: Vocabulary, *, weights: str, thorough: bool) -> None:
        self._snapshot = snapshot
        self._vocabulary = vocabulary
        self._weights = weights
        self._thorough = thorough
        self._listed = Memory(MOST_WORDS)

    def answers(self, plan: Plan, known: set[int]) -> HiddenAnswers:
        """Return what answers besides the documents that are known to."""
        if not plan.words or not self._has_any():
            return HiddenAnswers()
        words = [self._documents(match_) for match_ in plan.words]
        found = self._holding(plan, [word.passed for word in words], known, seen=True)
        answers = HiddenAnswers(
            {document: min(word.weights.get(document, 0.0) for word in words) for document in sorted(found)}
        )
        if not self._snapshot.visibility.viewer.sees_all:
            withheld = self._holding(plan, [word.weights.keys() for word in words], known | found, seen=False)
            answers.withheld.update(document & ID_MASK for document in withheld)
        return answers

    def having_all(self, plan: Plan, documents: Sequence[int]) -> set[int]:
        """Return those of a few documents that have all words of a plain query in what is open to who sees the page."""
        found = set(documents)
        for place in range(len(plan.in_text)):
            if found:
                found = self._known_to_read(plan, place, sorted(found))
        return found

    def _ask(self, statement: str, parameters: Mapping[str, Any]) -> Sequence[Any]:
        return self._snapshot.ask(statement, parameters)

    def _has_any(self) -> bool:
        return self._snapshot.visibility.answers.of("any hidden", lambda: bool(self._ask(_ANY_HIDDEN, {})[0][0]))

    def _documents(self, match_: str) -> _Documents:
        if self._thorough:
            return self._read_documents(match_, most=-1)
        # The words before the last stay the same, letter after letter.
        return self._snapshot.visibility.answers.of(
            ("hidden", match_, self._weights), lambda: self._read_documents(match_, most=MOST_HIDDEN)
        )

    def _read_documents(self, match_: str, *, most: int) -> _Documents:
        rows = self._ask(_HIDDEN.format(weight=self._weights), {"match": match_, "most": most})
        passes = self._snapshot.visibility.passes
        weights: dict[int, float] = {}
        for document, _, weight in rows:
            weights[document] = min(weight, weights.get(document, 0.0))
        return _Documents(weights, frozenset(document for document, gate, _ in rows if passes(gate)))

    def _holding(self, plan: Plan, hidden: Sequence[Set[int]], known: set[int], *, seen: bool) -> set[int]:
        """Return the documents of which the whole query holds.

        Args:
            plan: The query.
            hidden: For each word, the documents that have it behind a gate.
            known: Documents that are out of the question.
            seen: Whether for the viewer, else for somebody who sees all.
        """
        candidates = set().union(*hidden) - known
        if plan.is_plain:
            candidates = self._with_all_words(plan, hidden, candidates)
            condition = plan.where if seen else plan.where_all
        else:
            condition = plan.whole if seen else plan.whole_all
        if not candidates:
            return set()
        statement = f"""SELECT page.id FROM page WHERE page.id IN (SELECT value FROM json_each(:candidates))
            AND page.deleted IS NULL AND {_SEEN if seen else "1"} {f"AND {condition}" if condition else ""}"""
        ids = json.dumps([document & ID_MASK for document in candidates])
        holds = {page for (page,) in self._ask(statement, {**plan.parameters, "candidates": ids})}
        return {document for document in candidates if document & ID_MASK in holds}

    def _with_all_words(self, plan: Plan, hidden: Sequence[Set[int]], candidates: set[int]) -> set[int]:
        """Keep the documents that have each word on one side of a gate or the other; rare words decide first."""
        for place in sorted(range(len(hidden)), key=lambda place: plan.frequencies[place]):
            missing = candidates - hidden[place]
            if missing:
                candidates = candidates & hidden[place] | self._open_among(plan, place, missing)
        return candidates

    def _open_among(self, plan: Plan, place: int, documents: set[int]) -> set[int]:
        """Return those of the documents that have a word in what is open to who sees the page."""
        text, match_ = plan.in_text[place], plan.words[place]
        is_rare = plan.frequencies[place] <= MOST_LISTED
        if self._thorough or (is_rare and len(documents) > FEW_READ) or text.scope is not Scope.ANYWHERE:
            return documents & self._list(match_, keeps=is_rare)
        return self._known_to_read(plan, place, sorted(documents)[:MOST_READ])

    def _known_to_read(self, plan: Plan, place: int, wanted: Sequence[int]) -> set[int]:
        """Look for a word in pages themselves, or remember what was found."""
        text, match_ = plan.in_text[place], plan.words[place]
        # The words before the last stay the same, letter after letter.
        memory = self._snapshot.visibility.answers
        known = {document: memory.get(("open", match_, document)) for document in wanted}
        unknown = [document for document, is_open in known.items() if is_open is None]
        found = self._reading(text, unknown) if unknown else set()
        for document in unknown:
            memory.put(("open", match_, document), document in found)
        return found | {document for document, is_open in known.items() if is_open}

    def _list(self, match_: str, *, keeps: bool) -> frozenset[int]:
        lists = self._snapshot.visibility.lists if keeps else self._listed
        return lists.of(match_, lambda: frozenset(row[0] for row in self._ask(_LISTED, {"match": match_})))

    def _reading(self, text: Text, documents: Sequence[int]) -> set[int]:
        """Look for a common word in pages themselves: FTS5 takes longer to find a page in its long lists."""
        pages = {document & ID_MASK: document for document in documents}
        highlighter = Highlighter([text], lambda text: self._vocabulary.forms(text.words[-1], begins=False))
        return {pages[page] for page, found in self._open_texts(pages).items() if highlighter.in_folded(found)}

    def _open_texts(self, pages: Iterable[int]) -> dict[int, str]:
        """Read what of pages is open to who sees them, folded; the next letter looks through the same pages again."""
        memory = self._snapshot.visibility.texts
        known = {page: text for page in pages if isinstance(text := memory.get(("open", page)), str)}
        missing: dict[int, list[str]] = {page: [] for page in pages if page not in known}
        if missing:
            for page, passage in self._ask(_OPEN_TEXTS, {"pages": json.dumps(list(missing))}):
                missing[page].append(passage)
        for page, passages in missing.items():
            known[page] = folded(BETWEEN.join(passages))
            if len(known[page]) <= LONGEST_REMEMBERED:
                memory.put(("open", page), known[page])
        return known
