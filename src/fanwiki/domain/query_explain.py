"""Says in words how a query was understood."""

from __future__ import annotations

from fanwiki.domain.query_tree import (
    And,
    DateIs,
    FieldHas,
    FilmIs,
    Filter,
    Has,
    Is,
    KindIs,
    LinkedFrom,
    LinksTo,
    Node,
    Not,
    Or,
    PageDate,
    Query,
    Range,
    Scope,
    Sort,
    State,
    TagIs,
    Text,
)
from fanwiki.wording import mark, say, say_label

_WHERE = {
    Scope.ANYWHERE: "",
    Scope.NAMES: mark(" in the title or an alias"),
    Scope.HEADINGS: mark(" in a heading"),
    Scope.BODY: mark(" in the text"),
}
_STATES = {
    State.REDLINK: mark("links to a page that does not exist"),
    State.ORPHAN: mark("nothing links to it"),
    State.CLAIM: mark("is a claim"),
    State.DUE: mark("is a claim that is due for resolution"),
    State.FILM: mark("is a film"),
}
_NOT_STATES = {
    State.REDLINK: mark("all its links lead somewhere"),
    State.ORPHAN: mark("something links to it"),
    State.CLAIM: mark("is no claim"),
    State.DUE: mark("is no claim that is due"),
    State.FILM: mark("is no film"),
}
_PARTS = {
    "alias": mark("an alias"),
    "tag": mark("a tag"),
    "link": mark("a link"),
    "backlink": mark("a link to it"),
    "text": mark("text"),
}


def explain(query: Query) -> str:
    """Return one sentence that begins “Understood as”, and the query's notes after it."""
    told = say("Understood as all pages") if query.root is None else say("Understood as pages: %1", _say(query.root))
    if query.sort:
        told += say(", sorted by %1", say(", then ").join(_say_sort(sort) for sort in query.sort))
    if query.limit is not None:
        told += say(", the first %1", query.limit)
    if query.stems is not None:
        told += say(", other forms of English words included") if query.stems else say(", words in just this form")
    return " ".join((told + ".", *query.notes))


def _say(node: Node) -> str:
    match node:
        case And(parts):
            return say(" and ").join(f"({_say(part)})" if isinstance(part, Or) else _say(part) for part in parts)
        case Or(parts):
            return say(" or ").join(f"({_say(part)})" if isinstance(part, And) else _say(part) for part in parts)
        case Not(part):
            return _say_not(part)
        case Text():
            return _say_text(node)
        case _:
            return _say_filter(node)


def _say_not(node: Node) -> str:
    match node:
        case Text():
            return say("without %1", _say_text(node, bare=True))
        case Is(state):
            return say(_NOT_STATES[state])
        case KindIs(label=label):
            return say("of any kind but %1", _labels(label))
        case Has(what, _, label):
            return say("without %1", _part(what, label))
        case _:
            return say("not (%1)", _say(node))


def _part(what: str, label: str) -> str:
    return say(_PARTS[what]) if what in _PARTS else say_label(label)


def _labels(label: str) -> str:
    """Say the kinds that one name may mean."""
    return say(" or ").join(map(say_label, label.split(" or ")))


def _say_text(text: Text, *, bare: bool = False) -> str:
    written = text.text if text.exact or len(text.words) > 1 else text.words[0]
    told = f"“{written}”"
    if text.begins and len(text.words) == 1:
        told = say("a word that begins with %1", told)
    elif text.begins:
        told = say("words that begin with %1", told)
    elif len(text.words) > 1:
        told = say("the phrase %1", told)
    told += say(_WHERE[text.scope])
    return told if bare else say("with %1", told)


def _say_filter(node: Filter) -> str:  # noqa: PLR0911  (one sentence for each kind of filter)
    match node:
        case KindIs(label=label):
            return say("of kind %1", _labels(label))
        case TagIs(tag):
            return say("tagged “%1”", tag)
        case FilmIs(title):
            return say("belonging to the film “%1”", title)
        case FieldHas():
            return _say_field(node)
        case Has(what, _, label):
            return say("with %1", _part(what, label))
        case DateIs(which, days, _):
            told = _say_range(days)
            return say("created %1", told) if which is PageDate.CREATED else say("last changed %1", told)
        case LinksTo(title):
            return say("linking to “%1”", title)
        case LinkedFrom(title):
            return say("that “%1” links to", title)
        case Is(state):
            return say(_STATES[state])


def _say_field(node: FieldHas) -> str:
    label = say_label(node.label)
    if node.words:
        return say("with %1 “%2”", label, node.text)
    values = node.days if node.numbers is None else node.numbers
    if node.label == "Year" and node.days is not None:
        return say("dated %1", _say_range(node.days))
    return say("with %1", f"{label} {_say_range(values)}" if values else label)


def _say_range(values: Range) -> str:
    if (years := _years(values)) is not None:
        return years
    low, high = (_say_end(end) for end in (values.low, values.high))
    if values.low == values.high:
        return low if isinstance(values.low, float) else say("on %1", low)
    if values.high is not None and values.low is not None:
        return say("from %1 to %2", low, high)
    is_number = isinstance(values.low or values.high, float)
    if values.high is None:
        beyond = say("above %1", low) if is_number else say("after %1", low)
        return beyond if values.open_low else say("from %1", low)
    below = say("below %1", high) if is_number else say("before %1", high)
    return below if values.open_high else say("up to %1", high)


def _years(values: Range) -> str | None:
    """Say a range of whole years in years; None when it is none."""
    first, last = "-01-01", "-12-31"
    low, high = str(values.low or ""), str(values.high or "")
    starts = low.removesuffix(last if values.open_low else first)
    ends = high.removesuffix(first if values.open_high else last)
    if low == high or (low and starts == low) or (high and ends == high):
        return None
    if not high:
        return say("after %1", starts) if values.open_low else say("from %1", starts)
    if not low:
        return say("before %1", ends) if values.open_high else say("up to %1", ends)
    return say("in %1", starts) if starts == ends else say("from %1 to %2", starts, ends)


def _say_end(end: float | str | None) -> str:
    return f"{end:g}" if isinstance(end, float) else str(end)


def _say_sort(sort: Sort) -> str:
    name = say_label(sort.label or sort.by)
    return say("%1, last first", name) if sort.descending else name
