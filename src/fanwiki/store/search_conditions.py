"""Conditions of a query as SQL over the table `page`; gates included.

Every condition can be made in two ways: as the viewer passes it, and as somebody passes it who sees all, by which
the store counts what is withheld.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from fanwiki.domain.kind import FieldType
from fanwiki.domain.query_tree import (
    And,
    DateIs,
    FieldHas,
    FieldPath,
    FilmIs,
    Has,
    Is,
    KindIs,
    LinkedFrom,
    LinksTo,
    Node,
    Not,
    Or,
    Range,
    State,
    TagIs,
    Text,
)
from fanwiki.domain.title import identity, lookup_key
from fanwiki.domain.words import ARTICLES, is_unspaced, query_words, without_article
from fanwiki.store.search_documents import ID_BITS, ID_MASK
from fanwiki.store.search_match import LONGEST, Vocabulary, body_expression, quoted
from fanwiki.store.search_orphans import orphans
from fanwiki.store.snapshot import Snapshot
from fanwiki.store.visibility import SQL_SEES

FEW_PAGES = 2000
"""So many pages are looked up one by one; a commoner value is found by walking through its field."""

Value = str | float | int


@dataclass
class Conditions:
    """Makes conditions and collects the values they need.

    Args:
        snapshot: The state of the wiki.
        vocabulary: The wiki's words.
        sees_all: Whether to pass every gate.
        parameters: The values, by the names under which the conditions use them.
        few_pages: Whether the conditions are asked of few pages, so that looking each up beats listing all.
    """

    snapshot: Snapshot
    vocabulary: Vocabulary
    sees_all: bool = False
    parameters: dict[str, Value] = field(default_factory=dict)
    few_pages: bool = False

    def of(self, node: Node) -> str:
        """Return the condition of a tree."""
        match node:
            case And(parts):
                return "(" + " AND ".join(self.of(part) for part in parts) + ")"
            case Or(parts):
                return "(" + " OR ".join(self.of(part) for part in parts) + ")"
            case Not(part):
                return f"NOT {self.of(part)}"
            case Text():
                return self._text_of_one(node) if self.few_pages else self._text(node)
            case _:
                return self._filter(node)

    def _filter(self, node: Node) -> str:  # noqa: PLR0911  (one condition for each kind of filter)
        match node:
            case KindIs(kinds):
                return f"page.kind {self._among(kinds)}"
            case TagIs(tag):
                return self._tag(tag)
            case FilmIs(title):
                return self._film(title)
            case FieldHas():
                return self._field(node)
            case Has(what, paths):
                return self._has(what, paths)
            case DateIs(which, days):
                # Times are kept to the millisecond, so the last day ends where its successor begins.
                return self._in_range(f"substr(page.{which}, 1, 10)", days)
            case LinksTo(title):
                return self._links_to(title)
            case LinkedFrom(title):
                return self._linked_from(title)
            case Is(state, today):
                return self._state(state, today)
            case _:
                raise TypeError(f"{type(node).__name__} is no filter")

    def sees(self, table: str) -> str:
        """Return the condition that a row's gate is passed."""
        return "1" if self.sees_all else SQL_SEES.format(table)

    def _put(self, value: Value) -> str:
        name = f"value{len(self.parameters)}"
        self.parameters[name] = value
        return f":{name}"

    def _among(self, values: Sequence[Value]) -> str:
        return f"IN (SELECT value FROM json_each({self._put(json.dumps(list(values)))}))"

    def _text(self, text: Text) -> str:
        match_ = self._put(body_expression(text, self.vocabulary))
        return f"""(page.id IN (SELECT rowid & {ID_MASK} FROM search_text WHERE search_text MATCH {match_})
            OR page.id IN (SELECT owner.page_id FROM search_hidden JOIN search_hidden_page owner
                ON owner.id = search_hidden.rowid & {ID_MASK}
                WHERE search_hidden MATCH {match_} AND {self.sees("owner")}))"""

    def _text_of_one(self, text: Text) -> str:
        match_ = self._put(body_expression(text, self.vocabulary))
        ranked = f"(SELECT rank << {ID_BITS} FROM search_page WHERE search_page.page_id = page.id)"
        return f"""(EXISTS (SELECT 1 FROM search_text WHERE search_text MATCH {match_} AND rowid = {ranked} | page.id)
            OR EXISTS (SELECT 1 FROM search_hidden_page owner JOIN search_hidden
                ON search_hidden.rowid = {ranked} | owner.id
                WHERE owner.page_id = page.id AND search_hidden MATCH {match_} AND {self.sees("owner")}))"""

    def hidden_text(self, text: Text) -> str:
        """Return the condition that the page has the words behind a gate of its own that is passed."""
        match_ = self._put(body_expression(text, self.vocabulary))
        return f"""page.id IN (SELECT owner.page_id FROM search_hidden JOIN search_hidden_page owner
            ON owner.id = search_hidden.rowid & {ID_MASK}
            WHERE search_hidden MATCH {match_} AND {self.sees("owner")})"""

    def _tag(self, tag: str) -> str:
        key = lookup_key(tag)
        same, low, high = self._put(key), self._put(key + "/"), self._put(key + "/" + LONGEST)
        where = f"(tag.key = {same} OR tag.key BETWEEN {low} AND {high}) AND {self.sees('tag')}"
        return self._with_row("tag", where, is_common=self._has_many("tag", where))

    def _named(self, title: str, *, films: bool = False) -> str:
        """Return a query for the pages that a title means: of that name, else but for its article, else with its words.

        Args:
            title: The name, or words of one.
            films: Whether words are looked for in the names of films only.
        """
        name, key = self._put(identity(title)), self._put(lookup_key(title))
        exact = self._owners("name named", f"(named.identity = {name} OR named.key = {key})")
        if self._finds(exact):
            return exact
        bare = " ".join(without_article(lookup_key(title).split()))
        forms = self._among([bare, *(f"{article} {bare}" for article in ARTICLES)])
        but_for_article = self._owners("name named", f"named.key {forms}")
        if self._finds(but_for_article):
            return but_for_article
        words = [word.text for word in query_words(title)]
        if not words:
            return exact
        match_ = self._put(" AND ".join(quoted(word) for word in words) + " *")
        index = f"search_name CROSS JOIN name named ON named.id = search_name.rowid & {ID_MASK}"
        kinds = f" AND {self._kinds('owner', rumour=False)}" if films else ""
        return self._owners(index, f"search_name MATCH {match_}{kinds}")

    def _owners(self, tables: str, where: str) -> str:
        return f"""SELECT named.page_id FROM {tables} CROSS JOIN page owner ON owner.id = named.page_id
            WHERE {where} AND owner.deleted IS NULL AND {self.sees("named")} AND {self.sees("owner")}"""

    def _finds(self, query: str) -> bool:
        ((found,),) = self.snapshot.ask(f"SELECT EXISTS ({query})", self.parameters)
        return bool(found)

    def _targets(self, title: str, table: str, named: str) -> str:
        """Return a query for the targets that mean this title, whether or not there is a page.

        Args:
            title: The title.
            table: Whose rows have the targets: those with this very title, if a row has it, are meant alone.
            named: A query for the pages that the title means.
        """
        name, key = self._put(identity(title)), self._put(lookup_key(title))
        written = f"SELECT id FROM target WHERE identity = {name} OR key = {key}"
        owner = "source_id" if table == "link" else "page_id"
        has = f"""SELECT 1 FROM {table} CROSS JOIN page owner ON owner.id = {table}.{owner}
            WHERE {table}.target_id IN ({written}) AND owner.deleted IS NULL
            AND {self.sees(table)} AND {self.sees("owner")}"""
        exact = self._owners("name named", f"(named.identity = {name} OR named.key = {key})")
        if self._finds(has) and not self._finds(exact):
            return written
        return f"{written} OR page_id IN ({named})"

    def _film(self, title: str) -> str:
        named = self._named(title, films=True)
        return f"""page.id IN ({named}
            UNION SELECT fact.page_id FROM fact
                WHERE fact.target_id IN ({self._targets(title, "fact", named)}) AND {self.sees("fact")}
            UNION SELECT target.page_id FROM fact JOIN target ON target.id = fact.target_id
                WHERE fact.page_id IN ({named}) AND {self.sees("fact")})"""

    def _links_to(self, title: str) -> str:
        targets = self._targets(title, "link", self._named(title))
        return f"""page.id IN (SELECT link.source_id FROM link
            WHERE link.target_id IN ({targets}) AND {self.sees("link")})"""

    def _linked_from(self, title: str) -> str:
        return f"""page.id IN (SELECT target.page_id FROM link JOIN target ON target.id = link.target_id
            WHERE link.source_id IN ({self._named(title)}) AND {self.sees("link")})"""

    def _field(self, node: FieldHas) -> str:
        return "(" + " OR ".join(self._path(path, node) for path in node.paths) + ")"

    def _path(self, path: FieldPath, node: FieldHas) -> str:
        here = f"fact.field = {self._put(path.field)} AND fact.sub = {self._put(path.sub)} AND {self.sees('fact')}"
        value, is_common = self._value(path, node, here)
        if value.startswith("fact.page_id IN"):
            here = _by_page("fact", here)
        found = self._with_row("fact", f"{here} AND {value}", is_common=is_common)
        if not path.sub or path.type is FieldType.DATE:
            return found
        # A record tells of every page that it names, so that actor: finds the characters too.
        return f"""({found} OR page.id IN (SELECT target.page_id FROM fact CROSS JOIN fact beside
                ON beside.page_id = fact.page_id AND beside.field = fact.field AND beside.item = fact.item
            CROSS JOIN target ON target.id = beside.target_id
            WHERE {here} AND {value} AND {self.sees("beside")}))"""

    def _value(self, path: FieldPath, node: FieldHas, here: str) -> tuple[str, bool]:
        """Return the condition that a fact has the value, and whether many pages have such a fact."""
        if path.type in (FieldType.NUMBER, FieldType.BOOLEAN) and node.numbers is not None:
            return self._in_range("fact.number", node.numbers), False
        if path.type is FieldType.DATE and node.days is not None:
            return self._dates_in_range(node.days), False
        key = lookup_key(node.text)
        if path.type is FieldType.ENUM:
            value = f"fact.key >= {self._put(key)} AND fact.key < {self._put(key + LONGEST)}"
            return value, self._has_many("fact", f"{here} AND {value}")
        forms = ["%{}%"] if is_unspaced(key) else ["{}%", "% {}%", "%-{}%", "%({}%"]
        values = (self._put(form.format(_plain(key))) for form in forms)
        holds = " OR ".join(f"fact.key LIKE {value} ESCAPE '\\'" for value in values)
        match_ = self._put(f"fields : {quoted(*node.words)} *") if node.words else ""
        if not match_ or self._has_many("search_text", f"search_text MATCH {match_}"):
            return f"({holds})", True
        # The text index knows the few pages.
        return f"{self._in_pages_with(match_)} AND ({holds})", False

    def _with_row(self, table: str, where: str, *, is_common: bool = False) -> str:
        """Return the condition that the page has such a row.

        While somebody types, the first of many pages are wanted: then looking at one after the other beats listing all.
        """
        if is_common and not self.vocabulary.thorough:
            return self._exists(table, where if table == "fact" else _by_page(table, where))
        return f"page.id IN (SELECT {table}.page_id FROM {table} WHERE {where})"

    def _has_many(self, table: str, where: str) -> bool:
        if self.vocabulary.thorough:
            return False
        statement = f"SELECT count(*) FROM (SELECT 1 FROM {table} WHERE {where} LIMIT {FEW_PAGES})"
        ((count,),) = self.snapshot.ask(statement, self.parameters)
        return bool(count == FEW_PAGES)

    def _in_pages_with(self, match_: str) -> str:
        return f"""fact.page_id IN (
            SELECT rowid & {ID_MASK} FROM search_text WHERE search_text MATCH {match_}
            UNION SELECT owner.page_id FROM search_hidden CROSS JOIN search_hidden_page owner
                ON owner.id = search_hidden.rowid & {ID_MASK} WHERE search_hidden MATCH {match_})"""

    def _in_range(self, what: str, values: Range) -> str:
        conditions = [f"{what} IS NOT NULL"]
        if values.low is not None:
            conditions.append(f"{what} {'>' if values.open_low else '>='} {self._put(values.low)}")
        if values.high is not None:
            conditions.append(f"{what} {'<' if values.open_high else '<='} {self._put(values.high)}")
        return "(" + " AND ".join(conditions) + ")"

    def _dates_in_range(self, days: Range) -> str:
        """Return the condition that a date, which may be a whole year, meets the range."""
        conditions = ["fact.earliest IS NOT NULL"]
        if days.low is not None:
            conditions.append(_compared("fact.latest", ">" if days.open_low else ">=", self._put(days.low)))
        if days.high is not None:
            conditions.append(_compared("fact.earliest", "<" if days.open_high else "<=", self._put(days.high)))
        return "(" + " AND ".join(conditions) + ")"

    def _has(self, what: str, paths: Sequence[FieldPath]) -> str:
        match what:
            case "alias":
                return self._exists("name", f"NOT name.is_title AND {self.sees('name')}")
            case "tag":
                return self._exists("tag", self.sees("tag"))
            case "link":
                return f"EXISTS (SELECT 1 FROM link WHERE link.source_id = page.id AND {self.sees('link')})"
            case "backlink":
                return self._is_linked()
            case "text":
                return "page.words > 0"
            case _:
                wanted = " OR ".join(
                    f"(+fact.field = {self._put(path.field)} AND +fact.sub = {self._put(path.sub)})" for path in paths
                )
                return self._exists("fact", f"({wanted}) AND {self.sees('fact')}")

    def _exists(self, table: str, where: str) -> str:
        # A page's values of one field stand together in this index; SQLite would go through all values of the field.
        source = "fact INDEXED BY fact_page" if table == "fact" else table
        return f"EXISTS (SELECT 1 FROM {source} WHERE {table}.page_id = page.id AND {where})"

    def _is_linked(self) -> str:
        return f"""EXISTS (SELECT 1 FROM target CROSS JOIN link ON link.target_id = target.id
            WHERE target.page_id = page.id AND link.source_id <> page.id AND {self.sees("link")})"""

    def _is_orphan(self) -> str:
        if not self.few_pages:
            known = orphans(self.snapshot)
            listed = known.all if self.sees_all else known.seen
            if listed:
                return f"page.id IN (SELECT value FROM json_each({self._put(listed)}))"
        return f"NOT {self._is_linked()}"

    def _state(self, state: State, today: str) -> str:
        match state:
            case State.REDLINK if self.vocabulary.thorough and not self.few_pages:
                # All wanted titles have fewer links than all pages.
                return f"""page.id IN (SELECT link.source_id FROM target CROSS JOIN link ON link.target_id = target.id
                    WHERE target.page_id IS NULL AND {self.sees("link")})"""
            case State.REDLINK:
                return f"""EXISTS (SELECT 1 FROM link CROSS JOIN target ON target.id = link.target_id
                    WHERE link.source_id = page.id AND target.page_id IS NULL AND {self.sees("link")})"""
            case State.ORPHAN:
                return self._is_orphan()
            case State.CLAIM:
                return self._kinds(rumour=True)
            case State.FILM:
                return self._kinds(rumour=False)
            case State.DUE:
                return self._due(today)

    def _kinds(self, table: str = "page", *, rumour: bool) -> str:
        names = [
            name for name, kind in self.snapshot.visibility.kinds.items() if (kind.rumour if rumour else kind.is_film)
        ]
        return f"{table}.kind {self._among(names)}"

    def _due(self, today: str) -> str:
        settled = f"fact.field = 'status' AND fact.key <> 'open' AND {self.sees('fact')}"
        last, now = day_number("fact.latest"), day_number(self._put(today))
        due = f"fact.field = 'resolves_by' AND {last} < {now} AND {self.sees('fact')}"
        return f"({self._kinds(rumour=True)} AND NOT {self._exists('fact', settled)} AND {self._exists('fact', due)})"


def day_number(day: str) -> str:
    """Return an expression that sorts ISO days as `dates.sort_key` does; as text, years before Christ would not.

    Args:
        day: An expression of an ISO day.
    """
    year = f"CAST(substr({day}, 1, length({day}) - 6) AS INTEGER)"
    return f"({year} * 10000 + CAST(substr({day}, -5, 2) AS INTEGER) * 100 + CAST(substr({day}, -2) AS INTEGER))"


def _compared(day: str, sign: str, other: str) -> str:
    """Return the condition that compares days; years of four digits, as in `other`, compare as text, and faster."""
    by_number = f"{day_number(day)} {sign} {day_number(other)}"
    return f"(CASE WHEN length({day}) = 10 THEN {day} {sign} {other} ELSE {by_number} END)"


def _by_page(table: str, where: str) -> str:
    """Keep SQLite from going through all rows of a field or key for each page, which a plus before its name does."""
    return re.sub(rf"\b{table}\.(field|sub|key)\b", r"+\g<0>", where)


def _plain(text: str) -> str:
    """Return the text with what LIKE reads as signs made plain."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
