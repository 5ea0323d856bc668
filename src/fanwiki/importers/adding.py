"""Adds what an article says to a page that is there already, without touching what its author wrote.

What the page has stays: a field with a value keeps it, lists get the items they lack, the body gets the paragraphs it
lacks. Adding the same draft again changes nothing.
"""

from __future__ import annotations

import re
from dataclasses import replace

from fanwiki.domain.page import DEFAULT_KIND, PageSource, Value
from fanwiki.importers.draft import PageDraft

_HEADING = re.compile(r"^## (.+)$")


def can_add(present: PageSource, draft: PageDraft) -> bool:
    """Tell whether the draft speaks of what the page is about: a character is not the film of the same name."""
    return present.kind in (draft.source.kind, DEFAULT_KIND)


def add_to(present: PageSource, draft: PageDraft) -> PageSource:
    """Return the page with what the draft has and the page lacks; the page itself where `can_add` says no."""
    if not can_add(present, draft):
        return present
    fields = dict(present.fields)
    for name, value in draft.source.fields.items():
        fields[name] = _added(fields[name], value) if name in fields else value
    body = _added_body(present.body, draft.source.body)
    return replace(present, kind=draft.source.kind, fields=fields, body=body)


def _added(present: Value, new: Value) -> Value:
    """Return a field's value with the new items it lacks; a single value stays as it is."""
    if not isinstance(new, list):
        return new if present in (None, "", []) else present
    items: list[Value] = list(present) if isinstance(present, list) else [present] if present not in (None, "") else []
    for item in new:
        place = next((number for number, known in enumerate(items) if _tells_same(known, item)), None)
        if place is None:
            items.append(item)
        else:
            items[place] = _fuller(items[place], item)
    return items


def _tells_same(known: Value, item: Value) -> bool:
    """Tell whether two items say the same, or one says the same and more."""
    known, item = _bare(known), _bare(item)
    if isinstance(known, dict) and isinstance(item, dict):
        shared = known.keys() & item.keys()
        return bool(shared) and all(known[name] == item[name] for name in shared)
    return known == item


def _bare(value: Value) -> Value:
    """Return a value without the gate around it."""
    if isinstance(value, dict):
        if value.keys() == {"value", "gate"}:
            return value["value"]
        return {name: item for name, item in value.items() if name != "gate"}
    return value


def _fuller(known: Value, item: Value) -> Value:
    """Return a record with what the other adds to it."""
    if isinstance(known, dict) and isinstance(item, dict) and known.keys() != {"value", "gate"}:
        return {**item, **known} if not item.keys() <= known.keys() else known
    return known


def _added_body(present: str, new: str) -> str:
    body = present
    for heading, paragraph in _paragraphs(new):
        if paragraph not in body:
            body = _put(body, heading, paragraph)
    return body


def _paragraphs(body: str) -> list[tuple[str, str]]:
    """Return the paragraphs of a draft's body, each with the heading it stands under."""
    heading, found = "", []
    for part in body.strip("\n").split("\n\n"):
        match = _HEADING.match(part)
        if match:
            heading = match.group(1)
        elif part.strip():
            found.append((heading, part))
    return found


def _put(body: str, heading: str, paragraph: str) -> str:
    """Put a paragraph at the end of its section, or of the page when there is no such section yet."""
    start = re.search(rf"^## {re.escape(heading)}[ \t]*$", body, re.MULTILINE) if heading else None
    if start is None:
        head = f"## {heading}\n\n" if heading else ""
        before = f"{body.rstrip()}\n\n" if body.strip() else ""
        return f"{before}{head}{paragraph}\n"
    following = re.compile(r"^#{1,2} ", re.MULTILINE).search(body, start.end())
    end = following.start() if following else len(body)
    rest = body[end:]
    return f"{body[:end].rstrip()}\n\n{paragraph}\n" + (f"\n{rest}" if rest else "")
