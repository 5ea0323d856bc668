"""What stands in a block's text: links, code, formulas, comments, tags, bars, and the words between them.

Read from left to right; what begins first wins, since each may hold the signs of the others. That is the renderer's
rule as well. Every reader below takes time in proportion to what it takes or to the distance to the next sign, so the
whole is linear; `_Misses` remembers which closing signs are known not to come.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from html import unescape
from urllib.parse import unquote

from fanwiki.markup.findings import Bars, InlineField, Leaf, LinkSpan, Part, Place, Scan, Syntax
from fanwiki.markup.plain import clean
from fanwiki.markup.scanner.bars import Bar
from fanwiki.markup.wikilink import WikiLink, read_link

_NESTED_PICTURES = 4
_SIGN = re.compile(r"[\\`\[\]|%$<#^]")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_TICKS = re.compile(r"`+")
_WIKI = re.compile(r"\[\[((?:[^\[\]\n]|\[(?!\[)|\](?!\]))++)\]\]")
_NOTE = re.compile(r"\[\^[^\[\]\s]+\]")
_DESTINATION = re.compile(
    r"""\]\(\s*+(?:<([^<>\n]*+)>|((?:[^\s()<>]|\([^\s()<>]*+\))*+))(?:\s++(?:"[^"]*+"|'[^']*+'|\([^()]*+\)))?+\s*+\)"""
)
_MATH = re.compile(r"\$(?![\s$])(?:[^$\\]|\\.)++(?<![\s\\])\$(?!\d)", re.DOTALL)
_TAG = re.compile("#([^\\s!-,.:-@\\[-^`{-~\u00a0-\u00bf\u2000-\u206f\u2e00-\u2e7f\u3000-\u303f\uff01-\uff0f]+)")
_BEFORE_TAG = frozenset(" \t\n\r([|>*_~=\"'")
_ID = re.compile(r"\^([A-Za-z0-9-]+)[ \t]*(?=\n|\Z)")
_ANGLED = re.compile(r"<(?:([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*)|[A-Za-z/][^<>]*)>")
_FILMS = re.compile(r"\{([^{}\n]*)\}")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:|[\\/]{2}")
_BARS_OR_ESCAPED = re.compile(r"\|\||\\\|\\\|")
_NOTE_WITH_TICKS = re.compile(r"\[\^[^\[\]\s]*`")
_TELLING = ("||", "\\|\\|", "[[", "](")
_TAG_WITH_TICKS = re.compile(r"<[A-Za-z/!?][^<>`]*`")
_GLUED = re.compile(r"[`$]%%|%%[`$\d]")  # signs that come together once a comment is gone
_ATTRIBUTE = re.compile(r"""=[ \t\n]*["']""")
_TAG_START = re.compile(r"<[A-Za-z/!?]")
_KEY = r"([^\W_](?:[\w /-]{0,60}[\w])?)"
_EMPHASIS = r"(?:\*{1,3}|_{1,3})?"
_LINE_FIELD = re.compile(rf"[ \t]*{_EMPHASIS}{_KEY}{_EMPHASIS}::{_EMPHASIS}[ \t]+([^\s][^\n]*)")
_NEXT_LINE_FIELD = re.compile(rf"\n[ \t>]*{_EMPHASIS}{_KEY}{_EMPHASIS}::{_EMPHASIS}[ \t]+([^\s][^\n]*)")
_BRACKET_FIELD = re.compile(rf"(?:\[|\()[ \t]*{_KEY}::[ \t]*((?:\[\[[^\[\]\n]*+\]\]|[^\[\]()\n])*+)[\])]")


class SpanScanner:
    """Reads the text of blocks; what it finds goes into the scan, bars into `bars` until their stretch ends."""

    def __init__(self, text: str, found: Scan) -> None:
        self.bars: list[Bar] = []
        self._text = text
        self._found = found
        self._doubtful = self._dangling = False

    def end_stretch(self) -> None:
        """A blank line: what follows is read without regard to what came before."""
        self._doubtful = self._dangling = False

    def read(self, leaf: Leaf, start: int, end: int, *, bars: Bars, raw: bool = False, html: bool = False) -> None:
        """Read a block's text, or a cell of it.

        Args:
            leaf: The block, which gets the parts.
            start: Where to begin.
            end: Where to end.
            bars: What two bars are here.
            raw: Whether nothing in it is surely code.
            html: Whether it is raw HTML, which has no comments but its own.
        """
        self._leaf, self._start, self._end, self._bars, self._raw = leaf, start, end, bars, raw
        self._from = start
        self._brackets: list[tuple[int, int]] = []
        self._cut = 0  # brackets that were open around a link
        self._runs: dict[int, list[int]] | None = None
        self._doubtful = self._doubtful or self._dangling
        self._one_reading: bool | None = None
        self._missing: set[str] = {"%%"} if html else set()
        text, search, readers = self._text, _SIGN.search, _READERS
        at = start
        while sign := search(text, at, end):
            at = readers[sign[0]](self, sign.start())
        self._flush(end)
        if text.find("::", start, end) >= 0:
            self._fields(start, end)

    def _flush(self, end: int) -> None:
        """Keep the text before something as words."""
        start = self._from
        if start < end:
            self._leaf.parts.append(Part(start, clean(self._text[start:end], quoted=self._leaf.quotes > 0)))

    def _take(self, start: int, end: int, shown: str = "") -> int:
        """Take something that is no plain text; return where reading goes on."""
        self._flush(start)
        if shown:
            self._leaf.parts.append(Part(start, shown))
        self._from = end
        return end

    def _find(self, sign: str, at: int) -> int:
        """Find a closing sign; once it was missed it is not looked for again."""
        if sign in self._missing:
            return -1
        place = self._text.find(sign, at, self._end)
        if place < 0:
            self._missing.add(sign)
        return place

    def _escape(self, at: int) -> int:
        if self._bars is not Bars.PLAIN and self._text.startswith("\\|\\|", at) and at + 4 <= self._end:
            return self._add_bar(at, at + 4)
        found = _ESCAPE.match(self._text, at, self._end)
        return self._take(at, at + 2, self._text[at + 1]) if found else at + 1

    def _code(self, at: int) -> int:
        text = self._text
        ticks = _TICKS.match(text, at, self._end)
        begin = ticks.end() if ticks else at + 1
        closing = self._closing_run(begin, begin - at)
        if closing < 0:
            self._dangling = True
            return begin
        telling = self._telling(begin, closing)
        if telling and not self._trusted():
            return begin
        end = closing + begin - at
        self._found.spans.append((at, end))
        self._take(at, end)
        if telling:
            self._bars_in_code(begin, closing)
        else:
            self._code_text(begin, closing)
        return end

    def _telling(self, start: int, end: int) -> bool:
        """Whether there is something that would be a spoiler or a link if this were no code."""
        return any(self._text.find(sign, start, end) >= 0 for sign in _TELLING)

    def _code_text(self, start: int, end: int) -> None:
        text = self._text[start:end]
        self._leaf.parts.append(Part(start, clean(text, quoted=True) if "\n" in text else text))

    def _closing_run(self, at: int, length: int) -> int:
        if self._runs is None:
            self._runs = {}
            for run in _TICKS.finditer(self._text, at, self._end):
                self._runs.setdefault(run.end() - run.start(), []).append(run.start())
        places = self._runs.get(length, ())
        index = bisect_left(places, at)
        return places[index] if index < len(places) else -1

    def _trusted(self) -> bool:
        """Whether every reader of this block takes for code what this one does."""
        if self._one_reading is None:
            text = self._text[self._start : self._end]
            tag = _TAG_START.search(text)
            quoted = tag is not None and "`" in text[tag.start() : text.rfind(">") + 1] and _ATTRIBUTE.search(text)
            odd = any(pattern.search(text) for pattern in (_TAG_WITH_TICKS, _NOTE_WITH_TICKS, _GLUED))
            self._one_reading = not (quoted or odd)
        return self._one_reading and not self._doubtful and not self._raw

    def _bars_in_code(self, start: int, end: int) -> None:
        """Keep the bars in code, which may turn out to be none, and the text between them."""
        at = start
        for found in _BARS_OR_ESCAPED.finditer(self._text, start, end):
            if len(found[0]) == 2 or self._bars is not Bars.PLAIN:
                self._code_text(at, found.start())
                self._keep_bar(found.start(), found.end(), code=True)
                at = found.end()
        self._code_text(at, end)

    def _bracket(self, at: int) -> int:
        text = self._text
        embed = at > self._from and text[at - 1] == "!"
        start = at - 1 if embed else at
        if text.startswith("[[", at):
            found = _WIKI.match(text, at, self._end)
            if found:
                return self._wiki(found, start, embed=embed)
        elif text.startswith("[^", at):
            note = _NOTE.match(text, at, self._end)
            if note:
                return self._take(at, note.end())
        self._flush(start)
        self._brackets.append((start, len(self._leaf.parts)))
        self._leaf.parts.append(Part(start, text[start : at + 1]))
        self._from = at + 1
        return at + 1

    def _wiki(self, found: re.Match[str], start: int, *, embed: bool) -> int:
        inner = found[1]
        link = read_link(inner, embed=embed)
        begin, end = found.span(1)
        label, target_end = None, end
        if link.label is not None or "|" in inner or "#" in inner:
            bar = inner.find("|")
            label = (begin + bar + 1, end) if bar >= 0 else None
            target_end = begin + len(inner.partition("#")[0].partition("|")[0])
            if bar >= 0 and self._text[target_end - 1] == "\\":
                target_end -= 1
        if "`" in inner and ("[" in inner or "]" in inner):
            self._doubtful = True  # others may see no link here, but the beginning of code
        spoils = label is not None and (inner.count("||") > 1 or inner.count("\\|\\|") > 1)
        self._found.links.append(LinkSpan(start, found.end(), link, (begin, target_end), label, Syntax.WIKI, spoils))
        if link.caption is not None:
            return self._take(start, found.end(), clean(link.caption))
        return self._take(start, found.end(), "" if embed and link.is_media else link.text)

    def _closing(self, at: int) -> int:
        found = _DESTINATION.match(self._text, at, self._end) if self._text.startswith("](", at) else None
        if not self._brackets:
            return self._torn(found, at) if found and self._cut else at + 1
        start, index = self._brackets.pop()
        if not found:
            return at + 1
        embed = self._text[start] == "!"
        opening = start + (2 if embed else 1)
        self._leaf.parts[index] = Part(start, "")
        # Links hold no links, and pictures in pictures are read only so deep that all of it stays linear.
        kept = _NESTED_PICTURES if embed else 0
        if len(self._brackets) > kept:
            self._cut += len(self._brackets) - kept
            del self._brackets[: len(self._brackets) - kept]
        group = 1 if found[1] is not None else 2
        self._add_page_link(found.span(group), (start, found.end()), (opening, at), embed=embed)
        return self._take(at, found.end())

    def _torn(self, found: re.Match[str], at: int) -> int:
        """Read the end of a link that holds another: text as it stands, but a link once the other is hidden."""
        self._cut -= 1
        group = 1 if found[1] is not None else 2
        self._add_page_link(found.span(group), (at, found.end()), None, embed=False)
        return at + 1

    def _add_page_link(
        self, target: tuple[int, int], whole: tuple[int, int], label: tuple[int, int] | None, *, embed: bool
    ) -> None:
        text = self._text
        link = page_link(text[slice(*target)], label=text[slice(*label)] if label else None, embed=embed)
        if link is None:
            return
        hash_at = text.find("#", *target)
        place = (target[0], hash_at if hash_at >= 0 else target[1])
        spoils = text.find("||", label[1] if label else whole[0], whole[1]) >= 0
        self._found.links.append(LinkSpan(*whole, link, place, label, Syntax.MARKDOWN, spoils))

    def _bar(self, at: int) -> int:
        if self._bars is Bars.TABLE or not self._text.startswith("||", at) or at + 2 > self._end:
            return at + 1
        return self._add_bar(at, at + 2)

    def _add_bar(self, at: int, end: int) -> int:
        bar = self._keep_bar(at, end, code=False)
        self._take(at, end)
        return self._part_of_its_own(end, bar.after) if bar.films else end

    def _keep_bar(self, at: int, end: int, *, code: bool) -> Bar:
        films = _FILMS.match(self._text, end, self._end)
        torn = films is None and self._text.startswith("{", end) and end < self._end
        scope = (self._start, self._end)
        bar = Bar(at, end, self._leaf, scope, code, films.span(1) if films else None, torn)
        self.bars.append(bar)
        return bar

    def _part_of_its_own(self, start: int, end: int) -> int:
        """Read what may be a list of films so that no part of the text begins in it and ends behind it."""
        at = start
        while sign := _SIGN.search(self._text, at, end):
            at = _READERS[sign[0]](self, sign.start())
        self._flush(end)
        self._from = max(self._from, end)
        return max(at, end)

    def _remark(self, at: int) -> int:
        end = self._find("%%", at + 2) if self._text.startswith("%%", at) else -1
        if end < 0:
            return at + 1
        self._found.comments.append((at, end + 2))
        return self._take(at, end + 2)

    def _math(self, at: int) -> int:
        text = self._text
        if text.startswith("$$", at):
            end = self._find("$$", at + 3) if not text.startswith("$$$", at) else -1
            end = end + 2 if end >= 0 else -1
        else:
            found = _MATH.match(text, at, self._end)
            end = found.end() if found else -1
        if end < 0 or self._raw or (self._telling(at, end) and not self._trusted()):
            return at + 1
        self._found.maths.append((at, end))
        return self._take(at, end, text[at:end].strip("$"))

    def _angled(self, at: int) -> int:
        text = self._text
        if text.startswith("<!--", at):
            end = self._find("-->", at + 2)
            if end >= 0:
                self._found.comments.append((at, end + 3))
                return self._take(at, end + 3)
        found = _ANGLED.match(text, at, self._end)
        if not found or "||" in found[0] or "[[" in found[0] or "\\|\\|" in found[0]:
            return at + 1
        return self._take(at, found.end(), found[1] or " ")

    def _tag(self, at: int) -> int:
        if at > self._start and self._text[at - 1] not in _BEFORE_TAG:
            return at + 1
        found = _TAG.match(self._text, at, self._end)
        name = found[1].strip("/") if found else ""
        if not found or not name or name.isdigit():
            return at + 1
        self._found.tags.append(Place(at, name))
        return found.end()

    def _id(self, at: int) -> int:
        found = _ID.match(self._text, at, self._end)
        if not found or (at > self._start and self._text[at - 1] not in " \t\n"):
            return at + 1
        self._found.ids.append(Place(at, found[1]))
        return self._take(at, found.end())

    def _fields(self, start: int, end: int) -> None:
        text, spans = self._text, self._found.spans
        found = [match for match in (_LINE_FIELD.match(text, start, end),) if match]
        found += _NEXT_LINE_FIELD.finditer(text, start, end)
        found += _BRACKET_FIELD.finditer(text, start, end)
        for match in sorted(found, key=lambda match: match.start()):
            before = bisect_left(spans, (match.start(1), 0)) - 1
            if before < 0 or spans[before][1] <= match.start(1):
                self._found.fields.append(InlineField(match.start(), match.end(), match[1], match.span(2)))


# By class, not by instance: a table of its own methods would make each scanner garbage that only the collector finds.
_READERS: dict[str, Callable[[SpanScanner, int], int]] = {
    "\\": SpanScanner._escape,
    "`": SpanScanner._code,
    "[": SpanScanner._bracket,
    "]": SpanScanner._closing,
    "|": SpanScanner._bar,
    "%": SpanScanner._remark,
    "$": SpanScanner._math,
    "<": SpanScanner._angled,
    "#": SpanScanner._tag,
    "^": SpanScanner._id,
}


def page_link(destination: str, *, label: str | None = None, embed: bool = False) -> WikiLink | None:
    """Return the link that a Markdown destination is, or None when it leads out of the wiki."""
    destination = unescape(destination.strip()) if "&" in destination else destination.strip()
    if not destination or _SCHEME.match(destination):
        return None
    target, _, place = destination.removeprefix("/").partition("#")
    target, place = unquote(target).removesuffix(".md"), unquote(place)
    block = place[1:] if place.startswith("^") else ""
    headings = (place,) if place and not block else ()
    return WikiLink(target, headings, block, label, embed)
