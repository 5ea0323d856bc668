"""Addresses in Markdown links: reading them, and telling pages of the wiki from the web."""

from __future__ import annotations

import re
from html import unescape
from urllib.parse import quote, unquote

ENTITY = r"&(?:#[xX][0-9a-fA-F]{1,6}|#[0-9]{1,7}|[a-zA-Z][a-zA-Z0-9]{0,31});"
PUNCTUATION = r"[!-/:-@\[-`{-~]"

_ESCAPED = re.compile(rf"\\({PUNCTUATION})|({ENTITY})")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:")
_WEB = re.compile(r"https?://|mailto:", re.I)
_UNSAFE = re.compile(r"[^!#$%&'()*+,\-./0-9:;=?@A-Z_a-z~]|%(?![0-9a-fA-F]{2})")
_SPACE = re.compile(r"[ \t\n]*")
_TITLE = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\))""", re.DOTALL)
_ANGLED = re.compile(r"<((?:[^<>\n\\]|\\.)*)>")
_BARE = re.compile(r"(?:[^ ()\\\x00\x01\x04-\x1f\x7f]|\\[!-~]|\\)*")


def plain(text: str) -> str:
    """Undo backslash escapes and character references."""
    if "\\" not in text and "&" not in text:
        return text
    return _ESCAPED.sub(lambda match: match[1] or unescape(match[2]), text)


def read_destination(text: str, position: int) -> tuple[str, int] | None:
    """Read a link destination as written; return it and where it ends."""
    angled = _ANGLED.match(text, position)
    if angled:
        return angled[1], angled.end()
    if text.startswith("<", position):
        return None
    start, depth = position, 0
    while True:
        position = _matched_end(_BARE, text, position)
        sign = text[position : position + 1]
        if sign == "(" and depth < 32:
            depth += 1
        elif sign == ")" and depth:
            depth -= 1
        else:
            break
        position += 1
    return (text[start:position], position) if depth == 0 else None


def read_title(text: str, position: int) -> tuple[str, int] | None:
    """Read a link title as written, without its quotes; return it and where it ends."""
    match = _TITLE.match(text, position)
    return (match[1][1:-1], match.end()) if match else None


def skip_space(text: str, position: int) -> int:
    """Return where the white space at a position ends."""
    return _matched_end(_SPACE, text, position)


def _matched_end(pattern: re.Pattern[str], text: str, position: int) -> int:
    match = pattern.match(text, position)
    return match.end() if match else position


def is_web(address: str) -> bool:
    """Tell whether an address leads out of the wiki, to where links may lead."""
    return bool(_WEB.match(address))


def address(destination: str) -> str:
    """Return the address a link gets: of the web, of a page (``wiki:``), or empty when it may not lead there.

    Addresses without a scheme are pages and files of the wiki. ``//host`` and its like would leave it, and on
    Windows send the user's log-on to a stranger's computer.
    """
    if is_web(destination):
        return encode(destination)
    if not destination or _SCHEME.match(destination) or destination[:2] in ("//", "/\\", "\\/", "\\\\"):
        return ""
    target, _, place = destination.removeprefix("/").partition("#")
    return wiki_address(unquote(target).removesuffix(".md"), unquote(place))


def wiki_address(target: str, place: str = "") -> str:
    """Return the unresolved address of a page, a heading in it, or a block (``^id``)."""
    return f"wiki:{quote(target, safe='')}" + (f"#{quote(place, safe='^')}" if place else "")


def film_address(name: str) -> str:
    """Return the unresolved address of a film that a spoiler names."""
    return f"film:{quote(name, safe='')}"


def tag_address(name: str) -> str:
    """Return the unresolved address of a tag's page."""
    return f"tag:{quote(name, safe='/')}"


def encode(url: str) -> str:
    """Percent-encode what an address may not hold, and nothing that is encoded already."""
    return _UNSAFE.sub(lambda match: quote(match[0].encode("utf-8", "replace"), safe=""), url)
