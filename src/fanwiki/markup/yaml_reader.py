"""Reads the YAML of front matter under a schema like JSON's, from PyYAML's events.

Events instead of PyYAML's own loaders: those turn dates and ``yes`` into objects, follow aliases (a page of a few
hundred bytes can be a list of billions), recurse until Python gives up, and drop double keys without a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import yaml

from fanwiki.domain.page import Value
from fanwiki.wording import phrase

MAX_DEPTH = 60
"""How deep lists and records may be nested in one another."""

_FAST: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_HALF_CHARACTER = re.compile(r"\\u[dD][89a-fA-F]")  # libyaml refuses surrogates even when they are escaped
_INTEGER = re.compile(r"[-+]?(?:0|[1-9][0-9]{0,400})")
_FLOAT = re.compile(r"[-+]?(?:[0-9]+\.[0-9]*|\.[0-9]+|[0-9]+(?=[eE]))(?:[eE][-+]?[0-9]+)?")
_NAMED: dict[str, Value] = {
    "": None,
    "~": None,
    "null": None,
    "Null": None,
    "NULL": None,
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
    ".inf": float("inf"),
    "+.inf": float("inf"),
    "-.inf": float("-inf"),
    ".nan": float("nan"),
}
_BARE_LINK = re.compile(r"\[\[[^\[\]{}\"'\n]+\]\]")


class BrokenYamlError(ValueError):
    """The text is no YAML, or none that a page may hold; the message says what, without a full stop."""


def plain_value(text: str) -> Value:
    """Return what an unquoted word means."""
    if text in _NAMED:
        return _NAMED[text]
    if _INTEGER.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return text


def read_pairs(text: str) -> list[tuple[str, Value]] | None:
    """Return the keys and values of a mapping, double keys included; None when the text holds something else.

    Raises:
        BrokenYamlError: It cannot be read.
    """
    try:
        loader = yaml.SafeLoader if _HALF_CHARACTER.search(text) else _FAST
        events = _checked(yaml.parse(text, Loader=loader))
        first = next(events, None)
        if first is None:
            return []
        if not isinstance(first, yaml.MappingStartEvent):
            empty = isinstance(first, yaml.ScalarEvent) and first.value == "" and not first.style
            return [] if empty else None
        pairs = list(_pairs(events, text, 1))
        if next(events, None) is not None:
            raise BrokenYamlError(phrase("it holds more than one document"))
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        raise BrokenYamlError(_reason(error, text)) from error
    return pairs


def _checked(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """Pass on the events that carry values; refuse what could multiply or run."""
    for event in events:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BrokenYamlError(phrase("it uses anchors or aliases (& and *)"))
        if isinstance(event, yaml.CollectionStartEvent) and event.tag not in (None, "!"):
            raise _tagged(event.tag)  # a list or record could not be written back with it
        if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            yield event


def _pairs(events: Iterator[yaml.Event], text: str, depth: int) -> Iterator[tuple[str, Value]]:
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent):
            raise BrokenYamlError(phrase("a name is a list or a record"))
        name: str = event.value
        yield name, _value(next(events), events, text, depth)


def _value(event: yaml.Event, events: Iterator[yaml.Event], text: str, depth: int) -> Value:
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if depth >= MAX_DEPTH:
        raise BrokenYamlError(phrase("lists and records are nested deeper than %1", MAX_DEPTH))
    if isinstance(event, yaml.MappingStartEvent):
        return _record(events, text, depth + 1)
    return _sequence(event, events, text, depth + 1)


def _record(events: Iterator[yaml.Event], text: str, depth: int) -> dict[str, Value]:
    record: dict[str, Value] = {}
    for name, value in _pairs(events, text, depth):
        if name in record:
            raise BrokenYamlError(phrase("“%1” stands twice in one record", name))
        record[name] = value
    return record


def _sequence(start: Any, events: Iterator[yaml.Event], text: str, depth: int) -> Value:
    items: list[Value] = []
    event: Any
    while not isinstance(event := next(events), yaml.SequenceEndEvent):
        items.append(_value(event, events, text, depth))
    if start.flow_style and len(items) == 1 and not isinstance(items[0], str):
        end: Any = event.end_mark
        written = text[start.start_mark.index : end.index]
        if _BARE_LINK.fullmatch(written):
            return written
    return items


def _scalar(event: Any) -> Value:
    tag: str | None = event.tag
    if event.implicit[0] and not event.style and tag in (None, "!"):
        return plain_value(event.value)
    if tag in (None, "!", "tag:yaml.org,2002:str"):
        return str(event.value)
    raise _tagged(tag)


def _tagged(tag: str | None) -> BrokenYamlError:
    return BrokenYamlError(phrase("it uses the tag %1", tag))


def _reason(error: Exception, text: str) -> str:
    """Say what is wrong, in words of ours: PyYAML's are for programmers, and differ between its two parsers."""
    if isinstance(error, BrokenYamlError):
        return str(error)
    if not isinstance(error, yaml.MarkedYAMLError) or error.problem_mark is None:
        return phrase("it holds a character that YAML does not allow")
    here, begun = error.problem_mark, error.context_mark or error.problem_mark
    problem = f"{error.problem}{_at_tab(text, here)}"
    told, mark = next((told, mark) for sign, told, mark in _reasons(begun, here) if sign in problem)
    return phrase(told, mark.line + 2)  # the first line is the one above the front matter


def _at_tab(text: str, here: Any) -> str:
    """Say that a line begins with a tab, of which libyaml only tells that it is no token."""
    line = text.split("\n")[here.line : here.line + 1]
    return ": a tab" if line and line[0].lstrip(" ").startswith("\t") else ""


def _reasons(begun: Any, here: Any) -> tuple[tuple[str, str, Any], ...]:
    """Return what PyYAML says, what it means, and where that is: where something begins, or where it goes wrong."""
    return (
        ("mapping values", phrase("line %1 has a colon where none is due; a value with a colon needs quotes"), here),
        ("of stream", phrase("the quotes that begin in line %1 do not end"), begun),
        ("',' or", phrase("the bracket in line %1 does not end, or has no comma between two values"), begun),
        ("find expected ':'", phrase("line %1 has a name without a colon"), begun),
        ("a tab", phrase("line %1 is indented by a tab"), here),
        ("any token", phrase("line %1 has a value that needs quotes, since it begins with a sign of YAML's"), here),
        ("document start", phrase("it holds more than one document"), here),
        ("escape", phrase("line %1 has a backslash between double quotes; single quotes keep it as it is"), here),
        ("", phrase("line %1 is no YAML"), here),
    )
