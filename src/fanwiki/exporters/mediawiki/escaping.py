"""Text that wikitext takes as text, whatever stands in it."""

from __future__ import annotations

import re

_MARKUP = re.compile(
    r"<|&(?=#?\w+;)|\[(?=\[|(?:https?|ftps?|mailto|news|irc)?:|//|\Z)|\](?=\]|\Z)|\A\]|\{(?=\{|\||\Z)|\}(?=\})"
    r"|\A[}']|\|(?=\})|'(?='|\Z)|~(?=~~)|_(?=_[A-Z])|-(?=\{)|\b[RPI](?=(?:FC|MID|SBN)\s+\d)"
)
_LINE_START = re.compile(r"^(?:[*#:;=!|]|\{\||----| (?=\S))")
_BARS = re.compile(r"\|")
_EXCLAIMED = re.compile(r"!(?=!)")


def escaped(text: str) -> str:
    """Return text with what would be markup, by itself or with what stands beside it, written as entities."""
    return _MARKUP.sub(lambda match: _entity(match[0]), text)


def escaped_start(line: str) -> str:
    """Return a line whose beginning makes no list, heading, table or rule of it."""
    return _LINE_START.sub(lambda match: _entity(match[0][0]) + match[0][1:], line)


def escaped_cell(text: str) -> str:
    """Return text for a cell of a table, in which a bar would begin the next one."""
    return _EXCLAIMED.sub("&#33;", _outside_links(text))


def escaped_first(text: str) -> str:
    """Return the text of a cell whose first character does not begin a row or a table."""
    return _entity(text[0]) + text[1:] if text[:1] in ("-", "+", "}") else text


def escaped_value(text: str) -> str:
    """Return wikitext for the value of a template's parameter, in which a bar would begin the next one."""
    return _outside_links(text)


def _outside_links(text: str) -> str:
    """Write bars as entities, but not those in links: they are read before the template or table is."""
    pieces = re.split(r"(\[\[[^\[\]\n]*\]\])", text)
    return "".join(piece if piece.startswith("[[") else _BARS.sub("&#124;", piece) for piece in pieces)


def _entity(char: str) -> str:
    return {"<": "&lt;", "&": "&amp;"}.get(char) or f"&#{ord(char)};"
