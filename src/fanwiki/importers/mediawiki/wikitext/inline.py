"""Reads running wikitext: emphasis, links, HTML's inline elements, character references, marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape

from fanwiki.importers.mediawiki.wikitext.inline_tree import KEPT, Builder, Run, Tag, Token
from fanwiki.importers.mediawiki.wikitext.links import Links, Target, pipe_trick
from fanwiki.importers.mediawiki.wikitext.pictures import Options, read_options
from fanwiki.importers.mediawiki.wikitext.site import Site
from fanwiki.importers.mediawiki.wikitext.stash import CELL, MARK, Stash
from fanwiki.importers.mediawiki.wikitext.tree import (
    Break,
    Code,
    Gallery,
    Inline,
    Link,
    Picture,
    Preformatted,
    Text,
    Verbatim,
    WebLink,
    plain,
)

MAX_DEPTH = 8
"""How deep links may stand in captions of links."""

MAX_LINK = 10_000
"""A longer link, with its caption, is none; of links in links only so much is read again and again."""

_PROTOCOL = (
    r"(?:(?:https?|ftps?|sftp|ircs?|news|nntp|gopher|git|svn|telnet|ssh|xmpp|bitcoin|magnet):|mailto:|tel:|sms:|geo:)"
)
_TOKEN = re.compile(
    r"\x02(?P<mark>\d+)\x03"
    r"|(?P<quotes>''+)"
    r"|(?P<link>\[\[)"
    rf"|\[(?P<web>(?:{_PROTOCOL}|//)(?:(?!'')[^\s\]\[<>\"\x02\x03])+)"
    r"|<(?P<end>/?)(?P<tag>[a-zA-Z][a-zA-Z0-9]*)(?P<attributes>(?:[\s/][^<>]*)?)>"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});)"
    r"|(?<![\w/])(?P<bare>(?:https?|ftp)://(?:(?!'')[^\s<>\[\]\"\x02\x03])+)"
    r"|(?P<line>\n)",
    re.IGNORECASE,
)
_WEB_ENDS = re.compile(r"\[\[|\]\]|\]|\n")
_LONGEST_TO_COUNT = 2000
_BRACKETS = re.compile(r"\[\[|\]\]")
_TRAIL = re.compile(r"[a-zß-öø-ÿ]+")
_URL_TAIL = re.compile(r"[,;.:!?]+$")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")
_SIGNS = re.compile(r"[\[<&'\x02\n]|//")


@dataclass(slots=True)
class InlineReader:
    """Reads running wikitext of one page.

    Args:
        site: The wiki.
        links: Reads the targets of links.
        stash: What marks stand for.
        categories: Where the names of categories go.
        files: Where the names of files go.
    """

    site: Site
    links: Links
    stash: Stash
    categories: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    _numbered: int = 0
    _depth: int = 0

    def read(self, text: str) -> list[Inline]:
        """Return the parts of running wikitext, which may go over several lines."""
        text = text.replace(CELL, "")
        if not _SIGNS.search(text):
            return [Text(text)] if text else []
        if self._depth >= MAX_DEPTH:
            return [Text(MARK.sub("", text))]
        self._depth += 1
        try:
            return Builder().build(_Tokens(self, text).all())
        finally:
            self._depth -= 1

    def marked(self, number: str) -> list[Inline]:
        """Return the inline parts that a mark stands for; blocks are brought into a line."""
        thing = self.stash.get(number)
        if isinstance(thing, Inline):
            return [thing]
        if isinstance(thing, Verbatim | Preformatted):
            return [Code(thing.text)]
        return list(thing.pictures) if isinstance(thing, Gallery) else []

    def web_link(self, url: str, label: str) -> WebLink:
        """Return a link out of the wiki; one without a label gets the next number, as MediaWiki has it."""
        url = f"https:{url}" if url.startswith("//") else url
        parts = self.read(label)
        if not label:
            self._numbered += 1
            parts = [Text(f"[{self._numbered}]")]
        return WebLink(unescape(url), parts)

    def wiki_link(self, inner: str, trail: str) -> list[Inline] | None:
        """Return what stands for ``[[…]]``, or None when that is no link."""
        written, bar, rest = inner.partition("|")
        target = self.links.target(written)
        if target.kind == "file":
            return [self.picture(target.name, _split(rest) if bar else []), *_texts(trail)]
        if not target.kind or "[[" in rest:
            return None
        if target.kind == "category":
            self.categories.append(target.name)
            return _texts(trail)
        if target.kind == "language":
            return _texts(trail)
        return [self._led(target, self._label(target, written, bar, rest, trail))]

    def _label(self, target: Target, written: str, bar: str, rest: str, trail: str) -> list[Inline]:
        if not bar:
            return [Text(target.shown + trail)]
        label = self.read(rest.strip() if rest.strip() else pipe_trick(target.shown))
        return [*label, *_texts(trail)] if label else [Text(written)]

    def _led(self, target: Target, label: list[Inline]) -> Inline:
        if target.kind == "web":
            return WebLink(target.name, label)
        if target.kind == "media":
            self.files.append(target.name)
            return Link(self.site.file(target.name) or target.name, label)
        return Link(target.name, label)

    def picture(self, name: str, parts: list[str]) -> Picture:
        """Return a file that is shown."""
        return self._shown(name, read_options(parts))

    def _shown(self, name: str, options: Options) -> Picture:
        self.files.append(name)
        caption = self.read(options.caption)
        return Picture(
            self.site.file(name) or name,
            caption if options.framed else [],
            options.width,
            options.height,
            options.side or ("right" if options.framed else ""),
            options.framed,
            options.named.get("alt") or ("" if options.framed else " ".join(plain(caption).split())),
        )


class _Tokens:
    """Cuts running wikitext into tokens, in linear time."""

    def __init__(self, reader: InlineReader, text: str) -> None:
        self._reader = reader
        self._text = text
        self._found: list[Token] = []
        self._closing = -1
        self._ends = _link_ends(text) if "[[" in text else {}

    def all(self) -> list[Token]:
        text, at, add = self._text, 0, self._found.append
        match = _TOKEN.search(text)
        while match:
            start = match.start()
            if start > at:
                add(text[at:start])
            at = self._take(match, match.lastgroup or "")
            match = _TOKEN.search(text, at)
        if at < len(text):
            add(text[at:])
        return self._found

    def _take(self, match: re.Match[str], kind: str) -> int:
        """Add what begins at a sign; return where it ends."""
        found, end = self._found, match.end()
        if kind == "mark":
            found.extend(self._reader.marked(match["mark"]))
        elif kind == "line":
            found.append("\n")
        elif kind == "quotes":
            found.append(Run(end - match.start(), self._text[max(0, match.start() - 2) : match.start()]))
        elif kind == "link":
            return self._wiki(match.start())
        elif kind == "web":
            return self._web(match)
        elif kind == "entity":
            found.append(_CONTROL.sub("\ufffd", unescape(match["entity"])))
        elif kind == "bare":
            return self._bare(match)
        else:
            self._tag(match)
        return end

    def _wiki(self, start: int) -> int:
        end = self._ends.get(start)
        if end is None:
            self._found.append("[[")
            return start + 2
        trail = _TRAIL.match(self._text, end)
        link = self._reader.wiki_link(self._text[start + 2 : end - 2], trail[0] if trail else "")
        if link is None:
            self._found.append("[")  # the other may begin a link to the web
            return start + 1
        self._found.extend(link)
        return trail.end() if trail else end

    def _web(self, match: re.Match[str]) -> int:
        end = self._web_end(match.end())
        if end < 0:
            self._found.append("[")
            return match.start() + 1
        url = match["web"]
        self._found.append(self._reader.web_link(url, self._text[match.end() : end].strip()))
        return end + 1

    def _web_end(self, at: int) -> int:
        """Return the place of the bracket that closes an external link on its line, or -1; looks at no place twice."""
        if self._closing < at:
            depth = 0
            for sign in _WEB_ENDS.finditer(self._text, at):
                depth += 1 if sign[0] == "[[" else -1 if sign[0] == "]]" else 0
                if sign[0] == "\n" or (depth <= 0 and sign[0] == "]") or depth < 0:
                    self._closing = sign.start()
                    break
            else:
                self._closing = len(self._text)
        return self._closing if self._text.startswith("]", self._closing) else -1

    def _bare(self, match: re.Match[str]) -> int:
        url = _URL_TAIL.sub("", match["bare"])
        while url.endswith(")") and url.count(")") > url.count("("):
            url = _URL_TAIL.sub("", url[:-1])
        self._found.append(WebLink(unescape(url), []))
        return match.start() + len(url)

    def _tag(self, match: re.Match[str]) -> None:
        name = match["tag"].lower()
        if name == "br" or name == "hr":
            self._found.append(Break())
        elif name not in KEPT:
            self._found.append(match[0])
        elif not match["attributes"].endswith("/"):
            self._found.append(Tag(name, not match["end"], match["attributes"]))


def _link_ends(text: str) -> dict[int, int]:
    """Return where each ``[[`` ends that has an end, by where it begins."""
    ends, opened = {}, []
    for sign in _BRACKETS.finditer(text):
        if sign[0] == "[[":
            opened.append(sign.start())
        elif opened:
            start, end = opened.pop(), sign.end()
            # [[File:a|[http://x y]]]: the first bracket closes the link to the web.
            if text.startswith("]", end) and end - start < _LONGEST_TO_COUNT and text.count("[", start, end) % 2:
                end += 1
            if end - start <= MAX_LINK:
                ends[start] = end
    return ends


def _split(text: str) -> list[str]:
    """Split options at their bars, but not at those of links in a caption."""
    if "[[" not in text:
        return text.split("|")
    parts, depth, at = [], 0, 0
    for sign in re.finditer(r"\[\[|\]\]|\|", text):
        if sign[0] == "|" and depth == 0:
            parts.append(text[at : sign.start()])
            at = sign.end()
        elif sign[0] != "|":
            depth = max(0, depth + (1 if sign[0] == "[[" else -1))
    return [*parts, text[at:]]


def _texts(text: str) -> list[Inline]:
    return [Text(text)] if text else []
