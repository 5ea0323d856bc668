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

_WHERE = {
    Scope.ANYWHERE: "",
    Scope.NAMES: " in the title or an alias",
    Scope.HEADINGS: " in a heading",
    Scope.BODY: " in the text",
}
_STATES = {
    State.REDLINK: "links to a page that does not exist",
    State.ORPHAN: "nothing links to it",
    State.CLAIM: "is a claim",
    State.DUE: "is a claim that is due for resolution",
    State.FILM: "is a film",
}
_NOT_STATES = {
    State.REDLINK: "all its links lead somewhere",
    State.ORPHAN: "something links to it",
    State.CLAIM: "is no claim",
    State.DUE: "is no claim that is due",
    State.FILM: "is no film",
}
_PARTS = {"alias": "an alias", "tag": "a tag", "link": "a link", "backlink": "a link to it", "text": "text"}


def explain(query: Query) -> str:
    """Return one sentence that begins “Understood as”, and the query's notes after it."""
    said = "Understood as all pages" if query.root is None else f"Understood as pages: {_say(query.root)}"
    if query.sort:
        said += ", sorted by " + ", then ".join(_say_sort(sort) for sort in query.sort)
    if query.limit is not None:
        said += f", the first {query.limit}"
    if query.stems is not None:
        said += ", other forms of English words included" if query.stems else ", words in just this form"
    return " ".join((said + ".", *query.notes))


def _say(node: Node) -> str:
    match node:
        case And(parts):
            return " and ".join(f"({_say(part)})" if isinstance(part, Or) else _say(part) for part in parts)
        case Or(parts):
            return " or ".join(f"({_say(part)})" if isinstance(part, And) else _say(part) for part in parts)
        case Not(part):
            return _say_not(part)
        case Text():
            return _say_text(node)
        case _:
            return _say_filter(node)


def _say_not(node: Node) -> str:
    match node:
        case Text():
            return f"without {_say_text(node, bare=True)}"
        case Is(state):
            return _NOT_STATES[state]
        case KindIs(label=label):
            return f"of any kind but {label}"
        case Has(what, _, label):
            return f"without {_PARTS.get(what) or label}"
        case _:
            return f"not ({_say(node)})"


def _say_text(text: Text, *, bare: bool = False) -> str:
    written = text.text if text.exact or len(text.words) > 1 else text.words[0]
    said = f"“{written}”"
    if text.begins:
        said = f"a word that begins with {said}" if len(text.words) == 1 else f"words that begin with {said}"
    elif len(text.words) > 1:
        said = f"the phrase {said}"
    return ("" if bare else "with ") + said + _WHERE[text.scope]


def _say_filter(node: Filter) -> str:  # noqa: PLR0911  (one sentence for each kind of filter)
    match node:
        case KindIs(label=label):
            return f"of kind {label}"
        case TagIs(tag):
            return f"tagged “{tag}”"
        case FilmIs(title):
            return f"belonging to the film “{title}”"
        case FieldHas():
            return _say_field(node)
        case Has(what, _, label):
            return f"with {_PARTS.get(what) or label}"
        case DateIs(which, days, _):
            verb = "created" if which is PageDate.CREATED else "last changed"
            return f"{verb} {_say_range(days)}"
        case LinksTo(title):
            return f"linking to “{title}”"
        case LinkedFrom(title):
            return f"that “{title}” links to"
        case Is(state):
            return _STATES[state]


def _say_field(node: FieldHas) -> str:
    if node.words:
        return f"with {node.label} “{node.text}”"
    values = node.days if node.numbers is None else node.numbers
    if node.label == "Year" and node.days is not None:
        return f"dated {_say_range(node.days)}"
    return f"with {node.label} {_say_range(values)}" if values else f"with {node.label}"


def _say_range(values: Range) -> str:
    if (years := _years(values)) is not None:
        return years
    low, high = (_say_end(end) for end in (values.low, values.high))
    if values.low == values.high:
        return low if isinstance(values.low, float) else f"on {low}"
    after, before = ("above", "below") if isinstance(values.low or values.high, float) else ("after", "before")
    if values.high is None:
        return f"{after} {low}" if values.open_low else f"from {low}"
    if values.low is None:
        return f"{before} {high}" if values.open_high else f"up to {high}"
    return f"from {low} to {high}"


def _years(values: Range) -> str | None:
    """Say a range of whole years in years; None when it is none."""
    first, last = "-01-01", "-12-31"
    low, high = str(values.low or ""), str(values.high or "")
    starts = low.removesuffix(last if values.open_low else first)
    ends = high.removesuffix(first if values.open_high else last)
    if low == high or (low and starts == low) or (high and ends == high):
        return None
    if not high:
        return f"after {starts}" if values.open_low else f"from {starts}"
    if not low:
        return f"before {ends}" if values.open_high else f"up to {ends}"
    return f"in {starts}" if starts == ends else f"from {starts} to {ends}"


def _say_end(end: float | str | None) -> str:
    return f"{end:g}" if isinstance(end, float) else str(end)


def _say_sort(sort: Sort) -> str:
    return (sort.label or sort.by) + (", last first" if sort.descending else "")
