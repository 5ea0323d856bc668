"""Takes template calls apart with `mwparserfromhell`.

It is given one call at a time, which `outline` has found to end, and only the signs that part a call: other signs that
begin something, such as ``[http`` or ``<b>``, are covered up, since for those that never end it would try in vain.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mwparserfromhell.nodes import Template
from mwparserfromhell.parser import Parser, ParserError

from fanwiki.importers.mediawiki.wikitext.outline import COVERED_TAG, cover_tags

MAX_LENGTH = 200_000
"""A longer call is kept as it is."""

_MAX_NESTED = 4000

_COVERED = str.maketrans(
    {
        "<": "\x04",
        ">": "\x05",
        "&": "\x06",
        "~": "\x07",
        "#": "\x0e",
        ":": "\x0f",
        "*": "\x10",
        ";": "\x11",
        "!": "\x12",
    }
    | {"-": "\x13", "'": "\x14"}
)
_UNCOVERED = str.maketrans({new: chr(old) for old, new in _COVERED.items()} | {"\x15": "[", "\x16": "]", "\x17": "{"})
_LONE_BRACKET = re.compile(r"(?<!\[)\[(?!\[)|(?<=\[\[)\[")
_LONE_CLOSING = re.compile(r"(?<!\])\](?!\])")
_NESTED = re.compile(r"\{\{|\[\[|<")
_TABLE = re.compile(r"\{(?=\|)(?<!\{\{)")
_FUNCTION = re.compile(
    r"\s*(#[\w-]+|(?:lc|uc|lcfirst|ucfirst|ns|nse|urlencode|anchorencode|formatnum|plural|grammar|gender|int|padleft|padright"
    r"|displaytitle|defaultsort|defaultsortkey|defaultcategorysort|fullurl|localurl|canonicalurl|filepath|tag|pagename"
    r"|fullpagename|basepagename|subpagename|namespace|msg|subst|safesubst|raw|msgnw)(?=\s*:))\s*:",
    re.IGNORECASE,
)
_ENTRY = re.compile(r"\s*([^=]*?)\s*=(.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Call:
    """A call as written.

    Args:
        name: What stands before the first bar.
        parts: What stands between the bars: a name (empty if there is none) and a raw value.
    """

    name: str
    parts: tuple[tuple[str, str], ...]

    @property
    def params(self) -> tuple[tuple[str, str], ...]:
        """Names and raw values; values without a name get numbers, later ones replace earlier ones."""
        found: dict[str, str] = {}
        position = 0
        for name, value in self.parts:
            if name:
                found[name] = value.strip()
            else:
                position += 1
                found[str(position)] = value
        return tuple(found.items())

    @property
    def pieces(self) -> list[str]:
        """What stands between the bars, whole, as parser functions want it."""
        return [f"{name}={value}" if name else value for name, value in self.parts]


def read_call(inner: str) -> Call | None:
    """Take apart what stands between ``{{`` and ``}}``; None when it is too long or too deep.

    A parser function's name ends at the colon, which is kept; what follows is its first part.
    """
    function = _FUNCTION.match(inner)
    if function:
        call = read_call(f"f|{inner[function.end() :]}")
        return Call(f"{function[1].strip().lower()}:", call.parts) if call else None
    if "|" not in inner or not _NESTED.search(inner):
        name, *parts = inner.split("|") if "|" in inner else (inner,)
        return Call(name.strip(), tuple(map(_entry, parts)))
    if len(inner) > MAX_LENGTH or inner.count("{{") + inner.count("[[") > _MAX_NESTED:
        return None
    if "<" not in inner:
        return _parsed(inner)
    covered, tags = cover_tags(inner)
    call = _parsed(covered)
    if call is None or not tags:
        return call
    return Call(_bared(call.name, tags), tuple((_bared(name, tags), _bared(value, tags)) for name, value in call.parts))


def _parsed(inner: str) -> Call | None:
    covered = _TABLE.sub("\x17", inner.translate(_COVERED))
    covered = _LONE_CLOSING.sub("\x16", _LONE_BRACKET.sub("\x15", covered))
    try:
        parser = Parser()  # type: ignore[no-untyped-call]  # the library has no types
        nodes = parser.parse(f"{{{{{covered}}}}}", skip_style_tags=True).nodes  # type: ignore[no-untyped-call]
    except (ParserError, RecursionError):
        return None
    if len(nodes) != 1 or not isinstance(nodes[0], Template):
        return None
    template = nodes[0]
    parts = (
        (str(param.name).translate(_UNCOVERED).strip() if param.showkey else "", str(param.value).translate(_UNCOVERED))
        for param in template.params
    )
    return Call(str(template.name).translate(_UNCOVERED).strip(), tuple(parts))


def _bared(text: str, tags: list[str]) -> str:
    return COVERED_TAG.sub(lambda match: tags[int(match[1])], text) if "\x18" in text else text


def _entry(part: str) -> tuple[str, str]:
    found = _ENTRY.match(part)
    return (found[1], found[2]) if found and found[1] else ("", part)
