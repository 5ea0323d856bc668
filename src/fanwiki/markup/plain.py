"""Markdown's signs taken off a piece of text, so that its words remain."""

from __future__ import annotations

import re
from html import unescape

_DIRTY = re.compile(r"[*_=~&\n]")
_LINE_START = re.compile(r"\n[ \t]*(?:>[ \t>]*)?")
_OUTER = re.compile(r"(?<![^\W_])[*_]+|[*_]+(?![^\W_])")
_STARS = re.compile(r"\*+")


def clean(text: str, *, quoted: bool = False) -> str:
    """Return text without emphasis, highlight and strike marks, with character references read.

    Args:
        text: Text in which links, code and the like are no more.
        quoted: Whether its lines begin with the marks of quotes.
    """
    if not _DIRTY.search(text):
        return text
    if quoted and "\n" in text:
        text = _LINE_START.sub("\n", text)
    if "*" in text or "_" in text:
        text = _OUTER.sub("", text)
        if text.count("*") > 1:  # one alone is a star, as in 2*3
            text = _STARS.sub("", text)
    for sign in ("==", "~~"):
        if text.count(sign) > 1:
            text = text.replace(sign, "")
    return unescape(text) if "&" in text else text


def tidy(text: str) -> str:
    """Return text with every run of white space as one space, and none at its ends."""
    return " ".join(text.split())
