"""Blocks of raw HTML, by CommonMark's rules (section 4.6), and the wiki links in them.

Markdown in them is not read. Wiki links, spoilers and masks are: the scanner finds them there as anywhere, so they must
be links and stay hidden there too. It is how a table with cells over several rows gets its links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from fanwiki.markup.extensions.embeds import WIKI_LINK, wiki_element
from fanwiki.markup.extensions.leaves import Taken
from fanwiki.markup.extensions.spoilers import withheld
from fanwiki.markup.extensions.tree import MASK, raw_html, unswallowing, words
from fanwiki.markup.wikilink import read_link

_HTML_BLOCKS = words(
    "address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link "
    "main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead "
    "title tr track ul"
)
ATTRIBUTE = r"""\s+[a-zA-Z_:][\w.:-]*(?:\s*=\s*(?:[^\s"'=<>`]+|'[^']*'|"[^"]*"))?"""
OPEN_TAG = rf"<[a-zA-Z][a-zA-Z0-9-]*(?:{ATTRIBUTE})*\s*/?>"
CLOSE_TAG = r"</[a-zA-Z][a-zA-Z0-9-]*\s*>"
_HTML_STARTS = (
    (
        re.compile(r" {0,3}<(?:script|pre|style|textarea)(?=[\s>]|$)", re.I),
        re.compile(r"</(?:script|pre|style|textarea)>", re.I),
    ),
    (re.compile(r" {0,3}<!--"), re.compile(r"-->")),
    (re.compile(r" {0,3}<\?"), re.compile(r"\?>")),
    (re.compile(r" {0,3}<![a-zA-Z]"), re.compile(r">")),
    (re.compile(r" {0,3}<!\[CDATA\["), re.compile(r"\]\]>")),
    (re.compile(rf" {{0,3}}</?(?:{'|'.join(sorted(_HTML_BLOCKS))})(?=\s|/?>|$)", re.I), None),
)
_LONE_TAG = re.compile(rf" {{0,3}}(?:{OPEN_TAG}|{CLOSE_TAG})\s*$", re.ASCII)
_FORM = re.compile(
    r"(?P<tag><!--.*?-->|<(?P<verbatim>code|pre|script|style|textarea)\b.*?</(?P=verbatim)\s*>|<[^<>]*>)"
    rf"|(?P<link>{WIKI_LINK})|\|\|(?P<spoiler>[^|]+(?:\|[^|]+)*)\|\|(?:\{{(?P<films>[^{{}}\n]*)\}})?",
    re.DOTALL | re.IGNORECASE,
)


class Html:
    """Raw HTML, up to a blank line or to what its kind ends with."""

    def __init__(self, end: re.Pattern[str] | None) -> None:
        self._end = end
        self._lines: list[str] = []

    def take(self, line: str) -> Taken:
        """Take any line, up to the end."""
        if self._end is None and not line.strip():
            return Taken.NO
        self._lines.append(line)
        return Taken.LAST if self._end and self._end.search(line) else Taken.YES

    def close(self, parent: Element) -> None:
        """Append the HTML as it is, with the wiki's own forms read where it holds text."""
        text = unswallowing("\n".join(self._lines) + "\n")
        parent.extend(_pieces(text) if self._end is None else [raw_html(text)])


def html_block(line: str, *, interrupts: bool) -> Html | None:
    """Return the HTML block that a line starts; a lone tag of another kind may not interrupt a paragraph."""
    for start, end in _HTML_STARTS:
        if start.match(line):
            return Html(end)
    return None if interrupts or not _LONE_TAG.match(line) else Html(None)


def _pieces(text: str) -> Iterator[Element]:
    """Return raw HTML with the elements that stand for the wiki's own forms between its tags."""
    at = 0
    for form in _FORM.finditer(text):
        if form["tag"] or (form["spoiler"] and form["spoiler"].isspace()):
            continue
        yield raw_html(text[at : form.start()])
        yield from _stand_ins(form)
        at = form.end()
    yield raw_html(text[at:])


def _stand_ins(form: re.Match[str]) -> Iterator[Element]:
    if form["link"]:
        embed = form["link"].startswith("!")
        yield wiki_element(read_link(form["link"].removeprefix("!")[2:-2], embed=embed))
    elif form["spoiler"].strip() == MASK:
        yield withheld(Element("span"), "span", form["films"] or "")
    else:
        yield raw_html('<span class="spoiler">')
        yield from _pieces(form["spoiler"])
        yield raw_html("</span>")
