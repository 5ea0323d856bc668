"""An article saved as plain text: headline, by-line, headings, lists and paragraphs told by their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator

from fanwiki.domain.title import fold_spaces
from fanwiki.importers.article.blocks import Article, Block, Role
from fanwiki.importers.article.sentences import simple

_BULLET = re.compile(r"^(?P<indent>\s*)(?:[•●◦‣▪·∙*+–—-]|(?P<number>\d{1,3})[.)])\s+(?P<text>\S.*)$")
_MARKDOWN_HEADING = re.compile(r"^(#{1,6})\s+(\S.*?)\s*#*$")
_BY = re.compile(
    r"^(?:written\s+)?by:?\s+(?P<names>[^|•·–—]{3,80}?)\s*(?:[|•·–—,]\s*(?P<date>.*\d.*))?$", re.IGNORECASE
)
_LABEL = re.compile(
    r"^(?P<label>author|date|published|posted|updated|source|site|url|link)(?: on)?\s*:\s*(?P<value>\S.*)$", re.I
)
_DATE = re.compile(
    r"^(?:published|posted|updated|on)?:?\s*((?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
    r"(?P<date>\d{4}-\d{2}-\d{2}|(?:\d{1,2}\s+)?[A-Z][a-z]{2,8}\.?\s+(?:\d{1,2},?\s+)?\d{4})\b.{0,20}$",
    re.IGNORECASE,
)
_HEADER_LINES = 6
_LONGEST_HEADING = 120
_WRAPPED = 50


def read_plain(text: str, *, name: str = "", title: str = "") -> Article:
    """Read an article from plain text.

    Args:
        name: What to call it when it has no headline, such as the file's name.
        title: Its headline, when known from elsewhere.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n").split("\n")
    first = next((number for number, line in enumerate(lines) if line.strip()), len(lines))
    if not title:
        title, first = _headline(lines, first, name)
    header, rest = _header(lines, first)
    return Article(
        title=title,
        blocks=tuple(_blocks(lines[rest:])),
        authors=tuple(_names(header.get("author", ""))),
        published=header.get("date", ""),
        site=header.get("site", ""),
        url=header.get("url", ""),
        byline=header.get("byline", ""),
    )


def _headline(lines: list[str], first: int, name: str) -> tuple[str, int]:
    """Return the headline and the number of the line after it."""
    line = fold_spaces(lines[first]) if first < len(lines) else ""
    marked = _MARKDOWN_HEADING.match(line)
    line = marked.group(2) if marked else line
    is_headline = 0 < len(line) <= 200 and (len(line) <= _LONGEST_HEADING or not line.endswith("."))
    return (line, first + 1) if is_headline else (name or line[:80].rstrip() or "Untitled article", first)


def _header(lines: list[str], first: int) -> tuple[dict[str, str], int]:
    """Read the by-line, date and address below the headline; return them and the number of the line after."""
    found: dict[str, str] = {}
    bylines: list[str] = []
    last = first
    for number in range(first, min(len(lines), first + 2 * _HEADER_LINES)):
        line = fold_spaces(lines[number])
        if not line:
            continue
        entry = _header_entry(line)
        if not entry:
            break
        found = entry | found
        bylines.append(line)
        last = number + 1
    if bylines:
        found["byline"] = " | ".join(bylines)
    return found, last


def _header_entry(line: str) -> dict[str, str]:
    label = _LABEL.match(line)
    if label:
        key = {"published": "date", "posted": "date", "updated": "date", "link": "url", "source": "site"}
        name = label.group("label").lower()
        value = label.group("value")
        name = "url" if re.match(r"https?://\S+$", value) else key.get(name, name)
        return {name: value}
    if re.fullmatch(r"https?://\S+", line):
        return {"url": line}
    date = _DATE.match(line)
    if date:
        return {"date": date.group("date")}
    by = _BY.match(line)
    if by and all(word[:1].isupper() or word in ("and", "de", "van", "von", "&") for word in by.group("names").split()):
        return {"author": by.group("names").strip(" ,"), **({"date": by.group("date")} if by.group("date") else {})}
    return {}


def _names(text: str) -> Iterator[str]:
    for name in re.split(r",|\band\b|&", text):
        if name.strip():
            yield fold_spaces(name)


def _blocks(lines: list[str]) -> Iterator[Block]:
    """Yield the blocks of the lines; a blank line ends a paragraph."""
    group: list[str] = []
    for line in [*lines, ""]:
        if line.strip():
            group.append(line)
        elif group:
            yield from _group(group)
            group = []


def _group(lines: list[str]) -> Iterator[Block]:
    """Yield the blocks of lines that stand together."""
    if len(lines) == 1 and _is_heading(lines[0]):
        yield _heading(lines[0])
        return
    if len(lines) > 1 and all("\t" in line.strip() or "|" in line for line in lines):
        yield from _table(lines)
        return
    paragraph = ""
    for line in lines:
        bullet = _BULLET.match(line)
        if bullet or (paragraph and not _continues(paragraph, line)):
            yield from _paragraph(paragraph)
            paragraph = ""
        if bullet:
            yield Block(Role.ITEM, fold_spaces(bullet.group("text")), ordered=bullet.group("number") is not None)
        else:
            paragraph = f"{paragraph} {line.strip()}" if paragraph else line.strip()
    yield from _paragraph(paragraph)


def _paragraph(text: str) -> Iterator[Block]:
    if text and _is_heading(text) and _MARKDOWN_HEADING.match(text):
        yield _heading(text)
    elif text:
        yield Block(Role.PARAGRAPH, fold_spaces(text))


def _continues(paragraph: str, line: str) -> bool:
    """Tell whether the line goes on with a paragraph that was wrapped by hand."""
    last = paragraph[-300:]
    return len(last) >= _WRAPPED and not re.search(r"""[.!?:;…]["')\]]*$""", simple(last)) and len(line.strip()) > 1


def _is_heading(line: str) -> bool:
    """Tell whether a line that stands alone is a heading: short, without an end mark, mostly in capitals."""
    text = simple(fold_spaces(line))
    if _MARKDOWN_HEADING.match(text):
        return True
    if (
        len(text) > _LONGEST_HEADING
        or re.search(r"[.!,;…]$", text)
        or _BULLET.match(line)
        or text.startswith(('"', "("))
    ):
        return False
    words = [word for word in re.findall(r"[^\W\d_][\w'-]*", text) if len(word) > 3]
    capitals = sum(word[0].isupper() for word in words)
    return (
        bool(words)
        and capitals >= 0.7 * len(words)
        and not re.match(r"(?:also|do) (?:read|check out|see)\b", text, re.I)
    )


def _heading(line: str) -> Block:
    text = fold_spaces(line)
    marked = _MARKDOWN_HEADING.match(text)
    return Block(Role.HEADING, marked.group(2) if marked else text, level=len(marked.group(1)) if marked else 2)


def _table(lines: list[str]) -> Iterator[Block]:
    """Yield rows of cells that tabs or bars part; the first is the head."""
    head = True
    for line in lines:
        if re.fullmatch(r"[\s|:+-]+", line):
            continue
        cells = tuple(fold_spaces(cell) for cell in re.split(r"\t+|\|", line.strip().strip("|")))
        yield Block(Role.ROW, " | ".join(cells), cells=cells, ordered=head)
        head = False
