"""Makes plain text read as itself in our Markdown and in HTML blocks."""

from __future__ import annotations

import re
from html import escape

_SIGNS = re.compile(
    r"[\\`*\[<$^]"
    r"|(?<![^\W_])_+|_+(?![^\W_])"
    r"|&(?=#?\w+;)"
    r"|(?<=~)~|~(?=~)|(?<==)=|=(?==)|(?<=%)%|%(?=%)|(?<=:):"
    r"|\|"
    r"|\#(?!\d+(?![\w/-]))(?=\S)|\#$"
    r"|(?<=\w)@(?=\w)"
)
_DIGIT = re.compile(r"\d")
_LINE_START = re.compile(r"(?:[-+>=]|(\d{1,9})[.)](?=\s|$)|:-|#{1,6}(?=\s|$))")
_IN_HTML = re.compile(
    r"(?<=\[)\[|(?<=\|)\||`|(?<=%)%|(?<=:):|\$|\#(?=\S)|!(?=$|\[)|\|$|^\||\[$|^\[|\\|\*|~|=(?==)|\^|_|@"
)


def markdown_text(text: str) -> str:
    """Return text that Markdown reads as it is, anywhere within a line, in tables too."""
    return _SIGNS.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    sign = match[0]
    if sign == "|":
        return _bar(match)
    if sign == "$":
        # A sum of money begins no formula: what closes one has no digit behind it, so two of them cannot pair.
        text, end = match.string, match.end()
        return sign if _DIGIT.match(text, end) and text[end - 2 : end - 1] != "$" else "\\$"
    if sign == "@":
        return sign
    return "".join(f"\\{char}" for char in sign)


def _bar(match: re.Match[str]) -> str:
    """Return a bar that begins neither a cell nor a spoiler."""
    return "&#124;"


def line_start(line: str) -> str:
    """Return a line of Markdown that begins no block."""
    found = _LINE_START.match(line)
    if not found:
        return line
    place = found.end(1) if found[1] else 0
    return f"{line[:place]}\\{line[place:]}"


def html_text(text: str) -> str:
    """Return text for raw HTML in Markdown, in which wiki links and spoilers are read."""
    return _IN_HTML.sub(lambda match: f"&#{ord(match[0])};", escape(text, quote=False))


def label_text(text: str) -> str:
    """Return text for the label of a wiki link, which holds no brackets, bars or line ends."""
    escaped = markdown_text(text.replace("\n", " "))
    return escaped.replace("\\[", "&#91;").replace("[", "&#91;").replace("]", "&#93;")


def plain_label(text: str) -> str:
    """Return text for a place that is not read as Markdown: the description of a picture."""
    return re.sub(r"[\[\]|\n]", " ", text).strip()
