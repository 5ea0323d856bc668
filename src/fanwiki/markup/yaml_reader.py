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
            raise BrokenYamlError("it holds more than one document")
    except (yaml.YAMLError, UnicodeError, ValueError) as error:
        raise BrokenYamlError(_reason(error)) from error
    return pairs


def _checked(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """Pass on the events that carry values; refuse what could multiply or run."""
    for event in events:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise BrokenYamlError("it uses anchors or aliases (& and *)")
        if isinstance(event, yaml.CollectionStartEvent) and event.tag not in (None, "!"):
            raise BrokenYamlError(f"it uses the tag {event.tag}")  # a list or record could not be written back with it
        if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent):
            yield event


def _pairs(events: Iterator[yaml.Event], text: str, depth: int) -> Iterator[tuple[str, Value]]:
    while not isinstance(event := next(events), yaml.MappingEndEvent):
        if not isinstance(event, yaml.ScalarEvent):
            raise BrokenYamlError("a name is a list or a record")
        name: str = event.value
        yield name, _value(next(events), events, text, depth)


def _value(event: yaml.Event, events: Iterator[yaml.Event], text: str, depth: int) -> Value:
    if isinstance(event, yaml.ScalarEvent):
        return _scalar(event)
    if depth >= MAX_DEPTH:
        raise BrokenYamlError(f"lists and records are nested deeper than {MAX_DEPTH}")
    if isinstance(event, yaml.MappingStartEvent):
        return _record(events, text, depth + 1)
    return _sequence(event, events, text, depth + 1)


def _record(events: Iterator[yaml.Event], text: str, depth: int) -> dict[str, Value]:
    record: dict[str, Value] = {}
    for name, value in _pairs(events, text, depth):
        if name in record:
            raise BrokenYamlError(f"“{name}” stands twice in one record")
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
    raise BrokenYamlError(f"it uses the tag {tag}")


def _reason(error: Exception) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem:
        place = f" in line {error.problem_mark.line + 2}" if error.problem_mark else ""
        return f"{error.problem}{place}"
    if isinstance(error, yaml.reader.ReaderError):
        return "it holds a character that YAML does not allow"
    return str(error)
