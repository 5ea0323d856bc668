"""How a query is answered: what the text index is asked, and what else must hold of a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from fanwiki.domain.query_tree import And, Node, Not, Query, Scope, Text, texts
from fanwiki.store.search_conditions import Conditions, Value
from fanwiki.store.search_match import (
    Vocabulary,
    beginning_expression,
    body_expression,
    expression,
    is_wanted_text,
    name_expression,
)
from fanwiki.store.snapshot import Snapshot


@dataclass(frozen=True, slots=True)
class Plan:
    """A query made ready.

    Args:
        match: What the text index is asked; empty when the query wants no words.
        where: What else must hold of `page`, for the viewer.
        where_all: The same for somebody who sees all.
        whole: All of the query as a condition on single pages, for the viewer.
        whole_all: The same for somebody who sees all.
        words: What the text index is asked for each word, for text behind gates.
        in_text: These words.
        texts: All the wanted words, one that was hardly begun included.
        names: What the index of names is asked, the more promising first; empty when no name can answer.
        named: What else must hold of a page of which a name answers.
        typed: The wanted words as one text, which a name may equal; empty when no name can.
        parameters: The values of all conditions.
        frequencies: In about how many pages each of the words is.
        is_plain: Whether all of the words are wanted, whatever else must hold.
    """

    match: str
    where: str
    where_all: str
    whole: str
    whole_all: str
    words: tuple[str, ...]
    in_text: tuple[Text, ...]
    texts: tuple[Text, ...]
    names: tuple[str, ...]
    named: str
    typed: str
    parameters: dict[str, Value]
    frequencies: tuple[int, ...]
    is_plain: bool

    @property
    def is_wordless(self) -> bool:
        """Whether no words are wanted, so that no page answers better than another."""
        return not (self.match or self.names or self.typed)


def plan(query: Query, snapshot: Snapshot, vocabulary: Vocabulary) -> Plan:
    """Make a query ready to be asked."""
    parts = query.root.parts if isinstance(query.root, And) else () if query.root is None else (query.root,)
    wanted = [part for part in parts if is_wanted_text(part)]
    unwanted = [part.part for part in parts if isinstance(part, Not) and isinstance(part.part, Text)] if wanted else []
    others = [part for part in parts if part not in wanted and not (isinstance(part, Not) and part.part in unwanted)]
    parameters: dict[str, Value] = {}
    seen, every = (Conditions(snapshot, vocabulary, sees_all, parameters) for sees_all in (False, True))
    found = texts(query.root)
    short = [part for part in wanted if isinstance(part, Text) and vocabulary.is_too_short(part)]
    in_text = [part for part in wanted if part not in short] or wanted
    leaves = texts(And(tuple(in_text)))
    is_named = bool(wanted) and all(text.scope in (Scope.ANYWHERE, Scope.NAMES) for text in found)
    is_plain = len(found) == len(wanted) and _is_plain(wanted) and not unwanted
    where = _where(seen, others, unwanted)
    return Plan(
        match=_match(in_text, unwanted, vocabulary),
        where=where,
        where_all=_where(every, others, unwanted),
        whole="" if is_plain else _whole(seen, parts),
        whole_all="" if is_plain else _whole(every, parts),
        words=tuple(body_expression(text, vocabulary) for text in leaves),
        in_text=leaves,
        texts=found,
        names=_names(wanted, vocabulary) if is_named else (),
        named=" AND ".join(filter(None, (where, _whole(seen, [Not(part) for part in unwanted])))),
        typed=" ".join(text.text for text in found) if is_named and _is_plain(wanted) else "",
        parameters=parameters,
        frequencies=tuple(vocabulary.frequency(text) for text in leaves),
        is_plain=is_plain,
    )


def _match(wanted: Sequence[Node], unwanted: Sequence[Node], vocabulary: Vocabulary) -> str:
    def leaf(text: Text) -> str:
        return body_expression(text, vocabulary)

    match_ = " AND ".join(expression(part, leaf) for part in wanted)
    if unwanted:
        match_ = f"({match_}) NOT ({' OR '.join(expression(part, leaf) for part in unwanted)})"
    return match_


def _where(conditions: Conditions, others: Sequence[Node], unwanted: Sequence[Node]) -> str:
    hidden = [f"NOT {conditions.hidden_text(part)}" for part in unwanted if isinstance(part, Text)]
    return " AND ".join([*(conditions.of(part) for part in others), *hidden])


def _whole(conditions: Conditions, parts: Sequence[Node]) -> str:
    conditions.few_pages = True
    whole = " AND ".join(conditions.of(part) for part in parts)
    conditions.few_pages = False
    return whole


def _names(wanted: Sequence[Node], vocabulary: Vocabulary) -> tuple[str, ...]:
    everywhere = " AND ".join(expression(part, lambda text: name_expression(text, vocabulary)) for part in wanted)
    first = wanted[0]
    if not isinstance(first, Text):
        return (everywhere,)
    return (f"{beginning_expression(first)} AND {everywhere}", everywhere)


def _is_plain(wanted: Sequence[Node]) -> bool:
    return all(isinstance(part, Text) for part in wanted)
