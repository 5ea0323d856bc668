"""Finds what is being typed: a link, a tag, a slash insert; plain text in, no widget."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

_LINK = re.compile(r"(?P<embed>!)?\[\[(?P<typed>[^\[\]|\n]{0,120})$")
_TAG = re.compile(r"(?:^|[\s(])#(?P<typed>[\w/-]{0,60})$")
_SLASH = re.compile(r"(?:^|\s)/(?P<typed>[\w :]{0,32})$")
_FENCE = re.compile(r" {0,3}(?:>[ \t]?)*(`{3,}|~{3,})")


class Wanted(Enum):
    """What the popup should offer."""

    TITLE = "title"
    EMBED = "embed"
    TAG = "tag"
    INSERT = "insert"


@dataclass(frozen=True, slots=True)
class Trigger:
    """A place where completion helps.

    Args:
        wanted: What to offer.
        typed: What was typed so far.
        length: How many characters before the caret the choice replaces.
    """

    wanted: Wanted
    typed: str
    length: int


def find_trigger(line: str) -> Trigger | None:
    """Say what the end of a line asks for.

    Args:
        line: The line's text up to the caret.
    """
    if _in_code(line):
        return None
    link = _LINK.search(line)
    if link is not None:
        wanted = Wanted.EMBED if link["embed"] else Wanted.TITLE
        return Trigger(wanted, link["typed"], len(link["typed"]))
    tag = _TAG.search(line)
    if tag is not None and tag["typed"]:
        return Trigger(Wanted.TAG, tag["typed"], len(tag["typed"]))
    slash = _SLASH.search(line)
    if slash is not None:
        return Trigger(Wanted.INSERT, slash["typed"], len(slash["typed"]) + 1)
    return None


def _in_code(line: str) -> bool:
    return line.count("`") % 2 == 1 or _FENCE.match(line) is not None
