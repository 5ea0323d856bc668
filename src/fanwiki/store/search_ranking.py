"""Which pages answer a query, in which order, and how many: the numbers behind a search result."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations
from typing import Any

from fanwiki.domain.query_tree import Scope
from fanwiki.store.search_documents import ID_BITS, ID_MASK
from fanwiki.store.search_hidden import HiddenText
from fanwiki.store.search_match import Vocabulary
from fanwiki.store.search_names import NameHit, document_of, find, named_in
from fanwiki.store.search_plan import Plan
from fanwiki.store.snapshot import Snapshot

MOST_COUNTED = 300
"""While somebody types, counting stops here, and only so few answers are weighed against each other."""

MOST_COUNTED_BESIDE_NAMES = 100
"""Where names alone fill what is shown, counting stops here."""

MOST_WEIGHED = 40_000
"""BM25 counts in how many pages each word is; commoner words cost more time than their weight tells."""

MOST_WEIGHED_TYPING = 12_000
"""The same while somebody types."""

MOST_OUTSIDE = 8000
"""Words that are all in more pages are not looked for in names, fields and headings alone."""

FEW_MORE = 1.6
"""A rare word that is on so many times the pages that are weighed is seldom on as many with the other words."""

ENOUGH = 60
"""With so few visible pages among the first that are counted, those that are hidden are passed over."""

MOST_ASKED = 3
"""So many pages that are named in the query are looked for beyond those that are counted."""

FEW = 2000
MOST_NAMES = 1000
MOST_LOOSE = 20
MOST_LOOSE_WORDS = 5
MOST_LOOSELY_READ = 10_000
WEIGHTS = "10.0, 4.0, 3.0, 1.0"
"""What a word is worth in names, fields, headings and body."""

_SEEN = "(:sees_all OR page.gate_id IN (SELECT value FROM json_each(:visible)))"
_OPEN = f"""
    SELECT search_text.rowid FROM search_text CROSS JOIN page ON page.id = search_text.rowid & {ID_MASK}
    WHERE search_text MATCH :match AND page.deleted IS NULL AND {_SEEN} {{where}}
    ORDER BY search_text.rowid LIMIT :most
"""
_IS_ANSWER = f"""
    SELECT 1 FROM search_text CROSS JOIN page ON page.id = search_text.rowid & {ID_MASK}
    WHERE search_text MATCH :match AND search_text.rowid = :document AND page.deleted IS NULL AND {_SEEN} {{where}}
"""
_WITHHELD = f"""
    SELECT page.id, {{seen}} FROM search_text CROSS JOIN page ON page.id = search_text.rowid & {ID_MASK}
    WHERE search_text MATCH :match AND page.deleted IS NULL {{where}} LIMIT :most
"""
_FILTERED = f"""
    SELECT search_page.rank << {ID_BITS} | page.id FROM page CROSS JOIN search_page ON search_page.page_id = page.id
    WHERE page.deleted IS NULL AND {_SEEN} {{where}} LIMIT :most
"""
_BY_RANK = f"""
    SELECT search_page.rank << {ID_BITS} | page.id FROM search_page CROSS JOIN page ON page.id = search_page.page_id
    WHERE page.deleted IS NULL AND {_SEEN} {{where}} ORDER BY search_page.rank, search_page.page_id LIMIT :most
"""
_BEHIND = "AND (search_page.rank, search_page.page_id) > (:rank, :page)"
_FILTERED_WITHHELD = "SELECT page.id, {seen} FROM page WHERE page.deleted IS NULL {where} LIMIT :most"
# Pages in the trash are not in the index, and those that the viewer must not see are known.
_WORDS = "SELECT rowid, {weight} FROM search_text WHERE search_text MATCH :match ORDER BY rowid LIMIT :most"
_LOOSE = f"""
    SELECT search_text.rowid, bm25(search_text, 3.0, 2.0, 2.0, 1.0) AS weight
    FROM search_text CROSS JOIN page ON page.id = search_text.rowid & {ID_MASK}
    WHERE search_text MATCH :match AND page.deleted IS NULL AND {_SEEN} {{where}}
    ORDER BY weight LIMIT :most
"""
_WEIGHED = f"SELECT rowid, bm25(search_text, {WEIGHTS}) FROM search_text WHERE search_text MATCH :match"


@dataclass
class Ranking:
    """The answers to one query.

    Args:
        names: Pages of which a name answers, the best first.
        afterthoughts: Pages of which a name nearly answers, to come last.
        documents: The numbers of all documents that answer, the best first; without the names' at the beginning.
        weights: BM25 of those that were weighed; lower is better.
        withheld: The ids of pages that would answer for somebody who sees all.
        is_all: Whether everything was counted.
        is_weighed: Whether the documents are in the order of their weights, else in that of their ranks.
        last: The last document that was looked at, when there are more behind it; else -1.
    """

    names: list[NameHit] = field(default_factory=list)
    afterthoughts: list[NameHit] = field(default_factory=list)
    documents: list[int] = field(default_factory=list)
    weights: dict[int, float] = field(default_factory=dict)
    withheld: set[int] = field(default_factory=set)
    is_all: bool = True
    is_weighed: bool = False
    last: int = -1

    @property
    def total(self) -> int:
        """Return how many pages answer."""
        named = {document_of(hit) for hit in (*self.names, *self.afterthoughts)}
        return len(self.documents) + len(named.difference(self.documents))

    def pages(self) -> list[int]:
        """Return the ids of the pages, the best first."""
        answers = (
            (hit.page for hit in self.names),
            (document & ID_MASK for document in self.documents),
            (hit.page for hit in self.afterthoughts),
        )
        return list(dict.fromkeys(chain(*answers)))


class Ranker:
    """Ranks the answers to planned queries.

    Args:
        snapshot: The state and its viewer.
        vocabulary: The wiki's words.
        most: How many answers are counted and weighed; None for all.
    """

    def __init__(self, snapshot: Snapshot, vocabulary: Vocabulary, *, most: int | None = MOST_COUNTED) -> None:
        self._snapshot = snapshot
        self._vocabulary = vocabulary
        self._most = most

    def rank(self, plan: Plan, *, shown: int | None, counts_withheld: bool = True) -> Ranking:
        """Rank the answers.

        Args:
            plan: The query.
            shown: How many of the best will be shown at most, in whose order alone care is taken; None for all.
            counts_withheld: Whether to find out what somebody would find who sees all.
        """
        names = self._names(plan, shown)
        if shown is not None and self._most is not None and len(names) >= shown:
            self._most = min(self._most, max(MOST_COUNTED_BESIDE_NAMES, shown))
        is_ordered = shown is None or len(names) < shown
        ranking = self.find(plan, weighs=is_ordered and self._is_likely_to_weigh(plan))
        ranking.names = names
        if is_ordered:
            self._order(plan, ranking, -1 if shown is None else shown)
            self._put_named_first(plan, ranking)
        if counts_withheld:
            self._count_withheld(plan, ranking)
        return ranking

    def withheld(self, plan: Plan) -> set[int]:
        """Return the ids of pages that would answer for somebody who sees all, by what they are alone."""
        ranking = Ranking()
        self._count_withheld(plan, ranking)
        return ranking.withheld

    def _names(self, plan: Plan, shown: int | None) -> list[NameHit]:
        if not plan.names and not plan.typed:
            return []
        return find(
            self._snapshot,
            plan.typed,
            # Where nothing is enough, the last finds all that the others find.
            plan.names if shown is not None else plan.names[-1:],
            most=MOST_NAMES if shown is None else 2 * shown + 20,
            enough=shown,
            also=plan.named,
            parameters=plan.parameters,
        )

    def find(self, plan: Plan, *, weighs: bool = False) -> Ranking:
        """Find the answers, the most linked first, without looking at names.

        Args:
            plan: The query.
            weighs: Whether to weigh them on the way, which is lost time where there are more than are counted.
        """
        ranking = Ranking()
        self._find_open(plan, ranking, weighs=weighs)
        if ranking.is_all:  # else there are more than enough
            self._find_hidden(plan, ranking)
        return ranking

    def loosen(self, plan: Plan, ranking: Ranking) -> bool:
        """Find pages that have some of the words, those with most of them first; whether there are any."""
        known = sorted((pages, word) for pages, word in zip(plan.frequencies, plan.words, strict=True) if pages)
        ((in_all,),) = self._ask("SELECT count(*) FROM search_page", {})
        # Words that are on every eighth page, such as “the”, tell pages apart no more.
        most = min(MOST_LOOSELY_READ, max(in_all // 8, 20))
        words = [word for pages, word in known if pages <= most][:MOST_LOOSE_WORDS]
        if len(plan.words) < 2 or not words:
            return False
        found = dict.fromkeys(ranking.documents)
        before = len(found)
        for count in range(min(len(words), len(plan.words) - 1), 0, -1):
            match_ = " OR ".join(f"({' AND '.join(some)})" for some in combinations(words, count))
            statement = (_OPEN if count > 1 else _LOOSE).format(where=_also(plan.where))
            rows = self._ask(statement, plan.parameters, match=match_, most=MOST_LOOSE)
            found.update((row[0], None) for row in rows)
            if len(found) - before >= MOST_LOOSE:
                break
        ranking.documents = list(found)
        ranking.is_weighed = True
        return len(found) > before

    def _ask(self, statement: str, parameters: Mapping[str, Any], **more: Any) -> Sequence[Any]:
        return self._snapshot.ask(statement, {**parameters, **more})

    def _limit(self) -> int:
        return -1 if self._most is None else self._most + 1

    def _find_open(self, plan: Plan, ranking: Ranking, *, weighs: bool) -> None:
        """Find pages by what is open to whoever sees the page."""
        if plan.match and not plan.where:
            statement = _WORDS.format(weight=f"bm25(search_text, {WEIGHTS})" if weighs else 0)
            rows = self._ask(statement, plan.parameters, match=plan.match, most=self._limit())
            unseen = self._snapshot.unseen_pages
            found = {document: weight for document, weight in rows if document & ID_MASK not in unseen}
            ranking.documents, ranking.weights = list(found), found if weighs else {}
            ranking.withheld = {page for document, _ in rows if (page := document & ID_MASK) in unseen}
            ranking.is_all = self._most is None or len(rows) <= self._most
            ranking.last = -1 if ranking.is_all else rows[-1][0]
            if ranking.is_all or len(ranking.documents) >= ENOUGH:
                return
        ranking.documents = self._filtered(plan)
        ranking.is_all = self._most is None or len(ranking.documents) <= self._most
        ranking.last = -1 if ranking.is_all else ranking.documents[-1]

    def beyond(self, plan: Plan, last: int, most: int) -> list[int]:
        """Return the next documents that answer behind one, in the order of ranks: as quickly as the first."""
        values = {"last": last, "most": most}
        if not plan.match:
            statement = _BY_RANK.format(where=f"{_BEHIND} {_also(plan.where)}")
            rank, page = last >> ID_BITS, last & ID_MASK
            return [row[0] for row in self._ask(statement, plan.parameters, **values, rank=rank, page=page)]
        statement = _OPEN.format(where=f"AND search_text.rowid > :last {_also(plan.where)}")
        return [row[0] for row in self._ask(statement, plan.parameters, match=plan.match, **values)]

    def _filtered(self, plan: Plan) -> list[int]:
        """Return documents of which everything holds, the best rank first."""
        values = {"match": plan.match, "most": self._limit()}
        if plan.match:
            rows = self._ask(_OPEN.format(where=_also(plan.where)), plan.parameters, **values)
        else:
            # Few are sorted here; of many, the first are found in the order of ranks.
            few = max(FEW, self._limit()) if self._most is not None else -1
            rows = self._ask(_FILTERED.format(where=_also(plan.where)), plan.parameters, **{**values, "most": few})
            if len(rows) == few:
                rows = self._ask(_BY_RANK.format(where=_also(plan.where)), plan.parameters, **values)
        return sorted(document for (document,) in rows)[: None if self._most is None else self._most + 1]

    def _find_hidden(self, plan: Plan, ranking: Ranking) -> None:
        """Add pages that answer only with text behind gates, and those withheld for that reason."""
        weights = f"bm25(search_hidden, {WEIGHTS})" if self._can_weigh(plan) else "0"
        hidden = HiddenText(self._snapshot, self._vocabulary, weights=weights, thorough=self._most is None)
        answers = hidden.answers(plan, set(ranking.documents))
        ranking.documents += answers.found
        ranking.weights.update(answers.found)
        ranking.withheld |= answers.withheld

    def _order(self, plan: Plan, ranking: Ranking, shown: int) -> None:
        """Put the best first: by weight where that can be told in time, else by rank."""
        if not plan.match or not ranking.documents:
            return
        if (self._most is None or ranking.is_all) and self._can_weigh(plan):
            weights = ranking.weights
            if not all(document in weights for document in ranking.documents):
                weights.update(self._ask(_WEIGHED, plan.parameters, match=plan.match))
            ranking.is_weighed = True
            ranking.documents.sort(key=lambda document: (weights.get(document, 0.0), document))
            return
        if self._most is not None and (plan.where or min(plan.frequencies, default=0) > MOST_OUTSIDE):
            return  # to find the few that there are, everything would have to be gone through once more
        if self._most is not None and ranking.is_all and len(ranking.documents) <= shown:
            return  # all of them are read and shown
        # What has the words in its names, fields or headings goes before what has them in its text.
        outside = f"{{names fields headings}} : ({plan.match})"
        rows = self._ask(
            _OPEN.format(where=_also(plan.where)),
            plan.parameters,
            match=outside,
            most=shown,
        )
        first = {document: None for (document,) in rows}
        rest = sorted(document for document in ranking.documents if document not in first)
        ranking.documents = [*first, *rest]

    def _put_named_first(self, plan: Plan, ranking: Ranking) -> None:
        """Put pages first that are named in the query and have the rest of it, such as *Neo* for ``neo powers``."""
        if not plan.match or not plan.typed or len(ranking.documents) < 2:
            return
        answers = set(ranking.documents)
        # They were found in order: what comes before the last and is not among them is no answer.
        last = -1 if ranking.is_all else max(answers)
        named = named_in(self._snapshot, plan.typed)
        later = [document for document in named if document > last >= 0 and document not in answers]
        asked = self._answering(plan, later[:MOST_ASKED])
        found = [document for document in named if document in answers or document in asked]
        if found:
            first = set(found)
            ranking.documents = [*found, *(document for document in ranking.documents if document not in first)]
            ranking.is_weighed = True

    def _answering(self, plan: Plan, documents: Sequence[int]) -> set[int]:
        """Return those of a few documents of visible pages that answer; FTS5 takes longer to look all forms up."""
        if plan.is_plain and not plan.where and all(text.scope is Scope.ANYWHERE for text in plan.in_text):
            hidden = HiddenText(self._snapshot, self._vocabulary, weights="0", thorough=self._most is None)
            return hidden.having_all(plan, documents)
        statement = _IS_ANSWER.format(where=_also(plan.where))
        return {
            document
            for document in documents
            if self._ask(statement, plan.parameters, match=plan.match, document=document)
        }

    def _can_weigh(self, plan: Plan) -> bool:
        return sum(plan.frequencies) <= (MOST_WEIGHED if self._most is None else MOST_WEIGHED_TYPING)

    def _is_likely_to_weigh(self, plan: Plan) -> bool:
        """Whether a word is so rare that hardly more pages answer than are weighed."""
        if self._most is None or not plan.is_plain:
            return self._most is None and self._can_weigh(plan)
        most = self._most if len(plan.frequencies) < 2 else self._most * FEW_MORE
        return min(plan.frequencies, default=0) <= most and self._can_weigh(plan)

    def _count_withheld(self, plan: Plan, ranking: Ranking) -> None:
        if self._snapshot.visibility.viewer.sees_all or (plan.match and not plan.where):
            return
        statement = _WITHHELD if plan.match else _FILTERED_WITHHELD
        seen = " AND ".join(filter(None, (_SEEN, plan.where)))
        statement = statement.format(seen=f"({seen})", where=_also(plan.where_all))
        rows = self._ask(statement, plan.parameters, match=plan.match, most=self._limit())
        ranking.withheld.update(page for page, is_seen in rows if not is_seen)
        if self._most is not None and len(rows) > self._most:
            ranking.is_all = False


def _also(where: str) -> str:
    return f"AND {where}" if where else ""
