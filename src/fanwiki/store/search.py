"""The room of search: what a query finds for one viewer, section by section, and what a name may be completed to.

Nothing in here can find, count or weigh what stands behind a gate that the viewer does not pass, but for
`SearchResult.withheld`, which says how much more there is.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from fanwiki.domain.query_lexer import whole
from fanwiki.domain.query_tree import And, Query, Text, holds_words
from fanwiki.domain.words import is_unspaced, query_words
from fanwiki.store import meta
from fanwiki.store.rows import PageRow
from fanwiki.store.search_documents import ID_MASK
from fanwiki.store.search_facets import count_facets
from fanwiki.store.search_fuzzy import Correction, correct
from fanwiki.store.search_listing import FEW as FEW_LISTED
from fanwiki.store.search_listing import Listed, Place, Values, next_sorted, no_place, read_place, walk
from fanwiki.store.search_match import Vocabulary
from fanwiki.store.search_names import find
from fanwiki.store.search_outline import Outline, outline
from fanwiki.store.search_plan import Plan, plan
from fanwiki.store.search_ranking import MOST_COUNTED, Ranker, Ranking
from fanwiki.store.search_results import Facets, Further, Hit, SearchResult, TitleHit
from fanwiki.store.search_snippets import LONGEST_REMEMBERED, Found, Highlighter, PageText, best
from fanwiki.store.search_sorting import count, first_sorted, sorted_pages
from fanwiki.store.snapshot import Snapshot
from fanwiki.store.visibility import SQL_SEES

FEW = 3
"""With so few answers a misspelling is looked for."""

RATHER_FEW = 12
"""With so few answers, and no name among them, as well."""

LONG_ENOUGH = 5
"""A shorter unfinished word is more probably unfinished than misspelt."""

MOST_REREAD = 20
"""So many of the best pages without a name are put in order by whether one section has all the words."""

MOST_AT_ONCE = 10_000
"""The first hits are found in one go, so no more can be asked for of what comes behind them."""

MOST_ROWS_REMEMBERED = 1000
"""More at once are a list, and would drive out what the next letter needs."""

_PASSAGES = f"""
    SELECT segment.page_id, segment.heading, segment.anchor, segment.text FROM segment
    WHERE segment.page_id IN (SELECT value FROM json_each(:pages)) AND {SQL_SEES.format("segment")}
    ORDER BY segment.page_id, segment.ordinal
"""
_PAGES = f"""
    SELECT id, title, kind, head, created, updated, words, gate_id, deleted FROM page
    WHERE id IN (SELECT value FROM json_each(:pages)) AND deleted IS NULL AND {SQL_SEES.format("page")}
"""


class Search:
    """Finds pages as one viewer may see them, in one state of the wiki.

    Args:
        snapshot: The state and its viewer.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot

    def run(self, query: Query, *, limit: int = 20, offset: int = 0, thorough: bool = False) -> SearchResult:
        """Find the best answers, with the section and a snippet of each.

        Args:
            query: What is asked for.
            limit: How many hits to return; the query's own limit counts too.
            offset: How many of the best to leave out.
            thorough: Whether to count and weigh everything, however long it takes, and to keep to the words.
                Otherwise counting stops at `MOST_COUNTED`, common words go by how many pages link to a page, and
                where no page has all the words those with some of them are hits.
        """
        if query.limit is not None:
            limit = max(0, min(limit, query.limit - offset))
        planned, vocabulary = self._plan(query, thorough=thorough or bool(query.sort))
        if query.sort and planned.is_wordless:
            return self._run_sorted(query, planned, vocabulary, limit, offset)
        ranked = self._rank(query, planned, vocabulary, limit, offset, thorough=thorough)
        ranking, end = ranked.ranking, offset + limit
        has_more = len(ranked.pages) > end or ranking.last >= 0
        last = ranked.pages[end - 1 : end] if query.sort else (limit, 0)
        return SearchResult(
            tuple(self._hits(ranked.pages[offset:end], ranking, ranked.found)),
            ranking.total,
            len(ranking.withheld),
            ranking.is_all,
            ranked.correction.words,
            ranked.is_loose,
            after=_after_these(query, end, tuple(last)) if has_more and limit and not (offset or thorough) else "",
        )

    def _rank(
        self, query: Query, planned: Plan, vocabulary: Vocabulary, limit: int, offset: int, *, thorough: bool
    ) -> _Ranked:
        """Put the answers in order, of very many only the first, and read those that are shown."""
        most = None if thorough or query.sort else max(MOST_COUNTED, limit + offset)
        ranker = Ranker(self._snapshot, vocabulary, most=most)
        ranking = ranker.rank(planned, shown=limit + offset)
        correction = self._correct(planned, ranking, vocabulary)
        is_loose = not thorough and (not ranking.total or correction.is_partial) and ranker.loosen(planned, ranking)
        texts = (*planned.texts, *(Text(word, (word,)) for word in correction.words))
        highlighter = Highlighter(texts, lambda text: vocabulary.forms(text.words[-1], begins=False))
        pages = ranking.pages()
        if query.sort:
            pages = sorted_pages(self._snapshot, query.sort, pages)
        found = self._read(pages[offset : offset + limit], highlighter)
        if len(planned.texts) > 1 and not (ranking.is_weighed or query.sort or offset):
            pages = self._reread(pages, len(ranking.names), limit, highlighter, found)
        return _Ranked(pages, ranking, found, highlighter, correction, is_loose)

    def further(self, query: Query, *, size: int, after: str) -> Further:
        """Return the hits behind those of `run` without an offset, or behind others of these, however many they are.

        Args:
            query: What is asked for.
            size: How many hits to return at most.
            after: `SearchResult.after`, or `Further.after`.

        Raises:
            FanwikiError: No hits end there.
        """
        place = read_place(after)
        size = size if query.limit is None else max(0, min(size, query.limit - place.given))
        planned, vocabulary = self._plan(query, thorough=bool(query.sort))
        if query.sort:
            found = self._after(query, place, size + 1)
            pages, last = [int(values[-1] or 0) for values in found[:size]], found[size - 1] if found[size:] else ()
            texts = planned.texts
            highlighter = Highlighter(texts, lambda text: vocabulary.forms(text.words[-1], begins=False))
            ranking = Ranking()
        else:
            ranked = self._ranked_before(query, planned, vocabulary, place)
            pages, last = self._behind(planned, vocabulary, ranked, place, size)
            highlighter, ranking = ranked.highlighter, ranked.ranking
        hits = self._hits(pages, ranking, self._read(pages, highlighter))
        return Further(tuple(hits), _after_these(query, place.given + len(pages), last) if last else "")

    def _ranked_before(self, query: Query, planned: Plan, vocabulary: Vocabulary, place: Place) -> _Ranked:
        """Return the first answers in the order in which `run` gave them, which is found once for each state."""
        limit = place.values[0] if len(place.values) == 2 else None
        if not isinstance(limit, int) or not 0 < limit <= MOST_AT_ONCE:
            raise no_place(place)
        return self._snapshot.visibility.orders.of(
            ("ranked", query, limit), lambda: self._rank(query, planned, vocabulary, limit, 0, thorough=False)
        )

    def _behind(
        self, planned: Plan, vocabulary: Vocabulary, ranked: _Ranked, place: Place, size: int
    ) -> tuple[list[int], Values]:
        """Return the next pages, and what asks for those behind them; nothing when there are none."""
        first, last = ranked.pages, place.page
        pages = [] if last else first[place.given : place.given + size]
        limit = place.values[0]
        if not last:
            if place.given + size < len(first):
                return pages, (limit, 0)
            if ranked.ranking.last < 0:
                return pages, ()
            last = ranked.ranking.last
        ranker, known = Ranker(self._snapshot, vocabulary), set(first)
        while len(pages) < size:
            documents = ranker.beyond(planned, last, size)
            if not documents:
                return pages, ()
            for last in documents:
                if last & ID_MASK not in known:
                    pages.append(last & ID_MASK)
                if len(pages) == size:
                    break
        return pages, (limit, last)

    def _run_sorted(self, query: Query, planned: Plan, vocabulary: Vocabulary, limit: int, offset: int) -> SearchResult:
        """Answer what asks for no words but for an order: only the first pages are put in it."""
        most = limit + offset
        found = first_sorted(self._snapshot, query.sort, planned.where, planned.parameters, most + 1)
        pages = found[offset:most]
        total = count(self._snapshot, planned.where, planned.parameters)
        withheld = Ranker(self._snapshot, vocabulary, most=None).withheld(planned)
        hits = self._hits(pages, Ranking(), self._read(pages, Highlighter((), lambda _: [])))
        after = _after_these(query, most, (pages[-1],)) if len(found) > most and pages else ""
        return SearchResult(tuple(hits), total, len(withheld), after=after)

    def pages(self, query: Query) -> list[PageRow]:
        """Return every page that answers: in the order asked for, else the best first, else by title."""
        return self._rows_in_order(self._ordered(query))

    def count(self, query: Query) -> int:
        """Return how many pages answer."""
        planned, _ = self._plan(query, thorough=True)
        if not planned.is_wordless:
            return len(self._remembered(query))
        answers = self._snapshot.visibility.answers
        total = answers.of(
            ("count", query.root, query.stems), lambda: count(self._snapshot, planned.where, planned.parameters)
        )
        return total if query.limit is None else min(total, query.limit)

    def listed(self, query: Query, *, size: int, after: str = "") -> Listed:
        """Return a part of the pages that answer, in the order of `pages`.

        Args:
            query: What is asked for.
            size: How many pages to return at most.
            after: `Listed.after` of the part before; empty for the first.

        Raises:
            FanwikiError: No part ends there.
        """
        place = read_place(after)
        total = self.count(query)
        size = size if query.limit is None else min(size, query.limit - place.given)
        if size <= 0:
            return Listed((), total)
        planned, _ = self._plan(query, thorough=True)
        if not planned.is_wordless:
            found = self._after(query, place, size + 1)
        elif query.sort or total <= FEW_LISTED:
            found = next_sorted(self._snapshot, query.sort, planned.where, planned.parameters, place, size + 1)
        else:
            # Looking at one page after the other beats listing all of which each condition holds.
            planned, _ = self._plan(query, thorough=holds_words(query.root))
            found = walk(self._snapshot, planned.where, planned.parameters, place, size + 1)
        pages = self._rows_in_order([int(values[-1] or 0) for values in found[:size]])
        given = place.given + len(pages)
        more = len(found) > size and (query.limit is None or given < query.limit)
        return Listed(tuple(pages), total, Place(given, found[size - 1]).text() if more else "")

    def outline(self, query: Query, size: int) -> Outline:
        """Return a list by title in short, of a query without words, to be read in parts of this size."""
        planned, _ = self._plan(query, thorough=True)
        return self._snapshot.visibility.orders.of(
            ("outline", query.root, size),
            lambda: outline(self._snapshot, planned.where, planned.parameters, size),
        )

    def _after(self, query: Query, place: Place, most: int) -> list[Values]:
        """Return the numbers of the next pages in an order that takes all answers to know."""
        ordered = self._remembered(query)
        start = 0
        if len(place.values) > 1:
            raise no_place(place)
        if place.values:
            start = ordered.index(place.page) + 1 if place.page in ordered else place.given
        return [(page,) for page in ordered[start : start + most]]

    def _remembered(self, query: Query) -> list[int]:
        """Return the ids of all answers in their order, which the next part asks for again."""
        return self._snapshot.visibility.orders.of(query, lambda: self._ordered(query))

    def _ordered(self, query: Query) -> list[int]:
        planned, vocabulary = self._plan(query, thorough=True)
        if planned.is_wordless:
            return first_sorted(self._snapshot, query.sort, planned.where, planned.parameters, query.limit)
        ranking = Ranker(self._snapshot, vocabulary, most=None).rank(planned, shown=None, counts_withheld=False)
        pages = ranking.pages()
        if query.sort or not planned.match:
            pages = sorted_pages(self._snapshot, query.sort, pages)
        return pages[: query.limit]

    def facets(self, query: Query, *, most: int = 2000, values: int = 12) -> Facets:
        """Count kinds, films, tags, states and affiliations among the answers.

        Args:
            query: What is asked for.
            most: How many of the answers are counted at most, the most linked ones.
            values: How many values of each to return.
        """
        planned, vocabulary = self._plan(query)
        ranking = Ranker(self._snapshot, vocabulary, most=most).find(planned)
        pages = ranking.pages()[:most]
        return Facets(count_facets(self._snapshot, pages, values=values), len(pages), ranking.is_all)

    def titles(self, typed: str, *, limit: int = 10) -> list[TitleHit]:
        """Return pages whose title or alias may be completed from what was typed, the best first.

        Nothing typed gives the most linked pages; a misspelt name is looked for when few others are found.
        """
        typed = whole(typed)
        texts = _typed_texts(typed)
        planned, vocabulary = self._plan(Query(typed, And(texts) if texts else None))
        if not typed.strip():
            linked = Ranker(self._snapshot, vocabulary, most=limit).find(planned).pages()
            return [TitleHit(row, row.title, is_title=True) for row in self._rows_in_order(linked[:limit])]
        hits = find(self._snapshot, typed, planned.names, most=3 * limit + 20, enough=limit)
        if len(hits) <= FEW and texts:
            known = {hit.page for hit in hits}
            hits += [hit for hit in correct(self._snapshot, texts, is_name=True).names if hit.page not in known]
        rows = self._rows(hit.page for hit in hits[:limit])
        return [TitleHit(rows[hit.page], hit.text, hit.is_title) for hit in hits[:limit] if hit.page in rows]

    def _plan(self, query: Query, *, thorough: bool = False) -> tuple[Plan, Vocabulary]:
        stems = query.stems
        if stems is None:
            stems = self.stems()
        vocabulary = Vocabulary(self._snapshot, stems=stems, thorough=thorough)
        return plan(query, self._snapshot, vocabulary), vocabulary

    def stems(self) -> bool:
        """Whether other forms of an English word count as the word, where a query does not say."""
        return self._snapshot.visibility.answers.of(meta.STEMMING, self._stemming) != "none"

    def _stemming(self) -> str:
        rows = self._snapshot.ask("SELECT value FROM meta WHERE key = :key", {"key": meta.STEMMING})
        return str(rows[0][0]) if rows else "english"

    def _correct(self, planned: Plan, ranking: Ranking, vocabulary: Vocabulary) -> Correction:
        """Add what may have been meant to a ranking that found little.

        Where text was found, but hardly a name, names within one letter are added.
        """
        if not planned.names or len(ranking.names) > FEW:
            return Correction()
        thorough = ranking.total <= FEW or (not ranking.names and ranking.total <= RATHER_FEW)
        if not thorough and not self._is_doubtful(planned, ranking, vocabulary):
            return Correction()
        correction = correct(
            self._snapshot, planned.texts, thorough=thorough, also=planned.named, parameters=planned.parameters
        )
        found = {hit.page for hit in ranking.names}
        new = [hit for hit in correction.names if hit.page not in found][: None if thorough else FEW]
        documents = [document for document in correction.documents if document not in set(ranking.documents)]
        # What is written just so somewhere is more probably meant than a name that is nearly so.
        is_written = all(map(vocabulary.knows, planned.texts))
        (ranking.afterthoughts if is_written else ranking.names).extend(new)
        ranking.documents += documents
        return correction if new or documents else Correction(is_partial=correction.is_partial)

    def _is_doubtful(self, planned: Plan, ranking: Ranking, vocabulary: Vocabulary) -> bool:
        """Whether one word was typed that is rare, or that nobody wrote in just this form."""
        if len(planned.texts) != 1 or len(planned.texts[0].words[-1]) < LONG_ENOUGH:
            return False
        return ranking.total <= RATHER_FEW or not vocabulary.knows(planned.texts[0])

    def _read(self, pages: Sequence[int], highlighter: Highlighter) -> dict[int, Found]:
        """Find the section of each page that answers best."""
        texts = self._texts(pages)
        return {page: best(texts[page], highlighter) for page in pages if page in texts}

    def _reread(
        self, pages: list[int], named: int, limit: int, highlighter: Highlighter, found: dict[int, Found]
    ) -> list[int]:
        """Put pages first of which one section has all the words, where the best were not weighed."""
        end = named + min(limit, MOST_REREAD)
        if named >= limit:
            return pages
        window = pages[named:end]
        found.update(self._read([page for page in window if page not in found], highlighter))
        window.sort(key=lambda page: -found[page].words if page in found else 0)
        return [*pages[:named], *window, *pages[end:]]

    def _hits(self, pages: Sequence[int], ranking: Ranking, answers: Mapping[int, Found]) -> list[Hit]:
        rows = self._rows(pages)
        names = {hit.page: hit for hit in (*ranking.afterthoughts, *ranking.names)}
        hits = []
        for place, page in enumerate(pages):
            if page not in rows:
                continue
            found, name = answers.get(page), names.get(page)
            hits.append(
                Hit(
                    page=rows[page],
                    section=found.passage.heading if found else "",
                    anchor=found.passage.anchor if found else "",
                    snippet=found.snippet if found else (),
                    score=round(1000.0 - place if name is None else 2000.0 - 100 * name.tier - place / 100, 2),
                    name=name.text if name else "",
                )
            )
        return hits

    def _texts(self, pages: Sequence[int]) -> dict[int, PageText]:
        """Read the text of pages as far as the viewer may; the next letter finds most of the same pages again."""
        memory = self._snapshot.visibility.texts
        known = {page: text for page in pages if isinstance(text := memory.get(page), PageText)}
        passages: dict[int, list[tuple[str, str, str]]] = defaultdict(list)
        missing = json.dumps([page for page in pages if page not in known])
        for page, heading, anchor, text in self._snapshot.ask(_PASSAGES, {"pages": missing}):
            passages[page].append((heading, anchor, text))
        for page, found in passages.items():
            known[page] = PageText(found)
            if len(known[page].padded) <= LONGEST_REMEMBERED:
                memory.put(page, known[page])
        return known

    def _rows(self, pages: Iterable[int]) -> dict[int, PageRow]:
        """Read pages as far as the viewer may know of them; the next letter finds most of them again."""
        memory = self._snapshot.visibility.answers
        wanted = list(pages)
        rows = {page: row for page in wanted if isinstance(row := memory.get(("page", page)), PageRow)}
        missing = json.dumps([page for page in wanted if page not in rows])
        for row in map(self._snapshot.page_row, self._snapshot.ask(_PAGES, {"pages": missing})):
            rows[int(row.id)] = row
            if len(wanted) <= MOST_ROWS_REMEMBERED:
                memory.put(("page", int(row.id)), row)
        return rows

    def _rows_in_order(self, pages: Sequence[int]) -> list[PageRow]:
        rows = self._rows(pages)
        return [rows[page] for page in pages if page in rows]


@dataclass(frozen=True, slots=True)
class _Ranked:
    """The first answers to a query.

    Args:
        pages: The ids of the pages, the best first.
        ranking: What is known of them.
        found: The sections of those that are shown.
        highlighter: Finds the words in others.
        correction: What may have been meant.
        is_loose: Whether they have only some of the words.
    """

    pages: list[int]
    ranking: Ranking
    found: dict[int, Found]
    highlighter: Highlighter
    correction: Correction
    is_loose: bool


def _after_these(query: Query, given: int, values: Values) -> str:
    """Return what asks for the hits behind so many; nothing when the query wants no more."""
    return "" if query.limit is not None and given >= query.limit else Place(given, values).text()


def _typed_texts(typed: str) -> tuple[Text, ...]:
    """Return the words of a name that is being typed, the last of them unfinished."""
    pieces = [(piece, tuple(word.text for word in query_words(piece))) for piece in typed.split()[:16]]
    texts = [Text(piece, found) for piece, found in pieces if found]
    if texts and not typed[-1].isspace() and not is_unspaced(texts[-1].words[-1][1:]):
        texts[-1] = replace(texts[-1], begins=True)
    return tuple(texts)
